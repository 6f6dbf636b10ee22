"""Why a number is what it is: the chain of reasons from the profile to the last change of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.adjustment_words import reasons_of
from sharpened_cli.domain.exercise import MUSCLES
from sharpened_cli.domain.reason import Reason
from sharpened_cli.domain.standing import reasons_from
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.services import why_plan
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.services.why_plan import Explanation
from sharpened_cli.store import adjustments, exercises, plan_changes, profiles, programs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.day_plan import Override
    from sharpened_cli.services.planning import DayInForce
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

NUMBERS = {
    "calories": ("calories_kcal", "kcal"),
    "protein": ("protein_g", "g"),
    "fat": ("fat_g", "g"),
    "carbs": ("carbs_g", "g"),
    "fiber": ("fiber_g", "g"),
}
# Figures beside the targets: where their value stands, their unit, and the steps that lead to them.
FIGURES = {
    "expenditure": ("tdee_kcal", "kcal", ("resting_energy", "activity", "training_energy")),
    "rate": (
        "rate_kg_per_week",
        "kg a week",
        (
            "goal_rate", "target_reached", "no_weight_goal", "no_deficit", "rate_cap", "energy_density",
            "energy_cap", "floor", "calories",
        ),
    ),
}  # fmt: skip
LONGEST_DOCUMENT = 200  # characters of a change that is no plain number
NAMES = (*NUMBERS, *FIGURES, "volume", "session", "exercise", "meal", "adjustment")
_PROTEIN_RULES = ("protein", "protein_limit", "protein_room", "protein_kept")
_FAT_RULES = ("fat", "fat_to_floor")
_CARB_RULES = ("carbohydrate", "carbohydrate_first")
_MACRO_RULES = frozenset((*_PROTEIN_RULES, *_FAT_RULES, *_CARB_RULES, "fiber"))
# Which macro steps lead to a number; all but protein stand on the calories too.
_RULES_OF: dict[str, tuple[str, ...]] = {
    "calories": (),
    "protein": _PROTEIN_RULES,
    "fat": _FAT_RULES,
    "carbs": (*_PROTEIN_RULES, *_FAT_RULES, *_CARB_RULES),
    "fiber": ("fiber",),
}


@dataclass(frozen=True)
class WhyService:
    """Explains what is on the screen to one person; it only reads."""

    store: Store
    clock: Clock
    user: User

    def explain(self, name: str, argument: str = "", day: date | None = None) -> Explanation:
        """Return why a number is what it is on a day (today by default).

        Raises InputError for a name that is not explained, NotThereError where there is nothing to explain.
        """
        if name not in NAMES:
            raise InputError(f"{name!r} cannot be explained.", code="unknown_name", hint=f"Known: {', '.join(NAMES)}.")
        with self.store.snapshot():
            planning = PlanningService(self.store, self.clock, self.user)
            found = planning.day(day or planning.today())
            if name in NUMBERS:
                return self._target(name, found)
            if name in FIGURES:
                return self._figure(name, found)
            return {
                "volume": self._volume,
                "session": self._session,
                "exercise": self._exercise,
                "meal": self._meal,
                "adjustment": self._adjustment,
            }[name](argument, found)

    def _target(self, name: str, day: DayInForce) -> Explanation:
        key, unit = NUMBERS[name]
        value = getattr(day.plan.targets, key)
        chain = [reason for reason in self._planned_reasons(day, "targets") if _leads_to(name, reason)]
        chain += self._phase_reasons(day)
        chain += self._changes(day, name)
        if day.plan.override is not None and value != getattr(day.plan.base_targets, key):
            chain.append(_of_override(day, key))
        if value is None:
            chain += [Reason("withheld", None, None, words, "docs/rules: safety") for words in day.plan.gate.because]
        if not chain:
            raise NotThereError("There are no targets yet.", code="no_profile", hint="Start with `sharpened onboard`.")
        return Explanation(name, value, unit, day.plan.date, tuple(chain))

    def _figure(self, name: str, day: DayInForce) -> Explanation:
        key, unit, rules = FIGURES[name]
        chain = [reason for reason in self._planned_reasons(day, "targets") if reason.rule in rules]
        if not chain:
            raise NotThereError("There are no targets yet.", code="no_profile", hint="Start with `sharpened onboard`.")
        if day.program is not None:
            stored = programs.read(self.store, day.program.id)
            document = {**stored.bundle, **stored.bundle["tdee"]} if stored else {}
        else:
            standing = profiles.standing(self.store, self.user.id)
            rate = standing.rate_kg_per_week if standing else None
            document = {"tdee_kcal": standing.tdee_kcal if standing else None, "rate_kg_per_week": rate}
        return Explanation(name, document.get(key), unit, day.plan.date, tuple(chain))

    def _planned_reasons(self, day: DayInForce, part: str) -> tuple[Reason, ...]:
        if day.program is not None:
            stored = programs.read(self.store, day.program.id)
            return reasons_from(stored.bundle.get("reasons", {}).get(part, ())) if stored else ()
        standing = profiles.standing(self.store, self.user.id)
        if standing is None or part != "targets":
            return ()
        return reasons_from(standing.targets_document.get("reasons", ()))

    def _phase_reasons(self, day: DayInForce) -> list[Reason]:
        week = f"week {day.plan.week_index}:"
        return [reason for reason in self._planned_reasons(day, "days") if reason.because.startswith(week)]

    def _changes(self, day: DayInForce, name: str) -> list[Reason]:
        """Return what reassessments and edits did to a target up to the day, undone ones left out."""
        if day.program is None:
            return []
        key = NUMBERS[name][0]
        events = plan_changes.events_of(self.store, day.program.id)
        undone = {event.undoes_event_id for event in events}
        chain: list[Reason] = []
        for event in events:
            if key not in event.after or event.id in undone or event.effective_date > day.plan.date:
                continue
            chain += [reason for reason in self._event_reasons(str(event.number)) if _leads_to(name, reason)]
            before, after = event.before.get(key), event.after[key]
            words = f"change {event.number} of {event.effective_date.isoformat()}"
            chain.append(Reason("plan_change", before, after, words, ""))
        return chain

    def _event_reasons(self, number: str) -> list[Reason]:
        import json

        row = plan_changes.find(self.store, self.user.id, number)
        if row is None:
            return []
        return list(map(_reason, json.loads(row["diff"]).get("reasons") or ()))

    def _volume(self, muscle: str, day: DayInForce) -> Explanation:
        if muscle not in MUSCLES:
            raise InputError(
                f"{muscle!r} is not a muscle that is counted." if muscle else "Which muscle?",
                code="unknown_muscle",
                hint=f"Known: {', '.join(MUSCLES)}.",
            )
        program = self._program(day)
        stored = programs.read(self.store, program)
        document = stored.bundle["training"] if stored else {"weekly_sets_by_muscle": {}, "sessions": []}
        chain = [one for one in self._planned_reasons(day, "training") if one.rule == f"volume_{muscle}"]
        chain += self._contributions(document["sessions"], muscle)
        value = document["weekly_sets_by_muscle"].get(muscle, 0.0)
        return Explanation(f"volume {muscle}", value, "sets a week", day.plan.date, tuple(chain))

    def _contributions(self, sessions: Iterable[Mapping[str, Any]], muscle: str) -> list[Reason]:
        ordinary = [one for one in sessions if not one["is_deload"]]
        week = min((one["week_index"] for one in ordinary), default=0)
        lines = [
            (session, line)
            for session in ordinary
            if session["week_index"] == week
            for line in session["exercises"]
            if not line["is_warmup"]
        ]
        library = exercises.by_ids(self.store, {line["exercise_id"] for _, line in lines})
        chain = []
        for session, line in lines:
            exercise = library.get(line["exercise_id"])
            share = exercise.fractional_sets().get(muscle, 0.0) if exercise else 0.0
            if share:
                kind = "directly" if share == 1.0 else "with other muscles (half a set each)"
                because = f"{line['sets']} sets of {line['name']} in {session['session_name']} train it {kind}"
                chain.append(Reason("sets", None, share * line["sets"], because, "Pelland 2025 Sports Med"))
        return chain

    def _session(self, argument: str, day: DayInForce) -> Explanation:
        return why_plan.session(argument, day, self._planned_reasons(day, "training"))

    def _exercise(self, argument: str, day: DayInForce) -> Explanation:
        return why_plan.exercise(self.store, argument, day)

    def _meal(self, argument: str, day: DayInForce) -> Explanation:
        return why_plan.meal(argument, day, self._planned_reasons(day, "meals"))

    def _adjustment(self, argument: str, _: DayInForce) -> Explanation:
        if not argument:
            raise InputError("Which adjustment?", code="usage", hint="Its number, as `sharpened today` shows it.")
        found = adjustments.find(self.store, self.user.id, argument)
        if found:
            return _of_adjustment(found[0])
        row = plan_changes.find(self.store, self.user.id, argument)
        if row is None:
            raise NotThereError(
                f"There is no adjustment {argument}.", code="no_such_number", hint="`sharpened adjustments` lists them."
            )
        event = plan_changes.event_of(row)
        words = row["reason_text"] or row["reason_code"]
        chain = self._event_reasons(str(event.number))
        chain.append(Reason(event.change_type, _plain(event.before), _plain(event.after), words))
        return Explanation(f"adjustment {event.number}", event.change_type, "", event.effective_date, tuple(chain))

    def _program(self, day: DayInForce) -> str:
        if day.program is None:
            raise NotThereError(
                "There is no program on that day.", code="no_program", hint="`sharpened program new` makes one."
            )
        return day.program.id


def _leads_to(name: str, reason: Reason) -> bool:
    """Return whether a step belongs to the chain of a number: its own, and those of the calories it stands on."""
    return reason.rule in _RULES_OF[name] or (reason.rule not in _MACRO_RULES and name != "protein")


def _of_adjustment(override: Override) -> Explanation:
    chain = reasons_of(override.triggers, override.modifications)
    return Explanation(f"adjustment {override.number}", override.reason_code, "", override.date, chain)


def _of_override(day: DayInForce, key: str) -> Reason:
    override = day.plan.override
    number = override.number if override else ""
    before, after = getattr(day.plan.base_targets, key), getattr(day.plan.targets, key)
    return Reason("adjustment", before, after, f"adjustment {number} of this day", "docs/rules: adjustments")


def _reason(one: Any) -> Reason:
    if isinstance(one, dict):
        because, source = str(one.get("because") or ""), str(one.get("source") or "")
        return Reason(str(one.get("rule") or ""), _plain(one.get("before")), _plain(one.get("after")), because, source)
    return Reason(*one)


def _plain(value: Any) -> float | str | None:
    """Return a value of a document as a reason can hold it: a number, or short text."""
    if isinstance(value, int | float | str) or value is None:
        return value
    if isinstance(value, dict) and all(isinstance(one, int | float) for one in value.values()):
        return ", ".join(f"{name} {one:g}" for name, one in value.items())
    import json

    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return text if len(text) <= LONGEST_DOCUMENT else f"{text[: LONGEST_DOCUMENT - 3]}..."
