"""What files of other tools hold, in this program's own terms: workouts, meals, body measures, and rows left out."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.domain.nutrients import Nutrients

KG_PER_LB = 0.45359237
METRES_PER_MILE = 1609.344


class WorkoutSet(NamedTuple):
    """One set as the other tool names it; SI units, None where nothing was recorded."""

    exercise: str
    reps: int | None = None
    weight_kg: float | None = None
    seconds: float | None = None
    metres: float | None = None
    rpe: float | None = None
    set_type: str = "normal"
    notes: str = ""
    superset: str = ""


class Workout(NamedTuple):
    """A training session; ``start`` is wall-clock time of the person unless it carries an offset, ``row`` its first."""

    external_id: str
    name: str
    start: datetime
    seconds: float | None
    sets: tuple[WorkoutSet, ...] = ()
    modality: str = ""
    distance_m: float | None = None
    average_hr: float | None = None
    max_hr: float | None = None
    elevation_m: float | None = None
    kcal: float | None = None
    notes: str = ""
    row: int = 1


class Intake(NamedTuple):
    """Something eaten: a food or a whole meal, with its figures."""

    external_id: str
    start: datetime
    meal: str
    name: str
    nutrients: Nutrients
    grams: float | None = None
    row: int = 1


class BodyMeasure(NamedTuple):
    """A weight, a body fat percentage or girths in cm, at an instant."""

    external_id: str
    start: datetime
    weight_kg: float | None = None
    body_fat_percentage: float | None = None
    row: int = 1


class LeftOut(NamedTuple):
    """A row that was not taken in: its number in the file, why, and whether it is a mistake of the file."""

    row: int
    because: str
    is_broken: bool = True


Record = Workout | Intake | BodyMeasure | LeftOut

_DATE_FORMATS = (
    "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d %b %Y, %H:%M", "%b %d, %Y, %I:%M %p",
    "%d %b %Y %H:%M", "%Y-%m-%d %I:%M %p", "%d/%m/%Y %H:%M", "%Y-%m-%d", "%d/%m/%Y",
)  # fmt: skip
_DURATION = re.compile(
    r"(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:utes?)?)?)?\s*(?:(\d+)\s*s(?:ec(?:onds?)?)?)?"
)


@lru_cache(maxsize=1024)  # rows repeat their day, their weights and their repetitions
def moment(text: str) -> datetime | None:
    """Return an instant or wall-clock time as other tools write it, or None."""
    cleaned = " ".join(text.replace("\u202f", " ").split())
    try:
        return datetime.fromisoformat(cleaned)
    except ValueError:
        pass
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(cleaned, form)  # noqa: DTZ007  # other tools write wall-clock time without zone
        except ValueError:
            continue
    return None


@lru_cache(maxsize=4096)
def number(text: str | None) -> float | None:
    """Return a figure with a decimal point or comma, or None where there is none."""
    cleaned = (text or "").strip().replace("\u00a0", "").replace("\u202f", "")
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", cleaned):
        cleaned = cleaned.replace(",", "")
    try:
        value = float(cleaned.replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) < 1e7 else None


@lru_cache(maxsize=256)
def duration_sec(text: str) -> float | None:
    """Return seconds of a duration such as ``1h 43m``, ``38min``, ``53m``, ``1:02:30`` or a number of seconds."""
    cleaned = text.strip().lower()
    if not cleaned:
        return None
    plain = number(cleaned)
    if plain is not None:
        return plain
    if re.fullmatch(r"\d+:\d{2}(?::\d{2})?", cleaned):
        parts = [int(part) for part in cleaned.split(":")]
        parts = parts if len(parts) == 3 else [0, *parts]
        return parts[0] * 3600.0 + parts[1] * 60.0 + parts[2]
    match = _DURATION.fullmatch(cleaned)
    if match is None or not any(match.groups()):
        return None
    hours, minutes, seconds = (int(group or 0) for group in match.groups())
    return hours * 3600.0 + minutes * 60.0 + seconds


def half_steps(rpe: float | None) -> float | None:
    """Return an RPE of 1..10 in halves, or None for what is no RPE."""
    return round(rpe * 2.0) / 2.0 if rpe is not None and 1.0 <= rpe <= 10.0 else None
