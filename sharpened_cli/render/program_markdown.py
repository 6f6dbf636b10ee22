"""A program as Markdown, to print or to keep."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sharpened_cli.render.day import prescription
from sharpened_cli.render.program import GOAL_WORDS
from sharpened_cli.render.theme import full_date, whole

if TYPE_CHECKING:
    from collections.abc import Mapping


def markdown(program: Mapping[str, Any], units: str) -> str:
    """Return a whole program, week by week and day by day, as Markdown."""
    macros = program["macros"]
    lines = [
        f"# Program {program['version']}: {GOAL_WORDS.get(program['primary_goal'], program['primary_goal'])}",
        "",
        f"{program['program_duration_weeks']} weeks from {program['program_start_date']}.",
    ]
    if macros["calories_kcal"] is not None:
        figures = [whole(macros["calories_kcal"])]
        figures += [f"{whole(macros[name])} g" for name in ("protein_g", "carbs_g", "fat_g", "fiber_g")]
        lines += [
            "",
            "| kcal a day | protein | carbohydrate | fat | fibre |",
            "|--:|--:|--:|--:|--:|",
            f"| {' | '.join(figures)} |",
        ]
    week = 0
    for day in program["days"]:
        if day["week_index"] != week:
            week = day["week_index"]
            lines += ["", f"## Week {week}"]
        lines += ["", f"### {full_date(date.fromisoformat(day['date']))}", ""]
        lines += _day(program, day["date"], units)
    return "\n".join(lines) + "\n"


def _day(program: Mapping[str, Any], day: str, units: str) -> list[str]:
    things = [one for one in (*program["training"]["sessions"], *program["meals"]) if one["date"] == day]
    lines: list[str] = []
    for thing in sorted(things, key=lambda one: (one.get("start_time") or one["time"], "exercises" not in one)):
        if "exercises" in thing:
            lines.append(
                f"- **{thing['start_time']} {_escaped(thing['session_name'])}**, {thing['duration_minutes']} min"
            )
            lines += [
                f"  - {_escaped(item['name'])}: {prescription({**item, 'load_source': 'plan'}, units)}"
                for item in thing["exercises"]
            ]
        else:
            lines.append(f"- {thing['time']} {_escaped(thing['name'])}, {whole(thing['totals']['kcal'])} kcal")
            lines += [
                f"  - {_escaped(item['food_name'])}, {item['serving'] or whole(item['grams']) + ' g'}"
                for item in thing["items"]
            ]
    return lines


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]<>|" else char for char in text)
