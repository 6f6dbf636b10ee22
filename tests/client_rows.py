"""A person with a program and logs, written as rows: what reassessments read, without the services that make it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.domain.evidence import Person
    from sharpened_cli.domain.expenditure import Day
    from sharpened_cli.store import Store

MADE_AT = "2026-01-01T00:00:00Z"
SESSION_DAYS = {0: ("barbell-back-squat", "barbell-bench-press"), 2: ("conventional-deadlift", "pull-up")}


def add_client(
    store: Store,
    user_id: str,
    person: Person,
    *,
    start: date,
    target_kcal: float,
    weeks: int = 12,
    safety: dict[str, Any] | None = None,
    email: str | None = None,
    has_user: bool = False,
    with_sessions: bool = True,
) -> str:
    """Add user, profile, program, its days and sessions; return the program's id."""
    values: dict[str, Any] = {
        "user_id": user_id,
        "email": email or f"{user_id}@example.org",
        "at": MADE_AT,
        "sex": person.sex,
        "height": person.height_cm,
        "weight": person.start_weight_kg,
        "goal": person.goal,
        "rate": person.goal_rate_kg_per_week,
        "experience": person.experience,
        "safety": json.dumps(safety or {"level": "cleared", "blocked_for": []}),
    }
    program_id = f"program-{user_id}"
    with store.transaction():
        if not has_user:
            store.execute("INSERT INTO main.auth_users (id, email, created_at) VALUES (:user_id, :email, :at)", values)
        store.execute(
            """
            INSERT INTO main.profiles (id, birth_date, biological_sex, height_cm, current_weight_kg, primary_goal,
                goal_rate_kg_per_week, experience_level, session_minutes, safety, created_at, updated_at)
            VALUES (:user_id, '1990-06-15', :sex, :height, :weight, :goal, :rate, :experience, 75, :safety, :at, :at)
            """,
            values,
        )
        _add_program(store, user_id, program_id, person, start, target_kcal, weeks)
        if with_sessions:
            _add_sessions(store, user_id, program_id, start, weeks)
    return program_id


def targets(calories_kcal: float) -> dict[str, float]:
    protein, fat = 140.0, 60.0
    carbs = round((calories_kcal - 4 * protein - 9 * fat) / 4)
    return {"calories_kcal": calories_kcal, "protein_g": protein, "carbs_g": carbs, "fat_g": fat, "fiber_g": 30.0}


def _add_program(
    store: Store, user_id: str, program_id: str, person: Person, start: date, target_kcal: float, weeks: int
) -> None:
    tdee = {
        "bmr_kcal": person.rmr_kcal,
        "tdee_kcal": person.tdee_kcal,
        "multiplier": (person.tdee_kcal - person.net_exercise_kcal) / person.rmr_kcal,
    }
    macros = targets(target_kcal)
    store.execute(
        """
        INSERT INTO main.programs (id, user_id, version, source, primary_goal, program_start_date,
            program_duration_weeks, seed, inputs_hash, tdee, macros, safety, feasibility, full_bundle, created_at,
            next_reassessment_date)
        VALUES (:id, :user_id, 1, 'onboarding', :goal, :start, :weeks, 1, 'x', :tdee, :macros, '{}', '{}', '{}', :at,
            :due)
        """,
        {
            "id": program_id,
            "user_id": user_id,
            "goal": person.goal,
            "start": start.isoformat(),
            "weeks": weeks,
            "tdee": json.dumps(tdee),
            "macros": json.dumps(macros),
            "at": MADE_AT,
            "due": (start + timedelta(days=14)).isoformat(),
        },
    )
    store.execute_many(
        """
        INSERT INTO main.program_days (program_id, user_id, date, week_index, day_index, is_training_day,
            calories_kcal, protein_g, carbs_g, fat_g, fiber_g)
        VALUES (:program_id, :user_id, :date, :week, :day, 0, :calories_kcal, :protein_g, :carbs_g, :fat_g, :fiber_g)
        """,
        [
            {
                "program_id": program_id,
                "user_id": user_id,
                "date": (start + timedelta(days=shift)).isoformat(),
                "week": 1 + shift // 7,
                "day": (start + timedelta(days=shift)).isoweekday(),
                **macros,
            }
            for shift in range(7 * weeks)
        ],
    )


def _add_sessions(store: Store, user_id: str, program_id: str, start: date, weeks: int) -> None:
    sessions, items = [], []
    for shift in range(7 * weeks):
        lifts = SESSION_DAYS.get(shift % 7)
        if lifts is None:
            continue
        day = start + timedelta(days=shift)
        session_id = f"session-{user_id}-{shift}"
        sessions.append(
            {
                "id": session_id,
                "program_id": program_id,
                "user_id": user_id,
                "date": day.isoformat(),
                "week": 1 + shift // 7,
                "day": day.isoweekday(),
            }
        )
        items += [
            {"id": f"{session_id}-{order}", "session": session_id, "user_id": user_id, "order": order, "lift": lift}
            for order, lift in enumerate(lifts, 1)
        ]
    store.execute_many(
        """
        INSERT INTO main.session_instances (id, program_id, user_id, date, week_index, day_index, start_time,
            session_kind, modality, session_name, duration_minutes)
        VALUES (:id, :program_id, :user_id, :date, :week, :day, '18:00', 'resistance', 'strength_training', 'Full', 60)
        """,
        sessions,
    )
    store.execute_many(
        """
        INSERT INTO main.exercise_plan_items (id, session_instance_id, user_id, order_index, exercise_id, name, sets,
            rep_low, rep_high, rir, rest_sec)
        VALUES (:id, :session, :user_id, :order, :lift, :lift, 4, 5, 8, 2, 150)
        """,
        items,
    )


def log_days(store: Store, user_id: str, days: tuple[Day, ...]) -> None:
    """Log the intake and the morning weight of days, as meals and body metrics."""
    with store.transaction():
        for day in days:
            values = {"user_id": user_id, "date": day.date.isoformat(), "kcal": day.intake_kcal, "kg": day.weight_kg}
            values["id"] = f"{user_id}-{values['date']}"
            if day.intake_kcal is not None:
                store.execute(
                    """
                    INSERT INTO main.meals (id, user_id, meal_type, logged_at, local_date, total_cals, total_protein,
                        total_carbs, total_fat, created_at, updated_at)
                    VALUES (:id, :user_id, 'lunch', :date || 'T12:00:00Z', :date, :kcal, 0, 0, 0, :date, :date)
                    """,
                    values,
                )
            if day.weight_kg is not None:
                store.execute(
                    """
                    INSERT INTO main.body_metrics (id, user_id, recorded_at, local_date, weight_kg, created_at,
                        updated_at)
                    VALUES (:id, :user_id, :date || 'T06:00:00Z', :date, :kg, :date, :date)
                    """,
                    values,
                )


def complete_sessions(store: Store, user_id: str, first: date, last: date, rpe: float = 8.0) -> None:
    """Mark the sessions of a range of days as completed and log their sets, four of five repetitions."""
    rows = store.all(
        """
        SELECT s.id, s.date, i.exercise_id, i.sets, i.order_index
          FROM session_instances AS s JOIN exercise_plan_items AS i ON i.session_instance_id = s.id
         WHERE s.user_id = :user_id AND s.date BETWEEN :first AND :last
         ORDER BY s.date, i.order_index
        """,
        {"user_id": user_id, "first": first.isoformat(), "last": last.isoformat()},
    )
    with store.transaction():
        for session_id in dict.fromkeys(row["id"] for row in rows):
            mine = [row for row in rows if row["id"] == session_id]
            values = {"id": f"done-{session_id}", "user_id": user_id, "date": mine[0]["date"], "session": session_id}
            store.execute(
                """
                INSERT INTO main.activities (id, user_id, category, activity_name, start_time, end_time, local_date,
                    duration_minutes, created_at, updated_at)
                VALUES (:id, :user_id, 'strength', 'Full', :date || 'T18:00:00Z', :date || 'T19:00:00Z', :date, 60,
                    :date, :date)
                """,
                values,
            )
            store.execute(
                """
                INSERT INTO main.adherence_records (id, user_id, planned_entity_type, planned_entity_id, date, status,
                    similarity_score, source, created_at, updated_at)
                VALUES (:id, :user_id, 'session', :session, :date, 'completed', 1.0, 'auto', :date, :date)
                """,
                values,
            )
            sets = [
                {**values, "number": 10 * row["order_index"] + each, "lift": row["exercise_id"], "rpe": rpe}
                for row in mine
                for each in range(row["sets"])
            ]
            store.execute_many(
                """
                INSERT INTO main.exercise_sets (activity_id, set_number, user_id, local_date, exercise_id,
                    exercise_name, reps, weight_kg, rpe)
                VALUES (:id, :number, :user_id, :date, :lift, :lift, 5, 80, :rpe)
                """,
                sets,
            )
