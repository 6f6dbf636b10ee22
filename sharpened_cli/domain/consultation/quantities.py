"""Weights, lengths of time, distances and heights with their units, in SI."""

from __future__ import annotations

import re
from typing import NamedTuple

KG_PER_LB = 0.45359237  # international avoirdupois pound
LB_PER_STONE = 14
G_PER_OZ = 28.349523125
ML_PER_FL_OZ = 28.4
KM_PER_MILE = 1.609344
CM_PER_INCH = 2.54

LONGEST_HOURS = 5  # "6h" and more is a time of the day; product choice

NUMBER = r"\d+(?:[.,]\d+)?"


class Quantity(NamedTuple):
    """A number with its unit as found in a text: span, value in SI, unit as said."""

    start: int
    end: int
    value: float
    unit: str


def number(text: str) -> float:
    """Return the value of digits with a decimal point or comma ("1,200" is a thousand)."""
    whole, comma, rest = text.partition(",")
    if comma and len(rest) == 3 and whole != "0":
        return float(whole + rest)
    return float(text.replace(",", "."))


_STONE = re.compile(
    r"\b(\d{1,2}(?:\.\d)?) ?(?:stones?|st)\b(?: ?(?:and )?(\d{1,2}) ?(?:lbs?|pounds?)?(?![\d:.]|\s?(?:am|pm|kg|%)))?"
)
_MASS = re.compile(rf"(?<![\d.,])({NUMBER}) ?(kgs?|kilos?|kilograms?|quilos?|lbs?|pounds?|#)(?![a-z])")


def weights(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the body or bar weights of a text in kg: kilograms, pounds, stone (with pounds)."""
    end = len(text) if end is None else end
    found = []
    for match in _STONE.finditer(text, start, end):
        pounds = float(match[1]) * LB_PER_STONE + float(match[2] or 0)
        found.append(Quantity(match.start(), match.end(), pounds * KG_PER_LB, "st"))
    taken = [(item.start, item.end) for item in found]
    for match in _MASS.finditer(text, start, end):
        if any(first <= match.start() < last for first, last in taken):
            continue
        is_pounds = match[2][0] in "lp#"
        value = number(match[1]) * (KG_PER_LB if is_pounds else 1.0)
        found.append(Quantity(match.start(), match.end(), value, "lb" if is_pounds else "kg"))
    return sorted(found)


_DURATION = re.compile(
    rf"(?<![\d.,:])(?:({NUMBER}) ?(?:-|to|or) ?)?({NUMBER}) ?(hours?|hrs?|h|horas?|heures?)(?: ?(?:and "
    rf")?(\d\d?) ?(?:minutes?|mins?|m)?(?![\d:.]))?(?![a-z])"
    rf"|(?<![\d.,:])(?:({NUMBER}) ?(?:-|to|or) ?)?({NUMBER}) ?(minutes?|mins?|min|minutos?|m|seconds?|secs?|"
    rf"segundos?|s)(?![a-z])"
)
_METRE_CONTEXT = re.compile(r"\b(?:swim|sprint|row|run|x|pool|tall|high)\b")


def durations(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the lengths of time of a text in minutes; of a range ("45-60 min") the lower bound.

    A bare ``m`` counts as minutes from 5 to 240 unless the words near it speak of metres, ``s`` as seconds.
    """
    end = len(text) if end is None else end
    found = []
    for match in _DURATION.finditer(text, start, end):
        if match[3]:
            value = 60 * number(match[1] or match[2]) + float(match[4] or 0)
            if match[3][0] == "h" and number(match[2]) > LONGEST_HOURS and match[3] not in ("hours", "hour"):
                continue  # "18h30" is a time of the day
            found.append(Quantity(match.start(), match.end(), value, "h"))
            continue
        unit = match[7]
        value = number(match[5] or match[6])
        if unit == "m" and not 5 <= value <= 240:
            continue
        if unit == "m" and _METRE_CONTEXT.search(text, max(start, match.start() - 12), min(end, match.end() + 8)):
            continue
        if unit[0] == "s":
            if unit == "s" and value < 15:
                continue  # "12s" are a pair of dumbbells
            found.append(Quantity(match.start(), match.end(), value / 60, "s"))
        else:
            found.append(Quantity(match.start(), match.end(), value, "min"))
    return found


_DISTANCE = re.compile(
    rf"(?<![\d.,:])({NUMBER}) ?(km|kms|k|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|m|yards?|yds?)(?![a-z])(?! "
    rf"?(?:cal|kcal))"
)


def distances(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the distances of a text in km."""
    end = len(text) if end is None else end
    found = []
    for match in _DISTANCE.finditer(text, start, end):
        value, unit = number(match[1]), match[2]
        if unit[0] == "k":
            km = value
        elif unit.startswith("mi"):
            km = value * KM_PER_MILE
        else:
            km = value * (0.0009144 if unit[0] == "y" else 0.001)
        found.append(Quantity(match.start(), match.end(), km, unit))
    return found


_HEIGHT = re.compile(
    r"\b(\d) ?(?:'|ft|feet|foot) ?(\d{1,2}(?:\.5)?)? ?(?:\"|''|in\b|inch(?:es)?\b)?"
    r"|\b(1[.,]\d{2}) ?(?:(?:m|met(?:er|re)s?)\b|\b(?= tall|$|[,.;)]))|\b(1\d{2}|2[0-2]\d) ?cms?\b"
)


def heights(text: str) -> list[Quantity]:
    """Return the heights of people in a text, in cm: feet and inches, metres, centimetres."""
    found = []
    for match in _HEIGHT.finditer(text):
        if match[1]:
            value = CM_PER_INCH * (12 * float(match[1]) + float(match[2] or 0))
        elif match[3]:
            value = 100 * number(match[3])
        else:
            value = float(match[4])
        if 120 <= value <= 225:
            found.append(Quantity(match.start(), match.end(), value, "cm"))
    return found
