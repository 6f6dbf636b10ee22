"""Slips that the person takes back at once: "Tuesday, no sorry, Wednesday", "80 kg, I mean 85"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.consultation import clock_times, quantities, turns, weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sharpened_cli.domain.consultation.turns import Line
    from sharpened_cli.domain.consultation.vocabulary import Vocabulary

_STRONG = (
    r"no,? wait|wait,? no|wait|no,? sorry|sorry,? no|oh,? no|no,? actually|actually,? no|sorry,? i mean(?:t)?|"
    r"no,? i mean(?:t)?|i mean(?:t)?|i should say"
    r"|scratch that|scrap that|forget that|cancel that|strike that|correction|make that|make it|or rather|"
    r"well,? actually|oops|my mistake|my bad|"
    r"sorry|hang on|hold on|no,? no|perdon|digo|quero dizer|desculpa|pardon|nao,? espera|err?,? no|no,? its|its "
    r"actually|i lied"
)
_MARKER = re.compile(
    rf"(?P<lead>[,.;(\-]\s*|\s)(?P<marker>(?P<strong>{_STRONG})|(?P<weak>no|actually|rather|wait))\b\s*[,.:;-]*\s*"
    r"(?:(?:its|it is|it was|thats|that is|that was|make that|make it|i meant|i mean|actually|more like|sorry|"
    r"scratch that|should be|its more like|no|that should be)\b[, ]*)*"
    r"(?:(?:on|at|the|a|about|around|for)\s+)?"
)
_COMMENTED = re.compile(r"\b(?:is|are|so|because|doesnt|dont|wont|cant)\b")
_TAKEN_BACK = re.compile(r"\b(?:scratch|scrap|cancel|forget|drop|not|no|except|cant do|never) (?:the |on |my )?$")
_NEAR_AFTER, _NEAR_BEFORE = 6, 34  # characters; product choice: a slip is mended at once
_NUMBER = re.compile(r"(?<![\d.,:])\d+(?:[.,:]\d+)?(?![\d.,:]*\d)")


class _Value(NamedTuple):
    kind: str
    start: int
    end: int


def mended(line: Line, vocabulary: Vocabulary) -> Line:
    """Return the line with values that were taken back at once blanked, with the words that took them back."""
    position = 0
    while match := _MARKER.search(line.text, position):
        position = match.end()
        line = _mend(line, match, vocabulary) or line
    return line


def _mend(line: Line, match: re.Match[str], vocabulary: Vocabulary) -> Line | None:
    if match["weak"] and not re.match(r"[,.;(\-]", match["lead"]):
        return None
    before_start = max(0, match.start() - _NEAR_BEFORE)
    for new in _values(line.text, match.end(), min(len(line.text), match.end() + 30), vocabulary, line.turn.section):
        if new.start - match.end() > _NEAR_AFTER:
            continue
        if match["weak"] and new.kind == "name":
            continue
        if match["weak"] == "no" and new.kind == "day" and not re.search(r"no\s*,", match[0]):
            continue
        old = _last(line.text, before_start, match.start(), new.kind, vocabulary, line.turn.section)
        if old and _COMMENTED.search(line.text, old.end, match.start()):
            continue
        if old and _TAKEN_BACK.search(line.text, max(0, old.start - 16), old.start):
            continue
        if old:
            return _replaced(line, old, turns.Span(match.start(), match.end()), new)
    return None


def _replaced(line: Line, old: _Value, marker: turns.Span, new: _Value) -> Line:
    if new.kind != "number":
        return line.blanked([turns.Span(old.start, old.end), marker])
    letters, origin = list(line.text), list(line.origin)
    digits = line.text[new.start : new.end]
    gone = marker.end - marker.start + new.end - new.start
    middle = line.text[old.end : marker.start]
    letters[old.start : new.end] = [*digits, *middle, *" " * gone]
    origin[old.start : new.end] = [
        *line.origin[new.start : new.end], *line.origin[old.end : marker.start], *[line.origin[new.end - 1]] * gone,
    ]  # fmt: skip
    return turns.Line(line.turn, "".join(letters), origin)


def _last(text: str, start: int, end: int, kind: str, vocabulary: Vocabulary, section: int) -> _Value | None:
    matching = [value for value in _values(text, start, end, vocabulary, section) if value.kind == kind]
    return max(matching, key=lambda value: value.end, default=None)


def _values(text: str, start: int, end: int, vocabulary: Vocabulary, section: int) -> Iterator[_Value]:
    """Yield the typed values between two offsets, the most telling kinds first."""
    for quantity in quantities.weights(text, start, end):
        yield _Value("weight", quantity.start, quantity.end)
    for quantity in quantities.durations(text, start, end):
        yield _Value("duration", quantity.start, quantity.end)
    for name in weekdays.day_names(text, start, end):
        yield _Value("day", name.start, name.end)
    for time in clock_times.times(text, start, end):
        yield _Value("time", time.start, time.end)
    for part in clock_times.parts(text, start, end):
        yield _Value("part", part.start, part.end)
    if section in (turns.MODALITIES, turns.EXERCISES):
        index = vocabulary.modalities if section == turns.MODALITIES else vocabulary.exercises
        for mention in index.find(text, start, end):
            yield _Value("name", mention.start, mention.end)
    if section == turns.FOODS:
        for token in re.compile(r"[a-z]+").finditer(text, start, end):
            if vocabulary.is_food_word(token[0]):
                yield _Value("name", token.start(), token.end())
    for match in _NUMBER.finditer(text, start, end):
        yield _Value("number", match.start(), match.end())
