"""`exercises`: search by name, muscle and equipment, and what may stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import ANA

from sharpened_cli.store import Store, users

if TYPE_CHECKING:
    from pathlib import Path

    from support import CommandLine


@pytest.fixture
def line(cli: CommandLine, db_path: Path) -> CommandLine:
    with Store.open(db_path) as store, store.transaction():
        users.add(store, user_id=ANA, email="ana@example.org", created_at="2026-11-01T00:00:00Z")
    return cli


@pytest.mark.parametrize(
    ("text", "exercise_id"),
    [("RDL", "romanian-deadlift"), ("benhc press", "barbell-bench-press"), ("press ups", "push-up")],
)
def test_search_finds_what_people_call_it(line: CommandLine, text: str, exercise_id: str) -> None:
    assert line("exercises", "search", text, "--json").json["exercises"][0]["exercise_id"] == exercise_id


def test_search_by_muscle_and_equipment(line: CommandLine) -> None:
    found = line("exercises", "search", "--muscle", "biceps", "--equipment", "bands", "--json").json["exercises"]
    assert [one["exercise_id"] for one in found] == ["band-curl"]


def test_a_muscle_or_equipment_that_is_not_known_is_bad_input(line: CommandLine) -> None:
    assert line("exercises", "search", "--muscle", "spleen").code == 2
    assert line("exercises", "search", "--equipment", "lightsaber").code == 2


def test_show_tells_what_it_trains_and_what_may_stand_in(line: CommandLine) -> None:
    shown = line("exercises", "show", "pull ups", "--json").json
    assert shown["exercise_id"] == "pull-up"
    assert shown["fractional_sets"] == {"biceps": 0.5, "back": 1.0}
    assert "chin-up" in [one["exercise_id"] for one in shown["substitutes"]]
    assert "Instead:" in line("exercises", "show", "pull-up").out


def test_an_unknown_name_is_not_there_and_near_ones_are_named(line: CommandLine) -> None:
    outcome = line("exercises", "show", "sled", "--json")
    assert outcome.code == 3
    assert outcome.error["code"] == "no_such_exercise"
    assert "Sled Push" in outcome.error["hint"]
