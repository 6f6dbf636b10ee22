"""Say which meal targets could not be met, and try out what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.plan import Issue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.meal_days import DayPlanner, SolvedDay


def meal_issues(planner: DayPlanner, solved: Sequence[SolvedDay | None]) -> tuple[Issue, ...]:
    return ()
