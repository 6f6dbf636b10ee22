"""Why a session, an exercise or a meal of a day is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from sharpened_cli.domain.reason import Reason
from sharpened_cli.errors import NotThereError
from sharpened_cli.store import exercises

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sharpened_cli.domain.day_plan import ExerciseItem
    from sharpened_cli.services.planning import DayInForce
    from sharpened_cli.store import Store

WEEK_RULES = frozenset({"sessions", "split", "weeks"})


class Explanation(NamedTuple):
    """A number or a thing of the plan with the reasons behind it, first to last."""

    name: str
    value: float | str | None
    unit: str
    date: date
    reasons: tuple[Reason, ...]


class Numbered(Protocol):
    """Something of a day that people name by its number."""

    @property
    def number(self) -> int:
        """Return the number of the day."""


Thing = TypeVar("Thing", bound=Numbered)


def session(argument: str, day: DayInForce, planned: Iterable[Reason]) -> Explanation:
    """Return why a session of a day is what it is; ``planned`` are the reasons of the program's training."""
    found = numbered(day.plan.sessions, argument, "session", day)
    chain = [one for one in planned if one.rule in WEEK_RULES]
    words = f"{found.kind}, {found.modality.replace('_', ' ')}, {found.location}"
    chain.append(Reason("kind", None, found.name, words))
    if found.is_deload:
        chain.append(Reason("deload", None, None, "a lighter week", "Rogerson 2024 Sports Med Open 10:26"))
    if found.notes:
        chain.append(Reason("note", None, None, found.notes))
    chain += [
        Reason("substitution", None, item.name, item.substitution_reason)
        for item in found.exercises
        if item.substitution_reason
    ]
    return Explanation(f"session {found.number}", found.name, "", day.plan.date, (*chain, *_adjusted(day)))


def exercise(store: Store, argument: str, day: DayInForce) -> Explanation:
    """Return why an exercise, named like ``3.2`` (session 3, its second line), is what it is."""
    number, _, order = argument.partition(".")
    found = numbered(day.plan.sessions, number, "session", day)
    item = next((one for one in found.exercises if str(one.order) == order), None)
    if item is None:
        raise NotThereError(
            f"Session {found.number} has no exercise {order or '?'}.",
            code="no_such_number",
            hint=f"Write it like {found.number}.1; it has {len(found.exercises)}.",
        )
    return Explanation(f"exercise {argument}", item.name, "", day.plan.date, tuple(_exercise_reasons(store, item)))


def meal(argument: str, day: DayInForce, planned: Iterable[Reason]) -> Explanation:
    """Return why a meal of a day is what it is; ``planned`` are the reasons of the program's meals."""
    found = numbered(day.plan.meals, argument, "meal", day)
    totals, calories = found.totals(), day.plan.targets.calories_kcal
    chain = list(planned)
    if calories:
        share = f"{totals.kcal / calories:.0%} of the day's {calories:.0f} kcal"
        words = f"{share}, with {totals.protein_g:.0f} g of protein"
        chain.append(Reason("share_of_day", calories, round(totals.kcal), words))
    chain += [Reason("role", None, item.food_name, f"the {item.role} of the meal") for item in found.items if item.role]
    return Explanation(f"meal {found.number}", found.name, "", day.plan.date, (*chain, *_adjusted(day)))


def numbered(things: Iterable[Thing], argument: str, what: str, day: DayInForce) -> Thing:
    """Return the thing of a day that a number names; raises NotThereError with the numbers there are."""
    known = sorted(things, key=lambda one: one.number)
    found = next((one for one in known if str(one.number) == argument), None)
    if found is not None:
        return found
    numbers = ", ".join(str(one.number) for one in known)
    raise NotThereError(
        f"There is no {what} {argument or '?'} on {day.plan.date.isoformat()}.",
        code="no_such_number",
        hint=f"That day has {what}s {numbers}." if numbers else f"That day has no {what}.",
    )


def _exercise_reasons(store: Store, item: ExerciseItem) -> list[Reason]:
    known = exercises.find(store, item.exercise_id)
    chain = []
    if known is not None:
        muscles = ", ".join(f"{name} {share:g}" for name, share in sorted(known.fractional_sets().items()))
        because = f"{known.movement_pattern}; a set counts for {muscles or 'no counted muscle'}"
        chain.append(Reason("trains", None, known.name, because, "Pelland 2025 Sports Med"))
    if item.substitution_reason:
        chain.append(Reason("substitution", None, item.name, item.substitution_reason))
    if item.rir is not None:
        words = f"stop {item.rir} repetitions before failure"
        chain.append(Reason("effort", None, item.rir, words, "Robinson 2024 Sports Med 54:2209"))
    if item.load_kg is not None:
        words = "from your log" if item.load_source == "log" else "from the sets that you stated, and the weeks since"
        chain.append(Reason("load", None, item.load_kg, words, "Epley 1985; Brzycki 1993"))
    if item.note:
        chain.append(Reason("note", None, None, item.note))
    return chain


def _adjusted(day: DayInForce) -> list[Reason]:
    override = day.plan.override
    if override is None:
        return []
    words = f"adjustment {override.number} of this day: {override.reason_code.replace('_', ' ')}"
    return [Reason("adjustment", None, None, words, "docs/rules: adjustments")]
