"""Apple Health's export.xml, gigabytes of it, element by element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.imports import health_export
from sharpened_cli.domain.imports.records import number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from sharpened_cli.domain.imports.records import Record


def health_records(file: IO[bytes]) -> Iterator[Record]:
    """Yield weights, body fat and workouts as they come, and at the end what was eaten; raises InputError."""
    from sharpened_cli.services.import_files import parsed
    from sharpened_cli.store.eaten import EatenFoods

    elements = _Elements()
    with EatenFoods() as foods:
        for _ in parsed(file, elements.start, elements.end):
            yield from elements.records
            foods.add(elements.nutrients)
            elements.records.clear()
            elements.nutrients.clear()
        for eaten, nutrients in foods.entries():
            yield health_export.intake(eaten, nutrients)


class _Elements:
    """What the elements since the last look said."""

    def __init__(self) -> None:
        """Begin before the first element."""
        self.records: list[Record] = []
        self.nutrients: list[health_export.Nutrient] = []
        self._row = 0
        self._workout: dict[str, str] | None = None
        self._statistics: dict[str, tuple[float, str]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the beginning of an element."""
        if name == "Record":
            self._row += 1
            if attributes.get("type") in health_export.WANTED:
                found = health_export.record(self._row, attributes)
                if isinstance(found, health_export.Nutrient):
                    self.nutrients.append(found)
                else:
                    self.records.append(found)
        elif name == "Workout":
            self._row += 1
            self._workout = attributes
            self._statistics.clear()
        elif name == "WorkoutStatistics" and self._workout is not None:
            value = number(attributes.get("sum") or attributes.get("average"))
            if value is not None:
                self._statistics[attributes.get("type", "")] = (value, attributes.get("unit", ""))

    def end(self, name: str, _: str) -> None:
        """Take in the end of an element."""
        if name == "Workout" and self._workout is not None:
            self.records.append(health_export.workout(self._row, self._workout, self._statistics))
            self._workout = None
