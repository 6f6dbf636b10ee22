"""Foods, shared and a person's own: rows in and out, portions, recipes, personal names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.food import Food, Portion
from sharpened_cli.domain.nutrients import Nutrients

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sharpened_cli.store import Row, Store

_COLUMNS = """
    SELECT id, name, brand, aliases, bare_words, category, state, calories_per_100g, protein_g_per_100g,
           carbs_g_per_100g, fat_g_per_100g, fiber_g_per_100g, sugar_g_per_100g, saturated_fat_g_per_100g,
           sodium_mg_per_100g, alcohol_g_per_100g, default_portion, is_countable, vegetarian, vegan, pescatarian,
           allergens, composition_type, source, created_by
      FROM foods
"""


class Ingredient(NamedTuple):
    """One part of a recipe: a food and its weight in grams."""

    food_id: str
    food_name: str
    grams: float


class Use(NamedTuple):
    """How often and when last a person ate a food."""

    food_id: str
    food_name: str
    times: int
    last_date: str


def get(store: Store, food_id: str) -> Food | None:
    """Return a food with its portions, or None; removed ones are not there."""
    return by_ids(store, [food_id]).get(food_id)


def by_ids(store: Store, food_ids: Iterable[str]) -> dict[str, Food]:
    """Return foods with their portions by id; missing and removed ones are left out."""
    ids = json.dumps(sorted(set(food_ids)))
    rows = store.all(
        f"{_COLUMNS} WHERE id IN (SELECT value FROM json_each(:ids)) AND deleted_at IS NULL ORDER BY id", {"ids": ids}
    )
    found = store.all(
        """
        SELECT food_id, portion_key, label, unit, size, grams
          FROM food_servings
         WHERE food_id IN (SELECT value FROM json_each(:ids))
         ORDER BY food_id, display_order, portion_key
        """,
        {"ids": ids},
    )
    portions: dict[str, list[Portion]] = {}
    for food_id, *columns in found:
        portions.setdefault(food_id, []).append(Portion(*columns))
    return {row["id"]: _food(row, tuple(portions.get(row["id"], ()))) for row in rows}


def details(store: Store, food_id: str) -> tuple[str | None, str, str]:
    """Return brand, source and composition type of a food."""
    row = store.one("SELECT brand, source, composition_type FROM foods WHERE id = :id", {"id": food_id})
    return (row["brand"], row["source"], row["composition_type"]) if row else (None, "", "simple")


def own(store: Store, user_id: str) -> list[Food]:
    """Return the foods that a person added, by name."""
    rows = store.all(
        "SELECT id FROM foods WHERE created_by = :user_id AND deleted_at IS NULL ORDER BY name, id",
        {"user_id": user_id},
    )
    foods = by_ids(store, [row[0] for row in rows])
    return [foods[row[0]] for row in rows]


def own_by_name(store: Store, user_id: str, name: str) -> str | None:
    """Return the id of a person's own food of exactly this name, whatever its case, or None."""
    row = store.one(
        """
        SELECT id FROM foods
         WHERE created_by = :user_id AND deleted_at IS NULL AND name = :name COLLATE NOCASE
         ORDER BY id
        """,
        {"user_id": user_id, "name": name},
    )
    return row[0] if row else None


def add_own(
    store: Store,
    user_id: str,
    food: Food,
    now: str,
    *,
    brand: str | None = None,
    source: str = "own",
    composition_type: str = "simple",
) -> None:
    """Add a person's own food with its portions."""
    store.execute(
        """
        INSERT INTO main.foods
            (id, name, brand, aliases, category, state, calories_per_100g, protein_g_per_100g, carbs_g_per_100g,
             fat_g_per_100g, fiber_g_per_100g, sugar_g_per_100g, saturated_fat_g_per_100g, sodium_mg_per_100g,
             default_portion, allergens, source, composition_type, created_by, created_at)
        VALUES
            (:id, :name, :brand, :aliases, :category, :state, :kcal, :protein_g, :carbs_g, :fat_g, :fiber_g, :sugar_g,
             :saturated_fat_g, :sodium_mg, :default_portion, :allergens, :source, :composition_type, :user_id, :now)
        """,
        {
            "id": food.id, "name": food.name, "brand": brand, "aliases": "|".join(food.aliases),
            "category": food.category, "state": food.state, **food.per_100g._asdict(), "sugar_g": food.sugar_g,
            "saturated_fat_g": food.saturated_fat_g, "sodium_mg": food.sodium_mg,
            "default_portion": food.default_portion, "allergens": "|".join(sorted(food.allergens)), "source": source,
            "composition_type": composition_type, "user_id": user_id, "now": now,
        },
    )  # fmt: skip
    store.execute_many(
        """
        INSERT INTO main.food_servings (food_id, portion_key, label, unit, size, grams, created_by, display_order)
        VALUES (:food_id, :key, :label, :unit, :size, :grams, :user_id, :place)
        """,
        [
            {
                "food_id": food.id,
                "key": portion.key,
                "label": portion.label,
                "unit": portion.unit,
                "size": portion.size,
                "grams": portion.grams,
                "user_id": user_id,
                "place": place,
            }
            for place, portion in enumerate(food.portions)
        ],
    )


def remove_own(store: Store, food_id: str, now: str) -> None:
    """Take a person's own food out of every search; what was logged with it stays."""
    store.execute("UPDATE main.foods SET deleted_at = :now WHERE id = :id", {"id": food_id, "now": now})


def add_recipe(store: Store, user_id: str, food_id: str, parts: Sequence[Ingredient]) -> None:
    """Store what a composed food is made of."""
    store.execute_many(
        """
        INSERT INTO main.recipe_items (food_id, position, item_food_id, grams, created_by)
        VALUES (:food_id, :position, :item_food_id, :grams, :user_id)
        """,
        [
            {
                "food_id": food_id,
                "position": place,
                "item_food_id": part.food_id,
                "grams": part.grams,
                "user_id": user_id,
            }
            for place, part in enumerate(parts, 1)
        ],
    )


def recipe(store: Store, food_id: str) -> list[Ingredient]:
    """Return what a composed food is made of, in order; empty for a simple one."""
    rows = store.all(
        """
        SELECT r.item_food_id, f.name, r.grams
          FROM recipe_items AS r
          JOIN foods AS f ON f.id = r.item_food_id
         WHERE r.food_id = :food_id
         ORDER BY r.position
        """,
        {"food_id": food_id},
    )
    return [Ingredient(*row) for row in rows]


def recipe_links(store: Store, user_id: str) -> dict[str, list[str]]:
    """Return for each composed food of a person the ids of what it is made of."""
    rows = store.all(
        "SELECT food_id, item_food_id FROM recipe_items WHERE created_by = :user_id ORDER BY food_id, position",
        {"user_id": user_id},
    )
    links: dict[str, list[str]] = {}
    for row in rows:
        links.setdefault(row[0], []).append(row[1])
    return links


def used(store: Store, user_id: str, limit: int) -> list[Use]:
    """Return the foods that a person has eaten most often, the latest first among equals."""
    rows = store.all(
        """
        SELECT i.food_id, max(i.food_name) AS food_name, count(*) AS times, max(m.local_date) AS last_date
          FROM meals AS m
          JOIN meal_items AS i ON i.meal_id = m.id
         WHERE m.user_id = :user_id AND m.deleted_at IS NULL AND i.food_id IS NOT NULL
         GROUP BY i.food_id
         ORDER BY times DESC, last_date DESC, i.food_id
         LIMIT :limit
        """,
        {"user_id": user_id, "limit": limit},
    )
    return [Use(*row) for row in rows]


def aliases(store: Store, user_id: str) -> dict[str, tuple[str, float | None]]:
    """Return what a person means by words of their own: phrase -> food id and grams."""
    rows = store.all(
        "SELECT alias, food_id, grams FROM user_food_aliases WHERE user_id = :user_id ORDER BY alias",
        {"user_id": user_id},
    )
    return {row["alias"]: (row["food_id"], row["grams"]) for row in rows}


def set_alias(store: Store, user_id: str, phrase: str, food_id: str, now: str) -> None:
    """Remember that a person means a food by a phrase; the few phrases of a person are written anew."""
    rows = store.all(
        "SELECT alias, food_id, grams, created_at FROM user_food_aliases WHERE user_id = :user_id ORDER BY alias",
        {"user_id": user_id},
    )
    kept = {row["alias"]: {**dict(row), "user_id": user_id} for row in rows}
    kept[phrase] = {"alias": phrase, "food_id": food_id, "grams": None, "created_at": now, "user_id": user_id}
    store.execute("DELETE FROM main.user_food_aliases WHERE user_id = :user_id", {"user_id": user_id})
    store.execute_many(
        """
        INSERT INTO main.user_food_aliases (user_id, alias, food_id, grams, created_at)
        VALUES (:user_id, :alias, :food_id, :grams, :created_at)
        """,
        kept.values(),
    )


def _food(row: Row, portions: tuple[Portion, ...]) -> Food:
    return Food(
        id=row["id"],
        name=row["name"],
        aliases=tuple(row["aliases"].split("|")) if row["aliases"] else (),
        bare_words=tuple(row["bare_words"].split("|")) if row["bare_words"] else (),
        category=row["category"],
        state=row["state"],
        per_100g=Nutrients(
            row["calories_per_100g"],
            row["protein_g_per_100g"],
            row["carbs_g_per_100g"],
            row["fat_g_per_100g"],
            row["fiber_g_per_100g"],
        ),
        sugar_g=row["sugar_g_per_100g"],
        saturated_fat_g=row["saturated_fat_g_per_100g"],
        sodium_mg=row["sodium_mg_per_100g"],
        alcohol_g=row["alcohol_g_per_100g"],
        portions=portions,
        default_portion=row["default_portion"],
        is_countable=bool(row["is_countable"]),
        vegetarian=bool(row["vegetarian"]),
        vegan=bool(row["vegan"]),
        pescatarian=bool(row["pescatarian"]),
        allergens=frozenset(row["allergens"].split("|")) if row["allergens"] else frozenset(),
        created_by=row["created_by"],
    )
