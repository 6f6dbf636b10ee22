"""Takes in what other tools exported: workouts, meals and body measures, once each, with a report of the rest."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text, local_day
from sharpened_cli.domain.imports.records import BodyMeasure, Intake, LeftOut, Workout
from sharpened_cli.errors import InputError
from sharpened_cli.ids import new_id
from sharpened_cli.services.wall_clock import instant_at
from sharpened_cli.store import body_metrics, imports
from sharpened_cli.store.body_metrics import MetricRow
from sharpened_cli.store.imports import Imported

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.imports.records import Record
    from sharpened_cli.services.import_workouts import WorkoutWriter
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

CHUNK = 400  # records compared with what is there, and written, at a time
REMATCHED_DAYS = 28  # how far back imported training is matched with the plan
LONGEST_REPORT = 1000  # skipped rows that are named one by one


class _Report:
    """Counts what came in and names what did not."""

    def __init__(self) -> None:
        self.added: Counter[str] = Counter()
        self.already_there = 0
        self.skipped: list[dict[str, Any]] = []
        self.ignored: Counter[str] = Counter()
        self.days: set[date] = set()

    def leave_out(self, record: LeftOut) -> None:
        """Name a broken row; count a row that is simply not kept here."""
        if record.is_broken and len(self.skipped) < LONGEST_REPORT:
            self.skipped.append({"row": record.row, "because": record.because})
        else:
            self.ignored[record.because] += 1


class ImportService(NamedTuple):
    """Imports files of other tools for one person."""

    store: Store
    clock: Clock
    user: User

    def run(self, source: str, path: Path, weight_unit: str = "") -> dict[str, Any]:
        """Import a file and return a report as JSON; the same file again adds nothing.

        Raises InputError for an unknown tool or a file that is not of it; nothing is written then.
        """
        from sharpened_cli.services import import_files

        if source not in import_files.SOURCES:
            raise InputError(
                f"There is no import from {source!r}.",
                code="unknown_source",
                hint=f"There are: {', '.join(import_files.SOURCES)}.",
            )
        if weight_unit not in {"", "kg", "lb"}:
            raise InputError(f"{weight_unit!r} is not a unit of weight.", code="unit", hint=import_files.UNIT_HINT)
        report = _Report()
        with self.store.transaction():
            self._take_in(source, import_files.records(source, path, weight_unit), report)
            self._rematch(report.days)
        return {
            "source": source,
            "file": path.name,
            "added": {kind: report.added[kind] for kind in ("workouts", "sets", "meals", "measures")},
            "already_there": report.already_there,
            "skipped": report.skipped,
            "ignored": dict(sorted(report.ignored.items())),
        }

    def _take_in(self, source: str, records: Iterable[Record], report: _Report) -> None:
        from itertools import islice

        from sharpened_cli.services.import_meals import MealWriter
        from sharpened_cli.services.import_workouts import WorkoutWriter

        writer = WorkoutWriter(self.store, self.clock, self.user, source)
        meals = MealWriter(self.store, self.clock, self.user, source)
        stream = iter(records)
        while chunk := list(islice(stream, CHUNK)):
            fresh = self._fresh(source, chunk, report)
            meals.take([record for record in fresh if isinstance(record, Intake)])
            self._add_measures(source, [record for record in fresh if isinstance(record, BodyMeasure)], report)
            self._add_workouts(writer, [record for record in fresh if isinstance(record, Workout)], report)
        meals.finish()
        report.added["meals"] = meals.written

    def _fresh(self, source: str, chunk: Sequence[Record], report: _Report) -> list[Record]:
        """Return the records that were not imported before, counting the others."""
        ids = {record.external_id for record in chunk if not isinstance(record, LeftOut)}
        seen = imports.known(self.store, self.user.id, source, ids)
        fresh: list[Record] = []
        for record in chunk:
            if isinstance(record, LeftOut):
                report.leave_out(record)
            elif record.external_id in seen:
                report.already_there += 1
            else:
                seen.add(record.external_id)
                fresh.append(record)
        return fresh

    def _add_workouts(self, writer: WorkoutWriter, workouts: Sequence[Workout], report: _Report) -> None:
        if not workouts:
            return
        starts = [instant_at(workout.start, self.user.timezone) for workout in workouts]
        writer.look_around(starts)
        rows: list[Imported] = []
        for workout, start in zip(workouts, starts, strict=True):
            written = writer.write(workout, start)
            if isinstance(written, LeftOut):
                report.leave_out(written)
                continue
            rows.append(Imported(writer.source, workout.external_id, "activity", written))
            report.added["workouts"] += 1
            report.added["sets"] += len(workout.sets)
            report.days.add(local_day(start, self.user.timezone))
        imports.add(self.store, self.user.id, rows, self._now())

    def _add_measures(self, source: str, measures: Sequence[BodyMeasure], report: _Report) -> None:
        rows: list[Imported] = []
        for measure in measures:
            start = instant_at(measure.start, self.user.timezone)
            metric = MetricRow(
                id=new_id(),
                recorded_at=as_text(start),
                local_date=local_day(start, self.user.timezone).isoformat(),
                weight_kg=measure.weight_kg,
                body_fat_percentage=measure.body_fat_percentage,
                girths={},
                source=source,
            )
            body_metrics.add(self.store, self.user.id, metric, self._now())
            rows.append(Imported(source, measure.external_id, "body_metric", metric.id))
            report.added["measures"] += 1
        imports.add(self.store, self.user.id, rows, self._now())

    def _rematch(self, days: Iterable[date]) -> None:
        from sharpened_cli.services.adherence import AdherenceService

        since = local_day(self.clock.now(), self.user.timezone) - timedelta(days=REMATCHED_DAYS)
        adherence = AdherenceService(self.store, self.clock, self.user)
        for day in sorted(day for day in days if day >= since):
            adherence.activities_changed(day)

    def _now(self) -> str:
        return as_text(self.clock.now())
