"""No command imports what it does not use: proved in a process of its own, by what it loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support import ANA

if TYPE_CHECKING:
    from support import CommandLine

    from sharpened_cli.store import Store

HEAVY = {
    "openai", "pydantic", "numpy", "highspy", "rapidfuzz", "sqlite_utils", "click", "icalendar", "tomlkit", "plotext",
    "mcp", "asyncio", "logging", "importlib.metadata", "importlib.resources", "tomllib", "csv", "decimal",
    "rich", "rich.console", "rich.markdown", "concurrent.futures", "multiprocessing", "urllib.request",
}  # fmt: skip
ALLOWED = {  # what a command really uses of these
    "weigh": {"logging"},
    "log-meal": {"logging"},
    "log-activity": {"logging", "rapidfuzz"},
    "--help": {"logging"},
}
COMMANDS = [
    ("today",), ("today", "--json"), ("week",), ("weigh", "82.1kg"), ("log-meal", "2 eggs, 80g oats and a banana"),
    ("log-activity", "ran 5k in 27:30"), ("inbox",), ("meals", "list"), ("--version",),
]  # fmt: skip
MOST_MODULES = 330
_PROGRAM = """
import sys
from sharpened_cli.cli.boundary import run
code = run(sys.argv[1:])
import json
sys.stderr.write("\\n" + json.dumps([code, sorted(sys.modules)]))
"""


@pytest.fixture
def person(cli: CommandLine, store: Store) -> CommandLine:
    store.execute(
        "INSERT INTO main.profiles (id, current_weight_kg, height_cm, biological_sex, birth_date, created_at,"
        " updated_at) VALUES (:u, 82, 170, 'female', '1990-01-01', 'now', 'now')",
        {"u": ANA},
    )
    cli.environment["SHARPENED_USER"] = "ana@example.org"
    return cli


def _loaded(person: CommandLine, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments],
        env={**os.environ, **person.environment, "SHARPENED_NOW": person.now},
        capture_output=True,
        text=True,
        check=True,
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stderr
    return set(modules)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_loads_nothing_heavy_that_it_does_not_use(person: CommandLine, command: tuple[str, ...]) -> None:
    loaded = _loaded(person, *command)
    assert loaded & (HEAVY - ALLOWED.get(command[0], set())) == set()
    assert len(loaded) <= MOST_MODULES


def test_help_loads_no_model_no_solver_and_no_document_library(person: CommandLine) -> None:
    loaded = _loaded(person, "--help")
    assert loaded & (HEAVY - ALLOWED["--help"]) == set()


def test_no_offline_command_loads_openai(person: CommandLine) -> None:
    for command in (("coach", "what's on today?"), ("progress",), ("program", "list"), ("reassess", "--dry-run")):
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM, *command],
            env={**os.environ, **person.environment, "SHARPENED_NOW": person.now},
            capture_output=True,
            text=True,
            check=True,
        )
        assert "openai" not in json.loads(done.stderr.splitlines()[-1])[1]
