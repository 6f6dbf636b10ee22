"""How long a session takes, by the model."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.plan import PlannedExercise
from sharpened_cli.domain.session_time import resistance_minutes, set_time, warm_up_minutes, work_sec


def line(sets: int, rest: int, *, warmup: bool = False, exercise_id: str = "x") -> PlannedExercise:
    return PlannedExercise(
        order=1, exercise_id=exercise_id, name="X", sets=sets, rep_low=8, rep_high=8, rest_sec=rest, is_warmup=warmup
    )


def test_three_eights_of_a_big_lift_with_three_ramp_sets_take_twelve_minutes() -> None:
    timing = set_time(work_sec(8, unilateral=False), 150, 3)
    assert (timing.fixed_sec + 3 * timing.per_set_sec) / 60 == pytest.approx(12.15)


def test_lines_and_ramp_sets_add_up_to_the_same() -> None:
    lines = [line(3, 45, warmup=True), line(3, 150)]
    assert resistance_minutes(lines, frozenset(), 0) == pytest.approx(12.15 + 1)


def test_one_sided_work_takes_both_sides() -> None:
    assert resistance_minutes([line(3, 60)], frozenset({"x"}), 5) > resistance_minutes([line(3, 60)], frozenset(), 5)


def test_long_sessions_and_older_joints_get_the_longer_warm_up() -> None:
    assert warm_up_minutes(45, 30) < warm_up_minutes(90, 30)
    assert warm_up_minutes(45, 30) < warm_up_minutes(45, 70)


@given(st.integers(1, 6), st.integers(30, 240))
@settings(max_examples=40)
def test_another_set_costs_its_work_and_a_rest(sets: int, rest: int) -> None:
    longer = resistance_minutes([line(sets + 1, rest)], frozenset(), 5) - resistance_minutes(
        [line(sets, rest)], frozenset(), 5
    )
    assert longer * 60 == pytest.approx(28 + rest)
