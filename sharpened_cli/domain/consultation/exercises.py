"""Exercises that the person knows: working weight, repetitions, minutes, how often, liked or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.consultation import negation, turns
from sharpened_cli.domain.consultation.exercise_loads import load_of
from sharpened_cli.domain.consultation.extraction import Row, stated

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.names import Mention
    from sharpened_cli.domain.consultation.reading import Reading

_ONCE = re.compile(
    r"\b(?:once|just once|one time|only tried|tried (?:it|them|that|those)?|couple of times|twice before|a few "
    r"times|2 times)\b(?! (?:a|per|every|or twice a) )"
)
_NEVER = re.compile(
    r"\b(?:never (?:tried|done|did|used|touched|attempted|been able|managed|managed an?|had a go at|learn(?:ed|"
    r"t))|havent (?:tried|done|ever)|have never|cant do|couldnt do|cannot do|no idea how to|dont know how|not "
    r"tried|no clue how|cant (?:manage|yet do))\b"
)
_FREQUENCIES = (
    ("frequently", (
        r"every (?:session|workout|day|single)|daily|all the time|each session|nonstop|[4-7] (?:times|days|x)(?: a| "
        r"per)? ?week|almost every day|most days|every morning|every night|every evening"
    )),
    ("regularly", (
        r"regularly|(?:2|3|twice|three times|once|1) ?(?:times|x)?(?: a| per|/)? ?(?:week|wk)|every week|each week|"
        r"weekly|on a regular basis|usually|my staples?|often|every (?:mon|tue|wed|thu|fri|sat|sun)\w*"
    )),
    ("occasionally", (
        r"occasionally|sometimes|now and (?:then|again)|from time to time|once in a while|on occasion|once a month|"
        r"every so often|monthly|every now and|here and there"
    )),
    ("rarely", r"rarely|hardly ever|seldom|barely|once in a blue moon|not (?:very )?often|almost never|few times ever"),
)  # fmt: skip
_FREQUENCY = [(name, re.compile(rf"\b(?:{words})\b")) for name, words in _FREQUENCIES]
_WILLING = re.compile(
    r"\b(?:ill do (?:it|them)|(?:but|will) (?:still )?do (?:it|them)|willing|happy to|open to|id try|would try|"
    r"will try|can live with (?:it|them)|up for|keen to (?:learn|try)|want to (?:learn|try)|like to (?:learn|"
    r"try)|would like to|love to (?:learn|try)|put up with|tolerate|if (?:i have to|you (?:make|tell) me|"
    r"needed))\b"
)
_UNWILLING = re.compile(
    r"\b(?:wont do|will not do|refuse|not doing|never again|no way|wont touch|dont want to do|dont ask me to|"
    r"not going to do|dont make me|please (?:dont|no)|not willing|never will|wouldnt do|no more)\b"
)
_POUNDS = re.compile(r"\d ?(?:lbs?|pounds?)\b|\b(?:in |all |weights in )?(?:lbs|pounds)\b")
_KILOS = re.compile(r"\d ?(?:kgs?|kilos?)\b|\b(?:in |all )?(?:kg|kilos)\b")
_NOT_HERE = re.compile(r"\b(?:want|goal|aim|target|like to (?:get|reach|hit)|get (?:my|to))\b")
_ALL_SAME_REPS = re.compile(
    r"\b(?:all|each|everything)(?: of (?:them|those|these))? (?:for |in |at )?(?:(?P<sets>\d) ?(?:x|sets of) "
    r"?)?(?P<reps>\d{1,2})(?: reps)?\b"
)


_OTHERS_DO = re.compile(
    r"\b(?:my|our) (?:husband|wife|partner|sons?|daughters?|kids?|friends?|mates?|brother|sister|mum|mom|dad) "
    r"(?:does|do|likes?|loves?|can do|lifts?|benches|squats)\b(?![^.;,]*\b(?:i|we)\b)[^.;,]*$"
)


class _Found(NamedTuple):
    """An exercise mentioned: the stretch after it, the stretch before it, its sentence."""

    mention: Mention
    after: turns.Span
    before: turns.Span
    sentence: turns.Span


def rows(reading: Reading) -> list[Row]:
    """Return the exercises of section 2, the last statement about each winning."""
    found: dict[str, Row] = {}
    lines = reading.section(turns.EXERCISES)
    in_pounds = uses_pounds(lines)
    for line in lines:
        mentions = _mentions(reading, line)
        for item in mentions:
            _take(reading, line, item, found, in_pounds=in_pounds)
        _share_trailing_reps(line, mentions, found)
    for line in reading.section(turns.CHALLENGES, turns.SCHEDULE, turns.GOALS, turns.MODALITIES):
        _take_dislikes(reading, line, found)
    return list(found.values())


def uses_pounds(lines: list[turns.Line]) -> bool:
    """Return whether bare numbers of the section are pounds."""
    pounds = sum(len(_POUNDS.findall(line.text)) for line in lines)
    kilos = sum(len(_KILOS.findall(line.text)) for line in lines)
    return pounds > kilos


def _mentions(reading: Reading, line: turns.Line) -> list[_Found]:
    result = []
    for sentence in turns.sentences(line.text):
        names = [
            m
            for m in reading.vocabulary.exercises.find(line.text, sentence.start, sentence.end)
            if not _is_plain_word(line.text, m)
        ]
        for index, mention in enumerate(names):
            end = names[index + 1].start if index + 1 < len(names) else sentence.end
            begin = names[index - 1].end if index else sentence.start
            if index + 1 < len(names):
                end = _own_end(line.text, mention.end, end)
            own_before = _own_begin(line.text, begin, mention.start)
            result.append(
                _Found(mention, turns.Span(mention.end, end), turns.Span(own_before, mention.start), sentence)
            )
    return result


def _own_end(text: str, start: int, end: int) -> int:
    """Return where the stretch after a name ends when another name follows: numbers just before that are its own."""
    gap = text[start:end]
    cut = re.search(r"(?:,|\band\b|;|\bplus\b|\bthen\b)(?![^,;]*(?:,|\band\b|;))", gap)
    return start + cut.start() if cut else end


def _own_begin(text: str, begin: int, start: int) -> int:
    """Return where the stretch before a name begins: after the last separator."""
    gap = text[begin:start]
    cuts = list(re.finditer(r",(?!\d)|\band\b|;|\bplus\b|\bthen\b|:", gap))
    return begin + cuts[-1].end() if cuts else begin


def _is_plain_word(text: str, mention: Mention) -> bool:
    """Return whether a word is not the exercise here ("warm up run by ...", "leg press machine at work")."""
    word = text[mention.start : mention.end]
    after = text[mention.end : mention.end + 12]
    if word in ("row", "rows"):
        return bool(re.match(r"\s*(?:of|house)\b", after)) or text[max(0, mention.start - 5) : mention.start] == "in a "
    if word in ("stairs", "course", "run", "runs", "stretch", "hills", "ropes", "rides", "barra"):
        return (
            bool(re.search(r"\b(?:of|the|up|on|in)\s$", text[max(0, mention.start - 5) : mention.start]))
            and word != "runs"
        )
    return False


def _take(reading: Reading, line: turns.Line, item: _Found, found: dict[str, Row], *, in_pounds: bool) -> None:
    text, mention, sentence = line.text, item.mention, item.sentence
    reading.use(line, item.before.start, item.after.end)
    never = _is_never(text, item)
    if _OTHERS_DO.search(text, sentence.start, mention.start):
        return
    if not never and (
        negation.inside(mention.start, negation.given_up_spans(text, sentence))
        or negation.is_given_up_after(text, mention.end, sentence)
        or (
            negation.inside(mention.start, negation.denied_spans(text, sentence))
            and not negation.inside(mention.start, negation.disliked_spans(text, sentence))
        )
    ):
        found.pop(mention.name, None)
        if re.search(r"\b(?:wont|will not|refuse)\b", text[sentence.start : mention.start]):
            found[mention.name] = _row(line, item, {"exercise": mention.name, "willing_to_do": False})
        return
    values = _values(line, item, never=never, in_pounds=in_pounds)
    existing = found.get(mention.name)
    if existing and not never:
        values = {**existing.values, **values}
    found[mention.name] = _row(line, item, values)


def _row(line: turns.Line, item: _Found, values: dict[str, object]) -> Row:
    start, end = min(item.before.start, item.mention.start), item.after.end
    return Row(values, line.quote(start, end), line.turn.index, line.raw_span(start, end))


def _is_never(text: str, item: _Found) -> bool:
    said = list(_NEVER.finditer(text, item.sentence.start, item.mention.start))
    match = said[-1] if said else None
    if match and negation.scope(text, match.end(), item.sentence).end > item.mention.start:
        return True
    return bool(
        re.match(
            r"\s*,?\s*(?:-|\()?\s*(?:never (?:tried|done|did)|not tried|havent tried|cant do (?:one|any|them))\b",
            text[item.mention.end : item.sentence.end],
        )
    )


def _values(line: turns.Line, item: _Found, *, never: bool, in_pounds: bool) -> dict[str, object]:
    text, mention, sentence = line.text, item.mention, item.sentence
    if never:
        willing = True if _WILLING.search(text, item.sentence.start, item.sentence.end) else None
        return stated(exercise=mention.name, frequency="never_done", willing_to_do=willing)
    after, before = text[item.after.start : item.after.end], text[item.before.start : item.before.end]
    weight, reps, minutes = load_of(after, before, mention.name, in_pounds=in_pounds)
    disliked = negation.inside(mention.start, negation.disliked_spans(text, sentence)) or negation.is_disliked_after(
        text, mention.end, sentence
    )
    liked = not disliked and (
        negation.is_liked(text, item.after) or negation.is_liked(text, item.before) or _shared_liking(text, item)
    )
    willing = _willingness(text, item)
    return stated(
        exercise=mention.name,
        typical_weight_kg=weight,
        typical_reps=reps,
        typical_duration_minutes=minutes,
        frequency=_frequency(after, before),
        enjoys_it=False if disliked else (True if liked else None),
        willing_to_do=willing,
    )


def _shared_liking(text: str, item: _Found) -> bool:
    """Return whether a liking earlier in the sentence reaches this name ("I love squats and deadlifts")."""
    for match in re.finditer(
        r"\b(?:i )?(?:really |absolutely )?(?:love|enjoy|like|adore)\b(?! to)",
        text[item.sentence.start : item.mention.start],
    ):
        start = item.sentence.start + match.end()
        if re.search(r"\b(?:dont|not|never|id|would) (?:really )?$", text[: item.sentence.start + match.start()][-14:]):
            continue
        if not re.search(r"\bbut\b|\bhate\b|;|\bthen\b|\bnot\b", text[start : item.mention.start]):
            return True
    return False


def _willingness(text: str, item: _Found) -> bool | None:
    rest = text[item.mention.end : item.sentence.end]
    if _UNWILLING.search(text, item.before.start, item.after.end):
        return False
    if _WILLING.search(rest) or _WILLING.search(text, item.before.start, item.mention.start):
        return True
    return None


def _frequency(after: str, before: str) -> str | None:
    if _ONCE.search(after) or re.search(r"\bonce\b(?! (?:a|per|every))", before):
        return "rarely"
    for name, pattern in _FREQUENCY:
        if pattern.search(after) or pattern.search(before):
            return name
    return None


def _share_trailing_reps(line: turns.Line, mentions: list[_Found], found: dict[str, Row]) -> None:
    """Give "all for 10" to the exercises of the line that have no repetitions of their own."""
    match = _ALL_SAME_REPS.search(line.text)
    if not match:
        return
    for item in mentions:
        row = found.get(item.mention.name)
        if (
            row
            and "typical_reps" not in row.values
            and "typical_duration_minutes" not in row.values
            and item.mention.start < match.start()
        ):
            found[item.mention.name] = row.merged(typical_reps=int(match["reps"]))


def _take_dislikes(reading: Reading, line: turns.Line, found: dict[str, Row]) -> None:
    """Keep dislikes of exercises and "never tried" said in other sections."""
    for item in _mentions(reading, line):
        name = item.mention.name
        disliked = negation.inside(item.mention.start, negation.disliked_spans(line.text, item.sentence))
        if disliked and (
            line.turn.section != turns.MODALITIES
            or not reading.vocabulary.modalities.get(line.text[item.mention.start : item.mention.end])
        ):
            row = found.get(name)
            found[name] = (
                row.merged(enjoys_it=False) if row else _row(line, item, {"exercise": name, "enjoys_it": False})
            )
