"""`program`: new, show, list, groceries, calendar; the contract of its JSON."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from support import CommandLine

ONBOARD = (
    "onboard", "--email", "ana@example.org", "--sex", "female", "--age", "34", "--height", "168", "--weight", "74",
    "--goal", "lose_fat", "--workout-frequency", "3", "--equipment", "full_gym", "--conditions", "none",
    "--medications", "none", "--injuries", "none", "--timezone", "Europe/Lisbon",
)  # fmt: skip
EXERCISE_KEYS = {"order", "name", "sets", "rep_low", "rep_high", "rir", "rest_sec", "load_kg"}
ITEM_KEYS = {"food_name", "grams", "serving", "kcal", "protein_g", "carbs_g", "fat_g"}


@pytest.fixture(scope="module")
def made(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A file with Ana's profile and program of three weeks, and what `program new` said."""
    folder = tmp_path_factory.mktemp("program")
    file = Path(shutil.copy(empty_file, folder / "made.db"))
    cli = CommandLine(file, folder)
    assert cli(*ONBOARD).code == 0
    done = cli("program", "new", "--weeks", "3", "--start", "thursday", "--json")
    assert (done.code, done.err) == (0, "")
    return file, done.json


@pytest.fixture
def own(made: tuple[Path, dict[str, Any]], tmp_path: Path) -> CommandLine:
    return CommandLine(Path(shutil.copy(made[0], tmp_path / "own.db")), tmp_path)


def test_a_new_program_has_the_fields_that_scripts_stand_on(made: tuple[Path, dict[str, Any]]) -> None:
    program = made[1]
    assert set(program) >= {
        "id", "version", "source", "primary_goal", "program_start_date", "program_duration_weeks",
        "next_reassessment_date", "tdee", "macros", "safety", "feasibility", "training", "meals", "days",
    }  # fmt: skip
    assert (program["version"], program["source"], program["program_duration_weeks"]) == (1, "onboarding", 3)
    assert program["program_start_date"] == "2026-11-26"
    assert program["next_reassessment_date"] == "2026-12-10"
    assert 0.0 <= program["feasibility"]["score"] <= 1.0
    assert len(program["days"]) == 21
    session = program["training"]["sessions"][0]
    assert set(session) >= {"id", "week_index", "day_index", "date", "start_time", "session_kind", "duration_minutes"}
    assert all(set(line) >= EXERCISE_KEYS for line in session["exercises"])
    meal = program["meals"][0]
    assert set(meal) >= {"id", "week_index", "day_index", "date", "meal_type", "time", "totals", "items"}
    assert all(set(item) >= ITEM_KEYS for item in meal["items"])
    ids = [one["id"] for one in (*program["training"]["sessions"], *program["meals"])]
    assert all(ids)
    assert len(set(ids)) == len(ids)


def test_show_prints_what_new_said_and_one_week_of_it(own: CommandLine, made: tuple[Path, dict[str, Any]]) -> None:
    assert own("program", "--json").json == made[1]
    assert own("program", "show", "1", "--json").json == made[1]
    assert own("program", "show", made[1]["id"][:8], "--json").json == made[1]
    week = own("program", "show", "--week", "2", "--json").json
    assert {one["week_index"] for one in (*week["training"]["sessions"], *week["meals"], *week["days"])} == {2}
    words = own("program", "show", "--week", "2").out
    assert "Week 2 of 3" in words
    assert "Thu 3 Dec" in words


def test_words_say_targets_sessions_and_sets(own: CommandLine) -> None:
    words = own("program").out
    for part in ("lose fat", "kcal a day", "3 sessions a week", "Sets a week", "chest"):
        assert part in words
    text = own("program", "show", "--markdown").out
    assert text.startswith("# Program 1")
    assert "## Week 3" in text


def test_the_shopping_list_is_by_aisle_and_in_buying_units(own: CommandLine) -> None:
    found = own("program", "groceries", "--json").json
    assert (found["week"], found["start_date"], found["end_date"]) == (1, "2026-11-26", "2026-12-02")
    assert len(found["items"]) > 10
    assert all(item["quantity"] and item["aisle"] and item["needed_g"] > 0 for item in found["items"])
    assert "Vegetables" in own("program", "groceries", "--week", "3").out


def test_a_calendar_file_imports_twice_without_doubles(own: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    done = own("program", "calendar", "--ics", str(file), "--json").json
    assert (done["sessions"], done["meals"]) == (9, 63)
    first = Calendar.from_ical(file.read_bytes())
    events = first.walk("VEVENT")
    assert len(events) == 72
    assert len({str(event["uid"]) for event in events}) == 72
    assert all("dtstamp" in event and "sequence" in event for event in events)
    session = next(event for event in events if event["categories"].to_ical() == b"Training")
    assert session.decoded("dtstart").tzinfo is not None
    own("program", "calendar", "--ics", str(file))
    again = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [str(event["uid"]) for event in again] == [str(event["uid"]) for event in events]


def test_a_second_program_supersedes_the_first(own: CommandLine) -> None:
    assert own("program", "new", "--weeks", "2", "--start", "2026-12-01", "--json").json["version"] == 2
    listed = own("program", "list", "--json").json["programs"]
    assert [(one["version"], one["status"], one["valid_until"]) for one in listed] == [
        (2, "active", None),
        (1, "superseded", "2026-12-01"),
    ]


def test_a_dry_run_shows_a_program_and_stores_none(own: CommandLine) -> None:
    tried = own("program", "new", "--weeks", "2", "--split", "--dry-run", "--json").json
    assert tried["version"] == 2
    first = [day["targets"]["calories_kcal"] for day in tried["days"][:7]]
    assert len(set(first)) == 2
    assert sum(first) == 7 * tried["macros"]["calories_kcal"]
    assert len(own("program", "list", "--json").json["programs"]) == 1


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (("program", "new", "--weeks", "1"), 2, "out_of_range"),
        (("program", "new", "--weeks", "17"), 2, "out_of_range"),
        (("program", "new", "--start", "2026-11-01"), 2, "bad_start"),
        (("program", "new", "--start", "someday"), 2, "bad_date"),
        (("program", "show", "9"), 3, "no_such_id"),
        (("program", "show", "--week", "9"), 3, "no_such_week"),
        (("program", "groceries", "--week", "9"), 3, "no_such_week"),
        (("program", "calendar", "--ics", "/nowhere/x.ics"), 2, "bad_file"),
    ],
)
def test_what_cannot_be_done_is_said(own: CommandLine, arguments: tuple[str, ...], exit_code: int, code: str) -> None:
    done = own(*arguments, "--json")
    assert (done.code, done.out) == (exit_code, "")
    assert done.error["code"] == code


def test_without_profile_or_program_it_is_not_there_yet(cli: CommandLine) -> None:
    assert (cli("program", "--json").code, cli("program", "--json").error["code"]) == (3, "no_user")
    cli(*ONBOARD)
    done = cli("program", "--json")
    assert (done.code, done.error["code"]) == (3, "no_program")


def test_the_safety_gate_refuses_with_what_is_offered(cli: CommandLine) -> None:
    cli(*ONBOARD, "--conditions", "pregnant")
    done = cli("program", "new", "--json")
    assert (done.code, done.error["code"]) == (4, "safety_blocked")
    assert done.error["offered"]
    assert "deficit" in done.error["blocked_for"]
