"""A frozen file of every earlier version comes up to today's: the same structure, and every row of its people."""

from __future__ import annotations

import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support import CommandLine

from sharpened_cli.errors import StorageError
from sharpened_cli.store import Store, migration, schema
from sharpened_cli.store.scope import OWNER_OF

FROZEN = sorted((Path(__file__).parent.parent / "data").glob("file_v*.sql"))
SHARED = ("foods", "food_servings", "exercises")
REFERENCE = ("training_modalities", "meal_times", "event_types", "met_activities", "food_words", "reference_versions")
LENA, OMAR = ("--user", "lena@example.org"), ("--user", "omar@example.org")

PRAGMAS = {
    "index": ("SELECT * FROM pragma_index_xinfo(?) ORDER BY seqno",),
    "table": (
        "SELECT * FROM pragma_table_xinfo(?) ORDER BY cid",
        "SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq",
        'SELECT name, "unique", origin, partial FROM pragma_index_list(?) ORDER BY name',
        "SELECT type, ncol, wr, strict FROM pragma_table_list(?) WHERE schema = 'main'",
    ),
}

KILLED_AT = """
import os, signal, sys
from pathlib import Path
from sharpened_cli.store import migration, schema

left = int(sys.argv[2])

def count(statement):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

connection = schema.connect(sys.argv[1])
connection.set_trace_callback(count)
migration.bring_up(connection, Path(sys.argv[1]))
"""


def _write(dump: Path, path: Path) -> Path:
    path.touch(0o600)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump.read_text("utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
    return path


@pytest.fixture(scope="module", params=FROZEN, ids=lambda path: path.stem)
def frozen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of an earlier version, to be copied, never opened by the program."""
    dump: Path = request.param
    return _write(dump, tmp_path_factory.mktemp("frozen") / "frozen.db")


@pytest.fixture
def old(frozen: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(frozen, tmp_path / "old.db"))


@pytest.fixture(scope="module")
def migrated(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same file, opened once by the program; only read afterwards."""
    path = Path(shutil.copy(frozen, tmp_path_factory.mktemp("migrated") / "file.db"))
    Store.open(path).close()
    return path


def _rows(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql, values).fetchall()


def _columns(path: Path, table: str) -> list[str]:
    return [name for (name,) in _rows(path, "SELECT name FROM pragma_table_info(?) ORDER BY cid", table)]


def _owned_rows(path: Path, columns: dict[str, list[str]]) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row that belongs to a person, by table, in a canonical order, of the given columns."""
    return {
        table: sorted(
            _rows(
                path,
                f"SELECT {', '.join(names)} FROM {table}"
                + (" WHERE created_by IS NOT NULL" if "created_by" in names and table in SHARED else ""),
            ),
            key=repr,
        )
        for table, names in columns.items()
    }


def _columns_of_people(path: Path) -> dict[str, list[str]]:
    return {table: _columns(path, table) for table in sorted(OWNER_OF)}


def _version(path: Path) -> int:
    return int(_rows(path, "PRAGMA user_version")[0][0])


def _structure(path: Path) -> dict[str, Any]:
    """Return what a schema consists of, without layout, comments and quotes."""
    names = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
    found: dict[str, Any] = {}
    with closing(sqlite3.connect(path)) as connection:
        for kind, name, table, sql in connection.execute(names).fetchall():
            text = " ".join(re.sub(r"--[^\n]*", "", sql).replace('"', "").split())
            pragmas = [connection.execute(pragma, (name,)).fetchall() for pragma in PRAGMAS.get(kind, ())]
            found[f"{kind} {name}"] = (table, text, *pragmas)
    return found


def test_there_is_a_frozen_file_of_every_earlier_version() -> None:
    assert [path.stem for path in FROZEN] == [f"file_v{number}" for number in range(1, schema.VERSION)]


def test_the_frozen_file_has_rows_in_every_table_of_people(frozen: Path) -> None:
    rows = _owned_rows(frozen, _columns_of_people(frozen))
    assert [table for table, found in rows.items() if not found] == []
    assert len(rows["auth_users"]) == 2


def test_a_migrated_file_has_the_structure_of_a_new_one(migrated: Path, empty_file: Path) -> None:
    assert _structure(migrated) == _structure(empty_file)
    assert _version(migrated) == schema.VERSION
    assert _rows(migrated, "PRAGMA application_id") == [(schema.APPLICATION_ID,)]


def test_every_row_of_a_person_is_there_unchanged(frozen: Path, migrated: Path) -> None:
    columns = _columns_of_people(frozen)
    before, after = _owned_rows(frozen, columns), _owned_rows(migrated, columns)
    assert {table: rows for table, rows in after.items() if rows != before[table]} == {}


def test_a_migrated_file_is_whole(migrated: Path) -> None:
    assert _rows(migrated, "PRAGMA integrity_check") == [("ok",)]
    assert _rows(migrated, "PRAGMA foreign_key_check") == []
    assert _rows(migrated, "PRAGMA journal_mode") == [("wal",)]
    for index in ("foods_fts", "foods_trigram", "exercises_fts"):
        with closing(sqlite3.connect(migrated)) as connection:
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")


def test_shared_rows_are_the_packages_and_what_it_dropped_stays_for_those_who_used_it(
    migrated: Path, empty_file: Path
) -> None:
    for table in REFERENCE:
        assert _rows(migrated, f"SELECT * FROM {table} ORDER BY 1") == _rows(
            empty_file, f"SELECT * FROM {table} ORDER BY 1"
        )
    for table, gone in (
        ("foods", "discontinued-muesli"),
        ("food_servings", "discontinued-muesli"),
        ("exercises", "discontinued-machine"),
    ):
        shared = f"SELECT * FROM {table} WHERE created_by IS NULL ORDER BY 1, 2"
        fresh = _rows(empty_file, shared)
        rows = _rows(migrated, shared)
        assert [row for row in rows if row[0] != gone] == fresh
        assert len(rows) == len(fresh) + 1
    for search in ("foods_fts", "foods_trigram", "exercises_fts"):
        found = f"SELECT * FROM {search} ORDER BY 1"
        assert _rows(migrated, found) == _rows(empty_file, found)
    muesli = "SELECT name, calories_per_100g, role, deleted_at IS NOT NULL FROM foods WHERE id = 'discontinued-muesli'"
    assert _rows(migrated, muesli) == [("Discontinued muesli", 370.0, "", 1)]
    assert _rows(migrated, "SELECT name, staple FROM exercises WHERE id = 'discontinued-machine'") == [
        ("Discontinued machine", 0)
    ]


def test_a_copy_of_the_file_as_it_was_is_kept(frozen: Path, migrated: Path) -> None:
    version = _version(frozen)
    kept = migrated.with_name(f"{migrated.name}.before-version-{version + 1}")
    assert _version(kept) == version
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    columns = _columns_of_people(frozen)
    assert _owned_rows(kept, columns) == _owned_rows(frozen, columns)
    assert sorted(path.name for path in migrated.parent.iterdir() if "-" not in path.suffix) == [migrated.name]


def test_every_command_works_on_a_migrated_file(old: Path, tmp_path: Path) -> None:
    line = CommandLine(old, tmp_path)
    today = line("today", "--json", *LENA)
    assert (today.code, today.err) == (0, "")
    assert _version(old) == schema.VERSION
    assert [session["name"] for session in today.json["sessions"]] == ["Full body A"]
    assert today.json["eaten"]["kcal"] == 365
    doctor = line("doctor", "--json")
    assert doctor.code == 0, doctor.out
    assert doctor.json["healthy"], doctor.json
    for words in (("week",), ("meals", "list"), ("log-meal", "60g my muesli"), ("weigh", "74kg")):
        done = line(*words, *OMAR)
        assert done.code == 0, (words, done.err)
    assert line("meals", "undo", *LENA).code == 0


def test_the_doctor_finds_an_old_file_healthy_and_leaves_it_as_it_is(old: Path, tmp_path: Path) -> None:
    before = old.read_bytes()
    done = CommandLine(old, tmp_path)("doctor")
    assert (done.code, old.read_bytes()) == (0, before)
    assert f"this program: {schema.VERSION}, the next command brings it up" in done.out


def test_what_can_be_read_of_a_damaged_old_file_is_saved(frozen: Path, old: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("DELETE FROM meals WHERE user_id = (SELECT min(id) FROM auth_users)")  # orphans its items
        connection.commit()
    assert CommandLine(old, tmp_path)("doctor", "--repair").code == 0
    columns = {
        table: names for table, names in _columns_of_people(frozen).items() if table in ("exercises", "programs")
    }
    assert _owned_rows(old, columns) == _owned_rows(frozen, columns)
    assert _version(old) == schema.VERSION


def test_a_newer_file_is_refused_and_left_alone(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = old.read_bytes()
    with pytest.raises(StorageError) as caught:
        Store.open(old)
    assert (caught.value.code, old.read_bytes()) == ("newer_database", before)
    assert [path.name for path in old.parent.glob("*before*")] == []


def test_without_a_copy_of_the_file_nothing_is_migrated(frozen: Path, old: Path) -> None:
    old.with_name(f"{old.name}.before-version-{_version(frozen) + 1}").mkdir()  # in the copy's place
    with pytest.raises(StorageError) as caught:
        Store.open(old)
    columns = _columns_of_people(frozen)
    assert (caught.value.code, _version(old)) == ("backup_failed", _version(frozen))
    assert _owned_rows(old, columns) == _owned_rows(frozen, columns)


def test_what_a_killed_copy_left_behind_is_cleared_away(frozen: Path, old: Path) -> None:
    kept = old.with_name(f"{old.name}.before-version-{_version(frozen) + 1}")
    for left in (kept, *(old.with_name(f".{kept.name}.unfinished{tail}") for tail in ("", "-journal"))):
        left.write_bytes(b"half a file")
    Store.open(old).close()
    columns = _columns_of_people(frozen)
    assert _owned_rows(kept, columns) == _owned_rows(frozen, columns)
    assert sorted(path.name for path in old.parent.iterdir()) == [old.name, kept.name]


def test_processes_that_open_an_old_file_at_once_migrate_it_once(frozen: Path, old: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda _: Store.open(old).close(), range(3)))
    columns = _columns_of_people(frozen)
    assert _version(old) == schema.VERSION
    assert _owned_rows(old, columns) == _owned_rows(frozen, columns)
    assert _version(old.with_name(f"{old.name}.before-version-{schema.VERSION}")) == schema.VERSION - 1


def test_what_an_unreleased_file_already_has_in_a_new_column_stays(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("ALTER TABLE exercises ADD COLUMN measure TEXT NOT NULL DEFAULT 'reps'")
        connection.execute("UPDATE exercises SET measure = 'metres' WHERE created_by IS NOT NULL")
        connection.commit()
    Store.open(old).close()
    own = "SELECT DISTINCT measure, staple FROM exercises WHERE created_by IS NOT NULL"
    assert _rows(old, own) == [("metres", 1)]


def test_a_backup_of_an_earlier_version_is_restored_as_it_is_and_then_brought_up(
    frozen: Path, old: Path, tmp_path: Path
) -> None:
    bytes_before = old.read_bytes()
    line = CommandLine(tmp_path / "new" / "sharpened.db", tmp_path)
    assert line("restore", str(old)).code == 0
    assert old.read_bytes() == bytes_before
    assert line("today", *OMAR).code == 0
    columns = _columns_of_people(frozen)
    assert _owned_rows(tmp_path / "new" / "sharpened.db", columns) == _owned_rows(frozen, columns)


@pytest.mark.slow
def test_a_migration_killed_at_any_statement_leaves_the_old_or_the_new_file(frozen: Path, tmp_path: Path) -> None:
    columns = _columns_of_people(frozen)
    wanted = _owned_rows(frozen, columns)
    statements = _count_statements(Path(shutil.copy(frozen, tmp_path / "counted.db")))
    versions = set()
    for moment in (9, 25, statements // 2, statements - 1, statements):
        path = Path(shutil.copy(frozen, tmp_path / f"killed-{moment}.db"))
        done = subprocess.run([sys.executable, "-c", KILLED_AT, str(path), str(moment)], check=False)
        assert done.returncode == -9, moment
        versions.add(_version(path))
        assert _rows(path, "PRAGMA integrity_check") == [("ok",)]
        assert _owned_rows(path, columns) == wanted, moment
        Store.open(path).close()
        assert _version(path) == schema.VERSION
        assert _owned_rows(path, columns) == wanted, moment
    assert versions == {_version(frozen), schema.VERSION}


def _count_statements(path: Path) -> int:
    seen: list[str] = []
    with closing(schema.connect(str(path))) as connection:
        connection.set_trace_callback(seen.append)
        migration.bring_up(connection, path)
    return len(seen)
