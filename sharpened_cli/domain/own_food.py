"""A person's own foods: are the figures possible, and what does a recipe come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.nutrients import (
    KCAL_PER_G_CARBS,
    KCAL_PER_G_FAT,
    KCAL_PER_G_PROTEIN,
    total,
)
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sharpened_cli.domain.food import Food
    from sharpened_cli.domain.nutrients import (
        Nutrients,
    )

ENERGY_TOLERANCE = 0.20  # of the kcal stated, against 4P + 4C + 9F (product choice)
ENERGY_SLACK_KCAL = 15.0  # fibre, polyols and rounding on labels
MOST_KCAL_PER_100G = 905.0  # pure fat
MOST_G_PER_100G = 100.5  # rounding on labels


def atwater_kcal(figures: Nutrients) -> float:
    """Return 4P + 4C + 9F in kcal (Atwater and Bryant 1900)."""
    return figures.protein_g * KCAL_PER_G_PROTEIN + figures.carbs_g * KCAL_PER_G_CARBS + figures.fat_g * KCAL_PER_G_FAT


def check_figures(figures: Nutrients) -> None:
    """Refuse figures per 100 g that no food can have; raises InputError.

    Energy must agree with 4P + 4C + 9F within 20 %, macronutrients must not weigh more than the food.
    """
    if min(figures) < 0:
        raise InputError("A food cannot have less than nothing of something.", code="bad_food")
    if figures.protein_g + figures.carbs_g + figures.fat_g > MOST_G_PER_100G:
        raise InputError(
            "Protein, carbohydrate and fat come to more than 100 g in 100 g.",
            code="bad_food",
            hint="Give the figures per 100 g, or say --per for the weight that they are for.",
        )
    computed = atwater_kcal(figures)
    fiber_kcal = min(figures.fiber_g, figures.carbs_g) * KCAL_PER_G_CARBS
    low, high = computed - fiber_kcal, computed
    slack = max(ENERGY_SLACK_KCAL, ENERGY_TOLERANCE * figures.kcal)
    if figures.kcal > MOST_KCAL_PER_100G or not low - slack <= figures.kcal <= high + slack:
        raise InputError(
            f"{figures.kcal:.0f} kcal does not go with these grams, which come to about {computed:.0f} kcal.",
            code="bad_food",
            hint="Check the figures: 4 kcal a gram of protein and carbohydrate, 9 of fat.",
        )


def scaled_to_100g(figures: Nutrients, grams: float) -> Nutrients:
    """Return figures given for some weight as figures per 100 g; raises InputError for no weight."""
    if grams <= 0:
        raise InputError("The weight that the figures are for must be more than nothing.", code="bad_food")
    return figures.scaled(100.0 / grams)


def composed(parts: Sequence[tuple[Food, float]], cooked_grams: float | None = None) -> tuple[Nutrients, float]:
    """Return a recipe's figures per 100 g and its whole weight in grams.

    ``parts`` are foods with grams; ``cooked_grams`` is what the finished dish weighs, where water came or
    went. Raises InputError for an empty recipe.
    """
    raw = sum(grams for _, grams in parts)
    weight = cooked_grams if cooked_grams is not None else raw
    if raw <= 0 or weight <= 0:
        raise InputError("A recipe needs at least one food with a weight.", code="bad_recipe")
    whole = total(food.nutrients(grams) for food, grams in parts)
    return scaled_to_100g(whole, weight), weight


def check_no_cycle(food_id: str, part_ids: Iterable[str], links: Mapping[str, Sequence[str]]) -> None:
    """Refuse a recipe that would contain itself, directly or through other recipes; raises InputError.

    ``links`` maps each recipe to the ids of what it is made of.
    """
    todo, seen = list(part_ids), set[str]()
    while todo:
        part = todo.pop()
        if part == food_id:
            raise InputError(
                "A recipe cannot be a part of itself.",
                code="recipe_cycle",
                hint="Leave out the food that already contains this one.",
            )
        if part not in seen:
            seen.add(part)
            todo.extend(links.get(part, ()))
