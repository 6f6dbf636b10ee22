"""The rows that record a reassessment, and the evidence that allows it to be made again."""

from __future__ import annotations

import json
from datetime import date, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.controller_state import as_document
from sharpened_cli.domain.policy import DEFAULT_POLICY
from sharpened_cli.domain.policy import as_document as as_policy_document
from sharpened_cli.domain.reassessment import CHANGED, UNCHANGED
from sharpened_cli.domain.reassessment_text import TITLES
from sharpened_cli.ids import new_id
from sharpened_cli.services import wire
from sharpened_cli.services.reassessment_document import document_of
from sharpened_cli.services.reassessment_evidence import ORDINARY_LIMITS
from sharpened_cli.store.reassessments import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.controller_state import ControllerState
    from sharpened_cli.domain.expenditure import Day
    from sharpened_cli.domain.policy import Policy
    from sharpened_cli.domain.reason import Reason
    from sharpened_cli.domain.reassessment import Decision
    from sharpened_cli.domain.safety_level import Verdict
    from sharpened_cli.services.reassessment_changes import Change
    from sharpened_cli.services.reassessment_evidence import Case

_NEW_MEALS = "On {days} the meals are new: other amounts of the planned foods would not have been enough."


def outcome_of(
    case: Case, decision: Decision, changes: Sequence[Change], policy: Policy, *, due_date: str, created_at: str
) -> tuple[Outcome, dict[str, Any]]:
    """Return the rows to write for a decision, and its document with the ids of its changes."""
    evidence, reassessment_id = case.evidence, new_id()
    common = {"user_id": evidence.user_id, "program_id": evidence.program_id, "created_at": created_at}
    events = _event_rows(case, changes, reassessment_id, common)
    status = UNCHANGED if decision.status == CHANGED and not changes else decision.status
    document = document_of(case, decision, _listed(events, evidence.as_of), status)
    days = len({event["effective_date"] for event in events if event["entity_type"] == "meal"})
    if days:
        document["text"] += f" {_NEW_MEALS.format(days='1 day' if days == 1 else f'{days} days')}"
    if not events:
        document["reasons"] = _chain(decision.reasons)
    row = {
        **common,
        **_reassessment_row(case, decision, policy),
        "id": reassessment_id,
        "due_date": due_date,
        "status": status,
        "decision": wire.as_text(document),
    }
    moved = {
        "id": evidence.program_id,
        "next_date": decision.next_date.isoformat(),
        "due_before": case.client["next_reassessment_date"],
    }
    notification = _notification(case, document, reassessment_id, created_at)
    return Outcome(row, events, notification, moved), document


def _event_rows(
    case: Case, changes: Sequence[Change], reassessment_id: str, common: Mapping[str, Any]
) -> list[dict[str, Any]]:
    program = ("program", case.client["program_id"])
    return [
        {
            **common,
            "id": new_id(),
            "number": case.client["last_number"] + place,
            "change_type": change.change_type,
            "entity_type": (change.entity or program)[0],
            "entity_id": (change.entity or program)[1],
            "effective_date": (change.effective_date or case.evidence.as_of).isoformat(),
            "reason_code": change.reason_code,
            "reason_text": change.reason_text,
            "diff": _encode({"before": change.before, "after": change.after, "reasons": _chain(change.reasons)}),
            "reassessment_id": reassessment_id,
        }
        for place, change in enumerate(changes, 1)
    ]


def _listed(events: Sequence[Mapping[str, Any]], as_of: date) -> list[dict[str, Any]]:
    """Return the plan changes as the document lists them: those of the program, not the meals that follow."""
    return [
        {
            "id": event["id"],
            "change_type": event["change_type"],
            "number": event["number"],
            "effective_date": as_of,
            "reason_code": event["reason_code"],
        }
        for event in events
        if event["entity_type"] == "program"
    ]


def _reassessment_row(case: Case, decision: Decision, policy: Policy) -> dict[str, Any]:
    evidence = case.evidence
    seen = _encode(evidence_document(case, decision, policy))
    return {
        "as_of_date": evidence.as_of.isoformat(),
        "window_start_date": evidence.window_start.isoformat(),
        "window_end_date": (evidence.as_of - timedelta(days=1)).isoformat(),
        "evidence": seen,
        "controller_state": state_text_of(decision.state),
        "confidence": decision.confidence,
        "inputs_hash": inputs_hash(seen, evidence.days, case.client["controller_state"]),
    }


def _notification(case: Case, document: Mapping[str, Any], reassessment_id: str, created_at: str) -> dict[str, Any]:
    return {
        "id": new_id(),
        "user_id": case.evidence.user_id,
        "number": case.client["last_notification"] + 1,
        "title": TITLES[document["status"]],
        "message": document["text"],
        "ref_id": reassessment_id,
        "priority": "high" if document["calories"]["reason"] == "limited_safety" else "normal",
        "created_at": created_at,
    }


def _chain(reasons: Sequence[Reason]) -> list[dict[str, Any]]:
    return [reason._asdict() for reason in reasons]


def evidence_document(case: Case, decision: Decision, policy: Policy) -> dict[str, Any]:
    """Return the evidence but for the days' logs, exactly: with them it allows the decision to be made again."""
    evidence, training = case.evidence, case.evidence.training
    targets = [day.target_kcal for day in evidence.days]
    return {
        "person": evidence.person._asdict(),
        "adherence": evidence.adherence,
        "training": {
            "signals": training.signals,
            "main_lifts": training.main_lifts,
            "rpe_drift": training.rpe_drift,
            "recovery": training.recovery,
            "free_minutes": training.free_minutes,
            "planned_deficit": training.planned_deficit,
            "last_deload_on": training.last_deload_on,
        },
        "safety": _safety_document(evidence.safety),
        "weeks_trained": evidence.weeks_trained,
        "target_kcal": case.targets.calories_kcal,
        "day_targets": targets[:1] if targets.count(targets[0]) == len(targets) else targets,
        "days": len(targets),
        "window": decision.window,
        "policy": None if policy == DEFAULT_POLICY else as_policy_document(policy),
    }


def _safety_document(safety: Verdict) -> dict[str, Any]:
    """Return the verdict with those limits that are not the ordinary ones."""
    limits = {}
    if safety.limits != ORDINARY_LIMITS:
        for name in safety.limits.__dataclass_fields__:
            value = getattr(safety.limits, name)
            if value != getattr(ORDINARY_LIMITS, name):
                limits[name] = sorted(value) if isinstance(value, frozenset) else value
    return {
        "level": safety.level,
        "blocked_for": safety.blocked_for,
        "warnings": safety.warnings,
        "offered": safety.offered,
        "limits": limits,
    }


def inputs_hash(evidence_text: str, days: Sequence[Day], state_text: str | None) -> str:
    """Return a digest of all that a decision depends on: the stored evidence, the logs, and what was remembered."""
    logs = repr([(day.intake_kcal, day.weight_kg) for day in days])
    text = "\n".join((evidence_text, logs, state_text or ""))
    return blake2b(text.encode(), digest_size=16).hexdigest()


def state_text_of(state: ControllerState) -> str:
    """Return the controllers' memory as it is stored."""
    return _encode(as_document(state))


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    message = f"{type(value).__name__} is not JSON"
    raise TypeError(message)


_encode = json.JSONEncoder(separators=(",", ":"), default=_plain, allow_nan=False).encode
