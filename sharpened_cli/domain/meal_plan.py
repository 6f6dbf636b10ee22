"""Plan the meals of a program: foods a person may and likes to eat, at their times, on their targets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zlib import crc32

from sharpened_cli.domain.diet_filter import DIET_NOTES, diet_filter
from sharpened_cli.domain.facts import NO_FACTS
from sharpened_cli.domain.food import ALLERGENS
from sharpened_cli.domain.food_tastes import tastes
from sharpened_cli.domain.kitchen import Kitchen
from sharpened_cli.domain.meal_days import ATTEMPTS, CYCLE_DAYS, DayPlanner
from sharpened_cli.domain.meal_issues import meal_issues
from sharpened_cli.domain.meal_names import meal_name
from sharpened_cli.domain.meal_times import meal_slots
from sharpened_cli.domain.plan import Issue, PlannedItem, PlannedMeal
from sharpened_cli.domain.reason import Reason
from sharpened_cli.domain.serving_words import serving_words
from sharpened_cli.domain.stand_ins import is_substitute

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.diet_filter import DietFilter
    from sharpened_cli.domain.facts import Facts
    from sharpened_cli.domain.food import Food
    from sharpened_cli.domain.food_tastes import Tastes
    from sharpened_cli.domain.meal_days import SolvedDay
    from sharpened_cli.domain.meal_model import Amount
    from sharpened_cli.domain.meal_times import MealSlot
    from sharpened_cli.domain.nutrients import Targets
    from sharpened_cli.domain.plan import PlannedDay
    from sharpened_cli.domain.profile import Profile

FEW_MEALS = 3  # from so many meals on, another one is no answer to missed targets
SAME_TARGETS = 0.005  # targets this near are the same day


@dataclass(frozen=True, slots=True, kw_only=True)
class MealRequest:
    """Everything a meal plan is made from: the person, what they said, days with targets, the food table."""

    profile: Profile
    days: tuple[PlannedDay, ...]
    foods: tuple[Food, ...]
    facts: Facts = NO_FACTS
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MealPlan:
    """Meals for every day, what could not be met, why the plan is as it is, and notes for the person."""

    meals: tuple[PlannedMeal, ...] = ()
    issues: tuple[Issue, ...] = ()
    reasons: tuple[Reason, ...] = ()
    notes: tuple[str, ...] = ()


def plan_meals(request: MealRequest) -> MealPlan:
    """Return meals for every day of the request, with an issue for each wish that could not be met.

    Allergies, diet and exclusions hold everywhere. An allergy that is not understood stops the plan: it
    comes back without meals and with the issue ``allergy_not_understood``.
    """
    bounds = _bounds(request, None)
    if bounds.unknown:
        return MealPlan(issues=(_not_understood(bounds.unknown),))
    if any(day.targets.calories_kcal is None for day in request.days):
        return MealPlan(issues=(_no_numbers(),))
    slots = meal_slots(request.profile, request.facts.meal_times)
    planner = _planner(request, bounds, slots)
    solved = _solve_days(planner, request.days)
    meals = tuple(
        meal for day, result in zip(request.days, solved, strict=True) if result for meal in _meals(day, result, slots)
    )
    return MealPlan(
        meals=meals,
        issues=meal_issues(planner, solved, _with_another_meal(request, bounds, slots)),
        reasons=_reasons(request.profile, slots, bounds, planner.kitchens[0].tastes),
        notes=tuple(DIET_NOTES[diet] for diet in bounds.diets if diet in DIET_NOTES),
    )


def _bounds(request: MealRequest, weekday: int | None) -> DietFilter:
    """Return what may not be eaten on a weekday (1 Monday); without one, what is never eaten."""
    first = request.days[0].date.isoformat() if request.days else ""
    rules = [
        rule for rule in request.facts.non_negotiables
        if (not rule.days or weekday in rule.days) and not (rule.end_date and rule.end_date < first)
    ]  # fmt: skip
    return diet_filter(request.profile, rules, request.foods)


def _planner(request: MealRequest, bounds: DietFilter, slots: Sequence[MealSlot]) -> DayPlanner:
    """Return the planner of a request, with another kitchen on weekdays on which more is left out."""
    usual = _kitchen(request, bounds)
    kitchens: dict[int, Kitchen] = {}
    for weekday in sorted({day for rule in request.facts.non_negotiables if rule.excluded_foods for day in rule.days}):
        kitchens[weekday] = _kitchen(request, _bounds(request, weekday))
    first_days = request.days[:CYCLE_DAYS]
    return DayPlanner(
        [kitchens.get(day.day_index, usual) for day in first_days] or [usual],
        slots,
        _apart(request.foods, bounds),
        CYCLE_DAYS if len(request.days) > CYCLE_DAYS else 0,
    )


def _kitchen(request: MealRequest, bounds: DietFilter) -> Kitchen:
    foods = bounds.allowed(food for food in request.foods if food.role)
    likes = tastes(
        request.facts.foods, request.facts.difficulties, foods, request.foods, lambda food: bounds.why_not(food) is None
    )
    return Kitchen(foods, likes, _seed(request), _substitutes(foods, bounds))


def _seed(request: MealRequest) -> int:
    """Return a seed that differs between people, so that not everybody eats the same fortnight."""
    person = request.profile
    words = (request.seed, person.birth_date, person.sex, person.height_cm, person.weight_kg)
    return crc32("|".join(str(word) for word in words).encode())


def _with_another_meal(request: MealRequest, bounds: DietFilter, slots: Sequence[MealSlot]) -> DayPlanner | None:
    """Return a planner for one meal a day more, with which an issue can be tried out; None at three or more."""
    if len(slots) >= FEW_MEALS:
        return None
    profile = replace(request.profile, meals_per_day=len(slots) + 1)
    return _planner(request, bounds, meal_slots(profile, ()))


def _solve_days(planner: DayPlanner, days: Sequence[PlannedDay]) -> list[SolvedDay | None]:
    """Solve the first days and repeat them; a repeated day with other targets keeps its foods where it can."""
    results: list[SolvedDay | None] = []
    adapted: dict[tuple[int, Targets], SolvedDay | None] = {}
    for index, day in enumerate(days):
        if index < CYCLE_DAYS:
            results.append(planner.solve(index, day.targets))
            continue
        base = index % CYCLE_DAYS
        original = results[base]
        if original is None or _same(original.targets, day.targets):
            results.append(original)
            continue
        key = (base, day.targets)
        if key not in adapted:
            changed: SolvedDay | None = planner.adapt(original, day.targets)
            if changed is not None and changed.miss > 1.0:
                again = planner.best_of(base, day.targets, range(len(ATTEMPTS)))
                changed = again if again is not None and again.miss < changed.miss else changed
            adapted[key] = changed
        results.append(adapted[key])
    return results


def _same(left: Targets, right: Targets) -> bool:
    return all(
        abs((one or 0.0) - (two or 0.0)) <= SAME_TARGETS * (one or 1.0)
        for one, two in zip(left[:4], right[:4], strict=True)
    )


def _substitutes(foods: Sequence[Food], bounds: DietFilter) -> frozenset[str]:
    """Return the foods that stand in for others which this person may eat."""
    is_plant_based = bool({"vegan", "vegetarian"} & set(bounds.diets))
    is_gluten_free = "gluten" in bounds.allergens or any("gluten" in word for word, _ in bounds.exclusions)
    return frozenset(
        food.id for food in foods
        if is_substitute(food, is_plant_based=is_plant_based, is_gluten_free=is_gluten_free)
    )  # fmt: skip


def _apart(foods: Sequence[Food], bounds: DietFilter) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return what one meal must not hold together: two supplements, two oils; meat and milk where kosher is kept."""
    supplements = frozenset(food.id for food in foods if food.role == "supplement")
    oils = frozenset(food.id for food in foods if food.id.endswith("-oil"))
    apart = [(supplements, supplements), (oils, oils)]
    if "kosher" in bounds.diets:
        meat = frozenset(food.id for food in foods if not food.pescatarian)
        milk = frozenset(food.id for food in foods if "milk" in food.allergens)
        apart.append((meat, milk))
    return apart


def _meals(day: PlannedDay, solved: SolvedDay, slots: Sequence[MealSlot]) -> list[PlannedMeal]:
    meals: list[PlannedMeal] = []
    for number, slot in enumerate(slots):
        amounts = [amount for amount in solved.amounts if amount.place.meal == number and amount.grams > 0]
        if amounts:
            meals.append(_meal(day, len(meals) + 1, slot, amounts, solved.kinds))
    return meals


def _meal(
    day: PlannedDay, order: int, slot: MealSlot, amounts: Sequence[Amount], kinds: Mapping[int, str]
) -> PlannedMeal:
    foods = [amount.choice.food for amount in amounts]
    items = tuple(
        PlannedItem(
            food_id=food.id, food_name=food.name, grams=amount.grams, serving=serving_words(food, amount.grams),
            role=food.role, nutrients=food.nutrients(amount.grams),
        )
        for food, amount in zip(foods, amounts, strict=True)
    )  # fmt: skip
    return PlannedMeal(
        date=day.date, week_index=day.week_index, day_index=day.day_index, order=order,
        meal_type=slot.meal_type, meal_time=slot.meal_time, time=slot.time,
        name=meal_name(
            kinds.get(amounts[0].place.meal, ""), [(amount.place.name, amount.choice.food) for amount in amounts]
        ),
        items=items, prep_minutes=max(food.prep_minutes for food in foods),
    )  # fmt: skip


def _not_understood(unknown: Sequence[str]) -> Issue:
    words = ", ".join(unknown)
    return Issue(
        code="allergy_not_understood", wanted=words, possible=None,
        because=f"I do not know what to leave out for '{words}', and with an allergy I do not guess.",
        options=(
            "Name the foods themselves, for example: --allergies 'tomato, kiwi'",
            f"Use one of: {', '.join(ALLERGENS).replace('_', ' ')}",
        ),
    )  # fmt: skip


def _no_numbers() -> Issue:
    return Issue(
        code="no_calorie_target", wanted=None, possible=None,
        because="Calorie numbers are withheld, so meals are not weighed out for you.",
        options=("Plan meals together with a dietitian",),
    )  # fmt: skip


def _reasons(profile: Profile, slots: Sequence[MealSlot], bounds: DietFilter, likes: Tastes) -> tuple[Reason, ...]:
    reasons = [
        Reason("meals_per_day", profile.meals_per_day, len(slots), "Meals stand at the times you eat."),
        Reason("meal_targets", None, "3 % kcal, 5 % protein, 8 % carbohydrate and fat",
               "Each day is solved as a whole, in household amounts."),
    ]  # fmt: skip
    if bounds.allergens or bounds.exclusions or bounds.diets:
        left_out = [*sorted(bounds.allergens), *bounds.diets, *(word for word, _ in bounds.exclusions)]
        reasons.append(Reason("left_out", None, ", ".join(left_out), "What you do not eat is never planned."))
    if likes.liked:
        reasons.append(Reason("familiar_foods", None, None, "Foods you told me you eat come first."))
    if likes.is_short_of_time:
        reasons.append(Reason("batch_cooking", None, None, "Dinner is cooked for the next lunch every other day."))
    return tuple(reasons)
