"""Activity templates, and how well a logged activity fits one: 40/25/20/10/5, each part explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# The design's weights: kind, distance, time of day, weekday, duration.
WEIGHTS = {"kind": 40.0, "distance": 25.0, "time_of_day": 20.0, "weekday": 10.0, "duration": 5.0}
DISTANCE_TOLERANCE, DURATION_TOLERANCE = 0.10, 0.15  # shares within which a part counts in full
NOTHING_LEFT_AT = 0.50  # a share off at which a distance or duration counts nothing (product choice)
TIME_WINDOW_MINUTES, LAST_MINUTES = 60, 240  # in full within an hour, nothing from four hours (product choice)
SUGGESTED_FROM = 70.0  # the score from which a template is offered (product choice)
MINUTES_PER_DAY = 1440


class Template(NamedTuple):
    """What a template expects; None where it does not mind. ``weekdays`` are ISO days (1 Monday)."""

    id: str
    name: str
    category: str
    activity_name: str
    distance_m: float | None = None
    minutes: float | None = None
    start_minute: int | None = None
    weekdays: tuple[int, ...] = ()


class Occasion(NamedTuple):
    """The activity that is held against templates."""

    category: str
    activity_name: str
    distance_m: float | None
    minutes: float | None
    start_minute: int | None
    weekday: int


class Part(NamedTuple):
    """One part of a score: the points, how many there were to be had, and why."""

    part: str
    points: float
    of: float
    because: str


class Fit(NamedTuple):
    """How well a template fits, 0..100, and the parts that make the score up."""

    template: Template
    score: float
    parts: tuple[Part, ...]


def fit(template: Template, occasion: Occasion) -> Fit:
    """Return the score of one template; what the template does not say is shared out over the rest."""
    shares = {
        "kind": _kind(template, occasion),
        "distance": _amount(template.distance_m, occasion.distance_m, DISTANCE_TOLERANCE, "m"),
        "time_of_day": _time(template.start_minute, occasion.start_minute),
        "weekday": _weekday(template.weekdays, occasion.weekday),
        "duration": _amount(template.minutes, occasion.minutes, DURATION_TOLERANCE, "min"),
    }
    said = {part: found for part, found in shares.items() if found is not None}
    whole = sum(WEIGHTS[part] for part in said)
    parts = tuple(
        Part(part, round(WEIGHTS[part] * share / whole * 100.0, 2), round(WEIGHTS[part] / whole * 100.0, 2), because)
        for part, (share, because) in said.items()
    )
    return Fit(template, round(sum(part.points for part in parts), 1), parts)


def best_fits(templates: Iterable[Template], occasion: Occasion) -> Sequence[Fit]:
    """Return the templates worth offering, best first, ties by name."""
    fits = [fit(template, occasion) for template in templates]
    worth = [one for one in fits if one.score >= SUGGESTED_FROM and one.template.category == occasion.category]
    return sorted(worth, key=lambda one: (-one.score, one.template.name))


def _kind(template: Template, occasion: Occasion) -> tuple[float, str]:
    if template.category != occasion.category:
        return 0.0, f"{occasion.category} is not {template.category}"
    if template.activity_name.casefold() == occasion.activity_name.casefold():
        return 1.0, f"the same activity, {template.activity_name}"
    return 0.6, f"the same kind, {template.category}, as another activity"


def _amount(wanted: float | None, got: float | None, tolerance: float, unit: str) -> tuple[float, str] | None:
    if wanted is None or wanted <= 0:
        return None
    if got is None:
        return 0.0, f"nothing to compare with {wanted:g} {unit}"
    off = abs(got - wanted) / wanted
    share = min(1.0, max(0.0, (NOTHING_LEFT_AT - off) / (NOTHING_LEFT_AT - tolerance)))
    return share, f"{got:g} {unit} against {wanted:g} {unit}"


def _time(wanted: int | None, got: int | None) -> tuple[float, str] | None:
    if wanted is None:
        return None
    if got is None:
        return 0.0, "no time of day was said"
    apart = abs(got - wanted) % MINUTES_PER_DAY
    apart = min(apart, MINUTES_PER_DAY - apart)
    share = min(1.0, max(0.0, (LAST_MINUTES - apart) / (LAST_MINUTES - TIME_WINDOW_MINUTES)))
    return share, f"{apart} minutes from the usual time"


def _weekday(wanted: Sequence[int], got: int) -> tuple[float, str] | None:
    if not wanted:
        return None
    return (1.0, "a usual weekday") if got in wanted else (0.0, "another weekday than usual")
