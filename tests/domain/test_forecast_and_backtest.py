"""The body model ahead and the estimator looked at from behind."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from virtual_client import START, VirtualClient

from sharpened_cli.domain import expenditure
from sharpened_cli.domain.backtest import backtest
from sharpened_cli.domain.forecast import expenditure_kcal, forecast, model_of, next_day

PERSON = expenditure.constants(weight_kg=90.0, body_fat_percentage=28.0, rmr_kcal=1700.0, tdee_kcal=2720.0)
TRACKER = expenditure.start(PERSON, START)


def weights(intake: float, days: int = 365) -> list[float]:
    points = forecast(TRACKER, body_fat_percentage=28.0, intake_kcal=intake, first=START, days=days)
    return [point.weight_kg for point in points]


def test_eating_what_is_burnt_holds_the_weight() -> None:
    model = model_of(TRACKER, 28.0)
    burnt = expenditure_kcal(model, model.start, PERSON.reference_kcal)
    assert weights(burnt)[-1] == pytest.approx(90.0, abs=0.05)


def test_a_year_of_500_less_is_what_published_bodies_lose() -> None:
    """Hall 2011: about 10 kg in the first year of 500 kcal a day less, half of the final loss."""
    lost = 90.0 - weights(PERSON.reference_kcal - 460.0)[-1]
    assert 10.0 < lost < 15.0
    assert lost < 460.0 * 365 / 7700


def test_loss_slows_down_on_the_same_intake() -> None:
    path = weights(PERSON.reference_kcal - 460.0)
    assert path[0] - path[84] > path[252] - path[336]


def test_the_band_holds_the_middle_and_widens() -> None:
    points = forecast(TRACKER, body_fat_percentage=28.0, intake_kcal=2000.0, first=START, days=120)
    widths = [point.high_kg - point.low_kg for point in points]
    assert all(point.low_kg < point.weight_kg < point.high_kg for point in points)
    assert all(later > earlier for earlier, later in itertools.pairwise(widths))
    assert points[-1].date == START + timedelta(days=120)


@settings(max_examples=30, deadline=None)
@given(st.floats(800.0, 5000.0), st.floats(8.0, 50.0))
def test_who_eats_more_weighs_more(intake: float, fat: float) -> None:
    def last(kcal: float) -> float:
        return forecast(TRACKER, body_fat_percentage=fat, intake_kcal=kcal, first=START, days=60)[-1].weight_kg

    assert last(intake + 100.0) > last(intake)


def test_fat_never_goes_below_what_a_body_needs() -> None:
    model = model_of(TRACKER, 8.0)
    body = model.start
    for _ in range(900):
        body = next_day(model, body, 600.0)
    assert body.fat_kg > 0.0


def test_the_estimator_foretells_better_than_nothing_changes() -> None:
    client = VirtualClient(seed=3, log_chance=1.0, weigh_chance=0.8, intake_noise=0.08, scale_noise_kg=0.3)
    days = client.live(1700.0, 84)
    person = client.person()
    constants = expenditure.constants(
        weight_kg=person.start_weight_kg,
        body_fat_percentage=person.body_fat_percentage,
        rmr_kcal=person.rmr_kcal,
        tdee_kcal=person.tdee_kcal,
    )
    found = backtest(expenditure.start(constants, START), days)
    assert found.forecasts >= 8
    assert found.mean_abs_error_kg is not None
    assert found.unchanged_mean_abs_error_kg is not None
    assert found.mean_abs_error_kg < 0.8 * found.unchanged_mean_abs_error_kg
    assert found.covered is not None
    assert found.covered > 0.85


def test_too_short_a_past_is_not_judged() -> None:
    client = VirtualClient(seed=3)
    assert backtest(TRACKER, client.live(1700.0, 20)).weigh_ins == 0
