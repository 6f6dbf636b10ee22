from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_foods

from sharpened_cli.domain.diet_filter import allergens_in, diet_filter, is_excluded
from sharpened_cli.domain.facts import NonNegotiable
from sharpened_cli.domain.food import ALLERGENS
from sharpened_cli.domain.profile import DIETS, Profile

TABLE = read_foods()
FOODS = {food.id: food for food in TABLE}
PLANNED = tuple(food for food in TABLE if food.role)


def person(**values: Any) -> Profile:
    return replace(Profile(user_id="p"), **values)


@pytest.mark.parametrize(
    ("text", "allergens"),
    [
        ("coeliac", {"gluten"}),
        ("Celiac disease", {"gluten"}),
        ("wheat", {"gluten"}),
        ("lactose intolerant", {"milk"}),
        ("dairy", {"milk"}),
        ("cow's milk protein", {"milk"}),
        ("nuts", {"tree_nut", "peanut"}),
        ("tree nuts", {"tree_nut"}),
        ("severe peanut allergy", {"peanut"}),
        ("peanut butter", {"peanut"}),
        ("shellfish", {"crustacean", "mollusc"}),
        ("seafood", {"fish", "crustacean", "mollusc"}),
        ("I'm allergic to eggs", {"egg"}),
        ("soya and sesame", {"soy", "sesame"}),
        ("sulfites; mustard / celery, lupin flour", {"sulphite", "mustard", "celery", "lupin"}),
        ("penuts", {"peanut"}),
        ("glutten", {"gluten"}),
        ("shelfish", {"crustacean", "mollusc"}),
    ],
)
def test_allergy_texts_mean_their_allergens(text: str, allergens: set[str]) -> None:
    found = allergens_in(text, TABLE)
    assert found.allergens == allergens
    assert found.unknown == ()


@pytest.mark.parametrize("text", ["none", "No known allergies", "n/a", "pollen", "hay fever, penicillin"])
def test_no_allergy_and_no_food_leave_nothing_out(text: str) -> None:
    assert allergens_in(text, TABLE) == (frozenset(), (), ())


@pytest.mark.parametrize("text", ["kiwi", "strawberries", "tomatoes", "garlic"])
def test_an_allergy_to_a_single_food_is_an_exclusion(text: str) -> None:
    found = allergens_in(text, TABLE)
    assert found.foods == (text,)
    assert not found.allergens | set(found.unknown)


@pytest.mark.parametrize("text", ["histamine", "blorb", "FODMAP", "nickel", "nightshades"])
def test_what_is_not_understood_is_said_and_never_guessed(text: str) -> None:
    assert allergens_in(text, TABLE).unknown
    assert diet_filter(person(food_allergies=(text,)), (), TABLE).unknown


@pytest.mark.parametrize("allergen", ALLERGENS)
def test_no_food_with_the_allergen_is_allowed(allergen: str) -> None:
    bounds = diet_filter(person(food_allergies=(allergen.replace("_", " "),)), (), TABLE)
    assert allergen in bounds.allergens
    assert not [food.id for food in bounds.allowed(TABLE) if allergen in food.allergens]


@pytest.mark.parametrize("diet", DIETS)
def test_a_diet_lets_through_what_its_flag_allows(diet: str) -> None:
    allowed = diet_filter(person(dietary_preference=diet), (), TABLE).allowed(PLANNED)
    flags = {"keto": "keto_ok", "paleo": "paleo_ok"} | {name: name for name in ("vegetarian", "vegan", "pescatarian")}
    if diet in flags:
        assert all(getattr(food, flags[diet]) for food in allowed)
    if diet in {"halal", "kosher"}:
        assert all(getattr(food, f"{diet}_status") != "no" for food in allowed)
        assert any(getattr(food, f"{diet}_status") == "depends" for food in allowed)
    assert len(allowed) > 100


@pytest.mark.parametrize(
    ("word", "out", "kept"),
    [
        ("mushrooms", ("mushrooms-cooked", "risotto-mushroom", "beef-stroganoff"), ("courgette-cooked",)),
        (
            "no fish".removeprefix("no "),
            ("cod-fillet-cooked", "tuna-sandwich", "paella-mixed"),
            ("chicken-breast-cooked",),
        ),
        ("potatoes", ("potato-boiled", "shepherd-s-pie-cottage-pie"), ("sweet-potato-baked",)),
        ("butter", ("butter-salted",), ("peanut-butter", "butternut-squash-cooked")),
        ("olives", ("olives-green", "greek-salad"), ("olive-oil", "tuna-canned-in-oil")),
        ("pork", ("ham-sliced-lean", "bacon-back-grilled"), ("turkey-bacon", "beef-mince-5-pct-fat-cooked")),
        (
            "beef",
            ("steak-sirloin-grilled", "spaghetti-bolognese"),
            ("tuna-steak-cooked", "turkey-mince-7-pct-fat-cooked"),
        ),
        ("zucchini", ("courgette-cooked", "ratatouille"), ("cucumber",)),
        ("meat", ("chicken-breast-cooked", "ham-sandwich"), ("salmon-fillet-cooked", "tofu-firm")),
        ("oats", ("oats-dry", "oatcakes"), ("goat-cheese-soft",)),
    ],
)
def test_exclusions_reach_dishes_and_spare_namesakes(word: str, out: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert [key for key in out if not is_excluded(FOODS[key], word)] == []
    assert [key for key in kept if is_excluded(FOODS[key], word)] == []


def test_an_exception_holds_for_its_own_exclusion_only() -> None:
    dairy = NonNegotiable(
        constraint_type="foods_excluded", description="no dairy", excluded_foods=("dairy",), allowed=("greek yoghurt",)
    )
    yoghurt = FOODS["greek-yoghurt-0-pct-fat"]
    assert diet_filter(person(), (dairy,), TABLE).why_not(yoghurt) is None
    assert diet_filter(person(), (dairy,), TABLE).why_not(FOODS["milk-whole"]) == "excluded dairy"
    with_allergy = diet_filter(person(food_allergies=("milk",)), (dairy,), TABLE)
    assert with_allergy.why_not(yoghurt) == "allergen milk"


def test_a_religious_rule_in_words_is_a_diet() -> None:
    rule = NonNegotiable(constraint_type="religious", description="I only eat halal meat")
    assert diet_filter(person(), (rule,), TABLE).diets == ("halal",)


def test_a_food_of_ones_own_is_judged_by_its_name_too() -> None:
    own = replace(FOODS["apple"], id="own-1", name="Grandma's peanut soup", created_by="p")
    assert diet_filter(person(food_allergies=("peanuts",)), (), TABLE).why_not(own) == "allergen peanut"


@settings(max_examples=10, deadline=None)
@given(
    first=st.sets(st.sampled_from(ALLERGENS), max_size=4),
    second=st.sets(st.sampled_from(ALLERGENS), max_size=4),
    diet=st.sampled_from(DIETS),
)
def test_a_further_allergy_never_lets_more_through(first: set[str], second: set[str], diet: str) -> None:
    fewer = diet_filter(person(food_allergies=tuple(sorted(first)), dietary_preference=diet), (), TABLE)
    more = diet_filter(person(food_allergies=tuple(sorted(first | second)), dietary_preference=diet), (), TABLE)
    assert set(more.allowed(PLANNED)) <= set(fewer.allowed(PLANNED))
