"""The append-only log of what changed a program (plan_change_events), and the count it shares with overrides."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.day_plan import PlanEvent
from sharpened_cli.ids import LEAST_PREFIX, list_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sharpened_cli.store import Row, Store

_COLUMNS = """
    SELECT id, program_id, number, change_type, planned_entity_type, planned_entity_id, effective_date, reason_code,
           reason_text, diff, source, reassessment_id, undoes_event_id, created_at
      FROM plan_change_events
"""


def events_of(store: Store, program_id: str) -> list[PlanEvent]:
    """Return all change events of a program, in the order of their numbers."""
    rows = store.all(f"{_COLUMNS} WHERE program_id = :program_id ORDER BY number", {"program_id": program_id})
    return [event_of(row) for row in rows]


def event_of(row: Row) -> PlanEvent:
    """Return a row as the value that the fold replays."""
    import json

    diff = json.loads(row["diff"])
    return PlanEvent(
        number=row["number"],
        id=row["id"],
        change_type=row["change_type"],
        entity_type=row["planned_entity_type"],
        entity_id=row["planned_entity_id"],
        effective_date=date.fromisoformat(row["effective_date"]),
        after=diff.get("after") or {},
        undoes_event_id=row["undoes_event_id"],
        before=diff.get("before") or {},
    )


def find(store: Store, user_id: str, wanted: str) -> Row | None:
    """Return the row of a change by its number, its id or how its id begins (see ``matching``), or None."""
    return next(iter(matching(store, user_id, wanted)), None)


def matching(store: Store, user_id: str, wanted: str) -> list[Row]:
    """Return the rows of changes by number or id; else those whose id begins so (8 characters or more)."""
    return numbered(store, _COLUMNS, user_id, wanted)


def numbered(store: Store, select: str, user_id: str, wanted: str) -> list[Row]:
    """Return the rows of a SELECT over either counted table that a number, an id or its beginning names."""
    rows = store.all(
        f"""
        {select}
         WHERE user_id = :user_id
           AND (number = :number OR id = :wanted
                OR (length(:wanted) >= {LEAST_PREFIX} AND substr(id, 1, length(:wanted)) = :wanted))
         ORDER BY number
        """,
        {"user_id": user_id, "wanted": wanted, "number": list_number(wanted)},
    )
    exact = [row for row in rows if row["id"] == wanted or str(row["number"]) == wanted]
    return exact or rows


def undone_by(store: Store, event_id: str) -> str | None:
    """Return the id of the event that undid another, or None."""
    row = store.one("SELECT id FROM plan_change_events WHERE undoes_event_id = :id", {"id": event_id})
    return str(row[0]) if row else None


def next_number(store: Store, user_id: str) -> int:
    """Return the next number of a person's adjustments and plan changes, which share one count."""
    row = store.one(
        """
        SELECT max((SELECT coalesce(max(number), 0) FROM day_overrides WHERE user_id = :user_id),
                   (SELECT coalesce(max(number), 0) FROM plan_change_events WHERE user_id = :user_id)) + 1
        """,
        {"user_id": user_id},
    )
    return int(row[0]) if row else 1


def add(
    store: Store,
    *,
    event: PlanEvent,
    user_id: str,
    program_id: str,
    reason_code: str,
    source: str,
    created_at: str,
    reason_text: str = "",
    reasons: list[Any] | None = None,
    reassessment_id: str | None = None,
) -> None:
    """Append one change event; ``reasons`` is the chain that ``why`` prints."""
    import json

    diff: Mapping[str, Any] = {"before": dict(event.before), "after": dict(event.after), "reasons": reasons or []}
    store.execute(
        """
        INSERT INTO main.plan_change_events
            (id, user_id, program_id, number, change_type, planned_entity_type, planned_entity_id, effective_date,
             reason_code, reason_text, diff, source, reassessment_id, undoes_event_id, created_at)
        VALUES
            (:id, :user_id, :program_id, :number, :change_type, :entity_type, :entity_id, :effective_date,
             :reason_code, :reason_text, :diff, :source, :reassessment_id, :undoes_event_id, :created_at)
        """,
        {
            "id": event.id,
            "user_id": user_id,
            "program_id": program_id,
            "number": event.number,
            "change_type": event.change_type,
            "entity_type": event.entity_type,
            "entity_id": event.entity_id,
            "effective_date": event.effective_date.isoformat(),
            "reason_code": reason_code,
            "reason_text": reason_text,
            "diff": json.dumps(diff, ensure_ascii=False),
            "source": source,
            "reassessment_id": reassessment_id,
            "undoes_event_id": event.undoes_event_id,
            "created_at": created_at,
        },
    )
