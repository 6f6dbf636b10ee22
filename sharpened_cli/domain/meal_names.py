"""A readable name for a planned meal: "Chicken breast, white rice and broccoli"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.food import Food

MOST_NAMED = 3
NOT_NAMED = frozenset(("fat", "sauce", "sweet", "drink", "supplement"))  # named only where little else would be
# Kinds of meals that are called by what they are, and the places that this word stands for already.
TITLES = {
    "porridge": ("Porridge", {"oats", "milk"}), "porridge snack": ("Porridge", {"oats", "milk"}),
    "overnight oats": ("Overnight oats", {"oats", "milk"}), "smoothie": ("Smoothie", {"powder", "milk", "oats"}),
    "sandwich": ("Sandwich", {"sandwich_bread"}), "cheese sandwich": ("Sandwich", {"sandwich_bread"}),
    "hummus sandwich": ("Hummus sandwich", {"sandwich_bread", "dip"}), "half sandwich": ("Sandwich", {"sliced_bread"}),
    "wrap": ("Wrap", {"wraps"}), "fajitas": ("Fajitas", {"mexican_wraps"}), "burger": ("Burger", {"buns"}),
    "salad with grains": ("Salad", {"leaves"}), "salad with bread": ("Salad", {"leaves"}),
    "tuna salad": ("Salad", {"leaves"}), "paleo salad": ("Salad", {"leaves"}),
    "eggs and salad": ("Salad", {"leaves"}), "stir-fry": ("Stir-fry", set()), "tofu stir-fry": ("Stir-fry", set()),
    "curry": ("Curry", set()), "chilli": ("Chilli", set()), "burrito bowl": ("Burrito bowl", set()),
    "cottage cheese toast": ("Toast", {"toast"}), "nut butter toast": ("Toast", {"toast"}),
    "smoked fish toast": ("Toast", {"toast"}), "avocado toast": ("Toast", {"toast"}),
    "vegan toast": ("Toast", {"toast"}), "toast and nut butter": ("Bread", {"sliced_bread"}),
    "shake": ("Protein shake", {"powder", "milk"}), "shake and banana": ("Protein shake", {"powder", "milk"}),
    "shake and fruit": ("Protein shake", {"powder", "milk"}), "shake and nuts": ("Protein shake", {"powder", "milk"}),
}  # fmt: skip
TOPPINGS = frozenset((
    "avocado", "bar", "snack_bar", "ready_shake", "nut_butter", "soft_cheese", "hard_cheese", "salad_cheese", "dip",
    "chocolate", "snack_cheese", "deli", "cottage", "grill_cheese", "pesto", "sweet_spread", "daily",
))  # fmt: skip
# "Soup, lentil" is said "lentil soup"; what stands behind these heads goes before them.
INVERTED = frozenset((
    "soup", "egg", "steak", "salmon", "lasagne", "omelette", "biryani", "sausage", "sushi", "chilli", "frittata",
    "potato", "potatoes", "caesar salad", "ravioli", "tortellini", "trout", "mackerel", "roast dinner", "poke bowl",
    "burrito bowl", "tagine", "chow mein", "sushi roll", "falafel", "tofu",
))  # fmt: skip
STATES = frozenset((
    "cooked", "raw", "plain", "canned", "canned in water", "canned in oil", "dry", "firm", "extra firm", "pink",
    "wild", "fresh", "mixed", "super firm", "shelled", "grilled",
))  # fmt: skip
TOASTED = ("toast", "wholemeal", "sourdough", "multigrain", "rye", "gluten", "english", "bagel", "white")
SAID = {
    "egg-whole": "eggs",
    "low-carb-protein-bread": "low-carb bread", "beef-burger-patty-lean-5-pct-fat-grilled": "beef burger",
    "turkey-burger-patty": "turkey burger", "veggie-burger-patty": "veggie burger",
    "textured-vegetable-protein-rehydrated": "soya mince", "textured-pea-protein-rehydrated": "pea mince",
    "textured-faba-bean-protein-rehydrated": "bean mince", "roasted-mediterranean-vegetables": "roasted vegetables",
    "pea-protein-chicken-style-pieces-plain-high-protein": "pea chicken-style pieces",
    "stir-fry-vegetables-cooked-with-oil": "mixed vegetables", "egg-white-cooked": "egg whites",
    "granola-cereal-bar": "cereal bar", "mini-cheese-waxed": "mini cheese",
    "rotisserie-chicken-with-skin": "roast chicken",
}  # fmt: skip
PLURAL = {"egg": "eggs", "potato": "potatoes", "tomato": "tomatoes"}


def short_name(food: Food) -> str:
    """Return a food's name as it is said at table: "Soup, lentil" is "lentil soup"."""
    if food.id in SAID:
        return SAID[food.id]
    text = re.sub(r"\(.*?\)", "", food.name)
    text = re.sub(r"\s*\d+([.,-]\d+)?\s*%( fat)?", "", text)
    parts = [part.split("/")[0].strip().lower() for part in text.split(",")]
    head = parts[0].removesuffix(" with skin")
    kind = parts[1] if len(parts) > 1 else ""
    if head in INVERTED and kind and kind not in STATES:
        return f"{kind} {PLURAL.get(head, head)}"
    return PLURAL.get(head, head)


def meal_name(template: str, parts: Sequence[tuple[str, Food]]) -> str:
    """Return the name of a meal from its places and foods, at most three of them."""
    title, implied = TITLES.get(template, ("", set()))
    if title == "Toast" and not any(food.id.startswith(TOASTED) for place, food in parts if place == "toast"):
        title, implied = "", set()
    told = [
        food for place, food in parts
        if place not in implied and (food.role not in NOT_NAMED or place in TOPPINGS)
    ]  # fmt: skip
    if title and not told:
        return title
    told = told or [food for _, food in parts]
    names = list(dict.fromkeys(short_name(food) for food in told))[:MOST_NAMED]
    joined = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    if title and joined:
        joined = title if joined.lower() == title.lower() else f"{title} with {joined}"
    return joined[:1].upper() + joined[1:]
