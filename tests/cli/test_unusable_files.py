"""Files and places that cannot be used: one sentence, a way on, exit code 5 (or 3), nothing worse than before."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from support import ANA

from sharpened_cli.store import schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support import CommandLine

    from sharpened_cli.store import Store

READING = (("today",), ("week",), ("progress",), ("meals", "list"), ("sql", "SELECT 1"), ("reassess",), ("export",))
WRITING = (("weigh", "82kg"), ("log-meal", "2 eggs"), ("log-activity", "ran 5k in 27:30"), ("context", "--sleep", "5"))
UNUSABLE = {
    "a folder": ("not_a_database", 5),
    "an empty file": ("empty_file", 5),
    "a text file": ("not_a_database", 5),
    "another program's database": ("foreign_database", 5),
    "a newer version": ("newer_database", 5),
    "cut short": ("database_corrupt", 5),
    "nothing": ("no_database", 3),
}


def _make(kind: str, path: Path, good: Path) -> None:
    if kind == "a folder":
        path.mkdir()
    elif kind == "an empty file":
        path.touch()
    elif kind == "a text file":
        path.write_text("Dear diary, " * 200)
    elif kind == "another program's database":
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE meals (id TEXT)")
            other.commit()
    elif kind == "a newer version":
        shutil.copy(good, path)
        with closing(sqlite3.connect(path)) as newer:
            newer.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    elif kind == "cut short":
        path.write_bytes(good.read_bytes()[:200_000])


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


@pytest.mark.parametrize("command", [*READING, *WRITING], ids=lambda command: command[0])
@pytest.mark.parametrize("kind", UNUSABLE)
def test_an_unusable_file_is_told_and_left_as_it_is(
    cli: CommandLine, db_path: Path, tmp_path: Path, kind: str, command: tuple[str, ...]
) -> None:
    path = tmp_path / "odd.db"
    _make(kind, path, db_path)
    before = _content(path)
    outcome = cli(*command, "--db", str(path), "--json")
    code, exit_code = UNUSABLE[kind]
    assert (outcome.error["code"], outcome.code, outcome.out) == (code, exit_code, "")
    assert outcome.error["hint"]
    assert _content(path) == before
    assert path.exists() is (kind != "nothing")


@pytest.fixture
def small_disk(tmp_path: Path, store: Store, db_path: Path) -> Iterator[Path]:
    """A disk of its own with a database on it and 1 MB to spare."""
    store.execute(
        "INSERT INTO main.profiles (id, current_weight_kg, height_cm, biological_sex, birth_date, created_at,"
        " updated_at) VALUES (:u, 82, 170, 'female', '1990-01-01', 'now', 'now')",
        {"u": ANA},
    )
    store.close()
    place = tmp_path / "disk"
    place.mkdir()
    size = db_path.stat().st_size + 1_000_000
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=False).returncode
    ):
        pytest.skip("a disk of one's own needs the right to mount one")
    try:
        shutil.copy(db_path, place / "x.db")
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_a_full_disk_costs_the_command_and_nothing_else(
    cli: CommandLine, small_disk: Path, command: tuple[str, ...]
) -> None:
    path = small_disk / "x.db"
    free = shutil.disk_usage(small_disk).free
    (small_disk / "ballast").write_bytes(b"\0" * (free - free % 4096))
    outcome = cli(*command, "--db", str(path), "--user", "ana@example.org", "--json")
    assert (outcome.error["code"], outcome.code) == ("disk_full", 5)
    (small_disk / "ballast").unlink()
    assert cli("doctor", "--db", str(path), "--json").json["healthy"] in (True, False)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        for table in ("meals", "activities", "body_metrics", "user_context_log"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
    assert cli(*command, "--db", str(path), "--user", "ana@example.org", "--json").code == 0


@pytest.mark.parametrize("command", [*WRITING, ("today",)], ids=lambda command: command[0])
def test_a_read_only_place_is_told(cli: CommandLine, small_disk: Path, command: tuple[str, ...]) -> None:
    path = small_disk / "x.db"
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    before = path.read_bytes()
    outcome = cli(*command, "--db", str(path), "--user", "ana@example.org", "--json")
    assert (outcome.error["code"], outcome.code) == ("database_read_only", 5)
    assert path.read_bytes() == before


def test_a_backup_that_does_not_fit_leaves_nothing_behind(cli: CommandLine, small_disk: Path) -> None:
    outcome = cli("backup", str(small_disk / "copy.db"), "--db", str(small_disk / "x.db"), "--json")
    assert (outcome.code, outcome.error["code"]) == (5, "backup_failed")
    assert sorted(entry.name for entry in small_disk.iterdir() if not entry.name.startswith("x.db")) == []
