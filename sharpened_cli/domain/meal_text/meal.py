"""A meal in plain words -> foods with grams, confidence and alternatives; what is not understood is said so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.meal_text.addition import added_grams, dip_grams, is_added_to_others, is_bread_of
from sharpened_cli.domain.meal_text.draft import JOIN_RECALL, compose, draft_of, share
from sharpened_cli.domain.meal_text.draft_words import naming
from sharpened_cli.domain.meal_text.entry import words_of
from sharpened_cli.domain.meal_text.lexicon import NOUN_UNITS, SMALL_TALK, UNITS
from sharpened_cli.domain.meal_text.match import best_match
from sharpened_cli.domain.meal_text.portion import LARGEST_GRAMS, serving
from sharpened_cli.domain.meal_text.split import pieces
from sharpened_cli.domain.meal_text.wanted import wanted
from sharpened_cli.domain.meal_text.words import pictures, stem

if TYPE_CHECKING:
    from sharpened_cli.domain.food import Food
    from sharpened_cli.domain.meal_text.amount import Amount
    from sharpened_cli.domain.meal_text.draft_words import Draft
    from sharpened_cli.domain.meal_text.entry import FoodLookup
    from sharpened_cli.domain.meal_text.match import Match
    from sharpened_cli.domain.meal_text.portion import Serving
    from sharpened_cli.domain.meal_text.wanted import Wanted
    from sharpened_cli.domain.nutrients import Nutrients

SURE = 0.6  # confidence from which an item need not be asked about; product choice
ADDING_JOINS = frozenset({"with", "on", "also", "cut"})


class ParsedItem(NamedTuple):
    """One food of a meal: the words, the food, how much, what is in it, and how sure that is (0..1)."""

    text: str
    food: Food
    grams: float
    quantity: float
    unit: str
    nutrients: Nutrients
    confidence: float
    alternatives: tuple[str, ...]  # ids of the runners-up
    phrase: str  # canonical words, by which a personal alias is kept

    @property
    def is_sure(self) -> bool:
        """Return whether the item can stand without asking."""
        return self.confidence >= SURE


class ParsedMeal(NamedTuple):
    """What was understood of a sentence, and the pieces of it that were not."""

    items: tuple[ParsedItem, ...]
    unmatched: tuple[str, ...]


def parse_meal(text: str, lookup: FoodLookup) -> ParsedMeal:
    """Return the foods of a meal said in plain words.

    Every piece of the sentence ends in an item or in ``unmatched``; only small talk is left out.
    """
    drafts = compose([draft_of(piece) for piece in pieces(text)], lookup)
    reader = _Reader(lookup)
    for whole in drafts:
        for draft in share(whole, lookup):
            reader.take(draft)
    return ParsedMeal(tuple(reader.items), (*reader.unmatched, *pictures(text)))


class _Reader:
    """Items in the order of a sentence: what is named beside a food may be an addition to it."""

    def __init__(self, lookup: FoodLookup) -> None:
        self._lookup = lookup
        self._base: Food | None = None
        self._is_with = False  # a "with" was said since the base: what "and" adds belongs to it
        self.items: list[ParsedItem] = []
        self.unmatched: list[str] = []

    def take(self, draft: Draft) -> None:
        """Add the food of a draft, or its words to what was not understood."""
        self._is_with = draft.join in {"with", "on"} or (self._is_with and draft.join in ADDING_JOINS)
        item = _resolve(draft, self._lookup, self._base, is_with=self._is_with)
        if item is None:
            self.unmatched.append(draft.text)
        elif self.items and self._base is not None and self._is_part_of_base(draft, item):
            last = self.items[-1]
            self.items[-1] = last._replace(text=f"{last.text} {draft.link} {draft.text}")
        else:
            self.items.append(item)
            if self._base is None or _is_base(draft, item.food):
                self._base, self._is_with = item.food, False

    def _is_part_of_base(self, draft: Draft, item: ParsedItem) -> bool:
        """Return whether what a "with" adds is in the dish already: the bread of a sandwich, the beef of a taco."""
        if self._base is None or draft.amount.is_stated:
            return False
        return _is_its_bread(draft, item, self._base) or (self._is_with and _is_its_own(draft, self._base))


def _is_its_own(draft: Draft, base: Food) -> bool:
    """Return whether words without amount name what a dish is called by already ("a beef taco with beef")."""
    return base.category == "meals" and set(naming(draft.named)[-1:]) <= words_of((base.name, *base.aliases))


def _is_base(draft: Draft, food: Food) -> bool:
    """Return whether what follows may be added to this food: it begins anew, or is named with an amount of its own."""
    if draft.join not in ADDING_JOINS or draft.amount.is_measured:
        return True
    return draft.join in {"also", "cut"} and draft.amount.is_stated and not is_added_to_others(food)


def _is_its_bread(draft: Draft, item: ParsedItem, base: Food) -> bool:
    """Return whether a bread without amount says what a sandwich was made with ("on whole wheat")."""
    return draft.join in {"on", "with"} and not draft.amount.is_stated and is_bread_of(item.food, base)


def _resolve(draft: Draft, lookup: FoodLookup, base: Food | None, *, is_with: bool) -> ParsedItem | None:
    """Return the food and grams of a draft, or None where no food is like its words."""
    item = wanted(draft.tokens, draft.negated, lookup, draft.named)
    personal = lookup.alias(item.phrase) if item.phrase else None
    amount = draft.amount
    others: tuple[str, ...] = ()
    if personal is not None:
        food, score = lookup.food(personal), 1.0
    else:
        match, amount = _best_with_unit(draft, item, lookup)
        if match is None:
            return None
        food, score = lookup.food(match.entry.food_id), match.score
        others = tuple(entry.food_id for entry in match.alternatives)
    may_add = base is not None and draft.join in ADDING_JOINS and (is_with or is_added_to_others(food))
    added = dip_grams(food) if base is None else added_grams(food, base) if may_add else None
    much = serving(amount, food, added, is_plural=_is_plural(draft))
    if not 0 < much.grams <= LARGEST_GRAMS:
        return None
    return _item(draft, item, food, much, score, others)


def _is_plural(draft: Draft) -> bool:
    """Return whether the food was named in the plural."""
    last = next((token for token in reversed(draft.named) if token not in SMALL_TALK), "")
    return last.endswith("s") and stem(last) != last


def _best_with_unit(draft: Draft, item: Wanted, lookup: FoodLookup) -> tuple[Match | None, Amount]:
    """Return the best food, trying a unit word at the end ("pizza slices") as a unit where that fits better."""
    match = best_match(item, lookup)
    if match is not None and _leads_with_unit(draft, match):
        return match, draft.amount._replace(unit=UNITS[stem(draft.tokens[0])])
    last = draft.tokens[-1] if draft.tokens else ""
    unit = UNITS.get(stem(last), "")
    if not unit or draft.amount.unit or draft.amount.is_measured or len(item.stems) < 2:
        return match, draft.amount
    if match is not None and match.recall >= JOIN_RECALL and any(form.last == stem(last) for form in match.entry.forms):
        has_unit = any(portion.unit == unit for portion in lookup.food(match.entry.food_id).portions)
        return match, draft.amount._replace(unit=unit) if has_unit else draft.amount
    shorter = best_match(wanted(draft.tokens[:-1], draft.negated, lookup), lookup)
    if shorter is not None and (match is None or shorter.score >= match.score):
        return shorter, draft.amount._replace(unit=unit)
    return match, draft.amount


def _leads_with_unit(draft: Draft, match: Match) -> bool:
    """Return whether the first word is a unit that the food's names do not hold ("double whisky")."""
    first = stem(draft.tokens[0]) if len(draft.tokens) > 1 else ""
    if first not in NOUN_UNITS or draft.amount.unit:
        return False
    return not any(first in form.head | form.qualifiers for form in match.entry.forms)


def _item(draft: Draft, item: Wanted, food: Food, much: Serving, score: float, others: tuple[str, ...]) -> ParsedItem:
    confidence = max(0.05, min(0.99, (0.25 + 0.75 * score) * (0.6 + 0.4 * much.certainty)))
    return ParsedItem(
        text=draft.text,
        food=food,
        grams=round(much.grams, 2),
        quantity=round(much.quantity, 3),
        unit=much.unit,
        nutrients=food.nutrients(much.grams),
        confidence=round(confidence, 3),
        alternatives=others,
        phrase=item.phrase,
    )
