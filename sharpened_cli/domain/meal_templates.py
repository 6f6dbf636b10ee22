"""Meals as cooks know them: which places a meal has, and which families of foods may take each.

A template is one kind of meal. Whatever foods are chosen from the families of its places, the result is a
dish that people recognise: no sauce meets a starch that it does not go with.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sharpened_cli.domain.food_families import FAMILIES

SLOT_LETTERS = {
    "B": "breakfast", "L": "lunch", "D": "dinner", "S": "snack", "R": "pre_workout", "O": "post_workout",
}  # fmt: skip

# name | meals | how usual (0 everyday .. 3 only for those who eat it) | places: families joined by "/", "?" optional
_TEMPLATES = """
porridge | B | 0 | oats | milk | bowl_fruit | ?bowl_nuts/nut_butter | ?powder | ?syrup
yoghurt bowl | B | 0 | high_yoghurt | bowl_fruit | crunch | ?bowl_nuts | ?syrup | ?powder
eggs on toast | B | 0 | eggs | toast | breakfast_veg | ?spread/avocado | ?whole_fruit
cereal | B | 0 | cereal | milk | bowl_fruit | ?high_yoghurt | ?bowl_nuts
overnight oats | B | 1 | oats | high_yoghurt | milk | berries | ?bowl_nuts | ?powder
nut butter toast | B | 1 | toast | nut_butter | toast_fruit | high_yoghurt/milk | ?powder
omelette | B | 1 | omelettes | toast | breakfast_veg | ?whole_fruit
cottage cheese toast | B | 1 | cottage | toast | breakfast_veg | ?whole_fruit | ?avocado
bread and cheese | B | 1 | sliced_bread | deli/hard_cheese/soft_cheese | breakfast_veg | ?high_yoghurt |
    ?whole_fruit | ?spread
smoothie | B | 1 | powder | milk | bowl_fruit | ?oats | ?nut_butter/bowl_nuts
cooked breakfast | B | 1 | breakfast_meat | eggs | toast | breakfast_veg | ?whole_fruit
smoked fish toast | B | 2 | smoked_fish | toast | breakfast_veg | ?soft_cheese/avocado | ?whole_fruit
pancakes | B | 1 | pancakes | high_yoghurt | berries | ?syrup | ?bowl_nuts
tofu scramble | B | 1 | tofu_scramble | toast | breakfast_veg | ?avocado/spread | ?whole_fruit
avocado toast | B | 1 | avocado | toast | breakfast_veg | ?eggs/edamame/seeds_protein | ?high_yoghurt | ?whole_fruit
beans on toast | B | 2 | beans_breakfast | toast | ?breakfast_veg | ?eggs/tofu_scramble | ?spread
shakshuka | B | 2 | shakshuka | toast | ?salad_cheese | ?eggs
chia pudding | B | 2 | chia_pudding | bowl_fruit | ?high_yoghurt | ?powder
idli | B | 3 | idli | sambar | ?high_yoghurt
berries and yoghurt | BS | 2 | yoghurt | berries | bowl_nuts | ?powder
eggs and greens | B | 2 | eggs | breakfast_veg | avocado/hard_cheese/salad_cheese | ?breakfast_meat | ?keto_fruit |
    ?cooking_fat
tofu and greens | B | 3 | tofu | breakfast_veg | avocado/olives | ?bowl_nuts
eggs and fruit | B | 3 | eggs | breakfast_veg | fruit | ?avocado | ?paleo_starch | ?nuts
meat and sweet potato | B | 3 | breakfast_meat/chicken/smoked_fish | paleo_starch | breakfast_veg | ?avocado |
    ?fruit
vegan toast | B | 2 | seitan_slices/tofu | toast | breakfast_veg | ?dip/avocado | ?whole_fruit
shake and fruit | B | 2 | powder | milk | whole_fruit | ?nuts | ?toast
sandwich | L | 0 | sandwich_bread | deli/tinned_fish/chicken/eggs_hard | salad | ?sandwich_sauce | ?hard_cheese |
    ?whole_fruit
cheese sandwich | L | 1 | sandwich_bread | hard_cheese/soft_cheese | salad | ?spread | ?whole_fruit | ?high_yoghurt
hummus sandwich | L | 1 | sandwich_bread/pita | vegan_filling | salad | dip | ?whole_fruit
wrap | L | 0 | wraps | chicken/tinned_fish/vegan_pieces/falafel/tofu | salad | dip/sandwich_sauce | ?hard_cheese |
    ?whole_fruit
salad with grains | L | 0 | leaves | chicken/tinned_fish/oily_fish/eggs_hard/tofu/pulses | salad_more | grains |
    salad_dressing | ?salad_cheese
salad with bread | L | 1 | leaves | chicken/tinned_fish/eggs_hard/seafood/pulses | salad_more | soup_bread |
    salad_dressing | ?salad_cheese
grain bowl | LD | 0 | grains | chicken/oily_fish/tofu/pulses/vegan_pieces | roast_veg/salad |
    mediterranean_sauce | ?salad_cheese
soup and bread | L | 1 | main_soup | soup_bread | hard_cheese/deli/cottage/eggs_hard | ?spread | ?whole_fruit
soup and hummus | L | 2 | main_soup | soup_bread | dip | ?whole_fruit | ?high_yoghurt
jacket potato | L | 1 | jacket | tinned_fish/cottage/beans_breakfast/one_pot | salad | ?spread/hard_cheese |
    ?salad_more
omelette and salad | LD | 1 | omelettes | salad | soup_bread/potatoes | ?salad_dressing
grain salad | L | 1 | grain_salad | chicken/tinned_fish/eggs_hard/grill_cheese/tofu | ?salad | ?whole_fruit
big salad | L | 2 | leaf_salad_dish | soup_bread | ?chicken/tinned_fish/eggs_hard | ?whole_fruit
sushi | L | 2 | sushi | edamame | ?whole_fruit
rice bowl | LD | 0 | rice | chicken/oily_fish/seafood/tofu/vegan_pieces | stir_fry_veg/edamame | asian_sauce |
    ?avocado | ?salad_more
burrito bowl | LD | 0 | rice | chicken/mince/vegan_mince | mexican_beans | mexican_veg | salsa | ?mexican_fat
chicken plate | LD | 0 | roast_bird | plate_starch/potatoes | green_veg | ?other_veg | ?cooking_fat
steak plate | D | 0 | steak | potatoes | green_veg | ?other_veg/salad | ?cooking_fat
fish plate | LD | 0 | white_fish | potatoes/rice | green_veg | ?other_veg | ?cooking_fat
salmon plate | LD | 0 | oily_fish | potatoes/grains | green_veg/salad | ?cooking_fat | ?salad_more
stir-fry | LD | 0 | strips | asian_base | stir_fry_veg | asian_sauce | ?stir_oil
tofu stir-fry | LD | 0 | tofu/vegan_pieces | asian_base | stir_fry_veg | asian_sauce | ?stir_oil | ?edamame
pasta with mince | LD | 0 | mince/vegan_mince | pasta | pasta_sauce | pasta_veg/salad | ?grated_cheese | ?oil
pasta | LD | 0 | chicken/tinned_fish/seafood/vegan_pieces/pulses | pasta | pasta_sauce | pasta_veg |
    ?grated_cheese | ?oil
pesto pasta | LD | 1 | chicken/seafood/vegan_pieces/tofu | pasta | pesto | pasta_veg/salad | ?grated_cheese
chilli | D | 0 | mince/vegan_mince | mexican_base | mexican_beans | mexican_veg | salsa | ?mexican_fat
fajitas | D | 1 | strips/vegan_pieces/tofu | mexican_wraps | mexican_veg | salsa | ?mexican_fat | ?mexican_beans
curry | D | 0 | chicken/seafood/tofu/grill_cheese/pulses/white_fish | indian_base | indian_veg | curry_fat |
    ?other_veg
dal | LD | 1 | indian_pulses | indian_base | indian_veg | ?indian_sauce | ?grill_cheese/tofu/chicken
curry and rice | D | 1 | curry_dish | indian_base | ?indian_sauce | ?indian_veg | ?chicken/tofu
Greek plate | LD | 1 | chicken/steak/grill_cheese/falafel | pita/grains/potatoes | salad | mediterranean_sauce |
    ?salad_cheese | ?olives
burger | D | 1 | burger_patty/veggie_patty | buns | salad | burger_sauce | ?hard_cheese | ?potatoes
one pot | LD | 1 | one_pot | rice/soup_bread/potatoes | green_veg | ?cottage/hard_cheese
pasta dish | D | 1 | pasta_dish | salad | ?grated_cheese | ?chicken | ?soup_bread
rice dish | LD | 1 | rice_dish | salad/green_veg | ?chicken/seafood/tofu
oven dish | D | 1 | oven_dish | green_veg | ?other_veg | ?soup_bread
wok dish | D | 2 | wok_dish | asian_base | ?stir_fry_veg | ?strips/tofu
own dish | LD | 0 | own_dish | ?salad/green_veg | ?whole_fruit
vegan roast | LD | 0 | vegan_pieces/tofu/veggie_patty | potatoes/plate_starch | green_veg | other_veg |
    ?cooking_fat | ?pulses
pulse bowl | LD | 0 | pulses | grains | roast_veg/salad | mediterranean_sauce | ?tofu/grill_cheese/vegan_pieces
meat and greens | LD | 1 | steak/chicken/roast_bird/burger_patty | green_veg/roast_veg | salad |
    oil/salad_dressing/avocado | ?salad_cheese/hard_cheese | ?avocado/olives | ?rich_sauce
fish and greens | LD | 1 | oily_fish/white_fish/seafood | green_veg/roast_veg | salad |
    oil/salad_dressing/avocado | ?salad_cheese | ?avocado/olives | ?rich_sauce
eggs and salad | LD | 2 | eggs_hard/omelettes | leaves | salad_more | salad_dressing/avocado/oil |
    ?salad_cheese/olives
tuna salad | L | 1 | tinned_fish | leaves | salad_more | salad_dressing/avocado/oil | ?salad_cheese/olives
tofu and greens plate | LD | 2 | tofu/vegan_pieces/mycoprotein | stir_fry_veg/low_carb_base/green_veg |
    avocado/stir_oil/oil | ?nuts | ?salad
cauliflower rice bowl | LD | 2 | chicken/mince/vegan_mince/tofu/seafood | low_carb_base | roast_veg/green_veg |
    oil/avocado/mexican_fat | ?hard_cheese
paleo plate | LD | 3 | steak/chicken/roast_bird/oily_fish/white_fish/seafood/mince | paleo_starch |
    green_veg/roast_veg | oil/avocado | ?salad | ?fruit | ?nuts
paleo salad | L | 3 | chicken/tinned_fish/eggs_hard/seafood | leaves | salad_more | avocado/oil | ?paleo_starch |
    ?fruit | ?nuts
fruit | SRO | 1 | fruit
fruit and nuts | S | 0 | whole_fruit/berries | nuts
yoghurt and fruit | SO | 0 | high_yoghurt | fruit | ?crunch | ?syrup | ?bowl_nuts
cottage cheese and fruit | S | 1 | cottage | fruit | ?nuts
shake | SO | 1 | powder | milk | ?quick_fruit
shake and nuts | S | 2 | powder | milk | nuts
bar and fruit | S | 1 | bar | whole_fruit
crispbread and nut butter | S | 1 | crisp_breads | nut_butter | ?toast_fruit | ?milk
crispbread and cheese | S | 1 | crisp_breads | cottage/hard_cheese/soft_cheese | dip_veg
hummus and vegetables | S | 0 | dip | dip_veg | ?crisp_breads/pita
cheese and apple | S | 1 | snack_cheese | whole_fruit | ?crisp_breads
boiled eggs | S | 1 | eggs_hard | dip_veg | ?crisp_breads
edamame | S | 2 | edamame | ?whole_fruit
chocolate and fruit | S | 2 | chocolate | fruit | ?nuts
jerky and fruit | S | 3 | jerky | whole_fruit
crunchy pulses | S | 2 | crunchy_pulses | whole_fruit
shake to go | SO | 2 | ready_shake | whole_fruit
toast and nut butter | S | 2 | sliced_bread | nut_butter | ?toast_fruit | ?milk
evening cereal | S | 3 | cereal | milk | ?berries
tuna crackers | S | 2 | tinned_fish | crisp_breads | dip_veg
ham rolls | S | 2 | deli | dip_veg | ?snack_cheese
snack bar | S | 2 | snack_bar | whole_fruit
popcorn | S | 3 | popcorn | ?whole_fruit
cheese and olives | S | 3 | snack_cheese | olives | ?dip_veg
cheese and nuts | S | 3 | snack_cheese | nuts | ?olives
nuts | S | 3 | nuts
half sandwich | S | 1 | sliced_bread | deli/hard_cheese/tinned_fish/dip/eggs_hard | salad
porridge snack | SR | 2 | oats | milk | ?bowl_fruit | ?powder
tofu bites | S | 3 | tofu/seitan_slices | dip_veg | ?nuts
avocado snack | S | 3 | avocado | dip_veg | ?eggs_hard
rice cakes and honey | R | 0 | rice_cakes | sweet_spread | ?quick_fruit
banana and toast | R | 1 | toast_any | sweet_spread | ?quick_fruit
dates | R | 2 | dried_fruit
shake and banana | O | 0 | powder | milk | quick_fruit | ?oats
"""

# What may stand beside a meal once it must carry more than so many kcal (product choice): a second course
# rather than a portion that nobody eats.
_EXTRAS = {
    "breakfast": ((550, "?whole_fruit"), (650, "?milk"), (700, "?high_yoghurt"), (800, "?nuts"), (850, "?toast"),
                  (950, "?nut_butter"), (1100, "?juice")),
    "main": ((560, "?whole_fruit"), (650, "?high_yoghurt"), (760, "?soup_bread"), (800, "?milk/juice"),
             (850, "?nuts"), (950, "?dried_fruit"), (1000, "?snack_bar"), (1000, "?avocado"), (1050, "?chocolate"),
             (1100, "?ready_shake"), (1200, "?berries"), (1200, "?hard_cheese"), (1300, "?main_soup"),
             (1300, "?eggs_hard"), (1400, "?smoothies"), (1700, "?paleo_starch")),
    "snack": ((300, "?fruit"), (380, "?milk"), (420, "?nuts"), (550, "?high_yoghurt"), (650, "?sliced_bread"),
              (700, "?hard_cheese")),
}  # fmt: skip

_MORE_FAMILIES: dict[str, tuple[str, ...]] = {
    "own_dish": (),  # filled with the dishes a person named
    "seeds_protein": ("hemp-seeds-hulled", "pumpkin-seeds"),
    "seitan_slices": ("seitan-deli-slices-soy-free", "tofu-smoked"),
    "vegan_filling": (
        "falafel-baked", "tofu-smoked", "seitan-deli-slices-soy-free", "vegan-chicken-style-pieces-pea", "tempeh",
    ),
    "mexican_wraps": (
        "tortilla-wrap-wholemeal", "corn-tortilla", "tortilla-wrap-flour", "low-carb-tortilla-wrap", "gluten-free-wrap",
    ),
    "burger_patty": ("beef-burger-patty-lean-5-pct-fat-grilled", "turkey-burger-patty"),
    "mycoprotein": ("mycoprotein-pieces", "mycoprotein-fillet"),
    "toast_any": ("toast-white", "toast-wholemeal", "bagel-thin", "gluten-free-bread"),
}  # fmt: skip


class Place(NamedTuple):
    """One place of a meal: its name, the foods that may take it (the most usual first), whether it may stay empty."""

    name: str
    foods: tuple[str, ...]
    is_optional: bool


class Template(NamedTuple):
    """One kind of meal: its name, the meal types it suits, how usual it is (0-3), its places."""

    name: str
    meal_types: frozenset[str]
    rarity: int
    places: tuple[Place, ...]


def _place(text: str) -> Place:
    families = text.removeprefix("?").split("/")
    lists = [FAMILIES.get(family) or _MORE_FAMILIES[family] for family in families]
    longest = max(len(foods) for foods in lists)
    mixed = [foods[rank] for rank in range(longest) for foods in lists if rank < len(foods)]
    return Place(families[0], tuple(dict.fromkeys(mixed)), text.startswith("?"))


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """Return all kinds of meals."""
    read = []
    for line in _TEMPLATES.strip().replace("|\n", "|").splitlines():
        name, letters, rarity, *places = (part.strip() for part in line.split("|"))
        types = frozenset(SLOT_LETTERS[letter] for letter in letters)
        read.append(Template(name, types, int(rarity), tuple(_place(place) for place in places)))
    return tuple(read)


@lru_cache(maxsize=256)
def extra_places(meal_type: str, kcal: int) -> tuple[Place, ...]:
    """Return the optional places beside a meal that must carry so many kcal."""
    kind = meal_type if meal_type in _EXTRAS else "main" if meal_type in {"lunch", "dinner"} else "snack"
    return tuple(_place(text) for least, text in _EXTRAS[kind] if kcal >= least)
