"""How fast meals in plain words are read, and how near they come on the project's own lists.

usage: python benchmarks/meal_text.py
"""

from __future__ import annotations

import csv
import time
from pathlib import Path
from statistics import median

from sharpened_cli.domain.meal_text.meal import parse_meal
from sharpened_cli.domain.nutrients import total
from sharpened_cli.store import Store
from sharpened_cli.store.food_search import FoodSearch

LISTS = ("meals_natural.csv", "meals_by_weight.csv")
DATA = Path(__file__).parent.parent / "tests" / "data"


def main() -> None:
    """Print milliseconds a meal through the database, and the accuracy of each list and half."""
    with Store.in_memory() as store:
        for name in LISTS:
            with (DATA / name).open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            for half in ("tuned", "held"):
                report(store, name, half, [row for row in rows if row["half"] == half])


def report(store: Store, name: str, half: str, rows: list[dict[str, str]]) -> None:
    """Print one line for a half of a list; each meal is read by a search of its own, as a command does."""
    spent, near, errors = [], 0, []
    for row in rows:
        started = time.process_time()
        items = parse_meal(row["text"], FoodSearch(store, "nobody")).items
        spent.append(1000 * (time.process_time() - started))
        meal = total(item.nutrients for item in items)
        near += abs(meal.carbs_g - float(row["carbs_g"])) <= 7.5
        errors.append(abs(meal.kcal - float(row["kcal"])) / float(row["kcal"]))
    print(
        f"{name:<22} {half:<6} {len(rows):>4} meals  {median(spent):5.1f} ms median  {max(spent):6.1f} ms most  "
        f"carbs within 7.5 g {near / len(rows):.0%}  median energy error {median(errors):.1%}"
    )


if __name__ == "__main__":
    main()
