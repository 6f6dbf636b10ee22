"""Foods found in the database as they are in memory; personal names and habits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from packaged import food_index
from support import ANA, BEN

from sharpened_cli.domain.meal_text.meal import parse_meal
from sharpened_cli.domain.nutrients import Nutrients
from sharpened_cli.store import foods
from sharpened_cli.store.food_search import FoodSearch, by_part_of_name

if TYPE_CHECKING:
    from sharpened_cli.store import Store

IN_MEMORY = food_index()
SENTENCES = (
    "2 eggs, 80g oats and a banana",
    "This morning I had a bowl of oatmeal with a sliced banana, a splash of whole milk and a coffee",
    "two tacos al pastor with a side of refried beans",
    "180 grams of grilled chicken thigh with 150 g of boiled potatoes and 12 g of butter",
    "un vaso de leche y dos tostadas",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_database_understands_as_the_table_in_memory_does(store: Store, sentence: str) -> None:
    in_memory = parse_meal(sentence, IN_MEMORY)
    in_file = parse_meal(sentence, FoodSearch(store, ANA))
    assert [(item.food.id, item.grams) for item in in_file.items] == [
        (item.food.id, item.grams) for item in in_memory.items
    ]


def test_a_scoped_connection_finds_foods_too(scoped: Store) -> None:
    assert parse_meal("2 eggs", FoodSearch(scoped, ANA)).items[0].food.id == "egg-whole"


def test_a_part_of_a_word_finds_foods(store: Store) -> None:
    assert "broccoli-cooked" in by_part_of_name(store, "brocc", 20)
    assert by_part_of_name(store, "xq", 20) == []


def own_food(store: Store, user_id: str, name: str) -> str:
    from sharpened_cli.domain.food import Food
    from sharpened_cli.ids import new_id

    food = Food(id=new_id(), name=name, per_100g=Nutrients(200.0, 10.0, 20.0, 8.9), category="meals")
    with store.transaction():
        foods.add_own(store, user_id, food, "2026-11-24T06:30:00Z")
    return food.id


def test_a_food_of_ones_own_is_found_by_its_owner_only(store: Store) -> None:
    own = own_food(store, ANA, "Grandma's goulash")
    assert parse_meal("grandma's goulash", FoodSearch(store, ANA)).items[0].food.id == own
    assert all(item.food.id != own for item in parse_meal("grandma's goulash", FoodSearch(store, BEN)).items)


def test_a_personal_name_wins(store: Store) -> None:
    with store.transaction():
        foods.set_alias(store, ANA, "milk", "milk-semi-skimmed-2-pct", "2026-11-24T06:30:00Z")
        foods.set_alias(store, ANA, "milk", "milk-skimmed", "2026-11-24T06:31:00Z")
    assert parse_meal("a glass of milk", FoodSearch(store, ANA)).items[0].food.id == "milk-skimmed"
    assert parse_meal("a glass of milk", FoodSearch(store, BEN)).items[0].food.id == "milk-whole"


def test_a_personal_name_is_kept_by_a_scoped_connection(scoped: Store) -> None:
    for food_id in ("milk-skimmed", "milk-whole"):
        with scoped.transaction():
            foods.set_alias(scoped, ANA, "moo", food_id, "2026-11-24T06:30:00Z")
    assert foods.aliases(scoped, ANA) == {"moo": ("milk-whole", None)}
