"""What a reassessment looks at: the person, the days of the window, adherence, training, and the safety verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.deload import Recovery
from sharpened_cli.domain.safety_level import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sharpened_cli.domain.expenditure import Day
    from sharpened_cli.domain.performance import Slope
    from sharpened_cli.domain.volume import MuscleSignal

MIN_SESSIONS_PLANNED = 4  # sessions of a fortnight before training adherence means something (decided once)
NEAR_TARGET = 0.10  # a logged day within so much of its target was eaten as planned


class Person(NamedTuple):
    """Who is reassessed; kg, cm, kcal a day, percent; ``start_weight_kg`` is the first weigh-in.

    ``net_exercise_kcal`` is the planned training's daily mean beyond resting.
    """

    sex: str
    height_cm: float
    start_weight_kg: float
    body_fat_percentage: float
    rmr_kcal: float
    tdee_kcal: float
    net_exercise_kcal: float
    experience: str
    goal: str
    goal_rate_kg_per_week: float
    target_weight_kg: float | None = None
    units: str = "metric"


class Adherence(NamedTuple):
    """What was planned in the window and what of it was done, declined or logged."""

    sessions_planned: int = 0
    sessions_completed: int = 0
    meals_planned: int = 0
    meals_logged: int = 0
    sessions_declined: int = 0

    @property
    def training(self) -> float | None:
        """Return the share of planned sessions done.

        None when fewer than four were planned, or when nothing at all was said about training: neither done nor
        declined is not known, and what is not known gates nothing.
        """
        if self.sessions_planned < MIN_SESSIONS_PLANNED:
            return None
        if not self.sessions_completed and not self.sessions_declined:
            return None
        return self.sessions_completed / self.sessions_planned


class Training(NamedTuple):
    """The window's training: signals by muscle, slopes of main lifts, recovery, and what is planned.

    ``planned_deficit`` is the deficit that the program's sets were made for, ``free_minutes`` the
    minutes a week that sessions leave unused, ``last_deload_on`` the start of the last lighter week.
    """

    signals: tuple[MuscleSignal, ...] = ()
    main_lifts: Mapping[str, Slope] = {}
    rpe_drift: float | None = None
    recovery: Recovery = Recovery()
    free_minutes: float = 0.0
    planned_deficit: float = 0.0
    last_deload_on: date | None = None


NOTHING_PLANNED = Adherence()
NO_TRAINING = Training()
UNRESTRICTED = Verdict()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything one reassessment may know. ``days`` ascend and end with ``as_of``.

    The window is ``window_start`` to the day before ``as_of``; of ``as_of`` itself only the morning's
    weigh-in counts. ``program_id`` is None for a person without a program.
    """

    user_id: str
    program_id: str | None
    as_of: date
    window_start: date
    person: Person
    days: tuple[Day, ...]
    adherence: Adherence = NOTHING_PLANNED
    training: Training = NO_TRAINING
    safety: Verdict = UNRESTRICTED
    weeks_trained: float = 0.0


def nutrition_adherence(days: tuple[Day, ...]) -> float | None:
    """Return the share of logged days eaten within 10 % of their target, or None without a log."""
    near = [
        abs(day.intake_kcal / day.target_kcal - 1.0) <= NEAR_TARGET
        for day in days
        if day.intake_kcal is not None and day.target_kcal > 0.0
    ]
    return sum(near) / len(near) if near else None
