"""Turn spoken numbers, clock phrases and lengths of time into digits, so that the grammars read one form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.turns import Line

_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_ABROAD = {
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "dois": 2, "duas": 2, "quatro": 4, "sete": 7, "oito": 8, "nove": 9, "dez": 10,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "treinta": 30, "trinta": 30,
    "trente": 30, "onze": 11, "doze": 12, "doce": 12,
}  # fmt: skip
_VALUES = {**_UNITS, **_TENS, **_ABROAD}

_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_COUNTED = (
    r"hours?|mins?|minutes?|seconds?|eggs?|slices?|scoops?|cups?|glass(?:es)?|pieces?|sets?"
    r"|reps?|rounds?|kilos?|kg|pounds?|lbs?|stone|miles?|km|times?|cans?|bowls?|squares?|handfuls?|bananas?|apples?"
)
_HOUR = rf"(?:{_WORD}|\d{{1,2}})"
_MINUTES = {"quarter": 15, "half": 30}

_PAST = re.compile(
    rf"\b(half|quarter|(?:a quarter)|five|ten|twenty|twenty five|\d\d?) (past|to|after|of)\s+({_HOUR})(?![\d:.])\b"
)
_HALF_BARE = re.compile(rf"\bhalf ({_HOUR})\b(?!\s*(?:an?\b|hours?|of))")
_OCLOCK = re.compile(rf"\b({_HOUR})\s*o ?clock\b")
_SPOKEN_CLOCK = re.compile(
    r"\b(five|six|seven|eight|nine|ten|eleven|twelve|one|two|three|four) (thirty|fifteen|forty[ -]?five)\b"
)
_NOON = re.compile(r"\b(?:12 )?(noon|midnight)\b")
_COMPOUND = re.compile(rf"\b({'|'.join(_TENS)})[ -]({'|'.join(w for w, v in _UNITS.items() if 0 < v < 10)})\b")
_HUNDRED = re.compile(r"\b(?:an?|one|(\d|two|three|four|five|six|seven|eight|nine)) hundred(?: and (\d\d?|[a-z]+))?\b")
_SINGLE = re.compile(rf"\b({_WORD})\b")
_PER = (
    r"(?<!once )(?<!twice )(?<!times )(?<!nights )(?<!days )(?<!sessions )(?<!x )(?<!\d )(?<!hours )(?<!meals "
    r")(?<!week and )"
)
_ONE = re.compile(rf"{_PER}\b(?:an?|one)\s+(?=(?:{_COUNTED})\b)")
_TIME_UNIT = re.compile(
    r"(?:^|(?<=for )|(?<=about )|(?<=over )|(?<=than )|(?<=in )|(?<=almost )|(?<=nearly )|(?<=under )|(?<=after "
    r")|(?<=, ))"
    r"(?:an?|one) (?=(?:days?|weeks?|months?|years?)\b)"
)
_AND_HALF_UNIT = re.compile(r"\b(?:an?|one|1) (stone|kilos?|miles?|years?|km) and a half\b")
_COUPLE = re.compile(r"\b(?:an? )?couple (?:of )?(?=[a-z])|\bpair of (?=[a-z])")
_DOZEN = re.compile(r"\b(half )?an? dozen\b|\bdozen\b")
_DECADE = re.compile(r"\b(?:an?|1|over a|about a) decade\b|\b(\d) decades\b")
_FEW = re.compile(r"\b(?:an? )?few (?=(?:years|months|weeks)\b)")

_THREE_QUARTERS = re.compile(r"\b(?:3|three) quarters of an hour\b")
_HOUR_AND_HALF_ABROAD = re.compile(
    r"\b(?:une |1 )?heure et demie\b|\b(?:una |1 )?hora y media\b|\b(?:uma |1 )?hora e meia\b"
)
_HOUR_AND = re.compile(
    r"\b(?:an? |1 |one |(\d+) )?hours? and (?:an? )?(half|quarter|(\d\d?)(?= ?min| ?$|[ ,.]))"
    r"(?: ?min(?:ute)?s?)?|\b(\d+) and a half hours?\b"
)
_HALF_HOUR = re.compile(r"\bhalf (?:an? |of an? )?hour\b|\bmedia hora\b|\bmeia hora\b|\bdemi[ -]heure\b")
_HOUR_TEN = re.compile(
    r"\b(?:an|1|one) hour (ten|fifteen|twenty|thirty|forty|fifty|[1-5]\d)\b(?! ?(?:min|past|to|sec))"
)
_AN_HOUR = re.compile(r"\b(?:for )?(?:an|one) hour(?!s? and)\b|\buna hora\b|\buma hora\b|\bune heure\b")
_AND_A_HALF = re.compile(r"\b(\d+) and a half\b|\b(\d+) 1/2\b")
_MONTHS_HALF = re.compile(r"\b(?:an?|1|one) year and a half\b|\b18 months\b")
_HALF_YEAR = re.compile(r"\bhalf a year\b")


def digits(line: Line) -> Line:
    """Return the line with spoken numbers as digits, clock phrases as H:MM and spoken hours as minutes."""
    line = line.replaced(_THREE_QUARTERS, lambda _: "45 min")
    line = line.replaced(_HOUR_AND_HALF_ABROAD, lambda _: "90 min")
    line = line.replaced(_AND_HALF_UNIT, lambda match: f"1.5 {match[1]}")
    line = line.replaced(_MONTHS_HALF, lambda _: "1.5 years").replaced(_HALF_YEAR, lambda _: "6 months")
    line = line.replaced(_PAST, _past)
    line = line.replaced(_HALF_BARE, lambda match: f"{_value(match[1])}:30")
    line = line.replaced(_SPOKEN_CLOCK, lambda match: f"{_value(match[1])}:{_value(match[2].replace('-', ' '))}")
    line = line.replaced(_OCLOCK, lambda match: f"{_value(match[1])}:00")
    line = line.replaced(_NOON, lambda match: "12:00 pm" if match[1] == "noon" else "0:00")
    line = line.replaced(_COMPOUND, lambda match: str(_value(match[1]) + _value(match[2])))
    line = line.replaced(_HUNDRED, _hundred)
    line = line.replaced(_HALF_HOUR, lambda _: "30 min")
    line = line.replaced(_HOUR_AND, _hour_and)
    line = line.replaced(_HOUR_TEN, lambda match: f"{60 + _value(match[1])} min")
    line = line.replaced(_AN_HOUR, lambda _: "60 min")
    line = line.replaced(_COUPLE, lambda _: "2 ").replaced(_DOZEN, lambda match: "6" if match[1] else "12")
    line = line.replaced(_DECADE, lambda match: f"{10 * int(match[1] or 1)} years")
    line = line.replaced(_FEW, lambda _: "3 ")
    line = line.replaced(_ONE, lambda _: "1 ").replaced(_TIME_UNIT, lambda _: "1 ")
    line = line.replaced(_SINGLE, lambda match: match[1] if match[1] in ("one", "zero") else str(_value(match[1])))
    return line.replaced(_AND_A_HALF, lambda match: f"{match[1] or match[2]}.5")


def _value(word: str) -> int:
    if word.isdigit():
        return int(word)
    return sum(_VALUES[part] for part in word.split())


def _past(match: re.Match[str]) -> str:
    amount, direction, hour = match[1], match[2], _value(match[3])
    minutes = _MINUTES.get(amount.removeprefix("a ")) or _value(amount)
    if not 1 <= hour <= 24 or minutes > 30:
        return match[0]
    if direction in ("to", "of"):
        if not {"quarter", "half"} & set(amount.split()) and amount.isdigit():
            return match[0]  # "5 to 10" is a range
        return f"{(hour - 2) % 12 + 1}:{60 - minutes:02d}"
    return f"{hour}:{minutes:02d}"


def _hundred(match: re.Match[str]) -> str:
    hundreds = _value(match[1]) if match[1] else 1
    rest = match[2]
    if rest and not rest.isdigit():
        if rest not in _VALUES:
            return f"{100 * hundreds} and {rest}"
        rest = str(_VALUES[rest])
    return str(100 * hundreds + int(rest or 0))


def _hour_and(match: re.Match[str]) -> str:
    if match[4]:
        return f"{60 * int(match[4]) + 30} min"
    whole = int(match[1] or 1)
    part = {"half": 30, "quarter": 15}.get(match[2]) or int(match[3])
    return f"{60 * whole + part} min"
