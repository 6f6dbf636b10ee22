"""A person's first fortnight through the command line: every stage, its exit code and the fields of its JSON."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from support import CommandLine

if TYPE_CHECKING:
    from pathlib import Path

START = date(2026, 11, 24)  # a Tuesday
INTERVIEW = {
    "today": "2026-11-24",
    "sections": [
        {"section": "training_modalities", "turns": ["Weights in the gym for two years, intermediate. Some cycling."]},
        {
            "section": "exercise_familiarity",
            "turns": ["Back squat 70kg x 8, bench press 50 kg for 8, lat pulldown 45 kg x 10. I never want burpees."],
        },
        {
            "section": "training_schedule",
            "turns": ["Monday, Wednesday and Friday at 18:00, 60 minutes, at the gym. Sunday is a rest day."],
        },
        {"section": "meal_timing", "turns": ["Breakfast 7:30, lunch 13:00, dinner 20:00."]},
        {
            "section": "typical_foods",
            "turns": [
                "Oats and a banana for breakfast, chicken and rice for lunch, salmon. No mushrooms. No allergies."
            ],
        },
        {"section": "goals_events", "turns": ["Get from 82 to 76 kg by the end of May."]},
        {"section": "challenges", "turns": ["Little time in the evening. No health problems."]},
    ],
}
ONBOARD = [
    "--email", "ana@example.org", "--name", "Ana", "--birth-date", "1990-03-02", "--sex", "female", "--height", "170cm",
    "--weight", "82kg", "--goal", "lose_fat", "--experience", "intermediate", "--activity-level", "lightly_active",
    "--workout-frequency", "3", "--session-minutes", "60", "--diet", "none", "--allergies", "none",
    "--meals-per-day", "3", "--equipment", "full_gym", "--injuries", "none", "--conditions", "none",
    "--medications", "none", "--units", "metric", "--timezone", "Europe/Madrid",
]  # fmt: skip


def at(day: int, time: str = "07:00") -> str:
    """Return an instant of the fortnight, day 0 being the start, in Madrid's winter time."""
    return f"{START + timedelta(days=day)}T{time}:00+01:00"


def begin(line: CommandLine, folder: Path) -> dict[str, Any]:
    """Onboard and interview one person; return what `consult` answered."""
    done = line("onboard", *ONBOARD, "--json", now=at(0))
    assert done.code == 0, done.err
    script = folder / "interview.json"
    script.write_text(json.dumps(INTERVIEW))
    consulted = line("consult", "--own-key", "--script", str(script), "--yes", "--json", now=at(0))
    assert consulted.code == 0, consulted.err
    answer: dict[str, Any] = consulted.json
    return answer


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Play the fortnight once; return every document by a name, and the path of the file."""
    folder = tmp_path_factory.mktemp("journey")
    line = CommandLine(folder / "journey.db", folder)
    said: dict[str, Any] = {"path": folder / "journey.db", "line": line, "consult": begin(line, folder)}

    def ask(name: str, *arguments: str, day: int = 0, time: str = "07:00") -> Any:
        outcome = line(*arguments, "--json", now=at(day, time))
        assert outcome.code == 0, (arguments, outcome.err)
        assert outcome.err == ""
        said[name] = outcome.json
        return said[name]

    ask("program", "program", "show")
    for day in range(14):
        plan = ask("today", "today", day=day)
        said.setdefault("days", []).append(plan)
        ask("weigh", "weigh", f"{82 - day * 0.06:.1f}kg", day=day)
        for meal in plan["meals"]:
            ask("planned meal", "log-meal", "--planned", str(meal["number"]), day=day, time="21:00")
        for session in plan["sessions"]:
            text = ", ".join(
                f"{item['name']} {item['sets']}x{item['rep_high'] or 10} {item['load_kg'] or 20}kg rpe 8"
                for item in session["exercises"]
                if not item["is_warmup"]
            )
            ask("session", "log-activity", text, "--planned", str(session["number"]), day=day, time="19:30")
        if day == 3:
            ask(
                "typed meal", "log-meal", "2 eggs, 80g oats and a banana", "--meal-type", "snack", day=day, time="16:00"
            )
            ask("run", "log-activity", "ran 5k in 27:30, hr 152", day=day, time="17:00")
    kinds = [[session["session_kind"] for session in plan["sessions"]] for plan in said["days"]]
    training_day = next(n for n, found in enumerate(kinds) if "resistance" in found and n > 0)
    ask("context", "context", "--sleep", "4.5", "--stress", "8", "--energy", "3", day=training_day + 14)
    ask("approved", "approve", day=training_day + 14)
    ask("after approval", "today", day=training_day + 14)
    ask("undone", "undo", str(said["context"]["override"]["number"]), day=training_day + 14)
    ask("after undo", "today", day=training_day + 14)
    ask("reassess", "reassess", day=14)
    ask("reassess again", "reassess", day=14)
    return said


FIELDS: dict[str, set[str]] = {
    "consult": {
        "session_id", "engine", "current_section", "progress_percentage", "completed_at", "extracted", "program_id",
    },
    "program": {
        "id", "version", "source", "primary_goal", "program_start_date", "program_duration_weeks",
        "next_reassessment_date", "tdee", "macros", "safety", "feasibility", "training", "meals", "days",
    },
    "today": {
        "date", "week", "program_id", "targets", "base_targets", "eaten", "remaining", "sessions", "meals",
        "activities", "weight", "overrides", "notifications", "reassessment_due",
    },
    "typed meal": {"meal_id", "meal_type", "logged_at", "items", "totals", "unmatched", "adherence", "remaining"},
    "session": {
        "activity_id", "category", "activity_name", "start_time", "end_time", "duration_minutes", "calories_burned",
        "intensity_mets", "metrics", "sets", "personal_records", "adherence",
    },
    "context": {"context_id", "date", "triggers", "override"},
    "approved": {"override", "change", "changed"},
    "reassess": {
        "user_id", "program_id", "window", "adherence", "weight", "expenditure", "calories", "volume", "confidence",
        "changes", "next_reassessment_date", "status",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", FIELDS)
def test_each_stage_answers_with_the_fields_of_the_contract(journey: dict[str, Any], name: str) -> None:
    assert FIELDS[name] <= journey[name].keys()


def test_the_interview_is_understood_and_ends_in_a_program(journey: dict[str, Any]) -> None:
    consult = journey["consult"]
    assert consult["progress_percentage"] == 100
    assert consult["completed_at"]
    assert consult["program_id"] == journey["program"]["id"]
    assert {slot["day_of_week"] for slot in consult["extracted"]["user_training_availability"]} == {1, 3, 5}


def test_the_program_trains_on_the_days_that_were_said(journey: dict[str, Any]) -> None:
    sessions = journey["program"]["training"]["sessions"]
    assert {session["day_index"] for session in sessions} == {1, 3, 5}
    assert all("burpee" not in item["name"].lower() for session in sessions for item in session["exercises"])
    foods = [item["food_name"].lower() for meal in journey["program"]["meals"] for item in meal["items"]]
    assert not [name for name in foods if "mushroom" in name]


def test_planned_meals_and_sessions_count_as_done(journey: dict[str, Any]) -> None:
    assert journey["planned meal"]["adherence"]["status"] == "completed"
    assert journey["session"]["adherence"]["status"] == "completed"
    assert journey["session"]["adherence"]["similarity_score"] >= 0.85


def test_an_adjustment_is_proposed_approved_and_taken_back_exactly(journey: dict[str, Any]) -> None:
    assert journey["context"]["override"]["status"] == "pending"
    assert journey["approved"]["override"]["status"] == "approved"
    assert journey["undone"]["override"]["status"] == "undone"
    sets = [sum(item["sets"] for item in session["exercises"]) for session in journey["after undo"]["sessions"]]
    less = [sum(item["sets"] for item in session["exercises"]) for session in journey["after approval"]["sessions"]]
    assert less < sets


def test_the_fortnight_is_reassessed_once(journey: dict[str, Any]) -> None:
    first = journey["reassess"]
    assert first["status"] in ("changed", "unchanged")
    assert first["adherence"]["meals_logged"] >= first["adherence"]["meals_planned"] == 14 * 3
    assert journey["reassess again"]["status"] in ("not_due", first["status"])
    with closing(sqlite3.connect(journey["path"])) as connection:
        assert connection.execute("SELECT count(*) FROM reassessments").fetchone()[0] == 1
    assert journey["reassess again"]["next_reassessment_date"] == first["next_reassessment_date"]


def test_the_file_is_sound_and_its_tables_hold_the_journey(journey: dict[str, Any]) -> None:
    with closing(sqlite3.connect(journey["path"])) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in (
            "auth_users", "profiles", "consultation_keys", "consultation_key_usage", "consultation_sessions",
            "consultation_messages", "user_training_modalities", "user_familiar_exercises",
            "user_training_availability", "user_preferred_meal_times", "user_typical_meal_foods",
            "user_improvement_goals", "user_difficulties", "user_non_negotiables", "programs", "program_days",
            "session_instances", "exercise_plan_items", "meal_instances", "meal_item_plan", "calendar_events",
            "user_context_log", "day_overrides", "adjustment_feedback", "adherence_records", "reassessments",
            "notifications", "activities", "exercise_sets", "meals", "meal_items", "body_metrics", "day_totals",
            "audit_log",
        ):  # fmt: skip
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0, table
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            connection.execute("UPDATE programs SET macros = '{}'")


def test_every_calendar_event_resolves(journey: dict[str, Any]) -> None:
    with closing(sqlite3.connect(journey["path"])) as connection:
        unresolved = connection.execute(
            """
            SELECT count(*) FROM calendar_events AS c
             WHERE NOT EXISTS (SELECT 1 FROM session_instances WHERE id = c.ref_id)
               AND NOT EXISTS (SELECT 1 FROM meal_instances WHERE id = c.ref_id)
            """
        ).fetchone()[0]
    assert unresolved == 0


def test_the_doctor_finds_the_file_healthy(journey: dict[str, Any]) -> None:
    outcome = journey["line"]("doctor", "--json", now=at(14))
    assert [finding for finding in outcome.json["findings"] if not finding["ok"]] == []


def test_instants_carry_their_zone(journey: dict[str, Any]) -> None:
    assert datetime.fromisoformat(journey["typed meal"]["logged_at"]).tzinfo is not None
