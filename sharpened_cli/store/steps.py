"""The migration steps, frozen: each takes a file from one version to the next.

A step stands as it was written, whatever the program becomes: it imports nothing of it and carries its own
statements. Foreign keys are off while it runs, inside the transaction of store/migration.py, which brings
the shared reference rows up to the package's afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

_PROGRAMS_2 = """
CREATE TABLE programs_next (
    id                          TEXT PRIMARY KEY,
    user_id                     TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    version                     INTEGER NOT NULL CHECK (version >= 1),
    supersedes_id               TEXT,
    source                      TEXT NOT NULL CHECK (source IN ('consultation', 'onboarding', 'reassessment')),
    primary_goal                TEXT NOT NULL,
    program_start_date          TEXT NOT NULL,
    program_duration_weeks      INTEGER NOT NULL CHECK (program_duration_weeks BETWEEN 2 AND 16),
    seed                        INTEGER NOT NULL,
    inputs_hash                 TEXT NOT NULL,
    tdee                        TEXT NOT NULL CHECK (json_valid(tdee)),
    macros                      TEXT NOT NULL CHECK (json_valid(macros)),
    safety                      TEXT NOT NULL CHECK (json_valid(safety)),
    feasibility                 TEXT NOT NULL CHECK (json_valid(feasibility)),
    created_at                  TEXT NOT NULL,
    next_reassessment_date      TEXT,
    status                      TEXT NOT NULL DEFAULT 'active'
                                CHECK (status IN ('active', 'superseded', 'completed', 'cancelled')),
    valid_until                 TEXT,
    full_bundle                 TEXT NOT NULL CHECK (json_valid(full_bundle)),
    UNIQUE (id, user_id),
    UNIQUE (user_id, version),
    FOREIGN KEY (supersedes_id, user_id) REFERENCES programs (id, user_id) ON DELETE CASCADE
) STRICT
"""

_EXERCISES_2 = """
CREATE TABLE exercises_next (
    id                  TEXT PRIMARY KEY,
    name                TEXT NOT NULL,
    aliases             TEXT NOT NULL DEFAULT '',
    category            TEXT NOT NULL,
    primary_muscle      TEXT NOT NULL,
    secondary_muscles   TEXT NOT NULL DEFAULT '',
    equipment           TEXT NOT NULL DEFAULT '',
    mechanic            TEXT NOT NULL DEFAULT '',
    movement_pattern    TEXT NOT NULL DEFAULT '',
    level               TEXT NOT NULL DEFAULT 'beginner' CHECK (level IN ('beginner', 'intermediate', 'advanced')),
    unilateral          INTEGER NOT NULL DEFAULT 0 CHECK (unilateral IN (0, 1)),
    caution_injury      TEXT NOT NULL DEFAULT '',
    measure             TEXT NOT NULL DEFAULT 'reps' CHECK (measure IN ('reps', 'seconds', 'metres')),
    staple              INTEGER NOT NULL DEFAULT 1 CHECK (staple BETWEEN 0 AND 3),
    created_by          TEXT REFERENCES auth_users (id) ON DELETE CASCADE,
    created_at          TEXT NOT NULL
) STRICT
"""

_SEARCH_2 = (
    "DROP TABLE foods_fts",
    (
        "CREATE VIRTUAL TABLE foods_fts USING fts5 (food_id UNINDEXED, name, aliases, forms, bare UNINDEXED,"
        " tokenize = 'porter unicode61 remove_diacritics 2')"
    ),
    "DROP TABLE IF EXISTS food_words",
    """
CREATE TABLE food_words (
    word    TEXT PRIMARY KEY,
    foods   INTEGER NOT NULL CHECK (foods > 0)
) STRICT, WITHOUT ROWID
    """,
)


def from_1_to_2(connection: sqlite3.Connection) -> None:
    """Let exercises say what a set counts and how usual they are, and foods be found by forms made ahead.

    A program's long document becomes its last column. Files written before the first release carry version 1
    with some of this done already; what they hold in the new columns stays.
    """
    _rebuild(connection, "programs", _PROGRAMS_2)
    _rebuild(connection, "exercises", _EXERCISES_2)
    for statement in _SEARCH_2:
        connection.execute(statement)


STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: from_1_to_2}
"""``STEPS[n]`` takes a file from version n to n + 1."""


def _rebuild(connection: sqlite3.Connection, table: str, statement: str) -> None:
    """Put a new table, made by ``statement`` as ``<table>_next``, in the place of ``table``.

    All rows go over, by the columns that both have; indexes and triggers are made again as they were.
    """
    kept = connection.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL"
        " ORDER BY rowid",
        (table,),
    ).fetchall()
    present = _columns(connection, table)
    connection.execute(statement)
    names = ", ".join(name for name in _columns(connection, f"{table}_next") if name in present)
    connection.execute(f"INSERT INTO {table}_next ({names}) SELECT {names} FROM {table} ORDER BY rowid")
    connection.execute(f"DROP TABLE {table}")
    connection.execute(f"ALTER TABLE {table}_next RENAME TO {table}")
    for (sql,) in map(tuple, kept):
        connection.execute(sql)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))]
