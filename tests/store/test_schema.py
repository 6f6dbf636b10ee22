"""Opening files: ours, older, newer, somebody else's, and what is no database at all."""

from __future__ import annotations

import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest
from support import ANA

from sharpened_cli.errors import NotThereError, StorageError
from sharpened_cli.store import Store, migration, schema

if TYPE_CHECKING:
    from pathlib import Path

DESIGN_TABLES = {
    "auth_users", "profiles", "consultation_keys", "consultation_key_usage", "consultation_sessions",
    "consultation_messages", "user_training_modalities", "user_familiar_exercises", "user_training_availability",
    "user_preferred_meal_times", "user_typical_meal_foods", "user_improvement_goals", "user_difficulties",
    "user_non_negotiables", "user_upcoming_events", "safety_flags", "programs", "session_instances",
    "exercise_plan_items", "meal_instances", "meal_item_plan", "calendar_events", "day_overrides",
    "adherence_records", "plan_change_events", "user_context_log", "notifications", "adjustment_preferences",
    "adjustment_feedback", "reassessments", "day_totals", "activities", "exercise_sets", "activity_templates",
    "foods", "food_servings", "meals", "meal_items", "quick_meals", "quick_meal_foods", "body_metrics",
    "coach_conversations", "coach_messages", "exercises", "training_modalities", "meal_times", "event_types",
    "audit_log", "imports",
}  # fmt: skip


def test_a_new_file_is_private_and_has_every_table_of_the_design(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "new.db"
    with Store.open(path, create=True) as store:
        names = {row[0] for row in store.all("SELECT name FROM sqlite_master")}
        assert DESIGN_TABLES | {"custom_foods"} <= names
        assert store.one("PRAGMA integrity_check")[0] == "ok"  # type: ignore[index]  # a PRAGMA answers
        assert store.all("PRAGMA foreign_key_check") == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_every_table_is_strict(store: Store) -> None:
    loose = store.all(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%fts_%' AND name NOT LIKE '%trigram_%' ORDER BY name"
    )
    assert [row[0] for row in loose] == []


def test_every_foreign_key_has_an_index_on_its_child(store: Store) -> None:
    """Deleting a parent looks its children up; without an index that is a scan."""
    missing = []
    tables = [row[0] for row in store.all("SELECT name FROM pragma_table_list WHERE type = 'table' ORDER BY name")]
    for table in tables:
        indexes = [
            [row["name"] for row in store.all(f"SELECT name FROM pragma_index_info('{index['name']}') ORDER BY seqno")]
            for index in store.all(f"SELECT name FROM pragma_index_list('{table}')")
        ]
        keys: dict[int, list[str]] = {}
        for row in store.all(f'SELECT id, "from", "table" FROM pragma_foreign_key_list(\'{table}\') ORDER BY id, seq'):
            if row["table"] in ("auth_users", "programs", "session_instances", "meal_instances", "meals", "activities"):
                keys.setdefault(row["id"], []).append(row["from"])
        missing += [
            (table, columns)
            for columns in keys.values()
            if not any(set(index[: len(columns)]) == set(columns) or index[0] == columns[0] for index in indexes)
        ]
    assert missing == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "not_a_database"),
        (b"", "empty_file"),
        (b"just some words, long enough to be read " * 20, "not_a_database"),
    ],
    ids=["a folder", "an empty file", "a text file"],
)
def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "x.db"
    path.mkdir() if content is None else path.write_bytes(content)
    with pytest.raises(StorageError) as caught:
        Store.open(path)
    assert caught.value.code == code
    assert content is None or path.read_bytes() == content


def test_a_missing_file_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(NotThereError):
        Store.open(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_another_programs_database_and_a_newer_one_are_refused_unchanged(tmp_path: Path, db_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE t (x)")
    with sqlite3.connect(db_path) as newer:
        newer.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    newer.close()
    other.close()
    for path, code in ((foreign, "foreign_database"), (db_path, "newer_database")):
        before = path.read_bytes()
        with pytest.raises(StorageError) as caught:
            Store.open(path)
        assert (caught.value.code, path.read_bytes()) == (code, before)


def test_opening_a_file_writes_nothing(db_path: Path) -> None:
    before = db_path.read_bytes()
    with Store.open(db_path) as store:
        store.all("SELECT id FROM foods ORDER BY id")
    assert db_path.read_bytes() == before
    assert list(db_path.parent.iterdir()) == [db_path]


def test_a_migration_steps_up_after_a_copy_and_a_failed_one_changes_nothing(db_path: Path) -> None:
    connection = schema.connect(str(db_path))

    def step(target: sqlite3.Connection) -> None:
        target.execute("ALTER TABLE profiles ADD COLUMN shoe_size REAL")

    def broken(target: sqlite3.Connection) -> None:
        step(target)
        raise RuntimeError("half way")

    present, following = schema.VERSION, schema.VERSION + 1
    with pytest.raises(RuntimeError):
        migration.bring_up(connection, db_path, {present: broken}, following)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == present
    assert "shoe_size" not in {row["name"] for row in connection.execute("PRAGMA table_info(profiles)")}
    migration.bring_up(connection, db_path, {present: step}, following)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == following
    assert "shoe_size" in {row["name"] for row in connection.execute("PRAGMA table_info(profiles)")}
    connection.close()
    assert (db_path.parent / f"{db_path.name}.before-version-{following}").exists()


def test_a_file_of_a_version_that_never_was_is_refused(db_path: Path) -> None:
    with sqlite3.connect(db_path) as connection:
        connection.execute("PRAGMA user_version = 0")
    connection.close()
    with pytest.raises(StorageError) as caught:
        Store.open(db_path)
    assert caught.value.code == "unknown_version"


def test_a_transaction_happens_whole_or_not_at_all_and_nested_ones_join(store: Store) -> None:
    def flag() -> None:
        store.execute(
            "INSERT INTO main.safety_flags (id, user_id, code, source, created_at)"
            " VALUES ('f', :user, 'dizziness', 'context', 'now')",
            {"user": ANA},
        )

    def fail() -> None:
        with store.transaction():
            with store.transaction():
                flag()
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()
    assert store.one("SELECT 1 FROM safety_flags") is None
    with store.transaction():
        flag()
    assert store.one("SELECT 1 FROM safety_flags") is not None


def test_a_dry_run_shows_and_keeps_nothing(db_path: Path, store: Store) -> None:
    with Store.open(db_path, dry_run=True) as dry, dry.transaction():
        dry.execute("UPDATE main.auth_users SET role = 'coach' WHERE id = :id", {"id": ANA})
        assert dry.one("SELECT role FROM auth_users WHERE id = :id", {"id": ANA})["role"] == "coach"  # type: ignore[index]
    assert store.one("SELECT role FROM auth_users WHERE id = :id", {"id": ANA})["role"] == "client"  # type: ignore[index]


def test_a_locked_file_is_told_as_such(db_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "BUSY_TIMEOUT_SEC", 0.05)
    holder = sqlite3.connect(db_path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    def write() -> None:
        with Store.open(db_path) as store, store.transaction():
            pass

    with pytest.raises(StorageError) as caught:
        write()
    holder.close()
    assert caught.value.code == "database_busy"


def test_the_stored_exercise_library_is_the_packaged_one(store: Store) -> None:
    from sharpened_cli.store import exercises, reference

    packaged = sorted(reference.read_exercises(), key=lambda each: each.id)
    assert list(exercises.library(store)) == packaged
    assert exercises.find(store, packaged[0].id) == packaged[0]
    assert exercises.find(store, "no-such-exercise") is None
