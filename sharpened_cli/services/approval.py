"""Deciding about adjustments and taking changes back: approve, reject, undo, and what the clock decides."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text
from sharpened_cli.domain import approval as rules
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.ids import new_id
from sharpened_cli.services.calendar_projection import CalendarProjection
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.services.today import override_document
from sharpened_cli.store import adjustments, notifications

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.approval import Decision
    from sharpened_cli.domain.day_plan import Override
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User


class AdjustmentApprovalService(NamedTuple):
    """Holds the decisions about single-day adjustments of one person."""

    store: Store
    clock: Clock
    user: User

    def approve_adjustment(self, wanted: str = "") -> dict[str, Any]:
        """Approve a pending adjustment by number or id; without one, the only pending one.

        Raises NotThereError (nothing pending, no such id), InputError (several pending), RefusedError.
        """
        with self.store.transaction():
            return self._decide(self._wanted(wanted), rules.approve)

    def reject_adjustment(self, wanted: str = "") -> dict[str, Any]:
        """Reject a pending adjustment; after three rejections of one trigger ask whether to go on proposing."""
        with self.store.transaction():
            document = self._decide(self._wanted(wanted), rules.reject)
            document["question"] = self._question(document["override"]["reason_code"])
        return document

    def decide(self, wanted: str = "", *, reject: str = "", undo: str = "", everything: bool = False) -> dict[str, Any]:
        """Approve, or what one of the options asks for instead. Raises InputError when several are asked."""
        asked = [bool(wanted), bool(reject), bool(undo), everything]
        if sum(asked) > 1:
            raise InputError(
                "One decision at a time.", code="usage", hint="Give one of N, --reject N, --undo N or --all."
            )
        if reject:
            return self.reject_adjustment(reject)
        if undo:
            return self.undo_adjustment(undo)
        return self.approve_all() if everything else self.approve_adjustment(wanted)

    def approve_all(self) -> dict[str, Any]:
        """Approve every pending adjustment of today and later days."""
        with self.store.transaction():
            pending = self._pending()
            documents = [self._decide(row, rules.approve)["override"] for row in pending]
        return {"overrides": documents, "changed": len(documents)}

    def undo_adjustment(self, wanted: str) -> dict[str, Any]:
        """Take back an applied adjustment, or a change of the plan, by number or id.

        What was in force before is in force again, exactly. Raises NotThereError, RefusedError.
        """
        from sharpened_cli.services.plan_undo import undo_change

        with self.store.transaction():
            found = adjustments.find(self.store, self.user.id, wanted)
            if found:
                return self._decide(_only(found, wanted), self._undo)
            return undo_change(self.store, self.clock, self.user, wanted)

    def settle(self) -> int:
        """Store adjustments that applied themselves or expired since the last write; return how many."""
        stored = adjustments.pending(self.store, self.user.id)
        if not stored:
            return 0
        count = 0
        with self.store.transaction():
            for day in sorted({row.date for row in stored}):
                before = {row.id: row for row in adjustments.between(self.store, self.user.id, day, day)}
                changed = [row for row in self._settled_on(day) if row != before[row.id]]
                self._write(changed)
                for row in changed:
                    if row.decided_at is not None and row.status in ("auto_applied", "expired"):
                        self._fell_due(row, row.decided_at)
                        count += 1
        return count

    def _fell_due(self, row: Override, at: datetime) -> None:
        self._remember(row, at)
        if row.status != "auto_applied":
            return
        notifications.add(
            self.store,
            notification_id=new_id(),
            user_id=self.user.id,
            notification_type="adjustment_auto_applied",
            title=f"Adjustment {row.number} was applied for {row.date.isoformat()}",
            message=f"Because of: {row.reason_text}. `sharpened undo {row.number}` takes it back.",
            created_at=as_text(at),
            ref_type="day_override",
            ref_id=row.id,
        )

    def _undo(self, rows: Sequence[Override], override_id: str, now: datetime) -> Decision:
        reason = next(row.reason_code for row in rows if row.id == override_id)
        preference = adjustments.preferences(self.store, self.user.id).get(reason, rules.Preference(reason))
        return rules.undo(rows, override_id, now, timedelta(hours=preference.undo_window_hours))

    def _decide(
        self, row: Override, decision_of: Callable[[Sequence[Override], str, datetime], Decision]
    ) -> dict[str, Any]:
        now = self.clock.now().replace(microsecond=0)
        rows = self._settled_on(row.date)
        decision = decision_of(rows, row.id, now)
        self._write(decision.rows)
        if decision.changed:
            self._remember(decision.override, now)
        return {
            "override": override_document(decision.override, self.user.timezone),
            "change": None,
            "changed": decision.changed,
        }

    def _write(self, rows: Sequence[Override]) -> None:
        """Store states, what steps back first: one applied override a day is a constraint of the table."""
        for changed in sorted(rows, key=lambda one: one.status in rules.APPLIED):
            adjustments.set_state(self.store, changed)
        for changed in rows:
            if cancelled := [line["session_id"] for line in changed.modifications.get("cancelled", ())]:
                program_id = adjustments.program_of(self.store, changed.id)
                CalendarProjection(self.store, self.clock, self.user).rewrite(program_id, cancelled)

    def _remember(self, override: Override, at: datetime) -> None:
        """Keep the decision as feedback, and take the messages about the proposal out of the inbox."""
        adjustments.add_feedback(
            self.store, feedback_id=new_id(), user_id=self.user.id, override=override, action=override.status, at=at
        )
        notifications.mark_read_about(self.store, self.user.id, override.id, as_text(at))

    def _settled_on(self, day: date) -> tuple[Override, ...]:
        planning = PlanningService(self.store, self.clock, self.user)
        stored = adjustments.between(self.store, self.user.id, day, day)
        return rules.settled(stored, self.clock.now(), planning.ends_at(day))

    def _wanted(self, wanted: str) -> Override:
        if wanted:
            return _only(adjustments.find(self.store, self.user.id, wanted), wanted)
        pending = self._pending()
        if not pending:
            raise NotThereError(
                "No adjustment is pending.",
                code="nothing_pending",
                hint="`sharpened context` says how you are and may propose one.",
            )
        if len(pending) > 1:
            numbers = ", ".join(str(row.number) for row in pending)
            raise InputError(
                f"Several adjustments are pending: {numbers}.",
                code="several_pending",
                hint="Name one, or take all with `sharpened approve --all`.",
                numbers=[row.number for row in pending],
            )
        return pending[0]

    def _pending(self) -> list[Override]:
        """Return the overrides that are pending now, by the clock, earliest day first."""
        stored = adjustments.pending(self.store, self.user.id)
        settled = [row for day in sorted({row.date for row in stored}) for row in self._settled_on(day)]
        return [row for row in settled if row.status == "pending"]

    def _question(self, reason_code: str) -> str | None:
        latest = adjustments.latest_actions(self.store, self.user.id, reason_code, rules.REJECTIONS_THAT_ASK)
        if not rules.asks_to_disable(latest):
            return None
        message = f"You rejected {rules.REJECTIONS_THAT_ASK} in a row. `sharpened adjustments {reason_code} disable`"
        return f"{message} stops proposals for {reason_code.replace('_', ' ')}."


def settle_due(store: Store, clock: Clock, user: User) -> None:
    """Store what the clock has decided since the last write, each thing with the instant at which it fell due.

    Adjustments that applied themselves or expired, and past plans that nobody did.
    """
    from sharpened_cli.services.adherence import AdherenceService

    with store.transaction():
        AdjustmentApprovalService(store, clock, user).settle()
        AdherenceService(store, clock, user).settle()


def _only(found: list[Override], wanted: str) -> Override:
    if not found:
        raise NotThereError(
            f"There is no adjustment {wanted}.", code="no_such_id", hint="`sharpened today` shows their numbers."
        )
    if len(found) > 1:
        raise InputError(f"{wanted} fits several adjustments.", code="ambiguous", hint="Use the number.")
    return found[0]
