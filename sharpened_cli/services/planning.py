"""The effective plan of a person: what is in force on a day, read and folded in one place.

Screens, matching of logs, groceries, calendar files and the controllers all ask here.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.clock import local_day
from sharpened_cli.domain.approval import override_in_force, settled
from sharpened_cli.domain.day_plan import OPEN_GATE, PLANNED, SKIPPED, StoredDay
from sharpened_cli.domain.effective import effective_day, live_events, relocations
from sharpened_cli.domain.gate import gate_of
from sharpened_cli.store import adherence, adjustments, calendar, plan_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.day_plan import EffectiveDay, Meal, Override, PlanEvent
    from sharpened_cli.services.loads import LoadHistory
    from sharpened_cli.store import Store
    from sharpened_cli.store.adherence import Record
    from sharpened_cli.store.calendar import Basis, ProgramInForce
    from sharpened_cli.store.users import User


DELOAD_DAYS = 7  # controllers B.3: a deload lasts a week


class DayInForce(NamedTuple):
    """One day of a person: the effective plan, every override of the day as the clock has it, statuses.

    ``program`` is the one in force, or None; ``starts_on`` says when an active program begins that has
    not begun. ``records`` holds the adherence record of each planned id that has one.
    """

    plan: EffectiveDay
    overrides: tuple[Override, ...]
    program: ProgramInForce | None
    starts_on: date | None
    records: Mapping[str, Record]
    is_past: bool

    def status_of(self, planned_id: str) -> str:
        """Return planned, completed, similar or skipped; a past thing without a record was skipped."""
        record = self.records.get(planned_id)
        return record.status if record else SKIPPED if self.is_past else PLANNED


class PlanningService(NamedTuple):
    """Reads the effective plan of one person."""

    store: Store
    clock: Clock
    user: User

    def today(self) -> date:
        """Return the person's local day."""
        return local_day(self.clock.now(), self.user.timezone)

    def day(self, day: date, *, as_planned: bool = False) -> DayInForce:
        """Return what is in force on a day.

        ``as_planned`` leaves the day's adjustment out and lets training be seen that a safety gate blocks;
        the gate is told all the same.
        """
        return self.days(day, day, as_planned=as_planned)[0]

    def days(self, first: date, last: date, *, as_planned: bool = False) -> list[DayInForce]:
        """Return what is in force on each day of a range, in order."""
        with self.store.snapshot():
            basis = calendar.basis(self.store, self.user.id)
            gate = gate_of(basis.safety, basis.flags)
            upcoming = calendar.next_program(self.store, self.user.id, first)
            overrides = adjustments.between(self.store, self.user.id, first, last)
            found: list[DayInForce] = []
            for program, start, end in self._spans(first, last):
                stored, events = self._stored(program, basis, start, end)
                lifted = self._lifted(stored, events, overrides)
                for one in stored:
                    rows = settled(
                        [row for row in overrides if row.date == one.date], self.clock.now(), self.ends_at(one.date)
                    )
                    plan = effective_day(
                        one,
                        events,
                        None if as_planned else override_in_force(rows),
                        gate=OPEN_GATE if as_planned else gate,
                        load_of=lifted.before(one.date) if lifted else None,
                        rescale=self._rescaled,
                    )
                    plan = plan._replace(gate=gate)
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

    def _lifted(
        self, stored: list[StoredDay], events: Iterable[PlanEvent], overrides: Iterable[Override]
    ) -> LoadHistory | None:
        """Return what was lifted lately of all exercises that the days plan or were given instead."""
        wanted = {item.exercise_id for day in stored for one in day.sessions for item in one.exercises if item.rep_low}
        if not wanted:
            return None
        for event in events:
            swapped = event.after.get("items", {}).values()
            wanted |= {fields["exercise_id"] for fields in swapped if "exercise_id" in fields}
        for row in overrides:
            wanted |= {swap["exercise_id"] for swap in row.modifications.get("swaps", ())}
        from sharpened_cli.services.loads import load_history_of

        first, last = stored[0].date, stored[-1].date
        return load_history_of(self.store, self.user, wanted, first, last, easy_days=easy_days(events))

    def _rescaled(self, meals: tuple[Meal, ...], calories_kcal: float) -> tuple[Meal, ...]:
        from sharpened_cli.services.meal_amounts import rescaled

        return rescaled(self.store, meals, calories_kcal)

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
            records=adherence.of_planned(self.store, ids) if ids else {},
            is_past=plan.date < self.today(),
        )


def base_numbers(events: Iterable[PlanEvent]) -> dict[str, int]:
    """Return the original day numbers of things that events placed elsewhere."""
    numbers: dict[str, int] = {}
    for event in sorted(events, key=lambda event: event.number):
        if "day_number" in event.before:
            numbers.setdefault(event.entity_id, event.before["day_number"])
    return numbers


def easy_days(events: Iterable[PlanEvent]) -> frozenset[date]:
    """Return the days of deloads that a reassessment placed: what was lifted then says little."""
    return frozenset(
        event.effective_date + timedelta(days=shift)
        for event in live_events(events)
        if event.change_type == "deload"
        for shift in range(DELOAD_DAYS)
    )
