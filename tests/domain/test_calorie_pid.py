"""The calorie controller: signs, bounds, gates and what it says it did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain import expenditure
from sharpened_cli.domain.pid import (
    CaloriePIDController,
    Setting,
    Trim,
    Window,
    is_learning,
    remembered_gap,
)
from sharpened_cli.domain.policy import DEFAULT_POLICY

if TYPE_CHECKING:
    from sharpened_cli.domain.expenditure import Tracker
    from sharpened_cli.domain.pid import (
        CalorieStep,
    )

PERSON = expenditure.constants(weight_kg=82.0, body_fat_percentage=35.0, rmr_kcal=1560.0, tdee_kcal=2250.0)
CONTROLLER = CaloriePIDController(DEFAULT_POLICY.calories)
FULL = Window(12, 8, 1800.0, 1800.0, 14)
LOSS = -0.004


def tracker(offset: float = 2070.0, weight: float = 82.0, sd: float = 80.0) -> Tracker:
    fresh = expenditure.start(PERSON, date(2026, 1, 5))
    state = fresh.filter._replace(offset_kcal=offset, weight_kg=weight, var_offset=sd * sd)
    return fresh._replace(filter=state)


def setting(
    target: float = 1800.0,
    rate: float = LOSS,
    floor: float = 1200.0,
    adherence: float | None = None,
    raise_at_least: float = 0.0,
    *,
    hold_lower: bool = False,
) -> Setting:
    return Setting(
        target_kcal=target,
        goal_rate=rate,
        floor_kcal=floor,
        safety_floor_kcal=floor,
        max_deficit_fraction=0.25,
        adherence=adherence,
        raise_at_least_kcal=raise_at_least,
        hold_lower=hold_lower,
        hold_because="safety",
    )


def step(known: Tracker, window: Window = FULL, trim: Trim = Trim(), wanted: Setting | None = None) -> CalorieStep:  # noqa: B008  # an immutable value
    return CONTROLLER.step(known, window, trim, wanted or setting())


def test_the_feed_forward_solves_the_energy_balance() -> None:
    known = tracker()
    intake = CONTROLLER.feed_forward_kcal(known, 0.0)
    assert expenditure.expenditure_kcal(PERSON, known.filter, intake) == pytest.approx(intake, abs=25.0)
    stored = CONTROLLER.feed_forward_kcal(known, LOSS) - intake
    assert stored == pytest.approx(PERSON.density_kcal_per_kg * LOSS * 82.0 / 7.0 / 0.85, rel=0.1)


def test_who_burns_less_than_thought_gets_a_lower_target() -> None:
    assert step(tracker(1900.0)).target_after < 1800.0
    assert step(tracker(1900.0)).reason_code == "limited_slew"
    assert step(tracker(2600.0)).target_after == 2000.0


def test_small_differences_keep_the_target() -> None:
    intake = CONTROLLER.feed_forward_kcal(tracker(), LOSS)
    found = step(tracker(), wanted=setting(target=intake + 40.0))
    assert found.target_after == found.target_before
    assert found.reason_code == "hold_in_band"


@pytest.mark.parametrize("window", [Window(0, 0, None, 1800.0, 14), Window(11, 0, 2300.0, 1800.0, 14)])
def test_without_a_weigh_in_the_target_is_held(window: Window) -> None:
    trim = Trim(60.0, 0.02, 10.0)
    found = step(tracker(1500.0), window, trim)
    assert found.target_after == 1800.0
    assert found.reason_code == "hold_no_data"
    assert found.trim.integral_kcal == trim.integral_kcal


def test_without_data_an_estimate_moves_nothing() -> None:
    estimated = replace(setting(floor=1900.0), safety_floor_kcal=1200.0)
    assert step(tracker(2700.0), Window(0, 0, None, 1800.0, 14), wanted=estimated).target_after == 1800.0


def test_a_floor_that_rose_lifts_a_held_target() -> None:
    found = step(tracker(), Window(0, 0, None, 1800.0, 14), wanted=setting(floor=1843.0))
    assert (found.target_after, found.reason_code) == (1850.0, "limited_floor")


def test_few_logs_halve_the_step_and_freeze_the_integral() -> None:
    thin = Window(3, 8, 1800.0, 1800.0, 14)
    found = step(tracker(1700.0), thin, Trim(20.0))
    assert found.target_after == 1700.0
    assert found.trim.integral_kcal == 20.0


def test_low_adherence_never_makes_the_deficit_larger() -> None:
    low = setting(adherence=0.5)
    assert step(tracker(1900.0), wanted=low).target_after == 1800.0
    assert step(tracker(1900.0), wanted=low).reason_code == "limited_adherence"
    assert step(tracker(1900.0), wanted=setting(adherence=0.8)).target_after < 1800.0


def test_eating_over_the_target_is_made_up_for_only_with_good_adherence() -> None:
    over = Trim(0.0, 0.08, 30.0)
    window = Window(12, 8, 1944.0, 1800.0, 14)
    known = tracker(2300.0)
    followed = step(known, window, over, setting(target=1800.0, adherence=0.9))
    slack = step(known, window, over, setting(target=1800.0, adherence=0.5))
    assert followed.target_after < slack.target_after
    assert "gap_not_compensated" in slack.limits_hit


def test_a_loss_too_fast_raises_by_the_excess_and_lowers_nothing() -> None:
    fast = setting(raise_at_least=130.0, hold_lower=True)
    found = step(tracker(1500.0), wanted=fast)
    assert found.target_after == 1930.0
    assert found.reason_code == "limited_safety"


def test_the_integral_does_not_wind_up_against_a_limit() -> None:
    trim = Trim()
    for _ in range(20):
        trim = step(tracker(1200.0), FULL, trim, setting(target=1600.0)).trim
    assert trim.integral_kcal == 0.0


def test_a_maintained_weight_that_drifts_is_named_so() -> None:
    assert step(tracker(2100.0), wanted=setting(target=1950.0, rate=0.0)).reason_code in {"raise_drift", "hold_in_band"}
    assert step(tracker(2400.0), wanted=setting(target=2350.0, rate=0.0)).reason_code == "raise_drift"
    assert step(tracker(2000.0), wanted=setting(target=2150.0, rate=0.0)).reason_code == "lower_drift"


def test_learning_is_said_until_the_expenditure_is_known_to_five_percent() -> None:
    assert is_learning(step(tracker(sd=200.0)))
    assert not is_learning(step(tracker(sd=60.0)))


def test_the_gap_remembers_and_forgets() -> None:
    trim = remembered_gap(Trim(), Window(12, 5, 1980.0, 1800.0, 14))
    assert trim.gap == pytest.approx(0.1 * 12 / 18)
    assert remembered_gap(trim, Window(0, 5, None, 1800.0, 14)) == trim


states = st.builds(tracker, st.floats(900.0, 4500.0), st.floats(45.0, 160.0), st.floats(20.0, 300.0))
trims = st.builds(Trim, st.floats(-150.0, 150.0), st.floats(-0.3, 0.3), st.floats(0.0, 35.0))
windows = st.builds(
    Window, st.integers(1, 14), st.integers(0, 14), st.floats(800.0, 5000.0), st.floats(1000.0, 4500.0), st.just(14)
)
settings_ = st.builds(
    setting,
    st.floats(1200.0, 4500.0),
    st.floats(-0.01, 0.005),
    st.floats(1000.0, 2500.0),
    st.one_of(st.none(), st.floats(0.0, 1.0)),
    st.sampled_from((0.0, 80.0)),
    hold_lower=st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(states, windows, trims, settings_)
def test_never_below_the_floor_and_never_further_than_a_step(
    known: Tracker, window: Window, trim: Trim, wanted: Setting
) -> None:
    found = CONTROLLER.step(known, window, trim, wanted)
    reach = CONTROLLER.reach_kcal(wanted.target_kcal, window)
    assert found.target_after >= min(wanted.floor_kcal, found.target_after + 1e-6)
    assert found.target_after >= wanted.floor_kcal - 1e-6
    assert found.target_after >= wanted.target_kcal - reach - 1e-6
    if found.target_after > wanted.target_kcal + reach + 1e-6:
        assert found.target_after - 10.0 <= wanted.floor_kcal
    assert abs(found.trim.integral_kcal) <= 150.0
    assert found.reasons or found.target_after == found.target_before


@settings(max_examples=80, deadline=None)
@given(states, windows, trims, settings_, st.floats(0.0, 400.0))
def test_whoever_burns_more_never_gets_less(
    known: Tracker, window: Window, trim: Trim, wanted: Setting, more: float
) -> None:
    richer = known._replace(filter=known.filter._replace(offset_kcal=known.filter.offset_kcal + more))
    low = CONTROLLER.step(known, window, trim, replace(wanted, floor_kcal=1000.0))
    high = CONTROLLER.step(richer, window, trim, replace(wanted, floor_kcal=1000.0))
    assert high.target_after >= low.target_after - DEFAULT_POLICY.calories.dead_band_kcal
