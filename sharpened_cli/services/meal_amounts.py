"""A day's planned meals with amounts for other calories, over the foods as stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sharpened_cli.domain.meal_rescale import moved_grams
from sharpened_cli.domain.serving_words import serving_words
from sharpened_cli.store import food_amounts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sharpened_cli.domain.day_plan import Meal, MealItem
    from sharpened_cli.domain.food import Food
    from sharpened_cli.store import Store


def rescaled(store: Store, meals: tuple[Meal, ...], calories_kcal: float) -> tuple[Meal, ...]:
    """Return the meals with starch, fat and fruit moved towards a calorie target; names and ids stay."""
    known = food_amounts.by_ids(store, {item.food_id for meal in meals for item in meal.items})
    foods = cast("Mapping[str, Food]", known)  # the same fields as NamedTuples, which cost no start-up time
    _, grams = moved_grams(cast("Any", meals), calories_kcal, foods)
    return tuple(
        meal._replace(
            items=tuple(_with_grams(item, grams.get((place, order)), foods) for order, item in enumerate(meal.items))
        )
        for place, meal in enumerate(meals)
    )


def _with_grams(item: MealItem, grams: float | None, foods: Mapping[str, Food]) -> MealItem:
    if grams is None or grams == item.grams:
        return item
    food = foods[item.food_id]
    return item._replace(grams=grams, serving=serving_words(food, grams), nutrients=food.nutrients(grams))
