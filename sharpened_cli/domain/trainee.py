"""The person as the training engine sees them: training age, style of training, tastes and limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sharpened_cli.domain.muscle_words import muscles_in
from sharpened_cli.domain.safety_level import Limits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sharpened_cli.domain.facts import Facts, FamiliarExercise
    from sharpened_cli.domain.profile import Profile

UNKNOWN_AGE = 35  # used where nobody said; binds no rule of age: product choice
ADULT_AGE = 18
FOCUS_GOAL_TYPES = frozenset({"aesthetic", "body_composition", "strength"})
STRENGTH_MODALITIES = frozenset({"powerlifting", "olympic_weightlifting"})
STYLES = ("muscle", "strength", "general", "older")
OLDER_AGE = 65


@dataclass(frozen=True, slots=True, kw_only=True)
class Trainee:
    """What decides exercises, sets and loads.

    ``style`` is one of STYLES; ``known`` maps exercise ids to what the person said about them;
    ``goal_lifts`` are ids that a stated goal names; ``modalities`` are those that go on.
    """

    experience: str
    goal: str
    style: str
    age: int
    limits: Limits = field(default_factory=Limits)
    deficit_fraction: float = 0.0
    known: Mapping[str, FamiliarExercise] = field(default_factory=dict)
    goal_lifts: frozenset[str] = frozenset()
    focus: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()
    main_modality: str | None = None
    unit_system: str = "metric"
    seed: int = 0


def trainee_of(
    profile: Profile, facts: Facts, limits: Limits, *, goal: str, deficit_fraction: float, start: date, seed: int
) -> Trainee:
    """Return the trainee behind a profile and the facts of a consultation."""
    age = profile.age_on(start)
    willing = [one for one in facts.modalities if one.willing_to_continue is not False]
    main = next((one.modality for one in willing if one.is_primary), None)
    modalities = frozenset(one.modality for one in willing)
    experience = _experience(profile, facts)
    wants_strength = bool(modalities & STRENGTH_MODALITIES) or any(one.goal_type == "strength" for one in facts.goals)
    return Trainee(
        experience=experience,
        goal=goal,
        style=_style(goal, UNKNOWN_AGE if age is None else age, wants_strength=wants_strength),
        age=UNKNOWN_AGE if age is None else age,
        limits=limits,
        deficit_fraction=deficit_fraction,
        known={one.exercise_id: one for one in facts.exercises if one.exercise_id},
        goal_lifts=frozenset(one.exercise_id for one in facts.goals if one.exercise_id),
        focus=_focus(facts),
        modalities=modalities,
        main_modality=main,
        unit_system=profile.unit_system,
        seed=seed,
    )


def _experience(profile: Profile, facts: Facts) -> str:
    """Return the stated training age, else that of the strength sports in the consultation, else beginner."""
    if profile.experience_level:
        return profile.experience_level
    levels = {one.modality: one.proficiency_level for one in facts.modalities if one.proficiency_level}
    for name in ("strength_training", "bodybuilding", "powerlifting", "olympic_weightlifting", "calisthenics"):
        if name in levels:
            return "advanced" if levels[name] == "expert" else levels[name] or "beginner"
    return "beginner"


def _style(goal: str, age: int, *, wants_strength: bool) -> str:
    if age >= OLDER_AGE:
        return "older"
    if age >= ADULT_AGE and (wants_strength or goal == "improve_performance"):
        return "strength"
    return "general" if goal in {"general_health", "maintain"} or age < ADULT_AGE else "muscle"


def _focus(facts: Facts) -> frozenset[str]:
    texts = [one.target_description for one in facts.goals if one.goal_type in FOCUS_GOAL_TYPES]
    named = frozenset[str]().union(*(muscles_in(text) for text in texts))
    return named if len(named) <= 4 else frozenset()  # all of them at once is no focus
