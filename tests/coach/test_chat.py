"""The coach's chat and batch lines: the same services, confirmed writes, red flags first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support import ANA

from sharpened_cli.coach import batch, bench, chat
from sharpened_cli.coach.phrases import Intent
from sharpened_cli.coach.tools import TOOLS
from sharpened_cli.errors import InputError
from sharpened_cli.services.conversations import ConversationService

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.coach.bench import Tool
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User


@pytest.fixture
def desk(store: Store, scoped: Store, clock: Clock, ana: User) -> bench.Bench:
    """Ana's bench, on a connection scoped to her; she has a profile."""
    store.execute(
        "INSERT INTO main.profiles (id, biological_sex, birth_date, height_cm, current_weight_kg, timezone, created_at,"
        " updated_at) VALUES (:u, 'female', '1990-03-02', 170, 70, 'Europe/Madrid', 'now', 'now')",
        {"u": ANA},
    )
    return bench.Bench(scoped, clock, ana)


def _chat(desk: bench.Bench, *, agree: bool = True, think: Any = None) -> tuple[chat.Chat, list[str]]:
    asked: list[str] = []

    def confirm(tool: Tool, _: Any) -> bool:
        asked.append(tool.name)
        return agree

    conversation_id = ConversationService(*desk).open(new=True, first_words="hello")
    return chat.Chat(desk, conversation_id, confirm, think), asked


def _count(desk: bench.Bench, table: str) -> int:
    row = desk.store.one(f"SELECT count(*) FROM {table}")
    return int(row[0]) if row else 0


def test_reading_is_answered_at_once_and_both_sides_are_kept(desk: bench.Bench) -> None:
    talk, asked = _chat(desk)
    reply = talk.turn("what's on today?")
    assert (reply.tool, reply.done, asked) == ("today", True, [])
    kept = ConversationService(*desk).messages("1")
    assert [(one.role, one.content) for one in kept] == [("user", "what's on today?"), ("assistant", "")]


def test_nothing_is_written_before_it_is_confirmed(desk: bench.Bench) -> None:
    talk, asked = _chat(desk, agree=False)
    assert talk.turn("ran 5k in 27:30").text == "Nothing was changed."
    assert (asked, _count(desk, "activities")) == (["log_activity"], 0)
    talk, _ = _chat(desk)
    assert talk.turn("ran 5k in 27:30").done is True
    assert _count(desk, "activities") == 1


def test_red_flags_come_first_and_are_kept(desk: bench.Bench) -> None:
    talk, asked = _chat(desk)
    reply = talk.turn("I had chest pain when I climbed the stairs")
    assert "chest_pain" in reply.flags
    assert "doctor" in reply.text
    assert (asked, _count(desk, "safety_flags")) == ([], 1)


def test_talk_of_self_harm_gets_help_and_no_model(desk: bench.Bench) -> None:
    def think(_: str, __: str) -> chat.Answer:
        raise AssertionError("a model must not answer here")

    talk, _ = _chat(desk, think=think)
    assert "emergency number" in talk.turn("sometimes I want to kill myself").text


def test_a_hostile_model_writes_nothing_unconfirmed_and_reaches_nobody_else(desk: bench.Bench, store: Store) -> None:
    hostile = [
        Intent("log_activity", {"text": "ran 5k in 20:00"}),
        Intent("clear_flag", {"code": "chest_pain"}),
        Intent("sql", {"query": "SELECT * FROM auth_users"}),
        Intent("today", {"user_id": "0193bbbb-0000-7000-8000-000000000002"}),
        Intent("undo", {"number": "1; DROP TABLE meals"}),
    ]
    for step in hostile:
        talk, _ = _chat(desk, agree=False, think=lambda _, __, step=step: chat.Answer("\x1b[2Jgone", step))
        reply = talk.turn("please do your thing")
        assert reply.done is False
    assert _count(desk, "activities") == 0
    assert store.one("SELECT count(*) FROM auth_users")[0] == 2  # type: ignore[index]  # a count always answers


def test_what_is_not_understood_gets_help_and_is_kept(desk: bench.Bench) -> None:
    talk, _ = _chat(desk)
    assert talk.turn("sing me a song").text.startswith("I did not understand that.")


def test_batch_lines_are_answered_one_by_one(desk: bench.Bench) -> None:
    lines = [
        '{"do": "today"}',
        "",
        "nonsense",
        '{"do": "fly"}',
        '{"do": "log_activity", "text": "ran 5k in 27:30"}',
        "[]",
    ]
    done = list(batch.play(desk, lines))
    assert [(one.line, one.error["code"] if one.error else None) for one in done] == [
        (1, None),
        (3, "bad_line"),
        (4, "no_such_tool"),
        (5, None),
        (6, "bad_line"),
    ]
    assert _count(desk, "activities") == 1


def test_chat_and_batch_leave_the_same_rows(desk: bench.Bench) -> None:
    talk, _ = _chat(desk)
    talk.turn("bench press 3x8 @ 60kg")
    line = json.dumps({"do": "log_activity", "text": "bench press 3x8 @ 60kg"})
    assert [one.error for one in batch.play(desk, [line])] == [None]
    rows = desk.store.all(
        "SELECT exercise_id, reps, weight_kg, count(DISTINCT activity_id) AS n FROM exercise_sets"
        " GROUP BY exercise_id, reps, weight_kg, set_number ORDER BY set_number"
    )
    assert {row["n"] for row in rows} == {2}


@pytest.mark.parametrize("name", sorted(TOOLS))
def test_every_tool_describes_itself_and_refuses_unknown_fields(desk: bench.Bench, name: str) -> None:
    tool = TOOLS[name]
    assert tool.purpose
    assert tool.arguments.model_json_schema()["additionalProperties"] is False
    with pytest.raises(InputError, match=name):
        bench.checked(tool, {"user_id": "somebody else"})


def test_conversations_are_listed_shown_and_deleted(desk: bench.Bench) -> None:
    service = ConversationService(*desk)
    talk, _ = _chat(desk)
    talk.turn("week")
    assert service.latest()[0].message_count == 2
    service.delete("1")
    assert service.latest() == []
