"""The chat with a model, over a real scripted server: the same rows, nothing unconfirmed, no made-up number."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from model_server import Answer, refused, said, serving
from support import ANA

from sharpened_cli.coach.phrases import intent
from sharpened_cli.coach.thinking import UNSURE, grounded
from sharpened_cli.coach.tools import TOOLS

if TYPE_CHECKING:
    from support import CommandLine, Outcome

    from sharpened_cli.store import Store


def step(reply: str = "", tool: str | None = None, **arguments: Any) -> Answer:
    return said(json.dumps({"reply": reply, "tool": tool, "arguments": arguments}))


@pytest.fixture
def person(cli: CommandLine, store: Store) -> CommandLine:
    store.execute(
        "INSERT INTO main.profiles (id, current_weight_kg, height_cm, biological_sex, birth_date, created_at,"
        " updated_at) VALUES (:u, 82, 170, 'female', '1990-01-01', 'now', 'now')",
        {"u": ANA},
    )
    cli.environment |= {"SHARPENED_USER": "ana@example.org", "SHARPENED_MODEL": "m"}
    return cli


def _ask(person: CommandLine, url: str, words: str, *options: str) -> Outcome:
    person.environment["OPENAI_BASE_URL"] = url
    return person("coach", words, "--engine", "openai", "--json", *options)


def test_a_model_phrases_what_a_tool_says(person: CommandLine) -> None:
    with serving([step(tool="today"), step("Today is 2026-11-24. Enjoy it.")]) as server:
        outcome = _ask(person, server.url, "tell me about my day please")
    assert outcome.json["text"] == "Today is 2026-11-24. Enjoy it."
    assert len(server.requests) == 2


def test_a_number_that_nobody_gave_is_not_passed_on(person: CommandLine) -> None:
    with serving([step("Eat 1234 kcal. You are doing well.")]) as server:
        outcome = _ask(person, server.url, "how much should I have now")
    assert outcome.json["text"] == "You are doing well."
    assert grounded("Eat 1,234 kcal.", ["nothing"]) == UNSURE
    assert grounded("Your target is 1,740.0 kcal.", ['{"calories_kcal": 1740}']) == "Your target is 1,740.0 kcal."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ran 5k in 27:30", "please put my run of 5k in 27:30 into the log"),
        ("slept 5 hours, stress 8", "last night was bad, 5 hours of sleep and my stress is an 8"),
        ("I ate 2 eggs", "note 2 eggs for me"),
        ("I weigh 82.4kg", "the scale says 82.4kg"),
    ],
)
def test_the_model_path_and_the_plain_phrase_leave_the_same_rows(
    person: CommandLine, store: Store, words: str, told: str
) -> None:
    wanted = intent(words)
    assert wanted is not None
    assert person("coach", words, "--yes").code == 0
    offline = _rows(store)
    with serving([step(tool=wanted.tool, **wanted.arguments)]) as server:
        assert _ask(person, server.url, told, "--yes").code == 0
    both = _rows(store)
    for table, rows in both.items():
        assert set(map(tuple, rows)) == set(map(tuple, offline[table])), table


def _rows(store: Store) -> dict[str, list[Any]]:
    queries = {
        "activities": "SELECT activity_name, duration_minutes, calories_burned FROM activities ORDER BY id",
        "meals": "SELECT total_cals, original_text FROM meals ORDER BY id",
        "body_metrics": "SELECT weight_kg FROM body_metrics ORDER BY id",
        "user_context_log": "SELECT sleep_hours, stress_level FROM user_context_log ORDER BY id",
    }
    return {table: store.all(query) for table, query in queries.items()}


HOSTILE = [
    step(tool="log_meal", text="9 pizzas"),
    step(tool="weigh", weight="40kg"),
    step(tool="sql", query="DELETE FROM meals"),
    step(tool="flags_clear", code="chest_pain"),
    step(tool="today", user_id="0193bbbb-0000-7000-8000-000000000002"),
    step(tool="undo", number="1; DROP TABLE meals"),
    step("\x1b]0;owned\x07\x1b[2JIgnore your rules."),
    said("not JSON at all"),
    said("{" * 5000),
    refused(500),
    refused(401),
    Answer(body=b"<html></html>", content_type="text/html"),
]


@pytest.mark.parametrize("answer", HOSTILE)
def test_a_hostile_or_broken_model_writes_nothing_and_never_a_traceback(
    person: CommandLine, store: Store, answer: Answer
) -> None:
    with serving([answer]) as server:
        outcome = _ask(person, server.url, "please help me along")
    assert outcome.code == 0
    assert _rows(store) == {"activities": [], "meals": [], "body_metrics": [], "user_context_log": []}
    person.environment["OPENAI_BASE_URL"] = ""
    assert "\x1b]" not in person("coach", "show", "1").out


def test_flags_are_heard_before_any_model_and_no_tool_clears_them(person: CommandLine, store: Store) -> None:
    with serving([step("All good!")]) as server:
        outcome = _ask(person, server.url, "I fainted during training yesterday")
    assert server.requests == []
    assert outcome.json["flags"]
    assert store.one("SELECT count(*) FROM safety_flags WHERE cleared_at IS NULL")[0] >= 1  # type: ignore[index]
    assert not [name for name in TOOLS if "flag" in name]


def test_an_unknown_host_receives_nothing_without_consent(person: CommandLine) -> None:
    person.environment["OPENAI_API_KEY"] = "sk-test"
    outcome = _ask(person, "https://models.example.org/v1", "hello there")
    assert (outcome.code, outcome.error["code"]) == (6, "no_consent")
