"""Words of foods in one form, whoever writes them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.meal_text.words import canonical, fold, stem, words


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Two slices of whole-wheat toast", ("two", "slice", "of", "wholegrain", "toast")),
        ("Greek yogurts, 2% fat", ("greek", "yoghurt", "2pct", "fat")),
        ("crème brûlée", ("cream", "brulee")),
        ("½ cup berries", ("1", "2", "cup", "berry")),
        ("garbanzo beans & chick peas", ("chickpea", "and", "chickpea")),
        ("mac & cheese", ("macaroni", "cheese")),
        ("ground beef", ("mince", "beef")),
        ("fat-free milk", ("skim", "milk")),
        ("tomatoes", ("tomato",)),
        ("hummus", ("hummus",)),
        ("œufs", ("oeuf",)),
        ("no sugar added juice", ("unsweetened", "juice")),
    ],
)
def test_spellings_of_one_food_come_to_the_same_words(typed: str, expected: tuple[str, ...]) -> None:
    assert words(canonical(fold(typed))) == expected


@given(st.text(max_size=40))
@settings(max_examples=100)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
@settings(max_examples=100)
def test_a_stem_is_never_empty(word: str) -> None:
    assert stem(word)
