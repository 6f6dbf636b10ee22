"""Strong and Hevy exports: rows of sets, put together to workouts as they stream by.

Rows are mappings of column names in lower case to cells without blanks around them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.imports.records import (
    KG_PER_LB,
    METRES_PER_MILE,
    LeftOut,
    Workout,
    WorkoutSet,
    duration_sec,
    half_steps,
    moment,
    number,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from sharpened_cli.domain.imports.records import Record

MOST_REPS, MOST_KG, MOST_SECONDS, MOST_METRES = 1000, 700.0, 7200.0 * 4, 500_000.0
_STRONG_SET_TYPES = {"w": "warmup", "d": "drop", "f": "failure"}
_HEVY_SET_TYPES = {"warmup": "warmup", "dropset": "drop", "failure": "failure", "normal": "normal"}

Row = tuple[int, "Mapping[str, str]"]


class _Line(NamedTuple):
    """One row, read: which workout it belongs to, its set, and what it says of the whole workout."""

    row: int
    key: str
    name: str
    start: datetime
    seconds: float | None
    notes: str
    one: WorkoutSet | None


def needs_unit(header: Iterable[str]) -> bool:
    """Return whether a Strong export says nowhere whether weights are kilograms or pounds."""
    columns = set(header)
    return "weight" in columns and "weight unit" not in columns


def strong(rows: Iterable[Row], *, pounds: bool = False) -> Iterator[Record]:
    """Yield the workouts of a Strong export, any of its dialects; ``pounds`` where the file names no unit."""
    return _grouped(rows, lambda number_, row: _strong_line(number_, row, pounds=pounds), "strong")


def hevy(rows: Iterable[Row]) -> Iterator[Record]:
    """Yield the workouts of a Hevy export, metric or imperial."""
    return _grouped(rows, _hevy_line, "hevy")


def _grouped(
    rows: Iterable[Row], read: Callable[[int, Mapping[str, str]], _Line | LeftOut], source: str
) -> Iterator[Record]:
    """Yield a workout whenever its rows are over; rows of one workout stand together."""
    current: list[_Line] = []
    for row_number, row in rows:
        line = read(row_number, row)
        if isinstance(line, LeftOut):
            yield line
            continue
        if current and current[0].key != line.key:
            yield from _workout(current, source)
            current = []
        current.append(line)
    yield from _workout(current, source)


def _workout(lines: list[_Line], source: str) -> Iterator[Record]:
    sets = tuple(line.one for line in lines if line.one is not None)
    if not sets:
        return
    first = lines[0]
    yield Workout(
        external_id=f"{source}:{first.key}",
        name=first.name or "Workout",
        start=first.start,
        seconds=next((line.seconds for line in lines if line.seconds), None),
        sets=sets,
        notes=next((line.notes for line in lines if line.notes), ""),
        row=first.row,
    )


def _strong_line(row_number: int, row: Mapping[str, str], *, pounds: bool) -> _Line | LeftOut:
    cells = row
    start = moment(cells.get("date", ""))
    exercise = cells.get("exercise name", "")
    order = cells.get("set order", "")
    if start is None:
        return LeftOut(row_number, f"no date in {cells.get('date', '')[:30]!r}")
    if order.lower() in {"rest timer", "note"}:
        return LeftOut(row_number, f"{order.lower()}, not a set", is_broken=False)
    if not exercise:
        return LeftOut(row_number, "no exercise")
    one = _checked(
        row_number,
        WorkoutSet(
            exercise=exercise,
            reps=_whole(cells.get("reps")),
            weight_kg=_strong_weight(cells, pounds=pounds) or None,
            seconds=_positive(number(cells.get("seconds"))),
            metres=_strong_distance(cells),
            rpe=half_steps(number(cells.get("rpe"))),
            set_type=_STRONG_SET_TYPES.get(order.lower(), "normal"),
            notes=cells.get("notes", ""),
        ),
        cells,
    )
    if isinstance(one, LeftOut):
        return one
    took = cells.get("duration") or cells.get("workout duration") or cells.get("duration (sec)") or ""
    name = cells.get("workout name", "")
    return _Line(
        row_number, f"{start.isoformat()}|{name}", name, start, duration_sec(took), cells.get("workout notes", ""), one
    )


def _strong_weight(cells: Mapping[str, str], *, pounds: bool) -> float | None:
    for column in ("weight (kg)", "kg"):
        if column in cells:
            return number(cells[column])
    for column in ("weight (lbs)", "weight (lb)", "lbs", "lb"):
        if column in cells:
            return _scaled(number(cells[column]), KG_PER_LB)
    unit = cells.get("weight unit", "").lower()
    is_pounds = unit.startswith("lb") if unit else pounds
    return _scaled(number(cells.get("weight")), KG_PER_LB if is_pounds else 1.0)


def _strong_distance(cells: Mapping[str, str]) -> float | None:
    for column, metres in (
        ("distance (meters)", 1.0),
        ("distance (metres)", 1.0),
        ("mi.", METRES_PER_MILE),
        ("km", 1000.0),
    ):
        if column in cells:
            return _positive(_scaled(number(cells[column]), metres))
    unit = cells.get("distance unit", "").lower()
    metres = METRES_PER_MILE if unit.startswith("mi") else 1.0 if unit in {"m", "meters", "metres"} else 1000.0
    return _positive(_scaled(number(cells.get("distance")), metres))


def _hevy_line(row_number: int, row: Mapping[str, str]) -> _Line | LeftOut:
    cells = row
    start, end = moment(cells.get("start_time", "")), moment(cells.get("end_time", ""))
    if start is None:
        return LeftOut(row_number, f"no date in {cells.get('start_time', '')[:30]!r}")
    if not cells.get("exercise_title"):
        return LeftOut(row_number, "no exercise")
    weight = (
        number(cells.get("weight_kg")) if "weight_kg" in cells else _scaled(number(cells.get("weight_lbs")), KG_PER_LB)
    )
    kilometres = number(cells.get("distance_km")) if "distance_km" in cells else None
    miles = number(cells.get("distance_miles"))
    one = _checked(
        row_number,
        WorkoutSet(
            exercise=cells["exercise_title"],
            reps=_whole(cells.get("reps")),
            weight_kg=weight or None,
            seconds=_positive(number(cells.get("duration_seconds"))),
            metres=_positive(_scaled(kilometres, 1000.0) if miles is None else miles * METRES_PER_MILE),
            rpe=half_steps(number(cells.get("rpe"))),
            set_type=_HEVY_SET_TYPES.get(cells.get("set_type", "normal").lower(), "normal"),
            notes=cells.get("exercise_notes", ""),
            superset=cells.get("superset_id", ""),
        ),
        cells,
    )
    if isinstance(one, LeftOut):
        return one
    seconds = (end - start).total_seconds() if end is not None else None
    title = cells.get("title", "")
    return _Line(
        row_number, f"{start.isoformat()}|{title}", title, start, _positive(seconds), cells.get("description", ""), one
    )


def _checked(row_number: int, one: WorkoutSet, cells: Mapping[str, str]) -> WorkoutSet | LeftOut:
    """Return a set, or why it cannot be one: unreadable figures, or more than anybody can do."""
    for column in ("reps", "weight", "weight (kg)", "weight_kg", "weight_lbs", "rpe", "seconds", "distance"):
        if cells.get(column) and number(cells[column]) is None:
            return LeftOut(row_number, f"{column} is {cells[column][:20]!r}")
    if (one.reps or 0) > MOST_REPS or abs(one.weight_kg or 0) > MOST_KG or (one.seconds or 0) > MOST_SECONDS:
        return LeftOut(row_number, "more than anybody can do")
    if (one.metres or 0) > MOST_METRES or (one.reps or 0) < 0 or (one.weight_kg or 0) < 0:
        return LeftOut(row_number, "a figure that cannot be")
    if not one.reps and not one.seconds and not one.metres:
        return LeftOut(row_number, "neither repetitions nor time nor distance", is_broken=False)
    return one


def _whole(text: str | None) -> int | None:
    """Return repetitions; nothing where 0 stands for a set by time or distance."""
    return round(number(text) or 0.0) or None


def _positive(value: float | None) -> float | None:
    return value if value is not None and value > 0 else None


def _scaled(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor
