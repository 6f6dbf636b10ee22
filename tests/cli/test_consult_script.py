"""`consult --script` and `keys` on the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from support import CommandLine, Outcome

PERSON = {
    "email": "eve@example.org", "sex": "female", "age": 33, "height_cm": 168, "weight_kg": 80, "goal": "maintain",
    "experience": "intermediate", "activity_level": "lightly_active", "workout_frequency": 3, "session_minutes": 60,
    "conditions": "none", "medications": "none", "injuries": "none", "equipment": "full_gym",
}  # fmt: skip
TURNS = [
    {"section": 1, "text": "Strength training 2 years, intermediate"},
    {"section": "exercise_familiarity", "text": "squat 60 kg x 8, bench press 40 kg x 8, plank 1 min"},
    {"section": 3, "text": "Mon and Thu 18:00, an hour, at the gym"},
    {"section": 4, "text": "Breakfast 7, lunch 12:30, dinner 19:00"},
    {"section": 5, "text": "oats, eggs, chicken, rice, apples, yogurt. Peanut allergy."},
    {"section": 6, "text": "From 80 to 75 kg by the end of June"},
    {"section": 7, "text": "No time in the evenings. Never on Sundays."},
]


@pytest.fixture
def eve(cli: CommandLine) -> CommandLine:
    assert cli("onboard", "--from", "-", stdin=json.dumps(PERSON)).code == 0
    return cli


def consult(cli: CommandLine, *options: str, turns: Any = TURNS) -> Outcome:
    return cli(
        "consult", "--script", "-", "--json", *options, stdin=turns if isinstance(turns, str) else json.dumps(turns)
    )


def test_a_script_of_turns_completes_the_interview(eve: CommandLine) -> None:
    found = consult(eve, "--own-key", "--yes", "--no-program").json
    assert (found["current_section"], found["progress_percentage"]) == (7, 100)
    assert found["completed_at"] is not None
    assert [row["exercise"] for row in found["extracted"]["user_familiar_exercises"]] == [
        "squat",
        "bench press",
        "plank",
    ]
    assert set(found["extracted"]) == {
        "user_training_modalities", "user_familiar_exercises", "user_training_availability",
        "user_preferred_meal_times",
        "user_typical_meal_foods", "user_improvement_goals", "user_difficulties", "user_non_negotiables",
        "user_upcoming_events", "safety_flags",
    }  # fmt: skip


def test_a_transcript_anchors_its_dates_at_its_own_day(eve: CommandLine) -> None:
    transcript = {"today": "2030-01-10", "sections": [{"section": "goals_events", "turns": ["10k race on 3 May"]}]}
    found = consult(eve, "--own-key", "--yes", "--no-program", turns=transcript).json
    assert found["extracted"]["user_upcoming_events"][0]["event_date"] == "2030-05-03"


def test_plain_text_answers_what_is_asked(eve: CommandLine) -> None:
    lines = "I run, 3 years\nintermediate\nsquats, push ups, planks\nnone\nTue Thu 6pm, 45 min, at home\n"
    found = consult(eve, "--own-key", "--no-program", turns=lines).json
    assert found["completed_at"] is None
    assert {row["day_of_week"] for row in found["extracted"]["user_training_availability"]} == {2, 4}


def test_without_yes_the_interview_stays_open_and_is_resumed(eve: CommandLine) -> None:
    first = consult(eve, "--own-key", "--no-program", turns=TURNS[:2]).json
    second = consult(eve, "--yes", "--no-program", turns=TURNS[2:]).json
    assert first["session_id"] == second["session_id"]
    assert second["completed_at"] is not None
    assert second["extracted"]["user_familiar_exercises"]


def test_the_end_makes_the_program_that_was_described(eve: CommandLine) -> None:
    made = consult(eve, "--own-key", "--yes")
    assert made.code == 0, made.err
    program = eve("program", "show", "--json").json
    assert program["id"] == made.json["program_id"]
    assert {session["day_index"] for session in program["training"]["sessions"]} == {1, 4}


def test_a_flag_that_blocks_keeps_the_interview_and_is_exit_4(eve: CommandLine) -> None:
    turns = [*TURNS, {"section": 7, "text": "I had anorexia and I still purge"}]
    refused = consult(eve, "--own-key", "--yes", turns=turns)
    assert (refused.code, refused.error["code"]) == (4, "safety_blocked")
    assert "offered" in refused.error
    shown = eve("consult", "transcript", "show", "--json").json
    assert len([item for item in shown["messages"] if item["role"] == "user"]) == len(turns)


@pytest.mark.parametrize(
    "script", ['{"sections": 3}', '[{"section": 9, "text": "x"}]', '[{"text": 3}]', "{broken",
               '{"today": "x", "sections": []}']
)  # fmt: skip
def test_a_script_that_cannot_be_read_is_exit_2(eve: CommandLine, script: str) -> None:
    found = consult(eve, "--own-key", turns=script)
    assert (found.code, found.error["code"]) == (2, "bad_script")


def test_no_key_and_no_prompt_is_exit_2_and_a_bad_key_exit_4(eve: CommandLine) -> None:
    assert (consult(eve).code, consult(eve).error["code"]) == (2, "missing_key")
    bad = consult(eve, "--key", "SHARP-AAAA-BBBB")
    assert (bad.code, bad.error["code"]) == (4, "key_unknown")


def test_keys_are_issued_used_listed_and_revoked(eve: CommandLine) -> None:
    issued = eve("keys", "issue", "--max-uses", "2", "--expires", "30d", "--for", "eve@example.org", "--json").json
    assert set(issued) >= {"id", "key", "max_uses", "expires_at"}
    assert consult(eve, "--key", issued["key"], "--no-program").code == 0
    (key,) = eve("keys", "list", "--json").json["keys"]
    assert (key["current_uses"], key["assigned_email"]) == (1, "eve@example.org")
    assert issued["key"] not in eve("keys", "list", "--json").out
    assert len(eve("keys", "usage", issued["id"], "--json").json["usage"]) == 1
    assert eve("keys", "revoke", issued["id"]).code == 0
    assert consult(eve, "--no-program").error["code"] == "key_inactive"


def test_own_keys_can_be_switched_off(eve: CommandLine) -> None:
    assert eve("config", "set", "consultation.own_keys", "false").code == 0
    refused = consult(eve, "--own-key")
    assert (refused.code, refused.error["code"]) == (4, "own_keys_off")


def test_a_dry_run_keeps_nothing(eve: CommandLine) -> None:
    assert eve("keys", "issue", "--dry-run").code == 0
    assert eve("keys", "list", "--json").json == {"keys": []}


def test_the_words_can_be_shown_exported_and_deleted(eve: CommandLine, tmp_path: Path) -> None:
    first = consult(eve, "--own-key", "--no-program").json
    assert "bench press" in eve("consult", "transcript", "show").out
    out = tmp_path / "t.json"
    assert eve("consult", "transcript", "export", str(out)).code == 0
    again = eve("consult", "--own-key", "--new", "--script", str(out), "--no-program", "--json").json
    assert again["extracted"] == first["extracted"]
    assert eve("consult", "transcript", "delete").code == 2
    assert eve("consult", "transcript", "delete", "--yes", "--json").json["deleted_messages"] > 0
    assert "bench press" not in eve("consult", "transcript", "show").out


def test_escapes_in_answers_do_not_reach_the_terminal(eve: CommandLine) -> None:
    consult(eve, "--own-key", "--no-program", turns=[{"section": 1, "text": "I \x1b[31mrun\x1b[0m \x1b]0;x\x07 a lot"}])
    assert "\x1b" not in eve("consult", "transcript", "show").out


def test_an_offline_interview_never_imports_the_model_library(eve: CommandLine, tmp_path: Path) -> None:
    (script := tmp_path / "turns.json").write_text(json.dumps(TURNS[:2]))
    program = (
        "import sys; from sharpened_cli.cli.boundary import run; "
        f"code = run(['consult', '--own-key', '--no-program', '--json', '--script', {str(script)!r}]); "
        "assert not {'openai', 'httpx', 'httpx2'} & set(sys.modules); sys.exit(code)"
    )
    environment = {**os.environ, **eve.environment, "SHARPENED_NOW": eve.now}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
