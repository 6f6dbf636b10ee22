"""Open a database file: make a new one, step an older one up, refuse what is not ours."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sharpened_cli.errors import NotThereError, StorageError

APPLICATION_ID = 1397244996  # 'SHRD', also in schema.sql
VERSION = 2
BUSY_TIMEOUT_SEC = 10.0


def schema_text() -> str:
    """Return schema.sql: from the installed package, or from the root of a checkout."""
    packaged = Path(__file__).parent.parent / "schema.sql"
    return (packaged if packaged.exists() else packaged.parent.parent / "schema.sql").read_text("utf-8")


def connect(path: str) -> sqlite3.Connection:
    """Return a connection to an existing file or ``:memory:``, with the settings every connection has."""
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_SEC, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.executescript("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA temp_store = MEMORY;")
    return connection


def open_existing(path: Path, *, as_it_is: bool = False) -> sqlite3.Connection:
    """Return a connection to a file of ours, brought up to the present version unless wanted ``as_it_is``.

    Raises NotThereError when there is no file, StorageError when it is a directory, empty, not SQLite,
    somebody else's database, or newer than this program.
    """
    _refuse_what_is_no_file(path)
    connection = connect(str(path))
    try:
        _check(connection, path, as_it_is=as_it_is)
    except BaseException:
        connection.close()
        raise
    return connection


def create(path: Path) -> sqlite3.Connection:
    """Return a connection to a new file (0600 in a 0700 folder), with the schema and the reference rows.

    The file appears whole or not at all: it is made beside its place and renamed. Raises StorageError when
    the place cannot be written.
    """
    from sharpened_cli.ids import new_id

    temporary = path.with_name(f".{path.name}.{new_id()}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StorageError(
            f"The folder {path.parent} cannot be written.",
            code="database_read_only",
            hint="Check its permissions, or choose another file with --db.",
        ) from error
    try:
        connection = connect(str(temporary))
        build(connection)
        connection.close()
        _place(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    return open_existing(path)


def build(connection: sqlite3.Connection) -> None:
    """Give an empty database the schema and the reference rows, in one transaction, then WAL mode."""
    from sharpened_cli.store import seed

    connection.executescript(f"BEGIN IMMEDIATE; {schema_text()}")
    seed.fill(connection)
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")


def _place(temporary: Path, path: Path) -> None:
    """Move the finished file to its place, unless another process was faster."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        temporary.replace(path)


def _refuse_what_is_no_file(path: Path) -> None:
    if path.is_dir():
        raise StorageError(
            f"{path} is a folder, not a database file.",
            code="not_a_database",
            hint="Name a file inside it, like --db FOLDER/sharpened.db.",
        )
    if not path.exists():
        raise NotThereError(
            f"There is no database at {path} yet.",
            code="no_database",
            hint="Start with `sharpened onboard`, or name another file with --db.",
        )
    if path.stat().st_size == 0:
        raise StorageError(
            f"{path} is an empty file, not a database.",
            code="empty_file",
            hint="Restore a backup with `sharpened restore BACKUP`, or remove it and start with `sharpened onboard`.",
        )


def _check(connection: sqlite3.Connection, path: Path, *, as_it_is: bool) -> None:
    try:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if "not a database" not in str(error):
            raise
        raise StorageError(
            f"{path} is not an SQLite database.", code="not_a_database", hint="Choose another file with --db."
        ) from error
    if application_id != APPLICATION_ID:
        raise StorageError(
            f"{path} is an SQLite database of another program.",
            code="foreign_database",
            hint="Choose another file with --db; this one was left as it is.",
        )
    if version > VERSION:
        raise StorageError(
            f"{path} was written by a newer version of sharpened (file {version}, this program {VERSION}).",
            code="newer_database",
            hint="Upgrade with `pip install --upgrade sharpened-cli`.",
        )
    if version < VERSION and not as_it_is:
        from sharpened_cli.store import migration

        migration.bring_up(connection, path)
