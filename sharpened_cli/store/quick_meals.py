"""Meals that a person saved under a name, with their foods."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.nutrients import total
from sharpened_cli.store.meals import ItemRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.store import Row, Store


class QuickMeal(NamedTuple):
    """A saved meal: name, how often and when last used, and its foods."""

    id: str
    name: str
    usage_count: int
    last_used_at: str | None
    items: tuple[ItemRow, ...] = ()


_COLUMNS = "SELECT id, meal_name, usage_count, last_used_at FROM quick_meals"


def all_of(store: Store, user_id: str) -> list[QuickMeal]:
    """Return a person's saved meals, the most used first."""
    rows = store.all(f"{_COLUMNS} WHERE user_id = :user_id ORDER BY usage_count DESC, meal_name", {"user_id": user_id})
    return [_with_items(store, row) for row in rows]


def named(store: Store, user_id: str, name: str) -> QuickMeal | None:
    """Return the saved meal of a name, whatever its case, or None."""
    row = store.one(f"{_COLUMNS} WHERE user_id = :user_id AND meal_name = :name", {"user_id": user_id, "name": name})
    return _with_items(store, row) if row else None


def save(store: Store, user_id: str, meal_id: str, name: str, items: Sequence[ItemRow], now: str) -> None:
    """Save foods under a name; a meal of that name is written anew."""
    before = named(store, user_id, name)
    sums = total(item.nutrients for item in items)
    values = {
        "id": before.id if before else meal_id, "name": name, "now": now, "kcal": sums.kcal, "protein": sums.protein_g,
        "carbs": sums.carbs_g, "fat": sums.fat_g, "fiber": sums.fiber_g,
    }  # fmt: skip
    if before is None:
        store.execute(_INSERT, {**values, "user_id": user_id})
    else:
        store.execute(_UPDATE, values)
        store.execute("DELETE FROM main.quick_meal_foods WHERE quick_meal_id = :id", {"id": before.id})
    _add_items(store, user_id, values["id"], items)


_INSERT = """
    INSERT INTO main.quick_meals
        (id, user_id, meal_name, total_cals, total_protein, total_carbs, total_fat, total_fiber, created_at, updated_at)
    VALUES (:id, :user_id, :name, :kcal, :protein, :carbs, :fat, :fiber, :now, :now)
"""
_UPDATE = """
    UPDATE main.quick_meals
       SET meal_name = :name, total_cals = :kcal, total_protein = :protein, total_carbs = :carbs, total_fat = :fat,
           total_fiber = :fiber, updated_at = :now
     WHERE id = :id
"""


def _add_items(store: Store, user_id: str, quick_meal_id: object, items: Sequence[ItemRow]) -> None:
    store.execute_many(
        """
        INSERT INTO main.quick_meal_foods
            (quick_meal_id, position, user_id, food_id, food_name, quantity, unit, grams, kcal, protein_g, carbs_g,
             fat_g, fiber_g)
        VALUES
            (:quick_meal_id, :position, :user_id, :food_id, :food_name, :quantity, :unit, :grams, :kcal, :protein_g,
             :carbs_g, :fat_g, :fiber_g)
        """,
        [
            {**_without_words(item), "quick_meal_id": quick_meal_id, "position": place, "user_id": user_id}
            for place, item in enumerate(items, 1)
        ],
    )


def mark_used(store: Store, meal: QuickMeal, now: str) -> None:
    """Count one use of a saved meal."""
    store.execute(
        "UPDATE main.quick_meals SET usage_count = :count, last_used_at = :now WHERE id = :id",
        {"id": meal.id, "count": meal.usage_count + 1, "now": now},
    )


def remove(store: Store, quick_meal_id: str) -> None:
    """Delete a saved meal; what was logged with it stays."""
    store.execute("DELETE FROM main.quick_meals WHERE id = :id", {"id": quick_meal_id})


def _without_words(item: ItemRow) -> dict[str, object]:
    values = item._asdict()
    del values["text"], values["confidence"]
    return values


def _with_items(store: Store, row: Row) -> QuickMeal:
    found = store.all(
        """
        SELECT food_id, food_name, '' AS text, quantity, unit, grams, kcal, protein_g, carbs_g, fat_g, fiber_g
          FROM quick_meal_foods
         WHERE quick_meal_id = :id
         ORDER BY position
        """,
        {"id": row["id"]},
    )
    return QuickMeal(
        row["id"],
        row["meal_name"],
        row["usage_count"],
        row["last_used_at"],
        tuple(ItemRow(*columns) for columns in found),
    )
