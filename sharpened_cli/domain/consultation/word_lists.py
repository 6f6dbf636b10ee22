"""Sets of words and small tables written as running text."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, blanks between them."""
    return frozenset(text.split())


def table_lines(text: str) -> list[str]:
    """Return the lines of a table; indented lines go on with the line before."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        if line.startswith(" "):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line)
    return lines
