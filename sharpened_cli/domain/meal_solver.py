"""Choose the foods and amounts of one day: a small mixed-integer model, then whole household amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

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
GAP, GAP_ABSOLUTE, MOST_NODES = 0.25, 2.0, 40  # two second choices more than the best are no worse a day
ENOUGH_MOVES = 60


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


class _Rows:
    """Rows of the model as HiGHS takes them."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.columns: list[int] = []
        self.values: list[float] = []
        self.lower: list[float] = []
        self.upper: list[float] = []

    def add(self, terms: Sequence[tuple[int, float]], lower: float, upper: float) -> None:
        self.starts.append(len(self.columns))
        for column, value in terms:
            self.columns.append(column)
            self.values.append(value)
        self.lower.append(lower)
        self.upper.append(upper)


def figures(food: Food) -> tuple[float, float, float, float, float]:
    """Return kcal, protein, carbohydrate, fat and fibre of one gram."""
    return tuple(value / 100 for value in food.per_100g)  # type: ignore[return-value] # five figures


def wanted(targets: Targets) -> tuple[float | None, ...]:
    """Return the four targets that a day is held against."""
    return (targets.calories_kcal, targets.protein_g, targets.carbs_g, targets.fat_g)


def solve_day(model: DayModel, seed: int) -> tuple[Amount, ...] | None:
    """Return foods with household amounts for all places, or None where the places cannot be filled.

    The targets are elastic, so a day out of reach comes back as near as possible. Stops by gap and node
    count, never by time, so that the answer is the same on every machine.
    """
    chosen = _solve(model, seed)
    return None if chosen is None else round_day(chosen, model)


def _solve(model: DayModel, seed: int) -> tuple[Amount, ...] | None:
    import highspy
    import numpy as np

    from sharpened_cli.domain.linear_solver import new_solver

    pairs = [(place, choice) for place in model.places for choice in place.choices]
    count = len(pairs)
    infinity = highspy.kHighsInf
    rows = _Rows()
    cost = [choice.cost + (OPTIONAL_COST if place.is_optional else 0.0) for place, choice in pairs] + [0.0] * count
    upper = [1.0] * count + [max(0.0, choice.most_g - choice.least_g) / choice.step_g for _, choice in pairs]
    _place_rows(rows, model, pairs)
    slack_cost = _target_rows(rows, model, pairs, infinity)
    cost += slack_cost
    upper += [infinity] * len(slack_cost)
    integer = [True] * count + [choice.food.is_countable for _, choice in pairs] + [False] * len(slack_cost)

    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(cost), len(rows.lower)
    lp.col_cost_, lp.col_lower_ = np.array(cost), np.zeros(len(cost))
    lp.col_upper_ = np.array(upper)
    lp.row_lower_, lp.row_upper_ = np.array(rows.lower), np.array(rows.upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array([*rows.starts, len(rows.columns)])
    lp.a_matrix_.index_ = np.array(rows.columns)
    lp.a_matrix_.value_ = np.array(rows.values)
    kinds = highspy.HighsVarType
    lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in integer]
    solver = new_solver(seed=seed, gap=GAP, absolute_gap=GAP_ABSOLUTE, most_nodes=MOST_NODES)
    solver.passModel(lp)
    solver.run()
    if not solver.getInfo().primal_solution_status:
        return None
    values = list(solver.getSolution().col_value)
    if not values:
        return None
    return tuple(
        Amount(place, choice, choice.least_g + choice.step_g * values[count + index])
        for index, (place, choice) in enumerate(pairs)
        if values[index] > 0.5
    )


def _place_rows(rows: _Rows, model: DayModel, pairs: list[tuple[DayPlace, Choice]]) -> None:
    """Add: amounts only of what is chosen, one food a place, nothing in a meal twice, nothing that must not meet."""
    count = len(pairs)
    by_meal: dict[int, list[int]] = {}
    for index, (place, choice) in enumerate(pairs):
        span = max(0.0, choice.most_g - choice.least_g) / choice.step_g
        rows.add([(count + index, 1.0), (index, -span)], -1e9, 0.0)
        by_meal.setdefault(place.meal, []).append(index)
    first = 0
    for place in model.places:
        columns = range(first, first + len(place.choices))
        rows.add([(column, 1.0) for column in columns], 0.0 if place.is_optional else 1.0, 1.0)
        first += len(place.choices)
    for columns_of_meal in by_meal.values():
        seen: dict[str, list[int]] = {}
        for column in columns_of_meal:
            seen.setdefault(pairs[column][1].food.id, []).append(column)
        for same in seen.values():
            if len(same) > 1:
                rows.add([(column, 1.0) for column in same], 0.0, 1.0)
        for left, right in model.apart:
            for one in [column for column in columns_of_meal if pairs[column][1].food.id in left]:
                others = [column for column in columns_of_meal if pairs[column][1].food.id in right and column != one]
                if others and pairs[one][0] is not None:
                    rows.add([(one, float(len(others))), *((other, 1.0) for other in others)], 0.0, float(len(others)))


def _target_rows(rows: _Rows, model: DayModel, pairs: list[tuple[DayPlace, Choice]], infinity: float) -> list[float]:
    """Add the elastic rows of the day's figures and the meals' shares; return the costs of their slacks."""
    count = len(pairs)
    costs: list[float] = []

    def elastic(terms: list[tuple[int, float]], lower: float, upper: float, cost: float) -> None:
        under, over = 2 * count + len(costs), 2 * count + len(costs) + 1
        costs.extend((cost, cost))
        rows.add([*terms, (under, 1.0), (over, -1.0)], lower, upper)

    per_gram = [figures(choice.food) for _, choice in pairs]

    def terms_of(nutrient: int, meal: int | None = None) -> list[tuple[int, float]]:
        terms = []
        for index, (place, choice) in enumerate(pairs):
            figure = per_gram[index][nutrient]
            if figure and (meal is None or place.meal == meal):
                terms.append((index, figure * choice.least_g))
                terms.append((count + index, figure * choice.step_g))
        return terms

    for nutrient, (target, tolerance) in enumerate(zip(wanted(model.targets), TOLERANCES, strict=True)):
        if target and target > 0:
            band = AIM * tolerance * target
            cost = WEIGHTS[nutrient] * DEVIATION_COST / (tolerance * target)
            elastic(terms_of(nutrient), target - band, target + band, cost)
    if model.targets.fiber_g:
        elastic(terms_of(4), model.targets.fiber_g, infinity, FIBER_COST / model.targets.fiber_g)
    by_food: dict[str, list[int]] = {}
    for index, (_, choice) in enumerate(pairs):
        by_food.setdefault(choice.food.id, []).append(index)
    for food_id, columns in by_food.items():
        most = model.most_uses.get(food_id, len(columns))
        if len(columns) > most:
            elastic([(index, 1.0) for index in columns], -infinity, float(most), AGAIN_COST)
    for kin in model.kindred:
        columns = [
            index for index, (place, choice) in enumerate(pairs)
            if place.meal in model.mains and choice.food.id in kin
        ]  # fmt: skip
        if len(columns) > 1:
            elastic([(index, 1.0) for index in columns], -infinity, 1.0, KINDRED_COST)
    for meal, kcal in enumerate(model.meal_kcal):
        elastic(terms_of(0, meal), kcal * (1 - MEAL_BAND), kcal * (1 + MEAL_BAND), MEAL_COST / kcal)
        fair = (model.targets.protein_g or 0.0) * kcal / (model.targets.calories_kcal or kcal)
        if fair:
            elastic(terms_of(1, meal), PROTEIN_SHARE * fair, infinity, PROTEIN_COST / fair)
    return costs


def round_day(amounts: Sequence[Amount], model: DayModel) -> tuple[Amount, ...]:
    """Return the amounts on household steps, moved step by step to where the day misses its targets least."""
    grams = [_on_step(amount.choice, amount.grams) for amount in amounts]
    per_gram = [figures(amount.choice.food) for amount in amounts]
    targets = wanted(model.targets)
    sums = [sum(rate[nutrient] * gram for rate, gram in zip(per_gram, grams, strict=True)) for nutrient in range(4)]
    best = _miss(sums, targets)
    for _ in range(ENOUGH_MOVES):
        move: tuple[int, float, list[float]] | None = None
        for index, amount in enumerate(amounts):
            choice = amount.choice
            for change in (-choice.step_g, choice.step_g):
                moved = grams[index] + change
                if choice.least_g - 1e-6 <= moved <= choice.most_g + 1e-6:
                    new = [total + change * per_gram[index][nutrient] for nutrient, total in enumerate(sums)]
                    if (miss := _miss(new, targets)) < best - 1e-9:
                        best, move = miss, (index, moved, new)
        if move is None:
            break
        grams[move[0]], sums = move[1], move[2]
    return tuple(amount._replace(grams=round(gram, 1)) for amount, gram in zip(amounts, grams, strict=True))


def _miss(sums: Sequence[float], targets: Sequence[float | None]) -> float:
    """Return the sum of squared misses, each in units of its tolerance; small misses count little."""
    miss = 0.0
    for total, target, tolerance, weight in zip(sums, targets, TOLERANCES, WEIGHTS, strict=True):
        if target and target > 0:
            off = abs(total / target - 1) / tolerance
            miss += off * off * (1 if off <= 0.8 else 6 * weight)
    return miss


def _on_step(choice: Choice, grams: float) -> float:
    steps = round((grams - choice.least_g) / choice.step_g)
    most = int((choice.most_g - choice.least_g) / choice.step_g + 1e-6)
    return choice.least_g + choice.step_g * min(max(0, steps), most)


def worst_miss(amounts: Sequence[Amount], targets: Targets) -> float:
    """Return the greatest deviation of a day from its targets, in tolerances (1.0 is just within)."""
    worst = 0.0
    for nutrient, (target, tolerance) in enumerate(zip(wanted(targets), TOLERANCES, strict=True)):
        if target and target > 0:
            eaten = sum(amount.grams * figures(amount.choice.food)[nutrient] for amount in amounts)
            worst = max(worst, abs(eaten / target - 1) / tolerance)
    return worst
