"""Meals logged, saved, copied, corrected and undone; totals are always the sum of the items."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import ANA

from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.services.meal_batch import log_lines
from sharpened_cli.services.meal_options import MealOptions, copied_from, said_meal_type
from sharpened_cli.services.nutrition import NutritionService
from sharpened_cli.store import day_log, meals

if TYPE_CHECKING:
    from sharpened_cli.clock import FixedClock
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

TODAY = date(2026, 11, 24)


@pytest.fixture
def service(store: Store, clock: FixedClock, ana: User) -> NutritionService:
    return NutritionService(store, clock, ana)


def test_a_logged_meal_holds_its_items_and_their_sum(service: NutritionService) -> None:
    meal = service.log_meal("2 eggs, 80g oats and a banana", MealOptions())
    assert [item["food_id"] for item in meal["items"]] == ["egg-whole", "oats-dry", "banana"]
    assert meal["totals"]["kcal"] == pytest.approx(sum(item["kcal"] for item in meal["items"]))
    assert meal["meal_type"] == "breakfast"
    assert meal["unmatched"] == []
    assert day_log.eaten_on(service.store, ANA, TODAY).kcal == pytest.approx(meal["totals"]["kcal"])


def test_what_is_not_understood_stops_the_whole_meal(service: NutritionService) -> None:
    with pytest.raises(InputError, match="flurbish"):
        service.log_meal("2 eggs and a flurbish", MealOptions())
    assert service.latest()["meals"] == []


def test_the_rest_can_be_logged_and_the_unknown_is_kept_in_sight(service: NutritionService) -> None:
    meal = service.log_meal("2 eggs and a flurbish", MealOptions(allow_unknown=True))
    assert meal["unmatched"] == ["a flurbish"]
    assert [item["food_id"] for item in meal["items"]] == ["egg-whole"]
    (row,) = meals.latest(service.store, ANA, 5)
    assert [item.text for item in row.items if item.is_unknown] == ["a flurbish"]


def test_words_not_understood_can_be_said_otherwise(service: NutritionService) -> None:
    questions = service.questions("2 eggs and a flurbish")
    assert [(question.text, question.choices) for question in questions] == [("a flurbish", ())]
    meal = service.log_meal("2 eggs and a flurbish", MealOptions(reworded={"a flurbish": "a banana"}))
    assert [item["food_id"] for item in meal["items"]] == ["egg-whole", "banana"]


def test_a_choice_is_remembered_as_ones_own_word(service: NutritionService) -> None:
    (question,) = service.questions("a flurbish cookie")
    chosen = {question.phrase: question.choices[-1][0]}
    service.log_meal("a flurbish cookie", MealOptions(chosen=chosen))
    assert service.questions("a flurbish cookie") == []


def test_a_quick_entry_needs_no_foods(service: NutritionService) -> None:
    meal = service.log_meal("", MealOptions(protein=30, carbs=40, fat=10))
    assert meal["totals"]["kcal"] == pytest.approx(370)
    assert meal["items"][0]["food_id"] is None


def test_a_saved_meal_is_logged_again_by_its_name(service: NutritionService) -> None:
    first = service.log_meal("2 eggs and toast", MealOptions(save_as="Usual"))
    again = service.log_meal("", MealOptions(quick="usual"))
    assert again["totals"] == first["totals"]
    assert service.quick()["quick_meals"][0]["use_count"] == 1
    assert service.remove_quick("USUAL") == {"removed": "Usual"}
    with pytest.raises(NotThereError):
        service.log_meal("", MealOptions(quick="usual"))


def test_an_earlier_meal_is_copied(service: NutritionService) -> None:
    service.log_meal("chicken with rice", MealOptions(date="yesterday", meal_type="lunch"))
    copy = service.log_meal("", MealOptions(copy="yesterday lunch"))
    assert copy["date"] == "2026-11-24"
    with pytest.raises(NotThereError):
        service.log_meal("", MealOptions(copy="yesterday dinner"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday lunch", (date(2026, 11, 23), "lunch")),
        ("lunch", (date(2026, 11, 23), "lunch")),
        ("-3d", (date(2026, 11, 21), "")),
        ("monday pre-workout", (date(2026, 11, 23), "pre_workout")),
    ],
)
def test_what_to_copy_is_said_in_words(text: str, expected: tuple[date, str]) -> None:
    assert copied_from(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "meal_type"),
    [("For lunch I had rice", "lunch"), ("a breakfast burrito", ""), ("rice", ""), ("supper: soup", "dinner")],
)
def test_the_meal_that_a_sentence_names(text: str, meal_type: str) -> None:
    assert said_meal_type(text) == meal_type


def test_day_and_hour(service: NutritionService) -> None:
    meal = service.log_meal("an apple", MealOptions(date="yesterday", at="16:15"))
    assert (meal["date"], meal["logged_at"], meal["meal_type"]) == ("2026-11-23", "2026-11-23T15:15:00Z", "snack")
    with pytest.raises(InputError, match="not come yet"):
        service.log_meal("an apple", MealOptions(at="23:00"))


def test_an_edit_and_its_undo_restore_the_meal_exactly(service: NutritionService) -> None:
    logged = service.log_meal("2 eggs", MealOptions())
    before = meals.get(service.store, logged["meal_id"])
    edited = service.edit("1", "3 eggs and toast", MealOptions(meal_type="lunch"))
    assert edited["changed"]
    assert edited["totals"]["kcal"] > logged["totals"]["kcal"]
    service.undo()
    assert meals.get(service.store, logged["meal_id"]) == before
    assert day_log.eaten_on(service.store, ANA, TODAY).kcal == pytest.approx(logged["totals"]["kcal"])


def test_a_removal_and_its_undo(service: NutritionService) -> None:
    logged = service.log_meal("2 eggs", MealOptions())
    service.remove(logged["meal_id"])
    assert service.latest()["meals"] == []
    assert day_log.eaten_on(service.store, ANA, TODAY).kcal == 0
    service.undo()
    assert len(service.latest()["meals"]) == 1
    with pytest.raises(NotThereError):
        service.undo()


@pytest.mark.parametrize("wanted", ["7", "nope", "00000000"])
def test_a_meal_that_is_not_there(service: NutritionService, wanted: str) -> None:
    with pytest.raises(NotThereError):
        service.remove(wanted)


def test_a_batch_goes_on_after_a_bad_line(store: Store, clock: FixedClock, ana: User) -> None:
    text = '2 eggs\n\n{"text": "a banana", "meal_type": "snack"}\nflurbish\n{"oops": 1}\n{bad\n'
    found = list(log_lines(store, clock, ana, text, MealOptions()))
    assert [line["line"] for line in found] == [1, 3, 4, 5, 6]
    assert ["error" in line for line in found] == [False, False, True, True, True]
    assert found[1]["meal_type"] == "snack"
    assert len(meals.latest(store, ANA, 9)) == 2


BAD = (
    "", "   ", "🍕🍕🍕", "asdf qwerty zxcv", "-200 g chicken", "1e9 g rice", "999999 kg rice",
    "'; DROP TABLE meals; --", "\x00\x01\x02", "x" * 10_000, "0 eggs",
)  # fmt: skip


@pytest.mark.parametrize("text", BAD)
def test_what_cannot_be_a_meal_writes_nothing(service: NutritionService, text: str) -> None:
    with pytest.raises(InputError) as caught:
        service.log_meal(text, MealOptions())
    assert caught.value.exit_code == 2
    assert len(caught.value.message) < 200
    assert meals.latest(service.store, ANA, 1) == []


@given(
    amounts=st.lists(
        st.tuples(st.integers(1, 900), st.sampled_from(("rice", "chicken breast", "milk", "butter"))),
        min_size=1,
        max_size=5,
    )
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_day_totals_equal_the_sum_of_all_items(service: NutritionService, amounts: list[tuple[int, str]]) -> None:
    service.log_meal(" and ".join(f"{grams} g of {food}" for grams, food in amounts), MealOptions())
    rows = meals.on(service.store, ANA, TODAY)
    kcal = sum(item.kcal for row in rows for item in row.items)
    assert day_log.eaten_on(service.store, ANA, TODAY).kcal == pytest.approx(kcal)
