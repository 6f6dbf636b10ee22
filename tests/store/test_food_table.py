"""The packaged food table: are its figures possible, its flags consistent, its portions and names usable?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest
from packaged import read_foods

from sharpened_cli.domain.food import ALLERGENS
from sharpened_cli.domain.meal_text.words import fold
from sharpened_cli.store import food_forms

if TYPE_CHECKING:
    from sharpened_cli.domain.food import Food

FOODS = read_foods()
SIZES = ("small", "medium", "large", "extra_large")
SLOTS = {"breakfast", "lunch", "dinner", "snack", "pre_workout", "post_workout"}
# Foods whose energy does not follow the general factors: polyols, fibre, minerals, amino and organic acids.
OTHER_FACTORS = {
    "sweetener-tabletop", "creatine-monohydrate", "vanilla-extract", "baking-powder", "bcaa-eaa-powder", "chewing-gum",
    "psyllium-husk", "inulin-fibre-powder", "lemon-juice", "lime-juice", "vinegar", "balsamic-vinegar",
    "cocoa-powder-unsweetened", "wheat-bran", "oat-bran", "bran-sticks-cereal", "yeast-extract", "stock-cube",
    "taco-seasoning", "chocolate-sugar-free", "ice-cream-low-calorie-high-protein", "protein-bar",
    "low-carb-tortilla-wrap", "pre-workout-powder", "seaweed-nori", "spirulina-powder", "yeast-dried",
    "nutritional-yeast", "matcha-powder",
}  # fmt: skip
ANIMAL = {"milk", "egg", "fish", "crustacean", "mollusc"}
MAY_CONTAIN = {"dark-chocolate-70-85-pct", "dark-chocolate-45-59-pct", "coleslaw"}  # traces, not ingredients
# A name that says an allergen, unless the rest of the name says otherwise.
SAYS = {
    "peanut": (r"peanuts?", r"peanut-free"),
    "soy": (r"soy|tofu|tempeh|edamame|miso|soybeans?|natto|tamari|teriyaki|hoisin", r"soy-free|soy free"),
    "sesame": (r"tahini|hummus|sesame|halva", "$^"),
    "egg": (r"eggs?|omelette|mayonnaise|meringue|frittata|aioli|quiche", "vegan|eggplant|egg-free"),
    "fish": (
        r"fish|salmon|tuna|cod|haddock|sardines?|anchov\w+|mackerel|trout|herring|worcestershire|surimi|tilapia|caviar",
        "fishless|vegetarian",
    ),
    "crustacean": (r"prawns?|shrimp|crab|lobster|crayfish", "$^"),
    "mollusc": (r"mussels?|clams?|oysters?|squid|octopus|scallops|calamari|snails", "mushroom"),
    "tree_nut": (
        r"almonds?|walnuts?|cashews?|hazelnuts?|pecans?|pistachios?|macadamia|pine nuts|marzipan|pesto|praline",
        "$^",
    ),
    "mustard": (r"mustard", "greens"),
    "lupin": (r"lupin", "$^"),
}
MEAT = re.compile(
    r"\b(chicken|turkey|beef|pork|ham|bacon|salami|lamb|veal|duck|sausage|lard|prosciutto|chorizo|gelatine?)\b"
)
NO_MEAT = re.compile(
    r"vegan|pea-protein|veggie|vegetarian|meatless|plant|soy|mycoprotein|jackfruit|egg|fishless|textured|no meat"
    r"|mushroom"
)
PORK = re.compile(r"\b(pork|bacon|prosciutto|lard|gammon|chorizo)\b")


def every(problem: dict[str, str] | list[str]) -> None:
    assert not problem, problem


def name_of(food: Food) -> str:
    return fold(food.name)


def test_keys_are_unique_and_kebab_case() -> None:
    keys = [food.id for food in FOODS]
    assert len(keys) == len(set(keys))
    every([key for key in keys if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)])


def test_energy_follows_the_atwater_factors() -> None:
    wrong = []
    for food in FOODS:
        kcal, protein, carbs, fat, fiber = food.per_100g
        fiber = min(fiber, carbs)
        low = 4 * protein + 4 * (carbs - fiber) + 2 * fiber + 9 * fat + 7 * food.alcohol_g
        near = any(abs(value - kcal) <= max(15, 0.15 * kcal) for value in (low, low + 2 * fiber))
        if not near and food.id not in OTHER_FACTORS:
            wrong.append(f"{food.id}: {kcal} given, {low:.0f} computed")
    every(wrong)


def test_parts_do_not_weigh_more_than_the_whole() -> None:
    every([
        food.id
        for food in FOODS
        if food.per_100g.protein_g + food.per_100g.carbs_g + food.per_100g.fat_g + food.alcohol_g > 101
        or (food.sugar_g or 0) > food.per_100g.carbs_g * 1.06 + 0.6
        or (food.saturated_fat_g or 0) > food.per_100g.fat_g * 1.06 + 0.6
        or not 0 <= food.per_100g.kcal <= 910
    ])  # fmt: skip


def test_diets_nest_and_agree_with_allergens() -> None:
    every([food.id for food in FOODS if food.vegan and not food.vegetarian])
    every([food.id for food in FOODS if food.vegetarian and not food.pescatarian])
    every([food.id for food in FOODS if food.vegan and food.allergens & ANIMAL and food.id not in MAY_CONTAIN])
    every([food.id for food in FOODS if food.vegetarian and food.allergens & {"fish", "crustacean", "mollusc"}])
    every([food.id for food in FOODS if food.lactose and "milk" not in food.allergens])
    every([food.id for food in FOODS if food.category in {"meat", "poultry", "deli_meat"} and food.vegetarian])


def test_a_name_that_says_meat_is_not_vegetarian() -> None:
    every([
        food.id
        for food in FOODS
        if food.vegetarian and MEAT.search(name_of(food)) and not NO_MEAT.search(name_of(food))
    ])  # fmt: skip


def test_pork_and_alcohol_are_not_halal() -> None:
    every([
        food.id
        for food in FOODS
        if food.halal_status != "no"
        and food.id != "vanilla-extract"
        and (
            (PORK.search(name_of(food)) and not NO_MEAT.search(name_of(food)) and "turkey" not in name_of(food))
            or food.alcohol_g > 0.6
        )
    ])  # fmt: skip


@pytest.mark.parametrize("allergen", sorted(SAYS))
def test_a_name_that_says_an_allergen_carries_it(allergen: str) -> None:
    says, unless = SAYS[allergen]
    every([
        food.id
        for food in FOODS
        if re.search(rf"\b(?:{says})\b", name_of(food))
        and not re.search(unless, name_of(food))
        and allergen not in food.allergens
    ])  # fmt: skip


def test_allergens_and_slots_are_known_words() -> None:
    every([food.id for food in FOODS if food.allergens - set(ALLERGENS) or food.slots - SLOTS])


def test_every_food_has_portions_in_order_with_a_default() -> None:
    wrong = []
    for food in FOODS:
        keys = [portion.key for portion in food.portions]
        if food.default_portion not in keys or len(keys) != len(set(keys)):
            wrong.append(food.id)
        if any(not 0.05 <= portion.grams <= 3000 or portion.size not in {"", *SIZES} for portion in food.portions):
            wrong.append(food.id)
        for unit in {portion.unit for portion in food.portions}:
            sized = {p.size: p.grams for p in food.portions if p.unit == unit and p.key == f"{unit}_{p.size}"}
            grams = [sized[size] for size in SIZES if size in sized]
            if grams != sorted(grams):
                wrong.append(f"{food.id} {unit}")
    every(wrong)


def test_planned_foods_have_limits_and_meals() -> None:
    every([
        food.id
        for food in FOODS
        if food.role and (not 0 < food.plan_min_g <= food.plan_max_g or food.plan_step_g <= 0 or not food.slots)
    ])  # fmt: skip
    keys = {food.id for food in FOODS}
    every([food.id for food in FOODS if food.buys_as and food.buys_as not in keys])


def test_a_lone_word_means_one_food() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for food in FOODS:
        for word in food.bare_words:
            meant[fold(word)].add(food.id)
    every([word for word, ids in meant.items() if len(ids) > 1])


def test_a_name_means_one_food_unless_a_lone_word_decides() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for food in FOODS:
        for name in (food.name, *food.aliases):
            meant[fold(name)].add(food.id)
    decided = {fold(word) for food in FOODS for word in food.bare_words}
    every([name for name, ids in meant.items() if len(ids) > 1 and name not in decided])


def test_the_packaged_forms_are_those_of_the_table() -> None:
    assert food_forms.read() == food_forms.make(FOODS), "run python -m sharpened_cli.store.food_forms"


def test_the_table_reaches_across_the_kitchen() -> None:
    counts = Counter(food.category for food in FOODS)
    assert len(counts) == 25
    assert min(counts.values()) >= 15
