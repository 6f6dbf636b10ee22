"""`log-meal`, `meals`, `quick`: names, exit codes and JSON as scripts rely on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import ANA

from sharpened_cli.store import Store, users

if TYPE_CHECKING:
    from pathlib import Path

    from support import CommandLine

KEYS = {"meal_id", "meal_type", "logged_at", "items", "totals", "unmatched", "adherence", "remaining"}
ITEM_KEYS = {
    "text", "food_id", "food_name", "grams", "quantity", "unit", "kcal", "protein_g", "carbs_g", "confidence", "fat_g",
}  # fmt: skip


@pytest.fixture
def line(cli: CommandLine, db_path: Path) -> CommandLine:
    with Store.open(db_path) as store, store.transaction():
        users.add(store, user_id=ANA, email="ana@example.org", created_at="2026-11-01T00:00:00Z")
    return cli


def test_a_meal_as_json_has_every_key(line: CommandLine) -> None:
    done = line("log-meal", "2 eggs, 80g oats and a banana", "--json")
    assert done.code == 0
    assert set(done.json) >= KEYS
    assert all(set(item) >= ITEM_KEYS for item in done.json["items"])
    assert set(done.json["totals"]) == {"kcal", "protein_g", "carbs_g", "fat_g", "fiber_g"}


def test_a_meal_in_words(line: CommandLine) -> None:
    done = line("log-meal", "2 eggs and a banana", "--meal-type", "snack")
    assert done.code == 0
    assert "Snack, 248 kcal" in done.out
    assert "Egg, whole, 100 g: 143 kcal" in done.out


def test_what_is_not_understood_is_an_error_that_names_it(line: CommandLine) -> None:
    done = line("log-meal", "2 eggs and a flurbish", "--json")
    assert (done.code, done.out, done.error["code"]) == (2, "", "unmatched")
    assert done.error["unmatched"] == ["a flurbish"]
    assert line("meals", "list", "--json").json == {"meals": []}


def test_unknown_words_may_be_allowed(line: CommandLine) -> None:
    done = line("log-meal", "2 eggs and a flurbish", "--allow-unknown", "--json")
    assert (done.code, done.json["unmatched"]) == (0, ["a flurbish"])


def test_a_dry_run_writes_nothing(line: CommandLine) -> None:
    assert line("log-meal", "2 eggs", "--dry-run", "--json").json["totals"]["kcal"] == 143
    assert line("meals", "list", "--json").json == {"meals": []}


def test_save_quick_copy_edit_remove_and_undo(line: CommandLine) -> None:
    assert (
        line("log-meal", "2 eggs and toast", "--save-as", "usual", "--date", "yesterday", "--meal-type", "lunch").code
        == 0
    )
    assert line("log-meal", "--quick", "usual").code == 0
    assert line("log-meal", "--copy", "yesterday lunch").code == 0
    assert line("quick", "list", "--json").json["quick_meals"][0]["name"] == "usual"
    assert len(line("meals", "list", "--json").json["meals"]) == 3
    assert line("meals", "edit", "1", "a banana", "--json").json["totals"]["kcal"] == 105
    assert line("meals", "remove", "1").code == 0
    assert len(line("meals", "list", "--json").json["meals"]) == 2
    assert line("meals", "undo").code == 0
    assert line("quick", "remove", "usual").code == 0
    assert line("quick", "remove", "usual").code == 3


def test_bare_figures(line: CommandLine) -> None:
    done = line("log-meal", "--kcal", "500", "--protein", "30", "--json")
    assert (done.json["totals"]["kcal"], done.json["totals"]["protein_g"]) == (500, 30.0)
    assert line("log-meal", "--kcal", "-5").code == 2
    assert line("log-meal").code == 2


def test_a_batch_answers_line_by_line(line: CommandLine) -> None:
    done = line("log-meal", "--batch", "-", "--json", stdin="2 eggs\nflurbish\na banana\n")
    lines = done.out.splitlines()
    assert (done.code, len(lines)) == (1, 3)
    assert '"error"' in lines[1]
    assert line("log-meal", "--batch", "-", "--json", stdin="2 eggs\n").code == 0


def test_a_planned_meal_without_a_plan(line: CommandLine) -> None:
    assert line("log-meal", "--planned", "1").code == 3


def test_nothing_heavy_is_imported_to_log_a_meal(line: CommandLine) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from sharpened_cli.cli.boundary import run; run(['log-meal', '2 eggs, 80g oats and a banana']);"
        "print([name for name in ('pydantic', 'rapidfuzz', 'openai', 'rich', 'numpy', 'csv', 'decimal')"
        " if name in sys.modules], file=sys.stderr)"
    )
    import os

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **line.environment, "SHARPENED_NOW": line.now},
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"
