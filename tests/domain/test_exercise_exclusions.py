"""What hurts, what is forbidden and what somebody refuses is never planned."""

from __future__ import annotations

from datetime import date

import pytest
from packaged import read_exercises

from sharpened_cli.domain.exercise_exclusions import exclusions
from sharpened_cli.domain.facts import NO_FACTS, Facts, FamiliarExercise, NonNegotiable
from sharpened_cli.domain.safety_level import Limits

LIBRARY = read_exercises()
START = date(2026, 11, 30)


def excluded(
    *, facts: Facts = NO_FACTS, limits: Limits | None = None, injuries: tuple[str, ...] = ()
) -> dict[str, str]:
    return exclusions(LIBRARY, facts=facts, limits=limits or Limits(), injuries=injuries, start=START)


def refusing(*texts: str, allowed: tuple[str, ...] = (), end_date: str | None = None) -> Facts:
    wish = NonNegotiable(
        constraint_type="exercises_excluded",
        description="",
        excluded_exercises=texts,
        allowed=allowed,
        end_date=end_date,
    )
    return Facts(non_negotiables=(wish,))


@pytest.mark.parametrize(
    ("injury", "region"), [("left knee", "knee"), ("torn rotator cuff", "shoulder"), ("slipped disc", "lower back")]
)
def test_every_exercise_that_minds_an_injured_joint_is_out(injury: str, region: str) -> None:
    out = excluded(injuries=(injury,))
    assert {one.id for one in LIBRARY if region in one.caution_injury} <= set(out)


def test_a_strained_muscle_is_not_trained() -> None:
    out = excluded(injuries=("pulled hamstring",))
    assert {one.id for one in LIBRARY if one.primary_muscle == "hamstrings"} <= set(out)


def test_regions_of_the_safety_gate_count_as_injuries() -> None:
    assert set(excluded(limits=Limits(excluded_regions=frozenset({"wrist"})))) == set(excluded(injuries=("wrist",)))


def test_nothing_is_out_without_a_reason() -> None:
    assert excluded(injuries=("none",)) == {}


@pytest.mark.parametrize(
    ("words", "out", "still_in"),
    [
        ("burpees", "burpee", "mountain-climber"), ("squats", "barbell-back-squat", "leg-extension"),
        ("jumping", "box-jump", "bodyweight-squat"), ("overhead", "barbell-overhead-press", "barbell-bench-press"),
        ("treadmill", "incline-treadmill-walk", "brisk-walk"),
        ("anything with a barbell", "barbell-row", "lat-pulldown"),
        ("deadlifts", "romanian-deadlift", "barbell-hip-thrust"), ("running", "easy-run", "outdoor-cycling"),
    ],
)  # fmt: skip
def test_words_of_refusal_cover_their_kind(words: str, out: str, still_in: str) -> None:
    found = excluded(facts=refusing(words))
    assert out in found
    assert still_in not in found


def test_exceptions_and_ends_are_kept() -> None:
    assert "goblet-squat" not in excluded(facts=refusing("squats", allowed=("goblet squat",)))
    assert excluded(facts=refusing("squats", end_date="2026-11-01")) == {}


def test_what_somebody_will_not_do_is_out() -> None:
    known = FamiliarExercise(exercise="row", exercise_id="barbell-row", willing_to_do=False)
    assert set(excluded(facts=Facts(exercises=(known,)))) == {"barbell-row"}


@pytest.mark.parametrize(
    ("limits", "out", "still_in"),
    [
        (Limits(no_jumps=True), "jump-squat", "bodyweight-squat"),
        (Limits(no_overhead=True), "seated-dumbbell-shoulder-press", "push-up"),
        (Limits(no_supine=True), "dumbbell-bench-press", "machine-chest-press"),
        (Limits(no_hiit=True), "burpee", "step-jack"),
    ],
)
def test_limits_of_the_safety_gate_are_obeyed(limits: Limits, out: str, still_in: str) -> None:
    found = excluded(limits=limits)
    assert out in found
    assert still_in not in found
