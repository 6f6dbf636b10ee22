"""What importing costs: sets a second of CPU time from a Strong export, memory for a large Apple Health export.

    python benchmarks/imports.py [--sets 100000] [--health-mb 200] [--meals-a-day 6]

Both files are made up here, varied as real ones are, and imported by the command itself into a new file. The rate is
also given as a multiple of the bare insertion of as many rows into the same table.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = str(Path(sys.executable).with_name("sharpened"))
LEAST_SETS_A_SECOND = 20_000.0  # product goals
MOST_HEALTH_MB = 120.0
PERSON = {
    "email": "bench@example.org", "sex": "female", "age": 33, "height_cm": 168, "weight_kg": 70, "goal": "maintain",
    "experience": "intermediate", "activity_level": "lightly_active", "workout_frequency": 3, "session_minutes": 60,
    "conditions": "none", "medications": "none", "injuries": "none",
}  # fmt: skip
EXERCISES = (
    "Squat (Barbell)", "Bench Press (Barbell)", "Deadlift (Barbell)", "Pull Up", "Lat Pulldown (Cable)", "Leg Press",
    "Bicep Curl (Dumbbell)", "Triceps Extension (Cable)", "Overhead Press (Barbell)", "Seated Row (Cable)",
    "Incline Bench Press (Dumbbell)", "Romanian Deadlift (Barbell)", "Lateral Raise (Dumbbell)", "Plank",
)  # fmt: skip
STRONG_HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
)
NUTRIENTS = {
    "DietaryEnergyConsumed": "kcal", "DietaryProtein": "g", "DietaryCarbohydrates": "g", "DietaryFatTotal": "g",
    "DietaryFiber": "g",
}  # fmt: skip
EXPORTED_ON = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def write_strong(path: Path, sets: int) -> None:
    """Write a log of so many sets: six exercises a day, three to five sets each, weights as the plates allow."""
    chance = random.Random(5)  # a sample, not a secret
    day, written = datetime(2000, 1, 3, 18, 3, tzinfo=UTC), 0
    with path.open("w", encoding="utf-8") as file:
        file.write(STRONG_HEADER)
        while written < sets:
            day += timedelta(days=1, minutes=chance.randint(-60, 60))
            head = f"{day:%Y-%m-%d %H:%M:%S},{chance.choice(('Push', 'Pull', 'Legs'))},{chance.randint(35, 95)}m"
            for exercise in chance.sample(EXERCISES, 6):
                weight = chance.randint(8, 60) * 2.5
                for number in range(1, min(chance.randint(3, 5), sets - written) + 1):
                    done = f"0,0,0,{chance.randint(20, 120)}" if exercise == "Plank" else (
                        f"{weight + 1.25 * number:g},{chance.randint(4, 15)},0,0"
                    )  # fmt: skip
                    file.write(f'{head},"{exercise}",{number},{done},,,{chance.choice(("", "7", "8.5"))}\n')
                    written += 1


def write_health(path: Path, megabytes: int, meals_a_day: int) -> None:
    """Write ten years of an Apple Health export, one kind of record after the other as it does."""
    days = 3650
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<HealthData locale="en_GB">\n')
        for day in range(days):
            _record(file, "BodyMass", "kg", f"{70 + day % 9 / 10:.1f}", EXPORTED_ON - timedelta(days=day))
        for kind, unit in NUTRIENTS.items():
            for day in range(days):
                for meal in range(meals_a_day):
                    at = EXPORTED_ON - timedelta(days=day, minutes=-meal * (900 // meals_a_day))
                    _record(file, kind, unit, str(20 + (day * 7 + meal) % 60), at)
        for second in _until(file, megabytes * 1_000_000):
            _record(file, "HeartRate", "count/min", str(55 + second % 90), EXPORTED_ON - timedelta(seconds=second * 90))
        file.write("</HealthData>\n")


def _until(file: TextIO, size: int) -> Iterator[int]:
    """Yield 0, 1, 2, ... until a file is large enough."""
    number = 0
    while number % 1000 or file.tell() < size:
        yield number
        number += 1


def _record(file: TextIO, kind: str, unit: str, value: str, at: datetime) -> None:
    stamp = f"{at:%Y-%m-%d %H:%M:%S} +0000"
    file.write(
        f' <Record type="HKQuantityTypeIdentifier{kind}" sourceName="Watch" sourceVersion="10.1" unit="{unit}" '
        f'creationDate="{stamp}" startDate="{stamp}" endDate="{stamp}" value="{value}"/>\n'
    )


def run_import(tool: str, path: Path, folder: Path) -> tuple[dict[str, Any], float, float]:
    """Import a file into a new one; return the report, CPU seconds and the largest memory in MB."""
    environment = {**os.environ, "SHARPENED_DB": str(folder / f"{tool}.db")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(
        [SCRIPT, "onboard", "--from", "-"], input=json.dumps(PERSON), text=True, check=True, env=environment,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    process = subprocess.Popen(
        [SCRIPT, "import", tool, str(path), "--weight-unit", "kg", "--json"], env=environment, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    report = json.loads(process.stdout.read())
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, report
    return report, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024.0


def bare_insertion_sec(path: Path) -> float:
    """Return the CPU seconds of inserting the imported rows of sets anew, by themselves."""
    import sqlite3

    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        rows = connection.execute("SELECT * FROM exercise_sets ORDER BY activity_id, set_number").fetchall()
        connection.execute("DELETE FROM exercise_sets")
        started = time.process_time()
        connection.executemany(f"INSERT INTO exercise_sets VALUES ({', '.join('?' * len(rows[0]))})", rows)
        return time.process_time() - started


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=int, default=100_000)
    parser.add_argument("--health-mb", type=int, default=200)
    parser.add_argument("--meals-a-day", type=int, default=6)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_strong(folder / "strong.csv", asked.sets)
        report, strong_sec, _ = run_import("strong", folder / "strong.csv", folder)
        rate = report["added"]["sets"] / strong_sec
        bare = bare_insertion_sec(folder / "strong.db")
        print(
            f"{report['added']['sets']:,} sets: {rate:,.0f} a second of CPU, {strong_sec / bare:.1f} x bare insertion"
        )
        write_health(folder / "export.xml", asked.health_mb, asked.meals_a_day)
        report, sec, memory = run_import("apple-health", folder / "export.xml", folder)
        print(f"{asked.health_mb:,} MB of Apple Health: {memory:.0f} MB of memory, {sec:.1f} s, {report['added']}")
    return 0 if rate >= LEAST_SETS_A_SECOND and memory <= MOST_HEALTH_MB else 1


if __name__ == "__main__":
    raise SystemExit(main())
