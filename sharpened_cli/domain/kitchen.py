"""The kitchen of one person: what each kind of meal can be there, how much it is wanted, and with which foods."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.food_families import FAMILIES
from sharpened_cli.domain.meal_model import SUPPLEMENT_COST
from sharpened_cli.domain.meal_reach import energy_range, meal_reach, place_reach
from sharpened_cli.domain.meal_templates import extra_places, templates
from sharpened_cli.domain.stand_ins import is_staple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.food import Food
    from sharpened_cli.domain.food_tastes import Tastes
    from sharpened_cli.domain.meal_reach import PlaceReach, Reach
    from sharpened_cli.domain.meal_templates import Place, Template
    from sharpened_cli.domain.meal_times import MealSlot

# Costs of a kind of meal, in steps of preference (product choices).
RARITY_COST = (0.0, 0.8, 2.4, 6.0)
RECENT_MEAL = {0: 9.0, 1: 6.0, 2: 3.5, 3: 2.0, 4: 1.0}  # by days since it was last eaten
BREAKFAST_SHARE = 0.5  # people mind the same breakfast half as much
JITTER = 1.6
SLOW_MINUTES, SLOW_COST = 20, 0.12  # for each minute beyond, where time is short
RECENT_FOOD = {1: 2.5, 2: 1.2}
RANK_COST = 0.22  # for each place further down a family
WORN_COST = 12.0  # for a place without a fresh food: nearly anything else goes first
WELCOME = 0.4  # for each step of liking, a food that a person named is worth an optional place
DEAR_COST = 1.5  # for each level of price beyond the first, where money is short
STAPLE_RANK_COST = 0.6
CHOICES = {True: 2, False: 5}  # offered for an optional and for a required place
MEAL_STRETCH = 0.18  # a meal may be this far from its share of the day
SUBSTITUTE_COST = 3.0  # for a stand-in that nothing about this person calls for
OWN_DISH = "own_dish"  # the place of a dish that a person named and that belongs to no family
ALL_MEMBERS = frozenset(food_id for foods in FAMILIES.values() for food_id in foods)
# With rice, potatoes, noodles or a wrap nobody eats bread.
STARCHY_PLACES = frozenset((
    "toast", "wraps", "pita", "buns", "rice", "potatoes", "plate_starch", "jacket", "asian_base", "indian_base",
    "mexican_base", "mexican_wraps", "sushi",
))  # fmt: skip
LARGE_SNACK_KCAL = 420.0  # a snack beyond this may be any cold lunch (product choice)


class History(NamedTuple):
    """What the days before (and, at the end of a cycle, after) hold: days since a meal and a food, uses left."""

    meal_age: Mapping[str, int]
    food_age: Mapping[str, int]
    uses_left: Mapping[str, int]


class Offer(NamedTuple):
    """A kind of meal for one slot: the foods allowed at each place, extras included, and its reach."""

    slot: int
    template: Template
    places: tuple[tuple[Place, tuple[Food, ...]], ...]
    reach: Reach
    cost: float


class Kitchen:
    """The foods a person may eat, and what each kind of meal can do with them; reaches are computed once."""

    def __init__(self, foods: Sequence[Food], tastes: Tastes, seed: int, substitutes: frozenset[str]) -> None:
        self.by_id = {food.id: food for food in foods}
        self.tastes = tastes
        self.seed = seed
        self.substitutes = substitutes
        named = [
            food for food in self.by_id.values()
            if food.plan_step_g > 0 and food.id not in ALL_MEMBERS and tastes.is_named(food.id)
        ]  # fmt: skip
        self.own_dishes = frozenset(food.id for food in named if food.role == "dish")
        self.alike = _alike(named)
        self._places: dict[tuple[Place, str], tuple[tuple[Food, ...], PlaceReach | None]] = {}
        self._reaches: dict[tuple[str, str, int, int], Reach | None] = {}

    def foods_for(self, place: Place, meal_type: str) -> tuple[tuple[Food, ...], PlaceReach | None]:
        """Return the allowed foods of a place, the most liked and usual first, and their reach."""
        key = (place, meal_type)
        if key not in self._places:
            foods = self._members(place)
            rank = {food.id: index for index, food in enumerate(foods)}
            foods.sort(key=lambda food: self._wanted(food, rank[food.id], meal_type))
            reach = place_reach(foods, is_optional=place.is_optional) if foods else None
            self._places[key] = (tuple(foods), reach)
        return self._places[key]

    def _members(self, place: Place) -> list[Food]:
        """Return the allowed foods of a place, with foods the person named beside those that they are like."""
        if place.name == OWN_DISH:
            return [self.by_id[food_id] for food_id in sorted(self.own_dishes)]
        members: list[Food] = []
        for food_id in place.foods:
            if food_id in self.by_id:
                members.append(self.by_id[food_id])
            members += [food for food in self.alike.get(food_id, ()) if food not in members]
        return members

    def _wanted(self, food: Food, rank: int, meal_type: str) -> float:
        """Return how far back in its family a food stands for this person."""
        liking = self.tastes.liking(food.id, meal_type)
        return rank + (20 if food.id in self.substitutes and not liking else 0) - 4 * liking

    def all_places(self, template: Template, meal_type: str, kcal: float) -> list[Place]:
        """Return the places of a kind of meal with the extras that so much energy calls for."""
        own = {place.name for place in template.places}
        has_starch = bool(own & STARCHY_PLACES) or any("bread" in name for name in own)
        return [*template.places, *(
            place for place in extra_places(meal_type, int(kcal // 10 * 10))
            if place.name not in own and not (has_starch and place.name in {"soup_bread", "toast", "sliced_bread"})
        )]  # fmt: skip

    def reach(self, template: Template, meal_type: str, kcal: float, extra_kcal: float) -> Reach | None:
        """Return what a kind of meal can hold at so many kcal, None where it cannot be made."""
        key = (template.name, meal_type, round(kcal / 20), round(extra_kcal / 20))
        if key not in self._reaches:
            self._reaches[key] = self._reach(template, meal_type, kcal, extra_kcal)
        return self._reaches[key]

    def _reach(self, template: Template, meal_type: str, kcal: float, extra_kcal: float) -> Reach | None:
        reaches = []
        for place in self.all_places(template, meal_type, extra_kcal):
            reach = self.foods_for(place, meal_type)[1]
            if reach is not None:
                reaches.append(reach)
            elif not place.is_optional:
                return None
        least, most = energy_range(reaches)
        fits = least <= kcal * (1 + MEAL_STRETCH) and most >= kcal * (1 - MEAL_STRETCH)
        return meal_reach(reaches, min(max(kcal, least), most))._replace(fits=fits)

    def offers(
        self, index: int, slot: MealSlot, kcal: float, history: History, day: int, boldness: float
    ) -> list[Offer]:
        """Return the kinds of meals that suit a slot, the most wanted first.

        ``boldness`` (1 or more) lets extras in at smaller meals, where a plain choice missed the targets.
        """
        found = []
        for template in templates():
            if not _suits(template, slot.serves, kcal):
                continue
            reach = self.reach(template, slot.serves, kcal, kcal * boldness)
            if reach is None:
                continue
            places = tuple(
                (place, foods)
                for place in self.all_places(template, slot.serves, kcal * boldness)
                if (foods := self.foods_for(place, slot.serves)[0])
            )
            cost = self._cost(template, slot, history, day) + _worn_cost(places, history)
            found.append(Offer(index, template, places, reach, cost))
        fitting = [offer for offer in found if offer.reach.fits] or found
        return sorted(fitting, key=lambda offer: (offer.cost, offer.template.name))

    def _cost(self, template: Template, slot: MealSlot, history: History, day: int) -> float:
        cost = RARITY_COST[template.rarity]
        recent = RECENT_MEAL.get(history.meal_age.get(template.name, 99), 0.0)
        cost += recent * (BREAKFAST_SHARE if slot.meal_type == "breakfast" else 1.0)
        cost += JITTER * chance(self.seed, day, slot.meal_time, template.name)
        for place in template.places:
            foods = self.foods_for(place, slot.serves)[0]
            if foods:
                cost -= self.tastes.liking(foods[0].id, slot.meal_type) * (0.5 if place.is_optional else 1.0)
                if foods[0].id in self.substitutes and not place.is_optional:
                    cost += SUBSTITUTE_COST
                if self.tastes.is_short_of_time and not place.is_optional:
                    cost += SLOW_COST * max(0, min(food.prep_minutes for food in foods[:4]) - SLOW_MINUTES)
        return cost

    def choices(
        self, place: Place, foods: Sequence[Food], slot: MealSlot, history: History, day: int, wide: int = 1
    ) -> tuple[tuple[float, Food], ...]:
        """Return the foods offered to the solver with their costs: wanted, not lately eaten, and the leanest."""
        scored = []
        for rank, food in enumerate(foods):
            if history.uses_left.get(food.id, 1) <= 0 or food.plan_step_g <= 0:
                continue
            if is_staple(food):  # one milk, one oil, one kind of bread in the house
                cost = STAPLE_RANK_COST * rank
            else:
                cost = RANK_COST * rank + RECENT_FOOD.get(history.food_age.get(food.id, 99), 0.0)
                cost += JITTER * chance(self.seed, day, slot.meal_time, food.id)
            cost -= self.tastes.liking(food.id, slot.meal_type)
            cost += SUPPLEMENT_COST if food.role == "supplement" else 0.0
            cost += DEAR_COST * (food.cost_level - 1) if self.tastes.is_short_of_money else 0.0
            if food.id in self.substitutes and not self.tastes.liking(food.id, slot.meal_type):
                cost += SUBSTITUTE_COST
            scored.append((cost, food))
        scored.sort(key=lambda pair: (pair[0], pair[1].id))
        offered = scored[: CHOICES[place.is_optional] * wide]
        rest = scored[len(offered) :]
        if rest and not place.is_optional:
            offered.append(
                min(rest, key=lambda pair: (-pair[1].per_100g.protein_g / max(pair[1].per_100g.kcal, 1), pair[1].id))
            )
        lowest = min((cost for cost, _ in offered), default=0.0)
        welcome = WELCOME if place.is_optional else 0.0
        return tuple(
            (round(cost - lowest - min(1.0, welcome * self.tastes.liking(food.id, slot.meal_type)), 3), food)
            for cost, food in offered
        )


def _leanness(food: Food) -> float:
    return food.per_100g.protein_g / max(food.per_100g.kcal, 1.0)


def _alike(named: Sequence[Food]) -> dict[str, list[Food]]:
    """Return, for a member of a family, the foods a person named that are like it though in no family."""
    alike: dict[str, list[Food]] = {}
    for food in named:
        words = set(food.id.split("-"))
        first = food.id.split("-", maxsplit=1)[0]
        kin = [member for member in ALL_MEMBERS if first in member.split("-") and food.role != "dish"]
        if kin:
            nearest = min(kin, key=lambda member: (-len(words & set(member.split("-"))), member))
            alike.setdefault(nearest, []).append(food)
    return alike


def _worn_cost(places: Sequence[tuple[Place, tuple[Food, ...]]], history: History) -> float:
    """Return what it costs that a required place has only foods left that were eaten twice in three days."""
    worn = sum(
        all(history.uses_left.get(food.id, 1) <= 0 for food in foods)
        for place, foods in places if not place.is_optional
    )  # fmt: skip
    return WORN_COST * worn


def _suits(template: Template, meal_type: str, kcal: float) -> bool:
    if meal_type in template.meal_types:
        return True
    return (
        meal_type in {"snack", "post_workout", "pre_workout"}
        and kcal > LARGE_SNACK_KCAL
        and "lunch" in template.meal_types
    )


def chance(seed: int, day: int, *words: str) -> float:
    """Return a number in [0, 1) that is the same for the same words in every process."""
    return zlib.crc32("|".join((str(seed), str(day), *words)).encode()) / 2**32
