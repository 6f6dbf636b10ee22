"""Logged meals with their items: nutrition is frozen in the items, totals are their sum."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.nutrients import Nutrients, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sharpened_cli.store import Row, Store


class ItemRow(NamedTuple):
    """One row of meal_items without its owner."""

    food_id: str | None
    food_name: str
    text: str
    quantity: float | None
    unit: str
    grams: float | None
    kcal: float
    protein_g: float
    carbs_g: float
    fat_g: float
    fiber_g: float
    confidence: float = 1.0

    @property
    def nutrients(self) -> Nutrients:
        """Return what is in the item."""
        return Nutrients(self.kcal, self.protein_g, self.carbs_g, self.fat_g, self.fiber_g)

    @property
    def is_unknown(self) -> bool:
        """Return whether the words were kept without a food being recognised in them."""
        return self.food_id is None and self.confidence == 0.0


class MealRow(NamedTuple):
    """One row of meals with its items; ``logged_at`` is UTC text: when it was eaten."""

    id: str
    meal_type: str
    logged_at: str
    local_date: str
    planned_meal_instance_id: str | None
    source: str
    original_text: str
    notes: str
    items: tuple[ItemRow, ...] = ()

    @property
    def totals(self) -> Nutrients:
        """Return the sum of the items."""
        return total(item.nutrients for item in self.items)


_COLUMNS = """
    SELECT id, meal_type, logged_at, local_date, planned_meal_instance_id, source, original_text, notes
      FROM meals
"""


def add(store: Store, user_id: str, meal: MealRow, now: str) -> None:
    """Add a meal and its items."""
    store.execute(
        """
        INSERT INTO main.meals
            (id, user_id, meal_type, logged_at, local_date, total_cals, total_protein, total_carbs, total_fat,
             total_fiber, planned_meal_instance_id, source, original_text, notes, created_at, updated_at)
        VALUES
            (:id, :user_id, :meal_type, :logged_at, :local_date, :total_cals, :total_protein, :total_carbs, :total_fat,
             :total_fiber, :planned_meal_instance_id, :source, :original_text, :notes, :now, :now)
        """,
        {**_parameters(meal), "user_id": user_id, "now": now},
    )
    _add_items(store, user_id, meal)


def replace(store: Store, user_id: str, meal: MealRow, now: str) -> None:
    """Write a changed meal and its items over the stored ones."""
    store.execute(
        """
        UPDATE main.meals
           SET meal_type = :meal_type, logged_at = :logged_at, local_date = :local_date, total_cals = :total_cals,
               total_protein = :total_protein, total_carbs = :total_carbs, total_fat = :total_fat,
               total_fiber = :total_fiber, planned_meal_instance_id = :planned_meal_instance_id, source = :source,
               original_text = :original_text, notes = :notes, updated_at = :now
         WHERE id = :id
        """,
        {**_parameters(meal), "now": now},
    )
    store.execute("DELETE FROM main.meal_items WHERE meal_id = :id", {"id": meal.id})
    _add_items(store, user_id, meal)


def set_removed(store: Store, meal_id: str, removed_at: str | None) -> None:
    """Take a meal out of every sum, or (None) back in."""
    store.execute("UPDATE main.meals SET deleted_at = :at WHERE id = :id", {"id": meal_id, "at": removed_at})


def get(store: Store, meal_id: str) -> MealRow | None:
    """Return a live meal with its items, or None."""
    rows = store.all(f"{_COLUMNS} WHERE id = :id AND deleted_at IS NULL", {"id": meal_id})
    return next(iter(_with_items(store, rows)), None)


def find(store: Store, user_id: str, prefix: str) -> list[str]:
    """Return the ids of live meals that begin so, at most two."""
    rows = store.all(
        """
        SELECT id FROM meals
         WHERE user_id = :user_id AND deleted_at IS NULL AND substr(id, 1, length(:prefix)) = :prefix
         ORDER BY id LIMIT 2
        """,
        {"user_id": user_id, "prefix": prefix},
    )
    return [row[0] for row in rows]


def on(store: Store, user_id: str, day: date, meal_type: str | None = None) -> list[MealRow]:
    """Return the live meals of a local day with their items, by time; of one type where it is named."""
    rows = store.all(
        f"""
        {_COLUMNS}
         WHERE user_id = :user_id AND local_date = :day AND deleted_at IS NULL
           AND (:meal_type IS NULL OR meal_type = :meal_type)
         ORDER BY logged_at, id
        """,
        {"user_id": user_id, "day": day.isoformat(), "meal_type": meal_type},
    )
    return _with_items(store, rows)


def latest(store: Store, user_id: str, limit: int) -> list[MealRow]:
    """Return the latest live meals with their items, the newest first."""
    rows = store.all(
        f"{_COLUMNS} WHERE user_id = :user_id AND deleted_at IS NULL ORDER BY logged_at DESC, id DESC LIMIT :limit",
        {"user_id": user_id, "limit": limit},
    )
    return _with_items(store, rows)


def as_document(meal: MealRow) -> dict[str, Any]:
    """Return a meal as plain values, as revisions keep it."""
    return {**meal._asdict(), "items": [item._asdict() for item in meal.items]}


def from_document(document: Mapping[str, Any]) -> MealRow:
    """Return the meal that ``as_document`` wrote."""
    return MealRow(**{**document, "items": tuple(ItemRow(**item) for item in document["items"])})


def _parameters(meal: MealRow) -> dict[str, Any]:
    values = meal._asdict()
    del values["items"]
    sums = meal.totals
    return {
        **values,
        "total_cals": sums.kcal,
        "total_protein": sums.protein_g,
        "total_carbs": sums.carbs_g,
        "total_fat": sums.fat_g,
        "total_fiber": sums.fiber_g,
    }


def _add_items(store: Store, user_id: str, meal: MealRow) -> None:
    store.execute_many(
        """
        INSERT INTO main.meal_items
            (meal_id, position, user_id, food_id, food_name, text, quantity, unit, grams, kcal, protein_g, carbs_g,
             fat_g, fiber_g, confidence)
        VALUES
            (:meal_id, :position, :user_id, :food_id, :food_name, :text, :quantity, :unit, :grams, :kcal, :protein_g,
             :carbs_g, :fat_g, :fiber_g, :confidence)
        """,
        [
            {**item._asdict(), "meal_id": meal.id, "position": place, "user_id": user_id}
            for place, item in enumerate(meal.items, 1)
        ],
    )


def _with_items(store: Store, rows: Sequence[Row]) -> list[MealRow]:
    found = store.all(
        """
        SELECT meal_id, food_id, food_name, text, quantity, unit, grams, kcal, protein_g, carbs_g, fat_g, fiber_g,
               confidence
          FROM meal_items
         WHERE meal_id IN (SELECT value FROM json_each(:ids))
         ORDER BY meal_id, position
        """,
        {"ids": json.dumps([row["id"] for row in rows])},
    )
    items: dict[str, list[ItemRow]] = {}
    for meal_id, *columns in found:
        items.setdefault(meal_id, []).append(ItemRow(*columns))
    return [MealRow(**dict(row), items=tuple(items.get(row["id"], ()))) for row in rows]
