"""ReassessmentService: every fortnight, what the logs say about the plan, and what changes for it.

One person and a batch of thousands go the same way: read set-wise, decide in the domain, write set-wise.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text, local_day
from sharpened_cli.domain.day_plan import PlanEvent
from sharpened_cli.domain.policy import DEFAULT_POLICY
from sharpened_cli.domain.reassessment import CHANGED, INSUFFICIENT, REFUSED, UNCHANGED, decide
from sharpened_cli.errors import NotThereError, RefusedError
from sharpened_cli.services import wire
from sharpened_cli.services.reassessment_changes import changes_of
from sharpened_cli.services.reassessment_document import document_of
from sharpened_cli.services.reassessment_evidence import case_of, window_start
from sharpened_cli.services.reassessment_outcome import outcome_of
from sharpened_cli.services.training_evidence import looks_at_training
from sharpened_cli.store import reassessment_evidence as reads
from sharpened_cli.store import reassessments

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.policy import Policy
    from sharpened_cli.domain.reassessment import Decision
    from sharpened_cli.services.reassessment_changes import Change
    from sharpened_cli.services.reassessment_evidence import Case
    from sharpened_cli.store import Row, Store
    from sharpened_cli.store.reassessment_evidence import ExerciseTraits
    from sharpened_cli.store.reassessments import Outcome
    from sharpened_cli.store.users import User

NOT_DUE, ERROR = "not_due", "error"
DAYS_BEFORE = 14  # weigh-ins so long before a first window tell the starting weight
DAYS_AHEAD = 6  # the week of plan that starts with the reassessment


class Result(NamedTuple):
    """What became of one person: their document, the rows to write (None: nothing), and what went wrong."""

    document: dict[str, Any]
    outcome: Outcome | None

    @property
    def done(self) -> Done:
        """Return the document with its JSON line, which is the one stored where one is."""
        stored = self.outcome.reassessment["decision"] if self.outcome else None
        return Done(self.document, stored or wire.as_text(self.document))


class Ahead(NamedTuple):
    """What the plan ahead of one person holds: working items, and days whose meals may not follow new calories."""

    items: list[tuple[Any, ...]]
    days_in_doubt: list[date]


class Done(NamedTuple):
    """One person of a batch: their document, and the same as a line of JSON."""

    document: dict[str, Any]
    line: str


@dataclass(frozen=True, slots=True)
class ReassessmentService:
    """Reassesses people of one file under a coach's policy.

    ``traits`` of all exercises may be given to a batch, so that they are not read for every chunk.
    """

    store: Store
    clock: Clock
    policy: Policy = DEFAULT_POLICY
    traits: Mapping[str, ExerciseTraits] | None = None

    def reassess(self, user: User, *, as_of: date | None = None, force: bool = False) -> dict[str, Any]:
        """Return one person's reassessment, written when it was due or forced.

        Not due, or forced within ten days of the last: status ``not_due``, nothing is written. Done for this
        day already: the stored one. Raises NotThereError without a program or a whole profile,
        RefusedError where safety withholds numbers.
        """
        with self.store.transaction():
            rows = reads.clients(self.store, user.id, user.id, None)
            if not rows:
                raise NotThereError(
                    "There is no active program to reassess.",
                    code="no_program",
                    hint="Make one: `sharpened program new`.",
                )
            day = as_of or local_day(self.clock.now(), user.timezone)
            if stored := reassessments.on(self.store, user.id, day.isoformat()):
                return stored_document(stored)
            result = self._decided(rows, lambda _: day, force=force, catch=False)[0]
            if result.document["status"] == REFUSED:
                raise RefusedError(
                    result.document["text"],
                    code="safety_blocked",
                    hint="`sharpened why safety` says why and what would help.",
                    offered=["training", "habits"],
                )
            if result.outcome is not None:
                reassessments.write(self.store, [result.outcome])
            return result.document

    def reassess_range(self, low: str, high: str, *, as_of: date | None = None, force: bool = False) -> list[Done]:
        """Return the documents of everybody in a range of ids who is due (``force``: of everybody), written.

        Reads on one snapshot and writes in one transaction; where that fails, person by person. A person whose
        data cannot be used is a document of status ``error``.
        """
        day_of = _days(self.clock, as_of)
        latest = None if force else (as_of or self.clock.now().date() + timedelta(days=1)).isoformat()
        with self.store.snapshot():
            rows = reads.clients(self.store, low, high, latest)
            results = self._decided(rows, day_of, force=force, catch=True)
        outcomes = [result.outcome for result in results if result.outcome is not None]
        try:
            self._write(outcomes)
        except Exception:  # noqa: BLE001  # whatever one row of the chunk did, the others are still to be written
            return [self._again(row, day_of, force=force) for row in rows]
        return [result.done for result in results]

    def _again(self, row: Row, day_of: Callable[[Row], date], *, force: bool) -> Done:
        """Return one person's document of a chunk that could not be written whole, in a transaction of its own."""
        try:
            with self.store.transaction():
                fresh = reads.clients(self.store, row["user_id"], row["user_id"], None)
                result = self._decided(fresh, day_of, force=force, catch=True)[0]
                if result.outcome is not None:
                    reassessments.write(self.store, [result.outcome])
                return result.done
        except Exception as error:  # noqa: BLE001  # one person's trouble is one line of a batch
            return Result(_failed(row["user_id"], error), None).done

    def _write(self, outcomes: list[Outcome]) -> None:
        if outcomes:
            with self.store.transaction():
                reassessments.write(self.store, outcomes)

    def _decided(self, rows: list[Row], day_of: Callable[[Row], date], *, force: bool, catch: bool) -> list[Result]:
        """Return the results of some people of one contiguous range of ids, in order."""
        if not rows:
            return []
        days = [day_of(row) for row in rows]
        records = reads.load(self.store, span_of(rows, days))
        traits = self.traits or reads.exercise_traits(self.store)
        judged: list[tuple[Row, Case, Decision] | Result] = []
        for row, day in zip(rows, days, strict=True):
            try:
                case = case_of(row, records, day, traits)
                judged.append((row, case, decide(case.evidence, case.targets.calories_kcal, case.state, self.policy)))
            except Exception as error:
                if not catch:
                    raise
                judged.append(Result(_failed(row["user_id"], error), None))
        return self._results(judged, traits, force=force, catch=catch)

    def _results(
        self,
        judged: list[tuple[Row, Case, Decision] | Result],
        traits: Mapping[str, ExerciseTraits],
        *,
        force: bool,
        catch: bool,
    ) -> list[Result]:
        """Return documents and rows of decisions, with one read of the plan ahead for those whose sets move."""
        moved = [one[1].evidence for one in judged if not isinstance(one, Result) and _moves_sets(one[2])]
        items: reads.Rows = {}
        if moved:
            first = min(evidence.as_of for evidence in moved)
            items = reads.items_ahead(self.store, [evidence.user_id for evidence in moved], first)
        in_doubt = self._in_doubt([one for one in judged if not isinstance(one, Result)])
        results = []
        for one in judged:
            if isinstance(one, Result):
                results.append(one)
                continue
            row, case, decision = one
            ahead = Ahead(items.get(row["user_id"], []), in_doubt.get(row["program_id"], []))
            try:
                results.append(self._result(row, case, decision, ahead, traits, force=force))
            except Exception as error:
                if not catch:
                    raise
                results.append(Result(_failed(row["user_id"], error), None))
        return results

    def _in_doubt(self, judged: list[tuple[Row, Case, Decision]]) -> dict[str, list[date]]:
        """Return the days of each program whose meals may not follow the new calories by other amounts."""
        asked = [
            reassessments.NewCalories(row["program_id"], case.evidence.as_of, step.target_after)
            for row, case, decision in judged
            if (step := decision.calories) is not None and step.target_after != step.target_before
        ]
        return reassessments.days_in_doubt(self.store, asked) if asked else {}

    def _result(
        self,
        row: Row,
        case: Case,
        decision: Decision,
        ahead: Ahead,
        traits: Mapping[str, ExerciseTraits],
        *,
        force: bool,
    ) -> Result:
        as_of, due = case.evidence.as_of, row["next_reassessment_date"]
        is_due = due is not None and due <= as_of.isoformat()
        since = (as_of - case.evidence.window_start).days
        if not is_due and not (force and since >= self.policy.calories.min_interval_days):
            return Result(_not_due(case, decision, due), None)
        future = [item for item in ahead.items if item[2] >= as_of.isoformat()]
        changes = changes_of(case, decision, future, traits)
        changes += self._meals(case, changes, ahead.days_in_doubt)
        outcome, document = outcome_of(
            case,
            decision,
            changes,
            self.policy,
            due_date=due if is_due else as_of.isoformat(),
            created_at=as_text(self.clock.now()),
        )
        return Result(document, outcome)

    def _meals(self, case: Case, changes: list[Change], in_doubt: list[date]) -> list[Change]:
        """Return the edits of meals that cannot follow a change of targets by other amounts."""
        place = next((place for place, change in enumerate(changes, 1) if change.change_type == "calories"), None)
        if place is None or not in_doubt:
            return []
        from sharpened_cli.services.meal_replanning import meal_changes

        user_id, program_id = case.client["user_id"], case.client["program_id"]
        number, after = case.client["last_number"] + place, changes[place - 1].after
        event = PlanEvent(number, "", "calories", "program", program_id, case.evidence.as_of, after)
        return meal_changes(self.store, user_id, program_id, event, in_doubt)


def span_of(rows: list[Row], days: list[date]) -> reads.Span:
    """Return what to read for people of one range of ids, each reassessed on their own day."""
    starts = (date.fromisoformat(row["program_start_date"]) for row in rows)
    return reads.Span(
        rows[0]["user_id"],
        rows[-1]["user_id"],
        min(window_start(row) for row in rows) - timedelta(days=DAYS_BEFORE),
        max(days),
        max(days) + timedelta(days=DAYS_AHEAD),
        any(looks_at_training(start, day) for start, day in zip(starts, days, strict=True)),
    )


def stored_document(row: Row) -> dict[str, Any]:
    """Return the document of a stored reassessment."""
    import json

    document: dict[str, Any] = json.loads(row["decision"])
    document.pop("reasons", None)
    return document


class Summary:
    """Counts the people of a batch by status."""

    def __init__(self) -> None:
        """Begin with nobody."""
        statuses = ("clients", CHANGED, UNCHANGED, INSUFFICIENT, REFUSED, NOT_DUE, ERROR)
        self.counts: dict[str, int] = dict.fromkeys(statuses, 0)

    def add(self, document: Mapping[str, Any]) -> None:
        """Count one person's document."""
        self.counts["clients"] += 1
        self.counts[document["status"]] += 1


def _moves_sets(decision: Decision) -> bool:
    return any(step.applied for step in decision.volume)


def _not_due(case: Case, decision: Decision, due: str | None) -> dict[str, Any]:
    """Return what is known so far, with nothing changed."""
    document = document_of(case, decision, [], NOT_DUE)
    calories = document["calories"]
    document["calories"] = {**calories, "after": calories["before"], "change": 0, "reason": NOT_DUE, "limits": []}
    if document["volume"]["before_sets"] is not None:
        document["volume"] |= {"after_sets": document["volume"]["before_sets"], "change": 0}
    document["volume"] |= {"deload": False, "reason": NOT_DUE, "muscles": []}
    document["text"] = f"The next reassessment is due on {due}."
    document["next_reassessment_date"] = due
    return document


def _failed(user_id: str, error: Exception) -> dict[str, Any]:
    code = getattr(error, "code", type(error).__name__)
    return {"user_id": user_id, "status": ERROR, "error": {"code": code, "message": str(error)}}


def _days(clock: Clock, as_of: date | None) -> Callable[[Row], date]:
    """Return what gives each person's day: the one named, else today in their own zone."""
    if as_of is not None:
        return lambda _: as_of
    known: dict[str, date] = {}

    def today(row: Row) -> date:
        zone = row["timezone"]
        if zone not in known:
            known[zone] = local_day(clock.now(), zone)
        return known[zone]

    return today
