"""Equipment is understood as people call it, and each place has its own."""

from __future__ import annotations

import pytest
from packaged import read_exercises

from sharpened_cli.domain.equipment import EQUIPMENT, PRESETS, at_place, looks_like_a_gym, understand


def test_the_list_is_that_of_the_library() -> None:
    assert set(EQUIPMENT) == {name for one in read_exercises() for name in one.equipment}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("two 10 kg dumbbells", {"dumbbell"}),
        ("Resistance bands", {"band"}),
        ("pull-up bar", {"pull-up bar"}),
        ("adjustable bench and DBs", {"bench", "incline bench", "dumbbell"}),
        ("squat rack", {"rack", "low bar"}),
        ("TRX", {"suspension trainer"}),
        ("yoga mat", set()),
        ("none", set()),
        ("home_basic", {"band", "bench", "dumbbell"}),
        ("full_gym", set(PRESETS["full_gym"])),
    ],
)
def test_everyday_names_are_understood(text: str, names: set[str]) -> None:
    understood = understand([text])
    assert set(understood.names) == names
    assert understood.unknown == ()


def test_what_is_not_understood_is_named() -> None:
    assert understand(["dumbbell", "lightsaber"]) == (("dumbbell",), ("lightsaber",))


def test_each_place_has_its_equipment() -> None:
    assert "machine" in at_place("gym", ("dumbbell",))
    assert "pool" not in at_place("gym", None)
    assert at_place("outdoor", ("barbell",)) == {"band"}
    assert at_place("home", ("kettlebell",)) == {"kettlebell"}
    assert at_place("home", None) == frozenset()


def test_a_gym_is_told_from_a_home() -> None:
    assert looks_like_a_gym(PRESETS["full_gym"])
    assert not looks_like_a_gym(("dumbbell", "bench"))
