"""Apple Health's export.xml, gigabytes of it, element by element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.imports.health_export import WANTED, HealthReader
from sharpened_cli.domain.imports.records import number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from sharpened_cli.domain.imports.records import Record


def health_records(file: IO[bytes]) -> Iterator[Record]:
    """Yield weights, body fat and workouts as they come, and at the end what was eaten; raises InputError."""
    from sharpened_cli.services.import_files import parsed

    reader = HealthReader()
    found: list[Record] = []
    workout: dict[str, str] | None = None
    statistics: dict[str, tuple[float, str]] = {}
    row = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal workout, row
        if name == "Record":
            row += 1
            if attributes.get("type") in WANTED:
                record = reader.record(row, attributes)
                if record is not None:
                    found.append(record)
        elif name == "Workout":
            row += 1
            workout = attributes
            statistics.clear()
        elif name == "WorkoutStatistics" and workout is not None:
            value = number(attributes.get("sum") or attributes.get("average"))
            if value is not None:
                statistics[attributes.get("type", "")] = (value, attributes.get("unit", ""))

    def end(name: str, _: str) -> None:
        nonlocal workout
        if name == "Workout" and workout is not None:
            found.append(reader.workout(row, workout, statistics))
            workout = None

    for _ in parsed(file, start, end):
        yield from found
        found.clear()
    yield from reader.eaten()
