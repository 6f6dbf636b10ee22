"""Which clients need a human, and why: the most pressing first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sharpened_cli.domain.policy import TriagePolicy

# How pressing each reason is (product choice); several reasons add up.
WEIGHTS = {
    "safety": 100,
    "falling_fast": 60,
    "no_logs": 40,
    "off_track": 30,
    "overdue": 25,
    "unhappy": 25,
    "low_adherence": 20,
}
SERIOUS_LEVELS = frozenset({"constrained", "blocked"})
OVERDUE_DAYS = 7
FALLING_FAST_WINDOWS = 2


class Signs(NamedTuple):
    """What is known of a client: safety, the last log, adherence, the count of bad windows, the latest answers."""

    safety_level: str
    flags: Sequence[str]
    last_log_on: date | None
    started_on: date | None
    next_reassessment_on: date | None
    sessions_planned: int
    sessions_done: int
    off_track_windows: int
    fast_windows: int
    latest_answers: Sequence[str]


class TriageReason(NamedTuple):
    """One reason for a human to look: its code and what was seen."""

    code: str
    detail: str


def reasons_to_look(signs: Signs, today: date, policy: TriagePolicy) -> tuple[TriageReason, ...]:
    """Return why a human should look at a client, the most pressing first; nothing: empty."""
    found = [
        *_safety(signs),
        *_silence(signs, today, policy),
        *_course(signs, policy),
        *_mood(signs, policy),
    ]
    return tuple(sorted(found, key=lambda reason: (-WEIGHTS[reason.code], reason.code)))


def urgency(reasons: Sequence[TriageReason]) -> int:
    """Return how pressing a client is: the sum of the weights."""
    return sum(WEIGHTS[reason.code] for reason in reasons)


def _safety(signs: Signs) -> list[TriageReason]:
    if signs.flags:
        return [TriageReason("safety", "flags: " + ", ".join(sorted(signs.flags)))]
    if signs.safety_level in SERIOUS_LEVELS:
        return [TriageReason("safety", f"safety level {signs.safety_level}")]
    return []


def _silence(signs: Signs, today: date, policy: TriagePolicy) -> list[TriageReason]:
    found = []
    since = signs.last_log_on or signs.started_on
    if since is not None and (today - since).days >= policy.days_without_log:
        found.append(TriageReason("no_logs", f"nothing logged for {(today - since).days} days"))
    due = signs.next_reassessment_on
    if due is not None and (today - due).days >= OVERDUE_DAYS:
        found.append(TriageReason("overdue", f"reassessment due since {due}"))
    return found


def _course(signs: Signs, policy: TriagePolicy) -> list[TriageReason]:
    found = []
    if signs.fast_windows >= FALLING_FAST_WINDOWS:
        found.append(TriageReason("falling_fast", f"weight falls too fast in {signs.fast_windows} windows"))
    if signs.off_track_windows >= policy.windows_off_track:
        found.append(TriageReason("off_track", f"off the goal rate in {signs.off_track_windows} windows in a row"))
    return found


def _mood(signs: Signs, policy: TriagePolicy) -> list[TriageReason]:
    found = []
    refused = 0
    for answer in signs.latest_answers:
        if answer != "rejected":
            break
        refused += 1
    if refused >= policy.rejections_in_a_row:
        found.append(TriageReason("unhappy", f"{refused} proposals rejected in a row"))
    planned = signs.sessions_planned
    if planned and signs.sessions_done / planned < policy.min_adherence:
        found.append(TriageReason("low_adherence", f"{signs.sessions_done} of {planned} sessions done in two weeks"))
    return found
