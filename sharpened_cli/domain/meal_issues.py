"""Say which wishes about meals could not be met, and try out what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.meal_model import TOLERANCES, figures, wanted
from sharpened_cli.domain.nutrients import Targets
from sharpened_cli.domain.plan import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sharpened_cli.domain.meal_days import DayPlanner, SolvedDay

NAMES = ("kcal", "g protein", "g carbohydrate", "g fat")
FREE_TRIES = (1, 3)  # which tries of a day an option gets: with and without variety
MORE_ENERGY = (1.1, 1.2, 1.35, 1.5, 1.75, 2.0)  # factors of the day's calories that are tried out
LESS_PROTEIN = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4)


def meal_issues(
    planner: DayPlanner, solved: Sequence[SolvedDay | None], more_often: DayPlanner | None = None
) -> tuple[Issue, ...]:
    """Return an issue for days without meals, off their targets, or without variety; options are solved first."""
    issues: list[Issue] = []
    days = [day for day in solved if day is not None]
    if len(days) < len(solved):
        issues.append(_no_meals(len(solved) - len(days)))
    missed = [(index, day) for index, day in enumerate(solved) if day is not None and day.miss > 1.0]
    if missed:
        issues.append(_missed(planner, missed, len(solved), more_often))
    dull = [day for day in days if not day.is_varied and day.miss <= 1.0]
    if dull:
        issues.append(_dull(len(dull), len(solved)))
    return tuple(issues)


def _no_meals(count: int) -> Issue:
    return Issue(
        code="no_meals", wanted=f"meals on {count} days", possible=None,
        because="With everything that is left out, no foods remain for a meal.",
        options=("Allow some of the foods that are left out", "Add foods of your own that you do eat"),
    )  # fmt: skip


def _dull(count: int, total: int) -> Issue:
    return Issue(
        code="food_variety", wanted="no food more than twice in three days",
        possible=f"{total - count} of {total} days",
        because="So few foods meet your targets that some return more often.",
        options=("Allow some of the foods that are left out",),
    )  # fmt: skip


def _missed(
    planner: DayPlanner, missed: Sequence[tuple[int, SolvedDay]], total: int, more_often: DayPlanner | None
) -> Issue:
    """Return the issue of the worst day, with what it reaches instead and what was tried out."""
    index, worst = max(missed, key=lambda pair: (pair[1].miss, -pair[0]))
    sums = _sums(worst)
    off = [
        (name, target, eaten)
        for name, target, eaten, tolerance in zip(NAMES, wanted(worst.targets), sums, TOLERANCES, strict=True)
        if target and target > 0 and abs(eaten / target - 1) > tolerance
    ]
    told = ", ".join(f"{eaten:.0f} instead of {target:.0f} {name}" for name, target, eaten in off)
    return Issue(
        code="meal_targets",
        wanted=", ".join(f"{target:.0f} {name}" for name, target in zip(NAMES, wanted(worst.targets), strict=True)
                         if target and target > 0),
        possible=", ".join(f"{eaten:.0f} {name}" for name, eaten in zip(NAMES, sums, strict=True)),
        because=f"On {len(missed)} of {total} days the foods you eat do not reach all targets: {told}.",
        options=tuple(_options(planner, index % planner.cycle if planner.cycle else index, worst.targets, more_often)),
    )  # fmt: skip


def _sums(day: SolvedDay) -> list[float]:
    return [sum(amount.grams * figures(amount.choice.food)[number] for amount in day.amounts) for number in range(4)]


def _options(planner: DayPlanner, index: int, targets: Targets, more_often: DayPlanner | None) -> Iterator[str]:
    """Yield what helps, each tried out: another meal, other carbohydrate and fat, more energy, less protein."""
    kcal, protein = targets.calories_kcal or 0.0, targets.protein_g or 0.0
    if more_often is not None and _reached(more_often, index, targets):
        yield f"Eat {len(more_often.slots)} meals a day: {kcal:.0f} kcal and {protein:.0f} g protein are reached"
    free = _reached(planner, index, Targets(kcal, protein, None, None, targets.fiber_g))
    if free:
        others = f"{free[2]:.0f} g carbohydrate and {free[3]:.0f} g fat"
        yield f"Keep {kcal:.0f} kcal and {protein:.0f} g protein with {others}"
        return
    for factor in MORE_ENERGY:
        if _reached(planner, index, Targets(kcal * factor, protein, None, None, targets.fiber_g)):
            yield f"Keep {protein:.0f} g protein at {kcal * factor:.0f} kcal"
            break
    for factor in LESS_PROTEIN:
        if _reached(planner, index, Targets(kcal, protein * factor, None, None, targets.fiber_g)):
            yield f"Keep {kcal:.0f} kcal with {protein * factor:.0f} g protein"
            break


def _reached(planner: DayPlanner, index: int, targets: Targets) -> list[float] | None:
    """Return what a day reaches for other targets, None where it misses them too."""
    tried = planner.best_of(index, targets, FREE_TRIES)
    return _sums(tried) if tried is not None and tried.miss <= 1.0 else None
