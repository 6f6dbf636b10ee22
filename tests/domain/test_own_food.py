"""Foods of one's own: possible figures, recipes, and no recipe inside itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_foods

from sharpened_cli.domain.body_check import doubt_of
from sharpened_cli.domain.nutrients import Nutrients
from sharpened_cli.domain.own_food import atwater_kcal, check_figures, check_no_cycle, composed, scaled_to_100g
from sharpened_cli.errors import InputError

FOODS = {food.id: food for food in read_foods() if food.id in {"oats-dry", "milk-whole", "banana"}}


@given(protein=st.floats(0, 30), carbs=st.floats(0, 40), fat=st.floats(0, 25))
@settings(max_examples=60)
def test_figures_that_agree_are_taken(protein: float, carbs: float, fat: float) -> None:
    figures = Nutrients(0.0, protein, carbs, fat)
    check_figures(figures._replace(kcal=atwater_kcal(figures)))


@pytest.mark.parametrize(
    "figures",
    [
        Nutrients(500, 3, 0, 0),
        Nutrients(100, 60, 60, 0),
        Nutrients(-1, 0, 0, 0),
        Nutrients(2000, 0, 0, 100),
        Nutrients(10, 20, 20, 20),
    ],
)
def test_figures_that_no_food_can_have_are_refused(figures: Nutrients) -> None:
    with pytest.raises(InputError):
        check_figures(figures)


def test_fibre_may_count_for_nothing_or_in_full() -> None:
    check_figures(Nutrients(120, 2, 80, 0, 60))
    check_figures(Nutrients(320, 2, 80, 0, 60))


def test_a_recipe_is_the_sum_of_its_parts() -> None:
    parts = [(FOODS["oats-dry"], 80.0), (FOODS["milk-whole"], 250.0)]
    figures, weight = composed(parts)
    whole = FOODS["oats-dry"].nutrients(80).kcal + FOODS["milk-whole"].nutrients(250).kcal
    assert weight == 330
    assert figures.kcal * weight / 100 == pytest.approx(whole)
    boiled_down, _ = composed(parts, 300.0)
    assert boiled_down.kcal > figures.kcal
    with pytest.raises(InputError):
        composed([])


def test_figures_for_a_serving_become_figures_for_100_g() -> None:
    assert scaled_to_100g(Nutrients(200, 20, 18, 6), 50).kcal == 400
    with pytest.raises(InputError):
        scaled_to_100g(Nutrients(200, 20, 18, 6), 0)


def test_no_recipe_holds_itself() -> None:
    links = {"b": ["c"], "c": ["d", "a"]}
    check_no_cycle("x", ["b"], links)
    for parts in (["a"], ["b"], ["d", "c"]):
        with pytest.raises(InputError, match="part of itself"):
            check_no_cycle("a", parts, links)


@pytest.mark.parametrize(
    ("weight", "before", "doubted"), [(82, 80, False), (87, 80, True), (73, 80, True), (82, None, False)]
)
def test_a_weight_is_doubted_beyond_eight_percent(weight: float, before: float | None, doubted: bool) -> None:
    assert (doubt_of(weight, before) is not None) == doubted
