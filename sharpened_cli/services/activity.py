"""Logging of training in plain words: sets, energy, records, templates, and what of the plan it was."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text, from_text
from sharpened_cli.domain.activity_energy import activity_energy
from sharpened_cli.domain.activity_metrics import activity_metrics, check_activity
from sharpened_cli.domain.activity_text import parse_activity
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.ids import new_id
from sharpened_cli.services import activity_options
from sharpened_cli.services.activity_documents import activity_document, record_document, with_others
from sharpened_cli.services.activity_templates import ActivityTemplateService
from sharpened_cli.services.adherence import AdherenceService
from sharpened_cli.services.listed import listed
from sharpened_cli.services.wall_clock import instant_of, minute_of
from sharpened_cli.store import activities, exercises, log_revisions, reference_mets
from sharpened_cli.store.activities import ActivityRow, SetRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.activity_energy import Body, Energy
    from sharpened_cli.domain.activity_text import ParsedActivity, ParsedSet
    from sharpened_cli.domain.day_plan import Session
    from sharpened_cli.domain.records import Record
    from sharpened_cli.services.activity_options import ActivityOptions
    from sharpened_cli.store import Store
    from sharpened_cli.store.activity_templates import TemplateRow
    from sharpened_cli.store.users import User

NOON = 12 * 60  # when nobody says when on another day (product choice)
LIST_LENGTH = 20
LONGEST = timedelta(days=2)  # no activity lasts longer


class ActivityService(NamedTuple):
    """Logs, lists, corrects and removes activities of one person."""

    store: Store
    clock: Clock
    user: User

    @property
    def adherence(self) -> AdherenceService:
        """The matching of logs with the plan."""
        return AdherenceService(self.store, self.clock, self.user)

    @property
    def templates(self) -> ActivityTemplateService:
        """The person's templates."""
        return ActivityTemplateService(self.store, self.clock, self.user)

    # Logging --------------------------------------------------------------------------------

    def log(self, text: str, options: ActivityOptions) -> dict[str, Any]:
        """Log what a sentence, a template or a planned session says; return it as JSON.

        With several activities in one sentence the first is the document and all are in ``activities``.
        Raises InputError, NotThereError; nothing is written then.
        """
        with self.store.transaction():
            template = self.templates.wanted(options.template)
            session = self._session(options)
            parsed = self._parsed(text, template, session, options)
            rows = self._stored(parsed, options, template, session)
            found = [record for row in rows for record in self._records(row, rows)]
            self._tell(found, rows[0])
            self._match(rows, session)
            documents = [self.document(row.id, found) for row in rows]
            suggestion = None if template else self.templates.suggestion(rows[0])
            if options.save_as:
                self.templates.save(options.save_as, text or rows[0].original_text, rows[0])
            return {
                **with_others(documents),
                "unmatched": [word for activity in parsed for word in activity.unmatched],
                "warnings": self._overlaps(rows),
                "template": suggestion,
            }

    def document(self, activity_id: str, found: Sequence[Record] = ()) -> dict[str, Any]:
        """Return a stored activity as JSON, with what it fills of the plan."""
        row = self._row(activity_id)
        mine = [
            record_document(record) for record in found if record.exercise_name in {s.exercise_name for s in row.sets}
        ]
        return {
            **activity_document(row),
            "personal_records": mine,
            "adherence": self.adherence.document_of(row.id),
        }

    # Correcting -----------------------------------------------------------------------------

    def latest(self, limit: int = LIST_LENGTH, day: date | None = None) -> dict[str, Any]:
        """Return the latest activities, or those of a day, as JSON."""
        with self.store.snapshot():
            if day is None:
                rows = activities.latest(self.store, self.user.id, limit)
            else:
                rows = activities.between(self.store, self.user.id, day, day)
            return {"activities": [{"number": number, **activity_document(row)} for number, row in enumerate(rows, 1)]}

    def edit(self, wanted: str, text: str, options: ActivityOptions) -> dict[str, Any]:
        """Write an activity anew from other words or options; raises InputError, NotThereError."""
        with self.store.transaction():
            before = self._row(self._id(wanted))
            parsed = self._reparsed(before, text, options)
            day = activity_options.day_of(options, self._today(), parsed.days_ago) if options.date else _day(before)
            start = options.start or options.end
            after = self._new_row(parsed, day, options, None if start else from_text(before.start_time), keep=before.id)
            after = after._replace(
                planned_session_instance_id=before.planned_session_instance_id, template_id=before.template_id
            )
            self._keep(before, "edit")
            activities.replace(self.store, self.user.id, after, as_text(self.clock.now()))
            self._rematch(before, after)
            found = self._records(after, [after])
            return {**self.document(after.id, found), "warnings": self._overlaps([after])}

    def remove(self, wanted: str) -> dict[str, Any]:
        """Take an activity out; ``undo`` brings it back. Raises NotThereError."""
        with self.store.transaction():
            row = self._row(self._id(wanted))
            self._keep(row, "remove")
            activities.set_removed(self.store, row.id, as_text(self.clock.now()))
            self.adherence.unlink(row.id)
            self.adherence.activities_changed(_day(row))
            return {"removed": activity_document(row)}

    def undo(self) -> dict[str, Any]:
        """Undo the last edit or removal of an activity exactly; raises NotThereError."""
        with self.store.transaction():
            revision = log_revisions.latest(self.store, self.user.id, "activity")
            if revision is None:
                raise NotThereError("There is no change of an activity to undo.", code="nothing_to_undo")
            before = _from_revision(revision.before)
            now = as_text(self.clock.now())
            current = activities.get(self.store, revision.entity_id)
            if revision.action == "remove":
                activities.set_removed(self.store, revision.entity_id, None)
            else:
                activities.replace(self.store, self.user.id, before, now)
            log_revisions.mark_undone(self.store, revision.id, now)
            self._rematch(current or before, before)
            return {"restored": activity_document(self._row(before.id)), "undone": revision.action}

    # Parts ----------------------------------------------------------------------------------

    def _parsed(
        self, text: str, template: TemplateRow | None, session: Session | None, options: ActivityOptions
    ) -> list[ParsedActivity]:
        words = text.strip() or (str(template.data.get("text", "")) if template else "")
        if words:
            found = list(parse_activity(words, exercises.library(self.store), units=self.user.unit_system))
        elif session is not None:
            from sharpened_cli.services.activity_from_plan import activity_of_session

            found = [activity_of_session(session)]
        else:
            found = [activity_options.activity_without_words(options)]
        if template and not found[0].measures.duration_sec and template.data.get("minutes"):
            measures = found[0].measures._replace(duration_sec=float(template.data["minutes"]) * 60.0)
            found[0] = found[0]._replace(measures=measures)
        return activity_options.applied(options, found, self.user.unit_system)

    def _stored(
        self,
        parsed: Sequence[ParsedActivity],
        options: ActivityOptions,
        template: TemplateRow | None,
        session: Session | None,
    ) -> list[ActivityRow]:
        day = activity_options.day_of(options, self._today(), parsed[0].days_ago)
        before = self._last_end(parsed, day, session)
        rows = []
        for activity in parsed:
            row = self._new_row(activity, day, options, before)
            row = row._replace(template_id=template.id if template else None)
            activities.add(self.store, self.user.id, row, as_text(self.clock.now()))
            before = from_text(row.end_time)
            rows.append(row)
        if template:
            self.templates.used(template)
        return rows

    def _last_end(self, parsed: Sequence[ParsedActivity], day: date, session: Session | None) -> datetime | None:
        """Return when the first of the activities began, where nobody said: so that the last ends now."""
        if any(activity.start_minute is not None for activity in parsed):
            return None
        if day != self._today():
            minute = _minutes(session.start_time) if session else NOON
            return instant_of(day, minute, self.user.timezone)
        energies = [self._energy(activity) for activity in parsed]
        return self.clock.now() - timedelta(minutes=sum(energy.minutes for energy in energies))

    def _new_row(
        self,
        activity: ParsedActivity,
        day: date,
        options: ActivityOptions,
        start: datetime | None,
        *,
        keep: str | None = None,
    ) -> ActivityRow:
        energy = self._energy(activity, options)
        check_activity(activity, energy.minutes)
        begin, end = activity_options.times_of(activity, day, energy.minutes, start, self.user.timezone)
        kcal = energy.net_kcal if self._knows_body() or energy.method == "said" else None
        return ActivityRow(
            id=keep or new_id(),
            category=activity.category,
            activity_name=activity.name,
            start_time=as_text(begin),
            end_time=as_text(end),
            local_date=day.isoformat(),
            duration_minutes=round(energy.minutes, 2),
            calories_burned=None if kcal is None else round(kcal, 1),
            intensity_mets=round(energy.mets, 2),
            metrics=activity_metrics(activity, energy),
            original_text=activity.text,
            sets=_set_rows(activity.sets),
        )

    def _energy(self, activity: ParsedActivity, options: ActivityOptions | None = None) -> Energy:
        mets = activity_options.mets_of(options) if options else None
        return activity_energy(activity, reference_mets.met_of(self.store), self._body(), mets=mets)

    def _body(self) -> Body:
        from sharpened_cli.services.activity_body import energy_body

        return energy_body(self.store, self.user, self._today())

    def _knows_body(self) -> bool:
        return self._body().weight_kg > 0

    def _records(self, row: ActivityRow, rows: Sequence[ActivityRow]) -> tuple[Record, ...]:
        from sharpened_cli.domain.records import bests, records
        from sharpened_cli.services.activity_documents import logged_sets, stored_sets

        mine = logged_sets(row)
        ids = {one.exercise_id for one in mine}
        earlier = activities.sets_of_exercises(self.store, self.user.id, ids, but=[other.id for other in rows])
        return records(mine, bests(stored_sets(earlier)))

    def _tell(self, found: Sequence[Record], row: ActivityRow) -> None:
        if not found:
            return
        from sharpened_cli.services.activity_documents import record_words
        from sharpened_cli.store import notifications

        words = [record_words(record, self.user.unit_system) for record in found]
        notifications.add(
            self.store,
            notification_id=new_id(),
            user_id=self.user.id,
            notification_type="personal_record",
            title="Personal record" if len(words) == 1 else f"{len(words)} personal records",
            message="; ".join(words),
            created_at=as_text(self.clock.now()),
            ref_type="activity",
            ref_id=row.id,
            priority="low",
        )

    def _match(self, rows: Sequence[ActivityRow], session: Session | None) -> None:
        if session is not None:
            self.adherence.link(rows[0], session)
        for day in sorted({row.local_date for row in rows}):
            self.adherence.activities_changed(_date(day))

    def _rematch(self, before: ActivityRow, after: ActivityRow) -> None:
        for day in sorted({before.local_date, after.local_date}):
            self.adherence.activities_changed(_date(day))

    def _overlaps(self, rows: Sequence[ActivityRow]) -> list[str]:
        warnings = []
        for row in rows:
            since = as_text(from_text(row.start_time) - LONGEST)
            others = activities.overlapping(
                self.store, self.user.id, row.start_time, row.end_time, since=since, but=row.id
            )
            for other in others:
                if row.metrics.get("duration_estimated") or other.metrics.get("duration_estimated"):
                    continue
                begin = minute_of(from_text(other.start_time), self.user.timezone)
                at = f"{begin // 60:02d}:{begin % 60:02d}"
                warnings.append(f"{row.activity_name} overlaps {other.activity_name}, logged from {at} on.")
        return warnings

    def _session(self, options: ActivityOptions) -> Session | None:
        if options.planned is None:
            return None
        day = activity_options.day_of(options, self._today(), 0)
        planned = self.adherence.planned(options.planned, day)
        if planned.kind != "session":
            raise InputError(
                f"Number {options.planned} is a meal, {planned.name}.",
                code="not_a_session",
                hint="log-meal --planned logs a planned meal.",
            )
        found = self.adherence.planning.day(day)
        return next(session for session in found.plan.sessions if session.id == planned.id)

    def _reparsed(self, before: ActivityRow, text: str, options: ActivityOptions) -> ParsedActivity:
        if text.strip():
            found = list(parse_activity(text, exercises.library(self.store), units=self.user.unit_system))
        else:
            found = [activity_options.activity_of_row(before)]
        if len(found) > 1:
            names = ", ".join(one.name for one in found)
            raise InputError(f"One activity cannot become {len(found)}: {names}.", hint="Log the others by themselves.")
        return activity_options.applied(options, found, self.user.unit_system)[0]

    def _keep(self, row: ActivityRow, action: str) -> None:
        log_revisions.add(
            self.store,
            revision_id=new_id(),
            user_id=self.user.id,
            entity_type="activity",
            entity_id=row.id,
            action=action,
            before={**row._asdict(), "sets": [one._asdict() for one in row.sets]},
            created_at=as_text(self.clock.now()),
        )

    def _id(self, wanted: str) -> str:
        row = listed(wanted, lambda number: activities.latest(self.store, self.user.id, number))
        if row is not None:
            return row.id
        return activity_options.resolved_id(activities.find(self.store, self.user.id, wanted.lower()), wanted)

    def _row(self, activity_id: str) -> ActivityRow:
        row = activities.get(self.store, activity_id)
        if row is None:
            raise NotThereError(f"There is no activity {activity_id!r}.", code="no_such_id")
        return row

    def _today(self) -> date:
        return self.adherence.planning.today()


def _set_rows(sets: Sequence[ParsedSet]) -> tuple[SetRow, ...]:
    return tuple(
        SetRow(
            set_number=number,
            exercise_id=one.exercise_id,
            exercise_name=one.exercise_name,
            reps=one.reps,
            weight_kg=one.weight_kg,
            is_bodyweight=one.is_bodyweight,
            seconds=one.seconds,
            metres=one.metres,
            rpe=None if one.rpe is None else round(one.rpe * 2.0) / 2.0,
            set_type=one.set_type,
            superset_group=one.superset,
            each_side=one.each_side,
            notes=f"rest {one.rest_sec:g} s" if one.rest_sec else "",
        )
        for number, one in enumerate(sets, 1)
    )


def _from_revision(before: Any) -> ActivityRow:
    values = {**before, "sets": tuple(SetRow(**one) for one in before["sets"])}
    return ActivityRow(**values)


def _day(row: ActivityRow) -> date:
    return _date(row.local_date)


def _date(text: str) -> date:
    from datetime import date as day_type

    return day_type.fromisoformat(text)


def _minutes(clock_text: str) -> int:
    hour, minute = clock_text.split(":")[:2]
    return int(hour) * 60 + int(minute)
