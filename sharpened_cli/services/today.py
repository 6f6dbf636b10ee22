"""The documents of `today` and `week`: the effective plan beside what was eaten and done. Never writes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text
from sharpened_cli.domain.nutrients import NOTHING, Nutrients
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.store import day_log, notifications

if TYPE_CHECKING:
    from datetime import date, datetime

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.day_plan import ExerciseItem, Meal, Override, Session
    from sharpened_cli.domain.nutrients import Targets
    from sharpened_cli.services.planning import DayInForce
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

SHOWN_STATES = frozenset({"pending", "approved", "auto_applied"})
NO_NUTRIENTS = dict.fromkeys(Nutrients._fields)


class TodayService(NamedTuple):
    """Gathers what a person needs to know about a day, or a week."""

    store: Store
    clock: Clock
    user: User

    def day(self, day: date | None = None) -> dict[str, Any]:
        """Return the document of one day (default: the person's today); every key is always there."""
        planning = PlanningService(self.store, self.clock, self.user)
        wanted = day or planning.today()
        with self.store.snapshot():
            found = planning.day(wanted)
            document = self._day_document(found, day_log.eaten_on(self.store, self.user.id, wanted))
            document["activities"] = day_log.activities_on(self.store, self.user.id, wanted)
            document["weight"] = self._weight(wanted, found)
            document["notifications"] = notifications.unread(self.store, self.user.id, as_text(self.clock.now()))
        return document

    def week(self, day: date | None = None) -> dict[str, Any]:
        """Return the document of the calendar week (Monday to Sunday) of a day."""
        planning = PlanningService(self.store, self.clock, self.user)
        wanted = day or planning.today()
        monday = wanted - timedelta(days=wanted.weekday())
        sunday = monday + timedelta(days=6)
        with self.store.snapshot():
            days = planning.days(monday, sunday)
            eaten = day_log.eaten(self.store, self.user.id, monday, sunday)
        documents = [self._day_document(one, eaten.get(one.plan.date, NOTHING)) for one in days]
        return {
            "start_date": monday,
            "end_date": sunday,
            "today": planning.today(),
            "week": next((one["week"] for one in documents if one["week"] is not None), None),
            "program_id": next((one["program_id"] for one in documents if one["program_id"]), None),
            "days": documents,
        }

    def _day_document(self, found: DayInForce, eaten: Nutrients) -> dict[str, Any]:
        plan, program = found.plan, found.program
        hidden = "numeric_targets" in plan.gate.blocked_for
        due = program.next_reassessment_date if program else None
        return {
            "date": plan.date,
            "week": plan.week_index,
            "program_id": program.id if program else None,
            "program_weeks": program.duration_weeks if program else None,
            "program_starts_on": found.starts_on,
            "program_ended": bool(program and plan.date >= program.end_date),
            "blocked_for": sorted(plan.gate.blocked_for),
            "blocked_because": list(plan.gate.because),
            "targets": plan.targets,
            "base_targets": plan.base_targets,
            "eaten": NO_NUTRIENTS if hidden else eaten,
            "remaining": remaining(plan.targets, eaten),
            "sessions": [session_document(one, found.status_of(one.id)) for one in plan.sessions],
            "meals": [meal_document(one, found.status_of(one.id), hidden=hidden) for one in plan.meals],
            "overrides": [
                override_document(one, self.user.timezone) for one in found.overrides if one.status in SHOWN_STATES
            ],
            "reassessment_due": due is not None and plan.date >= due,
        }

    def _weight(self, day: date, found: DayInForce) -> dict[str, float | None]:
        from sharpened_cli.domain.trend import weight_trend

        weigh_ins = day_log.weigh_ins(self.store, self.user.id, day)
        trend = weight_trend(weigh_ins)
        if trend is None or "numeric_targets" in found.plan.gate.blocked_for:
            return {"latest_kg": None, "trend_kg": None, "rate_kg_per_week": None}
        enough = trend.weigh_ins > 1
        return {
            "latest_kg": weigh_ins[-1][1],
            "trend_kg": trend.weight_kg,
            "rate_kg_per_week": trend.rate_kg_per_week if enough else None,
        }


def remaining(targets: Targets, eaten: Nutrients) -> dict[str, float | None]:
    """Return what is left of the targets under the keys of food; negative when more was eaten."""
    return {
        name: None if wanted is None else wanted - had
        for name, wanted, had in zip(Nutrients._fields, targets, eaten, strict=True)
    }


def session_document(session: Session, status: str) -> dict[str, Any]:
    """Return a planned session as JSON shows it."""
    return {
        "id": session.id,
        "number": session.number,
        "status": status,
        "date": session.date,
        "week_index": session.week_index,
        "day_index": session.day_index,
        "start_time": session.start_time,
        "session_kind": session.kind,
        "modality": session.modality,
        "name": session.name,
        "duration_minutes": session.duration_minutes,
        "location": session.location,
        "is_deload": session.is_deload,
        "is_optional": session.is_optional,
        "moved_from": session.moved_from,
        "notes": session.notes,
        "exercises": [_exercise_document(item) for item in session.exercises],
    }


def _exercise_document(item: ExerciseItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "order": item.order,
        "exercise_id": item.exercise_id,
        "name": item.name,
        "sets": item.sets,
        "rep_low": item.rep_low,
        "rep_high": item.rep_high,
        "seconds": item.seconds,
        "metres": item.metres,
        "rir": item.rir,
        "rest_sec": item.rest_sec,
        "load_kg": item.load_kg,
        "load_source": item.load_source,
        "is_warmup": item.is_warmup,
        "note": item.note,
        "substitution_reason": item.substitution_reason,
    }


def meal_document(meal: Meal, status: str, *, hidden: bool = False) -> dict[str, Any]:
    """Return a planned meal as JSON shows it; ``hidden`` leaves its figures out, amounts stay."""
    return {
        "id": meal.id,
        "number": meal.number,
        "status": status,
        "date": meal.date,
        "week_index": meal.week_index,
        "day_index": meal.day_index,
        "meal_type": meal.meal_type,
        "meal_time": meal.meal_time,
        "time": meal.time,
        "name": meal.name,
        "prep_minutes": meal.prep_minutes,
        "moved_from": meal.moved_from,
        "totals": NO_NUTRIENTS if hidden else meal.totals(),
        "items": [
            {
                "food_id": item.food_id,
                "food_name": item.food_name,
                "grams": item.grams,
                "serving": item.serving,
                **(NO_NUTRIENTS if hidden else item.nutrients._asdict()),
            }
            for item in meal.items
        ],
    }


def override_document(override: Override, zone_name: str) -> dict[str, Any]:
    """Return an adjustment as JSON shows it; ``applies_itself_at`` is wall-clock time in the person's zone."""
    due = override.grace_period_expires_at
    return {
        "id": override.id,
        "number": override.number,
        "date": override.date,
        "reason_code": override.reason_code,
        "reason_text": override.reason_text,
        "triggers": list(override.triggers),
        "modifications": dict(override.modifications),
        "status": override.status,
        "grace_period_expires_at": as_text(due) if due else None,
        "applies_itself_at": _wall_clock(due, zone_name) if due else None,
    }


def _wall_clock(instant: datetime, zone_name: str) -> str:
    from zoneinfo import ZoneInfo

    return instant.astimezone(ZoneInfo(zone_name)).strftime("%H:%M")
