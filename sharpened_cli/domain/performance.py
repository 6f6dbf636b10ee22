"""Is a lift getting stronger? The slope of its estimated one-repetition maximum, with its uncertainty."""

from __future__ import annotations

from itertools import combinations
from math import log, sqrt
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MIN_EXPOSURES = 4  # days on which a lift was trained before its slope is believed (product choice)
SLOPE_SE_FLOOR = 0.35  # percent a week: e1RM noise of 3-5 % over four weeks allows no better
MAD_TO_SD = 1.4826  # of a normal distribution


class Exposure(NamedTuple):
    """One day of one lift: ordinal of the date, best e1RM in kg, mean RPE beyond the prescribed one."""

    day: int
    e1rm_kg: float | None
    rpe_drift: float | None = None


class Slope(NamedTuple):
    """Change of e1RM in percent a week, with its standard error."""

    percent_per_week: float
    standard_error: float


def lift_slope(exposures: Sequence[Exposure]) -> Slope | None:
    """Return the slope of ln(e1RM) over days (Theil 1950, Sen 1968), or None below four exposures."""
    points = sorted((each.day, log(each.e1rm_kg)) for each in exposures if each.e1rm_kg)
    if len(points) < MIN_EXPOSURES or points[0][0] == points[-1][0]:
        return None
    slope = median((y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in combinations(points, 2) if x1 > x0)
    middle = median(y - slope * x for x, y in points)
    spread = MAD_TO_SD * median(abs(y - slope * x - middle) for x, y in points)
    mean_day = sum(x for x, _ in points) / len(points)
    error = spread / sqrt(sum((x - mean_day) ** 2 for x, _ in points))
    return Slope(700.0 * slope, max(700.0 * error, SLOPE_SE_FLOOR))


def muscle_slopes(slopes: Mapping[str, Slope], shares: Mapping[str, Mapping[str, float]]) -> dict[str, Slope]:
    """Return each muscle's slope: the mean over its lifts, weighted by how much a set trains the muscle.

    ``shares`` gives the fractional sets of a lift by muscle.
    """
    sums: dict[str, tuple[float, float, float]] = {}
    for lift in sorted(slopes):
        for muscle, share in shares.get(lift, {}).items():
            weight, slope, variance = sums.get(muscle, (0.0, 0.0, 0.0))
            found = slopes[lift]
            sums[muscle] = (
                weight + share,
                slope + share * found.percent_per_week,
                variance + (share * found.standard_error) ** 2,
            )
    return {
        muscle: Slope(slope / weight, max(sqrt(variance) / weight, SLOPE_SE_FLOOR))
        for muscle, (weight, slope, variance) in sums.items()
    }


def mean_drift(exposures: Iterable[Exposure]) -> float | None:
    """Return the mean RPE beyond the prescribed one, or None where no RPE was logged."""
    drifts = [each.rpe_drift for each in exposures if each.rpe_drift is not None]
    return sum(drifts) / len(drifts) if drifts else None
