"""How much of a food looks right on a plate: inside the practical limits, by its place and the size of the meal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpened_cli.domain.food import Food

# Grams that look right at a meal of usual size (product choices, by role; the practical limits of the food
# table always hold). Roles that are not here have their practical limits only.
USUAL_MEAL_KCAL = {"breakfast": 450.0, "lunch": 620.0, "dinner": 620.0}
USUAL_SNACK_KCAL = 220.0
AT_A_MAIN = {
    "protein": (90, 190), "lean_protein": (90, 200), "starch": (130, 280), "grain": (110, 260),
    "legume": (80, 180), "vegetable": (80, 180), "fat": (5, 15), "sauce": (5, 30), "nut": (10, 25),
    "dairy": (100, 200), "fruit": (80, 200), "supplement": (20, 40),
}  # fmt: skip
AT_BREAKFAST = {
    "protein": (50, 180), "lean_protein": (40, 250), "grain": (35, 75), "vegetable": (60, 130), "fat": (5, 15),
    "nut": (10, 25), "dairy": (100, 250), "fruit": (60, 160), "supplement": (15, 40), "sweet": (5, 20),
}  # fmt: skip
AT_A_SNACK = {
    "protein": (50, 150), "lean_protein": (50, 220), "vegetable": (60, 130), "fat": (15, 45), "nut": (15, 35),
    "dairy": (100, 300), "fruit": (80, 200), "supplement": (15, 35), "grain": (20, 50), "sweet": (5, 20),
}  # fmt: skip
# Places where a food is a filling, a topping or a garnish rather than a part of the plate.
IN_PLACE = {
    "salad": (40, 130), "salad_more": (40, 130), "leaves": (40, 90), "milk": (150, 300), "crunch": (25, 60),
    "mediterranean_sauce": (15, 60), "dip": (30, 70), "salsa": (30, 80), "pasta_sauce": (80, 180),
    "indian_sauce": (50, 120), "curry_fat": (5, 120), "deli": (40, 110), "sandwich_sauce": (5, 15),
    "burger_sauce": (10, 25), "pesto": (15, 35), "salad_cheese": (20, 40), "hard_cheese": (20, 40),
    "grated_cheese": (10, 25), "snack_cheese": (20, 45), "nut_butter": (10, 30), "mexican_fat": (20, 60),
    "salad_dressing": (10, 25), "asian_sauce": (10, 20), "cottage": (100, 200), "soft_cheese": (15, 35),
    "olives": (20, 40), "breakfast_veg": (60, 130), "dip_veg": (80, 140), "berries": (60, 150), "edamame": (60, 130),
}  # fmt: skip
BREAD_FILLINGS = frozenset(("sandwich", "wrap", "bread and cheese", "half sandwich", "cheese sandwich", "fajitas"))
FILLING_G = (50, 130)
# Foods that are the same garnish wherever they appear.
GARNISH = {"mayonnaise": (10, 20), "mustard": (5, 10), "pesto": (15, 30), "honey": (5, 15), "maple": (5, 15),
           "jam": (10, 20), "soy": (5, 15), "tamari": (5, 15), "tahini": (10, 20)}  # fmt: skip
CONCENTRATED = {"oils_fats": (5, 15), "cheese": (15, 45)}


def comfortable(food: Food, place: str, template: str, meal_type: str, kcal: float, ease: float) -> tuple[float, float]:
    """Return the least and greatest grams of a food that look right at a place of a meal of so many kcal.

    ``ease`` above 1 widens the range towards the practical limits, which are never passed. Foods that are
    counted keep their practical limits, but for fruit: two apples are for large meals.
    """
    least, most = food.plan_min_g, food.plan_max_g
    if ease <= 0 or (food.is_countable and food.role != "fruit"):
        return least, most
    wanted = _usual(food, place, template, meal_type)
    if wanted is None:
        return least, most
    usual = USUAL_MEAL_KCAL.get(meal_type, USUAL_SNACK_KCAL)
    size = min(2.2, max(0.6, kcal / usual))
    low = _on_step(food, min(wanted[0] * min(size, 1.2) / ease, most))
    high = _on_step(food, max(wanted[1] * size * ease, least))
    if food.is_countable and high > wanted[1] * size * ease:
        high = max(least, high - food.plan_step_g)
    low, high = max(least, low), min(most, high)
    return (low, high) if low <= high else (least, most)


def _usual(food: Food, place: str, template: str, meal_type: str) -> tuple[float, float] | None:
    if template in BREAD_FILLINGS and food.role in {"protein", "lean_protein"}:
        return FILLING_G
    garnish = GARNISH.get(food.id.split("-", maxsplit=1)[0])
    if garnish and food.role in {"sauce", "sweet", "nut"}:
        return garnish
    if food.category in CONCENTRATED and food.role in {"fat", "protein", "lean_protein"} and place != "grill_cheese":
        return CONCENTRATED[food.category] if food.per_100g.kcal > 200 else IN_PLACE.get(place)
    if place in IN_PLACE and not (place in {"curry_fat", "salad_dressing"} and food.category == "oils_fats"):
        return IN_PLACE[place]
    if meal_type == "breakfast":
        return AT_BREAKFAST.get(food.role)
    if meal_type in {"lunch", "dinner"}:
        return AT_A_MAIN.get(food.role)
    return AT_A_SNACK.get(food.role)


def _on_step(food: Food, grams: float) -> float:
    """Return grams moved to the nearest step counted from the least amount."""
    step = food.plan_step_g or 5.0
    return food.plan_min_g + max(0, round((grams - food.plan_min_g) / step)) * step
