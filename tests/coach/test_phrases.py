"""What the coach understands without a language model."""

from __future__ import annotations

from typing import Any

import pytest

from sharpened_cli.coach.phrases import Intent, intent


@pytest.mark.parametrize(
    ("sentence", "tool", "arguments"),
    [
        ("What's on today?", "today", {"date": "today"}),
        ("What should I eat today?", "today", {}),
        ("plan for friday", "today", {"date": "friday"}),
        ("tomorrow", "today", {"date": "tomorrow"}),
        ("this week", "week", {}),
        ("How am I doing?", "progress", {}),
        ("progress over the last 4 weeks", "progress", {"weeks": 4}),
        ("messages", "inbox", {}),
        ("approve", "approve", {}),
        ("Yes, approve it.", "approve", {}),
        ("reject 2", "reject", {"number": 2}),
        ("take back 4", "undo", {"number": 4}),
        ("I did 2", "done", {"number": 2}),
        ("skip 3", "skip", {"number": 3}),
        ("swap 1.2 for leg press", "swap", {"number": "1.2", "exercise": "leg press"}),
        ("why so many calories?", "why", {"topic": "calories", "which": ""}),
        ("why volume for chest", "why", {"topic": "volume", "which": "chest"}),
        ("why carbohydrates", "why", {"topic": "carbs", "which": ""}),
        ("I weigh 82.4kg", "weigh", {"weight": "82.4kg"}),
        ("weight: 181 lb this morning", "weigh", {"weight": "181 lb"}),
        ("I ate 2 eggs and toast", "log_meal", {"text": "2 eggs and toast"}),
        ("for lunch I had chicken and rice", "log_meal", {"text": "chicken and rice", "meal_type": "lunch"}),
        ("log breakfast: oats and a banana", "log_meal", {"text": "oats and a banana", "meal_type": "breakfast"}),
        ("I had meal 2", "log_meal", {"planned": 2}),
        ("slept 5 hours, stress 8", "context", {"sleep_hours": 5.0, "stress": 8}),
        ("I slept only 4.5h and my left knee hurts", "context", {"sleep_hours": 4.5, "injury": "left knee"}),
        ("ran 5k in 27:30", "log_activity", {"text": "ran 5k in 27:30"}),
        ("bench press 3x8 @ 60kg", "log_activity", {"text": "bench press 3x8 @ 60kg"}),
        ("I played tennis for 60 min", "log_activity", {"text": "played tennis for 60 min"}),
    ],
)
def test_plain_sentences_name_their_tool(sentence: str, tool: str, arguments: dict[str, Any]) -> None:
    assert intent(sentence) == Intent(tool, arguments)


@pytest.mark.parametrize("sentence", ["", "what is the meaning of life", "hello", "DROP TABLE meals", "{}"])
def test_other_sentences_name_none(sentence: str) -> None:
    assert intent(sentence) is None
