"""What people deny, gave up, cancelled or tell of others is never kept as theirs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from packaged import read_exercises, read_foods

from sharpened_cli.domain.consultation.extract import extract
from sharpened_cli.domain.consultation.turns import Turn
from sharpened_cli.domain.consultation.vocabulary import Vocabulary

TODAY = date(2026, 11, 23)
MODALITIES = [
    ("I used to box but packed it in, now it's just weights.", "martial_arts"),
    ("Stopped cycling after my crash.", "cycling"),
    ("Gave up on yoga, I swim.", "yoga"),
    ("I no longer run, doctor's orders.", "running"),
    ("I don't do CrossFit, just lifting.", "crossfit"),
    ("Not a swimmer. Cyclist through and through.", "swimming"),
    ("Tennis was my thing at school, these days I hike.", "racket_sports"),
    ("I did karate as a kid. Now powerlifting.", "martial_arts"),
    ("Never tried pilates. Gym mostly.", "pilates"),
    ("Climbing until 2019, then kids. Running now.", "climbing"),
    ("I've quit football, knees. I row.", "team_sports"),
    ("My husband cycles, I walk.", "cycling"),
    ("Haven't swum in years, but I lift.", "swimming"),
    ("Yoga didn't stick. HIIT twice a week.", "yoga"),
    ("I was a gymnast till I was 14. CrossFit for 2 years.", "gymnastics"),
    ("Football's behind me. Padel now.", "team_sports"),
    ("I retired from rugby last year and lift now", "team_sports"),
    ("I'm thinking about taking up boxing. At the moment I run.", "martial_arts"),
    ("no running anymore since the knee. cycling instead", "running"),
    ("Dropped spin classes in the summer; pilates stays.", "cycling"),
    ("Ex-rower, now a runner", "rowing"),
    ("Swimming? Hate it, don't do it. Running 3 years.", "swimming"),
]
FOODS = [
    ("I don't eat bread anymore, just rice and chicken.", "bread"),
    ("Used to drink coke, now water.", "coke"),
    ("Cut out sugar. Oats and eggs.", "sugar"),
    ("No dairy for me, oat milk in coffee.", "dairy"),
    ("Eggs, never cheese.", "cheese"),
    ("I gave up coffee in January. Tea now.", "coffee"),
    ("I don't like fish. Chicken mostly.", "fish"),
    ("Stopped eating meat, so tofu and beans.", "meat"),
    ("I can't eat nuts but love oats", "nuts"),
    ("Not a fan of mushrooms, I eat peppers", "mushrooms"),
    ("I avoid alcohol. Water with lunch.", "alcohol"),
    ("I don't drink beer any more", "beer"),
    ("Rice instead of pasta", "pasta"),
    ("porridge without sugar", "sugar"),
    ("I skip dessert, fruit sometimes", "dessert"),
    ("The kids eat pizza, I have salad", "pizza"),
    ("hate broccoli, eat carrots", "broccoli"),
    ("quit energy drinks, coffee instead", "energy drinks"),
    ("I'm off the crisps, nuts now", "crisps"),
    ("My wife loves olives, I have cheese", "olives"),
]
DAYS = [
    ("Mon, Wed and Fri 6pm. Not Wednesday actually.", 3),
    ("Tuesdays and Thursdays at 7am but Thursday's off from now on", 4),
    ("Weekdays at 6am apart from Monday", 1),
    ("Sat 9am. Cancel Saturday, I work.", 6),
    ("Mon 6pm, Tue 6pm, no wait, not Tue", 2),
    ("I could do Friday 5pm... no, Fridays are no good", 5),
    ("Any day but Sunday, 7pm", 7),
    ("Mon and Thu 6pm. Thursday no longer works.", 4),
    ("Every evening at 8 except weekends", 6),
    ("Monday to Friday 6am, Wednesday off", 3),
    ("Sunday used to be my long run but not anymore. Tuesday 6pm.", 7),
    ("Mondays 7pm. Never Fridays.", 5),
    ("I can't do Tuesdays. Thursdays 6pm.", 2),
    ("Tuesday 6pm. Scrap that, Wednesday 6pm.", 2),
    ("Saturdays are for family. Fridays at noon.", 6),
    ("Wednesday 6pm instead of Monday", 1),
]
EXERCISES = [
    ("I used to squat 100 but not since my back.", "squat"),
    ("I don't do deadlifts. Bench 60kg x 8.", "deadlift"),
    ("Gave up running, now rowing 20 min.", "run"),
    ("No burpees. Lunges 3x10.", "burpee"),
    ("I stopped benching. Push ups 20.", "bench press"),
    ("dips, not pull ups", "pull-up"),
]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(read_exercises(), read_foods())


def rows(vocabulary: Vocabulary, section: int, text: str, table: str) -> list[dict[str, Any]]:
    return [row.values for row in extract([Turn(section, text)], TODAY, vocabulary).rows[table]]


@pytest.mark.parametrize(("text", "gone"), MODALITIES)
def test_a_sport_that_is_over_is_not_theirs(text: str, gone: str, vocabulary: Vocabulary) -> None:
    found = rows(vocabulary, 1, text, "user_training_modalities")
    assert gone not in [row["modality"] for row in found if row.get("enjoys_it") is not False]


@pytest.mark.parametrize(("text", "gone"), FOODS)
def test_a_food_that_is_not_eaten_is_not_theirs(text: str, gone: str, vocabulary: Vocabulary) -> None:
    assert not any(gone in row["food"] for row in rows(vocabulary, 5, text, "user_typical_meal_foods"))


@pytest.mark.parametrize(("text", "gone"), DAYS)
def test_a_day_that_was_taken_back_is_free(text: str, gone: int, vocabulary: Vocabulary) -> None:
    assert gone not in [row["day_of_week"] for row in rows(vocabulary, 3, text, "user_training_availability")]


@pytest.mark.parametrize(("text", "gone"), EXERCISES)
def test_an_exercise_that_was_given_up_is_not_theirs(text: str, gone: str, vocabulary: Vocabulary) -> None:
    assert gone not in [row["exercise"] for row in rows(vocabulary, 2, text, "user_familiar_exercises")]
