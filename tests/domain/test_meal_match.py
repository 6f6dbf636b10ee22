"""How far a logged meal is the planned one, and which planned meal it fills."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sharpened_cli.domain.assignment import match_meals
from sharpened_cli.domain.day_plan import Meal, MealItem
from sharpened_cli.domain.meal_match import DoneMeal, meal_score
from sharpened_cli.domain.nutrients import Nutrients

DAY = date(2026, 11, 24)
CHICKEN = MealItem("chicken", "Chicken", 180.0, "180 g", "protein", Nutrients(300, 55, 0, 7, 0))
RICE = MealItem("rice", "Rice", 250.0, "250 g", "starch", Nutrients(325, 7, 71, 1, 1))
OATS = MealItem("oats", "Oats", 80.0, "80 g", "grain", Nutrients(300, 10, 53, 6, 8))
LUNCH = Meal("lunch", DAY, 1, 2, 2, "lunch", "lunch", "12:30", "Chicken and rice", 2, items=(CHICKEN, RICE))
BREAKFAST = Meal("breakfast", DAY, 1, 2, 1, "breakfast", "breakfast", "07:30", "Oats", 1, items=(OATS,))


def eaten(meal: Meal, name: str = "m", *, foods: bool = True, times: float = 1.0) -> DoneMeal:
    hour, minute = meal.time.split(":")
    kcal = tuple((item.food_id, item.nutrients.kcal * times) for item in meal.items) if foods else ()
    return DoneMeal(name, DAY, meal.meal_type, int(hour) * 60 + int(minute), meal.totals().scaled(times), kcal)


def test_a_meal_as_planned_is_perfect() -> None:
    assert meal_score(LUNCH, eaten(LUNCH)).value == 1.0
    assert meal_score(LUNCH, eaten(LUNCH, times=1.05)).value >= 0.95


def test_a_swapped_meal_of_like_macros_is_similar() -> None:
    swapped = eaten(LUNCH)._replace(foods=(("turkey", 310.0), ("potato", 320.0)))
    assert meal_score(LUNCH, swapped).status == "similar"


def test_a_quick_entry_of_the_same_figures_counts_as_the_meal() -> None:
    assert meal_score(LUNCH, eaten(LUNCH, foods=False)).status == "completed"


def test_half_the_meal_is_partly_done_and_another_meal_is_none() -> None:
    assert 0.3 < meal_score(LUNCH, eaten(LUNCH, times=0.5)).value < 0.85
    other = DoneMeal("m", DAY, "snack", 22 * 60, Nutrients(90, 1, 22, 0, 3), (("apple", 90.0),))
    assert meal_score(LUNCH, other).value < 0.3


def test_meals_eaten_at_each_others_time_are_matched_by_what_they_are() -> None:
    swapped = [
        eaten(LUNCH, "x")._replace(meal_type="breakfast", minute=450),
        eaten(BREAKFAST, "y")._replace(meal_type="lunch", minute=750),
    ]
    matches = {match.planned_id: match.done_ids[0] for match in match_meals([BREAKFAST, LUNCH], swapped)}
    assert matches == {"breakfast": "y", "lunch": "x"}


def test_a_meal_of_another_day_fills_nothing() -> None:
    assert match_meals([LUNCH], [eaten(LUNCH)._replace(date=date(2026, 11, 25))]) == ()


@given(st.floats(0.0, 4.0), st.sampled_from(["breakfast", "lunch", "snack"]), st.integers(0, 1439), st.booleans())
def test_a_score_stays_within_its_bounds(times: float, meal_type: str, minute: int, foods: bool) -> None:
    done = eaten(LUNCH, foods=foods, times=times)._replace(meal_type=meal_type, minute=minute)
    assert 0.0 <= meal_score(LUNCH, done).value <= 1.0
