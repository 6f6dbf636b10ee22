"""The program as one document: what `programs.full_bundle` holds, checked where it comes in.

A bundle carries no ids; week, day and order name a thing, so that two bundles compare byte for byte.
Its JSON Schema stands in docs/program-bundle.schema.json.
"""

from __future__ import annotations

import json
from datetime import date  # noqa: TC003  # pydantic reads the annotations at run time
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = 1

Share = Annotated[float, Field(ge=0.0, le=1.0)]
Amount = Annotated[float, Field(ge=0.0, allow_inf_nan=False)]
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
WeekIndex = Annotated[int, Field(ge=1, le=16)]
Weekday = Annotated[int, Field(ge=1, le=7)]


class Part(BaseModel):
    """A part of the bundle: nothing unknown in it, nothing changed after it was made."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class ReasonLine(Part):
    """One step of a decision."""

    rule: str
    before: float | str | None = None
    after: float | str | None = None
    because: str
    source: str = ""


class IssueLine(Part):
    """A wish that could not be met in full."""

    code: str
    wanted: float | str | None = None
    possible: float | str | None = None
    because: str
    options: tuple[str, ...] = ()


class Macros(Part):
    """Targets of a day in kcal and grams; null where numbers are withheld."""

    calories_kcal: Amount | None = None
    protein_g: Amount | None = None
    carbs_g: Amount | None = None
    fat_g: Amount | None = None
    fiber_g: Amount | None = None


class Eaten(Part):
    """What is in food, in kcal and grams."""

    kcal: Amount
    protein_g: Amount
    carbs_g: Amount
    fat_g: Amount
    fiber_g: Amount


class Tdee(Part):
    """Expenditure in kcal a day with one SD around it; ``multiplier`` is the activity apart from training."""

    bmr_kcal: Amount | None = None
    tdee_kcal: Amount | None = None
    tdee_low_kcal: Amount | None = None
    tdee_high_kcal: Amount | None = None
    multiplier: Amount | None = None
    training_kcal: Amount | None = None


class Safety(Part):
    """The verdict of the safety gate that the program obeys."""

    level: Literal["cleared", "caution", "constrained", "blocked"]
    blocked_for: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    constraints: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    limits: dict[str, Any] = {}


class FeasibilityReport(Part):
    """The share of the wishes that is in the program, and what is not."""

    score: Share
    issues: tuple[IssueLine, ...] = ()


class ExerciseLine(Part):
    """One line of a session."""

    order: Annotated[int, Field(ge=1)]
    exercise_id: str
    name: str
    sets: Annotated[int, Field(ge=1, le=30)]
    rep_low: int | None = None
    rep_high: int | None = None
    seconds: int | None = None
    metres: Amount | None = None
    rir: Annotated[int, Field(ge=0, le=10)] | None = None
    rest_sec: Annotated[int, Field(ge=0, le=1800)] = 0
    load_kg: Amount | None = None
    is_warmup: bool = False
    note: str = ""
    substitution_reason: str = ""


class SessionPlan(Part):
    """One session on its local date."""

    date: date
    week_index: WeekIndex
    day_index: Weekday
    start_time: Clock
    session_kind: Literal["resistance", "endurance", "hiit", "sport", "mobility"]
    modality: str
    session_name: str
    duration_minutes: Annotated[int, Field(ge=5, le=480)]
    location: str
    is_deload: bool = False
    is_optional: bool = False
    net_kcal: Amount = 0.0
    notes: str = ""
    exercises: tuple[ExerciseLine, ...] = ()


class MuscleVolume(Part):
    """Weekly fractional sets of one muscle: planned, aimed at, least and most."""

    planned: Amount
    target: Amount
    minimum: Amount
    cap: Amount


class Training(Part):
    """All sessions, and the weekly fractional sets of an ordinary week."""

    weekly_sets_by_muscle: dict[str, float]
    volume: dict[str, MuscleVolume] = {}
    net_weekly_kcal: Amount = 0.0
    sessions: tuple[SessionPlan, ...] = ()


class ItemLine(Eaten):
    """One food of a meal, in grams and in words."""

    food_id: str
    food_name: str
    grams: Annotated[float, Field(gt=0.0, le=5000.0)]
    serving: str = ""
    role: str = ""


class Meal(Part):
    """One meal on its local date."""

    date: date
    week_index: WeekIndex
    day_index: Weekday
    order: Annotated[int, Field(ge=1)]
    meal_type: Literal["breakfast", "lunch", "dinner", "snack", "pre_workout", "post_workout", "other"]
    meal_time: str
    time: Clock
    name: str
    prep_minutes: Annotated[int, Field(ge=0)] = 0
    totals: Eaten
    items: tuple[ItemLine, ...]


class Day(Part):
    """What one day aims at and what its meals sum to."""

    date: date
    week_index: WeekIndex
    day_index: Weekday
    is_training_day: bool
    targets: Macros
    totals: Eaten


class Reasons(Part):
    """Why the program is as it is: goal and targets, days, training, meals."""

    goal: str = ""
    targets: tuple[ReasonLine, ...] = ()
    days: tuple[ReasonLine, ...] = ()
    training: tuple[ReasonLine, ...] = ()
    meals: tuple[ReasonLine, ...] = ()


class ProgramBundle(Part):
    """A whole program: targets, safety, feasibility, training, meals, days, reasons."""

    schema_version: Literal[1] = 1
    source: Literal["consultation", "onboarding", "reassessment"]
    primary_goal: str
    program_start_date: date
    program_duration_weeks: Annotated[int, Field(ge=2, le=16)]
    seed: int
    inputs_hash: str
    rate_kg_per_week: float | None = None
    tdee: Tdee
    macros: Macros
    safety: Safety
    feasibility: FeasibilityReport
    training: Training
    meals: tuple[Meal, ...] = ()
    days: tuple[Day, ...]
    reasons: Reasons = Reasons()
    notes: tuple[str, ...] = ()

    def as_text(self) -> str:
        """Return the document as JSON text, the same for the same program."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=False, separators=(",", ":"))


def schema_text() -> str:
    """Return the JSON Schema of a bundle, as docs/program-bundle.schema.json holds it."""
    return json.dumps(ProgramBundle.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
