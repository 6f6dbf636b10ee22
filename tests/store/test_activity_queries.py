"""Every query of activities and adherence finds its rows by an index, whatever the size of the log."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from support import ANA

from sharpened_cli.store import activities, adherence, planned_meals

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sharpened_cli.store import Row, Store

DAY = date(2026, 11, 24)
LOGS = (
    "activities", "exercise_sets", "adherence_records", "meals", "meal_items", "session_instances", "meal_instances",
)  # fmt: skip


class Recorder:
    """A store that explains each statement before it runs it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.plans: list[tuple[str, str]] = []

    def all(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        self._explain(sql, parameters)
        return self.store.all(sql, parameters)

    def one(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Row | None:
        self._explain(sql, parameters)
        return self.store.one(sql, parameters)

    def _explain(self, sql: str, parameters: Mapping[str, Any] | None) -> None:
        self.plans += [(row["detail"], sql) for row in self.store.all(f"EXPLAIN QUERY PLAN {sql}", parameters)]


QUERIES: dict[str, Callable[[Any], object]] = {
    "between": lambda store: activities.between(store, ANA, DAY, DAY),
    "latest": lambda store: activities.latest(store, ANA, 20),
    "find": lambda store: activities.find(store, ANA, "0193aaaa"),
    "overlapping": lambda store: activities.overlapping(
        store, ANA, "2026-11-24T06:00:00Z", "2026-11-24T07:00:00Z", since="2026-11-22T06:00:00Z", but="x"
    ),
    "sets_of_exercises": lambda store: activities.sets_of_exercises(store, ANA, ["barbell-bench-press"], but=["x"]),
    "of_planned": lambda store: adherence.of_planned(store, ["a", "b"]),
    "of_actual": lambda store: adherence.of_actual(store, "a"),
    "adherence_between": lambda store: adherence.between(store, ANA, DAY, DAY, "session"),
    "logged_on": lambda store: planned_meals.logged_on(store, ANA, DAY),
    "first_open_day": lambda store: planned_meals.first_open_day(store, ANA, DAY, DAY),
}


@pytest.mark.parametrize("name", QUERIES)
def test_no_log_is_read_from_end_to_end(store: Store, name: str) -> None:
    recorder = Recorder(store)
    QUERIES[name](recorder)
    assert recorder.plans
    scans = [detail for detail, _ in recorder.plans if detail.startswith("SCAN ") and detail.split()[1] in LOGS]
    assert scans == []
    assert not any("BLOOM FILTER" in detail for detail, _ in recorder.plans)
    by_day = name in {"between", "logged_on", "adherence_between"}
    assert not by_day or any("date" in detail for detail, _ in recorder.plans), recorder.plans
