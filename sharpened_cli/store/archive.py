"""Everything about one person, table by table, out of a file and into another."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sharpened_cli.errors import InputError
from sharpened_cli.store import audit, scope
from sharpened_cli.store.schema import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sharpened_cli.store import Store

FILE_VERSION = VERSION
_DERIVED = frozenset({"day_totals", "audit_log"})
"""Not carried over: triggers make them anew (the audit tells what happened in one file)."""

_OWNER_COLUMN = {"auth_users": "id", "profiles": "id", "foods": "created_by", "food_servings": "created_by",
                 "exercises": "created_by", "recipe_items": "created_by"}  # fmt: skip


def tables(store: Store) -> list[str]:
    """Return the tables that hold a person's own rows, parents before children."""
    owned = set(scope.OWNER_OF) - _DERIVED - {"consultation_key_failures"}
    rows = store.all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    return [row["name"] for row in rows if row["name"] in owned]


def columns(store: Store, table: str) -> list[str]:
    """Return a table's column names in their order."""
    return [row["name"] for row in store.all(f"SELECT name FROM pragma_table_info('{table}') ORDER BY cid")]


def rows(store: Store, table: str, user_id: str) -> Iterator[dict[str, Any]]:
    """Yield a person's rows of a table as dicts, ordered by all columns; one at a time, whatever their number."""
    names = columns(store, table)
    cursor = store.execute(
        f"SELECT {', '.join(names)} FROM {table} WHERE {_owned(table)} ORDER BY {', '.join(names)}", {"me": user_id}
    )
    for row in cursor:
        yield _without_others(table, dict(zip(names, row, strict=True)), user_id)


def _owned(table: str) -> str:
    if table == "consultation_keys":  # those that opened this person's interviews; a hash, never the key
        return "id IN (SELECT key_id FROM consultation_key_usage WHERE user_id = :me)"
    return f"{_OWNER_COLUMN.get(table, 'user_id')} = :me"


def _without_others(table: str, row: dict[str, Any], user_id: str) -> dict[str, Any]:
    """Return a row without mention of other people: a key's maker and whom else it was for."""
    if table == "consultation_keys":
        row["created_by"] = None
        if row["assigned_user_id"] != user_id:
            row["assigned_user_id"] = None
    return row


def insert(store: Store, table: str, found: Iterable[dict[str, Any]]) -> int:
    """Insert rows as they were exported, inside the caller's transaction; return how many.

    Columns go by their names: what an export of an earlier version does not have takes its default. Parents may
    come later in the same transaction. A consultation key that is there already is left alone. Raises InputError
    when a row is against the rules of its table.
    """
    store.execute("PRAGMA defer_foreign_keys = ON")
    before = store.connection.total_changes
    try:
        store.db.table(table).insert_all(found, ignore=table == "consultation_keys", batch_size=500)
    except sqlite3.IntegrityError as error:
        raise _unfit(table) from error
    return store.connection.total_changes - before


def refuse_orphans(store: Store) -> None:
    """Raise InputError when a row of the open transaction mentions what the file does not have."""
    orphan = store.one("PRAGMA foreign_key_check")
    if orphan is not None:
        raise _unfit(orphan["table"])


def _unfit(table: str) -> InputError:
    return InputError(
        f"The export has rows of {table} that do not fit this file, such as a food or an exercise it does not have.",
        code="unfit_export",
        hint="Nothing was imported. Upgrade with `pip install --upgrade sharpened-cli`, then export again.",
    )


def exists(store: Store, user_id: str, email: str) -> bool:
    """Return whether a person of this id or email is in the file."""
    row = store.one("SELECT 1 FROM auth_users WHERE id = :id OR email = :email", {"id": user_id, "email": email})
    return row is not None


def erase(store: Store, user_id: str) -> None:
    """Delete a person and all that is theirs, inside the caller's transaction."""
    store.execute("DELETE FROM main.auth_users WHERE id = :id", {"id": user_id})
    audit.erase(store, user_id)


def wipe_free_pages(store: Store) -> None:
    """Rewrite the file and empty its write-ahead log, so that deleted rows leave no byte behind."""
    store.execute("VACUUM")
    store.all("PRAGMA wal_checkpoint(TRUNCATE)")


def siblings_holding(store: Store, user_id: str) -> list[str]:
    """Return the other database files in the same folder (backups, kept ones) that still hold a person."""
    from contextlib import closing

    own = store.one("SELECT file FROM pragma_database_list WHERE name = 'main'")
    if own is None or not own["file"]:
        return []
    path = Path(own["file"])
    held = []
    for other in sorted(path.parent.iterdir()):
        if other == path or not other.is_file() or other.name.endswith(("-wal", "-shm")):
            continue
        try:
            with closing(sqlite3.connect(f"file:{other}?mode=ro", uri=True)) as connection:
                if connection.execute("SELECT 1 FROM auth_users WHERE id = ?", (user_id,)).fetchone():
                    held.append(str(other))
        except sqlite3.Error:  # not a database of ours
            continue
    return held
