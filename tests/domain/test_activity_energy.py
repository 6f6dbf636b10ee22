"""Net energy of activities: METs, heart rate, power, and the time where nobody said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_exercises, read_mets

from sharpened_cli.domain.activity_energy import Body, activity_energy, keytel_kcal_per_minute, net_kcal
from sharpened_cli.domain.activity_text import NameFinder, parse_activity

if TYPE_CHECKING:
    from sharpened_cli.domain.activity_energy import Energy

FINDER = NameFinder(read_exercises())
METS = {activity.key: activity.met for activity in read_mets()}
MAN = Body(weight_kg=80.0, rmr_kcal=1770.0, age=35, sex="male")  # 180 cm, Mifflin-St Jeor


def energy(text: str, body: Body = MAN) -> Energy:
    return activity_energy(parse_activity(text, FINDER)[0], METS, body)


@pytest.mark.parametrize(
    ("text", "kcal"),
    [
        # walking 0.5 and running 0.95 kcal per kg and km beyond resting (ACSM metabolic equations)
        ("ran 5k in 27:30", 0.95 * 80 * 5),
        ("10 km run in 50 min", 0.95 * 80 * 10),
        ("ran 12 km at 6:00/km", 0.95 * 80 * 12),
        ("walked 5 km in 60 min", 0.55 * 80 * 5),
        ("brisk walk 6 km in 1 h", 0.65 * 80 * 6),
        # (MET - 1) x 80 kg x hours, METs of the 2024 Compendium as people look them up
        ("cycling 60 min 20 km", 6.9 * 80),
        ("bike 25 km/h 1 h", 9.4 * 80),
        ("spin class 45 min", 8.0 * 80 * 0.75),
        ("swam laps 1500 m in 35 min", 6.8 * 80 * 35 / 60),
        ("yoga 60 min", 1.3 * 80),
        ("football 90 min", 6.0 * 80 * 1.5),
        ("tennis singles 1 h", 7.0 * 80),
        ("hiking 3 hours", 5.0 * 80 * 3),
        ("HIIT 30 min", 6.0 * 80 * 0.5),
        ("rowing machine 30 min", 6.5 * 80 * 0.5),
        ("gardening 1 h", 2.8 * 80),
        ("jump rope 10 min", 10.8 * 80 / 6),
        ("bouldering 2 h", 6.3 * 80 * 2),
        ("10,000 steps", 0.5 * 80 * 7.5),
        ("squat 5x5 100kg, bench 5x5 80kg, row 5x5 70kg, 60 min", 2.5 * 80),
        ("strength training 45 min", 2.5 * 80 * 0.75),
        # no time said: usual ones
        ("ran 5k", 0.95 * 80 * 5),
        ("bench press 3x8 @ 60kg rpe 8, row 3x10 50kg", 2.5 * 80 * 22 / 60),
    ],
)
def test_net_energy_is_near_what_is_generally_known(text: str, kcal: float) -> None:
    assert energy(text).net_kcal == pytest.approx(kcal, rel=0.25)


def test_net_energy_leaves_resting_out() -> None:
    assert net_kcal(1.0, 1770.0, 60.0) == 0.0
    assert net_kcal(8.0, 1800.0, 60.0) == pytest.approx(7.0 * 75.0)


def test_heart_rate_tells_for_steady_cardio_within_its_range_only() -> None:
    run = energy("ran 5k in 27:30, hr 152")
    assert run.method == "heart_rate"
    gross = keytel_kcal_per_minute(152, 80.0, 35, "male") * 27.5
    assert run.net_kcal == pytest.approx(gross - 1770 / 1440 * 27.5)
    assert energy("ran 5k in 27:30, hr 85").method == "mets"
    assert energy("squat 5x5 100kg, 40 min, hr 130").method == "mets"
    assert energy("ran 5k in 27:30, hr 152", MAN._replace(takes_beta_blocker=True)).method == "mets"
    assert energy("ran 5k in 27:30, hr 152", MAN._replace(age=None)).method == "mets"


def test_keytel_as_published() -> None:
    assert keytel_kcal_per_minute(150, 70, 30, "female") == pytest.approx(
        (-20.4022 + 0.4472 * 150 - 0.1263 * 70 + 0.074 * 30) / 4.184
    )


def test_what_the_person_says_of_the_energy_stands() -> None:
    said = energy("ran 5k in 27:30, burned 300 kcal")
    assert (said.net_kcal, said.method) == (300.0, "said")


def test_climbing_costs_more() -> None:
    assert energy("walked 5 km in 60 min, 300m elevation").mets > energy("walked 5 km in 60 min").mets
    assert energy("treadmill 30 min 6% incline 5 km/h").mets == pytest.approx(3.8 + 1.8 * 83.3 * 0.06 / 3.5, rel=0.02)


def test_dense_lifting_costs_more_than_sparse_lifting_and_stays_within_the_compendium() -> None:
    sparse = energy("squat 3x5 100kg, 60 min").mets
    dense = energy("squat 12x10 40kg, bench 12x10 40kg, 30 min").mets
    assert 3.5 <= sparse < dense <= 6.0


def test_power_on_a_bike_tells_the_work() -> None:
    ride = energy("Zwift 60 min 200W")
    assert ride.method == "power"
    assert ride.net_kcal == pytest.approx(200 * 3.6 / 4.184 / 0.23 - 1770 / 24)


def test_intervals_cost_their_work_and_their_rest() -> None:
    fast = energy("run 6x400m in 90s with 90s rest")
    assert 3.5 < fast.mets < 14.8
    assert fast.mets == pytest.approx((6 * 14.8 + 5 * 3.5) / 11, rel=0.05)
    assert energy("run 5x1km at 4:00").mets < energy("run 5 km at 4:00/km").mets
    assert energy("boxing 6 rounds of 3 min").mets == METS["boxing_sparring"]


def test_machines_that_tell_watts() -> None:
    assert energy("rowing machine 20 min 150W").mets == pytest.approx(9.25, rel=0.05)
    assert energy("row 5k in 20:00").mets == pytest.approx(energy("rowing machine 20 min 203W").mets, rel=0.05)


def test_nothing_said_of_the_time_takes_a_usual_one() -> None:
    assert (energy("gym").minutes, energy("tennis").minutes, energy("stretching").minutes) == (45.0, 60.0, 30.0)


def test_times_that_nobody_said_are_marked_as_estimates() -> None:
    assert not energy("ran 5k in 27:30").minutes_estimated
    lifting = energy("squat 5x5 100kg, bench 5x5 80kg, row 5x5 70kg")
    assert lifting.minutes_estimated
    assert 35 <= lifting.minutes <= 60
    assert energy("6x400m in 90s with 90s rest").minutes == pytest.approx(16.5, abs=0.6)


@settings(max_examples=60, deadline=None)
@given(st.floats(20, 60), st.floats(2.0, 20.0))
def test_running_faster_or_longer_never_costs_less(minutes: float, km: float) -> None:
    def cost(length: float, distance: float) -> float:
        return energy(f"ran {distance:.2f} km in {length:.1f} min").net_kcal

    assert cost(minutes, km + 0.5) >= cost(minutes, km) - 1.0
