"""Onboarding: who somebody is and what they want, with the first targets and the safety gate's verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sharpened_cli import clock as clocks
from sharpened_cli.domain.body import missing_figures
from sharpened_cli.domain.profile import Profile
from sharpened_cli.domain.profile_fields import OLDEST_YEARS, born_on, read_said
from sharpened_cli.domain.safety import MIN_AGE, verdict_document
from sharpened_cli.domain.safety_rules import RULES
from sharpened_cli.domain.standing import issue_document, reasons_document, stand
from sharpened_cli.errors import InputError, RefusedError
from sharpened_cli.ids import new_id
from sharpened_cli.store import profiles, safety_flags, users

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.profile_fields import Said
    from sharpened_cli.domain.standing import Standing
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User


@dataclass(frozen=True)
class Onboarded:
    """What `onboard` says: the person, the profile, the targets, and the safety gate's verdict.

    ``issues`` are wishes that cannot be met in full, ``questions`` what was said and not understood.
    """

    user: dict[str, Any]
    profile: dict[str, Any]
    targets: dict[str, Any]
    safety: dict[str, Any]
    issues: list[dict[str, Any]]
    questions: list[str]


@dataclass(frozen=True)
class OnboardingService:
    """Creates people and updates their profiles; ``host_zone`` is the zone of those who name none."""

    store: Store
    clock: Clock
    host_zone: str = "UTC"

    def onboard(self, raw: Mapping[str, Any], *, wanted_user: str = "") -> Onboarded:
        """Create or update one person from what was said (option names or profile columns).

        What is not said stays as it is. Raises InputError for what cannot be used or is missing, RefusedError
        under the age of 16; then nothing is written.
        """
        with self.store.transaction():
            user = self._user(raw, wanted_user)
            before = profiles.load(self.store, user.id) if user else None
            zone = str(raw.get("timezone") or (before.timezone if before else self.host_zone))
            today = self._today(zone)
            said = read_said(raw, units_before=before.unit_system if before else "metric", today=today)
            user_id = user.id if user else new_id()
            base = before or Profile(user_id=user_id, timezone=self.host_zone)
            profile = self._with_known_exercises(merged(base, said, today), said)
            refuse_incomplete(profile)
            if user is None:
                users.add(self.store, user_id=user_id, email=str(said.email), created_at=self._now())
            return self._saved(profile, user.email if user else str(said.email), today, is_new=before is None)

    def _with_known_exercises(self, profile: Profile, said: Said) -> Profile:
        """Return the profile with the ids of the exercises that were said to be fine; raises InputError."""
        if "cleared_exercises" not in said.fields:
            return profile
        from sharpened_cli.domain.exercise_names import NameIndex, recognise
        from sharpened_cli.store import exercises

        library = exercises.library(self.store)
        known = {one.id for one in library}
        index = NameIndex(library)
        ids = []
        for text in profile.cleared_exercises:
            found = text if text in known else getattr(recognise(text, index), "id", None)
            if found is None:
                raise InputError(
                    f"{text!r} is no exercise of the library.",
                    code="unknown_exercise",
                    hint="`sharpened exercises search` finds its name.",
                )
            ids.append(found)
        return replace(profile, cleared_exercises=tuple(dict.fromkeys(ids)))

    def current(self, wanted_user: str = "") -> tuple[User | None, Profile | None]:
        """Return the person that is meant, and their profile, where there are any yet (for the wizard's defaults)."""
        found = users.find(self.store, wanted_user) if wanted_user else users.first(self.store, 2)
        if len(found) != 1:
            return None, None
        return found[0], profiles.load(self.store, found[0].id)

    def _saved(self, profile: Profile, email: str, today: date, *, is_new: bool) -> Onboarded:
        flags = safety_flags.live_codes(self.store, profile.user_id)
        standing = stand(profile, today, flags=flags)
        profiles.save(
            self.store,
            profile,
            stored_standing(standing),
            now=self._now(),
            reason="onboarding" if is_new else "profile changed",
        )
        return Onboarded(
            user={"id": profile.user_id, "email": email},
            profile=profile_document(profile, today),
            targets=targets_document(standing),
            safety=verdict_document(standing.verdict),
            issues=[] if standing.plan is None else [issue_document(issue) for issue in standing.plan.issues],
            questions=self._questions(profile),
        )

    def _questions(self, profile: Profile) -> list[str]:
        """Return what to ask back: allergies and equipment that nobody here knows by that name."""
        questions = []
        if profile.food_allergies:
            from sharpened_cli.domain.diet_filter import allergens_in
            from sharpened_cli.store import food_table

            foods = food_table.read_all(self.store)
            unknown = [word for text in profile.food_allergies for word in allergens_in(text, foods).unknown]
            questions += [
                f"Which foods does the allergy {word!r} stand for? No meals are planned before." for word in unknown
            ]
        if profile.equipment:
            from sharpened_cli.domain.equipment import understand

            unknown = list(understand(profile.equipment).unknown)
            questions += [f"What is {word!r}? It is left out of the plan." for word in unknown]
        return questions

    def _user(self, raw: Mapping[str, Any], wanted_user: str) -> User | None:
        email = str(raw.get("email") or "").strip()
        named = email or wanted_user
        found = users.find(self.store, named) if named else users.first(self.store, 2)
        if named and len(found) == 1:
            return found[0]
        if email:
            return None
        if not named and len(found) == 1:
            return found[0]
        raise InputError(
            "It is not clear whose profile this is.", code="missing_email", hint="Say it with --email ana@example.org."
        )

    def _today(self, zone: str) -> date:
        try:
            return clocks.local_day(self.clock.now(), zone)
        except (KeyError, ValueError, OSError):  # the reader of fields refuses the zone with its own words
            return clocks.local_day(self.clock.now(), "UTC")

    def _now(self) -> str:
        return clocks.as_text(self.clock.now())


def merged(profile: Profile, said: Said, today: date) -> Profile:
    """Return the profile with what was said; an age alone becomes an estimated birth date.

    Raises InputError when an age and a birth date disagree, RefusedError under the age of 16.
    """
    fields = dict(said.fields)
    if "screening" in fields:
        fields["screening"] = {**profile.screening, **fields["screening"]}
    if "birth_date" in fields:
        fields["birth_date_estimated"] = False
    changed = replace(profile, **fields)
    if said.age is not None and changed.age_on(today) != said.age:
        if "birth_date" in fields:
            raise InputError(
                f"The birth date makes {changed.age_on(today)} years, not {said.age}.",
                code="age_disagrees",
                hint="Give one of the two.",
            )
        changed = replace(changed, birth_date=born_on(said.age, today), birth_date_estimated=True)
    age = changed.age_on(today)
    if age is not None and age < MIN_AGE:
        rule = RULES["under_16"]
        raise RefusedError(
            rule.warning, code="safety_blocked", hint=f"Better placed: {rule.see}.", offered=list(rule.offered)
        )
    if age is not None and age > OLDEST_YEARS:
        raise InputError(f"{age} years is no age.", code="out_of_range", hint="Check the birth date.")
    return changed


def refuse_incomplete(profile: Profile) -> None:
    """Raise InputError that names the options which would give what the profile lacks."""
    missing = list(missing_figures(profile))
    if profile.primary_goal is None:
        missing.append("--goal")
    if missing:
        raise InputError(
            f"A profile needs {', '.join(missing)}.",
            code="missing_fields",
            hint="Give the options, or run `sharpened onboard` in a terminal to be asked.",
            missing=missing,
        )
    weight, target = profile.weight_kg, profile.target_weight_kg
    if weight is not None and target is not None and not 0.4 * weight <= target <= 2.0 * weight:
        raise InputError(
            f"A target of {target:g} kg is out of reach from {weight:g} kg.",
            code="out_of_range",
            hint="Check --target-weight and its unit.",
        )


def stored_standing(standing: Standing) -> profiles.Standing:
    """Return what is stored of a standing beside the profile."""
    plan = standing.plan
    document = {
        "tdee": standing.tdee_document(),
        "reasons": reasons_document(plan.reasons if plan else ()),
        "issues": [] if plan is None else [issue_document(issue) for issue in plan.issues],
        "reaches_target_on": None
        if plan is None or plan.reaches_target_on is None
        else plan.reaches_target_on.isoformat(),
    }
    return profiles.Standing(
        targets=standing.targets,
        rate_kg_per_week=None if plan is None else plan.rate_kg_per_week,
        tdee_kcal=None if plan is None or standing.energy is None else standing.energy.tdee_kcal,
        targets_document=document,
        safety_document={**verdict_document(standing.verdict), "agreed": sorted(standing.agreed)},
    )


def targets_document(standing: Standing) -> dict[str, Any]:
    """Return expenditure, targets and rate as one JSON-ready object; null where withheld."""
    tdee = standing.tdee_document()
    rate = None if standing.plan is None else standing.plan.rate_kg_per_week
    keys = ("bmr_kcal", "tdee_kcal", "tdee_low_kcal", "tdee_high_kcal")
    return {**{key: tdee[key] for key in keys}, **standing.targets._asdict(), "rate_kg_per_week": rate}


def profile_document(profile: Profile, today: date) -> dict[str, Any]:
    """Return a profile as a JSON-ready object, with the age of today."""
    names = [name for name in Profile.__dataclass_fields__ if name != "user_id"]
    return {**{name: getattr(profile, name) for name in names}, "age": profile.age_on(today)}
