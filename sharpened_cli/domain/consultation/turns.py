"""A turn of the person, cleaned for the grammars, with the way back to the person's own words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECTIONS = (
    "training_modalities", "exercise_familiarity", "training_schedule", "meal_timing",
    "typical_foods", "goals_events", "challenges",
)  # fmt: skip
MODALITIES, EXERCISES, SCHEDULE, MEAL_TIMES, FOODS, GOALS, CHALLENGES = range(1, 8)


class Turn(NamedTuple):
    """One message of the person: section 1-7, its text, and its index among the person's messages."""

    section: int
    text: str
    index: int = 0  # type: ignore[assignment]  # shadows tuple.index, which no turn needs


class Span(NamedTuple):
    """Where in a cleaned line something stands: start and end offsets, end exclusive."""

    start: int
    end: int


class Line:
    """A turn's cleaned text; ``origin`` holds for each cleaned character the offset in the raw text.

    Cleaning: lower case, accents folded, apostrophes inside words dropped ("don't" becomes "dont"),
    hyphens between letters become spaces, "a.m." becomes "am", vulgar fractions decimals.
    """

    __slots__ = ("origin", "text", "turn")

    def __init__(self, turn: Turn, text: str, origin: list[int]) -> None:
        self.turn = turn
        self.text = text
        self.origin = origin

    def quote(self, start: int, end: int) -> str:
        """Return the person's own words behind a cleaned span."""
        first, last = self.raw_span(start, end)
        return self.turn.text[first:last].strip()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the raw text behind a cleaned span."""
        if start >= end or not self.origin:
            return (0, 0)
        last = self.origin[min(end, len(self.origin)) - 1]
        return self.origin[start], last + 1

    def blanked(self, spans: list[Span]) -> Line:
        """Return a line in which the spans are spaces, offsets unchanged."""
        letters = list(self.text)
        for start, end in spans:
            letters[start:end] = " " * (end - start)
        return Line(self.turn, "".join(letters), self.origin)

    def replaced(self, pattern: re.Pattern[str], make: Callable[[re.Match[str]], str]) -> Line:
        """Return a line with every match replaced; new characters point at the match's start."""
        pieces: list[str] = []
        origin: list[int] = []
        last = 0
        for match in pattern.finditer(self.text):
            new = make(match)
            if new == match[0]:
                continue
            pieces += [self.text[last : match.start()], new]
            origin += self.origin[last : match.start()]
            origin += _spread(self.origin, match, len(new))
            last = match.end()
        if not pieces:
            return self
        pieces.append(self.text[last:])
        origin += self.origin[last:]
        return Line(self.turn, "".join(pieces), origin)


def _spread(origin: list[int], match: re.Match[str], length: int) -> list[int]:
    old = origin[match.start() : match.end()]
    return [old[min(index, len(old) - 1)] for index in range(length - 1)] + old[-1:] if length else []


_SINGLE = {
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "\u2013": "-", "\u2014": ",", "\u00d7": "x",
    "\u00bd": ".5", "\u00bc": ".25", "\u00be": ".75", "\u0153": "oe", "\u0152": "oe", "\u00e6": "ae",
    "\u00df": "ss", "\u00f8": "o", "\u201c": '"', "\u201d": '"', "\u2026": ".", "\t": " ", "\u00a0": " ",
    "\u2192": " to ", "\u00ba": "", "\u00aa": "",
}  # fmt: skip
_FRACTIONS = "\u00bd\u00bc\u00be"
_IN_WORD_APOSTROPHE = re.compile(r"(?<=[a-z])'(?=[a-z])")
_HYPHEN = re.compile(
    r"(?<=[a-z])(?<!\bmon)(?<!day)(?<!\btue)(?<!tues)(?<!\bwed)(?<!\bthu)(?<!thurs)(?<!\bsat)(?<!\bfri)(?<!\bsun)-(?=[a-z])"
)
_MERIDIEM = re.compile(r"(?<![a-z])([ap])\s?\.\s?m\b\.?")
_AMPERSAND = re.compile(r"(?<=[a-z]{3}) ?& ?(?=[a-z]{3})|(?<=\s)[&+](?=\s)")
_AND = re.compile(r"(?<=\w )'?n'?(?= \w)")
_WITH = re.compile(r"(?<!/)\bw/\s?(?=[a-z]{2})|(?<=[a-z]{3} )w (?=[a-z]{2})")
_ABBREVIATION = re.compile(
    r"\b(mins?|hrs?|yrs?|lbs?|approx|reps?|mon|tues?|wed|thurs?|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|"
    r"oct|nov|dec"
    r"|st|dr|etc|vs|kgs?|tbsps?|tsps?|oz)\.(?=\s+[a-z0-9(]|,)"
)  # fmt: skip


def clean(turn: Turn) -> Line:
    """Return the turn's cleaned line."""
    letters: list[str] = []
    origin: list[int] = []
    raw = turn.text
    for index, char in enumerate(raw):
        plain = folded(char)
        if char in _FRACTIONS and not (index and raw[index - 1].isdigit()):
            plain = "0" + plain
        letters.append(plain)
        origin += [index] * len(plain)
    line = Line(turn, "".join(letters), origin)
    line = _without_abbreviation_dots(line)
    line = line.replaced(_MERIDIEM, lambda match: match[1] + "m")
    line = line.replaced(_IN_WORD_APOSTROPHE, lambda _: "")
    line = line.replaced(_HYPHEN, lambda _: " ")
    line = line.replaced(_WITH, lambda _: "with ").replaced(_AND, lambda _: "and")
    return line.replaced(_AMPERSAND, lambda match: " and " if len(match[0]) > 1 else "and")


def _without_abbreviation_dots(line: Line) -> Line:
    raw = line.turn.text
    shouts = any(char.isupper() for char in raw)

    def undotted(match: re.Match[str]) -> str:
        if not shouts and match[1] not in ("approx", "dr", "st", "vs", "etc"):
            return match[0]
        following = line.text[match.end() :].lstrip()
        if following and match.end() < len(line.origin):
            position = line.origin[len(line.text) - len(following)]
            if raw[position].isupper():  # a new sentence
                return match[0]
        return match[1] + " "

    return line.replaced(_ABBREVIATION, undotted)


def folded(char: str) -> str:
    """Return a character in lower case without its accent (one or a few characters)."""
    if char.isascii():
        return " " if char in "\t_" else char.lower()
    if char in _SINGLE:
        return _SINGLE[char]
    return unicodedata.normalize("NFKD", char)[:1].lower()


_SENTENCE_END = re.compile(r"(?<!\d)[.](?!\w)|(?<=\d)[.](?=\s|$)|[!?;\n]+|\.{2,}|(?<=\s)-+(?=\s)")


def sentences(text: str) -> Iterator[Span]:
    """Yield the spans of the sentences of a cleaned text (a decimal point ends nothing)."""
    yield from _pieces(text, _SENTENCE_END)


_CLAUSE_END = re.compile(
    r"(?<!\d),|,(?!\d)|[()\n]|:(?!\d)|\bbut\b|\bthen\b|\bthough\b|\balthough\b|\bbecause\b|\bexcept\b"
)


def clauses(text: str, span: Span) -> Iterator[Span]:
    """Yield the spans of the clauses of a sentence: between commas, brackets and turning words."""
    for start, end in _pieces(text[span.start : span.end], _CLAUSE_END):
        yield Span(span.start + start, span.start + end)


def split(text: str, span: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Yield the parts of a span between the matches of a pattern, blanks trimmed, empty ones left out."""
    for start, end in _pieces(text[span.start : span.end], pattern):
        yield Span(span.start + start, span.start + end)


def _pieces(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    last = 0
    for match in pattern.finditer(text):
        yield from _trimmed(text, last, match.start())
        last = match.end()
    yield from _trimmed(text, last, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
