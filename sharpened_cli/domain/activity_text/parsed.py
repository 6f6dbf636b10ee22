"""What a sentence about training was understood to say: activities, exercises and sets."""

from __future__ import annotations

from typing import NamedTuple

CATEGORIES = ("cardio_steady", "cardio_interval", "strength", "sports", "flexibility", "other")
SET_TYPES = ("normal", "warmup", "drop", "failure", "amrap")


class ParsedSet(NamedTuple):
    """One set: reps, or seconds, or metres; ``weight_kg`` None where no load was said.

    With ``is_bodyweight`` the load is what is added to the own weight, or taken off it where negative.
    """

    exercise_id: str | None
    exercise_name: str
    reps: int | None = None
    weight_kg: float | None = None
    seconds: float | None = None
    metres: float | None = None
    rpe: float | None = None
    set_type: str = "normal"
    each_side: bool = False
    is_bodyweight: bool = False
    rest_sec: float | None = None
    superset: int | None = None


class Intervals(NamedTuple):
    """Repeats of a piece of work: so many times so many seconds or metres, with the rest between."""

    repeats: int
    work_sec: float | None = None
    work_m: float | None = None
    rest_sec: float | None = None


class Measures(NamedTuple):
    """The figures of an activity as a whole, SI units; None where nothing was said.

    ``aside_sec`` is the warm-up and cool-down beside intervals, ``load_kg`` a pack or a vest.
    """

    duration_sec: float | None = None
    distance_m: float | None = None
    speed_m_per_s: float | None = None
    average_hr: float | None = None
    max_hr: float | None = None
    power_w: float | None = None
    cadence_rpm: float | None = None
    elevation_m: float | None = None
    load_kg: float | None = None
    grade_percent: float | None = None
    steps: int | None = None
    calories_kcal: float | None = None
    rpe: float | None = None
    intervals: tuple[Intervals, ...] = ()
    aside_sec: float | None = None
    splits_sec: tuple[float, ...] = ()


class ParsedActivity(NamedTuple):
    """One activity of a sentence.

    ``met_key`` names a row of the Compendium table, ``effort`` is ``light``, ``moderate`` or
    ``hard``; the clock times are minutes after local midnight; ``unmatched`` holds the words and
    figures that found no meaning.
    """

    category: str
    name: str
    text: str
    met_key: str | None = None
    modality: str = ""
    effort: str = "moderate"
    measures: Measures = Measures()
    sets: tuple[ParsedSet, ...] = ()
    exercise_names: tuple[str, ...] = ()
    score: str | None = None
    start_minute: int | None = None
    end_minute: int | None = None
    days_ago: int = 0
    confidence: float = 1.0
    unmatched: tuple[str, ...] = ()
