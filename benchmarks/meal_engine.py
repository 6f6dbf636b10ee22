"""Plan meals for generated people and count what a careful coach would count: targets, allergens, portions, variety.

    python benchmarks/meal_engine.py [--clients 200] [--days 14] [--seed 1] [--worst 5]

The checks read only the flags and limits of the food table, not the rules by which meals were chosen.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.facts import NO_FACTS, Difficulty, Facts, MealTime, NonNegotiable, TypicalFood
from sharpened_cli.domain.meal_plan import MealRequest, plan_meals
from sharpened_cli.domain.meal_times import meal_slots
from sharpened_cli.domain.nutrients import total
from sharpened_cli.domain.plan import PlannedDay
from sharpened_cli.domain.profile import DIETS, GOALS, Profile
from sharpened_cli.domain.standing import stand
from sharpened_cli.domain.targets import split_by_training
from sharpened_cli.store.reference import read_foods

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sharpened_cli.domain.food import Food
    from sharpened_cli.domain.meal_plan import MealPlan
    from sharpened_cli.domain.nutrients import Targets
    from sharpened_cli.domain.plan import PlannedMeal

START = date(2026, 3, 2)
TOLERANCES = (0.03, 0.05, 0.08, 0.08)
ALLERGY_TEXTS = {
    "coeliac": {"gluten"}, "lactose intolerant": {"milk"}, "eggs": {"egg"}, "soya": {"soy"}, "peanuts": {"peanut"},
    "tree nuts": {"tree_nut"}, "sesame": {"sesame"}, "fish": {"fish"}, "shellfish": {"crustacean", "mollusc"},
    "mustard": {"mustard"}, "celery": {"celery"}, "sulphites": {"sulphite"}, "lupin": {"lupin"}, "dairy": {"milk"},
}  # fmt: skip
DISLIKES = ("mushrooms", "broccoli", "tuna", "olives", "bananas", "oats", "cottage cheese", "prawns", "lentils", "beef")
FOODS_SAID = ("oats", "eggs", "banana", "chicken breast", "rice", "greek yogurt", "salmon", "pasta", "potatoes",
              "porridge", "cheese sandwich", "lentil soup", "tofu", "almonds", "toast", "tuna", "apple")  # fmt: skip
TIMES = ("early_morning", "breakfast", "mid_morning", "lunch", "afternoon", "dinner", "evening", "late_night")
DIET_FLAGS: dict[str, Callable[[Food], bool]] = {
    "none": lambda _food: True, "vegetarian": lambda food: food.vegetarian, "vegan": lambda food: food.vegan,
    "pescatarian": lambda food: food.pescatarian, "keto": lambda food: food.keto_ok,
    "paleo": lambda food: food.paleo_ok, "halal": lambda food: food.halal_status != "no",
    "kosher": lambda food: food.kosher_status != "no",
}  # fmt: skip
LEAST_MET = 0.95
FREE_CATEGORIES = {"oils_fats", "sauces_condiments", "drinks", "plant_dairy", "supplements", "bread_wraps"}


class Client(NamedTuple):
    """A generated person, what they said, the targets of training and rest days, and allergens to look for."""

    profile: Profile
    facts: Facts
    training: Targets
    rest: Targets
    training_days: int
    allergens: frozenset[str]


class Score(NamedTuple):
    """What was counted for one person."""

    days: int
    days_met: int
    meals: int
    violations: int
    portions: int
    repeats: int
    odd_slots: int
    items: int
    incomplete: int
    seconds: float
    issues: tuple[str, ...]


def client(number: int, seed: int) -> Client | None:
    """Return a generated person, None where safety would not let one have numbers."""
    chance = random.Random(f"{seed}-{number}")
    sex = chance.choice(("male", "female"))
    height = chance.gauss(176 if sex == "male" else 163, 7)
    bmi = min(46.0, max(18.8, chance.gauss(26.5, 5)))
    allergies = tuple(chance.sample(sorted(ALLERGY_TEXTS), chance.choice((0, 0, 0, 1, 1, 2, 3))))
    goal = chance.choice(GOALS)
    profile = Profile(
        user_id=f"client-{number}",
        birth_date=date(2026 - chance.randint(19, 80), chance.randint(1, 12), chance.randint(1, 28)),
        sex=sex, height_cm=round(height), weight_kg=round(min(180, max(45, bmi * (height / 100) ** 2)), 1),
        primary_goal=goal, experience_level=chance.choice(("beginner", "novice", "intermediate", "advanced")),
        activity_level=chance.choice(("sedentary", "lightly_active", "moderately_active", "very_active")),
        workout_frequency=chance.randint(1, 6), session_minutes=chance.choice((30, 45, 60, 90)),
        dietary_preference=chance.choice((*DIETS, "none", "none")), food_allergies=allergies,
        foods_to_avoid=tuple(chance.sample(DISLIKES, chance.choice((0, 0, 1, 2, 4)))),
        meals_per_day=chance.choice((1, 2, 3, 3, 3, 4, 4, 5, 6, 8)),
        injuries=(), conditions=(), medications=(), screening={"answered": True},
    )  # fmt: skip
    standing = stand(profile, START, flags=frozenset())
    targets = standing.targets
    if targets.calories_kcal is None:
        return None
    training_days = profile.workout_frequency or 3
    on, off = split_by_training(targets, training_days) if chance.random() < 0.5 else (targets, targets)
    allergens = frozenset().union(*(ALLERGY_TEXTS[text] for text in allergies)) if allergies else frozenset()
    return Client(profile, _facts(chance), on, off, training_days, allergens)


def _facts(chance: random.Random) -> Facts:
    if chance.random() < 0.5:
        return NO_FACTS
    names = sorted(chance.sample(TIMES, chance.randint(2, 5)), key=TIMES.index)
    said = chance.sample(FOODS_SAID, chance.randint(0, 8))
    return Facts(
        meal_times=tuple(MealTime(meal_time=name) for name in names) if chance.random() < 0.6 else (),
        foods=tuple(TypicalFood(food=food, frequency=chance.choice((None, "daily", "weekly"))) for food in said),
        difficulties=(Difficulty(description="no time to cook", difficulty_category="time_management"),)
        if chance.random() < 0.3 else (),
        non_negotiables=(NonNegotiable(constraint_type="foods_excluded", description="", excluded_foods=("pork",)),)
        if chance.random() < 0.2 else (),
    )  # fmt: skip


def days_of(person: Client, count: int) -> tuple[PlannedDay, ...]:
    """Return dated days with the targets of training and rest days."""
    training = {0, 2, 4, 5, 1, 3} if person.training_days >= 6 else set(range(0, 2 * person.training_days, 2))
    return tuple(
        PlannedDay(
            date=START + timedelta(index), week_index=1 + index // 7, day_index=1 + index % 7,
            is_training_day=index % 7 in training,
            targets=person.training if index % 7 in training else person.rest,
        )
        for index in range(count)
    )  # fmt: skip


def score(person: Client, days: Sequence[PlannedDay], plan: MealPlan, foods: dict[str, Food], seconds: float) -> Score:
    """Return the counts for one person's plan."""
    by_date: dict[date, list[PlannedMeal]] = {}
    for meal in plan.meals:
        by_date.setdefault(meal.date, []).append(meal)
    serves = {slot.meal_time: slot.serves for slot in meal_slots(person.profile, person.facts.meal_times)}
    met = sum(_is_met(by_date.get(day.date, []), day.targets) for day in days)
    items = [(meal, item) for meal in plan.meals for item in meal.items]
    violations = sum(not _is_allowed(foods[item.food_id], person) for _, item in items)
    portions = sum(not _is_practical(foods[item.food_id], item.grams) for _, item in items if item.role)
    odd = sum(
        not {meal.meal_type, serves.get(meal.meal_time, "")} & foods[item.food_id].slots
        for meal, item in items if item.role
    )  # fmt: skip
    incomplete = sum(not _is_meal(meal, serves.get(meal.meal_time, meal.meal_type)) for meal in plan.meals)
    incomplete += sum(len(serves) - len(by_date.get(day.date, [])) for day in days)
    return Score(
        len(days), met, len(plan.meals), violations, portions, _repeats(days, by_date, foods, person), odd, len(items),
        incomplete, seconds, tuple(issue.code for issue in plan.issues),
    )  # fmt: skip


def _is_met(meals: Sequence[PlannedMeal], targets: Targets) -> bool:
    eaten = total(meal.totals() for meal in meals)
    return all(
        target is None or abs(value - target) <= tolerance * target
        for value, target, tolerance in zip(eaten[:4], targets[:4], TOLERANCES, strict=True)
    )


def _is_allowed(food: Food, person: Client) -> bool:
    words = {word.rstrip("s") for word in food.id.split("-")}
    disliked = "oil" not in words and any(set(_words(text)) <= words for text in person.profile.foods_to_avoid or ())
    is_diet = DIET_FLAGS[person.profile.dietary_preference](food)
    return is_diet and not disliked and not food.allergens & person.allergens


def _words(text: str) -> list[str]:
    return [word.rstrip("s") for word in text.lower().split()]


def _is_practical(food: Food, grams: float) -> bool:
    if food.is_countable and abs(grams / food.plan_step_g - round(grams / food.plan_step_g)) > 0.01:
        return False
    return food.plan_min_g * 0.74 <= grams <= food.plan_max_g + 0.1


def _is_meal(meal: PlannedMeal, serves: str) -> bool:
    """Return whether a main meal has a dish, or a protein with a side; other meals at least one food."""
    roles = {item.role for item in meal.items}
    if serves not in {"lunch", "dinner"}:
        return bool(meal.items)
    protein = roles & {"protein", "lean_protein", "legume", "dish", "dairy"} or meal.totals().protein_g >= 12
    return bool(protein and (roles & {"vegetable", "dish", "sauce", "fruit"}) and len(meal.items) >= 2)


def _repeats(
    days: Sequence[PlannedDay], by_date: dict[date, list[PlannedMeal]], foods: dict[str, Food], person: Client
) -> int:
    """Return how often a food that should vary is eaten more than twice in three days."""
    said_daily = {row.food for row in person.facts.foods if row.frequency == "daily"}
    found = 0
    for index in range(2, len(days)):
        counts: Counter[str] = Counter()
        for day in days[index - 2 : index + 1]:
            for meal in by_date.get(day.date, []):
                if meal.meal_type != "breakfast":
                    counts.update(item.food_id for item in meal.items)
        for food_id, count in counts.items():
            food = foods[food_id]
            is_free = food.category in FREE_CATEGORIES or food_id.startswith(("milk-", "butter-"))
            words = {word.rstrip("s") for word in food_id.split("-")}
            is_said = any(set(_words(said)) & words for said in said_daily)
            found += count > 2 and not is_free and not is_said and food.role not in {"bread", "drink", "sauce"}
    return found


def main() -> int:
    """Plan for generated people and print what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--days", type=int, default=14)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", type=int, default=5)
    given = parser.parse_args()
    table = read_foods()
    foods = {food.id: food for food in table}
    plan_meals(MealRequest(profile=Profile(user_id="warm"), days=(), foods=table))
    scores: list[tuple[Score, Client]] = []
    number = 0
    while len(scores) < given.clients:
        person = client(number, given.seed)
        number += 1
        if person is None:
            continue
        days = days_of(person, given.days)
        started = time.process_time()
        plan = plan_meals(MealRequest(profile=person.profile, facts=person.facts, days=days, foods=table, seed=number))
        scores.append((score(person, days, plan, foods, time.process_time() - started), person))
    return report(scores, given.worst)


def report(scores: Sequence[tuple[Score, Client]], worst: int) -> int:
    """Print the table by diet and the people whose days missed most; return 1 where a bar is missed."""
    print(f"{'':14}{'people':>7}{'days met':>10}{'violations':>11}{'portions':>9}{'repeats':>8}"
          f"{'odd slot':>9}{'incomplete':>11}{'s median':>9}{'s p95':>7}")  # fmt: skip
    groups: dict[str, list[Score]] = {}
    for one, person in scores:
        groups.setdefault(person.profile.dietary_preference, []).append(one)
    for name, some in [*sorted(groups.items()), ("all", [one for one, _ in scores])]:
        seconds = sorted(one.seconds for one in some)
        days, items, meals = (sum(getattr(one, what) for one in some) for what in ("days", "items", "meals"))
        print(f"{name:14}{len(some):7}{sum(one.days_met for one in some) / days:10.1%}"
              f"{sum(one.violations for one in some):11}{sum(one.portions for one in some):9}"
              f"{sum(one.repeats for one in some):8}{sum(one.odd_slots for one in some) / items:9.1%}"
              f"{sum(one.incomplete for one in some) / max(meals, 1):11.1%}{statistics.median(seconds):9.2f}"
              f"{seconds[int(0.95 * (len(seconds) - 1))]:7.2f}")  # fmt: skip
    said = Counter(code for one, _ in scores for code in one.issues)
    print("issues:", dict(sorted(said.items())))
    silent = sum(one.days_met < one.days and "meal_targets" not in one.issues for one, _ in scores)
    print("missed without an issue:", silent)
    for one, person in sorted(scores, key=lambda pair: pair[0].days_met / pair[0].days)[:worst]:
        profile = person.profile
        targets = tuple(round(value or 0) for value in person.training)
        print(f"  {one.days_met}/{one.days} {profile.dietary_preference} {profile.food_allergies} "
              f"{profile.meals_per_day} meals {targets} {profile.foods_to_avoid} {one.issues}")  # fmt: skip
    every = [one for one, _ in scores]
    is_met = sum(one.days_met for one in every) >= LEAST_MET * sum(one.days for one in every)
    return 0 if is_met and not silent and not any(one.violations or one.portions for one in every) else 1


if __name__ == "__main__":
    sys.exit(main())
