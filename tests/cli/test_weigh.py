"""`weigh` and `metrics`: stored, doubted when they jump, corrected and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import ANA

from sharpened_cli.store import Store, users

if TYPE_CHECKING:
    from pathlib import Path

    from support import CommandLine


@pytest.fixture
def line(cli: CommandLine, db_path: Path) -> CommandLine:
    with Store.open(db_path) as store, store.transaction():
        users.add(store, user_id=ANA, email="ana@example.org", created_at="2026-11-01T00:00:00Z")
    return cli


def test_a_weight_and_its_trend(line: CommandLine) -> None:
    first = line("weigh", "82.4kg", "--date", "-7d", "--json").json
    assert (first["weight_kg"], first["trend"]["weigh_ins"], first["trend"]["rate_kg_per_week"]) == (82.4, 1, None)
    second = line("weigh", "181 lb", "--body-fat", "18%", "--waist", "82cm", "--json").json
    assert (second["weight_kg"], second["body_fat_percentage"], second["girths"]) == (82.1, 18.0, {"waist_cm": 82.0})
    assert second["trend"]["rate_kg_per_week"] < 0
    assert second["trend"]["weight_sd_kg"] < first["trend"]["weight_sd_kg"]


def test_a_jump_must_be_confirmed(line: CommandLine) -> None:
    assert line("weigh", "82").code == 0
    jumped = line("weigh", "95", "--json")
    assert (jumped.code, jumped.error["code"]) == (2, "doubtful")
    assert len(line("metrics", "list", "--json").json["metrics"]) == 1
    assert line("weigh", "95", "--yes").code == 0
    assert line("weigh", "76").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("5kg",),
        ("900",),
        ("82", "--body-fat", "90"),
        ("82", "--date", "tomorrow"),
        ("82", "--at", "23:59"),
    ],
)
def test_what_no_scale_says_writes_nothing(line: CommandLine, arguments: tuple[str, ...]) -> None:
    assert line("weigh", *arguments).code == 2
    assert line("metrics", "list", "--json").json["metrics"] == []


def test_edit_remove_and_undo(line: CommandLine) -> None:
    line("weigh", "82", "--date", "yesterday")
    line("weigh", "82.4")
    edited = line("metrics", "edit", "1", "82.2", "--json").json
    assert (edited["weight_kg"], edited["changed"]) == (82.2, True)
    assert line("metrics", "remove", "2").code == 0
    assert len(line("metrics", "list", "--json").json["metrics"]) == 1
    assert line("metrics", "undo").code == 0
    assert line("metrics", "undo").code == 0
    weights = [row["weight_kg"] for row in line("metrics", "list", "--json").json["metrics"]]
    assert weights == [82.4, 82.0]
    assert line("metrics", "undo").code == 3
    assert line("metrics", "remove", "9").code == 3


def test_words_for_people(line: CommandLine) -> None:
    assert "Nothing measured yet" in line("metrics", "list").out
    done = line("weigh", "82.4kg")
    assert "82.4 kg" in done.out
    assert "Trend 82.4 kg" in done.out
