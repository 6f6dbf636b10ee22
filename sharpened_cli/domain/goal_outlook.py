"""Whether a wished weight and date can be reached, and when they can."""

from __future__ import annotations

from datetime import timedelta
from math import ceil, log
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.plan import Issue

if TYPE_CHECKING:
    from datetime import date

LONGEST_GOAL_WEEKS = 520
GRANTED_SHARE = 0.8  # a rate within a fifth of the wished one counts as granted (product choice)
DATE_SLACK_DAYS = 7

MACRO_ISSUE = Issue(
    code="macros",
    wanted="the floors of protein, fat and carbohydrate",
    possible="protein and fat, with less carbohydrate",
    because="the calories cannot hold all three floors",
    options=("Choose a slower loss.",),
)


class GoalSetting(NamedTuple):
    """What the person wants: goal, second goal, training age, weight in kg and date to reach it by."""

    goal: str
    experience: str
    secondary_goal: str | None = None
    target_weight_kg: float | None = None
    target_date: date | None = None
    diet: str = "none"
    training_days: int = 0


class Outlook(NamedTuple):
    """What of the wish cannot be granted, and the day the target weight is reached (None: not foreseen)."""

    issues: tuple[Issue, ...]
    reaches_target_on: date | None


def weeks_to(weight_kg: float, target_kg: float, rate_per_week: float) -> int | None:
    """Return the whole weeks to a target weight at a signed fraction a week, None if it leads away or nowhere."""
    if rate_per_week == 0.0 or (target_kg - weight_kg) * rate_per_week <= 0.0:
        return None
    weeks = ceil(log(target_kg / weight_kg) / log(1.0 + rate_per_week) - 1e-9)
    return weeks if weeks <= LONGEST_GOAL_WEEKS else None


def goal_outlook(
    wanted_kg_per_week: float, planned_kg_per_week: float, weight_kg: float, setting: GoalSetting, today: date
) -> Outlook:
    """Return which wishes the planned rate cannot grant, with the rate and the day that are possible."""
    rate, target = planned_kg_per_week / weight_kg, setting.target_weight_kg
    if target is not None and (target - weight_kg) * wanted_kg_per_week <= 0.0 and wanted_kg_per_week:
        return Outlook((_nothing_ahead(target, weight_kg),), None)
    issues: list[Issue] = []
    if wanted_kg_per_week < 0.0 and planned_kg_per_week > GRANTED_SHARE * wanted_kg_per_week:
        issues.append(_too_fast(wanted_kg_per_week, planned_kg_per_week))
    if target is None:
        return Outlook(tuple(issues), None)
    weeks = weeks_to(weight_kg, target, rate)
    reaches_on = today + timedelta(weeks=weeks) if weeks is not None else None
    wished = setting.target_date
    if wished is not None and wished > today and target != weight_kg:
        latest = wished + timedelta(days=DATE_SLACK_DAYS)
        if reaches_on is None or reaches_on > latest:
            weeks_left = max((wished - today).days / 7.0, 1.0)
            issues.append(_too_soon((target - weight_kg) / weeks_left, planned_kg_per_week, target, reaches_on))
    return Outlook(tuple(issues), reaches_on)


def _too_fast(wanted: float, planned: float) -> Issue:
    return Issue(
        code="rate",
        wanted=round(wanted, 2),
        possible=round(planned, 2),
        because="a faster loss would pass below the calorie floor, the deficit cap or a safety limit",
        options=(
            f"Plan with {planned:+.2f} kg a week.",
            "Move more: a daily walk of 45 minutes allows a faster loss at the same calories.",
        ),
    )


def _too_soon(needed: float, planned: float, target_kg: float, reaches_on: date | None) -> Issue:
    options = () if reaches_on is None else (f"Allow until {reaches_on.isoformat()} for {target_kg:g} kg.",)
    return Issue(
        code="goal_date",
        wanted=f"{needed:+.2f} kg a week",
        possible=f"{planned:+.2f} kg a week",
        because="the date asks for a faster change than is safe or useful",
        options=options,
    )


def _nothing_ahead(target_kg: float, weight_kg: float) -> Issue:
    is_reached = target_kg == weight_kg
    return Issue(
        code="target_weight",
        wanted=target_kg,
        possible=weight_kg,
        because="the target weight is reached"
        if is_reached
        else "the target weight lies in the other direction than the goal",
        options=("Change the goal or the target weight with `sharpened onboard`.",),
    )
