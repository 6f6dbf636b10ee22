"""Bring an older file up to the present version, step by step, with a copy of it first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from sharpened_cli.errors import StorageError
from sharpened_cli.store import backup, seed
from sharpened_cli.store.schema import VERSION, connect
from sharpened_cli.store.steps import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def bring_up(
    connection: sqlite3.Connection,
    path: Path,
    steps: Mapping[int, Callable[[sqlite3.Connection], None]] = STEPS,
    target: int = VERSION,
) -> None:
    """Take a file to version ``target`` in one transaction, after copying it beside itself.

    The shared reference rows are then the package's. Of several processes that open an old file at once, one
    does the work and the others wait. Raises StorageError when a step is missing (a version that never was)
    or the copy cannot be made.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    # Not EXCLUSIVE: without a write-ahead log that would shut out the connection which makes the copy.
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version < target:
            _refuse_unknown(path, version, target, steps)
            _keep_copy(path, version)
            for number in range(version, target):
                steps[number](connection)
            seed.fill(connection)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise sqlite3.IntegrityError("a migration step left a row without its parent")
            connection.execute(f"PRAGMA user_version = {int(target)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _refuse_unknown(
    path: Path, version: int, target: int, steps: Mapping[int, Callable[[sqlite3.Connection], None]]
) -> None:
    if any(number not in steps for number in range(version, target)):
        raise StorageError(
            f"{path} says it is of version {version}, which no release of this program wrote.",
            code="unknown_version",
            hint="Restore a backup with `sharpened restore BACKUP`.",
        )


def _keep_copy(path: Path, version: int) -> None:
    """Write the file as it is to ``<name>.before-version-<n>``, in the place of an earlier such copy."""
    kept = path.with_name(f"{path.name}.before-version-{version + 1}")
    with closing(connect(str(path))) as reader:
        backup.write(reader, kept, replace=True)
