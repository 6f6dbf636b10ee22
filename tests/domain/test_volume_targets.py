"""Weekly sets by training age, goal, deficit and age."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.exercise import MUSCLES
from sharpened_cli.domain.profile import EXPERIENCE_LEVELS, GOALS
from sharpened_cli.domain.volume_targets import VolumeWish, weekly_targets

wishes = st.builds(
    VolumeWish,
    st.sampled_from(EXPERIENCE_LEVELS),
    st.sampled_from(GOALS),
    st.floats(0, 0.25),
    st.integers(16, 85),
    st.frozensets(st.sampled_from(MUSCLES)),
    st.booleans(),
)


@given(wishes)
@settings(max_examples=80)
def test_every_muscle_has_a_minimum_below_its_target_below_its_cap(wish: VolumeWish) -> None:
    targets = weekly_targets(wish)
    assert set(targets) == set(MUSCLES)
    assert all(aim.minimum <= aim.target <= aim.cap for aim in targets.values())


def test_training_age_raises_the_target_and_a_deficit_lowers_it() -> None:
    levels = [weekly_targets(VolumeWish(one, "build_muscle"))["chest"].target for one in EXPERIENCE_LEVELS]
    assert levels == sorted(levels)
    cut = weekly_targets(VolumeWish("intermediate", "lose_fat", 0.2))["chest"].target
    assert cut < weekly_targets(VolumeWish("intermediate", "lose_fat"))["chest"].target


def test_a_muscle_to_bring_up_gets_a_quarter_more() -> None:
    targets = weekly_targets(VolumeWish("intermediate", "build_muscle", focus=frozenset({"glutes"})))
    assert targets["glutes"].target == pytest.approx(1.25 * targets["chest"].target, abs=0.06)


def test_older_people_start_with_less() -> None:
    assert weekly_targets(VolumeWish("advanced", "build_muscle", age=70))["back"].target < 7
