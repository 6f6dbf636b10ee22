"""Backups, restoring, examining and repairing, the audit trail, one's own SQL."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import ANA, BEN

from sharpened_cli.store import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from support import CommandLine

    from sharpened_cli.store import Store

_MEAL = """
    INSERT INTO meals (id, user_id, meal_type, logged_at, local_date, total_cals, total_protein, total_carbs,
                       total_fat, original_text, created_at, updated_at)
    VALUES (?, ?, 'lunch', '2026-11-24T12:00:00Z', '2026-11-24', 100, 1, 2, 3, ?, 'now', 'now')
"""


@pytest.fixture
def logged(store: Store) -> Store:
    """A file in which Ana has logged 200 meals and Ben one."""
    with store.transaction():
        for number in range(200):
            store.connection.execute(_MEAL, (f"meal-{number:03}", ANA, f"words {number} " * 20))
        store.connection.execute(_MEAL, ("meal-ben", BEN, "Ben's secret"))
    return store


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.iterdump())


def test_backup_and_restore_bring_back_the_very_same_content(
    cli: CommandLine, logged: Store, db_path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    made = cli("backup", str(copy), "--json")
    assert made.code == 0
    assert made.json["path"] == str(copy)
    before = _dump(db_path)
    logged.execute("DELETE FROM main.meals WHERE id = 'meal-ben'")
    logged.close()
    done = cli("restore", str(copy), "--json")
    assert done.code == 0
    assert _dump(db_path) == before
    assert done.json["kept"] is not None
    assert len(_dump(Path(done.json["kept"]))) < len(before) + 2


def test_a_stale_write_ahead_log_does_not_bring_old_rows_back(
    cli: CommandLine, logged: Store, db_path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    cli("backup", str(copy))
    before = _dump(copy)
    reader = sqlite3.connect(db_path)  # an open reader keeps the log from being folded in
    reader.execute("BEGIN").execute("SELECT count(*) FROM meals").fetchone()
    logged.execute("UPDATE main.meals SET notes = 'later' WHERE id = 'meal-ben'")
    wal = db_path.with_name(db_path.name + "-wal").read_bytes()
    reader.close()
    logged.close()
    db_path.with_name(db_path.name + "-wal").write_bytes(wal)
    assert cli("restore", str(copy)).code == 0
    assert _dump(db_path) == before


def test_a_backup_is_never_written_over_something(cli: CommandLine, logged: Store, tmp_path: Path) -> None:
    target = tmp_path / "there.db"
    target.write_text("mine")
    outcome = cli("backup", str(target), "--json")
    assert (outcome.code, outcome.error["code"], target.read_text()) == (2, "file_exists", "mine")


def test_a_dry_run_leaves_no_backup(cli: CommandLine, logged: Store, tmp_path: Path) -> None:
    assert cli("backup", str(tmp_path / "copy.db"), "--dry-run").code == 0
    assert not (tmp_path / "copy.db").exists()


def test_restoring_what_is_no_backup_changes_nothing(
    cli: CommandLine, logged: Store, db_path: Path, tmp_path: Path
) -> None:
    before = _dump(db_path)
    (tmp_path / "noise.db").write_bytes(os.urandom(20_000))
    (tmp_path / "short.db").write_bytes(db_path.read_bytes()[:60_000])
    for name, code in (("noise.db", 5), ("short.db", 5), ("none.db", 3)):
        assert cli("restore", str(tmp_path / name)).code == code
    assert cli("restore", str(db_path)).code == 2
    assert _dump(db_path) == before


def test_a_healthy_file_is_found_healthy(cli: CommandLine, logged: Store) -> None:
    outcome = cli("doctor", "--json")
    assert outcome.code == 0, outcome.out
    assert outcome.json["healthy"] is True


def _page_of_noise(path: Path) -> None:
    """Overwrite the page that holds one of the meals."""
    content = path.read_bytes()
    page = content.rindex(b"words 100 ") // 4096
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(b"\xa5" * 4096)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _sql(*statements: str) -> Callable[[Path], None]:
    def plant(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return plant


_EVENT = (
    "INSERT INTO plan_change_events (id, user_id, program_id, number, change_type, planned_entity_type,"
    " planned_entity_id, effective_date, reason_code, diff, source, undoes_event_id, created_at)"
    f" VALUES ('e', '{ANA}', 'gone', 1, 'undo', 'program', 'gone', '2026-11-24', 'x', '{{}}', 'user', 'gone', 'now')"
)
_FAULTS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "a damaged page": ("pages", _page_of_noise),
    "an orphan": ("parents", _sql(f"DELETE FROM auth_users WHERE id = '{BEN}'")),
    "a missing index": ("structure", _sql("DROP INDEX meals_user_date")),
    "a missing trigger": ("structure", _sql("DROP TRIGGER meals_totals_insert")),
    "a changed table": ("structure", _sql("ALTER TABLE meals ADD COLUMN extra TEXT")),
    "wrong day totals": ("day totals", _sql("UPDATE day_totals SET kcal = kcal + 100")),
    "totals that are not the sum": (
        "meal totals",
        _sql(
            "INSERT INTO meal_items (meal_id, position, user_id, food_name, kcal, protein_g, carbs_g, fat_g)"
            f" VALUES ('meal-000', 1, '{ANA}', 'x', 7, 7, 7, 7)"
        ),
    ),
    "an undo of nothing": ("undo", _sql(_EVENT)),
    "a lost search index": ("food search", _sql("DELETE FROM foods_fts")),
    "readable by others": ("permissions", lambda path: path.chmod(0o644)),
    "a newer version": ("version", _sql(f"PRAGMA user_version = {schema.VERSION + 1}")),
    "somebody else's": ("ours", _sql("PRAGMA application_id = 7")),
    "emptied": ("file", _empty),
}


@pytest.mark.parametrize("fault", _FAULTS)
def test_doctor_finds_each_planted_fault(cli: CommandLine, logged: Store, db_path: Path, fault: str) -> None:
    check, plant = _FAULTS[fault]
    logged.close()
    plant(db_path)
    outcome = cli("doctor", "--json")
    assert outcome.code == 5
    assert check in {finding["check"] for finding in outcome.json["findings"] if not finding["ok"]}


def test_repair_saves_what_can_be_saved_and_keeps_the_damaged_file(
    cli: CommandLine, logged: Store, db_path: Path
) -> None:
    logged.close()
    _page_of_noise(db_path)
    outcome = cli("doctor", "--repair", "--json")
    saved = {row["table"]: row for row in outcome.json["saved"]}
    assert saved["auth_users"]["rows"] == 2
    assert 150 < saved["meals"]["rows"] < 201
    assert saved["meals"]["complete"] is False
    assert outcome.json["kept"]
    assert cli("doctor", "--json").json["healthy"] is True


def test_a_file_of_noise_is_beyond_repair_and_left_as_it_is(cli: CommandLine, db_path: Path) -> None:
    noise = os.urandom(30_000)
    db_path.write_bytes(noise)
    outcome = cli("doctor", "--repair", "--json")
    assert (outcome.code, outcome.error["code"]) == (5, "beyond_repair")
    assert db_path.read_bytes() == noise


def test_sql_reads_ones_own_rows_only(cli: CommandLine, logged: Store) -> None:
    outcome = cli(
        "sql", "SELECT count(*) AS meals, min(user_id) AS who FROM meals", "--user", "ana@example.org", "--json"
    )
    assert outcome.json == {"columns": ["meals", "who"], "rows": [[200, ANA]], "truncated": False}


_ATTACKS = [
    "SELECT original_text FROM main.meals",
    "SELECT id FROM main.meals",
    "WITH meals AS (SELECT * FROM main.meals) SELECT original_text FROM meals",
    "WITH RECURSIVE r(x) AS (SELECT original_text FROM main.meals UNION SELECT x FROM r) SELECT x FROM r",
    "SELECT * FROM auth_users UNION SELECT * FROM main.auth_users",
    "SELECT (SELECT group_concat(email) FROM main.auth_users)",
    "SELECT sql FROM sqlite_temp_master",
    "SELECT sql FROM temp.sqlite_master",
    "SELECT * FROM pragma_database_list",
    "SELECT * FROM pragma_table_info('meals')",
    "SELECT load_extension('x')",
    "SELECT writefile('/tmp/x', 'y')",
    "SELECT readfile('/etc/passwd')",
    "VALUES ((SELECT email FROM main.auth_users LIMIT 1))",
    "SELECT 1; SELECT 2",
    "SELECT 1; DELETE FROM meals",
    "DELETE FROM main.meals",
    "UPDATE main.meals SET notes = ''",
    "INSERT INTO main.meals SELECT * FROM meals",
    "PRAGMA writable_schema = 1",
    "ATTACH 'x.db' AS x",
    "DETACH temp",
    "VACUUM",
    "VACUUM INTO '/tmp/stolen.db'",
    "DROP VIEW temp.meals",
    "CREATE TEMP TABLE t AS SELECT * FROM main.meals",
    "REINDEX",
    "ANALYZE",
    "BEGIN",
    "SELECT key_value FROM main.consultation_keys",
    "SELECT * FROM main.audit_log",
    "SELECT * FROM main.day_totals",
    "SELECT m.original_text FROM main.meals AS m JOIN meals USING (id)",
    "SELECT original_text FROM main.meals INDEXED BY meals_user_date WHERE user_id = 'x'",
    "SELECT CASE WHEN EXISTS (SELECT 1 FROM main.meals WHERE original_text LIKE '%secret%') THEN 1 END",
    "SELECT * FROM json_each((SELECT json_group_array(email) FROM main.auth_users))",
    "WITH x AS MATERIALIZED (SELECT email FROM main.auth_users) SELECT * FROM x",
    "SELECT max(email) OVER () FROM main.auth_users",
    "SELECT 1 FROM meals ORDER BY (SELECT email FROM main.auth_users LIMIT 1)",
    "EXPLAIN DELETE FROM main.meals",
]


@pytest.mark.parametrize("sql", _ATTACKS)
def test_no_sql_reaches_another_person_or_writes(cli: CommandLine, logged: Store, sql: str) -> None:
    before = logged.connection.total_changes
    outcome = cli("sql", sql, "--user", "ana@example.org", "--json")
    assert outcome.code == 2, outcome
    assert "secret" not in outcome.out + outcome.err
    assert "ben@" not in outcome.out + outcome.err
    assert logged.connection.total_changes == before
    assert logged.one("SELECT count(*) FROM meals")[0] == 201  # type: ignore[index]  # a count always answers


def test_keys_are_no_ones_to_read(cli: CommandLine, logged: Store) -> None:
    logged.execute(
        "INSERT INTO main.consultation_keys (id, key_value, created_at) VALUES ('k', :hash, 'now')", {"hash": "0" * 64}
    )
    assert cli("sql", "SELECT * FROM consultation_keys", "--user", "ana@example.org", "--json").json["rows"] == []


def test_the_audit_tells_who_changed_what(cli: CommandLine, logged: Store) -> None:
    logged.execute("DELETE FROM main.meals WHERE id = 'meal-000'")
    entries = cli("audit", "--table", "meals", "--user", "ana@example.org", "--json").json
    assert [(entry["action"], entry["row_id"]) for entry in entries] == [("delete", "meal-000")]
    assert cli("audit", "--user", "ben@example.org", "--json").json == []
    assert cli("audit", "--table", "nothing", "--user", "ben@example.org").code == 2


def test_several_people_and_none_named_is_told_with_the_list(cli: CommandLine, logged: Store) -> None:
    outcome = cli("audit", "--json")
    assert (outcome.code, outcome.error["code"]) == (3, "several_users")
    assert outcome.error["users"] == ["ana@example.org", "ben@example.org"]
