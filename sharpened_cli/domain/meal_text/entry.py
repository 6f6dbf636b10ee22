"""A food as the matcher sees it, and the small protocol by which it is looked up."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sharpened_cli.domain.meal_text.lexicon import word_set
from sharpened_cli.domain.meal_text.numbers import normalise_numbers
from sharpened_cli.domain.meal_text.words import canonical, fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sharpened_cli.domain.food import Food

FORM_SEPARATOR = "|"
QUALIFIER_SEPARATOR = ";"
# Words after which a name only says with, in or of what: "coffee with milk", "arroz con pollo".
_WITHOUT = re.compile(r"\b(?:no|without)\b[^,()]*")
LINKS = word_set("with and in on con com avec y e et de du des au aux of from made over filled topped")


class Form(NamedTuple):
    """One name of a food: the words that name it, and those that only qualify it (after a comma)."""

    head: frozenset[str]
    qualifiers: frozenset[str]
    last: str  # the head noun: the last word before "with", "in", "of"


class Entry(NamedTuple):
    """A food reduced to what matching needs; the first form is its own name."""

    food_id: str
    forms: tuple[Form, ...]
    bare: frozenset[str]  # phrases that mean this food when typed alone
    state: str
    category: str
    kcal_per_100g: float = 0.0
    usage: int = 0  # how often this person has eaten it lately
    is_own: bool = False


class FoodLookup(Protocol):
    """Something that finds foods by words: the database, or a table in memory."""

    def candidates(self, stems: Sequence[str]) -> Sequence[Entry]:
        """Return foods that share words with the given stems, likely ones first."""

    def document_frequency(self, stem: str) -> int:
        """Return in how many foods' names a stem occurs; 0 when it is unknown."""

    def food_count(self) -> int:
        """Return how many foods there are."""

    def similar(self, stem: str) -> str | None:
        """Return the known word that an unknown one most likely is a slip of, if any."""

    def alias(self, phrase: str) -> str | None:
        """Return the id of the food that this person calls by a canonical phrase, if any."""

    def food(self, food_id: str) -> Food:
        """Return a food with its portions."""


def name_key(text: str) -> str:
    """Return the canonical phrase of a name or typed words, by which personal aliases are kept."""
    return " ".join(words(normalise_numbers(canonical(fold(text)))))


def words_of(names: Iterable[str]) -> frozenset[str]:
    """Return the stems of names, but for what they say that a food is without."""
    return frozenset(word for name in names for word in words(_WITHOUT.sub("", canonical(fold(name)))))


def encode_forms(names: Iterable[str]) -> str:
    """Return names as index text: stems, ``;`` before qualifiers, ``|`` between names."""
    encoded = dict.fromkeys(_encode(name) for name in names)
    return FORM_SEPARATOR.join(form for form in encoded if form)


def encode_bare(phrases: Iterable[str]) -> str:
    """Return the phrases that mean a food when typed alone, canonical, joined by ``|``."""
    return FORM_SEPARATOR.join(dict.fromkeys(name_key(phrase) for phrase in phrases))


def _encode(name: str) -> str:
    """Return one name as index text; what a food is without is no word of its name ("chicken curry, no rice")."""
    text = _WITHOUT.sub("", normalise_numbers(canonical(fold(name))))
    head, _, qualifiers = re.sub(r"[(]", ",", text).partition(",")
    return " ".join(words(head)) + (QUALIFIER_SEPARATOR + " ".join(words(qualifiers)) if qualifiers else "")


@lru_cache(maxsize=8192)  # the same foods are looked at for many items
def decode_forms(text: str) -> tuple[Form, ...]:
    """Return the forms that ``encode_forms`` wrote."""
    return tuple(_decode(part) for part in text.split(FORM_SEPARATOR))


def _decode(text: str) -> Form:
    head, _, qualifiers = text.partition(QUALIFIER_SEPARATOR)
    named = head.split()
    return Form(frozenset(named), frozenset(qualifiers.split()), head_noun(named))


def head_noun(named: list[str]) -> str:
    """Return the word of a name that says what it is: the last one before a link."""
    before = next((place for place, word in enumerate(named) if word in LINKS and place), len(named))
    return named[before - 1] if named else ""


def decode_bare(text: str) -> frozenset[str]:
    """Return the phrases that ``encode_bare`` wrote."""
    return frozenset(text.split(FORM_SEPARATOR)) if text else frozenset()
