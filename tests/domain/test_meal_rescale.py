from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_foods

from sharpened_cli.domain.meal_rescale import GREATEST_FACTOR, LEAST_FACTOR, rescale_meals
from sharpened_cli.domain.nutrients import total
from sharpened_cli.domain.plan import PlannedItem, PlannedMeal
from sharpened_cli.domain.serving_words import serving_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sharpened_cli.domain.food import Food

FOODS: dict[str, Food] = {food.id: food for food in read_foods()}

BREAKFAST = {"oats-dry": 60, "milk-semi-skimmed-2-pct": 250, "blueberries": 100, "banana": 118}
LUNCH = {"chicken-breast-cooked": 150, "white-rice-cooked": 200, "broccoli-cooked": 150, "olive-oil": 10}
DINNER = {"salmon-fillet-cooked": 150, "potato-boiled": 300, "green-beans-cooked": 150, "butter-salted": 10}


def planned(amounts: Mapping[str, float], meal_type: str, order: int) -> PlannedMeal:
    return PlannedMeal(
        date=date(2026, 3, 2), week_index=1, day_index=1, order=order, meal_type=meal_type,
        meal_time=meal_type, time="12:00", name=meal_type,
        items=tuple(
            PlannedItem(
                food_id=key, food_name=FOODS[key].name, grams=grams, serving=serving_words(FOODS[key], grams),
                role=FOODS[key].role, nutrients=FOODS[key].nutrients(grams),
            )
            for key, grams in amounts.items()
        ),
    )  # fmt: skip


MEALS = (planned(BREAKFAST, "breakfast", 1), planned(LUNCH, "lunch", 2), planned(DINNER, "dinner", 3))
KCAL = total(meal.totals() for meal in MEALS).kcal


def test_a_day_within_three_percent_comes_back_as_it_is() -> None:
    result = rescale_meals(MEALS, KCAL * 1.029, FOODS)
    assert result.meals == MEALS
    assert result.factor == 1.0
    assert result.reached


@pytest.mark.parametrize("change", [-200, -120, 120, 200, 300])
def test_usual_changes_of_calories_are_reached_within_three_percent(change: float) -> None:
    result = rescale_meals(MEALS, KCAL + change, FOODS)
    assert result.reached
    assert result.totals.kcal == pytest.approx(KCAL + change, rel=0.03)


def test_protein_items_and_whole_pieces_keep_their_amounts() -> None:
    result = rescale_meals(MEALS, KCAL - 200, FOODS)
    grams = {item.food_id: item.grams for meal in result.meals for item in meal.items}
    assert grams["chicken-breast-cooked"] == 150
    assert grams["salmon-fillet-cooked"] == 150
    assert grams["banana"] == 118
    assert grams["white-rice-cooked"] < 200


def test_serving_words_and_nutrients_follow_the_new_grams() -> None:
    result = rescale_meals(MEALS, KCAL + 250, FOODS)
    for meal in result.meals:
        for item in meal.items:
            assert item.serving == serving_words(FOODS[item.food_id], item.grams)
            assert item.nutrients.kcal == pytest.approx(FOODS[item.food_id].nutrients(item.grams).kcal)


def test_what_is_out_of_reach_is_said() -> None:
    assert not rescale_meals(MEALS, KCAL * 0.4, FOODS).reached
    assert not rescale_meals(MEALS, KCAL * 2, FOODS).reached
    assert not rescale_meals(MEALS, KCAL * 1.2, {}).reached
    assert not rescale_meals((), 2000.0, FOODS).reached


@settings(max_examples=60)
@given(target=st.floats(min_value=300, max_value=6000))
def test_amounts_stay_between_the_factors_and_on_steps(target: float) -> None:
    result = rescale_meals(MEALS, target, FOODS)
    assert LEAST_FACTOR <= result.factor <= GREATEST_FACTOR
    for old, new in zip(MEALS, result.meals, strict=True):
        for before, after in zip(old.items, new.items, strict=True):
            assert LEAST_FACTOR * before.grams - 1e-6 <= after.grams <= GREATEST_FACTOR * before.grams + 1e-6
            steps = (after.grams - before.grams) / FOODS[after.food_id].plan_step_g
            assert steps == pytest.approx(round(steps))
    if abs(KCAL - target) > 0.03 * target:
        assert abs(result.totals.kcal - target) <= abs(KCAL - target) + 1e-6


@settings(max_examples=30)
@given(target=st.floats(min_value=900, max_value=3500))
def test_rescaling_is_a_function_of_its_inputs(target: float) -> None:
    assert rescale_meals(MEALS, target, FOODS) == rescale_meals(MEALS, target, FOODS)
