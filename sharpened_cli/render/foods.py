"""Foods in words: what is in 100 g, and what the usual portions weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping


def found(document: Mapping[str, Any]) -> str:
    """Return the foods of a search, a line each."""
    if not document["foods"]:
        return "No food is called so. `sharpened foods add` makes one of your own."
    return "\n".join(_line(food) for food in document["foods"])


def shown(food: Mapping[str, Any]) -> str:
    """Return one food with its portions."""
    figures = food["per_100g"]
    grams = ", ".join(
        f"{word} {figures[key]:.1f} g"
        for key, word in (("protein_g", "protein"), ("carbs_g", "carbs"), ("fat_g", "fat"), ("fiber_g", "fibre"))
    )
    lines = [
        theme.strong(food["name"]) + (f" ({food['brand']})" if food["brand"] else ""),
        f"Per 100 g: {theme.whole(figures['kcal'])} kcal, {grams}",
    ]
    lines += [f"  {portion['label']}: {portion['grams']:g} g" for portion in food["portions"]]
    lines += [f"  {part['grams']:g} g {part['food_name']}" for part in food["recipe"]]
    if food["allergens"]:
        lines.append(f"Allergens: {', '.join(food['allergens'])}")
    return "\n".join(lines)


def imported(report: Mapping[str, Any]) -> str:
    """Return how many products came in, and which rows did not and why."""
    lines = [f"{report['added']:,} foods added, {report['already_there']:,} were there already."]
    skipped = report["skipped"]
    if skipped:
        lines.append(f"{len(skipped):,} rows left out:")
        lines += [f"  row {row['row']}: {row['because']}" for row in skipped[:20]]
        lines += ["  ..."] if len(skipped) > 20 else []
    return "\n".join(lines)


def _line(food: Mapping[str, Any]) -> str:
    own = "  (yours)" if food["is_own"] else ""
    serving = food["serving"]
    usual = f", {serving['label']} {serving['grams']:g} g" if serving else ""
    kcal = theme.whole(food["per_100g"]["kcal"])
    return f"{food['name']}{own}: {kcal} kcal/100 g{usual}  {theme.faint(food['food_id'])}"
