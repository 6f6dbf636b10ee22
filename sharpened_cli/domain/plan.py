"""What a program consists of: sessions with exercises, meals with items, days with targets.

No value here carries an id: week, day and order name a thing, so that plans compare byte for byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.domain.nutrients import Nutrients, Targets

SESSION_KINDS = ("resistance", "endurance", "hiit", "sport", "mobility")
MEAL_TYPES = ("breakfast", "lunch", "dinner", "snack", "pre_workout", "post_workout", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """One line of a session. Strength has reps; holds have ``seconds``; distances ``metres``."""

    order: int
    exercise_id: str
    name: str
    sets: int
    rep_low: int | None = None
    rep_high: int | None = None
    seconds: int | None = None
    metres: float | None = None
    rir: int | None = None
    rest_sec: int = 0
    load_kg: float | None = None
    is_warmup: bool = False
    note: str = ""
    substitution_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A training session on one local date; ``day_index`` is the ISO weekday."""

    date: date
    week_index: int
    day_index: int
    start_time: str
    kind: str
    modality: str
    name: str
    duration_minutes: int
    location: str = "gym"
    is_deload: bool = False
    is_optional: bool = False
    net_kcal: float = 0.0
    exercises: tuple[PlannedExercise, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedItem:
    """A food of a planned meal, in grams and in words (``serving``, say "2 slices")."""

    food_id: str
    food_name: str
    grams: float
    serving: str
    role: str
    nutrients: Nutrients


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeal:
    """A meal on one local date."""

    date: date
    week_index: int
    day_index: int
    order: int
    meal_type: str
    meal_time: str
    time: str
    name: str
    items: tuple[PlannedItem, ...]
    prep_minutes: int = 0

    def totals(self) -> Nutrients:
        """Return the sum of the items."""
        from sharpened_cli.domain.nutrients import total

        return total(item.nutrients for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """What one day aims at."""

    date: date
    week_index: int
    day_index: int
    is_training_day: bool
    targets: Targets


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A wish that could not be met in full: what was wanted, what is possible, why, and what would help."""

    code: str
    wanted: float | str | None
    possible: float | str | None
    because: str
    options: tuple[str, ...] = ()
