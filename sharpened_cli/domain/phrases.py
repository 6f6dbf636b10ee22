"""A small notation for the many ways of saying one thing, one phrase a line."""

from __future__ import annotations

import re
from functools import cache


@cache
def phrases(block: str, *, whole: bool = True, **parts: str) -> re.Pattern[str]:
    """Return the pattern of a block: one phrase (or several, with ``|``) a line, groups not captured.

    A line that begins with two spaces continues the one above; ``<name>`` stands for the block of
    phrases handed over as ``name``. With ``whole`` a match ends where a word ends.
    """
    return re.compile(rf"\b(?:{_joined(block, parts)})" + (r"(?!\w)" if whole else ""))


def _joined(block: str, parts: dict[str, str]) -> str:
    lines: list[str] = []
    for line in filter(None, block.split("\n")):
        if line.startswith("  ") and lines:
            lines[-1] += line[2:]
        else:
            lines.append(line)
    source = re.sub(r"(?<!\\)\((?!\?)", "(?:", "|".join(lines))
    for name, part in parts.items():
        source = source.replace(f"<{name}>", f"(?:{_joined(part, {})})")
    return source
