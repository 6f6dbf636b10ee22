"""Bring the shared reference rows of a file to those of the package: of a new file, and of an older one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sharpened_cli.store import food_forms, reference

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from sharpened_cli.domain.food import Food

SEEDED_AT = "2026-01-01T00:00:00Z"
"""Reference rows carry one fixed instant: a new file is the same on every day."""


def fill(connection: sqlite3.Connection) -> None:
    """Make foods, portions, exercises, METs, modalities, meal times, event types and search indexes the package's.

    Rows are updated in place or added, and none but a portion is deleted: what a person logged or planned, or
    could undo, still finds what it was. A food the package no longer has is out of search and planning, an
    exercise out of planning. People's own foods and exercises are never touched.
    """
    foods = reference.read_foods()
    _put(connection, "foods", FOOD_COLUMNS, [_food_row(food) for food in foods])
    _retire_foods(connection, foods)
    _fill_servings(connection, foods)
    _fill_food_search(connection, foods)
    _fill_exercises(connection)
    mets = [tuple(each) for each in reference.read_mets()]
    _put(connection, "met_activities", ("id", "label", "activity_group", "compendium_code", "met"), mets)
    for table, file in (
        ("training_modalities", "modalities.csv"),
        ("meal_times", "meal_times.csv"),
        ("event_types", "event_types.csv"),
    ):
        rows = [{name: value or None for name, value in row.items()} for row in reference.rows(file)]
        _put(connection, table, tuple(rows[0]), [tuple(row.values()) for row in rows])
    connection.execute("DELETE FROM main.reference_versions")
    _insert(connection, "reference_versions", ("name", "version"), [("package", reference.fingerprint())])


def _fill_servings(connection: sqlite3.Connection, foods: Sequence[Food]) -> None:
    """Put the package's portions in the place of its foods' shared ones; a person's own of the same key stays."""
    connection.execute(
        """
        DELETE FROM main.food_servings
         WHERE created_by IS NULL AND food_id IN (SELECT id FROM foods WHERE created_by IS NULL AND deleted_at IS NULL)
        """
    )
    connection.executemany(
        """
        INSERT INTO main.food_servings (food_id, portion_key, label, unit, size, grams, display_order)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        _serving_rows(foods),
    )


def _retire_foods(connection: sqlite3.Connection, foods: Sequence[Food]) -> None:
    """Take shared foods that the package no longer has out of search and planning; one that is back comes back."""
    packaged = json.dumps([food.id for food in foods])
    connection.execute(
        """
        UPDATE main.foods SET deleted_at = ?, role = ''
         WHERE created_by IS NULL AND deleted_at IS NULL AND id NOT IN (SELECT value FROM json_each(?))
        """,
        (SEEDED_AT, packaged),
    )
    connection.execute(
        """
        UPDATE main.foods SET deleted_at = NULL
         WHERE created_by IS NULL AND deleted_at IS NOT NULL AND id IN (SELECT value FROM json_each(?))
        """,
        (packaged,),
    )


def _fill_food_search(connection: sqlite3.Connection, foods: Sequence[Food]) -> None:
    for table in ("foods_trigram", "foods_fts", "food_words"):
        connection.execute(f"DELETE FROM main.{table}")
    forms = food_forms.read()
    names = [(food.id, food.name, " | ".join(food.aliases)) for food in foods]
    _insert(connection, "foods_trigram", ("food_id", "name", "aliases"), names)
    columns = ("food_id", "name", "aliases", "forms", "bare")
    _insert(connection, "foods_fts", columns, ((*row, *forms[row[0]]) for row in names))
    _insert(connection, "food_words", ("word", "foods"), food_forms.word_counts(forms))


FOOD_COLUMNS = (
    "id", "name", "aliases", "bare_words", "category", "state", "calories_per_100g", "protein_g_per_100g",
    "carbs_g_per_100g", "fat_g_per_100g", "fiber_g_per_100g", "sugar_g_per_100g", "saturated_fat_g_per_100g",
    "sodium_mg_per_100g", "alcohol_g_per_100g", "default_portion", "is_countable", "vegetarian", "vegan",
    "pescatarian", "keto_ok", "paleo_ok", "halal_status", "kosher_status", "allergens", "lactose", "role", "slots",
    "plan_min_g", "plan_max_g", "plan_step_g", "prep_minutes", "cost_level", "buy_unit", "buy_grams",
    "yield_factor", "buys_as", "created_at",
)  # fmt: skip


def _food_row(food: Food) -> tuple[object, ...]:
    return (
        food.id, food.name, "|".join(food.aliases), "|".join(food.bare_words), food.category, food.state,
        *food.per_100g, food.sugar_g, food.saturated_fat_g, food.sodium_mg, food.alcohol_g, food.default_portion,
        food.is_countable, food.vegetarian, food.vegan, food.pescatarian, food.keto_ok, food.paleo_ok,
        food.halal_status, food.kosher_status, "|".join(sorted(food.allergens)), food.lactose, food.role,
        "|".join(sorted(food.slots)), food.plan_min_g, food.plan_max_g, food.plan_step_g, food.prep_minutes,
        food.cost_level, food.buy_unit, food.buy_grams, food.yield_factor, food.buys_as, SEEDED_AT,
    )  # fmt: skip


def _serving_rows(foods: Sequence[Food]) -> Iterable[tuple[object, ...]]:
    for food in foods:
        for order, portion in enumerate(food.portions):
            yield (food.id, portion.key, portion.label, portion.unit, portion.size, portion.grams, order)


def _fill_exercises(connection: sqlite3.Connection) -> None:
    exercises = reference.read_exercises()
    columns = (
        "id", "name", "aliases", "category", "primary_muscle", "secondary_muscles", "equipment", "mechanic",
        "movement_pattern", "level", "unilateral", "caution_injury", "measure", "staple", "created_at",
    )  # fmt: skip
    connection.execute("UPDATE main.exercises SET staple = 0 WHERE created_by IS NULL")
    _put(
        connection,
        "exercises",
        columns,
        [
            (
                each.id, each.name, "|".join(each.aliases), each.category, each.primary_muscle,
                "|".join(each.secondary_muscles), "|".join(each.equipment), each.mechanic, each.movement_pattern,
                each.level, each.unilateral, "|".join(each.caution_injury), each.measure, each.staple, SEEDED_AT,
            )
            for each in exercises
        ],
    )  # fmt: skip
    connection.execute("DELETE FROM main.exercises_fts")
    _insert(
        connection,
        "exercises_fts",
        ("exercise_id", "name", "aliases"),
        [(each.id, each.name, " | ".join(each.aliases)) for each in exercises],
    )


def _put(connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Update the shared rows that are there, by their id (the first column), and insert the others."""
    values = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
    own = f" WHERE {table}.created_by IS NULL" if table in _WITH_OWN_ROWS else ""
    connection.executemany(
        f"INSERT INTO main.{table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        f" ON CONFLICT (id) DO UPDATE SET {values}{own}",
        rows,
    )


_WITH_OWN_ROWS = frozenset({"foods", "exercises"})


def _insert(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    places = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO main.{table} ({', '.join(columns)}) VALUES ({places})", rows)
