"""How it has gone: weight, energy, protein, volume, strength and adherence of the last weeks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.clock import local_day
from sharpened_cli.store import progress

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.progress import SetRow
    from sharpened_cli.store.users import User

SETTLING_DAYS = 28  # weigh-ins before the first day shown that the trend starts from (product choice)
MAIN_LIFTS = 4  # so many lifts are drawn, the most often trained ones (product choice)


class WeightPoint(NamedTuple):
    """A weigh-in with the trend behind it and the trend's SD, in kg."""

    date: date
    weight_kg: float
    trend_kg: float
    trend_sd_kg: float


class DayPoint(NamedTuple):
    """A day's energy and protein, and what was aimed at; None where nothing was logged or aimed at."""

    date: date
    kcal: float | None
    target_kcal: float | None
    protein_g: float | None
    target_protein_g: float | None


class StrengthPoint(NamedTuple):
    """The best estimated 1RM of one lift on one day, in kg."""

    date: date
    e1rm_kg: float


class AdherencePoint(NamedTuple):
    """A day with planned training: how many sessions, and the share that was done."""

    date: date
    planned: int
    share: float


class Progress(NamedTuple):
    """Everything about some weeks: lists in the order of days; weeks are named by their Monday."""

    start_date: date
    end_date: date
    weight: list[WeightPoint]
    days: list[DayPoint]
    sets_by_muscle: dict[str, dict[str, float]]
    strength: dict[str, list[StrengthPoint]]
    adherence: list[AdherencePoint]


class ProgressService(NamedTuple):
    """Gathers a person's last weeks from the day totals and the sets; never writes."""

    store: Store
    clock: Clock
    user: User

    def progress(self, weeks: int) -> Progress:
        """Return the last ``weeks`` weeks up to the person's today."""
        end = local_day(self.clock.now(), self.user.timezone)
        start = end - timedelta(days=7 * weeks - 1)
        with self.store.snapshot():
            totals = progress.days(self.store, self.user.id, start - timedelta(days=SETTLING_DAYS), end)
            sets = progress.sets(self.store, self.user.id, start, end)
            planned = progress.planned_and_done(self.store, self.user.id, start, end)
            aims = self._targets(start, end)
            muscles = progress.muscles(self.store, {row.exercise_id for row in sets})
        eaten = {row.date: row for row in totals if row.meals_logged and row.date >= start}
        return Progress(
            start,
            end,
            _weights([(row.date, row.weight_kg) for row in totals if row.weight_kg is not None], start),
            [_day(day, eaten.get(day), aims) for day in (start + timedelta(n) for n in range((end - start).days + 1))],
            _volume(sets, muscles),
            _strength(sets),
            [AdherencePoint(day, count, min(1.0, score / count)) for day, (count, score) in planned.items()],
        )

    def _targets(self, start: date, end: date) -> dict[date, tuple[float | None, float | None]]:
        """Return the calories and protein in force on each day."""
        from sharpened_cli.services.planning import PlanningService

        found = PlanningService(self.store, self.clock, self.user).days(start, end)
        return {one.plan.date: (one.plan.targets.calories_kcal, one.plan.targets.protein_g) for one in found}


def _weights(weigh_ins: list[tuple[date, float]], start: date) -> list[WeightPoint]:
    from sharpened_cli.domain.trend import trend_series

    measured = dict(weigh_ins)
    return [
        WeightPoint(point.date, measured[point.date], point.weight_kg, point.weight_sd_kg)
        for point in trend_series(weigh_ins)
        if point.date >= start
    ]


def _day(day: date, eaten: progress.DayRow | None, aims: dict[date, tuple[float | None, float | None]]) -> DayPoint:
    kcal, protein_g = aims.get(day, (None, None))
    return DayPoint(day, eaten.kcal if eaten else None, kcal, eaten.protein_g if eaten else None, protein_g)


def _volume(sets: list[SetRow], muscles: dict[str, tuple[str, tuple[str, ...]]]) -> dict[str, dict[str, float]]:
    """Return fractional sets: muscle -> Monday of the week -> sets (direct 1, indirect 0.5; Pelland 2025)."""
    from sharpened_cli.domain.exercise import MUSCLES, fractional_sets

    found: dict[str, dict[str, float]] = {muscle: {} for muscle in MUSCLES}
    for row in sets:
        monday = (row.date - timedelta(days=row.date.weekday())).isoformat()
        for muscle, share in fractional_sets(*muscles.get(row.exercise_id, ("", ()))).items():
            found[muscle][monday] = found[muscle].get(monday, 0.0) + share
    return found


def _strength(sets: list[SetRow]) -> dict[str, list[StrengthPoint]]:
    """Return the best estimates by day of the lifts that were trained on most days."""
    from sharpened_cli.domain.strength import LoggedSet, best_e1rm_kg

    by_lift: dict[str, dict[date, list[LoggedSet]]] = {}
    for row in sets:
        if row.reps and row.weight_kg and row.weight_kg > 0:
            by_day = by_lift.setdefault(row.exercise_name, {})
            by_day.setdefault(row.date, []).append(LoggedSet(row.reps, row.weight_kg, row.rpe))
    lifts = sorted(by_lift, key=lambda name: (-len(by_lift[name]), name))[:MAIN_LIFTS]
    points = {
        name: [
            StrengthPoint(day, best)
            for day, logged in by_lift[name].items()
            if (best := best_e1rm_kg(logged)) is not None
        ]
        for name in lifts
    }
    return {name: found for name, found in points.items() if found}
