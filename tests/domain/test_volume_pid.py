"""The volume controller and deloads: what raises sets, what never does, and how far."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.deload import Recovery, decide_deload
from sharpened_cli.domain.performance import Slope
from sharpened_cli.domain.policy import DEFAULT_POLICY
from sharpened_cli.domain.volume import (
    CAP_SETS,
    MINUTES_PER_SET,
    MuscleMemory,
    MuscleSignal,
    VolumePIDController,
    VolumeSetting,
    fatigue_of,
)

if TYPE_CHECKING:
    from sharpened_cli.domain.volume import (
        MuscleStep,
    )

CONTROLLER = VolumePIDController(DEFAULT_POLICY.volume)
FINE = Recovery(soreness=3.0, sleep_hours=7.5, stress=4.0, energy=7.0)
WORN = Recovery(soreness=8.0, sleep_hours=5.0, stress=8.0, energy=3.0)
LIFTER = VolumeSetting(experience="intermediate", deficit_fraction=0.0)
STALLED, GROWING = Slope(0.0, 0.4), Slope(1.5, 0.4)


def muscle(
    sets: float = 10.0,
    done: float | None = 1.0,
    slope: Slope | None = STALLED,
    drift: float | None = 0.0,
    sessions: int = 4,
    name: str = "chest",
) -> MuscleSignal:
    return MuscleSignal(name, sets, sets, done, slope, drift, sessions)


def one(
    signal: MuscleSignal,
    recovery: Recovery = FINE,
    setting: VolumeSetting = LIFTER,
    memory: MuscleMemory = MuscleMemory(),  # noqa: B008  # an immutable value
) -> MuscleStep:
    return CONTROLLER.step([signal], {signal.muscle: memory}, recovery, setting)[0]


def test_a_recovered_staller_gets_one_or_two_more_sets_up_to_the_cap() -> None:
    sets, memory = 12.0, MuscleMemory()
    rises = []
    for _ in range(10):
        step = one(muscle(sets), memory=memory)
        rises.append(step.applied)
        sets, memory = step.sets_after, step.memory
    assert rises[0] in {1.0, 2.0}
    assert sets == CAP_SETS["intermediate"]
    assert min(rises) == 0.0


def test_who_progresses_and_recovers_stays_where_they_are() -> None:
    step = one(muscle(slope=GROWING))
    assert (step.applied, step.reason_code) == (0.0, "hold_progressing")
    assert step.memory.integral == 0.0


def test_two_buried_windows_take_a_tenth_of_the_sets() -> None:
    first = one(muscle(12.0, drift=1.5), WORN)
    second = one(muscle(first.sets_after, drift=1.5), WORN, memory=first.memory)
    assert second.sets_after <= 0.9 * 12.0
    assert first.reason_code == "cut_fatigue"


def test_a_window_without_data_holds() -> None:
    for signal in (muscle(done=None, sessions=0, drift=None), muscle(sessions=2), muscle(drift=None)):
        step = one(signal)
        assert (step.applied, step.reason_code) == (0.0, "hold_low_data")


def test_the_first_window_changes_nothing() -> None:
    setting = VolumeSetting(experience="intermediate", deficit_fraction=0.0, is_first_window=True)
    assert one(muscle(done=0.4), setting=setting).applied == 0.0


def test_the_plan_comes_to_what_gets_done() -> None:
    step = one(muscle(12.0, done=0.5))
    assert step.applied == -4.0
    assert step.reason_code == "cut_completion"
    assert step.memory.integral == 0.0


def test_a_deficit_adds_nothing_and_a_large_one_takes_once() -> None:
    small = VolumeSetting(experience="intermediate", deficit_fraction=0.15)
    large = VolumeSetting(experience="intermediate", deficit_fraction=0.24, planned_deficit=0.15)
    planned = VolumeSetting(experience="intermediate", deficit_fraction=0.24, planned_deficit=0.24)
    assert one(muscle(), setting=small).applied == 0.0
    assert one(muscle(12.0), setting=large).sets_after == 10.0
    assert one(muscle(10.0)._replace(base_sets=12.0), setting=large).applied == 0.0
    assert one(muscle(12.0), setting=planned).applied == 0.0


def test_all_raises_together_stay_within_time_and_share() -> None:
    signals = [muscle(10.0, name=name) for name in ("back", "chest", "glutes", "quads")]
    steps = CONTROLLER.step(signals, {}, FINE, LIFTER)
    assert 0.0 < sum(step.applied for step in steps) <= 0.15 * 40.0
    tight = VolumeSetting(experience="intermediate", deficit_fraction=0.0, free_minutes=MINUTES_PER_SET)
    limited = CONTROLLER.step(signals, {}, FINE, tight)
    assert sum(step.applied for step in limited) == 1.0
    assert {step.reason_code for step in limited} == {"add_stall_recovered", "limited_time"}


def test_a_deload_leaves_nine_tenths_and_forgets_the_integral() -> None:
    step = CONTROLLER.deloaded([muscle(10.0)], {"chest": MuscleMemory(1.2, 0.4)})[0]
    assert (step.sets_after, step.memory, step.reason_code) == (9.0, MuscleMemory(0.0, 0.4), "deload_trigger")


def test_the_same_input_gives_the_same_step() -> None:
    assert one(muscle()) == one(muscle())


recoveries = st.builds(
    Recovery, st.floats(1.0, 10.0), st.floats(3.0, 9.0), st.floats(1.0, 10.0), st.none(), st.just(0), st.just(0)
)
slopes = st.one_of(st.none(), st.builds(Slope, st.floats(-5.0, 5.0), st.floats(0.35, 3.0)))
signals_ = st.builds(
    muscle, st.floats(2.0, 24.0), st.floats(0.0, 1.1), slopes, st.floats(-2.0, 3.0), st.integers(0, 8), st.just("back")
)
memories = st.builds(MuscleMemory, st.floats(-1.5, 1.5), st.floats(0.0, 1.5))
lifters = st.builds(
    VolumeSetting,
    experience=st.sampled_from(sorted(CAP_SETS)),
    deficit_fraction=st.sampled_from((0.0, 0.1, 0.24)),
    free_minutes=st.floats(0.0, 120.0),
)


@settings(max_examples=120, deadline=None)
@given(signals_, memories, recoveries, lifters, st.floats(0.0, 1.0))
def test_lower_completion_never_means_more_sets(
    signal: MuscleSignal, memory: MuscleMemory, recovery: Recovery, lifter: VolumeSetting, factor: float
) -> None:
    done = signal.completed_share or 0.0
    less = one(signal._replace(completed_share=done * factor), recovery, lifter, memory)
    assert less.sets_after <= one(signal, recovery, lifter, memory).sets_after


@settings(max_examples=120, deadline=None)
@given(signals_, memories, recoveries, lifters, st.floats(0.0, 3.0))
def test_more_fatigue_never_means_more_sets(
    signal: MuscleSignal, memory: MuscleMemory, recovery: Recovery, lifter: VolumeSetting, worse: float
) -> None:
    tired = recovery._replace(soreness=min(10.0, (recovery.soreness or 0.0) + worse))
    assert fatigue_of(signal.rpe_drift, tired) >= fatigue_of(signal.rpe_drift, recovery)
    calm, worn = one(signal, recovery, lifter, memory), one(signal, tired, lifter, memory)
    assert worn.sets_after <= calm.sets_after


@settings(max_examples=120, deadline=None)
@given(signals_, memories, recoveries, lifters)
def test_steps_are_whole_and_bounded(
    signal: MuscleSignal, memory: MuscleMemory, recovery: Recovery, lifter: VolumeSetting
) -> None:
    step = one(signal, recovery, lifter, memory)
    assert -4.0 <= step.applied <= 2.0
    assert step.sets_after >= min(signal.planned_sets, DEFAULT_POLICY.volume.min_sets) - 1e-9
    assert step.sets_after <= max(signal.planned_sets, CAP_SETS[lifter.experience]) + 1e-9
    assert step.applied * MINUTES_PER_SET <= lifter.free_minutes + 1e-9
    assert abs(step.memory.integral) <= 1.5


@settings(max_examples=60, deadline=None)
@given(signals_, recoveries)
def test_constant_input_turns_at_most_once(signal: MuscleSignal, recovery: Recovery) -> None:
    sets, memory, moves = signal.planned_sets, MuscleMemory(), []
    for _ in range(12):
        step = one(signal._replace(planned_sets=sets, base_sets=sets), recovery, memory=memory)
        sets, memory = step.sets_after, step.memory
        moves.append(step.applied)
    signs = [move > 0 for move in moves if move]
    assert sum(before != after for before, after in pairwise(signs)) <= 1


def deload(*, weeks: float = 5.0, recovery: Recovery = FINE, drift: float | None = 0.0, slope: float = 0.0) -> bool:
    return decide_deload(
        main_lifts={"squat": Slope(slope, 0.4), "press": Slope(slope, 0.4)},
        rpe_drift=drift,
        recovery=recovery,
        weeks_since=weeks,
        completed_share=0.9,
        experience="intermediate",
        policy=DEFAULT_POLICY.volume,
    ).deload


def test_two_signs_of_strain_bring_a_lighter_week_one_does_not() -> None:
    sore = FINE._replace(sore_training_days=3)
    assert not deload(recovery=sore)
    assert deload(recovery=sore, drift=1.0)
    assert deload(slope=-1.5, recovery=FINE._replace(short_nights=5))
    assert deload(drift=1.2, recovery=FINE._replace(energy=3.0))


@pytest.mark.parametrize(("weeks", "expected"), [(7.9, False), (8.0, True)])
def test_eight_weeks_bring_one_by_the_calendar(weeks: float, expected: bool) -> None:
    assert deload(weeks=weeks) is expected


def test_none_within_three_weeks_of_the_last() -> None:
    assert not deload(weeks=2.9, drift=2.0, recovery=WORN._replace(short_nights=6, sore_training_days=4))
