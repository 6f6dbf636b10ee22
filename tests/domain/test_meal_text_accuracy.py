"""How well meals of the project's own lists are understood.

One half of each list was looked at while the parser was tuned, the other half never. Figures of both halves are
estimates from general knowledge. What is measured is recorded in docs/rules/meal-text.md.
"""

from __future__ import annotations

import csv
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest
from packaged import food_index

from sharpened_cli.domain.meal_text.meal import parse_meal
from sharpened_cli.domain.nutrients import total

if TYPE_CHECKING:
    from sharpened_cli.domain.nutrients import Nutrients

DATA = Path(__file__).parent.parent / "data"
INDEX = food_index()
HALVES = ("tuned", "held")


def rows(name: str, half: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["half"] == half]


def eaten(text: str) -> Nutrients:
    return total(item.nutrients for item in parse_meal(text, INDEX).items)


@pytest.mark.parametrize(("half", "least"), [("tuned", 0.90), ("held", 0.90)])
def test_everyday_phrases_come_within_a_quarter_of_their_energy(half: str, least: float) -> None:
    found = rows("meal_phrases.csv", half)
    right = sum(
        abs(eaten(row["phrase"]).kcal - float(row["kcal"])) <= max(5, 0.25 * float(row["kcal"])) for row in found
    )
    assert right / len(found) >= least


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize(
    ("name", "carbs_within_7_5_g", "energy_error"),
    [("meals_natural.csv", 0.62, 0.15), ("meals_by_weight.csv", 0.86, 0.04)],
)
def test_meals_come_near_in_carbohydrate_and_energy(
    half: str, name: str, carbs_within_7_5_g: float, energy_error: float
) -> None:
    found = [(eaten(row["text"]), float(row["carbs_g"]), float(row["kcal"])) for row in rows(name, half)]
    near = sum(abs(meal.carbs_g - carbs) <= 7.5 for meal, carbs, _ in found)
    assert near / len(found) >= carbs_within_7_5_g
    assert median(abs(meal.kcal - kcal) / kcal for meal, _, kcal in found) <= energy_error
