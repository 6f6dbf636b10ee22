"""How plain text looks on a terminal: its width, two kinds of emphasis, lines that fit, dates and numbers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from datetime import date

WIDEST, NARROWEST = 80, 40  # product choice: longer lines are hard to read, shorter ones hold nothing
GLUE = "\N{NO-BREAK SPACE}"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def width() -> int:
    """Return the columns to write for: COLUMNS, else the terminal's, within 40 and 80."""
    named = os.environ.get("COLUMNS", "")
    try:
        columns = int(named) if named.isdecimal() else os.get_terminal_size().columns
    except OSError:
        columns = WIDEST
    return max(NARROWEST, min(WIDEST, columns))


def strong(text: str) -> str:
    """Return text that stands out: bold, unless NO_COLOR is set."""
    return text if os.environ.get("NO_COLOR") else typer.style(text, bold=True)


def faint(text: str) -> str:
    """Return text that stands back: dim, unless NO_COLOR is set."""
    return text if os.environ.get("NO_COLOR") else typer.style(text, dim=True)


def wrapped(text: str, columns: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return text as lines within a width; the first begins with ``first``, the others with ``rest``.

    Words joined by GLUE stay on one line.
    """
    indent = " " * len(first) if rest is None else rest
    lines: list[str] = []
    line, empty = first, True
    for word in text.replace(GLUE, "\0").split():
        if not empty and len(line) + 1 + len(word) > columns:
            lines.append(line)
            line, empty = indent, True
        line = f"{line}{word}" if empty else f"{line} {word}"
        empty = False
    return [one.replace("\0", " ") for one in ([*lines, line] if not empty else lines)]


def between(left: str, right: str, columns: int) -> str:
    """Return one line with a left and a right part, the right one at the edge where both fit."""
    left, right = left.replace(GLUE, " "), right.replace(GLUE, " ")
    gap = columns - len(left) - len(right)
    return f"{left}{' ' * gap}{right}" if gap >= 2 else f"{left}  {right}"


def full_date(day: date) -> str:
    """Return a date such as ``Tuesday 24 November 2026``."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return a date such as ``Tue 24 Nov``."""
    return f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"


def whole(number: float | None) -> str:
    """Return a whole number such as ``2,050``, or a dash for what is not known."""
    return "–" if number is None else f"{round(number):,}"
