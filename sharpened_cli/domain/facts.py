"""What a consultation yielded: one value per row of the nine tables.

The field names are those of the columns; a name (modality, exercise, food, meal time, event type)
is the reference row's id where one was recognised, with the person's own words beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

MODALITIES = (
    "strength_training", "bodybuilding", "powerlifting", "olympic_weightlifting", "calisthenics",
    "crossfit", "functional_fitness", "general_fitness", "hiit", "kettlebell_training", "running",
    "cycling", "swimming", "rowing", "triathlon", "walking", "hiking", "climbing", "team_sports",
    "racket_sports", "martial_arts", "gymnastics", "dance", "golf", "yoga", "pilates", "mobility", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """A kind of training: ``modality`` is one of MODALITIES."""

    modality: str
    is_primary: bool | None = None
    proficiency_level: str | None = None
    years_experience: float | None = None
    enjoys_it: bool | None = None
    willing_to_continue: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamiliarExercise:
    """An exercise the person knows: own words, the library's id where recognised, working set."""

    exercise: str
    exercise_id: str | None = None
    comfort_level: int | None = None
    frequency: str | None = None
    typical_weight_kg: float | None = None
    typical_reps: int | None = None
    typical_duration_minutes: float | None = None
    enjoys_it: bool | None = None
    willing_to_do: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """A slot for training: ISO weekday (1 Monday), bucket of the day, start HH:MM, minutes, place."""

    day_of_week: int
    time_of_day: str
    start_time: str | None = None
    typical_duration_minutes: int | None = None
    location_type: str | None = None
    interval_weeks: int = 1
    activity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MealTime:
    """When a meal is eaten: one of the ten meal times, HH:MM."""

    meal_time: str
    typical_time: str | None = None
    typical_portion_size: str | None = None
    flexibility_minutes: int | None = None
    is_non_negotiable: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalFood:
    """A food the person eats: own words, the table's id where recognised, amount as said."""

    food: str
    food_id: str | None = None
    meal_time: str | None = None
    frequency: str | None = None
    typical_quantity_grams: float | None = None
    quantity: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What the person wants to reach; values in SI (kg, seconds, km, cm), dates ISO."""

    target_description: str
    goal_type: str
    measurement_metric: str | None = None
    current_value: float | None = None
    target_value: float | None = None
    target_date: str | None = None
    priority: int = 3
    exercise: str | None = None
    exercise_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difficulty:
    """What stands in the way."""

    description: str
    difficulty_category: str
    severity: int | None = None
    frequency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NonNegotiable:
    """What must or must never happen: a hard constraint."""

    constraint_type: str
    description: str
    excluded_foods: tuple[str, ...] = ()
    excluded_exercises: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    allowed: tuple[str, ...] = ()
    is_permanent: bool = True
    end_date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpcomingEvent:
    """Something with a date to prepare for; ``event_type_id`` where a reference row fits."""

    event_name: str
    event_category: str | None = None
    event_type_id: str | None = None
    event_date: str | None = None
    priority: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All live rows of one person's nine tables, and the codes of live safety flags."""

    modalities: tuple[Modality, ...] = ()
    exercises: tuple[FamiliarExercise, ...] = ()
    availability: tuple[Availability, ...] = ()
    meal_times: tuple[MealTime, ...] = ()
    foods: tuple[TypicalFood, ...] = ()
    goals: tuple[Goal, ...] = ()
    difficulties: tuple[Difficulty, ...] = ()
    non_negotiables: tuple[NonNegotiable, ...] = ()
    events: tuple[UpcomingEvent, ...] = ()
    safety_flags: frozenset[str] = frozenset()


NO_FACTS = Facts()
