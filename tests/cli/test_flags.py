"""Safety flags: shown, and cleared by a person's word only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support import ANA

if TYPE_CHECKING:
    from support import CommandLine

    from sharpened_cli.store import Store


def test_flags_are_shown_and_cleared_with_a_note(cli: CommandLine, store: Store) -> None:
    store.execute(
        "INSERT INTO main.safety_flags (id, user_id, code, source, quote, created_at)"
        " VALUES ('f', :u, 'chest_pain', 'coach', 'chest pain on the stairs', '2026-11-20T10:00:00Z')",
        {"u": ANA},
    )
    me = ("--user", "ana@example.org", "--json")
    assert [flag["code"] for flag in cli("flags", *me).json] == ["chest_pain"]
    assert "chest pain on the stairs" in cli("flags", "--user", "ana@example.org").out
    assert cli("flags", "clear", "chest_pain", *me).error["code"] == "no_note"
    assert cli("flags", "clear", "dizziness", "--note", "Dr Silva, 3 May", *me).error["code"] == "no_such_flag"
    assert cli("flags", "clear", "chest_pain", "--note", "Dr Silva, 3 May", *me).json == {"cleared": "chest_pain"}
    assert cli("flags", *me).json == []
    row = store.one("SELECT cleared_note FROM safety_flags WHERE id = 'f'")
    assert row is not None
    assert row["cleared_note"] == "Dr Silva, 3 May"
