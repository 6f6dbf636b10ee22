"""Foods with just what changing an amount needs: figures, steps and portions, cheap to read on every start."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.nutrients import Nutrients

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sharpened_cli.store import Row, Store


class AmountPortion(NamedTuple):
    """A household measure of a food, as domain.food.Portion has it."""

    key: str
    label: str
    unit: str
    size: str
    grams: float


class AmountFood(NamedTuple):
    """The fields of domain.food.Food that amounts depend on."""

    id: str
    state: str
    role: str
    default_portion: str
    is_countable: bool
    plan_min_g: float
    plan_max_g: float
    plan_step_g: float
    per_100g: Nutrients
    portions: tuple[AmountPortion, ...]

    def nutrients(self, grams: float) -> Nutrients:
        """Return what is in so many grams of this food."""
        return self.per_100g.scaled(grams / 100.0)


def by_ids(store: Store, food_ids: Iterable[str]) -> dict[str, AmountFood]:
    """Return foods by their ids; missing ones are left out."""
    ids = json.dumps(sorted(set(food_ids)))
    portions: dict[str, list[AmountPortion]] = {}
    for food_id, *columns in store.all(
        """
        SELECT food_id, portion_key, label, unit, size, grams
          FROM food_servings
         WHERE food_id IN (SELECT value FROM json_each(:ids))
         ORDER BY food_id, display_order, portion_key
        """,
        {"ids": ids},
    ):
        portions.setdefault(food_id, []).append(AmountPortion(*columns))
    rows = store.all(
        """
        SELECT id, state, role, default_portion, is_countable, plan_min_g, plan_max_g, plan_step_g,
               calories_per_100g, protein_g_per_100g, carbs_g_per_100g, fat_g_per_100g, fiber_g_per_100g
          FROM foods
         WHERE id IN (SELECT value FROM json_each(:ids))
         ORDER BY id
        """,
        {"ids": ids},
    )
    return {row["id"]: _food(row, tuple(portions.get(row["id"], ()))) for row in rows}


def _food(row: Row, portions: tuple[AmountPortion, ...]) -> AmountFood:
    food_id, state, role, default_portion, is_countable, least, most, step, *figures = row
    per_100g = Nutrients(*figures)
    return AmountFood(food_id, state, role, default_portion, bool(is_countable), least, most, step, per_100g, portions)
