"""Weeks build, unload, taper and recover."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.facts import UpcomingEvent
from sharpened_cli.domain.mesocycles import event_days, program_weeks

START = date(2026, 11, 30)


def race_in(days: int) -> UpcomingEvent:
    day = (START + timedelta(days=days)).isoformat()
    return UpcomingEvent(event_name="the race", event_category="race", event_date=day)


@given(st.integers(2, 16), st.sampled_from(["beginner", "novice", "intermediate", "advanced"]))
@settings(max_examples=60)
def test_lighter_weeks_are_at_most_eight_apart_and_six_for_the_advanced(weeks: int, experience: str) -> None:
    longest = 6 if experience == "advanced" else 8
    run = 0
    for week in program_weeks(weeks, experience):
        run = 0 if week.is_light else run + 1
        assert run <= longest


def test_a_short_program_has_no_deload() -> None:
    assert not any(week.is_light for week in program_weeks(8, "intermediate"))


def test_twelve_weeks_unload_in_the_middle() -> None:
    assert [week.number for week in program_weeks(12, "intermediate") if week.is_light] == [6]


def test_a_race_is_tapered_for_and_recovered_from() -> None:
    events = event_days([race_in(60)], START, 12)
    kinds = {week.number: week.kind for week in program_weeks(12, "intermediate", events)}
    assert (kinds[8], kinds[9], kinds[10]) == ("taper", "taper", "recovery")


def test_events_outside_the_program_change_nothing() -> None:
    assert event_days([race_in(200), race_in(-3)], START, 12) == ()


def test_other_events_are_not_tapered_for() -> None:
    wedding = UpcomingEvent(event_name="wedding", event_category="personal_milestone", event_date=START.isoformat())
    assert event_days([wedding], START, 12) == ()


@given(st.integers(2, 16), st.lists(st.integers(0, 112), max_size=3))
@settings(max_examples=60)
def test_every_week_is_there_once_whatever_the_events(weeks: int, days: list[int]) -> None:
    events = event_days([race_in(day) for day in days], START, weeks)
    planned = program_weeks(weeks, "intermediate", events)
    assert [week.number for week in planned] == list(range(1, weeks + 1))
    assert all(0 <= week.share_of_block <= 1 for week in planned)
