"""An item of a sentence before its food is known, and the words of it that can name a food."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.meal_text.lexicon import DESCRIPTORS, NUMBER_WORDS, SIZES, SMALL_TALK
from sharpened_cli.domain.meal_text.words import stem

if TYPE_CHECKING:
    from sharpened_cli.domain.meal_text.amount import Amount


class Draft(NamedTuple):
    """An item before its food is known.

    ``tokens`` are its words, ``named`` those with the head noun, ``negated`` what it is without, ``parts``
    further foods named under the same weight; ``is_recipe``: what it was made with was said.
    """

    text: str
    tokens: list[str]
    named: list[str]
    negated: list[str]
    amount: Amount
    join: str
    link: str
    parts: tuple[Draft, ...] = ()
    is_recipe: bool = False

    @property
    def says_amount_last(self) -> bool:
        """Return whether an amount stands behind the food."""
        first = self.text.split(" ", 1)[0]
        return self.amount.is_stated and not first[:1].isdigit() and first not in NUMBER_WORDS


def naming(words: list[str]) -> list[str]:
    """Return the stems of those words that can name a food, not only describe one."""
    return [
        stem(word)
        for word in words
        if stem(word) not in DESCRIPTORS and word not in SMALL_TALK and not word[0].isdigit() and word not in SIZES
    ]
