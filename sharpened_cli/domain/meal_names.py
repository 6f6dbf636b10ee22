"""A readable name for a planned meal: "Chicken breast, rice and broccoli"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.food import Food

MOST_WORDS = 3
NAMED_LAST = ("fat", "sauce", "sweet", "drink")  # named only where nothing else would be
ORDER_OF_ROLES = ("dish", "protein", "lean_protein", "starch", "grain", "bread", "legume", "vegetable")
# Words of a food's name that a meal's name does not need.
DROPPED = frozenset((
    "cooked", "raw", "grilled", "boiled", "plain", "unsweetened", "canned", "drained", "dry", "fresh", "sliced",
    "semi-skimmed", "skimmed", "baked", "steamed", "whole", "lean", "ready-to-cook", "as", "sold",
))  # fmt: skip


def short_name(food: Food) -> str:
    """Return a food's name as it is said at table: "Chicken breast, cooked" is "chicken breast"."""
    text = re.sub(r"\(.*?\)", "", food.name)
    head = text.split(",")[0].strip()
    words = [word for word in head.split() if not re.fullmatch(r"\d+([.,]\d+)?\s*%?", word)]
    return " ".join(words).lower() if words else head.lower()


def meal_name(template: str, foods: Sequence[Food]) -> str:
    """Return the name of a meal from its foods in the order of its places, at most three of them."""
    told = [food for food in foods if food.role not in NAMED_LAST] or list(foods)
    names = list(dict.fromkeys(short_name(food) for food in told))[:MOST_WORDS]
    if not names:
        return template.capitalize()
    joined = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return joined[:1].upper() + joined[1:]
