"""Context, proposal, approval and undo over a real file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import planned
import pytest
from support import ANA, NOW

from sharpened_cli.clock import FixedClock
from sharpened_cli.domain.approval import Preference
from sharpened_cli.errors import InputError, NotThereError, RefusedError
from sharpened_cli.services.adjustment import DailyAdjustmentService
from sharpened_cli.services.approval import AdjustmentApprovalService, settle_due
from sharpened_cli.services.context import ContextService
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.services.today import TodayService
from sharpened_cli.store import adjustments, safety_flags

if TYPE_CHECKING:
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

TODAY = date(2026, 11, 24)  # a Tuesday with a strength session
DAYS = [planned.MONDAY + timedelta(days=shift) for shift in range(28)]


@pytest.fixture
def coached(store: Store) -> Store:
    """Ana with a program that began a week before the clock's Tuesday, all its sessions done."""
    planned.add_profile(store, ANA)
    planned.add_program(store, ANA)
    planned.mark_done(store, ANA, before=TODAY)
    return store


class Ana:
    """One person's services at a movable instant."""

    def __init__(self, store: Store, user: User) -> None:
        self.store, self.user, self.now = store, user, NOW

    @property
    def _parts(self) -> tuple[Store, FixedClock, User]:
        return self.store, FixedClock(self.now), self.user

    def says(self, day: date | None = None, **said: Any) -> dict[str, Any]:
        return ContextService(*self._parts).log(day, **said)

    @property
    def decides(self) -> AdjustmentApprovalService:
        return AdjustmentApprovalService(*self._parts)

    def plan(self) -> bytes:
        days = PlanningService(*self._parts).days(DAYS[0], DAYS[-1])
        ids = [[one.id for one in day.plan.sessions] + [one.id for one in day.plan.meals] for day in days]
        statuses = [[day.status_of(one) for one in found] for day, found in zip(days, ids, strict=True)]
        return repr([[day.plan._replace(override=None) for day in days], statuses]).encode()

    def sees(self, day: date | None = None) -> dict[str, Any]:
        return TodayService(*self._parts).day(day)


@pytest.fixture
def person(coached: Store, ana: User) -> Ana:
    return Ana(coached, ana)


def test_poor_sleep_is_proposed_and_changes_nothing_until_it_is_approved(person: Ana) -> None:
    before = person.plan()
    result = person.says(sleep_hours=5.5)
    override = result["override"]
    assert [trigger["reason_code"] for trigger in result["triggers"]] == ["poor_sleep"]
    assert override["status"] == "pending"
    assert (override["number"], override["reason_code"]) == (1, "poor_sleep")
    assert (override["modifications"]["calorie_adj"], override["modifications"]["volume_adj"]) == (0, -2)
    assert (override["modifications"]["intensity"], override["modifications"]["rir_adj"]) == (0.95, 1)
    assert person.plan() == before
    assert [one["status"] for one in person.sees()["overrides"]] == ["pending"]


def test_approving_bends_that_day_and_undoing_restores_every_day_byte_identically(person: Ana) -> None:
    before = person.plan()
    person.says(sleep_hours=5.5)
    decision = person.decides.approve_adjustment()
    assert (decision["changed"], decision["override"]["status"], decision["change"]) == (True, "approved", None)
    (session,) = person.sees()["sessions"]
    assert [(item["name"], item["sets"], item["load_kg"], item["rir"]) for item in session["exercises"]] == [
        ("Barbell Back Squat", 4, 95.0, 3),
        ("Barbell Bench Press", 4, 76.0, 3),
        ("Leg Extension", 3, 43.0, 2),
        ("Barbell Curl", 1, 28.5, 2),
    ]
    assert person.plan() != before
    undone = person.decides.undo_adjustment("1")
    assert (undone["changed"], undone["override"]["status"]) == (True, "undone")
    assert person.plan() == before


def test_a_second_context_of_the_day_adds_to_the_first_and_replaces_the_proposal(person: Ana) -> None:
    first = person.says(sleep_hours=5.5)
    second = person.says(stress_level=9)
    assert second["context_id"] == first["context_id"]
    assert [trigger["reason_code"] for trigger in second["triggers"]] == ["poor_sleep", "high_stress"]
    rows = adjustments.between(person.store, ANA, TODAY, TODAY)
    assert [(row.number, row.status) for row in rows] == [(1, "superseded"), (2, "pending")]
    assert person.says(stress_level=9)["override"]["number"] == 2


def test_a_correction_takes_the_proposal_back(person: Ana) -> None:
    person.says(sleep_hours=5.5)
    corrected = person.says(sleep_hours=8.0)
    assert (corrected["triggers"], corrected["override"]) == ([], None)
    assert person.sees()["overrides"] == []


def test_what_is_in_force_already_is_not_proposed_again(person: Ana) -> None:
    person.says(sleep_hours=5.5)
    person.decides.approve_adjustment()
    again = person.says(sleep_hours=5.5)
    assert (again["override"]["number"], again["override"]["status"]) == (1, "approved")


def test_a_newer_approval_supersedes_and_its_undo_brings_the_older_one_back(person: Ana) -> None:
    person.says(sleep_hours=5.5)
    person.decides.approve_adjustment()
    bent = person.plan()
    person.says(sleep_hours=3.0)
    person.decides.approve_adjustment("2")
    assert person.plan() != bent
    person.decides.undo_adjustment("2")
    assert person.plan() == bent
    rows = adjustments.between(person.store, ANA, TODAY, TODAY)
    assert [row.status for row in rows] == ["approved", "undone"]


def test_the_day_before_speaks_for_a_day_without_its_own_context(person: Ana) -> None:
    person.says(TODAY - timedelta(days=1), sleep_hours=4.5)
    analysis = DailyAdjustmentService(*person._parts).analyze_and_adjust(TODAY)
    assert analysis.override is not None
    assert (analysis.override.confidence, analysis.override.reason_code) == (0.7, "poor_sleep")


def test_a_day_on_which_nothing_changes_gets_no_override_but_its_triggers(person: Ana) -> None:
    person.now = NOW + timedelta(days=1)  # Wednesday: no training
    planned.mark_done(person.store, ANA, before=TODAY + timedelta(days=1))
    result = person.says(sleep_hours=4.0)
    assert [trigger["reason_code"] for trigger in result["triggers"]] == ["poor_sleep"]
    assert result["override"] is None


def test_an_injury_swaps_or_removes_what_loads_it(person: Ana) -> None:
    override = person.says(injury_notes="left knee")["override"]
    touched = {line["from"] for line in override["modifications"]["swaps"]}
    touched |= {line["name"] for line in override["modifications"]["removed"]}
    assert touched == {"Barbell Back Squat", "Leg Extension"}
    assert override["modifications"]["intensity"] == 1.0


def test_a_red_flag_cancels_the_session_stops_training_and_is_remembered(person: Ana) -> None:
    result = person.says(notes="had chest pain on the stairs this morning")
    assert result["override"]["reason_code"] == "injury"
    assert [line["name"] for line in result["override"]["modifications"]["cancelled"]] == ["Full body"]
    assert any("doctor" in line for line in result["advice"])
    assert safety_flags.live_codes(person.store, ANA) == {"chest_pain"}
    seen = person.sees()
    assert (seen["sessions"], seen["blocked_for"]) == ([], ["training"])
    assert [one.notification_type for one in seen["notifications"]][-1] == "safety"


def test_missed_sessions_ask_for_a_shorter_one_and_a_step_towards_maintenance(coached: Store, ana: User) -> None:
    coached.execute("DELETE FROM main.adherence_records")
    override = Ana(coached, ana).says(energy_level=5)["override"]
    assert override["reason_code"] == "low_adherence"
    assert override["modifications"]["calorie_adj"] == 200
    assert override["modifications"]["intensity"] == 1.0
    assert override["modifications"]["simpler_meals"] is True


def test_a_disabled_trigger_is_told_but_proposes_nothing(person: Ana) -> None:
    with person.store.transaction():
        adjustments.prefer(person.store, ANA, Preference("poor_sleep", "disable"), updated_at="2026-11-24T06:00:00Z")
    result = person.says(sleep_hours=5.0)
    assert [trigger["reason_code"] for trigger in result["triggers"]] == ["poor_sleep"]
    assert result["override"] is None


def test_auto_apply_is_in_force_for_readers_after_its_grace_and_stored_by_the_next_writer(person: Ana) -> None:
    with person.store.transaction():
        adjustments.prefer(person.store, ANA, Preference("poor_sleep", "auto_apply"), updated_at="2026-11-24T06:00:00Z")
    override = person.says(sleep_hours=5.5)["override"]
    assert override["grace_period_expires_at"] == "2026-11-24T08:30:00Z"
    assert override["applies_itself_at"] == "09:30"
    person.now = NOW + timedelta(minutes=119)
    assert person.sees()["overrides"][0]["status"] == "pending"
    person.now = NOW + timedelta(minutes=120)
    assert person.sees()["overrides"][0]["status"] == "auto_applied"
    assert adjustments.between(person.store, ANA, TODAY, TODAY)[0].status == "pending"
    person.now = NOW + timedelta(hours=9)
    in_force = person.plan()
    settle_due(*person._parts)
    (row,) = adjustments.between(person.store, ANA, TODAY, TODAY)
    assert (row.status, row.decided_at) == ("auto_applied", datetime(2026, 11, 24, 8, 30, tzinfo=UTC))
    assert person.plan() == in_force
    assert "adjustment_auto_applied" in {one.notification_type for one in person.sees()["notifications"]}


def test_a_proposal_expires_at_local_midnight_and_is_stored_so(person: Ana) -> None:
    person.says(sleep_hours=5.5)
    person.now = datetime(2026, 11, 24, 22, 59, tzinfo=UTC)
    assert person.sees(TODAY)["overrides"][0]["status"] == "pending"
    person.now = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)  # midnight in Madrid
    assert person.sees(TODAY)["overrides"] == []
    with pytest.raises(RefusedError) as refusal:
        person.decides.approve_adjustment("1")
    assert refusal.value.code == "too_late"
    settle_due(*person._parts)
    (row,) = adjustments.between(person.store, ANA, TODAY, TODAY)
    assert (row.status, row.decided_at) == ("expired", datetime(2026, 11, 24, 23, 0, tzinfo=UTC))


def test_undo_is_refused_after_its_window(person: Ana) -> None:
    person.says(sleep_hours=5.5)
    person.decides.approve_adjustment()
    person.now = NOW + timedelta(hours=24, seconds=1)
    with pytest.raises(RefusedError) as refusal:
        person.decides.undo_adjustment("1")
    assert refusal.value.code == "too_late"


def test_approving_twice_rejecting_twice_and_undoing_twice_change_nothing(person: Ana) -> None:
    person.says(sleep_hours=5.5)
    person.decides.approve_adjustment("1")
    assert person.decides.approve_adjustment("1")["changed"] is False
    person.decides.undo_adjustment("1")
    assert person.decides.undo_adjustment("1")["changed"] is False
    person.says(sleep_hours=5.0)
    person.decides.reject_adjustment("2")
    assert person.decides.reject_adjustment("2")["changed"] is False


def test_three_rejections_in_a_row_ask_whether_to_stop(person: Ana) -> None:
    questions = []
    for hours in (5.5, 4.5, 3.0):
        person.says(sleep_hours=hours)
        questions.append(person.decides.reject_adjustment()["question"])
        person.now += timedelta(minutes=5)
    assert questions[:2] == [None, None]
    assert "poor_sleep disable" in questions[2]


def test_without_a_number_there_must_be_exactly_one_pending(person: Ana) -> None:
    with pytest.raises(NotThereError) as nothing:
        person.decides.approve_adjustment()
    assert nothing.value.code == "nothing_pending"
    person.says(sleep_hours=5.5)
    DailyAdjustmentService(*person._parts).analyze_and_adjust(TODAY)
    with person.store.transaction():
        row = adjustments.between(person.store, ANA, TODAY, TODAY)[0]
        other = row._replace(id="other-override", number=9, date=TODAY + timedelta(days=2))
        adjustments.add(person.store, other, user_id=ANA, program_id="p")
    with pytest.raises(InputError) as several:
        person.decides.approve_adjustment()
    assert several.value.code == "several_pending"
    assert person.decides.approve_all()["changed"] == 2


def test_decisions_leave_feedback_and_empty_the_inbox(person: Ana) -> None:
    person.says(sleep_hours=5.5)
    assert [one.notification_type for one in person.sees()["notifications"]] == ["adjustment_pending"]
    person.now += timedelta(minutes=10)
    person.decides.approve_adjustment()
    assert person.sees()["notifications"] == []
    row = person.store.one("SELECT action, time_to_decision_seconds FROM adjustment_feedback")
    assert row is not None
    assert tuple(row) == ("approved", 600)


def test_without_a_program_context_is_kept_and_nothing_is_proposed(store: Store, ana: User) -> None:
    planned.add_profile(store, ANA)
    result = Ana(store, ana).says(sleep_hours=3.0)
    assert [trigger["reason_code"] for trigger in result["triggers"]] == ["poor_sleep"]
    assert result["override"] is None


def test_a_past_day_is_noted_but_no_longer_adjusted(person: Ana) -> None:
    result = person.says(TODAY - timedelta(days=5), sleep_hours=3.0)
    assert result["triggers"]
    assert result["override"] is None
    with pytest.raises(InputError):
        person.says(TODAY + timedelta(days=1), sleep_hours=3.0)
    with pytest.raises(InputError) as nothing:
        person.says(TODAY - timedelta(days=3))
    assert nothing.value.code == "nothing_said"


def test_a_session_that_is_done_is_not_lightened_any_more(person: Ana) -> None:
    planned.mark_done(person.store, ANA, before=TODAY + timedelta(days=1))
    assert person.says(sleep_hours=5.0)["override"] is None


def test_while_training_is_on_hold_nothing_of_it_is_lightened(person: Ana) -> None:
    with person.store.transaction():
        safety_flags.add(
            person.store,
            flag_id="f",
            user_id=ANA,
            code="concussion",
            source="consultation",
            quote="x",
            created_at="2026-11-20T06:00:00Z",
        )
    result = person.says(sleep_hours=4.0)
    assert [trigger["reason_code"] for trigger in result["triggers"]] == ["poor_sleep"]
    assert result["override"] is None


def test_a_preference_is_replaced_by_the_next_one(person: Ana) -> None:
    for choice in ("disable", "auto_apply"):
        with person.store.transaction():
            adjustments.prefer(person.store, ANA, Preference("injury", choice), updated_at="2026-11-24T06:00:00Z")
    assert adjustments.preferences(person.store, ANA)["injury"].preference == "auto_apply"


def test_an_injury_swaps_for_something_that_spares_it_where_the_place_has_it(person: Ana) -> None:
    override = person.says(injury_notes="left elbow is sore")["override"]
    swaps = {line["from"]: line["to"] for line in override["modifications"]["swaps"]}
    person.decides.approve_adjustment()
    (session,) = person.sees()["sessions"]
    for before, after in swaps.items():
        assert before not in [item["name"] for item in session["exercises"]]
        assert after in [item["name"] for item in session["exercises"]]
