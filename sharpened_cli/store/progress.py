"""What the last weeks held, as charts need it: few rows, by day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.store import Store


class DayRow(NamedTuple):
    """The totals of one day that has any."""

    date: date
    meals_logged: int
    kcal: float
    protein_g: float
    active_minutes: float
    weight_kg: float | None


class SetRow(NamedTuple):
    """One set of an exercise of the library, warm-ups left out."""

    date: date
    exercise_id: str
    exercise_name: str
    reps: int | None
    weight_kg: float | None
    rpe: float | None


def days(store: Store, user_id: str, first: date, last: date) -> list[DayRow]:
    """Return the totals of each day of a range that has any, in order."""
    rows = store.all(
        """
        SELECT date, meals_logged, kcal, protein_g, active_minutes, weight_kg
          FROM day_totals
         WHERE user_id = :user_id AND date BETWEEN :first AND :last
         ORDER BY date
        """,
        {"user_id": user_id, "first": first.isoformat(), "last": last.isoformat()},
    )
    return [DayRow(date.fromisoformat(row[0]), *tuple(row)[1:]) for row in rows]


def sets(store: Store, user_id: str, first: date, last: date) -> list[SetRow]:
    """Return the working sets of a range, in the order of days."""
    rows = store.all(
        """
        SELECT local_date, exercise_id, exercise_name, reps, weight_kg, rpe
          FROM exercise_sets
         WHERE user_id = :user_id AND local_date BETWEEN :first AND :last AND deleted_at IS NULL
           AND exercise_id IS NOT NULL AND set_type <> 'warmup'
         ORDER BY local_date, activity_id, set_number
        """,
        {"user_id": user_id, "first": first.isoformat(), "last": last.isoformat()},
    )
    return [SetRow(date.fromisoformat(row[0]), *tuple(row)[1:]) for row in rows]


def muscles(store: Store, exercise_ids: set[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the primary and the secondary muscles of exercises, in the library's words."""
    import json

    rows = store.all(
        """
        SELECT id, primary_muscle, secondary_muscles
          FROM exercises
         WHERE id IN (SELECT value FROM json_each(:ids))
         ORDER BY id
        """,
        {"ids": json.dumps(sorted(exercise_ids))},
    )
    return {row[0]: (row[1], tuple(row[2].split("|")) if row[2] else ()) for row in rows}


def planned_and_done(store: Store, user_id: str, first: date, last: date) -> dict[date, tuple[int, float]]:
    """Return for each day with planned training how many sessions were planned, and their summed scores."""
    rows = store.all(
        """
        SELECT c.date, count(*), total(CASE WHEN a.status IN ('completed', 'similar') THEN a.similarity_score END)
          FROM calendar_events AS c
          LEFT JOIN adherence_records AS a ON a.planned_entity_id = c.ref_id
         WHERE c.user_id = :user_id AND c.date BETWEEN :first AND :last
           AND c.event_type = 'training' AND c.status = 'planned'
         GROUP BY c.date
         ORDER BY c.date
        """,
        {"user_id": user_id, "first": first.isoformat(), "last": last.isoformat()},
    )
    return {date.fromisoformat(row[0]): (row[1], row[2]) for row in rows}
