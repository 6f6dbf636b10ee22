"""Durations, times of day and dates as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sharpened_cli.domain.typed import NUMBER, cleaned, number_of, refusal, within

DURATION_HINT = "Write it like 45m, 1h15, 27:30 or 1:02:30."
CLOCK_HINT = "Write it like 7:30, 7.30pm or 19:30."
DATE_HINT = "Write it like 2026-11-24, today, yesterday, -3d or a weekday."
DAY_SEC = 86_400.0
OLDEST_YEAR, LATEST_YEAR = 1900, 2199
LONGEST_SHIFT_DAYS = 36_600

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_CLOCK_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_DAY_WORDS = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1}
_DAYS_PER_UNIT = {"d": 1, "w": 7}


def parse_duration_sec(text: str, *, bare: str = "min", most: float = DAY_SEC * 2) -> float:
    """Return a duration in seconds: ``45m``, ``1h15``, ``27:30`` (min:s), ``1:02:30``, ``90s``.

    A bare number is of the unit ``bare`` (``s``, ``min`` or ``h``). Raises InputError.
    """
    what = "a duration"
    folded = cleaned(text, what, DURATION_HINT)
    value = _colon_sec(folded)
    if value is None:
        value = _spelled_sec(folded, bare)
    if value is None:
        raise refusal(text, what, DURATION_HINT)
    return within(value, text, 1.0, most, what, DURATION_HINT)


def parse_hours(text: str, *, most: float = 24.0, what: str = "a number of hours") -> float:
    """Return hours: ``7.5``, ``7h30``, ``7:30`` (h:min), ``450 min``; raises InputError."""
    hint = "Write it like 7.5, 7h30 or 7:30."
    folded = cleaned(text, what, hint)
    if match := re.fullmatch(r"(\d{1,2}):([0-5]\d)(?: ?h(?:ours?)?)?", folded, re.ASCII):
        hours: float | None = int(match[1]) + int(match[2]) / 60.0
    else:
        seconds = _spelled_sec(folded, "h")
        hours = None if seconds is None else seconds / 3600.0
    if hours is None:
        raise refusal(text, what, hint)
    return within(hours, text, 0.0, most, what, hint)


def parse_clock(text: str) -> str:
    """Return a time of day as ``HH:MM``: ``7:30``, ``7.30pm``, ``19h30``, ``noon``; raises InputError."""
    what = "a time of day"
    folded = cleaned(text, what, CLOCK_HINT, "bad_time").removeprefix("at ")
    if folded in _CLOCK_WORDS:
        return _CLOCK_WORDS[folded]
    match = re.fullmatch(
        r"(\d{1,2})(?:[:.h]?([0-5]\d))?h?(?::[0-5]\d)? ?(a\.?m\.?|p\.?m\.?|o'clock)?", folded, re.ASCII
    )
    if not match:
        raise refusal(text, what, CLOCK_HINT, "bad_time")
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "")[:1]
    if half in {"a", "p"}:
        if not 1 <= hour <= 12:
            raise refusal(text, what, CLOCK_HINT, "bad_time")
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        raise refusal(text, what, CLOCK_HINT, "bad_time")
    return f"{hour:02d}:{minute:02d}"


def parse_date(text: str, today: date, *, prefer: str = "past") -> date:
    """Return a date: ISO, ``today``, ``yesterday``, ``-3d``, ``2 weeks ago``, a weekday, ``24 Nov 2026``.

    A weekday is the last one (today included) for ``prefer="past"``, the next one for ``"future"``;
    so is a day and month without a year. Raises InputError.
    """
    what = "a date"
    folded = cleaned(text, what, DATE_HINT, "bad_date")
    found = _relative_day(folded, today) or _weekday(folded, today, prefer) or _calendar_day(folded, today, prefer)
    if found is None:
        raise refusal(text, what, DATE_HINT, "bad_date")
    return found


def _colon_sec(folded: str) -> float | None:
    if match := re.fullmatch(r"(\d{1,2}):([0-5]\d):([0-5]\d)(?:[.,]\d+)?", folded, re.ASCII):
        return int(match[1]) * 3600.0 + int(match[2]) * 60.0 + int(match[3])
    if match := re.fullmatch(r"(\d{1,2}):([0-5]\d) ?(?:h|hrs?|hours?)", folded, re.ASCII):
        return int(match[1]) * 3600.0 + int(match[2]) * 60.0
    if match := re.fullmatch(r"(\d{1,3}):([0-5]\d(?:[.,]\d+)?)(?: ?min)?", folded, re.ASCII):
        return int(match[1]) * 60.0 + (number_of(match[2]) or 0.0)
    return None


def _spelled_sec(folded: str, bare: str) -> float | None:
    per_unit = {"s": 1.0, "min": 60.0, "h": 3600.0}
    value = number_of(folded)
    if value is not None:
        return value * per_unit[bare]
    match = re.fullmatch(
        rf"(?:({NUMBER}|\d+ \d/\d|\d/\d) ?(?:h|hrs?|hours?))?,? ?(?:and )?"
        rf"(?:({NUMBER}) ?(?:m|mins?|minutes?|'|(?![\d.,])))?,? ?(?:and )?"
        rf"(?:({NUMBER}) ?(?:s|secs?|seconds?|\"|''))?",
        folded,
        re.ASCII,
    )
    if not match or not any(match.groups()):
        return None
    hours, minutes, seconds = (number_of(group or "0") or 0.0 for group in match.groups())
    if match[1] and minutes >= 60.0:
        return None
    return hours * 3600.0 + minutes * 60.0 + seconds


def _relative_day(folded: str, today: date) -> date | None:
    if folded in _DAY_WORDS:
        return today + timedelta(days=_DAY_WORDS[folded])
    if match := re.fullmatch(r"([+-]) ?(\d{1,5}) ?([dw])(?:ays?|eeks?)?", folded, re.ASCII):
        days = int(match[2]) * _DAYS_PER_UNIT[match[3]] * (1 if match[1] == "+" else -1)
    elif match := re.fullmatch(r"(\d{1,4}|an?|one|two|three) (d|w)(?:ays?|eeks?) ago", folded, re.ASCII):
        count = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}.get(match[1])
        days = -(count if count is not None else int(match[1])) * _DAYS_PER_UNIT[match[2]]
    elif match := re.fullmatch(r"in (\d{1,4}|a|one|two|three) (d|w)(?:ays?|eeks?)", folded, re.ASCII):
        count = {"a": 1, "one": 1, "two": 2, "three": 3}.get(match[1])
        days = (count if count is not None else int(match[1])) * _DAYS_PER_UNIT[match[2]]
    else:
        return None
    return today + timedelta(days=days) if abs(days) <= LONGEST_SHIFT_DAYS else None


def _weekday(folded: str, today: date, prefer: str) -> date | None:
    match = re.fullmatch(r"(last |next |this |on )?([a-z]{3,9})", folded)
    word = match[2] if match else ""
    index = next((at for at, name in enumerate(WEEKDAYS) if _names(word, name)), None)
    if match is None or index is None:
        return None
    asked = (match[1] or "").strip()
    if asked == "next" or (prefer == "future" and asked != "last"):
        ahead = (index - today.weekday()) % 7
        return today + timedelta(days=ahead or (7 if asked == "next" else 0))
    back = (today.weekday() - index) % 7
    return today - timedelta(days=back or (7 if asked == "last" else 0))


def _calendar_day(folded: str, today: date, prefer: str) -> date | None:
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", folded, re.ASCII):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", folded, re.ASCII):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", folded, re.ASCII):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if match := re.fullmatch(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", folded, re.ASCII):
        first, second, year = (int(group) for group in match.groups())
        if first > 12 or first == second:  # otherwise day and month cannot be told apart
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else None
    return _named_month(folded, today, prefer)


def _named_month(folded: str, today: date, prefer: str) -> date | None:
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,?(?: (\d{4}))?", folded, re.ASCII)
    if match:
        day_text, word, year_text = match.groups()
    else:
        match = re.fullmatch(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?", folded, re.ASCII)
        if not match:
            return None
        word, day_text, year_text = match.groups()
    month = next((at for at, name in enumerate(MONTHS, 1) if _names(word, name)), None)
    if month is None:
        return None
    if year_text:
        return _day(int(year_text), month, int(day_text))
    step = 1 if prefer == "future" else -1
    years = range(today.year, today.year + step * 9, step)
    days = (_day(year, month, int(day_text)) for year in years)
    return next((day for day in days if day and (day - today).days * step >= 0), None)


def _names(word: str, name: str) -> bool:
    return len(word) >= 3 and name.startswith("wed" if word == "weds" else word)


def _day(year: int, month: int, day: int) -> date | None:
    if not OLDEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
