"""Change the amounts of a day's planned meals so that they meet other calories."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.nutrients import total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.food import Food
    from sharpened_cli.domain.nutrients import Nutrients
    from sharpened_cli.domain.plan import PlannedItem, PlannedMeal

TOLERANCE = 0.03  # a day counts as met within 3 % of its calories (product choice)
LEAST_FACTOR, GREATEST_FACTOR = 0.6, 1.5  # beyond this a meal is no longer the same meal (product choice)
# Roles whose amount gives energy without carrying the day's protein.
MOVING_ROLES = frozenset(("starch", "grain", "bread", "fat", "nut", "fruit"))


class Rescaled(NamedTuple):
    """A day's meals with new amounts, their sum, the common factor, and whether 3 % was reached."""

    meals: tuple[PlannedMeal, ...]
    totals: Nutrients
    factor: float
    reached: bool


def rescale_meals(meals: Sequence[PlannedMeal], calories_kcal: float, foods: Mapping[str, Food]) -> Rescaled:
    """Return the meals of one day with starch, fat and fruit moved by one factor towards a calorie target.

    Protein items, whole pieces and foods that ``foods`` (by id) does not hold keep their amounts. Amounts
    are kept on the household steps of each food and within 0.6-1.5 of what was planned; a day that is
    within 3 % already comes back as it is.
    """
    before = total(meal.totals() for meal in meals)
    factor, grams = moved_grams(meals, calories_kcal, foods)
    if not grams:
        return Rescaled(tuple(meals), before, 1.0, reached=_is_met(before.kcal, calories_kcal))
    changed = tuple(_with_grams(meal, place, grams, foods) for place, meal in enumerate(meals))
    after = total(meal.totals() for meal in changed)
    return Rescaled(changed, after, factor, reached=_is_met(after.kcal, calories_kcal))


def moved_grams(
    meals: Sequence[PlannedMeal], calories_kcal: float, foods: Mapping[str, Food]
) -> tuple[float, dict[tuple[int, int], float]]:
    """Return the common factor, and the grams of what moves by (place of the meal, place of the item).

    Nothing moves, and the factor is 1, when the day is within 3 % or holds nothing that may move. Any values
    with the fields of PlannedMeal and Food will do.
    """
    before_kcal = total(meal.totals() for meal in meals).kcal
    moving = [
        (place, order, item, foods[item.food_id])
        for place, meal in enumerate(meals)
        for order, item in enumerate(meal.items)
        if item.food_id in foods and _may_move(item, foods[item.food_id])
    ]
    movable_kcal = sum(item.nutrients.kcal for _, _, item, _ in moving)
    if movable_kcal <= 0 or _is_met(before_kcal, calories_kcal):
        return 1.0, {}
    factor = 1 + (calories_kcal - before_kcal) / movable_kcal
    factor = min(GREATEST_FACTOR, max(LEAST_FACTOR, factor))
    grams = {(place, order): _stepped(food, item.grams, factor) for place, order, item, food in moving}
    _trim(grams, moving, before_kcal, calories_kcal)
    return factor, grams


def _is_met(kcal: float, target_kcal: float) -> bool:
    return abs(kcal - target_kcal) <= TOLERANCE * target_kcal


def _may_move(item: PlannedItem, food: Food) -> bool:
    return item.role in MOVING_ROLES and not food.is_countable and item.grams > 0


def _step(food: Food) -> float:
    return food.plan_step_g or 5.0


def _bounds(food: Food, grams: float) -> tuple[float, float]:
    """Return the least and greatest sensible grams: the factors, kept inside the food's own limits."""
    least = max(LEAST_FACTOR * grams, min(food.plan_min_g, grams))
    greatest = GREATEST_FACTOR * grams
    if food.plan_max_g:
        greatest = min(greatest, max(food.plan_max_g, grams))
    return least, greatest


def _stepped(food: Food, grams: float, factor: float) -> float:
    least, greatest = _bounds(food, grams)
    step = _step(food)
    moved = grams + round(grams * (factor - 1) / step) * step
    while moved > greatest + 1e-6:
        moved -= step
    while moved < least - 1e-6:
        moved += step
    return moved if moved <= greatest + 1e-6 else grams


def _trim(
    grams: dict[tuple[int, int], float],
    moving: list[tuple[int, int, PlannedItem, Food]],
    before_kcal: float,
    target_kcal: float,
) -> None:
    """Move single items by one step as long as that brings the day nearer to the target."""

    def miss() -> float:
        shift = sum(
            (grams[place, order] - item.grams) * food.per_100g.kcal / 100 for place, order, item, food in moving
        )
        return before_kcal + shift - target_kcal

    missing = miss()
    for _ in range(8 * len(moving)):
        best: tuple[float, tuple[int, int], float] | None = None
        for place, order, item, food in moving:
            least, greatest = _bounds(food, item.grams)
            move = -_step(food) if missing > 0 else _step(food)
            moved = grams[place, order] + move
            left = abs(missing + move * food.per_100g.kcal / 100)
            if least - 1e-6 <= moved <= greatest + 1e-6 and left < abs(missing) and (not best or left < best[0]):
                best = (left, (place, order), moved)
        if best is None:
            return
        grams[best[1]] = best[2]
        missing = miss()


def _with_grams(
    meal: PlannedMeal, place: int, grams: Mapping[tuple[int, int], float], foods: Mapping[str, Food]
) -> PlannedMeal:
    from dataclasses import replace

    from sharpened_cli.domain.serving_words import serving_words

    items = list(meal.items)
    for order, item in enumerate(items):
        new = grams.get((place, order), item.grams)
        if new != item.grams:
            food = foods[item.food_id]
            items[order] = replace(item, grams=new, serving=serving_words(food, new), nutrients=food.nutrients(new))
    return replace(meal, items=tuple(items))
