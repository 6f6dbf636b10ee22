"""Meals in plain words: what is one food, what are two, how much, and what is not understood."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import food_index, read_foods

from sharpened_cli.domain.meal_text.index import FoodIndex
from sharpened_cli.domain.meal_text.meal import ParsedMeal, parse_meal
from sharpened_cli.store import food_forms

INDEX = food_index()


def understood(text: str) -> list[str]:
    meal = parse_meal(text, INDEX)
    assert not meal.unmatched
    return [item.food.id for item in meal.items]


@pytest.mark.parametrize(
    ("text", "food_ids"),
    [
        ("2 eggs, 80g oats and a banana", ["egg-whole", "oats-dry", "banana"]),
        ("6 oz salmon fillet, grilled", ["salmon-fillet-cooked"]),
        ("tuna in water", ["tuna-canned-in-water"]),
        ("fish and chips", ["fish-and-chips"]),
        ("mac and cheese", ["macaroni-cheese"]),
        ("a can of tuna", ["tuna-canned-in-water"]),
        ("75 g uncooked rice", ["white-rice-dry"]),
        ("150 g raw chicken breast", ["chicken-breast-raw"]),
        ("coffee", ["coffee-black"]),
        ("scrambled eggs with toast", ["egg-scrambled", "toast-white"]),
        ("two slices of toast and a glass of milk", ["toast-white", "milk-whole"]),
        ("half a cup of cooked quinoa", ["quinoa-cooked"]),
        ("dos huevos y una manzana", ["egg-whole", "apple"]),
        ("un verre de lait", ["milk-whole"]),
        ("a bowl of hot and sour soup", ["soup-hot-and-sour"]),
        ("chicken breast, baked, skin not eaten", ["chicken-breast-cooked"]),
        ("a chiken brest", ["chicken-breast-cooked"]),
    ],
)
def test_names_of_foods(text: str, food_ids: list[str]) -> None:
    assert understood(text) == food_ids


@pytest.mark.parametrize(
    ("text", "kcal"),
    [
        ("2 eggs", 143),
        ("80g oats", 303),
        ("a slice of pizza", 285),
        ("a dozen almonds", 83),
        ("a 300 kcal muffin", 300),
        ("a protein bar (200 calories)", 200),
        ("2 slices of bread (60 g)", 160),
        ("chicken breast (150g)", 248),
    ],
)
def test_known_traps_of_amounts(text: str, kcal: float) -> None:
    assert sum(item.nutrients.kcal for item in parse_meal(text, INDEX).items) == pytest.approx(kcal, rel=0.08)


def test_milk_beside_coffee_is_a_splash_and_beside_cereal_half_a_cup() -> None:
    coffee = parse_meal("an espresso with milk", INDEX).items[-1]
    cereal = parse_meal("corn flakes with milk", INDEX).items[-1]
    assert coffee.grams <= 40 < cereal.grams < 200


def test_a_bread_named_with_a_sandwich_is_its_own_bread() -> None:
    assert understood("a turkey sandwich on whole wheat") == ["turkey-sandwich"]


def test_a_dish_taken_apart_counts_its_parts_only() -> None:
    found = understood("a smoothie made with a banana, a cup of milk and 30 g of oats")
    assert found == ["banana", "milk-whole", "oats-dry"]


def test_a_weight_given_for_two_foods_is_shared() -> None:
    meal = parse_meal("I had 100 g of peas and carrots and 20 g of butter", INDEX)
    assert sum(item.grams for item in meal.items[:-1]) == pytest.approx(100)


def test_what_is_left_out_is_left_out() -> None:
    meal = parse_meal("a cup of coffee without sugar", INDEX)
    assert [item.food.id for item in meal.items] == ["coffee-black"]


def test_what_is_not_understood_is_said_so() -> None:
    meal = parse_meal("2 eggs and a flurbish", INDEX)
    assert meal.unmatched == ("a flurbish",)
    assert len(meal.items) == 1


def test_small_talk_is_no_food() -> None:
    text = "This morning at 8am, before the gym, I quickly grabbed a delicious banana at home"
    assert understood(text) == ["banana"]


def test_ones_own_words_and_habits_come_first() -> None:
    mine = FoodIndex(read_foods(), aliases={"flurbish": "milk-whole"}, forms=food_forms.read())
    meal = parse_meal("a glass of my flurbish", mine)
    assert [(item.food.id, item.unit) for item in meal.items] == [("milk-whole", "glass")]
    assert meal.items[0].is_sure


def test_a_kind_that_is_not_known_is_taken_for_its_family_and_is_unsure() -> None:
    item = parse_meal("a flurbish cookie", INDEX).items[0]
    assert "cookie" in item.food.id
    assert not item.is_sure


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_parsed_and_makes_possible_figures(text: str) -> None:
    meal = parse_meal(text, INDEX)
    assert isinstance(meal, ParsedMeal)
    assert all(item.grams > 0 and min(item.nutrients) >= 0 and 0 < item.confidence < 1 for item in meal.items)


@given(grams=st.integers(5, 900), food=st.sampled_from(("cooked white rice", "grilled chicken breast", "butter")))
@settings(max_examples=25, deadline=None)
def test_grams_said_are_grams_logged(grams: int, food: str) -> None:
    (item,) = parse_meal(f"I ate {grams} grams of {food}", INDEX).items
    assert item.grams == grams


def test_the_same_words_are_understood_the_same_way_again() -> None:
    text = "For lunch I had a bowl of lentil soup, two slices of bread and an orange"
    assert parse_meal(text, INDEX) == parse_meal(text, INDEX)


def test_a_long_meal_is_read_in_reasonable_time() -> None:
    text = ", ".join(["2 eggs", "80 g oats", "a banana", "a glass of milk", "a slice of toast with butter"] * 20)
    started = time.process_time()
    parse_meal(text, INDEX)
    assert time.process_time() - started < 3


def test_a_kind_before_the_food_with_an_amount_behind_is_one_food() -> None:
    (item,) = parse_meal("soft drink, cola, 12 fl oz", INDEX).items
    assert (item.food.id, round(item.grams)) == ("cola", 368)


def test_a_heading_before_a_list_with_amounts_is_no_food() -> None:
    assert understood("protein oats: 60g oats, 1 scoop whey") == ["oats-dry", "whey-protein-powder-concentrate"]


def test_what_a_comma_adds_is_a_portion_of_its_own() -> None:
    assert parse_meal("coffee, banana", INDEX).items[-1].grams == 118


def test_words_that_change_nothing_leave_a_lone_word_alone() -> None:
    assert understood("some leftover pizza") == ["pizza-cheese-margherita"]


def test_a_picture_is_not_dropped_silently() -> None:
    assert parse_meal("2 eggs and 😀", INDEX).unmatched == ("😀",)
    assert parse_meal("2 eggs 🍞🧈", INDEX).unmatched == ("🍞🧈",)
    assert parse_meal("½ cup of Quaker® oats", INDEX).unmatched == ()
