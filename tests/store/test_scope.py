"""A scoped connection sees and writes one person's rows, whatever the SQL says."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from support import ANA, BEN

from sharpened_cli.store import scope
from sharpened_cli.store.schema import schema_text

if TYPE_CHECKING:
    from sharpened_cli.store import Store

_MEAL = """
    INSERT INTO main.meals (id, user_id, meal_type, logged_at, local_date, total_cals, total_protein, total_carbs,
                            total_fat, original_text, created_at, updated_at)
    VALUES (:id, :user, 'lunch', '2026-11-24T12:00:00Z', '2026-11-24', 100, 1, 2, 3, :text, 'now', 'now')
"""


@pytest.fixture
def shared(store: Store, scoped: Store) -> Store:
    """A store scoped to Ana, in whose file Ana and Ben have each logged a meal."""
    for meal, user in (("meal-ana", ANA), ("meal-ben", BEN)):
        store.execute(_MEAL, {"id": meal, "user": user, "text": f"secret of {user}"})
    return scoped


def test_reads_find_ones_own_rows_only(shared: Store) -> None:
    assert [row["id"] for row in shared.all("SELECT id FROM meals")] == ["meal-ana"]
    assert [row["user_id"] for row in shared.all("SELECT user_id FROM day_totals")] == [ANA]
    assert [row["email"] for row in shared.all("SELECT email FROM auth_users")] == ["ana@example.org"]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT original_text FROM main.meals",
        "WITH meals AS (SELECT * FROM main.meals) SELECT * FROM meals",
        "SELECT (SELECT original_text FROM main.meals LIMIT 1)",
        "SELECT * FROM (SELECT original_text FROM main.meals UNION SELECT 'x')",
        "SELECT name FROM sqlite_temp_master",
        "SELECT name FROM temp.sqlite_schema",
        "PRAGMA table_info(meals)",
        "ATTACH ':memory:' AS other",
        "CREATE TEMP VIEW peek AS SELECT * FROM main.meals",
        "CREATE TABLE main.peek (x)",
        "DROP TABLE main.meals",
        "DELETE FROM main.audit_log",
        "UPDATE main.day_totals SET kcal = 0 WHERE user_id = 'x'",
        "SELECT key_value FROM main.consultation_keys",
    ],
)
def test_other_ways_to_another_persons_rows_are_denied(shared: Store, sql: str) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        shared.all(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE main.meals SET notes = 'x' WHERE id = 'meal-ben'",
        "DELETE FROM main.meals WHERE id = 'meal-ben'",
        f"UPDATE main.meals SET user_id = '{BEN}' WHERE id = 'meal-ana'",
        _MEAL.replace(":id", "'new'").replace(":user", f"'{BEN}'").replace(":text", "''"),
        "INSERT INTO main.exercises (id, name, category, primary_muscle, created_at) VALUES ('x', 'x', 'x', 'x', 'n')",
    ],
)
def test_writing_rows_of_others_or_shared_ones_is_refused(shared: Store, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="not your row"):
        shared.execute(sql)


def test_ones_own_rows_are_written_and_their_totals_follow(shared: Store) -> None:
    shared.execute("UPDATE main.meals SET total_cals = 250 WHERE id = 'meal-ana'")
    row = shared.one("SELECT kcal FROM day_totals")
    assert row is not None
    assert row["kcal"] == 250


def test_a_child_cannot_hang_under_another_persons_parent(store: Store, shared: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        shared.execute(
            "INSERT INTO main.meal_items (meal_id, position, user_id, food_name, kcal, protein_g, carbs_g, fat_g)"
            f" VALUES ('meal-ben', 1, '{ANA}', 'x', 1, 1, 1, 1)"
        )
    assert store.one("SELECT 1 FROM meal_items") is None


def test_read_only_scope_hides_identifiers_too(store: Store) -> None:
    scope.apply(store.connection, ANA, read_only=True)
    assert [row[0] for row in store.all("SELECT email FROM auth_users")] == ["ana@example.org"]
    for sql in ("SELECT id FROM main.auth_users", "UPDATE main.auth_users SET role = 'coach' WHERE id = 'x'"):
        with pytest.raises(sqlite3.DatabaseError):
            store.all(sql)


def test_search_indexes_of_shared_foods_can_be_read(shared: Store) -> None:
    rows = shared.all(
        "SELECT f.name FROM foods_fts AS s JOIN foods AS f ON f.id = s.food_id"
        " WHERE foods_fts MATCH 'banana' ORDER BY bm25(foods_fts), f.id LIMIT 3"
    )
    assert rows


def test_every_table_has_an_owner_rule() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema_text())
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    plain = {name for name in tables if not name.startswith(("sqlite_", "foods_fts", "foods_trigram", "exercises_fts"))}
    assert plain == set(scope.OWNER_OF) | set(scope.WRITER_OF)
