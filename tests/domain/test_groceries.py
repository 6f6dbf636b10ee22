from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_foods

from sharpened_cli.domain.groceries import AISLES, groceries

FOODS = {food.id: food for food in read_foods()}


def quantity(food_id: str, grams: float) -> str:
    (line,) = groceries([(food_id, grams)], FOODS)
    return line.quantity


@pytest.mark.parametrize(
    ("food_id", "grams", "words"),
    [
        ("egg-whole", 600, "12 eggs"),
        ("banana", 118, "1 banana"),
        ("milk-whole", 1500, "2 × carton 1 l"),
        ("chicken-breast-cooked", 500, "700 g"),
        ("white-rice-cooked", 1000, "1 × bag 1 kg"),
        ("broccoli-cooked", 320, "350 g"),
        ("tuna-canned-in-water", 224, "2 × can 160 g (112 g drained)"),
    ],
)
def test_quantities_are_in_the_units_of_a_shop(food_id: str, grams: float, words: str) -> None:
    assert quantity(food_id, grams) == words


def test_cooked_amounts_become_raw_ones_and_kinds_are_summed() -> None:
    lines = groceries([("egg-scrambled", 120), ("egg-boiled", 100), ("egg-whole", 50)], FOODS)
    assert [(line.food_id, line.quantity) for line in lines] == [("egg-whole", "5 eggs")]


def test_lines_stand_in_the_order_of_the_aisles_and_pantry_is_marked() -> None:
    lines = groceries([("olive-oil", 40), ("apple", 182), ("cod-fillet-cooked", 300), ("water", 500)], FOODS)
    assert [line.food_id for line in lines] == ["apple", "cod-fillet-raw", "olive-oil"]
    assert [line.is_pantry for line in lines] == [False, False, True]


def test_every_food_that_is_planned_has_an_aisle() -> None:
    assert {food.category for food in FOODS.values() if food.role} <= set(AISLES)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(key for key, food in FOODS.items() if food.role)), st.floats(5, 500)),
        max_size=25,
    )
)
def test_what_is_bought_covers_what_is_eaten_in_any_order(amounts: list[tuple[str, float]]) -> None:
    lines = groceries(amounts, FOODS)
    again = groceries(reversed(amounts), FOODS)
    assert [line.food_id for line in lines] == [line.food_id for line in again]
    eaten = sum(
        grams / (FOODS[key].yield_factor if FOODS[key].buys_as in FOODS else 1)
        for key, grams in amounts
        if key not in {"water", "sparkling-water"}
    )
    assert sum(line.needed_g for line in lines) == pytest.approx(eaten, abs=0.06 * (len(lines) + 1))
