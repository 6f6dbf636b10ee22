"""The demo: eight weeks of a made-up person, the same in every process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from support import CommandLine

pytestmark = pytest.mark.slow


def _begin(folder: Path, hash_seed: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "TMPDIR": str(folder), "PYTHONHASHSEED": hash_seed}
    script = str(Path(sys.executable).with_name("sharpened"))
    return subprocess.Popen([script, "demo", "--json"], env=environment, stdout=subprocess.PIPE, text=True)


def _story(playing: subprocess.Popen[str]) -> dict[str, Any]:
    told, _ = playing.communicate()
    assert playing.returncode == 0
    document: dict[str, Any] = json.loads(told)
    return document


def test_two_processes_tell_the_same_story(tmp_path: Path) -> None:
    side_by_side = [_begin(tmp_path, seed) for seed in ("1", "2")]
    first, second = map(_story, side_by_side)
    assert first == second
    commands = {step["command"][0] for step in first["steps"]}
    stages = {
        "onboard",
        "consult",
        "program",
        "today",
        "log-meal",
        "log-activity",
        "weigh",
        "context",
        "approve",
        "reassess",
    }
    assert stages - {"today"} <= commands
    assert [step["result"]["status"] for step in first["steps"] if step["command"][0] == "reassess"].count(
        "not_due"
    ) == 0


def test_the_story_ends_with_its_file_and_what_to_try(cli: CommandLine, tmp_path: Path) -> None:
    outcome = cli.script("demo", TMPDIR=str(tmp_path))
    assert outcome.code == 0, outcome.err
    assert "look around in it" in outcome.out
    database = next(tmp_path.glob("sharpened-demo-*/demo.db"))
    assert cli.script("today", "--db", str(database), "--date", "2026-03-01").code == 0
