"""Kinds of training: what the person does, for how long, how well, and whether they like it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.consultation import dates, negation, turns
from sharpened_cli.domain.consultation.extraction import Row, stated
from sharpened_cli.domain.consultation.quantities import NUMBER, number

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.names import Mention
    from sharpened_cli.domain.consultation.reading import Reading

_LEVELS = (
    ("expert", r"expert|elite|pro|professional|world class|competitive at national level|black belt|international"),
    ("advanced", (
        r"advanced|adv|very experienced|experienced|semi pro|national level|avancad[oa]|avanzad[oa]|avancee?|sub "
        r"elite"
    )),
    ("intermediate", (
        r"intermediate|inter|intermediario|intermedio|intermediaire|decent level|middling|average|mid level|ok "
        r"level|not bad|fairly good|moderate"
    )),
    ("beginner", (
        r"beginner|begginer|novice|newbie|noob|newb|new to|total beginner|starter|just started|just starting|"
        r"starting out|rookie|principiante|iniciante|debutante?|learner|complete beginner|never done (?:it|this) "
        r"before|green"
    )),
)  # fmt: skip
_LEVEL = re.compile("|".join(rf"(?P<{name}>\b(?:{words})s?\b)" for name, words in _LEVELS))
_LEVEL_AT = re.compile(r"\s*(?:level )?(?:at|in|for|with|on|when it comes to|as far as|to)\s+(?:the\s+|my\s+)?")
_NOT_LEVEL = re.compile(r"\b(?:not|isnt|no|hardly|far from|wouldnt (?:say|call)|never)(?: \w+){0,3} $")
_YEARS = re.compile(
    rf"(?P<about>\b)(?P<number>{NUMBER}) ?(?:\+ ?)?(?P<unit>years?|yrs?|y|months?|mths?|mos?|weeks?|wks?|anos|"
    rf"ans)\b(?! ?(?:old|of age)\b)"
)
_SINCE = re.compile(r"\bsince (?:(?:about|around|early|late|the) )?(?P<year>(?:19|20)\d\d)\b")
_STARTED_IN = re.compile(
    r"\b(?:started|began|took up|joined|since)(?: it| this| that)? ((?:in |last )?(?:january|february|march|"
    r"april|may|june|july|august|september|october|november|december))\b"
)
_NTH_YEAR = re.compile(r"\b(second|third|fourth|fifth|2nd|3rd|4th|5th) year\b")
_ORDINALS = {"second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5}
_LAST_YEAR = re.compile(r"\bsince last year\b")
_PRIMARY = re.compile(
    r"\b(?:main(?:ly)?|primary|primarily|first and foremost|my thing|mostly|priority|above all|number (?:1|one)|"
    r"my sport|focus|bread and butter|big(?:gest)? (?:one|love|passion)|principal|nothing else|only thing)\b"
)
_SECONDARY = re.compile(
    r"\b(?:a bit of|a little|some|occasional(?:ly)?|on the side|for cardio|cross training|for recovery|as a "
    r"warm ?up|plus|sometimes|now and then|also|little bit of|bits of)\b"
)
_TRIED = re.compile(r"\b(?:tried|had a go at|dabbled in|gave .{0,20} a go|went to one|a taster)\b")
_PAST = re.compile(
    r"\b(?:at (?:school|uni|university|college)|in (?:high ?school|college|school|my (?:teens|20s|30s|youth|"
    r"twenties|thirties|forties))|as a (?:kid|child|teen(?:ager)?|boy|girl|lad|student)|years ago|back in the "
    r"day|when i was|until i was|until (?:19|20)\d\d|until last \w+|(?:background|past)|growing up"
    r"|before (?:the )?kids|long "
    r"time ago|in my younger days|"
    r"decades ago|was a)\b"
)
_NOTHING = re.compile(r"^(?:none|nothing(?: yet| at all)?|nope|no|never(?: trained)?)\W*$")
_OF_OTHERS = re.compile(
    r"\b(?:my|the|our) (?:husband|wife|partner|kids?|son|daughters?|mum|mom|dad|friend|mate|brother|sister|"
    r"boyfriend|girlfriend|boss|cousin|flatmate|roommate)s? (?:is|are|does|do|plays|runs|goes|has|swims|cycles|"
    r"loves|wants)\b[^.,;]*$"
)
_DISLIKES_IT = re.compile(
    r"\b(?:hate|dont (?:really )?(?:enjoy|like|love)|cant stand|not a fan of|dislike) (?:it|that|them)\b|"
    r"\b(?:meh|because i (?:must|have to)|out of duty)\b"
)
_MONTHS_PER_YEAR, _WEEKS_PER_YEAR = 12, 52


_OTHERS_DO = re.compile(
    r"\b(?:my|our) (?:husband|wife|partner|kids?|sons?|daughters?|mum|mom|dad|friends?|mates?|brother|sister|"
    r"boyfriend|girlfriend)\s*$"
)
_ANSWERED_NO = re.compile(r"\s*\?\s*(?:i )?(?:hate|dont|no\b|never|nope|cant|not\b)")


class _Found(NamedTuple):
    """A modality mentioned: where, which, and the stretch of text that speaks about it."""

    mention: Mention
    sentence: turns.Span
    own: turns.Span


def rows(reading: Reading) -> list[Row]:
    """Return the modalities that the person does (section 1 and plain statements elsewhere)."""
    found: dict[str, Row] = {}
    for line in reading.section(turns.MODALITIES):
        items = _mentions(reading, line)
        own = line
        if found:
            first = items[0].sentence.start if items else len(line.text)
            _complete(reading, line, found, first)
            own = line.blanked([turns.Span(0, first)])
        for item in items:
            _take(reading, own, item, found)
    result = list(found.values())
    return _with_primary(result)


def _complete(reading: Reading, line: turns.Line, found: dict[str, Row], end: int) -> None:
    """Give level and years said in a later turn before any name to the main (first) modality."""
    name = next(iter(found))
    level = next((match.lastgroup for match in _LEVEL.finditer(line.text, 0, end)), None)
    years = next(
        (_in_years(match) for match in _YEARS.finditer(line.text, 0, end) if not _is_off_topic(line.text, match)), None
    )
    if level or years is not None:
        reading.use(line, 0, end)
        found[name] = found[name].merged(**stated(proficiency_level=level, years_experience=years))


def _mentions(reading: Reading, line: turns.Line) -> list[_Found]:
    result: list[_Found] = []
    for sentence in turns.sentences(line.text):
        mentions = _one_of_a_kind(
            [
                mention
                for mention in reading.vocabulary.modalities.find(line.text, sentence.start, sentence.end)
                if not _is_attribute_of_level(line.text, mention, sentence) and not _is_place(line.text, mention)
            ]
        )
        for index, mention in enumerate(mentions):
            end = mentions[index + 1].start if index + 1 < len(mentions) else sentence.end
            begin = mentions[index - 1].end if index else sentence.start
            result.append(_Found(mention, sentence, turns.Span(begin, end)))
    return result


def _one_of_a_kind(mentions: list[Mention]) -> list[Mention]:
    """Leave out a second name for the same thing in one sentence ("walked, proper rambling")."""
    walks = [mention for mention in mentions if mention.name in ("walking", "hiking")]
    return [mention for mention in mentions if mention not in walks[1:]]


def _is_place(text: str, mention: Mention) -> bool:
    """Return whether "gym" is only where something else happens."""
    if text[mention.start : mention.end] not in ("gym", "the gym"):
        return False
    return bool(
        re.search(
            r"\b(?:at|in|from|near) (?:the |my |a |our )?(?:home |local |work |uni |hotel )?$|\b(?:home|garage) $",
            text[max(0, mention.start - 18) : mention.start],
        )
    )


def _is_attribute_of_level(text: str, mention: Mention, sentence: turns.Span) -> bool:
    """Return whether a mention only says what a level is for ("noob at weights")."""
    before = text[sentence.start : mention.start]
    return bool(re.search(r"\b(?:at|in) (?:the )?$", before) and _LEVEL.search(before[-40:]))


def _take(reading: Reading, line: turns.Line, item: _Found, found: dict[str, Row]) -> None:
    text, mention, sentence = line.text, item.mention, item.sentence
    name = mention.name
    reading.use(line, *sentence)
    if _is_negative(text, mention, sentence):
        if name in found and text[mention.start : mention.end] in _clean(found[name].quote):
            del found[name]
        return
    dislikes = negation.disliked_spans(text, sentence)
    disliked = (
        negation.inside(mention.start, dislikes)
        or negation.is_disliked_after(text, mention.end, sentence)
        or _DISLIKES_IT.search(text, max(mention.end, item.own.start), item.own.end) is not None
    )
    if disliked and name not in found and not _does_it(text, item):
        return
    values = stated(
        modality=name,
        proficiency_level=_level(line, item, reading),
        years_experience=_years(reading, line, item),
        enjoys_it=False if disliked else (negation.is_liked(text, item.own) or None),
    )
    start, end = line.raw_span(mention.start, mention.end)
    row = Row(values, line.quote(*item.own) or line.quote(mention.start, mention.end), line.turn.index, (start, end))
    if name in found:
        kept = {**row.values, **found[name].values}
        if name != "other" and "proficiency_level" in row.values and reading.is_correction(line, sentence):
            kept.update(row.values)
        found[name] = found[name]._replace(values=kept)
    else:
        found[name] = row


def _does_it(text: str, item: _Found) -> bool:
    return bool(
        _SECONDARY.search(text, item.own.start, item.own.end)
        or re.search(
            r"\b(?:do|doing|did|go|have to|play|on and off|times? a week|twice a week|once a week|since)\b",
            text[item.own.start : item.own.end],
        )
    )


def _is_negative(text: str, mention: Mention, sentence: turns.Span) -> bool:
    if _OTHERS_DO.search(text, sentence.start, mention.start) or _ANSWERED_NO.match(text, sentence.end):
        return True
    if negation.inside(mention.start, negation.denied_spans(text, sentence)) and not negation.inside(
        mention.start, negation.disliked_spans(text, sentence)
    ):
        return True
    if negation.inside(mention.start, negation.given_up_spans(text, sentence)):
        return True
    if negation.is_given_up_after(text, mention.end, sentence):
        return True
    if _OF_OTHERS.search(text, sentence.start, mention.start) and not re.search(
        r"\bi\b", text[max(sentence.start, mention.start - 12) : mention.start]
    ):
        return True
    if re.search(
        r"\b(?:want(?:ing)? to (?:try|start|learn|get into)|would like to try|thinking of|thinking about|might "
        r"try|curious about|never tried|considering|fancy trying|id love to (?:try|start|learn)|wish i "
        r"could|(?:goal|aim|target) (?:is|would be))\b[^.;,]*$",
        text[sentence.start : mention.start],
    ):
        return True
    return bool(
        _PAST.search(text, mention.end, min(sentence.end, mention.end + 40))
        and not re.search(r"\bstill\b|\bliked\b|\benjoy|\bsince\b", text[mention.end : sentence.end])
    ) or bool(
        re.search(
            r"\b(?:when i was|as a (?:kid|child|teenager|student)|growing up|in my (?:20s|30s|teens|youth)|at "
            r"(?:school|uni|university|college)|years ago|back in the day|before that|years back)\b[^.;]*$",
            text[sentence.start : mention.start],
        )
    )


def _level(line: turns.Line, item: _Found, reading: Reading) -> str | None:
    """Return the level said about this modality: "X at NAME" anywhere, else in its own stretch."""
    for match in _LEVEL.finditer(line.text):
        target = _LEVEL_AT.match(line.text, match.end())
        if target:
            named = reading.vocabulary.modalities.find(line.text, target.end(), target.end() + 40)
            if named and named[0].start - target.end() <= 4:
                if named[0].name == item.mention.name and match.lastgroup:
                    return match.lastgroup
                continue
            if re.match(r"everything|the rest|anything else|all else", line.text[target.end() :]):
                continue
        if _NOT_LEVEL.search(line.text[max(0, match.start() - 30) : match.start()]):
            continue
        if _owner(line, match.start(), reading) == item.mention and match.lastgroup:
            return match.lastgroup
    return None


def _owner(line: turns.Line, position: int, reading: Reading) -> Mention | None:
    """Return the mention that a remark at a position is about: the nearest before it, else the first after it.

    Across a sentence's end only a remark that names nothing itself belongs to the main (first) modality.
    """
    mentions = [m.mention for m in _mentions(reading, line) if not _is_negative(line.text, m.mention, m.sentence)]
    if not mentions:
        return None
    sentence = next((s for s in turns.sentences(line.text) if s.start <= position < s.end), None)
    inside = [m for m in mentions if sentence and sentence.start <= m.start < sentence.end]
    if not inside:
        before = [m for m in mentions if m.start < position]
        return before[-1] if before and len({m.name for m in before}) == 1 else (before or mentions)[0]
    before = [m for m in inside if m.start < position]
    if not before:
        return inside[0]
    return before[-1]


def _years(reading: Reading, line: turns.Line, item: _Found) -> float | None:
    for match in _YEARS.finditer(line.text):
        if _owner(line, match.start(), reading) != item.mention or _is_off_topic(line.text, match):
            continue
        return _in_years(match)
    for match in _SINCE.finditer(line.text):
        if _owner(line, match.start(), reading) == item.mention:
            return float(reading.today.year - int(match["year"]))
    started = _STARTED_IN.search(line.text, item.own.start, item.own.end)
    if started:
        found = dates.dates(line.text, reading.today, started.start(1), started.end(1))
        if found and found[0].value > reading.today:
            return round(1.0 - (found[0].value - reading.today).days / 365.25, 2)
    ordinal = _NTH_YEAR.search(line.text, item.own.start, item.own.end)
    if ordinal:
        return float(_ORDINALS[ordinal[1]])
    if _LAST_YEAR.search(line.text, item.own.start, item.own.end):
        return 1.0
    return None


def _in_years(match: re.Match[str]) -> float:
    value, unit = number(match["number"]), match["unit"]
    if unit.startswith(("mo", "mth")):
        value /= _MONTHS_PER_YEAR
    elif unit.startswith("w"):
        value /= _WEEKS_PER_YEAR
    return round(value, 2)


def _is_off_topic(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 26) : match.start()]
    if re.match(r" ?ago\b", text[match.end() :]) and not re.search(
        r"\b(?:started|began|start|begun|took up|taken up|picked up|joined|got into|been)\b",
        text[max(0, match.start() - 60) : match.start()],
    ):
        return True
    if re.search(r"\b(?:times|days|sessions|twice|once|x|hours|nights) (?:a |per |1 )?$", before) or (
        match["unit"].startswith("w")
        and re.search(r"\b(?:times|twice|once|days|hours|x|sessions|few|couple of)\b.{0,6}$", before)
    ):
        return True
    return bool(
        re.search(
            r"\b(?:every|im|i am|aged?|last|past|next|off for|break of|after|stopped|not for|in the last|within|"
            r"injured) (?:the )?$",
            before,
        )
    ) or bool(re.match(r" (?:off|out|break|since i|without)\b", text[match.end() :]))


def _with_primary(result: list[Row]) -> list[Row]:
    """Mark the main modality: the one said to be it, else the first when there are several."""
    if not result:
        return result
    said = [row for row in result if _PRIMARY.search(_clean(row.quote))]
    if len(result) == 1:
        is_main = bool(said) or result[0].values.get("enjoys_it") is not False
        return [result[0].merged(is_primary=True)] if is_main else result
    loved = [
        row
        for row in result
        if row.values.get("enjoys_it") is not False and not _SECONDARY.search(_clean(row.quote).split(",")[0])
    ]
    main = said[0] if len(said) >= 1 else (loved or result)[0]
    return [row.merged(is_primary=row is main) for row in result]


def _clean(text: str) -> str:
    return turns.clean(turns.Turn(1, text)).text
