from __future__ import annotations

import pytest

from sharpened_cli.errors import InputError
from sharpened_cli.services.context_reading import LONGEST_NOTE, QUESTIONS, asked, read_context


def test_the_questions_of_a_morning_fill_the_columns_and_enter_skips_one() -> None:
    answers = iter(["5h30", "", "8/10", "", "4", "left knee", ""])
    assert read_context(*asked(lambda question: next(answers) if question in QUESTIONS else "")) == {
        "sleep_hours": 5.5,
        "sleep_quality": None,
        "stress_level": 8,
        "soreness_level": None,
        "energy_level": 4,
        "injury_notes": "left knee",
        "notes": None,
    }


def test_a_note_that_is_a_diary_is_refused() -> None:
    with pytest.raises(InputError) as refusal:
        read_context("", "", "", "", "", None, "x" * (LONGEST_NOTE + 1))
    assert refusal.value.code == "too_long"
