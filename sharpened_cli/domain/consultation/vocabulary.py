"""The names that the extractor knows: exercises, movements, modalities and foods, with spelling repair."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from sharpened_cli.domain.consultation import difficulties, events, exercise_names, goal_kinds, modality_names, turns
from sharpened_cli.domain.consultation.common_words import COMMON_WORDS
from sharpened_cli.domain.consultation.food_words import ABROAD, DISHES, EXTRA_FOODS, NOT_FOOD
from sharpened_cli.domain.consultation.names import NameIndex, folded_words, singular
from sharpened_cli.domain.consultation.spelling import Speller

if TYPE_CHECKING:
    from collections.abc import Iterable

COMMON_FROM = 3  # names of foods that a word stands in; rarer words attract no slips; product choice
_CUES = """
    monday tuesday wednesday thursday friday saturday sunday january february march april august september october
    november december breakfast lunch dinner supper snack morning afternoon evening weekday weekend beginner
    intermediate advanced expert vegetarian vegan coeliac celiac lactose gluten allergic allergy intolerant pregnant
    diabetes diabetic pressure concussion shoulder marathon half triathlon minutes hours kilos pounds stone weeks
    months years alternate every except tired energy motivation injury knees lower holiday wedding competition
    exercise exercises training session sessions knackered always community allergies because tablets strength
    muscle weight sleep protein stretching before between actually everything anything eating really usually
    sometimes though tomorrow fasting anorexia bulimia osteoporosis dizzy pregnancy anxiety depression schedule
    equipment
"""


class NamedExercise(Protocol):
    """An exercise of the library, as far as names go."""

    @property
    def id(self) -> str:
        """Return the library's id."""

    @property
    def name(self) -> str:
        """Return the name."""


class NamedFood(Protocol):
    """A food of the table, as far as names go."""

    @property
    def id(self) -> str:
        """Return the table's id."""

    @property
    def name(self) -> str:
        """Return the name."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Return further names."""

    @property
    def bare_words(self) -> tuple[str, ...]:
        """Return the words that mean this food when said alone."""


class Vocabulary:
    """All names, indexed for finding them in cleaned text; ``prepared`` keeps turns that were read before."""

    def __init__(self, exercises: Iterable[NamedExercise], foods: Iterable[NamedFood]) -> None:
        """Index the library's exercises and foods beside the alias tables."""
        library = tuple(exercises)
        self.prepared: dict[turns.Turn, tuple[turns.Line, list[tuple[turns.Line, turns.Span]]]] = {}
        aliases = exercise_names.exercise_aliases()
        self.exercise_ids = {alias.name: alias.exercise_id for alias in aliases if alias.exercise_id}
        self.exercise_ids.update({exercise.name.lower(): exercise.id for exercise in library})
        self.exercises = NameIndex(
            [(alias.alias, alias.name) for alias in aliases]
            + [(exercise.name.lower().replace("-", " "), exercise.name.lower()) for exercise in library]
        )
        self.modalities = NameIndex(modality_names.entries())
        self.movements = NameIndex(exercise_names.movement_aliases())
        self._index_foods(tuple(foods))
        self._index_spelling(library)

    def _index_foods(self, foods: tuple[NamedFood, ...]) -> None:
        """Index the foods' names: words that mean a food when said alone win over its further names."""
        entries = [(_ascii(name), food.id) for food in foods for name in food.bare_words]
        entries += [(_ascii(name), food.id) for food in foods for name in (*food.aliases, food.name.split(",")[0])]
        self.food_ids = NameIndex(entries)
        words = set(EXTRA_FOODS)
        words.update(word for key in self.food_ids.aliases() for word in key if len(word) > 2 and word.isalpha())
        for dish in (*DISHES, *ABROAD):
            words.update(folded_words(dish))
        counts = Counter(word for key in self.food_ids.aliases() for word in set(key))
        self.common_food_words = {word for word in words if counts[word] >= COMMON_FROM and word not in NOT_FOOD}
        self.food_words = frozenset(words - (COMMON_WORDS - EXTRA_FOODS) - NOT_FOOD)
        self.dishes = NameIndex((dish, dish) for dish in DISHES)

    def _index_spelling(self, library: tuple[NamedExercise, ...]) -> None:
        cues = set(_CUES.split())
        exercise_words = {word for alias in exercise_names.exercise_aliases() for word in alias.alias.split()}
        exercise_words |= {word for exercise in library for word in exercise.name.lower().replace("-", " ").split()}
        modality_words = {word for alias, _ in modality_names.entries() for word in alias.split()}
        training = cues | exercise_words | modality_words
        known = training | set(self.food_words) | _words_of_grammars()
        plain_foods = {word for word in EXTRA_FOODS if word.isalpha()}
        self._spellers = {
            turns.MODALITIES: Speller(training, known),
            turns.EXERCISES: Speller(training, known),
            turns.SCHEDULE: Speller(cues | modality_words, known),
            turns.MEAL_TIMES: Speller(cues, known),
            turns.FOODS: Speller(cues | plain_foods | self.common_food_words, known),
            turns.GOALS: Speller(training, known),
            turns.CHALLENGES: Speller(training | plain_foods, known),
        }

    def speller(self, section: int) -> Speller:
        """Return the spelling repair of a section."""
        return self._spellers[section]

    def is_food_word(self, word: str) -> bool:
        """Return whether a cleaned word names food."""
        return singular(word) in self.food_words

    def food_id(self, name: str) -> str | None:
        """Return the table's id of a food by name: exact, else without its first words."""
        words = name.split()
        for start in range(len(words)):
            found = self.food_ids.get(" ".join(words[start:]))
            if found:
                return found
        return None

    def exercise_id(self, name: str) -> str | None:
        """Return the library's id of an exercise by the name that extraction gives it."""
        return self.exercise_ids.get(name)


def _words_of_grammars() -> set[str]:
    """Return the words that the grammars themselves look for: they are no slips."""
    tables = (
        *difficulties.CATEGORIES,
        *events.CATEGORIES,
        *goal_kinds.KINDS,
        ("", difficulties.BODY_PARTS),
        ("", difficulties.PAIN),
    )
    return {word for _, pattern in tables for word in re.findall(r"[a-z]{5,}", pattern)}


def _ascii(text: str) -> str:
    """Return a name in lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(turns.folded(char) for char in text)
