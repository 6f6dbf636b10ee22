"""A reassessment as the document that people and programs read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain import reassessment_text
from sharpened_cli.domain.evidence import nutrition_adherence
from sharpened_cli.services.reassessment_changes import volume_reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.reassessment import Decision
    from sharpened_cli.services.reassessment_evidence import Case

RATE_GRANTED_KG_PER_WEEK = 0.05  # a rate this near to the goal counts as granted (product choice)


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
            if step.limits != ("first_window",)
        ],
    }


def _issues(decision: Decision) -> list[dict[str, Any]]:
    """Return what the goal asks for and the limits do not grant: the rate that remains possible."""
    step = decision.calories
    if step is None or "limited_floor" not in step.limits_hit or "limited_slew" in step.limits_hit:
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
