"""ForecastService: the weight to come under the present plan, and how well the past would have been foretold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sharpened_cli.clock import local_day
from sharpened_cli.domain import backtest, expenditure
from sharpened_cli.domain.expenditure import Day
from sharpened_cli.domain.forecast import forecast
from sharpened_cli.domain.policy import DEFAULT_POLICY
from sharpened_cli.domain.steering import body_fat_at, prepared
from sharpened_cli.errors import NotThereError
from sharpened_cli.services.reassessment_evidence import case_of, window_start
from sharpened_cli.store import reassessment_evidence as reads

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.evidence import Person
    from sharpened_cli.domain.expenditure import Tracker
    from sharpened_cli.domain.forecast import Point
    from sharpened_cli.services.reassessment_evidence import Case
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

DAYS_BEFORE = 14
LONGEST_PAST_DAYS = 730


@dataclass(frozen=True, slots=True)
class ForecastService:
    """Looks ahead and back with the estimator of one person."""

    store: Store
    clock: Clock
    user: User

    def forecast(self, weeks: int) -> dict[str, Any]:
        """Return the weight of each week to come with its 95 % band, eating as planned and by habit.

        Raises NotThereError without a profile, or where calories are withheld.
        """
        today = local_day(self.clock.now(), self.user.timezone)
        case = self._case(today)
        target = case.targets.calories_kcal
        if target is None or "numeric_targets" in case.evidence.safety.blocked_for:
            raise NotThereError("There is no calorie target to look ahead from.", code="no_target")
        before = prepared(case.evidence, case.state)
        limit = DEFAULT_POLICY.calories.gap_compensation_limit
        gap = max(-limit, min(limit, before.trim.gap))
        tracker = expenditure.follow(before.tracker, case.evidence.days, today, gap)
        person = case.evidence.person
        points = forecast(
            tracker,
            body_fat_percentage=body_fat_at(person, tracker.filter.weight_kg),
            intake_kcal=target * (1.0 + gap),
            first=today,
            days=7 * weeks,
        )
        return {
            "calories_kcal": target,
            "usual_intake_kcal": target * (1.0 + gap),
            "expenditure_kcal": points[0].expenditure_kcal,
            "weeks": [point._asdict() for point in points[::7]],
            "target_weight_kg": person.target_weight_kg,
            "reaches_target_on": _reached(points, person),
            "next_reassessment_date": case.client["next_reassessment_date"],
        }

    def backtest(self) -> dict[str, Any]:
        """Return how well weigh-ins would have been foretold a fortnight ahead, beside "nothing changes".

        Raises NotThereError without a profile.
        """
        today = local_day(self.clock.now(), self.user.timezone)
        case = self._case(today)
        first = today - timedelta(days=LONGEST_PAST_DAYS)
        with self.store.snapshot():
            rows = reads.totals(self.store, self.user.id, first, today)
        weighed = [row for row in rows if row[3] is not None]
        if not weighed:
            return backtest.Backtest(0, 0, None, None, None, None)._asdict()
        start = date.fromisoformat(weighed[0][0])
        logged = {row[0]: row for row in rows}
        target = case.targets.calories_kcal or case.evidence.person.tdee_kcal
        days = []
        for shift in range((today - start).days + 1):
            day = start + timedelta(days=shift)
            row = logged.get(day.isoformat())
            eaten = row[1] if row is not None and row[2] else None
            days.append(Day(day, target, eaten, row[3] if row is not None else None))
        return backtest.backtest(_tracker(case.evidence.person, weighed[0][3], start), days)._asdict()

    def _case(self, today: date) -> Case:
        with self.store.snapshot():
            rows = reads.clients(self.store, self.user.id, self.user.id, None)
            client = rows[0] if rows else reads.without_program(self.store, self.user.id, today)
            if client is None:
                raise NotThereError(
                    "There is no profile to look ahead from.", code="no_profile", hint="`sharpened onboard` makes one."
                )
            first = window_start(client) - timedelta(days=DAYS_BEFORE)
            records = reads.load(
                self.store, reads.Span(self.user.id, self.user.id, first, today, today, with_training=False)
            )
            return case_of(client, records, today, reads.exercise_traits(self.store))


def _tracker(person: Person, weight_kg: float, start: date) -> Tracker:
    constants = expenditure.constants(
        weight_kg=weight_kg,
        body_fat_percentage=body_fat_at(person, weight_kg),
        rmr_kcal=person.rmr_kcal,
        tdee_kcal=person.tdee_kcal,
    )
    return expenditure.start(constants, start)


def _reached(points: tuple[Point, ...], person: Person) -> date | None:
    """Return the first day at or past the goal weight, or None within the horizon or without a goal."""
    wanted = person.target_weight_kg
    if wanted is None:
        return None
    side = 1.0 if points[0].weight_kg > wanted else -1.0
    return next((point.date for point in points if side * (point.weight_kg - wanted) <= 0.0), None)
