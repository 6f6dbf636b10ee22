"""A person as the coach knows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

GOALS = ("lose_fat", "build_muscle", "recomposition", "maintain", "improve_performance", "general_health")
EXPERIENCE_LEVELS = ("beginner", "novice", "intermediate", "advanced")
ACTIVITY_LEVELS = ("sedentary", "lightly_active", "moderately_active", "very_active", "extremely_active")
DIETS = ("none", "vegetarian", "vegan", "pescatarian", "keto", "paleo", "halal", "kosher")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who the person is and what they want; SI units; None or () where nobody said.

    For the list fields None means "not asked or not answered", () means "asked, none".
    ``cleared_exercises`` are ids of exercises said to be fine despite an injury.
    """

    user_id: str
    full_name: str | None = None
    birth_date: date | None = None
    birth_date_estimated: bool = False
    sex: str | None = None
    height_cm: float | None = None
    weight_kg: float | None = None
    body_fat_percentage: float | None = None
    body_fat_method: str | None = None
    primary_goal: str | None = None
    secondary_goal: str | None = None
    target_weight_kg: float | None = None
    experience_level: str | None = None
    activity_level: str | None = None
    workout_frequency: int | None = None
    session_minutes: int | None = None
    dietary_preference: str = "none"
    food_allergies: tuple[str, ...] | None = None
    foods_to_avoid: tuple[str, ...] | None = None
    meals_per_day: int = 3
    equipment: tuple[str, ...] | None = None
    injuries: tuple[str, ...] | None = None
    conditions: tuple[str, ...] | None = None
    medications: tuple[str, ...] | None = None
    screening: Mapping[str, object] = field(default_factory=dict)
    cleared_exercises: tuple[str, ...] = ()
    unit_system: str = "metric"
    timezone: str = "UTC"

    def age_on(self, day: date) -> int | None:
        """Return the completed years on a local date; 29 February counts on the 28th in common years."""
        return None if self.birth_date is None else completed_years(self.birth_date, day)


def completed_years(born: date, day: date) -> int:
    """Return the completed years on a local date; 29 February counts on the 28th in common years."""
    born_day = 28 if (born.month, born.day) == (2, 29) and not _is_leap(day.year) else born.day
    return day.year - born.year - ((day.month, day.day) < (born.month, born_day))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
