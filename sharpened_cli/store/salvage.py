"""Save what can be read of a damaged file into a new one; the old file is kept as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.errors import StorageError
from sharpened_cli.store import schema, seed
from sharpened_cli.store.scope import WRITER_OF

if TYPE_CHECKING:
    from pathlib import Path

_SEEDED = frozenset(
    {"reference_versions", "training_modalities", "meal_times", "event_types", "met_activities", "food_words"}
)


class Saved(NamedTuple):
    """What became of one table: rows in the new file, and whether some could not be read or no longer fitted."""

    table: str
    rows: int
    complete: bool


def salvage(source: Path, target: Path) -> list[Saved]:
    """Copy every readable row of ``source`` that still meets its table's rules into a new file ``target``.

    A table is read by key from both ends, around what cannot be read. A row whose parent was lost is left out;
    day totals are rebuilt by the triggers. Returns one line a table that holds or held something.
    """
    with closing(schema.create(target)) as new, closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as old:
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        tables = _tables(new)
        complete = {table: _copy(old, new, table) for table in tables}
        for table in tables:  # once more: children whose parents came later (a program and the one it follows)
            _copy(old, new, table)
        _settle_shared_rows(new)
        counts = {table: new.execute(f"SELECT count(*) FROM main.{table}").fetchone()[0] for table in tables}
    return [Saved(table, counts[table], complete[table]) for table in tables if counts[table] or not complete[table]]


def replace(database: Path, kept: Path) -> tuple[list[Saved], Path]:
    """Salvage a file into a new one that takes its place; the old one, with its -wal, becomes ``kept``.

    Returns what was saved and the path of the old file. Raises StorageError when it is no database at all;
    the file is then as it was.
    """
    unfinished = database.with_name(f".{database.name}.salvaged")
    unfinished.unlink(missing_ok=True)
    try:
        saved = salvage(database, unfinished)
    except sqlite3.DatabaseError as error:
        unfinished.unlink(missing_ok=True)
        raise StorageError(
            f"Nothing can be read from {database}.",
            code="beyond_repair",
            hint="Restore a backup with `sharpened restore BACKUP`; the file was left as it is.",
        ) from error
    for suffix in ("", "-wal", "-shm"):
        beside = database.with_name(database.name + suffix)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + suffix))
    unfinished.rename(database)
    return saved, kept


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Return the tables to copy: the audit first, so that its numbers stay, then parents before children."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    return ["audit_log", *(name for (name,) in map(tuple, rows) if name in WRITER_OF and name not in _SEEDED)]


def _settle_shared_rows(new: sqlite3.Connection) -> None:
    """Retire the shared rows that came along and that the package no longer has."""
    new.execute("BEGIN IMMEDIATE")
    seed.fill(new)
    new.execute("COMMIT")


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> bool:
    columns = _columns_of_both(old, new, table)
    names = ", ".join(columns)
    insert = f"INSERT OR IGNORE INTO main.{table} ({names}) VALUES ({', '.join('?' * len(columns))})"
    complete = True
    new.execute("BEGIN IMMEDIATE")
    for order in ("ASC", "DESC"):
        try:
            for row in old.execute(f"SELECT {names} FROM main.{table} ORDER BY 1 {order}"):
                complete &= _insert(new, insert, tuple(row))
            break
        except sqlite3.DatabaseError:
            complete = False
    new.execute("COMMIT")
    return complete


def _columns_of_both(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> list[str]:
    """Return a table's columns; of a file of an older version those that there are in both."""
    present = {row[1] for row in old.execute(f"PRAGMA table_info({table})")}
    return [row[1] for row in new.execute(f"PRAGMA table_info({table})") if row[1] in present]


def _insert(new: sqlite3.Connection, statement: str, row: tuple[object, ...]) -> bool:
    try:
        new.execute(statement, row)
    except sqlite3.IntegrityError:  # its parent is lost, or it breaks a rule: it cannot be trusted
        return False
    return True
