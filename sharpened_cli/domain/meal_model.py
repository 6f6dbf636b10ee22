"""One day of meals as a mixed-integer model: what is hard, what is elastic, and what each miss costs."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sharpened_cli.domain.food import Food
    from sharpened_cli.domain.nutrients import Targets

# How far a day may be from its target (rules of the product), and the share of that which the model aims
# at, so that rounding to household amounts has room.
TOLERANCES = (0.03, 0.05, 0.08, 0.08)  # kcal, protein, carbohydrate, fat
AIM = 0.35
MEAL_BAND = 0.18  # a meal may be this far from its share of the day before it costs something
DEVIATION_COST = 40.0  # for a whole tolerance beyond the aim; a food of second choice costs about 1
WEIGHTS = (3.0, 1.5, 1.0, 1.0)  # where not all can be met, energy comes first, then protein
FIBER_COST = 6.0  # for missing all of the fibre
MEAL_COST = 4.0  # for a meal that is wrong by the whole of its share
PROTEIN_SHARE = 0.65  # of its share of the day's protein every meal should hold (after Schoenfeld 2018)
PROTEIN_COST = 3.0  # for a meal with none of it
AGAIN_COST = 8.0  # for the same food at two meals of a day
KINDRED_COST = 3.0  # for chicken at lunch and again at dinner
OPTIONAL_COST = 0.25  # an optional place is filled when it helps
SUPPLEMENT_COST = 0.8  # real food first


class Choice(NamedTuple):
    """A food that may take a place, what choosing it costs, and its least, greatest and step of grams."""

    food: Food
    cost: float
    least_g: float
    most_g: float
    step_g: float


class DayPlace(NamedTuple):
    """A place of one of the day's meals (index), with the foods that may take it."""

    meal: int
    name: str
    is_optional: bool
    choices: tuple[Choice, ...]


class DayModel(NamedTuple):
    """A day to solve: places, kcal of each meal, targets, how often a food may appear, what must not meet.

    ``apart`` holds pairs of food-id sets of which one meal may hold only one (meat and milk, say);
    ``kindred`` sets of food ids of which the day's main meals (``mains``) should hold only one (two omelettes).
    """

    places: tuple[DayPlace, ...]
    meal_kcal: tuple[float, ...]
    targets: Targets
    most_uses: dict[str, int]
    apart: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    kindred: tuple[frozenset[str], ...] = ()
    mains: frozenset[int] = frozenset()


class Amount(NamedTuple):
    """A food chosen for a place, in grams."""

    place: DayPlace
    choice: Choice
    grams: float


def figures(food: Food) -> tuple[float, float, float, float, float]:
    """Return kcal, protein, carbohydrate, fat and fibre of one gram."""
    return tuple(value / 100 for value in food.per_100g)  # type: ignore[return-value] # five figures


def wanted(targets: Targets) -> tuple[float | None, ...]:
    """Return the four targets that a day is held against."""
    return (targets.calories_kcal, targets.protein_g, targets.carbs_g, targets.fat_g)


class LinearModel:
    """Columns and rows of a day: first whether each choice is taken, then its steps of grams, then the slacks.

    Grams of a choice are its least amount where it is taken, and so many steps more; steps are whole for
    foods that are counted.
    """

    def __init__(self, model: DayModel) -> None:
        self.model = model
        self.pairs = [(place, choice) for place in model.places for choice in place.choices]
        self.count = len(self.pairs)
        spans = [max(0.0, choice.most_g - choice.least_g) / choice.step_g for _, choice in self.pairs]
        self.costs = [choice.cost + (OPTIONAL_COST if place.is_optional else 0.0) for place, choice in self.pairs]
        self.costs += [0.0] * self.count
        self.upper = [1.0] * self.count + spans
        self.is_whole = [True] * self.count + [choice.food.is_countable for _, choice in self.pairs]
        self.starts: list[int] = []
        self.columns: list[int] = []
        self.values: list[float] = []
        self.row_lower: list[float] = []
        self.row_upper: list[float] = []
        self._per_gram = [figures(choice.food) for _, choice in self.pairs]
        for index, span in enumerate(spans):
            self._row([(self.count + index, 1.0), (index, -span)], -inf, 0.0)
        self._fill_places()
        self._keep_apart()
        self._meet_targets()
        self._vary()
        self._share_out()

    def amounts(self, solution: Sequence[float]) -> tuple[Amount, ...]:
        """Return the foods that a solution takes, with their grams."""
        return tuple(
            Amount(place, choice, choice.least_g + choice.step_g * solution[self.count + index])
            for index, (place, choice) in enumerate(self.pairs)
            if solution[index] > 0.5
        )

    def _row(self, terms: Iterable[tuple[int, float]], lower: float, upper: float) -> None:
        self.starts.append(len(self.columns))
        for column, value in terms:
            self.columns.append(column)
            self.values.append(value)
        self.row_lower.append(lower)
        self.row_upper.append(upper)

    def _elastic(self, terms: list[tuple[int, float]], lower: float, upper: float, cost: float) -> None:
        """Add a row that may be missed at a cost, from below and from above."""
        under, over = len(self.costs), len(self.costs) + 1
        self.costs += [cost, cost]
        self.upper += [inf, inf]
        self.is_whole += [False, False]
        self._row([*terms, (under, 1.0), (over, -1.0)], lower, upper)

    def _sum_of(self, nutrient: int, meal: int | None = None) -> list[tuple[int, float]]:
        terms = []
        for index, (place, choice) in enumerate(self.pairs):
            figure = self._per_gram[index][nutrient]
            if figure and (meal is None or place.meal == meal):
                terms.append((index, figure * choice.least_g))
                terms.append((self.count + index, figure * choice.step_g))
        return terms

    def _fill_places(self) -> None:
        """One food takes a required place, at most one an optional one; no food stands in a meal twice."""
        first = 0
        in_meal: dict[tuple[int, str], list[int]] = {}
        for place in self.model.places:
            columns = range(first, first + len(place.choices))
            self._row([(column, 1.0) for column in columns], 0.0 if place.is_optional else 1.0, 1.0)
            for column in columns:
                in_meal.setdefault((place.meal, self.pairs[column][1].food.id), []).append(column)
            first += len(place.choices)
        for same in in_meal.values():
            if len(same) > 1:
                self._row([(column, 1.0) for column in same], 0.0, 1.0)

    def _keep_apart(self) -> None:
        """What must not meet does not meet in one meal."""
        by_meal: dict[int, list[int]] = {}
        for column, (place, _) in enumerate(self.pairs):
            by_meal.setdefault(place.meal, []).append(column)
        for columns in by_meal.values():
            for left, right in self.model.apart:
                for one in (column for column in columns if self.pairs[column][1].food.id in left):
                    others = [other for other in columns if other != one and self.pairs[other][1].food.id in right]
                    if others:
                        most = float(len(others))
                        self._row([(one, most), *((other, 1.0) for other in others)], 0.0, most)

    def _meet_targets(self) -> None:
        targets = self.model.targets
        for nutrient, (target, tolerance) in enumerate(zip(wanted(targets), TOLERANCES, strict=True)):
            if target and target > 0:
                band = AIM * tolerance * target
                cost = WEIGHTS[nutrient] * DEVIATION_COST / (tolerance * target)
                self._elastic(self._sum_of(nutrient), target - band, target + band, cost)
        if targets.fiber_g:
            self._elastic(self._sum_of(4), targets.fiber_g, inf, FIBER_COST / targets.fiber_g)

    def _vary(self) -> None:
        """The same food again, or one like it at the other main meal, is possible and costs."""
        by_food: dict[str, list[int]] = {}
        for column, (_, choice) in enumerate(self.pairs):
            by_food.setdefault(choice.food.id, []).append(column)
        for food_id, columns in by_food.items():
            most = self.model.most_uses.get(food_id, len(columns))
            if len(columns) > most:
                self._elastic([(column, 1.0) for column in columns], -inf, float(most), AGAIN_COST)
        for kin in self.model.kindred:
            alike = [
                column for column, (place, choice) in enumerate(self.pairs)
                if place.meal in self.model.mains and choice.food.id in kin
            ]  # fmt: skip
            if len(alike) > 1:
                self._elastic([(column, 1.0) for column in alike], -inf, 1.0, KINDRED_COST)

    def _share_out(self) -> None:
        """Each meal carries about its share of the energy, and not too little of the protein."""
        targets = self.model.targets
        for meal, kcal in enumerate(self.model.meal_kcal):
            band = MEAL_BAND * kcal
            self._elastic(self._sum_of(0, meal), kcal - band, kcal + band, MEAL_COST / kcal)
            fair = (targets.protein_g or 0.0) * kcal / (targets.calories_kcal or kcal)
            if fair:
                self._elastic(self._sum_of(1, meal), PROTEIN_SHARE * fair, inf, PROTEIN_COST / fair)
