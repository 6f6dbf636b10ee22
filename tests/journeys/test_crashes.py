"""Processes that are killed at random moments, and several that write at once: nothing is lost or half-written."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import ANA

if TYPE_CHECKING:
    from support import CommandLine

    from sharpened_cli.store import Store

pytestmark = pytest.mark.slow
KILLS, WRITERS, WRITES_EACH = 300, 8, 6
_SCRIPT = str(Path(sys.executable).with_name("sharpened"))


@pytest.fixture
def person(cli: CommandLine, store: Store) -> CommandLine:
    """The command line on a file in which Ana has a profile."""
    store.execute(
        "INSERT INTO main.profiles (id, current_weight_kg, height_cm, biological_sex, birth_date, created_at,"
        " updated_at) VALUES (:u, 82, 170, 'female', '1990-01-01', 'now', 'now')",
        {"u": ANA},
    )
    cli.environment |= {"SHARPENED_USER": "ana@example.org", "SHARPENED_NOW": cli.now}
    return cli


def _start(person: CommandLine, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [_SCRIPT, *arguments],
        env={**os.environ, **person.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _rows(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("meals", "activities", "body_metrics", "exercise_sets", "meal_items")
        }


def test_three_hundred_kills_lose_nothing_that_was_acknowledged(person: CommandLine, db_path: Path) -> None:
    dice = random.Random(9)
    commands = [
        ("log-meal", "2 eggs and a banana", "--yes"),
        ("log-activity", "bench press 3x8 @ 60kg"),
        ("weigh", "82.1kg", "--yes"),
        ("context", "--sleep", "5"),
        ("today",),
    ]
    acknowledged = dict.fromkeys(("log-meal", "log-activity", "weigh"), 0)
    for _ in range(KILLS):
        command = dice.choice(commands)
        process = _start(person, *command)
        time.sleep(dice.uniform(0.0, 0.5))
        process.send_signal(signal.SIGKILL)
        if process.wait() == 0 and command[0] in acknowledged:
            acknowledged[command[0]] += 1
    rows = _rows(db_path)
    assert rows["meals"] >= acknowledged["log-meal"]
    assert rows["activities"] >= acknowledged["log-activity"]
    assert rows["body_metrics"] >= acknowledged["weigh"]
    assert (rows["meal_items"], rows["exercise_sets"]) == (2 * rows["meals"], 3 * rows["activities"])
    assert person("doctor", "--json").json["healthy"] is True


def test_eight_writers_at_once_all_succeed(person: CommandLine, db_path: Path) -> None:
    started = [
        [_start(person, "log-meal", f"{writer + 1} eggs", "--yes") for writer in range(WRITERS)]
        for _ in range(WRITES_EACH)
    ]
    assert {process.wait() for batch in started for process in batch} == {0}
    assert _rows(db_path)["meals"] == WRITERS * WRITES_EACH
