"""What every day of a program aims at: the targets of its phase, on training and on rest days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.macros import retarget
from sharpened_cli.domain.plan import PlannedDay
from sharpened_cli.domain.reason import Reason
from sharpened_cli.domain.targets import ROUND_TO_KCAL, split_by_training

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sharpened_cli.domain.mesocycles import EventDay
    from sharpened_cli.domain.nutrients import Targets
    from sharpened_cli.domain.plan import PlannedSession
    from sharpened_cli.domain.standing import Standing

MOST_DEFICIT_WEEKS = 12  # product choice within 12-16 weeks
BREAK_WEEKS = 2  # at maintenance after so long a deficit (product choice)
FUEL_WEEKS_BEFORE_EVENT = 1  # a race is not run in a deficit (product choice)
DAYS_PER_WEEK = 7


class Phase(NamedTuple):
    """What a program week's calories are: ``deficit`` (as planned) or ``maintenance``, and why."""

    week: int
    kind: str
    because: str = ""


class DayPlan(NamedTuple):
    """The days of a program with the reasons for what is special about some of them."""

    days: tuple[PlannedDay, ...]
    reasons: tuple[Reason, ...]


def phases(weeks: int, *, is_deficit: bool, most_weeks: int | None, events: Sequence[EventDay]) -> tuple[Phase, ...]:
    """Return the phase of every week: breaks after long deficits, maintenance around an event.

    ``most_weeks`` is a safety limit on the deficit: after it the weight is held to the end.
    """
    if not is_deficit:
        return tuple(Phase(week, "as_planned") for week in range(1, weeks + 1))
    fuelled = {event.week - back: event.name for event in events for back in range(FUEL_WEEKS_BEFORE_EVENT + 1)}
    found: list[Phase] = []
    since_break = 0
    pause = 0
    for week in range(1, weeks + 1):
        if most_weeks is not None and week > most_weeks:
            found.append(Phase(week, "maintenance", f"a deficit lasts {most_weeks} weeks at most here"))
        elif week in fuelled:
            found.append(Phase(week, "maintenance", f"fuelled for {fuelled[week]}"))
            since_break = 0
        elif pause or since_break >= MOST_DEFICIT_WEEKS:
            pause = pause - 1 if pause else BREAK_WEEKS - 1
            since_break = 0
            found.append(Phase(week, "maintenance", f"a break from {MOST_DEFICIT_WEEKS} weeks of deficit"))
        else:
            since_break += 1
            found.append(Phase(week, "deficit"))
    return tuple(found)


def plan_days(
    standing: Standing,
    sessions: Sequence[PlannedSession],
    week_phases: Sequence[Phase],
    start: date,
    *,
    diet: str,
    splits: bool,
) -> DayPlan:
    """Return what each day aims at, in order, from the first to the last of the program.

    ``splits`` moves carbohydrate from rest days to training days, the week's sum kept.
    """
    training = {session.date for session in sessions if not session.is_optional}
    held = maintenance(standing, diet)
    days: list[PlannedDay] = []
    for offset in range(len(week_phases) * DAYS_PER_WEEK):
        day = start + timedelta(days=offset)
        phase = week_phases[offset // DAYS_PER_WEEK]
        base = held if phase.kind == "maintenance" else standing.targets
        days.append(
            PlannedDay(
                date=day,
                week_index=phase.week,
                day_index=day.isoweekday(),
                is_training_day=day in training,
                targets=_split(base, days_in_week(training, start, phase.week), is_training=day in training)
                if splits
                else base,
            )
        )
    reasons = tuple(
        Reason("phase", standing.targets.calories_kcal, held.calories_kcal, f"week {phase.week}: {phase.because}")
        for phase in week_phases
        if phase.kind == "maintenance"
    )
    return DayPlan(tuple(days), reasons)


def maintenance(standing: Standing, diet: str) -> Targets:
    """Return the targets that hold the weight: protein as planned, carbohydrate takes the difference."""
    body, energy = standing.body, standing.energy
    if body is None or energy is None or standing.plan is None:
        return standing.targets
    calories = round(energy.tdee_kcal / ROUND_TO_KCAL) * ROUND_TO_KCAL
    limits = standing.verdict.limits
    return retarget(
        standing.targets, calories, weight_kg=body.reference_weight_kg, diet=diet, min_carbs_g=limits.min_carbs_g
    ).targets


def days_in_week(training: set[date], start: date, week: int) -> int:
    """Return how many training days a program week has."""
    first = start + timedelta(weeks=week - 1)
    return sum(first + timedelta(days=shift) in training for shift in range(DAYS_PER_WEEK))


def _split(base: Targets, training_days: int, *, is_training: bool) -> Targets:
    on_training, on_rest = split_by_training(base, training_days)
    return on_training if is_training else on_rest
