"""Products as lifters write them: ``3x8``, ``60kg x 8``, ``3x60s``, ``5x5x100``, ``3 sets of 8-10``."""

from __future__ import annotations

import re

from sharpened_cli.domain.activity_text.amounts import NUM, duration_sec, numbers_in
from sharpened_cli.domain.activity_text.lexeme import Part

_UNIT = r"kg|lb|reps|sets|min|metres|km|mi|yd|ft|cal|s|m|k|\"|''|'|%"
_FIGURE = rf"bw|amrap|max|tofailure|\d{{1,2}}:[0-5]\d|{NUM}\+?(?:(?:/{NUM}\+?)+|(?:,\d+)+|(?:-\d+)+)?"
_FACTOR = rf"(?:{_FIGURE})\s*(?:(?:{_UNIT})(?![a-z]))?"
_TIMES = r"\s*(?:x|by|@(?=\d+(?:kg|lb)?\s*x))\s*"
FACTORS = rf"(?<![\w.]){_FACTOR}(?:{_TIMES}{_FACTOR}){{1,2}}(?![\w])"

_UNIT_OF = {'"': "s", "''": "s", "'": "min", "k": "km"}


def parts_of(text: str) -> tuple[Part, ...]:
    """Return the factors of a product, each with its unit; times in seconds under the unit ``s``."""
    return tuple(_part(found[0]) for found in re.finditer(_FACTOR, text))


def sets_of(match: re.Match[str]) -> tuple[Part, ...]:
    """Return sets and reps of ``3 sets of 8``, seconds or metres where a unit says so."""
    return (_part(match["sets"]), _part(f"{match['reps']} {match['unit'] or ''}"))


def _part(text: str) -> Part:
    text = text.strip()
    if text.startswith(("amrap", "max", "tofailure")):
        return Part(None, unit="amrap")
    if text.startswith("bw"):
        return Part(None, unit="bw")
    if ":" in text:
        return Part(duration_sec(text), unit="s")
    unit = re.sub(r"[\d.+,/\s-]", "", text)
    unit = _UNIT_OF.get(unit, unit)
    figures = numbers_in(text)
    is_list = "/" in text or "," in text or text.count("-") > 1  # of a range such as 8-10 the lower end was done
    more = figures[1:] if is_list else ()
    if unit == "min":
        figures, unit = tuple(figure * 60.0 for figure in figures), "s"
    elif "+" in text and not unit:
        unit = "amrap"
    return Part(figures[0], unit, more)
