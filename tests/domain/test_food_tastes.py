from __future__ import annotations

import pytest
from packaged import read_foods

from sharpened_cli.domain.facts import Difficulty, TypicalFood
from sharpened_cli.domain.food_tastes import Tastes, tastes

TABLE = read_foods()
PLANNED = tuple(food for food in TABLE if food.role)


def heard(*foods: TypicalFood, difficulties: tuple[Difficulty, ...] = ()) -> Tastes:
    return tastes(foods, difficulties, PLANNED, TABLE, lambda _food: True)


def test_a_food_is_liked_most_at_its_own_meal() -> None:
    said = heard(TypicalFood(food="oats", food_id="oats-dry", meal_time="breakfast"))
    assert said.liking("oats-dry", "breakfast") > said.liking("oats-dry", "snack") > 0
    assert said.liking("granola", "breakfast") == 0
    assert said.is_named("oats-dry")


@pytest.mark.parametrize(
    ("words", "food_id"),
    [("chicken breast", "chicken-breast-cooked"), ("bananas", "banana"), ("white rice", "white-rice-cooked"),
     ("salmon", "salmon-fillet-cooked"), ("greek yoghurt 0% fat", "greek-yoghurt-0-pct-fat")],
)  # fmt: skip
def test_words_without_an_id_find_their_food(words: str, food_id: str) -> None:
    assert heard(TypicalFood(food=words)).liking(food_id, "lunch") > 0


def test_a_raw_food_means_the_one_that_is_planned() -> None:
    said = heard(TypicalFood(food="chicken", food_id="chicken-breast-raw"))
    assert any("chicken-breast" in food_id for food_id in said.named)
    assert "chicken-breast-raw" not in said.named


def test_daily_foods_carry_their_amounts() -> None:
    (bread,) = heard(
        TypicalFood(food="bread", food_id="wholemeal-bread", frequency="daily", quantity=2, unit="slice")
    ).daily
    assert (bread.food.id, bread.grams, bread.is_amount_said) == ("wholemeal-bread", 72.0, True)
    (oats,) = heard(TypicalFood(food="oats", food_id="oats-dry", frequency="daily")).daily
    assert not oats.is_amount_said


def test_a_daily_food_is_never_a_whole_day() -> None:
    (daily,) = heard(
        TypicalFood(food="butter", food_id="butter-salted", frequency="daily", typical_quantity_grams=500)
    ).daily
    assert daily.food.nutrients(daily.grams).kcal <= 451


def test_what_may_not_be_eaten_is_not_liked() -> None:
    said = tastes([TypicalFood(food="eggs", frequency="daily")], (), PLANNED, TABLE, lambda food: food.vegan)
    assert said == Tastes({})


def test_difficulties_say_whether_time_or_money_is_short() -> None:
    busy = Difficulty(description="long shifts", difficulty_category="time_management")
    poor = Difficulty(description="healthy food is expensive", difficulty_category="nutrition")
    knees = Difficulty(description="sore knees", difficulty_category="injury")
    assert (heard(difficulties=(busy,)).is_short_of_time, heard(difficulties=(busy,)).is_short_of_money) == (
        True,
        False,
    )
    assert (heard(difficulties=(poor,)).is_short_of_time, heard(difficulties=(poor,)).is_short_of_money) == (
        False,
        True,
    )
    assert heard(difficulties=(knees,)) == Tastes({})
