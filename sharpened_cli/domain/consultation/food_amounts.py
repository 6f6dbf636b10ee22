"""How much of a food and how often: grams, household units, pieces, times a day or week."""

from __future__ import annotations

import re
from typing import NamedTuple

from sharpened_cli.domain.consultation.quantities import G_PER_OZ, ML_PER_FL_OZ, NUMBER, number

_UNITS = {
    "slice": "slice", "slices": "slice", "rasher": "slice", "rashers": "slice", "cup": "cup", "cups": "cup",
    "mug": "cup", "mugs": "cup", "glass": "glass", "glasses": "glass", "pint": "glass", "pints": "glass",
    "scoop": "scoop", "scoops": "scoop", "handful": "handful", "handfuls": "handful", "square": "square",
    "squares": "square", "can": "can", "cans": "can", "tin": "can", "tins": "can", "bowl": "bowl",
    "bowls": "bowl", "bowlful": "bowl", "tbsp": "tbsp", "tbsps": "tbsp", "tablespoon": "tbsp",
    "tablespoons": "tbsp", "spoon": "tbsp", "spoons": "tbsp", "spoonful": "tbsp", "spoonfuls": "tbsp",
    "tsp": "tsp", "tsps": "tsp", "teaspoon": "tsp", "teaspoons": "tsp", "piece": "piece", "pieces": "piece",
    "fatias": "slice", "fatia": "slice", "copo": "glass", "xicara": "cup", "taza": "cup", "vaso": "glass",
    "rebanadas": "slice", "tasse": "cup", "verre": "glass", "tranches": "slice", "fillet": "piece",
    "fillets": "piece", "shot": "cup", "shots": "cup",
}  # fmt: skip
_MASS_FIRST = re.compile(
    rf"(?<![\d.,x])({NUMBER}) ?(kg|g|gr|grs|grams?|gramas|gramos|grammes|ml|mls|oz|ounces?|fl oz|l|litres?|"
    rf"liters?)\b(?: (?:of|de|d)\b)?"
)
_UNIT = re.compile(
    rf"(?:(?<![\d.,x])({NUMBER})|\b(an?|half an?|half)) ?(?:big |large |small |heaped |level |thick |thin |good "
    rf"|little )?({'|'.join(sorted(_UNITS, key=len, reverse=True))})\b(?: (?:of|de|d)\b)?"
)
_COUNT = re.compile(
    rf"(?<![\d.,x:])({NUMBER})(?: ?x)?(?= [a-z])(?! (?:times?|days?|x|meals?|a day|per|hours?|minutes?|weeks?|"
    rf"or|to|am|pm|kcal|calories|percent|most)\b)"
)
_HALF = re.compile(r"\bhalf (?:of )?(?:an? )")
_FREQUENCIES = (
    ("daily", (
        r"every ?(?:single )?day|daily|each day|nightly|every (?:night|evening|morning|afternoon|lunchtime|lunch|"
        r"breakfast|dinner)|always|without fail|all day(?: long)?|x ?\d a day|\d ?x (?:a|per|/) ?day|(?:\d|1|twice|"
        r"once|several|three) ?(?:times|x)? (?:a|per) day|twice daily|por dia|al dia|par jour|todos os dias|"
        r"todos los dias|tous les jours|"
        r"cada dia|each (?:morning|night)|7 days a week|most nights and|every single (?:night|morning)|throughout "
        r"the day|a day"
    )),
    ("several_times_week", (
        r"most (?:days|mornings|nights|evenings|lunch ?times|lunches|dinners|breakfasts|weekdays|of the time)|"
        r"(?:[2-6]|few|several|couple(?: of)?|three|four|twice|two|a few) ?(?:times|x|days|nights) ?(?:a|per|/|"
        r"each) ?(?:week|wk)|[2-6] ?x ?(?:a |per |/ ?)?(?:week|wk)|twice a week|several times a week|often|"
        r"regularly|usually|every other day|weekdays|a lot|on (?:training|work|gym) days|(?:mon|tue|wed|thu|fri)\w* "
        r"to (?:fri|thu|sat)\w*|during the week|loads of|on weekdays"
    )),
    ("weekly", (
        r"once (?:a|per) ?(?:week|wk)|weekly|every week|each week|1 ?x ?(?:a|per|/) ?week|(?:on|every|each) (?:mon|"
        r"tues|wednes|thurs|fri|satur|sun)days?(?: (?:night|evening|morning|lunch)s?)?|(?:mon|tues|wednes|thurs|fri|"
        r"satur|sun)days?(?: (?:nights?|evenings?|mornings?|lunch))?(?= ?:| only|$)|at (?:the )?weekends?|on (?:the "
        r")?weekends?|weekends|(?:friday|saturday|sunday)s?(?: nights?)?|a week|1 times? a week|cheat (?:meal|day)"
    )),
    ("occasionally", (
        r"occasionally|occasional|sometimes|now and (?:then|again)|from time to time|once in a while|every so often|"
        r"as a treat|treat|rarely|once a month|monthly|on occasion|the odd|every now and then|at parties|if im "
        r"(?:lazy|tired)|a vezes|as vezes|a veces|parfois|hardly ever"
    )),
)  # fmt: skip
_FREQUENCY = [(name, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")) for name, words in _FREQUENCIES]
_TIMES_A_DAY = re.compile(
    r"\bx ?(\d)(?: a| per|/)? ?day|\b(\d) ?x (?:a |per |/ ?)?day|\b(\d) (?:times )?a day|\b(twice) (?:a day|daily)"
)


class Amount(NamedTuple):
    """An amount in a stretch of text, as said: grams (or ml), or a count with a unit."""

    start: int
    end: int
    grams: float | None = None
    quantity: float | None = None
    unit: str | None = None


class Frequency(NamedTuple):
    """How often, and where that was said."""

    start: int
    end: int
    name: str


def amount(text: str, start: int, end: int) -> Amount | None:
    """Return the first amount between two offsets; a plain count has the unit ``piece``."""
    mass = _MASS_FIRST.search(text, start, end)
    if mass:
        return Amount(mass.start(), mass.end(), grams=_grams(number(mass[1]), mass[2]))
    unit = _UNIT.search(text, start, end)
    if unit:
        half = unit[2] is not None and unit[2].startswith("half")
        count = number(unit[1]) if unit[1] else (0.5 if half else 1.0)
        return Amount(unit.start(), unit.end(), quantity=count, unit=_UNITS[unit[3]])
    half_match = _HALF.search(text, start, end)
    if half_match:
        return Amount(half_match.start(), half_match.end(), quantity=0.5, unit="piece")
    count_match = _COUNT.search(text, start, end)
    if count_match:
        return Amount(count_match.start(), count_match.end(), quantity=number(count_match[1]), unit="piece")
    return None


def _grams(value: float, unit: str) -> float:
    if unit == "kg" or unit.startswith("l"):
        return value * 1000
    if unit.startswith(("oz", "ounce")):
        return round(value * G_PER_OZ, 1)
    if unit == "fl oz":
        return round(value * ML_PER_FL_OZ, 1)
    return value


def frequencies(text: str, start: int, end: int) -> list[Frequency]:
    """Return the statements of how often between two offsets, left to right."""
    found: list[Frequency] = []
    for name, pattern in _FREQUENCY:
        for match in pattern.finditer(text, start, end):
            if not any(item.start < match.end() and match.start() < item.end for item in found):
                found.append(Frequency(match.start(), match.end(), name))
    return sorted(found)


def times_a_day(text: str, start: int, end: int) -> float | None:
    """Return how many times a day was said ("x3 a day")."""
    match = _TIMES_A_DAY.search(text, start, end)
    if not match:
        return None
    return 2.0 if match[4] else float(match[1] or match[2] or match[3])
