"""Loads start light, rise by rule, and follow the log."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_exercises

from sharpened_cli.domain.facts import FamiliarExercise
from sharpened_cli.domain.mesocycles import program_weeks
from sharpened_cli.domain.plan import PlannedExercise
from sharpened_cli.domain.prescription import prescribe
from sharpened_cli.domain.progression import (
    Exposure,
    increased_kg,
    next_load,
    rounded_kg,
    stated_e1rm_kg,
    weekly_loads,
)
from sharpened_cli.domain.strength import LoggedSet
from sharpened_cli.domain.trainee import Trainee

BY_ID = {one.id: one for one in read_exercises()}
SQUAT, BENCH, CURL = BY_ID["barbell-back-squat"], BY_ID["barbell-bench-press"], BY_ID["dumbbell-curl"]
DAY = date(2026, 12, 7)


def planned(low: int = 6, high: int = 10, *, rir: int = 2, load: float | None = 60.0) -> PlannedExercise:
    return PlannedExercise(
        order=1, exercise_id=BENCH.id, name=BENCH.name, sets=3, rep_low=low, rep_high=high, rir=rir, load_kg=load
    )


def lifted(day: int, weight: float, *reps: int, rpe: float | None = None, easy: bool = False) -> Exposure:
    return Exposure(DAY + timedelta(days=day), tuple(LoggedSet(one, weight, rpe) for one in reps), easy)


def trainee(
    style: str = "muscle", experience: str = "intermediate", *, stated: float = 100.0, reps: int = 5
) -> Trainee:
    known = {SQUAT.id: FamiliarExercise(exercise="squat", typical_weight_kg=stated, typical_reps=reps)}
    return Trainee(experience=experience, goal="build_muscle", style=style, age=30, known=known)


def test_without_a_log_the_plan_stands() -> None:
    assert next_load(planned(), BENCH, [])[:2] == (60.0, "plan")


def test_all_sets_at_the_top_bring_the_next_load() -> None:
    assert next_load(planned(), BENCH, [lifted(0, 60, 10, 10, 10)]).load_kg == 62.5


def test_the_lower_body_goes_up_by_more() -> None:
    item = planned()
    assert next_load(item, SQUAT, [lifted(0, 120, 10, 10, 10)]).load_kg == 125.0


def test_one_set_short_keeps_the_load() -> None:
    assert next_load(planned(), BENCH, [lifted(0, 60, 10, 10, 9)])[:2] == (60.0, "log")


def test_the_top_reached_with_less_in_reserve_than_asked_keeps_the_load() -> None:
    assert next_load(planned(rir=2), BENCH, [lifted(0, 60, 10, 10, 10, rpe=10)]).load_kg == 60.0


def test_missing_the_bottom_twice_steps_back() -> None:
    log = [lifted(0, 60, 6, 5, 5), lifted(3, 60, 6, 5, 4)]
    assert next_load(planned(), BENCH, log[:1]).load_kg == 60.0
    assert next_load(planned(), BENCH, log).load_kg == 55.0


def test_the_order_in_which_sessions_were_entered_does_not_matter() -> None:
    log = [lifted(0, 57.5, 10, 10, 10), lifted(3, 60, 8, 8, 8)]
    assert next_load(planned(), BENCH, log) == next_load(planned(), BENCH, log[::-1])


def test_a_deload_takes_a_tenth_off_and_says_nothing_about_the_next_load() -> None:
    log = [lifted(0, 60, 8, 8, 8)]
    assert next_load(planned(), BENCH, log, is_deload=True).load_kg == 52.5
    assert next_load(planned(), BENCH, [*log, lifted(7, 52.5, 10, 10, 10, easy=True)]).load_kg == 60.0


def test_sets_of_another_scheme_are_translated() -> None:
    heavy = next_load(planned(10, 15), BENCH, [lifted(0, 100, 3, 3, 3)])
    assert heavy.load_kg is not None
    assert 65 <= heavy.load_kg <= 75


@given(st.floats(20, 200), st.lists(st.integers(1, 15), min_size=1, max_size=5))
@settings(max_examples=80, deadline=None)
def test_the_next_load_never_jumps_by_more_than_its_step(weight: float, reps: list[int]) -> None:
    weight = rounded_kg(weight, BENCH, "metric")
    if not 3 <= sum(reps) / len(reps) <= 13:
        return
    load = next_load(planned(), BENCH, [lifted(0, weight, *reps)]).load_kg
    assert load is not None
    assert weight * 0.9 - 2.5 <= load <= max(weight + 2.5, weight * 1.025) + 1e-9


@pytest.mark.parametrize(
    ("exercise", "load", "units", "rounded"),
    [
        (BENCH, 61.9, "metric", 60.0), (CURL, 7.6, "metric", 7.0), (CURL, 15.3, "metric", 14.0),
        (BENCH, 61.9, "imperial", 61.23),
    ],
)  # fmt: skip
def test_loads_are_those_that_the_equipment_has(exercise: object, load: float, units: str, rounded: float) -> None:
    assert rounded_kg(load, exercise, units) == rounded  # type: ignore[arg-type] # parametrize hides the type


def test_an_increase_is_at_least_one_step() -> None:
    assert increased_kg(20, BENCH, "metric") == 22.5
    assert increased_kg(8, CURL, "metric") == 9.0


def test_a_stated_working_set_is_taken_as_a_hard_one() -> None:
    assert stated_e1rm_kg(FamiliarExercise(exercise="x", typical_weight_kg=100, typical_reps=5)) == pytest.approx(
        114.6, abs=0.1
    )
    assert stated_e1rm_kg(FamiliarExercise(exercise="x")) is None


def test_loads_rise_over_a_program_and_drop_in_the_deload() -> None:
    weeks = program_weeks(12, "intermediate")
    one = trainee()
    loads = weekly_loads(SQUAT, prescribe(SQUAT, one, is_lead=True, minutes=60), one, weeks)
    shown = [week.load_kg or 0 for week in loads]
    assert shown[0] < shown[-1]
    assert shown[5] < shown[4]
    building = [load for load, week in zip(shown, weeks, strict=True) if not week.is_light]
    assert building == sorted(building)


def test_strength_blocks_go_from_fives_to_threes_at_rising_loads() -> None:
    weeks = program_weeks(8, "intermediate")
    one = trainee("strength")
    loads = weekly_loads(SQUAT, prescribe(SQUAT, one, is_lead=True, minutes=60), one, weeks)
    assert (loads[0].rep_low, loads[0].rep_high) == (5, 5)
    assert loads[-1].rep_high == 3
    assert (loads[-1].load_kg or 0) > (loads[0].load_kg or 0)
    assert (loads[0].rir or 0) > (loads[-1].rir or 0)


def test_an_unknown_load_is_to_be_found() -> None:
    one = Trainee(experience="novice", goal="build_muscle", style="muscle", age=30)
    first = weekly_loads(BENCH, prescribe(BENCH, one, is_lead=True, minutes=60), one, program_weeks(4, "novice"))[0]
    assert first.load_kg is None
    assert first.note.startswith("find a load")
