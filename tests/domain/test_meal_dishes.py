"""Dishes and what is said of them: recipes, lists of fillings, sandwiches with parts, names with a link."""

from __future__ import annotations

import pytest
from packaged import food_index

from sharpened_cli.domain.meal_text.meal import parse_meal
from sharpened_cli.domain.nutrients import total

INDEX = food_index()


def ids(text: str) -> list[str]:
    return [item.food.id for item in parse_meal(text, INDEX).items]


def grams(text: str) -> list[float]:
    return [round(item.grams) for item in parse_meal(text, INDEX).items]


@pytest.mark.parametrize(
    ("text", "food_ids"),
    [
        ("a cup of hot chocolate made with milk", ["hot-chocolate-with-milk"]),
        ("oatmeal made with milk", ["porridge-oats-cooked-with-milk"]),
        ("tomato soup made with water", ["soup-tomato-cream-of"]),
        ("scrambled eggs made with butter", ["egg-scrambled", "butter-unsalted"]),
    ],
)
def test_the_liquid_of_a_recipe_is_no_second_food(text: str, food_ids: list[str]) -> None:
    assert ids(text) == food_ids


@pytest.mark.parametrize(
    ("text", "food_id"),
    [
        ("a sausage, egg and cheese biscuit", "sausage-egg-and-cheese-biscuit"),
        ("a bacon, egg and cheese croissant", "bacon-egg-and-cheese-croissant"),
        ("a frozen bean and cheese burrito", "burrito-bean-and-cheese"),
        ("a peanut butter and banana sandwich", "peanut-butter-and-banana-sandwich"),
    ],
)
def test_a_list_of_fillings_is_one_dish(text: str, food_id: str) -> None:
    assert ids(text) == [food_id]


def test_a_drink_before_a_dish_is_no_filling() -> None:
    assert len(ids("a coffee and chicken sandwich")) == 2


def test_a_sandwich_whose_parts_have_amounts_is_its_parts() -> None:
    assert ids("a turkey sandwich on two slices of wheat bread with three slices of deli turkey") == [
        "wholemeal-bread",
        "turkey-slices-deli",
    ]
    assert "ham-sliced-lean" in ids("a ham sandwich with two slices of rye bread and a slice of cheese")
    assert grams("a sandwich of 54 g white bread, 32 g peanut butter and 20 g jam") == [54, 32, 20]


def test_a_sandwich_with_only_its_bread_counted_stays_a_sandwich() -> None:
    assert ids("a turkey sandwich on two slices of wheat bread") == ["turkey-sandwich"]


@pytest.mark.parametrize(
    ("text", "food_ids"),
    [
        ("a hot dog in a bun", ["hot-dog-in-bun"]),
        ("spaghetti with meat sauce", ["pasta-with-ragu"]),
        ("150 g of lasagna with meat", ["lasagna-with-meat"]),
        ("chili with beans", ["chilli-con-carne"]),
        ("rice and salad", ["white-rice-cooked", "side-salad-no-dressing"]),
    ],
)
def test_a_link_is_part_of_a_name_only_where_the_name_has_it(text: str, food_ids: list[str]) -> None:
    assert ids(text) == food_ids


def test_a_name_among_words_of_explanation_is_found_and_unsure() -> None:
    (item,) = parse_meal("two kelewele snack rounds", INDEX).items
    assert item.food.id == "dodo-fried-ripe-plantain"
    assert not item.is_sure


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("a 3 egg omelette", 183),
        ("whites of 4 eggs", 132),
        ("175 ml glass of red wine", 175),
        ("a cup of mango chunks", 165),
        ("2 graham cracker sheets", 28),
    ],
)
def test_amounts_of_dishes(text: str, weight: float) -> None:
    assert grams(text) == [pytest.approx(weight, rel=0.05)]


def test_a_morsel_without_a_number_is_several() -> None:
    falafel = parse_meal("falafel with hummus", INDEX).items[0]
    assert falafel.grams > 50


@pytest.mark.parametrize(("slip", "food_id"), [("chicken ceasar salad", "caesar-salad-chicken")])
def test_two_letters_that_changed_places_are_a_slip(slip: str, food_id: str) -> None:
    assert ids(slip) == [food_id]


def test_a_leaf_of_a_weighed_name_is_no_unit() -> None:
    assert ids("100 g of boiled cassava leaves") == ["cassava-leaves-cooked"]


def test_dishes_of_many_kitchens_are_known() -> None:
    meal = parse_meal(
        "200 g of nshima, 100 g of ifisashi, 150 g of laab, 180 g of steamed sticky rice, 90 g of rasgulla,"
        " 120 g of sarmale and 100 g of toor dal",
        INDEX,
    )
    assert meal.unmatched == ()
    assert len(meal.items) == 7
    assert 900 < total(item.nutrients for item in meal.items).kcal < 1400


def test_a_size_and_a_unit_behind_a_food_are_its_amount() -> None:
    assert grams("orange juice, small glass") == [150]


def test_half_of_what_lies_on_a_bread_is_not_half_of_the_bread() -> None:
    assert ids("half an avocado on toast") == ["avocado", "toast-white"]


def test_a_dip_is_more_than_a_dab() -> None:
    assert grams("hummus and pita")[0] == 50
    assert grams("carrot sticks with hummus")[1] == 40


def test_a_slip_of_fries_beside_a_steak_is_no_bag_of_crisps() -> None:
    assert ids("steak and chips")[1] == "chips-french-fries-deep-fried"


def test_what_a_dish_is_called_by_is_not_added_to_it_again() -> None:
    assert ids("two tacos with ground beef") == ["taco-beef-hard-shell"]
    assert len(ids("chicken curry with white rice")) == 2


@pytest.mark.parametrize(
    ("text", "weight_g"),
    [
        ("2 cans of lager 330 ml", 660),
        ("3 bottles of cola 500 ml", 1500),
        ("a bag of crisps 25g", 25),
        ("2 chicken breasts 300g", 300),
        ("2 slices of bread 80 g", 80),
        ("a whole margherita pizza", 560),
        ("half a pizza", 280),
        ("my plate held 92g of fried eggs", 92),
        ("the bowl contained 200 g of rice, which kept me full", 200),
    ],
)
def test_what_is_said_behind_a_food_is_what_a_vessel_holds_or_pieces_weigh(text: str, weight_g: float) -> None:
    (item,) = parse_meal(text, INDEX).items
    assert item.grams == pytest.approx(weight_g, rel=0.06)  # millilitres weigh nearly a gram
