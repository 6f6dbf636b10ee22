"""What a field of the nine tables may hold; a value out of range is left out rather than kept wrong."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.facts import MODALITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

MEAL_TIMES = (
    "early_morning", "breakfast", "mid_morning", "lunch", "afternoon", "pre_workout", "post_workout", "dinner",
    "evening", "late_night",
)  # fmt: skip
CHOICES: dict[str, tuple[str, ...]] = {
    "modality": MODALITIES,
    "proficiency_level": ("beginner", "intermediate", "advanced", "expert"),
    "time_of_day": ("early_morning", "morning", "midday", "afternoon", "evening", "night"),
    "location_type": ("home", "gym", "outdoor", "office", "flexible"),
    "meal_time": MEAL_TIMES,
    "typical_portion_size": ("small", "medium", "large"),
    "goal_type": (
        "strength", "endurance", "skill", "aesthetic", "body_composition", "mobility", "performance", "health",
    ),
    "difficulty_category": (
        "motivation", "time_management", "injury", "nutrition", "knowledge", "consistency", "energy",
        "social_support", "equipment_access", "travel", "other",
    ),
    "constraint_type": (
        "rest_days", "meal_timing", "equipment", "exercises_excluded", "foods_excluded", "time_blocks", "social",
        "religious", "medical", "other",
    ),
    "event_category": (
        "race", "competition", "sport_season", "personal_milestone", "aesthetic_goal", "health_goal",
    ),
}  # fmt: skip
FREQUENCIES = {
    "user_familiar_exercises": ("never_done", "rarely", "occasionally", "regularly", "frequently"),
    "user_typical_meal_foods": ("daily", "several_times_week", "weekly", "occasionally"),
    "user_difficulties": ("daily", "weekly", "monthly", "occasionally"),
}
RANGES = {
    "years_experience": (0, 80), "typical_weight_kg": (0, 1000), "typical_reps": (1, 1000), "interval_weeks": (1, 8),
    "flexibility_minutes": (0, 720), "typical_quantity_grams": (0.1, 10_000), "quantity": (0.01, 1000),
    "severity": (1, 5), "priority": (1, 5), "day_of_week": (1, 7), "current_value": (-1e9, 1e9),
    "target_value": (-1e9, 1e9),
}  # fmt: skip
MINUTES = {"user_familiar_exercises": (0.05, 1440), "user_training_availability": (5, 480)}
WHOLE = frozenset({"typical_reps", "interval_weeks", "flexibility_minutes", "severity", "priority", "day_of_week"})
BOOLEANS = frozenset(
    {
        "is_primary", "enjoys_it", "willing_to_continue", "willing_to_do", "is_non_negotiable", "is_permanent",
    }
)  # fmt: skip
LISTS = frozenset({"excluded_foods", "excluded_exercises", "allowed"})
REQUIRED = {
    "user_training_modalities": ("modality",),
    "user_familiar_exercises": ("exercise",),
    "user_training_availability": ("day_of_week", "time_of_day"),
    "user_preferred_meal_times": ("meal_time",),
    "user_typical_meal_foods": ("food",),
    "user_improvement_goals": ("target_description", "goal_type"),
    "user_difficulties": ("description", "difficulty_category"),
    "user_non_negotiables": ("constraint_type", "description"),
    "user_upcoming_events": ("event_name",),
}
FIELDS = {
    "user_training_modalities": ("modality", "is_primary", "proficiency_level", "years_experience", "enjoys_it"),
    "user_familiar_exercises": (
        "exercise", "typical_weight_kg", "typical_reps", "typical_duration_minutes", "frequency",
        "enjoys_it", "willing_to_do",
    ),
    "user_training_availability": (
        "day_of_week", "time_of_day", "start_time", "typical_duration_minutes", "location_type", "interval_weeks",
    ),
    "user_preferred_meal_times": (
        "meal_time", "typical_time", "typical_portion_size", "is_non_negotiable", "flexibility_minutes",
    ),
    "user_typical_meal_foods": ("food", "meal_time", "frequency", "typical_quantity_grams", "quantity", "unit"),
    "user_improvement_goals": (
        "goal_type", "target_description", "measurement_metric", "current_value", "target_value", "target_date",
        "exercise", "priority",
    ),
    "user_difficulties": ("difficulty_category", "description", "severity", "frequency"),
    "user_non_negotiables": (
        "constraint_type", "description", "excluded_foods", "excluded_exercises", "days", "allowed", "is_permanent",
        "end_date",
    ),
    "user_upcoming_events": ("event_name", "event_category", "event_date", "priority"),
}  # fmt: skip
LONGEST_TEXT = 500  # characters; product choice
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


def checked(table: str, values: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the fields of a row that may be kept, or None when a required one may not."""
    kept = {
        name: value
        for name, raw in values.items()
        if name in FIELDS[table] and (value := _value(table, name, raw)) is not None
    }
    return kept if all(name in kept for name in REQUIRED[table]) else None


def _value(table: str, name: str, raw: Any) -> Any:
    if raw is None:
        return None
    if name in BOOLEANS:
        return raw if isinstance(raw, bool) else None
    if name == "days":
        return [day for day in raw if isinstance(day, int) and 1 <= day <= 7] if isinstance(raw, list | tuple) else None
    if name in LISTS:
        return (
            [str(item)[:LONGEST_TEXT] for item in raw if str(item).strip()] if isinstance(raw, list | tuple) else None
        )
    if name in RANGES or name == "typical_duration_minutes":
        return _number(name, raw, RANGES.get(name) or MINUTES[table])
    return _text(table, name, raw)


def _number(name: str, raw: Any, limits: tuple[float, float]) -> float | int | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not limits[0] <= raw <= limits[1]:
        return None
    return round(raw) if name in WHOLE else raw


def _text(table: str, name: str, raw: Any) -> str | None:
    text = str(raw).strip()
    choices = FREQUENCIES.get(table) if name == "frequency" else CHOICES.get(name)
    if choices is not None:
        return text if text in choices else None
    if name in ("start_time", "typical_time"):
        return text if _CLOCK.fullmatch(text) else None
    if name.endswith("_date"):
        return text if _is_date(text) else None
    return text[:LONGEST_TEXT] or None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


UNUSABLE = object()
"""What ``typed`` returns for text that does not fit a field."""

_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")


def typed(table: str, name: str, text: str) -> Any:
    """Return the value of a field typed as text: ``-`` is None, lists have commas; UNUSABLE where it does not fit."""
    text = text.strip()
    if text in ("-", ""):
        return None if name not in REQUIRED[table] else UNUSABLE
    raw: Any = text
    if name in BOOLEANS:
        raw = True if text.lower() in _YES else False if text.lower() in _NO else None
    elif name in LISTS or name == "days":
        raw = [part.strip() for part in text.split(",") if part.strip()]
        raw = [int(part) for part in raw if part.isdecimal()] if name == "days" else raw
    elif name in RANGES or name == "typical_duration_minutes":
        raw = float(text.replace(",", ".")) if re.fullmatch(r"-?\d+(?:[.,]\d+)?", text) else None
    value = _value(table, name, raw)
    return UNUSABLE if value is None else value
