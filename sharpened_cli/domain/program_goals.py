"""What a program is for: the goals of a consultation, else those of the profile."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.standing import Ambition, ambition_of

if TYPE_CHECKING:
    from sharpened_cli.domain.facts import Facts, Goal
    from sharpened_cli.domain.profile import Profile

_GOAL_OF_TYPE = {
    "aesthetic": "recomposition",
    "strength": "improve_performance",
    "endurance": "improve_performance",
    "skill": "improve_performance",
    "performance": "improve_performance",
    "mobility": "general_health",
    "health": "general_health",
}
_GAIN_WORDS = r"\b(?:gain|bulk\w*|build|put on|bigger|muscle|mass|hypertroph\w*|hipertrof\w*|heavier)\b"
_DIET_CONSTRAINTS = frozenset({"foods_excluded", "medical", "religious"})
_KETO_WORDS = r"\b(?:keto|ketogenic)\b"
_LIGHT_CHANGE_KG = 0.5  # a target this near the present weight asks for no change (product choice)
REGULAR_YEARS = 0.25  # training for three months counts as regular: Riebe 2015 (ACSM)


class ProgramGoals(NamedTuple):
    """The ambition of a program, the second goal, and the words that it comes from."""

    ambition: Ambition
    secondary_goal: str | None
    because: str


def program_goals(profile: Profile, facts: Facts, start: date) -> ProgramGoals:
    """Return what a program is for: the consultation's goals by priority, then order; else the profile's."""
    ranked = sorted(enumerate(facts.goals), key=lambda pair: (pair[1].priority, pair[0]))
    if not ranked:
        ambition = ambition_of(profile)._replace(diet=macro_diet(profile, facts))
        return ProgramGoals(ambition, profile.secondary_goal, "the goal of the profile")
    kinds = [(goal_of(goal, profile), goal) for _, goal in ranked]
    primary = kinds[0][0]
    weight_goal = next(
        (goal for kind, goal in kinds if goal.goal_type == "body_composition" and _kilograms(goal)), None
    )
    target = _kilograms(weight_goal) if weight_goal else profile.target_weight_kg
    secondary = next((kind for kind, _ in kinds[1:] if kind != primary), profile.secondary_goal)
    dated = weight_goal or kinds[0][1]
    return ProgramGoals(
        Ambition(primary, target, _date(dated.target_date, start) if weight_goal else None, macro_diet(profile, facts)),
        secondary if secondary != primary else None,
        f"you said: {kinds[0][1].target_description}",
    )


def macro_diet(profile: Profile, facts: Facts) -> str:
    """Return the diet that decides the macros: keto where the person keeps it, else the profile's."""
    kept = (rule.description.lower() for rule in facts.non_negotiables if rule.constraint_type in _DIET_CONSTRAINTS)
    return "keto" if any(re.search(_KETO_WORDS, words) for words in kept) else profile.dietary_preference


def goal_of(goal: Goal, profile: Profile) -> str:
    """Return the program goal behind one goal of a consultation."""
    if goal.goal_type != "body_composition":
        return _GOAL_OF_TYPE.get(goal.goal_type, "general_health")
    present = goal.current_value if goal.current_value is not None else _present(goal, profile)
    if goal.target_value is not None and present is not None and goal.target_value != present:
        return "lose_fat" if goal.target_value < present else "build_muscle"
    return "build_muscle" if re.search(_GAIN_WORDS, goal.target_description.lower()) else "lose_fat"


def trains_regularly(profile: Profile, facts: Facts) -> bool | None:
    """Return whether a consultation shows regular training; None leaves it to the profile."""
    for one in facts.modalities:
        has_habit = (one.years_experience or 0.0) >= REGULAR_YEARS or one.proficiency_level in {
            "intermediate",
            "advanced",
            "expert",
        }
        if has_habit and one.willing_to_continue is not False:
            return True
    del profile
    return None


def _kilograms(goal: Goal | None) -> float | None:
    if goal is None or goal.target_value is None or not 30.0 <= goal.target_value <= 300.0:
        return None
    metric = (goal.measurement_metric or "").lower()
    return goal.target_value if not metric or "kg" in metric or "weight" in metric else None


def _present(goal: Goal, profile: Profile) -> float | None:
    metric = (goal.measurement_metric or "").lower()
    if "fat" in metric or "percent" in metric:
        return profile.body_fat_percentage
    weight = profile.weight_kg
    if weight is not None and goal.target_value is not None and abs(goal.target_value - weight) < _LIGHT_CHANGE_KG:
        return None
    return weight


def _date(text: str | None, start: date) -> date | None:
    if not text:
        return None
    day = date.fromisoformat(text)
    return day if day > start else None
