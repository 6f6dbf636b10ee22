"""Times, distances and numbers inside a normalised sentence, as patterns and as SI figures."""

from __future__ import annotations

import re

from sharpened_cli.domain.units import METRES_PER_MILE, METRES_PER_YARD

NUM = r"\d{1,12}(?:\.\d{1,6})?"
RANGE = rf"{NUM}(?:\s*-\s*{NUM})?"
# 1:05:00, 27:30, 1h20, 1 h 20 min, 27 min 30 s, 45', 90", 45 min, 90 s; a lone "m" is settled by context.
DURATION = (
    r"\d{1,2}:[0-5]\d\s*h(?![a-z])|\d{1,2}:[0-5]\d:[0-5]\d(?:\.\d{1,2})?|\d{1,3}:[0-5]\d(?:\.\d{1,2})?|"
    rf"{NUM}\s*(?:h|hrs|hr(?!\s*[:=]?\s*\d{{2,3}}\s*(?:bpm|$|,)))(?![a-z])\s*(?:\d{{1,2}}(?:\s*(?:min|m|'))?(?![\d.:x]|\s*(?:km|k|metres|mi|yd|x|kg|lb)\b))?|"
    rf"{NUM}\s*(?:min|')(?:\s*\d{{1,2}}\s*(?:s(?![a-z])|\")|\d{{2}}(?![\d.:x/%]))?(?:''|\")?|{NUM}\s*(?:s|\"|'')(?![a-z])|\d{{1,2}}m\d{{2}}s?"
)
DISTANCE = rf"{NUM}\s*(?:km|metres|mi|yd|ft|k|m)(?![a-z/])"

SECONDS_PER_MINUTE, SECONDS_PER_HOUR, MINUTES_PER_DAY = 60.0, 3600.0, 1440
METRES_OF = {
    "km": 1000.0, "k": 1000.0, "metres": 1.0, "m": 1.0, "mi": METRES_PER_MILE, "yd": METRES_PER_YARD, "ft": 0.3048,
}  # fmt: skip


def numbers_in(text: str) -> tuple[float, ...]:
    """Return all figures of a text, without signs."""
    return tuple(float(found) for found in re.findall(r"\d+(?:\.\d+)?", text))


def middle(text: str) -> float:
    """Return a figure, or the middle of a range such as ``7-8``."""
    found = numbers_in(text)[:2]
    return sum(found) / len(found)


def duration_sec(text: str) -> float:
    """Return the seconds of ``27:30``, ``1:05:00``, ``1h20``, ``45 min``, ``45'30"``, ``90s``; bare: minutes."""
    clock = re.search(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?", text)
    if clock:
        first, second, third = int(clock[1]), int(clock[2]), clock[3]
        if third is None and text.rstrip().endswith("h"):
            return first * SECONDS_PER_HOUR + second * SECONDS_PER_MINUTE
        if third is not None:
            return first * SECONDS_PER_HOUR + second * SECONDS_PER_MINUTE + int(third)
        return first * SECONDS_PER_MINUTE + second
    found = numbers_in(text)
    second_figure = found[1] if len(found) > 1 else 0.0
    if re.search(r"\dm\d", text) or (re.search(r"\d\s*(?:min|'(?!'))", text) and not re.search(r"\d\s*h", text)):
        return found[0] * SECONDS_PER_MINUTE + second_figure
    if re.search(r"\d\s*h", text):
        return found[0] * SECONDS_PER_HOUR + second_figure * SECONDS_PER_MINUTE
    if re.search(r"\d\s*(?:s|\"|'')", text):
        return found[0]
    return found[0] * SECONDS_PER_MINUTE


def distance_m(text: str) -> float:
    """Return the metres of ``5k``, ``5 km``, ``400m``, ``3 mi``, ``1000 yd``, ``50 ft``."""
    match = re.search(r"(\d+(?:\.\d+)?)\s*([a-z]+)", text)
    return float(match[1]) * METRES_OF[match[2]] if match else 0.0


def minutes_of_day(text: str) -> int:
    """Return the minutes after midnight of ``7am``, ``7:30 pm``, ``18h30``, ``18``."""
    found = [int(figure) for figure in re.findall(r"\d+", text)]
    hour, minute = found[0], found[1] if len(found) > 1 else 0
    if "pm" in text and hour < 12:
        hour += 12
    if "am" in text and hour == 12:
        hour = 0
    return (hour * 60 + minute) % MINUTES_PER_DAY
