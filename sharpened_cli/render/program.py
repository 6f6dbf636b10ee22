"""Screens of a program: an overview, one week, the list, the shopping list."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.show import show_weight_change
from sharpened_cli.render import theme
from sharpened_cli.render.day import prescription
from sharpened_cli.render.onboarding import issue_lines, safety_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

GOAL_WORDS = {
    "lose_fat": "lose fat",
    "build_muscle": "build muscle",
    "recomposition": "recomposition",
    "maintain": "hold what is there",
    "improve_performance": "improve performance",
    "general_health": "general health",
}


def overview(program: Mapping[str, Any], units: str) -> str:
    """Return a program on one screen: what for, targets, the shape of its weeks, volume, what is not met."""
    lines = [theme.strong(_title(program)), *_targets(program, units), *_weeks(program), *_volume(program)]
    lines += issue_lines(list(program["feasibility"]["issues"]))
    lines += safety_lines(dict(program["safety"]))
    lines += _notes(program)
    lines += ["", theme.faint("`sharpened program show --week 1` lists a week, `sharpened today` the day.")]
    return "\n".join(lines)


def week(program: Mapping[str, Any], number: int, units: str) -> str:
    """Return one week of a program, day by day."""
    lines = [theme.strong(f"Week {number} of {program['program_duration_weeks']}")]
    for day in program["days"]:
        lines += ["", theme.strong(theme.short_date(date.fromisoformat(day["date"]))) + _aim(day)]
        things = [one for one in (*program["training"]["sessions"], *program["meals"]) if one["date"] == day["date"]]
        for thing in sorted(things, key=lambda one: one["number"] or 0):
            lines += _session(thing, units) if "exercises" in thing else _meal(thing)
    return "\n".join(lines)


def listing(document: Mapping[str, Any]) -> str:
    """Return the list of programs."""
    if not document["programs"]:
        return "No program yet: `sharpened program new` makes one."
    lines = []
    for one in document["programs"]:
        until = f", until {one['valid_until']}" if one["valid_until"] else ""
        lines.append(
            f"{one['version']:>3}  {one['program_start_date']}  {one['program_duration_weeks']:>2} weeks  "
            f"{GOAL_WORDS.get(one['primary_goal'], one['primary_goal'])}, {one['status']}{until}  "
            + theme.faint(one["id"][:13])
        )
    return "\n".join(lines)


def groceries(document: Mapping[str, Any]) -> str:
    """Return a shopping list by aisle; what most kitchens have is marked."""
    start, end = document["start_date"], document["end_date"]
    head = f"Groceries of week {document['week']} ({theme.short_date(start)} to {theme.short_date(end)})"
    lines = [theme.strong(head)]
    aisle = ""
    for item in document["items"]:
        if item["aisle"] != aisle:
            aisle = item["aisle"]
            lines += ["", aisle]
        pantry = theme.faint("  (check the cupboard)") if item["is_pantry"] else ""
        lines.append(f"  {item['food_name']}: {item['quantity']}{pantry}")
    return "\n".join(lines if document["items"] else [*lines, "Nothing to buy: no meals are planned in it."])


def calendar_written(document: Mapping[str, Any]) -> str:
    """Return what was written into a calendar file."""
    what = f"{document['sessions']} sessions and {document['meals']} meals"
    return f"{document['file']}: {what}. Importing it again updates them."


def _title(program: Mapping[str, Any]) -> str:
    goal = GOAL_WORDS.get(program["primary_goal"], program["primary_goal"])
    start = date.fromisoformat(program["program_start_date"])
    last = start + timedelta(weeks=program["program_duration_weeks"], days=-1)
    return f"Program {program['version']}: {goal}, {theme.short_date(start)} to {theme.short_date(last)} {last.year}"


def _targets(program: Mapping[str, Any], units: str) -> list[str]:
    macros, tdee, rate = program["macros"], program["tdee"], program["rate_kg_per_week"]
    if macros["calories_kcal"] is None:
        return []
    pace = f"{show_weight_change(rate, units)} a week" if rate else "holding your weight"
    grams = f"protein {theme.whole(macros['protein_g'])} g, carbohydrate {theme.whole(macros['carbs_g'])} g"
    grams += f", fat {theme.whole(macros['fat_g'])} g, fibre {theme.whole(macros['fiber_g'])} g"
    low, high = theme.whole(tdee["tdee_low_kcal"]), theme.whole(tdee["tdee_high_kcal"])
    return [
        "",
        f"Food       {theme.whole(macros['calories_kcal'])} kcal a day, {pace}",
        f"           {grams}",
        theme.faint(f"           you spend about {theme.whole(tdee['tdee_kcal'])}, likely {low} to {high}"),
    ]


def _weeks(program: Mapping[str, Any]) -> list[str]:
    sessions = [one for one in program["training"]["sessions"] if one["week_index"] == 1]
    lines = ["", f"Training   {len([one for one in sessions if not one['is_optional']])} sessions a week"]
    for one in sessions:
        day = theme.short_date(date.fromisoformat(one["date"]))[:3]
        optional = " (optional)" if one["is_optional"] else ""
        lines.append(
            f"           {day} {one['start_time']}  {one['session_name']}, {one['duration_minutes']} min{optional}"
        )
    light = sorted({one["week_index"] for one in program["training"]["sessions"] if one["is_deload"]})
    if light:
        lines.append(theme.faint(f"           lighter weeks: {', '.join(map(str, light))}"))
    return lines


def _volume(program: Mapping[str, Any]) -> list[str]:
    sets = program["training"]["weekly_sets_by_muscle"]
    if not sets:
        return []
    words = ", ".join(f"{muscle} {count:g}" for muscle, count in sorted(sets.items()) if count)
    return ["", *theme.wrapped(words, theme.width(), "Sets a week ", "           ")]


def _notes(program: Mapping[str, Any]) -> list[str]:
    lines = [line for note in program["notes"] for line in theme.wrapped(note, theme.width())]
    return ["", *lines] if lines else []


def _aim(day: Mapping[str, Any]) -> str:
    calories = day["targets"]["calories_kcal"]
    return "" if calories is None else f"  {theme.whole(calories)} kcal"


def _session(session: Mapping[str, Any], units: str) -> list[str]:
    number = f"{session['number'] or '':>3}  {session['start_time']}  "
    lines = [f"{number}{session['session_name']}, {session['duration_minutes']} min, {session['location']}"]
    for item in session["exercises"]:
        words = f"{item['name']}  {prescription({**item, 'load_source': 'plan'}, units)}"
        lines += theme.wrapped(words, theme.width(), " " * 12, " " * 14)
    return lines


def _meal(meal: Mapping[str, Any]) -> list[str]:
    head = f"{meal['number'] or '':>3}  {meal['time']}  {meal['name']}, {theme.whole(meal['totals']['kcal'])} kcal"
    foods = "; ".join(
        f"{item['food_name']} {item['serving'] or theme.whole(item['grams']) + ' g'}" for item in meal["items"]
    )
    return [head, *(theme.faint(line) for line in theme.wrapped(foods, theme.width(), " " * 12))]
