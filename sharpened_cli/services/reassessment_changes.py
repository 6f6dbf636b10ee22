"""What a decision changes in the plan: resolved targets and sets, ready to be events."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain import reassessment_text
from sharpened_cli.domain.body import Body
from sharpened_cli.domain.deload import DELOAD_DAYS
from sharpened_cli.domain.macros import retarget
from sharpened_cli.domain.set_plan import lighter, respread
from sharpened_cli.services.training_evidence import overlay_of, planned_sets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.reason import Reason
    from sharpened_cli.domain.reassessment import Decision
    from sharpened_cli.domain.set_plan import PlannedSets
    from sharpened_cli.services.reassessment_evidence import Case
    from sharpened_cli.store.reassessment_evidence import ExerciseTraits


class Change(NamedTuple):
    """A plan change to be: type, reason, and what stood and will stand (resolved, never a rule).

    ``entity`` is the type and id of what changes, None for the program; ``effective_date`` None is the day of
    the reassessment.
    """

    change_type: str
    reason_code: str
    reason_text: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reasons: Sequence[Reason] = ()
    entity: tuple[str, str] | None = None
    effective_date: date | None = None


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
