"""The loads of planned exercises, derived from the log on every read and never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from sharpened_cli.store import exercises
from sharpened_cli.store import load_history as lifted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sharpened_cli.domain.day_plan import ExerciseItem, Session
    from sharpened_cli.domain.effective import LoadOf
    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.plan import PlannedExercise
    from sharpened_cli.domain.progression import Exposure
    from sharpened_cli.store import Store
    from sharpened_cli.store.load_history import WorkingSet
    from sharpened_cli.store.users import User


class LoadHistory(NamedTuple):
    """What was lifted around a range of days: the exercises, and the days on which each was done."""

    library: Mapping[str, Exercise]
    exposures: Mapping[str, list[Exposure]]
    unit_system: str

    def before(self, day: date) -> LoadOf:
        """Return the function that gives an exercise its load on a day, from what was logged before it."""
        from sharpened_cli.domain.progression import next_load

        def load_of(item: ExerciseItem, session: Session) -> tuple[float | None, str]:
            history = [one for one in self.exposures.get(item.exercise_id, ()) if one.date < day]
            if item.is_warmup or not history:
                return item.load_kg, item.load_source
            found = next_load(
                cast("PlannedExercise", item),  # the same fields as a NamedTuple, which costs no start-up time
                self.library[item.exercise_id],
                history,
                is_deload=session.is_deload,
                unit_system=self.unit_system,
            )
            return found.load_kg, found.source

        return load_of


def load_history_of(
    store: Store,
    user: User,
    exercise_ids: Iterable[str],
    first: date,
    last: date,
    *,
    easy_days: frozenset[date] = frozenset(),
) -> LoadHistory | None:
    """Return what was lifted lately, for the loads of a range of days, or None where nothing was logged.

    What was lifted on ``easy_days`` was light on purpose and says nothing about the next load.
    """
    logged = lifted.working_sets(store, user.id, exercise_ids, first, last)
    if not logged:
        return None
    library = exercises.by_ids(store, {one.exercise_id for one in logged})
    exposures = {exercise_id: _exposures(logged, exercise_id, easy_days) for exercise_id in library}
    return LoadHistory(library, exposures, user.unit_system)


def _exposures(logged: Iterable[WorkingSet], exercise_id: str, easy_days: frozenset[date]) -> list[Exposure]:
    """Return the days on which an exercise was done, each with its working sets."""
    from sharpened_cli.domain.progression import Exposure
    from sharpened_cli.domain.strength import LoggedSet

    days: dict[date, list[WorkingSet]] = {}
    for one in logged:
        if one.exercise_id == exercise_id:
            days.setdefault(one.date, []).append(one)
    return [
        Exposure(
            day,
            tuple(LoggedSet(one.reps, one.weight_kg, one.rpe) for one in sets),
            is_deload=day in easy_days or any(one.is_easy for one in sets),
        )
        for day, sets in sorted(days.items())
    ]
