from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_foods

from sharpened_cli.domain.serving_words import serving_words

if TYPE_CHECKING:
    from sharpened_cli.domain.food import Food

FOODS: dict[str, Food] = {food.id: food for food in read_foods()}


@pytest.mark.parametrize(
    ("key", "grams", "words"),
    [
        ("wholemeal-bread", 72, "2 slices"),
        ("wholemeal-bread", 36, "1 slice"),
        ("tortilla-wrap-flour", 124, "2 wraps"),
        ("egg-whole", 150, "3 large"),
        ("avocado", 70, "½ medium"),
        ("avocado", 35, "¼ medium"),
        ("banana", 118, "1 medium"),
        ("white-rice-cooked", 160, "1 cup cooked"),
        ("white-rice-cooked", 240, "1½ cups cooked"),
        ("chicken-breast-cooked", 150, "150 g"),
        ("milk-whole", 250, "1 glass"),
        ("peanut-butter", 15, "1 tbsp"),
        ("peanut-butter", 30, "2 tbsp"),
        ("olive-oil", 10, "2 tsp"),
        ("whey-protein-powder-isolate", 30, "1 scoop"),
        ("broccoli-cooked", 150, "150 g"),
    ],
)
def test_amounts_read_as_a_cook_would_say_them(key: str, grams: float, words: str) -> None:
    assert serving_words(FOODS[key], grams) == words


def test_every_food_that_is_planned_in_pieces_is_said_in_pieces() -> None:
    weighed = [
        food.id for food in FOODS.values()
        if food.role and food.is_countable and serving_words(food, food.plan_min_g).endswith(" g")
    ]  # fmt: skip
    assert weighed == []


@settings(max_examples=100)
@given(key=st.sampled_from(sorted(FOODS)), grams=st.floats(min_value=1, max_value=600))
def test_there_are_always_words(key: str, grams: float) -> None:
    assert serving_words(FOODS[key], grams)
