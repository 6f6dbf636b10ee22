"""What an approved interview changes in the profile: goal, target weight, diet, allergies, injuries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sharpened_cli.clock import local_day
from sharpened_cli.domain.facts import NO_FACTS
from sharpened_cli.domain.injuries import injured_regions
from sharpened_cli.domain.profile import DIETS
from sharpened_cli.store import consultations, profiles

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.facts import Facts
    from sharpened_cli.domain.profile import Profile
    from sharpened_cli.store import Store
    from sharpened_cli.store.consultation_sessions import StoredSession
    from sharpened_cli.store.users import User

_ALLERGY = re.compile(r"\b(?:allerg\w*|intoleran\w*|co?eliac\w*|alerg\w*|anaphyla\w*)\b", re.IGNORECASE)
_DIET_WORDS = {
    "vegan": r"\bvegan[ao]?\b|plant based", "vegetarian": r"\bvegetarian[ao]?\b|\bveggie\b|vegetarienn?e?\b",
    "pescatarian": r"\bpesc[ae]tarian", "keto": r"\bketo", "paleo": r"\bpaleo\b", "halal": r"\bhalal\b",
    "kosher": r"\bkosher\b",
}  # fmt: skip
LONGEST_ITEM = 120  # characters of a list item of the profile


def write_profile(store: Store, clock: Clock, user: User, session: StoredSession) -> None:
    """Write what the interview says into the profile and compute its targets anew; without a profile do nothing.

    Later statements win, except that allergies and injuries only add (a limit once told stays until it is
    taken off by hand).
    """
    from sharpened_cli.services.onboarding import OnboardingService

    profile = profiles.load(store, user.id)
    facts = consultations.load_facts(store, user.id)
    if profile is None or facts == NO_FACTS:
        return
    today = local_day(clock.now(), user.timezone)
    changes = profile_changes(profile, facts, session.state.get("settled", {}), today)
    if changes:
        OnboardingService(store, clock).onboard(changes, wanted_user=user.id)


def profile_changes(profile: Profile, facts: Facts, settled: dict[str, str], today: date) -> dict[str, Any]:
    """Return the profile's fields that an interview changes, by column."""
    from sharpened_cli.domain.program_goals import program_goals

    changes: dict[str, Any] = {}
    if facts.goals:
        ambition = program_goals(profile, facts, today).ambition
        changes["primary_goal"] = ambition.goal
        if ambition.target_weight_kg is not None:
            changes["target_weight_kg"] = ambition.target_weight_kg
    diet = _diet(facts)
    if diet:
        changes["dietary_preference"] = diet
    changes |= _added("food_allergies", profile.food_allergies, _allergies(facts), settled.get("diet"))
    changes |= _added("injuries", profile.injuries, _injuries(facts), settled.get("health"))
    for name in ("conditions", "medications"):
        changes |= _added(name, getattr(profile, name), [], settled.get("health"))
    return changes


def _added(name: str, known: tuple[str, ...] | None, told: list[str], settled: str | None) -> dict[str, Any]:
    """Return a list field with what was told added; asked and nothing told means: none."""
    new = [item for item in told if item.lower() not in {old.lower() for old in known or ()}]
    if new:
        return {name: [*(known or ()), *new]}
    return {name: []} if known is None and settled == "answered" and not told else {}


def _diet(facts: Facts) -> str | None:
    text = " ".join(rule.description for rule in facts.non_negotiables if rule.constraint_type == "foods_excluded")
    found = [diet for diet, words in _DIET_WORDS.items() if re.search(words, text, re.IGNORECASE)]
    return next((diet for diet in found if diet in DIETS), None)


def _allergies(facts: Facts) -> list[str]:
    return list(
        dict.fromkeys(
            food for rule in facts.non_negotiables if _ALLERGY.search(rule.description) for food in rule.excluded_foods
        )
    )


def _injuries(facts: Facts) -> list[str]:
    told: list[str] = []
    for difficulty in facts.difficulties:
        if difficulty.difficulty_category == "injury":
            regions = sorted(injured_regions(difficulty.description))
            told += regions or [difficulty.description[:LONGEST_ITEM]]
    return list(dict.fromkeys(told))
