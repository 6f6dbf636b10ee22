"""A food table in memory that answers the matcher: for whole files of meals, benchmarks and tests."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sharpened_cli.domain.meal_text.entry import (
    Entry,
    decode_bare,
    decode_forms,
    encode_bare,
    encode_forms,
    name_key,
)
from sharpened_cli.domain.meal_text.lexicon import SMALL_TALK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sharpened_cli.domain.food import Food

CANDIDATES = 60  # foods looked at for one item
LONG_WORD = 6  # letters from which two letters that changed places, or one wrong, are a slip too
SLIP_SCORE = 85  # rapidfuzz ratio from which an unknown word is taken for a slip of a known one


class FoodIndex:
    """Foods by id with an inverted index over the stems of their names."""

    def __init__(
        self,
        foods: Iterable[Food],
        aliases: Mapping[str, str] | None = None,
        forms: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        """Index foods.

        ``aliases`` maps a person's canonical phrases to food ids; ``forms`` holds what ``encode_forms`` and
        ``encode_bare`` make of each food's names, where that was done before.
        """
        self._foods = {food.id: food for food in foods}
        made = forms or {}
        self._entries = [entry_of(food, made.get(food.id)) for food in self._foods.values()]
        self._aliases = dict(aliases or {})
        postings: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(self._entries):
            for form in entry.forms:
                for stem in form.head | form.qualifiers:
                    postings[stem].add(number)
        self._postings = {stem: sorted(numbers) for stem, numbers in postings.items()}
        self._bare: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(self._entries):
            for phrase in entry.bare:
                self._bare[phrase].add(number)
        self._similar: dict[str, str | None] = {}

    def candidates(self, stems: Sequence[str]) -> Sequence[Entry]:
        """Return the foods that share the weightiest words with the given stems, best first."""
        scores: Counter[int] = Counter()
        for stem in stems:
            numbers = self._postings.get(stem, ())
            if numbers:
                weight = math.log(1 + len(self._entries) / len(numbers))
                for number in numbers:
                    scores[number] += weight  # type: ignore[assignment]  # a Counter of weights, not of counts
        meant = self._bare.get(" ".join(stems), set()) | self._bare.get("".join(stems[-1:]), set())  # always looked at
        best = sorted(scores, key=lambda number: (number not in meant, -scores[number], number))
        return [self._entries[number] for number in best[:CANDIDATES]]

    def document_frequency(self, stem: str) -> int:
        """Return in how many foods' names a stem occurs; 0 when it is unknown."""
        return len(self._postings.get(stem, ()))

    def food_count(self) -> int:
        """Return how many foods there are."""
        return len(self._entries)

    def similar(self, stem: str) -> str | None:
        """Return the known word that an unknown one most likely is a slip of, if any."""
        if stem not in self._similar:
            self._similar[stem] = closest(stem, self._postings)
        return self._similar[stem]

    def alias(self, phrase: str) -> str | None:
        """Return the id of the food that this person calls by a canonical phrase, if any."""
        return self._aliases.get(phrase)

    def food(self, food_id: str) -> Food:
        """Return a food with its portions."""
        return self._foods[food_id]


def entry_of(food: Food, made: tuple[str, str] | None = None) -> Entry:
    """Return what the matcher needs of a food; a person's own food is meant by its whole name alone, too."""
    forms, phrases = made or (encode_forms(names_of(food)), encode_bare(food.bare_words))
    bare = decode_bare(phrases)
    if food.created_by is not None:
        bare |= {" ".join(word for word in name_key(name).split() if word not in SMALL_TALK) for name in names_of(food)}
    return Entry(
        food_id=food.id,
        forms=decode_forms(forms),
        bare=bare,
        state=food.state,
        category=food.category,
        kcal_per_100g=food.per_100g.kcal,
        is_own=food.created_by is not None,
    )


def names_of(food: Food) -> tuple[str, ...]:
    """Return a food's name and aliases."""
    return (food.name, *food.aliases)


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like an unknown one, or None when none is like enough."""
    if len(word) < 4 or not word.isalpha():
        return None
    from rapidfuzz import fuzz, process

    near = [other for other in known if other[0] == word[0] and abs(len(other) - len(word)) <= 2 and len(other) >= 4]
    found = process.extractOne(word, near, scorer=fuzz.ratio, score_cutoff=SLIP_SCORE)
    if found is None and len(word) >= LONG_WORD:
        found = process.extractOne(word, near, scorer=_one_slip, score_cutoff=SLIP_SCORE)
    return found[0] if found else None


def _one_slip(first: str, second: str, *, score_cutoff: float | None = None) -> float:
    """Return the score of a slip where two words differ by one letter, or by two letters that changed places."""
    from rapidfuzz.distance import OSA

    del score_cutoff
    return float(SLIP_SCORE) if OSA.distance(first, second, score_cutoff=1) <= 1 else 0.0
