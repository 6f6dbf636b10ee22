from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_foods

from sharpened_cli.domain.meal_model import Amount, Choice, DayModel, DayPlace
from sharpened_cli.domain.meal_reach import energy_range, meal_reach, place_reach
from sharpened_cli.domain.meal_solver import round_day, solve_day, worst_miss
from sharpened_cli.domain.nutrients import Targets

FOODS = {food.id: food for food in read_foods()}


def choice(key: str, cost: float = 0.0) -> Choice:
    food = FOODS[key]
    return Choice(food, cost, food.plan_min_g, food.plan_max_g, food.plan_step_g)


def place(meal: int, name: str, *keys: str, is_optional: bool = False) -> DayPlace:
    return DayPlace(meal, name, is_optional, tuple(choice(key, rank * 0.3) for rank, key in enumerate(keys)))


PLACES = (
    place(0, "eggs", "egg-boiled"),
    place(0, "toast", "wholemeal-bread", "toast-white"),
    place(0, "fruit", "banana", "apple", is_optional=True),
    place(1, "protein", "chicken-breast-cooked", "cod-fillet-cooked"),
    place(1, "starch", "white-rice-cooked", "potato-boiled"),
    place(1, "vegetable", "broccoli-cooked"),
    place(1, "fat", "olive-oil", is_optional=True),
)
TARGETS = Targets(1500, 100, 160, 48, 20)


def model(**changes: Any) -> DayModel:
    base = DayModel(PLACES, (600.0, 900.0), TARGETS, {})
    return base._replace(**changes)


def test_a_day_fills_required_places_once_and_meets_its_targets() -> None:
    amounts = solve_day(model(), 1)
    assert amounts is not None
    names = [amount.place.name for amount in amounts]
    assert {"eggs", "toast", "protein", "starch", "vegetable"} <= set(names)
    assert len(names) == len(set(names))
    assert worst_miss(amounts, TARGETS) <= 1.0


def test_counted_foods_come_whole_and_weighed_ones_on_their_steps() -> None:
    for amount in solve_day(model(), 1) or ():
        food = amount.choice.food
        steps = (amount.grams - food.plan_min_g) / food.plan_step_g
        assert steps == pytest.approx(round(steps), abs=0.01)
        assert food.plan_min_g <= amount.grams <= food.plan_max_g


def test_what_is_kept_apart_does_not_meet_in_one_meal() -> None:
    apart = ((frozenset({"chicken-breast-cooked"}), frozenset({"white-rice-cooked"})),)
    chosen = {amount.choice.food.id for amount in solve_day(model(apart=apart), 1) or ()}
    assert not {"chicken-breast-cooked", "white-rice-cooked"} <= chosen
    assert chosen


def test_a_target_out_of_reach_comes_back_as_near_as_possible() -> None:
    far = Targets(4000, 100, 160, 48, 20)
    amounts = solve_day(model(targets=far), 1)
    assert amounts is not None
    assert worst_miss(amounts, far) > 1.0
    assert sum(amount.choice.food.nutrients(amount.grams).kcal for amount in amounts) > 1800


def test_places_that_cannot_be_filled_are_no_day() -> None:
    only_kin = (place(0, "meat", "chicken-breast-cooked"), place(0, "milk", "milk-whole"))
    apart = ((frozenset({"chicken-breast-cooked"}), frozenset({"milk-whole"})),)
    assert solve_day(DayModel(only_kin, (400.0,), TARGETS, {}, apart), 1) is None


@settings(max_examples=20, deadline=None)
@given(grams=st.lists(st.floats(50, 250), min_size=7, max_size=7), kcal=st.integers(900, 2200))
def test_rounding_never_leaves_the_limits_and_is_repeatable(grams: list[float], kcal: int) -> None:
    targets = Targets(kcal, 0.25 * kcal / 4, 0.45 * kcal / 4, 0.3 * kcal / 9, None)
    amounts = [Amount(place, place.choices[0], gram) for place, gram in zip(PLACES, grams, strict=True)]
    rounded = round_day(amounts, model(targets=targets))
    assert rounded == round_day(amounts, model(targets=targets))
    for amount in rounded:
        assert amount.choice.least_g - 0.05 <= amount.grams <= amount.choice.most_g + 0.05


@settings(max_examples=30)
@given(kcal=st.floats(300, 900))
def test_a_reach_holds_its_own_middle_and_orders_its_ends(kcal: float) -> None:
    places = [
        place_reach([one.food for one in place.choices], is_optional=place.is_optional)
        for place in PLACES
        if place.meal
    ]
    least, most = energy_range(places)
    assert least <= most
    reach = meal_reach(places, min(max(kcal, least), most))
    assert all(low <= high + 1e-9 for low, high in zip(reach.low, reach.high, strict=True))
