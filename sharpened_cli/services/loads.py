"""The loads of planned exercises, derived from the log on every read and never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sharpened_cli.store import exercises, load_history

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sharpened_cli.domain.day_plan import ExerciseItem, Session
    from sharpened_cli.domain.effective import LoadOf
    from sharpened_cli.domain.plan import PlannedExercise
    from sharpened_cli.domain.progression import Exposure
    from sharpened_cli.store import Store
    from sharpened_cli.store.load_history import WorkingSet
    from sharpened_cli.store.users import User


def loads_before(
    store: Store, user: User, exercise_ids: Iterable[str], day: date, easy_days: frozenset[date] = frozenset()
) -> LoadOf | None:
    """Return the function that gives an exercise its load on a day, or None where nothing was logged.

    What was lifted on ``easy_days`` was light on purpose and says nothing about the next load.
    """
    logged = load_history.working_sets(store, user.id, exercise_ids, day)
    if not logged:
        return None
    from sharpened_cli.domain.progression import next_load

    library = exercises.by_ids(store, {one.exercise_id for one in logged})
    history = {exercise_id: _exposures(logged, exercise_id, easy_days) for exercise_id in library}

    def load_of(item: ExerciseItem, session: Session) -> tuple[float | None, str]:
        exposures = history.get(item.exercise_id)
        if item.is_warmup or not exposures:
            return item.load_kg, item.load_source
        planned = cast("PlannedExercise", item)  # the same fields as a NamedTuple, which costs no start-up time
        found = next_load(
            planned,
            library[item.exercise_id],
            exposures,
            is_deload=session.is_deload,
            unit_system=user.unit_system,
        )
        return found.load_kg, found.source

    return load_of


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
