"""Activities, records and templates as JSON documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.clock import from_text
from sharpened_cli.domain.records import LoggedSet
from sharpened_cli.services.wall_clock import minute_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sharpened_cli.domain.records import Record
    from sharpened_cli.store import Row
    from sharpened_cli.store.activities import ActivityRow
    from sharpened_cli.store.activity_templates import TemplateRow

KG_PER_LB = 0.45359237


def activity_document(row: ActivityRow) -> dict[str, Any]:
    """Return a stored activity in the names of the command line's contract."""
    return {
        "activity_id": row.id,
        "category": row.category,
        "activity_name": row.activity_name,
        "date": row.local_date,
        "start_time": row.start_time,
        "end_time": row.end_time,
        "duration_minutes": row.duration_minutes,
        "calories_burned": row.calories_burned,
        "intensity_mets": row.intensity_mets,
        "metrics": dict(row.metrics),
        "sets": [one._asdict() for one in row.sets],
        "planned_session_id": row.planned_session_instance_id,
        "text": row.original_text,
    }


def with_others(documents: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the first activity as the document, with all of the sentence under ``activities``."""
    return {**documents[0], "activities": list(documents)}


def record_document(record: Record) -> dict[str, Any]:
    """Return a record as JSON."""
    return record._asdict()


def record_words(record: Record, units: str) -> str:
    """Return a record as one phrase."""
    if record.kind == "max_reps":
        value = f"{record.value:g} repetitions"
    elif record.kind == "max_seconds":
        value = f"{record.value:g} seconds"
    elif record.kind == "max_metres":
        value = f"{record.value:g} metres"
    else:
        value = _load(record.value, units)
    said = {
        "max_weight": "heaviest set",
        "e1rm": "estimated 1RM",
        "rep_max": f"best set of {record.reps}",
        "set_volume": "most volume in a set",
        "max_reps": "most repetitions",
        "max_seconds": "longest hold",
        "max_metres": "longest distance",
    }
    return f"{record.exercise_name}: {said[record.kind]}, {value}"


def logged_sets(row: ActivityRow) -> list[LoggedSet]:
    """Return the sets of an activity that may be records: those of exercises the library knows."""
    return [
        LoggedSet(
            exercise_id=one.exercise_id,
            exercise_name=one.exercise_name,
            reps=one.reps,
            weight_kg=one.weight_kg,
            rpe=one.rpe,
            seconds=one.seconds,
            metres=one.metres,
            is_warmup=one.set_type == "warmup",
            is_bodyweight=one.is_bodyweight,
        )
        for one in row.sets
        if one.exercise_id is not None
    ]


def stored_sets(rows: Iterable[Row]) -> list[LoggedSet]:
    """Return stored rows of sets as values for records."""
    return [
        LoggedSet(
            exercise_id=row["exercise_id"],
            exercise_name=row["exercise_name"],
            reps=row["reps"],
            weight_kg=row["weight_kg"],
            rpe=row["rpe"],
            seconds=row["seconds"],
            metres=row["metres"],
            is_warmup=row["set_type"] == "warmup",
            is_bodyweight=bool(row["is_bodyweight"]),
        )
        for row in rows
    ]


def template_data(text: str, row: ActivityRow, zone: str) -> dict[str, Any]:
    """Return what a template of an activity keeps: the words, and what is expected of the next time."""
    start = from_text(row.start_time)
    return {
        "text": text,
        "activity_name": row.activity_name,
        "distance_m": row.metrics.get("distance_m"),
        "minutes": None if row.metrics.get("duration_estimated") else row.duration_minutes,
        "start_minute": minute_of(start, zone),
        "weekdays": [_weekday(row)],
    }


def best_template(rows: Sequence[TemplateRow], row: ActivityRow, zone: str) -> dict[str, Any] | None:
    """Return the template that an activity fits best, with the parts of its score, or None."""
    from sharpened_cli.domain.templates import Occasion, Template, best_fits

    occasion = Occasion(
        category=row.category,
        activity_name=row.activity_name,
        distance_m=row.metrics.get("distance_m"),
        minutes=row.duration_minutes,
        start_minute=minute_of(from_text(row.start_time), zone),
        weekday=_weekday(row),
    )
    templates = [
        Template(
            id=one.id,
            name=one.template_name,
            category=one.category,
            activity_name=one.data.get("activity_name", ""),
            distance_m=one.data.get("distance_m"),
            minutes=one.data.get("minutes"),
            start_minute=one.data.get("start_minute"),
            weekdays=tuple(one.data.get("weekdays", ())),
        )
        for one in rows
    ]
    best = next(iter(best_fits(templates, occasion)), None)
    if best is None:
        return None
    return {"name": best.template.name, "score": best.score, "parts": [part._asdict() for part in best.parts]}


def _weekday(row: ActivityRow) -> int:
    from datetime import date

    return date.fromisoformat(row.local_date).isoweekday()


def _load(kg: float, units: str) -> str:
    return f"{kg / KG_PER_LB:.0f} lb" if units == "imperial" else f"{kg:.1f} kg"
