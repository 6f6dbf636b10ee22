"""Grams of a food in the words of a kitchen: "2 slices", "1 cup cooked", "150 g"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpened_cli.domain.food import Food, Portion

FRACTIONS = {0.0: "", 0.25: "¼", 0.5: "½", 0.75: "¾"}
CLOSE_ENOUGH = 0.06  # a household measure stands for grams within 6 % (product choice)
CLOSE_ENOUGH_FOR_SPOONS = 0.12  # no spoon is filled more exactly than that (product choice)
# Labels that a list of portions needs, and a cook does not.
AS_SAID = {
    "1 egg scrambled": "1 egg",
    "1 baked ball": "1 ball",
    "1 two egg omelette": "1 two-egg omelette",
}
POURED_ROLES = frozenset(("dairy", "drink"))  # a gram of these is a millilitre, within 4 %
SPOONS = frozenset(("tbsp", "tsp"))
# Nobody measures out eleven spoons or a tenth of a cup.
MOST_MEASURES = {"tbsp": 3.6, "handful": 2.1, "bowl": 1.6, "plate": 1.6}
COUNTED_UNITS = frozenset((
    "piece", "slice", "bar", "patty", "link", "rasher", "fillet", "wedge", "square", "cube", "stick", "whole",
    "packet", "ear", "scoop", "pot", "bottle", "carton", "can",
))  # fmt: skip
# Which measures a cook would reach for, by the role of a food; other roles are weighed.
MEASURES_BY_ROLE = {
    "fat": ("tbsp", "tsp"),
    "sauce": ("tbsp", "tsp"),
    "sweet": ("tbsp", "tsp"),
    "nut": ("tbsp", "tsp", "handful"),
    "supplement": ("scoop",),
    "dairy": ("glass", "cup", "pot"),
    "drink": ("glass", "cup", "mug"),
    "grain": ("cup",),
    "legume": ("cup", "can"),
    "fruit": ("handful", "cup"),
    "protein": ("can",),
    "lean_protein": ("can",),
    "dish": ("bowl", "plate"),
}


def serving_words(food: Food, grams: float) -> str:
    """Return an amount as a cook would say it, falling back to grams ("150 g")."""
    if food.is_countable and (words := _in_pieces(food, grams)):
        return words
    for unit in MEASURES_BY_ROLE.get(food.role, ()):
        for portion in food.portions:
            if portion.unit == unit and not portion.size and (words := _measured(food, portion, grams)):
                return words
    is_poured = food.role in POURED_ROLES and any(portion.unit == "glass" for portion in food.portions)
    return f"{_plain(grams)} {'ml' if is_poured else 'g'}"


def _in_pieces(food: Food, grams: float) -> str:
    """Return the count of the piece that divides the amount most evenly, the default piece first."""
    pieces = sorted(
        (portion for portion in food.portions if portion.unit in COUNTED_UNITS),
        key=lambda portion: portion.key != food.default_portion,
    )
    for portion in pieces:
        if words := _counted(portion, grams, quarters=True):
            return words
    return ""


def _measured(food: Food, portion: Portion, grams: float) -> str:
    count = grams / portion.grams
    if not 0.45 < count < MOST_MEASURES.get(portion.unit, 3.1):
        return ""
    words = _counted(portion, grams, quarters=portion.unit == "cup")
    cooked = " cooked" if words and portion.unit == "cup" and food.state == "cooked" else ""
    return words + cooked


def _counted(portion: Portion, grams: float, *, quarters: bool) -> str:
    parts = 4 if quarters else 2
    count = round(grams / portion.grams * parts) / parts
    close = CLOSE_ENOUGH_FOR_SPOONS if portion.unit in SPOONS else CLOSE_ENOUGH
    if count <= 0 or abs(count * portion.grams / grams - 1) > close:
        return ""
    whole = int(count)
    number = f"{whole or ''}{FRACTIONS[count - whole]}"
    noun = AS_SAID.get(portion.label, portion.label).removeprefix("1 ")
    return f"{number} {noun if count <= 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    """Return the plural of a portion's label; sizes ("medium") and abbreviations stay."""
    head, bracket, rest = noun.partition(" (")
    last = head.rsplit(" ", 1)[-1]
    if last in {"small", "medium", "large", "tbsp", "tsp", "jumbo"} or last.endswith("s"):
        return noun
    if last.endswith(("ch", "sh", "x")):
        head += "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        head = head[:-1] + "ies"
    elif last in {"half", "loaf", "leaf"}:
        head = head[:-1] + "ves"
    else:
        head += "s"
    return head + bracket + rest


def _plain(grams: float) -> str:
    return f"{grams:.0f}" if grams >= 10 or float(grams).is_integer() else f"{grams:.1f}"
