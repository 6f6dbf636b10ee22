"""The weight to come, week by week, and how well the past would have been foretold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.show import show_weight
from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping


def screen(found: Mapping[str, Any], units: str) -> str:
    """Return the forecast as a small table with its band."""
    intake, burnt = found["usual_intake_kcal"], found["expenditure_kcal"]
    head = f"Eating about {intake:.0f} kcal a day; you burn about {burnt:.0f} as you log."
    lines = [theme.strong("Weight to come"), *theme.wrapped(head, theme.width()), ""]
    for week, point in enumerate(found["weeks"]):
        low, high = (show_weight(point[name], units) for name in ("low_kg", "high_kg"))
        lines.append(f"week {week:>3}  {point['date']}  {show_weight(point['weight_kg'], units):>9}  ({low} to {high})")
    if found["target_weight_kg"] is not None:
        goal, when = show_weight(found["target_weight_kg"], units), found["reaches_target_on"]
        lines += ["", f"{goal} is reached about {when}." if when else f"{goal} is not reached in this time."]
    closing = "The band holds 95 of 100 such people. Each reassessment adjusts the plan, so reality should do better."
    return "\n".join([*lines, "", *theme.wrapped(closing, theme.width())])


def backtest(found: Mapping[str, Any], units: str) -> str:
    """Return the backtest in three sentences."""
    if not found["weigh_ins"]:
        return "There is too little to judge yet: four weeks with weigh-ins are needed."
    error, plain = (show_weight(found[name], units) for name in ("mean_abs_error_kg", "unchanged_mean_abs_error_kg"))
    lines = [
        f"{found['weigh_ins']} weigh-ins were foretold from {found['forecasts']} moments, up to a fortnight ahead.",
        f"They were off by {error} on average; saying that nothing changes would have been off by {plain}.",
        f"{found['covered']:.0%} lay within their 95 % band.",
    ]
    return "\n".join(lines)
