"""Where reassessments steer to, and what they may never pass: goal rate, floors, and constants of the person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sharpened_cli.domain import expenditure
from sharpened_cli.domain.body_energy import MAX_BODY_FAT_PERCENT, MIN_BODY_FAT_PERCENT, tissue_kg_per_kcal
from sharpened_cli.domain.controller_state import ControllerState
from sharpened_cli.domain.reason import Reason

if TYPE_CHECKING:
    from sharpened_cli.domain.evidence import Evidence, Person
    from sharpened_cli.domain.expenditure import Constants, Tracker
    from sharpened_cli.domain.policy import Policy
    from sharpened_cli.domain.safety_level import Limits

REBASE_FRACTION = 0.05  # constants are computed anew when the trend has moved so far
SLACK_AT_MAINTENANCE_KCAL = 60.0  # where no deficit is allowed, targets may lie this much below the estimate
GOAL_REACHED = "goal_reached"
SAFETY_SOURCE = "Safety gate (docs/rules)"


def prepared(evidence: Evidence, state: ControllerState | None) -> ControllerState:
    """Return the memory to start from: a first one, or the last one fitted to a new goal, plan or weight."""
    person = evidence.person
    rate_kg = person.goal_rate_kg_per_week
    if state is None:
        known = _constants(person, person.start_weight_kg)
        return ControllerState(
            as_of=evidence.window_start,
            program_id=evidence.program_id,
            goal=person.goal,
            goal_rate=rate_kg / person.start_weight_kg,
            goal_rate_kg_per_week=rate_kg,
            tracker=expenditure.start(known, evidence.window_start),
            start_weight_kg=person.start_weight_kg,
        )
    tracker, trim = state.tracker, state.trim
    now_kg = tracker.filter.weight_kg
    new_goal = (state.goal, state.goal_rate_kg_per_week) != (person.goal, rate_kg)
    moved = abs(now_kg / tracker.constants.weight_kg - 1.0) > REBASE_FRACTION
    if new_goal or moved:
        tracker = expenditure.rebased(tracker, _constants(person, now_kg))
    if new_goal or state.program_id != evidence.program_id:
        trim = trim._replace(integral_kcal=0.0)
    return replace(
        state,
        tracker=tracker,
        trim=trim,
        goal=person.goal,
        goal_rate=rate_kg / now_kg if new_goal else state.goal_rate,
        goal_rate_kg_per_week=rate_kg,
        deficit_since=None if new_goal else state.deficit_since,
    )


def goal_rate(evidence: Evidence, before: ControllerState, tracker: Tracker) -> tuple[float, tuple[Reason, ...]]:
    """Return the rate to steer for, as a fraction a week, after safety and what has been reached."""
    person, limits = evidence.person, evidence.safety.limits
    rate, reasons = before.goal_rate, []

    def bounded(new: float, rule: str, because: str) -> None:
        nonlocal rate
        if new != rate:
            reasons.append(Reason(rule, round(rate, 5), round(new, 5), because, SAFETY_SOURCE))
            rate = new

    wanted, weight_kg = person.target_weight_kg, tracker.filter.weight_kg
    if wanted is not None and (before.reached_kg == wanted or (weight_kg - wanted) * rate > 0.0):
        bounded(0.0, GOAL_REACHED, f"the trend has reached {wanted:.1f} kg; from here on it is held")
    weeks = limits.max_deficit_weeks
    since = before.deficit_since
    if rate < 0.0 and weeks and since and (evidence.as_of - since).days >= 7 * weeks:
        bounded(0.0, "diet_break", f"{weeks} weeks in deficit: a fortnight at maintenance")
    if limits.no_weight_goal:
        bounded(0.0, "no_weight_goal", "no weight goal is allowed")
    if limits.no_deficit or "deficit" in evidence.safety.blocked_for:
        bounded(max(rate, 0.0), "no_deficit", "no deficit is allowed")
    bounded(max(rate, -limits.max_loss_rate_per_week), "max_loss_rate", "the fastest loss allowed")
    return rate, tuple(reasons)


def safety_floor_kcal(person: Person, burnt_kcal: float, fat_free_kg: float, limits: Limits, policy: Policy) -> float:
    """Return the lowest target that is safe: absolute floor, energy availability, limits of the safety gate.

    1200 / 1500 kcal: Jensen 2014 Circulation (AHA/ACC/TOS). Energy availability 30 kcal per kg of
    fat-free mass beyond net exercise for women: Loucks & Thuma 2003 J Clin Endocrinol Metab 88:297;
    25 for men is a product choice. ``burnt_kcal`` counts only where no deficit is allowed.
    """
    rules = policy.calories
    is_male = person.sex == "male"
    absolute = rules.floor_male_kcal if is_male else rules.floor_female_kcal
    available = rules.energy_availability_male if is_male else rules.energy_availability_female
    floors = [absolute, available * fat_free_kg + person.net_exercise_kcal, limits.min_calories_kcal]
    if limits.no_deficit:
        floors.append(burnt_kcal - SLACK_AT_MAINTENANCE_KCAL)
    return max(floors)


def body_fat_at(person: Person, weight_kg: float) -> float:
    """Return the body fat in percent at a weight: the change since the start is split as tissue is (Forbes 1987)."""
    fat_kg = person.start_weight_kg * person.body_fat_percentage / 100.0
    fat_share, lean_share = tissue_kg_per_kcal(fat_kg)
    fat_kg += (weight_kg - person.start_weight_kg) * fat_share / (fat_share + lean_share)
    return min(MAX_BODY_FAT_PERCENT, max(MIN_BODY_FAT_PERCENT, 100.0 * fat_kg / weight_kg))


def _constants(person: Person, weight_kg: float) -> Constants:
    return expenditure.constants(
        weight_kg=weight_kg,
        body_fat_percentage=body_fat_at(person, weight_kg),
        rmr_kcal=person.rmr_kcal,
        tdee_kcal=person.tdee_kcal,
    )
