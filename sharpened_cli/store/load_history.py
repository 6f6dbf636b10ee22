"""What was lifted lately: the logged working sets of exercises, for the loads of the next session."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sharpened_cli.store import Store

RECENT_DAYS = 120  # product choice: a load from longer ago says little about today


class WorkingSet(NamedTuple):
    """One logged working set with a weight; ``is_easy``: its session, or an adjustment of the day, asked for less."""

    exercise_id: str
    date: dt.date
    reps: int
    weight_kg: float
    rpe: float | None
    is_easy: bool


def working_sets(store: Store, user_id: str, exercise_ids: Iterable[str], before: date) -> list[WorkingSet]:
    """Return the recent working sets of exercises logged before a day, by exercise, date and order."""
    import json

    rows = store.all(
        """
        SELECT e.exercise_id, e.local_date, e.reps, e.weight_kg, e.rpe,
               coalesce(s.is_deload, 0) OR coalesce(json_extract(o.modifications, '$.intensity') < 1, 0)
          FROM exercise_sets AS e
          LEFT JOIN activities AS a ON a.id = e.activity_id
          LEFT JOIN session_instances AS s ON s.id = a.planned_session_instance_id
          LEFT JOIN day_overrides AS o
            ON o.user_id = e.user_id AND o.date = e.local_date AND o.status IN ('approved', 'auto_applied')
         WHERE e.user_id = :user_id AND e.exercise_id IN (SELECT value FROM json_each(:ids))
           AND e.local_date >= :first AND e.local_date < :before AND e.deleted_at IS NULL
           AND e.reps > 0 AND e.weight_kg IS NOT NULL AND e.set_type <> 'warmup'
         ORDER BY e.exercise_id, e.local_date, e.activity_id, e.set_number
        """,
        {
            "user_id": user_id,
            "ids": json.dumps(sorted(exercise_ids)),
            "first": (before - timedelta(days=RECENT_DAYS)).isoformat(),
            "before": before.isoformat(),
        },
    )
    return [WorkingSet(row[0], date.fromisoformat(row[1]), row[2], row[3], row[4], bool(row[5])) for row in rows]
