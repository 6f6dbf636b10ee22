"""How far logged training is the planned session: perfect, the same under other names, partly, unrelated."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_exercises

from sharpened_cli.domain.activity_text import NameFinder, parse_activity
from sharpened_cli.domain.assignment import match_sessions
from sharpened_cli.domain.day_plan import ExerciseItem, Session
from sharpened_cli.domain.session_match import DoneActivity, DoneSet, session_score

if TYPE_CHECKING:
    from sharpened_cli.domain.adherence import Score

LIBRARY = {exercise.id: exercise for exercise in read_exercises()}
FINDER = NameFinder(LIBRARY.values())
DAY = date(2026, 11, 24)


def item(order: int, exercise_id: str, sets: int, low: int, high: int, load: float | None = None) -> ExerciseItem:
    name = LIBRARY[exercise_id].name
    return ExerciseItem(f"i{order}", order, exercise_id, name, sets, low, high, rir=2, rest_sec=120, load_kg=load)


def session(
    kind: str = "resistance",
    modality: str = "strength_training",
    minutes: int = 60,
    items: tuple[ExerciseItem, ...] = (),
    **places: object,
) -> Session:
    base = Session("s", DAY, 1, 2, "18:00", kind, modality, "Session", minutes, 1, exercises=items)
    return base._replace(**places)  # type: ignore[arg-type]  # the fields under test


UPPER = session(items=(
    item(1, "barbell-bench-press", 4, 6, 8, 80.0),
    item(2, "barbell-row", 4, 8, 10, 60.0),
    item(3, "barbell-overhead-press", 3, 8, 10, 40.0),
    item(4, "lat-pulldown", 3, 10, 12, 50.0),
    item(5, "dumbbell-curl", 2, 10, 12, 12.0),
))  # fmt: skip
RUN = session("endurance", "running", 40)


def done(text: str, minutes: float = 60.0, **fields: object) -> DoneActivity:
    activity = parse_activity(text, FINDER)[0]
    seconds = activity.measures.duration_sec
    sets = tuple(
        DoneSet(
            one.exercise_id, one.exercise_name, one.reps, one.weight_kg, one.seconds, one.metres, one.rpe,
            one.set_type == "warmup",
        )
        for one in activity.sets
    )  # fmt: skip
    found = DoneActivity(
        ids=("a",),
        date=DAY,
        category=activity.category,
        name=activity.name,
        minutes=seconds / 60 if seconds else minutes,
        modality=activity.modality,
        distance_m=activity.measures.distance_m,
        rpe=activity.measures.rpe,
        sets=sets,
    )
    return found._replace(**fields)  # type: ignore[arg-type]  # the fields under test


def score(planned: Session, text: str, **fields: object) -> Score:
    return session_score(planned, done(text, **fields), LIBRARY)  # type: ignore[arg-type]  # minutes or fields


PERFECT = (
    "bench 4x8 80kg, barbell row 4x8 60kg, overhead press 3x8 40kg, lat pulldown 3x10 50kg, dumbbell curl 2x10 12kg"
)


def test_a_session_as_planned_is_perfect_even_in_another_order_and_heavier() -> None:
    assert score(UPPER, PERFECT).value >= 0.95
    assert score(UPPER, ", ".join(reversed(PERFECT.split(", ")))).value >= 0.95
    assert score(UPPER, PERFECT.replace("80kg", "85kg")).value >= 0.95


@pytest.mark.parametrize(
    "text",
    [
        "flat bench press 4x8 80kg, bent over row 4x8 60kg, ohp 3x8 40kg, pulldowns 3x10 50kg, db curls 2x10 12kg",
        "press banca 4x8 80kg, remo con barra 4x8 60, press militar 3x8 40kg, jalón al pecho 3x10 50kg, curl 2x10 12",
    ],
)
def test_the_same_exercises_under_other_names_are_as_good(text: str) -> None:
    assert score(UPPER, text).value >= 0.9


def test_substitutes_of_the_same_pattern_count_in_part() -> None:
    swapped = score(
        UPPER, PERFECT.replace("bench", "dumbbell bench").replace("lat pulldown", "close-grip lat pulldown")
    )
    assert 0.8 <= swapped.value < score(UPPER, PERFECT).value


def test_half_a_session_is_similar_and_a_quarter_is_not() -> None:
    half = score(UPPER, "bench 4x8 80kg, barbell row 4x8 60kg")
    assert half.status == "similar"
    assert 0.5 <= half.value < 0.7
    assert score(UPPER, "bench 3x8 80kg").status is None


@pytest.mark.parametrize(
    "text",
    [
        "squat 5x5 100kg, leg press 3x10 150kg, leg curl 3x12 40kg, calf raise 4x15",
        "ran 5k in 27:30", "yoga 60 min", "football 90 min", "gardening 60 min",
    ],
)  # fmt: skip
def test_something_unrelated_is_no_match(text: str) -> None:
    assert score(UPPER, text).value < 0.3


def test_lifting_without_exercises_written_down_is_similar_at_most() -> None:
    gym = score(UPPER, "gym 60 min")
    assert gym.status == "similar"
    assert score(UPPER, "gym 10 min").value < gym.value


def test_lower_loads_and_missing_reps_cost_a_little() -> None:
    light = score(UPPER, PERFECT.replace("80kg", "40kg").replace("60kg", "30kg"))
    assert 0.85 < light.value < 1.0
    assert score(UPPER, PERFECT.replace("4x8", "4x3")).value < 0.97


@pytest.mark.parametrize("text", ["ran 6k in 40 min", "easy run 38 min", "corri 45 minutos", "treadmill 40 min"])
def test_endurance_done_as_planned(text: str) -> None:
    assert score(RUN, text).value >= 0.9


def test_endurance_in_part_longer_or_by_other_means() -> None:
    assert score(RUN, "ran 20 min").status == "similar"
    assert 0.6 < score(RUN, "bike 40 min").value < 0.9
    assert score(RUN, "ran 80 min").value < score(RUN, "ran 45 min").value
    assert score(RUN, PERFECT).value < 0.3
    assert score(RUN, "yoga 40 min").value < 0.3


@pytest.mark.parametrize(
    ("kind", "modality", "text"),
    [
        ("hiit", "hiit", "HIIT 40 min"), ("sport", "team_sports", "football 40 min"),
        ("mobility", "yoga", "yoga 40 min"), ("mobility", "mobility", "stretching 40 min"),
        ("endurance", "cycling", "bike 15 km 40 min"), ("endurance", "running", "6x800m run in 4:00, 40 min total"),
        ("sport", "climbing", "bouldering 40 min"), ("endurance", "swimming", "swim 1500 m 40 min"),
    ],
)  # fmt: skip
def test_other_sessions_as_planned(kind: str, modality: str, text: str) -> None:
    assert score(session(kind, modality, 40), text).value >= 0.9


def test_a_score_says_why() -> None:
    parts = {part.part: part for part in score(UPPER, "bench 4x8 80kg, barbell row 4x8 60kg").parts}
    assert parts["exercises"].because == "2 of 5 exercises"
    assert parts["sets"].because == "8 of 16 sets"


# Assignment ------------------------------------------------------------------------------------


def on(days: int, text: str, name: str) -> DoneActivity:
    return done(text, ids=(name,), date=DAY + timedelta(days=days))


def test_the_days_own_session_is_filled_first() -> None:
    later = UPPER._replace(id="later", date=DAY + timedelta(days=2))
    matches = match_sessions([UPPER, later], [on(0, PERFECT, "a"), on(2, PERFECT, "b")], LIBRARY)
    assert [(match.planned_id, match.done_ids, match.days_moved) for match in matches] == [
        ("later", ("b",), 0),
        ("s", ("a",), 0),
    ]


def test_a_session_may_be_done_two_days_earlier_or_later_and_not_three() -> None:
    assert match_sessions([UPPER], [on(2, PERFECT, "a")], LIBRARY)[0].days_moved == 2
    assert match_sessions([UPPER], [on(-2, PERFECT, "a")], LIBRARY)[0].days_moved == -2
    assert match_sessions([UPPER], [on(3, PERFECT, "a")], LIBRARY) == ()


def test_a_session_logged_in_pieces_is_put_together() -> None:
    pieces = [on(0, text, name) for name, text in zip("abcde", PERFECT.split(", "), strict=True)]
    match = match_sessions([UPPER], pieces, LIBRARY)[0]
    assert match.done_ids == ("a", "b", "c", "d", "e")
    assert match.score.value >= 0.95


def test_an_activity_fills_one_session_only() -> None:
    matches = match_sessions([UPPER, UPPER._replace(id="t")], [on(0, PERFECT, "a")], LIBRARY)
    assert len(matches) == 1


TEXTS = st.sampled_from(["ran 40 min", PERFECT, "bench 4x8 80kg", "yoga 40 min", "gym 60 min", "bike 40 min"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(-3, 3), TEXTS), max_size=5), st.permutations(range(5)))
def test_matching_does_not_depend_on_the_order_of_logging(logged: list[tuple[int, str]], order: list[int]) -> None:
    activities = [on(days, text, f"a{index}") for index, (days, text) in enumerate(logged)]
    shuffled = [activities[index] for index in order if index < len(activities)]
    planned = [UPPER, RUN._replace(id="r", date=DAY + timedelta(days=1))]
    forth, back = match_sessions(planned, activities, LIBRARY), match_sessions(planned[::-1], shuffled, LIBRARY)
    assert [(m.planned_id, sorted(m.done_ids)) for m in forth] == [(m.planned_id, sorted(m.done_ids)) for m in back]
    used = [name for match in forth for name in match.done_ids]
    assert len(used) == len(set(used))
    assert all(match.score.value >= 0.5 and abs(match.days_moved) <= 2 for match in forth)
