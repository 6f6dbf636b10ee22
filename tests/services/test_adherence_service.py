"""Matching of logs with the stored plan: both orders, moved, pieces, by hand, skipped, two people apart."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from planned import add_profile, add_program
from support import ANA, BEN, NOW

from sharpened_cli.clock import FixedClock
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.services.activity import ActivityService
from sharpened_cli.services.activity_options import ActivityOptions
from sharpened_cli.services.adherence import AdherenceService
from sharpened_cli.services.meal_options import MealOptions
from sharpened_cli.services.nutrition import NutritionService
from sharpened_cli.store import adherence as records
from sharpened_cli.store import programs
from sharpened_cli.store.users import User

if TYPE_CHECKING:
    from sharpened_cli.store import Store

TUESDAY = date(2026, 11, 24)
SESSION = "p-s2026-11-24"
PERFECT = "squat 4x8 100kg, bench 4x8 80kg, leg extension 3x12 45kg, barbell curl 3x12 30kg, 60 min"


def person(user_id: str = ANA) -> User:
    return User(user_id, f"{user_id}@example.org", "Europe/Madrid", "metric", has_profile=True)


@pytest.fixture
def adherence(store: Store) -> AdherenceService:
    add_profile(store, ANA)
    add_program(store, ANA)
    return AdherenceService(store, FixedClock(NOW), person())


def log(service: AdherenceService, text: str, day: date = TUESDAY, **options: Any) -> dict[str, Any]:
    activities = ActivityService(service.store, service.clock, service.user)
    return activities.log(text, ActivityOptions(date=day.isoformat(), **options))


def record(service: AdherenceService, planned_id: str = SESSION) -> records.Record | None:
    return records.of_planned(service.store, [planned_id]).get(planned_id)


def test_a_session_as_planned_is_completed_with_its_reasons(adherence: AdherenceService) -> None:
    document = log(adherence, PERFECT)["adherence"]
    assert document["planned_entity_id"] == SESSION
    assert (document["status"], document["number"], document["days_moved"]) == ("completed", 3, 0)
    assert document["similarity_score"] >= 0.95
    assert "4 of 4 exercises" in document["reasons"]


def test_log_first_and_plan_first_give_the_same_record(store: Store, adherence: AdherenceService) -> None:
    log(adherence, PERFECT)
    first = record(adherence)
    add_profile(store, BEN)
    other = AdherenceService(store, FixedClock(NOW), person(BEN))
    log(other, PERFECT)
    assert record(other, "q-s2026-11-24") is None
    add_program(store, BEN, program_id="q")
    with store.transaction():
        other.plan_changed(TUESDAY)
    second = record(other, "q-s2026-11-24")
    assert first
    assert second
    assert (first.status, first.similarity_score, first.details["parts"]) == (
        second.status, second.similarity_score, second.details["parts"],
    )  # fmt: skip


def test_a_session_done_the_day_before_is_moved(adherence: AdherenceService) -> None:
    document = log(adherence, PERFECT, TUESDAY - timedelta(days=1))["adherence"]
    assert (document["planned_entity_id"], document["days_moved"]) == (SESSION, -1)


def test_what_is_logged_in_pieces_completes_the_session(adherence: AdherenceService) -> None:
    statuses = []
    for text in PERFECT.removesuffix(", 60 min").split(", "):
        log(adherence, text)
        found = record(adherence)
        statuses.append(found.status if found else None)
    assert statuses == [None, "similar", "similar", "completed"]
    found = record(adherence)
    assert found
    assert len(found.details["actual_ids"]) == 4


def test_editing_and_removing_a_log_takes_its_credit_away_and_undo_gives_it_back(adherence: AdherenceService) -> None:
    activities = ActivityService(adherence.store, adherence.clock, adherence.user)
    logged = log(adherence, PERFECT)
    before = record(adherence)
    activities.edit(logged["activity_id"], "yoga 60 min", ActivityOptions())
    assert record(adherence) is None
    activities.undo()
    after = record(adherence)
    assert before
    assert after
    assert after[3:] == before[3:]
    activities.remove(logged["activity_id"])
    assert record(adherence) is None
    activities.undo()
    assert record(adherence) is not None


def test_done_and_skip_by_hand_win_over_matching(adherence: AdherenceService) -> None:
    assert adherence.skip(3, reason="ill")["adherence"]["status"] == "skipped"
    assert log(adherence, PERFECT)["adherence"]["planned_entity_id"] == "p-s2026-11-26"
    found = record(adherence)
    assert found
    assert (found.status, found.source, found.details["reasons"]) == ("skipped", "manual", ["ill"])
    assert adherence.done(3)["adherence"]["status"] == "completed"


def test_saying_it_twice_changes_nothing(adherence: AdherenceService) -> None:
    assert adherence.done(3)["changed"]
    assert not adherence.done(3)["changed"]


def test_meals_are_done_and_skipped_by_the_same_numbers(adherence: AdherenceService) -> None:
    assert adherence.done(1)["adherence"]["planned_entity_type"] == "meal"
    assert adherence.skip(2)["adherence"]["planned_entity_id"] == "p-m2026-11-24-2"


def test_what_is_not_there_or_not_yet_is_refused(adherence: AdherenceService) -> None:
    with pytest.raises(NotThereError, match="number 9"):
        adherence.done(9)
    with pytest.raises(InputError, match="not come yet"):
        adherence.done(3, TUESDAY + timedelta(days=2))


def test_a_linked_session_stays_linked_whatever_it_was(adherence: AdherenceService) -> None:
    document = log(adherence, "yoga 20 min", planned=3)["adherence"]
    assert (document["planned_entity_id"], document["status"]) == (SESSION, "similar")
    log(adherence, PERFECT)
    found = record(adherence)
    assert found
    assert found.details["linked"]
    assert found.status == "similar"


def test_past_things_without_a_log_are_settled_as_skipped_once(adherence: AdherenceService) -> None:
    with adherence.store.transaction():
        count = adherence.settle()
        again = adherence.settle()
    skipped = record(adherence, "p-s2026-11-17")
    assert (skipped.status if skipped else None) == "skipped"
    assert record(adherence) is None
    assert count == 8 * 3 + 3  # three meals on each of eight days, three sessions of the week before
    assert again == 0


def test_a_late_log_turns_skipped_into_done(adherence: AdherenceService) -> None:
    with adherence.store.transaction():
        adherence.settle()
    document = log(adherence, PERFECT, date(2026, 11, 19))["adherence"]
    assert (document["planned_entity_id"], document["status"]) == ("p-s2026-11-19", "completed")


LUNCH = "p-m2026-11-24-2"


def eat(service: AdherenceService, text: str, **options: Any) -> dict[str, Any]:
    nutrition = NutritionService(service.store, FixedClock(datetime(2026, 11, 24, 11, 40, tzinfo=UTC)), service.user)
    return nutrition.log_meal(text, MealOptions(**options))


def test_a_meal_as_planned_fills_its_meal_and_another_one_does_not(adherence: AdherenceService) -> None:
    eaten = eat(adherence, "180 g cooked chicken breast, 250 g cooked white rice and 15 g olive oil")
    assert (eaten["adherence"]["planned_entity_id"], eaten["adherence"]["status"]) == (LUNCH, "completed")
    assert eat(adherence, "an apple", meal_type="snack")["adherence"] is None


def test_a_meal_that_was_said_to_be_the_planned_one_stays_linked(adherence: AdherenceService) -> None:
    eaten = eat(adherence, "an apple", planned=2)
    found = record(adherence, LUNCH)
    assert found
    assert (found.actual_ref_id, found.details["linked"], found.status) == (eaten["meal_id"], True, "similar")
    eat(adherence, "180 g cooked chicken breast, 250 g cooked white rice and 15 g olive oil")
    assert record(adherence, LUNCH) == found


def test_a_meal_skipped_by_hand_stays_skipped(adherence: AdherenceService) -> None:
    adherence.skip(2)
    eat(adherence, "180 g cooked chicken breast, 250 g cooked white rice and 15 g olive oil")
    found = record(adherence, LUNCH)
    assert found
    assert (found.status, found.source) == ("skipped", "manual")


def test_without_a_program_meals_and_activities_have_no_record(store: Store) -> None:
    add_profile(store, BEN)
    ben = AdherenceService(store, FixedClock(NOW), person(BEN))
    assert log(ben, PERFECT)["adherence"] is None
    assert eat(ben, "an apple")["adherence"] is None
    assert ben.settle() == 0


def test_a_new_program_takes_over_what_was_done_on_its_first_day(store: Store, adherence: AdherenceService) -> None:
    log(adherence, PERFECT)
    with store.transaction():
        programs.supersede_active(store, ANA, start_date=TUESDAY.isoformat(), now="2026-11-24T06:30:00Z")
    add_program(store, ANA, program_id="q", start=TUESDAY, version=2)
    with store.transaction():
        adherence.plan_changed(TUESDAY)
    assert record(adherence) is None
    found = record(adherence, "q-s2026-11-24")
    assert found
    assert found.status == "completed"


def test_an_activity_beside_the_plan_has_no_record(adherence: AdherenceService) -> None:
    assert log(adherence, "gardening 2 h")["adherence"] is None
    assert record(adherence) is None
