"""Slips of the finger: "50 minuets", "sqauts", "benchpres" for the words that were meant."""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST = 5  # letters of a word that may be a slip; shorter ones are too near to each other (product choice)
LONG = 8  # letters from which two slips are allowed (product choice)

_UNITS = (
    "minutes", "minute", "seconds", "second", "hours", "kilometres", "kilometers", "kilometre", "kilometer", "metres",
    "meters", "kilograms", "pounds", "miles", "yards", "rounds",
)  # fmt: skip
_FOREIGN_UNITS = ["minutos", "minuto", "minuten", "segundos", "segundo", "secondes", "metros", "metro", "milles"]
# What stands after a figure and begins like a unit of time or length: only there a unit is looked for.
_UNIT_PLACE = re.compile(r"(?<=\d )(?:mi|se|sc|ki|ho|me)[a-z]{3,9}\b")


def unit_spelt(sentence: str) -> str:
    """Return a sentence with misspelt units after figures put right."""
    return _UNIT_PLACE.sub(lambda match: _unit(match[0]), sentence)


def _unit(word: str) -> str:
    if word in _UNITS or word in _FOREIGN_UNITS:
        return word
    return nearest(word, _UNITS) or word


@lru_cache(maxsize=1024)  # a word is asked about as part of a name and again as a filler
def nearest(word: str, known: frozenset[str] | tuple[str, ...]) -> str | None:
    """Return the known word that a word is a slip of, or None; the first letter is taken to be right.

    Slips are counted as letters left out, added, changed or exchanged with their neighbour (Damerau 1964).
    """
    from rapidfuzz.distance import OSA

    if len(word) < SHORTEST:
        return None
    most = 2 if len(word) >= LONG else 1
    slips = {
        other: found
        for other in known
        if other[0] == word[0]
        and abs(len(other) - len(word)) <= most
        and (found := OSA.distance(word, other, score_cutoff=most)) <= most
    }
    return min(slips, key=lambda other: (slips[other], other)) if slips else None
