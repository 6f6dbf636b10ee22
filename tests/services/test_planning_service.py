"""Which program is in force on a day, and what the fold makes of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import planned
import pytest
from support import ANA, BEN

from sharpened_cli.clock import FixedClock, from_text
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.services.today import TodayService
from sharpened_cli.store import safety_flags
from sharpened_cli.store.users import User

if TYPE_CHECKING:
    from sharpened_cli.store import Store

SECOND_START = planned.MONDAY + timedelta(days=14)


@pytest.fixture
def planning(store: Store, clock: FixedClock, ana: User) -> PlanningService:
    planned.add_profile(store, ANA)
    planned.add_program(store, ANA)
    return PlanningService(store, clock, ana)


def add_second(store: Store) -> None:
    with store.transaction():
        store.execute(
            "UPDATE main.programs SET status = 'superseded', valid_until = :day WHERE id = 'p'",
            {"day": SECOND_START.isoformat()},
        )
    planned.add_program(store, ANA, program_id="second", start=SECOND_START, version=2)


def test_the_highest_version_that_has_begun_and_is_not_superseded_is_in_force(planning: PlanningService) -> None:
    add_second(planning.store)
    days = planning.days(SECOND_START - timedelta(days=2), SECOND_START + timedelta(days=1))
    assert [day.program.id if day.program else None for day in days] == ["p", "p", "second", "second"]
    assert [day.plan.week_index for day in days] == [2, 2, 1, 1]
    assert [day.starts_on for day in days] == [SECOND_START, SECOND_START, None, None]
    assert all(one.id.startswith("second") for one in days[-1].plan.meals)


def test_before_the_start_the_profile_speaks_and_says_when_it_begins(planning: PlanningService) -> None:
    day = planning.day(planned.MONDAY - timedelta(days=3))
    assert (day.program, day.starts_on) == (None, planned.MONDAY)
    assert day.plan.targets.calories_kcal == 1900.0
    assert (day.plan.sessions, day.plan.meals) == ((), ())


def test_after_the_last_week_targets_stay_and_a_reassessment_still_steers_them(planning: PlanningService) -> None:
    ended = planned.MONDAY + timedelta(days=28)
    assert planning.day(ended).plan.targets.calories_kcal == planned.TARGETS["calories_kcal"]
    with planning.store.transaction():
        planned.change_calories(planning.store, ANA, (ended + timedelta(days=3)).isoformat(), 2150.0)
    assert planning.day(ended + timedelta(days=2)).plan.targets.calories_kcal == 2000.0
    later = planning.day(ended + timedelta(days=3))
    assert (later.plan.targets.calories_kcal, later.plan.base_targets.calories_kcal) == (2150.0, 2000.0)
    assert (later.plan.sessions, later.plan.week_index) == ((), None)


def test_a_past_plan_without_a_record_was_skipped_and_a_coming_one_is_planned(planning: PlanningService) -> None:
    past, coming = planning.day(date(2026, 11, 19)), planning.day(date(2026, 11, 26))
    assert past.status_of(past.plan.sessions[0].id) == "skipped"
    assert coming.status_of(coming.plan.sessions[0].id) == "planned"
    planned.mark_done(planning.store, ANA, before=date(2026, 11, 20))
    again = planning.day(date(2026, 11, 19))
    assert again.status_of(again.plan.sessions[0].id) == "completed"


def test_the_day_is_the_one_of_the_persons_own_zone(planning: PlanningService) -> None:
    late = FixedClock(from_text("2026-11-24T23:30:00Z"))
    assert PlanningService(planning.store, late, planning.user).today() == date(2026, 11, 25)
    lima = User(ANA, "ana@example.org", "America/Lima", "metric", has_profile=True)
    assert PlanningService(planning.store, late, lima).today() == date(2026, 11, 24)
    assert PlanningService(planning.store, late, lima).ends_at(date(2026, 11, 24)) == from_text("2026-11-25T05:00:00Z")


def test_a_day_of_twenty_three_hours_ends_at_its_own_midnight(planning: PlanningService) -> None:
    assert planning.ends_at(date(2026, 3, 29)) == from_text("2026-03-29T22:00:00Z")


def test_hidden_numbers_are_hidden_everywhere_and_amounts_stay(planning: PlanningService) -> None:
    with planning.store.transaction():
        safety_flags.add(
            planning.store,
            flag_id="f",
            user_id=ANA,
            code="eating_disorder",
            source="coach",
            quote="x",
            created_at="2026-11-24T06:00:00Z",
        )
        planned.weigh(planning.store, ANA, "2026-11-24", 68.0)
        planned.log_meal(planning.store, ANA, "2026-11-24", 400.0, 20.0, 50.0, 10.0, 5.0)
    day = TodayService(planning.store, planning.clock, planning.user).day()
    numbers = [day["targets"], day["base_targets"]]
    assert all(set(one) == {None} for one in numbers)
    shown = [day["eaten"], day["remaining"], day["weight"], *(meal["totals"] for meal in day["meals"])]
    assert all(set(one.values()) == {None} for one in shown)
    assert day["meals"][0]["items"][0]["grams"] == 80.0
    assert day["meals"][0]["items"][0]["kcal"] is None
    assert len(day["sessions"]) == 1


def test_another_person_has_a_plan_of_their_own(planning: PlanningService) -> None:
    planned.add_profile(planning.store, BEN, full_name="Ben")
    ben = PlanningService(planning.store, planning.clock, User(BEN, "b", "UTC", "metric", has_profile=True))
    assert ben.day(date(2026, 11, 24)).program is None
    planned.add_program(planning.store, BEN, program_id="q", weeks=2)
    assert {one.id[0] for one in ben.day(date(2026, 11, 24)).plan.meals} == {"q"}
    assert {one.id[0] for one in planning.day(date(2026, 11, 24)).plan.meals} == {"p"}
