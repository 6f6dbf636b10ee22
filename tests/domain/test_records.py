"""Personal records fall when they should, and the bests equal a recomputation from scratch."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.records import LoggedSet, bests, records
from sharpened_cli.domain.strength import e1rm_kg

BENCH, PLANK = ("barbell-bench-press", "Barbell Bench Press"), ("front-plank", "Front Plank")


def bench(reps: int, kg: float, rpe: float | None = None) -> LoggedSet:
    return LoggedSet(*BENCH, reps=reps, weight_kg=kg, rpe=rpe)


def test_a_heavier_set_breaks_weight_estimate_and_rep_max() -> None:
    fell = {record.kind: record for record in records([bench(5, 102.5)], bests([bench(5, 100.0)]))}
    assert fell["max_weight"].value == 102.5
    assert fell["max_weight"].before == 100.0
    assert (fell["rep_max"].reps, fell["rep_max"].before) == (5, 100.0)
    assert fell["e1rm"].value == pytest.approx(e1rm_kg(102.5, 5))
    assert fell["set_volume"].value == 512.5


def test_more_reps_with_the_same_load_is_a_better_estimate_but_no_heavier_set() -> None:
    kinds = {record.kind for record in records([bench(6, 100.0)], bests([bench(5, 100.0)]))}
    assert kinds == {"e1rm", "set_volume"}


def test_a_lighter_set_of_fewer_reps_is_no_rep_max() -> None:
    assert records([bench(3, 95.0)], bests([bench(5, 100.0)])) == ()


def test_more_than_ten_reps_tell_nothing_of_the_maximum() -> None:
    kinds = {record.kind for record in records([bench(15, 80.0)], bests([bench(5, 100.0)]))}
    assert kinds == {"set_volume"}


def test_the_first_time_and_warm_ups_are_no_records() -> None:
    assert records([bench(5, 100.0)], {}) == ()
    assert records([bench(5, 140.0)._replace(is_warmup=True)], bests([bench(5, 100.0)])) == ()


def test_holds_and_bodyweight_reps_have_records_of_their_own() -> None:
    plank = LoggedSet(*PLANK, seconds=60.0)
    assert [record.kind for record in records([plank._replace(seconds=75.0)], bests([plank]))] == ["max_seconds"]
    pull = LoggedSet("pull-up", "Pull-Up", reps=8)
    assert [record.value for record in records([pull._replace(reps=10)], bests([pull]))] == [10.0]


def test_added_load_is_no_estimate_and_assistance_no_record() -> None:
    pull = LoggedSet("pull-up", "Pull-Up", reps=5, weight_kg=10.0, is_bodyweight=True)
    kinds = {record.kind for record in records([pull._replace(weight_kg=15.0)], bests([pull]))}
    assert kinds == {"max_weight", "rep_max", "set_volume"}
    assert records([pull._replace(weight_kg=-20.0, reps=12)], bests([pull])) == ()


SETS = st.builds(
    LoggedSet,
    st.sampled_from(["a", "b"]),
    st.just("x"),
    st.integers(1, 15),
    st.one_of(st.none(), st.floats(1, 300)),
    st.one_of(st.none(), st.sampled_from([6.0, 8.0, 9.5, 10.0])),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(SETS, max_size=12), st.lists(SETS, min_size=1, max_size=6))
def test_records_are_exactly_the_bests_that_rise_when_all_is_counted_again(
    before: list[LoggedSet], after: list[LoggedSet]
) -> None:
    old, new = bests(before), bests([*before, *after])
    known = {exercise for exercise, _, _ in old}
    rises = {
        (exercise, kind): value
        for (exercise, kind, reps), value in new.items()
        if kind != "rep_max" and reps == 0 and exercise in known
        and old.get((exercise, kind, 0)) is not None and value > old[exercise, kind, 0] * 1.001
    }  # fmt: skip
    told = {
        (record.exercise_id, record.kind): record.value for record in records(after, old) if record.kind != "rep_max"
    }
    assert told == rises


@given(st.lists(SETS, max_size=10))
def test_bests_do_not_depend_on_the_order_of_sets(sets: list[LoggedSet]) -> None:
    shuffled = sorted(sets, key=repr)
    assert bests(sets) == bests(shuffled)
