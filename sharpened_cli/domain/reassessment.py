"""One reassessment: from a fortnight's evidence to the next fortnight's plan, each step with its reason.

Order: adherence, weight trend, expenditure, safety, deload, calories, volume, feasibility. No clock and no
storage: twelve simulated weeks are a loop. Signs that always hold: losing slower than wanted never
raises calories, lower completion or more fatigue never raises sets, nothing passes a floor or a
step limit, and missing data never moves a target.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain import expenditure
from sharpened_cli.domain.deload import decide_deload
from sharpened_cli.domain.expenditure import MEMORY_DAYS, PRIOR_SD_FRACTION
from sharpened_cli.domain.pid import (
    MIN_WEIGH_INS,
    SHOWN_SD_FACTOR,
    CaloriePIDController,
    Setting,
    Window,
)
from sharpened_cli.domain.policy import DEFAULT_POLICY
from sharpened_cli.domain.steering import GOAL_REACHED, goal_rate, prepared, safety_floor_kcal
from sharpened_cli.domain.volume import VolumePIDController, VolumeSetting

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.domain.controller_state import ControllerState
    from sharpened_cli.domain.deload import DeloadDecision
    from sharpened_cli.domain.evidence import Evidence
    from sharpened_cli.domain.expenditure import Tracker
    from sharpened_cli.domain.pid import CalorieStep
    from sharpened_cli.domain.policy import Policy
    from sharpened_cli.domain.reason import Reason
    from sharpened_cli.domain.safety_level import Limits
    from sharpened_cli.domain.volume import MuscleStep

WINDOWS_IN_A_ROW = 2  # a loss too fast, or a gain that is a loss, is acted on in the second window
DEFICIT_FRACTION = 0.05  # a target so far below expenditure counts as a deficit
CHANGED, UNCHANGED, INSUFFICIENT, REFUSED = "changed", "unchanged", "insufficient_data", "refused"


class WeightView(NamedTuple):
    """The trend over the window: kg without shifting water, kg a week, and how many weigh-ins."""

    start_kg: float
    end_kg: float
    rate_kg_per_week: float
    target_rate_kg_per_week: float
    weigh_ins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a reassessment decided; ``state`` is what the controllers remember.

    ``calories`` is None where numbers are withheld; ``volume`` is empty without planned training.
    ``confidence`` is 0..1; ``expenditure_*`` is the person's maintenance as logged, with its 95 % band.
    """

    status: str
    next_date: date
    weight: WeightView
    window: Window
    expenditure_kcal: float
    expenditure_low_kcal: float
    expenditure_high_kcal: float
    calories: CalorieStep | None
    volume: tuple[MuscleStep, ...]
    deload: DeloadDecision | None
    confidence: float
    reasons: tuple[Reason, ...]
    state: ControllerState


@dataclass(frozen=True, slots=True)
class _Case:
    """One person's reassessment on its way: what is known once the days have been followed."""

    evidence: Evidence
    policy: Policy
    before: ControllerState
    tracker: Tracker
    window: Window
    goal_rate: float
    reasons: tuple[Reason, ...]

    @property
    def limits(self) -> Limits:
        return self.evidence.safety.limits

    @property
    def has_reached(self) -> bool:
        return any(reason.rule == GOAL_REACHED for reason in self.reasons)

    @property
    def burnt_kcal(self) -> float:
        eaten = self.window.mean_logged_kcal
        intake = self.window.mean_target_kcal if eaten is None else eaten
        return expenditure.expenditure_kcal(self.tracker.constants, self.tracker.filter, intake)


def decide(
    evidence: Evidence,
    target_kcal: float | None,
    state: ControllerState | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Decision:
    """Return the decision on the evidence, the target in force (None: withheld) and what is remembered.

    Raises ValueError when the evidence contradicts itself (days out of order, figures that are not finite).
    """
    _check(evidence, target_kcal)
    before = prepared(evidence, state)
    bound = policy.calories.gap_compensation_limit
    habit = max(-bound, min(bound, before.trim.gap))
    tracker = expenditure.follow(before.tracker, evidence.days, evidence.as_of, habit)
    window = summarise(before.tracker, evidence)
    rate, reasons = goal_rate(evidence, before, tracker)
    weight = _weight_view(evidence, before, tracker, window, rate)
    case = _Case(evidence, policy, _counted(before, weight, rate, policy), tracker, window, rate, reasons)
    deload = None if "training" in evidence.safety.blocked_for else _deload(case)
    calories, volume = _steps(case, weight, target_kcal, deload)
    after = _remembered(case, calories, volume, deload)
    return _decision(case, weight, calories, volume, deload, after)


def summarise(tracker: Tracker, evidence: Evidence) -> Window:
    """Return the window in sums: its complete logs and its weigh-ins, of at most the last 28 days."""
    recent = tracker.recent
    logged: list[tuple[float, float]] = []
    weigh_ins = 0
    oldest = evidence.as_of - timedelta(days=MEMORY_DAYS)
    for day in evidence.days:
        weigh_ins += day.weight_kg is not None and tracker.weighed_through < day.date and day.date >= oldest
        kcal = day.intake_kcal
        if kcal is None or day.date >= evidence.as_of:
            continue
        if expenditure.is_complete(kcal, day.target_kcal, recent) and day.date >= oldest:
            logged.append((kcal, day.target_kcal))
        recent = (*recent[1 - MEMORY_DAYS :], (kcal, day.date.weekday() >= 5))
    count = len(logged)
    targets = [target for _, target in logged] or [day.target_kcal for day in evidence.days] or [0.0]
    return Window(
        count,
        weigh_ins,
        sum(kcal for kcal, _ in logged) / count if count else None,
        sum(targets) / len(targets),
        (evidence.as_of - evidence.window_start).days,
    )


def _check(evidence: Evidence, target_kcal: float | None) -> None:
    dates = [day.date for day in evidence.days]
    if any(earlier >= later for earlier, later in pairwise(dates)):
        message = "the days of the window are not in order"
        raise ValueError(message)
    figures = [target_kcal or 0.0, evidence.person.start_weight_kg, evidence.person.tdee_kcal]
    figures += [value or 0.0 for day in evidence.days for value in day[1:]]
    if not all(map(isfinite, figures)) or min(figures) < 0.0 or evidence.person.start_weight_kg <= 0.0:
        message = "a figure of the window is not a plausible number"
        raise ValueError(message)


def _weight_view(
    evidence: Evidence, before: ControllerState, tracker: Tracker, window: Window, rate: float
) -> WeightView:
    """Return the trend over the window; after a fresh start of the estimator it counts from there."""
    anew = tracker.constants is not before.tracker.constants
    start_kg = tracker.constants.weight_kg if anew else before.tracker.filter.weight_kg
    end_kg = tracker.filter.weight_kg
    days = max((evidence.as_of - evidence.window_start).days, 1)
    return WeightView(start_kg, end_kg, 7.0 * (end_kg - start_kg) / days, rate * end_kg, window.weigh_ins)


def _counted(before: ControllerState, weight: WeightView, wanted: float, policy: Policy) -> ControllerState:
    """Return the memory with its counts of windows in a row moved on, where the scale was used enough."""
    if weight.weigh_ins < MIN_WEIGH_INS:
        return before
    rate = weight.rate_kg_per_week / weight.end_kg
    fast = rate < -policy.calories.too_fast_rate_per_week
    wrong = wanted > 0.0 > rate
    off = abs(rate - wanted) > policy.triage.off_track_rate_per_week
    counts = (before.fast_windows, before.wrong_way_windows, before.off_track_windows)
    moved = tuple(count + 1 if seen else 0 for count, seen in zip(counts, (fast, wrong, off), strict=True))
    if moved == counts:
        return before
    return replace(before, fast_windows=moved[0], wrong_way_windows=moved[1], off_track_windows=moved[2])


def _setting(case: _Case, weight: WeightView, target_kcal: float) -> Setting:
    """Return what is wanted and allowed: floors, and the raise that a wrong trend of two windows asks for."""
    evidence, before, limits = case.evidence, case.before, case.limits
    person = evidence.person
    lean_kg = person.start_weight_kg * (1.0 - person.body_fat_percentage / 100.0)
    safe_kcal = safety_floor_kcal(person, case.burnt_kcal, lean_kg, limits, case.policy)
    deficit = min(case.policy.calories.max_deficit_fraction, limits.max_deficit_fraction)
    density = case.tracker.constants.density_kcal_per_kg
    raise_kcal, because = 0.0, ""
    if before.fast_windows >= WINDOWS_IN_A_ROW:
        allowed_kg = case.policy.calories.too_fast_rate_per_week * weight.end_kg
        raise_kcal = density * (-weight.rate_kg_per_week - allowed_kg) / 7.0
        because = "weight has fallen too fast for two windows"
    elif before.wrong_way_windows >= WINDOWS_IN_A_ROW:
        raise_kcal = density * -weight.rate_kg_per_week / 7.0
        because = "weight has fallen for two windows while gaining is the goal"
    return Setting(
        target_kcal=target_kcal,
        goal_rate=case.goal_rate,
        floor_kcal=max(safe_kcal, (1.0 - deficit) * case.burnt_kcal),
        safety_floor_kcal=safe_kcal,
        max_deficit_fraction=deficit,
        adherence=evidence.adherence.training,
        raise_at_least_kcal=raise_kcal,
        hold_lower=raise_kcal > 0.0,
        hold_because=because,
    )


def _deload(case: _Case) -> DeloadDecision | None:
    training = case.evidence.training
    if not training.signals:
        return None
    shares = [one.completed_share for one in training.signals if one.completed_share is not None]
    return decide_deload(
        main_lifts=training.main_lifts,
        rpe_drift=training.rpe_drift,
        recovery=training.recovery,
        weeks_since=case.evidence.weeks_trained,
        completed_share=sum(shares) / len(shares) if shares else None,
        experience=case.evidence.person.experience,
        policy=case.policy.volume,
    )


def _steps(
    case: _Case, weight: WeightView, target_kcal: float | None, deload: DeloadDecision | None
) -> tuple[CalorieStep | None, tuple[MuscleStep, ...]]:
    """Return both controllers' steps; where both would cut, recovery goes first and calories wait."""
    if target_kcal is None or "numeric_targets" in case.evidence.safety.blocked_for:
        return None, _volume(case, 0.0, deload)
    controller = CaloriePIDController(case.policy.calories)
    setting = _setting(case, weight, target_kcal)
    calories = controller.step(case.tracker, case.window, case.before.trim, setting)
    deficit = 1.0 - calories.target_after / max(calories.expenditure_kcal, 1.0)
    volume = _volume(case, deficit, deload)
    tired = any(step.reason_code in {"cut_fatigue", "deload_trigger"} for step in volume if step.applied < 0.0)
    if tired and calories.target_after < calories.target_before:
        waiting = replace(setting, hold_lower=True, hold_because="training is eased first; calories wait")
        calories = controller.step(case.tracker, case.window, case.before.trim, waiting)
    return calories, volume


def _volume(case: _Case, deficit: float, deload: DeloadDecision | None) -> tuple[MuscleStep, ...]:
    training, before = case.evidence.training, case.before
    if deload is None:
        return ()
    controller = VolumePIDController(case.policy.volume)
    if deload.deload:
        return controller.deloaded(training.signals, before.muscles)
    setting = VolumeSetting(
        experience=case.evidence.person.experience,
        deficit_fraction=deficit if case.goal_rate < 0.0 else 0.0,
        planned_deficit=training.planned_deficit,
        free_minutes=training.free_minutes,
        is_first_window=not before.reassessments or before.program_id != case.evidence.program_id,
    )
    return controller.step(training.signals, before.muscles, training.recovery, setting)


def _remembered(
    case: _Case,
    calories: CalorieStep | None,
    volume: tuple[MuscleStep, ...],
    deload: DeloadDecision | None,
) -> ControllerState:
    before, as_of = case.before, case.evidence.as_of
    in_deficit = calories is not None and (calories.target_after < (1.0 - DEFICIT_FRACTION) * calories.expenditure_kcal)
    lighter = deload is not None and deload.deload
    planned = case.evidence.training.last_deload_on
    known = [day for day in (before.last_deload_on, planned, as_of if lighter else None) if day is not None]
    return replace(
        before,
        as_of=as_of,
        program_id=case.evidence.program_id,
        tracker=case.tracker,
        trim=before.trim if calories is None else calories.trim,
        muscles={**before.muscles, **{step.muscle: step.memory for step in volume}},
        last_deload_on=max(known, default=None),
        deficit_since=(before.deficit_since or as_of) if in_deficit else None,
        reached_kg=case.evidence.person.target_weight_kg if case.has_reached else None,
        reassessments=before.reassessments + 1,
    )


def _decision(
    case: _Case,
    weight: WeightView,
    calories: CalorieStep | None,
    volume: tuple[MuscleStep, ...],
    deload: DeloadDecision | None,
    after: ControllerState,
) -> Decision:
    person, state = case.tracker.constants, case.tracker.filter
    sd = expenditure.offset_sd_kcal(state)
    spread = 2.0 * SHOWN_SD_FACTOR * sd
    reasons = case.reasons + (calories.reasons if calories else ())
    moved = calories is not None and calories.target_after != calories.target_before
    moved = moved or any(step.applied for step in volume) or (deload is not None and deload.deload)
    status = CHANGED if moved else UNCHANGED
    if calories is None:
        status = REFUSED
    elif not moved and calories.reason_code == "hold_no_data":
        status = INSUFFICIENT
    return Decision(
        status=status,
        next_date=case.evidence.as_of + timedelta(days=case.policy.calories.interval_days),
        weight=weight,
        window=case.window,
        expenditure_kcal=case.burnt_kcal,
        expenditure_low_kcal=case.burnt_kcal - spread,
        expenditure_high_kcal=case.burnt_kcal + spread,
        calories=calories,
        volume=volume,
        deload=deload,
        confidence=max(0.0, min(1.0, 1.0 - sd / (PRIOR_SD_FRACTION * person.tdee_kcal))),
        reasons=reasons,
        state=after,
    )
