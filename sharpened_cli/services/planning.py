"""The effective plan of a person: what is in force on a day, read and folded in one place.

Screens, matching of logs, groceries, calendar files and the controllers all ask here.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import local_day
from sharpened_cli.domain.approval import override_in_force, settled
from sharpened_cli.domain.day_plan import PLANNED, SKIPPED, StoredDay
from sharpened_cli.domain.effective import effective_day, live_events, relocations
from sharpened_cli.domain.gate import gate_of
from sharpened_cli.store import adjustments, calendar, day_log, plan_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.day_plan import EffectiveDay, Gate, Override, PlanEvent
    from sharpened_cli.store import Store
    from sharpened_cli.store.calendar import Basis, ProgramInForce
    from sharpened_cli.store.users import User


class DayInForce(NamedTuple):
    """One day of a person: the effective plan, every override of the day as the clock has it, statuses.

    ``program`` is the one in force, or None; ``starts_on`` says when an active program begins that has
    not begun. ``records`` holds the adherence record of each planned id that has one.
    """

    plan: EffectiveDay
    overrides: tuple[Override, ...]
    program: ProgramInForce | None
    starts_on: date | None
    records: Mapping[str, Mapping[str, Any]]
    is_past: bool

    def status_of(self, planned_id: str) -> str:
        """Return planned, completed, similar or skipped; a past thing without a record was skipped."""
        record = self.records.get(planned_id)
        return str(record["status"]) if record else SKIPPED if self.is_past else PLANNED


class PlanningService(NamedTuple):
    """Reads the effective plan of one person."""

    store: Store
    clock: Clock
    user: User

    def today(self) -> date:
        """Return the person's local day."""
        return local_day(self.clock.now(), self.user.timezone)

    def day(self, day: date, *, with_override: bool = True) -> DayInForce:
        """Return what is in force on a day; ``with_override=False`` leaves the day's adjustment out."""
        return self.days(day, day, with_override=with_override)[0]

    def days(self, first: date, last: date, *, with_override: bool = True) -> list[DayInForce]:
        """Return what is in force on each day of a range, in order."""
        with self.store.snapshot():
            basis = calendar.basis(self.store, self.user.id)
            gate = gate_of(basis.safety, basis.flags)
            upcoming = calendar.next_program(self.store, self.user.id, first)
            overrides = adjustments.between(self.store, self.user.id, first, last)
            found: list[DayInForce] = []
            for program, start, end in self._spans(first, last):
                stored, events = self._stored(program, basis, start, end)
                for one in stored:
                    rows = settled(
                        [row for row in overrides if row.date == one.date], self.clock.now(), self.ends_at(one.date)
                    )
                    override = override_in_force(rows) if with_override else None
                    plan = self._effective(one, events, override, gate)
                    found.append(self._in_force(plan, rows, program, upcoming))
        return found

    def ends_at(self, day: date) -> datetime:
        """Return the instant, in UTC, at which a local day is over."""
        from zoneinfo import ZoneInfo

        midnight = datetime.combine(day + timedelta(days=1), datetime.min.time(), ZoneInfo(self.user.timezone))
        return midnight.astimezone(UTC)

    def _spans(self, first: date, last: date) -> list[tuple[ProgramInForce | None, date, date]]:
        """Return the programs in force over a range, each with its first and last day in it."""
        spans: list[tuple[ProgramInForce | None, date, date]] = []
        for shift in range((last - first).days + 1):
            day = first + timedelta(days=shift)
            program = calendar.program_in_force(self.store, self.user.id, day)
            if spans and spans[-1][0] == program:
                spans[-1] = (program, spans[-1][1], day)
            else:
                spans.append((program, day, day))
        return spans

    def _stored(
        self, program: ProgramInForce | None, basis: Basis, first: date, last: date
    ) -> tuple[list[StoredDay], list[PlanEvent]]:
        if program is None:
            days = (first + timedelta(days=shift) for shift in range((last - first).days + 1))
            return [StoredDay(day, basis.targets) for day in days], []
        events = plan_changes.events_of(self.store, program.id)
        moved = relocations(live_events(events))
        stored = calendar.stored_days(
            self.store, self.user.id, program, first, last, moved_ids=moved, base_numbers=base_numbers(events)
        )
        return stored, events

    def _effective(
        self, stored: StoredDay, events: Iterable[PlanEvent], override: Override | None, gate: Gate
    ) -> EffectiveDay:
        return effective_day(stored, events, override, gate=gate)

    def _in_force(
        self,
        plan: EffectiveDay,
        rows: tuple[Override, ...],
        program: ProgramInForce | None,
        upcoming: ProgramInForce | None,
    ) -> DayInForce:
        ids = [session.id for session in plan.sessions] + [meal.id for meal in plan.meals]
        return DayInForce(
            plan=plan,
            overrides=rows,
            program=program,
            starts_on=upcoming.start_date if upcoming and upcoming.start_date > plan.date else None,
            records=day_log.statuses(self.store, ids) if ids else {},
            is_past=plan.date < self.today(),
        )


def base_numbers(events: Iterable[PlanEvent]) -> dict[str, int]:
    """Return the original day numbers of things that events placed elsewhere."""
    numbers: dict[str, int] = {}
    for event in sorted(events, key=lambda event: event.number):
        if "day_number" in event.before:
            numbers.setdefault(event.entity_id, event.before["day_number"])
    return numbers
