"""Time the reading of training lines in this process: the import, the index of the library, each line.

python benchmarks/activity_text.py [--rounds 20]
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

LINES = Path(__file__).parent.parent / "tests" / "data" / "activity_lines.txt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    started = time.process_time()
    from sharpened_cli.domain.activity_text import NameFinder, parse_activity
    from sharpened_cli.store.reference import read_exercises

    imported = time.process_time()
    finder = NameFinder(read_exercises())
    indexed = time.process_time()
    rows = [line for line in LINES.read_text("utf-8").splitlines() if line and line[0] not in "#[ "]
    costs = []
    for line in rows * rounds:
        before = time.process_time()
        parse_activity(line, finder)
        costs.append((time.process_time() - before) * 1000.0)
    costs.sort()
    print(f"import          {(imported - started) * 1000:7.1f} ms")
    print(f"library, index  {(indexed - imported) * 1000:7.1f} ms")
    print(f"a line, median  {statistics.median(costs):7.2f} ms of {len(rows)} lines")
    print(f"a line, 99 %    {costs[int(len(costs) * 0.99)]:7.2f} ms")


if __name__ == "__main__":
    main()
