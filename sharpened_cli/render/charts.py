"""Charts of characters, for a terminal: each also says its figures in words, so that it can be heard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
CHART_LINES = 12
BAR_WIDTH = 30
SHADES = ((0.85, "#"), (0.5, "+"), (0.01, "-"))
"""Adherence in a cell: done, partly done, hardly done; ``.`` is nothing done, blank nothing planned."""


class Line(NamedTuple):
    """A series: its points by day, and the marker it is drawn with."""

    points: Sequence[tuple[date, float]]
    marker: str


def lines(series: Sequence[Line], first: date, last: date, columns: int) -> list[str]:
    """Return a chart of several series over days as text lines without colour; [] when there is no point."""
    if not any(line.points for line in series):
        return []
    import plotext

    plotext.clear_figure()
    plotext.plotsize(columns, CHART_LINES)
    plotext.theme("clear")
    plotext.frame(False)
    for line in series:
        days = [(day - first).days for day, _ in line.points]
        values = [value for _, value in line.points]
        draw = plotext.plot if line.marker == "braille" else plotext.scatter
        draw(days, values, marker=line.marker)
    span = (last - first).days
    ticks = sorted({0, span // 3, 2 * span // 3, span})
    plotext.xlim(0, max(span, 1))
    plotext.xticks(ticks, [_day(first, offset) for offset in ticks])
    drawn = _ESCAPES.sub("", plotext.build())
    return [row.rstrip() for row in drawn.splitlines()]


def bars(values: Mapping[str, float], unit: str) -> list[str]:
    """Return a bar a name, the longest BAR_WIDTH wide, with its figure."""
    longest = max(values.values(), default=0.0)
    width = max((len(name) for name in values), default=0)
    return [
        f"{name:<{width}}  {'#' * round(BAR_WIDTH * value / longest) if longest else '':<{BAR_WIDTH}} {value:g} {unit}"
        for name, value in values.items()
    ]


def heat(shares: Mapping[date, float], first: date, last: date) -> list[str]:
    """Return a row a weekday and a column a week: how much of the planned training was done."""
    from datetime import timedelta

    monday = first - timedelta(days=first.weekday())
    weeks = (last - monday).days // 7 + 1
    rows = []
    for weekday, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")):
        cells = (shares.get(monday + timedelta(days=7 * week + weekday)) for week in range(weeks))
        rows.append(f"{name}  {' '.join(_cell(share) for share in cells)}".rstrip())
    return rows


def _cell(share: float | None) -> str:
    if share is None:
        return " "
    return next((mark for least, mark in SHADES if share >= least), ".")


def _day(first: date, offset: int) -> str:
    from datetime import timedelta

    day = first + timedelta(days=offset)
    return f"{day.day} {day:%b}"
