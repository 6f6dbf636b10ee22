"""Who needs a human."""

from __future__ import annotations

from datetime import date, timedelta

from sharpened_cli.domain.policy import DEFAULT_POLICY
from sharpened_cli.domain.triage import Signs, TriageReason, reasons_to_look, urgency

TODAY = date(2026, 3, 2)
FINE = Signs("cleared", (), TODAY, TODAY - timedelta(days=40), TODAY + timedelta(days=3), 8, 8, 0, 0, ())


def look(signs: Signs) -> list[str]:
    return [reason.code for reason in reasons_to_look(signs, TODAY, DEFAULT_POLICY.triage)]


def test_who_does_fine_needs_nobody() -> None:
    assert look(FINE) == []
    assert urgency(()) == 0


def test_each_sign_at_and_below_its_threshold() -> None:
    week = timedelta(days=7)
    assert look(FINE._replace(last_log_on=TODAY - week)) == ["no_logs"]
    assert look(FINE._replace(last_log_on=TODAY - timedelta(days=6))) == []
    assert look(FINE._replace(last_log_on=None)) == ["no_logs"]
    assert look(FINE._replace(next_reassessment_on=TODAY - week)) == ["overdue"]
    assert look(FINE._replace(off_track_windows=2)) == ["off_track"]
    assert look(FINE._replace(off_track_windows=1)) == []
    assert look(FINE._replace(fast_windows=2)) == ["falling_fast"]
    assert look(FINE._replace(sessions_done=3)) == ["low_adherence"]
    assert look(FINE._replace(sessions_done=4)) == []
    assert look(FINE._replace(latest_answers=("rejected",) * 3)) == ["unhappy"]
    assert look(FINE._replace(latest_answers=("rejected", "approved", "rejected", "rejected"))) == []


def test_safety_comes_first_and_reasons_add_up() -> None:
    signs = FINE._replace(safety_level="constrained", last_log_on=TODAY - timedelta(days=30), off_track_windows=4)
    assert look(signs) == ["safety", "no_logs", "off_track"]
    reasons = reasons_to_look(signs, TODAY, DEFAULT_POLICY.triage)
    assert urgency(reasons) == 170
    assert reasons_to_look(FINE._replace(flags=("chest_pain",)), TODAY, DEFAULT_POLICY.triage) == (
        TriageReason("safety", "flags: chest_pain"),
    )
