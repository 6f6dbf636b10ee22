"""The statements of a batch: every one by index, none that scans a log, killed at any moment without harm."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from client_rows import add_client, log_days
from virtual_client import START, VirtualClient

from sharpened_cli.store import Store, clients, reassessment_evidence, reassessments

if TYPE_CHECKING:
    from pathlib import Path

LOGS = {
    "meals", "meal_items", "activities", "exercise_sets", "body_metrics", "adherence_records", "day_totals",
    "session_instances", "exercise_plan_items", "program_days", "plan_change_events", "reassessments",
}  # fmt: skip
DUE = "2026-01-19"


def add_people(store: Store, count: int) -> None:
    for number in range(count):
        client = VirtualClient(seed=number)
        user_id = f"0193ffff-0000-7000-8000-{number:012d}"
        add_client(store, user_id, client.person(), start=START, target_kcal=1800.0, weeks=4)
        log_days(store, user_id, client.live(1800.0))


@pytest.mark.parametrize(
    "name", ["_TOTALS", "_PLAN_DAYS", "_MEALS", "_SESSIONS", "_ITEMS", "_LIFTS", "_CONTEXT", "_ITEMS_AHEAD"]
)
@pytest.mark.parametrize("analysed", [False, True])
def test_evidence_is_read_by_index(store: Store, name: str, analysed: bool) -> None:
    if analysed:
        add_people(store, 3)
        store.connection.execute("ANALYZE")
    assert_by_index(store, getattr(reassessment_evidence, name))


def assert_by_index(store: Store, sql: str) -> None:
    names = ("low", "high", "first", "last", "ahead", "items_from", "ids", "due_by", "user_id", "today", "since")
    values: dict[str, Any] = {key: "[]" for key in names if f":{key}" in sql}
    plan = [row[3] for row in store.connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert plan
    for step in plan:
        assert "BLOOM" not in step
        assert not (step.startswith("SCAN") and step.split()[1] in {*LOGS, "s", "i", "a", "d", "t", "e"}), step


def test_the_due_list_and_the_overview_scan_no_log(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = Store.all

    def remember(self: Store, sql: str, parameters: Any = None) -> list[Any]:
        seen.append(sql)
        return real(self, sql, parameters)

    monkeypatch.setattr(Store, "all", remember)
    reassessment_evidence.clients(store, "a", "b", None)
    clients.overview(store, today=START, since=START)
    reassessments.history(store, "a")
    monkeypatch.undo()
    assert len(seen) == 3
    for sql in seen:
        assert_by_index(store, sql)


def test_killed_in_the_middle_and_run_again_each_person_is_reassessed_once(tmp_path: Path) -> None:
    path = tmp_path / "batch.db"
    with Store.open(path, create=True) as store:
        add_people(store, 40)
    code = (
        "import sys; from sharpened_cli.services import reassessment_batch as batch; batch.CHUNK = 3;"
        "from sharpened_cli.cli.boundary import run; sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "--db", str(path), "reassess", "--all", "--json", "--as-of", DUE]
    environment = {**os.environ, "SHARPENED_NOW": f"{DUE}T06:00:00+00:00", "SHARPENED_CONFIG": str(tmp_path / "none")}
    for lines in (1, 10, 20):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        assert process.stdout is not None
        for _ in range(lines):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        time.sleep(0.05)
    done = subprocess.run(command, stdout=subprocess.PIPE, env=environment, check=False)
    assert done.returncode == 0
    with Store.open(path) as store:
        counts = store.one(
            """
            SELECT (SELECT count(*) FROM reassessments), (SELECT count(DISTINCT user_id) FROM reassessments),
                   (SELECT count(*) FROM notifications),
                   (SELECT count(*) FROM programs WHERE next_reassessment_date = '2026-02-02')
            """
        )
        assert counts is not None
        assert tuple(counts) == (40, 40, 40, 40)
        assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
