"""Meals as JSON, and rows of a meal from words, plans and bare figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.nutrients import Nutrients
from sharpened_cli.store.meals import ItemRow

if TYPE_CHECKING:
    from sharpened_cli.domain.day_plan import MealItem
    from sharpened_cli.domain.meal_text.meal import ParsedItem
    from sharpened_cli.store.meals import MealRow
    from sharpened_cli.store.quick_meals import QuickMeal


def meal_document(meal: MealRow) -> dict[str, Any]:
    """Return a logged meal as JSON, without what depends on the day around it."""
    return {
        "meal_id": meal.id,
        "meal_type": meal.meal_type,
        "logged_at": meal.logged_at,
        "date": meal.local_date,
        "text": meal.original_text,
        "source": meal.source,
        "items": [_item_document(item) for item in meal.items if not item.is_unknown],
        "totals": meal.totals._asdict(),
    }


def _item_document(item: ItemRow) -> dict[str, Any]:
    return {
        "text": item.text,
        "food_id": item.food_id,
        "food_name": item.food_name,
        "grams": item.grams,
        "quantity": item.quantity,
        "unit": item.unit,
        **item.nutrients._asdict(),
        "confidence": item.confidence,
    }


def quick_document(meal: QuickMeal) -> dict[str, Any]:
    """Return a saved meal as JSON."""
    from sharpened_cli.domain.nutrients import total

    return {
        "name": meal.name,
        "totals": total(item.nutrients for item in meal.items)._asdict(),
        "items": [_item_document(item) for item in meal.items],
        "use_count": meal.usage_count,
        "last_used_at": meal.last_used_at,
    }


def item_of_words(item: ParsedItem) -> ItemRow:
    """Return the row of a food that was understood in words."""
    return ItemRow(
        food_id=item.food.id,
        food_name=item.food.name,
        text=item.text,
        quantity=item.quantity,
        unit=item.unit,
        grams=item.grams,
        **item.nutrients._asdict(),
        confidence=item.confidence,
    )


def item_of_plan(item: MealItem) -> ItemRow:
    """Return the row of a food that was eaten as planned."""
    return ItemRow(
        food_id=item.food_id,
        food_name=item.food_name,
        text=item.serving,
        quantity=item.grams,
        unit="g",
        grams=item.grams,
        **item.nutrients._asdict(),
    )


def figures_item(figures: Nutrients, name: str) -> ItemRow:
    """Return the row of bare figures, without a food."""
    return ItemRow(None, name, name, None, "", None, *figures)


def unknown_item(piece: str) -> ItemRow:
    """Return the row of words that were not understood: kept in sight, counted as nothing."""
    return ItemRow(None, piece, piece, None, "", None, *Nutrients(0.0, 0.0, 0.0, 0.0), confidence=0.0)
