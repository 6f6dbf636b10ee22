"""`exercises search|show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support import CommandLine


@pytest.fixture
def ana(cli: CommandLine) -> CommandLine:
    cli(
        "onboard",
        "--email",
        "a@b.org",
        "--sex",
        "f",
        "--age",
        "30",
        "--height",
        "168",
        "--weight",
        "70",
        "--goal",
        "maintain",
    )
    return cli


@pytest.mark.parametrize(
    ("words", "first"),
    [("barbell back squat", "barbell-back-squat"), ("bench pres", "barbell-bench-press"), ("RDL", "romanian-deadlift")],
)
def test_words_find_the_exercise_that_is_meant(ana: CommandLine, words: str, first: str) -> None:
    found = ana("exercises", "search", words, "--json").json["exercises"]
    assert found[0]["id"] == first
    assert found[0]["score"] > 0.8


def test_a_muscle_or_equipment_lists_its_exercises(ana: CommandLine) -> None:
    glutes = ana("exercises", "search", "glutes", "--limit", "5", "--json").json["exercises"]
    assert len(glutes) == 5
    assert all(one["sets_count_for"]["glutes"] == 1.0 for one in glutes)
    bells = ana("exercises", "search", "kettlebell", "--json").json["exercises"]
    assert all("kettlebell" in one["equipment"] for one in bells)
    assert "kettlebell" in ana("exercises", "search", "kettlebell").out


def test_an_exercise_is_shown_with_its_muscles_and_what_is_like_it(ana: CommandLine) -> None:
    shown = ana("exercises", "show", "barbell back squat", "--json").json
    assert shown["sets_count_for"]["quads"] == 1.0
    assert shown["like_it"]
    words = ana("exercises", "show", "barbell-back-squat").out
    assert "A set counts" in words
    missing = ana("exercises", "show", "flying teapot", "--json")
    assert (missing.code, missing.error["code"]) == (3, "no_such_id")
    assert "Nothing found" in ana("exercises", "search", "zzzz").out
