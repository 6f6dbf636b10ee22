"""Energy and macronutrients, eaten or planned, and the targets they are held against."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

KCAL_PER_G_PROTEIN = 4.0  # Atwater factors (Atwater and Bryant 1900)
KCAL_PER_G_CARBS = 4.0
KCAL_PER_G_FAT = 9.0
KCAL_PER_G_FIBER = 2.0
KCAL_PER_G_ALCOHOL = 7.0


class Nutrients(NamedTuple):
    """What is in food: kcal, and grams of protein, carbohydrate (fibre included), fat and fibre."""

    kcal: float
    protein_g: float
    carbs_g: float
    fat_g: float
    fiber_g: float = 0.0

    def scaled(self, factor: float) -> Nutrients:
        """Return every figure times a factor."""
        return Nutrients(*(value * factor for value in self))


class Targets(NamedTuple):
    """What a day aims at: kcal and grams; None where a number is withheld for safety."""

    calories_kcal: float | None
    protein_g: float | None
    carbs_g: float | None
    fat_g: float | None
    fiber_g: float | None


NOTHING = Nutrients(0.0, 0.0, 0.0, 0.0, 0.0)


def total(parts: Iterable[Nutrients]) -> Nutrients:
    """Return the sum of all parts, figure by figure."""
    sums = [0.0] * 5
    for part in parts:
        for index, value in enumerate(part):
            sums[index] += value
    return Nutrients(*sums)
