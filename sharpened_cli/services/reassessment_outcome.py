"""From a decision to the rows that record it and the document that people and programs read."""

from __future__ import annotations

import json
from datetime import date, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain import reassessment_text
from sharpened_cli.domain.body import Body
from sharpened_cli.domain.controller_state import as_document
from sharpened_cli.domain.deload import DELOAD_DAYS
from sharpened_cli.domain.evidence import nutrition_adherence
from sharpened_cli.domain.macros import retarget
from sharpened_cli.domain.policy import DEFAULT_POLICY
from sharpened_cli.domain.policy import as_document as as_policy_document
from sharpened_cli.domain.set_plan import lighter, respread
from sharpened_cli.ids import new_id
from sharpened_cli.services import wire
from sharpened_cli.services.reassessment_evidence import ORDINARY_LIMITS
from sharpened_cli.services.training_evidence import overlay_of, planned_sets
from sharpened_cli.store.reassessments import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.controller_state import ControllerState
    from sharpened_cli.domain.expenditure import Day
    from sharpened_cli.domain.policy import Policy
    from sharpened_cli.domain.reason import Reason
    from sharpened_cli.domain.reassessment import Decision
    from sharpened_cli.domain.safety_level import Verdict
    from sharpened_cli.domain.set_plan import PlannedSets
    from sharpened_cli.services.reassessment_evidence import Case
    from sharpened_cli.store.reassessment_evidence import ExerciseTraits


class Change(NamedTuple):
    """A plan change to be: type, reason, and what stood and will stand (resolved, never a rule)."""

    change_type: str
    reason_code: str
    reason_text: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reasons: Sequence[Reason] = ()


def changes_of(
    case: Case, decision: Decision, ahead: Sequence[tuple[Any, ...]], traits: Mapping[str, ExerciseTraits]
) -> list[Change]:
    """Return what the decision changes in the plan: targets, a lighter week, and sets of coming weeks."""
    changes = []
    step = decision.calories
    if step is not None and step.target_after != step.target_before:
        after, reasons = _targets(case, decision, step.target_after)
        text = reassessment_text.reason_text(step)
        changes.append(
            Change("calories", step.reason_code, text, case.targets._asdict(), after, (*decision.reasons, *reasons))
        )
    return changes + _set_changes(case, decision, ahead, traits)


def _targets(case: Case, decision: Decision, calories_kcal: float) -> tuple[dict[str, Any], tuple[Reason, ...]]:
    """Return the macros for the new calories and why; protein stays."""
    person = case.evidence.person
    weight_kg = decision.weight.end_kg
    body = Body(person.sex, 0, person.height_cm, weight_kg, person.body_fat_percentage)
    plan = retarget(
        case.targets,
        calories_kcal,
        weight_kg=body.reference_weight_kg,
        diet=case.client["dietary_preference"],
        min_carbs_g=case.evidence.safety.limits.min_carbs_g,
    )
    return plan.targets._asdict(), plan.reasons


def _set_changes(
    case: Case, decision: Decision, ahead: Sequence[tuple[Any, ...]], traits: Mapping[str, ExerciseTraits]
) -> list[Change]:
    if not ahead:
        return []
    overlay = overlay_of(case.live)
    rows = [
        row for row in ahead if row[0] == case.client["program_id"] and not row[4] and row[5] not in overlay.lighter
    ]
    items = planned_sets(rows, overlay, traits)
    as_of = case.evidence.as_of
    changes = []
    resume = as_of
    if decision.deload is not None and decision.deload.deload:
        resume = as_of + timedelta(days=DELOAD_DAYS)
        week = [item for item in items if as_of <= item.date < resume]
        if week:
            because = decision.deload.because
            changes.append(Change("deload", "deload_trigger", because, _sets(week), {"items": lighter(week)}))
    start = date.fromisoformat(case.client["program_start_date"])
    whole = [item for item in items if start + timedelta(days=7 * (item.week_index - 1)) >= resume]
    wanted = {step.muscle: step.applied for step in decision.volume if step.applied}
    moved = respread(whole, wanted)
    if moved:
        before = _sets([item for item in whole if item.item_id in moved])
        after = {"items": {item_id: {"sets": sets} for item_id, sets in sorted(moved.items())}}
        changes.append(Change("volume", volume_reason(decision), _volume_text(decision), before, after))
    return changes


def _sets(items: Sequence[PlannedSets]) -> dict[str, Any]:
    return {"items": {item.item_id: {"sets": item.sets} for item in items}}


def volume_reason(decision: Decision) -> str:
    """Return the code of the muscle whose sets move most, else of the first one."""
    steps = decision.volume
    if not steps:
        return "hold_low_data"
    return max(steps, key=lambda step: abs(step.applied)).reason_code


def _volume_text(decision: Decision) -> str:
    moved = [f"{step.muscle} {step.applied:+.0f}" for step in decision.volume if step.applied]
    return "weekly sets: " + ", ".join(moved)


def document_of(case: Case, decision: Decision, changes: Sequence[Mapping[str, Any]], status: str) -> dict[str, Any]:
    """Return the reassessment as the document of the command line."""
    evidence, step, weight = case.evidence, decision.calories, decision.weight
    shown = step is not None
    planned = evidence.adherence.sessions_planned
    return {
        "user_id": evidence.user_id,
        "program_id": evidence.program_id,
        "as_of": evidence.as_of,
        "window": {"start": evidence.window_start, "end": evidence.as_of - timedelta(days=1)},
        "adherence": {
            "training": evidence.adherence.sessions_completed / planned if planned else None,
            "nutrition": nutrition_adherence(evidence.days),
            **evidence.adherence._asdict(),
        },
        "weight": weight._asdict() if shown else dict.fromkeys(weight._fields),
        "expenditure": {
            "kcal": decision.expenditure_kcal if shown else None,
            "low_kcal": decision.expenditure_low_kcal if shown else None,
            "high_kcal": decision.expenditure_high_kcal if shown else None,
        },
        "calories": {
            "before": round(step.target_before) if step else None,
            "after": round(step.target_after) if step else None,
            "change": round(step.target_after) - round(step.target_before) if step else None,
            "reason": step.reason_code if step else "withheld",
            "limits": list(step.limits_hit) if step else [],
        },
        "volume": _volume_document(decision),
        "confidence": decision.confidence,
        "changes": list(changes),
        "issues": _issues(decision),
        "text": reassessment_text.explain(decision, evidence.person.units),
        "next_reassessment_date": decision.next_date,
        "status": status,
    }


def _volume_document(decision: Decision) -> dict[str, Any]:
    before = sum(step.sets_before for step in decision.volume)
    change = sum(step.applied for step in decision.volume)
    return {
        "before_sets": before if decision.volume else None,
        "after_sets": before + change if decision.volume else None,
        "change": change if decision.volume else None,
        "deload": decision.deload is not None and decision.deload.deload,
        "reason": volume_reason(decision),
        "muscles": [
            {
                "muscle": step.muscle,
                "before_sets": step.sets_before,
                "after_sets": step.sets_after,
                "reason": step.reason_code,
            }
            for step in decision.volume
        ],
    }


def _issues(decision: Decision) -> list[dict[str, Any]]:
    """Return what the goal asks for and the limits do not grant: the rate that remains possible."""
    step = decision.calories
    if step is None or "limited_floor" not in step.limits_hit:
        return []
    density = decision.state.tracker.constants.density_kcal_per_kg
    eaten = step.target_after * (1.0 + max(0.0, step.trim.gap))
    possible = 7.0 * (eaten - step.expenditure_kcal) / density
    if possible <= decision.weight.target_rate_kg_per_week + RATE_GRANTED_KG_PER_WEEK:
        return []
    return [
        {
            "code": "rate",
            "wanted": decision.weight.target_rate_kg_per_week,
            "possible": possible,
            "because": "a faster loss would need fewer calories than are safe",
            "options": ["Choose a slower rate or a later date."],
        }
    ]


RATE_GRANTED_KG_PER_WEEK = 0.05  # a rate this near to the goal counts as granted (product choice)


def outcome_of(
    case: Case, decision: Decision, changes: Sequence[Change], policy: Policy, *, due_date: str, created_at: str
) -> tuple[Outcome, dict[str, Any]]:
    """Return the rows to write for a decision, and its document with the ids of its changes."""
    evidence, client = case.evidence, case.client
    reassessment_id = new_id()
    common = {"user_id": evidence.user_id, "program_id": evidence.program_id, "created_at": created_at}
    events = [
        {
            **common,
            "id": new_id(),
            "number": client["last_number"] + place,
            "change_type": change.change_type,
            "effective_date": evidence.as_of.isoformat(),
            "reason_code": change.reason_code,
            "reason_text": change.reason_text,
            "diff": _encode({"before": change.before, "after": change.after, "reasons": _chain(change.reasons)}),
            "reassessment_id": reassessment_id,
        }
        for place, change in enumerate(changes, 1)
    ]
    status = _status(decision, changes)
    listed = [
        {
            "id": event["id"],
            "change_type": event["change_type"],
            "number": event["number"],
            "effective_date": evidence.as_of,
            "reason_code": event["reason_code"],
        }
        for event in events
    ]
    document = document_of(case, decision, listed, status)
    if not events:
        document["reasons"] = _chain(decision.reasons)
    seen = _encode(evidence_document(case, decision, policy))
    row = {
        **common,
        "id": reassessment_id,
        "due_date": due_date,
        "as_of_date": evidence.as_of.isoformat(),
        "window_start_date": evidence.window_start.isoformat(),
        "window_end_date": (evidence.as_of - timedelta(days=1)).isoformat(),
        "status": status,
        "evidence": seen,
        "decision": wire.as_text(document),
        "controller_state": state_text_of(decision.state),
        "confidence": decision.confidence,
        "inputs_hash": inputs_hash(seen, evidence.days, client["controller_state"]),
    }
    notification = {
        "id": new_id(),
        "user_id": evidence.user_id,
        "number": client["last_notification"] + 1,
        "title": reassessment_text.TITLES[status],
        "message": document["text"],
        "ref_id": reassessment_id,
        "priority": "high" if document["calories"]["reason"] == "limited_safety" else "normal",
        "created_at": created_at,
    }
    moved = {
        "id": evidence.program_id,
        "next_date": decision.next_date.isoformat(),
        "due_before": client["next_reassessment_date"],
    }
    return Outcome(row, events, notification, moved), document


def _chain(reasons: Sequence[Reason]) -> list[dict[str, Any]]:
    return [reason._asdict() for reason in reasons]


def _status(decision: Decision, changes: Sequence[Change]) -> str:
    """Return the decision's status; a change that no coming session can take is none."""
    if decision.status == "changed" and not changes:
        return "unchanged"
    return decision.status


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
