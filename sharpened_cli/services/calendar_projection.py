"""Keep calendar_events what it is: a projection of the effective plan, rewritten from the fold."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text
from sharpened_cli.domain.approval import override_in_force, settled
from sharpened_cli.domain.effective import live_events, relocations
from sharpened_cli.services.planning import PlanningService, base_numbers
from sharpened_cli.services.wall_clock import instant_of
from sharpened_cli.store import adjustments, calendar_events, plan_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.calendar_events import Planned
    from sharpened_cli.store.users import User


class CalendarProjection(NamedTuple):
    """Rewrites calendar rows of one person from the program, its events and the adjustments in force."""

    store: Store
    clock: Clock
    user: User

    def rewrite(self, program_id: str, ids: Iterable[str] | None = None) -> int:
        """Rewrite the rows of the given sessions and meals, or of the whole program; return how many changed."""
        planned = calendar_events.planned(self.store, program_id, ids)
        if not planned:
            return 0
        events = plan_changes.events_of(self.store, program_id)
        places = relocations(live_events(events))
        numbers = base_numbers(events)
        wanted = [(one, self._place(one, places.get(one.id, {}), numbers)) for one in planned]
        cancelled = self._cancelled_by_adjustments({place.date for _, place in wanted})
        changed = [(one, place._replace(status="cancelled") if one.id in cancelled else place) for one, place in wanted]
        return calendar_events.rewrite(self.store, [(one, place) for one, place in changed if one.place != place])

    def next_number(self, program_id: str, day: date) -> int:
        """Return the next free day number of a date: above all that are or ever were used on it."""
        used = calendar_events.numbers_on(self.store, program_id, day)
        for event in plan_changes.events_of(self.store, program_id):
            for side in (event.before, event.after):
                if side.get("date") == day.isoformat() and "day_number" in side:
                    used.append(side["day_number"])
        return max(used, default=0) + 1

    def _place(self, one: Planned, moved: Mapping[str, Any], numbers: Mapping[str, int]) -> calendar_events.Place:
        day = date.fromisoformat(moved["date"]) if "date" in moved else one.base_date
        is_elsewhere = day != one.base_date
        base_number = numbers.get(one.id, one.place.number)
        start_time = moved.get("start_time", one.base_time)
        starts_at = instant_of(day, _minute(start_time), self.user.timezone)
        return calendar_events.Place(
            date=day,
            number=moved.get("day_number", base_number) if is_elsewhere else base_number,
            start_time=start_time,
            starts_at=as_text(starts_at),
            ends_at=as_text(starts_at + timedelta(minutes=one.minutes)),
            status="cancelled" if moved.get("cancelled") else "planned",
        )

    def _cancelled_by_adjustments(self, days: set[date]) -> set[str]:
        planning = PlanningService(self.store, self.clock, self.user)
        stored = adjustments.between(self.store, self.user.id, min(days), max(days))
        found: set[str] = set()
        for day in sorted({row.date for row in stored} & days):
            rows = [row for row in stored if row.date == day]
            override = override_in_force(settled(rows, self.clock.now(), planning.ends_at(day)))
            if override is not None:
                found.update(line["session_id"] for line in override.modifications.get("cancelled", ()))
        return found


def _minute(start_time: str) -> int:
    hour, minute = start_time.split(":")
    return int(hour) * 60 + int(minute)
