from __future__ import annotations

import pytest

from sharpened_cli.domain.facts import Availability
from sharpened_cli.domain.slot_activities import activity_of, with_activities

TRAINED = {"swimming", "team_sports", "running", "martial_arts", "strength_training"}


@pytest.mark.parametrize(
    ("words", "activity"),
    [
        ("tues and fri lunchtime swim 12.30 at the leisure center", "swimming"),
        ("Futebol quinta 9pm, 1 hour", "team_sports"),
        ("derby practice sunday 6pm-8pm at the rink", "team_sports"),
        ("every other Sunday long run at 7am", "running"),
        ("MMA Mon Wed Fri 8pm for 2 hours at the gym", "martial_arts"),
        ("strength Tue and Sat 7am 1 hour", "strength_training"),
        ("m w f 5:30pm 90 min gym", None),
        ("Mondays swim or run, depends", None),
        ("yoga on Thursdays", None),
        ("Saturday morning", None),
    ],
)
def test_words_name_the_activity_of_a_slot_when_they_name_one(words: str, activity: str | None) -> None:
    assert activity_of(words, TRAINED) == activity


def test_a_slot_keeps_the_activity_that_it_has() -> None:
    slots = (
        Availability(day_of_week=2, time_of_day="midday", activity="yoga"),
        Availability(day_of_week=5, time_of_day="midday"),
    )
    named = with_activities(slots, ["swim", "a swim at noon"], TRAINED)
    assert [slot.activity for slot in named] == ["yoga", "swimming"]
