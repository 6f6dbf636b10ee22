"""Solve one day of meals after another, each knowing what the days around it hold."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.kitchen import History
from sharpened_cli.domain.meal_choice import pick_offers
from sharpened_cli.domain.meal_model import Choice, DayModel, DayPlace
from sharpened_cli.domain.meal_portions import comfortable
from sharpened_cli.domain.meal_solver import solve_day, worst_miss

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sharpened_cli.domain.food import Food
    from sharpened_cli.domain.food_tastes import DailyFood
    from sharpened_cli.domain.kitchen import Kitchen, Offer
    from sharpened_cli.domain.meal_model import Amount
    from sharpened_cli.domain.meal_times import MealSlot
    from sharpened_cli.domain.nutrients import Targets

CYCLE_DAYS = 14  # distinct days; later ones repeat them (decision: results within the speed bar)
MOST_USES, WINDOW_DAYS = 2, 3  # no food more than twice in three days


class Attempt(NamedTuple):
    """How freely a day is tried: extras at smaller meals, more foods offered, portions further from usual."""

    boldness: float
    wide: int
    ease: float
    is_varied: bool = True


ATTEMPTS = (
    Attempt(1.0, 1, 1.0), Attempt(1.3, 1, 1.35), Attempt(1.8, 2, 0.0), Attempt(2.2, 2, 0.0, is_varied=False),
)  # fmt: skip
ENOUGH_FOR_VARIETY = 2  # tries, after which a day on its targets is taken though a food returns a third time
GIVE_UP_AFTER = 2  # days out of reach, after which the next ones are tried less
FREE_ROLES = frozenset(("bread", "drink", "sauce", "supplement"))
FREE_CATEGORIES = frozenset(("oils_fats", "sauces_condiments", "drinks", "plant_dairy"))
AMOUNT_LEEWAY = 0.25  # a daily food whose amount was said may vary by a quarter
KINDRED_ROLES = frozenset(("protein", "lean_protein", "dish", "starch", "grain"))
KINDRED_WORDS = frozenset(("rice", "pasta", "potato", "potatoes", "noodles", "mince", "omelette", "tuna", "salmon"))
REPEAT_EVERY = 2  # where cooking time is short, dinner is cooked for the next lunch every other day


class SolvedDay(NamedTuple):
    """A solved day: its amounts, the kind of each meal (by slot), targets, and the worst miss in tolerances."""

    amounts: tuple[Amount, ...]
    kinds: Mapping[int, str]
    targets: Targets
    miss: float
    is_varied: bool = True


class DayPlanner:
    """Solves days in order for one person; ``days`` holds the solved ones, ``missed`` counts those out of reach."""

    def __init__(
        self, kitchens: Sequence[Kitchen], slots: Sequence[MealSlot],
        apart: Sequence[tuple[frozenset[str], frozenset[str]]], cycle: int,
    ) -> None:  # fmt: skip
        self.kitchens = tuple(kitchens)
        self.slots = tuple(slots)
        self.apart = tuple(apart)
        self.cycle = cycle
        self.days: dict[int, SolvedDay] = {}
        self.missed = 0
        self.daily = {daily.food.id for kitchen in kitchens for daily in kitchen.tastes.daily}

    def solve(self, index: int, targets: Targets) -> SolvedDay | None:
        """Return the best of a few tries for one day; None where not even one meal can be made."""
        best = self.best_of(
            index, targets, range(len(ATTEMPTS)) if self.missed < GIVE_UP_AFTER else (0, len(ATTEMPTS) - 1)
        )
        if best is not None:
            self.days[index] = best
        self.missed += best is None or best.miss > 1.0
        return best

    def best_of(self, index: int, targets: Targets, numbers: Iterable[int]) -> SolvedDay | None:
        """Return the best of the numbered tries without keeping it; the first within the tolerances ends them."""
        best: SolvedDay | None = None
        for number in numbers:
            solved = self._try(index, number, targets, ATTEMPTS[number])
            if solved is not None and (best is None or _rank(solved) < _rank(best)):
                best = solved
            if best is not None and best.miss <= 1.0 and (best.is_varied or number + 1 >= ENOUGH_FOR_VARIETY):
                break
        return best

    def adapt(self, solved: SolvedDay, targets: Targets) -> SolvedDay:
        """Return a solved day with the same foods in amounts for other targets."""
        places = tuple(
            amount.place._replace(is_optional=False, choices=(amount.choice._replace(cost=0.0),))
            for amount in solved.amounts
        )
        amounts = solve_day(self._model(places, targets, {}), self.kitchens[0].seed)
        if amounts is None:
            return solved._replace(targets=targets, miss=worst_miss(solved.amounts, targets))
        return solved._replace(amounts=amounts, targets=targets, miss=worst_miss(amounts, targets))

    def _try(self, index: int, number: int, targets: Targets, attempt: Attempt) -> SolvedDay | None:
        kitchen = self.kitchen_of(index)
        history = self._history(index, is_varied=attempt.is_varied)
        draw = index + 1000 * number
        kcal = targets.calories_kcal or 0.0
        offers: list[Sequence[Offer]] = []
        for place, slot in enumerate(self.slots):
            found = kitchen.offers(place, slot, kcal * slot.share, history, draw, attempt.boldness)
            if found := _with_daily(found, self._daily_of(kitchen, place)):
                offers.append(found)
        if not offers:
            return None
        picked = pick_offers(offers, targets)
        places: list[DayPlace] = []
        for offer in picked:
            places += self._places(kitchen, offer, history, draw, attempt, kcal * self.slots[offer.slot].share)
        repeated = self._repeated_lunch(index, history) if number == 0 else []
        if repeated:
            lunch = repeated[0].meal
            places = [place for place in places if place.meal != lunch] + repeated
        model = self._model(places, targets, self._most_uses(places))
        amounts = solve_day(model, kitchen.seed + draw)
        if amounts is None:
            return None
        kinds = {offer.slot: offer.template.name for offer in picked}
        if repeated:
            kinds[repeated[0].meal] = self.days[index - 1].kinds[self._dinner()]
        is_varied = self._is_varied(index, amounts)
        return SolvedDay(amounts, kinds, targets, worst_miss(amounts, targets), is_varied)

    def _is_varied(self, index: int, amounts: Sequence[Amount]) -> bool:
        """Return whether no food of a day goes beyond twice in three days with the days around it."""
        uses_left = self._history(index, is_varied=True).uses_left
        counts: dict[str, int] = {}
        for amount in amounts:
            if self._counts(amount):
                counts[amount.choice.food.id] = counts.get(amount.choice.food.id, 0) + 1
        return all(count <= uses_left.get(food_id, MOST_USES) for food_id, count in counts.items())

    def _model(self, places: Sequence[DayPlace], targets: Targets, most_uses: Mapping[str, int]) -> DayModel:
        kcal = targets.calories_kcal or 0.0
        mains = frozenset(number for number, slot in enumerate(self.slots) if slot.serves in {"lunch", "dinner"})
        return DayModel(
            tuple(places), tuple(kcal * slot.share for slot in self.slots), targets, dict(most_uses), self.apart,
            _kindred(places), mains,
        )  # fmt: skip

    def _places(
        self, kitchen: Kitchen, offer: Offer, history: History, draw: int, attempt: Attempt, kcal: float
    ) -> list[DayPlace]:
        """Return a meal's places with the foods offered; daily foods of the slot take theirs, or one of their own."""
        slot = self.slots[offer.slot]
        waiting = {daily.food.id: daily for daily in self._daily_of(kitchen, offer.slot)}
        places = []
        for place, foods in offer.places:
            fixed = next((waiting[food.id] for food in foods if food.id in waiting), None)
            if fixed is not None:
                del waiting[fixed.food.id]
                places.append(DayPlace(offer.slot, place.name, is_optional=False, choices=(_daily_choice(fixed),)))
                continue
            lived = history._replace(uses_left={}) if slot.serves == "breakfast" else history
            offered = kitchen.choices(place, foods, slot, lived, draw, attempt.wide)
            if not offered and not place.is_optional:  # variety gives way before a meal loses its base
                offered = kitchen.choices(place, foods, slot, history._replace(uses_left={}), draw, 1)
            choices = []
            for cost, food in offered:
                least, most = comfortable(food, place.name, offer.template.name, slot.serves, kcal, attempt.ease)
                choices.append(Choice(food, cost, least, most, food.plan_step_g))
            if choices:
                places.append(DayPlace(offer.slot, place.name, place.is_optional, tuple(choices)))
        for daily in waiting.values():
            choice = Choice(daily.food, 0.0, daily.grams, daily.grams, max(daily.grams, 1.0))
            places.append(DayPlace(offer.slot, "daily", is_optional=False, choices=(choice,)))
        return places

    def kitchen_of(self, index: int) -> Kitchen:
        """Return the kitchen of a day: the same every day, unless a rule holds on some weekdays only."""
        return self.kitchens[index % len(self.kitchens)]

    def _daily_of(self, kitchen: Kitchen, number: int) -> list[DailyFood]:
        return [daily for daily in kitchen.tastes.daily if self._slot_of(daily) == number]

    def _slot_of(self, daily: DailyFood) -> int:
        """Return the slot of a daily food: its own meal time, else the first meal it suits, else the last."""
        for number, slot in enumerate(self.slots):
            if slot.meal_time == daily.meal_time:
                return number
        suits = [number for number, slot in enumerate(self.slots) if slot.meal_type in daily.food.slots]
        return suits[0] if suits and daily.meal_time is None else len(self.slots) - 1

    def _repeated_lunch(self, index: int, history: History) -> list[DayPlace]:
        """Return last evening's dinner as today's lunch, every other day where cooking time is short."""
        before = self.days.get(index - 1)
        kitchen = self.kitchen_of(index)
        if not kitchen.tastes.is_short_of_time or before is None or index % REPEAT_EVERY == 0:
            return []
        dinner = self._dinner()
        lunch = next((number for number, slot in enumerate(self.slots) if slot.serves == "lunch"), -1)
        if min(dinner, lunch) < 0 or dinner not in before.kinds:
            return []
        amounts = [amount for amount in before.amounts if amount.place.meal == dinner and amount.place.name != "daily"]
        foods = [amount.choice.food.id for amount in amounts]
        if any(history.uses_left.get(food_id, 1) <= 0 or food_id not in kitchen.by_id for food_id in foods):
            return []
        return [
            amount.place._replace(meal=lunch, is_optional=False, choices=(amount.choice._replace(cost=0.0),))
            for amount in amounts
        ]

    def _dinner(self) -> int:
        return next((number for number, slot in enumerate(self.slots) if slot.serves == "dinner"), -1)

    def _history(self, index: int, *, is_varied: bool) -> History:
        """Return what the days around hold; at the end of a cycle the first days count as the next."""
        meal_age: dict[str, int] = {}
        food_age: dict[str, int] = {}
        for age in range(4, 0, -1):
            if (day := self._day(index - age)) is not None:
                meal_age.update(dict.fromkeys(day.kinds.values(), age))
                food_age.update(dict.fromkeys((amount.choice.food.id for amount in day.amounts), age))
        uses_left: dict[str, int] = {}
        if is_varied:
            for first in range(index - WINDOW_DAYS + 1, index + 1):
                counts: dict[str, int] = {}
                for other in range(first, first + WINDOW_DAYS):
                    if other != index and (day := self._day(other)) is not None:
                        for amount in day.amounts:
                            if self._counts(amount):
                                food_id = amount.choice.food.id
                                counts[food_id] = counts.get(food_id, 0) + 1
                for food_id, count in counts.items():
                    uses_left[food_id] = min(uses_left.get(food_id, MOST_USES), MOST_USES - count)
        return History(meal_age, food_age, uses_left)

    def _day(self, index: int) -> SolvedDay | None:
        return self.days.get(index % self.cycle if self.cycle else index)

    def _counts(self, amount: Amount) -> bool:
        """Return whether a use counts for variety: not at breakfast, not bread, oil, sauce, drink or a daily food."""
        food = amount.choice.food
        return (
            self.slots[amount.place.meal].meal_type != "breakfast" and not is_free(food) and food.id not in self.daily
        )

    def _most_uses(self, places: Sequence[DayPlace]) -> dict[str, int]:
        """Return how often each food may appear today: once, bread and the like up to three times."""
        most: dict[str, int] = {}
        for place in places:
            for choice in place.choices:
                food_id = choice.food.id
                is_daily_staple = food_id in self.daily and choice.food.role in {"grain", "starch", "fruit"}
                most[food_id] = 3 if is_free(choice.food) else 2 if is_daily_staple else 1
        return most


def _rank(day: SolvedDay) -> tuple[bool, bool, float]:
    """Return the order of goodness: on its targets first, then varied, then near."""
    return (day.miss > 1.0, not day.is_varied, day.miss)


def _with_daily(offers: list[Offer], daily: Sequence[DailyFood]) -> list[Offer]:
    """Return the offers that hold most of the daily foods of their slot."""
    names = {one.food.id for one in daily}
    if not names:
        return offers
    held = [len({food.id for _, foods in offer.places for food in foods} & names) for offer in offers]
    return [offer for offer, count in zip(offers, held, strict=True) if count == max(held)]


def is_free(food: Food) -> bool:
    """Return whether a food may be eaten as often as one likes: bread, milk, oil, sauces, drinks."""
    return food.role in FREE_ROLES or food.category in FREE_CATEGORIES or food.id.startswith(("milk-", "butter-"))


def _kindred(places: Sequence[DayPlace]) -> tuple[frozenset[str], ...]:
    """Return the sets of foods that are nearly the same: kinds of chicken, of rice, omelettes."""
    groups: dict[str, set[str]] = {}
    for place in places:
        for choice in place.choices:
            if choice.food.role in KINDRED_ROLES:
                words = choice.food.id.split("-")
                kin = next((word for word in words if word in KINDRED_WORDS), words[0])
                groups.setdefault("sweet potato" if words[0] == "sweet" else kin, set()).add(choice.food.id)
    return tuple(frozenset(ids) for _, ids in sorted(groups.items()) if ids)


def _daily_choice(daily: DailyFood) -> Choice:
    """Return a daily food in the amount said, within its practical limits and steps."""
    food = daily.food
    if not daily.is_amount_said:
        return Choice(food, 0.0, food.plan_min_g, food.plan_max_g, food.plan_step_g)
    step = food.plan_step_g or 5.0
    least = max(1, ceil(daily.grams * (1 - AMOUNT_LEEWAY) / step - 1e-6)) * step
    most = max(least, floor(daily.grams * (1 + AMOUNT_LEEWAY) / step + 1e-6) * step)
    return Choice(food, 0.0, least, most, step)
