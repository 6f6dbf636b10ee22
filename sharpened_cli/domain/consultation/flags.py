"""Safety flags of a conversation: the red flags of every turn, read with the age and height said anywhere.

domain.red_flags reads one text; here stand the turns of an interview: what an earlier turn said about age and height,
what was addressed to the software, and ways of saying things that are clear only in answers to a coach.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import quantities, turns
from sharpened_cli.domain.consultation.extraction import Flag
from sharpened_cli.domain.health_text import Mention, folded, holds
from sharpened_cli.domain.red_flags import LEAST_HEALTHY_BMI, LOW_TARGET_KG, find_red_flags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sharpened_cli.domain.consultation.reading import Reading
    from sharpened_cli.domain.consultation.turns import Line

_AGE = re.compile(
    r"\b(?:im|i am|i turned|just turned|now|aged?|at)(?: a| just| only| nearly| now)* (\d\d)(?! ?(?:kg|kilos?|lbs?|"
    r"stone|%|min|km|miles|weeks|months|days|sessions|percent|cm|pounds|st\b|:|am|pm))\b|\b(\d\d) (?:years? old|"
    r"yrs? old|yo\b)"
)
_OF_ANOTHER = re.compile(r"\b(?:my|our|his|her) \w+(?: is| who is)? $|\b(?:lunch|dinner|breakfast|gym|class) at $")
_YOUNGEST, _OLDEST = 10, 99
_FURTHER = {
    "recent_injury": re.compile(
        r"\b(?:lesao|lesion|lesionado|rompi|torci|quebrei|esguince|fratura|fractura|entorse|dechirure)\b[^.;]{0,40}"
        r"\b(?:(?:el )?(?:mes|semana) pasad[oa]|mes passado|semana passada|ontem|ayer|(?:ha|hace|faz|il y a) \d "
        r"semanas?)\b"
    ),
    "cardiac_condition": re.compile(
        r"\b(?:bisoprolol|beta[ -]?blockers?|digoxin|amiodarone|nitro\w* spray|gtn)\b|\b(?:had|have had|after) "
        r"(?:a |my )?"
        r"(?:double |triple |quadruple )?(?:heart )?bypass\b|\b(?:leaky|leaking|faulty|replaced|mitral|aortic) "
        r"(?:heart )?valve\b"
    ),
    "pregnancy": re.compile(
        r"\b(?:i am|i'm|im|we are|we're) due (?:in|on|at|around)\b|\b(?:my|our) due date\b|\bbaby (?:is |'s )?due\b"
    ),
    "concussion": re.compile(
        r"\bhead knock\b|\bknock (?:on|to) (?:the|my) head\b|\b(?:banged|bumped|smacked) my head\b|\bhead injury\b"
    ),
    "osteoporosis": re.compile(r"\bbone (?:density )?scan (?:was|came back|is) (?:poor|bad|low)\b|\bweak bones\b"),
    "older_adult_fall_risk": re.compile(
        r"\bhad (?:a |two |several )?falls?\b|\bfell (?:over|down|twice|last|in)\b|\bbalance (?:is|has been|"
        r"isn't) (?:poor|bad|not|great|"
        r"going|getting|good)\b|\bunsteady\b|\bafraid of falling\b|\bfear of falling\b"
    ),
}
_OLDER_YEARS = 65  # ACSM 2021: older adult
_LONG_AGO = re.compile(
    r"\b(?:as a (?:kid|child|teen\w*)|years ago|at school|when i was|long ago|decades? ago)\b", re.IGNORECASE
)
_PASSED = {
    "concussion": _LONG_AGO,
    "pregnancy": re.compile(
        r"\b(?:before|since|when|until|while) i (?:got|was|fell|became) pregnant\b|\b(?:before|after|during) "
        r"(?:the|my) pregnancy\b",
        re.IGNORECASE,
    ),
}
"""Ways to speak of what is over; a condition that still holds is told in other words too."""
_FOOD_DISAGREES = re.compile(r"\bmak(?:es?|ing) me\b|\bmade me\b", re.IGNORECASE)
"""Something else makes the person sick ("shellfish makes me sick"); only "myself" is done on purpose."""
_OWN_WEIGHT = re.compile(r"\b(?:weigh(?!ts\b)|lose|get (?:down )?to|goal|slim|drop)", re.IGNORECASE)
_WANTED_KG = re.compile(
    r"\b(?:want|wants?|goal|target|aim(?:ing)?|ideally|dream)\b[^.;]{0,24}?\b(\d{2}(?:[.,]\d)?) ?(?:kgs?|kilos?)\b"
)
_LIFT = re.compile(r"\b(?:squat|bench|deadlift|press|row|curl|snatch|clean|lift|lose|gain|dumbbells?|kettlebells?)\b")


def flags(reading: Reading) -> list[Flag]:
    """Return the safety flags of all turns, each code once, with the words that raised it."""
    found = _found(reading, pregnant=False)
    if "pregnancy" in found and "postpartum" in found:
        found = _found(reading, pregnant=True)
    return [found[code] for code in sorted(found)]


def _found(reading: Reading, *, pregnant: bool) -> dict[str, Flag]:
    age = _age(reading)
    height = next((item.value for line in reading.lines for item in quantities.heights(line.text)), None)
    found: dict[str, Flag] = {}
    for line in reading.lines:
        said = _own_words(reading, line)
        for mention in (*_meant(reading, line, said, age, height, pregnant=pregnant), *_further(said, age, height)):
            passed = _PASSED.get(mention.code)
            if passed and passed.search(_sentence(said, mention.start)):
                continue
            span = (mention.start, mention.end)
            found.setdefault(mention.code, Flag(mention.code, said[slice(*span)], line.turn.index, span))
    return found


def _meant(
    reading: Reading, line: Line, said: str, age: int | None, height: float | None, *, pregnant: bool
) -> tuple[Mention, ...]:
    """Return the red flags of a turn; words that mean something else are blanked, so that they hide no others."""
    while True:
        mentions = find_red_flags(said, today=reading.today, age=age, height_cm=height)
        others = [item for item in mentions if _is_not_meant(line, item, said, pregnant=pregnant)]
        if not others:
            return mentions
        for start, end in ((item.start, item.end) for item in others):
            said = said[:start] + " " * (end - start) + said[end:]


def _is_not_meant(line: Line, mention: Mention, said: str, *, pregnant: bool) -> bool:
    """Return whether words that raise a flag mean a food that disagrees, a load, or training before a birth."""
    if mention.code == "eating_disorder":
        return bool(_FOOD_DISAGREES.match(mention.quote))
    if mention.code == "postpartum":
        return pregnant and "pelvic" in mention.quote.lower()
    is_load = mention.code == "underweight_goal" and line.turn.section == turns.EXERCISES
    return is_load and not _OWN_WEIGHT.search(_sentence(said, mention.start))


def _own_words(reading: Reading, line: Line) -> str:
    """Return a turn's raw text with what was addressed to the software blanked."""
    text = line.turn.text
    for other, span in reading.ignored:
        if other.turn is line.turn:
            start, end = other.raw_span(*span)
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _further(said: str, age: int | None, height_cm: float | None) -> Iterator[Mention]:
    plain = folded(said)
    for code, pattern in _FURTHER.items():
        if code == "older_adult_fall_risk" and (age or 0) < _OLDER_YEARS:
            continue
        for match in pattern.finditer(plain):
            if holds(plain, match.start(), match.end()):
                yield Mention(code, said[match.start() : match.end()], match.start(), match.end())
    limit = LEAST_HEALTHY_BMI * (height_cm / 100) ** 2 if height_cm else LOW_TARGET_KG
    for match in _WANTED_KG.finditer(plain):
        if float(match[1].replace(",", ".")) < limit and not _LIFT.search(match[0]):
            yield Mention("underweight_goal", said[match.start() : match.end()], match.start(), match.end())


def _sentence(text: str, position: int) -> str:
    start = max(text.rfind(mark, 0, position) for mark in ".!?\n") + 1
    ends = [end for mark in ".!?\n" if (end := text.find(mark, position)) >= 0]
    return text[start : min(ends, default=len(text))]


def _age(reading: Reading) -> int | None:
    """Return the age in years that the person gave as their own."""
    for line in reading.lines:
        for match in _AGE.finditer(line.text):
            age = int(match[1] or match[2])
            if _YOUNGEST <= age <= _OLDEST and not _OF_ANOTHER.search(line.text[: match.start()]):
                if match[0].startswith("at ") and age < _OLDER_YEARS:
                    continue  # "at 30" may be anything; "at 80 ..." is an age
                return age
    return None
