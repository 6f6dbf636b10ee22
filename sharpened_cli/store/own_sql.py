"""SQL that somebody typed, over their own rows, read-only: the guard is SQLite's own authorizer."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.errors import InputError
from sharpened_cli.store import schema, scope

if TYPE_CHECKING:
    from pathlib import Path

MAX_ROWS = 10_000  # product choice: more is a matter for `export`
MAX_STEPS = 50_000_000  # product choice: about half a minute of SQLite's work; then the query is stopped
_STEPS_BETWEEN_LOOKS = 100_000


class Table(NamedTuple):
    """The answer of a query: column names, rows, and whether rows beyond MAX_ROWS were left out."""

    columns: list[str]
    rows: list[list[object]]
    truncated: bool


def run(path: Path, user_id: str, sql: str) -> Table:
    """Run one SELECT (or WITH, VALUES) as a person, on a connection of its own that can read only their rows.

    Raises InputError when it is not one reading statement, is denied, fails, or runs too long.
    """
    if not sql.lstrip().lower().startswith(("select", "with", "values")):
        raise InputError(
            "Only SELECT, WITH and VALUES can be run.",
            code="bad_sql",
            hint="Other commands change things, each safely.",
        )
    with closing(schema.open_existing(path)) as connection:
        scope.apply(connection, user_id, read_only=True)
        connection.set_progress_handler(_Budget(), _STEPS_BETWEEN_LOOKS)
        try:
            cursor = connection.execute(sql)
            rows = cursor.fetchmany(MAX_ROWS + 1)
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise InputError(
                f"The query was not run: {error}.",
                code="bad_sql",
                hint="It may read your own rows, one statement at a time.",
            ) from error
        columns = [column[0] for column in cursor.description or ()]
    return Table(columns, [list(map(_shown, row)) for row in rows[:MAX_ROWS]], len(rows) > MAX_ROWS)


class _Budget:
    """Stops a query after MAX_STEPS: SQLite calls it every so often."""

    def __init__(self) -> None:
        self.looks = 0

    def __call__(self) -> bool:
        self.looks += 1
        return self.looks * _STEPS_BETWEEN_LOOKS > MAX_STEPS


def _shown(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value
