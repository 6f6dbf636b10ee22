"""The safety gate: every rule is evaluated and the most severe stands.

Adding a finding can raise the level, tighten limits and block more; it never does the opposite.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.body import body_of
from sharpened_cli.domain.findings import findings_of
from sharpened_cli.domain.injuries import injured_regions
from sharpened_cli.domain.red_flags import find_red_flags, red_flags
from sharpened_cli.domain.safety_level import LEVELS, Limits, Verdict
from sharpened_cli.domain.safety_rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sharpened_cli.domain.body import Body
    from sharpened_cli.domain.profile import Profile
    from sharpened_cli.domain.safety_rules import Rule

__all__ = [
    "Wish",
    "assess",
    "find_red_flags",
    "injured_regions",
    "limits_from",
    "red_flags",
    "stricter",
    "verdict_document",
    "verdict_from",
    "verdict_of",
    "wish_of",
]

MIN_AGE, ADULT_AGE = 16, 18
THIN_BMI, UNDERWEIGHT_BMI, LEAN_BMI = 17.0, 18.5, 20.0  # WHO; the last a product choice
LEAN_BODY_FAT_PERCENT = {"male": 8.0, "female": 16.0}
OBESE_BMI, SEVERELY_OBESE_BMI = 35.0, 40.0  # Jensen 2014 Circulation 129:S102
POSTPARTUM_LOSS_KG_PER_WEEK = 0.5  # Lovelady 2000 NEJM 342:449

ACTIVE_LEVELS = frozenset({"moderately_active", "very_active", "extremely_active"})
TRAINED_EXPERIENCE = frozenset({"intermediate", "advanced"})
_DISEASES = frozenset({"cardiac_condition", "diabetes", "kidney_disease"})
_COMORBIDITIES = _DISEASES | {"hypertension", "lung_disease", "high_pressure"}
_LOWER_IS_STRICTER = frozenset({"max_deficit_fraction", "max_loss_rate_per_week"})
_LOWER_OR_NONE = frozenset({"max_protein_g_per_kg", "max_deficit_weeks"})


class Wish(NamedTuple):
    """What of a plan is wanted and can be refused, and what a clinician has agreed to."""

    wanted: frozenset[str]
    cleared: frozenset[str] = frozenset()


def wish_of(profile: Profile, goal: str | None = None) -> Wish:
    """Return what a profile asks for; ``goal`` overrides the profile's primary goal."""
    primary = goal or profile.primary_goal
    wanted = {"training", "numeric_targets"}
    if primary == "lose_fat" or (primary != "build_muscle" and profile.secondary_goal == "lose_fat"):
        wanted.add("deficit")
    if primary in {"lose_fat", "build_muscle", "recomposition"}:
        wanted.add("automatic_changes")
    if profile.dietary_preference == "keto":
        wanted.add("low_carb")
    agreed = profile.screening.get("clinician_ok")
    return Wish(frozenset(wanted), frozenset(agreed) if isinstance(agreed, list | tuple) else frozenset())


def assess(
    profile: Profile,
    today: date,
    *,
    flags: Iterable[str] = (),
    goal: str | None = None,
    target_weight_kg: float | None = None,
    is_active: bool | None = None,
) -> Verdict:
    """Return the verdict on a profile with the live safety flags.

    ``goal`` and ``target_weight_kg`` override the profile's; ``is_active`` says that the person trains
    regularly already (default: from the screening, the activity level and the training age).
    """
    found = findings_of(profile, today, flags)
    wish = wish_of(profile, goal)
    codes = set(found.codes)
    active = _is_active(profile) if is_active is None else is_active
    if codes & _DISEASES and not active:
        codes.add("disease_inactive")
    age = profile.age_on(today)
    if age is not None and age < ADULT_AGE:
        codes.add("under_16" if age < MIN_AGE else "minor")
    elif age is not None:
        codes.discard("minor")  # words were misheard: the birth date is known
    body = body_of(profile, today)
    if body is not None:
        target = profile.target_weight_kg if target_weight_kg is None else target_weight_kg
        codes |= _body_findings(body, target, codes, wants_loss="deficit" in wish.wanted)
    verdict = verdict_of(codes, wish, found.regions)
    if "postpartum" in codes and body is not None:
        gentle = Limits(max_loss_rate_per_week=POSTPARTUM_LOSS_KG_PER_WEEK / body.weight_kg)
        verdict = replace(verdict, limits=stricter(verdict.limits, gentle))
    return verdict


def verdict_of(codes: Iterable[str], wish: Wish, regions: frozenset[str] = frozenset()) -> Verdict:
    """Return the verdict on findings: the maximum level, all blocks, all words, the strictest limits."""
    present = set(codes)
    level = 0
    limits = Limits(excluded_regions=regions)
    blocked: list[str] = []
    words: dict[str, list[str]] = {"warnings": [], "constraints": [], "offered": []}
    for code, rule in _rules_of(present, wish.cleared):
        refused = [name for name in rule.blocks if name in wish.wanted]
        level = max(level, LEVELS.index("blocked" if refused else rule.level))
        blocked.extend(refused)
        limits = stricter(limits, rule.limits)
        words["warnings"].append(rule.warning if code == "screening_not_answered" or not rule.see else _advice(rule))
        words["constraints"].append(rule.constraint)
        words["offered"].extend(rule.offered if refused else ())
    return Verdict(
        level=LEVELS[level],
        blocked_for=tuple(dict.fromkeys(blocked)),
        warnings=_unique(words["warnings"]),
        constraints=_unique(words["constraints"]),
        offered=_unique(words["offered"]),
        limits=limits,
    )


def stricter(one: Limits, other: Limits) -> Limits:
    """Return the limits that satisfy both."""
    merged: dict[str, Any] = {}
    for field in fields(Limits):
        left, right = getattr(one, field.name), getattr(other, field.name)
        if field.name in _LOWER_IS_STRICTER:
            merged[field.name] = min(left, right)
        elif field.name in _LOWER_OR_NONE:
            known = [value for value in (left, right) if value is not None]
            merged[field.name] = min(known) if known else None
        elif isinstance(left, frozenset):
            merged[field.name] = left | right
        else:
            merged[field.name] = max(left, right)
    return Limits(**merged)


def verdict_document(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as a JSON document; ``limits`` holds only what binds."""
    binding = {}
    for field in fields(Limits):
        value = getattr(verdict.limits, field.name)
        if value != getattr(Limits(), field.name):
            binding[field.name] = sorted(value) if isinstance(value, frozenset) else value
    return {
        "level": verdict.level,
        "blocked_for": list(verdict.blocked_for),
        "warnings": list(verdict.warnings),
        "constraints": list(verdict.constraints),
        "offered": list(verdict.offered),
        "limits": binding,
    }


def verdict_from(document: Mapping[str, Any]) -> Verdict:
    """Return the verdict that ``verdict_document`` wrote; an empty document is a cleared verdict."""
    return Verdict(
        level=document.get("level", "cleared"),
        blocked_for=tuple(document.get("blocked_for", ())),
        warnings=tuple(document.get("warnings", ())),
        constraints=tuple(document.get("constraints", ())),
        offered=tuple(document.get("offered", ())),
        limits=limits_from(document.get("limits", {})),
    )


def limits_from(document: Mapping[str, Any]) -> Limits:
    """Return the limits of a verdict's document."""
    known = {field.name for field in fields(Limits)}
    values = {name: value for name, value in document.items() if name in known}
    for name in ("excluded_regions", "excluded_patterns"):
        if name in values:
            values[name] = frozenset(values[name])
    return Limits(**values)


def _rules_of(codes: set[str], cleared: frozenset[str]) -> list[tuple[str, Rule]]:
    rules = []
    for code, rule in RULES.items():
        if code not in codes:
            continue
        if cleared.intersection(rule.cleared_by):
            replaced = f"{code}_cleared"
            code, rule = (replaced, RULES[replaced]) if replaced in RULES else ("agreed", RULES["agreed"])  # noqa: PLW2901  # the clearance swaps the rule
        rules.append((code, rule))
    return rules


def _body_findings(body: Body, target_kg: float | None, codes: set[str], *, wants_loss: bool) -> set[str]:
    found = set()
    if body.bmi < THIN_BMI:
        found.add("severe_thinness")
    elif body.bmi < UNDERWEIGHT_BMI:
        found.add("thinness")
    elif wants_loss and (body.bmi < LEAN_BMI or body.body_fat_percent < LEAN_BODY_FAT_PERCENT[body.sex]):
        found.add("lean_loss")
    if body.bmi >= SEVERELY_OBESE_BMI or (body.bmi >= OBESE_BMI and codes & _COMORBIDITIES):
        found.add("severe_obesity")
    lowest = UNDERWEIGHT_BMI * (body.height_cm / 100.0) ** 2
    if target_kg is not None and target_kg < min(lowest, body.weight_kg):
        found.add("underweight_goal")
    return found


def _is_active(profile: Profile) -> bool:
    stated = profile.screening.get("currently_active")
    if isinstance(stated, bool):
        return stated
    return profile.activity_level in ACTIVE_LEVELS or profile.experience_level in TRAINED_EXPERIENCE


def _advice(rule: Rule) -> str:
    return f"{rule.warning} Whom to ask: {rule.see}."


def _unique(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
