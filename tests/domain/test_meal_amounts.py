"""How much people say, however they say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_foods

from sharpened_cli.domain.meal_text.amount import Amount, read_amount
from sharpened_cli.domain.meal_text.numbers import normalise_numbers
from sharpened_cli.domain.meal_text.portion import serving
from sharpened_cli.domain.meal_text.words import canonical, fold, tokens

if TYPE_CHECKING:
    from sharpened_cli.domain.food import Food


def said(text: str) -> tuple[Amount, list[str]]:
    return read_amount(tokens(normalise_numbers(canonical(fold(text)))))


@pytest.mark.parametrize(
    ("text", "number", "unit", "rest"),
    [
        ("2 eggs", 2, "", ["eggs"]),
        ("a couple of cookies", 2, "", ["cookies"]),
        ("half an avocado", 0.5, "", ["avocado"]),
        ("half a dozen eggs", 6, "", ["eggs"]),
        ("two dozen almonds", 24, "", ["almonds"]),
        ("1 1/2 cups of rice", 1.5, "cup", ["rice"]),
        ("one and a half cups of rice", 1.5, "cup", ["rice"]),
        ("a cup and a half of rice", 1.5, "cup", ["rice"]),
        ("three quarters of a cup of oats", 0.75, "cup", ["oats"]),
        ("½ cup oats", 0.5, "cup", ["oats"]),
        ("2-3 slices of toast", 2.5, "slice", ["toast"]),
        ("2x eggs", 2, "", ["eggs"]),
        ("eggs x 3", 3, "", ["eggs"]),
        ("a handful of almonds", 1, "handful", ["almonds"]),
        ("dos huevos", 2, "", ["huevos"]),
        ("uma fatia de pão", 1, "slice", ["pao"]),
        ("2 cuillères à soupe de miel", 2, "tbsp", ["miel"]),
        ("a can of tuna", 1, "can", ["tuna"]),
        ("canned tuna", None, "", ["canned", "tuna"]),
        ("a protein bar", 1, "", ["protein", "bar"]),
    ],
)
def test_counts_and_units(text: str, number: float | None, unit: str, rest: list[str]) -> None:
    amount, left = said(text)
    assert (amount.number, amount.unit, left) == (number, unit, rest)


@pytest.mark.parametrize(
    ("text", "grams", "ml", "ounces", "kcal"),
    [
        ("80g oats", 80, None, None, None),
        ("180 grams of chicken", 180, None, None, None),
        ("1.5 kg potatoes", 1500, None, None, None),
        ("1,5 kg de patatas", 1500, None, None, None),
        ("6oz fillet", None, None, 6, None),
        ("a 6-oz steak", None, None, 6, None),
        ("two 12 ounce beers", None, None, 24, None),
        ("200 ml milk", None, 200, None, None),
        ("chicken breast 200g", 200, None, None, None),
        ("a 300 kcal muffin", None, None, None, 300),
        ("1,200 ml water", None, 1200, None, None),
    ],
)
def test_measures(text: str, grams: float, ml: float, ounces: float, kcal: float) -> None:
    amount, _ = said(text)
    assert (amount.grams, amount.ml, amount.ounces, amount.kcal) == (grams, ml, ounces, kcal)


@given(st.text(max_size=80))
@settings(max_examples=150)
def test_any_text_can_be_read(text: str) -> None:
    amount, rest = said(text)
    assert amount.number is None or amount.number >= 0
    assert all(isinstance(word, str) for word in rest)


@pytest.fixture(scope="module")
def foods() -> dict[str, Food]:
    return {food.id: food for food in read_foods()}


@pytest.mark.parametrize(
    ("text", "food_id", "grams"),
    [
        ("10 almonds", "almonds", 12),
        ("a dozen almonds", "almonds", 14.4),
        ("half an avocado", "avocado", 70),
        ("a slice of pizza", "pizza-cheese-margherita", 107),
        ("2 tsp peanut butter", "peanut-butter", 10.8),
        ("a large egg", "egg-whole", 50),
        ("250 ml milk", "milk-whole", 254),
        ("8 oz milk", "milk-whole", 240),
        ("8 oz chicken", "chicken-breast-cooked", 226.8),
        ("100 kcal of almonds", "almonds", 17.3),
    ],
)
def test_amounts_become_grams_by_the_foods_own_portions(
    foods: dict[str, Food], text: str, food_id: str, grams: float
) -> None:
    amount, _ = said(text)
    assert serving(amount, foods[food_id]).grams == pytest.approx(grams, rel=0.06)


@given(
    number=st.floats(0.25, 20), unit=st.sampled_from(("", "cup", "slice", "bowl", "piece", "handful", "tbsp", "can"))
)
@settings(max_examples=60)
def test_twice_as_much_weighs_twice_as_much(number: float, unit: str) -> None:
    for food in FEW:
        one = serving(Amount(number=number, unit=unit or "serving"), food).grams
        two = serving(Amount(number=2 * number, unit=unit or "serving"), food).grams
        assert two == pytest.approx(2 * one)


FEW = read_foods()[::400]
