"""The interview in words: what was understood, as tables that fit a terminal, and the help of the chat."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain import interview
from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.services.consultation_facts import Understood
    from sharpened_cli.store.consultation_sessions import StoredMessage, StoredSession

HELP = """What you can type, beside an answer in your own words:
  /summary     all that was understood so far
  /back        the section before
  /skip        leave this question out
  /section N   go to section N (1 to 7)
  /undo        take your last answer back
  /help        this list
  /quit        leave; everything is kept, `sharpened consult` goes on from here
"""
CONFIRM_HELP = 'Type "yes", or tell what is different, or "edit 2", or "remove 2" (the number of a line).'
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TITLES = {
    "user_training_modalities": "Training", "user_familiar_exercises": "Exercises",
    "user_training_availability": "Times for training", "user_preferred_meal_times": "Meals",
    "user_typical_meal_foods": "Foods", "user_improvement_goals": "Goals", "user_difficulties": "Difficulties",
    "user_non_negotiables": "Musts and nevers", "user_upcoming_events": "Events",
}  # fmt: skip
_CONTROL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?|[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def plain(text: str) -> str:
    """Return text of people or models without control characters and terminal escapes."""
    return _CONTROL.sub("", text)


def line_of(table: str, row: Mapping[str, Any]) -> str:
    """Return one row as one line of words."""
    words = _LINES[table](row)
    return plain(", ".join(word for word in words if word))


def learned(rows: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    """Return what one turn added, a line each."""
    return "\n".join(_fitted(line_of(table, row), "  + ") for table, row in rows)


def section_summary(section: int, understood: Understood) -> tuple[str, list[tuple[str, dict[str, Any]]]]:
    """Return a section's facts as numbered lines, and the rows in that order."""
    document = understood.document()
    rows = [(table, row) for table in interview.TABLES_OF_SECTION[section] for row in document[table]]
    title = f"{section}. {interview.SECTION_TITLES[section - 1]}"
    if not rows:
        return f"{theme.strong(title)}\n  nothing so far", rows
    lines = [_fitted(line_of(table, row), f"  {number}. ") for number, (table, row) in enumerate(rows, start=1)]
    return "\n".join([theme.strong(title), *lines]), rows


def summary(understood: Understood) -> str:
    """Return everything understood so far, by table, with the notes that no rule understood."""
    document = understood.document()
    parts = []
    for table, title in _TITLES.items():
        if document[table]:
            parts.append(
                "\n".join([theme.strong(title), *(_fitted(line_of(table, row), "  ") for row in document[table])])
            )
    if understood.notes:
        notes = [_fitted(plain(note.text), "  ") for note in understood.notes]
        parts.append("\n".join([theme.strong("Kept as notes (not understood)"), *notes]))
    if understood.flags:
        codes = ", ".join(code.replace("_", " ") for code in understood.flag_codes())
        parts.append(f"{theme.strong('For your safety')}\n  {codes}")
    return "\n\n".join(parts) if parts else "Nothing so far."


def ended(document: Mapping[str, Any]) -> str:
    """Return how an interview that needs no terminal ended."""
    counts = [
        f"{title.lower()} {len(document['extracted'][table])}"
        for table, title in _TITLES.items()
        if document["extracted"][table]
    ]
    state = "complete" if document["completed_at"] else "not approved yet: go on with `sharpened consult`"
    lines = [f"The interview is {document['progress_percentage']} % through, {state}."]
    lines.append(_fitted(f"Understood: {', '.join(counts) or 'nothing'}.", ""))
    if document["program_id"]:
        lines.append("Your program is ready: `sharpened program`, `sharpened today`.")
    return "\n".join(lines)


def transcript(session: StoredSession, messages: Sequence[StoredMessage]) -> str:
    """Return the stored words of an interview."""
    head = f"Interview of {session.started_at[:10]} ({session.progress_percentage} %)"
    lines = [f"{'You' if item.role == 'user' else 'Coach'}: {plain(item.content)}" for item in messages if item.content]
    return "\n\n".join([theme.strong(head), *lines])


def _fitted(text: str, first: str) -> str:
    """Return a line that fits the terminal, further lines indented."""
    return "\n".join(theme.wrapped(text, theme.width(), first))


def _words(value: Any) -> str:
    return str(value).replace("_", " ")


def _number(value: float) -> str:
    return f"{value:g}"


def _training(row: Mapping[str, Any]) -> list[str]:
    years = row.get("years_experience")
    liked = {True: "likes it", False: "does not like it"}.get(row.get("enjoys_it"))  # type: ignore[arg-type]  # None too
    return [
        _words(row["modality"]),
        _words(row.get("proficiency_level") or ""),
        f"{_number(years)} years" if years is not None else "",
        "the main one" if row.get("is_primary") else "",
        liked or "",
    ]


def _exercise(row: Mapping[str, Any]) -> list[str]:
    weight, reps, minutes = row.get("typical_weight_kg"), row.get("typical_reps"), row.get("typical_duration_minutes")
    liked = {True: "likes it", False: "does not like it"}.get(row.get("enjoys_it"))  # type: ignore[arg-type]  # None too
    willing = {True: "willing", False: "will not do it"}.get(row.get("willing_to_do"))  # type: ignore[arg-type]  # None too
    return [
        str(row["exercise"]),
        f"{_number(weight)} kg" if weight is not None else "",
        f"{reps} repetitions" if reps is not None else "",
        f"{_number(minutes)} min" if minutes is not None else "",
        _words(row.get("frequency") or ""),
        liked or "",
        willing or "",
    ]


def _slot(row: Mapping[str, Any]) -> list[str]:
    minutes = row.get("typical_duration_minutes")
    when = row.get("start_time") or _words(row["time_of_day"])
    every = "every other " if row.get("interval_weeks", 1) == 2 else ""
    return [
        f"{every}{_DAYS[row['day_of_week'] - 1]} {when}",
        f"{minutes} min" if minutes else "",
        _words(row.get("location_type") or ""),
    ]


def _meal(row: Mapping[str, Any]) -> list[str]:
    flexible = row.get("flexibility_minutes")
    return [
        f"{_words(row['meal_time'])} {row.get('typical_time') or ''}".strip(),
        f"{row['typical_portion_size']} portion" if row.get("typical_portion_size") else "",
        "fixed" if row.get("is_non_negotiable") else "",
        f"within {flexible} min" if flexible is not None else "",
    ]


def _food(row: Mapping[str, Any]) -> list[str]:
    grams, quantity = row.get("typical_quantity_grams"), row.get("quantity")
    return [
        str(row["food"]),
        f"{_number(grams)} g" if grams is not None else "",
        f"{_number(quantity)} {row.get('unit', '')}".strip() if quantity is not None else "",
        _words(row.get("meal_time") or ""),
        _words(row.get("frequency") or ""),
    ]


def _goal(row: Mapping[str, Any]) -> list[str]:
    current, target = row.get("current_value"), row.get("target_value")
    metric = row.get("measurement_metric") or ""
    numbers = "" if target is None else f"to {_measured(target, metric)}"
    if target is not None and current is not None:
        numbers = f"from {_measured(current, metric)} to {_measured(target, metric)}"
    return [
        str(row["target_description"]),
        _words(row["goal_type"]),
        numbers,
        f"by {row['target_date']}" if row.get("target_date") else "",
    ]


_UNITS = {"body_weight_kg": " kg", "lift_1rm_kg": " kg", "reps": " repetitions", "distance_km": " km", "cm": " cm",
          "body_fat_percent": " %", "cholesterol_mmol_l": " mmol/l"}  # fmt: skip


def _measured(value: float, metric: str) -> str:
    if metric == "time_seconds":
        hours, rest = divmod(round(value), 3600)
        return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
    return f"{_number(value)}{_UNITS.get(metric, '')}"


def _difficulty(row: Mapping[str, Any]) -> list[str]:
    severity = row.get("severity")
    return [
        str(row["description"]),
        _words(row["difficulty_category"]),
        f"severity {severity} of 5" if severity else "",
        _words(row.get("frequency") or ""),
    ]


def _rule(row: Mapping[str, Any]) -> list[str]:
    days = " ".join(_DAYS[day - 1] for day in row.get("days", ()))
    never = ", ".join([*row.get("excluded_foods", ()), *row.get("excluded_exercises", ())])
    allowed = ", ".join(row.get("allowed", ()))
    return [
        str(row["description"]),
        _words(row["constraint_type"]),
        days,
        f"never: {never}" if never else "",
        f"but: {allowed}" if allowed else "",
        f"until {row['end_date']}" if row.get("end_date") else "",
    ]


def _event(row: Mapping[str, Any]) -> list[str]:
    return [str(row["event_name"]), str(row.get("event_date") or "no date"), _words(row.get("event_category") or "")]


_LINES = {
    "user_training_modalities": _training, "user_familiar_exercises": _exercise, "user_training_availability": _slot,
    "user_preferred_meal_times": _meal, "user_typical_meal_foods": _food, "user_improvement_goals": _goal,
    "user_difficulties": _difficulty, "user_non_negotiables": _rule, "user_upcoming_events": _event,
}  # fmt: skip
