"""Reassessments in storage: written once for each person and due date, with what they changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.store import Row, Store


class Outcome(NamedTuple):
    """The rows of one reassessment, as named parameters; ``due_before`` is the due date that it settles."""

    reassessment: dict[str, Any]
    events: list[dict[str, Any]]
    notification: dict[str, Any] | None
    program: dict[str, Any]


def write(store: Store, outcomes: Sequence[Outcome]) -> None:
    """Write the rows of many reassessments: four statements in all; the one place where they are written.

    Raises sqlite3.IntegrityError when one was written already (UNIQUE (user_id, due_date)), and
    RuntimeError when a program's due date is no longer what was read.
    """
    store.execute_many(_INSERT_REASSESSMENT, [outcome.reassessment for outcome in outcomes])
    store.execute_many(_INSERT_EVENT, [event for outcome in outcomes for event in outcome.events])
    store.execute_many(_INSERT_NOTIFICATION, [each for outcome in outcomes if (each := outcome.notification)])
    moved = store.execute_many(_MOVE_DUE_DATE, [outcome.program for outcome in outcomes])
    if moved != len(outcomes):
        message = "a reassessment's due date moved while it was decided"
        raise RuntimeError(message)


def relax(store: Store) -> None:
    """Let commits of a batch wait for no disk: a crash loses whole chunks, which the next run does again.

    A chunk's pages stay in memory (32 MB) until it is committed, and so do the journals of single statements.
    """
    store.execute("PRAGMA synchronous = NORMAL")
    store.execute("PRAGMA temp_store = MEMORY")
    store.execute("PRAGMA cache_size = -32768")


_INSERT_REASSESSMENT = """
    INSERT INTO main.reassessments
        (id, user_id, program_id, due_date, as_of_date, window_start_date, window_end_date, status, evidence, decision,
         controller_state, confidence, inputs_hash, created_at)
    VALUES
        (:id, :user_id, :program_id, :due_date, :as_of_date, :window_start_date, :window_end_date, :status, :evidence,
         :decision, :controller_state, :confidence, :inputs_hash, :created_at)
"""

_INSERT_EVENT = """
    INSERT INTO main.plan_change_events
        (id, user_id, program_id, number, change_type, planned_entity_type, planned_entity_id, effective_date,
         reason_code, reason_text, diff, source, reassessment_id, created_at)
    VALUES
        (:id, :user_id, :program_id, :number, :change_type, 'program', :program_id, :effective_date,
         :reason_code, :reason_text, :diff, 'reassessment', :reassessment_id, :created_at)
"""

_INSERT_NOTIFICATION = """
    INSERT INTO main.notifications
        (id, user_id, number, notification_type, title, message, ref_type, ref_id, priority, created_at)
    VALUES
        (:id, :user_id, :number, 'reassessment_complete', :title, :message, 'reassessment', :ref_id, :priority,
         :created_at)
"""

_MOVE_DUE_DATE = """
    UPDATE main.programs SET next_reassessment_date = :next_date
     WHERE id IN (SELECT id FROM programs WHERE id = :id AND next_reassessment_date IS :due_before)
"""

_COLUMNS = """
    SELECT id, user_id, program_id, due_date, as_of_date, window_start_date, window_end_date, status, evidence,
           decision, controller_state, confidence, inputs_hash, created_at
      FROM reassessments
"""


def history(store: Store, user_id: str) -> list[Row]:
    """Return all reassessments of a person, the oldest first."""
    return store.all(f"{_COLUMNS} WHERE user_id = :user_id ORDER BY due_date", {"user_id": user_id})


def on(store: Store, user_id: str, due_date: str) -> Row | None:
    """Return the reassessment of a person that was due on a day, or None."""
    return store.one(
        f"{_COLUMNS} WHERE user_id = :user_id AND due_date = :due_date", {"user_id": user_id, "due_date": due_date}
    )
