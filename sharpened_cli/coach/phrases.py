"""Sentences that need no language model: each of the coach's intents has plain words of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Intent(NamedTuple):
    """What a sentence asks for: a tool's name and its arguments."""

    tool: str
    arguments: dict[str, Any]


def intent(sentence: str) -> Intent | None:
    """Return what a sentence asks for, or None when no phrase fits.

    The first phrase that fits the whole sentence wins; the order is from special to general.
    """
    plain = " ".join(sentence.strip().split()).rstrip("?!.")
    for pattern, make in _PHRASES:
        if found := pattern.fullmatch(plain):
            return make(found)
    return None


def _fixed(tool: str) -> Callable[[re.Match[str]], Intent]:
    return lambda _: Intent(tool, {})


def _dated(tool: str) -> Callable[[re.Match[str]], Intent]:
    return lambda found: Intent(tool, {"date": found["date"]} if found["date"] else {})


def _numbered(tool: str) -> Callable[[re.Match[str]], Intent]:
    return lambda found: Intent(tool, {"number": int(found["number"])} if found["number"] else {})


def _weight(found: re.Match[str]) -> Intent:
    return Intent("weigh", {"weight": found["weight"].strip()})


def _meal(found: re.Match[str]) -> Intent:
    arguments: dict[str, Any] = {"text": found["text"]}
    if found["type"]:
        arguments["meal_type"] = found["type"].lower()
    return Intent("log_meal", arguments)


def _planned_meal(found: re.Match[str]) -> Intent:
    return Intent("log_meal", {"planned": int(found["number"])})


def _activity(found: re.Match[str]) -> Intent:
    return Intent("log_activity", {"text": found["text"]})


def _swap(found: re.Match[str]) -> Intent:
    return Intent("swap", {"number": found["number"], "exercise": found["exercise"]})


def _why(found: re.Match[str]) -> Intent:
    topic = {"carbohydrates": "carbs", "kcal": "calories"}.get(found["topic"].lower(), found["topic"].lower())
    return Intent("why", {"topic": topic, "which": (found["which"] or "").strip()})


def _weeks(found: re.Match[str]) -> Intent:
    return Intent("progress", {"weeks": int(found["weeks"])} if found["weeks"] else {})


_FEELING = {
    "sleep_hours": re.compile(
        r"\bslept(?: only| for| about)? (?P<value>\d+(?:[.,]\d+)?) ?(?:h|hours?)\b", re.IGNORECASE
    ),
    "sleep_quality": re.compile(r"\bsleep quality (?:is |was )?(?P<value>\d+)\b", re.IGNORECASE),
    "stress": re.compile(r"\bstress(?:ed)?(?: is| level)? (?P<value>\d+)\b", re.IGNORECASE),
    "soreness": re.compile(r"\b(?:sore|soreness)(?: is)? (?P<value>\d+)\b", re.IGNORECASE),
    "energy": re.compile(r"\benergy(?: is| level)? (?P<value>\d+)\b", re.IGNORECASE),
}
_HURTS = re.compile(r"\bmy (?P<what>[a-z ]{3,40}?) (?:hurts?|aches?|is (?:sore|painful|injured))\b", re.IGNORECASE)


def _feeling(found: re.Match[str]) -> Intent:
    text = found[0]
    arguments: dict[str, Any] = {}
    for name, pattern in _FEELING.items():
        if said := pattern.search(text):
            value = float(said["value"].replace(",", "."))
            arguments[name] = value if name == "sleep_hours" else int(value)
    if hurt := _HURTS.search(text):
        arguments["injury"] = hurt["what"]
    return Intent("context", arguments)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_DATE = (
    r"(?: (?:on |for )?(?P<date>today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{4}-\d\d-\d\d))?"
)
_FEELS = "|".join(re.sub(r"\?P<\w+>", "", pattern.pattern) for pattern in (*_FEELING.values(), _HURTS))
_MOVED = r"ran|cycled|swam|walked|rowed|hiked|played|did|trained|lifted"
_PHRASES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Intent]], ...] = (
    (
        _pattern(rf"(?:what(?:'s| is) (?:on|the plan|planned)|(?:show(?: me)? )?(?:the |my )?plan){_DATE}"),
        _dated("today"),
    ),
    (_pattern(r"what (?:should|do) i (?:do|eat|train)(?: today| now)?"), _fixed("today")),
    (_pattern(r"(?P<date>today|yesterday|tomorrow)"), _dated("today")),
    (_pattern(r"(?:what(?:'s| is) (?:on )?)?(?:the |this |my )?week"), _fixed("week")),
    (_pattern(r"how am i doing"), _fixed("progress")),
    (_pattern(r"(?:my )?progress(?: (?:over|of|for) (?:the last )?(?P<weeks>\d+) weeks?)?"), _weeks),
    (_pattern(r"(?:my )?(?:inbox|messages|notifications)"), _fixed("inbox")),
    (_pattern(r"(?:yes,? )?approve(?: (?:number )?(?P<number>\d+))?(?: it| that)?"), _numbered("approve")),
    (_pattern(r"reject(?: (?:number )?(?P<number>\d+))?(?: it| that)?"), _numbered("reject")),
    (_pattern(r"(?:undo|take back)(?: number)? (?P<number>\d+)"), _numbered("undo")),
    (_pattern(r"(?:mark |i )?(?:did|done|finished)(?: number)? (?P<number>\d+)"), _numbered("done")),
    (_pattern(r"skip(?:ped)?(?: number)? (?P<number>\d+)"), _numbered("skip")),
    (_pattern(r"(?:swap|replace|change) (?P<number>\d+(?:\.\d+)?) (?:for|with|to|by) (?P<exercise>.+)"), _swap),
    (
        _pattern(
            r"why (?:so (?:many|much|few|little) |these? |this |that |is (?:my |the )?)?"
            r"(?P<topic>calories|kcal|protein|fat|carbs|carbohydrates|volume|session|exercise|meal|adjustment)"
            r"(?: (?:of |for )?(?P<which>[\w. ]+))?"
        ),
        _why,
    ),
    (
        _pattern(
            r"(?:i (?:weigh|weighed)(?: in at)?|(?:my )?weight(?: is| was)?:?|weigh(?:ed)?)"
            r" (?P<weight>[\d.,]+ ?(?:kg|kilos?|lbs?|pounds?|st(?: ?\d+ ?lbs?)?)?)(?: today| this morning)?"
        ),
        _weight,
    ),
    (_pattern(r"i (?:ate|had) (?:the )?(?:meal |planned meal |number )(?P<number>\d+)"), _planned_meal),
    (_pattern(rf".*(?:{_FEELS}).*"), _feeling),
    (
        _pattern(
            r"(?:i (?:ate|had|drank)|(?:log|add)(?: meal| food)?:?|for (?=breakfast|lunch|dinner))"
            r" ?(?:for )?(?P<type>breakfast|lunch|dinner|snack)?(?: i (?:ate|had))?:? ?(?P<text>.+)"
        ),
        _meal,
    ),
    (
        _pattern(
            rf"(?:log (?:activity|training|workout):? )?(?:i (?={_MOVED}))?(?:did |trained |lifted )?"
            rf"(?P<text>.*(?:\d+ ?x ?\d+|\b(?:{_MOVED}|yoga|pilates)\b|\d+ ?(?:min|minutes|km|mi)\b).*)"
        ),
        _activity,
    ),
)
