"""Foods that stand in for others, and foods of which a household keeps one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpened_cli.domain.food import Food

STAPLE_CATEGORIES = frozenset(("oils_fats", "grains_pasta", "supplements", "plant_dairy", "bread_wraps"))
PLANT_WORDS = frozenset((
    "vegan", "seitan", "tofu", "tempeh", "soy", "mycoprotein", "textured", "pea", "plant", "oat", "almond", "coconut",
    "veggie", "rice", "casein", "hemp", "cashew", "egg",
))  # fmt: skip
# Almond milk stands in for milk, almonds for nothing: the roles in which these words make a stand-in.
STAND_IN_ROLES = {
    "dairy": PLANT_WORDS, "supplement": PLANT_WORDS, "protein": PLANT_WORDS - {"egg"},
    "lean_protein": PLANT_WORDS - {"egg"},
    "sauce": frozenset(("vegan", "tamari", "reduced")), "dish": frozenset(("tofu",)), "fat": frozenset(("vegan",)),
}  # fmt: skip


def is_staple(food: Food) -> bool:
    """Return whether a household keeps one kind of a food: milk, oil, bread, rice, protein powder."""
    return food.category in STAPLE_CATEGORIES or food.id.startswith(("milk-", "butter-", "oats-"))


def is_substitute(food: Food, *, is_plant_based: bool, is_gluten_free: bool) -> bool:
    """Return whether a food stands in for another that most people take: oat milk, gluten-free bread, tofu."""
    words = set(food.id.split("-"))
    if not is_gluten_free and {"gluten", "free"} <= words:
        return True
    if {"lactose", "free"} <= words or "konjac" in words:
        return True
    return not is_plant_based and bool(words & STAND_IN_ROLES.get(food.role, frozenset()))
