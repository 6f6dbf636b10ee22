"""What stands in for an exercise is alike, possible and allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_exercises

from sharpened_cli.domain.substitutes import likeness, substitutes

if TYPE_CHECKING:
    from sharpened_cli.domain.exercise import Exercise

LIBRARY = read_exercises()
BY_ID = {one.id: one for one in LIBRARY}


@pytest.mark.parametrize(
    ("exercise", "offered"),
    [
        ("barbell-bench-press", "dumbbell-bench-press"), ("pull-up", "chin-up"), ("lying-leg-curl", "seated-leg-curl"),
        ("romanian-deadlift", "dumbbell-romanian-deadlift"), ("barbell-row", "t-bar-row"), ("easy-run", "brisk-walk"),
    ],
)  # fmt: skip
def test_a_coach_would_offer_it_too(exercise: str, offered: str) -> None:
    assert offered in [one.exercise.id for one in substitutes(BY_ID[exercise], LIBRARY)]


def test_only_what_is_at_hand_and_not_excluded_is_offered() -> None:
    found = substitutes(BY_ID["pull-up"], LIBRARY, equipment=frozenset({"band"}), excluded={"band-lat-pulldown"})
    assert found
    for one in found:
        assert set(one.exercise.equipment) <= {"band"}
        assert one.exercise.id != "band-lat-pulldown"
        assert one.because


def test_unlike_exercises_are_not_offered() -> None:
    offered = [one.exercise.id for one in substitutes(BY_ID["standing-calf-raise-machine"], LIBRARY, limit=50)]
    assert not {"dumbbell-curl", "barbell-back-squat"} & set(offered)


@given(st.sampled_from(LIBRARY), st.sampled_from(LIBRARY))
@settings(max_examples=150, deadline=None)
def test_likeness_is_symmetric_and_between_zero_and_one(first: Exercise, second: Exercise) -> None:
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == pytest.approx(likeness(second, first))
    assert likeness(first, first) == 1
