"""A small stored program for tests of the daily screens: two strength days, a run, three meals a day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sharpened_cli.store import Store

MONDAY = date(2026, 11, 16)
"""Start of the sample program: the week before the fixed clock's Tuesday."""


def _lift(exercise_id: str, name: str, sets: int, reps: tuple[int, int], rir: int, load_kg: float) -> dict[str, Any]:
    return {
        "exercise_id": exercise_id, "name": name, "sets": sets, "rep_low": reps[0], "rep_high": reps[1], "rir": rir,
        "load_kg": load_kg,
    }  # fmt: skip


STRENGTH = (
    _lift("barbell-back-squat", "Barbell Back Squat", 4, (6, 8), 2, 100.0),
    _lift("barbell-bench-press", "Barbell Bench Press", 4, (6, 8), 2, 80.0),
    _lift("leg-extension", "Leg Extension", 3, (10, 12), 1, 45.0),
    _lift("barbell-curl", "Barbell Curl", 3, (10, 12), 1, 30.0),
)
_WARM_UP = {**_lift("barbell-overhead-press", "Warm-up: Barbell Overhead Press", 2, (5, 5), 4, 25.0), "is_warmup": 1}
MIXED_LINES = (
    _WARM_UP,
    _lift("barbell-overhead-press", "Barbell Overhead Press", 3, (5, 5), 2, 45.0),
    {"exercise_id": "front-plank", "name": "Front Plank", "sets": 3, "seconds": 45},
    {"exercise_id": "farmer-s-carry", "name": "Farmer's Carry", "sets": 2, "metres": 40.0, "load_kg": 24.0},
    {"exercise_id": "barbell-curl", "name": "Barbell Curl", "sets": 2},
)
MEALS = (
    ("breakfast", "07:30", "Oats with banana", (("oats-dry", 80.0, "grain"), ("banana", 120.0, "fruit"))),
    ("lunch", "12:30", "Chicken, rice and oil", (
        ("chicken-breast-cooked", 180.0, "protein"), ("white-rice-cooked", 250.0, "starch"), ("olive-oil", 15.0, "fat"),
    )),
    ("dinner", "19:30", "Eggs and rice", (("egg-whole", 150.0, "protein"), ("white-rice-cooked", 200.0, "starch"))),
)  # fmt: skip
_FULL_BODY = ("18:00", "resistance", "strength_training", "Full body", 60, STRENGTH)
MIXED = ("18:00", "resistance", "strength_training", "Mixed", 50, MIXED_LINES)
SESSIONS = {2: _FULL_BODY, 4: _FULL_BODY, 6: ("09:00", "endurance", "running", "Easy run", 40)}
TARGETS = {"calories_kcal": 2000.0, "protein_g": 150.0, "carbs_g": 205.0, "fat_g": 64.4, "fiber_g": 28.0}


def add_profile(store: Store, user_id: str, **columns: Any) -> None:
    """Add a profile with targets; further columns as given."""
    values = {
        "id": user_id, "full_name": "Ana", "birth_date": "1990-05-04", "biological_sex": "female", "height_cm": 168.0,
        "current_weight_kg": 68.0, "primary_goal": "lose_fat", "timezone": "Europe/Madrid", "estimated_tdee": 2300.0,
        "daily_calorie_goal": 1900.0, "daily_protein_goal": 130.0, "daily_carbs_goal": 190.0, "daily_fat_goal": 68.9,
        "daily_fiber_goal": 27.0, "safety": json.dumps({"level": "cleared", "blocked_for": [], "warnings": []}),
        "created_at": "2026-11-01T00:00:00Z", "updated_at": "2026-11-01T00:00:00Z", **columns,
    }  # fmt: skip
    with store.transaction():
        _insert(store, "profiles", values)


def add_program(
    store: Store,
    user_id: str,
    *,
    program_id: str = "p",
    start: date = MONDAY,
    weeks: int = 4,
    version: int = 1,
    sessions: dict[int, Any] | None = None,
) -> None:
    """Add a program: strength on Tuesday and Thursday at 18:00, a run on Saturday at 09:00, three meals daily."""
    with store.transaction():
        _insert(store, "programs", {
            "id": program_id, "user_id": user_id, "version": version, "source": "onboarding",
            "primary_goal": "lose_fat",
            "program_start_date": start.isoformat(), "program_duration_weeks": weeks, "seed": 1, "inputs_hash": "x",
            "tdee": json.dumps({"tdee_kcal": 2300.0}), "macros": json.dumps(TARGETS), "safety": "{}",
            "feasibility": "{}", "full_bundle": "{}", "created_at": "2026-11-10T08:00:00Z",
            "next_reassessment_date": (start + timedelta(days=14)).isoformat(),
        })  # fmt: skip
        for shift in range(weeks * 7):
            _add_day(store, user_id, program_id, start, start + timedelta(days=shift), sessions or SESSIONS)


def _add_day(store: Store, user_id: str, program_id: str, start: date, day: date, sessions: dict[int, Any]) -> None:
    where = {
        "program_id": program_id, "user_id": user_id, "date": day.isoformat(),
        "week_index": (day - start).days // 7 + 1, "day_index": day.isoweekday(),
    }  # fmt: skip
    weekday = day.isoweekday()
    _insert(store, "program_days", {**where, "is_training_day": int(weekday in sessions), **TARGETS})
    planned: list[tuple[str, int]] = [(meal[1], order) for order, meal in enumerate(MEALS, 1)]
    if weekday in sessions:
        planned.append((sessions[weekday][0], 0))
    for number, (_, order) in enumerate(sorted(planned), 1):
        if order:
            _add_meal(store, where, order, *MEALS[order - 1], number=number)
        else:
            _add_session(store, where, *sessions[weekday], number=number)


def _add_meal(
    store: Store, where: dict[str, Any], order: int, meal_type: str, time: str, name: str, foods: Any, *, number: int
) -> None:
    meal_id = f"{where['program_id']}-m{where['date']}-{order}"
    figures = [_figures(store, food_id, grams) for food_id, grams, _ in foods]
    keys = ("kcal", "protein_g", "carbs_g", "fat_g", "fiber_g")
    sums = {key: sum(one[key] for one in figures) for key in keys}
    _insert(store, "meal_instances", {
        "id": meal_id, **where, "order_index": order, "meal_type": meal_type, "meal_time_id": meal_type,
        "time": time, "meal_name": name, **sums,
    })  # fmt: skip
    for position, ((food_id, grams, role), one) in enumerate(zip(foods, figures, strict=True), 1):
        _insert(store, "meal_item_plan", {
            "meal_instance_id": meal_id, "user_id": where["user_id"], "order_index": position, "food_id": food_id,
            "food_name": one["name"], "grams": grams, "serving": f"{grams:.0f} g", "role": role,
            **{key: one[key] for key in keys},
        })  # fmt: skip
    _add_event(store, where, "meal_instances", meal_id, name, time, number)


def _add_session(
    store: Store,
    where: dict[str, Any],
    time: str,
    kind: str,
    modality: str,
    name: str,
    minutes: int,
    lines: tuple[dict[str, Any], ...] = (),
    *,
    number: int,
) -> None:
    session_id = f"{where['program_id']}-s{where['date']}"
    _insert(store, "session_instances", {
        "id": session_id, **where, "start_time": time, "session_kind": kind, "modality": modality,
        "session_name": name, "duration_minutes": minutes, "location": "gym" if kind == "resistance" else "outdoor",
        "notes": "Take your time." if name == "Mixed" else "",
    })  # fmt: skip
    for order, line in enumerate(lines, 1):
        _insert(store, "exercise_plan_items", {
            "id": f"{session_id}-{order}", "session_instance_id": session_id, "user_id": where["user_id"],
            "order_index": order, "rest_sec": 150, **line,
        })  # fmt: skip
    _add_event(store, where, "session_instances", session_id, name, time, number)


def _add_event(
    store: Store, where: dict[str, Any], table: str, ref_id: str, title: str, time: str, number: int
) -> None:
    _insert(store, "calendar_events", {
        "id": f"c-{ref_id}", "user_id": where["user_id"], "program_id": where["program_id"], "date": where["date"],
        "day_number": number, "event_type": "meal" if table == "meal_instances" else "training", "ref_table": table,
        "ref_id": ref_id, "start_time_utc": f"{where['date']}T{time}:00Z",
        "end_time_utc": f"{where['date']}T{time[:2]}:59:00Z", "local_tz": "Europe/Madrid", "start_time": time,
        "title": title, "created_at": "2026-11-10T08:00:00Z",
    })  # fmt: skip


def _figures(store: Store, food_id: str, grams: float) -> dict[str, Any]:
    row = store.one(
        "SELECT name, calories_per_100g, protein_g_per_100g, carbs_g_per_100g, fat_g_per_100g, fiber_g_per_100g"
        " FROM foods WHERE id = :id",
        {"id": food_id},
    )
    assert row is not None, food_id
    name, *per_100g = row
    keys = ("kcal", "protein_g", "carbs_g", "fat_g", "fiber_g")
    return {"name": name, **{key: value * grams / 100 for key, value in zip(keys, per_100g, strict=True)}}


def _insert(store: Store, table: str, values: dict[str, Any]) -> None:
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    store.execute(f"INSERT INTO main.{table} ({names}) VALUES ({marks})", values)


def mark_done(store: Store, user_id: str, *, before: date) -> None:
    """Record every session planned before a day as completed, unless it has a record."""
    rows = store.all(
        "SELECT id, date FROM session_instances WHERE user_id = :user_id AND date < :before"
        " AND id NOT IN (SELECT planned_entity_id FROM adherence_records)",
        {"user_id": user_id, "before": before.isoformat()},
    )
    with store.transaction():
        for row in rows:
            _insert(store, "adherence_records", {
                "id": f"a-{row['id']}", "user_id": user_id, "planned_entity_type": "session",
                "planned_entity_id": row["id"], "date": row["date"], "status": "completed", "similarity_score": 1.0,
                "source": "manual", "created_at": "2026-11-20T08:00:00Z", "updated_at": "2026-11-20T08:00:00Z",
            })  # fmt: skip


def log_meal(store: Store, user_id: str, day: str, *figures: float) -> None:
    """Log a meal of a day as kcal, protein, carbohydrate, fat and fibre."""
    names = ("total_cals", "total_protein", "total_carbs", "total_fat", "total_fiber")
    at = f"{day}T06:15:00Z"
    _insert(store, "meals", {
        "id": f"meal-{user_id}-{day}-{figures[0]}", "user_id": user_id, "meal_type": "breakfast", "logged_at": at,
        "local_date": day, **dict(zip(names, figures, strict=True)), "created_at": at, "updated_at": at,
    })  # fmt: skip


def weigh(store: Store, user_id: str, day: str, weight_kg: float) -> None:
    """Log a weight on the morning of a day."""
    at = f"{day}T06:00:00Z"
    _insert(store, "body_metrics", {
        "id": f"w-{user_id}-{day}", "user_id": user_id, "recorded_at": at, "local_date": day, "weight_kg": weight_kg,
        "created_at": at, "updated_at": at,
    })  # fmt: skip


def calendar(store: Store) -> list[tuple[Any, ...]]:
    """Return what the calendar holds, without the sequence that counts rewrites."""
    rows = store.all(
        "SELECT id, date, day_number, start_time, start_time_utc, end_time_utc, status FROM calendar_events ORDER BY id"
    )
    return [tuple(row) for row in rows]


def rebuilt(store: Store, user_id: str) -> int:
    """Rebuild a program's calendar from the effective plan and return how many rows that changes."""
    from support import NOW

    from sharpened_cli.clock import FixedClock
    from sharpened_cli.services.calendar_projection import CalendarProjection
    from sharpened_cli.store import users

    (user,) = users.find(store, user_id)
    with store.transaction():
        return CalendarProjection(store, FixedClock(NOW), user).rewrite("p")


def rows_of(store: Store, user_id: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return everything that the file holds about a person."""
    from sharpened_cli.store.scope import OWNER_OF

    owned = [table for table, owner in OWNER_OF.items() if owner == "user_id = {me}"]
    return {
        table: [
            tuple(row) for row in store.all(f"SELECT * FROM {table} WHERE user_id = :me ORDER BY 1, 2", {"me": user_id})
        ]
        for table in sorted(owned)
    }


def log_sets(store: Store, user_id: str, day: str, exercise_id: str, sets: list[tuple[int, float, float]]) -> None:
    """Log a strength activity of one exercise: repetitions, kilograms, RPE."""
    activity_id, at = f"act-{day}-{exercise_id}", f"{day}T17:00:00Z"
    _insert(store, "activities", {
        "id": activity_id, "user_id": user_id, "category": "strength", "activity_name": "Strength", "start_time": at,
        "end_time": at, "local_date": day, "duration_minutes": 60.0, "created_at": at, "updated_at": at,
    })  # fmt: skip
    for number, (reps, weight_kg, rpe) in enumerate(sets, 1):
        _insert(store, "exercise_sets", {
            "activity_id": activity_id, "set_number": number, "user_id": user_id, "local_date": day,
            "exercise_id": exercise_id, "exercise_name": exercise_id, "reps": reps, "weight_kg": weight_kg, "rpe": rpe,
        })  # fmt: skip


def change_calories(store: Store, user_id: str, day: str, kcal: float, number: int = 1) -> None:
    """Append the event by which a reassessment changes the calorie target from a day on."""
    _insert(store, "plan_change_events", {
        "id": f"event-{day}", "user_id": user_id, "program_id": "p", "number": number, "change_type": "calories",
        "planned_entity_type": "program", "planned_entity_id": "p", "effective_date": day, "reason_code": "lower_slow",
        "diff": json.dumps({"after": {**TARGETS, "calories_kcal": kcal}}), "source": "reassessment",
        "created_at": f"{day}T08:00:00Z",
    })  # fmt: skip


def add_override(store: Store, user_id: str, day: str, modifications: dict[str, Any]) -> None:
    """Add an approved adjustment of a day."""
    _insert(store, "day_overrides", {
        "id": f"override-{day}", "user_id": user_id, "program_id": "p", "number": 40, "date": day,
        "reason_code": "poor_sleep", "modifications": json.dumps(modifications), "status": "approved",
        "created_at": f"{day}T06:00:00Z", "decided_at": f"{day}T07:00:00Z",
    })  # fmt: skip
