"""Pieces of a sentence put together to items: descriptions to what they describe, one name made whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.meal_text.addition import share_of_weight
from sharpened_cli.domain.meal_text.amount import lone_unit, read_amount
from sharpened_cli.domain.meal_text.dishes import fillings_joined, is_recipe, taken_apart
from sharpened_cli.domain.meal_text.draft_words import Draft, naming
from sharpened_cli.domain.meal_text.entry import LINKS
from sharpened_cli.domain.meal_text.lexicon import (
    DESCRIBING_ENDINGS,
    DESCRIPTORS,
    NEGATIONS,
    SMALL_TALK,
    word_set,
)
from sharpened_cli.domain.meal_text.match import best_match
from sharpened_cli.domain.meal_text.wanted import wanted
from sharpened_cli.domain.meal_text.words import stem, tokens

if TYPE_CHECKING:
    from sharpened_cli.domain.meal_text.amount import Amount
    from sharpened_cli.domain.meal_text.entry import FoodLookup
    from sharpened_cli.domain.meal_text.match import Match
    from sharpened_cli.domain.meal_text.split import Piece
    from sharpened_cli.domain.meal_text.wanted import Wanted

JOIN_RECALL = 0.9  # share of both pieces' words that one name must hold to be one food
JOIN_SCORE = 0.78
WHOLE_RECALL = 0.72  # the same, where one weight was given for both
PART_SCORE = 0.45  # from which a part of a weighed item is taken for a food of its own
NEGATED_WORDS = 3  # words after "without" that are left out
BY_WEIGHT_SHARE = 0.75  # of the stated amounts that are weights, in a sentence worded by weight
# Kinds of food that recall lists put before the food itself: "cereal, oat hoops, 28 g".
KINDS = word_set(
    """
    soda cereal cheese bread fish cookie cake cracker candy coffee tea juice beer wine sauce sausage soup yoghurt milk
    nut bean squash pie roll snack chip dressing beef pork chicken egg fruit vegetable drink beverage
    """
)
# Dishes named only to be taken apart: "a sandwich made with two slices of bread and 40 g ham".
CONTAINERS = word_set(
    """
    sandwich salad smoothie wrap burger bowl omelette plate shake stew stirfry soup dish curry toast mix
    taco burrito quesadilla drink beverage cocktail coffee tea scramble casserole platter combo
    """
)


def draft_of(piece: Piece) -> Draft:
    """Return a piece with its amount read off and what it leaves out set apart."""
    said, negated = _split_negation(tokens(piece.text))
    amount, rest = read_amount(said)
    if piece.join == "cut" and not amount.is_stated:
        alone = lone_unit(said)
        amount, rest = (amount, rest) if alone is None else (alone, [])
    for aside in piece.asides:
        inner, words = read_amount(tokens(aside))
        if inner.is_measured:
            each = "each" in words and amount.number is not None
            amount = _override(amount, inner, amount.number if each and amount.number else 1.0)
        elif inner.is_stated and not amount.is_stated:
            amount = inner
        elif words and all(stem(word) in DESCRIPTORS for word in words):
            rest = [*rest, *words]
    return Draft(piece.text, rest, rest, negated, amount, piece.join, piece.link)


def _override(amount: Amount, inner: Amount, times: float) -> Amount:
    def scaled(value: float | None) -> float | None:
        return None if value is None else value * times

    return amount._replace(
        grams=scaled(inner.grams), ml=scaled(inner.ml), ounces=scaled(inner.ounces), kcal=scaled(inner.kcal)
    )


def _split_negation(said: list[str]) -> tuple[list[str], list[str]]:
    """Return the words that are meant, and those that follow a "without"."""
    for place, token in enumerate(said):
        if token in NEGATIONS and place + 1 < len(said):
            left_out = said[place + 1 : place + 1 + NEGATED_WORDS]
            return said[:place] + said[place + 1 + NEGATED_WORDS :], left_out
    return said, []


def _only_describes(draft: Draft) -> bool:
    """Return whether a piece names no food: descriptions, known ones or words that end like one ("unbuttered")."""
    return all(word.endswith(DESCRIBING_ENDINGS) and not word.endswith("eed") for word in naming(draft.tokens))


def compose(drafts: list[Draft], lookup: FoodLookup) -> list[Draft]:
    """Return drafts with descriptions put to what they describe and names made whole again."""
    by_weight = _is_by_weight(drafts)
    result: list[Draft] = []
    for draft in drafts:
        if not result:
            if draft.tokens or draft.amount.is_stated:
                result.append(draft)
            continue
        result[-1:] = _put_together(result[-1], draft, lookup, by_weight=by_weight)
    result = taken_apart(fillings_joined(_kinds_joined(result), lookup))
    return [draft for draft in result if naming(draft.tokens) or _is_lone_description(draft) or draft.amount.is_stated]


def _kinds_joined(drafts: list[Draft]) -> list[Draft]:
    """Return drafts with a kind put to the food that follows it with an amount behind ("soda, cola, 12 fl oz")."""
    result: list[Draft] = []
    for draft in drafts:
        before = result[-1] if result else None
        is_kind = before is not None and not before.amount.is_stated and set(naming(before.tokens)) <= KINDS
        if before is not None and is_kind and draft.join == "cut" and draft.says_amount_last:
            result[-1] = _merged(before, draft)._replace(amount=draft.amount, named=draft.named)
        else:
            result.append(draft)
    return result


def _is_by_weight(drafts: list[Draft]) -> bool:
    stated = sum(draft.amount.is_stated for draft in drafts)
    weighed = sum(draft.amount.is_measured for draft in drafts)
    return weighed >= 2 and weighed >= BY_WEIGHT_SHARE * stated


def _put_together(before: Draft, draft: Draft, lookup: FoodLookup, *, by_weight: bool) -> list[Draft]:
    """Return what an item and the piece after it come to: one item, or two."""
    if _only_describes(draft) and draft.join != "break" and not (draft.tokens and draft.amount.unit):
        return [_described(before, draft)]
    if is_recipe(before, draft):
        joined = _joined(before, draft._replace(join="with"), lookup)
        return [(joined or before._replace(text=f"{before.text} {draft.link} {draft.text}"))._replace(is_recipe=True)]
    is_heading = draft.link == ":" and draft.amount.is_stated and not before.amount.is_stated
    if is_heading or (draft.join == "made" and _is_container(before)):
        return [draft._replace(join="break")]
    joined = _joined(before, draft, lookup)
    if joined is not None:
        return [joined]
    if by_weight and not draft.amount.is_stated and before.amount.is_measured and draft.join != "break":
        return [before._replace(parts=(*before.parts, draft))]
    return [before, draft] if draft.tokens else [before]


def _is_lone_description(draft: Draft) -> bool:
    return any(stem(word) in DESCRIPTORS and word not in SMALL_TALK for word in draft.tokens)


def _described(before: Draft, draft: Draft) -> Draft:
    """Return an item with the description (or the amount) that followed it."""
    amount = before.amount
    says_how_much = draft.amount.is_stated and not draft.tokens and (not amount.is_stated or amount.is_article)
    if says_how_much or (draft.amount.is_measured and not amount.is_measured):
        amount = draft.amount
    return before._replace(
        text=f"{before.text}, {draft.text}" if draft.text else before.text,
        tokens=[*before.tokens, *draft.tokens],
        negated=[*before.negated, *draft.negated],
        amount=amount,
    )


def _is_container(draft: Draft) -> bool:
    words = naming(draft.tokens)
    return bool(words) and words[-1] in CONTAINERS and not draft.amount.is_measured


def _merged(before: Draft, draft: Draft, between: list[str] | None = None) -> Draft:
    """Return two pieces as one item, with the words that stood between them where those are part of its name."""
    link = ", " if draft.link in {"", ","} else f" {draft.link} "
    return before._replace(
        text=f"{before.text}{link}{draft.text}",
        tokens=[*before.tokens, *(between or ()), *draft.tokens],
        negated=[*before.negated, *draft.negated],
        parts=(),
    )


def _joined(before: Draft, draft: Draft, lookup: FoodLookup) -> Draft | None:
    """Return two pieces as one item, where one food is called by both ("tuna in water", "mac and cheese")."""
    of_one_name = draft.join == "on" and draft.amount.is_article and not draft.amount.unit  # "pig in a blanket"
    if draft.join in {"break", "made"} or (draft.amount.is_stated and not of_one_name):
        return None
    if draft.join == "on" and (before.amount.number or 1.0) < 1.0:  # "half an avocado on toast" is a whole toast
        return None
    joined = _merged(before, draft)
    both = wanted(joined.tokens, joined.negated, lookup, before.named)
    if both.unknown or not both.stems:
        return None
    if draft.link in LINKS:
        linked = _merged(before, draft, [draft.link])
        phrase = wanted(linked.tokens, linked.negated, lookup).phrase
        if any(phrase in entry.bare for entry in lookup.candidates(both.stems)):
            return linked
    match = best_match(both, lookup)
    if match is None or match.recall < JOIN_RECALL or not _is_one_name(both, before, draft, match):
        return None
    return joined


def _is_one_name(both: Wanted, before: Draft, draft: Draft, match: Match) -> bool:
    """Return whether one name of the food holds the naming words of both pieces and little besides."""
    first, second = set(naming(before.tokens)), set(naming(draft.tokens))
    if not first or second <= first:
        return second <= first and draft.join == "on"
    if both.phrase in match.entry.bare and draft.join != "also":
        return True
    if match.score < JOIN_SCORE:
        return False
    return any(
        first | second <= form.head | form.qualifiers
        and (draft.join == "cut" or form.last in first)
        and (
            draft.join == "cut"
            or form.qualifiers & second
            or form.head & LINKS
            or match.entry.category in {"meals", "eggs"}
        )
        for form in match.entry.forms
    )


def share(draft: Draft, lookup: FoodLookup) -> list[Draft]:
    """Return an item with parts as one food where a name holds them all, else its weight shared among them."""
    if not draft.parts:
        return [draft]
    whole = draft
    for part in draft.parts:
        whole = _merged(whole, part)
    bag = best_match(wanted(whole.tokens, whole.negated, lookup, draft.named), lookup)
    alone = [draft._replace(parts=())]
    for part in draft.parts:
        match = best_match(wanted(part.tokens, part.negated, lookup, part.named), lookup)
        if part.join == "cut" or match is None or match.score < PART_SCORE:
            alone[-1] = _merged(alone[-1], part)
        else:
            alone.append(part)
    if len(alone) == 1 or (bag is not None and bag.recall >= WHOLE_RECALL):
        return [whole]
    return _weighed(alone, draft.amount, lookup)


def _weighed(drafts: list[Draft], amount: Amount, lookup: FoodLookup) -> list[Draft]:
    """Return drafts with a weight shared among them: little for sauces and fats, the rest evenly."""
    small: list[float | None] = [None]
    for draft in drafts[1:]:
        match = best_match(wanted(draft.tokens, draft.negated, lookup, draft.named), lookup)
        small.append(None if match is None else share_of_weight(lookup.food(match.entry.food_id)))
    rest = 1.0 - sum(value for value in small if value is not None)
    each = max(0.0, rest) / small.count(None)
    return [
        draft._replace(amount=_override(amount, amount, each if value is None else value))
        for draft, value in zip(drafts, small, strict=True)
    ]
