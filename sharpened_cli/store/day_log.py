"""What was logged, as the daily screens need it: sums of a day, activities, statuses, recent weights."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.nutrients import NOTHING, Nutrients

if TYPE_CHECKING:
    from sharpened_cli.store import Store

RECENT_DAYS = 90  # product choice: the trend on a screen needs no weigh-ins older than this


class Activity(NamedTuple):
    """A logged activity of a day, in the names of its JSON."""

    id: str
    activity_name: str
    category: str
    start_time: str
    duration_minutes: float
    calories_burned: float | None
    planned_session_instance_id: str | None


def eaten(store: Store, user_id: str, first: date, last: date) -> dict[date, Nutrients]:
    """Return what was eaten on each day of a range that has meals; other days are missing."""
    rows = store.all(
        """
        SELECT date, kcal, protein_g, carbs_g, fat_g, fiber_g
          FROM day_totals
         WHERE user_id = :user_id AND date BETWEEN :first AND :last AND meals_logged > 0
         ORDER BY date
        """,
        {"user_id": user_id, "first": first.isoformat(), "last": last.isoformat()},
    )
    return {date.fromisoformat(row["date"]): Nutrients(*tuple(row)[1:]) for row in rows}


def eaten_on(store: Store, user_id: str, day: date) -> Nutrients:
    """Return what was eaten on a day."""
    return eaten(store, user_id, day, day).get(day, NOTHING)


def activities_on(store: Store, user_id: str, day: date) -> list[Activity]:
    """Return the activities of a day in the order of their start."""
    rows = store.all(
        """
        SELECT id, activity_name, category, start_time, duration_minutes, calories_burned, planned_session_instance_id
          FROM activities
         WHERE user_id = :user_id AND local_date = :date AND deleted_at IS NULL
         ORDER BY +start_time, id  -- the plus keeps SQLite on the index by day: one day is sorted, not every year read
        """,
        {"user_id": user_id, "date": day.isoformat()},
    )
    return [Activity(*row) for row in rows]


def weigh_ins(store: Store, user_id: str, day: date) -> list[tuple[date, float]]:
    """Return the first weight of each of the days up to ``day`` that are recent, in order."""
    rows = store.all(
        """
        SELECT date, weight_kg
          FROM day_totals
         WHERE user_id = :user_id AND date BETWEEN :first AND :last AND weight_kg IS NOT NULL
         ORDER BY date
        """,
        {"user_id": user_id, "first": (day - timedelta(days=RECENT_DAYS)).isoformat(), "last": day.isoformat()},
    )
    return [(date.fromisoformat(row["date"]), row["weight_kg"]) for row in rows]
