"""The screens of a day and a week, as files: what changes here is read in a diff.

SCREENS=write writes them anew.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import planned
import pytest
from support import ANA, BEN

from sharpened_cli.render import theme

if TYPE_CHECKING:
    from support import CommandLine

    from sharpened_cli.store import Store

GOLDEN = Path(__file__).parent / "screens"
USER = ("--user", "ana@example.org")


@pytest.fixture
def coached(store: Store, cli: CommandLine) -> CommandLine:
    planned.add_profile(store, ANA)
    planned.add_program(store, ANA)
    planned.mark_done(store, ANA, before=planned.MONDAY.replace(day=24))
    with store.transaction():
        planned.log_meal(store, ANA, "2026-11-24", 412.0, 14.0, 70.0, 8.0, 9.0)
        for day, kg in (("2026-11-18", 68.4), ("2026-11-21", 68.1), ("2026-11-24", 67.9)):
            planned.weigh(store, ANA, day, kg)
    return cli


def same_as_file(name: str, text: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("SCREENS") == "write":
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def screen(cli: CommandLine, *arguments: str, columns: int = 80, now: str | None = None) -> str:
    cli.environment["COLUMNS"] = str(columns)
    outcome = cli(*arguments, *USER, now=now)
    assert (outcome.code, outcome.err) == (0, "")
    assert all(len(line) <= columns for line in outcome.out.splitlines())
    return outcome.out


@pytest.mark.parametrize("columns", [80, 40])
def test_today_with_a_proposal_and_in_force(coached: CommandLine, columns: int) -> None:
    coached("context", "--sleep", "4h30", "--soreness", "8", "--notes", "chest sore", *USER)
    same_as_file(f"today-proposed-{columns}", screen(coached, "today", columns=columns))
    coached("approve", *USER)
    same_as_file(f"today-approved-{columns}", screen(coached, "today", columns=columns))


@pytest.mark.parametrize("columns", [80, 40])
def test_the_week(coached: CommandLine, columns: int) -> None:
    coached("context", "--sleep", "4", *USER)
    same_as_file(f"week-{columns}", screen(coached, "week", columns=columns))


def test_a_day_without_training_and_a_past_day(coached: CommandLine) -> None:
    same_as_file("today-rest", screen(coached, "today", "--date", "2026-11-25"))
    same_as_file("today-past", screen(coached, "today", "--date", "2026-11-19"))


def test_before_the_start_after_the_end_and_without_a_program(coached: CommandLine, store: Store) -> None:
    same_as_file("today-before", screen(coached, "today", "--date", "2026-11-15"))
    same_as_file("today-ended", screen(coached, "today", now="2026-12-20T07:00:00+00:00"))
    planned.add_profile(store, BEN, full_name="Ben")
    outcome = coached("today", "--user", "ben@example.org")
    same_as_file("today-no-program", outcome.out)


def test_a_stop_for_safety(coached: CommandLine) -> None:
    same_as_file("context-red-flag", screen(coached, "context", "--notes", "chest pain since this morning"))
    same_as_file("today-on-hold", screen(coached, "today"))


def test_what_decisions_say(coached: CommandLine) -> None:
    lines = [
        ("approve", "--all"), ("context", "--stress", "8"), ("approve",), ("approve", "1"), ("undo", "1"),
        ("undo", "1"), ("context", "--sleep", "5"), ("reject", "2"), ("reject", "2"), ("context", "--sleep", "4"),
        ("reject",), ("context", "--sleep", "3"), ("reject",), ("context", "--sleep", "9", "--stress", "2"),
        ("adjustments", "high_stress", "auto_apply"), ("context", "--stress", "9"), ("approve", "--all"),
        ("context", "--energy", "3", "--date", "2026-11-20"),
    ]  # fmt: skip
    said = [f"$ sharpened {' '.join(line)}\n{screen(coached, *line)}" for line in lines]
    same_as_file("decisions", "\n".join(said))


def test_what_changes_of_the_plan_say(coached: CommandLine) -> None:
    lines = [
        ("swap", "3"), ("swap", "3.2"), ("swap", "3.1", "hack squat"), ("move", "3", "--to", "tomorrow"),
        ("today", "--date", "tomorrow"), ("move", "2", "--at", "13:15"), ("undo", "2"), ("undo", "2"),
        ("cancel", "4", "--reason", "dinner with friends"), ("week",), ("inbox",), ("context", "--sleep", "4"),
        ("inbox",), ("inbox", "--read", "all"), ("inbox", "--all"),
    ]  # fmt: skip
    said = [f"$ sharpened {' '.join(line)}\n{screen(coached, *line)}" for line in lines]
    same_as_file("plan-changes", "\n".join(said))


def test_a_session_with_warm_ups_holds_distances_and_notes(store: Store, cli: CommandLine) -> None:
    planned.add_profile(store, ANA)
    planned.add_program(store, ANA, sessions={2: planned.MIXED})
    same_as_file("today-mixed-80", screen(cli, "today"))
    same_as_file("today-mixed-40", screen(cli, "today", columns=40))
    same_as_file("context-sore", screen(cli, "context", "--soreness", "9", "--injury", "right shoulder"))


def test_in_pounds(coached: CommandLine, store: Store) -> None:
    store.execute("UPDATE main.profiles SET unit_system = 'imperial' WHERE id = :id", {"id": ANA})
    same_as_file("today-imperial", screen(coached, "today"))


def test_no_escape_reaches_a_pipe(coached: CommandLine) -> None:
    assert "\x1b" not in coached.script("today", *USER).out
    assert "\x1b" not in coached.script("week", *USER).out


@pytest.mark.parametrize(("no_color", "has_escapes"), [("", True), ("1", False)])
def test_a_terminal_gets_emphasis_unless_no_color_is_set(
    coached: CommandLine, no_color: str, *, has_escapes: bool
) -> None:
    import pexpect

    environment = {**os.environ, **coached.environment, "SHARPENED_NOW": coached.now, "NO_COLOR": no_color}
    command = str(Path(sys.executable).with_name("sharpened"))
    shown = pexpect.run(f"{command} today {' '.join(USER)}", env=environment, encoding="utf-8", timeout=20)
    assert "Tuesday 24 November 2026" in shown
    assert ("\x1b[" in shown) is has_escapes


def test_emphasis_is_left_out_with_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert theme.strong("x") == theme.faint("x") == "x"
    monkeypatch.delenv("NO_COLOR")
    assert re.sub(r"\x1b\[[0-9;]*m", "", theme.strong("x")) == "x"


def test_the_width_is_asked_for_within_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    for named, expected in (("200", 80), ("10", 40), ("66", 66)):
        monkeypatch.setenv("COLUMNS", named)
        assert theme.width() == expected
    monkeypatch.setenv("COLUMNS", "wide")
    assert 40 <= theme.width() <= 80


def test_lines_break_between_words_and_never_inside_what_belongs_together() -> None:
    assert theme.wrapped(f"one two 15{theme.GLUE}g", 10, "- ") == ["- one two", "  15 g"]
    assert theme.wrapped("", 10) == []
    assert theme.between("left", "right", 12) == "left   right"
    assert theme.between("left", "right", 5) == "left  right"
