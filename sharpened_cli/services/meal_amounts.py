"""A day's planned meals with amounts for other calories, over the foods as stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.day_plan import MealItem
from sharpened_cli.domain.meal_rescale import rescale_meals
from sharpened_cli.domain.plan import PlannedItem, PlannedMeal
from sharpened_cli.store import foods

if TYPE_CHECKING:
    from sharpened_cli.domain.day_plan import Meal
    from sharpened_cli.store import Store


def rescaled(store: Store, meals: tuple[Meal, ...], calories_kcal: float) -> tuple[Meal, ...]:
    """Return the meals with starch, fat and fruit moved towards a calorie target; names and ids stay."""
    known = foods.by_ids(store, {item.food_id for meal in meals for item in meal.items})
    changed = rescale_meals([_planned(meal) for meal in meals], calories_kcal, known).meals
    return tuple(
        meal._replace(items=tuple(_item(item) for item in other.items))
        for meal, other in zip(meals, changed, strict=True)
    )


def _planned(meal: Meal) -> PlannedMeal:
    return PlannedMeal(
        date=meal.date,
        week_index=meal.week_index,
        day_index=meal.day_index,
        order=meal.order,
        meal_type=meal.meal_type,
        meal_time=meal.meal_time,
        time=meal.time,
        name=meal.name,
        items=tuple(PlannedItem(**item._asdict()) for item in meal.items),
        prep_minutes=meal.prep_minutes,
    )


def _item(item: PlannedItem) -> MealItem:
    return MealItem(item.food_id, item.food_name, item.grams, item.serving, item.role, item.nutrients)
