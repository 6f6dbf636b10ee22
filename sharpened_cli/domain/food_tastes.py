"""What a person likes to eat and when: foods they named, and those that belong to every day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.food_words import NameIndex, is_called, tokens
from sharpened_cli.domain.meal_times import meal_type_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sharpened_cli.domain.facts import Difficulty, TypicalFood
    from sharpened_cli.domain.food import Food

LIKED, LIKED_ELSEWHERE, ALIKE = 3.0, 1.2, 1.0  # how far a named food moves to the front of its family
FREQUENCY_WEIGHT = {"daily": 1.5, "several_times_week": 1.2, "weekly": 0.8, "occasionally": 0.5}
TIME_WORDS = frozenset(("time", "busy", "cook", "cooking", "rush", "rushed", "late", "travel", "work", "kid"))
MONEY_WORDS = frozenset(("budget", "money", "expensive", "cheap", "afford", "price", "pricey", "cost"))
BASIC_CATEGORIES = frozenset((
    "legumes", "grains_pasta", "vegetables", "fruit", "poultry", "meat", "fish_seafood", "eggs", "dairy",
    "bread_wraps", "breakfast_cereal", "nuts_seeds", "plant_protein",
))  # fmt: skip
MOST_DAILY_KCAL = 450.0  # a fixed daily food beyond this is left to the person (product choice)


class DailyFood(NamedTuple):
    """A food that belongs to a meal of every day, with its grams."""

    food: Food
    meal_time: str | None
    grams: float
    is_amount_said: bool


class Tastes(NamedTuple):
    """How much each food is liked by meal type, daily foods, and whether time or money is short."""

    liked: Mapping[tuple[str, str], float]
    daily: tuple[DailyFood, ...] = ()
    named: frozenset[str] = frozenset()
    is_short_of_time: bool = False
    is_short_of_money: bool = False

    def is_named(self, food_id: str) -> bool:
        """Return whether the person named just this food."""
        return food_id in self.named

    def liking(self, food_id: str, meal_type: str) -> float:
        """Return how far a food comes to the front at a meal type (0 where it was not named)."""
        return self.liked.get((food_id, meal_type), 0.0)


def tastes(
    typical: Sequence[TypicalFood],
    difficulties: Sequence[Difficulty],
    foods: Sequence[Food],
    table: Sequence[Food],
    is_allowed: Callable[[Food], bool],
) -> Tastes:
    """Return what a person's words about food mean for the choice among the foods they may eat.

    Words are looked up in the whole ``table``, so that a food that may not be eaten is never mistaken for
    another that may.
    """
    by_id = {food.id: food for food in table}
    index = NameIndex(table)
    liked: dict[tuple[str, str], float] = {}
    daily: list[DailyFood] = []
    named: set[str] = set()
    for row in typical:
        food = by_id.get(row.food_id or "") or _called(row.food, index, table)
        if food is not None and not is_allowed(food):
            continue
        food = _as_planned(food, foods)
        named |= {food.id} if food else set()
        weight = FREQUENCY_WEIGHT.get(row.frequency or "", 1.0)
        own_type = meal_type_of(row.meal_time) if row.meal_time else None
        for other in foods:
            strength = LIKED if food is not None and other.id == food.id else _alike(row.food, food, other)
            if strength:
                for meal_type in ("breakfast", "lunch", "dinner", "snack", "pre_workout", "post_workout"):
                    share = 1.0 if own_type in {None, meal_type} else LIKED_ELSEWHERE / LIKED
                    key = (other.id, meal_type)
                    liked[key] = max(liked.get(key, 0.0), strength * weight * share)
        if food is not None and row.frequency == "daily":
            daily.append(_daily(row, food))
    is_short_of_time = any(_costs_time(row) for row in difficulties)
    is_short_of_money = any(MONEY_WORDS & set(tokens(row.description)) for row in difficulties)
    return Tastes(liked, tuple(daily), frozenset(named), is_short_of_time, is_short_of_money)


def _alike(words: str, food: Food | None, other: Food) -> float:
    """Return the liking of a food for being called what the person said ("chicken", "rice")."""
    if not other.role or (food is not None and food.role and food.role != other.role):
        return 0.0
    wanted = tokens(words)
    return ALIKE if wanted and all(word in tokens(other.name) for word in wanted) else 0.0


def _called(words: str, index: NameIndex, foods: Sequence[Food]) -> Food | None:
    """Return the food that words stand for: the one they mean alone, else a planned one, else a food like it."""
    wanted = tokens(words)
    exact = index.called(words)
    if exact:
        return min(exact, key=lambda food: (not any(tokens(bare) == wanted for bare in food.bare_words), not food.role))
    planned = [food for food in foods if food.role and is_called(food, words)]
    return min(planned, key=lambda food: (len(food.name), food.id)) if planned else None


def _as_planned(food: Food | None, foods: Sequence[Food]) -> Food | None:
    """Return the planned food for a basic one that is not planned as it stands: cooked for raw, a kind for "beans"."""
    if food is None or food.role or food.category not in BASIC_CATEGORIES:
        return food
    head = food.name.partition(",")[0]
    kin = [other for other in foods if other.category == food.category and is_called(other, head)]
    kin += [other for other in foods if other.buys_as == food.id]
    if not kin:
        return food
    return min(kin, key=lambda other: (other.buys_as != food.id, other.state != "cooked", len(other.name), other.id))


def _daily(row: TypicalFood, food: Food) -> DailyFood:
    grams = row.typical_quantity_grams
    if grams is None and row.quantity:
        portion = next((one for one in food.portions if one.unit == row.unit), None)
        portion = portion or next((one for one in food.portions if one.key == food.default_portion), None)
        grams = row.quantity * portion.grams if portion else None
    said = grams is not None
    if grams is None:
        portion = next((one for one in food.portions if one.key == food.default_portion), None)
        grams = portion.grams if portion else 100.0
    most = MOST_DAILY_KCAL / food.per_100g.kcal * 100 if food.per_100g.kcal else grams
    return DailyFood(food, row.meal_time, min(grams, max(most, 1.0)), said)


def _costs_time(row: Difficulty) -> bool:
    return row.difficulty_category == "time_management" or bool(
        row.difficulty_category == "nutrition" and TIME_WORDS & set(tokens(row.description))
    )
