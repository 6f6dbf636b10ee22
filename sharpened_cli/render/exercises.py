"""Words for the exercise library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping


def found(document: Mapping[str, Any]) -> str:
    """Return a list of exercises, one a line."""
    lines = document["exercises"]
    if not lines:
        return "Nothing found. Try fewer words, a muscle (glutes) or equipment (kettlebell)."
    longest = max(len(one["name"]) for one in lines)
    return "\n".join(f"{one['name']:<{longest}}  {theme.faint(_traits(one))}" for one in lines)


def shown(one: Mapping[str, Any]) -> str:
    """Return one exercise with all that a planner minds."""
    sets = ", ".join(f"{muscle} {share:g}" for muscle, share in one["sets_count_for"].items())
    lines = [
        theme.strong(one["name"]),
        f"Also called   {', '.join(one['aliases']) or 'nothing else'}",
        f"Movement      {one['movement_pattern']}, {one['level']}"
        + (", one side at a time" if one["unilateral"] else ""),
        f"Muscles       {', '.join([one['primary_muscle'], *one['secondary_muscles']])}",
        f"A set counts  {sets or 'for no counted muscle'}",
        f"Needs         {', '.join(one['equipment']) or 'nothing'}",
        f"Joints        {', '.join(one['caution_injury']) or 'none to mind in particular'}",
    ]
    if one["like_it"]:
        lines += theme.wrapped(", ".join(one["like_it"]), theme.width(), "Like it       ")
    return "\n".join(lines)


def _traits(one: Mapping[str, Any]) -> str:
    return f"{one['primary_muscle']}, {one['movement_pattern']}, {', '.join(one['equipment']) or 'no equipment'}"
