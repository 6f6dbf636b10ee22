"""Repair misspelt words towards the words that the grammars know."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation.common_words import COMMON_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sharpened_cli.domain.consultation.turns import Line

SHORTEST = 5  # letters; product choice: shorter words have too many neighbours
TWO_SLIPS_FROM = 8  # letters; product choice: two slips are allowed only in long words
SHORTEST_STEM = 4  # letters; product choice
_SOUND_ALIKE = ("aeiouy", "ckqsz", "fv", "dt", "mn", "bp", "gj", "lr")
_KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_WORD = re.compile(r"[a-z]{5,}")
_ENDINGS = ("s", "es", "ed", "ing", "ly")


class Speller:
    """Maps unknown words to the nearest known word, by optimal string alignment distance.

    First and last letter must agree (or the same letters be swapped); one letter in place of another counts only
    where a slip is likely.
    """

    def __init__(self, words: Iterable[str], known: Iterable[str]) -> None:
        """Take the words to repair towards, and those that are right as they are (accents folded)."""
        self._known = frozenset(known) | COMMON_WORDS
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            if len(word) >= SHORTEST:
                self._by_letter.setdefault(word[0], []).append(word)
        self.nearest = lru_cache(maxsize=4096)(self._nearest)

    def repair(self, line: Line) -> Line:
        """Return the line with misspelt words replaced."""
        return line.replaced(_WORD, lambda match: self.nearest(match[0]))

    def _nearest(self, word: str) -> str:
        if len(word) < SHORTEST or word in self._known or self._is_inflected(word):
            return word
        from rapidfuzz.distance import OSA

        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        best, best_slips = word, slips + 1
        for candidate in self._by_letter.get(word[0], ()):
            if abs(len(candidate) - len(word)) > slips or not _ends_alike(word, candidate):
                continue
            distance = OSA.distance(word, candidate, score_cutoff=slips)
            if distance < best_slips and not (distance == 1 and _is_another_word(word, candidate)):
                best, best_slips = candidate, distance
        return best

    def _is_inflected(self, word: str) -> bool:
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            is_stem = SHORTEST_STEM <= len(stem) < len(word)
            if is_stem and {stem, stem + "e", stem[:-1]} & self._known:
                return True
        return False


def _is_another_word(word: str, candidate: str) -> bool:
    """Return whether one letter in place of another is no slip: neither sounds alike nor lies beside it on the keys."""
    if len(word) != len(candidate):
        return False
    differing = [(one, other) for one, other in zip(word, candidate, strict=True) if one != other]
    if len(differing) != 1:
        return False  # two letters swapped
    one, other = differing[0]
    sounds = any(one in group and other in group for group in _SOUND_ALIKE)
    beside = any(abs(row.find(one) - row.find(other)) == 1 for row in _KEY_ROWS if one in row and other in row)
    return not (sounds or beside)


def _ends_alike(word: str, candidate: str) -> bool:
    return word[-1] == candidate[-1] or sorted(word) == sorted(candidate)
