"""The pieces of a sentence between two breaks: names and figures in order, and the words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.comments import BODY, is_comment, is_talk
from sharpened_cli.domain.activity_text.lexeme import STRONG_BREAK, WORD, Lexeme
from sharpened_cli.domain.activity_text.names import Name
from sharpened_cli.domain.activity_text.vocabulary import FILLERS, INTERVAL_WORDS, TREADMILL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.activity_text.names import NameFinder

_SETS_OF_ANY = frozenset({"factors", "load"})
STRANGE = 0.3  # confidence of an exercise that the library does not know
LONGEST_FOREIGN = 2  # words
_AMOUNTS = frozenset({"duration", "distance", "number"})


class Chunk:
    """The pieces between two breaks: names and figures in order, and the words beside them."""

    def __init__(self, lexemes: Sequence[Lexeme], opened_by: Lexeme | None, finder: NameFinder) -> None:
        self.opened_by = opened_by
        self.parts: list[Name | Lexeme] = []
        self.modifiers: list[str] = []
        self.unknown: list[str] = []
        self.said = [word for lexeme in lexemes if lexeme.kind == WORD for word in lexeme.text.split()]
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
        self.begins_with_words = bool(lexemes) and not set(lexemes[0].text.split()).isdisjoint(self.unknown)

    def _leave_out_manner(self) -> None:
        """Take "sprint" beside another activity for how that was done: "swim 8x50m sprint", "bike sprints"."""
        for manner in (INTERVAL_WORDS, TREADMILL):
            others = [name for name in self.names if name.words not in manner]
            if any(name.activity is not None for name in others):
                self.parts = [part for part in self.parts if isinstance(part, Lexeme) or part in others]
        specific = [name for name in self.names if not name.is_generic]
        if specific and self.names[0] in specific:  # "goblet squats with 12 kg in the gym"
            self.parts = [part for part in self.parts if isinstance(part, Lexeme) or part in specific]

    @property
    def is_talk(self) -> bool:
        """Whether it names something only in passing: there are no figures, and other words than names."""
        return bool(self.names) and not self.figures and is_talk(self.said, self.unknown)

    def _take(self, words: Sequence[str], finder: NameFinder) -> None:
        is_aside = self.opened_by is not None or bool(self.parts)
        if is_aside and is_comment(words) and not finder.is_exercise(words):
            return
        found = finder.read(words)
        self.parts += found.names
        self.modifiers += found.modifiers
        self.unknown += found.unknown

    @property
    def names(self) -> list[Name]:
        """The names in it, in order."""
        return [part for part in self.parts if not isinstance(part, Lexeme)]

    @property
    def figures(self) -> list[Lexeme]:
        """The figures in it, in order."""
        return [part for part in self.parts if isinstance(part, Lexeme)]

    @property
    def is_foreign(self) -> bool:
        """Whether only words that nobody knows stand beside the figures: "sauna 20 min"."""
        kinds = {figure.kind for figure in self.figures}
        others = [word for word in self.said if word not in FILLERS] if self.is_strong else self.said
        is_strange = 0 < len(self.unknown) == len(others) <= LONGEST_FOREIGN and not set(self.unknown) <= BODY
        return is_strange and bool(kinds) and kinds <= _AMOUNTS

    def strange_exercise(self) -> Name | None:
        """Return the name of an exercise that the library does not know, where sets are said of it."""
        if self.names or not self.unknown or not (self.opened_by is None or self.begins_with_words):
            return None
        if not any(figure.kind in _SETS_OF_ANY for figure in self.figures):
            return None
        return Name(" ".join(self.unknown), confidence=STRANGE)

    @property
    def is_under_heading(self) -> bool:
        """Whether a colon opened it: "rehab: bridges 3x12"."""
        return self.opened_by is not None and self.opened_by.text == ":"

    @property
    def is_generic(self) -> bool:
        """Whether it names a session as such ("gym", "leg day") and nothing more special."""
        return bool(self.names) and all(name.is_generic for name in self.names)

    @property
    def is_strong(self) -> bool:
        """Whether it begins the sentence or follows a full stop, a line end or "then"."""
        return self.opened_by is None or self.opened_by.kind == STRONG_BREAK


def chunks_of(lexemes: Sequence[Lexeme], finder: NameFinder) -> list[Chunk]:
    """Return the chunks of a sentence, each with the break that opened it."""
    chunks: list[Chunk] = []
    opened_by: Lexeme | None = None
    held: list[Lexeme] = []
    for lexeme in (*lexemes, Lexeme(STRONG_BREAK, "")):
        if not lexeme.is_break:
            held.append(lexeme)
            continue
        if held:
            chunks.append(Chunk(held, opened_by, finder))
            held, opened_by = [], None
        if opened_by is None or lexeme.kind == STRONG_BREAK:
            opened_by = lexeme
    return chunks
