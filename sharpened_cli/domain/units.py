"""Quantities as people type them, in SI: weights, lengths, distances, energy, shares.

A bare number takes the unit of the profile (``metric`` or ``imperial``). Times and dates are read by
``times``, whose functions this module offers too; ``show`` turns SI figures back into words.
"""

from __future__ import annotations

import re

from sharpened_cli.domain.show import (
    CM_PER_INCH,
    INCHES_PER_FOOT,
    KG_PER_LB,
    LB_PER_STONE,
    METRES_PER_MILE,
    show_distance,
    show_duration,
    show_height,
    show_length,
    show_weight,
    show_weight_change,
)
from sharpened_cli.domain.times import parse_clock, parse_date, parse_duration_sec, parse_hours
from sharpened_cli.domain.typed import NUMBER, choice, cleaned, number_of, parse_number, refusal, within

__all__ = [
    "KG_PER_LB",
    "METRES_PER_MILE",
    "choice",
    "parse_body_weight_kg",
    "parse_clock",
    "parse_date",
    "parse_distance_m",
    "parse_duration_sec",
    "parse_energy_kcal",
    "parse_grams",
    "parse_height_cm",
    "parse_hours",
    "parse_length_cm",
    "parse_number",
    "parse_percent",
    "parse_scale",
    "parse_weight_kg",
    "parse_whole_number",
    "show_distance",
    "show_duration",
    "show_height",
    "show_length",
    "show_weight",
    "show_weight_change",
]

KJ_PER_KCAL = 4.184
GRAMS_PER_OUNCE = 28.349523125
METRES_PER_YARD = 0.9144
MARATHON_M = 42_195.0

# What living adults weigh and measure; beyond it is a slip of the finger (product choice).
BODY_WEIGHT_KG = (30.0, 300.0)
HEIGHT_CM = (100.0, 250.0)

WEIGHT_HINT = "Write it like 82.4kg, 181 lb or 12st 4lb."
LENGTH_HINT = "Write it like 180cm, 1.8 m, 5'11\" or 71 in."
DISTANCE_HINT = "Write it like 5 km, 3 mi or 400 m."
PERCENT_HINT = "Write it like 18 or 18%."

_KG_PER_UNIT = {
    "kg": 1.0, "kgs": 1.0, "kilo": 1.0, "kilos": 1.0, "kilogram": 1.0, "kilograms": 1.0, "kilogramme": 1.0,
    "kilogrammes": 1.0, "g": 0.001, "gram": 0.001, "grams": 0.001, "lb": KG_PER_LB, "lbs": KG_PER_LB,
    "pound": KG_PER_LB, "pounds": KG_PER_LB, "#": KG_PER_LB, "oz": GRAMS_PER_OUNCE / 1000.0,
    "ounce": GRAMS_PER_OUNCE / 1000.0, "ounces": GRAMS_PER_OUNCE / 1000.0, "st": LB_PER_STONE * KG_PER_LB,
    "stone": LB_PER_STONE * KG_PER_LB, "stones": LB_PER_STONE * KG_PER_LB,
}  # fmt: skip
_CM_PER_UNIT = {
    "cm": 1.0, "cms": 1.0, "centimetre": 1.0, "centimetres": 1.0, "centimeter": 1.0, "centimeters": 1.0,
    "mm": 0.1, "m": 100.0, "metre": 100.0, "metres": 100.0, "meter": 100.0, "meters": 100.0,
    "in": CM_PER_INCH, "inch": CM_PER_INCH, "inches": CM_PER_INCH, '"': CM_PER_INCH,
    "ft": CM_PER_INCH * INCHES_PER_FOOT, "foot": CM_PER_INCH * INCHES_PER_FOOT,
    "feet": CM_PER_INCH * INCHES_PER_FOOT, "'": CM_PER_INCH * INCHES_PER_FOOT,
}  # fmt: skip
_METRES_PER_UNIT = {
    "km": 1000.0, "kms": 1000.0, "k": 1000.0, "kilometre": 1000.0, "kilometres": 1000.0, "kilometer": 1000.0,
    "kilometers": 1000.0, "m": 1.0, "metre": 1.0, "metres": 1.0, "meter": 1.0, "meters": 1.0,
    "mi": METRES_PER_MILE, "mile": METRES_PER_MILE, "miles": METRES_PER_MILE, "yd": METRES_PER_YARD,
    "yds": METRES_PER_YARD, "yard": METRES_PER_YARD, "yards": METRES_PER_YARD, "marathon": MARATHON_M,
    "half marathon": MARATHON_M / 2.0, "ft": CM_PER_INCH * INCHES_PER_FOOT / 100.0,
}  # fmt: skip
_KCAL_PER_UNIT = {
    "": 1.0, "kcal": 1.0, "kcals": 1.0, "cal": 1.0, "cals": 1.0, "calories": 1.0, "calorie": 1.0,
    "kj": 1.0 / KJ_PER_KCAL, "kilojoules": 1.0 / KJ_PER_KCAL,
}  # fmt: skip


def parse_weight_kg(
    text: str, units: str = "metric", *, least: float = 0.0, most: float = 1000.0, what: str = "a weight"
) -> float:
    """Return a weight in kg: ``82.4``, ``82,4kg``, ``181 lb``, ``12st 4lb``; raises InputError."""
    folded = cleaned(text, what, WEIGHT_HINT)
    stones = re.fullmatch(rf"({NUMBER}) ?(?:st|stones?)\.?,? ?({NUMBER}) ?(?:lbs?|pounds?)?\.?", folded, re.ASCII)
    if stones:
        whole, rest = (number_of(group) or 0.0 for group in stones.groups())
        value = (whole * LB_PER_STONE + rest) * KG_PER_LB if rest < LB_PER_STONE else None
    else:
        value = _measure(folded, _KG_PER_UNIT, bare="lb" if units == "imperial" else "kg")
    if value is None:
        raise refusal(text, what, WEIGHT_HINT)
    return within(value, text, least, most, what, WEIGHT_HINT)


def parse_body_weight_kg(text: str, units: str = "metric") -> float:
    """Return the weight of a person in kg, within 30..300; raises InputError."""
    return parse_weight_kg(text, units, least=BODY_WEIGHT_KG[0], most=BODY_WEIGHT_KG[1], what="a person's weight")


def parse_length_cm(
    text: str, units: str = "metric", *, least: float = 0.1, most: float = 500.0, what: str = "a length"
) -> float:
    """Return a length in cm: ``180``, ``180cm``, ``1.8 m``, ``1m80``, ``5'11"``, ``71 in``.

    A bare number is inches for imperial; for metric centimetres, or metres below 3. Raises InputError.
    """
    folded = cleaned(text, what, LENGTH_HINT)
    value = _compound_length_cm(folded)
    if value is None:
        value = _measure(folded, _CM_PER_UNIT, bare=_bare_length_unit(folded, units))
    if value is None:
        raise refusal(text, what, LENGTH_HINT)
    return within(value, text, least, most, what, LENGTH_HINT)


def parse_height_cm(text: str, units: str = "metric") -> float:
    """Return the height of a person in cm, within 100..250; raises InputError."""
    return parse_length_cm(text, units, least=HEIGHT_CM[0], most=HEIGHT_CM[1], what="a person's height")


def parse_distance_m(text: str, units: str = "metric") -> float:
    """Return a distance in metres: ``5`` (km or miles), ``5k``, ``3 mi``, ``400m``; raises InputError."""
    what = "a distance"
    folded = cleaned(text, what, DISTANCE_HINT)
    if folded.removeprefix("a ") in {"marathon", "half marathon"}:
        folded = "1 " + folded.removeprefix("a ")
    value = _measure(folded, _METRES_PER_UNIT, bare="mi" if units == "imperial" else "km")
    if value is None:
        raise refusal(text, what, DISTANCE_HINT)
    return within(value, text, 1.0, 1_000_000.0, what, DISTANCE_HINT)


def parse_energy_kcal(text: str) -> float:
    """Return an energy in kcal: ``450``, ``450 kcal``, ``1900 kJ``; raises InputError."""
    what, hint = "an energy", "Write it like 450, 450 kcal or 1900 kJ."
    value = _measure(cleaned(text, what, hint), _KCAL_PER_UNIT, bare="kcal")
    if value is None:
        raise refusal(text, what, hint)
    return within(value, text, 0.0, 20_000.0, what, hint)


def parse_grams(text: str) -> float:
    """Return a mass of food in grams: ``30``, ``30g``, ``0.5 kg``, ``4 oz``; raises InputError."""
    what, hint = "a quantity in grams", "Write it like 30, 30g or 4 oz."
    value = _measure(cleaned(text, what, hint), _KG_PER_UNIT, bare="g")
    if value is None:
        raise refusal(text, what, hint)
    return within(value * 1000.0, text, 0.0, 20_000.0, what, hint)


def parse_percent(text: str, *, least: float = 0.0, most: float = 100.0, what: str = "a percentage") -> float:
    """Return a percentage: ``18``, ``18%``, ``18.5 percent``; raises InputError."""
    folded = re.sub(r" ?(?:%|per ?cent)$", "", cleaned(text, what, PERCENT_HINT))
    value = number_of(folded)
    if value is None:
        raise refusal(text, what, PERCENT_HINT)
    return within(value, text, least, most, what, f"Write a percentage from {least:g} to {most:g}.")


def parse_whole_number(text: str, *, least: int, most: int, what: str = "a number") -> int:
    """Return a whole number within ``least..most``; raises InputError."""
    hint = f"Write a whole number from {least} to {most}."
    value = number_of(cleaned(text, what, hint).removeprefix("+"))
    if value is None or value != int(value):
        raise refusal(text, what, hint)
    return int(within(value, text, least, most, what, hint))


def parse_scale(text: str, *, least: int = 1, most: int = 10, what: str = "a rating") -> int:
    """Return a rating on a scale of whole numbers: ``7``, ``7/10``; raises InputError."""
    return parse_whole_number(re.sub(rf"\s*/\s*{most}\s*$", "", text), least=least, most=most, what=what)


def _measure(folded: str, factors: dict[str, float], bare: str) -> float | None:
    match = re.fullmatch(r"\+?([\d.,/ ]*[\d/]) ?([a-z#'\"][a-z ]*)?\.?", folded, re.ASCII)
    value = number_of(match[1]) if match else None
    factor = factors.get((match[2] or bare).strip()) if match else None
    return None if value is None or factor is None else value * factor


def _compound_length_cm(folded: str) -> float | None:
    feet = re.fullmatch(rf"(\d)(?: ?(?:'|ft\.?|feet|foot) ?)({NUMBER}) ?(?:\"|''|in\.?|inch|inches)?", folded, re.ASCII)
    if feet:
        inches = number_of(feet[2])
        if inches is None or inches >= INCHES_PER_FOOT:
            return None
        return (int(feet[1]) * INCHES_PER_FOOT + inches) * CM_PER_INCH
    metres = re.fullmatch(r"(\d) ?m ?(\d{2})(?: ?cm)?", folded, re.ASCII)
    return int(metres[1]) * 100.0 + int(metres[2]) if metres else None


def _bare_length_unit(folded: str, units: str) -> str:
    if units == "imperial":
        return "in"
    value = number_of(folded)
    return "m" if value is not None and value < 3.0 else "cm"
