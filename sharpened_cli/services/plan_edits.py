"""Changes that people make to their plan themselves: another exercise, another day or time, left out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text
from sharpened_cli.domain.day_plan import PLANNED, PlanEvent, Session, warmup_name
from sharpened_cli.errors import InputError, NotThereError, RefusedError
from sharpened_cli.ids import new_id
from sharpened_cli.services.calendar_projection import CalendarProjection
from sharpened_cli.services.plan_undo import change_document
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.store import calendar, plan_changes

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.day_plan import ExerciseItem, Meal
    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.services.planning import DayInForce
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

OFFERED_EACH = 3  # product choice: for a whole session a few of each are enough


class PlanEditService(NamedTuple):
    """Appends change events to the program of one person; nothing planned is ever overwritten."""

    store: Store
    clock: Clock
    user: User

    def swap(self, wanted: str, exercise_text: str, day: date | None = None) -> dict[str, Any]:
        """Put another exercise in the place of a planned one, for that session only.

        ``wanted`` is ``N`` or ``N.K``: the session's number on the day, and the order of the exercise.
        Raises NotThereError, InputError (with the exercises to choose from), RefusedError for safety.
        """
        from sharpened_cli.services.substitution import substitution_for

        number, order = _numbers(wanted)
        with self.store.transaction():
            found = self._day(day)
            session = self._session(found, number)
            options = substitution_for(self.store, self.user.id, found.plan.date)
            exercise = options.recognised(exercise_text)
            item = options.replaced(session, order, exercise)
            why = options.reason(item, exercise, session)
            document = self._append(
                found,
                session,
                "swap",
                before={"items": {item.id: _exercise_fields(item)}},
                after={"items": _swapped(session, item, exercise, why)},
                reason=f"{exercise.name} instead of {item.name}: {why}",
            )
        return {**document, "from": item.name, "to": exercise.name, "because": why, "session_id": session.id}

    def substitutes(self, wanted: str, day: date | None = None) -> dict[str, Any]:
        """Return what could be trained instead of each exercise of a session, or of one (``N.K``)."""
        from sharpened_cli.services.substitution import item_of, substitution_for

        number, order = _numbers(wanted)
        with self.store.snapshot():
            found = self._day(day)
            session = self._session(found, number)
            options = substitution_for(self.store, self.user.id, found.plan.date)
        items = [one for one in session.exercises if not one.is_warmup] if order is None else [item_of(session, order)]
        return {
            "substitutes": [
                {
                    "number": session.number,
                    "order": item.order,
                    "name": item.name,
                    "candidates": [
                        {"exercise_id": one.exercise.id, "name": one.exercise.name, "because": one.because}
                        for one in options.candidates(item, session)[: None if order is not None else OFFERED_EACH]
                    ],
                }
                for item in items
            ]
        }

    def move(
        self, number: int, *, day: date | None = None, to_day: date | None = None, start_time: str = ""
    ) -> dict[str, Any]:
        """Move a planned session or meal to another day, another time, or both.

        Raises NotThereError (no such number), InputError (nowhere to go), RefusedError (past, done already).
        """
        with self.store.transaction():
            found = self._day(day)
            thing = self._thing(found, number)
            present = _place(thing)
            after: dict[str, Any] = {"start_time": start_time or present["start_time"]}
            change_type = "reschedule"
            if to_day is not None and to_day != thing.date:
                self._must_be_within(found, to_day)
                projection = CalendarProjection(self.store, self.clock, self.user)
                number_there = projection.next_number(self._program_id(found), to_day)
                after |= {"date": to_day.isoformat(), "day_number": number_there}
                change_type = "move"
            elif after["start_time"] == present["start_time"]:
                raise InputError(
                    f"Number {number} is already there.", code="nothing_to_move", hint="Name another day or time."
                )
            where = " ".join(part for part in (after.get("date", ""), after["start_time"]) if part)
            reason = f"{thing.name} moved to {where}"
            return self._append(found, thing, change_type, before=present, after=after, reason=reason)

    def cancel(self, number: int, *, day: date | None = None, reason: str = "") -> dict[str, Any]:
        """Leave a planned session or meal out; it then counts neither as planned nor as skipped."""
        with self.store.transaction():
            found = self._day(day)
            thing = self._thing(found, number)
            words = f"{thing.name} left out: {reason}" if reason else f"{thing.name} left out"
            return self._append(
                found, thing, "cancel", before={"cancelled": False}, after={"cancelled": True}, reason=words
            )

    def _append(
        self,
        found: DayInForce,
        thing: Session | Meal,
        change_type: str,
        *,
        before: dict[str, Any],
        after: dict[str, Any],
        reason: str,
    ) -> dict[str, Any]:
        program_id = self._program_id(found)
        event = PlanEvent(
            number=plan_changes.next_number(self.store, self.user.id),
            id=new_id(),
            change_type=change_type,
            entity_type="session" if isinstance(thing, Session) else "meal",
            entity_id=thing.id,
            effective_date=found.plan.date,
            after=after,
            before=before,
        )
        plan_changes.add(
            self.store,
            event=event,
            user_id=self.user.id,
            program_id=program_id,
            reason_code="asked",
            reason_text=reason,
            source="user",
            created_at=as_text(self.clock.now()),
        )
        if change_type != "swap":
            CalendarProjection(self.store, self.clock, self.user).rewrite(program_id, [thing.id])
        self._match_again({found.plan.date.isoformat(), after.get("date", found.plan.date.isoformat())})
        (row,) = plan_changes.matching(self.store, self.user.id, event.id)
        return {"change": change_document(row), "changed": True, "name": thing.name}

    def _match_again(self, days: set[str]) -> None:
        from sharpened_cli.services.adherence import AdherenceService

        service = AdherenceService(self.store, self.clock, self.user)
        for day in sorted(days):
            service.plan_changed(date.fromisoformat(day))

    def _day(self, day: date | None) -> DayInForce:
        planning = PlanningService(self.store, self.clock, self.user)
        wanted = day or planning.today()
        if wanted < planning.today():
            raise RefusedError(
                "That day is over.", code="too_late", hint="What was done is corrected with `activities edit`."
            )
        return planning.day(wanted)

    def _program_id(self, found: DayInForce) -> str:
        if found.program is None:
            raise NotThereError(
                "There is no program on that day.", code="no_program", hint="`sharpened program new` makes one."
            )
        return found.program.id

    def _thing(self, found: DayInForce, number: int) -> Session | Meal:
        self._program_id(found)
        things: list[Session | Meal] = [*found.plan.sessions, *found.plan.meals]
        thing = next((one for one in things if one.number == number), None)
        if thing is None:
            known = ", ".join(str(one.number) for one in sorted(things, key=lambda one: one.number))
            hint = f"There are {known}." if known else "Nothing is planned then."
            raise NotThereError(f"There is no number {number} on that day.", code="no_such_number", hint=hint)
        if (status := found.status_of(thing.id)) != PLANNED:
            raise RefusedError(
                f"Number {number} is {status} already.", code="too_late", hint="Only what is still to do can change."
            )
        return thing

    def _session(self, found: DayInForce, number: int) -> Session:
        thing = self._thing(found, number)
        if isinstance(thing, Session):
            return thing
        raise InputError(f"Number {number} is a meal.", code="not_a_session", hint="Only exercises can be swapped.")

    def _must_be_within(self, found: DayInForce, target: date) -> None:
        planning = PlanningService(self.store, self.clock, self.user)
        program = calendar.program_in_force(self.store, self.user.id, target)
        inside = found.program is not None and program is not None and program.id == found.program.id
        if target < planning.today() or not inside or program is None or target >= program.end_date:
            raise InputError(
                f"{target.isoformat()} is outside the days that can still be planned.",
                code="bad_date",
                hint="Choose a day from today to the end of the program.",
            )


def _numbers(wanted: str) -> tuple[int, int | None]:
    number, _, order = wanted.partition(".")
    if not number.isdecimal() or (order and not order.isdecimal()):
        raise InputError(
            f"{wanted!r} is not a number of the day.",
            code="bad_number",
            hint="Write 3, or 3.2 for its second exercise.",
        )
    return int(number), int(order) if order else None


def _place(thing: Session | Meal) -> dict[str, Any]:
    time = thing.start_time if isinstance(thing, Session) else thing.time
    return {"date": thing.date.isoformat(), "start_time": time, "day_number": thing.number}


def _exercise_fields(item: ExerciseItem) -> dict[str, Any]:
    return {
        "exercise_id": item.exercise_id,
        "name": item.name,
        "load_kg": item.load_kg,
        "substitution_reason": item.substitution_reason,
    }


def _swapped(session: Session, item: ExerciseItem, exercise: Exercise, why: str) -> dict[str, Any]:
    """Return the new fields of the exercise and of its warm-up sets; the load is to be found."""
    fields = {"exercise_id": exercise.id, "load_kg": None, "substitution_reason": why}
    warmups = [one for one in session.exercises if one.is_warmup and one.exercise_id == item.exercise_id]
    return {
        item.id: {**fields, "name": exercise.name},
        **{one.id: {**fields, "name": warmup_name(exercise.name)} for one in warmups},
    }
