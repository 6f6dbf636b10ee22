"""Training times come from what people said, else from a sensible week."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.facts import NO_FACTS, Availability, Difficulty, Facts, NonNegotiable
from sharpened_cli.domain.profile import Profile
from sharpened_cli.domain.training_slots import gaps_hours, slots_of

START = date(2026, 11, 30)


def person(frequency: int | None = None, minutes: int | None = None) -> Profile:
    return Profile(user_id="p", workout_frequency=frequency, session_minutes=minutes)


def available(*days: int, activity: str | None = None) -> tuple[Availability, ...]:
    return tuple(
        Availability(day_of_week=day, time_of_day="evening", typical_duration_minutes=45, activity=activity)
        for day in days
    )


@pytest.mark.parametrize("frequency", range(7))
def test_as_many_days_as_asked_with_a_day_between_where_possible(frequency: int) -> None:
    slots = slots_of(person(frequency, 50), NO_FACTS, START).slots
    assert len(slots) == frequency
    assert {slot.minutes for slot in slots} <= {50}
    if 0 < frequency <= 3:
        assert min(gaps_hours(slots)) >= 48


def test_seven_days_leave_one_for_easy_mobility() -> None:
    plan = slots_of(person(7), NO_FACTS, START)
    assert len(plan.slots) == 6
    assert plan.optional is not None
    assert [issue.code for issue in plan.issues] == ["rest_day"]


def test_availability_is_kept_to_the_minute() -> None:
    row = Availability(day_of_week=2, time_of_day="early_morning", start_time="06:15", typical_duration_minutes=40)
    slot = slots_of(person(), Facts(availability=(row,)), START).slots[0]
    assert (slot.weekday, slot.start_time, slot.minutes) == (2, "06:15", 40)


def test_fewer_sessions_than_times_take_the_best_spaced() -> None:
    plan = slots_of(person(3), Facts(availability=available(1, 2, 3, 4, 5)), START)
    assert [slot.weekday for slot in plan.slots] == [1, 3, 5]


def test_attended_sports_are_kept_when_there_are_too_many_times() -> None:
    facts = Facts(availability=(*available(1, 2, 3), *available(4, activity="tennis")))
    assert 4 in [slot.weekday for slot in slots_of(person(2), facts, START).slots]


def test_more_sessions_than_times_are_said_to_be_impossible() -> None:
    plan = slots_of(person(5), Facts(availability=available(2, 4)), START)
    assert len(plan.slots) == 2
    assert [(issue.code, issue.wanted, issue.possible) for issue in plan.issues] == [("sessions", 5, 2)]


def test_a_rest_day_is_never_used() -> None:
    rest = NonNegotiable(constraint_type="rest_days", description="Sundays", days=(1, 7))
    assert {1, 7}.isdisjoint(slot.weekday for slot in slots_of(person(5), Facts(non_negotiables=(rest,)), START).slots)
    facts = Facts(availability=available(1, 3), non_negotiables=(rest,))
    assert [slot.weekday for slot in slots_of(person(), facts, START).slots] == [3]


def test_people_short_of_time_get_shorter_sessions() -> None:
    facts = Facts(difficulties=(Difficulty(description="busy", difficulty_category="time_management"),))
    assert slots_of(person(2), facts, START).slots[0].minutes < slots_of(person(2), NO_FACTS, START).slots[0].minutes


@given(st.sets(st.integers(1, 7), min_size=1), st.one_of(st.none(), st.integers(0, 7)))
@settings(max_examples=60, deadline=None)
def test_only_stated_days_are_used_and_one_stays_free(days: set[int], frequency: int | None) -> None:
    plan = slots_of(person(frequency), Facts(availability=available(*sorted(days))), START)
    used = {slot.weekday for slot in plan.slots}
    assert used <= days
    assert len(used) <= 6
    assert len(plan.slots) == min(len(days) if frequency is None else min(frequency, len(days)), 6)
