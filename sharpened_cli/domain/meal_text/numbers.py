"""Numbers of a sentence brought to one form: fractions, ranges, glued units, eggs of an omelette."""

from __future__ import annotations

import re

from sharpened_cli.domain.meal_text.lexicon import FRACTION_WORDS, NUMBER_WORDS, UNITS
from sharpened_cli.domain.meal_text.words import stem

_NUMBER = r"\d+(?:\.\d+)?"
_WORD_NUMBER = "|".join(sorted((word for word in NUMBER_WORDS if len(word) > 1), key=len, reverse=True))
_ANY_NUMBER = rf"(?:{_NUMBER}|{_WORD_NUMBER}|a)"
_UNIT_LETTERS = r"kg|kgs|g|gr|gm|gms|grams?|mg|ozs?|ounces?|lbs?|pounds?|mls?|cl|dl|l|litres?|liters?|kcals?|cals?"
_EGGS_OF = rf"\b(?:a )?({_NUMBER}|two|three|four|five|six) eggs? (?=(?:[a-z]+ ){{0,4}}?om[a-z]*l[a-z]*t[a-z]*\b)"
_HALVED = r"tin|can|pack|packet|bag|bottle|jar|tub|pot|bar|portion|cup|glass|bowl|plate|pint|box|carton"
EGGS_OF_AN_OMELETTE = 2.0  # in the portion that an omelette has by default
_FRACTION_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 16})


def normalise_numbers(text: str) -> str:
    """Return folded text with its numbers in one form: ``1 1/2`` and ``one and a half`` become ``1.5``.

    Glued units are set apart (``80g`` -> ``80 g``), ranges become their middle (``2-3`` -> ``2.5``).
    """
    if any(hint in text for hint in ("inch", "cm", "in.")):
        text = re.sub(rf"\b{_NUMBER}\s*-?\s*(?:inch(?:es)?|in\.|cm)(?!\w)", " ", text)
    if any(sign.isdigit() for sign in text):
        text = _digits_set_apart(text)
    if "-" in text:
        text = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text)
    text = _numbers_in_words(text)
    return re.sub(_EGGS_OF, _omelettes, text) if " egg" in text else text


def _digits_set_apart(text: str) -> str:
    """Return text with thousands and decimal commas read, glued units apart, and written fractions as decimals."""
    if "," in text:
        text = re.sub(r"(\d),(\d{3})(?!\d)", r"\1\2", text)
        text = re.sub(r"(\d),(\d)", r"\1.\2", text)
    if "-" in text:
        text = re.sub(rf"(\d)\s*-\s*(?=(?:{_UNIT_LETTERS}|cup|ounce|piece|slice|egg|floz)\b)", r"\1 ", text)
    text = re.sub(rf"(\d)(?=(?:{_UNIT_LETTERS}|x)\b)", r"\1 ", text)
    if "." in text:
        text = re.sub(r"\b(oz|lb|lbs|tbsp|tbs|tsp|approx|pkg|pc|pcs|no|gr|ml|g)\.(?=\s|$)", r"\1", text)
    if "/" in text:
        text = re.sub(r"(\d+)\s+(?:and\s+)?(\d+)\s*/\s*(\d+)", _mixed, text)
        text = re.sub(r"(?<![\d/.])(\d+)\s*/\s*(\d+)(?![\d/])", _simple_fraction, text)
    return text


def _numbers_in_words(text: str) -> str:
    """Return text with "one and a half", "three quarters", "half a dozen" and ranges as one number each."""
    if " and " in text and any(part in text for part in FRACTION_WORDS):
        text = re.sub(rf"\b({_ANY_NUMBER})\s+and\s+(?:a\s+|one\s+)?(half|quarter|third)\b(?! and)", _and_a_half, text)
        text = re.sub(
            rf"\b({_ANY_NUMBER})\s+([a-z]+)\s+and\s+a\s+(half|quarter)\b(?! [a-z]+ of)", _unit_and_a_half, text
        )
    if any(part in text for part in ("third", "quarter", "fourth")):
        text = re.sub(r"\b(one|two|three|1|2|3)\s+(thirds?|quarters?|fourths?)\b", _named_fraction, text)
    if "half" in text:
        text = re.sub(rf"\bhalf (?:of )?(?:an? )?(?=(?:{_HALVED})\b)", "0.5 ", text)
    if "dozen" in text:
        text = re.sub(r"\bhalf (?:of )?a dozen\b", "6", text)
    if any(link in text for link in ("-", " to ", " or ")):
        text = re.sub(rf"\b({_ANY_NUMBER})\s*(?:-|to|or)\s*({_ANY_NUMBER})(?=\s|$)", _range, text)
    return text


def _omelettes(match: re.Match[str]) -> str:
    """Return how many usual omelettes the eggs of one make ("3 egg omelette" -> 1.5)."""
    return f"{_written(_value(match[1]) / EGGS_OF_AN_OMELETTE)} "


def _value(word: str) -> float:
    return float(word) if word[0].isdigit() else NUMBER_WORDS[word]


def _written(number: float) -> str:
    """Return a number as digits that are read as one word again."""
    return f"{round(number, 3):g}"


def _mixed(match: re.Match[str]) -> str:
    top, bottom = int(match[2]), int(match[3])
    if bottom not in _FRACTION_DENOMINATORS or top >= bottom:
        return match[0]
    return _written(int(match[1]) + top / bottom)


def _simple_fraction(match: re.Match[str]) -> str:
    top, bottom = int(match[1]), int(match[2])
    return _written(top / bottom) if bottom in _FRACTION_DENOMINATORS and top < bottom * 4 else match[0]


def _and_a_half(match: re.Match[str]) -> str:
    return _written(_value(match[1]) + FRACTION_WORDS[match[2]])


def _unit_and_a_half(match: re.Match[str]) -> str:
    if stem(match[2]) not in UNITS:
        return match[0]
    return f"{_written(_value(match[1]) + FRACTION_WORDS[match[3]])} {match[2]}"


def _named_fraction(match: re.Match[str]) -> str:
    part = 0.25 if match[2].startswith(("quarter", "fourth")) else 1 / 3
    return _written(_value(match[1]) * part)


def _range(match: re.Match[str]) -> str:
    low, high = _value(match[1]), _value(match[2])
    return _written((low + high) / 2) if 0 < low < high <= low * 3 else match[0]
