"""Gathers the nutrients of foods that a file names one by one, in a database of its own that vanishes when closed.

SQLite keeps it in memory while it is small and in a file without a name when it is not, so that a file of any size
costs the same memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sharpened_cli.domain.imports.health_export import Eaten
from sharpened_cli.domain.nutrients import Nutrients

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sharpened_cli.domain.imports.health_export import Nutrient

_TABLE = f"""
    CREATE TABLE eaten (
        {", ".join(f"{name} TEXT NOT NULL" for name in Eaten._fields)},
        {", ".join(f"{name} REAL NOT NULL DEFAULT 0" for name in Nutrients._fields)},
        PRIMARY KEY ({", ".join(Eaten._fields)})
    ) STRICT, WITHOUT ROWID
"""


class EatenFoods:
    """The nutrients so far of every entry of food."""

    def __init__(self) -> None:
        """Begin with none."""
        import sqlite3

        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.execute(_TABLE)
        self._connection.execute("BEGIN")

    def __enter__(self) -> Self:
        """Return itself; leaving the block forgets everything."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close and forget."""
        self._connection.close()

    def add(self, nutrients: Iterable[Nutrient]) -> None:
        """Add figures to their entries; a figure that comes twice adds up."""
        by_name: dict[str, list[tuple[str, str, str, float]]] = {}
        for one in nutrients:
            by_name.setdefault(one.name, []).append((*one.eaten, one.value))
        for name, rows in by_name.items():
            self._connection.executemany(
                f"""
                INSERT INTO eaten (start, source, food, {name}) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET {name} = {name} + excluded.{name}
                """,
                rows,
            )

    def entries(self) -> Iterator[tuple[Eaten, Nutrients]]:
        """Yield the entries that have energy, by instant."""
        rows = self._connection.execute(
            f"""
            SELECT start, source, food, {", ".join(Nutrients._fields)} FROM eaten
             WHERE kcal > 0 ORDER BY start, source, food
            """
        )
        for start, source, food, *figures in rows:
            yield Eaten(start, source, food), Nutrients(*figures)
