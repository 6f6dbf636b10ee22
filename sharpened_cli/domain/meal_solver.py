"""Solve one day of meals, then move it to whole household amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.meal_model import TOLERANCES, WEIGHTS, LinearModel, figures, wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    import highspy

    from sharpened_cli.domain.meal_model import Amount, Choice, DayModel
    from sharpened_cli.domain.nutrients import Targets

GAP, GAP_ABSOLUTE, MOST_NODES = 0.25, 2.0, 40  # two second choices more than the best are no worse a day
ENOUGH_MOVES = 60  # steps of rounding, one food each


def solve_day(model: DayModel, seed: int) -> tuple[Amount, ...] | None:
    """Return foods with household amounts for all places, or None where the places cannot be filled.

    The targets are elastic, so a day out of reach comes back as near as possible. Stops by gap and node
    count, never by time, so that the answer is the same on every machine.
    """
    chosen = _solve(model, seed)
    return None if chosen is None else round_day(chosen, model)


def _solve(model: DayModel, seed: int) -> tuple[Amount, ...] | None:
    from sharpened_cli.domain.linear_solver import new_solver

    linear = LinearModel(model)
    solver = new_solver(seed=seed, gap=GAP, absolute_gap=GAP_ABSOLUTE, most_nodes=MOST_NODES)
    solver.passModel(_as_lp(linear))
    solver.run()
    values = list(solver.getSolution().col_value) if solver.getInfo().primal_solution_status else []
    return linear.amounts(values) if values else None


def _as_lp(linear: LinearModel) -> highspy.HighsLp:
    import highspy
    import numpy as np

    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(linear.costs), len(linear.row_lower)
    lp.col_cost_, lp.col_lower_ = np.array(linear.costs), np.zeros(len(linear.costs))
    lp.col_upper_ = np.array(linear.upper)
    lp.row_lower_, lp.row_upper_ = np.array(linear.row_lower), np.array(linear.row_upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array([*linear.starts, len(linear.columns)])
    lp.a_matrix_.index_ = np.array(linear.columns)
    lp.a_matrix_.value_ = np.array(linear.values)
    kinds = highspy.HighsVarType
    lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in linear.is_whole]
    return lp


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
