"""A file of one person with years of logs, for measuring that old logs slow nothing down."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sharpened_cli.store import Store, users

TODAY = date(2026, 11, 24)
START = date(2026, 11, 2)
WEEKS = 12
USER = "0193cccc-0000-7000-8000-000000000001"
LIFTS = ("barbell-back-squat", "barbell-bench-press", "barbell-row", "leg-extension", "barbell-curl")
FOODS = (("oats-dry", 40.0), ("chicken-breast-cooked", 110.0), ("white-rice-cooked", 140.0), ("egg-whole", 60.0))
TARGETS = {"calories_kcal": 2400.0, "protein_g": 160.0, "carbs_g": 280.0, "fat_g": 71.1, "fiber_g": 34.0}


def make_file(path: Path, years: int = 5) -> None:
    """Make a file: a program in its fourth week, a changed target, and years of meals, sets and weights."""
    with Store.open(path, create=True) as store, store.transaction():
        users.add(store, user_id=USER, email="long@example.org", created_at="2021-11-01T00:00:00Z")
        _profile(store)
        _program(store)
        for shift in range(years * 365):
            _logs(store, TODAY - timedelta(days=shift + 1))
        store.execute("ANALYZE")


def _profile(store: Store) -> None:
    _insert(store, "profiles", {
        "id": USER, "birth_date": "1988-03-02", "biological_sex": "male", "height_cm": 182.0, "current_weight_kg": 84.0,
        "primary_goal": "lose_fat", "timezone": "Europe/Lisbon", "estimated_tdee": 2800.0, "daily_calorie_goal": 2400.0,
        "daily_protein_goal": 160.0, "daily_carbs_goal": 280.0, "daily_fat_goal": 71.1, "daily_fiber_goal": 34.0,
        "created_at": "2021-11-01T00:00:00Z", "updated_at": "2021-11-01T00:00:00Z",
    })  # fmt: skip


def _program(store: Store) -> None:
    _insert(store, "programs", {
        "id": "p", "user_id": USER, "version": 1, "source": "onboarding", "primary_goal": "lose_fat",
        "program_start_date": START.isoformat(), "program_duration_weeks": WEEKS, "seed": 1, "inputs_hash": "x",
        "tdee": json.dumps({"tdee_kcal": 2800.0}), "macros": json.dumps(TARGETS), "safety": "{}", "feasibility": "{}",
        "full_bundle": "{}", "created_at": "2026-11-01T08:00:00Z", "next_reassessment_date": "2026-11-30",
    })  # fmt: skip
    for shift in range(WEEKS * 7):
        _day(store, START + timedelta(days=shift))
    _insert(store, "plan_change_events", {
        "id": "e", "user_id": USER, "program_id": "p", "number": 1, "change_type": "calories",
        "planned_entity_type": "program", "planned_entity_id": "p", "effective_date": "2026-11-16",
        "reason_code": "lower_slow",
        "diff": json.dumps({"after": {**TARGETS, "calories_kcal": 2250.0, "carbs_g": 242.5}}),
        "source": "reassessment", "created_at": "2026-11-16T08:00:00Z",
    })  # fmt: skip


def _day(store: Store, day: date) -> None:
    where = {
        "program_id": "p", "user_id": USER, "date": day.isoformat(), "week_index": (day - START).days // 7 + 1,
        "day_index": day.isoweekday(),
    }  # fmt: skip
    _insert(store, "program_days", {**where, "is_training_day": 1, **TARGETS})
    for order, time in enumerate(("07:30", "12:30", "16:00", "19:30"), 1):
        meal_id = f"m{day}-{order}"
        sums = dict.fromkeys(("kcal", "protein_g", "carbs_g", "fat_g", "fiber_g"), 0.0)
        _insert(store, "meal_instances", {
            "id": meal_id, **where, "order_index": order, "meal_type": "lunch", "time": time, "meal_name": "A meal",
            **sums,
        })  # fmt: skip
        for position, (food_id, grams) in enumerate(FOODS, 1):
            store.execute(
                "INSERT INTO main.meal_item_plan SELECT :meal, :user, :position, id, name, :grams, '', role,"
                " calories_per_100g * :grams / 100, protein_g_per_100g * :grams / 100, carbs_g_per_100g * :grams / 100,"
                " fat_g_per_100g * :grams / 100, fiber_g_per_100g * :grams / 100 FROM foods WHERE id = :food",
                {"meal": meal_id, "user": USER, "position": position, "grams": grams, "food": food_id},
            )
        _event(store, where, "meal_instances", meal_id, time, order)
    session_id = f"s{day}"
    _insert(store, "session_instances", {
        "id": session_id, **where, "start_time": "18:00", "session_kind": "resistance", "modality": "strength_training",
        "session_name": "Full body", "duration_minutes": 60,
    })  # fmt: skip
    for order, lift in enumerate(LIFTS, 1):
        _insert(store, "exercise_plan_items", {
            "id": f"{session_id}-{order}", "session_instance_id": session_id, "user_id": USER, "order_index": order,
            "exercise_id": lift, "name": lift, "sets": 3, "rep_low": 6, "rep_high": 10, "rir": 2, "load_kg": 60.0,
        })  # fmt: skip
    _event(store, where, "session_instances", session_id, "18:00", 5)


def _event(store: Store, where: dict[str, Any], table: str, ref_id: str, time: str, number: int) -> None:
    at = f"{where['date']}T{time}:00Z"
    _insert(store, "calendar_events", {
        "id": f"c{ref_id}", "user_id": USER, "program_id": "p", "date": where["date"], "day_number": number,
        "event_type": "meal" if table == "meal_instances" else "training", "ref_table": table, "ref_id": ref_id,
        "start_time_utc": at, "end_time_utc": at, "local_tz": "Europe/Lisbon", "start_time": time, "title": "x",
        "created_at": "2026-11-01T08:00:00Z",
    })  # fmt: skip


def _logs(store: Store, day: date) -> None:
    at = datetime.combine(day, datetime.min.time(), UTC).strftime("%Y-%m-%dT12:00:00Z")
    stamps = {"user_id": USER, "local_date": day.isoformat(), "created_at": at, "updated_at": at}
    for order in range(4):
        meal_id = f"l{day}-{order}"
        _insert(store, "meals", {
            "id": meal_id, **stamps, "meal_type": "lunch", "logged_at": at, "total_cals": 600.0, "total_protein": 40.0,
            "total_carbs": 70.0, "total_fat": 18.0,
        })  # fmt: skip
        for position in range(1, 4):
            _insert(store, "meal_items", {
                "meal_id": meal_id, "position": position, "user_id": USER, "food_name": "Food", "grams": 100.0,
                "kcal": 200.0, "protein_g": 13.0, "carbs_g": 23.0, "fat_g": 6.0,
            })  # fmt: skip
    _insert(store, "body_metrics", {"id": f"w{day}", **stamps, "recorded_at": at, "weight_kg": 84.0})
    if day.isoweekday() in {1, 3, 5}:
        activity_id = f"a{day}"
        _insert(store, "activities", {
            "id": activity_id, **stamps, "category": "strength", "activity_name": "Strength", "start_time": at,
            "end_time": at, "duration_minutes": 60.0,
        })  # fmt: skip
        for number in range(15):
            _insert(store, "exercise_sets", {
                "activity_id": activity_id, "set_number": number + 1, "user_id": USER, "local_date": day.isoformat(),
                "exercise_id": LIFTS[number // 3], "exercise_name": LIFTS[number // 3], "reps": 8, "weight_kg": 60.0,
                "rpe": 8.0,
            })  # fmt: skip


def _insert(store: Store, table: str, values: dict[str, Any]) -> None:
    names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    store.execute(f"INSERT INTO main.{table} ({names}) VALUES ({marks})", values)


if __name__ == "__main__":
    make_file(Path(sys.argv[1]))
