"""Weigh-ins and other measures in words, with the trend behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.show import show_weight, show_weight_change
from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping


def weighed(metric: Mapping[str, Any], units: str) -> str:
    """Return a stored measurement and the trend."""
    return "\n".join([f"{theme.strong(_figures(metric, units))}, {metric['date']}", *_trend(metric["trend"], units)])


def listed(document: Mapping[str, Any], units: str) -> str:
    """Return the latest measurements, a line each, with the number that edit and remove accept."""
    if not document["metrics"]:
        return "Nothing measured yet: sharpened weigh 82.4kg."
    lines = [f"{row['number']:>3}  {row['date']}  {_figures(row, units)}" for row in document["metrics"]]
    return "\n".join([*lines, *_trend(document["trend"], units)])


def removed(document: Mapping[str, Any], units: str) -> str:
    """Return that a measurement is gone and how it comes back."""
    row = document["removed"]
    return f"Removed {_figures(row, units)} of {row['date']}. `sharpened metrics undo` brings it back."


def restored(document: Mapping[str, Any], units: str) -> str:
    """Return which measurement is as it was."""
    row = document["restored"]
    return f"{row['date']} is as it was: {_figures(row, units)}."


def _figures(row: Mapping[str, Any], units: str) -> str:
    parts = []
    if row["weight_kg"] is not None:
        parts.append(show_weight(row["weight_kg"], units))
    if row["body_fat_percentage"] is not None:
        parts.append(f"{row['body_fat_percentage']:.1f} % fat")
    parts += [f"{name.removesuffix('_cm')} {length(cm, units)}" for name, cm in sorted(row["girths"].items())]
    return ", ".join(parts)


def length(cm: float, units: str) -> str:
    """Return a girth such as ``82.0 cm`` or ``32.3 in``."""
    return f"{cm:.1f} cm" if units == "metric" else f"{cm / 2.54:.1f} in"


def _trend(trend: Mapping[str, Any], units: str) -> list[str]:
    if trend["weight_kg"] is None:
        return []
    level = f"Trend {show_weight(trend['weight_kg'], units)} ± {show_weight(trend['weight_sd_kg'], units)}"
    if trend["rate_kg_per_week"] is None:
        return [f"{level}. More weigh-ins will show where it is going."]
    rate = show_weight_change(trend["rate_kg_per_week"], units)
    return [f"{level}, {rate} a week (± {show_weight(trend['rate_sd_kg_per_week'], units, 2)})."]
