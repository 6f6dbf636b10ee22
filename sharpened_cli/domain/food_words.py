"""Match what people call a food against the names of the table: plurals, other names, hidden ingredients."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.food import Food

SAME_AS = {
    "eggplant": "aubergine", "zucchini": "courgette", "shrimp": "prawn", "cilantro": "coriander",
    "arugula": "rocket", "garbanzo": "chickpea", "yogurt": "yoghurt", "capsicum": "pepper", "beet": "beetroot",
    "rutabaga": "swede", "scallion": "spring-onion", "chile": "chilli", "chili": "chilli", "fava": "broad",
    "soya": "soy", "oatmeal": "oat", "porridge": "oat", "maize": "corn", "sweetcorn": "corn", "ground": "mince",
    "wholewheat": "wholemeal", "prosciutto": "ham", "gammon": "ham", "veggie": "vegetable", "liver": "liver",
    "bok": "pak", "choy": "choi", "filet": "fillet", "jacket": "baked", "brussel": "brussels",
    "eggs": "egg", "mayo": "mayonnaise", "calamari": "squid",
}  # fmt: skip
IRREGULAR = {"potatoes": "potato", "tomatoes": "tomato", "mangoes": "mango", "leaves": "leaf", "loaves": "loaf",
             "anchovies": "anchovy", "berries": "berry", "cherries": "cherry", "radishes": "radish",
             "hummus": "hummus", "couscous": "couscous", "asparagus": "asparagus", "brussels": "brussels",
             "octopus": "octopus", "molasses": "molasses", "swiss": "swiss", "watercress": "watercress",
             "cress": "cress", "bass": "bass", "peas": "pea", "cookies": "cookie", "gas": "gas"}  # fmt: skip
# A dish word, and what a cook knows is in it though its name does not say so.
HIDDEN = {
    "stroganoff": "mushroom beef cream", "moussaka": "aubergine lamb",
    "ratatouille": "aubergine courgette tomato pepper", "mediterranean": "aubergine courgette pepper",
    "baba": "aubergine", "guacamole": "avocado", "hummus": "chickpea", "bolognese": "beef tomato",
    "carne": "beef bean tomato chilli", "shakshuka": "egg tomato pepper", "rancheros": "egg tomato",
    "omelette": "egg", "frittata": "egg", "mayonnaise": "egg", "tzatziki": "cucumber yoghurt",
    "raita": "cucumber yoghurt", "caesar": "anchovy parmesan", "paella": "prawn mussel chicken rice",
    "feijoada": "bean pork", "dal": "lentil", "rajma": "bean", "chana": "chickpea", "falafel": "chickpea",
    "sambar": "lentil", "khichdi": "lentil rice", "lasagne": "pasta tomato", "spaghetti": "pasta",
    "ravioli": "pasta", "tortellini": "pasta", "risotto": "rice", "biryani": "rice", "sushi": "rice",
    "poke": "rice", "donburi": "rice beef", "bibimbap": "rice egg", "kushari": "rice lentil pasta",
    "cottage pie": "lamb beef potato", "shepherd": "lamb potato", "palak": "spinach", "paneer": "cheese",
    "halloumi": "cheese", "mozzarella": "cheese", "feta": "cheese", "parmesan": "cheese",
    "cheddar": "cheese", "ricotta": "cheese", "caprese": "tomato mozzarella cheese",
    "greek salad": "tomato cucumber olive feta cheese onion", "gazpacho": "tomato cucumber pepper",
    "salsa": "tomato onion", "ketchup": "tomato", "minestrone": "tomato bean pasta",
    "nicoise": "egg olive tuna", "pesto": "basil", "curry": "onion", "goulash": "beef",
    "gyudon": "beef onion", "pho": "noodle", "ramen": "noodle", "chow": "noodle", "pad": "noodle peanut",
    "teriyaki": "soy", "ropa": "beef", "picadinho": "beef", "rendang": "beef coconut",
    "thai": "coconut chilli", "moqueca": "fish coconut", "fajita": "pepper onion", "kung": "peanut chilli",
    "buddha": "chickpea", "burrito": "bean rice", "porridge": "oat", "granola": "oat",
    "muesli": "oat raisin", "ful": "bean", "tabbouleh": "parsley bulgur", "bacon": "pork", "ham": "pork",
    "prosciutto": "pork", "salami": "pork", "chorizo": "pork", "gammon": "pork", "pepperoni": "pork",
    "sirloin": "beef", "flank": "beef", "ribeye": "beef", "fillet steak": "beef", "bone steak": "beef",
    "pastrami": "beef", "bresaola": "beef", "fruit salad": "apple grape orange",
    "side salad": "lettuce tomato cucumber", "crudites": "carrot cucumber pepper celery",
    "coleslaw": "cabbage carrot mayonnaise", "mixed vegetables": "carrot pea corn",
    "stir fry": "pepper onion", "trail": "nut raisin", "oatcakes": "oat", "adobo": "chicken", "bulgogi": "beef",
    "sarma": "cabbage", "tartare": "mayonnaise", "avocado toast": "bread", "sandwich": "bread",
}  # fmt: skip
# A name with this word, where the word before it makes it another food.
NOT_THAT = {
    "butter": {"almond", "cashew", "nut", "peanut", "seed"},
    "milk": {"almond", "cashew", "coconut", "hemp", "oat", "pea", "rice", "soy"}, "potato": {"sweet"},
    "pepper": {"black"}, "cream": {"ice"}, "cheese": {"vegan"}, "pea": {"chick"}, "nut": {"coco"},
    "chicken": {"vegan"}, "sausage": {"vegan"}, "olive": {"oil"}, "coconut": {"oil"},
}  # fmt: skip
NOT_PORK = frozenset(("turkey", "chicken", "vegan", "beef"))  # bacon and ham of these are no pork


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text: folded, singular, one name for each food."""
    folded = unicodedata.normalize("NFKD", text.lower())
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return tuple(_canonical(word) for word in re.findall(r"[a-z0-9]+", folded))


def _canonical(word: str) -> str:
    if word in IRREGULAR:
        return SAME_AS.get(IRREGULAR[word], IRREGULAR[word])
    if len(word) > 3 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return SAME_AS.get(word, word)


class NameIndex:
    """Foods by every name they have; made at the first question, since most people need none of it."""

    def __init__(self, foods: Sequence[Food]) -> None:
        self._foods = foods
        self._by_name: dict[tuple[str, ...], list[Food]] = {}

    def called(self, words: str) -> list[Food]:
        """Return the foods of which a name, up to its first comma too, is just these words."""
        if not self._by_name:
            for food in self._foods:
                names = (food.name, food.name.partition(",")[0], *food.aliases, *food.bare_words)
                for name in {tokens(name) for name in names}:
                    self._by_name.setdefault(name, []).append(food)
        return self._by_name.get(tokens(words), [])


@lru_cache(maxsize=65536)
def _names(food_id: str, name: str, aliases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    own = tokens(name)
    hidden = tuple(
        ingredient
        for dish, ingredients in HIDDEN.items()
        if _holds(own, tokens(dish)) or _holds(tokens(food_id), tokens(dish))
        for ingredient in ingredients.split()
        if not (ingredient == "pork" and NOT_PORK & set(own))
    )
    return (own, hidden, tokens(food_id), *(tokens(alias) for alias in aliases))


def _holds(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return bool(wanted) and all(word in words for word in wanted)


def is_called(food: Food, words: str) -> bool:
    """Return whether a food's name, another name or a known ingredient holds all the words.

    "mushrooms" fits "Risotto, mushroom"; "butter" does not fit peanut butter, "potatoes" not sweet potato.
    """
    wanted = tokens(words)
    names = _names(food.id, food.name, food.aliases)
    return not _is_another(names[0], wanted) and any(
        _holds(name, wanted) and not _is_another(name, wanted) for name in names
    )


def _is_another(name: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Return whether the word before makes the wanted word another food ("peanut butter")."""
    last = wanted[-1]
    if last not in NOT_THAT or last not in name or len(wanted) > 1:
        return False
    others = NOT_THAT[last]
    return any(word in others for word in name)
