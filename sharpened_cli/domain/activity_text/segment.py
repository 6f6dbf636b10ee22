"""Putting names and figures together: which figures of a sentence belong to which exercise or activity."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.chunk import chunks_of
from sharpened_cli.domain.activity_text.comments import BODY
from sharpened_cli.domain.activity_text.item import COUNTS, Item, is_exercise, is_on_its_own, reps_of, wants
from sharpened_cli.domain.activity_text.lexeme import WEAK_BREAK, Lexeme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sharpened_cli.domain.activity_text.chunk import Chunk
    from sharpened_cli.domain.activity_text.names import Name, NameFinder

_HEADINGS = frozenset({"rounds", "superset"})
_BARE_COUNTS = frozenset({"number", "reps"})


def items(lexemes: Sequence[Lexeme], finder: NameFinder) -> list[Item]:
    """Return the exercises and activities of a sentence, each with its figures."""
    return _Builder(chunks_of(lexemes, finder)).build()


class _Builder:
    def __init__(self, chunks: list[Chunk]) -> None:
        self.chunks = chunks
        self.items: list[Item] = []
        self.waiting: list[Lexeme] = []  # figures said before any name
        self.waiting_words: tuple[list[str], list[str]] = ([], [])
        self.rounds: int | None = None
        self.superset: int | None = None
        self.supersets = 0
        self.section = 0  # where the items since the last strong break begin

    def build(self) -> list[Item]:
        self._leave_out_talk()
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
        return _said_with_figures(self._shared(self.items))

    def _leave_out_talk(self) -> None:
        """Take names that are only mentioned for words, where something else was done."""
        if not any(chunk.figures and chunk.names for chunk in self.chunks):
            return
        for number, chunk in enumerate(self.chunks):
            if not chunk.figures and (self._is_mentioned(number) or self._only_heads(number)):
                chunk.unknown = [*(name.words for name in chunk.names), *chunk.unknown]
                chunk.parts, chunk.modifiers = [], []

    def _is_mentioned(self, number: int) -> bool:
        """Whether a chunk tells of something that no figures follow for."""
        following = self._following(number)
        return self.chunks[number].is_talk and not (following and following.figures and not following.names)

    def _only_heads(self, number: int) -> bool:
        """Whether a chunk without figures names what is told after its colon: "rehab: bridges 3x12"."""
        following = self._following(number)
        is_heading = following is not None and following.is_under_heading and bool(following.names)
        return is_heading and not self.chunks[number].is_generic

    def _following(self, number: int) -> Chunk | None:
        return self.chunks[number + 1] if number + 1 < len(self.chunks) else None

    def _read_headings(self, chunk: Chunk, number: int) -> None:
        for part in chunk.figures:
            if part.kind == "superset":
                self.supersets += 1
                self.superset = self.supersets
            elif part.kind == "rounds" and self._names_follow(number):
                self.rounds = int(part.number)
            elif part.kind == "rounds" and self.items:
                for item in self.items[self.section :] or self.items:
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

    def _unnamed(self, chunk: Chunk, number: int) -> None:
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

    def _named(self, chunk: Chunk, number: int) -> None:
        if self._is_part_of_the_body(chunk):
            self.items[-1].figures += [*self._mark(chunk, number), *chunk.figures]
            return
        groups = _one_way([group for group in _groups(chunk.parts) if not _is_manner(group, chunk)])
        if is_on_its_own(self.waiting) and groups[0][1].exercise is not None:
            self.items.append(Item(None, self.waiting, *self.waiting_words, chunk=number))
            self.waiting, self.waiting_words = [], ([], [])
        lead = self.waiting
        self.waiting = []
        first = len(self.items)
        for before, name, after in groups:
            item = Item(name, [*lead, *before, *after], rounds=self.rounds, superset=self.superset, chunk=number)
            item.heads = self._is_followed_by_exercises(number)
            lead = []
            self.items.append(item)
        spill = _spill(groups, self.items[:first])
        if spill:
            self.items[first].figures = self.items[first].figures[len(spill) :]
            self.items[first - 1].figures += [Lexeme(WEAK_BREAK, ","), *spill]
        self.items[-1 if len(groups) == 1 else first].modifiers += self.waiting_words[0] + chunk.modifiers
        self.items[first].unknown += self.waiting_words[1] + chunk.unknown
        self.waiting_words = ([], [])

    def _is_followed_by_exercises(self, number: int) -> bool:
        following = self._following(number)
        return (
            following is not None
            and following.is_under_heading
            and any(name.exercise is not None for name in following.names)
        )

    def _is_part_of_the_body(self, chunk: Chunk) -> bool:
        """Whether a chunk only goes on with what was stretched: "stretched my neck and shoulders for 10 min"."""
        activity = self.items[-1].name.activity if self.items and self.items[-1].name else None
        stretched = activity is not None and activity.category == "flexibility" and not self.items[-1].figures
        return stretched and not chunk.is_strong and all(set(name.words.split()) <= BODY for name in chunk.names)

    @staticmethod
    def _mark(chunk: Chunk, number: int) -> list[Lexeme]:
        return [chunk.opened_by] if chunk.opened_by and number else []

    @staticmethod
    def _shared(found: list[Item]) -> list[Item]:
        """Give "squats and lunges 3x10" and "3x10 squats and lunges" their sets on both."""
        for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
            if wants(left) and right.says_sets and right.chunk <= left.chunk + 1 and is_exercise(right):
                left.figures = list(right.figures)
        for left, right in itertools.pairwise(found):
            if (
                wants(right, beside_session_time=True)
                and left.says_sets
                and right.chunk == left.chunk + 1
                and is_exercise(left)
            ):
                right.figures = [*reps_of(left.figures, right.name), *right.figures]
        return found


def _is_sure(item: Item) -> bool:
    """Whether an activity was named as something done, and not in passing: "my bike had a puncture"."""
    return item.name is not None and item.name.is_sure_activity and not item.unknown


def _is_kind_of(item: Item, other: Item) -> bool:
    """Whether an activity only says more of another: "yoga 45 min, mostly hip openers"."""
    one, two = (entry.name.activity if entry.name else None for entry in (item, other))
    if one is None or two is None or one.category != two.category or abs(item.chunk - other.chunk) > 1:
        return False
    return one.category in ("flexibility", "sports") or one.modality == two.modality


def _says_figures(item: Item) -> bool:
    return any(not figure.is_break for figure in item.figures)


def _said_with_figures(found: list[Item]) -> list[Item]:
    """Take exercises and places without any figure for words, where others were done: "calf and ankle stretches"."""
    kept = [item for item in found if item.name is None or _says_figures(item) or _is_sure(item)]
    told = [item for item in kept if _says_figures(item) and item.name]
    if not told:
        return found
    kept = [item for item in kept if _says_figures(item) or not any(_is_kind_of(item, other) for other in told)]
    for item in found:
        if item not in kept and item.name and not item.name.is_generic:
            kept[0].unknown.append(item.name.words)
    return kept


def _groups(parts: Sequence[Name | Lexeme]) -> Iterator[tuple[list[Lexeme], Name, list[Lexeme]]]:
    """Yield each name with the figures before and after it that are its own.

    Where the chunk begins with a count ("10 burpees 20 squats"), figures go with the name that follows.
    """
    merged = _merged(parts)
    positions = [index for index, part in enumerate(merged) if not isinstance(part, Lexeme)]
    lead = [part for part in merged[: positions[0]] if isinstance(part, Lexeme)]
    counts_first = len(positions) > 1 and any(part.kind in COUNTS for part in lead)
    start = 0
    counted: list[Lexeme] = []  # after "circuit with 10 burpees" the count is that of the burpees
    for order, position in enumerate(positions):
        name = merged[position]
        assert not isinstance(name, Lexeme)
        last = order == len(positions) - 1
        if counts_first:
            before = [part for part in merged[start:position] if isinstance(part, Lexeme)]
            after = [part for part in merged[position + 1 :] if isinstance(part, Lexeme)] if last else []
            start = position + 1
        else:
            before = lead if order == 0 else counted
            stop = len(merged) if last else positions[order + 1]
            after = [part for part in merged[position + 1 : stop] if isinstance(part, Lexeme)]
            counted = [part for part in after if name.is_generic and not last and part.kind in _BARE_COUNTS]
            after = [part for part in after if part not in counted]
        yield before, name, after


def _one_way(groups: list[tuple[list[Lexeme], Name, list[Lexeme]]]) -> list[tuple[list[Lexeme], Name, list[Lexeme]]]:
    """Join names of the same activity whose figures add to one another: "ran 24 km on trails in 2h50"."""
    joined: list[tuple[list[Lexeme], Name, list[Lexeme]]] = []
    for before, name, after in groups:
        if joined and joined[-1][1].is_like(name):
            first, one, then = joined[-1]
            said = {figure.kind for figure in (*first, *then)}
            if not said & {figure.kind for figure in (*before, *after)}:
                joined[-1] = (first, _more_specific(one, name), [*then, *before, *after])
                continue
        joined.append((before, name, after))
    return joined


def _is_manner(group: tuple[list[Lexeme], Name, list[Lexeme]], chunk: Chunk) -> bool:
    """Whether a further activity without figures only says how: "golf 9 holes walking"."""
    before, name, after = group
    is_lifted = name.exercise is not None and name.exercise.category != "conditioning"
    return bool(chunk.figures) and not before and not after and not is_lifted and name is not chunk.names[0]


def _merged(parts: Sequence[Name | Lexeme]) -> list[Name | Lexeme]:
    """Join names that stand side by side and mean one thing: "spin bike class", "gym: squat"."""
    merged: list[Name | Lexeme] = []
    for part in parts:
        before = merged[-1] if merged else None
        if isinstance(part, Lexeme) or before is None or isinstance(before, Lexeme):
            merged.append(part)
        elif before.is_generic:
            merged[-1] = part
        elif part.is_generic or before.is_like(part):
            merged[-1] = _more_specific(before, part)
        else:
            merged.append(part)
    return merged


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
