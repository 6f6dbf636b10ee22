"""Exercises in words: what they train, what they need, what may stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping


def found(document: Mapping[str, Any]) -> str:
    """Return the exercises of a search, a line each."""
    if not document["exercises"]:
        return "No exercise fits. Try fewer words, or without a filter."
    return "\n".join(_line(one) for one in document["exercises"])


def shown(exercise: Mapping[str, Any]) -> str:
    """Return one exercise with its muscles, its needs and what may stand in for it."""
    helpers = f", with {', '.join(exercise['secondary_muscles'])}" if exercise["secondary_muscles"] else ""
    lines = [
        theme.strong(exercise["name"]) + f" ({exercise['level']})",
        f"Trains: {exercise['primary_muscle']}{helpers}",
        f"Needs: {', '.join(exercise['equipment']) or 'nothing'}",
    ]
    if exercise["caution_injury"]:
        lines.append(f"Joints to mind: {', '.join(exercise['caution_injury'])}")
    if exercise["aliases"]:
        lines.append(f"Also called: {', '.join(exercise['aliases'])}")
    if exercise["substitutes"]:
        lines.append("Instead:")
        lines += [f"  {one['name']}: {one['because']}" for one in exercise["substitutes"]]
    return "\n".join(lines)


def _line(exercise: Mapping[str, Any]) -> str:
    needs = ", ".join(exercise["equipment"]) or "no equipment"
    return f"{exercise['name']}: {exercise['primary_muscle']}; {needs}  {theme.faint(exercise['exercise_id'])}"
