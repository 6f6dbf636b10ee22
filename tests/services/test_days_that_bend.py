"""Random weeks of a person: whatever was moved, cancelled, proposed and undone, the last approval undoes exactly."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import planned
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import ANA, NOW

from sharpened_cli.clock import FixedClock
from sharpened_cli.errors import SharpenedError
from sharpened_cli.services.approval import AdjustmentApprovalService, settle_due
from sharpened_cli.services.calendar_projection import CalendarProjection
from sharpened_cli.services.context import ContextService
from sharpened_cli.services.plan_edits import PlanEditService
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.store import Store, adjustments, users

if TYPE_CHECKING:
    from sharpened_cli.store.users import User

TODAY = date(2026, 11, 24)
DAYS = [TODAY + timedelta(days=shift) for shift in range(-1, 11)]
LATER = st.integers(0, 9).map(lambda shift: TODAY + timedelta(days=shift))

STEPS = st.one_of(
    st.tuples(st.just("context"), st.floats(2, 9), st.integers(1, 10), st.sampled_from(["", "left knee", "elbow"])),
    st.tuples(st.sampled_from(["approve", "reject", "undo", "wait"])),
    st.tuples(st.just("move"), LATER, st.integers(1, 5), LATER),
    st.tuples(st.just("cancel"), LATER, st.integers(1, 5)),
    st.tuples(st.just("swap"), LATER, st.sampled_from(["hack squat", "dumbbell bench press", "hammer curl"])),
    st.tuples(st.just("undo_change"), st.integers(1, 12)),
)


@pytest.fixture(scope="module")
def template(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with Ana and her program, made once and copied for each example."""
    path = tmp_path_factory.mktemp("bend") / "ana.db"
    shutil.copy(empty_file, path)
    with Store.open(path) as store:
        with store.transaction():
            users.add(store, user_id=ANA, email="ana@example.org", created_at="2026-11-01T00:00:00Z")
        planned.add_profile(store, ANA, equipment='["full_gym"]')
        planned.add_program(store, ANA)
        planned.mark_done(store, ANA, before=TODAY)
        planned.rebuilt(store, ANA)
    return path


class Week:
    """Ana living through steps; what is refused is refused, and time goes on."""

    def __init__(self, store: Store) -> None:
        self.store, self.now = store, NOW
        (self.user,) = users.find(store, ANA)

    @property
    def parts(self) -> tuple[Store, FixedClock, User]:
        return self.store, FixedClock(self.now), self.user

    def live(self, step: tuple[Any, ...]) -> None:
        self.now += timedelta(minutes=7)
        settle_due(*self.parts)
        try:
            self._do(*step)
        except SharpenedError:
            return

    def _do(self, kind: str, *what: Any) -> None:
        decisions, edits = AdjustmentApprovalService(*self.parts), PlanEditService(*self.parts)
        match kind:
            case "context":
                ContextService(*self.parts).log(sleep_hours=what[0], stress_level=what[1], injury_notes=what[2])
            case "approve":
                decisions.approve_adjustment()
            case "reject":
                decisions.reject_adjustment()
            case "undo":
                applied = [row for row in self.rows() if row.status in {"approved", "auto_applied"}]
                decisions.undo_adjustment(applied[0].id if applied else "999")
            case "wait":
                self.now += timedelta(hours=3)
            case "move":
                edits.move(what[1], day=what[0], to_day=what[2])
            case "cancel":
                edits.cancel(what[1], day=what[0])
            case "swap":
                edits.swap("3", what[1], what[0])
            case _:
                decisions.undo_adjustment(str(what[0]))

    def rows(self) -> list[Any]:
        return adjustments.between(self.store, ANA, DAYS[0], DAYS[-1])

    def plan(self) -> bytes:
        days = PlanningService(*self.parts).days(DAYS[0], DAYS[-1])
        return repr([day.plan._replace(override=None) for day in days]).encode()


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(STEPS, max_size=8), hours=st.floats(1, 5.9))
def test_approve_then_undo_is_exact_and_nothing_ever_stacks(
    template: Path, tmp_path: Path, steps: list[tuple[Any, ...]], hours: float
) -> None:
    path = Path(shutil.copy(template, tmp_path / "example.db"))
    with Store.open(path) as store:
        week = Week(store)
        for step in steps:
            week.live(step)
            states = [(row.date, row.status) for row in week.rows()]
            assert len([1 for _, status in states if status == "pending"]) <= 1
            assert len([1 for _, status in states if status in {"approved", "auto_applied"}]) <= 1
        before = week.plan()
        proposal = ContextService(*week.parts).log(sleep_hours=hours)["override"]
        assert week.plan() == before
        if proposal is not None and proposal["status"] == "pending":
            decisions = AdjustmentApprovalService(*week.parts)
            decisions.approve_adjustment(proposal["id"])
            decisions.undo_adjustment(proposal["id"])
            assert week.plan() == before
        with store.transaction():
            assert CalendarProjection(*week.parts).rewrite("p") == 0
