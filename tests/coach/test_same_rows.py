"""Each writing intent leaves the same rows by a plain phrase and through a scripted model server."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from model_server import said, serving
from support import CommandLine

from sharpened_cli.coach.phrases import intent
from sharpened_cli.services import archive
from sharpened_cli.store import Store, users

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow
ME = "ana@example.org"
PERSON = {
    "email": ME, "sex": "female", "age": 34, "height_cm": 170, "weight_kg": 82, "goal": "lose_fat",
    "experience": "novice",
    "activity_level": "lightly_active", "workout_frequency": 3, "session_minutes": 45, "equipment": "full_gym",
    "conditions": "none", "medications": "none", "injuries": "none", "allergies": "none", "timezone": "UTC",
}  # fmt: skip
DAY = "2026-11-25T07:00:00+00:00"
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a program from Wednesday on and a pending adjustment for that day."""
    folder = tmp_path_factory.mktemp("coach")
    line = CommandLine(folder / "x.db", folder)
    assert line("onboard", "--from", "-", stdin=json.dumps(PERSON), now=DAY).code == 0
    assert line("program", "new", "--weeks", "2", now=DAY).code == 0
    outcome = line("context", "--sleep", "4.5", "--json", now=DAY)
    assert outcome.json["override"]["status"] == "pending"
    return folder / "x.db"


def _rows(path: Path) -> list[str]:
    with Store.open(path) as store:
        found = archive.document(store, users.find(store, ME)[0])
    kept = {table: rows for table, rows in found.items() if not table.startswith("coach_")}
    return sorted(
        _ID.sub("ID", json.dumps([table, row], sort_keys=True)) for table, rows in kept.items() for row in rows
    )


def _line(prepared: Path, folder: Path, name: str) -> CommandLine:
    path = folder / f"{name}.db"
    shutil.copy(prepared, path)
    line = CommandLine(path, folder)
    line.environment |= {"SHARPENED_USER": ME, "SHARPENED_MODEL": "m"}
    return line


@pytest.mark.parametrize(
    "phrases",
    [
        ["approve"], ["reject"], ["approve", "undo 1"], ["did 1"], ["skip 1"], ["I had meal 1"], ["I weigh 81.6kg"],
        ["I ate 2 eggs and toast"], ["ran 5k in 27:30"], ["slept 7 hours, stress 3"],
    ],
    ids=" then ".join,
)  # fmt: skip
def test_a_phrase_and_a_model_leave_the_same_rows(prepared: Path, tmp_path: Path, phrases: list[str]) -> None:
    offline, model = (_line(prepared, tmp_path, name) for name in ("offline", "model"))
    for phrase in phrases:
        wanted: Any = intent(phrase)
        assert offline("coach", phrase, "--yes", now=DAY).code == 0
        step = said(json.dumps({"reply": "", "tool": wanted.tool, "arguments": wanted.arguments}))
        with serving([step]) as server:
            model.environment["OPENAI_BASE_URL"] = server.url
            words = "please take care of what we spoke about"
            assert model("coach", words, "--engine", "openai", "--yes", now=DAY).code == 0
            assert len(server.requests) == 1
    assert _rows(tmp_path / "offline.db") == _rows(tmp_path / "model.db")
    assert _rows(tmp_path / "offline.db") != _rows(prepared)
