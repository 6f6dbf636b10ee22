"""The pieces a sentence about training is made of, before anyone knows what they mean together."""

from __future__ import annotations

from typing import NamedTuple

# Kinds that end a chunk; "then" and line ends also end the reach of a heading such as "3 rounds".
STRONG_BREAK, WEAK_BREAK = "strong_break", "weak_break"
WORD = "word"


class Part(NamedTuple):
    """One factor of ``a x b x c``: its value (None for "amrap" or "bw"), its unit, further values of a list."""

    value: float | None
    unit: str = ""
    more: tuple[float, ...] = ()


class Lexeme(NamedTuple):
    """One piece: its kind, the text it stands for, and its figures with their unit."""

    kind: str
    text: str
    numbers: tuple[float, ...] = ()
    unit: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def number(self) -> float:
        """The first figure."""
        return self.numbers[0]

    @property
    def is_break(self) -> bool:
        """Whether it separates rather than says something."""
        return self.kind in (STRONG_BREAK, WEAK_BREAK)
