"""The daily commands as people and scripts use them: exit codes, JSON, two people in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import planned
import pytest
from support import ANA, BEN

if TYPE_CHECKING:
    from support import CommandLine, Outcome

    from sharpened_cli.store import Store

USER = ("--user", "ana@example.org", "--json")
DAY_KEYS = {
    "date", "week", "program_id", "targets", "base_targets", "eaten", "remaining", "sessions", "meals", "activities",
    "weight", "overrides", "notifications", "reassessment_due",
}  # fmt: skip
TARGET_KEYS = {"calories_kcal", "protein_g", "carbs_g", "fat_g", "fiber_g"}
FOOD_KEYS = {"kcal", "protein_g", "carbs_g", "fat_g", "fiber_g"}


@pytest.fixture
def ana(store: Store, cli: CommandLine) -> CommandLine:
    planned.add_profile(store, ANA)
    planned.add_program(store, ANA)
    planned.mark_done(store, ANA, before=planned.MONDAY.replace(day=24))
    return cli


def ok(outcome: Outcome) -> Any:
    assert outcome.code == 0, outcome.err
    return outcome.json


def test_every_key_of_today_is_always_there(ana: CommandLine, store: Store) -> None:
    planned.add_profile(store, BEN, full_name="Ben")
    for day in (ok(ana("today", *USER)), ok(ana("today", "--user", "ben@example.org", "--json"))):
        assert day.keys() >= DAY_KEYS
        assert day["targets"].keys() == day["base_targets"].keys() == TARGET_KEYS
        assert day["eaten"].keys() == day["remaining"].keys() == FOOD_KEYS
        assert day["weight"].keys() == {"latest_kg", "trend_kg", "rate_kg_per_week"}
    assert (day["program_id"], day["week"], day["sessions"]) == (None, None, [])
    assert day["targets"]["calories_kcal"] == 1900


def test_planned_things_carry_id_number_and_status(ana: CommandLine) -> None:
    day = ok(ana("today", *USER))
    things = sorted(day["sessions"] + day["meals"], key=lambda thing: thing["number"])
    assert [thing["number"] for thing in things] == [1, 2, 3, 4]
    assert {thing["status"] for thing in things} == {"planned"}
    assert all(thing["id"] and thing["date"] == "2026-11-24" for thing in things)
    assert day["sessions"][0]["exercises"][0]["load_kg"] == 100.0
    assert day["sessions"][0]["exercises"][0]["load_source"] == "plan"


def test_without_a_profile_today_and_week_still_answer(store: Store, cli: CommandLine) -> None:
    assert set(ok(cli("today", *USER))["targets"].values()) == {None}
    assert len(ok(cli("week", *USER))["days"]) == 7


def test_reading_never_writes(ana: CommandLine, store: Store) -> None:
    ok(ana("context", "--sleep", "5", *USER))
    before = store.one("PRAGMA data_version")
    for line in (("today",), ("week",), ("inbox",), ("adjustments",), ("swap", "3"), ("today", "--date", "yesterday")):
        ok(ana(*line, *USER, now="2026-11-25T09:00:00+00:00" if line[0] != "swap" else None))
    after = store.one("PRAGMA data_version")
    assert before is not None
    assert after is not None
    assert tuple(after) == tuple(before)


def test_context_approve_undo_and_their_json(ana: CommandLine) -> None:
    before = ok(ana("today", *USER))
    proposed = ok(ana("context", "--sleep", "5.5", "--stress", "3", *USER))
    assert proposed.keys() >= {"context_id", "date", "triggers", "override"}
    override = proposed["override"]
    assert override.keys() >= {"id", "number", "date", "reason_code", "modifications", "status"}
    assert override["modifications"].keys() >= {"calorie_adj", "volume_adj", "intensity"}
    approved = ok(ana("approve", str(override["number"]), *USER))
    assert (approved["override"]["status"], approved["change"], approved["changed"]) == ("approved", None, True)
    assert ok(ana("approve", override["id"], *USER))["changed"] is False
    assert ok(ana("today", *USER))["sessions"] != before["sessions"]
    undone = ok(ana("approve", "--undo", "1", *USER))
    assert (undone["override"]["status"], undone["changed"]) == ("undone", True)
    after = ok(ana("today", *USER))
    assert after == before


@pytest.mark.parametrize(
    ("arguments", "code", "name"),
    [
        (("approve",), 3, "nothing_pending"),
        (("approve", "7"), 3, "no_such_id"),
        (("undo", "7"), 3, "no_such_id"),
        (("reject", "7"), 3, "no_such_id"),
        (("approve", "\u00b2"), 3, "no_such_id"),
        (("approve", "9" * 30), 3, "no_such_id"),
        (("undo", "9" * 30), 3, "no_such_id"),
        (("metrics", "edit", "\u00b2", "80kg"), 3, "no_such_id"),
        (("meals", "remove", "\u00b2"), 3, "no_such_id"),
        (("activities", "remove", "\u00b2"), 3, "no_such_id"),
        (("swap", "\u00b2"), 2, "bad_number"),
        (("context",), 2, "nothing_said"),
        (("context", "--stress", "11"), 2, None),
        (("context", "--sleep", "25"), 2, None),
        (("context", "--sleep", "five"), 2, None),
        (("context", "--sleep", "5", "--date", "tomorrow"), 2, "future_date"),
        (("approve", "1", "--all"), 2, "usage"),
        (("adjustments", "sleepiness", "disable"), 2, "bad_choice"),
        (("adjustments", "injury", "always"), 2, "bad_choice"),
        (("adjustments", "injury", "--grace", "9999"), 2, "out_of_range"),
        (("inbox", "--read", "99"), 3, "no_such_id"),
        (("today", "--date", "someday"), 2, "bad_date"),
        (("move", "9", "--to", "tomorrow"), 3, "no_such_number"),
        (("move", "3"), 2, "nothing_to_move"),
        (("move", "3", "--to", "2027-03-01"), 2, "bad_date"),
        (("cancel", "1", "--date", "2026-11-20"), 4, "too_late"),
    ],
)
def test_each_refusal_has_its_code(ana: CommandLine, arguments: tuple[str, ...], code: int, name: str | None) -> None:
    outcome = ana(*arguments, *USER)
    assert (outcome.code, outcome.out) == (code, "")
    assert name is None or outcome.error["code"] == name


def test_preview_and_dry_run_write_nothing(ana: CommandLine) -> None:
    for option in ("--preview", "--dry-run"):
        shown = ok(ana("context", "--sleep", "4", option, *USER))
        assert shown["override"]["number"] == 1
    assert ok(ana("today", *USER))["overrides"] == []
    assert ana("approve", *USER).code == 3


def test_a_rejected_adjustment_leaves_the_day_as_planned(ana: CommandLine) -> None:
    before = ok(ana("today", *USER))["sessions"]
    ana("context", "--stress", "9", *USER)
    rejected = ok(ana("approve", "--reject", "1", *USER))
    assert (rejected["override"]["status"], rejected["changed"]) == ("rejected", True)
    assert ok(ana("today", *USER))["sessions"] == before
    refused = ana("approve", "1", *USER)
    assert (refused.code, refused.error["code"]) == (4, "not_pending")


def test_a_decision_that_comes_too_late_is_refused(ana: CommandLine) -> None:
    ana("context", "--sleep", "5", *USER)
    late = ana("approve", "1", *USER, now="2026-11-25T08:00:00+00:00")
    assert (late.code, late.error["code"]) == (4, "too_late")


def test_approve_all_answers_with_a_list(ana: CommandLine) -> None:
    ana("context", "--sleep", "5", *USER)
    assert ok(ana("approve", "--all", *USER))["changed"] == 1
    assert ok(ana("approve", "--all", *USER)) == {"overrides": [], "changed": 0}


def test_preferences_are_kept(ana: CommandLine) -> None:
    chosen = ok(ana("adjustments", "poor_sleep", "auto-apply", "--grace", "30", *USER))
    assert {
        "trigger": "poor_sleep",
        "preference": "auto_apply",
        "grace_minutes": 30,
        "undo_window_hours": 24,
    } in chosen["preferences"]
    assert ok(ana("adjustments", *USER)) == chosen
    due = ok(ana("context", "--sleep", "5", *USER))["override"]["grace_period_expires_at"]
    assert due == "2026-11-24T07:00:00Z"
    ana("weigh", "68kg", *USER, now="2026-11-24T09:00:00+00:00")


def test_moving_and_cancelling_are_events_and_undo_is_exact(ana: CommandLine, store: Store) -> None:
    planned.rebuilt(store, ANA)
    week = ok(ana("week", *USER))["days"]
    calendar = planned.calendar(store)
    moved = ok(ana("move", "3", "--to", "tomorrow", "--at", "7:15", *USER))["change"]
    assert (moved["change_type"], moved["after"]) == (
        "move",
        {"start_time": "07:15", "date": "2026-11-25", "day_number": 4},
    )
    tomorrow = ok(ana("today", "--date", "2026-11-25", *USER))
    assert [(one["number"], one["start_time"], one["moved_from"]) for one in tomorrow["sessions"]] == [
        (4, "07:15", "2026-11-24")
    ]
    assert ok(ana("today", *USER))["sessions"] == []
    gone = ok(ana("cancel", "4", "--date", "2026-11-25", "--reason", "travel", *USER))["change"]
    assert ok(ana("today", "--date", "2026-11-25", *USER))["sessions"] == []
    for number in (gone["number"], moved["number"]):
        assert ok(ana("undo", str(number), *USER))["changed"] is True
        assert ok(ana("undo", str(number), *USER))["changed"] is False
    assert ok(ana("week", *USER))["days"] == week
    assert planned.calendar(store) == calendar


def test_the_beginning_of_an_id_names_a_change_unless_it_fits_several(ana: CommandLine, store: Store) -> None:
    with store.transaction():
        planned.change_calories(store, ANA, "2026-11-23", 1900.0)
        planned.change_calories(store, ANA, "2026-11-30", 1800.0, number=2)
    several = ana("undo", "event-2026", *USER)
    assert (several.code, several.error["code"]) == (2, "ambiguous")
    assert ana("undo", "event-2", *USER).code == 3
    assert ok(ana("undo", "event-2026-11-3", *USER))["change"]["number"] == 2
    assert ok(ana("undo", "event-2026-11-23", *USER))["change"]["number"] == 1
    assert ok(ana("today", *USER))["targets"]["calories_kcal"] == 2000


def test_a_meal_can_be_moved_to_another_time(ana: CommandLine) -> None:
    change = ok(ana("move", "2", "--at", "14:00", *USER))["change"]
    assert (change["change_type"], change["planned_entity_type"]) == ("reschedule", "meal")
    assert ok(ana("today", *USER))["meals"][1]["time"] == "14:00"


def test_the_calendar_is_what_the_fold_says(ana: CommandLine, store: Store) -> None:
    planned.rebuilt(store, ANA)
    ana("move", "3", "--to", "friday", *USER)
    ana("cancel", "1", "--date", "saturday", *USER)
    ana("context", "--notes", "I fainted at work", *USER)
    ana("move", "2", "--at", "13:00", *USER)
    assert planned.rebuilt(store, ANA) == 0


def test_a_swap_is_an_event_of_that_session_alone(ana: CommandLine) -> None:
    before = ok(ana("week", *USER))["days"]
    swap = ok(ana("swap", "3.1", "hack squat", *USER))
    assert (swap["from"], swap["change"]["change_type"], swap["changed"]) == ("Barbell Back Squat", "swap", True)
    (session,) = ok(ana("today", *USER))["sessions"]
    assert session["exercises"][0]["name"] == swap["to"]
    assert session["exercises"][0]["substitution_reason"] == swap["because"]
    assert session["exercises"][0]["load_kg"] is None
    thursday = ok(ana("today", "--date", "2026-11-26", *USER))["sessions"][0]
    assert thursday["exercises"][0]["name"] == "Barbell Back Squat"
    assert ok(ana("undo", str(swap["change"]["number"]), *USER))["change"]["change_type"] == "swap"
    assert ok(ana("week", *USER))["days"] == before


def test_a_swap_without_an_order_finds_the_only_one_of_that_movement(ana: CommandLine) -> None:
    assert ok(ana("swap", "3", "dumbbell bench press", *USER))["from"] == "Barbell Bench Press"


@pytest.mark.parametrize(
    ("arguments", "code", "name"),
    [
        (("swap", "3", "lat pulldown"), 2, "which_exercise"),
        (("swap", "3.1", "barbell curl"), 2, "already_there"),
        (("swap", "3.1", "triceps pushdown"), 2, "not_a_substitute"),
        (("swap", "3.9", "hack squat"), 3, "no_such_exercise_number"),
        (("swap", "3.1", "zzyzx"), 3, "no_such_exercise"),
        (("swap", "1", "hack squat"), 2, "not_a_session"),
        (("swap", "8", "hack squat"), 3, "no_such_number"),
        (("swap", "x", "hack squat"), 2, "bad_number"),
    ],
)
def test_each_swap_that_cannot_be_says_why(ana: CommandLine, arguments: tuple[str, ...], code: int, name: str) -> None:
    outcome = ana(*arguments, *USER)
    assert (outcome.code, outcome.error["code"]) == (code, name)


def test_without_an_exercise_swap_shows_what_would_do_and_writes_nothing(ana: CommandLine) -> None:
    lines = ok(ana("swap", "3", *USER))["substitutes"]
    assert [line["order"] for line in lines] == [1, 2, 3, 4]
    assert all(line["candidates"] for line in lines)
    (one,) = ok(ana("swap", "3.2", *USER))["substitutes"]
    assert one["name"] == "Barbell Bench Press"
    shown = ana("swap", "3.2", "--user", "ana@example.org").out
    assert one["candidates"][0]["name"] in shown


def test_an_injury_of_the_profile_forbids_a_swap(ana: CommandLine, store: Store) -> None:
    store.execute("UPDATE main.profiles SET injuries = '[\"bad left knee\"]' WHERE id = :id", {"id": ANA})
    refused = ana("swap", "3.1", "hack squat", *USER)
    assert (refused.code, refused.error["code"]) == (4, "excluded")


def test_the_inbox_is_read_by_number_and_as_a_whole(ana: CommandLine) -> None:
    ana("context", "--sleep", "5", *USER)
    inbox = ok(ana("inbox", *USER))
    assert (inbox["unread"], inbox["notifications"][0]["number"]) == (1, 1)
    assert ok(ana("inbox", "--read", "1", *USER))["unread"] == 0
    assert ok(ana("inbox", "--all", *USER))["notifications"][0]["read_at"] is not None
    assert ok(ana("inbox", "--read", "all", *USER))["unread"] == 0


def test_what_ana_does_is_the_same_with_and_without_ben_and_leaves_him_alone(store: Store, cli: CommandLine) -> None:
    planned.add_profile(store, ANA)
    planned.add_program(store, ANA)
    alone = [ok(cli(*line, *USER)) for line in (("today",), ("week",), ("inbox",))]
    planned.add_profile(store, BEN, full_name="Ben")
    planned.add_program(store, BEN, program_id="q")
    assert [ok(cli(*line, *USER)) for line in (("today",), ("week",), ("inbox",))] == alone
    override = ok(cli("context", "--sleep", "4", *USER))["override"]
    ben = ("--user", "ben@example.org", "--json")
    assert cli("approve", override["id"], *ben).error["code"] == "no_such_id"
    rows = planned.rows_of(store, BEN)
    assert ok(cli("today", *ben))["overrides"] == []
    ok(cli("approve", "1", *USER))
    ok(cli("move", "3", "--to", "tomorrow", *USER))
    ok(cli("undo", "2", *USER))
    assert planned.rows_of(store, BEN) == rows
