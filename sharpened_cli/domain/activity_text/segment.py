"""Putting names and figures together: which figures of a sentence belong to which exercise or activity."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.comments import is_comment
from sharpened_cli.domain.activity_text.lexeme import STRONG_BREAK, WEAK_BREAK, WORD, Lexeme
from sharpened_cli.domain.activity_text.names import Name
from sharpened_cli.domain.activity_text.vocabulary import INTERVAL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sharpened_cli.domain.activity_text.names import NameFinder

_SET_KINDS = frozenset(
    {"factors", "list", "reps", "sets", "load", "bodyweight", "rir", "added_load", "empty_bar", "plates"}
)
_SETS_OF_ANY = frozenset({"factors", "load"})
STRANGE = 0.3  # confidence of an exercise that the library does not know
LONGEST_FOREIGN = 2  # words
LEAST_WAY_M = 1000.0  # from here a distance with a time needs no name (product choice)
_AMOUNTS = frozenset({"duration", "distance", "number"})
_HEADINGS = frozenset({"rounds", "superset"})
_COUNTS = frozenset({"number", "reps", "factors", "list", "sets", "distance", "duration"})


@dataclass(slots=True)
class Item:
    """One exercise or activity with the figures said about it, in order."""

    name: Name | None = None
    figures: list[Lexeme] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    rounds: int | None = None
    superset: int | None = None
    chunk: int = 0

    @property
    def says_sets(self) -> bool:
        """Whether the figures are those of sets: repetitions, loads, bodyweight."""
        return any(figure.kind in _SET_KINDS and not _is_timed(figure) for figure in self.figures)


def _is_timed(figure: Lexeme) -> bool:
    return any(part.unit in ("s", "m", "metres", "km", "mi", "yd") for part in figure.parts)


class _Chunk:
    """The pieces between two breaks: names and figures in order, and the words beside them."""

    def __init__(self, lexemes: Iterable[Lexeme], opened_by: Lexeme | None, finder: NameFinder) -> None:
        self.opened_by = opened_by
        self.parts: list[Name | Lexeme] = []
        self.modifiers: list[str] = []
        self.unknown: list[str] = []
        self.words_said = 0
        words: list[str] = []
        for lexeme in (*lexemes, None):
            if lexeme is not None and lexeme.kind == WORD:
                words += lexeme.text.split()
                continue
            if words:
                self._take(words, finder)
                words = []
            if lexeme is not None:
                self.parts.append(lexeme)
        self._leave_out_manner()

    def _leave_out_manner(self) -> None:
        """Take "sprint" beside another activity for how that was done: "swim 8x50m sprint", "bike sprints"."""
        others = [name for name in self.names if name.words not in INTERVAL_WORDS]
        if any(name.activity is not None for name in others):
            self.parts = [part for part in self.parts if isinstance(part, Lexeme) or part in others]

    def _take(self, words: Sequence[str], finder: NameFinder) -> None:
        is_aside = self.opened_by is not None or bool(self.parts)
        if is_aside and is_comment(words) and not finder.is_exercise(words):
            return
        found = finder.read(words)
        self.words_said += len(words)
        self.parts += found.names
        self.modifiers += found.modifiers
        self.unknown += found.unknown

    @property
    def names(self) -> list[Name]:
        return [part for part in self.parts if not isinstance(part, Lexeme)]

    @property
    def figures(self) -> list[Lexeme]:
        return [part for part in self.parts if isinstance(part, Lexeme)]

    @property
    def is_foreign(self) -> bool:
        """Whether only words that nobody knows stand beside the figures: "sauna 20 min"."""
        kinds = {figure.kind for figure in self.figures}
        return 0 < len(self.unknown) == self.words_said <= LONGEST_FOREIGN and bool(kinds) and kinds <= _AMOUNTS

    def strange_exercise(self) -> Name | None:
        """Return the name of an exercise that the library does not know, where sets are said of it."""
        if self.names or not self.unknown or not any(figure.kind in _SETS_OF_ANY for figure in self.figures):
            return None
        return Name(" ".join(self.unknown), confidence=STRANGE)

    @property
    def is_strong(self) -> bool:
        return self.opened_by is None or self.opened_by.kind == STRONG_BREAK


def items(lexemes: Sequence[Lexeme], finder: NameFinder) -> list[Item]:
    """Return the exercises and activities of a sentence, each with its figures."""
    return _Builder(_chunks(lexemes, finder)).build()


def _chunks(lexemes: Sequence[Lexeme], finder: NameFinder) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    opened_by: Lexeme | None = None
    held: list[Lexeme] = []
    for lexeme in (*lexemes, Lexeme(STRONG_BREAK, "")):
        if not lexeme.is_break:
            held.append(lexeme)
            continue
        if held:
            chunks.append(_Chunk(held, opened_by, finder))
            held, opened_by = [], None
        if opened_by is None or lexeme.kind == STRONG_BREAK:
            opened_by = lexeme
    return chunks


class _Builder:
    def __init__(self, chunks: list[_Chunk]) -> None:
        self.chunks = chunks
        self.items: list[Item] = []
        self.waiting: list[Lexeme] = []  # figures said before any name
        self.waiting_words: tuple[list[str], list[str]] = ([], [])
        self.rounds: int | None = None
        self.superset: int | None = None
        self.supersets = 0
        self.section = 0  # where the items since the last strong break begin

    def build(self) -> list[Item]:
        for number, chunk in enumerate(self.chunks):
            if chunk.is_strong:
                self.rounds = self.superset = None
                self.section = len(self.items)
            self._read_headings(chunk, number)
            strange = chunk.strange_exercise()
            if strange is not None:
                chunk.parts.insert(0, strange)
            if chunk.names:
                self._named(chunk, number)
            else:
                self._unnamed(chunk, number)
        if self.waiting or any(self.waiting_words):
            self.items.append(Item(None, self.waiting, *self.waiting_words))
        return self._shared(self.items)

    def _read_headings(self, chunk: _Chunk, number: int) -> None:
        for part in chunk.figures:
            if part.kind == "superset":
                self.supersets += 1
                self.superset = self.supersets
            elif part.kind == "rounds" and self._names_follow(number):
                self.rounds = int(part.number)
            elif part.kind == "rounds" and self.items:
                for item in self.items[self.section :]:
                    item.rounds = int(part.number)
            elif part.kind == "rounds":
                chunk.unknown.append(part.text.strip())
        chunk.parts = [part for part in chunk.parts if not (isinstance(part, Lexeme) and part.kind in _HEADINGS)]

    def _names_follow(self, number: int) -> bool:
        """Whether a name stands in this chunk or in one that follows before the next strong break."""
        for chunk in self.chunks[number:]:
            if chunk is not self.chunks[number] and chunk.is_strong:
                return False
            if chunk.names:
                return True
        return False

    def _unnamed(self, chunk: _Chunk, number: int) -> None:
        target = self.items[-1] if self.items else None
        if target is None:
            self.waiting += [*self._mark(chunk, number), *chunk.figures]
            self.waiting_words[0].extend(chunk.modifiers)
            self.waiting_words[1].extend(chunk.unknown)
            return
        if chunk.is_foreign:
            target.unknown += [*chunk.unknown, *(figure.text.strip() for figure in chunk.figures)]
            return
        target.figures += [*self._mark(chunk, number), *chunk.figures]
        target.modifiers += chunk.modifiers
        target.unknown += chunk.unknown

    def _named(self, chunk: _Chunk, number: int) -> None:
        groups = [group for group in _groups(chunk.parts) if not _is_manner(group, chunk)]
        if _is_on_its_own(self.waiting) and groups[0][1].exercise is not None:
            self.items.append(Item(None, self.waiting, *self.waiting_words, chunk=number))
            self.waiting, self.waiting_words = [], ([], [])
        lead = self.waiting
        self.waiting = []
        first = len(self.items)
        for before, name, after in groups:
            item = Item(name, [*lead, *before, *after], rounds=self.rounds, superset=self.superset, chunk=number)
            lead = []
            self.items.append(item)
        spill = _spill(groups, self.items[:first])
        if spill:
            self.items[first].figures = self.items[first].figures[len(spill) :]
            self.items[first - 1].figures += [Lexeme(WEAK_BREAK, ","), *spill]
        self.items[-1 if len(groups) == 1 else first].modifiers += self.waiting_words[0] + chunk.modifiers
        self.items[first].unknown += self.waiting_words[1] + chunk.unknown
        self.waiting_words = ([], [])

    @staticmethod
    def _mark(chunk: _Chunk, number: int) -> list[Lexeme]:
        return [chunk.opened_by] if chunk.opened_by and number else []

    @staticmethod
    def _shared(found: list[Item]) -> list[Item]:
        """Give "squats and lunges 3x10" and "3x10 squats and lunges" their sets on both."""
        for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
            if _wants(left) and right.says_sets and right.chunk <= left.chunk + 1 and _is_exercise(right):
                left.figures = list(right.figures)
        for left, right in itertools.pairwise(found):
            if _wants(right) and left.says_sets and right.chunk == left.chunk + 1 and _is_exercise(left):
                right.figures = list(left.figures)
        return found


def _is_on_its_own(figures: Sequence[Lexeme]) -> bool:
    """Whether figures before any name are those of a run or a ride: "easy 6 miles 54 min, then calf raises"."""
    far = any(figure.kind == "distance" and figure.number >= LEAST_WAY_M for figure in figures)
    return far and any(figure.kind in ("duration", "pace", "speed") for figure in figures)


def _is_exercise(item: Item) -> bool:
    return item.name is not None and item.name.exercise is not None


def _wants(item: Item) -> bool:
    return _is_exercise(item) and not any(figure.kind in _COUNTS for figure in item.figures)


def _groups(parts: Sequence[Name | Lexeme]) -> Iterator[tuple[list[Lexeme], Name, list[Lexeme]]]:
    """Yield each name with the figures before and after it that are its own.

    Where the chunk begins with a count ("10 burpees 20 squats"), figures go with the name that follows.
    """
    merged = _merged(parts)
    positions = [index for index, part in enumerate(merged) if not isinstance(part, Lexeme)]
    lead = [part for part in merged[: positions[0]] if isinstance(part, Lexeme)]
    counts_first = len(positions) > 1 and any(part.kind in _COUNTS for part in lead)
    start = 0
    for order, position in enumerate(positions):
        name = merged[position]
        assert not isinstance(name, Lexeme)
        last = order == len(positions) - 1
        if counts_first:
            before = [part for part in merged[start:position] if isinstance(part, Lexeme)]
            after = [part for part in merged[position + 1 :] if isinstance(part, Lexeme)] if last else []
            start = position + 1
        else:
            before = lead if order == 0 else []
            stop = len(merged) if last else positions[order + 1]
            after = [part for part in merged[position + 1 : stop] if isinstance(part, Lexeme)]
        yield before, name, after


def _is_manner(group: tuple[list[Lexeme], Name, list[Lexeme]], chunk: _Chunk) -> bool:
    """Whether a further activity without figures only says how: "golf 9 holes walking"."""
    before, name, after = group
    return bool(chunk.figures) and not before and not after and name.exercise is None and name is not chunk.names[0]


def _merged(parts: Sequence[Name | Lexeme]) -> list[Name | Lexeme]:
    """Join names that stand side by side and mean one thing: "spin bike class", "gym: squat"."""
    merged: list[Name | Lexeme] = []
    for part in parts:
        before = merged[-1] if merged else None
        if isinstance(part, Lexeme) or before is None or isinstance(before, Lexeme):
            merged.append(part)
        elif before.is_generic:
            merged[-1] = part
        elif part.is_generic or _same_activity(before, part):
            merged[-1] = _more_specific(before, part)
        else:
            merged.append(part)
    return merged


def _same_activity(one: Name, other: Name) -> bool:
    if one.activity is None or other.activity is None:
        return False
    return one.activity.category == other.activity.category and one.activity.modality == other.activity.modality


def _more_specific(one: Name, other: Name) -> Name:
    if other.is_generic or other.activity is None:
        return one
    if one.activity and len(one.activity.words) <= len(other.activity.words):
        return one
    return other


def _spill(groups: Sequence[tuple[list[Lexeme], Name, list[Lexeme]]], earlier: Sequence[Item]) -> list[Lexeme]:
    """Return the figures before the first name that belong to the item before: "... 62.5x6 row 50x10"."""
    before, name, after = groups[0]
    if not earlier or not before or name.exercise is None or len(groups) > 1:
        return []
    sets_before = any(part.kind in ("factors", "list", "reps") for part in before)
    sets_after = any(part.kind in ("factors", "list", "reps") for part in after)
    return list(before) if sets_before and sets_after else []
