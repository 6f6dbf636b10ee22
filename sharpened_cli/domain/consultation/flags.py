"""Safety flags of a conversation: the red flags of every turn, read with the age and height said anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import quantities
from sharpened_cli.domain.consultation.extraction import Flag
from sharpened_cli.domain.red_flags import find_red_flags

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.reading import Reading

_AGE = re.compile(
    r"\b(?:im|i am|i turned|just turned|now|aged?)(?: a| just| only| nearly| now)* (\d\d)"
    r"(?! ?(?:kg|kilos?|lbs?|stone|%|min|km|miles|weeks|months|days|sessions|percent|cm|pounds|st\b))\b|"
    r"\b(\d\d) (?:years? old|yrs? old|yo\b)"
)
_YOUNGEST, _OLDEST = 10, 99


def flags(reading: Reading) -> list[Flag]:
    """Return the safety flags of all turns, each code once, with the words that raised it."""
    age = _age(reading)
    height = next((item.value for line in reading.lines for item in quantities.heights(line.text)), None)
    found: dict[str, Flag] = {}
    for line in reading.lines:
        said = line.turn.text
        for mention in find_red_flags(said, today=reading.today, age=age, height_cm=height):
            span = (mention.start, mention.end)
            found.setdefault(mention.code, Flag(mention.code, mention.quote, line.turn.index, span))
    return [found[code] for code in sorted(found)]


def _age(reading: Reading) -> int | None:
    """Return the age in years that the person gave as their own."""
    for line in reading.lines:
        for match in _AGE.finditer(line.text):
            age = int(match[1] or match[2])
            of_another = re.search(r"\b(?:my|our|his|her) \w+(?: is| who is)? $", line.text[: match.start()])
            if _YOUNGEST <= age <= _OLDEST and not of_another:
                return age
    return None
