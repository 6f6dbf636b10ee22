"""A person's whole interview in a pseudo-terminal."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pexpect = pytest.importorskip("pexpect")

if TYPE_CHECKING:
    from support import CommandLine

PERSON = {
    "email": "eve@example.org", "sex": "female", "age": 33, "height_cm": 168, "weight_kg": 72, "goal": "maintain",
    "experience": "intermediate", "activity_level": "lightly_active", "workout_frequency": 3, "session_minutes": 60,
    "conditions": "none", "medications": "none", "injuries": "none", "equipment": "home_basic",
}  # fmt: skip


class Chat:
    """The interview in a pseudo-terminal of 80 columns."""

    def __init__(self, cli: CommandLine, *options: str) -> None:
        environment = {**os.environ, **cli.environment, "SHARPENED_NOW": cli.now, "TERM": "dumb", "NO_COLOR": "1"}
        environment |= {"COLUMNS": "80", "PYTHONUNBUFFERED": "1"}
        self.child: Any = pexpect.spawn(
            str(Path(sys.executable).with_name("sharpened")),
            ["consult", *options],
            env=environment,
            encoding="utf-8",
            timeout=90,  # making the program takes long on a busy machine
            dimensions=(40, 200),
        )
        self.seen = ""
        self.typed: set[str] = set()

    def say(self, text: str, prompt: str = "> ") -> None:
        self.child.expect_exact(prompt)
        self.seen += self.child.before
        self.child.sendline(text)
        self.typed.add(text)

    def end(self) -> str:
        self.child.expect(pexpect.EOF)
        self.seen += self.child.before
        self.child.close()
        return self.seen


@pytest.fixture
def eve(cli: CommandLine) -> CommandLine:
    assert cli("onboard", "--from", "-", stdin=json.dumps(PERSON)).code == 0
    return cli


def test_an_interview_with_slips_edits_and_an_interruption_ends_in_its_program(eve: CommandLine) -> None:
    chat = Chat(eve, "--own-key")
    for text in (
        "strenght training about 3 years, intermidiate",
        "yes",
        "goblet sqats 16 kg x 10, push ups 12 and planks 1 min",
        "no burpees please",
        "/back",
        "yes",
        "yes",
        "mon wed and fri 6pm",
        "45 minutes",
        "at home",
        "edit 2",
    ):
        chat.say(text)
    chat.say("start_time", "Which field: ")
    chat.say("19:00", "New value (- for none): ")
    chat.child.expect_exact("> ")
    chat.child.sendintr()
    chat.child.expect_exact("/quit (or Ctrl-D) leaves")
    chat.child.sendeof()
    assert "Saved." in chat.end()

    chat = Chat(eve)
    for text in (
        "yes",
        "brekfast 7:15, lunch 12:30, dinner 19:00",
        "/summary",
        "yes",
        "oats and banana for breakfast, chicken with rice for lunch, salmon and potatoes for dinner",
        "alergic to peanuts",
        "yes",
        "lose 4 kg by the end of june",
        "nothing coming up",
        "yes",
        "my left knee hurts when I jump",
        "never on sundays",
        "none",
        "yes",
        "yes",
    ):
        chat.say(text)
    seen = chat.end()
    assert chat.child.exitstatus == 0, seen
    assert [line for line in seen.splitlines() if len(line) > 80 and line not in chat.typed] == []
    program = eve("program", "show", "--json").json
    starts = {session["day_index"]: session["start_time"] for session in program["training"]["sessions"]}
    assert starts == {1: "18:00", 3: "19:00", 5: "18:00"}
    names = {item["food_name"].lower() for meal in program["meals"] for item in meal["items"]}
    assert not any("peanut" in name for name in names)


def test_leaving_and_coming_back_asks_the_same_question(eve: CommandLine) -> None:
    chat = Chat(eve, "--own-key", "--no-program")
    chat.say("running")
    chat.say("/quit")
    first = chat.end()
    assert "How good are you at it" in first
    chat = Chat(eve)
    chat.say("/help")
    chat.say("/nonsense")
    chat.say("/quit")
    seen = chat.end()
    assert "How good are you at it" in seen
    assert "There is no command /nonsense" in seen


def test_dark_thoughts_are_answered_kindly_and_end_the_talk(eve: CommandLine) -> None:
    chat = Chat(eve, "--own-key")
    chat.say("I don't want to live anymore")
    seen = chat.end()
    assert "emergency" in seen.lower()
    assert "Saved." in seen
