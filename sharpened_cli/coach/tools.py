"""The one table of what can be asked in JSON: by the chat, a batch line or another program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.coach import arguments as shapes
from sharpened_cli.coach.bench import Tool

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.coach.bench import Bench


def _day(bench: Bench, text: str) -> date | None:
    if not text:
        return None
    from sharpened_cli.clock import local_day
    from sharpened_cli.domain.times import parse_date

    return parse_date(text, local_day(bench.clock.now(), bench.user.timezone), prefer="past")


def _today(bench: Bench, asked: shapes.Day) -> Any:
    from sharpened_cli.services.today import TodayService

    return TodayService(*bench).day(_day(bench, asked.date))


def _week(bench: Bench, asked: shapes.Day) -> Any:
    from sharpened_cli.services.today import TodayService

    return TodayService(*bench).week(_day(bench, asked.date))


def _progress(bench: Bench, asked: shapes.Weeks) -> Any:
    from sharpened_cli.services.progress import ProgressService

    return ProgressService(*bench).progress(asked.weeks)


def _inbox(bench: Bench, _: shapes.Nothing) -> Any:
    from sharpened_cli.services.inbox import InboxService

    return InboxService(*bench).messages()


def _weigh(bench: Bench, asked: shapes.Weight) -> Any:
    from sharpened_cli.services.metrics import Measured, MetricsService

    return MetricsService(*bench).weigh(Measured(weight=asked.weight, date=asked.date))


def _log_meal(bench: Bench, asked: shapes.Meal) -> Any:
    from sharpened_cli.services.meal_options import MealOptions
    from sharpened_cli.services.nutrition import NutritionService

    options = MealOptions(asked.meal_type or "", asked.at, asked.date, asked.planned)
    return NutritionService(*bench).log_meal(asked.text, options)


def _log_activity(bench: Bench, asked: shapes.Activity) -> Any:
    from sharpened_cli.services.activity import ActivityService
    from sharpened_cli.services.activity_options import ActivityOptions

    options = ActivityOptions(date=asked.date or None, planned=asked.planned)
    return ActivityService(*bench).log(asked.text, options)


def _context(bench: Bench, asked: shapes.Context) -> Any:
    from sharpened_cli.services.context import ContextService

    return ContextService(*bench).log(
        _day(bench, asked.date),
        sleep_hours=asked.sleep_hours,
        sleep_quality=asked.sleep_quality,
        stress_level=asked.stress,
        soreness_level=asked.soreness,
        energy_level=asked.energy,
        injury_notes=asked.injury,
        notes=asked.notes,
    )


def _approve(bench: Bench, asked: shapes.Adjustment) -> Any:
    from sharpened_cli.services.approval import AdjustmentApprovalService

    return AdjustmentApprovalService(*bench).approve_adjustment(str(asked.number or ""))


def _reject(bench: Bench, asked: shapes.Adjustment) -> Any:
    from sharpened_cli.services.approval import AdjustmentApprovalService

    return AdjustmentApprovalService(*bench).reject_adjustment(str(asked.number or ""))


def _undo(bench: Bench, asked: shapes.Change) -> Any:
    from sharpened_cli.services.approval import AdjustmentApprovalService

    return AdjustmentApprovalService(*bench).undo_adjustment(str(asked.number))


def _done(bench: Bench, asked: shapes.Planned) -> Any:
    from sharpened_cli.services.adherence import AdherenceService

    return AdherenceService(*bench).done(asked.number, _day(bench, asked.date))


def _skip(bench: Bench, asked: shapes.Planned) -> Any:
    from sharpened_cli.services.adherence import AdherenceService

    return AdherenceService(*bench).skip(asked.number, _day(bench, asked.date), asked.reason)


def _swap(bench: Bench, asked: shapes.Swap) -> Any:
    from sharpened_cli.services.plan_edits import PlanEditService

    return PlanEditService(*bench).swap(asked.number, asked.exercise, _day(bench, asked.date))


TOOLS = {
    tool.name: tool
    for tool in (
        Tool("today", "the plan of a day, what is done and what is left", shapes.Day, False, _today),
        Tool("week", "the calendar week of a day", shapes.Day, False, _week),
        Tool("progress", "weight, energy, volume and strength of the last weeks", shapes.Weeks, False, _progress),
        Tool("inbox", "unread messages", shapes.Nothing, False, _inbox),
        Tool("weigh", "keep a weigh-in and return the trend", shapes.Weight, True, _weigh),
        Tool("log_meal", "log what was eaten", shapes.Meal, True, _log_meal),
        Tool("log_activity", "log training or any other activity", shapes.Activity, True, _log_activity),
        Tool("context", "say how the person is; may propose an adjustment", shapes.Context, True, _context),
        Tool("approve", "approve a proposed adjustment", shapes.Adjustment, True, _approve),
        Tool("reject", "reject a proposed adjustment", shapes.Adjustment, True, _reject),
        Tool("undo", "take back an adjustment or a change of the plan", shapes.Change, True, _undo),
        Tool("done", "mark a planned session or meal as done", shapes.Planned, True, _done),
        Tool("skip", "mark a planned session or meal as left out", shapes.Planned, True, _skip),
        Tool("swap", "another exercise for the same muscles", shapes.Swap, True, _swap),
    )
}  # fmt: skip
"""Every tool by its name."""
