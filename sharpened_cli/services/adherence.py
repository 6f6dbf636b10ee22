"""Was the plan followed: matching of logs with the plan after every change, `done`, `skip`, and what was skipped."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text, from_text
from sharpened_cli.domain.adherence import MOVED_DAYS, is_skipped
from sharpened_cli.domain.day_plan import COMPLETED, SIMILAR, SKIPPED
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.ids import new_id
from sharpened_cli.services.adherence_records import (
    actual_ids,
    day_of,
    document,
    done_activity,
    is_fixed,
    links_of,
    of_meal,
    of_session,
    record_of,
    things_of,
)
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.services.wall_clock import minute_of
from sharpened_cli.store import activities as activity_store
from sharpened_cli.store import adherence as records
from sharpened_cli.store import planned_meals

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.assignment import Match
    from sharpened_cli.domain.day_plan import Meal, Session
    from sharpened_cli.services.adherence_records import (
        Planned,
    )
    from sharpened_cli.store import Store
    from sharpened_cli.store.activities import ActivityRow
    from sharpened_cli.store.adherence import Record
    from sharpened_cli.store.users import User

SETTLED_DAYS = 28  # what is older without a record stays a pure function of rows and clock (product choice)


class AdherenceService(NamedTuple):
    """Keeps adherence_records equal to what a matching from scratch would say."""

    store: Store
    clock: Clock
    user: User

    @property
    def planning(self) -> PlanningService:
        """The effective plan of the person."""
        return PlanningService(self.store, self.clock, self.user)

    # By hand --------------------------------------------------------------------------------

    def done(self, number: int, day: date | None = None) -> dict[str, Any]:
        """Record that a planned session or meal was done as planned; raises NotThereError, InputError."""
        with self.store.transaction():
            today = self.planning.today()
            planned = self.planned(number, day or today)
            if planned.date > today:
                raise InputError(
                    f"{planned.name} is planned for {planned.date.isoformat()}, which has not come yet.",
                    code="not_yet",
                    hint="Say --date for the day on which it was done.",
                )
            return self._by_hand(planned, COMPLETED, 1.0, "")

    def skip(self, number: int, day: date | None = None, reason: str = "") -> dict[str, Any]:
        """Record that a planned session or meal is left out; raises NotThereError."""
        with self.store.transaction():
            planned = self.planned(number, day or self.planning.today())
            return self._by_hand(planned, SKIPPED, 0.0, reason.strip())

    def planned(self, number: int, day: date) -> Planned:
        """Return what carries a number on a day; raises NotThereError with what there is."""
        found = self.planning.day(day)
        things = things_of(found)
        for thing in things:
            if thing.number == number:
                return thing
        there = ", ".join(f"{thing.number} {thing.name}" for thing in things)
        raise NotThereError(
            f"Nothing carries the number {number} on {day.isoformat()}.",
            code="no_such_number",
            hint=f"That day has: {there}." if there else "Nothing is planned on that day.",
        )

    def _by_hand(self, planned: Planned, status: str, score: float, reason: str) -> dict[str, Any]:
        before = records.of_planned(self.store, [planned.id]).get(planned.id)
        keeps = before if before and status == COMPLETED else None
        record = records.Record(
            id=new_id(),
            planned_entity_type=planned.kind,
            planned_entity_id=planned.id,
            date=planned.date.isoformat(),
            status=status,
            similarity_score=score,
            actual_ref_type=keeps.actual_ref_type if keeps else None,
            actual_ref_id=keeps.actual_ref_id if keeps else None,
            source="manual",
            details={"reasons": [reason] if reason else [], **({"actual_ids": actual_ids(keeps)} if keeps else {})},
        )
        same = before is not None and before[4:6] == record[4:6] and before.source == "manual"
        changed = not same or (before is not None and before.details.get("reasons") != record.details["reasons"])
        if changed:
            records.put(self.store, self.user.id, record, as_text(self.clock.now()))
            self._freed(planned)
        return {"adherence": document(record, planned), "changed": changed}

    def _freed(self, planned: Planned) -> None:
        if planned.kind == "session":
            self.activities_changed(planned.date)
        else:
            self.meals_changed(planned.date)

    # Matching -------------------------------------------------------------------------------

    def activities_changed(self, day: date) -> None:
        """Match again the sessions and activities around a day on which an activity came, changed or went."""
        reach = timedelta(days=MOVED_DAYS)
        days = self.planning.days(day - reach, day + reach)
        sessions = {session.id: (found, session) for found in days for session in found.plan.sessions}
        if not sessions:
            return
        self._drop_stale(sessions, "session", day - reach, day + reach)
        known = records.of_planned(self.store, sessions)
        fixed = {entity_id for entity_id, record in known.items() if is_fixed(record)}
        logged = activity_store.between(self.store, self.user.id, day - 2 * reach, day + 2 * reach)
        taken = self._taken(sessions, fixed, day, 2 * reach)
        free = [row for row in logged if row.id not in taken]
        open_sessions = [session for entity_id, (_, session) in sessions.items() if entity_id not in fixed]
        matches = {match.planned_id: match for match in self._session_matches(open_sessions, free)}
        for entity_id in sorted(set(sessions) - fixed):
            found, session = sessions[entity_id]
            self._record(of_session(session), known.get(entity_id), matches.get(entity_id), found.is_past)
        self._link(
            logged, {**links_of(known, fixed), **{name: m.planned_id for m in matches.values() for name in m.done_ids}}
        )

    def meals_changed(self, day: date) -> None:
        """Match again the planned and logged meals of a day."""
        found = self.planning.day(day)
        meals = {meal.id: meal for meal in found.plan.meals}
        if not meals:
            return
        self._drop_stale(meals, "meal", day, day)
        known = records.of_planned(self.store, meals)
        logged = [self._timed(eaten) for eaten in planned_meals.logged_on(self.store, self.user.id, day)]
        fixed = {entity_id for entity_id, record in known.items() if record.source == "manual"}
        linked = {
            eaten.planned_id: eaten for eaten in logged if eaten.planned_id in meals and eaten.planned_id not in fixed
        }
        fixed |= set(linked)
        taken = {one for entity_id in fixed & set(known) for one in actual_ids(known[entity_id])}
        free = [eaten.meal for eaten in logged if eaten.planned_id not in linked and eaten.meal.id not in taken]
        from sharpened_cli.domain.assignment import match_meals

        open_meals = [meal for entity_id, meal in meals.items() if entity_id not in fixed]
        matches = {match.planned_id: match for match in match_meals(open_meals, free)}
        for entity_id, eaten in linked.items():
            self._record_linked_meal(meals[entity_id], eaten)
        for meal in open_meals:
            self._record(of_meal(meal), known.get(meal.id), matches.get(meal.id), found.is_past)

    def plan_changed(self, day: date) -> None:
        """Match again what was logged around a day on which the plan came or changed."""
        self.activities_changed(day)
        for shift in range(-MOVED_DAYS, MOVED_DAYS + 1):
            self.meals_changed(day + timedelta(days=shift))

    def link(self, activity: ActivityRow, session: Session) -> None:
        """Record that an activity was this planned session, whatever a matching would say."""
        from sharpened_cli.domain.adherence import status_of
        from sharpened_cli.domain.session_match import session_score

        score = session_score(session, done_activity(activity), self._library())
        status = status_of(score.value) or SIMILAR
        record = record_of(
            of_session(session), status, score, (activity.id,), (day_of(activity) - session.date).days, linked=True
        )
        records.put(self.store, self.user.id, record, as_text(self.clock.now()))
        activity_store.link(self.store, activity.id, session.id)

    def unlink(self, activity_id: str) -> None:
        """Take away the record that an activity was linked to by hand, when the activity goes."""
        record = records.of_actual(self.store, activity_id)
        if record and record.source == "auto":
            records.remove(self.store, record.id)

    def document_of(self, actual_id: str) -> dict[str, Any] | None:
        """Return what a logged activity or meal fills, as JSON, or None."""
        record = records.of_actual(self.store, actual_id) or self._shared_record(actual_id)
        if record is None:
            return None
        from datetime import date as day_type

        found = self.planning.day(day_type.fromisoformat(record.date))
        thing = next((one for one in things_of(found) if one.id == record.planned_entity_id), None)
        return document(record, thing)

    def settle(self) -> int:
        """Persist as skipped what was planned, is past and has no record; return how many."""
        today = self.planning.today()
        first = planned_meals.first_open_day(
            self.store, self.user.id, today - timedelta(days=SETTLED_DAYS), today - timedelta(days=1)
        )
        if first is None:
            return 0
        count = 0
        for found in self.planning.days(first, today - timedelta(days=1)):
            at = as_text(self.planning.ends_at(found.plan.date))
            for thing in things_of(found, optional=False):
                if thing.id not in found.records and is_skipped(thing.date, today):
                    records.put(self.store, self.user.id, record_of(thing, SKIPPED, None, (), 0), at)
                    count += 1
        return count

    # Parts ----------------------------------------------------------------------------------

    def _session_matches(self, sessions: Sequence[Session], rows: Sequence[ActivityRow]) -> tuple[Match, ...]:
        if not sessions or not rows:
            return ()
        from sharpened_cli.domain.assignment import match_sessions

        return match_sessions(sessions, [done_activity(row) for row in rows], self._library())

    def _library(self) -> dict[str, Any]:
        from sharpened_cli.store import exercises

        return {exercise.id: exercise for exercise in exercises.library(self.store)}

    def _taken(self, sessions: Iterable[str], fixed: Iterable[str], day: date, reach: timedelta) -> set[str]:
        """Return the activities that fill sessions out of reach, or sessions settled by hand."""
        inside = set(sessions) - set(fixed)
        around = records.between(self.store, self.user.id, day - 2 * reach, day + 2 * reach, "session")
        return {one for record in around if record.planned_entity_id not in inside for one in actual_ids(record)}

    def _record(self, planned: Planned, known: Record | None, match: Match | None, is_past: bool) -> None:  # noqa: FBT001 - read beside its value
        now = as_text(self.clock.now())
        if match is not None:
            status = match.score.status or SIMILAR
            record = record_of(planned, status, match.score, match.done_ids, match.days_moved)
        elif is_past:
            record = record_of(planned, SKIPPED, None, (), 0)
        elif known is not None:
            records.remove(self.store, known.id)
            return
        else:
            return
        if known is None or known[3:] != record[3:]:
            records.put(self.store, self.user.id, record, now)

    def _timed(self, eaten: planned_meals.LoggedMeal) -> planned_meals.LoggedMeal:
        minute = minute_of(from_text(eaten.logged_at), self.user.timezone)
        return eaten._replace(meal=eaten.meal._replace(minute=minute))

    def _record_linked_meal(self, meal: Meal, eaten: planned_meals.LoggedMeal) -> None:
        from sharpened_cli.domain.adherence import status_of
        from sharpened_cli.domain.meal_match import meal_score

        score = meal_score(meal, eaten.meal)
        status = status_of(score.value) or SIMILAR
        record = record_of(of_meal(meal), status, score, (eaten.meal.id,), 0, linked=True)
        records.put(self.store, self.user.id, record, as_text(self.clock.now()))

    def _link(self, rows: Iterable[ActivityRow], session_of: dict[str, str]) -> None:
        for row in rows:
            wanted = session_of.get(row.id)
            if wanted is None and row.planned_session_instance_id is None:
                continue
            if wanted is None and self._shared_record(row.id) is not None:
                continue
            if wanted != row.planned_session_instance_id:
                activity_store.link(self.store, row.id, wanted)

    def _shared_record(self, activity_id: str) -> Record | None:
        """Return the record of a session that was logged in pieces, of which this is a later one."""
        row = activity_store.get(self.store, activity_id)
        if row is None or row.planned_session_instance_id is None:
            return None
        record = records.of_planned(self.store, [row.planned_session_instance_id]).get(row.planned_session_instance_id)
        return record if record and activity_id in actual_ids(record) else None

    def _drop_stale(self, in_force: Container[str], kind: str, first: date, last: date) -> None:
        """Take away what matching recorded of things that are planned no more: superseded, cancelled, moved off."""
        for record in records.between(self.store, self.user.id, first, last, kind):
            if record.planned_entity_id not in in_force and record.source == "auto":
                records.remove(self.store, record.id)
