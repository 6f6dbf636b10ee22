"""The conversation prepared for the extractors: cleaned lines by section, the day, and the vocabulary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import corrections, masks, number_words, turns

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sharpened_cli.domain.consultation.vocabulary import Vocabulary

_BLANKS = re.compile(r" {2,}")
_CORRECTION = re.compile(
    r"\b(?:actually|correction|sorry|i meant|i mean|instead|changed? (?:my mind|to)|moved|moving|moves|make "
    r"(?:that|it)|rather|scratch|on second thou?ghts?|not any ?more|wait|should be|update|now (?:at|on))\b"
)


class Reading:
    """All turns so far, prepared; ``ignored`` holds what was addressed to the software."""

    def __init__(
        self, said: Iterable[turns.Turn], today: date, vocabulary: Vocabulary, weight_kg: float | None = None
    ) -> None:
        """Clean, repair and mend every turn."""
        self.today = today
        self.weight_kg = weight_kg
        self.vocabulary = vocabulary
        self.lines: list[turns.Line] = []
        self.ignored: list[tuple[turns.Line, turns.Span]] = []
        self.used: list[tuple[turns.Line, turns.Span]] = []
        for turn in said:
            line, ignored = vocabulary.prepared.get(turn) or _prepared(turn, vocabulary)
            vocabulary.prepared[turn] = (line, ignored)
            self.ignored += ignored
            self.lines.append(line)

    def section(self, *numbers: int) -> list[turns.Line]:
        """Return the lines said in one of the sections, in the order said."""
        return [line for line in self.lines if line.turn.section in numbers]

    def is_correction(self, line: turns.Line, sentence: turns.Span) -> bool:
        """Return whether a sentence corrects what was said before."""
        return bool(_CORRECTION.search(line.text, sentence.start, sentence.end))

    def use(self, line: turns.Line, start: int, end: int) -> None:
        """Remember that a stretch of a line was understood."""
        self.used.append((line, turns.Span(start, end)))


def _prepared(turn: turns.Turn, vocabulary: Vocabulary) -> tuple[turns.Line, list[tuple[turns.Line, turns.Span]]]:
    """Return a turn's line as the extractors read it, and what in it was addressed to the software."""
    line, blanked = masks.without_commands(turns.clean(turn))
    ignored = [(line, span) for span in blanked]
    line = number_words.digits(vocabulary.speller(turn.section).repair(line))
    return corrections.mended(line, vocabulary).replaced(_BLANKS, lambda _: " "), ignored
