"""Taking back a change of the plan: an event that undoes an event, exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.clock import as_text
from sharpened_cli.domain.day_plan import PlanEvent
from sharpened_cli.errors import InputError, NotThereError, RefusedError
from sharpened_cli.ids import new_id
from sharpened_cli.services.calendar_projection import CalendarProjection
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.store import calendar, plan_changes

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Row, Store
    from sharpened_cli.store.users import User


def undo_change(store: Store, clock: Clock, user: User, wanted: str) -> dict[str, Any]:
    """Append the event that takes a change back and return what `undo` prints; twice changes nothing.

    Raises NotThereError when there is no such change, InputError when several fit, RefusedError for a new
    program version and for a change of a program that is no longer in force.
    """
    row = _only(plan_changes.matching(store, user.id, wanted), wanted)
    if plan_changes.undone_by(store, row["id"]) is not None:
        return _document(row, changed=False)
    _must_be_in_force(store, clock, user, row)
    undone = plan_changes.event_of(row)
    plan_changes.add(
        store,
        event=_undoing(undone, plan_changes.next_number(store, user.id)),
        user_id=user.id,
        program_id=row["program_id"],
        reason_code="undone",
        reason_text=f"change {undone.number} taken back",
        source="user",
        created_at=as_text(clock.now()),
    )
    if undone.entity_type != "program":
        CalendarProjection(store, clock, user).rewrite(row["program_id"], [undone.entity_id])
        _match_again(store, clock, user, undone)
    return _document(row, changed=True)


def _only(found: list[Row], wanted: str) -> Row:
    if not found:
        raise NotThereError(
            f"There is no adjustment and no change {wanted}.",
            code="no_such_id",
            hint="`sharpened today` and `sharpened inbox` show their numbers.",
        )
    if len(found) > 1:
        raise InputError(f"{wanted} fits several changes.", code="ambiguous", hint="Use the number.")
    return found[0]


def _undoing(undone: PlanEvent, number: int) -> PlanEvent:
    return PlanEvent(
        number=number,
        id=new_id(),
        change_type="undo",
        entity_type=undone.entity_type,
        entity_id=undone.entity_id,
        effective_date=undone.effective_date,
        after={},
        undoes_event_id=undone.id,
    )


def _match_again(store: Store, clock: Clock, user: User, undone: PlanEvent) -> None:
    from datetime import date

    from sharpened_cli.services.adherence import AdherenceService

    days = {side["date"] for side in (undone.before, undone.after) if "date" in side}
    for day in sorted({undone.effective_date.isoformat(), *days}):
        AdherenceService(store, clock, user).plan_changed(date.fromisoformat(day))


def _must_be_in_force(store: Store, clock: Clock, user: User, row: Row) -> None:
    if row["change_type"] == "new_version":
        raise RefusedError(
            f"Change {row['number']} is a new program, which cannot be undone.",
            code="cannot_undo",
            hint="`sharpened program new` makes another one.",
        )
    program = calendar.program_in_force(store, user.id, PlanningService(store, clock, user).today())
    upcoming = calendar.next_program(store, user.id, PlanningService(store, clock, user).today())
    if row["program_id"] not in {one.id for one in (program, upcoming) if one is not None}:
        raise RefusedError(
            f"Change {row['number']} belongs to a program that is no longer in force.",
            code="too_late",
            hint="Its days are over; the present program is not touched by it.",
        )


def _document(row: Row, *, changed: bool) -> dict[str, Any]:
    return {"override": None, "change": change_document(row), "changed": changed}


def change_document(row: Row) -> dict[str, Any]:
    """Return a change of the plan as JSON shows it."""
    import json

    diff = json.loads(row["diff"])
    return {
        "id": row["id"],
        "number": row["number"],
        "change_type": row["change_type"],
        "planned_entity_type": row["planned_entity_type"],
        "planned_entity_id": row["planned_entity_id"],
        "effective_date": row["effective_date"],
        "reason_code": row["reason_code"],
        "reason_text": row["reason_text"],
        "before": diff.get("before"),
        "after": diff.get("after"),
        "source": row["source"],
    }
