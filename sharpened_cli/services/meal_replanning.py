"""Meals for the days whose planned foods cannot follow a changed target by other amounts alone.

A day is solved anew only when the fold, under the new targets, ends more than 3 % away from them. The new
meals are edits that name the change of targets that they were made for, and hold no longer than it does.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.effective import effective_day, live_events, relocations
from sharpened_cli.domain.meal_rescale import TOLERANCE
from sharpened_cli.domain.nutrients import total
from sharpened_cli.domain.reason import Reason
from sharpened_cli.services.meal_amounts import rescaled
from sharpened_cli.services.planning import base_numbers
from sharpened_cli.services.reassessment_changes import Change
from sharpened_cli.store import calendar, plan_changes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sharpened_cli.domain.day_plan import EffectiveDay, Meal, MealItem, PlanEvent, StoredDay
    from sharpened_cli.domain.plan import PlannedDay, PlannedItem, PlannedMeal
    from sharpened_cli.store import Store
    from sharpened_cli.store.calendar import ProgramInForce

REASON_CODE = "meals_follow_calories"


class ShortDay(NamedTuple):
    """A day that other amounts do not bring within 3 %: as stored, as it was, and as it would become."""

    stored: StoredDay
    before: EffectiveDay
    rescaled: EffectiveDay


def meal_changes(
    store: Store, user_id: str, program_id: str, change: PlanEvent, in_doubt: Sequence[date]
) -> list[Change]:
    """Return the edits, one a replaced meal, that keep planned days within 3 % of a change of targets to be.

    ``in_doubt`` are the days to look at, in order (reassessments.days_in_doubt). A day keeps its rescaled meals
    where newly solved ones would be no nearer to the target or stand at other times than the planned ones.
    """
    program = calendar.program_in_force(store, user_id, in_doubt[0])
    if program is None or program.id != program_id:
        return []
    short = _short_days(store, user_id, program, change, frozenset(in_doubt))
    if not short:
        return []
    solved = _solved(store, user_id, program, short)
    return [
        edit for day in short for edit in _edits(day, solved.get(_place(program, day.stored.date), ()), change.number)
    ]


def _short_days(
    store: Store, user_id: str, program: ProgramInForce, change: PlanEvent, in_doubt: frozenset[date]
) -> list[ShortDay]:
    events = plan_changes.events_of(store, program.id)
    live = live_events(events)
    stored = calendar.stored_days(
        store,
        user_id,
        program,
        min(in_doubt),
        max(in_doubt),
        moved_ids=relocations(live),
        base_numbers=base_numbers(events),
    )
    rescale = partial(rescaled, store)
    found = []
    for day in stored:
        if day.date not in in_doubt or not day.meals:
            continue
        after = effective_day(day, (*live, change), rescale=rescale)
        if _miss(after, after.meals) > TOLERANCE:
            found.append(ShortDay(day, effective_day(day, live, rescale=rescale), after))
    return found


def _miss(day: EffectiveDay, meals: Sequence[Meal] | Sequence[PlannedMeal]) -> float:
    """Return how far meals are from the calories of a day, as a share of these; 0 where numbers are withheld."""
    wanted = day.targets.calories_kcal
    return abs(total(meal.totals() for meal in meals).kcal - wanted) / wanted if wanted else 0.0


def _place(program: ProgramInForce, day: date) -> int:
    """Return the place of a day in the cycle in which the program's days repeat: weekdays stay together."""
    from sharpened_cli.domain.meal_days import CYCLE_DAYS

    return (day - program.start_date).days % CYCLE_DAYS


def _solved(
    store: Store, user_id: str, program: ProgramInForce, short: Sequence[ShortDay]
) -> dict[int, tuple[PlannedMeal, ...]]:
    """Return newly solved meals by the place of the day in the cycle: each distinct day is solved once.

    Nothing when the plan cannot be made, say for an allergy that is not understood.
    """
    from sharpened_cli.domain.meal_plan import MealRequest, plan_meals
    from sharpened_cli.domain.program_goals import program_goals
    from sharpened_cli.services.generation import as_planned_for
    from sharpened_cli.store import consultations, food_table, profiles, programs

    profile = profiles.load(store, user_id)
    made = programs.read(store, program.id)
    if profile is None or made is None:
        return {}
    first: dict[int, PlannedDay] = {}
    for day in short:
        first.setdefault(_place(program, day.stored.date), _planned_day(day))
    facts = consultations.load_facts(store, user_id)
    plan = plan_meals(
        MealRequest(
            profile=as_planned_for(profile, program_goals(profile, facts, program.start_date)),
            facts=facts,
            days=tuple(first.values()),
            foods=tuple(food for food in food_table.read_all(store) if food.created_by in {None, user_id}),
            seed=made.seed,
        )
    )
    return {place: tuple(meal for meal in plan.meals if meal.date == day.date) for place, day in first.items()}


def _planned_day(day: ShortDay) -> PlannedDay:
    from sharpened_cli.domain.plan import PlannedDay

    return PlannedDay(
        date=day.stored.date,
        week_index=day.stored.week_index or 1,
        day_index=day.stored.date.isoweekday(),
        is_training_day=bool(day.stored.sessions),
        targets=day.rescaled.targets,
    )


def _edits(day: ShortDay, solved: Sequence[PlannedMeal], number: int) -> list[Change]:
    """Return the edits of one day; none where its meals cannot take the solved ones' places or gain nothing."""
    planned = {meal.order: meal for meal in day.rescaled.meals}
    fits = len(planned) == len(day.rescaled.meals) == len(solved) and all(
        meal.order in planned and planned[meal.order].meal_type == meal.meal_type for meal in solved
    )
    if not fits or _miss(day.rescaled, solved) >= _miss(day.rescaled, day.rescaled.meals):
        return []
    stored = {meal.id: meal for meal in day.stored.meals}
    was = {meal.id: meal for meal in day.before.meals}
    return [
        _edit(day, was[meal_id], new, number)
        for new in sorted(solved, key=lambda meal: meal.order)
        if _lines(stored[meal_id := planned[new.order].id].items) != _lines(new.items)
    ]


def _edit(day: ShortDay, old: Meal, new: PlannedMeal, number: int) -> Change:
    wanted = day.rescaled.targets.calories_kcal
    text = f"other amounts of the same foods could not reach {wanted:.0f} kcal"
    return Change(
        "edit",
        REASON_CODE,
        text,
        {"meals": {old.id: {"name": old.name, "items": _lines(old.items)}}},
        {
            "meals": {old.id: {"name": new.name, "items": _lines(new.items)}},
            "made_for_kcal": wanted,
            "made_for_change": number,
        },
        (Reason(REASON_CODE, round(old.totals().kcal), round(new.totals().kcal), text),),
        entity=("meal", old.id),
        effective_date=day.stored.date,
    )


def _lines(items: Sequence[MealItem] | Sequence[PlannedItem]) -> list[dict[str, Any]]:
    return [
        {
            "food_id": item.food_id,
            "food_name": item.food_name,
            "grams": item.grams,
            "serving": item.serving,
            "role": item.role,
            **item.nutrients._asdict(),
        }
        for item in items
    ]
