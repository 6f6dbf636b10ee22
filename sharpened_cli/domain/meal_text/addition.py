"""How much is meant when a food is only named beside another: milk in coffee, butter on toast, mayo in a sandwich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.meal_text.portion import default_grams

if TYPE_CHECKING:
    from sharpened_cli.domain.food import Food

# Usual grams of what is added, by the kind of thing that it is added to (typical amounts; product choices).
_ADDED_TO: dict[str, dict[str, float]] = {
    "drink": {"dairy": 30.0, "plant_dairy": 30.0, "sugar": 6.0, "syrup": 15.0, "fruit": 8.0, "fat": 10.0, "ice": 60.0},
    "cereal": {"dairy": 125.0, "plant_dairy": 125.0, "sugar": 8.0, "syrup": 15.0, "fruit": 60.0, "nut": 12.0,
               "fat": 7.0, "dried_fruit": 20.0},
    "bread": {"fat": 7.0, "syrup": 15.0, "sauce": 12.0, "cheese": 24.0, "deli_meat": 40.0, "vegetable": 20.0,
              "nut_butter": 24.0, "egg": 50.0, "cream_cheese": 25.0, "fish": 50.0, "fruit": 50.0, "meat": 45.0,
              "legume": 30.0},
    "dish": {"fat": 7.0, "sauce": 15.0, "cheese": 24.0, "garnish": 20.0, "dairy": 20.0, "syrup": 15.0,
             "sugar": 4.0, "deli_meat": 15.0, "nut": 12.0, "legume": 60.0},
    "filled": {"fat": 7.0, "sauce": 15.0, "cheese": 24.0, "vegetable": 20.0, "meat": 40.0, "egg": 40.0,
               "deli_meat": 20.0, "fish": 40.0, "legume": 40.0, "dairy": 20.0, "syrup": 15.0, "nut": 12.0},
    "salad": {"fat": 14.0, "sauce": 28.0, "cheese": 28.0, "vegetable": 30.0, "nut": 15.0, "bread": 15.0, "egg": 50.0,
              "dried_fruit": 15.0, "fruit": 40.0, "legume": 40.0},
    "pancake": {"syrup": 45.0, "fat": 10.0, "fruit": 60.0, "nut": 12.0, "sugar": 10.0, "nut_butter": 24.0,
                "dairy": 15.0},
    "dessert": {"syrup": 20.0, "fruit": 50.0, "nut": 12.0, "dairy": 20.0, "sauce": 20.0, "fat": 7.0, "sugar": 8.0},
    "snack": {"sauce": 30.0, "syrup": 15.0, "nut_butter": 24.0, "fat": 7.0},
}  # fmt: skip
_BASES = {
    "drinks": "drink", "alcohol": "drink", "breakfast_cereal": "cereal", "bread_wraps": "bread", "meals": "filled",
    "vegetables": "dish", "grains_pasta": "dish", "legumes": "dish", "meat": "dish", "poultry": "dish",
    "fish_seafood": "dish", "eggs": "dish", "plant_protein": "dish", "deli_meat": "dish", "sweets_desserts": "dessert",
    "biscuits_cakes": "dessert", "fruit": "dessert", "dairy": "dessert", "snacks": "snack",
}  # fmt: skip
_KINDS = {
    "oils_fats": "fat", "dairy": "dairy", "plant_dairy": "plant_dairy", "cheese": "cheese", "deli_meat": "deli_meat",
    "vegetables": "vegetable", "nuts_seeds": "nut", "sauces_condiments": "sauce", "eggs": "egg", "legumes": "legume",
    "fish_seafood": "fish", "fruit": "fruit", "bread_wraps": "bread", "meat": "meat", "poultry": "meat",
}  # fmt: skip
# Grams of a dip beside what is dipped into it or filled with it (product choice).
_DIPPED = {"bread": 30.0, "dish": 40.0, "filled": 20.0, "salad": 30.0, "snack": 45.0}
# Share of a weighed dish that what is named in it makes up (typical recipes; product choice).
_SHARES = {"fat": 0.05, "sauce": 0.2, "dip": 0.2, "sugar": 0.04, "syrup": 0.08, "nut_butter": 0.12, "cream_cheese": 0.2}
_SUGARS = ("sugar", "sweetener", "jaggery")
_SYRUPS = ("honey", "syrup", "jam", "marmalade", "jelly", "agave", "molasses", "spread", "nutella", "marmelade")
_NUT_BUTTERS = ("peanut-butter", "almond-butter", "nut-butter", "cashew-butter", "tahini")
_DIPS = ("hummus", "guacamole", "tzatziki", "baba-ghanoush", "baba-ganoush")
DIP_GRAMS = 50.0  # of a dip that is named first, before what is dipped into it; product choice
_GARNISHES = (
    "onion", "garlic", "chilli", "parsley", "coriander", "lettuce", "ginger", "basil", "rocket", "radish", "cress",
    "pickle", "gherkin", "olive", "caper", "herb",
)  # fmt: skip
_FATS = ("butter", "ghee", "margarine", "lard")
_BREADED = ("sandwich", "burger", "wrap", "-sub", "sub-", "hot-dog", "toastie", "panini", "blt", "taco", "burrito")
POURED_SAUCE_GRAMS = 60.0  # a sauce with so large a portion of its own is poured over, not dabbed on; product choice
_SIDES = ("rice", "couscous", "noodles", "mashed")  # dishes beside which meat is a portion of its own
_PANCAKES = ("pancake", "waffle", "french-toast", "crepe")
_WHOLE_VEGETABLES = ("potato", "fries", "corn", "yam", "cassava", "plantain", "salad", "slaw", "plantain", "beans")


def dip_grams(food: Food) -> float | None:
    """Return the usual grams of a dip that is a dish of its own ("hummus and pita"); None of other foods."""
    return DIP_GRAMS if _kind(food) == "dip" else None


def added_grams(food: Food, base: Food) -> float | None:
    """Return the usual grams of a food that is only named as added to another; None where none is usual."""
    kind = _kind(food)
    if kind == "vegetable" and any(word in food.id for word in _GARNISHES) and _base(base) == "dish":
        kind = "garnish"
    if kind == "dip":
        return _DIPPED.get(_base(base))
    if kind is None or (kind == "sauce" and default_grams(food) >= POURED_SAUCE_GRAMS):
        return None
    usual = _ADDED_TO.get(_base(base), {}).get(kind)
    return min(usual, default_grams(food)) if kind == "garnish" and usual is not None else usual


def is_added_to_others(food: Food) -> bool:
    """Return whether a food is mostly added to others: fats, sauces, sweeteners, milk."""
    return _kind(food) in {
        "fat",
        "sauce",
        "dip",
        "sugar",
        "syrup",
        "nut_butter",
        "dairy",
        "plant_dairy",
        "cream_cheese",
    }


def is_bread_of(food: Food, base: Food) -> bool:
    """Return whether a bread named beside a dish is the one that the dish is already made with."""
    return food.category == "bread_wraps" and base.category == "meals" and any(word in base.id for word in _BREADED)


def share_of_weight(food: Food) -> float | None:
    """Return the usual share of a dish's weight that a fat, sauce or sweetener named in it makes up, else None."""
    return _SHARES.get(_kind(food) or "")


def _base(food: Food) -> str:
    if "salad" in food.id and food.category in {"meals", "vegetables"}:
        return "salad"
    if food.category == "meals" and any(word in food.id for word in _BREADED):
        return "bread"
    if food.id.startswith(("porridge", "grits", "cream-of")):
        return "cereal"
    if any(word in food.id for word in _PANCAKES):
        return "pancake"
    if food.category == "meals" and any(word in food.id for word in _SIDES):
        return "dish"
    return _BASES.get(food.category, "dish")


def _kind(food: Food) -> str | None:
    if any(word in food.id for word in _NUT_BUTTERS):
        return "nut_butter"
    if any(word in food.id for word in _SYRUPS):
        return "syrup"
    if food.id.startswith(_SUGARS) or food.id.endswith("-sugar"):
        return "sugar"
    if food.id.startswith(_FATS):
        return "fat"
    if food.id.startswith(_DIPS) and food.category in {"sauces_condiments", "meals"}:
        return "dip"
    if "cream-cheese" in food.id:
        return "cream_cheese"
    if food.category == "vegetables" and any(word in food.id for word in _WHOLE_VEGETABLES):
        return None
    if food.category == "fruit" and ("dried" in food.id or "raisin" in food.id):
        return "dried_fruit"
    return _KINDS.get(food.category)
