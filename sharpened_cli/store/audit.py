"""The audit trail: what changed, when, in which table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.store import Store


TABLES = (
    "profiles", "programs", "day_overrides", "plan_change_events", "consultation_keys", "safety_flags", "meals",
    "activities", "body_metrics",
)  # fmt: skip


class Entry(NamedTuple):
    """One line of the trail; ``changes`` is JSON text: column -> [before, after]."""

    id: int
    recorded_at: str
    user_id: str | None
    table_name: str
    row_id: str
    action: str
    changes: str


def latest(store: Store, *, table: str | None, limit: int) -> list[Entry]:
    """Return the newest entries, of one table or of all, newest first."""
    rows = store.all(
        """
        SELECT id, recorded_at, user_id, table_name, row_id, action, changes
          FROM audit_log
         WHERE :table IS NULL OR table_name = :table
         ORDER BY id DESC
         LIMIT :limit
        """,
        {"table": table, "limit": limit},
    )
    return [Entry(*row) for row in rows]


def erase(store: Store, user_id: str) -> None:
    """Delete a person's entries; they must be erased from auth_users already."""
    store.execute("DELETE FROM main.audit_log WHERE user_id = :user_id", {"user_id": user_id})
