"""Programs and the rows they consist of: written once, never changed; and what lists and screens read of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.store import Row, Store

COLUMNS: dict[str, tuple[str, ...]] = {
    "program_days": (
        "program_id", "user_id", "date", "week_index", "day_index", "is_training_day", "calories_kcal", "protein_g",
        "carbs_g", "fat_g", "fiber_g",
    ),
    "session_instances": (
        "id", "program_id", "user_id", "date", "week_index", "day_index", "start_time", "session_kind", "modality",
        "session_name", "duration_minutes", "location", "is_deload", "is_optional", "net_kcal", "notes",
    ),
    "exercise_plan_items": (
        "id", "session_instance_id", "user_id", "order_index", "exercise_id", "name", "sets", "rep_low", "rep_high",
        "seconds", "metres", "rir", "rest_sec", "load_kg", "is_warmup", "note", "substitution_reason",
    ),
    "meal_instances": (
        "id", "program_id", "user_id", "date", "week_index", "day_index", "order_index", "meal_type", "meal_time_id",
        "time", "meal_name", "prep_minutes", "kcal", "protein_g", "carbs_g", "fat_g", "fiber_g",
    ),
    "meal_item_plan": (
        "meal_instance_id", "user_id", "order_index", "food_id", "food_name", "grams", "serving", "role", "kcal",
        "protein_g", "carbs_g", "fat_g", "fiber_g",
    ),
    "calendar_events": (
        "id", "user_id", "program_id", "date", "day_number", "event_type", "ref_table", "ref_id", "start_time_utc",
        "end_time_utc", "local_tz", "start_time", "title", "details", "created_at",
    ),
}  # fmt: skip
"""Tables of a program in the order in which their rows are written, with the columns written."""


class Listed(NamedTuple):
    """A program as `program list` shows it."""

    id: str
    version: int
    source: str
    primary_goal: str
    program_start_date: str
    program_duration_weeks: int
    status: str
    valid_until: str | None
    next_reassessment_date: str | None
    created_at: str


class StoredProgram(NamedTuple):
    """A program's own row, its documents read."""

    listed: Listed
    seed: int
    bundle: dict[str, Any]


def next_version(store: Store, user_id: str) -> int:
    """Return the version that a person's next program gets."""
    row = store.one("SELECT coalesce(max(version), 0) + 1 FROM programs WHERE user_id = :user_id", {"user_id": user_id})
    return int(row[0]) if row else 1


def supersede_active(store: Store, user_id: str, *, start_date: str, now: str) -> str | None:
    """End the active program on a new one's first day, supersede pending adjustments; return its id or None."""
    row = store.one(
        "SELECT id FROM programs WHERE user_id = :user_id AND status = 'active' LIMIT 1", {"user_id": user_id}
    )
    pending = store.all(
        "SELECT id FROM day_overrides WHERE user_id = :user_id AND status = 'pending' ORDER BY id", {"user_id": user_id}
    )
    for one in pending:
        store.execute(
            "UPDATE main.day_overrides SET status = 'superseded', decided_at = :now WHERE id = :id",
            {"id": one[0], "now": now},
        )
    if row is None:
        return None
    store.execute(
        "UPDATE main.programs SET status = 'superseded', valid_until = :start_date WHERE id = :id",
        {"id": row[0], "start_date": start_date},
    )
    return str(row[0])


def add(store: Store, program: Mapping[str, Any]) -> None:
    """Insert a program's own row."""
    names = ", ".join(program)
    store.execute(f"INSERT INTO main.programs ({names}) VALUES ({', '.join(f':{one}' for one in program)})", program)


def add_rows(store: Store, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of one of the tables of COLUMNS in bulk."""
    columns = COLUMNS[table]
    places = ", ".join(f":{name}" for name in columns)
    store.execute_many(f"INSERT INTO main.{table} ({', '.join(columns)}) VALUES ({places})", rows)


def counts(store: Store, program_id: str) -> dict[str, int]:
    """Return how many rows of each table a program has."""
    row = store.one(
        """
        SELECT (SELECT count(*) FROM program_days WHERE program_id = :id),
               (SELECT count(*) FROM session_instances WHERE program_id = :id),
               (SELECT count(*) FROM exercise_plan_items WHERE session_instance_id IN
                   (SELECT id FROM session_instances WHERE program_id = :id)),
               (SELECT count(*) FROM meal_instances WHERE program_id = :id),
               (SELECT count(*) FROM meal_item_plan WHERE meal_instance_id IN
                   (SELECT id FROM meal_instances WHERE program_id = :id)),
               (SELECT count(*) FROM calendar_events WHERE program_id = :id)
        """,
        {"id": program_id},
    )
    return dict(zip(COLUMNS, tuple(row) if row else (0,) * len(COLUMNS), strict=True))


def unresolved_events(store: Store, program_id: str) -> int:
    """Return how many calendar events of a program point at nothing."""
    row = store.one(
        """
        SELECT count(*)
          FROM calendar_events AS c
         WHERE c.program_id = :id
           AND NOT EXISTS (SELECT 1 FROM session_instances AS s
                            WHERE c.ref_table = 'session_instances' AND s.id = c.ref_id AND s.program_id = :id)
           AND NOT EXISTS (SELECT 1 FROM meal_instances AS m
                            WHERE c.ref_table = 'meal_instances' AND m.id = c.ref_id AND m.program_id = :id)
        """,
        {"id": program_id},
    )
    return int(row[0]) if row else 0


def listing(store: Store, user_id: str) -> list[Listed]:
    """Return a person's programs, the newest first."""
    rows = store.all(f"SELECT {', '.join(Listed._fields)} FROM programs WHERE user_id = :user_id ORDER BY version DESC",
                     {"user_id": user_id})  # fmt: skip
    return [Listed(*row) for row in rows]


def find(store: Store, user_id: str, wanted: str) -> list[str]:
    """Return the ids of a person's programs that an id, an id's first 8 or more characters, or a version names."""
    rows = store.all(
        """
        SELECT id
          FROM programs
         WHERE user_id = :user_id
           AND (id = :wanted OR CAST(version AS TEXT) = :wanted
                OR (length(:wanted) >= 8 AND substr(id, 1, length(:wanted)) = lower(:wanted)))
         ORDER BY version DESC
        """,
        {"user_id": user_id, "wanted": wanted},
    )
    return [row[0] for row in rows]


def active_id(store: Store, user_id: str) -> str | None:
    """Return the id of the active program, or None."""
    row = store.one(
        "SELECT id FROM programs WHERE user_id = :user_id AND status = 'active' LIMIT 1", {"user_id": user_id}
    )
    return str(row[0]) if row else None


def read(store: Store, program_id: str) -> StoredProgram | None:
    """Return a program with its bundle, or None."""
    row = store.one(
        f"SELECT {', '.join(Listed._fields)}, seed, full_bundle FROM programs WHERE id = :id", {"id": program_id}
    )
    if row is None:
        return None
    columns = tuple(row)
    return StoredProgram(Listed(*columns[:-2]), columns[-2], json.loads(columns[-1]))


def session_ids(store: Store, program_id: str) -> list[str]:
    """Return the ids of a program's sessions in the order of its bundle (ids sort by creation)."""
    rows = store.all("SELECT id FROM session_instances WHERE program_id = :id ORDER BY id", {"id": program_id})
    return [row[0] for row in rows]


def meal_ids(store: Store, program_id: str) -> list[str]:
    """Return the ids of a program's meals in the order of its bundle (ids sort by creation)."""
    rows = store.all("SELECT id FROM meal_instances WHERE program_id = :id ORDER BY id", {"id": program_id})
    return [row[0] for row in rows]


def day_numbers(store: Store, program_id: str) -> dict[str, int]:
    """Return the present day number of every session and meal of a program, by its id."""
    rows = store.all(
        "SELECT ref_id, day_number FROM calendar_events WHERE program_id = :id ORDER BY ref_id", {"id": program_id}
    )
    return {row[0]: row[1] for row in rows}


def calendar_rows(store: Store, program_id: str) -> list[Row]:
    """Return the calendar of a program in order, for a calendar file."""
    return store.all(
        """
        SELECT id, date, day_number, event_type, ref_id, start_time_utc, end_time_utc, local_tz, title, details, status,
               sequence, created_at
          FROM calendar_events
         WHERE program_id = :id
         ORDER BY date, day_number
        """,
        {"id": program_id},
    )
