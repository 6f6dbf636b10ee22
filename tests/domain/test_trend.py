"""The trend of weigh-ins: level, rate, honest spread, and no fear of outliers."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.trend import weight_trend

MONDAY = date(2026, 3, 2)


def series(count: int, per_week: float, noise: float, seed: int = 1) -> list[tuple[date, float]]:
    chance = Random(seed)
    return [(MONDAY + timedelta(days=k), 80.0 + per_week * k / 7.0 + chance.gauss(0.0, noise)) for k in range(count)]


def test_nothing_weighed_has_no_trend() -> None:
    assert weight_trend([]) is None


def test_one_weigh_in_is_its_own_trend() -> None:
    trend = weight_trend([(MONDAY, 80.0)])
    assert trend is not None
    assert (trend.weight_kg, trend.rate_kg_per_week, trend.weigh_ins) == (80.0, 0.0, 1)


@pytest.mark.parametrize("per_week", [-0.6, 0.0, 0.4])
def test_the_rate_of_two_noisy_months_is_found(per_week: float) -> None:
    trend = weight_trend(series(56, per_week, 0.5))
    assert trend is not None
    assert trend.rate_kg_per_week == pytest.approx(per_week, abs=0.2)
    assert abs(trend.rate_kg_per_week - per_week) < 3.0 * trend.rate_sd_kg_per_week
    assert trend.weight_kg == pytest.approx(80.0 + per_week * 55 / 7, abs=0.6)


def test_order_does_not_matter_and_the_first_of_a_day_counts() -> None:
    readings = series(20, -0.5, 0.4)
    doubled = [*readings, (readings[3][0], 99.0)]
    assert weight_trend(doubled) == weight_trend(readings)
    assert weight_trend(reversed(readings)) == weight_trend(readings)


def test_an_outlier_hardly_moves_the_trend() -> None:
    readings = series(28, 0.0, 0.3)
    bent = [*readings[:20], (readings[20][0], readings[20][1] + 4.0), *readings[21:]]
    calm, moved = weight_trend(readings), weight_trend(bent)
    assert calm is not None
    assert moved is not None
    assert abs(moved.weight_kg - calm.weight_kg) < 0.3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.floats(30.0, 300.0)), min_size=1, max_size=40))
def test_the_trend_lies_within_reach_of_what_was_weighed(readings: list[tuple[int, float]]) -> None:
    trend = weight_trend([(MONDAY + timedelta(days=day), kg) for day, kg in readings])
    assert trend is not None
    assert trend.weight_sd_kg > 0.0
    assert trend.rate_sd_kg_per_week > 0.0
    assert -300.0 < trend.weight_kg < 700.0
