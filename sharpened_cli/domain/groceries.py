"""What to buy for planned meals: quantities summed in the units of a shop, by aisle."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sharpened_cli.domain.food import Food

# What most kitchens have: bought rarely, so marked rather than left out.
PANTRY_AISLES = frozenset(("oils_fats", "sauces_condiments", "supplements", "nuts_seeds"))
PANTRY_FOODS = frozenset(
    ("honey", "maple-syrup", "agave-syrup", "jam", "jam-reduced-sugar", "cocoa-powder-unsweetened")
)
NOT_BOUGHT = frozenset(("water", "sparkling-water"))
# Aisles in the order of a walk through a shop, with the words of a list.
AISLES = {
    "vegetables": "Vegetables", "fruit": "Fruit", "bread_wraps": "Bread", "meat": "Meat", "poultry": "Meat",
    "deli_meat": "Cold cuts", "fish_seafood": "Fish", "eggs": "Eggs and dairy", "dairy": "Eggs and dairy",
    "cheese": "Eggs and dairy", "plant_dairy": "Eggs and dairy", "plant_protein": "Tofu and meat-free",
    "legumes": "Beans and lentils", "grains_pasta": "Rice, pasta and grains", "breakfast_cereal": "Cereal and oats",
    "nuts_seeds": "Nuts and seeds", "snacks": "Snacks", "meals": "Ready meals or cook yourself",
    "sweets_desserts": "Sweet things", "biscuits_cakes": "Sweet things", "drinks": "Drinks",
    "supplements": "Supplements", "oils_fats": "Oils and spreads", "sauces_condiments": "Sauces and spices",
    "alcohol": "Drinks",
}  # fmt: skip
LOOSE_AISLES = frozenset(("vegetables", "fruit"))
LOOSE_SHARE = 0.4  # of a large bag: less than this is bought loose (product choice)
WEIGHED_STEP_G = 50.0  # what is sold by weight is rounded up to this (product choice)


class Grocery(NamedTuple):
    """One line of a shopping list: what, how many grams the meals need, how it is bought, and where."""

    food_id: str
    food_name: str
    aisle: str
    needed_g: float
    quantity: str
    is_pantry: bool


def groceries(amounts: Iterable[tuple[str, float]], foods: Mapping[str, Food]) -> tuple[Grocery, ...]:
    """Return the shopping list for planned amounts (food id, grams as eaten), in the order of the aisles.

    Cooked amounts become raw ones by the food's yield; foods that ``foods`` does not hold are passed over.
    """
    needed: dict[str, float] = {}
    for food_id, grams in amounts:
        food = foods.get(food_id)
        if food is not None and food_id not in NOT_BOUGHT:
            bought = food.buys_as if food.buys_as in foods else food.id
            needed[bought] = needed.get(bought, 0.0) + grams / (food.yield_factor if bought != food.id else 1.0)
    order = list(AISLES.values())
    lines = [_line(foods[food_id], grams) for food_id, grams in needed.items()]
    return tuple(sorted(lines, key=lambda line: (order.index(line.aisle), line.food_name)))


def _line(food: Food, grams: float) -> Grocery:
    is_pantry = food.category in PANTRY_AISLES or food.id in PANTRY_FOODS
    aisle = AISLES.get(food.category, AISLES["meals"])
    return Grocery(food.id, food.name, aisle, round(grams, 1), _quantity(food, grams), is_pantry)


def _quantity(food: Food, grams: float) -> str:
    """Return how a quantity is bought: "3 × bag 500 g", "12 eggs", "850 g"."""
    unit = food.buy_unit
    if not unit or unit in {"g", "pack"} or unit.startswith("g (") or food.buy_grams <= 0:
        return _weighed(grams)
    if food.category in LOOSE_AISLES and grams < LOOSE_SHARE * food.buy_grams and food.buy_grams > 500:
        return _weighed(grams)
    count = max(1, math.ceil(grams / food.buy_grams - 1e-6))
    if re.search(r"\d", unit):
        return f"{count} × {unit}"
    return f"{count} {unit if count == 1 else _plural(unit)}"


def _weighed(grams: float) -> str:
    return f"{math.ceil(grams / WEIGHED_STEP_G - 1e-9) * WEIGHED_STEP_G:.0f} g"


def _plural(unit: str) -> str:
    """Return the plural of a buying unit; what stands in brackets keeps its form."""
    head, bracket, rest = unit.partition(" (")
    if head.endswith("f"):
        head = head[:-1] + "ves"
    elif head.endswith(("ch", "sh", "s", "x")) or head in {"potato", "tomato", "mango"}:
        head += "es"
    elif head == "box of cubes":
        head = "boxes of cubes"
    else:
        head += "s"
    return head + bracket + rest
