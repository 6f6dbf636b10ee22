"""Sets of words written as running text."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, blanks between them."""
    return frozenset(text.split())
