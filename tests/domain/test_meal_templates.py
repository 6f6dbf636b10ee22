from __future__ import annotations

import pytest
from packaged import read_foods

from sharpened_cli.domain.facts import MealTime
from sharpened_cli.domain.food_families import FAMILIES
from sharpened_cli.domain.meal_names import meal_name, short_name
from sharpened_cli.domain.meal_portions import comfortable
from sharpened_cli.domain.meal_templates import extra_places, templates
from sharpened_cli.domain.meal_times import meal_slots
from sharpened_cli.domain.profile import Profile

FOODS = {food.id: food for food in read_foods()}


def test_every_food_of_a_family_is_in_the_table_and_may_be_planned() -> None:
    members = {food_id for foods in FAMILIES.values() for food_id in foods}
    assert sorted(food_id for food_id in members if food_id not in FOODS or not FOODS[food_id].role) == []


def test_every_food_of_a_template_suits_its_meals() -> None:
    odd = {
        food_id
        for template in templates()
        for place in template.places
        for food_id in place.foods
        if not template.meal_types <= FOODS[food_id].slots
    }
    assert sorted(odd) == []


def test_extras_suit_the_meals_beside_which_they_stand() -> None:
    odd = {
        food_id
        for meal_type in ("breakfast", "lunch", "dinner", "snack")
        for place in extra_places(meal_type, 3000)
        for food_id in place.foods
        if meal_type not in FOODS[food_id].slots
    }
    assert sorted(odd) == []


def test_planned_foods_have_limits_and_countables_whole_steps() -> None:
    for template in templates():
        for place in template.places:
            for food in (FOODS[food_id] for food_id in place.foods):
                assert 0 < food.plan_min_g <= food.plan_max_g, food.id
                assert food.plan_step_g > 0, food.id
                if food.is_countable:
                    assert food.plan_min_g / food.plan_step_g == pytest.approx(
                        round(food.plan_min_g / food.plan_step_g)
                    )


def test_template_names_are_unique_and_every_meal_type_has_a_choice() -> None:
    names = [template.name for template in templates()]
    assert len(names) == len(set(names))
    for meal_type in ("breakfast", "lunch", "dinner", "snack", "pre_workout", "post_workout"):
        assert sum(meal_type in template.meal_types for template in templates()) >= 4


@pytest.mark.parametrize("ease", [1.0, 1.35, 0.0])
@pytest.mark.parametrize("kcal", [150.0, 450.0, 900.0, 2000.0])
def test_comfortable_portions_stay_inside_the_practical_limits(ease: float, kcal: float) -> None:
    for template in templates():
        meal_type = min(template.meal_types)
        for place in template.places:
            for food in (FOODS[food_id] for food_id in place.foods):
                least, most = comfortable(food, place.name, template.name, meal_type, kcal, ease)
                assert food.plan_min_g - 1e-6 <= least <= most <= food.plan_max_g + 1e-6


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("soup-lentil", "lentil soup"), ("egg-scrambled", "scrambled eggs"), ("potato-mashed", "mashed potatoes"),
        ("chicken-breast-cooked", "chicken breast"), ("beef-mince-5-pct-fat-cooked", "beef mince"),
        ("salmon-smoked", "smoked salmon"), ("roti-chapati", "roti"), ("greek-yoghurt-0-pct-fat", "greek yoghurt"),
        ("low-carb-protein-bread", "low-carb bread"),
    ],
)  # fmt: skip
def test_foods_are_called_as_at_table(key: str, name: str) -> None:
    assert short_name(FOODS[key]) == name


def test_meals_are_called_by_what_is_on_the_plate() -> None:
    plate = [
        ("roast_bird", "chicken-breast-cooked"), ("plate_starch", "white-rice-cooked"),
        ("green_veg", "broccoli-cooked"), ("cooking_fat", "olive-oil"),
    ]  # fmt: skip
    assert meal_name("chicken plate", [(place, FOODS[key]) for place, key in plate]) == (
        "Chicken breast, white rice and broccoli"
    )
    bowl = [
        ("oats", "oats-dry"),
        ("milk", "milk-whole"),
        ("bowl_fruit", "banana"),
        ("powder", "whey-protein-powder-isolate"),
    ]
    assert meal_name("porridge", [(place, FOODS[key]) for place, key in bowl]) == "Porridge with banana"
    shake = [("powder", "whey-protein-powder-isolate"), ("milk", "milk-whole")]
    assert meal_name("shake", [(place, FOODS[key]) for place, key in shake]) == "Protein shake"


@pytest.mark.parametrize("meals", range(1, 9))
def test_as_many_meals_as_asked_share_the_day(meals: int) -> None:
    slots = meal_slots(Profile(user_id="p", meals_per_day=meals), ())
    assert len(slots) == meals
    assert sum(slot.share for slot in slots) == pytest.approx(1)
    assert [slot.time for slot in slots] == sorted(slot.time for slot in slots)


def test_named_times_are_the_day_as_it_is_eaten() -> None:
    times = (
        MealTime(meal_time="lunch", typical_time="11:30", typical_portion_size="large"),
        MealTime(meal_time="late_night", typical_time="23:00"),
        MealTime(meal_time="afternoon", typical_time="16:00", typical_portion_size="small"),
    )
    slots = meal_slots(Profile(user_id="p"), times)
    assert [(slot.meal_time, slot.meal_type, slot.time) for slot in slots] == [
        ("lunch", "lunch", "11:30"), ("afternoon", "snack", "16:00"), ("late_night", "snack", "23:00"),
    ]  # fmt: skip
    assert slots[2].serves == "dinner"
    assert slots[0].share > slots[2].share > slots[1].share
