"""`log-activity`, `activities`, `templates`, `done`, `skip` on the command line: contract, exit codes, words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from planned import add_profile, add_program
from support import ANA

if TYPE_CHECKING:
    from support import CommandLine

    from sharpened_cli.store import Store

CONTRACT = {
    "activity_id", "category", "activity_name", "start_time", "end_time", "duration_minutes", "calories_burned",
    "intensity_mets", "metrics", "sets", "personal_records", "adherence",
}  # fmt: skip
PERFECT = "squat 4x8 100kg, bench 4x8 80kg, leg extension 3x12 45kg, barbell curl 3x12 30kg, 60 min"


@pytest.fixture
def ana(store: Store, cli: CommandLine) -> CommandLine:
    add_profile(store, ANA)
    add_program(store, ANA)
    cli.environment["SHARPENED_USER"] = ANA
    return cli


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("bench press 3x8 @ 60kg rpe 8, row 3x10 50kg", "strength"), ("ran 5k in 27:30, hr 152", "cardio_steady"),
        ("6x400m in 90s", "cardio_interval"), ("football 90 min, won 3-2", "sports"), ("yoga 45 min", "flexibility"),
        ("gardening 1 h", "other"),
    ],
)  # fmt: skip
def test_the_document_has_the_fields_of_the_contract(ana: CommandLine, text: str, category: str) -> None:
    done = ana("log-activity", text, "--json")
    assert done.code == 0, done.err
    assert set(done.json) >= CONTRACT
    assert done.json["category"] == category
    assert done.json["calories_burned"] > 0


def test_what_was_understood_is_said_in_words(ana: CommandLine) -> None:
    out = ana("log-activity", PERFECT).out
    assert "Barbell Back Squat: 4 x 8 @ 100 kg" in out
    assert "Planned: Full body of 2026-11-24, done (100%)" in out
    assert "Not understood: sauna, 20 min" in ana("log-activity", "bench 3x8 60kg, sauna 20 min").out


def test_today_shows_what_is_done(ana: CommandLine) -> None:
    ana("log-activity", PERFECT)
    assert ana("today", "--json").json["sessions"][0]["status"] == "completed"


def test_nonsense_is_one_sentence_exit_two_and_nothing_written(ana: CommandLine) -> None:
    for text in ("😀😀😀", "x" * 10_000, "'; DROP TABLE activities", "\x07\x00", "bench 3x8 -60kg", "ran -5 km"):
        done = ana("log-activity", text, "--json")
        assert done.code == 2
        assert done.out == ""
        assert set(done.error) >= {"code", "message", "hint"}
    assert ana("activities", "list", "--json").json == {"activities": []}


def test_a_dry_run_writes_nothing(ana: CommandLine) -> None:
    done = ana("log-activity", PERFECT, "--dry-run")
    assert done.code == 0
    assert "Nothing was written" in done.out
    assert ana("activities", "list", "--json").json == {"activities": []}


def test_list_edit_remove_and_undo(ana: CommandLine) -> None:
    ana("log-activity", "ran 5k in 30:00", "--date", "yesterday")
    ana("log-activity", "yoga 45 min")
    listed = ana("activities", "list", "--json").json["activities"]
    assert [one["activity_name"] for one in listed] == ["Yoga", "Running"]
    assert ana("activities", "edit", "2", "--duration", "29:00", "--json").json["duration_minutes"] == 29.0
    assert ana("activities", "remove", listed[0]["activity_id"]).code == 0
    assert len(ana("activities", "list", "--json").json["activities"]) == 1
    assert "Yoga" in ana("activities", "undo").out
    assert ana("activities", "undo", "--json").json["undone"] == "edit"
    assert ana("activities", "undo").code == 3
    assert "45:00" in ana("activities", "list", "--date", "today").out


def test_templates_by_name(ana: CommandLine) -> None:
    ana("log-activity", "easy run 5k in 30 min", "--save-as", "Morning run")
    assert ana("log-activity", "--template", "Morning run", "--json").json["activity_name"] == "Running"
    assert "Morning run: easy run 5k in 30 min" in ana("templates", "list").out
    assert ana("templates", "remove", "Morning run").code == 0
    assert ana("templates", "remove", "Morning run").code == 3


def test_a_batch_logs_what_it_can_and_names_the_rest(ana: CommandLine) -> None:
    done = ana("log-activity", "--batch", "-", stdin="ran 5k in 30:00\n\nnonsense\nyoga 45 min\n")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 1
    assert [line["line"] for line in lines] == [1, 3, 4]
    assert lines[1]["error"]["message"] == "No exercise or activity was recognised in that."
    assert len(ana("activities", "list", "--json").json["activities"]) == 2


def test_done_and_skip_by_number(ana: CommandLine) -> None:
    assert ana("done", "1").out == "Oats with banana on 2026-11-24: done.\n"
    skipped = ana("skip", "3", "--reason", "ill", "--json").json
    assert (skipped["adherence"]["status"], skipped["changed"]) == ("skipped", True)
    assert ana("done", "77", "--json").error["code"] == "no_such_number"
    statuses = {one["number"]: one["status"] for one in ana("today", "--json").json["meals"]}
    assert statuses[1] == "completed"


def test_imperial_people_read_pounds_and_miles(store: Store, cli: CommandLine) -> None:
    add_profile(store, ANA, unit_system="imperial")
    cli.environment["SHARPENED_USER"] = ANA
    out = cli("log-activity", "bench 3x5 at 225, then ran 3 miles in 27:00").out
    assert "3 x 5 @ 225 lb" in out
    assert "3 mi" in out
