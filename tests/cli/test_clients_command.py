"""`clients`: who is there, who needs a human, and out, in and gone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from client_rows import add_client, log_days
from virtual_client import START, VirtualClient

from sharpened_cli.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from support import CommandLine

NOW = f"{START + timedelta(days=16)}T09:00:00+00:00"
CALM, SILENT, FLAGGED = (f"0193eeee-0000-7000-8000-00000000000{number}" for number in (1, 2, 3))


@pytest.fixture
def practice(cli: CommandLine, db_path: Path) -> CommandLine:
    """Three clients: one who logs, one who never did, one with a safety flag."""
    with Store.open(db_path) as store:
        for number, (user_id, email) in enumerate(((CALM, "calm"), (SILENT, "silent"), (FLAGGED, "flagged"))):
            client = VirtualClient(seed=number, log_chance=1.0)
            add_client(
                store,
                user_id,
                client.person(),
                start=START,
                target_kcal=1800.0,
                email=f"{email}@example.org",
                with_sessions=False,
            )
            if user_id != SILENT:
                log_days(store, user_id, client.live(1800.0, 16))
        store.execute(
            """
            INSERT INTO main.safety_flags (id, user_id, code, source, created_at)
            VALUES ('f', :id, 'chest_pain', 'context', '2026-01-10T00:00:00Z')
            """,
            {"id": FLAGGED},
        )
    return cli


def test_everybody_is_listed_by_email(practice: CommandLine) -> None:
    found = practice("clients", "list", "--json", now=NOW).json
    assert [one["email"] for one in found] == ["calm@example.org", "flagged@example.org", "silent@example.org"]
    assert found[0]["next_reassessment_date"] == "2026-01-19"
    assert found[2]["last_log_date"] is None
    assert "silent@example.org" in practice("clients", "list", now=NOW).out


def test_triage_puts_safety_before_silence_and_leaves_the_calm_out(practice: CommandLine) -> None:
    found = practice("clients", "triage", "--json", now=NOW).json
    assert [one["email"] for one in found] == ["flagged@example.org", "silent@example.org"]
    assert found[0]["reasons"][0] == {"code": "safety", "detail": "flags: chest_pain"}
    assert found[1]["reasons"][0]["code"] == "no_logs"
    assert "chest_pain" in practice("clients", "triage", now=NOW).out


def test_one_person_is_shown_with_the_last_reassessment(practice: CommandLine) -> None:
    practice("reassess", "--all", now=NOW)
    found = practice("clients", "show", "calm@example.org", "--json", now=NOW).json
    assert found["calories_kcal"] > 1000
    assert found["reasons"] == []
    assert "calories" in practice("clients", "show", CALM[:20] + CALM[20:], now=NOW).out
    assert practice("clients", "show", "nobody@example.org").code == 3


def test_a_person_goes_out_and_comes_back(practice: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert practice("clients", "export", "calm@example.org", "--out", str(folder), now=NOW).code == 0
    refused = practice("clients", "erase", "calm@example.org", "--json")
    assert (refused.code, refused.error["code"]) == (2, "not_confirmed")
    assert practice("clients", "erase", "calm@example.org", "--yes", "--dry-run").code == 0
    assert len(practice("clients", "list", "--json", now=NOW).json) == 3
    assert practice("clients", "erase", "calm@example.org", "--yes").code == 0
    assert len(practice("clients", "list", "--json", now=NOW).json) == 2
    assert practice("clients", "import", str(folder)).code == 0
    assert len(practice("clients", "list", "--json", now=NOW).json) == 3
