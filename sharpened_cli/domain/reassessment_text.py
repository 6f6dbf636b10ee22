"""What a reassessment says to the person: sentences made from the same numbers that decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.pid import SHOWN_SD_FACTOR, is_learning
from sharpened_cli.domain.show import show_weight, show_weight_change

if TYPE_CHECKING:
    from sharpened_cli.domain.pid import CalorieStep
    from sharpened_cli.domain.reassessment import Decision

TITLES = {
    "changed": "Your plan has been adjusted",
    "unchanged": "Your plan stays as it is",
    "insufficient_data": "Not enough was logged to change anything",
    "refused": "No numbers for now",
}
BECAUSE = {
    "hold_in_band": "the plan is close enough to what is needed",
    "hold_no_data": "without a weigh-in nothing is changed; a few this week are enough to go on",
    "lower_slow": "progress is slower than the goal",
    "lower_fast": "weight rises faster than the goal",
    "lower_drift": "weight drifts up",
    "raise_slow": "progress is slower than the goal",
    "raise_fast": "weight falls faster than the goal",
    "raise_drift": "weight drifts down",
    "limited_slew": "one change goes no further than this; the rest may follow next time",
    "limited_floor": "this is the lowest that is safe for you",
    "limited_safety": "safety comes first",
    "limited_adherence": "the plan is not made harder while sessions are hard to fit in",
    "gap_compensated": "what you log lies off the target by habit, and the target makes up for it",
}


def explain(decision: Decision, units: str = "metric") -> str:
    """Return the explanation of a decision in a few sentences, in the person's units."""
    if decision.calories is None:
        return "Calorie and weight numbers are withheld for your safety; training goes on as planned."
    parts = [_trend(decision, units), _intake(decision), _target(decision.calories)]
    if decision.deload is not None and decision.deload.deload:
        parts.append(f"The next seven days are lighter: {decision.deload.because}.")
    elif change := sum(step.applied for step in decision.volume):
        total = sum(step.sets_before for step in decision.volume)
        parts.append(f"Training goes from {total:.0f} to {total + change:.0f} sets a week, counted by muscle.")
    return " ".join(part for part in parts if part)


def reason_text(step: CalorieStep) -> str:
    """Return in one clause why the calorie target is what it is."""
    return BECAUSE[step.reason_code]


def _trend(decision: Decision, units: str) -> str:
    weight = decision.weight
    if not weight.weigh_ins:
        return "There was no weigh-in."
    rate = show_weight_change(weight.rate_kg_per_week, units)
    goal = show_weight_change(weight.target_rate_kg_per_week, units)
    return f"Trend {show_weight(weight.end_kg, units)}, {rate} a week (goal {goal})."


def _intake(decision: Decision) -> str:
    window, step = decision.window, decision.calories
    if step is None or window.mean_logged_kcal is None:
        return ""
    spread = SHOWN_SD_FACTOR * step.expenditure_sd_kcal
    learning = "; still learning" if is_learning(step) else ""
    return (
        f"You log {window.mean_logged_kcal:.0f} kcal a day on {window.logs} of {window.days} days; "
        f"{step.expenditure_kcal:.0f} ± {spread:.0f} would hold your weight{learning}."
    )


def _target(step: CalorieStep) -> str:
    change = step.target_after - step.target_before
    if not change:
        return f"The target stays at {step.target_after:.0f} kcal: {BECAUSE[step.reason_code]}."
    return (
        f"To reach the goal you need about {step.wanted_kcal:.0f}; the target goes from {step.target_before:.0f} "
        f"to {step.target_after:.0f} kcal ({change:+.0f}): {BECAUSE[step.reason_code]}."
    )
