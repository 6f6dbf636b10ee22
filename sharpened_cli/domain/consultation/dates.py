"""Dates in free text, relative to the day of the conversation."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = (
    r"jan(?:uary)?|enero|janeiro|janvier", r"feb(?:ruary)?|febrero|fevereiro|fevrier", r"mar(?:ch)?|marzo|marco|mars",
    r"apr(?:il)?|abril|avril", r"may|mayo|maio|mai", r"june?|junio|junho|juin", r"july?|julio|julho|juillet",
    r"aug(?:ust)?|agosto|aout", r"sept?(?:ember)?|septiembre|setembro|septembre",
    r"oct(?:ober)?|octubre|outubro|octobre",
    r"nov(?:ember)?|noviembre|novembro|novembre", r"dec(?:ember)?|diciembre|dezembro|decembre",
)  # fmt: skip
_MONTH = "(?:" + "|".join(f"(?P<n{{0}}{index}>{names})" for index, names in enumerate(_MONTHS, start=1)) + ")"
_YEAR = r"(?:,? (?:of )?(?P<y{0}>20\d\d|next year|this year))?"
_DAY = r"(?P<d{0}>[0-3]?\d)(?: ?(?:st|nd|rd|th))?"
_PATTERN = re.compile(
    "|".join(
        (
            r"\b(?P<iso>20\d\d-[01]\d-[0-3]\d)\b",
            (
                r"(?<![\d./])(?P<dd>[0-3]?\d)[/.](?P<mm>[01]?\d)(?:[/.](?P<yy>20\d\d|\d\d))?(?![\d/]|\.\d| ?(?:kg|"
                r"km|mi|h\b|am|pm))"
            ),
            rf"\b{_DAY.format('a')} (?:of |de )?{_MONTH.format('a')}\b{_YEAR.format('a')}",
            (
                rf"\b{_MONTH.format('b')} (?:the )?{_DAY.format('b')}(?![\d:.]\d|\d| ?(?:kg|min|am|"
                rf"pm))\b{_YEAR.format('b')}"
            ),
            (
                rf"\b(?:(?P<part>end of|the end of|early|start of|beginning of|mid|middle of|late|by|in|until|till|"
                rf"before|during|for|next|this|last)[ -])?(?:the )?{_MONTH.format('c')}\b(?! (?:the "
                rf")?\d{{1,2}}(?:st|nd|rd|th)?\b(?!:| ?(?:kg|km|min|am|pm))){_YEAR.format('c')}"
            ),
            (
                r"\bin (?:about |around |roughly )?(?P<count>\d+) (?P<unit>day|week|month|year)s?(?: time)?\b|"
                r"\b(?P<count2>\d+) (?P<unit2>week|month)s? (?:away|out|from now|to go)\b"
            ),
            r"\b(?P<season>spring|summer|autumn|fall|winter|verano|verao)\b(?P<sy> next year| 20\d\d)?",
            (
                r"\b(?P<fn>next )?(?P<feast>thanksgiving|memorial day|labou?r day|christmas|xmas|new years?(?: "
                r"eve)?|easter|"
                r"valentines(?: day)?|halloween|natal|navidad|noel)\b(?P<fy> next year)?"
            ),
            (
                r"\b(?P<relative>next (?:week|month|year)|(?:by )?(?:the )?end of (?:the|this|next) (?:year|month)|"
                r"this time next year|year end|a year from now)\b"
            ),
        )
    )
)
_NTH = re.compile(
    r"\b(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last) (?P<day>mon|tues|wednes|thurs|fri|satur|sun|"
    r"week)(?:day|end) (?:(?:in|of) )?$"
)
_WEEKDAY = {"mon": 0, "tues": 1, "wednes": 2, "thurs": 3, "fri": 4, "satur": 5, "sun": 6, "week": 5}
_ORDINAL = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}
_SEASON_END = {
    "spring": (5, 31),
    "summer": (6, 30),
    "verano": (6, 30),
    "verao": (6, 30),
    "autumn": (9, 30),
    "fall": (9, 30),
    "winter": (12, 31),
}
SOON_DAYS = 30  # "next Thanksgiving" said a few days before one means the following year's; product choice
_EARLY, _MIDDLE, _LATE = 5, 15, 25  # days of the month; product choice


class FoundDate(NamedTuple):
    """A date found in a text; ``precision`` is day, week, month or season."""

    start: int
    end: int
    value: date
    precision: str


def dates(text: str, today: date, start: int = 0, end: int | None = None) -> list[FoundDate]:
    """Return the dates between two offsets; without a year it is the next such day after ``today``."""
    end = len(text) if end is None else end
    found = []
    for match in _PATTERN.finditer(text, start, end):
        made = _date(text, match, today, start)
        if made:
            found.append(made)
    return found


def _date(text: str, match: re.Match[str], today: date, start: int) -> FoundDate | None:
    try:
        if match["iso"]:
            return FoundDate(match.start(), match.end(), date.fromisoformat(match["iso"]), "day")
        if match["dd"]:
            return _numeric(match, today)
        for letter in "ab":
            if match[f"d{letter}"]:
                month = _month(match, letter)
                value = _on(int(match[f"d{letter}"]), month, match[f"y{letter}"], today)
                return FoundDate(match.start(), match.end(), value, "day")
        if match["count"] or match["count2"]:
            count, unit = int(match["count"] or match["count2"]), match["unit"] or match["unit2"]
            return FoundDate(match.start(), match.end(), _later(today, count, unit), "week" if unit != "day" else "day")
        if match["season"]:
            return _season(match, today)
        if match["feast"]:
            value = _feast(match["feast"], today)
            if (match["fy"] and value.year == today.year) or (match["fn"] and (value - today).days < SOON_DAYS):
                value = _feast(match["feast"], value)
            return FoundDate(match.start(), match.end(), value, "day")
        if match["relative"]:
            return FoundDate(match.start(), match.end(), _relative(match["relative"], today), "month")
        return _in_month(text, match, today, start)
    except ValueError:
        return None


def _month(match: re.Match[str], letter: str) -> int:
    return next(index for index in range(1, 13) if match[f"n{letter}{index}"])


def _on(day: int, month: int, year_text: str | None, today: date) -> date:
    """Return the date of a day and month in the year said, else the next one after today."""
    if year_text and year_text.isdigit():
        return date(int(year_text), month, day)
    if year_text == "next year":
        return date(today.year + 1, month, day)
    value = date(today.year, month, day)
    return value if value > today or year_text == "this year" else date(today.year + 1, month, day)


def _numeric(match: re.Match[str], today: date) -> FoundDate | None:
    day, month = int(match["dd"]), int(match["mm"])
    if month > 12 >= day:
        day, month = month, day
    if "." in match[0] and not match["yy"]:
        return None  # 12.30 is a time or a number
    year = match["yy"]
    if year and len(year) == 2:
        year = "20" + year
    return FoundDate(match.start(), match.end(), _on(day, month, year, today), "day")


def _in_month(text: str, match: re.Match[str], today: date, start: int) -> FoundDate | None:
    month, part = _month(match, "c"), match["part"] or ""
    name = match[f"nc{month}"]
    if name in ("may", "mar", "march", "sun", "mars", "mai") and not part and not match["yc"]:
        return None  # the verb, or the march
    year = match["yc"]
    first = _on(1, month, year, today) if year else _next_month(month, today)
    before = text[start : match.start()]
    nth = _NTH.search(before if before.endswith(" ") else before + " ")
    if nth:
        day = _nth_weekday(first, _WEEKDAY[nth["day"]], _ORDINAL[nth["nth"]])
        return FoundDate(start + nth.start(), match.end(), day, "day" if nth["day"] != "week" else "week")
    last = calendar.monthrange(first.year, first.month)[1]
    day_number = {
        "early": _EARLY,
        "start of": _EARLY,
        "beginning of": _EARLY,
        "mid": _MIDDLE,
        "middle of": _MIDDLE,
        "late": _LATE,
    }
    if part.endswith("end of") or part in ("by", "until", "till"):
        return FoundDate(match.start(), match.end(), first.replace(day=last), "month")
    return FoundDate(match.start(), match.end(), first.replace(day=day_number.get(part, _MIDDLE)), "month")


def _next_month(month: int, today: date) -> date:
    year = today.year if month >= today.month else today.year + 1
    return date(year, month, 1)


def _nth_weekday(first: date, weekday: int, ordinal: int) -> date:
    if ordinal < 0:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * ordinal)


def _later(today: date, count: int, unit: str) -> date:
    if unit == "day":
        return today + timedelta(days=count)
    if unit == "week":
        return today + timedelta(weeks=count)
    months = count * (12 if unit == "year" else 1)
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    day = min(today.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day)


def _season(match: re.Match[str], today: date) -> FoundDate:
    month, day = _SEASON_END[match["season"]]
    year_text = (match["sy"] or "").strip() or None
    return FoundDate(match.start(), match.end(), _on(day, month, year_text, today), "season")


def _feast(name: str, today: date) -> date:
    fixed = {
        "christmas": (25, 12),
        "xmas": (25, 12),
        "natal": (25, 12),
        "navidad": (25, 12),
        "noel": (25, 12),
        "halloween": (31, 10),
    }
    if name in fixed:
        day, month = fixed[name]
        return _on(day, month, None, today)
    if name.startswith("new year"):
        return _on(31, 12, None, today) if name.endswith("eve") else _on(1, 1, None, today)
    if name.startswith("valentine"):
        return _on(14, 2, None, today)
    if name in ("thanksgiving", "memorial day", "labor day", "labour day"):
        month, weekday, ordinal = {"t": (11, 3, 3), "m": (5, 0, -1), "l": (9, 0, 0)}[name[0]]
        value = _nth_weekday(date(today.year, month, 1), weekday, ordinal)
        return value if value > today else _nth_weekday(date(today.year + 1, month, 1), weekday, ordinal)
    value = _easter(today.year)
    return value if value > today else _easter(today.year + 1)


def _easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (anonymous algorithm; Meeus 1991, Astronomical Algorithms)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, remainder = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quarter, last = divmod(rest, 4)
    weekday = (32 + 2 * remainder + 2 * quarter - epact - last) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _relative(text: str, today: date) -> date:
    if text == "next week":
        return today + timedelta(weeks=1)
    if text.endswith("next month") and "end" not in text:
        return _later(today, 1, "month")
    if text in ("this time next year", "a year from now"):
        return _later(today, 1, "year")
    if text == "next year":
        return date(today.year + 1, 12, 31)
    if "month" in text:
        base = _later(today, 1, "month") if "next" in text else today
        return base.replace(day=calendar.monthrange(base.year, base.month)[1])
    return date(today.year + ("next" in text), 12, 31)
