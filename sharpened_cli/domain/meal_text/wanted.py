"""The words of one item, ready to be matched: stems, slips corrected, head noun, state."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.meal_text.entry import LINKS
from sharpened_cli.domain.meal_text.lexicon import COOKED_WORDS, DESCRIPTORS, NEUTRAL_WORDS, RAW_WORDS, SMALL_TALK
from sharpened_cli.domain.meal_text.words import stem

if TYPE_CHECKING:
    from sharpened_cli.domain.meal_text.entry import FoodLookup

SLIP_FACTOR = 0.93  # a corrected slip of the pen lowers confidence


class Wanted(NamedTuple):
    """The words of one item, ready to match."""

    stems: tuple[str, ...]
    head: str
    negated: frozenset[str]
    phrase: str
    core: str  # the phrase without words that change nothing ("leftover")
    state: str  # "raw", "cooked" or ""
    factor: float  # below 1 where a slip was corrected
    unknown: tuple[str, ...]  # words that no food has


def wanted(tokens: list[str], negated: list[str], lookup: FoodLookup, named: list[str] | None = None) -> Wanted:
    """Return the words of an item as stems, slips corrected, with head noun and state.

    ``named`` are the words that hold the head noun, where only descriptions follow them.
    """
    stems: list[str] = []
    unknown: list[str] = []
    factor = 1.0
    for token in tokens:
        if token in SMALL_TALK or (token[0].isdigit() and not token.endswith("pct")):
            continue
        word = stem(token)
        if not lookup.document_frequency(word) and word not in DESCRIPTORS:
            near = lookup.similar(word)
            if near is None:
                unknown.append(word)
            else:
                word, factor = near, factor * SLIP_FACTOR
        if word not in stems:
            stems.append(word)
    return Wanted(
        tuple(stems),
        _head(named or tokens),
        frozenset(stem(token) for token in negated),
        " ".join(stems),
        " ".join(word for word in stems if word not in NEUTRAL_WORDS),
        _state(stems),
        factor,
        tuple(unknown),
    )


def _head(tokens: list[str]) -> str:
    """Return the head noun of what was typed: the last naming word before a link."""
    stems = [stem(token) for token in tokens if not token[0].isdigit()]
    at = next((place for place, word in enumerate(stems) if word in LINKS and place), len(stems))
    for said in (stems[:at], stems):
        naming = [word for word in said if word not in DESCRIPTORS and word not in SMALL_TALK]
        if naming:
            return naming[-1]
    return stems[-1] if stems else ""


def _state(stems: list[str]) -> str:
    if any(word in RAW_WORDS for word in stems):
        return "raw"
    return "cooked" if any(word in COOKED_WORDS for word in stems) else ""
