"""Two people in one file: what one sees and writes has nothing to do with the other."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from support import CommandLine

from sharpened_cli.services import archive
from sharpened_cli.store import Store, users

if TYPE_CHECKING:
    from pathlib import Path

ANA, BEN = "ana@example.org", "ben@example.org"
READS = [
    ("today",), ("today", "--json"), ("today", "--date", "tomorrow"), ("week",), ("week", "--json"), ("program",),
    ("program", "show", "--week", "1"), ("program", "show", "--json"), ("program", "list", "--json"),
    ("program", "groceries", "--week", "1"), ("progress",), ("progress", "--json"), ("meals", "list", "--json"),
    ("activities", "list", "--json"), ("metrics", "list", "--json"), ("quick", "list", "--json"),
    ("templates", "list", "--json"), ("foods", "search", "banana", "--json"),
    ("exercises", "search", "squat", "--json"), ("inbox", "--json"), ("adjustments", "--json"), ("flags", "--json"),
    ("why", "calories"), ("why", "volume", "chest"), ("forecast", "--json"), ("audit", "--json"),
    ("coach", "list", "--json"), ("sql", "SELECT count(*) FROM meals"), ("sql", "SELECT * FROM day_totals"),
    ("sql", "SELECT email FROM auth_users"), ("context", "--sleep", "4", "--dry-run"),
    ("log-meal", "2 eggs", "--dry-run", "--yes"), ("reassess", "--dry-run", "--force"),
]  # fmt: skip
WRITES = [
    ("weigh", "81.8kg"), ("log-meal", "2 eggs and toast", "--yes"), ("log-meal", "--planned", "1"),
    ("log-activity", "bench press 3x8 @ 60kg"), ("context", "--sleep", "4.5", "--stress", "9"),
    ("inbox", "--read", "1"), ("meals", "remove", "1"), ("meals", "undo"), ("skip", "2"),
    ("coach", "ran 5k in 27:30", "--yes"),
    ("foods", "add", "My bread", "--kcal", "250", "--protein", "9", "--carbs", "48", "--fat", "3"),
    ("program", "new", "--weeks", "2"), ("reassess", "--force"),
]  # fmt: skip


def _begin(line: CommandLine, email: str, weight: str) -> None:
    """Give a person a profile, a two-week program and something of everything in the log."""
    me = ("--user", email)
    done = line(
        "onboard", "--email", email, "--age", "34", "--sex", "female", "--height", "170cm", "--weight", weight,
        "--goal", "lose_fat", "--experience", "novice", "--activity-level", "lightly_active", "--workout-frequency",
        "2", "--session-minutes", "45", "--diet", "none", "--allergies", "none", "--meals-per-day", "3", "--equipment",
        "full_gym", "--injuries", "none", "--conditions", "none", "--medications", "none", "--timezone", "UTC",
    )  # fmt: skip
    assert done.code == 0, done.err
    for command in (
        ("program", "new", "--weeks", "2"),
        ("weigh", weight),
        ("log-meal", f"2 eggs and {email}s", "--allow-unknown", "--yes", "--save-as", "usual"),
        ("log-activity", "squat 3x5 @ 60kg", "--save-as", "legs"),
        ("context", "--sleep", "7"),
        ("coach", "what's on today?"),
    ):
        outcome = line(*command, *me)
        assert outcome.code == 0, (command, outcome.err)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[CommandLine, CommandLine]:
    """The command line on Ana's file, and on a copy of it in which Ben lives too."""
    folder = tmp_path_factory.mktemp("people")
    alone = CommandLine(folder / "alone.db", folder)
    alone.environment["SHARPENED_SCOPE"] = ""
    _begin(alone, ANA, "82kg")
    shutil.copy(folder / "alone.db", folder / "shared.db")
    shared = CommandLine(folder / "shared.db", folder)
    shared.environment["SHARPENED_SCOPE"] = ""
    _begin(shared, BEN, "95kg")
    return alone, shared


def _everything(line: CommandLine, email: str) -> dict[str, Any]:
    from pathlib import Path

    path: Path = Path(line.environment["SHARPENED_DB"])
    with Store.open(path) as store:
        return archive.document(store, users.find(store, email)[0])


@pytest.mark.parametrize("command", READS, ids=" ".join)
def test_what_one_reads_is_the_same_with_and_without_the_other(
    files: tuple[CommandLine, CommandLine], command: tuple[str, ...]
) -> None:
    alone, shared = (line(*command, "--user", ANA) for line in files)
    assert alone.code in (0, 3), alone.err
    assert (shared.code, _stable(shared.out), _stable(shared.err)) == (
        alone.code,
        _stable(alone.out),
        _stable(alone.err),
    )
    assert BEN not in shared.out + shared.err


def test_what_one_writes_leaves_the_other_untouched(files: tuple[CommandLine, CommandLine]) -> None:
    _, shared = files
    before = _everything(shared, BEN)
    for command in WRITES:
        outcome = shared(*command, "--user", ANA, "--json")
        assert outcome.code in (0, 3, 4), (command, outcome.err)
        assert BEN not in outcome.out + outcome.err
    assert _everything(shared, BEN) == before


def test_the_others_ids_are_simply_not_there(files: tuple[CommandLine, CommandLine]) -> None:
    _, shared = files
    theirs = _everything(shared, BEN)
    for table, command in (
        ("meals", ("meals", "remove")),
        ("activities", ("activities", "remove")),
        ("programs", ("program", "show")),
        ("coach_conversations", ("coach", "show")),
    ):
        outcome = shared(*command, theirs[table][0]["id"], "--user", ANA, "--json")
        assert (outcome.code, outcome.error["code"]) == (3, "no_such_id"), (table, outcome)


def _stable(text: str) -> str:
    """Return output without what a new row brings: its id."""
    import re

    return re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "ID", text)
