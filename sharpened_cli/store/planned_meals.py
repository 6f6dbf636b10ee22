"""Logged meals beside planned ones: what matching reads, and where planned things have no record yet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.meal_match import DoneMeal
from sharpened_cli.domain.nutrients import Nutrients

if TYPE_CHECKING:
    from sharpened_cli.store import Store


class LoggedMeal(NamedTuple):
    """A logged meal, and the planned meal that the person said it was, if any."""

    meal: DoneMeal
    logged_at: str
    planned_id: str | None


def logged_on(store: Store, user_id: str, day: date) -> list[LoggedMeal]:
    """Return the logged meals of a local day, by time; foods with their kcal."""
    meals = store.all(
        """
        SELECT id, meal_type, logged_at, total_cals, total_protein, total_carbs, total_fat, total_fiber,
               planned_meal_instance_id
          FROM meals
         WHERE user_id = :user_id AND local_date = :day AND deleted_at IS NULL
         ORDER BY +logged_at, id
        """,
        {"user_id": user_id, "day": day.isoformat()},
    )
    foods = _foods(store, [row["id"] for row in meals])
    return [
        LoggedMeal(
            DoneMeal(
                id=row["id"],
                date=day,
                meal_type=row["meal_type"],
                minute=None,
                nutrients=Nutrients(
                    row["total_cals"], row["total_protein"], row["total_carbs"], row["total_fat"], row["total_fiber"]
                ),
                foods=tuple(foods.get(row["id"], ())),
            ),
            row["logged_at"],
            row["planned_meal_instance_id"],
        )
        for row in meals
    ]


def first_open_day(store: Store, user_id: str, first: date, last: date) -> date | None:
    """Return the first day of a range on which something planned in force has no record, or None.

    Cancelled and optional things, and those of superseded programs, are left out.
    """
    row = store.one(
        f"""
        SELECT min(day) FROM (
            {_OPEN.format(table="session_instances", extra="AND p.is_optional = 0")}
            UNION ALL
            {_OPEN.format(table="meal_instances", extra="")}
        )
        """,
        {"user_id": user_id, "first": first.isoformat(), "last": last.isoformat()},
    )
    return date.fromisoformat(row[0]) if row and row[0] else None


_OPEN = """
    SELECT min(p.date) AS day
      FROM {table} AS p
      JOIN programs AS g ON g.id = p.program_id
      LEFT JOIN adherence_records AS a ON a.planned_entity_id = p.id
     WHERE p.user_id = :user_id AND p.date BETWEEN :first AND :last AND a.id IS NULL
       AND (g.valid_until IS NULL OR p.date < g.valid_until) {extra}
       AND p.id NOT IN (
           SELECT planned_entity_id FROM plan_change_events
            WHERE user_id = :user_id AND change_type IN ('cancel', 'move', 'reschedule')
       )
"""


def _foods(store: Store, meal_ids: list[str]) -> dict[str, list[tuple[str, float]]]:
    import json

    rows = store.all(
        """
        SELECT meal_id, food_id, kcal FROM meal_items
         WHERE meal_id IN (SELECT value FROM json_each(:ids)) AND food_id IS NOT NULL
         ORDER BY meal_id, food_id
        """,
        {"ids": json.dumps(meal_ids)},
    )
    foods: dict[str, list[tuple[str, float]]] = {}
    for row in rows:
        foods.setdefault(row["meal_id"], []).append((row["food_id"], row["kcal"]))
    return foods
