"""Single-day adjustments: day_overrides, what was decided about them, and what people prefer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sharpened_cli.clock import as_text, from_text
from sharpened_cli.domain.approval import Preference
from sharpened_cli.domain.day_plan import Override
from sharpened_cli.store import plan_changes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sharpened_cli.store import Row, Store

_COLUMNS = """
    SELECT id, number, date, reason_code, status, modifications, triggers, created_at, grace_period_expires_at,
           decided_at, undone_at, supersedes_id, reason_text, confidence, program_id
      FROM day_overrides
"""


def between(store: Store, user_id: str, first: date, last: date) -> list[Override]:
    """Return all overrides of a range of days as stored, by date and number."""
    rows = store.all(
        f"{_COLUMNS} WHERE user_id = :user_id AND date BETWEEN :first AND :last ORDER BY date, number",
        {"user_id": user_id, "first": first.isoformat(), "last": last.isoformat()},
    )
    return [_override(row) for row in rows]


def pending(store: Store, user_id: str) -> list[Override]:
    """Return the overrides stored as pending, by date."""
    rows = store.all(
        f"{_COLUMNS} WHERE user_id = :user_id AND status = 'pending' ORDER BY date, number", {"user_id": user_id}
    )
    return [_override(row) for row in rows]


def program_of(store: Store, override_id: str) -> str:
    """Return the id of the program that an override bends."""
    row = store.one("SELECT program_id FROM day_overrides WHERE id = :id", {"id": override_id})
    return str(row[0]) if row else ""


def find(store: Store, user_id: str, wanted: str) -> list[Override]:
    """Return the overrides with a number or an id; else those whose id begins so (8 characters or more)."""
    return [_override(row) for row in plan_changes.numbered(store, _COLUMNS, user_id, wanted)]


def add(store: Store, override: Override, *, user_id: str, program_id: str) -> None:
    """Add a new override."""
    import json

    store.execute(
        """
        INSERT INTO main.day_overrides
            (id, user_id, program_id, number, date, reason_code, reason_text, triggers, modifications, confidence,
             status, grace_period_expires_at, created_at)
        VALUES
            (:id, :user_id, :program_id, :number, :date, :reason_code, :reason_text, :triggers, :modifications,
             :confidence, :status, :grace_period_expires_at, :created_at)
        """,
        {
            "id": override.id,
            "user_id": user_id,
            "program_id": program_id,
            "number": override.number,
            "date": override.date.isoformat(),
            "reason_code": override.reason_code,
            "reason_text": override.reason_text,
            "triggers": json.dumps(list(override.triggers), ensure_ascii=False),
            "modifications": json.dumps(dict(override.modifications), ensure_ascii=False),
            "confidence": override.confidence,
            "status": override.status,
            "grace_period_expires_at": _text(override.grace_period_expires_at),
            "created_at": as_text(override.created_at),
        },
    )


def set_state(store: Store, override: Override) -> None:
    """Store where an override stands: status, instants, and what it supersedes."""
    store.execute(
        """
        UPDATE main.day_overrides
           SET status = :status, decided_at = :decided_at, undone_at = :undone_at, supersedes_id = :supersedes_id
         WHERE id = :id
        """,
        {
            "id": override.id,
            "status": override.status,
            "decided_at": _text(override.decided_at),
            "undone_at": _text(override.undone_at),
            "supersedes_id": override.supersedes_id,
        },
    )


def preferences(store: Store, user_id: str) -> dict[str, Preference]:
    """Return what a person prefers for each trigger that they decided about."""
    rows = store.all(
        """
        SELECT trigger, preference, grace_minutes, undo_window_hours
          FROM adjustment_preferences
         WHERE user_id = :user_id
         ORDER BY trigger
        """,
        {"user_id": user_id},
    )
    return {row["trigger"]: Preference(*row) for row in rows}


def prefer(store: Store, user_id: str, preference: Preference, *, updated_at: str) -> None:
    """Store a person's preference for one trigger in place of the one before."""
    values: Mapping[str, Any] = {**preference._asdict(), "user_id": user_id, "updated_at": updated_at}
    if preference.trigger in preferences(store, user_id):
        store.execute(
            """
            UPDATE main.adjustment_preferences
               SET preference = :preference, grace_minutes = :grace_minutes, undo_window_hours = :undo_window_hours,
                   updated_at = :updated_at
             WHERE user_id = :user_id AND trigger = :trigger
            """,
            values,
        )
        return
    store.execute(
        """
        INSERT INTO main.adjustment_preferences
            (user_id, trigger, preference, grace_minutes, undo_window_hours, updated_at)
        VALUES (:user_id, :trigger, :preference, :grace_minutes, :undo_window_hours, :updated_at)
        """,
        values,
    )


def add_feedback(
    store: Store, *, feedback_id: str, user_id: str, override: Override, action: str, at: datetime
) -> None:
    """Record one decision about an override, with the seconds that it took."""
    import json

    took = max(0, int((at - override.created_at).total_seconds()))
    store.execute(
        """
        INSERT INTO main.adjustment_feedback
            (id, user_id, day_override_id, action, time_to_decision_seconds, details, created_at)
        VALUES (:id, :user_id, :day_override_id, :action, :took, :details, :created_at)
        """,
        {
            "id": feedback_id,
            "user_id": user_id,
            "day_override_id": override.id,
            "action": action,
            "took": took,
            "details": json.dumps({"reason_code": override.reason_code}),
            "created_at": as_text(at),
        },
    )


def latest_actions(store: Store, user_id: str, reason_code: str, limit: int) -> list[str]:
    """Return the latest decisions about one trigger's proposals, newest first."""
    rows = store.all(
        """
        SELECT f.action
          FROM adjustment_feedback AS f
          JOIN day_overrides AS o ON o.id = f.day_override_id
         WHERE f.user_id = :user_id AND o.reason_code = :reason_code
           AND f.action IN ('approved', 'rejected', 'auto_applied')
         ORDER BY f.created_at DESC, f.id DESC
         LIMIT :limit
        """,
        {"user_id": user_id, "reason_code": reason_code, "limit": limit},
    )
    return [row[0] for row in rows]


def _text(instant: datetime | None) -> str | None:
    return as_text(instant) if instant else None


def _instant(text: str | None) -> datetime | None:
    return from_text(text) if text else None


def _override(row: Row) -> Override:
    import json

    return Override(
        id=row["id"],
        number=row["number"],
        date=date.fromisoformat(row["date"]),
        reason_code=row["reason_code"],
        status=row["status"],
        modifications=json.loads(row["modifications"]),
        triggers=tuple(json.loads(row["triggers"])),
        created_at=from_text(row["created_at"]),
        grace_period_expires_at=_instant(row["grace_period_expires_at"]),
        decided_at=_instant(row["decided_at"]),
        undone_at=_instant(row["undone_at"]),
        supersedes_id=row["supersedes_id"],
        reason_text=row["reason_text"],
        confidence=row["confidence"],
    )
