"""The questions of `onboard` in a real terminal: wrong answers are asked again, Enter takes the default."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest

from sharpened_cli.store import Store, profiles, users

if TYPE_CHECKING:
    from support import CommandLine

    from sharpened_cli.domain.profile import Profile


def _answers(cli: CommandLine, answers: list[tuple[str, str]]) -> str:
    script = str(Path(sys.executable).with_name("sharpened"))
    environment = {**os.environ, **cli.environment, "SHARPENED_NOW": cli.now, "COLUMNS": "100", "NO_COLOR": "1"}
    terminal = pexpect.spawn(script, ["onboard"], env=environment, encoding="utf-8", timeout=30, dimensions=(60, 160))
    for question, answer in answers:
        terminal.expect_exact(question)
        terminal.sendline(answer)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    return str(terminal.before)


def _profile(cli: CommandLine) -> Profile:
    with Store.open(Path(cli.environment["SHARPENED_DB"])) as store:
        found = profiles.load(store, users.first(store, 1)[0].id)
    assert found is not None
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_wizard_asks_checks_and_keeps_what_enter_leaves(cli: CommandLine) -> None:
    screen = _answers(
        cli,
        [
            ("Your email", "ana@example.org"),
            ("Units", "imperial"),
            ("Sex", "f"),
            ("Birth date", "34"),
            ("Height", "5'6"),
            ("Weight", "eighty"),
            ("Write it like", "163"),
            ("Body fat", ""),
            ("Goal", "lose_fat"),
            ("Target weight", "150"),
            ("Training experience", ""),
            ("apart from training", ""),
            ("Training days", "2"),
            ("Minutes", "45"),
            ("Equipment", "home_basic"),
            ("Diet", "vegetarian"),
            ("allergies", "sesame"),
            ("do not want", ""),
            ("Meals a day", "4"),
            ("Injuries", "left knee"),
            ("Illnesses", ""),
            ("Medicines", ""),
            ("heart condition", "maybe"),
            ("heart condition", "no"),
            ("high blood pressure", ""),
            ("chest", ""),
            ("fainted", ""),
            ("long-lasting illness", ""),
            ("prescribed", ""),
            ("bone, joint", "yes"),
            ("supervision", ""),
            ("pregnant", ""),
            ("breastfeeding", ""),
            ("eating disorder", ""),
        ],
    )
    assert "kcal" in screen
    profile = _profile(cli)
    assert profile.weight_kg == pytest.approx(73.9, abs=0.1)
    assert (profile.sex, profile.unit_system, profile.meals_per_day) == ("female", "imperial", 4)
    assert (profile.food_allergies, profile.injuries, profile.conditions) == (("sesame",), ("left knee",), ())
    assert profile.screening["bone_joint"] is True
    assert profile.screening["eating_disorder"] == "never"
