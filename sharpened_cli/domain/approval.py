"""The life of a proposed adjustment: pending, decided by the person or the clock, undone.

``pending -> approved | rejected | auto_applied | expired | superseded`` and
``approved | auto_applied -> undone | superseded``. What the clock decides (auto-apply after the
grace period, expiry at the end of the day) is a pure function of the stored row and the instant,
so every reader sees it as in force, whether or not a writing command has stored it yet.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sharpened_cli.domain.day_plan import Override

TRIGGERS = ("injury", "poor_sleep", "high_soreness", "high_stress", "low_adherence")
PREFERENCES = ("auto_apply", "ask_me", "disable")
GRACE_MINUTES = 120  # product choice: time to object before an adjustment applies itself
UNDO_WINDOW_HOURS = 24  # product choice
REJECTIONS_THAT_ASK = 3  # product choice: so many in a row, and we ask whether to stop proposing
APPLIED = frozenset({"approved", "auto_applied"})


class Preference(NamedTuple):
    """What a person wants done with the proposals of one trigger."""

    trigger: str
    preference: str = "ask_me"
    grace_minutes: int = GRACE_MINUTES
    undo_window_hours: int = UNDO_WINDOW_HOURS


class Decision(NamedTuple):
    """The override after a decision, and every row whose stored state must change with it."""

    override: Override
    rows: tuple[Override, ...]

    @property
    def changed(self) -> bool:
        """Return whether anything is to be stored."""
        return bool(self.rows)


def grace_of(triggers: Iterable[str], preferences: Mapping[str, Preference]) -> timedelta | None:
    """Return the grace period after which a proposal applies itself, or None when it must be asked.

    It applies itself only where the person chose that for every trigger involved; the longest grace counts.
    """
    chosen = [preferences.get(trigger, Preference(trigger)) for trigger in triggers]
    if not chosen or any(one.preference != "auto_apply" for one in chosen):
        return None
    return timedelta(minutes=max(one.grace_minutes for one in chosen))


def settled(rows: Iterable[Override], now: datetime, day_ends_at: datetime) -> tuple[Override, ...]:
    """Return the overrides of one day as the clock has them at ``now``, oldest first.

    ``day_ends_at`` is the instant at which the local day is over; a pending proposal then expires.
    """
    stored = sorted(rows, key=lambda row: row.number)
    before = override_in_force(stored)
    after = [_by_the_clock(row, now, day_ends_at) for row in stored]
    applied_now = next((row for row in after if row.status == "auto_applied" and row not in stored), None)
    if before is None or applied_now is None:
        return tuple(after)
    changes = {
        before.id: before._replace(status="superseded"),
        applied_now.id: applied_now._replace(supersedes_id=before.id),
    }
    return tuple(changes.get(row.id, row) for row in after)


def _by_the_clock(row: Override, now: datetime, day_ends_at: datetime) -> Override:
    if row.status != "pending":
        return row
    due = row.grace_period_expires_at
    if due is not None and due <= now and due < day_ends_at:
        return row._replace(status="auto_applied", decided_at=due)
    return row._replace(status="expired", decided_at=day_ends_at) if now >= day_ends_at else row


def override_in_force(rows: Iterable[Override]) -> Override | None:
    """Return the applied override among the settled rows of one day, or None."""
    return next((row for row in rows if row.status in APPLIED), None)


def proposal(rows: Iterable[Override]) -> Override | None:
    """Return the pending override among the settled rows of one day, or None."""
    return next((row for row in rows if row.status == "pending"), None)


def approve(rows: Sequence[Override], override_id: str, now: datetime) -> Decision:
    """Return the decision to apply a pending override of a day whose settled rows are given.

    What was applied before on that day is superseded by it. Approving what is applied changes nothing.
    Raises RefusedError (``too_late`` when it has expired, ``not_pending`` otherwise).
    """
    row = _find(rows, override_id)
    if row.status in APPLIED:
        return Decision(row, ())
    _must_be_pending(row)
    before = override_in_force(rows)
    approved = row._replace(status="approved", decided_at=now, supersedes_id=before.id if before else row.supersedes_id)
    superseded = (before._replace(status="superseded"),) if before else ()
    return Decision(approved, (*superseded, approved))


def reject(rows: Sequence[Override], override_id: str, now: datetime) -> Decision:
    """Return the decision to reject a pending override; rejecting twice changes nothing.

    Raises RefusedError (``too_late`` when it has expired, ``not_pending`` otherwise).
    """
    row = _find(rows, override_id)
    if row.status == "rejected":
        return Decision(row, ())
    _must_be_pending(row)
    rejected = row._replace(status="rejected", decided_at=now)
    return Decision(rejected, (rejected,))


def undo(rows: Sequence[Override], override_id: str, now: datetime, window: timedelta) -> Decision:
    """Return the decision to take back an applied override, restoring what it had superseded.

    Raises RefusedError (``too_late`` after the undo window, ``not_applied`` when it is not in force).
    """
    row = _find(rows, override_id)
    if row.status == "undone":
        return Decision(row, ())
    if row.status not in APPLIED or row.decided_at is None:
        raise RefusedError(
            f"Adjustment {row.number} is {row.status.replace('_', ' ')}, so there is nothing to undo.",
            code="not_applied",
            hint="Only an adjustment that is in force can be undone: see `sharpened today`.",
        )
    if now - row.decided_at > window:
        hours = int(window.total_seconds() // 3600)
        raise RefusedError(
            f"Adjustment {row.number} was applied more than {hours} hours ago.",
            code="too_late",
            hint="It only concerned its own day; later days are as planned.",
        )
    undone = row._replace(status="undone", undone_at=now)
    before = next((other for other in rows if other.id == row.supersedes_id), None)
    restored = (before._replace(status=applied_status(before)),) if before else ()
    return Decision(undone, (undone, *restored))


def applied_status(row: Override) -> str:
    """Return how a decided override came into force: by the clock as its grace ended, or by the person."""
    return "auto_applied" if row.decided_at == row.grace_period_expires_at else "approved"


def asks_to_disable(latest_first: Iterable[str]) -> bool:
    """Return whether the latest decisions about one trigger are three rejections in a row."""
    latest = [action for action, _ in zip(latest_first, range(REJECTIONS_THAT_ASK), strict=False)]
    return latest == ["rejected"] * REJECTIONS_THAT_ASK


def _find(rows: Sequence[Override], override_id: str) -> Override:
    return next(row for row in rows if row.id == override_id)


def _must_be_pending(row: Override) -> None:
    if row.status == "pending":
        return
    if row.status == "expired":
        raise RefusedError(
            f"Adjustment {row.number} was for {row.date.isoformat()}, and that day is over.",
            code="too_late",
            hint="Log how today is with `sharpened context`, and a new proposal follows.",
        )
    raise RefusedError(
        f"Adjustment {row.number} is {row.status.replace('_', ' ')}, no longer pending.",
        code="not_pending",
        hint="`sharpened undo N` takes back what is in force; `sharpened today` shows what is pending.",
    )
