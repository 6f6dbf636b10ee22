"""The life of an adjustment: who decides what, until when, and what undo restores."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.approval import (
    Preference,
    approve,
    asks_to_disable,
    grace_of,
    override_in_force,
    proposal,
    reject,
    settled,
    undo,
)
from sharpened_cli.domain.day_plan import Override
from sharpened_cli.errors import RefusedError

DAY = date(2026, 11, 24)
MORNING = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)
WINDOW = timedelta(hours=24)


def row(number: int = 1, status: str = "pending", **fields: Any) -> Override:
    return Override(f"o{number}", number, DAY, "poor_sleep", status, {"volume_adj": -number}, (), MORNING, **fields)


def stored(rows: tuple[Override, ...], changes: tuple[Override, ...]) -> tuple[Override, ...]:
    by_id = {one.id: one for one in rows} | {one.id: one for one in changes}
    return tuple(by_id.values())


def test_a_pending_override_is_approved_once_and_approving_again_changes_nothing() -> None:
    decision = approve([row()], "o1", MORNING)
    assert (decision.override.status, decision.override.decided_at, decision.changed) == ("approved", MORNING, True)
    again = approve(decision.rows, "o1", MORNING + WINDOW)
    assert not again.changed
    assert again.override == decision.override


def test_rejecting_stands_and_an_approval_afterwards_is_refused() -> None:
    decision = reject([row()], "o1", MORNING)
    assert decision.override.status == "rejected"
    assert not reject(decision.rows, "o1", MORNING).changed
    with pytest.raises(RefusedError) as refusal:
        approve(decision.rows, "o1", MORNING)
    assert refusal.value.code == "not_pending"


def test_a_proposal_expires_with_its_day_and_cannot_be_approved_then() -> None:
    just_before = settled([row()], MIDNIGHT - timedelta(seconds=1), MIDNIGHT)
    assert just_before[0].status == "pending"
    over = settled([row()], MIDNIGHT, MIDNIGHT)
    assert (over[0].status, over[0].decided_at) == ("expired", MIDNIGHT)
    with pytest.raises(RefusedError) as refusal:
        approve(over, "o1", MIDNIGHT)
    assert refusal.value.code == "too_late"


def test_auto_apply_happens_at_the_end_of_the_grace_period_and_not_before() -> None:
    due = MORNING + timedelta(minutes=120)
    waiting = row(grace_period_expires_at=due)
    assert settled([waiting], due - timedelta(seconds=1), MIDNIGHT)[0].status == "pending"
    applied = settled([waiting], due, MIDNIGHT)[0]
    assert (applied.status, applied.decided_at) == ("auto_applied", due)
    assert settled([waiting], MIDNIGHT + WINDOW, MIDNIGHT)[0] == applied


def test_a_grace_period_that_outlasts_the_day_ends_in_expiry() -> None:
    late = row(grace_period_expires_at=MIDNIGHT)
    assert settled([late], MIDNIGHT + WINDOW, MIDNIGHT)[0].status == "expired"


def test_a_newer_override_supersedes_the_applied_one_and_undo_restores_it() -> None:
    first = approve([row(1)], "o1", MORNING).rows
    both = (*first, row(2))
    second = approve(both, "o2", MORNING + timedelta(hours=1))
    assert {one.id: one.status for one in second.rows} == {"o1": "superseded", "o2": "approved"}
    back = undo(stored(both, second.rows), "o2", MORNING + timedelta(hours=2), WINDOW)
    assert {one.id: one.status for one in back.rows} == {"o1": "approved", "o2": "undone"}


def test_an_auto_applied_override_takes_the_place_of_the_applied_one_on_read() -> None:
    first = approve([row(1)], "o1", MORNING).rows
    due = MORNING + timedelta(hours=3)
    rows = settled((*first, row(2, grace_period_expires_at=due)), due, MIDNIGHT)
    assert [one.status for one in rows] == ["superseded", "auto_applied"]
    back = undo(rows, "o2", due + timedelta(hours=1), WINDOW)
    assert {one.id: one.status for one in back.rows} == {"o1": "approved", "o2": "undone"}


def test_undo_of_an_auto_applied_one_restores_an_auto_applied_one_as_such() -> None:
    due = MORNING + timedelta(hours=1)
    auto = row(1, "auto_applied", grace_period_expires_at=due, decided_at=due)
    second = approve((auto, row(2)), "o2", due + timedelta(hours=1))
    back = undo(stored((auto,), second.rows), "o2", due + timedelta(hours=2), WINDOW)
    assert {one.id: one.status for one in back.rows} == {"o1": "auto_applied", "o2": "undone"}


def test_undo_is_possible_until_the_window_closes() -> None:
    applied = approve([row()], "o1", MORNING).rows
    assert undo(applied, "o1", MORNING + WINDOW, WINDOW).changed
    with pytest.raises(RefusedError) as refusal:
        undo(applied, "o1", MORNING + WINDOW + timedelta(seconds=1), WINDOW)
    assert refusal.value.code == "too_late"


@pytest.mark.parametrize("status", ["pending", "rejected", "expired", "superseded"])
def test_what_is_not_in_force_cannot_be_undone(status: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        undo([row(status=status)], "o1", MORNING, WINDOW)
    assert refusal.value.code == "not_applied"


def test_undoing_twice_changes_nothing() -> None:
    applied = approve([row()], "o1", MORNING).rows
    undone = undo(applied, "o1", MORNING, WINDOW).rows
    assert not undo(undone, "o1", MORNING, WINDOW).changed


def test_it_applies_itself_only_where_every_trigger_was_allowed_to() -> None:
    auto = {
        "poor_sleep": Preference("poor_sleep", "auto_apply"),
        "high_stress": Preference("high_stress", "auto_apply", grace_minutes=240),
    }
    assert grace_of(["poor_sleep"], auto) == timedelta(minutes=120)
    assert grace_of(["poor_sleep", "high_stress"], auto) == timedelta(minutes=240)
    assert grace_of(["poor_sleep", "injury"], auto) is None
    assert grace_of([], auto) is None


def test_three_rejections_in_a_row_lead_to_a_question() -> None:
    assert asks_to_disable(["rejected", "rejected", "rejected", "approved"])
    assert not asks_to_disable(["rejected", "approved", "rejected", "rejected"])
    assert not asks_to_disable(["rejected", "rejected"])


@settings(max_examples=80)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["propose", "propose_auto", "approve", "reject", "undo"]), st.integers(0, 180)),
        max_size=14,
    )
)
def test_at_any_time_at_most_one_is_pending_and_at_most_one_applied(steps: list[tuple[str, int]]) -> None:
    rows: tuple[Override, ...] = ()
    now = MORNING
    for action, minutes in steps:
        now += timedelta(minutes=minutes)
        rows = settled(rows, now, MIDNIGHT)
        pending, applied = proposal(rows), override_in_force(rows)
        if action.startswith("propose") and now < MIDNIGHT:
            if pending:
                rows = stored(rows, (pending._replace(status="superseded"),))
            grace = now + timedelta(minutes=120) if action == "propose_auto" else None
            rows = (*rows, row(len(rows) + 1, grace_period_expires_at=grace))
        elif action == "approve" and pending:
            rows = stored(rows, approve(rows, pending.id, now).rows)
        elif action == "reject" and pending:
            rows = stored(rows, reject(rows, pending.id, now).rows)
        elif action == "undo" and applied and applied.decided_at and now - applied.decided_at <= WINDOW:
            rows = stored(rows, undo(rows, applied.id, now, WINDOW).rows)
        statuses = [one.status for one in rows]
        assert statuses.count("pending") <= 1
        assert statuses.count("approved") + statuses.count("auto_applied") <= 1


@settings(max_examples=60)
@given(before=st.lists(st.booleans(), max_size=4), wait=st.integers(0, 24 * 60))
def test_approving_and_undoing_leaves_the_override_in_force_as_it_was(before: list[bool], wait: int) -> None:
    rows: tuple[Override, ...] = ()
    for number, is_undone in enumerate(before, 1):
        rows = (*rows, row(number))
        rows = stored(rows, approve(rows, f"o{number}", MORNING).rows)
        if is_undone:
            rows = stored(rows, undo(rows, f"o{number}", MORNING, WINDOW).rows)
    in_force = override_in_force(rows)
    rows = (*rows, row(99))
    approved = stored(rows, approve(rows, "o99", MORNING).rows)
    undone = stored(approved, undo(approved, "o99", MORNING + timedelta(minutes=wait), WINDOW).rows)
    assert override_in_force(undone) == in_force
