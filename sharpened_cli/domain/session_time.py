"""How long a session takes: warm-up, setting up, ramp sets, working sets and rests.

T = warm-up + sum over exercises (setup + ramp sets + n x work + (n - 1) x rest) + one transition; the
figures are practice values (product choices); supersets save 35-50 %: Iversen 2021 Sports Med 51:2079.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sharpened_cli.domain.plan import PlannedExercise

SETUP_SEC = 75.0
TRANSITION_SEC = 60.0
REP_SEC = 3.5
RAMP_SET_SEC = 90.0  # 45 s of work and 45 s of rest
WARM_UP_MINUTES, LONG_WARM_UP_MINUTES = 5.0, 8.0
LONG_SESSION_MINUTES = 75  # from here on a longer warm-up fits: product choice
WARM_UP_AGE = 60  # older joints take the longer warm-up: product choice
METRES_PER_SEC = 1.0  # sled and loaded walks


class SetTime(NamedTuple):
    """Seconds of one exercise: what it costs at all, and what each working set adds."""

    fixed_sec: float
    per_set_sec: float


def warm_up_minutes(minutes: float, age: int) -> float:
    """Return the minutes of general warm-up before a session of so many minutes."""
    is_long = minutes >= LONG_SESSION_MINUTES or age >= WARM_UP_AGE
    return LONG_WARM_UP_MINUTES if is_long and minutes > 30 else WARM_UP_MINUTES


def work_sec(reps: float, *, unilateral: bool) -> float:
    """Return the seconds under load of one set; one-sided exercises take both sides."""
    return reps * REP_SEC * (2 if unilateral else 1)


def set_time(one_set_sec: float, rest_sec: float, ramp_sets: int) -> SetTime:
    """Return the linear cost of an exercise: fixed + sets x per set; the last rest is not taken."""
    return SetTime(SETUP_SEC + ramp_sets * RAMP_SET_SEC - rest_sec, one_set_sec + rest_sec)


def resistance_minutes(exercises: Iterable[PlannedExercise], unilateral_ids: frozenset[str], warm_up: float) -> float:
    """Return the minutes that a list of planned exercises takes, warm-up sets included."""
    seconds = TRANSITION_SEC
    for one in exercises:
        if one.is_warmup:
            seconds += one.sets * RAMP_SET_SEC
            continue
        timing = set_time(planned_set_sec(one, unilateral=one.exercise_id in unilateral_ids), one.rest_sec, 0)
        seconds += timing.fixed_sec + one.sets * timing.per_set_sec
    return warm_up + seconds / 60


def planned_set_sec(exercise: PlannedExercise, *, unilateral: bool) -> float:
    """Return the seconds of one set of a planned exercise, whatever it counts."""
    sides = 2 if unilateral else 1
    if exercise.seconds is not None:
        return float(exercise.seconds * sides)
    if exercise.metres is not None:
        return exercise.metres / METRES_PER_SEC * sides
    low, high = exercise.rep_low or 0, exercise.rep_high or 0
    return work_sec((low + high) / 2, unilateral=unilateral)
