"""Weigh-ins and other measures of the body: stored, doubted where needed, and the trend that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text, from_text, local_day
from sharpened_cli.domain.body_check import BODY_FAT_PERCENT, GIRTH_CM, doubt_of
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.ids import LEAST_PREFIX, new_id
from sharpened_cli.services.listed import listed
from sharpened_cli.services.wall_clock import instant_of, minute_of
from sharpened_cli.store import body_metrics, day_log, log_revisions
from sharpened_cli.store.body_metrics import MetricRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

LIST_LENGTH = 20
MORNING = 7 * 60  # when nobody says when on another day (product choice)


class Measured(NamedTuple):
    """What was typed: each value as text, empty where nothing was said; ``girths`` by name (waist, hip)."""

    weight: str = ""
    body_fat: str = ""
    girths: Mapping[str, str] = {}
    date: str = ""
    at: str = ""
    notes: str = ""
    is_confirmed: bool = False


class MetricsService(NamedTuple):
    """Stores, lists and corrects the body measures of one person."""

    store: Store
    clock: Clock
    user: User

    def weigh(self, measured: Measured) -> dict[str, Any]:
        """Store a measurement and return it with the trend as JSON.

        Raises InputError: nothing measured, not a body's figure, a day to come, or (code ``doubtful``) a
        weight more than 8 % from the nearest one that was not confirmed.
        """
        with self.store.transaction():
            metric = self._metric(measured, MetricRow(new_id(), "", "", None, None, {}))
            if metric.weight_kg is None and metric.body_fat_percentage is None and not metric.girths:
                raise InputError(
                    "There is nothing to store.", code="nothing_to_log", hint="Say a weight: sharpened weigh 82.4kg."
                )
            self._doubt(metric, is_confirmed=measured.is_confirmed)
            body_metrics.add(self.store, self.user.id, metric, self._now())
            return self._document(metric)

    def latest(self, limit: int = LIST_LENGTH) -> dict[str, Any]:
        """Return the latest measurements and the trend as JSON."""
        with self.store.snapshot():
            rows = body_metrics.latest(self.store, self.user.id, limit)
            trend = self._trend(local_day(self.clock.now(), self.user.timezone))
        return {"metrics": [{"number": number, **_row_document(row)} for number, row in enumerate(rows, 1)], **trend}

    def edit(self, wanted: str, measured: Measured) -> dict[str, Any]:
        """Correct a measurement; what is not said stays. Raises InputError, NotThereError."""
        with self.store.transaction():
            before = self._row(self._id(wanted))
            after = self._metric(measured, before)
            if after != before:
                self._doubt(after, is_confirmed=measured.is_confirmed)
                self._keep(before, "edit")
                body_metrics.replace(self.store, after, self._now())
            return {**self._document(after), "changed": after != before}

    def remove(self, wanted: str) -> dict[str, Any]:
        """Take a measurement out; ``undo`` brings it back. Raises NotThereError."""
        with self.store.transaction():
            row = self._row(self._id(wanted))
            self._keep(row, "remove")
            body_metrics.set_removed(self.store, row.id, self._now())
            return {"removed": _row_document(row)}

    def undo(self) -> dict[str, Any]:
        """Undo the last edit or removal of a measurement exactly; raises NotThereError."""
        with self.store.transaction():
            revision = log_revisions.latest(self.store, self.user.id, "body_metric")
            if revision is None:
                raise NotThereError("There is no change of a measurement to undo.", code="nothing_to_undo")
            before = body_metrics.from_document(revision.before)
            if revision.action == "remove":
                body_metrics.set_removed(self.store, revision.entity_id, None)
            else:
                body_metrics.replace(self.store, before, self._now())
            log_revisions.mark_undone(self.store, revision.id, self._now())
            return {"restored": _row_document(self._row(before.id)), "undone": revision.action}

    # Parts ----------------------------------------------------------------------------------

    def _metric(self, measured: Measured, before: MetricRow) -> MetricRow:
        """Return a measurement from what was typed; what was not said is kept from ``before``."""
        from sharpened_cli.domain.units import parse_body_weight_kg, parse_length_cm, parse_percent

        units = self.user.unit_system
        girths = dict(before.girths)
        for name, text in measured.girths.items():
            if text:
                least, most = GIRTH_CM
                girths[f"{name}_cm"] = parse_length_cm(text, units, least=least, most=most, what=f"a {name} girth")
        fat = before.body_fat_percentage
        if measured.body_fat:
            least, most = BODY_FAT_PERCENT
            fat = parse_percent(measured.body_fat, least=least, most=most, what="a body fat percentage")
        instant = self._instant(measured, before)
        return before._replace(
            recorded_at=as_text(instant),
            local_date=local_day(instant, self.user.timezone).isoformat(),
            weight_kg=parse_body_weight_kg(measured.weight, units) if measured.weight else before.weight_kg,
            body_fat_percentage=fat,
            girths=girths,
            notes=measured.notes or before.notes,
        )

    def _instant(self, measured: Measured, before: MetricRow) -> datetime:
        """Return when it was measured: as said, else as it stood, else now."""
        now = self.clock.now()
        if not measured.date and not measured.at:
            return from_text(before.recorded_at) if before.recorded_at else now
        from sharpened_cli.domain.times import parse_clock, parse_date

        today = local_day(now, self.user.timezone)
        known = from_text(before.recorded_at) if before.recorded_at else None
        day = local_day(known, self.user.timezone) if known else today
        if measured.date:
            day = parse_date(measured.date, today)
        if measured.at:
            hour, minute = parse_clock(measured.at).split(":")
            instant = instant_of(day, int(hour) * 60 + int(minute), self.user.timezone)
        elif day == today and known is None:
            instant = now
        else:
            at = minute_of(known, self.user.timezone) if known else MORNING
            instant = instant_of(day, at, self.user.timezone)
        if instant > now:
            raise InputError(
                f"{day.isoformat()} has not come yet." if day > today else "That time has not come yet.",
                code="in_the_future",
                hint="Say --date or --at of a measurement that was taken.",
            )
        return instant

    def _doubt(self, metric: MetricRow, *, is_confirmed: bool) -> None:
        """Refuse a weight far from the nearest one unless it is confirmed; raises InputError ``doubtful``."""
        if metric.weight_kg is None or is_confirmed:
            return
        from datetime import date as day_type

        from sharpened_cli.domain.show import show_weight

        near = body_metrics.nearest_weight(
            self.store, self.user.id, day_type.fromisoformat(metric.local_date), metric.id
        )
        before = near[1] if near else self._profile_weight()
        doubt = doubt_of(metric.weight_kg, before)
        if doubt is not None:
            units = self.user.unit_system
            raise InputError(
                f"{show_weight(metric.weight_kg, units)} is {abs(doubt.change):.0%} "
                f"{'more' if doubt.change > 0 else 'less'} than {show_weight(doubt.before_kg, units)} before.",
                code="doubtful",
                hint="If it is right, say so with --yes.",
            )

    def _profile_weight(self) -> float | None:
        from sharpened_cli.store import profiles

        profile = profiles.load(self.store, self.user.id)
        return profile.weight_kg if profile else None

    def _document(self, metric: MetricRow) -> dict[str, Any]:
        from datetime import date as day_type

        return {**_row_document(metric), **self._trend(day_type.fromisoformat(metric.local_date))}

    def _trend(self, day: date) -> dict[str, Any]:
        """Return the trend on a day under the key ``trend``: nulls without weigh-ins or where numbers are withheld."""
        from sharpened_cli.domain.trend import weight_trend
        from sharpened_cli.services.planning import PlanningService

        trend = weight_trend(day_log.weigh_ins(self.store, self.user.id, day))
        names = ("weight_kg", "weight_sd_kg", "rate_kg_per_week", "rate_sd_kg_per_week")
        gate = PlanningService(self.store, self.clock, self.user).day(day).plan.gate
        if trend is None or "numeric_targets" in gate.blocked_for:
            return {"trend": {**dict.fromkeys(names), "weigh_ins": trend.weigh_ins if trend else 0}}
        enough = trend.weigh_ins > 1
        values = {name: getattr(trend, name) if enough or "rate" not in name else None for name in names}
        return {"trend": {**values, "weigh_ins": trend.weigh_ins}}

    def _keep(self, row: MetricRow, action: str) -> None:
        log_revisions.add(
            self.store,
            revision_id=new_id(),
            user_id=self.user.id,
            entity_type="body_metric",
            entity_id=row.id,
            action=action,
            before=row._asdict(),
            created_at=self._now(),
        )

    def _id(self, wanted: str) -> str:
        """Return the id that a number of `metrics list` or the beginning of an id means."""
        row = listed(wanted, lambda number: body_metrics.latest(self.store, self.user.id, number))
        if row is not None:
            return row.id
        found = body_metrics.find(self.store, self.user.id, wanted.lower()) if len(wanted) >= LEAST_PREFIX else []
        if len(found) > 1:
            raise InputError(f"{wanted!r} means several measurements.", code="ambiguous_id", hint="Type more of it.")
        if not found:
            raise NotThereError(
                f"There is no measurement {wanted!r}.",
                code="no_such_id",
                hint="`sharpened metrics list` shows them.",
            )
        return found[0]

    def _row(self, metric_id: str) -> MetricRow:
        row = body_metrics.get(self.store, metric_id)
        if row is None:
            raise NotThereError(f"There is no measurement {metric_id!r}.", code="no_such_id")
        return row

    def _now(self) -> str:
        return as_text(self.clock.now())


def _row_document(row: MetricRow) -> dict[str, Any]:
    return {
        "metric_id": row.id,
        "date": row.local_date,
        "recorded_at": row.recorded_at,
        "weight_kg": row.weight_kg,
        "body_fat_percentage": row.body_fat_percentage,
        "girths": dict(row.girths),
        "notes": row.notes,
        "source": row.source,
    }
