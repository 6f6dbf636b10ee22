"""Red flags in free text: deterministic, run on everything a person writes, never left to a model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.health_terms import BLOCKS, FALL_RISK, OLDER_WORDS, PARTS, TYPO_WORDS, WEAK_BALANCE
from sharpened_cli.domain.health_text import LONGEST_SENTENCE, Mention, close_words, folded, holds
from sharpened_cli.domain.injury_terms import AGE, BODY, HURT, INJURY, LONG_AGO, MINOR, NOT_AN_AGE
from sharpened_cli.domain.phrases import phrases
from sharpened_cli.domain.show import KG_PER_LB, LB_PER_STONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

LEAST_HEALTHY_BMI = 18.5  # WHO
LOW_TARGET_KG = 45.0  # below it a target is asked about even where no height is known (product choice)
RECENT_WEEKS = 26.0  # an injury or operation counts as recent for half a year (product choice)
OLDER_YEARS = 65

_UNIT_WEEKS = {"day": 1 / 7, "night": 1 / 7, "week": 1.0, "month": 4.35, "year": 52.2}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "couple": 2, "few": 3, "three": 3, "four": 4, "five": 5, "six": 6,
           "seven": 7, "eight": 8, "nine": 9, "ten": 10, "several": 4, "some": 4, "twelve": 12}  # fmt: skip
_MUSCLE_WEAR = r"\bso i (?:don'?t|do not|won'?t)|don'?t (?:want to )?(?:get )?(?:hurt|injured)"
_TARGET = (
    r"\b(?:(?P<sure>down to|goal weight(?: is| of|:)?|target weight(?: is| of|:)?)"
    r"|to|at|goal(?: is| of|:)?|target(?: is| of|:)?|reach|weigh|hit|be|under|below) "
    r"(?:about |around |under |below |just |only )?"
    r"(?:(?P<number>\d{2,3}(?:[.,]\d)?)(?: ?(?P<unit>kgs?|kilos?|lbs?|pounds?)\b)?"
    r"|(?P<stones>\d{1,2}) ?(?:st|stones?)(?: ?(?P<rest>\d{1,2}))?\b)"
    r"(?! ?(?:x|for|dumb|bar|kettle|db|on|reps?|sets?|min|%|/|:|[.,]?\d|cm|km|hours?|weeks?|days?|stone|st)\b)"
)
_LIFTED = r"""
squat|bench|dead ?lift|press|lift|row|curl|snatch|clean|jerk|pull|dumbbells?|kettlebells?|barbell|lunges?
carry|sets?|reps?
"""
_HEIGHT = r"\b(?:(1)[.,m](\d{2})\b|(1\d\d) ?cm\b|([4-6])(?:'| ?ft ?| foot ?)(\d{1,2})?)"


def red_flags(
    text: str, *, today: date | None = None, age: int | None = None, height_cm: float | None = None
) -> frozenset[str]:
    """Return the codes of all safety flags that the speaker's words raise about the speaker."""
    found = find_red_flags(text, today=today, age=age, height_cm=height_cm)
    return frozenset(mention.code for mention in found)


def find_red_flags(
    text: str, *, today: date | None = None, age: int | None = None, height_cm: float | None = None
) -> tuple[Mention, ...]:
    """Return the first mention of each safety flag, in the order of the text.

    Denied ("no chest pain"), feared ("to avoid diabetes") and other people's ("my mum has diabetes")
    conditions are left out. ``today`` tells recent years from old ones, ``age`` in years and ``height_cm``
    help where the words alone do not say enough.
    """
    plain = folded(text)
    first: dict[str, Mention] = {}
    for code, start, end in sorted(_candidates(plain, today, age, height_cm), key=lambda item: item[1:]):
        first.setdefault(code, Mention(code, text[start:end], start, end))
    return tuple(sorted(first.values(), key=lambda mention: (mention.start, mention.code)))


def _candidates(
    plain: str, today: date | None, age: int | None, height_cm: float | None
) -> Iterator[tuple[str, int, int]]:
    """Yield the first mention of each code that holds, pattern by pattern."""
    for code, block in BLOCKS.items():
        yield from _first(code, phrases(block, **PARTS), plain)
    for code, start, end in close_words(plain, TYPO_WORDS):
        if holds(plain, start, end):
            yield code, start, end
    minor = phrases(MINOR, age=AGE, not_an_age=NOT_AN_AGE)
    yield from _first("minor", minor, plain, lambda start, _: not _was_then(plain, start))
    injury = phrases(INJURY, hurt=HURT, body=BODY)
    yield from _first("recent_injury", injury, plain, lambda start, end: _is_recent(plain, start, end, today))
    if (age or 0) >= OLDER_YEARS or phrases(OLDER_WORDS).search(plain):
        yield from _first("older_adult_fall_risk", phrases(FALL_RISK + WEAK_BALANCE), plain)
    yield from _low_targets(plain, height_cm)


def _first(
    code: str, pattern: re.Pattern[str], plain: str, is_meant: Callable[[int, int], bool] | None = None
) -> Iterator[tuple[str, int, int]]:
    for match in pattern.finditer(plain):
        start, end = match.span()
        if holds(plain, start, end) and (is_meant is None or is_meant(start, end)):
            yield code, start, end
            return


def _was_then(plain: str, start: int) -> bool:
    before = plain[max(0, start - 24) : start]
    return bool(re.search(r"\b(?:when|since|until|from|at) $|\bwhen i was (?:\w+ )?$", before))


def _is_recent(plain: str, start: int, end: int, today: date | None) -> bool:
    before = re.split(r"[.;!?\n]", plain[max(0, start - LONGEST_SENTENCE) : start])[-1]
    after = re.split(r"[.;!?\n]", plain[end : end + LONGEST_SENTENCE], maxsplit=1)[0]
    around = f"{before}{plain[start:end]}{after}"
    if re.search(_MUSCLE_WEAR, around):
        return False
    match = re.search(r"\b(\d{1,3}|[a-z]+)(?: of)? (day|night|week|month|year)s? (?:ago|back|post)", around)
    if match:
        count = float(match[1]) if match[1].isdigit() else float(_COUNTS.get(match[1], 1))
        return count * _UNIT_WEEKS[match[2]] <= RECENT_WEEKS
    years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", around)]
    if years:
        return today is not None and max(years) >= today.year
    return not phrases(LONG_AGO).search(around)


def _low_targets(plain: str, height_cm: float | None) -> Iterator[tuple[str, int, int]]:
    height = height_cm or _height_cm(plain)
    for match in re.finditer(_TARGET, plain):
        kilograms = _target_kg(match, plain)
        before = plain[max(0, match.start() - 40) : match.start()]
        if kilograms is None or phrases(_LIFTED).search(before) or not holds(plain, match.start(), match.end()):
            continue
        limit = LEAST_HEALTHY_BMI * (height / 100.0) ** 2 if height else LOW_TARGET_KG
        if LOW_TARGET_KG / 2 < kilograms < limit:
            yield "underweight_goal", match.start(), match.end()


def _target_kg(match: re.Match[str], plain: str) -> float | None:
    if match["stones"]:
        return (int(match["stones"]) * LB_PER_STONE + int(match["rest"] or 0)) * KG_PER_LB
    number = float(match["number"].replace(",", "."))
    unit = match["unit"]
    if unit is None:  # a bare number is a weight only where the words say so and weights are spoken of
        spoken = re.search(r"\d ?(kgs?|kilos?|lbs?|pounds?)\b", plain)
        if not match["sure"] or spoken is None:
            return None
        unit = spoken[1]
    return number * (KG_PER_LB if unit[0] in "lp" else 1.0)


def _height_cm(plain: str) -> float | None:
    match = re.search(_HEIGHT, plain)
    if not match:
        return None
    if match[1]:
        return 100.0 + float(match[2])
    if match[3]:
        return float(match[3])
    return (int(match[4]) * 12 + int(match[5] or 0)) * 2.54
