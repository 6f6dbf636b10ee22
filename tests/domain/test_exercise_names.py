"""Exercises are recognised as people name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_exercises

from sharpened_cli.domain.exercise_names import NameIndex, match, normalise, recognise

if TYPE_CHECKING:
    from sharpened_cli.domain.exercise import Exercise

LIBRARY = read_exercises()
INDEX = NameIndex(LIBRARY)

SPOKEN = {
    "squats": "barbell-back-squat",
    "Bench": "barbell-bench-press",
    "benchpress": "barbell-bench-press",
    "RDLs": "romanian-deadlift",
    "OHP": "barbell-overhead-press",
    "military press": "barbell-overhead-press",
    "pull ups": "pull-up",
    "pullups": "pull-up",
    "press-ups": "push-up",
    "lat pull downs": "lat-pulldown",
    "hip thrusts": "barbell-hip-thrust",
    "dead lifts": "conventional-deadlift",
    "hex bar deadlift": "trap-bar-deadlift",
    "one arm db rows": "one-arm-dumbbell-row",
    "tricep push downs": "triceps-pushdown",
    "bent-over rows": "barbell-row",
    "flyes": "dumbbell-fly",
    "side planks": "side-plank",
    "sit to stands": "box-sit-to-stand",
    "farmers walks": "farmer-s-carry",
    "dominadas": "pull-up",
    "peso muerto": "conventional-deadlift",
    "développé couché": "barbell-bench-press",
    "elevação lateral": "dumbbell-lateral-raise",
}
MISTYPED = {
    "barbel bech press": "barbell-bench-press",
    "romainian deadlift": "romanian-deadlift",
    "goblt squats": "goblet-squat",
    "dumbell lateral rasies": "dumbbell-lateral-raise",
    "bulgarian spilt squats": "bulgarian-split-squat",
}


@pytest.mark.parametrize(("text", "exercise_id"), SPOKEN.items())
def test_a_spoken_name_is_recognised(text: str, exercise_id: str) -> None:
    found = recognise(text, INDEX)
    assert found is not None
    assert found.id == exercise_id


@pytest.mark.parametrize(("text", "exercise_id"), MISTYPED.items())
def test_a_mistyped_name_has_the_right_exercise_on_top(text: str, exercise_id: str) -> None:
    assert match(text, INDEX)[0].exercise.id == exercise_id


@pytest.mark.parametrize("text", ["", "   ", "my accordion lesson", "quarterly report", "xyzzy"])
def test_words_that_name_no_exercise_are_not_recognised(text: str) -> None:
    assert recognise(text, INDEX) is None


@given(st.sampled_from(LIBRARY))
@settings(max_examples=60, deadline=None)
def test_every_exercise_is_found_by_its_own_name(exercise: Exercise) -> None:
    assert match(exercise.name, INDEX)[0].exercise == exercise


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_scores_stay_between_zero_and_one_and_fall(text: str) -> None:
    scores = [one.score for one in match(text, INDEX)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_the_order_of_the_library_does_not_matter() -> None:
    reverse = NameIndex(tuple(reversed(LIBRARY)))
    for text in ("press", "row", "overhead", "cable"):
        assert [one.exercise.id for one in match(text, INDEX)] == [one.exercise.id for one in match(text, reverse)]


def test_an_equipment_word_that_differs_loses() -> None:
    ranked = [one.exercise.id for one in match("kettlebell goblet squats", INDEX)]
    assert ranked[0] == "kettlebell-goblet-squat"


def test_normalising_joins_the_spellings_of_one_name() -> None:
    assert normalise("Pull-Ups") == normalise("pullup") == normalise("pull ups") == "pullup"
