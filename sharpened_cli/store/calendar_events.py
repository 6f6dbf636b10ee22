"""The calendar: where each planned session and meal stands, by day and short number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sharpened_cli.store import Store


class Place(NamedTuple):
    """Where something stands: local date, number of the day, wall-clock start, instants, planned or cancelled."""

    date: dt.date
    number: int
    start_time: str
    starts_at: str
    ends_at: str
    status: str


class Planned(NamedTuple):
    """A session or meal of a program as it was generated, and its present row of the calendar."""

    id: str
    event_id: str
    base_date: dt.date
    base_time: str
    minutes: int
    sequence: int
    place: Place


def planned(store: Store, program_id: str, ids: Iterable[str] | None = None) -> list[Planned]:
    """Return what a program planned with its calendar rows, by id; ``ids`` names some of it."""
    import json

    rows = store.all(
        """
        SELECT c.ref_id, c.id, coalesce(s.date, m.date), coalesce(s.start_time, m.time),
               cast(round((julianday(c.end_time_utc) - julianday(c.start_time_utc)) * 1440) AS INTEGER), c.sequence,
               c.date, c.day_number, c.start_time, c.start_time_utc, c.end_time_utc, c.status
          FROM calendar_events AS c
          LEFT JOIN session_instances AS s ON c.ref_table = 'session_instances' AND s.id = c.ref_id
          LEFT JOIN meal_instances AS m ON c.ref_table = 'meal_instances' AND m.id = c.ref_id
         WHERE c.program_id = :program_id AND (:ids IS NULL OR c.ref_id IN (SELECT value FROM json_each(:ids)))
         ORDER BY c.ref_id
        """,
        {"program_id": program_id, "ids": None if ids is None else json.dumps(sorted(ids))},
    )
    return [_planned(*row) for row in rows]


def rewrite(store: Store, changes: Sequence[tuple[Planned, Place]]) -> int:
    """Store where things stand now, each with its sequence raised; return how many there were.

    Numbers are first moved out of the way: two things may have to change places.
    """
    out_of_the_way = 1_000_000
    for offset, (one, _) in enumerate(changes, 1):
        store.execute(
            "UPDATE main.calendar_events SET day_number = :number WHERE id = :id",
            {"id": one.event_id, "number": out_of_the_way + offset},
        )
    for one, place in changes:
        store.execute(
            """
            UPDATE main.calendar_events
               SET date = :date, day_number = :number, start_time = :start_time, start_time_utc = :starts_at,
                   end_time_utc = :ends_at, status = :status, sequence = :sequence
             WHERE id = :id
            """,
            {**place._asdict(), "date": place.date.isoformat(), "id": one.event_id, "sequence": one.sequence + 1},
        )
    return len(changes)


def numbers_on(store: Store, program_id: str, day: date) -> list[int]:
    """Return the day numbers in use on a date."""
    rows = store.all(
        "SELECT day_number FROM calendar_events WHERE program_id = :program_id AND date = :date ORDER BY day_number",
        {"program_id": program_id, "date": day.isoformat()},
    )
    return [row[0] for row in rows]


def _planned(
    ref_id: str, event_id: str, base_date: str, base_time: str, minutes: int, sequence: int, *place: str
) -> Planned:
    day, number, *rest = place
    return Planned(
        ref_id, event_id, date.fromisoformat(base_date), base_time, minutes, sequence,
        Place(date.fromisoformat(day), int(number), *rest),
    )  # fmt: skip
