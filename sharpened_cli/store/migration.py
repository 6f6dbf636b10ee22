"""Bring an older file up to the present version, step by step, with a copy of it first."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sharpened_cli.errors import StorageError
from sharpened_cli.store.schema import STEPS, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def bring_up(
    connection: sqlite3.Connection,
    path: Path,
    version: int,
    steps: Mapping[int, Callable[[sqlite3.Connection], None]] = STEPS,
    target: int = VERSION,
) -> None:
    """Take a file from ``version`` to ``target`` in one exclusive transaction, after copying it beside itself.

    Raises StorageError when a step is missing (a version that never was).
    """
    missing = [number for number in range(version, target) if number not in steps]
    if missing:
        raise StorageError(
            f"{path} says it is of version {version}, which no release of this program wrote.",
            code="unknown_version",
            hint="Restore a backup with `sharpened restore BACKUP`.",
        )
    _copy(connection, path, version)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for number in range(version, target):
            steps[number](connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError("a migration step left a row without its parent")
        connection.execute(f"PRAGMA user_version = {int(target)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _copy(connection: sqlite3.Connection, path: Path, version: int) -> None:
    backup = path.with_name(f"{path.name}.before-version-{version + 1}")
    if not backup.exists():
        connection.execute("VACUUM INTO ?", (str(backup),))
        backup.chmod(0o600)
