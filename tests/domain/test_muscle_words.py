from __future__ import annotations

import pytest

from sharpened_cli.domain.muscle_words import muscles_in


@pytest.mark.parametrize(
    ("text", "muscles"),
    [
        ("quads are killing me", {"quads"}),
        ("Legs and abs", {"quads", "hamstrings", "glutes", "calves", "core"}),
        ("chest + triceps from yesterday", {"chest", "triceps"}),
        ("upper body, but not my chest", {"chest", "back", "shoulders", "biceps", "triceps"}),
        ("no calf trouble, hammies tight", {"hamstrings"}),
        ("feeling flat", set()),
        ("", set()),
    ],
)
def test_everyday_words_name_the_counted_muscles(text: str, muscles: set[str]) -> None:
    assert muscles_in(text) == muscles
