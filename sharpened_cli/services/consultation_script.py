"""The turns of a scripted interview: a JSON transcript, a JSON list of turns, or plain text."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, NamedTuple

from sharpened_cli.domain.consultation.turns import SECTIONS
from sharpened_cli.errors import InputError

LONGEST_TURN = 20_000  # characters; product choice: more is a file put in by mistake
MOST_TURNS = 500


class ScriptTurn(NamedTuple):
    """One turn: its section (None: whatever is being asked) and its text."""

    section: int | None
    text: str


class Script(NamedTuple):
    """The turns of a script, and the day that anchors relative dates, if it names one."""

    turns: list[ScriptTurn]
    today: date | None


def read_script(text: str) -> Script:
    """Return the turns of a script.

    Forms: ``[{"section": 1 or name, "text": ...}]``, ``{"today", "sections": [{"section", "turns": []}]}``, or plain
    text, a turn a line. Raises InputError for anything else.
    """
    stripped = text.strip()
    document = _json(stripped)
    if document is None:
        turns = [ScriptTurn(None, line.strip()) for line in stripped.splitlines() if line.strip()]
        return Script(_checked(turns), None)
    if isinstance(document, dict):
        return Script(_checked(_from_sections(document)), _today(document))
    return Script(_checked([_from_item(item) for item in document]), None)


def _json(text: str) -> Any:
    if not text.startswith(("{", "[")):
        return None
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise _bad(f"it is not valid JSON (line {error.lineno})") from error
    if isinstance(document, dict | list):
        return document
    raise _bad("it is neither a list of turns nor a transcript")


def _from_sections(document: dict[str, Any]) -> list[ScriptTurn]:
    sections = document.get("sections")
    if not isinstance(sections, list):
        raise _bad('a transcript needs "sections"')
    turns: list[ScriptTurn] = []
    for part in sections:
        if not isinstance(part, dict) or not isinstance(part.get("turns"), list):
            raise _bad('each section needs "section" and "turns"')
        number = _section(part.get("section"))
        turns += [ScriptTurn(number, str(turn)) for turn in part["turns"]]
    return turns


def _from_item(item: Any) -> ScriptTurn:
    if isinstance(item, str):
        return ScriptTurn(None, item)
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        raise _bad('each turn needs "section" and "text"')
    return ScriptTurn(_section(item["section"]) if item.get("section") is not None else None, item["text"])


def _section(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= len(SECTIONS):
        return value
    if isinstance(value, str) and value in SECTIONS:
        return SECTIONS.index(value) + 1
    raise _bad(f"{value!r} is no section (1 to 7, or {', '.join(SECTIONS)})")


def _today(document: dict[str, Any]) -> date | None:
    value = document.get("today")
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise _bad(f'"today" is {value!r}, which is no date') from error


def _checked(turns: list[ScriptTurn]) -> list[ScriptTurn]:
    if len(turns) > MOST_TURNS or any(len(turn.text) > LONGEST_TURN for turn in turns):
        raise _bad(f"it has more than {MOST_TURNS} turns, or a turn of more than {LONGEST_TURN} characters")
    return [turn for turn in turns if turn.text.strip()]


def _bad(why: str) -> InputError:
    return InputError(
        f"The script cannot be read: {why}.", code="bad_script", hint="See docs/consultation.md for its three forms."
    )
