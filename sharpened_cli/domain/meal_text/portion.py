"""From what was said about how much to grams of one food, by its own household portions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.domain.food import Food, Portion
    from sharpened_cli.domain.meal_text.amount import Amount

ML_PER_UNIT = {"cup": 240.0, "floz": 29.57, "tbsp": 14.8, "tsp": 4.93, "pint": 473.0}  # US customary
ML_PER_VESSEL = {
    "glass": 240.0,
    "mug": 240.0,
    "can": 355.0,
    "bottle": 500.0,
    "bowl": 300.0,
    "shot": 44.0,
    "carton": 240.0,
}
GRAMS_PER_OUNCE = 28.35
ML_PER_OUNCE = 29.57
LIQUID_CATEGORIES = frozenset({"drinks", "alcohol", "plant_dairy"})
# Grams of a 240 ml cup where the food has no cup of its own (typical of the category; product choice).
CUP_GRAMS = {
    "vegetables": 120.0, "fruit": 150.0, "meat": 140.0, "poultry": 140.0, "fish_seafood": 140.0, "deli_meat": 140.0,
    "eggs": 220.0, "cheese": 113.0, "grains_pasta": 160.0, "breakfast_cereal": 40.0, "nuts_seeds": 135.0,
    "legumes": 180.0, "meals": 230.0, "snacks": 30.0, "bread_wraps": 45.0, "biscuits_cakes": 100.0,
    "sweets_desserts": 150.0, "plant_protein": 160.0, "dairy": 244.0, "sauces_condiments": 245.0, "oils_fats": 218.0,
    "supplements": 100.0,
}  # fmt: skip
# Grams of a unit where the food has no such portion (typical sizes; product choice).
UNIT_GRAMS = {
    "handful": 30.0, "splash": 15.0, "drizzle": 7.0, "dash": 2.0, "pinch": 0.4, "spray": 0.5, "knob": 10.0, "pat": 5.0,
    "dollop": 20.0, "squirt": 8.0, "spoonful": 15.0, "sprinkle": 4.0, "drop": 0.2, "spread": 10.0, "ladle": 120.0,
    "cube": 15.0, "sprig": 1.5, "leaf": 8.0, "clove": 3.0, "spear": 15.0, "floret": 12.0, "bite": 15.0, "bit": 8.0,
    "wedge": 60.0, "strip": 12.0, "stick": 30.0, "stalk": 40.0, "square": 10.0, "link": 45.0, "patty": 85.0,
    "rasher": 10.0, "scoop": 60.0, "fillet": 130.0, "bunch": 100.0, "head": 400.0, "row": 25.0, "ring": 12.0,
    "bulb": 40.0, "ear": 100.0, "roll": 45.0, "loaf": 450.0, "block": 300.0, "packet": 40.0, "bag": 40.0, "bar": 45.0,
    "pouch": 100.0, "pot": 170.0, "jar": 250.0, "punnet": 250.0, "plate": 300.0, "can": 240.0,
}  # fmt: skip
SLICE_GRAMS = {
    "bread_wraps": 30.0, "cheese": 24.0, "deli_meat": 25.0, "meat": 45.0, "poultry": 45.0, "biscuits_cakes": 75.0,
    "meals": 110.0, "vegetables": 10.0, "fruit": 20.0, "fish_seafood": 30.0, "sweets_desserts": 100.0,
    "plant_protein": 40.0,
}  # fmt: skip
# Grams of a piece of a food that is cut up and has no piece of its own (product choice).
PIECE_GRAMS = {"meat": 70.0, "poultry": 90.0, "fish_seafood": 90.0, "vegetables": 40.0}
# Grams that a plural without a number means ("crackers", "meatballs"), of foods counted in pieces (product choice).
SEVERAL_GRAMS = {
    "snacks": 30.0, "biscuits_cakes": 60.0, "bread_wraps": 80.0, "meals": 150.0, "fruit": 100.0, "eggs": 100.0,
    "sweets_desserts": 40.0, "vegetables": 80.0, "fish_seafood": 100.0, "poultry": 100.0, "meat": 90.0,
    "plant_protein": 80.0, "deli_meat": 40.0, "nuts_seeds": 28.0, "legumes": 100.0, "cheese": 30.0,
}  # fmt: skip
SEVERAL_AT_MOST = 12
MORSELS = frozenset({"meals", "plant_protein", "deli_meat"})
MORSELS_SHARE = 0.5  # and so much of it is meant
MORSEL_SHARE = 0.2  # of what a plural means: smaller pieces are several in the singular, too
SIZE_FACTOR = {"small": 0.7, "medium": 1.0, "large": 1.35, "extra_large": 1.7}
SIDE_FACTOR = 0.75  # a side dish against the usual portion; product choice
LARGEST_GRAMS = 10_000.0  # of one item; beyond it the text is taken for a slip
PIECE_UNITS = frozenset({"piece", "patty", "link", "rasher", "bar", "ear", "slice", "fillet", "wedge", "cube"})
# Units that people use for one another when a food has only the other.
NEAR_UNITS = {
    "bowl": ("bowl", "serving_bowl", "plate"), "plate": ("plate", "bowl"), "mug": ("mug", "cup", "glass"),
    "glass": ("glass", "cup", "mug"), "packet": ("packet", "bag", "pouch", "pot", "bar"),
    "bag": ("bag", "packet", "pouch"), "pot": ("pot", "carton", "cup"), "carton": ("carton", "pot", "glass"),
    "can": ("can", "bottle"), "pouch": ("pouch", "packet", "bag"), "strip": ("strip", "rasher", "slice", "piece"),
    "rasher": ("rasher", "slice"), "link": ("link", "piece"), "patty": ("patty", "piece"), "wedge": ("wedge", "slice"),
    "slice": ("slice",), "piece": ("piece", "slice", "fillet"), "fillet": ("fillet", "piece"),
    "stick": ("stick", "piece", "bar"), "scoop": ("scoop",), "serving": ("serving",), "roll": ("roll", "piece"),
    "spoonful": ("spoonful", "tbsp"), "dollop": ("dollop", "tbsp"), "spread": ("spread",), "bar": ("bar", "piece"),
    "square": ("square", "piece"), "ear": ("ear", "piece"), "stalk": ("stalk", "stick", "piece"),
    "head": ("head", "whole", "piece"), "loaf": ("loaf",), "block": ("block", "packet"), "shot": ("shot",),
    "double": ("double",), "half": ("half",), "sheet": ("sheet", "piece"),
}  # fmt: skip


class Serving(NamedTuple):
    """How much of a food: grams, what was counted and in which unit, and how sure that is (0..1)."""

    grams: float
    quantity: float
    unit: str
    certainty: float


def serving(amount: Amount, food: Food, added_grams: float | None = None, *, is_plural: bool = False) -> Serving:
    """Return how much of a food an amount means.

    ``is_plural``: the food was named in the plural ("crackers"), which without a number means several.
    ``added_grams`` is the usual weight where the food was only added to another (milk in coffee), used when
    nothing was said about how much.
    """
    measured = _measured(amount, food)
    if measured is not None:
        return measured
    if not amount.is_stated and added_grams is not None:
        return Serving(added_grams, 1.0, "serving", 0.6)
    if not amount.is_stated and food.category in SEVERAL_GRAMS and (is_plural or _is_morsel(food)):
        several = _several(food, 1.0 if is_plural else MORSELS_SHARE)
        if several is not None:
            return several
    count = 1.0 if amount.number is None else amount.number
    portion = _portion(amount, food)
    if portion is not None:
        grams, unit, certainty = portion
        return Serving(count * grams, count, unit, certainty)
    return _assumed(amount, food, count)


def _is_morsel(food: Food) -> bool:
    """Return whether nobody eats one piece of a food ("falafel", "bacon")."""
    return food.category in MORSELS and default_grams(food) <= MORSEL_SHARE * SEVERAL_GRAMS[food.category]


def _several(food: Food, share: float) -> Serving | None:
    """Return a few pieces of a food whose default portion is one piece, else None."""
    default = next((portion for portion in food.portions if portion.key == food.default_portion), None)
    if default is None or default.unit not in PIECE_UNITS:
        return None
    usual = SEVERAL_GRAMS[food.category] * share
    pieces = max(2 if default.grams <= usual else 1, min(SEVERAL_AT_MOST, round(usual / default.grams)))
    return Serving(pieces * default.grams, float(pieces), default.unit, 0.5)


def _measured(amount: Amount, food: Food) -> Serving | None:
    if amount.grams is not None:
        return Serving(amount.grams, amount.grams, "g", 1.0)
    if amount.ounces is not None:
        is_liquid = food.category in LIQUID_CATEGORIES or (food.category == "dairy" and _has(food, "glass"))
        grams = amount.ounces * (ML_PER_OUNCE * density(food) if is_liquid else GRAMS_PER_OUNCE)
        return Serving(grams, amount.ounces, "fl oz" if is_liquid else "oz", 1.0)
    if amount.ml is not None:
        return Serving(amount.ml * density(food), amount.ml, "ml", 0.97)
    if amount.kcal is not None:
        if food.per_100g.kcal <= 0:
            return None
        return Serving(amount.kcal / food.per_100g.kcal * 100.0, amount.kcal, "kcal", 0.95)
    return None


def density(food: Food) -> float:
    """Return grams per millilitre, from the food's own cup, fluid ounce or spoon; else 1 for liquids."""
    for unit, ml in (("floz", 29.57), ("cup", 240.0), ("glass", 250.0), ("tbsp", 14.8)):
        portion = _find(food, unit, "")
        if portion is not None and not (unit == "glass" and food.category == "alcohol"):  # glasses of many sizes
            return portion.grams / ml
    return 1.0 if food.category not in CUP_GRAMS else CUP_GRAMS[food.category] / 240.0


def _has(food: Food, unit: str) -> bool:
    return any(portion.unit == unit for portion in food.portions)


def _find(food: Food, unit: str, size: str) -> Portion | None:
    """Return the portion of a unit: of the asked size, else plain, else medium, else any."""
    same = [portion for portion in food.portions if portion.unit == unit]
    for wanted in ((size,) if size else ()) + ("", "medium", "large"):
        for portion in same:
            if portion.size == wanted:
                return portion
    return same[0] if same else None


def _portion(amount: Amount, food: Food) -> tuple[float, str, float] | None:
    """Return grams, unit and certainty of one portion that the food itself has, or None."""
    if amount.unit == "side":
        return default_grams(food) * SIDE_FACTOR, "serving", 0.6
    for unit in NEAR_UNITS.get(amount.unit, (amount.unit,)) if amount.unit else ():
        portion = _find(food, unit, amount.size)
        if portion is not None:
            return _sized(portion, amount.size), unit, 0.9 if unit == amount.unit else 0.7
    if amount.unit:
        return _from_kindred(amount, food)
    return _unitless(amount, food)


def _sized(portion: Portion, size: str) -> float:
    """Return a portion's grams, scaled where another size was said than it has."""
    if not size or size == portion.size:
        return portion.grams
    return portion.grams * SIZE_FACTOR[size] / SIZE_FACTOR[portion.size or "medium"]


def _from_kindred(amount: Amount, food: Food) -> tuple[float, str, float] | None:
    """Return a measure worked out from another of the same kind: a tablespoon from the cup."""
    ml = ML_PER_UNIT.get(amount.unit) or ML_PER_VESSEL.get(amount.unit)
    if ml is None:
        return None
    if amount.unit in ML_PER_VESSEL and food.category not in LIQUID_CATEGORIES | {
        "dairy",
        "meals",
        "sauces_condiments",
    }:
        return None
    return ml * density(food) * SIZE_FACTOR[amount.size or "medium"], amount.unit, 0.75


def _unitless(amount: Amount, food: Food) -> tuple[float, str, float] | None:
    default = next((portion for portion in food.portions if portion.key == food.default_portion), None)
    least = 2 if food.category in LIQUID_CATEGORIES else 1  # "a latte" is a cup, "a carrot" is a piece
    counted = amount.number is not None and amount.number >= least and amount.number == int(amount.number)
    if amount.size:
        portion = next((p for p in food.portions if p.size == amount.size and p.unit in PIECE_UNITS), None)
        if portion is None:
            portion = next((p for p in food.portions if p.size == amount.size), None)
        if portion is not None:
            return portion.grams, portion.unit, 0.9
    if counted and (default is None or default.unit not in PIECE_UNITS):
        portion = _find(food, "piece", amount.size)
        if portion is None and (amount.number or 0) >= 2:
            portion = next((p for p in food.portions if p.unit in PIECE_UNITS), None)
        if portion is not None:
            return portion.grams, portion.unit, 0.85
    whole = next((p for p in food.portions if p.unit == "whole"), None)
    if amount.is_whole and whole is not None:
        return whole.grams, whole.unit, 0.9
    if amount.number == 0.5:
        half = next((p for p in food.portions if p.unit == "half"), None)
        if half is not None:
            return half.grams * 2, "half", 0.85
    if amount.number is not None and 0 < amount.number < 1 and not amount.size:
        half = next((p for p in food.portions if p.unit == "half"), None)
        if whole is not None or half is not None:
            return (whole.grams if whole else half.grams * 2 if half else 0.0), "whole", 0.85
    if default is None:
        return None
    certainty = 0.85 if amount.is_stated else 0.6
    return _sized(default, amount.size if default.size == "" else ""), default.unit, certainty


def default_grams(food: Food) -> float:
    """Return the grams of a food's default portion; 100 where it has none."""
    return next((portion.grams for portion in food.portions if portion.key == food.default_portion), 100.0)


def _assumed(amount: Amount, food: Food, count: float) -> Serving:
    """Return a serving from typical sizes, where the food has no portion of the unit said."""
    factor = SIZE_FACTOR[amount.size or "medium"]
    if amount.unit == "piece" and food.category in PIECE_GRAMS:
        grams = PIECE_GRAMS[food.category]
    elif amount.unit == "slice":
        grams = SLICE_GRAMS.get(food.category, default_grams(food) / 4)
    elif amount.unit in UNIT_GRAMS:
        grams = UNIT_GRAMS[amount.unit]
    else:
        grams = default_grams(food)
    return Serving(count * grams * factor, count, amount.unit or "serving", 0.5)
