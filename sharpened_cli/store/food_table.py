"""The whole food table with portions and planning columns, as the meal planner needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.food import Food, Portion
from sharpened_cli.domain.nutrients import Nutrients

if TYPE_CHECKING:
    from sharpened_cli.store import Row, Store


def read_all(store: Store) -> tuple[Food, ...]:
    """Return every food that the connection may see, by id, with its portions; removed ones are left out."""
    portions: dict[str, list[Portion]] = {}
    for row in store.all(
        """
        SELECT food_id, portion_key, label, unit, size, grams
          FROM food_servings
         ORDER BY food_id, display_order, portion_key
        """
    ):
        portions.setdefault(row[0], []).append(Portion(*tuple(row)[1:]))
    rows = store.all(
        """
        SELECT id, name, aliases, bare_words, category, state, calories_per_100g, protein_g_per_100g, carbs_g_per_100g,
               fat_g_per_100g, fiber_g_per_100g, sugar_g_per_100g, saturated_fat_g_per_100g, sodium_mg_per_100g,
               alcohol_g_per_100g, default_portion, is_countable, vegetarian, vegan, pescatarian, keto_ok, paleo_ok,
               halal_status, kosher_status, allergens, lactose, role, slots, plan_min_g, plan_max_g, plan_step_g,
               prep_minutes, cost_level, buy_unit, buy_grams, yield_factor, buys_as, created_by
          FROM foods
         WHERE deleted_at IS NULL
         ORDER BY id
        """
    )
    return tuple(_food(row, tuple(portions.get(row["id"], ()))) for row in rows)


def _food(row: Row, portions: tuple[Portion, ...]) -> Food:
    return Food(
        id=row["id"], name=row["name"], aliases=_split(row["aliases"]), bare_words=_split(row["bare_words"]),
        category=row["category"], state=row["state"],
        per_100g=Nutrients(
            row["calories_per_100g"], row["protein_g_per_100g"], row["carbs_g_per_100g"], row["fat_g_per_100g"],
            row["fiber_g_per_100g"],
        ),
        sugar_g=row["sugar_g_per_100g"], saturated_fat_g=row["saturated_fat_g_per_100g"],
        sodium_mg=row["sodium_mg_per_100g"], alcohol_g=row["alcohol_g_per_100g"],
        portions=portions, default_portion=row["default_portion"], is_countable=bool(row["is_countable"]),
        vegetarian=bool(row["vegetarian"]), vegan=bool(row["vegan"]), pescatarian=bool(row["pescatarian"]),
        keto_ok=bool(row["keto_ok"]), paleo_ok=bool(row["paleo_ok"]), halal_status=row["halal_status"],
        kosher_status=row["kosher_status"], allergens=frozenset(_split(row["allergens"])),
        lactose=bool(row["lactose"]), role=row["role"], slots=frozenset(_split(row["slots"])),
        plan_min_g=row["plan_min_g"], plan_max_g=row["plan_max_g"], plan_step_g=row["plan_step_g"],
        prep_minutes=row["prep_minutes"], cost_level=row["cost_level"], buy_unit=row["buy_unit"],
        buy_grams=row["buy_grams"], yield_factor=row["yield_factor"], buys_as=row["buys_as"],
        created_by=row["created_by"],
    )  # fmt: skip


def _split(text: str) -> tuple[str, ...]:
    return tuple([part for part in text.split("|") if part]) if text else ()
