"""Products of a downloaded Open Food Facts export: tab-separated text with a header, or a JSON object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.food import Food, Portion
from sharpened_cli.domain.nutrients import Nutrients

if TYPE_CHECKING:
    from collections.abc import Mapping

KJ_PER_KCAL = 4.184
_ALLERGENS = {
    "gluten": "gluten", "milk": "milk", "eggs": "egg", "soybeans": "soy", "peanuts": "peanut", "nuts": "tree_nut",
    "sesame-seeds": "sesame", "fish": "fish", "crustaceans": "crustacean", "molluscs": "mollusc",
    "mustard": "mustard", "celery": "celery", "sulphur-dioxide-and-sulphites": "sulphite", "lupin": "lupin",
}  # fmt: skip


class Product(NamedTuple):
    """A product: the row it stood in, its bar code, name, brand, figures per 100 g and serving in grams."""

    row: int
    code: str
    name: str
    brand: str
    per_100g: Nutrients
    sugar_g: float | None
    saturated_fat_g: float | None
    sodium_mg: float | None
    serving_g: float | None
    allergens: frozenset[str]

    def food(self, food_id: str) -> Food:
        """Return the product as a food of one's own."""
        name = (
            f"{self.name} ({self.brand})" if self.brand and self.brand.lower() not in self.name.lower() else self.name
        )
        portions = (Portion("serving", "1 serving", "serving", "", self.serving_g),) if self.serving_g else ()
        return Food(
            id=food_id,
            name=name,
            category="snacks",
            per_100g=self.per_100g,
            sugar_g=self.sugar_g,
            saturated_fat_g=self.saturated_fat_g,
            sodium_mg=self.sodium_mg,
            portions=portions,
            default_portion="serving" if portions else "",
            allergens=self.allergens,
        )


def product_of(row: int, fields: Mapping[str, Any]) -> Product | str:
    """Return the product of a row, or why it cannot be used.

    ``fields`` are the columns of the text export, or an object of the JSON export, whose figures stand
    under ``nutriments``.
    """
    figures: Mapping[str, Any] = fields.get("nutriments") or fields
    name = str(fields.get("product_name") or fields.get("product_name_en") or "").strip()
    code = str(fields.get("code") or "").strip()
    if not name or not code:
        return "no name or no bar code"
    kcal = _number(figures.get("energy-kcal_100g"))
    if kcal is None and (kj := _number(figures.get("energy_100g"))) is not None:
        kcal = kj / KJ_PER_KCAL
    protein, carbs, fat = (_number(figures.get(f"{key}_100g")) for key in ("proteins", "carbohydrates", "fat"))
    if kcal is None or protein is None or carbs is None or fat is None:
        return "energy or a macronutrient is missing"
    sodium = _number(figures.get("sodium_100g"))
    return Product(
        row,
        code,
        " ".join(name.split())[:100],
        str(fields.get("brands") or "").split(",")[0].strip()[:40],
        Nutrients(kcal, protein, carbs, fat, _number(figures.get("fiber_100g")) or 0.0),
        _number(figures.get("sugars_100g")),
        _number(figures.get("saturated-fat_100g")),
        sodium * 1000.0 if sodium is not None else None,
        _number(fields.get("serving_quantity")) or None,
        _allergens(fields),
    )


def _allergens(fields: Mapping[str, Any]) -> frozenset[str]:
    tags = fields.get("allergens_tags") or fields.get("allergens") or ""
    names = tags if isinstance(tags, list) else str(tags).split(",")
    found = (_ALLERGENS.get(str(name).strip().partition(":")[2] or str(name).strip()) for name in names)
    return frozenset(name for name in found if name)


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if 0 <= number < 1e6 else None
