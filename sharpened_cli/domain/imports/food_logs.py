"""MyFitnessPal, Cronometer and MacroFactor exports: rows of meals, of foods, of days and of the scale.

Rows are mappings of column names in lower case to cells without blanks around them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from sharpened_cli.domain.imports.records import KG_PER_LB, BodyMeasure, Intake, LeftOut, moment, number
from sharpened_cli.domain.nutrients import Nutrients

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from sharpened_cli.domain.imports.records import Record

MOST_KCAL, MOST_G = 20_000.0, 3_000.0  # of one row; beyond it a row is broken
WEIGHT_KG, FAT_PERCENT = (30.0, 300.0), (3.0, 60.0)

Row = tuple[int, "Mapping[str, str]"]


def myfitnesspal(rows: Iterable[Row], *, pounds: bool = False) -> Iterator[Record]:
    """Yield the meals of a nutrition summary, or the weights of a measurement summary (``pounds``: its unit)."""
    seen: Counter[str] = Counter()
    for row_number, row in rows:
        if "calories" in row:
            yield _meal(row_number, row, "mfp", row.get("meal", ""), seen)
        else:
            yield _weight(row_number, row, "mfp", KG_PER_LB if pounds else 1.0)


def cronometer(rows: Iterable[Row]) -> Iterator[Record]:
    """Yield the foods of a servings export, or the measures of a biometrics export; water and supplements too."""
    seen: Counter[str] = Counter()
    for row_number, row in rows:
        if "metric" in row:
            yield _biometric(row_number, row, seen)
        elif "food name" in row:
            yield _food(row_number, row, seen)
        else:
            yield _meal(row_number, row, "cronometer-day", "", seen)


def macrofactor(rows: Iterable[Row]) -> Iterator[Record]:
    """Yield the days of a quick export: what was eaten, and what the scale said."""
    seen: Counter[str] = Counter()
    for row_number, row in rows:
        has_food = any(row.get(key) for key in ("calories (kcal)", "calories", "food name"))
        weight = number(row.get("weight (kg)")) or _pounds(row.get("weight (lbs)"))
        if has_food:
            yield _meal(row_number, row, "macrofactor", row.get("meal", ""), seen)
        if weight is not None:
            yield _weight(row_number, {**row, "weight": str(weight)}, "macrofactor", 1.0)
        if not has_food and weight is None:
            yield LeftOut(row_number, "an empty day", is_broken=False)


def _meal(row_number: int, row: Mapping[str, str], source: str, meal: str, seen: Counter[str]) -> Record:
    day = moment(row.get("date") or row.get("day") or "")
    if day is None:
        return LeftOut(row_number, f"no date in {(row.get('date') or '')[:30]!r}")
    start = _with_time(row.get("date") or row.get("day") or "", row.get("time", "")) or day
    figures = _figures(row)
    if isinstance(figures, str):
        return LeftOut(row_number, figures)
    if figures.kcal <= 0:
        return LeftOut(row_number, "nothing eaten", is_broken=False)
    key = f"{start.isoformat()}|{meal}|{row.get('food name', '')}"
    seen[key] += 1
    return Intake(f"{source}:{key}|{seen[key]}", start, meal, row.get("food name") or meal or "Day", figures)


def _food(row_number: int, row: Mapping[str, str], seen: Counter[str]) -> Record:
    name = row["food name"]
    if row.get("category", "").lower() == "beverages" and name.lower() == "water":
        return LeftOut(row_number, "water", is_broken=False)
    record = _meal(row_number, row, "cronometer", row.get("group", ""), seen)
    if not isinstance(record, Intake):
        return record
    amount = re.match(r"([\d.,]+)\s*g\b", row.get("amount", ""))
    return record._replace(grams=number(amount[1]) if amount else None)


def _biometric(row_number: int, row: Mapping[str, str], seen: Counter[str]) -> Record:
    metric, unit = row["metric"].lower(), row.get("unit", "").lower()
    start = _with_time(row.get("day", ""), row.get("time", "")) or moment(row.get("day", ""))
    value = number(row.get("amount"))
    if metric not in {"weight", "body fat"}:
        return LeftOut(row_number, f"{metric or 'no metric'}: not kept here", is_broken=False)
    if start is None or value is None:
        return LeftOut(row_number, "no date or no figure")
    seen[f"{start}|{metric}"] += 1
    key = f"cronometer:{start.isoformat()}|{metric}|{seen[f'{start}|{metric}']}"
    if metric == "weight":
        kg = value * KG_PER_LB if unit.startswith("lb") else value
        return _in_range(row_number, BodyMeasure(key, start, weight_kg=kg))
    return _in_range(row_number, BodyMeasure(key, start, body_fat_percentage=value))


def _weight(row_number: int, row: Mapping[str, str], source: str, factor: float) -> Record:
    start = moment(row.get("date", ""))
    value = number(row.get("weight"))
    if start is None or value is None:
        return LeftOut(row_number, "no date or no weight")
    fat = number(row.get("fat percent") or row.get("body fat %") or row.get("body fat"))
    measure = BodyMeasure(f"{source}:weight:{start.isoformat()}", start, value * factor, fat)
    return _in_range(row_number, measure)


def _in_range(row_number: int, measure: BodyMeasure) -> Record:
    least, most = WEIGHT_KG
    if measure.weight_kg is not None and not least <= measure.weight_kg <= most:
        return LeftOut(row_number, f"a weight of {measure.weight_kg:.0f} kg")
    low, high = FAT_PERCENT
    if measure.body_fat_percentage is not None and not low <= measure.body_fat_percentage <= high:
        return LeftOut(row_number, f"a body fat of {measure.body_fat_percentage:.0f} %")
    return measure


def _figures(row: Mapping[str, str]) -> Nutrients | str:
    """Return the figures of a row, or why it has none; names are matched exactly: net carbs are not carbs."""
    names = (
        ("calories", "calories (kcal)", "energy (kcal)"),
        ("protein", "protein (g)"),
        ("carbohydrates (g)", "carbohydrates", "carbs (g)", "carbs"),
        ("fat (g)", "fat"),
        ("fiber", "fiber (g)", "fibre (g)"),
    )
    values: list[float] = []
    for place, columns in enumerate(names):
        text = next((row[column] for column in columns if row.get(column)), "")
        value = number(text) if text else 0.0
        if value is None or not 0 <= value <= (MOST_G if place else MOST_KCAL):
            return f"{columns[0]} is {text[:20]!r}"
        values.append(value)
    return Nutrients(*values)


def _with_time(day: str, time: str) -> datetime | None:
    return moment(f"{day} {time}".strip()) if time else None


def _pounds(text: str | None) -> float | None:
    value = number(text)
    return None if value is None else value * KG_PER_LB
