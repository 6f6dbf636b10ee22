"""What a command costs to start: its CPU time as a multiple of `import sqlite3`, measured side by side.

    python benchmarks/startup.py [--rounds 15] [--file DB] [COMMAND ...]

Without --file a sample file with five years of logs is made first. Each round runs every command once,
interleaved, so that a busy machine is the same for all; the figure is the median of the ratios of a round.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

MAKE_FILE = Path(__file__).with_name("long_log.py")
NOW = "2026-11-24T06:30:00+00:00"  # within the program that long_log.py writes
BASE = [sys.executable, "-c", "import sqlite3"]
SCRIPT = str(Path(sys.executable).with_name("sharpened"))
BUDGET = 8.0  # product goal: a whole `today` costs at most eight times `import sqlite3`
COMMANDS = ("today", "today --json", "week", "--version")


def cpu_sec(command: list[str], environment: dict[str, str]) -> float:
    """Return user and system CPU seconds of one run of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratios(commands: list[str], rounds: int, environment: dict[str, str]) -> dict[str, list[float]]:
    """Return for each command its CPU time over that of `import sqlite3`, one figure a round."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for name in commands:  # warm .pyc files and the page cache
        cpu_sec([SCRIPT, *name.split()], environment)
    for _ in range(rounds):
        base = cpu_sec(BASE, environment)
        for name in commands:
            found[name].append(cpu_sec([SCRIPT, *name.split()], environment) / base)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commands", nargs="*", default=list(COMMANDS))
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--file", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.file or Path(folder) / "five-years.db"
        if asked.file is None:
            subprocess.run([sys.executable, str(MAKE_FILE), str(path)], check=True)
        environment = {**os.environ, "SHARPENED_DB": str(path), "SHARPENED_NOW": NOW}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a command that compiles itself each time measures that
        found = ratios(asked.commands, asked.rounds, environment)
    worst = 0.0
    for name, values in found.items():
        middle = statistics.median(values)
        worst = max(worst, middle if name.startswith("today") else 0.0)
        print(f"{name:<16} {middle:5.2f} x import sqlite3   (from {min(values):.2f} to {max(values):.2f})")
    return 0 if worst <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main())
