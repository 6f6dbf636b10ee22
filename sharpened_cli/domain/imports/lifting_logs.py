"""Strong and Hevy exports: rows of sets, put together to workouts as they stream by.

Both are tables with the same figures under different names; which column says what is looked up once for a table, so
that a row costs little. Rows are cells without blanks around them, as many as the table has columns.
"""

from __future__ import annotations

from operator import itemgetter
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
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sharpened_cli.domain.imports.records import Record

    Cells = Sequence[str]
    Row = tuple[int, Cells]

MOST_REPS, MOST_KG, MOST_SECONDS, MOST_METRES = 1000, 700.0, 7200.0 * 4, 500_000.0
SET_TYPES = {
    "w": "warmup", "d": "drop", "f": "failure",  # Strong's set order
    "warmup": "warmup", "dropset": "drop", "failure": "failure",  # Hevy's set type
}  # fmt: skip
NO_SETS = {"rest timer", "note"}  # what Strong writes between the sets
WEIGHTS = {
    "weight (kg)": 1.0, "kg": 1.0, "weight_kg": 1.0,
    "weight (lbs)": KG_PER_LB, "weight (lb)": KG_PER_LB, "lbs": KG_PER_LB, "lb": KG_PER_LB, "weight_lbs": KG_PER_LB,
}  # fmt: skip
DISTANCES = {
    "distance (meters)": 1.0, "distance (metres)": 1.0, "km": 1000.0, "distance_km": 1000.0,
    "mi.": METRES_PER_MILE, "distance_miles": METRES_PER_MILE,
}  # fmt: skip


class _UnreadableError(ValueError):
    """A cell that should hold a figure and does not."""


class _Figure(NamedTuple):
    """A column of figures: its name, what reads its cell, its unit's size; a unit column where rows say their own."""

    name: str
    cell: Callable[[Cells], str]
    factor: float
    unit: Callable[[Cells], str] | None = None
    factors: tuple[tuple[str, float], ...] = ()

    def value(self, row: Cells) -> float | None:
        """Return the figure in SI units, or None where the cell is empty; raises _UnreadableError for anything else."""
        text = self.cell(row)
        if not text:
            return None
        found = number(text)
        if found is None:
            raise _UnreadableError(f"{self.name} is {text[:20]!r}")
        if self.unit is not None and (unit := self.unit(row).lower()):
            return found * next((factor for start, factor in self.factors if unit.startswith(start)), self.factor)
        return found * self.factor


class _Line(NamedTuple):
    """One row, read: its workout by start and name, its set, and the row for what it says of the whole workout."""

    row: int
    start: datetime
    name: str
    one: WorkoutSet
    cells: Cells


def needs_unit(header: Iterable[str]) -> bool:
    """Return whether a Strong export says nowhere whether weights are kilograms or pounds."""
    columns = set(header)
    return "weight" in columns and "weight unit" not in columns


def workouts(source: str, header: Sequence[str], rows: Iterable[Row], *, pounds: bool = False) -> Iterator[Record]:
    """Yield the workouts of a Strong or Hevy export, any of their dialects, and the rows that are none.

    ``header`` in lower case; ``pounds`` is the unit of a file that names none; rows of one workout stand together.
    """
    table = _Table(header, pounds=pounds)
    current: list[_Line] = []
    for row_number, row in rows:
        line = table.line(row_number, row)
        if isinstance(line, LeftOut):
            yield line
            continue
        if current and (current[0].start, current[0].name) != (line.start, line.name):
            yield table.workout(source, current)
            current = []
        current.append(line)
    if current:
        yield table.workout(source, current)


class _Table:
    """Reads the rows of one table."""

    def __init__(self, header: Sequence[str], *, pounds: bool) -> None:
        """Look up which columns say what."""
        self._start = _cell(header, "date", "start_time")
        self._end = _cell(header, "end_time")
        self._took = [_cell(header, name) for name in ("duration", "workout duration", "duration (sec)")]
        self._name = _cell(header, "workout name", "title")
        self._workout_notes = _cell(header, "workout notes", "description")
        self._exercise = _cell(header, "exercise name", "exercise_title")
        self._set_type = _cell(header, "set order", "set_type")
        self._notes = _cell(header, "notes", "exercise_notes")
        self._superset = _cell(header, "superset_id")
        self._reps, self._rpe = _figure(header, {"reps": 1.0}), _figure(header, {"rpe": 1.0})
        self._seconds = _figure(header, {"seconds": 1.0, "duration_seconds": 1.0})
        self._weight = _figure(
            header,
            {**WEIGHTS, "weight": KG_PER_LB if pounds else 1.0},
            "weight unit",
            (("lb", KG_PER_LB), ("", 1.0)),
        )
        self._distance = _figure(
            header,
            {**DISTANCES, "distance": 1000.0},
            "distance unit",
            (("mi", METRES_PER_MILE), ("m", 1.0), ("", 1000.0)),
        )

    def line(self, row_number: int, row: Cells) -> _Line | LeftOut:
        """Return a row that holds a set, or why it holds none."""
        start = moment(self._start(row))
        if start is None:
            return LeftOut(row_number, f"no date in {self._start(row)[:30]!r}")
        order = self._set_type(row).lower()
        if order in NO_SETS:
            return LeftOut(row_number, f"{order}, not a set", is_broken=False)
        exercise = self._exercise(row)
        if not exercise:
            return LeftOut(row_number, "no exercise")
        try:
            one = WorkoutSet(
                exercise,
                round(self._reps.value(row) or 0.0) or None,  # 0 stands for a set by time or distance
                self._weight.value(row) or None,
                _positive(self._seconds.value(row)),
                _positive(self._distance.value(row)),
                half_steps(self._rpe.value(row)),
                SET_TYPES.get(order, "normal"),
                self._notes(row),
                self._superset(row),
            )
        except _UnreadableError as error:
            return LeftOut(row_number, str(error))
        return _impossible(row_number, one) or _Line(row_number, start, self._name(row), one, row)

    def workout(self, source: str, lines: Sequence[_Line]) -> Workout:
        """Return the workout that rows make together."""
        first = lines[0]
        return Workout(
            external_id=f"{source}:{first.start.isoformat()}|{first.name}",
            name=first.name or "Workout",
            start=first.start,
            seconds=next((took for line in lines if (took := self._seconds_of(line))), None),
            sets=tuple(line.one for line in lines),
            notes=next((notes for line in lines if (notes := self._workout_notes(line.cells))), ""),
            row=first.row,
        )

    def _seconds_of(self, line: _Line) -> float | None:
        """Return how long the whole workout took, by its end or as a duration."""
        end = moment(self._end(line.cells))
        if end is not None:
            return _positive((end - line.start).total_seconds())
        return duration_sec(next((text for cell in self._took if (text := cell(line.cells))), ""))


def _cell(header: Sequence[str], *names: str) -> Callable[[Cells], str]:
    """Return what reads the first of some columns that a table has; without one, what always reads an empty cell."""
    found = next((name for name in names if name in header), None)
    return itemgetter(header.index(found)) if found else lambda _: ""


def _figure(
    header: Sequence[str], factors: Mapping[str, float], unit: str = "", units: tuple[tuple[str, float], ...] = ()
) -> _Figure:
    """Return the first column of a figure that a table has; ``unit`` names the column that may say another unit."""
    name = next((name for name in factors if name in header), "")
    said = _cell(header, unit) if unit in header else None
    return _Figure(name, _cell(header, name), factors.get(name, 1.0), said, units)


def _impossible(row_number: int, one: WorkoutSet) -> LeftOut | None:
    """Return why a set cannot be: nothing done, or more than anybody can do."""
    if (one.reps or 0) > MOST_REPS or abs(one.weight_kg or 0) > MOST_KG or (one.seconds or 0) > MOST_SECONDS:
        return LeftOut(row_number, "more than anybody can do")
    if (one.metres or 0) > MOST_METRES or (one.reps or 0) < 0 or (one.weight_kg or 0) < 0:
        return LeftOut(row_number, "a figure that cannot be")
    if not one.reps and not one.seconds and not one.metres:
        return LeftOut(row_number, "neither repetitions nor time nor distance", is_broken=False)
    return None


def _positive(value: float | None) -> float | None:
    return value if value is not None and value > 0 else None
