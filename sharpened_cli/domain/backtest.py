"""How well the estimator would have foretold weights that it had not seen yet."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain import expenditure
from sharpened_cli.domain.trend import WEIGH_IN_SD_FRACTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sharpened_cli.domain.expenditure import Day, Tracker

HORIZON_DAYS = 14
STEP_DAYS = 7
FIRST_CUT_DAYS = 14  # before it the estimator has seen too little to be judged
BAND_SDS = 1.96


class Backtest(NamedTuple):
    """Errors of foretold weigh-ins in kg over all cuts, beside those of "nothing changes".

    ``covered`` is the share of weigh-ins inside their 95 % band; None where there was nothing to judge.
    """

    forecasts: int
    weigh_ins: int
    mean_abs_error_kg: float | None
    bias_kg: float | None
    covered: float | None
    unchanged_mean_abs_error_kg: float | None
    horizon_days: int = HORIZON_DAYS


def backtest(start: Tracker, days: Sequence[Day]) -> Backtest:
    """Return how the estimator would have done on a person's own ``days`` (ascending, from the start).

    Every seven days from the fourteenth on it is stopped, told what was eaten in the next fortnight but no
    weight, and its foretold weigh-ins of that fortnight's second week are compared with the real ones.
    """
    errors: list[float] = []
    unchanged: list[float] = []
    inside = cuts = 0
    for cut in range(FIRST_CUT_DAYS, len(days) - HORIZON_DAYS + 1, STEP_DAYS):
        known = expenditure.follow(start, days[:cut], days[cut - 1].date)
        found = list(_foretold(known, days[cut - 1 : cut + HORIZON_DAYS]))
        cuts += bool(found)
        for error, sd, change in found:
            errors.append(error)
            unchanged.append(change)
            inside += abs(error) <= BAND_SDS * sd
    count = len(errors)
    if not count:
        return Backtest(0, 0, None, None, None, None)
    return Backtest(
        cuts,
        count,
        sum(map(abs, errors)) / count,
        sum(errors) / count,
        inside / count,
        sum(map(abs, unchanged)) / count,
    )


def _foretold(known: Tracker, ahead: Sequence[Day]) -> Iterator[tuple[float, float, float]]:
    """Yield error, SD and change since the cut, in kg, of each weigh-in of the second week ahead."""
    person, then = known.constants, known.filter
    for index, day in enumerate(ahead):
        state = known.filter
        if index > HORIZON_DAYS - STEP_DAYS and day.weight_kg is not None:
            z = state.relative_intake
            noise = (WEIGH_IN_SD_FRACTION * person.weight_kg) ** 2
            variance = state.var_weight + 2.0 * z * state.cov_weight_water + z * z * state.var_water + noise
            shown = state.weight_kg + z * state.water_kg
            was = then.weight_kg + then.relative_intake * then.water_kg
            yield shown - day.weight_kg, sqrt(variance), was - day.weight_kg
        blind = day._replace(weight_kg=None)
        following = ahead[index + 1].date if index + 1 < len(ahead) else day.date
        known = expenditure.follow(known, [blind], following)
