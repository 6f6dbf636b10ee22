"""The store: one connection, transactions, and rows in and out. SQL lives in this package only.

Statements read bare names and write ``main.<table>``: the same text then runs scoped to one person
(store/scope.py) and for the service role.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from sharpened_cli.store import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

    import sqlite_utils

Row = sqlite3.Row


class Store:
    """A connection to one database file.

    ``dry_run``: every outermost transaction is rolled back at its end, so that a command can show what it
    would write and write nothing.
    """

    def __init__(self, connection: sqlite3.Connection, *, dry_run: bool = False) -> None:
        """Take over a connection made by store.schema."""
        self.connection = connection
        self.dry_run = dry_run
        self.scoped_to: str | None = None
        self._depth = 0

    @classmethod
    def open(cls, path: Path, *, create: bool = False, dry_run: bool = False) -> Self:
        """Return the store of a file; ``create`` makes a new one where there is none.

        With ``create`` and ``dry_run`` a missing file is not made: the run works on a database in memory.
        Raises NotThereError, StorageError (see store.schema).
        """
        try:
            if create and not path.exists():
                return cls.in_memory(dry_run=True) if dry_run else cls(schema.create(path))
            return cls(schema.open_existing(path), dry_run=dry_run)
        except sqlite3.Error as error:
            raise _translated(error) from error

    @classmethod
    def in_memory(cls, *, dry_run: bool = False) -> Self:
        """Return a new store that lives in memory, with the reference rows."""
        connection = schema.connect(":memory:")
        schema.build(connection)
        return cls(connection, dry_run=dry_run)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if isinstance(error, sqlite3.Error):
            raise _translated(error) from error

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run a block in one BEGIN IMMEDIATE transaction: whole or not at all; nested blocks join."""
        if self._depth:
            yield
            return
        self.connection.execute("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
        except BaseException:
            self._depth -= 1
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        self._depth -= 1
        self.connection.execute("ROLLBACK" if self.dry_run else "COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Run a block of reads on one unchanging picture of the file; never waits for a writer."""
        if self._depth or self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def execute(self, sql: str, parameters: Mapping[str, Any] | None = None) -> sqlite3.Cursor:
        """Run one statement with named parameters and return its cursor."""
        return self.connection.execute(sql, parameters or {})

    def execute_many(self, sql: str, rows: Iterable[Mapping[str, Any] | tuple[Any, ...]]) -> int:
        """Run one statement for many rows of parameters, by name or by place; return how many rows it wrote."""
        return self.connection.executemany(sql, rows).rowcount

    def one(self, sql: str, parameters: Mapping[str, Any] | None = None) -> sqlite3.Row | None:
        """Return the first row of a query, or None."""
        row: sqlite3.Row | None = self.connection.execute(sql, parameters or {}).fetchone()
        return row

    def all(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        return self.connection.execute(sql, parameters or {}).fetchall()

    def scope_to(self, user_id: str) -> None:
        """Let this connection see and write only one person's rows from now on."""
        from sharpened_cli.store import scope

        scope.apply(self.connection, user_id)
        self.scoped_to = user_id

    @property
    def db(self) -> sqlite_utils.Database:
        """The same connection as a sqlite-utils Database: for bulk import and export on the service connection."""
        import sqlite_utils

        return sqlite_utils.Database(self.connection, execute_plugins=False)


def _translated(error: sqlite3.Error) -> Exception:
    from sharpened_cli.store.failures import as_storage_error

    return as_storage_error(error) or error
