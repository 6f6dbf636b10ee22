"""Make a program: safety, targets, training and meals, from a consultation or from the profile alone."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.body import missing_figures
from sharpened_cli.domain.condition_terms import GLUTEN_ILLNESS, MILK_ILLNESS
from sharpened_cli.domain.facts import NO_FACTS
from sharpened_cli.domain.health_text import folded, holds
from sharpened_cli.domain.phrases import phrases
from sharpened_cli.domain.program_goals import program_goals, trains_regularly
from sharpened_cli.domain.standing import stand
from sharpened_cli.errors import NotThereError, RefusedError
from sharpened_cli.store import consultations, exercises, food_table, profiles, safety_flags

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.facts import Facts
    from sharpened_cli.domain.food import Food
    from sharpened_cli.domain.meal_plan import MealPlan
    from sharpened_cli.domain.profile import Profile
    from sharpened_cli.domain.program_days import DayPlan
    from sharpened_cli.domain.program_goals import ProgramGoals
    from sharpened_cli.domain.standing import Standing
    from sharpened_cli.domain.training_plan import TrainingPlan
    from sharpened_cli.services.bundle import ProgramBundle
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

DEFAULT_WEEKS, LEAST_WEEKS, MOST_WEEKS = 12, 2, 16


class Wishes(NamedTuple):
    """How a program is asked for: first day, weeks, seed, and whether training days get more carbohydrate."""

    start: date
    weeks: int = DEFAULT_WEEKS
    seed: int = 0
    splits_by_training: bool = False


class Material(NamedTuple):
    """Everything that a program is made from."""

    profile: Profile
    facts: Facts
    flags: frozenset[str]
    library: tuple[Exercise, ...]
    foods: tuple[Food, ...]


@dataclass(frozen=True)
class ProgramGenerationService:
    """Reads what is known about a person and makes a bundle; it stores nothing."""

    store: Store
    user: User

    def generate_program(self, wishes: Wishes) -> ProgramBundle:
        """Return a program from the consultation if one has yielded anything, else from onboarding."""
        with self.store.snapshot():
            facts = consultations.load_facts(self.store, self.user.id)
        if replace(facts, safety_flags=frozenset()) == NO_FACTS:
            return self.generate_program_from_onboarding(wishes)
        return self.generate_program_from_consultation(wishes)

    def generate_program_from_consultation(self, wishes: Wishes) -> ProgramBundle:
        """Return a program from the nine tables of the consultation and the profile."""
        return program_from(self._material(), wishes, source="consultation")

    def generate_program_from_onboarding(self, wishes: Wishes) -> ProgramBundle:
        """Return a program from the profile alone."""
        material = self._material()
        return program_from(material._replace(facts=NO_FACTS), wishes, source="onboarding")

    def _material(self) -> Material:
        with self.store.snapshot():
            profile = profiles.load(self.store, self.user.id)
            if profile is None or missing_figures(profile):
                raise NotThereError(
                    "There is no complete profile yet.", code="no_profile", hint="Start with `sharpened onboard`."
                )
            facts = self._facts()
            return Material(
                profile,
                facts,
                facts.safety_flags | safety_flags.live_codes(self.store, self.user.id),
                exercises.library(self.store),
                food_table.read_all(self.store),
            )

    def _facts(self) -> Facts:
        """Return the facts of the consultation; slots know what they are for where the words say so."""
        from sharpened_cli.domain.slot_activities import with_activities

        facts = consultations.load_facts(self.store, self.user.id)
        slots = consultations.live(self.store, "user_training_availability", self.user.id)
        trained = {one.modality for one in facts.modalities}
        named = with_activities(facts.availability, [slot.quote for slot in slots], trained)
        return replace(facts, availability=named)


def program_from(material: Material, wishes: Wishes, *, source: str) -> ProgramBundle:
    """Return the bundle for a person; deterministic for the same material and wishes.

    Raises RefusedError (``safety_blocked``, with what is still offered) where the safety gate blocks what is
    asked for, and for an allergy that is not understood.
    """
    from sharpened_cli.services.bundle_assembly import Parts, assembled

    goals = program_goals(material.profile, material.facts, wishes.start)
    profile = as_planned_for(material.profile, goals)
    expected = _expected_standing(material, profile, goals, wishes.start)
    refuse_blocked(expected)
    training = _training(material, profile, expected, goals, wishes)
    training_days = len({one.date for one in training.sessions if one.week_index == 1 and not one.is_optional})
    standing = _standing(material, profile, goals, wishes.start, training.net_weekly_kcal, training_days)
    days = _days(material, goals.ambition.diet or profile.dietary_preference, standing, training, wishes)
    meals = _meals(material, profile, days, wishes)
    return assembled(
        Parts(
            source,
            wishes.start,
            wishes.weeks,
            wishes.seed,
            inputs_hash(material, wishes),
            goals,
            standing,
            training,
            days,
            meals,
        )
    )


def _training(
    material: Material, profile: Profile, expected: Standing, goals: ProgramGoals, wishes: Wishes
) -> TrainingPlan:
    from sharpened_cli.domain.training_plan import TrainingRequest, plan_training

    return plan_training(
        TrainingRequest(
            profile=profile,
            facts=material.facts,
            limits=expected.verdict.limits,
            library=material.library,
            start=wishes.start,
            weeks=wishes.weeks,
            seed=wishes.seed,
            goal=goals.ambition.goal,
            deficit_fraction=deficit_fraction(expected),
        )
    )


def _days(material: Material, diet: str, standing: Standing, training: TrainingPlan, wishes: Wishes) -> DayPlan:
    from sharpened_cli.domain.mesocycles import event_days
    from sharpened_cli.domain.program_days import phases, plan_days

    week_phases = phases(
        wishes.weeks,
        is_deficit=deficit_fraction(standing) > 0.0,
        most_weeks=standing.verdict.limits.max_deficit_weeks,
        events=event_days(material.facts.events, wishes.start, wishes.weeks),
    )
    return plan_days(
        standing,
        training.sessions,
        week_phases,
        wishes.start,
        diet=diet,
        splits=wishes.splits_by_training,
    )


def _meals(material: Material, profile: Profile, days: DayPlan, wishes: Wishes) -> MealPlan:
    from sharpened_cli.domain.meal_plan import MealRequest, plan_meals

    meals = plan_meals(
        MealRequest(profile=profile, facts=material.facts, days=days.days, foods=material.foods, seed=wishes.seed)
    )
    unclear = next((issue for issue in meals.issues if issue.code == "allergy_not_understood"), None)
    if unclear is not None:
        raise RefusedError(
            unclear.because,
            code=unclear.code,
            hint=unclear.options[0] if unclear.options else "",
            offered=list(unclear.options),
        )
    return meals


def refuse_blocked(standing: Standing) -> None:
    """Raise RefusedError when the safety gate blocks what is asked for."""
    verdict = standing.verdict
    if verdict.level != "blocked":
        return
    raise RefusedError(
        verdict.warnings[0] if verdict.warnings else "The safety gate blocks this plan.",
        code="safety_blocked",
        hint=f"Still offered: {'; '.join(verdict.offered)}." if verdict.offered else "",
        blocked_for=list(verdict.blocked_for),
        offered=list(verdict.offered),
        warnings=list(verdict.warnings),
    )


def deficit_fraction(standing: Standing) -> float:
    """Return the planned deficit as a share of expenditure, 0 where there is none."""
    calories = standing.targets.calories_kcal
    if calories is None or standing.energy is None or standing.plan is None or standing.plan.rate_kg_per_week >= 0.0:
        return 0.0
    return max(0.0, 1.0 - calories / standing.energy.tdee_kcal)


def inputs_hash(material: Material, wishes: Wishes) -> str:
    """Return a short hash of everything that the program depends on, names of reference rows included."""
    known = {
        "profile": _plain(asdict(replace(material.profile, user_id="", screening=dict(material.profile.screening)))),
        "facts": _plain(asdict(material.facts)),
        "flags": sorted(material.flags),
        "wishes": _plain(wishes._asdict()),
        "exercises": [one.id for one in material.library],
        "foods": [one.id for one in material.foods],
    }
    import json

    return blake2b(json.dumps(known, sort_keys=True).encode(), digest_size=16).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(value)
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def as_planned_for(profile: Profile, goals: ProgramGoals) -> Profile:
    """Return the profile with the program's goals, and with the foods that an illness forbids among its allergies."""
    allergies = list(profile.food_allergies or ())
    for text in profile.conditions or ():
        plain = folded(text)
        for name, block in (("gluten", GLUTEN_ILLNESS), ("lactose", MILK_ILLNESS)):
            match = phrases(block).search(plain)
            if match and holds(plain, match.start(), match.end()) and name not in allergies:
                allergies.append(name)
    return replace(
        profile,
        primary_goal=goals.ambition.goal,
        secondary_goal=goals.secondary_goal,
        target_weight_kg=goals.ambition.target_weight_kg,
        food_allergies=tuple(allergies) if allergies or profile.food_allergies is not None else None,
    )


def _expected_standing(material: Material, profile: Profile, goals: ProgramGoals, start: date) -> Standing:
    """Return the standing before training is planned, with the energy that its slots will cost."""
    from sharpened_cli.domain.training_plan import estimate_weekly_net_kcal

    weekly = estimate_weekly_net_kcal(profile, material.facts, start=start, goal=goals.ambition.goal)
    return _standing(material, profile, goals, start, weekly, None)


def _standing(
    material: Material,
    profile: Profile,
    goals: ProgramGoals,
    start: date,
    weekly_training_kcal: float,
    training_days: int | None,
) -> Standing:
    return stand(
        profile,
        start,
        flags=material.flags,
        ambition=goals.ambition,
        weekly_training_kcal=weekly_training_kcal,
        training_days=training_days,
        is_active=trains_regularly(profile, material.facts),
    )
