"""Writes what other tools say was eaten as meals: one for each meal name, or hour, of a day."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sharpened_cli.clock import as_text, local_day
from sharpened_cli.ids import new_id
from sharpened_cli.services.wall_clock import instant_at, instant_of, minute_of
from sharpened_cli.store import imports, meals
from sharpened_cli.store.imports import Imported
from sharpened_cli.store.meals import ItemRow, MealRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.imports.records import Intake
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

MOST_WAITING = 200  # meals that wait for more of their foods; a larger file writes the longest untouched half of them
MOST_ITEMS = 500  # of one meal


class MealWriter:
    """Gathers foods into meals and writes them for one person."""

    def __init__(self, store: Store, clock: Clock, user: User, source: str) -> None:
        """Begin with no food."""
        self.written = 0
        self._store, self._user, self._source = store, user, source
        self._now = as_text(clock.now())
        self._waiting: dict[tuple[date, str], list[Intake]] = {}

    def take(self, intakes: Iterable[Intake]) -> None:
        """Put foods to their meals; in memory that does not grow with the file."""
        for intake in intakes:
            start = instant_at(intake.start, self._user.timezone)
            key = local_day(start, self._user.timezone), intake.meal or f"{start:%H}"
            self._waiting[key] = [*self._waiting.pop(key, ()), intake]
        if len(self._waiting) > MOST_WAITING:
            self._write(len(self._waiting) - MOST_WAITING // 2)

    def finish(self) -> None:
        """Write the meals that still wait."""
        self._write(len(self._waiting))

    def _write(self, count: int) -> None:
        """Write the meals that were touched the longest ago."""
        rows: list[Imported] = []
        for day, name in list(islice(self._waiting, count)):
            intakes = self._waiting.pop((day, name))
            meal = self._meal(day, name, intakes)
            meals.add(self._store, self._user.id, meal, self._now)
            rows += [Imported(self._source, intake.external_id, "meal", meal.id) for intake in intakes]
            self.written += 1
        imports.add(self._store, self._user.id, rows, self._now)

    def _meal(self, day: date, name: str, intakes: Sequence[Intake]) -> MealRow:
        from sharpened_cli.services.meal_options import USUAL_MINUTE, meal_type_at, said_meal_type

        zone = self._user.timezone
        meal_type = said_meal_type(name)
        start = min(instant_at(intake.start, zone) for intake in intakes)
        minute = minute_of(start, zone)
        if minute == 0:  # no time of day was exported
            start = instant_of(day, USUAL_MINUTE[meal_type or "other"], zone)
        return MealRow(
            id=new_id(),
            meal_type=meal_type or ("other" if minute == 0 else meal_type_at(minute, ())),
            logged_at=as_text(start),
            local_date=day.isoformat(),
            planned_meal_instance_id=None,
            source=self._source,
            original_text=", ".join(intake.name for intake in intakes)[:500],
            notes="",
            items=tuple(_item(intake) for intake in intakes[:MOST_ITEMS]),
        )


def _item(intake: Intake) -> ItemRow:
    return ItemRow(
        food_id=None,
        food_name=intake.name[:120],
        text="",
        quantity=None,
        unit="",
        grams=intake.grams if intake.grams and intake.grams > 0 else None,
        **intake.nutrients._asdict(),
    )
