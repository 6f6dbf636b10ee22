"""From expenditure and goal to the calories of a day: rate, deficit cap, floor, and what is feasible."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.body_energy import energy_density_kcal_per_kg
from sharpened_cli.domain.goal_outlook import MACRO_ISSUE, goal_outlook
from sharpened_cli.domain.macros import plan_macros
from sharpened_cli.domain.nutrients import KCAL_PER_G_CARBS
from sharpened_cli.domain.reason import Reason

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.domain.body import Body
    from sharpened_cli.domain.energy import Energy
    from sharpened_cli.domain.goal_outlook import GoalSetting
    from sharpened_cli.domain.nutrients import Targets
    from sharpened_cli.domain.plan import Issue
    from sharpened_cli.domain.safety_level import Limits, Verdict

# Fractions of body weight a week: midpoints of the ranges of Helms 2014, Garthe 2011, Iraki 2019, Barakat 2020.
LOSS_HIGH_FAT, LOSS_MIDDLE_FAT, LOSS_LEAN = 0.0085, 0.0065, 0.0050
HIGH_FAT_PERCENT = {"male": 30.0, "female": 40.0}
MIDDLE_FAT_PERCENT = {"male": 20.0, "female": 28.0}
GAIN_BY_EXPERIENCE = {"beginner": 0.0025, "novice": 0.00375, "intermediate": 0.00275, "advanced": 0.0015}
GAIN_WITH_HIGH_FAT = {"beginner": 0.0020, "novice": 0.0025, "intermediate": 0.0020, "advanced": 0.0010}
RECOMPOSITION_RATE = -0.0015
SECONDARY_GOAL_SHARE = 0.5  # a second goal moves the weight at half its rate (product choice)
RATE_SOURCE = "Helms 2014 JISSN 11:20; Garthe 2011 IJSNEM 21:97; Iraki 2019 Sports 7:154"

MAX_DEFICIT = {"lean": 0.20, "other": 0.25}
MAX_RECOMPOSITION_DEFICIT = 0.10
MAX_SURPLUS = {"beginner": 0.20, "novice": 0.20, "intermediate": 0.10, "advanced": 0.05}  # Iraki 2019

FLOOR_KCAL = {"female": 1200.0, "male": 1500.0}  # NHLBI 1998; Jensen 2014 Circulation 129:S102
ENERGY_AVAILABILITY_KCAL_PER_KG = {"female": 30.0, "male": 25.0}  # Loucks & Thuma 2003 J Clin Endocrinol Metab 88:297
FLOOR_SHARE_OF_TDEE = 0.75
ROUND_TO_KCAL = 10.0
DEFAULT_EXPERIENCE = "novice"
TRAINING_DAY_SHARE = 0.10  # of the calories, moved from rest days to training days (product choice)


class TargetPlan(NamedTuple):
    """The targets of a day with the planned rate, the floor, what could not be granted, and why.

    ``rate_kg_per_week`` is signed; ``reaches_target_on`` is None without a target weight ahead.
    """

    targets: Targets
    rate_kg_per_week: float
    floor_kcal: float
    issues: tuple[Issue, ...]
    reasons: tuple[Reason, ...]
    reaches_target_on: date | None = None


def goal_rate(body: Body, setting: GoalSetting) -> tuple[float, Reason]:
    """Return the rate as a signed fraction of body weight a week, and why."""
    rate, because = _rate_of(setting.goal, body, setting.experience)
    if rate == 0.0 and setting.secondary_goal in {"lose_fat", "build_muscle", "recomposition"}:
        rate, because = _rate_of(setting.secondary_goal, body, setting.experience)
        rate *= SECONDARY_GOAL_SHARE
        because = f"half the rate of the second goal: {because}"
    return rate, Reason("goal_rate", None, round(rate * 100.0, 3), f"% of body weight a week: {because}", RATE_SOURCE)


def calorie_floor(body: Body, energy: Energy, limits: Limits) -> tuple[float, Reason]:
    """Return the calories no target passes below, in kcal a day, and which rule sets them."""
    available = ENERGY_AVAILABILITY_KCAL_PER_KG[body.sex]
    candidates = (
        (FLOOR_KCAL[body.sex], "the lowest intake advised without a clinician", "Jensen 2014 Circulation 129:S102"),
        (
            available * body.fat_free_kg + energy.training_kcal,
            f"{available:g} kcal per kg of fat-free mass beyond training",
            "Loucks & Thuma 2003 J Clin Endocrinol Metab 88:297",
        ),
        (FLOOR_SHARE_OF_TDEE * energy.tdee_kcal, "three quarters of the expenditure", "docs/rules: energy"),
        (limits.min_calories_kcal, "a limit of the safety gate", "docs/rules: safety"),
    )
    floor, because, source = max(candidates, key=lambda candidate: candidate[0])
    return floor, Reason("calorie_floor", None, round(floor), because, source)


def plan_targets(body: Body, energy: Energy, setting: GoalSetting, verdict: Verdict, today: date) -> TargetPlan:
    """Return the targets for a goal: one path from rate to calories, capped, floored, and split into macros."""
    wanted, why = goal_rate(body, setting)
    rate, limit_reasons = _limited_rate(wanted, body, setting, verdict)
    density = energy_density_kcal_per_kg(body.weight_kg, body.body_fat_percent)
    change = density * rate * body.weight_kg / 7.0
    floor, floor_reason = calorie_floor(body, energy, verdict.limits)
    change_reason = Reason(
        "energy_density",
        round(energy.tdee_kcal),
        round(energy.tdee_kcal + change),
        f"{density:.0f} kcal per kg of change at {body.body_fat_percent:.0f} % body fat",
        "Hall 2008 Int J Obes 32:573",
    )
    calories, cap_reasons = _capped(energy.tdee_kcal, change, floor, floor_reason, body, setting, verdict.limits)
    achieved = 7.0 * (calories - energy.tdee_kcal) / density if rate or calories > energy.tdee_kcal + 30 else 0.0
    macros = plan_macros(
        calories,
        body,
        setting.goal,
        verdict.limits,
        diet=setting.diet,
        training_days=setting.training_days,
    )
    outlook = goal_outlook(wanted * body.weight_kg, achieved, body.weight_kg, setting, today)
    issues = outlook.issues + tuple(MACRO_ISSUE for _ in macros.shortfalls)
    reasons = (*energy.reasons, why, *limit_reasons, change_reason, *cap_reasons, *macros.reasons)
    return TargetPlan(macros.targets, round(achieved, 3), floor, issues, reasons, outlook.reaches_target_on)


def split_by_training(targets: Targets, training_days: int) -> tuple[Targets, Targets]:
    """Return the targets of a training day and of a rest day whose weekly sum is the same.

    Carbohydrate alone moves; with no or only training days both are the targets given.
    """
    calories, carbs = targets.calories_kcal, targets.carbs_g
    if calories is None or carbs is None or not 0 < training_days < 7:
        return targets, targets
    rest_days = 7 - training_days
    most = min(TRAINING_DAY_SHARE * calories, 0.3 * carbs * KCAL_PER_G_CARBS) / KCAL_PER_G_CARBS
    step_g = int(most / max(training_days, rest_days))
    training = targets._replace(
        calories_kcal=calories + KCAL_PER_G_CARBS * step_g * rest_days, carbs_g=carbs + step_g * rest_days
    )
    rest = targets._replace(
        calories_kcal=calories - KCAL_PER_G_CARBS * step_g * training_days, carbs_g=carbs - step_g * training_days
    )
    return training, rest


def _rate_of(goal: str, body: Body, experience: str) -> tuple[float, str]:
    if goal == "lose_fat":
        fat = body.body_fat_percent
        if fat > HIGH_FAT_PERCENT[body.sex]:
            return -LOSS_HIGH_FAT, f"loss at {fat:.0f} % body fat"
        if fat > MIDDLE_FAT_PERCENT[body.sex]:
            return -LOSS_MIDDLE_FAT, f"loss at {fat:.0f} % body fat"
        return -LOSS_LEAN, f"slower loss when lean ({fat:.0f} % body fat)"
    if goal == "build_muscle":
        table = GAIN_WITH_HIGH_FAT if body.has_high_body_fat else GAIN_BY_EXPERIENCE
        return table[experience], f"gain for {experience} lifters"
    if goal == "recomposition":
        return RECOMPOSITION_RATE, "slow loss while muscle is built"
    return 0.0, "the weight is held"


def _limited_rate(rate: float, body: Body, setting: GoalSetting, verdict: Verdict) -> tuple[float, tuple[Reason, ...]]:
    limits, reasons = verdict.limits, []
    steps: list[tuple[float, str, str]] = []
    target = setting.target_weight_kg
    if target is not None and rate and (target - body.weight_kg) * rate <= 0.0:
        steps.append((0.0, "target_reached", f"{body.weight_kg:g} kg is at or past the target weight"))
    if limits.no_weight_goal:
        steps.append((0.0, "no_weight_goal", "the safety gate allows no weight goal"))
    if limits.no_deficit or "deficit" in verdict.blocked_for:
        steps.append((max(rate, 0.0), "no_deficit", "the safety gate allows no deficit"))
    steps.append((max(rate, -limits.max_loss_rate_per_week), "rate_cap", "the safety gate allows no faster loss"))
    for after, rule, because in steps:
        bounded = after if abs(after) < abs(rate) else rate
        if bounded != rate:
            reasons.append(Reason(rule, round(rate * 100, 3), round(bounded * 100, 3), because, "docs/rules: safety"))
            rate = bounded
    return rate, tuple(reasons)


def _capped(
    tdee: float,
    change: float,
    floor: float,
    floor_reason: Reason,
    body: Body,
    setting: GoalSetting,
    limits: Limits,
) -> tuple[float, list[Reason]]:
    reasons: list[Reason] = []
    is_lean = body.body_fat_percent <= MIDDLE_FAT_PERCENT[body.sex]
    most_deficit = min(limits.max_deficit_fraction, MAX_DEFICIT["lean" if is_lean else "other"])
    if setting.goal == "recomposition":
        most_deficit = min(most_deficit, MAX_RECOMPOSITION_DEFICIT)
    low, high = tdee * (1.0 - most_deficit), tdee * (1.0 + MAX_SURPLUS[setting.experience])
    wanted = tdee + change
    bounded = min(max(wanted, low), high)
    if bounded != wanted:
        side = f"a deficit of at most {most_deficit:.0%}" if wanted < low else "the largest useful surplus"
        reasons.append(Reason("energy_cap", round(wanted), round(bounded), side, RATE_SOURCE))
    calories = round(bounded / ROUND_TO_KCAL) * ROUND_TO_KCAL
    lowest = max(floor, low if change < 0.0 else 0.0)
    if calories < lowest:
        raised = ceil(lowest / ROUND_TO_KCAL) * ROUND_TO_KCAL
        if bounded < floor:
            reasons.append(Reason("floor", round(bounded), raised, floor_reason.because, floor_reason.source))
        calories = raised
    reasons.append(Reason("calories", round(bounded), calories, "rounded to ten", ""))
    return calories, reasons
