"""Meals in words: what was understood, what it holds, what is left of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

SURE = 0.6  # below it an item is marked as a guess
_NAMES = {
    "breakfast": "Breakfast", "lunch": "Lunch", "dinner": "Dinner", "snack": "Snack", "pre_workout": "Pre-workout",
    "post_workout": "Post-workout", "other": "Meal",
}  # fmt: skip


def logged(meal: Mapping[str, Any]) -> str:
    """Return what a logged meal was understood as, with what is left of the day."""
    lines = [theme.strong(f"{_NAMES[meal['meal_type']]}, {_totals(meal['totals'])}")]
    lines += [_item(item) for item in meal["items"]]
    lines += [f"  ?  {text}: not understood, counted as nothing" for text in meal["unmatched"]]
    if any(item["confidence"] < SURE for item in meal["items"]):
        lines.append(theme.faint('  ~ is a guess: `sharpened meals edit 1 "..."` corrects it.'))
    if meal["adherence"]:
        lines.append(_plan(meal["adherence"]))
    left = meal["remaining"]
    if left["kcal"] is not None:
        word = "left today" if left["kcal"] >= 0 else "over today"
        protein = theme.whole(max(0.0, left["protein_g"] or 0.0))
        lines.append(f"{theme.whole(abs(left['kcal']))} kcal {word}, protein {protein} g to go.")
    return "\n".join(lines)


def listed(document: Mapping[str, Any]) -> str:
    """Return the latest meals, a line each, with the number that edit and remove accept."""
    if not document["meals"]:
        return 'Nothing logged yet: sharpened log-meal "2 eggs and toast".'
    return "\n".join(
        f"{meal['number']:>3}  {meal['date']}  {_NAMES[meal['meal_type']]:<12} {_totals(meal['totals'])}  "
        f"{meal['text'] or ', '.join(item['food_name'] for item in meal['items'])}"
        for meal in document["meals"]
    )


def removed(document: Mapping[str, Any]) -> str:
    """Return that a meal is gone and how it comes back."""
    meal = document["removed"]
    return f"Removed {_NAMES[meal['meal_type']].lower()} of {meal['date']}. `sharpened meals undo` brings it back."


def restored(document: Mapping[str, Any]) -> str:
    """Return which meal is as it was."""
    meal = document["restored"]
    return f"{_NAMES[meal['meal_type']]} of {meal['date']} is as it was: {_totals(meal['totals'])}."


def quick_listed(document: Mapping[str, Any]) -> str:
    """Return the saved meals, a line each."""
    if not document["quick_meals"]:
        return "No saved meals yet: add --save-as NAME to a log-meal."
    return "\n".join(
        f"{meal['name']}: {_totals(meal['totals'])} ({', '.join(item['food_name'] for item in meal['items'])})"
        for meal in document["quick_meals"]
    )


def _item(item: Mapping[str, Any]) -> str:
    guess = "~" if item["confidence"] < SURE else " "
    grams = f", {item['grams']:.0f} g" if item["grams"] else ""
    return f"  {guess}  {item['food_name']}{grams}: {theme.whole(item['kcal'])} kcal"


def _plan(adherence: Mapping[str, Any]) -> str:
    name = adherence.get("name") or "a planned meal"
    return f"Counts as planned: {name} ({adherence['status']})."


def _totals(totals: Mapping[str, Any]) -> str:
    return (
        f"{theme.whole(totals['kcal'])} kcal, P {theme.whole(totals['protein_g'])} "
        f"C {theme.whole(totals['carbs_g'])} F {theme.whole(totals['fat_g'])} g"
    )
