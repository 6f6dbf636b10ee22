"""Planned days follow changed calories: by other amounts where these reach, else by newly solved meals."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from client_rows import add_client, log_days
from packaged import read_foods
from support import ANA, BEN
from virtual_client import START, VirtualClient

from sharpened_cli.clock import FixedClock
from sharpened_cli.domain.meal_plan import MealRequest, plan_meals
from sharpened_cli.domain.nutrients import Targets, total
from sharpened_cli.domain.plan import PlannedDay
from sharpened_cli.domain.profile import Profile
from sharpened_cli.services import wire
from sharpened_cli.services.calendar_projection import CalendarProjection
from sharpened_cli.services.meal_amounts import rescaled
from sharpened_cli.services.plan_undo import undo_change
from sharpened_cli.services.planning import PlanningService
from sharpened_cli.services.reassessment import ReassessmentService
from sharpened_cli.services.today import TodayService
from sharpened_cli.store import calendar, programs, reassessments
from sharpened_cli.store.users import User

if TYPE_CHECKING:
    from sharpened_cli.domain.day_plan import EffectiveDay
    from sharpened_cli.domain.plan import PlannedMeal
    from sharpened_cli.store import Store

TARGET, WEEKS = 1800.0, 3
AIM = Targets(TARGET, 140.0, 175.0, 60.0, 30.0)
DUE = START + timedelta(days=14)
NOW = FixedClock(datetime(DUE.year, DUE.month, DUE.day, 9, tzinfo=UTC))
USER = User(ANA, "ana@example.org", "UTC", "metric", has_profile=True)
FIXED, MOVING, AS_PLANNED = "dish", "starch", ""  # the role that all items get; "" leaves them theirs


@cache
def fortnight_of_meals() -> tuple[PlannedMeal, ...]:
    """Return two weeks of meals for the person that ``add_client`` stores, on the program's targets."""
    profile = Profile(
        user_id="", sex="female", birth_date=date(1990, 6, 15), height_cm=168.0, weight_kg=82.0,
        primary_goal="lose_fat",
    )  # fmt: skip
    dates = [START + timedelta(days=shift) for shift in range(14)]
    days = tuple(
        PlannedDay(date=day, week_index=1 + place // 7, day_index=day.isoweekday(), is_training_day=False, targets=AIM)
        for place, day in enumerate(dates)
    )
    return plan_meals(MealRequest(profile=profile, days=days, foods=read_foods(), seed=1)).meals


def prepare(store: Store, role: str, user_id: str = ANA) -> str:
    """Add a person with a program, planned meals and a logged fortnight; return the program's id."""
    client = VirtualClient(seed=4, true_tdee_kcal=2000.0)
    program_id = add_client(
        store,
        user_id,
        client.person(),
        start=START,
        target_kcal=TARGET,
        weeks=WEEKS,
        has_user=True,
        with_sessions=False,
    )
    with store.transaction():
        for meal in fortnight_of_meals():
            for shift in range(0, 7 * WEEKS, 14):
                day = meal.date + timedelta(days=shift)
                if day < START + timedelta(weeks=WEEKS):
                    add_meal(store, user_id, program_id, replace(meal, date=day), role)
    log_days(store, user_id, client.live(TARGET))
    return program_id


def add_meal(store: Store, user_id: str, program_id: str, meal: PlannedMeal, role: str) -> None:
    meal_id = f"{user_id}-{meal.date}-{meal.order}"
    where = {"user_id": user_id, "program_id": program_id, "date": meal.date.isoformat()}
    insert(store, "meal_instances", {
        "id": meal_id, **where, "week_index": 1 + (meal.date - START).days // 7, "day_index": meal.day_index,
        "order_index": meal.order, "meal_type": meal.meal_type, "meal_time_id": meal.meal_time, "time": meal.time,
        "meal_name": meal.name, **meal.totals()._asdict(),
    })  # fmt: skip
    for place, item in enumerate(meal.items, 1):
        insert(store, "meal_item_plan", {
            "meal_instance_id": meal_id, "user_id": user_id, "order_index": place, "food_id": item.food_id,
            "food_name": item.food_name, "grams": item.grams, "serving": item.serving,
            "role": role or item.role, **item.nutrients._asdict(),
        })  # fmt: skip
    insert(store, "calendar_events", {
        "id": f"c-{meal_id}", **where, "day_number": meal.order, "event_type": "meal", "ref_table": "meal_instances",
        "ref_id": meal_id, "start_time_utc": f"{meal.date}T{meal.time}:00Z",
        "end_time_utc": f"{meal.date}T{meal.time}:00Z", "local_tz": "UTC", "start_time": meal.time, "title": meal.name,
        "created_at": "2026-01-01T00:00:00Z",
    })  # fmt: skip


def insert(store: Store, table: str, values: dict[str, Any]) -> None:
    store.execute(
        f"INSERT INTO main.{table} ({', '.join(values)}) VALUES ({', '.join(f':{name}' for name in values)})", values
    )


def days_ahead(store: Store, user: User = USER) -> list[EffectiveDay]:
    last = START + timedelta(weeks=WEEKS, days=-1)
    return [one.plan for one in PlanningService(store, NOW, user).days(DUE, last)]


def miss(day: EffectiveDay) -> float:
    assert day.targets.calories_kcal
    return abs(total(meal.totals() for meal in day.meals).kcal / day.targets.calories_kcal - 1)


def edits(store: Store, user_id: str = ANA) -> list[Any]:
    return store.all(
        "SELECT * FROM plan_change_events WHERE change_type = 'edit' AND user_id = :id ORDER BY number", {"id": user_id}
    )


@pytest.fixture
def bent(store: Store) -> Store:
    prepare(store, FIXED)
    return store


def test_a_cut_that_amounts_cannot_follow_gets_new_meals_within_three_percent(bent: Store) -> None:
    before = days_ahead(bent)
    document = ReassessmentService(bent, NOW).reassess(USER)
    assert abs(document["calories"]["change"]) > 0.04 * TARGET
    after = days_ahead(bent)
    assert len(after) == 7
    assert {day.targets.calories_kcal for day in after} == {float(document["calories"]["after"])}
    assert all(miss(day) <= 0.03 for day in after)
    assert all(old.meals != new.meals for old, new in zip(before, after, strict=True))
    assert [change["change_type"] for change in document["changes"]] == ["calories"]
    assert "On 7 days the meals are new" in document["text"]


def test_today_shows_the_new_items(bent: Store) -> None:
    ReassessmentService(bent, NOW).reassess(USER)
    shown = json.loads(wire.as_text(TodayService(bent, NOW, USER).day()))
    eaten = sum(item["kcal"] for meal in shown["meals"] for item in meal["items"])
    assert eaten == pytest.approx(shown["targets"]["calories_kcal"], rel=0.035)


def test_an_edit_says_which_meal_what_was_what_is_and_why(bent: Store) -> None:
    ReassessmentService(bent, NOW).reassess(USER)
    stored = edits(bent)
    assert len({row["planned_entity_id"] for row in stored}) == len(stored)
    for row in stored:
        diff = json.loads(row["diff"])
        (old,), (new,) = (diff[side]["meals"].values() for side in ("before", "after"))
        assert (row["planned_entity_type"], row["source"]) == ("meal", "reassessment")
        assert row["reassessment_id"]
        assert row["reason_text"]
        assert old["items"] != new["items"]
        assert all(item["grams"] > 0 for item in new["items"])
        assert diff["reasons"]
        assert row["effective_date"] in row["planned_entity_id"]


def test_undoing_the_calories_restores_the_meals_byte_for_byte_and_undoing_that_brings_them_back(bent: Store) -> None:
    before = repr(days_ahead(bent))
    document = ReassessmentService(bent, NOW).reassess(USER)
    after = repr(days_ahead(bent))
    with bent.transaction():
        undo_change(bent, NOW, USER, str(document["changes"][0]["number"]))
    assert repr(days_ahead(bent)) == before
    undo = bent.one("SELECT number FROM plan_change_events WHERE change_type = 'undo'")
    assert undo is not None
    with bent.transaction():
        undo_change(bent, NOW, USER, str(undo[0]))
    assert repr(days_ahead(bent)) == after


def test_where_amounts_reach_nothing_is_written_but_the_target(store: Store) -> None:
    prepare(store, MOVING)
    ReassessmentService(store, NOW).reassess(USER)
    assert edits(store) == []
    assert all(miss(day) <= 0.03 for day in days_ahead(store))


def test_days_that_amounts_reach_keep_their_foods_beside_those_that_get_new_ones(store: Store) -> None:
    prepare(store, AS_PLANNED)
    calories = ReassessmentService(store, NOW).reassess(USER)["calories"]["after"]
    after = days_ahead(store)
    with store.transaction():
        undo_change(store, NOW, USER, "1")
    short = set()
    for day in days_ahead(store):
        meals = rescaled(store, day.meals, calories)
        kcal = total(meal.totals() for meal in meals).kcal
        if abs(kcal - calories) > 0.03 * calories:
            short.add(day.date.isoformat())
    assert short == {row["effective_date"] for row in edits(store)}
    assert 0 < len(short) < len(after)
    assert all(miss(day) <= 0.03 for day in after)


def test_a_second_run_writes_nothing(bent: Store) -> None:
    ReassessmentService(bent, NOW).reassess(USER)
    written = len(edits(bent))
    ReassessmentService(bent, NOW).reassess(USER, force=True)
    ReassessmentService(bent, NOW).reassess_range(ANA, ANA, force=True)
    assert len(edits(bent)) == written > 0


def test_the_calendar_stays_as_it_is_and_resolves(bent: Store) -> None:
    ReassessmentService(bent, NOW).reassess(USER)
    program_id = f"program-{ANA}"
    assert programs.unresolved_events(bent, program_id) == 0
    with bent.transaction():
        CalendarProjection(bent, NOW, USER).rewrite(program_id)
    assert programs.unresolved_events(bent, program_id) == 0
    assert bent.all("PRAGMA foreign_key_check") == []


def test_a_batch_writes_edits_for_those_who_need_them(store: Store) -> None:
    prepare(store, MOVING, ANA)
    prepare(store, FIXED, BEN)
    low, high = sorted((ANA, BEN))
    documents = [done.document for done in ReassessmentService(store, NOW).reassess_range(low, high)]
    assert [document["status"] for document in documents] == ["changed", "changed"]
    assert edits(store, ANA) == []
    batch = days_ahead(store, USER._replace(id=BEN))
    assert all(miss(day) <= 0.03 for day in batch)
    assert [row["user_id"] for row in edits(store, BEN)] == [BEN] * len(edits(store, BEN))


def test_only_days_that_amounts_surely_bring_there_are_left_out(store: Store) -> None:
    program_id = prepare(store, AS_PLANNED)
    program = calendar.program_in_force(store, ANA, DUE)
    assert program is not None
    stored = calendar.stored_days(store, ANA, program, START, START + timedelta(days=13))
    seen = 0
    for share in (0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.94, 1.06, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4):
        wanted = TARGET * share
        found = reassessments.days_in_doubt(store, [reassessments.NewCalories(program_id, START, wanted)])
        doubted = {day for day in found.get(program_id, []) if day <= stored[-1].date}
        seen += len(doubted)
        for day in stored:
            kcal = total(meal.totals() for meal in rescaled(store, day.meals, wanted)).kcal
            if abs(kcal - wanted) > 0.03 * wanted:
                assert day.date in doubted, share
    assert 0 < seen < 14 * 14


def test_what_an_illness_forbids_and_somebody_elses_foods_stay_out_of_new_meals(bent: Store) -> None:
    with bent.transaction():
        bent.execute("""UPDATE main.profiles SET conditions = '["coeliac disease"]' WHERE id = :id""", {"id": ANA})
        bent.execute("UPDATE main.foods SET created_by = :id WHERE id IN (SELECT id FROM foods WHERE role = 'starch')",
                     {"id": BEN})  # fmt: skip
    ReassessmentService(bent, NOW).reassess_range(ANA, ANA)
    foods = {food.id: food for food in read_foods()}
    used = {
        foods[item["food_id"]]
        for row in edits(bent)
        for meal in json.loads(row["diff"])["after"]["meals"].values()
        for item in meal["items"]
    }
    assert used
    assert [food.id for food in used if "gluten" in food.allergens] == []
    assert [food.id for food in used if food.role == "starch"] == []


def test_a_connection_of_one_person_is_enough(scoped: Store, store: Store) -> None:
    prepare(store, FIXED)
    ReassessmentService(scoped, NOW).reassess(USER)
    assert edits(scoped)
