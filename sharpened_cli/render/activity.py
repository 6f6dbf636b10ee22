"""Logged training in words: what was understood, what it cost, records, and what of the plan it was."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from sharpened_cli.clock import from_text
from sharpened_cli.domain.units import KG_PER_LB, show_distance, show_duration
from sharpened_cli.render import theme
from sharpened_cli.services.activity_documents import record_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STATUS_WORDS = {"completed": "done", "similar": "partly done", "skipped": "left out"}


def logged(document: Mapping[str, Any], units: str, zone: str) -> str:
    """Return what was logged, one paragraph an activity, in lines that fit the terminal."""
    return "\n".join(part for line in _logged(document, units, zone) for part in _fitted(line))


def _logged(document: Mapping[str, Any], units: str, zone: str) -> list[str]:
    lines: list[str] = []
    for activity in document.get("activities", [document]):
        lines += _activity_lines(activity, units, zone)
        lines += [f"  New record: {words}" for words in _records(activity, units)]
        if activity["adherence"]:
            lines.append(f"  {_adherence(activity['adherence'])}")
    if document.get("unmatched"):
        lines.append(f"Not understood: {', '.join(document['unmatched'])}. The sentence is kept as you typed it.")
    lines += document.get("warnings", [])
    suggestion = document.get("template")
    if suggestion:
        lines.append(f'Much like your template "{suggestion["name"]}" ({suggestion["score"]:.0f} of 100).')
    return lines


def _fitted(line: str) -> list[str]:
    """Return a line broken to the terminal's width, what follows a little further in."""
    text = line.lstrip()
    indent = line[: len(line) - len(text)]
    return theme.wrapped(text, theme.width(), indent, f"{indent}  ")


def listed(document: Mapping[str, Any], units: str, zone: str) -> str:
    """Return a list of activities, numbered."""
    if not document["activities"]:
        return "No activity is logged."
    lines: list[str] = []
    for activity in document["activities"]:
        head, *rest = _activity_lines(activity, units, zone)
        lines += [f"{activity['number']:>3}  {activity['date']}  {head}", *(f"     {line}" for line in rest)]
    return "\n".join(part for line in lines for part in _fitted(line))


def removed(document: Mapping[str, Any]) -> str:
    """Return that an activity was taken out."""
    activity = document["removed"]
    return f"Took out {activity['activity_name']} of {activity['date']}. `sharpened activities undo` brings it back."


def restored(document: Mapping[str, Any]) -> str:
    """Return that an activity is as it was."""
    activity = document["restored"]
    return f"{activity['activity_name']} of {activity['date']} is as it was before."


def templates(document: Mapping[str, Any], units: str) -> str:
    """Return the saved trainings."""
    if not document["templates"]:
        return 'No training is saved. `sharpened log-activity "..." --save-as NAME` saves one.'
    lines = []
    for template in document["templates"]:
        figures = [template["text"]]
        if template["distance_m"]:
            figures.append(show_distance(template["distance_m"], units))
        if template["duration_minutes"]:
            figures.append(show_duration(template["duration_minutes"] * 60))
        uses = f"used {template['use_count']} times" if template["use_count"] != 1 else "used once"
        lines.append(f"{template['name']}: {', '.join(figure for figure in figures if figure)} ({uses})")
    return "\n".join(lines)


def template_removed(document: Mapping[str, Any]) -> str:
    """Return that a template is gone."""
    return f'The template "{document["removed"]}" is gone.'


def by_hand(document: Mapping[str, Any]) -> str:
    """Return what `done` or `skip` recorded."""
    record = document["adherence"]
    name = record["name"] or "It"
    status = STATUS_WORDS[record["status"]]
    return f"{name} on {record['date']}: {status}." if document["changed"] else f"{name} was {status} already."


def _activity_lines(activity: Mapping[str, Any], units: str, zone: str) -> list[str]:
    minutes = show_duration(activity["duration_minutes"] * 60)
    about = "about " if activity["metrics"].get("duration_estimated") else ""
    figures = [f"{about}{minutes}"]
    if activity["metrics"].get("distance_m"):
        figures.append(show_distance(activity["metrics"]["distance_m"], units))
    if activity["calories_burned"] is not None:
        figures.append(f"{activity['calories_burned']:.0f} kcal beyond resting")
    if activity["metrics"].get("score"):
        figures.append(activity["metrics"]["score"])
    lines = [f"{activity['activity_name']} at {_clock(activity['start_time'], zone)}: {', '.join(figures)}"]
    for name, sets in groupby(activity["sets"], key=lambda one: one["exercise_name"]):
        lines.append(f"  {name}: {', '.join(_sets(sets, units))}")
    return lines


def _sets(sets: Iterable[Mapping[str, Any]], units: str) -> list[str]:
    """Return sets as a lifter writes them, equal ones together: "3 x 8 @ 60 kg RPE 8"."""
    words = []
    for text, same in groupby(_set(one, units) for one in sets):
        count = len(list(same))
        words.append((f"{count} x {text}" if count > 1 else text).replace(" ", theme.GLUE))
    return words


def _set(one: Mapping[str, Any], units: str) -> str:
    amount = (
        f"{one['reps']}" if one["reps"] is not None else
        f"{one['seconds']:g} s" if one["seconds"] is not None else f"{one['metres']:g} m"
    )  # fmt: skip
    text = amount
    if one["weight_kg"] is not None:
        sign = "bodyweight " if one["is_bodyweight"] else ""
        text += f" @ {sign}{_load(one['weight_kg'], units, signed=one['is_bodyweight'])}"
    if one["rpe"] is not None:
        text += f" RPE {one['rpe']:g}"
    if one["each_side"]:
        text += " each side"
    return text if one["set_type"] == "normal" else f"{text} ({one['set_type']})"


def _load(kg: float, units: str, *, signed: bool) -> str:
    value = f"{kg / KG_PER_LB:.0f} lb" if units == "imperial" else f"{round(kg, 1):g} kg"
    return f"+{value}" if signed and kg > 0 else value


def _records(activity: Mapping[str, Any], units: str) -> list[str]:
    from sharpened_cli.domain.records import Record

    return [record_words(Record(**record), units) for record in activity["personal_records"]]


def _adherence(record: Mapping[str, Any]) -> str:
    moved = record["days_moved"]
    days = f", {abs(moved)} day{'s' if abs(moved) > 1 else ''} {'later' if moved > 0 else 'earlier'}" if moved else ""
    name, status = record["name"] or "session", STATUS_WORDS[record["status"]]
    return f"Planned: {name} of {record['date']}, {status} ({record['similarity_score']:.0%}){days}"


def _clock(instant: str, zone: str) -> str:
    from zoneinfo import ZoneInfo

    return from_text(instant).astimezone(ZoneInfo(zone)).strftime("%H:%M")
