"""Edits of meals that were made for a change of targets hold as long as that change, and no longer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.day_plan import Meal, MealItem, PlanEvent, StoredDay
from sharpened_cli.domain.effective import effective_day
from sharpened_cli.domain.nutrients import Nutrients, Targets

if TYPE_CHECKING:
    from sharpened_cli.domain.day_plan import EffectiveDay

MONDAY = date(2026, 11, 23)
BASE = Targets(2000.0, 150.0, 200.0, 66.7, 28.0)
OATS = MealItem("oats", "Oats", 80.0, "1 cup", "grain", Nutrients(300.0, 10.0, 54.0, 5.0, 8.0))
BREAKFAST = Meal("m", MONDAY, 1, 1, 1, "breakfast", "breakfast", "08:00", "Oats", 1, items=(OATS,))


def rescale(meals: tuple[Meal, ...], kcal: float) -> tuple[Meal, ...]:
    return tuple(meal._replace(name=f"{meal.name} for {kcal:.0f}") for meal in meals)


def on(*events: PlanEvent, day: date = MONDAY) -> EffectiveDay:
    meal = BREAKFAST._replace(date=day)
    return effective_day(StoredDay(day, BASE, (), (meal,), 1), events, rescale=rescale)


def calories(number: int, kcal: float, day: date = MONDAY) -> PlanEvent:
    return PlanEvent(number, f"e{number}", "calories", "program", "p", day, {"calories_kcal": kcal})


def edit(number: int, name: str, kcal: float, made_for: int) -> PlanEvent:
    line: dict[str, Any] = OATS._asdict() | OATS.nutrients._asdict()
    meals = {"m": {"name": name, "items": [line]}}
    after = {"meals": meals, "made_for_kcal": kcal, "made_for_change": made_for}
    return PlanEvent(number, f"e{number}", "edit", "meal", "m", MONDAY, after)


def undoing(number: int, undone: PlanEvent) -> PlanEvent:
    return PlanEvent(number, f"e{number}", "undo", "program", "p", MONDAY, {}, undone.id)


def test_an_edit_stands_while_the_change_it_was_made_for_is_in_force() -> None:
    cut, new = calories(1, 1600.0), edit(2, "Porridge", 1600.0, 1)
    assert on(cut, new).meals[0].name == "Porridge"
    assert on(cut).meals[0].name == "Oats for 1600"


def test_undoing_the_change_takes_its_edits_along_and_undoing_that_brings_them_back() -> None:
    cut, new = calories(1, 1600.0), edit(2, "Porridge", 1600.0, 1)
    back = undoing(3, cut)
    assert on(cut, new, back) == on()
    assert on(cut, new, back, undoing(4, back)) == on(cut, new)


def test_a_later_change_starts_from_the_planned_meals_again_and_undoing_it_returns_to_the_edit() -> None:
    cut, new, later = calories(1, 1600.0), edit(2, "Porridge", 1600.0, 1), calories(3, 1500.0)
    assert on(cut, new, later) == on(later)
    assert on(cut, new, later, undoing(4, later)) == on(cut, new)
    own = edit(5, "Muesli", 1500.0, 3)
    assert on(cut, new, later, own).meals[0].name == "Muesli"


def test_a_change_that_begins_later_leaves_the_edits_of_the_days_before_it() -> None:
    cut, new = calories(1, 1600.0), edit(2, "Porridge", 1600.0, 1)
    later = calories(3, 1500.0, MONDAY + timedelta(days=1))
    assert on(cut, new, later).meals[0].name == "Porridge"
    assert on(cut, new, later, day=MONDAY + timedelta(days=1)).meals[0].name == "Oats for 1500"
