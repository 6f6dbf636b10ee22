"""The plan in force as an iCalendar file (RFC 5545): importing it again updates what is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sharpened_cli import clock as clocks
from sharpened_cli.domain.day_plan import Session
from sharpened_cli.errors import NotThereError
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.store import calendar, programs

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.day_plan import ExerciseItem, Meal
    from sharpened_cli.store import Row, Store
    from sharpened_cli.store.calendar import ProgramInForce
    from sharpened_cli.store.users import User

DOMAIN = "sharpened.invalid"  # RFC 2606: the identifiers are no addresses
PRODUCT = "-//SHARPENED//SHARPENED CLI//EN"


@dataclass(frozen=True)
class CalendarFile:
    """Makes a calendar file of the active program of one person."""

    store: Store
    clock: Clock
    user: User

    def make(self) -> tuple[bytes, dict[str, Any]]:
        """Return the file's bytes, and what is in it: program id, sessions, meals, cancelled events.

        Each event keeps its UID for good; SEQUENCE rises when it is moved, changed or cancelled. Raises
        NotThereError without a program.
        """
        from icalendar import Calendar

        with self.store.snapshot():
            program = self._program()
            rows = programs.calendar_rows(self.store, program.id)
            contents = self._contents(program)
        file = Calendar()
        file.add("prodid", PRODUCT)
        file.add("version", "2.0")
        file.add("calscale", "GREGORIAN")
        file.add("x-wr-calname", "SHARPENED")
        file.add("x-wr-timezone", self.user.timezone)
        for row in rows:
            file.add_component(_event(row, contents.get(row["ref_id"])))
        kept = [row for row in rows if row["status"] == "planned"]
        return file.to_ical(), {
            "program_id": program.id,
            "sessions": sum(row["event_type"] == "training" for row in kept),
            "meals": sum(row["event_type"] == "meal" for row in kept),
            "cancelled": len(rows) - len(kept),
        }

    def _program(self) -> ProgramInForce:
        today = clocks.local_day(self.clock.now(), self.user.timezone)
        found = calendar.program_in_force(self.store, self.user.id, today) or calendar.next_program(
            self.store, self.user.id, today
        )
        if found is None:
            raise NotThereError(
                "There is no active program.", code="no_program", hint="`sharpened program new` makes one."
            )
        return found

    def _contents(self, program: ProgramInForce) -> dict[str, Session | Meal]:
        planning = PlanningService(self.store, self.clock, self.user)
        days = planning.days(program.start_date, program.end_date - timedelta(days=1))
        found: dict[str, Session | Meal] = {}
        for day in days:
            found |= {session.id: session for session in day.plan.sessions}
            found |= {meal.id: meal for meal in day.plan.meals}
        return found


def _event(row: Row, thing: Session | Meal | None) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{row['id']}@{DOMAIN}")
    event.add("dtstamp", clocks.from_text(row["created_at"]))
    event.add("dtstart", clocks.from_text(row["start_time_utc"]))
    event.add("dtend", clocks.from_text(row["end_time_utc"]))
    event.add("sequence", row["sequence"])
    event.add("summary", thing.name if thing is not None else row["title"])
    event.add("status", "CONFIRMED" if row["status"] == "planned" else "CANCELLED")
    event.add("categories", ["Training" if row["event_type"] == "training" else "Meal"])
    event.add("transp", "OPAQUE" if row["event_type"] == "training" else "TRANSPARENT")
    if thing is not None:
        event.add("description", _description(thing))
    return event


def _description(thing: Session | Meal) -> str:
    if isinstance(thing, Session):
        lines = [_exercise(one) for one in thing.exercises if not one.is_warmup]
        return "\n".join([*lines, thing.notes] if thing.notes else lines)
    return "\n".join(f"{item.food_name}: {item.serving or f'{item.grams:.0f} g'}" for item in thing.items)


def _exercise(item: ExerciseItem) -> str:
    if item.rep_low is not None:
        reps = f"{item.rep_low}" if item.rep_low == item.rep_high else f"{item.rep_low}-{item.rep_high}"
        load = "" if item.load_kg is None else f" @ {item.load_kg:g} kg"
        return f"{item.name} {item.sets}x{reps}{load}"
    amount = f"{round(item.seconds / 60)} min" if item.seconds and item.seconds >= 120 else f"{item.seconds or 0} s"
    if item.metres:
        amount = f"{item.metres / 1000:g} km"
    return f"{item.name} {item.sets}x{amount}" if item.sets > 1 else f"{item.name} {amount}"
