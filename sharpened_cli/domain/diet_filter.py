"""Which foods a person may be given: allergies, diet, exclusions. All of it is hard and never slackened."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.allergen_words import ALLERGENS_BY_WORD, CARRIERS, FILLERS, NOT_FOOD, NOTHING
from sharpened_cli.domain.food_words import NameIndex, is_called, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sharpened_cli.domain.facts import NonNegotiable
    from sharpened_cli.domain.food import Food
    from sharpened_cli.domain.profile import Profile

TYPO_LIKENESS = 0.82  # difflib ratio from which a word counts as a misspelt allergen (product choice)
RED_MEATS = ("beef", "pork", "lamb", "veal", "venison", "goat meat", "bison")
BIRDS = ("chicken", "turkey", "duck", "goose")
CAFFEINE = frozenset(("coffee", "tea", "espresso", "mate", "cola", "energy"))
HOT_SPICES = frozenset(("chilli", "kimchi", "harissa", "madras", "kung"))

# Exclusions by the flags of the table, for words that mean a whole group of foods.
GROUPS: dict[str, Callable[[Food], bool]] = {
    "dairy": lambda food: "milk" in food.allergens,
    "lactose": lambda food: food.lactose,
    "gluten": lambda food: "gluten" in food.allergens,
    "wheat": lambda food: "gluten" in food.allergens,
    "egg": lambda food: "egg" in food.allergens,
    "soy": lambda food: "soy" in food.allergens,
    "fish": lambda food: "fish" in food.allergens,
    "shellfish": lambda food: bool(food.allergens & {"crustacean", "mollusc"}),
    "seafood": lambda food: bool(food.allergens & {"fish", "crustacean", "mollusc"}),
    "nut": lambda food: bool(food.allergens & {"tree_nut", "peanut"}),
    "tree nut": lambda food: "tree_nut" in food.allergens,
    "peanut": lambda food: "peanut" in food.allergens,
    "sesame": lambda food: "sesame" in food.allergens,
    "meat": lambda food: not food.pescatarian,
    "red meat": lambda food: not food.pescatarian and any(is_called(food, word) for word in RED_MEATS),
    "poultry": lambda food: any(is_called(food, word) for word in BIRDS),
    "animal product": lambda food: not food.vegan,
    "pork": lambda food: is_called(food, "pork") or _pork(food),
    "alcohol": lambda food: food.alcohol_g > 0,
    "caffeine": lambda food: food.category == "drinks" and bool(CAFFEINE & set(tokens(food.name))),
    "protein powder": lambda food: food.role == "supplement",
    "supplement": lambda food: food.role == "supplement",
    "spicy food": lambda food: bool(HOT_SPICES & set(tokens(food.name))),
    "gel": lambda food: food.id == "energy-gel",
}
DIET_RULES: dict[str, Callable[[Food], bool]] = {
    "none": lambda _food: True,
    "vegetarian": lambda food: food.vegetarian,
    "vegan": lambda food: food.vegan,
    "pescatarian": lambda food: food.pescatarian,
    "keto": lambda food: food.keto_ok,
    "paleo": lambda food: food.paleo_ok,
    "halal": lambda food: food.halal_status != "no",
    "kosher": lambda food: food.kosher_status != "no",
}
DIET_NOTES = {
    "halal": "Meat and some other foods are halal only when certified: look for the mark.",
    "kosher": "Meat, cheese and some other foods are kosher only when certified: look for the mark.",
}


class DietFilter(NamedTuple):
    """What may not be eaten: allergens, the diet, exclusions with their exceptions, texts not understood."""

    diets: tuple[str, ...] = ()
    allergens: frozenset[str] = frozenset()
    exclusions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unknown: tuple[str, ...] = ()

    def why_not(self, food: Food) -> str | None:
        """Return why a food may not be given (an allergen, a diet, a word), or None where it may."""
        for allergen in sorted(self.allergens):
            if allergen in food.allergens or (food.created_by and _names_allergen(food, allergen)):
                return f"allergen {allergen}"
        for diet in self.diets:
            if not DIET_RULES[diet](food):
                return f"diet {diet}"
        for word, exceptions in self.exclusions:
            if is_excluded(food, word) and not any(is_called(food, name) for name in exceptions):
                return f"excluded {word}"
        return None

    def allowed(self, foods: Iterable[Food]) -> tuple[Food, ...]:
        """Return the foods that may be given, in the order they came."""
        return tuple(food for food in foods if self.why_not(food) is None)


def is_excluded(food: Food, word: str) -> bool:
    """Return whether an excluded word, a group ("dairy") or a name ("mushrooms"), means a food."""
    group = GROUPS.get(" ".join(tokens(word)))
    return group(food) if group else is_called(food, word)


def diet_filter(profile: Profile, non_negotiables: Sequence[NonNegotiable], foods: Sequence[Food]) -> DietFilter:
    """Return everything that bounds a person's food, and the allergy texts that nobody understood."""
    allergens: set[str] = set()
    exclusions: list[tuple[str, tuple[str, ...]]] = []
    unknown: list[str] = []
    for text in profile.food_allergies or ():
        found = allergens_in(text, foods)
        allergens |= found.allergens
        exclusions += [(word, ()) for word in found.foods]
        unknown += found.unknown
    exclusions += [(word, ()) for word in profile.foods_to_avoid or () if _fold(word) not in NOTHING]
    diets = [] if profile.dietary_preference == "none" else [profile.dietary_preference]
    for rule in non_negotiables:
        exclusions += [(word, rule.allowed) for word in rule.excluded_foods if tokens(word)]
        if rule.constraint_type in {"religious", "foods_excluded", "medical"}:
            diets += [diet for diet in DIET_RULES if diet in tokens(rule.description) and diet not in diets]
    return DietFilter(tuple(diets), frozenset(allergens), tuple(exclusions), tuple(unknown))


class AllergyText(NamedTuple):
    """What an allergy text names: allergens, single foods (kiwi), and words that mean nothing to us."""

    allergens: frozenset[str]
    foods: tuple[str, ...]
    unknown: tuple[str, ...]


def allergens_in(text: str, foods: Sequence[Food]) -> AllergyText:
    """Return what an allergy text names; a word that is no allergen, food or filler is unknown."""
    allergens: set[str] = set()
    named: list[str] = []
    unknown: list[str] = []
    index = NameIndex(foods)
    if _fold(text) in NOTHING:
        return AllergyText(frozenset(), (), ())
    for part in re.split(r"[,;/&+\n]|\band\b", _fold(text)):
        words = part.strip(" .!()'\"").split()
        if " ".join(words) in NOTHING:
            continue
        while words:
            words = _take(words, index, allergens, named, unknown)
    return AllergyText(frozenset(allergens), tuple(named), tuple(unknown))


def _take(words: list[str], index: NameIndex, allergens: set[str], named: list[str], unknown: list[str]) -> list[str]:
    """Read the longest phrase at the front of the words and return what is left."""
    if words[0].strip(" .!()") in FILLERS:
        return words[1:]
    for length in range(min(3, len(words)), 0, -1):
        phrase = " ".join(words[:length]).strip(" .!()")
        if phrase in ALLERGENS_BY_WORD:
            allergens |= ALLERGENS_BY_WORD[phrase]
            rest = words[length:]
            return rest[1:] if rest and rest[0].strip(" .!()") in CARRIERS else rest
    for length in range(min(3, len(words)), 0, -1):
        phrase = " ".join(words[:length]).strip(" .!()")
        if length == 1 and (phrase in NOT_FOOD or phrase in NOTHING):
            return words[1:]
        if known := index.called(phrase):
            meant = {allergen for word in words[:length] for allergen in ALLERGENS_BY_WORD.get(word, ())}
            held = {allergen for food in known for allergen in food.allergens}
            allergens |= meant & held
            named += [] if meant & held else [phrase]
            return words[length:]
    word = words[0].strip(" .!()")
    close = get_close_matches(word, ALLERGENS_BY_WORD, n=1, cutoff=TYPO_LIKENESS)
    if close:
        allergens |= ALLERGENS_BY_WORD[close[0]]
    else:
        unknown.append(word)
    return words[1:]


def _names_allergen(food: Food, allergen: str) -> bool:
    """Return whether a food of somebody's own carries an allergen in its name."""
    text = " ".join(tokens(food.name))
    if allergen == "gluten" and "gluten free" in text:
        return False
    words = {token for token, meant in ALLERGENS_BY_WORD.items() if allergen in meant and " " not in token}
    return bool(set(_fold(food.name).replace(",", " ").split()) & words)


def _pork(food: Food) -> bool:
    """Return whether a food is pork by kind: forbidden by both halal and kosher, and not for its alcohol."""
    is_meat = not food.pescatarian
    return is_meat and food.halal_status == "no" and food.kosher_status == "no" and food.alcohol_g == 0


def _fold(text: str) -> str:
    return text.strip().lower().replace("’", "'").replace("-", " ")
