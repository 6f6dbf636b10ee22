"""Store a program: its own row, every day, session and meal, and the calendar, whole or not at all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli import clock as clocks
from sharpened_cli.errors import StorageError
from sharpened_cli.ids import new_id
from sharpened_cli.services.wall_clock import instant_of
from sharpened_cli.store import programs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sharpened_cli.clock import Clock
    from sharpened_cli.services.bundle import Meal, ProgramBundle, SessionPlan
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

FIRST_REASSESSMENT_DAYS = 14
MEAL_MINUTES = 30  # product choice: how long a meal takes in a calendar


class Stored(NamedTuple):
    """What was stored: the program's id and version, what it supersedes, and rows by table."""

    program_id: str
    version: int
    supersedes_id: str | None
    rows: dict[str, int]


class _Event(NamedTuple):
    """Something for the calendar before it has a number."""

    date: dt.date
    start_time: str
    minutes: int
    event_type: str
    ref_table: str
    ref_id: str
    title: str
    details: dict[str, Any]
    order: int


@dataclass(frozen=True)
class ProgramStorageService:
    """Stores bundles for one person."""

    store: Store
    clock: Clock
    user: User

    def store_program_bundle(self, bundle: ProgramBundle) -> Stored:
        """Store a bundle in one transaction and return what was stored.

        The active program ends on the new one's first day; pending adjustments are superseded. Raises
        StorageError, with nothing written, when the rows in the file are not those of the bundle or a
        calendar event points at nothing.
        """
        with self.store.transaction():
            now = clocks.as_text(self.clock.now())
            program_id = new_id()
            version = programs.next_version(self.store, self.user.id)
            supersedes = programs.supersede_active(
                self.store, self.user.id, start_date=bundle.program_start_date.isoformat(), now=now
            )
            programs.add(self.store, self._program(bundle, program_id, version, supersedes, now))
            rows = self._rows(bundle, program_id, now)
            for table in programs.COLUMNS:
                programs.add_rows(self.store, table, rows[table])
            expected = {table: len(rows[table]) for table in programs.COLUMNS}
            self._check(program_id, expected)
            self._match_logs(bundle)
            return Stored(program_id, version, supersedes, expected)

    def _match_logs(self, bundle: ProgramBundle) -> None:
        """Match what was logged around today with the new plan, where it is in force already."""
        from sharpened_cli.services.adherence import AdherenceService

        today = clocks.local_day(self.clock.now(), self.user.timezone)
        if bundle.program_start_date <= today:
            AdherenceService(self.store, self.clock, self.user).plan_changed(today)

    def _check(self, program_id: str, expected: dict[str, int]) -> None:
        found = programs.counts(self.store, program_id)
        lost = programs.unresolved_events(self.store, program_id)
        if found != expected or lost:
            raise StorageError(
                "The program could not be stored completely, so nothing was stored.",
                code="incomplete_program",
                hint="Try again; `sharpened doctor` examines the file.",
                expected=expected,
                found=found,
                unresolved_events=lost,
            )

    def _program(
        self, bundle: ProgramBundle, program_id: str, version: int, supersedes: str | None, now: str
    ) -> dict[str, Any]:
        start = bundle.program_start_date
        return {
            "id": program_id,
            "user_id": self.user.id,
            "version": version,
            "supersedes_id": supersedes,
            "source": bundle.source,
            "primary_goal": bundle.primary_goal,
            "program_start_date": start.isoformat(),
            "program_duration_weeks": bundle.program_duration_weeks,
            "seed": bundle.seed,
            "inputs_hash": bundle.inputs_hash,
            "tdee": bundle.tdee.model_dump_json(),
            "macros": bundle.macros.model_dump_json(),
            "safety": bundle.safety.model_dump_json(),
            "feasibility": bundle.feasibility.model_dump_json(),
            "full_bundle": bundle.as_text(),
            "created_at": now,
            "next_reassessment_date": (start + timedelta(days=FIRST_REASSESSMENT_DAYS)).isoformat(),
        }

    def _rows(self, bundle: ProgramBundle, program_id: str, now: str) -> dict[str, list[dict[str, Any]]]:
        owner = {"program_id": program_id, "user_id": self.user.id}
        rows: dict[str, list[dict[str, Any]]] = {table: [] for table in programs.COLUMNS}
        for day in bundle.days:
            where = {"date": day.date.isoformat(), "week_index": day.week_index, "day_index": day.day_index}
            rows["program_days"].append(
                {**owner, **where, "is_training_day": int(day.is_training_day), **day.targets.model_dump()}
            )
        events = [
            *(self._add_session(session, owner, rows) for session in bundle.training.sessions),
            *(self._add_meal(meal, owner, rows) for meal in bundle.meals),
        ]
        rows["calendar_events"] = self._calendar(events, owner, now)
        return rows

    def _add_session(
        self, session: SessionPlan, owner: dict[str, str], rows: dict[str, list[dict[str, Any]]]
    ) -> _Event:
        session_id = new_id()
        fields = session.model_dump(exclude={"exercises"})
        rows["session_instances"].append(
            {
                **owner,
                **fields,
                "id": session_id,
                "date": session.date.isoformat(),
                "is_deload": int(session.is_deload),
                "is_optional": int(session.is_optional),
            }
        )
        for line in session.exercises:
            rows["exercise_plan_items"].append(
                {
                    **line.model_dump(exclude={"order"}),
                    "id": new_id(),
                    "session_instance_id": session_id,
                    "user_id": owner["user_id"],
                    "order_index": line.order,
                    "is_warmup": int(line.is_warmup),
                }
            )
        details = {"session_kind": session.session_kind, "location": session.location}
        return _Event(
            session.date, session.start_time, session.duration_minutes, "training", "session_instances", session_id,
            session.session_name, details, 0,
        )  # fmt: skip

    def _add_meal(self, meal: Meal, owner: dict[str, str], rows: dict[str, list[dict[str, Any]]]) -> _Event:
        meal_id = new_id()
        rows["meal_instances"].append(
            {
                **owner,
                **meal.totals.model_dump(),
                "id": meal_id,
                "date": meal.date.isoformat(),
                "week_index": meal.week_index,
                "day_index": meal.day_index,
                "order_index": meal.order,
                "meal_type": meal.meal_type,
                "meal_time_id": meal.meal_time or None,
                "time": meal.time,
                "meal_name": meal.name,
                "prep_minutes": meal.prep_minutes,
            }
        )
        for position, item in enumerate(meal.items, 1):
            rows["meal_item_plan"].append(
                {
                    **item.model_dump(),
                    "meal_instance_id": meal_id,
                    "user_id": owner["user_id"],
                    "order_index": position,
                }
            )
        return _Event(
            meal.date, meal.time, MEAL_MINUTES, "meal", "meal_instances", meal_id, meal.name,
            {"meal_type": meal.meal_type}, meal.order,
        )  # fmt: skip

    def _calendar(self, events: Sequence[_Event], owner: dict[str, str], now: str) -> list[dict[str, Any]]:
        """Return calendar rows; a day's numbers follow the clock, training before a meal at the same time."""
        ordered = sorted(events, key=lambda one: (one.date, one.start_time, one.event_type == "meal", one.order))
        rows = []
        numbers: dict[dt.date, int] = {}
        for event in ordered:
            numbers[event.date] = numbers.get(event.date, 0) + 1
            hour, minute = event.start_time.split(":")
            starts_at = instant_of(event.date, int(hour) * 60 + int(minute), self.user.timezone)
            rows.append(
                {
                    **owner,
                    "id": new_id(),
                    "date": event.date.isoformat(),
                    "day_number": numbers[event.date],
                    "event_type": event.event_type,
                    "ref_table": event.ref_table,
                    "ref_id": event.ref_id,
                    "start_time_utc": clocks.as_text(starts_at),
                    "end_time_utc": clocks.as_text(starts_at + timedelta(minutes=event.minutes)),
                    "local_tz": self.user.timezone,
                    "start_time": event.start_time,
                    "title": event.title,
                    "details": json.dumps(event.details),
                    "created_at": now,
                }
            )
        return rows
