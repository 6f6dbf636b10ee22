"""Line charts as inline SVG: no script, no network, colours from the page's own variables."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 720, 220, 52, 26, 10
GRID_LINES = 4


class Series(NamedTuple):
    """Points by day, and how they are drawn: ``line``, ``dots`` or ``goal`` (a dashed line)."""

    points: Sequence[tuple[date, float]]
    style: str


class Band(NamedTuple):
    """A shaded range: day, low, high."""

    points: Sequence[tuple[date, float, float]]


class _Frame(NamedTuple):
    first: date
    span: int
    low: float
    high: float

    def x(self, day: date) -> float:
        return LEFT + (WIDTH - LEFT - 6) * (day - self.first).days / self.span

    def y(self, value: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (self.high - value) / (self.high - self.low)


def chart(
    title: str, description: str, series: Sequence[Series], days: tuple[date, date], band: Band | None = None
) -> str:
    """Return one chart as an SVG element that a screen reader announces by its title and description."""
    values = [value for one in series for _, value in one.points]
    values += [edge for _, low, high in band.points for edge in (low, high)] if band else []
    frame = _frame(days, values)
    parts = [_grid(frame), _days(frame, days)]
    if band:
        parts.append(_band(frame, band))
    parts += [_drawn(frame, one) for one in series]
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(f"{title}. {description}")}">'
        f"{''.join(parts)}</svg>"
    )


def _frame(days: tuple[date, date], values: list[float]) -> _Frame:
    low, high = min(values), max(values)
    margin = (high - low) * 0.08 or max(abs(high) * 0.02, 1.0)
    return _Frame(days[0], max((days[1] - days[0]).days, 1), low - margin, high + margin)


def _grid(frame: _Frame) -> str:
    parts = []
    for step in range(GRID_LINES + 1):
        value = frame.low + (frame.high - frame.low) * step / GRID_LINES
        y = frame.y(value)
        digits = 0 if frame.high - frame.low > 20 else 1
        parts.append(
            f'<line class="grid" x1="{LEFT}" x2="{WIDTH - 6}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:,.{digits}f}</text>'
        )
    return "".join(parts)


def _days(frame: _Frame, days: tuple[date, date]) -> str:
    from datetime import timedelta

    marks = [days[0] + timedelta(days=round(frame.span * share)) for share in (0, 1 / 3, 2 / 3, 1)]
    anchors = ("start", "middle", "middle", "end")
    return "".join(
        f'<text x="{frame.x(day):.1f}" y="{HEIGHT - 8}" text-anchor="{anchor}">{day.day} {day:%b %Y}</text>'
        for day, anchor in zip(marks, anchors, strict=True)
    )


def _band(frame: _Frame, band: Band) -> str:
    upper = [f"{frame.x(day):.1f},{frame.y(high):.1f}" for day, _, high in band.points]
    lower = [f"{frame.x(day):.1f},{frame.y(low):.1f}" for day, low, _ in reversed(band.points)]
    return f'<polygon class="band" points="{" ".join(upper + lower)}"/>'


def _drawn(frame: _Frame, series: Series) -> str:
    if series.style == "dots":
        return "".join(
            f'<circle class="dot" cx="{frame.x(day):.1f}" cy="{frame.y(value):.1f}" r="2.4"/>'
            for day, value in series.points
        )
    points = " ".join(f"{frame.x(day):.1f},{frame.y(value):.1f}" for day, value in series.points)
    return f'<polyline class="{series.style}" points="{points}"/>'
