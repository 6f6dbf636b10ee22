"""What was lifted lately: the logged working sets of exercises, for the loads of the next session."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sharpened_cli.store import Store

RECENT_EXPOSURES = 8  # product choice: more than the rule of progression looks at, light weeks included
RECENT_DAYS = 120  # product choice: a load from longer ago says little about today


class WorkingSet(NamedTuple):
    """One logged working set with a weight; ``is_easy``: its session, or an adjustment of the day, asked for less."""

    exercise_id: str
    date: dt.date
    reps: int
    weight_kg: float
    rpe: float | None
    is_easy: bool


def working_sets(store: Store, user_id: str, exercise_ids: Iterable[str], first: date, last: date) -> list[WorkingSet]:
    """Return the working sets behind the loads of a range of days, by exercise, date and order.

    These are the latest days of each exercise before ``last`` that are recent on ``first``: a few for each,
    however long the log is.
    """
    import json

    rows = store.all(
        """
        WITH lately AS (
            SELECT activity_id, set_number, exercise_id, local_date, reps, weight_kg, rpe,
                   dense_rank() OVER (PARTITION BY exercise_id ORDER BY local_date DESC) AS days_ago
              FROM exercise_sets
             WHERE user_id = :user_id AND exercise_id IN (SELECT value FROM json_each(:ids))
               AND local_date >= :first AND local_date < :before AND deleted_at IS NULL
               AND reps > 0 AND weight_kg IS NOT NULL AND set_type <> 'warmup'
        )
        SELECT lately.exercise_id, lately.local_date, lately.reps, lately.weight_kg, lately.rpe,
               coalesce(s.is_deload, 0) OR coalesce(json_extract(o.modifications, '$.intensity') < 1, 0)
          FROM lately
          LEFT JOIN activities AS a ON a.id = lately.activity_id
          LEFT JOIN session_instances AS s ON s.id = a.planned_session_instance_id
          LEFT JOIN day_overrides AS o
            ON o.user_id = :user_id AND o.date = lately.local_date AND o.status IN ('approved', 'auto_applied')
         WHERE lately.days_ago <= :exposures
         ORDER BY lately.exercise_id, lately.local_date, lately.activity_id, lately.set_number
        """,
        {
            "user_id": user_id,
            "ids": json.dumps(sorted(exercise_ids)),
            "first": (first - timedelta(days=RECENT_DAYS)).isoformat(),
            "before": last.isoformat(),
            "exposures": RECENT_EXPOSURES + (last - first).days,
        },
    )
    return [WorkingSet(row[0], date.fromisoformat(row[1]), row[2], row[3], row[4], bool(row[5])) for row in rows]
