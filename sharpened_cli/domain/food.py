"""A food of the table: figures per 100 g, household portions, and what a planner must know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpened_cli.domain.nutrients import Nutrients

ALLERGENS = (
    "gluten", "milk", "egg", "soy", "peanut", "tree_nut", "sesame", "fish", "crustacean",
    "mollusc", "mustard", "celery", "sulphite", "lupin",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Portion:
    """A household portion: its key, label, unit, size word and weight in grams."""

    key: str
    label: str
    unit: str
    size: str
    grams: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Food:
    """One food. Figures are per 100 g edible; an empty ``role`` means: never planned."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    bare_words: tuple[str, ...] = ()
    category: str = ""
    state: str = "as_sold"
    per_100g: Nutrients
    sugar_g: float | None = None
    saturated_fat_g: float | None = None
    sodium_mg: float | None = None
    alcohol_g: float = 0.0
    portions: tuple[Portion, ...] = ()
    default_portion: str = ""
    is_countable: bool = False
    vegetarian: bool = False
    vegan: bool = False
    pescatarian: bool = False
    keto_ok: bool = False
    paleo_ok: bool = False
    halal_status: str = "depends"
    kosher_status: str = "depends"
    allergens: frozenset[str] = frozenset()
    lactose: bool = False
    role: str = ""
    slots: frozenset[str] = frozenset()
    plan_min_g: float = 0.0
    plan_max_g: float = 0.0
    plan_step_g: float = 0.0
    prep_minutes: int = 0
    cost_level: int = 1
    buy_unit: str = ""
    buy_grams: float = 0.0
    yield_factor: float = 1.0
    buys_as: str = ""
    created_by: str | None = None

    def nutrients(self, grams: float) -> Nutrients:
        """Return what is in so many grams of this food."""
        return self.per_100g.scaled(grams / 100.0)
