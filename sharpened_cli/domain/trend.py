"""The trend behind noisy weigh-ins: weight and rate with their uncertainty, cheap enough for every screen."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

# SD of one weigh-in as a fraction of weight: Turicchi 2020 PLoS One 15:e0232152 gives 0.5-1 %.
WEIGH_IN_SD_FRACTION = 0.008
HUBER_SDS = 3.0  # a deviation beyond so many SDs counts with less weight (Huber 1964)
RATE_SD_START = 0.006  # fraction of body weight a week: what diets bring about, before anything is seen
RATE_DRIFT_SD = 0.0006  # fraction of body weight a week per square root of a day (product choice)


class Trend(NamedTuple):
    """Trend weight in kg and its rate in kg a week on the day of the last weigh-in, with their SDs."""

    date: date
    weight_kg: float
    weight_sd_kg: float
    rate_kg_per_week: float
    rate_sd_kg_per_week: float
    weigh_ins: int


class _Line(NamedTuple):
    """A level and a daily slope with their covariance."""

    level: float
    slope: float
    var_level: float
    cov: float
    var_slope: float


def weight_trend(weigh_ins: Iterable[tuple[date, float]]) -> Trend | None:
    """Return the trend of weigh-ins (local date, kg) in any order, or None when there are none.

    Of several weigh-ins of one date the first one given counts. The filter is a local linear trend
    (Harvey 1989) with the calorie controller's measurement noise and its protection against outliers.
    """
    latest = None
    for latest in trend_series(weigh_ins):  # noqa: B007  # the last one is wanted
        pass
    return latest


def trend_series(weigh_ins: Iterable[tuple[date, float]]) -> Iterator[Trend]:
    """Yield the trend as it stood on each day with a weigh-in, in the order of days (see ``weight_trend``)."""
    first_of_day: dict[date, float] = {}
    for day, weight_kg in weigh_ins:
        first_of_day.setdefault(day, weight_kg)
    if not first_of_day:
        return
    days = sorted(first_of_day)
    start = first_of_day[days[0]]
    noise = (WEIGH_IN_SD_FRACTION * start) ** 2
    line = _Line(start, 0.0, noise, 0.0, (RATE_SD_START * start / 7.0) ** 2)
    drift = (RATE_DRIFT_SD * start / 7.0) ** 2
    yield _trend(days[0], line, 1)
    for count, (earlier, day) in enumerate(pairwise(days), start=2):
        line = _measured(_advanced(line, (day - earlier).days, drift), first_of_day[day], noise)
        yield _trend(day, line, count)


def _trend(day: date, line: _Line, weigh_ins: int) -> Trend:
    return Trend(day, line.level, sqrt(line.var_level), 7.0 * line.slope, 7.0 * sqrt(line.var_slope), weigh_ins)


def damped(deviation: float, variance: float) -> float:
    """Return the variance to give a deviation, raised beyond three SDs so that outliers pull less."""
    size = abs(deviation) / (HUBER_SDS * sqrt(variance))
    return variance * size if size > 1.0 else variance


def _advanced(line: _Line, days: int, drift: float) -> _Line:
    return _Line(
        line.level + days * line.slope,
        line.slope,
        line.var_level + 2.0 * days * line.cov + days**2 * line.var_slope + drift * days**3 / 3.0,
        line.cov + days * line.var_slope + drift * days**2 / 2.0,
        line.var_slope + drift * days,
    )


def _measured(line: _Line, weight_kg: float, noise: float) -> _Line:
    deviation = weight_kg - line.level
    variance = damped(deviation, line.var_level + noise)
    gain_level, gain_slope = line.var_level / variance, line.cov / variance
    return _Line(
        line.level + gain_level * deviation,
        line.slope + gain_slope * deviation,
        line.var_level - gain_level * line.var_level,
        line.cov - gain_level * line.cov,
        line.var_slope - gain_slope * line.cov,
    )
