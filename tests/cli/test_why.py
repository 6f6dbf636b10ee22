"""`why`: every number on the screen has a chain of reasons that ends in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import CommandLine

ONBOARD = (
    "onboard", "--email", "ana@example.org", "--sex", "female", "--age", "34", "--height", "168", "--weight", "74",
    "--goal", "lose_fat", "--workout-frequency", "3", "--equipment", "full_gym", "--conditions", "none",
    "--medications", "none", "--injuries", "none",
)  # fmt: skip


@pytest.fixture(scope="module")
def planned(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """Ana with a program that starts on the fixed clock's Tuesday; only read."""
    folder = tmp_path_factory.mktemp("why")
    cli = CommandLine(Path(shutil.copy(empty_file, folder / "why.db")), folder)
    assert cli(*ONBOARD).code == 0
    assert cli("program", "new", "--weeks", "2").code == 0
    return cli


@pytest.mark.parametrize("name", ["calories", "protein", "fat", "carbs", "fiber"])
def test_the_chain_of_a_target_ends_in_the_number_shown(planned: CommandLine, name: str) -> None:
    found = planned("why", name, "--json").json
    key = "calories_kcal" if name == "calories" else f"{name}_g"
    assert found["value"] == planned("today", "--json").json["targets"][key]
    assert found["reasons"]
    assert found["reasons"][-1]["after"] == pytest.approx(found["value"], abs=1)
    assert all(set(reason) == {"rule", "before", "after", "because", "source"} for reason in found["reasons"])


def test_calories_are_explained_from_the_body_to_the_last_clamp(planned: CommandLine) -> None:
    rules = [reason["rule"] for reason in planned("why", "calories", "--json").json["reasons"]]
    assert rules[:5] == ["resting_energy", "activity", "training_energy", "goal_rate", "energy_density"]
    words = planned("why", "calories").out
    assert "Mifflin 1990" in words
    assert "kcal" in words


def test_expenditure_and_rate_are_explained_too(planned: CommandLine) -> None:
    program = planned("program", "--json").json
    spent = planned("why", "expenditure", "--json").json
    assert spent["reasons"][-1]["after"] == pytest.approx(program["tdee"]["tdee_kcal"], abs=1)
    rate = planned("why", "rate", "--json").json
    assert rate["value"] == program["rate_kg_per_week"]
    assert rate["reasons"][0]["rule"] == "goal_rate"


def test_volume_is_explained_by_the_exercises_that_make_it(planned: CommandLine) -> None:
    found = planned("why", "volume", "chest", "--json").json
    sets = [reason["after"] for reason in found["reasons"] if reason["rule"] == "sets"]
    assert sum(sets) == pytest.approx(found["value"])


def test_things_of_a_day_are_explained_by_their_numbers(planned: CommandLine) -> None:
    day = next(
        day
        for day in (f"+{shift}d" for shift in range(7))
        if planned("today", "--date", day, "--json").json["sessions"]
    )
    session = planned("today", "--date", day, "--json").json["sessions"][0]
    assert planned("why", "session", str(session["number"]), "--date", day, "--json").json["value"] == session["name"]
    line = session["exercises"][0]
    found = planned("why", "exercise", f"{session['number']}.{line['order']}", "--date", day, "--json").json
    assert found["value"] == line["name"]
    meal = planned("today", "--json").json["meals"][0]
    assert planned("why", "meal", str(meal["number"]), "--json").json["value"] == meal["name"]


def test_an_adjustment_is_explained_by_its_triggers(planned: CommandLine, tmp_path: Path) -> None:
    cli = CommandLine(Path(shutil.copy(planned.environment["SHARPENED_DB"], tmp_path / "own.db")), tmp_path)
    mornings = (f"2026-11-{day}T06:30:00+00:00" for day in range(24, 31))
    morning = next(now for now in mornings if cli("today", "--json", now=now).json["sessions"])
    proposed = cli("context", "--sleep", "4.5", "--json", now=morning).json["override"]
    found = cli("why", "adjustment", str(proposed["number"]), "--json", now=morning).json
    assert found["value"] == "poor_sleep"
    assert any("4.5" in reason["because"] for reason in found["reasons"])
    cli("approve", str(proposed["number"]), now=morning)
    session = cli("today", "--json", now=morning).json["sessions"][0]
    why = cli("why", "session", str(session["number"]), "--json", now=morning).json
    assert any(reason["rule"] == "adjustment" for reason in why["reasons"])


def test_a_profile_alone_explains_its_targets(cli: CommandLine) -> None:
    cli(*ONBOARD)
    found = cli("why", "calories", "--json").json
    assert found["reasons"][-1]["after"] == found["value"]


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (("why", "mood"), 2, "unknown_name"),
        (("why", "volume", "ears"), 2, "unknown_muscle"),
        (("why", "session", "99"), 3, "no_such_number"),
        (("why", "exercise", "99.1"), 3, "no_such_number"),
        (("why", "meal"), 3, "no_such_number"),
        (("why", "adjustment"), 2, "usage"),
        (("why", "adjustment", "77"), 3, "no_such_number"),
    ],
)
def test_what_cannot_be_explained_is_said(
    planned: CommandLine, arguments: tuple[str, ...], exit_code: int, code: str
) -> None:
    done = planned(*arguments, "--json")
    assert (done.code, done.out) == (exit_code, "")
    assert done.error["code"] == code
