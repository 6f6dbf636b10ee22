"""The expenditure filter against matrix algebra, bad data, and people with known bodies."""

from __future__ import annotations

from datetime import date, timedelta
from math import sqrt
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from virtual_client import START, VirtualClient, steer

from sharpened_cli.domain import expenditure
from sharpened_cli.domain.expenditure import Constants, Day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.expenditure import Filter, Tracker

PERSON = expenditure.constants(weight_kg=82.0, body_fat_percentage=35.0, rmr_kcal=1560.0, tdee_kcal=2250.0)
SPANS = ((5500.0, 8000.0), (11.0, 21.0))


def days_of(intakes: Sequence[float | None], weights: Sequence[float | None], target: float = 2000.0) -> list[Day]:
    pairs = zip(intakes, weights, strict=True)
    return [Day(START + timedelta(days=k), target, kcal, kg) for k, (kcal, kg) in enumerate(pairs)]


def matrix_of(state: Filter) -> list[list[float]]:
    _, _, _, ww, wo, wb, oo, ob, bb, _, _ = state
    return [[ww, wo, wb], [wo, oo, ob], [wb, ob, bb]]


def product(left: list[list[float]], right: list[list[float]]) -> list[list[float]]:
    return [
        [sum(a * b for a, b in zip(row, column, strict=True)) for column in zip(*right, strict=True)] for row in left
    ]


def determinants(p: list[list[float]]) -> tuple[float, float, float]:
    minor = p[0][0] * p[1][1] - p[0][1] ** 2
    whole = (
        p[0][0] * (p[1][1] * p[2][2] - p[1][2] ** 2)
        - p[0][1] * (p[0][1] * p[2][2] - p[1][2] * p[0][2])
        + p[0][2] * (p[0][1] * p[1][2] - p[1][1] * p[0][2])
    )
    return p[0][0], minor, whole


def test_constants_lie_where_bodies_do() -> None:
    assert SPANS[0][0] < PERSON.density_kcal_per_kg < SPANS[0][1]
    assert SPANS[1][0] < PERSON.slope_kcal_per_kg < SPANS[1][1]
    assert PERSON.reference_kcal == pytest.approx(0.92 * 2250.0)


def test_the_scalar_prediction_is_the_matrix_one() -> None:
    state = expenditure.start(PERSON, START).filter._replace(cov_weight_offset=3.0, cov_weight_water=0.1)
    density, slope = PERSON.density_kcal_per_kg, PERSON.slope_kcal_per_kg
    a = [[1.0 - slope / density, -1.0 / density, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    expected = product(product(a, matrix_of(state)), [list(row) for row in zip(*a, strict=True)])
    expected[0][0] += 140.0**2 / density**2
    expected[1][1] += expenditure.OFFSET_DRIFT_KCAL**2
    found = matrix_of(expenditure.predict(PERSON, state, 2000.0, 140.0**2))
    for row, wanted in zip(found, expected, strict=True):
        assert row == pytest.approx(wanted, abs=1e-9)


def test_the_scalar_update_is_the_matrix_one() -> None:
    state = expenditure.predict(PERSON, expenditure.start(PERSON, START).filter, 1600.0, 112.0**2)
    z = state.relative_intake
    p = matrix_of(state)
    column = [p[row][0] + z * p[row][2] for row in range(3)]
    variance = column[0] + z * column[2] + (0.008 * 82.0) ** 2
    deviation = 81.2 - (state.weight_kg + z * state.water_kg)
    found = expenditure.measure(PERSON, state, 81.2)
    expected = [value + gain * deviation / variance for value, gain in zip(state[:3], column, strict=True)]
    assert list(found[:3]) == pytest.approx(expected, abs=1e-9)
    for row in range(3):
        wanted = [p[row][k] - column[row] * column[k] / variance for k in range(3)]
        assert matrix_of(found)[row] == pytest.approx(wanted, abs=1e-9)


def test_the_covariance_stays_positive_over_ten_thousand_random_days() -> None:
    chance = Random(11)
    state = expenditure.start(PERSON, START).filter
    for _ in range(10_000):
        intake = chance.uniform(1000.0, 4000.0)
        state = expenditure.predict(PERSON, state, intake, (0.2 * intake) ** 2)
        if chance.random() < 0.4:
            state = expenditure.measure(PERSON, state, max(state.weight_kg + chance.gauss(0.0, 1.5), 40.0))
        assert min(determinants(matrix_of(state))) > -1e-9


def test_one_weigh_in_four_kilograms_off_hardly_moves_the_estimate() -> None:
    plain = [2000.0] * 14
    steady: list[float | None] = [82.0] * 14
    tracker = expenditure.start(PERSON, START - timedelta(days=1))
    calm = expenditure.follow(tracker, days_of(plain, steady), START + timedelta(days=14))
    for day in (0, 1, 7, 13):
        bent: list[float | None] = [*steady[:day], 86.0, *steady[day + 1 :]]
        other = expenditure.follow(tracker, days_of(plain, bent), START + timedelta(days=14))
        assert abs(other.filter.offset_kcal - calm.filter.offset_kcal) < 40.0


def test_a_typing_error_is_left_out_until_it_repeats() -> None:
    tracker = expenditure.start(PERSON, START - timedelta(days=1))
    once = [82.0] * 7 + [28.0] + [82.0] * 6
    known = expenditure.follow(tracker, days_of([2000.0] * 14, once), START + timedelta(days=14))
    assert known.filter.weight_kg == pytest.approx(82.0, abs=0.6)
    moved = [82.0] * 7 + [92.0] * 7
    corrected = expenditure.follow(tracker, days_of([2000.0] * 14, moved), START + timedelta(days=14))
    assert corrected.filter.weight_kg == pytest.approx(92.0, abs=0.6)


def test_a_weigh_in_is_used_once_whichever_window_brings_it() -> None:
    days = days_of([2000.0] * 29, [82.0 + 0.3 * (k % 3) for k in range(29)])
    tracker = expenditure.start(PERSON, START - timedelta(days=1))
    whole = expenditure.follow(tracker, days, days[28].date)
    first = expenditure.follow(tracker, days[:15], days[14].date)
    assert expenditure.follow(first, days[14:], days[28].date) == whole


def test_a_long_silence_starts_the_filter_anew_at_the_next_weigh_in() -> None:
    tracker = expenditure.start(PERSON, START - timedelta(days=1))
    silent: list[float | None] = [None] * 30
    days = days_of([*silent, 2000.0], [*silent, 78.0])
    known = expenditure.follow(tracker, days, days[-1].date)
    assert known.filter.weight_kg == 78.0
    assert sqrt(known.filter.var_offset) == pytest.approx(0.08 * PERSON.tdee_kcal)


def test_logs_of_half_days_are_not_believed() -> None:
    usual = ((2000.0, False),) * 10
    assert not expenditure.is_complete(900.0, 2100.0, usual)
    assert expenditure.is_complete(1250.0, 2100.0, usual)
    assert expenditure.usual_kcal(((2000.0, False), (2600.0, True), (500.0, False)), is_weekend=True) == pytest.approx(
        (2600.0 + 2.0 * 2300.0) / 3.0
    )
    assert expenditure.usual_kcal((), is_weekend=True) is None


def test_new_constants_leave_the_expenditure_where_it_was() -> None:
    tracker = expenditure.follow(
        expenditure.start(PERSON, START), days_of([1800.0] * 14, [82.0 - 0.1 * k for k in range(14)]), START
    )
    other = expenditure.constants(weight_kg=76.0, body_fat_percentage=30.0, rmr_kcal=1500.0, tdee_kcal=2200.0)
    moved = expenditure.rebased(tracker, other)
    for intake in (1500.0, 2500.0):
        assert expenditure.expenditure_kcal(other, moved.filter, intake) == pytest.approx(
            expenditure.expenditure_kcal(PERSON, tracker.filter, intake)
        )


def test_the_estimate_finds_what_the_person_burns_as_logged() -> None:
    client = VirtualClient(seed=3, log_chance=1.0, weigh_chance=1.0, scale_noise_kg=0.2, intake_noise=0.05)
    last = steer(client, 6, 1800.0)[-1]
    truth = client.true_tdee_kcal + client.model.movement_kcal_per_kg * (client.body.weight_kg - client.weight_kg)
    truth = (truth + client.body.adaptation_kcal) * client.logged_share
    assert last.expenditure_kcal == pytest.approx(truth, rel=0.08)
    assert last.expenditure_low_kcal < last.expenditure_kcal < last.expenditure_high_kcal


kcals = st.one_of(st.none(), st.floats(0.0, 6000.0))
kilograms = st.one_of(st.none(), st.floats(30.0, 300.0))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(kcals, kilograms), min_size=1, max_size=40))
def test_whatever_is_logged_the_state_stays_finite(entries: list[tuple[float | None, float | None]]) -> None:
    days = days_of([kcal for kcal, _ in entries], [kg for _, kg in entries])
    known: Tracker = expenditure.follow(expenditure.start(PERSON, START - timedelta(days=1)), days, days[-1].date)
    assert all(abs(value) < 1e9 for value in known.filter)
    assert known.filter.var_offset > 0.0
    assert isinstance(known.constants, Constants)
    assert known.weighed_through == date.fromordinal(days[-1].date.toordinal())
