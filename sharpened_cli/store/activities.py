"""Logged activities and their sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from sharpened_cli.store import Row, Store


class SetRow(NamedTuple):
    """One row of exercise_sets without its owner."""

    set_number: int
    exercise_id: str | None
    exercise_name: str
    reps: int | None = None
    weight_kg: float | None = None
    is_bodyweight: bool = False
    seconds: float | None = None
    metres: float | None = None
    rpe: float | None = None
    set_type: str = "normal"
    superset_group: int | None = None
    each_side: bool = False
    notes: str = ""


class ActivityRow(NamedTuple):
    """One row of activities with its sets; instants as UTC text, ``metrics`` as stored."""

    id: str
    category: str
    activity_name: str
    start_time: str
    end_time: str
    local_date: str
    duration_minutes: float
    calories_burned: float | None
    intensity_mets: float | None
    metrics: Mapping[str, Any]
    planned_session_instance_id: str | None = None
    template_id: str | None = None
    source: str = "typed"
    original_text: str = ""
    notes: str = ""
    sets: tuple[SetRow, ...] = ()


_COLUMNS = """
    SELECT id, category, activity_name, start_time, end_time, local_date, duration_minutes, calories_burned,
           intensity_mets, metrics, planned_session_instance_id, template_id, source, original_text, notes
      FROM activities
"""

# By place: binding by name costs a fifth of the whole insert where an import writes a hundred thousand sets.
_INSERT_SET = f"""
    INSERT INTO main.exercise_sets (activity_id, user_id, local_date, {", ".join(SetRow._fields)})
    VALUES (?, ?, ?, {", ".join("?" * len(SetRow._fields))})
"""


def add(store: Store, user_id: str, activity: ActivityRow, now: str) -> None:
    """Add an activity and its sets."""
    store.execute(
        """
        INSERT INTO main.activities
            (id, user_id, category, activity_name, start_time, end_time, local_date, duration_minutes, calories_burned,
             intensity_mets, metrics, planned_session_instance_id, template_id, source, original_text, notes,
             created_at, updated_at)
        VALUES
            (:id, :user_id, :category, :activity_name, :start_time, :end_time, :local_date, :duration_minutes,
             :calories_burned, :intensity_mets, :metrics, :planned_session_instance_id, :template_id, :source,
             :original_text, :notes, :now, :now)
        """,
        {**_parameters(activity), "user_id": user_id, "now": now},
    )
    _add_sets(store, user_id, activity)


def replace(store: Store, user_id: str, activity: ActivityRow, now: str) -> None:
    """Write a changed activity and its sets over the stored ones."""
    store.execute(
        """
        UPDATE main.activities
           SET category = :category, activity_name = :activity_name, start_time = :start_time, end_time = :end_time,
               local_date = :local_date, duration_minutes = :duration_minutes, calories_burned = :calories_burned,
               intensity_mets = :intensity_mets, metrics = :metrics,
               planned_session_instance_id = :planned_session_instance_id, template_id = :template_id,
               original_text = :original_text, notes = :notes, updated_at = :now
         WHERE id = :id
        """,
        {**_parameters(activity), "now": now},
    )
    store.execute("DELETE FROM main.exercise_sets WHERE activity_id = :id", {"id": activity.id})
    _add_sets(store, user_id, activity)


def set_removed(store: Store, activity_id: str, removed_at: str | None) -> None:
    """Take an activity and its sets out of every sum, or (None) back in."""
    store.execute("UPDATE main.activities SET deleted_at = :at WHERE id = :id", {"id": activity_id, "at": removed_at})
    store.execute(
        "UPDATE main.exercise_sets SET deleted_at = :at WHERE activity_id = :id", {"id": activity_id, "at": removed_at}
    )


def link(store: Store, activity_id: str, session_id: str | None) -> None:
    """Say which planned session an activity fills, or none."""
    store.execute(
        "UPDATE main.activities SET planned_session_instance_id = :session_id WHERE id = :id",
        {"id": activity_id, "session_id": session_id},
    )


def get(store: Store, activity_id: str) -> ActivityRow | None:
    """Return a live activity with its sets, or None."""
    rows = store.all(f"{_COLUMNS} WHERE id = :id AND deleted_at IS NULL", {"id": activity_id})
    return next(iter(_with_sets(store, rows)), None)


def find(store: Store, user_id: str, prefix: str) -> list[str]:
    """Return the ids of live activities that begin so, at most two."""
    rows = store.all(
        """
        SELECT id FROM activities
         WHERE user_id = :user_id AND deleted_at IS NULL AND id >= :prefix AND id < :prefix || 'g'
         ORDER BY id LIMIT 2
        """,
        {"user_id": user_id, "prefix": prefix},
    )
    return [row[0] for row in rows]


def between(store: Store, user_id: str, first: date, last: date) -> list[ActivityRow]:
    """Return the live activities of a range of local days with their sets, by start."""
    rows = store.all(
        f"""
        {_COLUMNS}
         WHERE user_id = :user_id AND local_date BETWEEN :first AND :last AND deleted_at IS NULL
         ORDER BY +start_time, id
        """,
        {"user_id": user_id, "first": first.isoformat(), "last": last.isoformat()},
    )
    return _with_sets(store, rows)


def latest(store: Store, user_id: str, limit: int) -> list[ActivityRow]:
    """Return the latest live activities with their sets, the newest first."""
    rows = store.all(
        f"{_COLUMNS} WHERE user_id = :user_id AND deleted_at IS NULL ORDER BY start_time DESC, id DESC LIMIT :limit",
        {"user_id": user_id, "limit": limit},
    )
    return _with_sets(store, rows)


def overlapping(store: Store, user_id: str, start: str, end: str, *, since: str, but: str) -> list[ActivityRow]:
    """Return the live activities that share time with an interval of UTC instants, ``but`` excepted.

    ``since`` is an instant before which none of them can have begun: the search ends there.
    """
    rows = store.all(
        f"""
        {_COLUMNS}
         WHERE user_id = :user_id AND deleted_at IS NULL AND start_time > :since AND start_time < :end
           AND end_time > :start AND id <> :but
         ORDER BY start_time, id
        """,
        {"user_id": user_id, "start": start, "end": end, "since": since, "but": but},
    )
    return [_activity(row, ()) for row in rows]


def sets_of_exercises(store: Store, user_id: str, exercise_ids: Iterable[str], *, but: Sequence[str] = ()) -> list[Row]:
    """Return every live set of some exercises, in order of day, activities ``but`` excepted."""
    import json

    return store.all(
        """
        SELECT exercise_id, exercise_name, reps, weight_kg, is_bodyweight, rpe, seconds, metres, set_type, local_date
          FROM exercise_sets
         WHERE user_id = :user_id AND deleted_at IS NULL
           AND exercise_id IN (SELECT value FROM json_each(:ids))
           AND activity_id NOT IN (SELECT value FROM json_each(:but))
         ORDER BY exercise_id, local_date, activity_id, set_number
        """,
        {"user_id": user_id, "ids": json.dumps(sorted(exercise_ids)), "but": json.dumps(list(but))},
    )


def _add_sets(store: Store, user_id: str, activity: ActivityRow) -> None:
    owner = (activity.id, user_id, activity.local_date)
    store.execute_many(_INSERT_SET, [owner + one for one in activity.sets])


def _parameters(activity: ActivityRow) -> dict[str, Any]:
    import json

    values = activity._asdict()
    del values["sets"]
    values["metrics"] = json.dumps(activity.metrics, ensure_ascii=False, sort_keys=True)
    return values


def _with_sets(store: Store, rows: Sequence[Row]) -> list[ActivityRow]:
    import json

    found = store.all(
        """
        SELECT activity_id, set_number, exercise_id, exercise_name, reps, weight_kg, is_bodyweight, seconds, metres,
               rpe, set_type, superset_group, each_side, notes
          FROM exercise_sets
         WHERE activity_id IN (SELECT value FROM json_each(:ids))
         ORDER BY activity_id, set_number
        """,
        {"ids": json.dumps([row["id"] for row in rows])},
    )
    sets: dict[str, list[SetRow]] = {}
    for row in found:
        activity_id, *columns = row
        one = SetRow(*columns)
        kept = one._replace(is_bodyweight=bool(one.is_bodyweight), each_side=bool(one.each_side))
        sets.setdefault(activity_id, []).append(kept)
    return [_activity(row, tuple(sets.get(row["id"], ()))) for row in rows]


def _activity(row: Row, sets: tuple[SetRow, ...]) -> ActivityRow:
    import json

    activity = ActivityRow(*row)
    return activity._replace(metrics=json.loads(row["metrics"]), sets=sets)
