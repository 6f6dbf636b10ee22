"""What is planned on one day, with the ids and short numbers under which it is stored.

These are NamedTuples and not dataclasses because ``today`` declares them on every start.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.nutrients import Targets, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from datetime import date, datetime

    from sharpened_cli.domain.nutrients import Nutrients

NO_TARGETS = Targets(None, None, None, None, None)

PLANNED, COMPLETED, SIMILAR, SKIPPED = "planned", "completed", "similar", "skipped"


class ExerciseItem(NamedTuple):
    """One row of exercise_plan_items; ``load_source`` says whether the plan or the log gave the load."""

    id: str
    order: int
    exercise_id: str
    name: str
    sets: int
    rep_low: int | None = None
    rep_high: int | None = None
    seconds: int | None = None
    metres: float | None = None
    rir: int | None = None
    rest_sec: int = 0
    load_kg: float | None = None
    is_warmup: bool = False
    note: str = ""
    substitution_reason: str = ""
    load_source: str = "plan"
    load_factor: float = 1.0


class Session(NamedTuple):
    """One row of session_instances on the day on which it is in force."""

    id: str
    date: date
    week_index: int
    day_index: int
    start_time: str
    kind: str
    modality: str
    name: str
    duration_minutes: int
    number: int
    location: str = "gym"
    is_deload: bool = False
    is_optional: bool = False
    notes: str = ""
    exercises: tuple[ExerciseItem, ...] = ()
    moved_from: dt.date | None = None

    def working_sets(self) -> int:
        """Return the number of planned sets without warm-ups."""
        return sum(item.sets for item in self.exercises if not item.is_warmup)


class MealItem(NamedTuple):
    """One row of meal_item_plan: a food in grams and in words."""

    food_id: str
    food_name: str
    grams: float
    serving: str
    role: str
    nutrients: Nutrients


class Meal(NamedTuple):
    """One row of meal_instances on the day on which it is in force."""

    id: str
    date: date
    week_index: int
    day_index: int
    order: int
    meal_type: str
    meal_time: str
    time: str
    name: str
    number: int
    prep_minutes: int = 0
    items: tuple[MealItem, ...] = ()
    moved_from: dt.date | None = None

    def totals(self) -> Nutrients:
        """Return the sum of the items."""
        return total(item.nutrients for item in self.items)


class PlanEvent(NamedTuple):
    """One row of plan_change_events; ``after`` is the resolved result that the fold replays.

    The keys of ``after`` that the fold knows, whatever the change_type:
    ``calories_kcal, protein_g, carbs_g, fat_g, fiber_g`` absolute targets from ``effective_date`` on;
    ``items`` {exercise_plan_item id: {any field of ExerciseItem but id}}, 0 sets drops the item;
    ``date, start_time, day_number`` of the session or meal ``entity_id`` (move, reschedule);
    ``cancelled`` true (cancel); ``meals`` {meal_instance id: {"items": [..], "name"?}} (edit), with
    ``made_for_kcal`` when those meals were made for another target than the program's, and
    ``made_for_change``, the number of the change of calories they belong to: they count while it is in force.
    """

    number: int
    id: str
    change_type: str
    entity_type: str
    entity_id: str
    effective_date: date
    after: Mapping[str, Any]
    undoes_event_id: str | None = None
    before: Mapping[str, Any] = MappingProxyType({})


class Override(NamedTuple):
    """One row of day_overrides: what an adjustment would change on its day, and where it stands."""

    id: str
    number: int
    date: date
    reason_code: str
    status: str
    modifications: Mapping[str, Any]
    triggers: tuple[Mapping[str, Any], ...]
    created_at: datetime
    grace_period_expires_at: datetime | None = None
    decided_at: datetime | None = None
    undone_at: datetime | None = None
    supersedes_id: str | None = None
    reason_text: str = ""
    confidence: float = 1.0


class Gate(NamedTuple):
    """What safety forbids on a day: names such as ``training``, ``numeric_targets``, and the reasons."""

    blocked_for: frozenset[str] = frozenset()
    because: tuple[str, ...] = ()


OPEN_GATE = Gate()


class StoredDay(NamedTuple):
    """What storage holds for one day before anything bends it.

    ``sessions`` and ``meals`` carry their original dates and include those that an event moves to
    or from the day; ``targets`` are the program's for that day, else the profile's.
    """

    date: date
    targets: Targets
    sessions: tuple[Session, ...] = ()
    meals: tuple[Meal, ...] = ()
    week_index: int | None = None


class EffectiveDay(NamedTuple):
    """What is in force on one day, after events, the override of the day and the safety gate."""

    date: date
    week_index: int | None
    targets: Targets
    base_targets: Targets
    sessions: tuple[Session, ...]
    meals: tuple[Meal, ...]
    override: Override | None
    gate: Gate


def warmup_name(name: str) -> str:
    """Return the name of the warm-up sets of an exercise."""
    return f"Warm-up: {name}"
