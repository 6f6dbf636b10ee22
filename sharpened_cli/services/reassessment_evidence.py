"""From stored rows to the evidence of one person's reassessment: no reads of its own, no decisions."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.body import MEASURED_METHODS
from sharpened_cli.domain.body_energy import OWN_FIGURE_SHARE, body_fat_percent, body_mass_index
from sharpened_cli.domain.controller_state import from_document
from sharpened_cli.domain.effective import live_events, targets_on
from sharpened_cli.domain.evidence import Adherence, Evidence, Person
from sharpened_cli.domain.expenditure import Day
from sharpened_cli.domain.gate import gate_of
from sharpened_cli.domain.profile import Profile
from sharpened_cli.domain.safety_level import Limits, Verdict
from sharpened_cli.errors import NotThereError
from sharpened_cli.services.training_evidence import DONE, training_of
from sharpened_cli.store.calendar import targets_of
from sharpened_cli.store.plan_changes import event_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.controller_state import ControllerState
    from sharpened_cli.domain.day_plan import PlanEvent
    from sharpened_cli.domain.nutrients import Targets
    from sharpened_cli.store import Row
    from sharpened_cli.store.reassessment_evidence import ExerciseTraits, Records

DEFAULT_EXPERIENCE = "novice"
_LIMITS = frozenset(Limits.__dataclass_fields__)


class Case(NamedTuple):
    """One person's reassessment before the decision: evidence, targets in force, memory, live changes."""

    client: Row
    evidence: Evidence
    targets: Targets
    state: ControllerState | None
    live: tuple[PlanEvent, ...]


def window_start(client: Row) -> date:
    """Return the first day that no reassessment has looked at: after the last window, else the program's start."""
    return date.fromisoformat(client["last_as_of_date"] or client["program_start_date"])


def case_of(
    client: Row,
    records: Records,
    as_of: date,
    traits: Mapping[str, ExerciseTraits],
    state: ControllerState | None = None,
) -> Case:
    """Return the case of a person on a day; ``state`` stands in for the stored memory (replay).

    Raises NotThereError when the profile lacks what a body needs, ValueError or KeyError for broken rows.
    """
    user_id = client["user_id"]
    start = window_start(client)
    if state is None and client["controller_state"]:
        state = from_document(json.loads(client["controller_state"]))
    events = (event_of(row) for row in records.events.get(user_id, ()) if row["program_id"] == client["program_id"])
    live = live_events(events)
    base = targets_of(json.loads(client["macros"]))
    totals = records.totals.get(user_id, ())
    plan_days = records.plan_days.get(user_id, ())
    days = _days(start, as_of, totals, plan_days, base, live)
    items = [row for row in records.items.get(user_id, ()) if row["program_id"] == client["program_id"]]
    person = _person(client, state, start, totals, as_of)
    trained = training_of(client, items, records, start, as_of, traits, live, state)
    evidence = Evidence(
        user_id=user_id,
        program_id=client["program_id"],
        as_of=as_of,
        window_start=start,
        person=person,
        days=days,
        adherence=_adherence(start, as_of, items, totals, plan_days),
        training=trained.training,
        safety=verdict_of(client),
        weeks_trained=trained.weeks_since_deload,
    )
    return Case(client, evidence, targets_on(as_of, base, live), state, live)


def verdict_of(client: Row) -> Verdict:
    """Return the stored safety verdict with what live flags add to it."""
    document: dict[str, Any] = json.loads(client["safety"])
    gate = gate_of(document, (client["flags"] or "").split("|") if client["flags"] else ())
    limits = {name: value for name, value in document.get("limits", {}).items() if name in _LIMITS}
    if "excluded_regions" in limits:
        limits["excluded_regions"] = frozenset(limits["excluded_regions"])
    return Verdict(
        level=document.get("level", "cleared"),
        blocked_for=tuple(sorted(gate.blocked_for)),
        warnings=tuple(document.get("warnings", ())),
        offered=tuple(document.get("offered", ())),
        limits=Limits(**limits),
    )


def _person(client: Row, state: ControllerState | None, start: date, totals: Sequence[Row], as_of: date) -> Person:
    weight_kg = state.start_weight_kg if state else _start_weight(client, start, totals)
    sex, height_cm, born = client["biological_sex"], client["height_cm"], client["birth_date"]
    if weight_kg is None or sex is None or height_cm is None or born is None:
        raise NotThereError(
            "The profile lacks sex, height, weight or date of birth.",
            code="profile_incomplete",
            hint="Complete it with `sharpened onboard`.",
        )
    age = Profile(user_id="", birth_date=date.fromisoformat(born)).age_on(as_of) or 0
    measured = client["body_fat_method"] in MEASURED_METHODS
    fat = body_fat_percent(
        sex,
        age,
        body_mass_index(weight_kg, height_cm),
        own=client["body_fat_percentage"],
        own_share=1.0 if measured else OWN_FIGURE_SHARE,
    )
    tdee: dict[str, Any] = json.loads(client["tdee"])
    macros: dict[str, Any] = json.loads(client["macros"])
    bmr, burnt = float(tdee["bmr_kcal"]), float(tdee["tdee_kcal"])
    training = tdee.get("training_kcal")
    if training is None:
        training = max(0.0, burnt - bmr * float(tdee["multiplier"])) if tdee.get("multiplier") else 0.0
    rate = macros.get("rate_kg_per_week", client["goal_rate_kg_per_week"])
    return Person(
        sex=sex,
        height_cm=height_cm,
        start_weight_kg=weight_kg,
        body_fat_percentage=fat,
        rmr_kcal=bmr,
        tdee_kcal=burnt,
        net_exercise_kcal=float(training),
        experience=client["experience_level"] or DEFAULT_EXPERIENCE,
        goal=client["primary_goal"],
        goal_rate_kg_per_week=float(rate or 0.0),
        target_weight_kg=client["goal_weight_kg"],
        units=client["unit_system"],
    )


def _start_weight(client: Row, start: date, totals: Sequence[Row]) -> float | None:
    """Return the weight on or last before the start, else the profile's, else the first weighed."""
    weighed = [(row["date"], float(row["weight_kg"])) for row in totals if row["weight_kg"] is not None]
    before = [kg for day, kg in weighed if day <= start.isoformat()]
    if before:
        return before[-1]
    profile_kg: float | None = client["current_weight_kg"]
    return profile_kg if profile_kg is not None else weighed[0][1] if weighed else None


def _days(
    start: date,
    as_of: date,
    totals: Sequence[Row],
    plan_days: Sequence[Row],
    base: Targets,
    live: Sequence[PlanEvent],
) -> tuple[Day, ...]:
    """Return the window's days and the morning after, each with the target that was in force on it."""
    logged = {row["date"]: row for row in totals}
    planned = {row["date"]: row["calories_kcal"] for row in plan_days}
    moves = any("calories_kcal" in event.after for event in live)
    days = []
    for shift in range((as_of - start).days + 1):
        day = start + timedelta(days=shift)
        text = day.isoformat()
        target = planned.get(text) or base.calories_kcal or 0.0
        if moves:
            target = targets_on(day, base._replace(calories_kcal=target), live).calories_kcal or 0.0
        row = logged.get(text)
        if row is None:
            days.append(Day(day, target))
        else:
            days.append(Day(day, target, row["kcal"] if row["meals_logged"] else None, row["weight_kg"]))
    return tuple(days)


def _adherence(
    start: date, as_of: date, items: Sequence[Row], totals: Sequence[Row], plan_days: Sequence[Row]
) -> Adherence:
    first, end = start.isoformat(), as_of.isoformat()
    sessions = {
        row["session_id"]: row["status"] in DONE
        for row in items
        if first <= row["date"] < end and not row["is_optional"]
    }
    return Adherence(
        len(sessions),
        sum(sessions.values()),
        sum(row["meals_planned"] for row in plan_days if first <= row["date"] < end),
        sum(row["meals_logged"] for row in totals if first <= row["date"] < end),
    )
