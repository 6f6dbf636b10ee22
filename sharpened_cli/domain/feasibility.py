"""How much of what was wished for is in a program: one score from measured slack, and what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.nutrients import NOTHING, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sharpened_cli.domain.nutrients import Nutrients, Targets
    from sharpened_cli.domain.plan import Issue, PlannedDay, PlannedMeal

# A day's meals meet its targets within these shares (product choice of the meal planner).
TOLERANCE = {"calories_kcal": 0.03, "protein_g": 0.05, "carbs_g": 0.08, "fat_g": 0.08}
WEIGHTS = {"training": 0.45, "meals": 0.45, "rate": 0.10}  # product choice
_EATEN_OF = {"calories_kcal": "kcal", "protein_g": "protein_g", "carbs_g": "carbs_g", "fat_g": "fat_g"}


class Feasibility(NamedTuple):
    """A score from 0 to 1 and the wishes that could not be met in full."""

    score: float
    issues: tuple[Issue, ...]


def day_totals(meals: Sequence[PlannedMeal]) -> dict[date, Nutrients]:
    """Return what the planned meals of each day sum to."""
    by_day: dict[date, list[Nutrients]] = {}
    for meal in meals:
        by_day.setdefault(meal.date, []).append(meal.totals())
    return {day: total(parts) for day, parts in by_day.items()}


def misses(targets: Targets, eaten: Nutrients) -> dict[str, float]:
    """Return by how much a day's meals miss each target, as a signed share of it."""
    found = {}
    for name, key in _EATEN_OF.items():
        wanted = getattr(targets, name)
        if wanted:
            found[name] = (getattr(eaten, key) - wanted) / wanted
    return found


def is_met(targets: Targets, eaten: Nutrients) -> bool:
    """Return whether a day's meals meet its targets: kcal 3 %, protein 5 %, carbohydrate and fat 8 %."""
    return all(abs(miss) <= TOLERANCE[name] + 1e-9 for name, miss in misses(targets, eaten).items())


def share_of_days_met(days: Sequence[PlannedDay], totals: Mapping[date, Nutrients]) -> float:
    """Return the share of days whose meals meet their targets; days without a numeric target do not count."""
    counted = [day for day in days if day.targets.calories_kcal is not None]
    if not counted:
        return 1.0
    return sum(is_met(day.targets, totals.get(day.date, NOTHING)) for day in counted) / len(counted)


def feasibility(training_score: float, days_met: float, issues: Sequence[Issue]) -> Feasibility:
    """Return the score (training 0.45, meals 0.45, rate and date 0.10) with all issues, in order."""
    rate = 0.5 if any(issue.code in {"rate", "goal_date", "macros"} for issue in issues) else 1.0
    score = WEIGHTS["training"] * training_score + WEIGHTS["meals"] * days_met + WEIGHTS["rate"] * rate
    return Feasibility(round(min(1.0, max(0.0, score)), 4), tuple(issues))
