"""Where a person stands: body, expenditure, safety, and the targets that follow, computed in one place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.body import body_of
from sharpened_cli.domain.energy import estimate_energy, net_training_kcal, resting_kcal
from sharpened_cli.domain.goal_outlook import GoalSetting
from sharpened_cli.domain.nutrients import Targets
from sharpened_cli.domain.reason import Reason
from sharpened_cli.domain.safety import assess, wish_of
from sharpened_cli.domain.targets import DEFAULT_EXPERIENCE, plan_targets

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sharpened_cli.domain.body import Body
    from sharpened_cli.domain.energy import Energy
    from sharpened_cli.domain.plan import Issue
    from sharpened_cli.domain.profile import Profile
    from sharpened_cli.domain.safety_level import Verdict
    from sharpened_cli.domain.targets import TargetPlan

WITHHELD = Targets(None, None, None, None, None)
DEFAULT_SESSION_MINUTES = 60  # where days are said and minutes are not (product choice)
TDEE_KEYS = ("bmr_kcal", "tdee_kcal", "tdee_low_kcal", "tdee_high_kcal", "multiplier", "training_kcal")


class Ambition(NamedTuple):
    """What the plan is for, where it differs from the profile: goal, target weight, the day to reach it.

    ``diet`` is the one that decides the macros (keto beside vegan, say); None: the profile's.
    """

    goal: str
    target_weight_kg: float | None = None
    target_date: date | None = None
    diet: str | None = None


class Standing(NamedTuple):
    """A person's body, expenditure, safety verdict and planned targets (None: withheld or not computable).

    ``agreed`` is what a clinician has agreed to.
    """

    body: Body | None
    energy: Energy | None
    verdict: Verdict
    plan: TargetPlan | None
    agreed: frozenset[str] = frozenset()

    @property
    def targets(self) -> Targets:
        """Return the day's targets; every figure None where a safety gate withholds them."""
        return WITHHELD if self.plan is None else self.plan.targets

    def tdee_document(self) -> dict[str, Any]:
        """Return the expenditure as a JSON document; ``multiplier`` is the activity level apart from training."""
        energy = self.energy
        if energy is None or self.plan is None:
            return dict.fromkeys(TDEE_KEYS)
        return {
            "bmr_kcal": energy.bmr_kcal,
            "tdee_kcal": energy.tdee_kcal,
            "tdee_low_kcal": energy.low_kcal,
            "tdee_high_kcal": energy.high_kcal,
            "multiplier": energy.pal,
            "training_kcal": energy.training_kcal,
        }


def ambition_of(profile: Profile) -> Ambition:
    """Return what a profile alone is for."""
    return Ambition(profile.primary_goal or "general_health", profile.target_weight_kg)


def stand(
    profile: Profile,
    today: date,
    *,
    flags: Iterable[str] = (),
    ambition: Ambition | None = None,
    weekly_training_kcal: float | None = None,
    training_days: int | None = None,
    is_active: bool | None = None,
) -> Standing:
    """Return where a person stands on a day.

    ``weekly_training_kcal`` is net of resting; by default it follows from the profile's training days and
    minutes. Targets are withheld where the safety gate blocks numbers or the body is not known.
    """
    wanted = ambition or ambition_of(profile)
    diet = wanted.diet or profile.dietary_preference
    verdict = assess(
        replace(profile, dietary_preference=diet),
        today,
        flags=flags,
        goal=wanted.goal,
        target_weight_kg=wanted.target_weight_kg,
        is_active=is_active,
    )
    agreed = wish_of(profile, wanted.goal).cleared
    body = body_of(profile, today)
    if body is None:
        return Standing(None, None, verdict, None, agreed)
    days = (profile.workout_frequency or 0) if training_days is None else training_days
    weekly = _weekly_training_kcal(profile, body) if weekly_training_kcal is None else weekly_training_kcal
    energy = estimate_energy(
        body,
        activity_level=profile.activity_level,
        weekly_training_kcal=weekly,
        experience=profile.experience_level,
        sd_fraction=verdict.limits.tdee_sd_fraction,
    )
    if "numeric_targets" in verdict.blocked_for:
        return Standing(body, energy, verdict, None, agreed)
    setting = GoalSetting(
        wanted.goal,
        profile.experience_level or DEFAULT_EXPERIENCE,
        profile.secondary_goal,
        wanted.target_weight_kg,
        wanted.target_date,
        diet,
        days,
    )
    return Standing(body, energy, verdict, plan_targets(body, energy, setting, verdict, today), agreed)


def reasons_document(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    """Return reasons as JSON-ready objects."""
    return [reason._asdict() for reason in reasons]


def reasons_from(document: Iterable[dict[str, Any]]) -> tuple[Reason, ...]:
    """Return the reasons that ``reasons_document`` wrote."""
    return tuple(Reason(**one) for one in document)


def issue_document(issue: Issue) -> dict[str, Any]:
    """Return an issue as a JSON-ready object."""
    return {name: getattr(issue, name) for name in ("code", "wanted", "possible", "because", "options")}


def _weekly_training_kcal(profile: Profile, body: Body) -> float:
    minutes = (profile.workout_frequency or 0) * (profile.session_minutes or DEFAULT_SESSION_MINUTES)
    return net_training_kcal(float(minutes), resting_kcal(body, profile.experience_level)[0])
