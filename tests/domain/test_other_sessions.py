"""Circuits, attended sports and mobility are planned for what they are."""

from __future__ import annotations

import pytest
from packaged import read_exercises

from sharpened_cli.domain.mesocycles import Week
from sharpened_cli.domain.other_sessions import hiit_session, mobility_session, sport_session
from sharpened_cli.domain.safety_level import Limits
from sharpened_cli.domain.session_time import planned_set_sec
from sharpened_cli.domain.trainee import Trainee

LIBRARY = read_exercises()
ONE_SIDED = {one.id for one in LIBRARY if one.unilateral}
BUILD, DELOAD = Week(1, "build"), Week(6, "deload", sets_factor=0.55)


def trainee(limits: Limits | None = None) -> Trainee:
    return Trainee(experience="novice", goal="lose_fat", style="muscle", age=30, limits=limits or Limits())


def test_a_circuit_fits_its_minutes_and_shrinks_in_a_lighter_week() -> None:
    usual = hiit_session(30, BUILD, trainee(), LIBRARY, frozenset(), ())
    light = hiit_session(30, DELOAD, trainee(), LIBRARY, frozenset(), ())
    assert usual.minutes <= 30
    assert len({one.exercise_id for one in usual.exercises}) == 4
    assert light.exercises[0].sets < usual.exercises[0].sets


def test_a_circuit_takes_only_what_is_allowed_and_at_hand() -> None:
    excluded = {one.id for one in LIBRARY if one.movement_pattern == "jump"}
    session = hiit_session(30, BUILD, trainee(), LIBRARY, frozenset(), excluded)
    assert not excluded & {one.exercise_id for one in session.exercises}


def test_an_attended_sport_keeps_its_time_and_its_name() -> None:
    session = sport_session(90, "martial_arts", "mma", BUILD, trainee())
    assert (session.name, session.minutes, session.exercises) == ("MMA", 90, ())


def test_contact_is_left_out_where_it_is_not_allowed() -> None:
    assert "no contact" in sport_session(90, "martial_arts", "", BUILD, trainee(Limits(no_contact=True))).notes


@pytest.mark.parametrize("minutes", [15, 30, 60])
def test_mobility_fills_its_time_without_running_over(minutes: int) -> None:
    session = mobility_session(minutes, "yoga", "", "home", trainee(), LIBRARY, frozenset(), ())
    seconds = sum(one.sets * planned_set_sec(one, unilateral=one.exercise_id in ONE_SIDED) for one in session.exercises)
    assert session.minutes <= minutes
    assert seconds <= minutes * 60
    assert len(session.exercises) >= 4


def test_a_class_is_led_by_its_teacher() -> None:
    assert mobility_session(60, "yoga", "hot yoga", "gym", trainee(), LIBRARY, frozenset(), ()).exercises == ()
