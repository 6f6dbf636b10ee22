"""How much energy and of each macronutrient a kind of meal can carry, before anything is solved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.food import Food

LOOKED_AT = 8  # the most usual foods of a place; the rest would not be offered to the solver anyway


class PlaceReach(NamedTuple):
    """Least and greatest kcal of a place, and per kcal the least and greatest protein, carbohydrate, fat."""

    least_kcal: float
    most_kcal: float
    low: tuple[float, float, float]
    high: tuple[float, float, float]


class Reach(NamedTuple):
    """What a meal can be at so many kcal: least and greatest grams of protein, carbohydrate, fat; whether it can."""

    low: tuple[float, float, float]
    high: tuple[float, float, float]
    fits: bool = True


def place_reach(foods: Sequence[Food], *, is_optional: bool) -> PlaceReach:
    """Return the reach of one place over the foods that may take it."""
    looked_at = [food for food in foods[:LOOKED_AT] if food.per_100g.kcal > 0] or list(foods[:1])
    densities = [tuple(grams / max(food.per_100g.kcal, 1.0) for grams in food.per_100g[1:4]) for food in looked_at]
    energies = [food.per_100g.kcal / 100 for food in looked_at]
    least = min(food.plan_min_g * energy for food, energy in zip(looked_at, energies, strict=True))
    most = max(food.plan_max_g * energy for food, energy in zip(looked_at, energies, strict=True))
    low = tuple(min(density[nutrient] for density in densities) for nutrient in range(3))
    high = tuple(max(density[nutrient] for density in densities) for nutrient in range(3))
    return PlaceReach(0.0 if is_optional else least, most, low, high)  # type: ignore[arg-type] # three figures


def energy_range(places: Sequence[PlaceReach]) -> tuple[float, float]:
    """Return the least and greatest kcal of a meal of these places."""
    return sum(place.least_kcal for place in places), sum(place.most_kcal for place in places)


def meal_reach(places: Sequence[PlaceReach], kcal: float) -> Reach:
    """Return how little and how much of each macronutrient a meal of so many kcal can hold."""
    low = tuple(_extreme([(place, place.low[nutrient]) for place in places], kcal, 1) for nutrient in range(3))
    high = tuple(_extreme([(place, place.high[nutrient]) for place in places], kcal, -1) for nutrient in range(3))
    return Reach(low, high)  # type: ignore[arg-type] # three figures


def _extreme(places: list[tuple[PlaceReach, float]], kcal: float, sign: int) -> float:
    """Give every place its least energy and the rest to the densest places (or the thinnest) first."""
    grams = sum(place.least_kcal * density for place, density in places)
    left = kcal - sum(place.least_kcal for place, _ in places)
    for place, density in sorted(places, key=lambda pair: sign * pair[1]):
        if left <= 0:
            break
        part = min(left, place.most_kcal - place.least_kcal)
        grams += part * density
        left -= part
    return grams
