"""From stored rows to the evidence of one person's reassessment: no reads of its own, no decisions."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.body import MEASURED_METHODS
from sharpened_cli.domain.body_energy import OWN_FIGURE_SHARE, body_fat_percent, body_mass_index
from sharpened_cli.domain.controller_state import from_document
from sharpened_cli.domain.effective import live_events, targets_on
from sharpened_cli.domain.evidence import Adherence, Evidence, Person
from sharpened_cli.domain.expenditure import Day
from sharpened_cli.domain.gate import gate_of
from sharpened_cli.domain.profile import completed_years
from sharpened_cli.domain.safety import limits_from
from sharpened_cli.domain.safety_level import Limits, Verdict
from sharpened_cli.errors import NotThereError
from sharpened_cli.services.training_evidence import DECLINED, DONE, Plan, training_of
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
ORDINARY_LIMITS = Limits()


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
) -> Case:
    """Return the case of a person on a day.

    Raises NotThereError when the profile lacks what a body needs, ValueError or KeyError for broken rows.
    """
    user_id, program_id = client["user_id"], client["program_id"]
    start = window_start(client)
    stored = client["controller_state"]
    state = from_document(json.loads(stored)) if stored else None
    events = records.events.get(user_id)
    live = live_events(event_of(row) for row in events if row["program_id"] == program_id) if events else ()
    macros, tdee = json.loads(client["macros"]), json.loads(client["tdee"])
    base = targets_of(macros)
    totals = records.totals.get(user_id, ())
    plan_days = [row for row in records.plan_days.get(user_id, ()) if row[0] == program_id]
    deficit = 1.0 - base.calories_kcal / tdee["tdee_kcal"] if base.calories_kcal else 0.0
    starts_on = date.fromisoformat(client["program_start_date"])
    plan = Plan(user_id, program_id, starts_on, client["session_minutes"], deficit)
    trained = training_of(plan, records, start, as_of, traits, live, state)
    evidence = Evidence(
        user_id=user_id,
        program_id=program_id,
        as_of=as_of,
        window_start=start,
        person=_person(client, state, start, totals, as_of, tdee, macros),
        days=_days(start, as_of, totals, plan_days, base, live),
        adherence=_adherence(start, as_of, program_id, records, user_id),
        training=trained.training,
        safety=verdict_of(client),
        weeks_trained=trained.weeks_since_deload,
    )
    return Case(client, evidence, targets_on(as_of, base, live), state, live)


def verdict_of(client: Row) -> Verdict:
    """Return the stored safety verdict with what live flags add to it."""
    document: dict[str, Any] = json.loads(client["safety"])
    gate = gate_of(document, (client["flags"] or "").split("|") if client["flags"] else ())
    limits = document.get("limits")
    return Verdict(
        level=document.get("level", "cleared"),
        blocked_for=tuple(sorted(gate.blocked_for)),
        warnings=tuple(document.get("warnings", ())),
        offered=tuple(document.get("offered", ())),
        limits=limits_from(limits) if limits else ORDINARY_LIMITS,
    )


def _person(
    client: Row,
    state: ControllerState | None,
    start: date,
    totals: Sequence[tuple[Any, ...]],
    as_of: date,
    tdee: Mapping[str, Any],
    macros: Mapping[str, Any],
) -> Person:
    weight_kg = state.start_weight_kg if state else _start_weight(client, start, totals)
    sex, height_cm, born = client["biological_sex"], client["height_cm"], client["birth_date"]
    if weight_kg is None or sex is None or height_cm is None or born is None:
        raise NotThereError(
            "The profile lacks sex, height, weight or date of birth.",
            code="profile_incomplete",
            hint="Complete it with `sharpened onboard`.",
        )
    rate = macros.get("rate_kg_per_week", client["goal_rate_kg_per_week"])
    return Person(
        sex=sex,
        height_cm=height_cm,
        start_weight_kg=weight_kg,
        body_fat_percentage=_body_fat(
            client, sex, height_cm, weight_kg, completed_years(date.fromisoformat(born), as_of)
        ),
        rmr_kcal=float(tdee["bmr_kcal"]),
        tdee_kcal=float(tdee["tdee_kcal"]),
        net_exercise_kcal=_training_kcal(tdee),
        experience=client["experience_level"] or DEFAULT_EXPERIENCE,
        goal=client["primary_goal"],
        goal_rate_kg_per_week=float(rate or 0.0),
        target_weight_kg=client["goal_weight_kg"],
        units=client["unit_system"],
    )


def _body_fat(client: Row, sex: str, height_cm: float, weight_kg: float, age: int) -> float:
    return body_fat_percent(
        sex,
        age,
        body_mass_index(weight_kg, height_cm),
        own=client["body_fat_percentage"],
        own_share=1.0 if client["body_fat_method"] in MEASURED_METHODS else OWN_FIGURE_SHARE,
    )


def _training_kcal(tdee: Mapping[str, Any]) -> float:
    """Return the planned training's share of the stored expenditure, in kcal a day."""
    training = tdee.get("training_kcal")
    if training is None and tdee.get("multiplier"):
        training = max(0.0, tdee["tdee_kcal"] - tdee["bmr_kcal"] * tdee["multiplier"])
    return float(training or 0.0)


def _start_weight(client: Row, start: date, totals: Sequence[tuple[Any, ...]]) -> float | None:
    """Return the weight on or last before the start, else the profile's, else the first weighed."""
    first = start.isoformat()
    before = [row[3] for row in totals if row[0] <= first and row[3] is not None]
    profile_kg: float | None = client["current_weight_kg"]
    if before or profile_kg is not None:
        return before[-1] if before else profile_kg
    return next((row[3] for row in totals if row[3] is not None), None)


def _days(
    start: date,
    as_of: date,
    totals: Sequence[tuple[Any, ...]],
    plan_days: Sequence[tuple[Any, ...]],
    base: Targets,
    live: Sequence[PlanEvent],
) -> tuple[Day, ...]:
    """Return the window's days and the morning after, each with the target that was in force on it."""
    logged = {row[0]: row for row in totals}
    planned = {row[1]: row[2] for row in plan_days}
    moves = any("calories_kcal" in event.after for event in live)
    days = []
    for day, text in _calendar(start, as_of):
        target = planned.get(text) or base.calories_kcal or 0.0
        if moves:
            target = targets_on(day, base._replace(calories_kcal=target), live).calories_kcal or 0.0
        row = logged.get(text)
        if row is None:
            days.append(Day(day, target))
        else:
            days.append(Day(day, target, row[1] if row[2] else None, row[3]))
    return tuple(days)


@lru_cache(maxsize=64)
def _calendar(start: date, as_of: date) -> tuple[tuple[date, str], ...]:
    """Return the days of a window with their text; thousands of people of a batch share a window."""
    days = (start + timedelta(days=shift) for shift in range((as_of - start).days + 1))
    return tuple((day, day.isoformat()) for day in days)


def _adherence(start: date, as_of: date, program_id: str, records: Records, user_id: str) -> Adherence:
    first, end = start.isoformat(), as_of.isoformat()
    asked = [
        row[7]
        for row in records.sessions.get(user_id, ())
        if first <= row[2] < end and row[1] == program_id and not row[5]
    ]
    return Adherence(
        len(asked),
        sum(status in DONE for status in asked),
        sum(row[2] for row in records.meals.get(user_id, ()) if first <= row[1] < end and row[0] == program_id),
        sum(row[2] for row in records.totals.get(user_id, ()) if first <= row[0] < end),
        asked.count(DECLINED),
    )
