"""Dishes and what is said of them: a recipe is no second food, a list of fillings is one dish, a sandwich has parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.meal_text.amount import NO_AMOUNT
from sharpened_cli.domain.meal_text.draft_words import naming
from sharpened_cli.domain.meal_text.lexicon import word_set
from sharpened_cli.domain.meal_text.match import best_match
from sharpened_cli.domain.meal_text.wanted import wanted
from sharpened_cli.domain.meal_text.words import stem

if TYPE_CHECKING:
    from sharpened_cli.domain.meal_text.draft_words import Draft
    from sharpened_cli.domain.meal_text.entry import FoodLookup

LISTED_RECALL = 0.62  # share of the words of a list of fillings that the dish's name must hold
UNCOUNTED_RECALL = 0.95  # the same where nothing was said about how many: it may as well be two foods
LISTED_MOST_WORDS = 3  # naming words of a piece that can be a filling
DISH_MOST_WORDS = 5  # and of the dish that ends the list
# What a recipe is made with and nobody eats beside it: "tomato soup made with water".
RECIPE_LIQUIDS = word_set("milk water cream broth stock soymilk half 2pct 1pct skim whole lowfat")
# What a cake is eaten with and weighed with: "chocolate cake with frosting".
COVERS = word_set("icing frosting glaze crust")
CAKES = word_set("cake cupcake brownie pie roll cookie doughnut bun muffin eclair pastry")
# Dishes of which breads named with an amount are a part: "a turkey sandwich on two slices of bread".
BREADED = word_set("sandwich burger cheeseburger wrap sub toastie panini taco burrito hotdog toast")
BREADS = word_set(
    "bread toast bun roll bagel pita tortilla muffin croissant baguette ciabatta naan slice wholegrain rye sourdough"
)
# Dishes that are called by their fillings: "a bacon, egg and cheese biscuit".
FILLED = BREADED | word_set(
    "sandwich biscuit muffin bagel croissant omelette salad soup pizza quesadilla quiche pie casserole stirfry curry"
    " stew smoothie scramble skillet pasta bowl juice roll pita parfait"
)
_FILLING_JOINS = frozenset({"with", "on", "also", "cut"})
_NOT_FILLINGS = frozenset({"drinks", "alcohol", "meals"})


def is_recipe(before: Draft, draft: Draft) -> bool:
    """Return whether a piece without amount only says what a dish was made with ("oatmeal made with milk")."""
    if draft.amount.is_stated or not naming(before.tokens):
        return False
    if draft.join in {"with", "also"} and set(_stems(draft)) & COVERS and _is_cake(before):
        return True
    if draft.join == "made":
        return set(_stems(draft)) <= RECIPE_LIQUIDS
    return before.is_recipe and draft.join in {"also", "cut"} and set(_stems(draft)) <= RECIPE_LIQUIDS


def _is_cake(draft: Draft) -> bool:
    return bool(CAKES & set(naming(draft.tokens)))


def _stems(draft: Draft) -> list[str]:
    return [stem(token) for token in draft.tokens]


def fillings_joined(drafts: list[Draft], lookup: FoodLookup) -> list[Draft]:
    """Return drafts with a list of fillings put to the dish that ends it ("a sausage, egg and cheese muffin")."""
    result: list[Draft] = []
    at = 0
    while at < len(drafts):
        end = _end_of_list(drafts, at)
        whole = _listed(drafts[at : end + 1], lookup) if end > at else None
        result.append(whole or drafts[at])
        at = end + 1 if whole else at + 1
    return result


def _end_of_list(drafts: list[Draft], at: int) -> int:
    """Return the place of the dish that ends a list of fillings; the same place where there is none."""
    first = drafts[at]
    if first.amount.is_measured or first.amount.unit or first.parts or not _is_short(first):
        return at
    for place in range(at + 1, len(drafts)):
        draft = drafts[place]
        if draft.join not in {"also", "cut"} or draft.amount.is_stated or draft.parts:
            return at
        words = naming(draft.named)
        if 1 < len(words) <= DISH_MOST_WORDS and words[-1] in FILLED:
            return place
        if not _is_short(draft):
            return at
    return at


def _is_short(draft: Draft) -> bool:
    return 0 < len(naming(draft.tokens)) <= LISTED_MOST_WORDS


def _listed(drafts: list[Draft], lookup: FoodLookup) -> Draft | None:
    """Return a list of fillings and their dish as one item, where one food is called by most of its words."""
    last = drafts[-1]
    first = best_match(wanted(drafts[0].tokens, [], lookup), lookup)
    if first is None or first.entry.category in _NOT_FILLINGS:
        return None
    tokens = [token for draft in drafts for token in draft.tokens]
    match = best_match(wanted(tokens, [], lookup, last.named), lookup)
    head = naming(last.named)[-1]
    least = LISTED_RECALL if drafts[0].amount.number is not None else UNCOUNTED_RECALL
    if match is None or match.recall < least or all(form.last != head for form in match.entry.forms):
        return None
    return drafts[0]._replace(
        text=", ".join(draft.text for draft in drafts),
        tokens=tokens,
        named=last.named,
        negated=[word for draft in drafts for word in draft.negated],
    )


def taken_apart(drafts: list[Draft]) -> list[Draft]:
    """Return drafts without the sandwiches whose bread and fillings follow with amounts, or without their bread."""
    result: list[Draft] = []
    for place, draft in enumerate(drafts):
        before = result[-1] if result else None
        if before is None or not _has_its_bread(before, draft):
            result.append(draft)
        elif _fillings_follow(drafts[place + 1 :]):
            result[-1:] = [draft._replace(join="break"), *_missing_filling(before, drafts[place + 1 :])]
        else:
            result[-1] = before._replace(text=f"{before.text} {draft.link} {draft.text}")
    return result


def _has_its_bread(before: Draft, draft: Draft) -> bool:
    """Return whether a piece is the bread, with an amount, of the sandwich named before it."""
    dish, bread = naming(before.tokens), naming(draft.named)
    is_sandwich = bool(dish) and dish[-1] in BREADED and not before.amount.is_measured
    is_bread = bool(bread) and bread[-1] in BREADS and draft.amount.is_stated and not draft.amount.is_article
    return is_sandwich and is_bread and draft.join in {"on", "with", "made"}


def _fillings_follow(drafts: list[Draft]) -> bool:
    return bool(drafts) and drafts[0].join in _FILLING_JOINS and drafts[0].amount.is_stated


def _missing_filling(dish: Draft, later: list[Draft]) -> list[Draft]:
    """Return what a sandwich was called by as a filling of its own, unless it is named again ("ham sandwich")."""
    words = naming(dish.tokens)[:-1]
    said = {word for draft in later for word in naming(draft.tokens)}
    if not words or said & set(words):
        return []
    tokens = [token for token in dish.tokens if stem(token) in words]
    return [dish._replace(tokens=tokens, named=tokens, amount=NO_AMOUNT, join="with", link="with")]
