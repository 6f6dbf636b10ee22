"""Reassess everybody of a generated file, and compare the CPU with a bare scan of its logs.

    python benchmarks/batch.py [--clients 20000] [--file PATH] [--jobs 1]

Each client has 14 days of logs: 4 meals of 3 items a day, 0.7 weigh-ins a day, 4 sessions of 15 sets a week. A bare
scan is one ungrouped aggregate for each log table. Memory is the peak of the process that reassesses.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sharpened_cli.store import Store

START, AS_OF = "2026-01-05", "2026-01-19"
WEEKS = 4
TABLES = ("meals", "meal_items", "activities", "exercise_sets", "body_metrics", "adherence_records")
TDEE = json.dumps(
    {"bmr_kcal": 1560, "tdee_kcal": 2300, "tdee_low_kcal": 2070, "tdee_high_kcal": 2530, "multiplier": 1.4}
)
MACROS = json.dumps({"calories_kcal": 1850, "protein_g": 140, "carbs_g": 180, "fat_g": 63, "fiber_g": 28})

CLIENTS = """
    INSERT INTO auth_users (id, email, created_at)
    SELECT printf('0193%04x-0000-7000-8000-%012x', n / 65536, n), 'client' || n || '@example.org',
           '2026-01-01T00:00:00Z'
      FROM (WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < :clients) SELECT n FROM c);
"""
PEOPLE = """
    INSERT INTO profiles (id, birth_date, biological_sex, height_cm, current_weight_kg, primary_goal,
        goal_rate_kg_per_week, experience_level, session_minutes, created_at, updated_at)
    SELECT id, '1988-04-12', CASE WHEN rowid % 2 THEN 'male' ELSE 'female' END, 160 + rowid % 25, 70 + rowid % 30,
           'lose_fat', -0.4, 'intermediate', 75, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' FROM auth_users;
    INSERT INTO programs (id, user_id, version, source, primary_goal, program_start_date, program_duration_weeks, seed,
        inputs_hash, tdee, macros, safety, feasibility, full_bundle, created_at, next_reassessment_date)
    SELECT 'p' || id, id, 1, 'onboarding', 'lose_fat', :start, :weeks, 1, 'x', :tdee, :macros, '{}', '{}', '{}',
           '2026-01-01T00:00:00Z', :as_of FROM auth_users;
    INSERT INTO program_days (program_id, user_id, date, week_index, day_index, is_training_day, calories_kcal,
        protein_g, carbs_g, fat_g, fiber_g)
    SELECT 'p' || u.id, u.id, date(:start, '+' || d.value || ' days'), 1 + d.value / 7, 1 + d.value % 7, 0,
           1850, 140, 180, 63, 28
      FROM auth_users AS u, generated AS d WHERE d.value < 7 * :weeks ORDER BY u.id, d.value;
    INSERT INTO session_instances (id, program_id, user_id, date, week_index, day_index, start_time, session_kind,
        modality, session_name, duration_minutes)
    SELECT 's' || u.id || d.value, 'p' || u.id, u.id, date(:start, '+' || d.value || ' days'), 1 + d.value / 7,
           1 + d.value % 7, '18:00', 'resistance', 'strength_training', 'Full body', 60
      FROM auth_users AS u, generated AS d WHERE d.value < 7 * :weeks AND d.value % 7 IN (0, 1, 3, 4)
     ORDER BY u.id, d.value;
    INSERT INTO exercise_plan_items (id, session_instance_id, user_id, order_index, exercise_id, name, sets, rep_low,
        rep_high, rir, rest_sec)
    SELECT s.id || '-' || l.place, s.id, s.user_id, l.place, l.id, l.id, 3, 6, 10, 2, 120
      FROM session_instances AS s, lifts AS l ORDER BY s.id, l.place;
"""
LOGS = """
    INSERT INTO meals (id, user_id, meal_type, logged_at, local_date, total_cals, total_protein, total_carbs, total_fat,
        total_fiber, created_at, updated_at)
    SELECT printf('m%s-%02d-%d', u.id, d.value, m.value), u.id, 'other', date(:start, '+' || d.value || ' days')
           || 'T12:00:00Z', date(:start, '+' || d.value || ' days'),
           465 + (u.rowid * 7 + d.value * 31 + m.value * 13) % 60, 35, 45, 15, 7,
           '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'
      FROM auth_users AS u, generated AS d, generated AS m WHERE d.value < 14 AND m.value < 4
     ORDER BY u.id, d.value, m.value;
    INSERT INTO meal_items (meal_id, position, user_id, food_name, grams, kcal, protein_g, carbs_g, fat_g, fiber_g)
    SELECT m.id, 1 + i.value, m.user_id, 'Food', 120, m.total_cals / 3, 12, 15, 5, 2
      FROM meals AS m, generated AS i WHERE i.value < 3 ORDER BY m.id, i.value;
    INSERT INTO body_metrics (id, user_id, recorded_at, local_date, weight_kg, created_at, updated_at)
    SELECT printf('w%s-%02d', u.id, d.value), u.id, date(:start, '+' || d.value || ' days') || 'T06:00:00Z',
           date(:start, '+' || d.value || ' days'),
           70 + u.rowid % 30 - 0.05 * d.value + ((u.rowid * 31 + d.value * 17) % 11 - 5) / 10.0,
           '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'
      FROM auth_users AS u, generated AS d WHERE d.value < 14 AND (u.rowid * 3 + d.value * 7) % 10 < 7
     ORDER BY u.id, d.value;
    INSERT INTO activities (id, user_id, category, activity_name, start_time, end_time, local_date, duration_minutes,
        calories_burned, planned_session_instance_id, created_at, updated_at)
    SELECT 'a' || id, user_id, 'strength', 'Full body', date || 'T18:00:00Z', date || 'T19:00:00Z', date, 60, 220, id,
           '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'
      FROM session_instances WHERE date < :as_of ORDER BY user_id, date;
    INSERT INTO exercise_sets (activity_id, set_number, user_id, local_date, exercise_id, exercise_name, reps,
        weight_kg, rpe)
    SELECT a.id, 3 * (l.place - 1) + i.value + 1, a.user_id, a.local_date, l.id, l.id, 6 + i.value, 40 + 10 * l.place,
           7.5 + i.value / 2.0
      FROM activities AS a, lifts AS l, generated AS i WHERE i.value < 3 ORDER BY a.id, l.place, i.value;
    INSERT INTO adherence_records (id, user_id, planned_entity_type, planned_entity_id, date, status, similarity_score,
        actual_ref_type, actual_ref_id, source, created_at, updated_at)
    SELECT 'r' || planned_session_instance_id, user_id, 'session', planned_session_instance_id, local_date, 'completed',
           1, 'activity', id, 'auto', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'
      FROM activities ORDER BY user_id, id;
    INSERT INTO day_totals (user_id, date, meals_logged, kcal, protein_g, carbs_g, fat_g, fiber_g, activities_logged,
        active_minutes, burned_kcal, weigh_ins, weight_kg)
    SELECT m.user_id, m.local_date, count(*), total(m.total_cals), total(m.total_protein), total(m.total_carbs),
           total(m.total_fat), total(m.total_fiber),
           (SELECT count(*) FROM activities AS a WHERE a.user_id = m.user_id AND a.local_date = m.local_date
              AND a.deleted_at IS NULL), 60, 220,
           (SELECT count(*) FROM body_metrics AS b WHERE b.user_id = m.user_id AND b.local_date = m.local_date
              AND b.deleted_at IS NULL),
           (SELECT b.weight_kg FROM body_metrics AS b WHERE b.user_id = m.user_id AND b.local_date = m.local_date
              AND b.deleted_at IS NULL)
      FROM meals AS m GROUP BY m.user_id, m.local_date ORDER BY m.user_id, m.local_date;
"""


def generate(path: Path, clients: int) -> None:
    """Make the file: rows of all clients by SQL, day totals in one go instead of by triggers."""
    Store.open(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("CREATE TEMP TABLE generated (value INTEGER PRIMARY KEY)")
        connection.executemany("INSERT INTO generated VALUES (?)", ((n,) for n in range(7 * WEEKS)))
        connection.execute("CREATE TEMP TABLE lifts (place INTEGER PRIMARY KEY, id TEXT)")
        lifts = connection.execute(
            "SELECT id FROM exercises WHERE mechanic = 'compound' AND created_by IS NULL ORDER BY id LIMIT 5"
        ).fetchall()
        connection.executemany("INSERT INTO lifts VALUES (?, ?)", ((n, row[0]) for n, row in enumerate(lifts, 1)))
        values = {"clients": clients, "start": START, "as_of": AS_OF, "weeks": WEEKS, "tdee": TDEE, "macros": MACROS}
        for statement in (CLIENTS + PEOPLE + LOGS).split(";\n"):
            if statement.strip():
                names = {name: value for name, value in values.items() if f":{name}" in statement}
                connection.execute(statement, names)
        for _, sql in triggers:
            connection.execute(sql)
    connection.close()


def bare_scan(path: Path) -> float:
    """Return the CPU seconds of one ungrouped aggregate for each log table: the figures that the day totals sum."""
    columns = {
        "meals": ("total_cals", "total_protein", "total_carbs", "total_fat", "total_fiber"),
        "meal_items": ("kcal", "protein_g", "carbs_g", "fat_g", "fiber_g"),
        "activities": ("duration_minutes", "calories_burned"),
        "exercise_sets": ("reps", "weight_kg", "rpe"),
        "body_metrics": ("weight_kg",),
        "adherence_records": ("similarity_score",),
    }
    with sqlite3.connect(path) as connection:
        started = time.process_time()
        for table in TABLES:
            sums = ", ".join(f"total({column})" for column in columns[table])
            connection.execute(f"SELECT count(*), {sums} FROM {table} NOT INDEXED").fetchall()
        return time.process_time() - started


def reassess(path: Path, jobs: int) -> dict[str, float]:
    """Return CPU seconds, wall seconds, peak memory and sums of `reassess --all` in a process of its own."""
    command = [sys.executable, "-m", "sharpened_cli", "--db", str(path), "reassess", "--all", "--json"]
    command += ["--as-of", AS_OF, "--jobs", str(jobs)]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    environment = {**os.environ, "SHARPENED_NOW": f"{AS_OF}T04:00:00+00:00"}
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    last = done.stdout.rstrip().rsplit(b"\n", 1)[-1]
    return {
        "exit_code": done.returncode,
        "cpu_seconds": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2),
        "wall_seconds": round(time.monotonic() - started, 2),
        "peak_mb": round(after.ru_maxrss / 1024, 1),
        **json.loads(last)["summary"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--clients", type=int, default=20_000)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.file or Path(folder) / "batch.db"
        if not path.exists():
            generate(path, options.clients)
        scan = bare_scan(path)
        result = reassess(path, options.jobs)
    ratio = round(result["cpu_seconds"] / scan, 2)
    print(json.dumps({"clients_in_file": options.clients, "bare_scan_cpu": round(scan, 2), "ratio": ratio, **result}))


if __name__ == "__main__":
    main()
