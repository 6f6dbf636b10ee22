"""What is stored about an activity beside its times: figures by category, and whether they can be true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from sharpened_cli.domain.activity_energy import Energy
    from sharpened_cli.domain.activity_text.parsed import ParsedActivity, ParsedSet

# What people can do; beyond it is a slip of the finger (product choices, above the world records).
MOST_MINUTES, MOST_METRES = 1440.0, 500_000.0
MOST_LOAD_KG, MOST_REPS, MOST_SETS = 700.0, 1000, 200
MOST_SET_SECONDS, MOST_SET_METRES = 7200.0, 10_000.0
HEART_RATE = (30.0, 240.0)
MOST_M_PER_S = {"running": 12.5, "walking": 4.5, "hiking": 4.5, "cycling": 25.0, "swimming": 2.5, "rowing": 7.0}
CHECK = "Check the figures and write it again."

_COMMON = (
    "met_key", "modality", "effort", "rpe", "average_hr", "max_hr", "energy_method", "duration_estimated",
    "unmatched",
)  # fmt: skip
_CARDIO = (
    "distance_m", "pace_sec_per_km", "speed_m_per_s", "elevation_m", "grade_percent", "steps", "power_w", "cadence_rpm",
    "intervals", "aside_sec", "splits_sec", "load_kg",
)  # fmt: skip
KEYS = {
    "cardio_steady": _COMMON + _CARDIO,
    "cardio_interval": (*_COMMON, *_CARDIO, "exercises"),
    "strength": (*_COMMON, "exercises", "working_sets", "volume_kg"),
    "sports": (*_COMMON, "sport", "score", "distance_m", "intervals", "steps", "elevation_m"),
    "flexibility": (*_COMMON, "exercises"),
    "other": (*_COMMON, "distance_m", "steps", "exercises"),
}
"""Which figures an activity of a category carries."""


def activity_metrics(activity: ParsedActivity, energy: Energy) -> dict[str, Any]:
    """Return the figures to store for an activity of its category; only what is known, SI units."""
    measures = activity.measures
    speed = _speed(activity)
    values: dict[str, Any] = {
        "met_key": activity.met_key,
        "modality": activity.modality,
        "effort": activity.effort,
        "energy_method": energy.method,
        "duration_estimated": energy.minutes_estimated,
        "unmatched": list(activity.unmatched),
        "sport": activity.name,
        "score": activity.score,
        "exercises": list(activity.exercise_names),
        "working_sets": sum(one.set_type != "warmup" for one in activity.sets),
        "volume_kg": sum((one.weight_kg or 0.0) * (one.reps or 0) for one in activity.sets if one.set_type != "warmup"),
        "pace_sec_per_km": 1000.0 / speed if speed else None,
        "intervals": [repeat._asdict() for repeat in measures.intervals],
        "splits_sec": list(measures.splits_sec),
    }
    values |= {key: value for key, value in measures._asdict().items() if key not in values}
    values["speed_m_per_s"] = speed
    return {key: values[key] for key in KEYS[activity.category] if values.get(key) not in (None, [], "")}


def check_activity(activity: ParsedActivity, minutes: float) -> None:
    """Raise InputError where a figure cannot be true."""
    measures = activity.measures
    if not 0 < minutes <= MOST_MINUTES:
        raise InputError(f"{minutes:,.0f} minutes is more than an activity can take.", hint=CHECK)
    if (measures.distance_m or 0.0) > MOST_METRES:
        raise InputError(f"{measures.distance_m:,.0f} metres is too far for one activity.", hint=CHECK)
    low, high = HEART_RATE
    if measures.average_hr is not None and not low <= measures.average_hr <= high:
        raise InputError(f"A heart rate of {measures.average_hr:g} cannot be.", hint=CHECK)
    speed, most = _speed(activity), MOST_M_PER_S.get(activity.modality)
    if speed and most and speed > most:
        raise InputError(f"{activity.name} at {speed * 3.6:.0f} km/h cannot be.", hint=CHECK)
    if len(activity.sets) > MOST_SETS:
        raise InputError(f"{len(activity.sets)} sets are too many for one session.", hint=CHECK)
    for one in activity.sets:
        _check_set(one)


def _check_set(one: ParsedSet) -> None:
    if one.weight_kg is not None and abs(one.weight_kg) > MOST_LOAD_KG:
        raise InputError(f"{one.exercise_name} with {one.weight_kg:,.0f} kg cannot be.", hint=CHECK)
    if one.reps is not None and not 0 < one.reps <= MOST_REPS:
        raise InputError(f"{one.reps} repetitions of {one.exercise_name} in a set cannot be.", hint=CHECK)
    if (one.seconds or 0.0) > MOST_SET_SECONDS or (one.metres or 0.0) > MOST_SET_METRES:
        raise InputError(f"A set of {one.exercise_name} cannot be that long.", hint=CHECK)


def _speed(activity: ParsedActivity) -> float | None:
    measures = activity.measures
    if measures.distance_m and measures.duration_sec and not measures.intervals:
        return measures.distance_m / measures.duration_sec
    return measures.speed_m_per_s
