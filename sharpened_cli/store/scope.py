"""Row-level security inside SQLite: a scoped connection sees and writes one person's rows only.

For each owned table a TEMP view of the same name stands before it, over an inner TEMP view with a secret name that
filters by owner. The authorizer lets columns of the table itself be read only through that inner view, so that
neither a forgotten WHERE nor foreign SQL text reaches another person's row; TEMP triggers refuse writes. One view
would not do: ``WITH meals AS (SELECT * FROM main.meals) SELECT * FROM meals`` names the CTE as the reader.

What it does not guard against: the owner of the file, who can open it with any tool (SECURITY.md).
"""

from __future__ import annotations

import secrets
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT_BY_TRIGGERS = ("day_totals",)
_BY_USER_ID = (
    "consultation_key_usage", "consultation_sessions", "consultation_messages", "user_training_modalities",
    "user_familiar_exercises", "user_training_availability", "user_preferred_meal_times",
    "user_typical_meal_foods", "user_improvement_goals", "user_difficulties", "user_non_negotiables",
    "user_upcoming_events", "safety_flags", "programs", "program_days", "session_instances",
    "exercise_plan_items", "meal_instances", "meal_item_plan", "calendar_events", "user_context_log",
    "day_overrides", "adjustment_preferences", "adjustment_feedback", "adherence_records", "reassessments",
    "plan_change_events", "notifications", "activity_templates", "activities", "exercise_sets", "meals",
    "meal_items", "quick_meals", "quick_meal_foods", "body_metrics", "coach_conversations", "coach_messages",
    "log_revisions", "imports", "user_food_aliases",
)  # fmt: skip
_SHARED_OR_OWN = ("foods", "food_servings", "exercises")

OWNER_OF = {
    **dict.fromkeys((*_BY_USER_ID, *_KEPT_BY_TRIGGERS), "user_id = {me}"),
    **dict.fromkeys(_SHARED_OR_OWN, "(created_by IS NULL OR created_by = {me})"),
    "recipe_items": "created_by = {me}",
    "auth_users": "id = {me}",
    "profiles": "id = {me}",
    "audit_log": "user_id = {me}",
    "consultation_keys": "0",  # the service role's alone
    "consultation_key_failures": "0",
}
"""Which rows of a table a person may read: SQL with ``{me}`` for their id."""

WRITER_OF = {
    **dict.fromkeys(_BY_USER_ID, "{row}.user_id = {me}"),
    **dict.fromkeys((*_SHARED_OR_OWN, "recipe_items"), "{row}.created_by = {me}"),
    "auth_users": "{row}.id = {me}",
    "profiles": "{row}.id = {me}",
    "consultation_keys": "0",
    "consultation_key_failures": "0",
    "reference_versions": "0",
    "training_modalities": "0",
    "meal_times": "0",
    "event_types": "0",
    "met_activities": "0",
    "food_words": "0",
}
"""Which rows a person may write; a table that is not here is written by triggers alone."""

_KEY_COLUMNS = frozenset(
    {
        "id", "user_id", "created_by", "session_id", "message_id", "meal_id", "activity_id", "program_id",
        "conversation_id", "quick_meal_id", "food_id", "item_food_id", "exercise_id", "session_instance_id",
        "meal_instance_id", "day_override_id", "planned_session_instance_id", "planned_meal_instance_id",
        "reassessment_id", "undoes_event_id", "supersedes_id", "template_id", "consultation_key", "key_id",
        "assigned_user_id", "modality_id", "meal_time_id", "event_type_id", "ROWID", "",
    }
)  # fmt: skip
"""Foreign keys and ``WHERE id = ...`` of a write read these from the table itself: identifiers, never content."""


_TEMP_SCHEMA = frozenset({"sqlite_temp_master", "sqlite_temp_schema", "sqlite_master", "sqlite_schema"})
_WRITES = (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)
_PLAIN = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_RECURSIVE)


def apply(connection: sqlite3.Connection, user_id: str, *, read_only: bool = False) -> None:
    """Scope a connection to one person, for good.

    Afterwards reading another person's rows finds nothing and writing them raises sqlite3.IntegrityError;
    PRAGMA, ATTACH and the temp schema are denied (sqlite3.DatabaseError). ``read_only``, for SQL text that
    is not ours, also denies every write and the key columns that writes and foreign keys need.
    """
    me = "'" + user_id.replace("'", "''") + "'"
    prefix = f"_{secrets.token_hex(12)}"
    statements = [_views(table, owner.format(me=me), prefix) for table, owner in OWNER_OF.items()]
    statements += [_guards(table, rule, me, prefix) for table, rule in WRITER_OF.items()]
    statements.append(_custom_foods(prefix))
    for virtual in ("json_each('[1]')", "foods_fts", "foods_trigram", "exercises_fts"):
        connection.execute(f"SELECT 1 FROM {virtual} LIMIT 0").fetchall()  # its module must load before the guard
    connection.executescript("".join(statements))
    triggers = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    connection.set_authorizer(_authorizer(prefix, frozenset(triggers), read_only=read_only))


def _views(table: str, owner: str, prefix: str) -> str:
    return (
        f"CREATE TEMP VIEW {prefix}_{table} AS SELECT * FROM main.{table} WHERE {owner};"
        f"CREATE TEMP VIEW {table} AS SELECT * FROM {prefix}_{table};"
    )


def _custom_foods(prefix: str) -> str:
    return (
        "CREATE TEMP VIEW custom_foods AS SELECT id, created_by AS user_id, name, brand,"
        " json_object('calories_per_100g', calories_per_100g, 'protein_g_per_100g', protein_g_per_100g,"
        " 'carbs_g_per_100g', carbs_g_per_100g, 'fat_g_per_100g', fat_g_per_100g,"
        " 'fiber_g_per_100g', fiber_g_per_100g) AS nutrition, composition_type, created_at"
        f" FROM {prefix}_foods WHERE created_by IS NOT NULL AND deleted_at IS NULL;"
    )


def _guards(table: str, rule: str, me: str, prefix: str) -> str:
    refuse = "BEGIN SELECT RAISE(ABORT, 'not your row'); END;"
    old, new = (rule.format(row=row, me=me) for row in ("OLD", "NEW"))
    name = f"{prefix}_{table}"
    return (
        f"CREATE TEMP TRIGGER {name}_i BEFORE INSERT ON main.{table} WHEN NOT coalesce({new}, 0) {refuse}"
        f"CREATE TEMP TRIGGER {name}_u BEFORE UPDATE ON main.{table}"
        f" WHEN NOT (coalesce({old}, 0) AND coalesce({new}, 0)) {refuse}"
        f"CREATE TEMP TRIGGER {name}_d BEFORE DELETE ON main.{table} WHEN NOT coalesce({old}, 0) {refuse}"
    )


def _authorizer(
    prefix: str, main_triggers: frozenset[str], *, read_only: bool
) -> Callable[[int, str | None, str | None, str | None, str | None], int]:
    writable = frozenset() if read_only else frozenset(WRITER_OF)
    open_columns = frozenset() if read_only else _KEY_COLUMNS

    def may_read(table: str | None, column: str | None, database: str | None, accessor: str | None) -> bool:
        if database == "temp":
            return table not in _TEMP_SCHEMA
        if table not in OWNER_OF or column in open_columns:
            return True
        return accessor is not None and (accessor.startswith(prefix) or accessor in main_triggers)

    def authorize(
        action: int, first: str | None, second: str | None, database: str | None, accessor: str | None
    ) -> int:
        if action == sqlite3.SQLITE_READ:
            allowed = may_read(first, second, database, accessor)
        elif action in _WRITES:
            allowed = accessor in main_triggers or (first in writable and database == "main")
        elif action == sqlite3.SQLITE_FUNCTION:
            allowed = second != "load_extension"
        elif action == sqlite3.SQLITE_PRAGMA:
            allowed = first == "data_version" and second is None  # FTS5 asks it before it reads its index
        else:
            allowed = action in _PLAIN
        return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY

    return authorize
