"""One-repetition maxima, and loads from them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.strength import (
    LoggedSet,
    best_e1rm_kg,
    e1rm_kg,
    load_for_kg,
    one_rm_share,
    reps_to_failure_at,
)


def test_epley_and_brzycki_agree_at_ten_repetitions() -> None:
    assert e1rm_kg(75, 10) == pytest.approx(100.0)


def test_a_single_to_failure_is_the_maximum() -> None:
    assert e1rm_kg(140, 1) == 140


def test_five_repetitions_with_two_in_reserve_count_as_seven() -> None:
    assert e1rm_kg(100, 5, 2) == e1rm_kg(100, 7)


@pytest.mark.parametrize(("weight", "reps", "rir"), [(0, 5, 0), (60, 0, 0), (60, 11, 0), (60, 8, 3)])
def test_no_estimate_is_made_where_it_would_not_be_usable(weight: float, reps: int, rir: float) -> None:
    assert e1rm_kg(weight, reps, rir) is None


def test_the_best_of_several_sets_counts() -> None:
    sets = [LoggedSet(8, 80, 8), LoggedSet(5, 95, 9), LoggedSet(15, 60, None)]
    assert best_e1rm_kg(sets) == e1rm_kg(95, 5, 1)
    assert best_e1rm_kg([]) is None


@given(st.floats(1, 30))
@settings(max_examples=60)
def test_the_chart_and_its_inverse_agree(to_failure: float) -> None:
    assert reps_to_failure_at(one_rm_share(to_failure)) == pytest.approx(to_failure, abs=1e-6)


@given(st.floats(1, 29), st.floats(0.1, 1))
@settings(max_examples=60)
def test_more_repetitions_mean_less_load(to_failure: float, more: float) -> None:
    assert one_rm_share(to_failure + more) < one_rm_share(to_failure)


@given(st.floats(20, 300), st.integers(1, 10))
@settings(max_examples=60)
def test_the_load_for_an_estimate_comes_back_near_the_set(weight: float, reps: int) -> None:
    estimate = e1rm_kg(weight, reps)
    assert estimate is not None
    assert load_for_kg(estimate, reps, 0) == pytest.approx(weight, rel=0.04)
