"""Which food is meant by a few words: coverage weighed by rarity, the head noun, state words, own habits."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.meal_text.entry import LINKS
from sharpened_cli.domain.meal_text.lexicon import (
    DESCRIPTORS,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sharpened_cli.domain.meal_text.entry import Entry, FoodLookup, Form
    from sharpened_cli.domain.meal_text.wanted import Wanted

    _Scored = tuple[tuple[float, float], int, Entry]  # score and recall, place among the candidates, food

# Product choices, tuned on the project's own development sentences (docs/rules/meal-text.md).
DESCRIPTOR_WEIGHT = 0.3  # of a naming word's weight
STRONG_DESCRIPTOR_WEIGHT = 0.55  # words that change the food: fat, sugar, grain
STRONG_DESCRIPTORS = word_set(
    """
    fried breaded battered canned dried skim lowfat whole white brown dark wholegrain unsweetened sweetened
    light lite stirfry mashed smoked raw dry iced instant spicy sweet diet reduced lean
    """
)
QUALIFIER_COST = 0.3  # of an unsaid word's cost, when it only qualifies the name
PRECISION_SHARE = 0.7  # how much unsaid words of a name count against it
HEAD_MISSED = 0.55  # factor when the name lacks the head noun
STATE_CLASH = 0.72  # factor when raw was said and the food is cooked, or the reverse
FRIED_NAME = 0.75  # factor when another way of cooking was said and the name says fried
FRIED_WORDS = frozenset({"fried", "breaded", "battered", "stirfry"})
SPECIAL_NAME = 0.85  # factor when the name says a special version that was not asked for
SPECIAL_WORDS = word_set("light lite lowfat skim diet reduced unsweetened glutenfree lactosefree vegan imitation low")
NEGATED_NAME = 0.6  # factor when the name holds what was said to be left out
BARE_BONUS = 0.3
CORE_SCORE = 0.9  # of a lone word's worth, when neutral words stand beside it
EXACT_BONUS = 0.1
DEFAULT_BONUS = 0.02
ELSEWHERE_BONUS = 0.15  # for words found in other names of the same food
USAGE_BONUS = 0.02  # per doubling of how often the person ate it
USAGE_CAP = 0.08
OWN_BONUS = 0.08
LEAST_RECALL = 0.45  # share of the words' weight that must be found for a match
LEAST_SCORE = 0.3  # below it a match is a coincidence of words
LEAST_HEAD_RECALL = 0.2  # the same, where the head noun is the food's own ("fontina cheese")
LEAST_PART_RECALL = 0.3  # the same, where a name of the food stands among words of explanation ("akara bean balls")
HEAD_ONLY_SCORE = 0.35  # what such a match is worth at most
ALTERNATIVES = 3


class Match(NamedTuple):
    """A food for an item, with its score in 0..1 and the runners-up."""

    entry: Entry
    score: float
    recall: float
    alternatives: tuple[Entry, ...]


def weight(word: str, frequency: int, total: int) -> float:
    """Return a word's weight from the number of foods that have it (inverse document frequency)."""
    rarity = math.log((total + 1) / (frequency + 1)) + 0.5
    if word in STRONG_DESCRIPTORS:
        return rarity * STRONG_DESCRIPTOR_WEIGHT
    return rarity * DESCRIPTOR_WEIGHT if word in DESCRIPTORS else rarity


def best_match(item: Wanted, lookup: FoodLookup) -> Match | None:
    """Return the food that an item most likely means, or None when none is like enough."""
    if not item.stems:
        return None
    candidates = lookup.candidates(tuple(word for word in item.stems if word not in LINKS) or item.stems)
    if not candidates:
        return None
    weights = _Weights(lookup)
    scored = [(_score(item, entry, weights), number, entry) for number, entry in enumerate(candidates)]
    scored.sort(key=lambda row: (-row[0][0], row[1]))
    (score, recall), _, entry = scored[0]
    if recall < LEAST_RECALL or score < LEAST_SCORE:
        return _by_head(item, scored, weights)
    others = tuple(row[2] for row in scored[1 : 1 + ALTERNATIVES] if row[0][0] > score * 0.5)
    return Match(entry, max(0.0, min(1.0, score * item.factor)), recall, others)


def ranked(item: Wanted, lookup: FoodLookup, limit: int) -> list[Entry]:
    """Return the foods most like some words, best first, for a person to choose from."""
    weights = _Weights(lookup)
    scored = [
        (_score(item, entry, weights), number, entry) for number, entry in enumerate(lookup.candidates(item.stems))
    ]
    found = [row for row in scored if row[0][1] >= LEAST_HEAD_RECALL]
    found.sort(key=lambda row: (-row[0][0], row[1]))
    return [entry for _, _, entry in found[:limit]]


def _by_head(item: Wanted, scored: list[_Scored], weights: _Weights) -> Match | None:
    """Return the food that a part of the words alone means, for a kind of it that no food is called by.

    The part holds the head noun ("fontina cheese", "kimchi fried rice") or, failing that, most of what is said
    ("akara bean fritters").
    """
    for (_, recall), _, entry in scored:
        if item.head in entry.bare and recall >= LEAST_HEAD_RECALL:
            return Match(entry, min(HEAD_ONLY_SCORE, recall), recall, ())
    stems, asked = frozenset(item.stems), weights.of(frozenset(item.stems))
    best: tuple[float, Entry] | None = None
    for _, _, entry in scored:
        for phrase in entry.bare:
            words = frozenset(phrase.split())
            share = weights.of(words) / asked if words <= stems else 0.0
            if share >= (LEAST_HEAD_RECALL if item.head in words else LEAST_PART_RECALL) and (
                best is None or share > best[0]
            ):
                best = share, entry
    return None if best is None else Match(best[1], min(HEAD_ONLY_SCORE, best[0]), best[0], ())


class _Weights(dict[str, float]):
    """Weights of words, each looked up once an item."""

    def __init__(self, lookup: FoodLookup) -> None:
        super().__init__()
        self._lookup = lookup
        self._total = lookup.food_count()

    def __missing__(self, word: str) -> float:
        value = self[word] = weight(word, self._lookup.document_frequency(word), self._total)
        return value

    def of(self, words: Iterable[str]) -> float:
        """Return the weight of some words; exactly rounded, because sets have no order."""
        return math.fsum(map(self.__getitem__, words))


def _score(item: Wanted, entry: Entry, weights: _Weights) -> tuple[float, float]:
    """Return a food's score and the share of the item's weight that its names hold."""
    stems = frozenset(item.stems)
    asked = weights.of(stems)
    score, recall, covered = 0.0, 0.0, set[str]()
    for form in entry.forms:
        if stems.isdisjoint(form.head) and stems.isdisjoint(form.qualifiers):
            continue
        here, found = _score_form(item, form, stems, asked, weights)
        if here > score:
            score, recall = here, found
        covered |= stems & form.head | stems & form.qualifiers
    everywhere = weights.of(covered) / asked
    score += ELSEWHERE_BONUS * (everywhere - recall)
    if item.phrase in entry.bare:
        score, recall, everywhere = max(score, 1.0) + BARE_BONUS, 1.0, 1.0
    elif item.core in entry.bare:
        score, recall, everywhere = max(score, CORE_SCORE) + BARE_BONUS * CORE_SCORE, max(recall, CORE_SCORE), 1.0
    elif entry.bare:
        score += DEFAULT_BONUS
    score *= _state_factor(item, entry)
    if item.negated & entry.forms[0].head:
        score *= NEGATED_NAME
    score += min(USAGE_CAP, USAGE_BONUS * math.log2(1 + entry.usage)) + (OWN_BONUS if entry.is_own else 0.0)
    return score, max(recall, everywhere)


def _score_form(
    item: Wanted, form: Form, stems: frozenset[str], asked: float, weights: _Weights
) -> tuple[float, float]:
    head, qualifiers = form.head & stems, form.qualifiers & stems
    found = weights.of(head | qualifiers)
    if not found:
        return 0.0, 0.0
    unsaid = weights.of(form.head - stems) + QUALIFIER_COST * weights.of(form.qualifiers - stems)
    recall = found / asked
    score = recall * (1 - PRECISION_SHARE + PRECISION_SHARE * found / (found + unsaid))
    if item.head and item.head not in form.head and item.head not in form.qualifiers:
        score *= HEAD_MISSED
    if form.last and form.last not in stems and form.last not in DESCRIPTORS:
        score *= HEAD_MISSED
    if (
        item.state == "cooked"
        and stems.isdisjoint(FRIED_WORDS)
        and not FRIED_WORDS.isdisjoint(form.head | form.qualifiers)
    ):
        score *= FRIED_NAME
    if not SPECIAL_WORDS.isdisjoint((form.head | form.qualifiers) - stems):
        score *= SPECIAL_NAME
    if item.negated & (form.head | form.qualifiers):
        score *= NEGATED_NAME
    if not unsaid and recall > 0.999:
        score += EXACT_BONUS
    return score, recall


def _state_factor(item: Wanted, entry: Entry) -> float:
    if item.state == "raw" and entry.state in {"cooked", "prepared", "canned"}:
        return STATE_CLASH
    if item.state == "cooked" and entry.state in {"raw", "dry"}:
        return STATE_CLASH
    return 1.0
