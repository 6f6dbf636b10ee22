"""Endurance is built slowly, mostly easy, and says how hard."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_exercises

from sharpened_cli.domain.endurance_plan import (
    EnduranceSlot,
    endurance_sessions,
    session_kinds,
    weekly_shares,
    zone_words,
)
from sharpened_cli.domain.mesocycles import program_weeks
from sharpened_cli.domain.safety_level import Limits
from sharpened_cli.domain.session_time import planned_set_sec
from sharpened_cli.domain.trainee import Trainee

BY_ID = {one.id: one for one in read_exercises()}
LEVELS = ("beginner", "novice", "intermediate", "advanced")


def trainee(experience: str = "intermediate", limits: Limits | None = None, age: int = 40) -> Trainee:
    return Trainee(
        experience=experience, goal="improve_performance", style="strength", age=age, limits=limits or Limits()
    )


def slots(*minutes: int, modality: str = "running") -> list[EnduranceSlot]:
    return [EnduranceSlot(one, modality, frozenset()) for one in minutes]


@given(st.integers(2, 16), st.sampled_from(LEVELS))
@settings(max_examples=60)
def test_weeks_grow_by_at_most_a_tenth_over_the_best_so_far(weeks: int, level: str) -> None:
    shares = weekly_shares(program_weeks(weeks, level), level)
    best = shares[0]
    for share in shares[1:]:
        assert share <= best * 1.10 + 1e-9
        best = max(best, share)
    assert all(0 < share <= 1 for share in shares)


def test_every_fourth_week_is_easier() -> None:
    shares = weekly_shares(program_weeks(4, "intermediate"), "intermediate")
    assert shares[3] < shares[2]


def test_the_longest_slot_is_long_and_one_of_three_is_hard() -> None:
    assert session_kinds(slots(45, 60, 90), trainee()) == ("hard", "easy", "long")
    assert session_kinds(slots(45, 60, 90, modality="walking"), trainee()) == ("easy", "easy", "long")


def test_hard_days_do_not_follow_each_other() -> None:
    kinds = session_kinds(slots(60, 60, 60, 60, 90, 45), trainee())
    assert ("hard", "hard") not in list(pairwise(kinds))
    assert kinds.count("hard") == 2


def test_beginners_stay_easy_for_a_month() -> None:
    planned = endurance_sessions(slots(40, 60), program_weeks(8, "beginner"), trainee("beginner"), BY_ID, ())
    assert all(one.name.split(":")[0] in {"Easy", "Long"} for slot in planned for one in slot[:4])


def test_hard_work_is_left_out_where_it_is_not_allowed() -> None:
    limits = Limits(no_hiit=True)
    planned = endurance_sessions(
        slots(60, 60, 90), program_weeks(8, "advanced"), trainee("advanced", limits), BY_ID, ()
    )
    assert {one.name.split(":")[0] for slot in planned for one in slot} == {"Easy", "Long"}


@pytest.mark.parametrize("modality", ["running", "cycling", "swimming", "rowing", "walking", "hiking", "triathlon"])
def test_the_parts_of_a_session_fill_its_minutes(modality: str) -> None:
    planned = endurance_sessions(
        slots(45, 60, modality=modality), program_weeks(8, "advanced"), trainee("advanced"), BY_ID, ()
    )
    for session in (one for slot in planned for one in slot):
        work = sum(one.sets * planned_set_sec(one, unilateral=False) for one in session.exercises)
        rest = sum((one.sets - 1) * one.rest_sec for one in session.exercises)
        assert work + rest == pytest.approx(session.minutes * 60, abs=60)


def test_heart_rates_follow_age_and_give_way_to_effort() -> None:
    assert "108-135 bpm" in zone_words("easy", trainee(age=40))
    assert "bpm" not in zone_words("easy", trainee(limits=Limits(rpe_only=True)))


def test_excluded_runs_become_something_gentle_with_the_reason() -> None:
    runs = {one for one in BY_ID if "run" in one}
    planned = endurance_sessions(slots(60), program_weeks(2, "novice"), trainee("novice"), BY_ID, runs)
    line = planned[0][0].exercises[0]
    assert line.exercise_id == "brisk-walk"
    assert "running" in line.substitution_reason
