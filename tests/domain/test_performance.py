"""Slopes of lifts: found in noise, silent on thin data."""

from __future__ import annotations

from random import Random

import pytest

from sharpened_cli.domain.performance import (
    SLOPE_SE_FLOOR,
    Exposure,
    Slope,
    lift_slope,
    mean_drift,
    muscle_slopes,
)


def lifts(per_week: float, noise: float, count: int = 8) -> list[Exposure]:
    chance = Random(5)
    return [
        Exposure(3 * k, 100.0 * (1 + per_week / 100 * 3 * k / 7) * (1 + chance.gauss(0, noise))) for k in range(count)
    ]


@pytest.mark.parametrize("per_week", [-1.0, 0.0, 1.0])
def test_a_slope_is_found_within_its_error(per_week: float) -> None:
    slope = lift_slope(lifts(per_week, 0.01))
    assert slope is not None
    assert abs(slope.percent_per_week - per_week) < 3.0 * slope.standard_error
    assert slope.standard_error >= SLOPE_SE_FLOOR


def test_one_wild_day_does_not_bend_it() -> None:
    steady = lifts(0.5, 0.0)
    bent = [*steady[:4], steady[4]._replace(e1rm_kg=160.0), *steady[5:]]
    slope = lift_slope(bent)
    assert slope is not None
    assert slope.percent_per_week == pytest.approx(0.5, abs=0.3)


def test_fewer_than_four_days_say_nothing() -> None:
    assert lift_slope(lifts(1.0, 0.0, 3)) is None
    assert lift_slope([Exposure(1, None)] * 9) is None
    assert lift_slope([Exposure(4, 100.0)] * 5) is None


def test_a_muscle_takes_the_mean_of_its_lifts_by_share() -> None:
    found = muscle_slopes(
        {"bench": Slope(1.0, 0.4), "dip": Slope(-0.5, 0.4), "curl": Slope(9.0, 1.0)},
        {"bench": {"chest": 1.0, "triceps": 0.5}, "dip": {"triceps": 1.0}, "curl": {}},
    )
    assert found["chest"].percent_per_week == 1.0
    assert found["triceps"].percent_per_week == pytest.approx(0.0)


def test_drift_is_the_mean_of_what_was_noted() -> None:
    assert mean_drift([Exposure(1, 100.0, 1.0), Exposure(2, 100.0, None), Exposure(3, 100.0, 0.0)]) == 0.5
    assert mean_drift([Exposure(1, 100.0)]) is None
