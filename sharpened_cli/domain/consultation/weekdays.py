"""Sets of weekdays in free text: lists, ranges, "every weekday but Tuesday", "alternate Saturdays", M/W/F."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMES = (
    r"mon(?:day)?s?|lunes|segundas?(?:[ -]feiras?)?|lundis?",
    r"tue(?:s|sday|day)?s?|teusdays?|tusdays?|martes|tercas?(?:[ -]feiras?)?|mardis?",
    (
        r"wed(?:s|nesday|nesda)?s?|wensday?s?|wendesdays?|wednsdays?|wednesdy|weds?day|miercoles|quartas?(?:[ "
        r"-]feiras?)?|mercredis?"
    ),
    r"th(?:u|ur|urs|ursday|ursdays)|thrusdays?|thurdays?|jueves|quintas?(?:[ -]feiras?)?|jeudis?",
    r"fri(?:day)?s?|viernes|sextas?(?:[ -]feiras?)?|vendredis?",
    r"sat(?:urday|s)?s?|saterdays?|saturdy|satudays?|sabados?|samedis?",
    r"sun(?:day|s)?s?|domingos?|dimanches?",
)
_DAY = re.compile(r"\b(?:" + "|".join(f"(?P<d{index}>{names})" for index, names in enumerate(_NAMES, start=1)) + r")\b")
_WEEK = frozenset(range(1, 8))
_WORKDAYS = frozenset(range(1, 6))
_WEEKEND = frozenset((6, 7))
_COLLECTIVE = re.compile(
    r"\b(?:(?:every|each|any|most|all|on) )?(?:(?P<work>(?:week|work|working|school) ?days?(?! ?ends?))|"
    r"(?P<end>week ?ends?|fins? de semana)"
    r"|(?P<every>(?:every|each|any) ?(?:single )?day|(?:every|each) (?:single )?(?:mornings?|evenings?|nights?|"
    r"afternoons?|lunch ?times?)|everyday(?! life)|daily|(?:all )?7 days(?: a week)?|todos "
    r"(?:los|os) dias|tous les jours|all week|dias? (?:uteis|de semana)))\b"
)
_JOIN = re.compile(
    r"\s*(?:,|/|\band\b|&|\+|\bor\b|\be\b|\by\b|\bet\b|\bplus\b)?\s*(?:and\s+|or\s+|on\s+|also\s+|maybe\s+|e\s+|"
    r"y\s+)?(?:the\s+|every\s+)?"
)
_RANGE = re.compile(r"\s*(?:-|\bto\b|\bthrough\b|\bthru\b|\btill?\b|\buntil\b|\ba\b|\bate\b|\bal\b|\bau\b)\s*")
_LETTERS = re.compile(
    r"(?<![\w'])(?:(?:m|t|tu|w|th|f|sa|su)[ /,]+){1,5}(?:m|t|tu|w|th|f|sa|su|s)(?![\w'])|\b(?:mwf|mtwtf|mtwthf|"
    r"tth|tuth|mwfs|mwth)\b"
)
_LETTER = re.compile(r"th|tu|sa|su|[mtwfs]")
_LETTER_DAY = {"m": 1, "t": 2, "tu": 2, "w": 3, "th": 4, "f": 5, "sa": 6, "s": 6, "su": 7}
_ALTERNATE_BEFORE = re.compile(
    r"(?:\bevery (?:other|second|2nd)|\balternat(?:e|ing)|\bevery 2 weeks,?(?: on)?(?: a)?|\bfortnightly(?: "
    r"on)?|\b(?:bi ?weekly)(?: on)?|\bevery fortnight on)(?: week)?\s*$"
)
_ALTERNATE_AFTER = re.compile(
    r"\s*,?\s*(?:\([^)]{0,12})?(?:but )?(?:only )?(?:every (?:other|second|2nd) (?:week|one)|(?:every|once a) "
    r"fortnight|fortnightly|every 2 weeks|bi ?weekly|(?:on )?alternat(?:e|ing) weeks|alternately|every other\b|"
    r"uma semana sim)"
)
_EXCEPT = re.compile(
    r"\s*,?\s*\(?\s*(?:except|but(?: not)?|apart from|excluding|other than|bar|minus|not|save|bar|aside from|"
    r"besides|menos|exceto|excepto|sauf)\s+(?:for\s+|on\s+|not\s+|the\s+|every\s+)*$"
)


_EXCEPT_AFAR = re.compile(r"\b(?:except|apart from|excluding|other than|but not)\s+(?:for\s+|on\s+|the\s+|every\s+)*$")


class DaySet(NamedTuple):
    """Weekdays said together: span, ISO days in the order said, 1 weekly or 2 every other week."""

    start: int
    end: int
    days: tuple[int, ...]
    interval_weeks: int = 1
    is_excepted: bool = False
    is_collective: bool = False


def day_sets(text: str, start: int = 0, end: int | None = None) -> list[DaySet]:
    """Return the sets of weekdays between two offsets, left to right; exceptions are subtracted."""
    end = len(text) if end is None else end
    atoms = sorted(_atoms(text, start, end))
    groups: list[DaySet] = []
    for atom in atoms:
        if groups and not atom.is_collective and not groups[-1].is_collective:
            joined = _joined(text, groups[-1], atom)
            if joined:
                groups[-1] = joined
                continue
        groups.append(atom)
    return [_with_interval(text, item, start, end) for item in _excepted(text, groups)]


def _atoms(text: str, start: int, end: int) -> list[DaySet]:
    found = [
        DaySet(match.start(), match.end(), (int((match.lastgroup or "d0")[1:]),))
        for match in _DAY.finditer(text, start, end)
        if not _is_other_word(text, match)
    ]
    for match in _COLLECTIVE.finditer(text, start, end):
        days = _WORKDAYS if match["work"] else _WEEKEND if match["end"] else _WEEK
        if text[match.start() : match.end()].startswith("most"):
            continue
        if match["every"] and re.match(r"dias? (?:uteis|de semana)", match["every"]):
            days = _WORKDAYS
        found.append(DaySet(match.start(), match.end(), tuple(sorted(days)), is_collective=True))
    for match in _LETTERS.finditer(text, start, end):
        letters = _LETTER.findall(match[0].replace("tth", "t th"))
        days_said = tuple(dict.fromkeys(_LETTER_DAY[letter] for letter in letters))
        if len(days_said) > 1 and list(days_said) == sorted(days_said):
            found.append(DaySet(match.start(), match.end(), days_said))
    return found


def _is_other_word(text: str, match: re.Match[str]) -> bool:
    """Return whether "sat" or "sun" here is the verb or the star."""
    if match[0] not in ("sat", "sun", "suns", "wed"):
        return False
    before = text[max(0, match.start() - 8) : match.start()]
    return bool(re.search(r"\b(?:i|the|in|we|just|get|got)\s$", before)) and not re.search(r"\bon the\s$", before)


def _joined(text: str, left: DaySet, right: DaySet) -> DaySet | None:
    gap = text[left.end : right.start]
    if _RANGE.fullmatch(gap) and gap.strip():
        first, last = left.days[-1], right.days[0]
        span = [(first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1)]
        days = (*left.days[:-1], *span, *right.days[1:])
    elif "," in gap and re.search(r"\bnot (?:on )?$", text[max(0, left.start - 8) : left.start]):
        return None  # "not Monday, Tuesday" names two things
    elif _JOIN.fullmatch(gap):
        days = (*left.days, *right.days)
    else:
        return None
    return DaySet(left.start, right.end, tuple(dict.fromkeys(days)))


def _excepted(text: str, groups: list[DaySet]) -> list[DaySet]:
    """Subtract a set that follows "except" from the set before it, and mark it."""
    result: list[DaySet] = []
    for item in groups:
        wider = _wider(text, result, item)
        if wider is not None:
            before = result[wider]
            days = tuple(day for day in before.days if day not in item.days)
            result[wider] = before._replace(days=days)
            result.append(item._replace(is_excepted=True))
            continue
        result.append(item)
    return result


def _wider(text: str, said: list[DaySet], item: DaySet) -> int | None:
    """Return the index of the set that "except" takes these days from."""
    for index in reversed(range(len(said))):
        before = said[index]
        if set(item.days) & set(before.days) and len(before.days) > len(item.days) and not before.is_excepted:
            adjacent = index == len(said) - 1 and _EXCEPT.fullmatch(text, before.end, item.start)
            later = before.is_collective and _EXCEPT_AFAR.search(text, before.end, item.start)
            return index if adjacent or later else None
    return None


def _with_interval(text: str, item: DaySet, start: int, end: int) -> DaySet:
    before = _ALTERNATE_BEFORE.search(text, start, item.start)
    if before:
        return item._replace(start=before.start(), interval_weeks=2)
    after = _ALTERNATE_AFTER.match(text[:end], item.end)
    if after and not re.match(r"\s*(?:days?\b)", text[after.end() :]):
        return item._replace(end=after.end(), interval_weeks=2)
    return item


def day_names(text: str, start: int, end: int) -> list[DaySet]:
    """Return single weekday names between two offsets, without joining them to sets."""
    return [
        DaySet(match.start(), match.end(), (int((match.lastgroup or "d0")[1:]),))
        for match in _DAY.finditer(text, start, end)
        if not _is_other_word(text, match)
    ]
