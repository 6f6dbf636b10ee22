"""Find known names (exercises, modalities, foods) in cleaned text, longest first, number of nouns ignored."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOKEN = re.compile(r"[a-z0-9&%]+")


class Mention(NamedTuple):
    """A name found in a text: where, and what it stands for."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """Return a noun without its plural ending; other words come back as they are."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "toes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def folded_words(text: str) -> tuple[str, ...]:
    """Return the singular words of a text."""
    return tuple(singular(word) for word in _TOKEN.findall(text))


class NameIndex:
    """Names by their aliases; ``find`` prefers the longest alias at each place."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        """Take (alias, name) pairs; the first pair of an alias wins."""
        self._names: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}
        for alias, name in entries:
            key = folded_words(alias)
            if key:
                self._names.setdefault(key, name)
                self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def aliases(self) -> Iterable[tuple[str, ...]]:
        """Return the aliases as tuples of singular words."""
        return self._names.keys()

    def get(self, text: str) -> str | None:
        """Return what exactly this alias stands for."""
        return self._names.get(folded_words(text))

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Return the mentions between two offsets, left to right, not overlapping."""
        tokens = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
        words = [singular(token[0]) for token in tokens]
        found: list[Mention] = []
        index = 0
        while index < len(words):
            step = self._match(words, index, tokens, text)
            if step:
                name = self._names[tuple(words[index : index + step])]
                found.append(Mention(tokens[index].start(), tokens[index + step - 1].end(), name))
            index += step or 1
        return found

    def _match(self, words: list[str], index: int, tokens: list[re.Match[str]], text: str) -> int:
        """Return how many words from here make the longest alias (0: none); no alias crosses punctuation."""
        for size in range(min(self._longest.get(words[index], 0), len(words) - index), 0, -1):
            if tuple(words[index : index + size]) not in self._names:
                continue
            gap = text[tokens[index].start() : tokens[index + size - 1].end()]
            if not re.search(r"[,.;:()!?\n]", gap):
                return size
        return 0
