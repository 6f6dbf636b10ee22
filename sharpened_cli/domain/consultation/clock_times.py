"""Times of the day in free text: 6am, 18:30, 7 in the morning, 6-8pm; and the part of the day they fall in."""

from __future__ import annotations

import re
from typing import NamedTuple

_BUCKETS = (
    (4 * 60, "early_morning"), (7 * 60, "morning"), (11 * 60, "midday"), (13 * 60 + 30, "afternoon"),
    (17 * 60, "evening"), (21 * 60, "night"),
)  # fmt: skip


def bucket(minutes: int) -> str:
    """Return the part of the day of minutes after midnight."""
    name = "night"
    for start, candidate in _BUCKETS:
        if minutes >= start:
            name = candidate
    return name


def as_clock(minutes: int) -> str:
    """Return minutes after midnight as HH:MM."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


class Time(NamedTuple):
    """A time as said: span, minutes after midnight as written, whether the half of the day is known, end."""

    start: int
    end: int
    minutes: int
    certain: bool
    until: int | None = None
    is_bare: bool = False


_AM = r"a ?m|in the mornings?|of the morning|da manha|de la manana|por la manana|du matin|in the am"
_PM = (
    r"p ?m|in the (?:afternoon|evening)s?|at night|of the (?:night|evening|afternoon)|da (?:tarde|noite)"
    r"|de la (?:tarde|noche)|por la (?:tarde|noche)|du soir|de l apres midi|ish pm"
)
_ONE = r"(?P<h{0}>[01]?\d|2[0-4])(?:(?:[:.]|h)(?P<m{0}>[0-5]\d))?"
_HALF_OF_DAY = rf"\s?(?:ish)?\s?(?P<half{{0}}>{_AM}|{_PM}|h(?:s|rs)?(?![a-z0-9]))?"
_TIME = re.compile(
    rf"(?<![\d.,:/'$])(?:{_ONE.format(1)}){_HALF_OF_DAY.format(1)}(?![\d'\"/%]|[.:,]\d)"
    rf"(?:\s?(?:-|to|til|till|until|ate|a las|"
    rf"and(?=[^,.]*?\bpm\b))\s?{_ONE.format(2)}{_HALF_OF_DAY.format(2)}(?![\d/%'\"]|[.:,]\d))?"
)
_MILITARY = re.compile(
    r"(?<![\d.,])([01]\d|2[0-3])([0-5]\d)(?= ?(?:h|hrs|hours)\b)|\b(?:at|from|by) (0\d|1\d|2[0-3])([0-5]\d)\b"
)
_COMPACT = re.compile(r"(?<![\d.,/-])([01]\d|2[0-3])([0-5]\d)(?!\d|[.,/-]\d| ?(?:g|ml|kcal|kg|cal)\b)")
_UNIT_AFTER = re.compile(
    r"\s?(?:kgs?|kilos?|lbs?|pounds?|stone|st|g|grams?|ml|oz|min|mins|minutes?|sec|secs|seconds?|s|m|km|k|"
    r"miles?|reps?|sets?|x|years?"
    r"|yrs?|months?|weeks?|days?|hours?|hrs|times?|%|kcal|calories|cals?|rounds?|eggs?|slices?|squares?|scoops?|"
    r"cups?|meals?"
    r"|cm|inch(?:es)?|st|nd|rd|th|percent|people|kids|or|of|sessions?|handfuls?|glass(?:es)?|pieces?|jan|feb|"
    r"mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b"
)  # fmt: skip
_OF_THE_CLOCK = re.compile(
    r"\b(?:at|around|about|by|from|after|before|till|until|@|a las|as|between|roughly|round)\s*$"
)


def times(text: str, start: int = 0, end: int | None = None, *, bare: bool = False) -> list[Time]:
    """Return the times between two offsets; ``bare`` also takes plain hours ("7, 12, 5.30").

    Plain hours count anyway after "at", "around", "from" and the like.
    """
    end = len(text) if end is None else end
    found: list[Time] = []
    for match in (_COMPACT if bare else _MILITARY).finditer(text, start, end):
        hour, minute = (match[1], match[2]) if bare else (match[1] or match[3], match[2] or match[4])
        found.append(Time(match.start(), match.end(), 60 * int(hour) + int(minute), certain=True))
    for match in _TIME.finditer(text, start, end):
        if any(item.start <= match.start() < item.end for item in found):
            continue
        made = _time(text, match, start, end, bare=bare)
        if made:
            found.append(made)
    return sorted(found)


def _time(text: str, match: re.Match[str], start: int, end: int, *, bare: bool) -> Time | None:
    has_mark = bool(match["m1"] or match["half1"] or match["m2"] or match["half2"])
    finish = match.end() if match["h2"] is None or _second_counts(text, match, end) else match.end("h1")
    if match["h2"] and finish != match.end():
        finish = max(match.end("m1"), match.end("half1"), match.end("h1"))
        has_mark = bool(match["m1"] or match["half1"])
    if not match["half1"] and _UNIT_AFTER.match(text[:end], finish):
        return None
    is_bare = not has_mark
    if is_bare and not bare and not _OF_THE_CLOCK.search(text, max(start, match.start() - 14), match.start()):
        return None
    has_second = match["h2"] is not None and finish == match.end()
    first, certain = _minutes(match["h1"], match["m1"], match["half1"] or (match["half2"] if has_second else None))
    if first is None or (is_bare and first == 0):
        return None
    until = None
    if has_second:
        last, _ = _minutes(match["h2"], match["m2"], match["half2"])
        if last is not None:
            if match["half2"] and not match["half1"] and first > last:
                first -= 720  # "10-1pm" begins in the morning
            until = _length(first, last)
    return Time(match.start(), finish, first % 1440, certain, until, is_bare)


def _second_counts(text: str, match: re.Match[str], end: int) -> bool:
    return not _UNIT_AFTER.match(text[:end], match.end()) or bool(match["half2"])


def _length(first: int, last: int) -> int | None:
    """Return the minutes between two times, if they can be a stretch of a day."""
    length = (last - first) % 1440
    if length > 720:
        length -= 720
    return length or None


def _minutes(hour: str, minute: str | None, half: str | None) -> tuple[int | None, bool]:
    """Return minutes after midnight, and whether the half of the day is certain."""
    value, rest = int(hour), int(minute or 0)
    if value > 24:
        return None, False
    half = (half or "").replace(" ", "")
    if half.startswith("h") or not half:
        certain = value >= 13 or value == 0 or bool(half) or (len(hour) == 2 and hour[0] == "0")
        return (60 * value + rest) % 1440, certain
    is_morning = half.startswith(
        ("a", "inthemorn", "ofthemorn", "damanha", "delamanana", "porlamanana", "dumatin", "intheam")
    )
    if is_morning:
        return (0 if value == 12 else value * 60) + rest, True
    if half.startswith(("atnight", "ofthenight", "danoite", "delanoche")) and value < 5:
        return value * 60 + rest, True
    return (value if value >= 12 else value + 12) * 60 + rest, True


_PART_WORDS = (
    ("early_morning", (
        r"early (?:in the )?mornings?|first thing|crack of dawn|before (?:work|school|dawn|sunrise|the kids wake|"
        r"everyone wakes)|at dawn|madrugada|super early|antes del trabajo|antes do trabalho"
    )),
    ("midday", (
        r"lunch ?times?|lunch ?breaks?|lunch hours?|at lunch|over lunch|midday|mid day|noon|mediodia|meio dia|midi|"
        r"hora do almoco"
    )),
    ("afternoon", r"afternoons?|after school|por la tarde|(?:a|da|de|à) tarde|tardes?|apres midi|arvo"),
    ("evening", (
        r"evenings?|eves?|after (?:work|the office|my shift|dinner|tea)|post work|despues del trabajo|depois do "
        r"trabalho|apres le travail|soirs?|noche|a noite|de noite"
    )),
    ("night", r"late (?:at )?nights?|late evenings?|midnight|nights?|noites?"),
    ("morning", r"mornings?|mananas?|manhas?|matins?|after (?:the )?school (?:run|drop ?off)|\bam\b"),
)  # fmt: skip
_PARTS = [(name, re.compile(rf"\b(?:{pattern})\b")) for name, pattern in _PART_WORDS]


class Part(NamedTuple):
    """A named part of the day in a text."""

    start: int
    end: int
    name: str


def parts(text: str, start: int = 0, end: int | None = None) -> list[Part]:
    """Return the named parts of the day between two offsets, not overlapping."""
    end = len(text) if end is None else end
    found: list[Part] = []
    for name, pattern in _PARTS:
        for match in pattern.finditer(text, start, end):
            if not any(item.start < match.end() and match.start() < item.end for item in found):
                found.append(Part(match.start(), match.end(), name))
    return sorted(found)
