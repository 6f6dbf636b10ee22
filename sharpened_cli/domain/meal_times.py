"""When a person eats, and what share of the day each meal carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sharpened_cli.domain.facts import MealTime
    from sharpened_cli.domain.profile import Profile

# Where nobody said another time: usual hours of the ten meal times (product choice).
USUAL_TIME = {
    "early_morning": "06:00", "breakfast": "08:00", "mid_morning": "10:30", "lunch": "12:30",
    "afternoon": "15:30", "pre_workout": "16:00", "post_workout": "17:45", "dinner": "18:30",
    "evening": "21:00", "late_night": "22:30",
}  # fmt: skip
OWN_TYPES = frozenset(("breakfast", "lunch", "dinner", "pre_workout", "post_workout"))  # the rest are snacks
# Meals that are added as a day has more of them (product choice: mains first, then snacks between).
ORDER_OF_MEALS = (
    "dinner", "lunch", "breakfast", "afternoon", "mid_morning", "evening", "early_morning", "late_night",
)  # fmt: skip
WEIGHT = {"breakfast": 1.0, "lunch": 1.3, "dinner": 1.3, "snack": 0.45, "pre_workout": 0.35, "post_workout": 0.5}
SIZE_FACTOR = {"small": 0.7, "medium": 1.0, "large": 1.35}
# Which meal stands in for a main meal that a person does not name.
STANDS_IN = {
    "lunch": ("afternoon", "mid_morning", "post_workout"),
    "dinner": ("evening", "late_night", "post_workout", "afternoon"),
}
STAND_IN_WEIGHT = 1.0
DEFAULT_MEALS = 3  # the number of meals of a profile in which nobody said a number


class MealSlot(NamedTuple):
    """A meal of every day: its meal time, type, hour HH:MM, share of the day's energy, and what it serves as.

    ``serves`` differs from the type where a meal stands in for a main one: the afternoon meal of a person
    without lunch, the late meal of one without dinner.
    """

    meal_time: str
    meal_type: str
    time: str
    share: float
    serves: str


def meal_type_of(meal_time: str) -> str:
    """Return the meal type of one of the ten meal times."""
    return meal_time if meal_time in OWN_TYPES else "snack"


def meal_slots(profile: Profile, meal_times: Iterable[MealTime]) -> tuple[MealSlot, ...]:
    """Return the meals of a day, earliest first: at the times a person named, as many as asked.

    Two or more named times are the day as it is eaten; meals are added only where more than the usual
    three were asked for. Shares sum to 1.
    """
    named = {meal.meal_time: meal for meal in meal_times if meal.meal_time in USUAL_TIME}
    names = list(named)
    asked = min(8, max(1, profile.meals_per_day))
    if len(names) < 2 or asked > max(len(names), DEFAULT_MEALS):
        names += [name for name in ORDER_OF_MEALS if name not in named][: max(0, asked - len(names))]
    serves = _serves(names)
    weights = [_weight(name, serves[name], named.get(name)) for name in names]
    slots = [
        MealSlot(name, meal_type_of(name), _time(name, named.get(name)), weight / sum(weights), serves[name])
        for name, weight in zip(names, weights, strict=True)
    ]
    return tuple(sorted(slots, key=lambda slot: (slot.time, USUAL_TIME[slot.meal_time])))


def _serves(names: list[str]) -> dict[str, str]:
    """Return what each meal serves as: its own type, or a main meal that is not named."""
    serves = {name: meal_type_of(name) for name in names}
    for main, others in STANDS_IN.items():
        if main not in names and len(names) > 1:
            other = next((name for name in others if serves.get(name) not in {None, "lunch", "dinner"}), None)
            if other:
                serves[other] = main
    return serves


def _weight(name: str, serves: str, meal: MealTime | None) -> float:
    own_type = meal_type_of(name)
    weight = WEIGHT[own_type] if serves == own_type else STAND_IN_WEIGHT
    return weight * SIZE_FACTOR.get((meal.typical_portion_size if meal else None) or "medium", 1.0)


def _time(name: str, meal: MealTime | None) -> str:
    return (meal.typical_time if meal else None) or USUAL_TIME[name]
