"""ReassessmentService: the same decisions as the domain, written once, for one person and for many."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from client_rows import add_client, complete_sessions, log_days
from support import ANA, BEN
from virtual_client import START, VirtualClient, evidence_of

from sharpened_cli.clock import FixedClock
from sharpened_cli.domain.reassessment import decide
from sharpened_cli.errors import NotThereError, RefusedError
from sharpened_cli.services.reassessment import ReassessmentService, Summary
from sharpened_cli.store.users import User

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.store import Store

TARGET = 1800.0


def on(day: date) -> FixedClock:
    return FixedClock(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))


def user(user_id: str = ANA) -> User:
    return User(user_id, "ana@example.org", "UTC", "metric", has_profile=True)


def fortnight(store: Store, client: VirtualClient, user_id: str = ANA, target: float = TARGET) -> date:
    """Let a client live and log a fortnight; return the day of the reassessment."""
    days = client.live(target)
    log_days(store, user_id, tuple(day if day.date < days[-1].date else day._replace(weight_kg=None) for day in days))
    if days[-1].weight_kg is not None:
        log_days(store, user_id, (days[-1],))
        client.morning_kg = None
    return days[-1].date


def prepared(store: Store, client: VirtualClient, user_id: str = ANA, **more: Any) -> None:
    add_client(store, user_id, client.person(), start=START, target_kcal=TARGET, has_user=True, **more)


def count(store: Store, table: str) -> int:
    row = store.one(f"SELECT count(*) FROM {table}")
    return int(row[0]) if row else 0


def test_a_fortnight_is_reassessed_and_written_once(store: Store) -> None:
    client = VirtualClient(seed=4)
    prepared(store, client)
    day = fortnight(store, client)
    service = ReassessmentService(store, on(day))
    first = service.reassess(user())
    assert first["status"] in {"changed", "unchanged"}
    assert first["next_reassessment_date"] == day + timedelta(days=14)
    assert first["window"] == {"start": START, "end": day - timedelta(days=1)}
    assert count(store, "reassessments") == count(store, "notifications") == 1
    again = service.reassess(user())
    assert count(store, "reassessments") == 1
    assert again["calories"] == json.loads(json.dumps(first["calories"]))


def test_before_the_day_nothing_is_written_and_forcing_too_early_neither(store: Store) -> None:
    client = VirtualClient(seed=4)
    prepared(store, client)
    fortnight(store, client)
    early = ReassessmentService(store, on(START + timedelta(days=6)))
    for force in (False, True):
        assert early.reassess(user(), force=force)["status"] == "not_due"
    assert count(store, "reassessments") == 0
    later = ReassessmentService(store, on(START + timedelta(days=11)))
    assert later.reassess(user())["status"] == "not_due"
    assert later.reassess(user(), force=True)["status"] != "not_due"
    assert count(store, "reassessments") == 1


def test_without_a_program_there_is_nothing_to_reassess(store: Store) -> None:
    with pytest.raises(NotThereError):
        ReassessmentService(store, on(START)).reassess(user())


def test_withheld_numbers_are_refused(store: Store) -> None:
    client = VirtualClient(seed=4)
    prepared(store, client, safety={"level": "blocked", "blocked_for": ["numeric_targets"]})
    day = fortnight(store, client)
    with pytest.raises(RefusedError):
        ReassessmentService(store, on(day)).reassess(user())
    assert count(store, "reassessments") == 0
    documents = [done.document for done in ReassessmentService(store, on(day)).reassess_range(ANA, BEN)]
    assert [document["status"] for document in documents] == ["refused"]
    assert documents[0]["expenditure"]["kcal"] is None


def test_twelve_weeks_through_the_file_are_the_domain_to_the_kcal(store: Store) -> None:
    people = {}
    for number in range(60):
        user_id = f"0193cccc-0000-7000-8000-{number:012d}"
        client = VirtualClient(seed=number, rate=(-0.006, 0.003)[number % 2], weigh_chance=0.3 + 0.1 * (number % 7))
        add_client(store, user_id, client.person(), start=START, target_kcal=TARGET, with_sessions=False)
        people[user_id] = (client, VirtualClient(seed=number, rate=client.rate, weigh_chance=client.weigh_chance))
    stored = dict.fromkeys(people, TARGET)
    alone: dict[str, tuple[float, Any]] = dict.fromkeys(people, (TARGET, None))
    for _ in range(6):
        for user_id, (client, twin) in people.items():
            day = fortnight(store, client, user_id, stored[user_id])
            target, state = alone[user_id]
            days = twin.live(target)
            twin.morning_kg = None
            decision = decide(evidence_of(twin, days), target, state)
            assert decision.calories is not None
            alone[user_id] = (decision.calories.target_after, decision.state)
        documents = [
            done.document for done in ReassessmentService(store, on(day)).reassess_range(min(people), max(people))
        ]
        stored = {document["user_id"]: float(document["calories"]["after"]) for document in documents}
        assert stored == {user_id: target for user_id, (target, _) in alone.items()}


def test_broken_data_of_one_is_one_error_line(store: Store) -> None:
    for user_id in (ANA, BEN):
        client = VirtualClient(seed=1)
        prepared(store, client, user_id)
        day = fortnight(store, client, user_id)
    store.execute("UPDATE main.profiles SET safety = '[1]' WHERE id = :id", {"id": ANA})
    documents = [done.document for done in ReassessmentService(store, on(day)).reassess_range(ANA, BEN)]
    assert [document["status"] == "error" for document in documents] == [True, False]
    summary = Summary()
    for document in documents:
        summary.add(document)
    assert (summary.counts["clients"], summary.counts["error"]) == (2, 1)
    assert count(store, "reassessments") == 1


def test_a_changed_target_is_an_event_with_resolved_macros(store: Store) -> None:
    client = VirtualClient(seed=4, true_tdee_kcal=2900.0, log_chance=1.0, weigh_chance=1.0)
    prepared(store, client)
    documents = [ReassessmentService(store, on(fortnight(store, client))).reassess(user()) for _ in range(3)]
    document = next(found for found in documents if found["status"] == "changed")
    row = store.one("SELECT change_type, number, diff, source FROM plan_change_events WHERE change_type = 'calories'")
    assert row is not None
    after = json.loads(row["diff"])["after"]
    assert after["calories_kcal"] == document["calories"]["after"]
    assert after["protein_g"] == 140.0
    energy = 4 * after["protein_g"] + 4 * after["carbs_g"] + 9 * after["fat_g"]
    assert abs(energy - after["calories_kcal"]) <= 0.01 * after["calories_kcal"]
    assert document["changes"][0]["id"]


def test_trained_sets_reach_the_volume_controller(store: Store) -> None:
    client = VirtualClient(seed=4)
    prepared(store, client)
    for _ in range(2):
        day = fortnight(store, client)
        complete_sessions(store, ANA, day - timedelta(days=14), day - timedelta(days=1))
        document = ReassessmentService(store, on(day)).reassess(user())
    assert document["adherence"]["training"] == 1.0
    assert document["volume"]["before_sets"] > 0
    assert {"chest", "quads"} <= {line["muscle"] for line in document["volume"]["muscles"]}


def trained_fortnight(store: Store, client: VirtualClient, share: float = 1.0) -> dict[str, Any]:
    """Let a client live, log and train a fortnight (a share of its days), and return its reassessment."""
    day = fortnight(store, client)
    complete_sessions(store, ANA, day - timedelta(days=14), day - timedelta(days=1 + round(14 * (1.0 - share))))
    return ReassessmentService(store, on(day)).reassess(user())


def items_of(store: Store, document: dict[str, Any], change_type: str) -> dict[str, Any]:
    """Return the items that a reassessment's change of one type leaves, by item id."""
    wanted = next(change["id"] for change in document["changes"] if change["change_type"] == change_type)
    row = store.one("SELECT diff FROM plan_change_events WHERE id = :id", {"id": wanted})
    assert row is not None
    items: dict[str, Any] = json.loads(row["diff"])["after"]["items"]
    return items


def test_eight_weeks_of_training_bring_a_lighter_week_and_fewer_sets_after_it(store: Store) -> None:
    client = VirtualClient(seed=4)
    prepared(store, client, weeks=14)
    documents = [trained_fortnight(store, client) for _ in range(6)]
    assert [document["volume"]["deload"] for document in documents] == [False, False, False, True, False, False]
    lighter, later = (items_of(store, documents[3], kind) for kind in ("deload", "volume"))
    assert len(lighter) == 4
    assert all(change["load_factor"] == 0.9 and change["rir"] == 4 for change in lighter.values())
    assert not set(lighter) & set(later)
    before, after = documents[3]["volume"]["before_sets"], documents[4]["volume"]["before_sets"]
    assert after < before
    assert "lighter" in documents[3]["text"]


def test_the_plan_comes_to_what_gets_done_and_calories_are_not_lowered(store: Store) -> None:
    client = VirtualClient(seed=4)
    prepared(store, client)
    documents = [trained_fortnight(store, client, share=0.5) for _ in range(4)]
    sets = [document["volume"]["before_sets"] for document in documents]
    assert sets[0] == sets[1] > sets[2]
    reasons = {line["reason"] for line in documents[1]["volume"]["muscles"] if line["after_sets"] < line["before_sets"]}
    assert reasons == {"cut_completion"}
    assert documents[1]["adherence"]["training"] == 0.5
    assert all(document["calories"]["change"] >= 0 for document in documents)


def test_what_cannot_be_written_for_one_does_not_stop_the_others(store: Store) -> None:
    for user_id in (ANA, BEN):
        client = VirtualClient(seed=1)
        prepared(store, client, user_id)
        day = fortnight(store, client, user_id)
    store.execute(
        """
        INSERT INTO main.notifications (id, user_id, number, notification_type, title, message, created_at)
        VALUES ('n', :id, 9223372036854775807, 'general', 't', 'm', '2026-01-01T00:00:00Z')
        """,
        {"id": ANA},
    )
    done = ReassessmentService(store, on(day)).reassess_range(ANA, BEN)
    assert [one.document["status"] == "error" for one in done] == [True, False]
    assert json.loads(done[0].line)["user_id"] == ANA
    assert count(store, "reassessments") == 1


def test_a_session_ticked_off_counts_with_its_planned_sets(store: Store) -> None:
    client = VirtualClient(seed=4)
    prepared(store, client)
    for _ in range(2):
        day = fortnight(store, client)
        complete_sessions(store, ANA, day - timedelta(days=14), day - timedelta(days=1))
        store.execute("DELETE FROM main.exercise_sets WHERE activity_id IN (SELECT id FROM activities)")
        document = ReassessmentService(store, on(day)).reassess(user())
    assert document["adherence"]["training"] == 1.0
    assert "cut_completion" not in {line["reason"] for line in document["volume"]["muscles"]}
