"""What `today` and `week` ask of the file: indexes serve every query, however long the logs are."""

from __future__ import annotations

import os
import subprocess
import sys
from ast import literal_eval
from datetime import date, timedelta
from typing import TYPE_CHECKING

import planned
import pytest
from support import ANA

from sharpened_cli.services.adjustment import DailyAdjustmentService
from sharpened_cli.services.today import TodayService

if TYPE_CHECKING:
    from support import CommandLine

    from sharpened_cli.clock import FixedClock
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

LONG_TABLES = {
    "meals", "meal_items", "activities", "exercise_sets", "body_metrics", "day_totals", "adherence_records",
    "calendar_events", "meal_instances", "session_instances", "meal_item_plan", "exercise_plan_items", "program_days",
    "day_overrides", "plan_change_events", "notifications", "user_context_log", "foods", "food_servings", "exercises",
}  # fmt: skip


@pytest.fixture
def lived(store: Store) -> Store:
    """Ana with a program, sets in her log, and a target that a reassessment changed: the longest way for `today`."""
    planned.add_profile(store, ANA)
    planned.add_program(store, ANA)
    with store.transaction():
        planned.log_sets(store, ANA, "2026-11-19", "barbell-back-squat", [(8, 100.0, 8.0)] * 4)
        planned.log_meal(store, ANA, "2026-11-24", 500.0, 30.0, 50.0, 12.0, 5.0)
        planned.weigh(store, ANA, "2026-11-24", 68.0)
        planned.change_calories(store, ANA, "2026-11-23", 1800.0)
    return store


def test_no_query_of_the_day_scans_a_long_table(lived: Store, clock: FixedClock, ana: User) -> None:
    statements: list[str] = []
    lived.connection.set_trace_callback(statements.append)
    service = TodayService(lived, clock, ana)
    service.day()
    service.week()
    with lived.transaction():
        DailyAdjustmentService(lived, clock, ana).analyze_and_adjust()
    lived.connection.set_trace_callback(None)
    asked = {text for text in statements if text.lstrip().upper().startswith(("SELECT", "WITH"))}
    assert len(asked) > 20
    scans = [
        (row["detail"], text)
        for text in sorted(asked)
        for row in lived.all(f"EXPLAIN QUERY PLAN {text}")
        if row["detail"].startswith("SCAN") and row["detail"].split()[1] in LONG_TABLES | {"p", "c", "a", "e", "o", "f"}
    ]
    assert scans == []


def steps_of_today(store: Store, clock: FixedClock, user: User) -> int:
    """Return the work of SQLite for one day's screen, in hundreds of its machine's steps."""
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    store.connection.set_progress_handler(step, 100)
    TodayService(store, clock, user).day()
    store.connection.set_progress_handler(None, 0)
    return count


def log_days(store: Store, days: range) -> None:
    with store.transaction():
        for shift in days:
            day = (date(2026, 11, 18) - timedelta(days=shift)).isoformat()
            planned.log_meal(store, ANA, day, 500.0, 30.0, 50.0, 12.0, 5.0)
            planned.weigh(store, ANA, day, 68.0)
            if shift % 3 == 0:
                planned.log_sets(store, ANA, day, "barbell-back-squat", [(8, 90.0, 8.0)] * 3)


def test_five_years_of_logs_do_not_slow_a_day(lived: Store, clock: FixedClock, ana: User) -> None:
    log_days(lived, range(1, 150))
    before = steps_of_today(lived, clock, ana)
    log_days(lived, range(150, 5 * 365))
    assert steps_of_today(lived, clock, ana) <= 1.1 * before


def test_loads_come_from_the_log_and_meals_follow_the_target(lived: Store, clock: FixedClock, ana: User) -> None:
    day = TodayService(lived, clock, ana).day()
    squat, bench, *_ = day["sessions"][0]["exercises"]
    assert (squat["load_kg"], squat["load_source"]) == (105.0, "log")
    assert (bench["load_kg"], bench["load_source"]) == (80.0, "plan")
    before = TodayService(lived, clock, ana).day(date(2026, 11, 22))
    now, then = (sum(meal["totals"].kcal for meal in one["meals"]) for one in (day, before))
    assert day["targets"].calories_kcal == 1800.0
    assert then < 0.97 * 1800.0
    assert now == pytest.approx(1800.0, rel=0.03)
    assert [meal["id"][-1] for meal in day["meals"]] == [meal["id"][-1] for meal in before["meals"]]


def test_a_tired_day_says_nothing_about_the_next_load(lived: Store, clock: FixedClock, ana: User) -> None:
    with lived.transaction():
        planned.add_override(lived, ANA, "2026-11-19", {"intensity": 0.95})
    squat = TodayService(lived, clock, ana).day()["sessions"][0]["exercises"][0]
    assert (squat["load_kg"], squat["load_source"]) == (100.0, "plan")


def test_today_imports_nothing_heavy_even_with_logs_and_a_changed_target(lived: Store, cli: CommandLine) -> None:
    assert lived is not None
    heavy = (
        "rich pydantic openai sqlite_utils highspy numpy rapidfuzz click asyncio icalendar importlib.metadata logging"
        " csv decimal tomlkit sharpened_cli.domain.plan sharpened_cli.domain.food sharpened_cli.domain.profile"
        " sharpened_cli.domain.safety"
    )
    code = (
        "import sys\n"
        "from sharpened_cli.cli.boundary import run\n"
        "assert run(['today', '--user', 'ana@example.org']) == 0\n"
        f"sys.stderr.write(repr((sorted(set({heavy!r}.split()) & set(sys.modules)), len(sys.modules))))"
    )
    environment = {**os.environ, **cli.environment, "SHARPENED_NOW": cli.now}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    found, count = literal_eval(done.stderr)
    assert found == []
    assert count <= 240
