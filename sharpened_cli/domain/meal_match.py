"""How far a logged meal is the planned one: time and type, energy, macronutrients, foods."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.adherence import weighted

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.domain.adherence import Score
    from sharpened_cli.domain.day_plan import Meal
    from sharpened_cli.domain.nutrients import Nutrients
    from sharpened_cli.domain.plan import PlannedMeal

WEIGHTS = {"when": 0.20, "energy": 0.30, "macros": 0.25, "foods": 0.25}  # product choices
NEAR_MINUTES, FAR_MINUTES = 90, 240  # from the planned time: counts in full, counts nothing (product choice)
SAME_WITHIN, NOTHING_LEFT_AT = 0.10, 0.60  # shares by which energy and macronutrients may be off (product choice)
LEAST_MACRO_G = 8.0  # a few grams of a macronutrient more or less are no difference (product choice)


class DoneMeal(NamedTuple):
    """A logged meal as matching sees it; ``foods`` maps food ids to kcal, empty where only numbers were logged."""

    id: str
    date: date
    meal_type: str
    minute: int | None
    nutrients: Nutrients
    foods: tuple[tuple[str, float], ...] = ()


def meal_score(planned: Meal | PlannedMeal, done: DoneMeal) -> Score:
    """Return how far a logged meal is the planned one, 0..1, with the parts."""
    wanted = planned.totals()
    got = done.nutrients
    macros = [
        _close(getattr(wanted, name), getattr(got, name), LEAST_MACRO_G) for name in ("protein_g", "carbs_g", "fat_g")
    ]
    foods = _foods(planned, done)
    return weighted(
        {
            "when": (WEIGHTS["when"], *_when(planned, done)),
            "energy": (
                WEIGHTS["energy"],
                _close(wanted.kcal, got.kcal, 0.0),
                f"{got.kcal:.0f} of {wanted.kcal:.0f} kcal",
            ),
            "macros": (WEIGHTS["macros"], sum(macros) / len(macros), "protein, carbohydrate and fat against the plan"),
            "foods": None if foods is None else (WEIGHTS["foods"], foods, f"{foods:.0%} of the planned foods"),
        }
    )


def _when(planned: Meal | PlannedMeal, done: DoneMeal) -> tuple[float, str]:
    if done.meal_type == planned.meal_type:
        return 1.0, f"a {planned.meal_type} as planned"
    if done.minute is None:
        return 0.0, f"{done.meal_type} instead of {planned.meal_type}"
    hour, minute = planned.time.split(":")[:2]
    apart = abs(int(hour) * 60 + int(minute) - done.minute)
    met = min(1.0, max(0.0, (FAR_MINUTES - apart) / (FAR_MINUTES - NEAR_MINUTES)))
    return met, f"{apart} minutes from the planned time"


def _close(wanted: float, got: float, least: float) -> float:
    """Return 1 within a tenth (or a few grams), falling to 0 at 60 % off."""
    off = max(0.0, abs(got - wanted) - least)
    share = off / wanted if wanted > 0 else (0.0 if off == 0 else 1.0)
    return min(1.0, max(0.0, (NOTHING_LEFT_AT - share) / (NOTHING_LEFT_AT - SAME_WITHIN)))


def _foods(planned: Meal | PlannedMeal, done: DoneMeal) -> float | None:
    """Return the share of the planned energy that was eaten as the planned foods; None where no food is known."""
    if not done.foods or not planned.items:
        return None
    eaten: dict[str, float] = {}
    for food_id, kcal in done.foods:
        eaten[food_id] = eaten.get(food_id, 0.0) + kcal
    weights = {item.food_id: max(item.nutrients.kcal, 1.0) for item in planned.items}
    met = sum(
        min(1.0, max(eaten[food_id], 1.0) / weight / (1.0 - SAME_WITHIN)) * weight
        for food_id, weight in weights.items()
        if food_id in eaten
    )
    return met / sum(weights.values())
