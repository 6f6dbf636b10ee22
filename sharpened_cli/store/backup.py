"""Copies of the whole file: made complete and checked, or not at all; put back under a lock."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.errors import InputError, NotThereError, StorageError
from sharpened_cli.store import schema

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK_BYTES = 1 << 20


class Backup(NamedTuple):
    """A finished copy: where, how large, its SHA-256, and how many rows it holds."""

    path: str
    size_bytes: int
    sha256: str
    rows: int


def write(connection: sqlite3.Connection, target: Path, *, replace: bool = False) -> Backup:
    """Write a checked copy of the connection's file to ``target``, by rename: complete or not there.

    VACUUM INTO, not the page-wise backup API: it reads one snapshot while others write, and refuses a
    corrupt source instead of copying it. Raises InputError when the target exists and is not to be replaced,
    StorageError when it cannot be written or the copy does not check.
    """
    if target.exists() and not replace:
        raise InputError(f"{target} exists already.", code="file_exists", hint="Choose another name.")
    unfinished = target.with_name(f".{target.name}.unfinished")
    _remove(unfinished)  # of a run that was killed
    try:
        connection.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.chmod(0o600)
        made = _checked(connection, unfinished)
        _sync(unfinished)
        unfinished.replace(target)
        _sync(target.parent)
    except (OSError, sqlite3.OperationalError) as error:
        raise StorageError(
            f"The backup {target} could not be written.",
            code="backup_failed",
            hint="Check the folder, its permissions and the free space; the database is as it was.",
        ) from error
    finally:
        _remove(unfinished)
    return made._replace(path=str(target))


def put_back(source: Path, target: Path, kept: Path) -> Backup:
    """Put a backup in the place of ``target``; what was there is first kept as ``kept``, even if damaged.

    The -wal and -shm beside the old file go with it: beside a new .db they would bring old pages back.
    Raises NotThereError, StorageError when the source is not a whole database of ours, or the target is in use.
    """
    found = inspect(source)
    unfinished = target.with_name(f".{target.name}.restoring")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished.write_bytes(source.read_bytes())
        unfinished.chmod(0o600)
        _sync(unfinished)
        if target.exists():
            _set_aside(target, kept)
        for name in _beside(target):
            name.unlink(missing_ok=True)
        unfinished.replace(target)
        _sync(target.parent)
    except OSError as error:
        raise StorageError(
            f"The backup could not be put at {target}.",
            code="restore_failed",
            hint="Check the folder, its permissions and the free space.",
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return found._replace(path=str(target))


def inspect(path: Path) -> Backup:
    """Return what a backup file holds, after checking that it is a whole database of ours.

    Raises NotThereError when there is none, StorageError when it is damaged, newer or foreign.
    """
    if not path.exists():
        raise NotThereError(f"There is no backup at {path}.", code="no_such_file", hint="Check the path.")
    with closing(schema.open_existing(path, as_it_is=True)) as connection:
        return _described(connection, path)


def _remove(unfinished: Path) -> None:
    """Remove a copy with its journal, which SQLite would play back into the next file of that name."""
    for path in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
        path.unlink(missing_ok=True)


def _checked(source: sqlite3.Connection, copy: Path) -> Backup:
    with closing(schema.open_existing(copy, as_it_is=True)) as connection:
        made = _described(connection, copy)
        if made.rows < _count_rows(source):
            raise sqlite3.OperationalError("the copy has fewer rows than its source")
        return made


def _described(connection: sqlite3.Connection, path: Path) -> Backup:
    answers = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if answers != ["ok"]:
        raise StorageError(
            f"{path} is damaged.", code="database_corrupt", hint="Use another backup, or `sharpened doctor --repair`."
        )
    return Backup(str(path), path.stat().st_size, _sha256(path), _count_rows(connection))


def _count_rows(connection: sqlite3.Connection) -> int:
    names = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    ).fetchall()
    return sum(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in map(tuple, names))


def _set_aside(target: Path, kept: Path) -> None:
    """Keep the present file: as a clean copy where it can still be read under an exclusive lock, else byte by byte."""
    try:
        with closing(sqlite3.connect(target, timeout=schema.BUSY_TIMEOUT_SEC, isolation_level=None)) as present:
            present.execute("PRAGMA locking_mode = EXCLUSIVE")
            present.execute("BEGIN EXCLUSIVE")
            present.execute("COMMIT")
            present.execute("VACUUM INTO ?", (str(kept),))
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise
        _copy_bytes(target, kept)
    except sqlite3.DatabaseError:
        _copy_bytes(target, kept)
    kept.chmod(0o600)


def _copy_bytes(target: Path, kept: Path) -> None:
    for path in (target, *_beside(target)):
        if path.exists():
            kept.with_name(kept.name + path.name.removeprefix(target.name)).write_bytes(path.read_bytes())


def _beside(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_CHUNK_BYTES):
            digest.update(block)
    return digest.hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
