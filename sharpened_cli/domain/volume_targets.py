"""How many weekly sets each muscle should get: minimum, target and cap in fractional sets.

Direct sets count 1, indirect 0.5: Pelland 2025 Sports Med. Ranges by training age are product choices built on
Schoenfeld 2017 J Sports Sci 35:1073, Baz-Valle 2022 J Hum Kinet and Iversen 2021 Sports Med 51:2079.
"""

from __future__ import annotations

from typing import NamedTuple

from sharpened_cli.domain.exercise import MUSCLES

MINIMUM_SETS = 4.0  # Iversen 2021: >= 4 weekly sets a muscle
SESSION_CAP, SESSION_HARD_CAP = 8.0, 10.0  # fractional sets a muscle and session: product choice
DEFICIT_FACTOR = 0.85  # in a deficit 0.8-0.9 of the sets, intensity kept: product choice
DEFICIT_FROM = 0.05  # a deficit of less than 5 % of expenditure is none
OLDER_AGE = 65
FOCUS_FACTOR = 1.25  # a muscle that the person wants to bring up: product choice
SPECIALISED_CAP = 26.0
MAINTENANCE_MINIMUM, MAINTENANCE_TARGET = 2.0, 4.0
# A third of the volume keeps size and strength: Bickel 2011 Med Sci Sports Exerc 43:1177.


class MuscleTarget(NamedTuple):
    """Weekly fractional sets of one muscle."""

    minimum: float
    target: float
    cap: float


class VolumeWish(NamedTuple):
    """What decides the volume: training age, goal, deficit, age, focus muscles, and the part of strength."""

    experience: str
    goal: str
    deficit_fraction: float = 0.0
    age: int = 30
    focus: frozenset[str] = frozenset()
    is_supportive: bool = False


# training age -> (low start, high start, cap)
SETS_BY_EXPERIENCE = {
    "beginner": (6.0, 6.0, 12.0),
    "novice": (6.0, 8.0, 12.0),
    "intermediate": (8.0, 12.0, 18.0),
    "advanced": (10.0, 14.0, 22.0),
    "older": (4.0, 6.0, 12.0),
}
# where in the starting range a goal stands: 0 low end, 1 high end (product choice)
GOAL_POSITION = {
    "build_muscle": 0.75,
    "recomposition": 0.5,
    "lose_fat": 0.5,
    "maintain": 0.25,
    "improve_performance": 0.25,
    "general_health": 0.0,
}


def weekly_targets(wish: VolumeWish) -> dict[str, MuscleTarget]:
    """Return minimum, target and cap of weekly fractional sets for each of the ten muscles.

    ``is_supportive``: strength serves another sport, so that the sets that maintain muscle are aimed at.
    """
    return {muscle: _target(wish, is_focus=muscle in wish.focus) for muscle in MUSCLES}


def _target(wish: VolumeWish, *, is_focus: bool) -> MuscleTarget:
    low, high, cap = SETS_BY_EXPERIENCE[_row(wish)]
    if wish.is_supportive:
        return MuscleTarget(MAINTENANCE_MINIMUM, MAINTENANCE_TARGET, cap)
    target = low + (high - low) * GOAL_POSITION.get(wish.goal, 0.5)
    if wish.deficit_fraction >= DEFICIT_FROM:
        target *= DEFICIT_FACTOR
    if is_focus:
        target *= FOCUS_FACTOR
        cap = min(cap * FOCUS_FACTOR, SPECIALISED_CAP)
    return MuscleTarget(MINIMUM_SETS, round(max(MINIMUM_SETS, min(target, cap)), 1), cap)


def _row(wish: VolumeWish) -> str:
    if wish.age >= OLDER_AGE:
        return "older"
    return wish.experience if wish.experience in SETS_BY_EXPERIENCE else "beginner"
