"""What a dose does to real sessions, with the packaged exercise library."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_exercises

from sharpened_cli.domain.adjustment import Dose, modifications_of
from sharpened_cli.domain.day_plan import ExerciseItem, Session
from sharpened_cli.domain.session_relief import NO_RELIEF, relieve

if TYPE_CHECKING:
    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.session_relief import Relief

DAY = date(2026, 11, 24)
LIBRARY = {exercise.id: exercise for exercise in read_exercises()}
SQUAT, BENCH, CURL, EXTENSION = "barbell-back-squat", "barbell-bench-press", "barbell-curl", "leg-extension"


def strength(*lines: tuple[str, int], kind: str = "resistance", minutes: int = 60) -> Session:
    items = tuple(
        ExerciseItem(f"i{order}", order, exercise_id, LIBRARY[exercise_id].name, sets, 8, 10, rir=2)
        for order, (exercise_id, sets) in enumerate(lines, 1)
    )
    return Session("s", DAY, 1, 2, "18:00", kind, "strength", "Session", minutes, 1, exercises=items)


def leg_curl_instead(item: ExerciseItem, regions: frozenset[str]) -> Exercise | None:
    return LIBRARY["lying-leg-curl"]


def relief(session: Session, find: Any = None, **dose: Any) -> Relief:
    return relieve([session], Dose(**dose), LIBRARY, find)


def after(result: Relief) -> dict[str, int]:
    return {line["item_id"]: line["after"] for line in result.sets}


def test_the_exercises_used_here_are_what_the_tests_take_them_for() -> None:
    assert LIBRARY[SQUAT].mechanic == LIBRARY[BENCH].mechanic == "compound"
    assert LIBRARY[CURL].mechanic == LIBRARY[EXTENSION].mechanic == "isolation"
    assert "knee" in LIBRARY[SQUAT].caution_injury


def test_sets_go_from_the_last_isolation_first_and_time_with_them() -> None:
    result = relief(strength((SQUAT, 4), (BENCH, 4), (EXTENSION, 3), (CURL, 3)), sets_factor=0.75)
    assert after(result) == {"i4": 0, "i3": 2}
    assert result.volume_adj == -4
    assert result.minutes == ({"session_id": "s", "before": 60, "after": 45},)


def test_a_main_lift_keeps_a_set_and_half_a_session_is_left() -> None:
    result = relief(strength((SQUAT, 1), (BENCH, 3)), sets_factor=0.5)
    assert after(result) == {"i2": 1}
    assert after(relief(strength((SQUAT, 3), (CURL, 2)), sets_factor=0.5)) == {"i2": 0}
    assert relief(strength((CURL, 1)), sets_factor=0.85).volume_adj == 0


def test_only_the_sore_muscle_loses_sets() -> None:
    result = relief(strength((SQUAT, 5), (BENCH, 5)), sore_muscles=frozenset({"quads"}))
    assert after(result) == {"i1": 3}


def test_a_sore_muscle_on_a_tired_day_takes_the_stronger_factor_and_not_both() -> None:
    session = strength((SQUAT, 5), (BENCH, 10))
    assert after(relief(session, sore_muscles=frozenset({"quads"}), sets_factor=0.85)) == {"i1": 3, "i2": 8}


def test_an_injury_swaps_what_loads_the_region_or_removes_it() -> None:
    session = strength((SQUAT, 4), (BENCH, 4))
    swapped = relief(session, leg_curl_instead, injured_regions=frozenset({"knee"}))
    assert [(line["item_id"], line["to"]) for line in swapped.swaps] == [("i1", "Lying Leg Curl")]
    assert (swapped.volume_adj, swapped.removed) == (0, ())
    removed = relief(session, injured_regions=frozenset({"knee"}))
    assert [line["item_id"] for line in removed.removed] == ["i1"]
    assert removed.volume_adj == -4
    assert relief(strength((CURL, 3)), injured_regions=frozenset({"knee"})) == NO_RELIEF._replace(is_loaded=True)


def test_a_session_of_nothing_but_what_hurts_is_cancelled() -> None:
    result = relief(strength((SQUAT, 4)), injured_regions=frozenset({"knee"}))
    assert [line["session_id"] for line in result.cancelled] == ["s"]
    assert result.volume_adj == -4


def test_a_red_flag_cancels_every_session() -> None:
    sessions = [strength((SQUAT, 4)), strength((CURL, 3), kind="mobility")._replace(id="t")]
    result = relieve(sessions, Dose(cancel_because="chest pain"), LIBRARY, None)
    assert [line["session_id"] for line in result.cancelled] == ["s", "t"]


def run(*lines: tuple[int, int | None, float | None, bool], minutes: int = 50, kind: str = "endurance") -> Session:
    items = tuple(
        ExerciseItem(f"r{order}", order, "easy-run", "Run", sets, seconds=seconds, metres=metres, is_warmup=easy)
        for order, (sets, seconds, metres, easy) in enumerate(lines, 1)
    )
    return Session("r", DAY, 1, 2, "07:00", kind, "running", "Easy run", minutes, 1, exercises=items)


def test_endurance_gets_shorter_in_its_main_part_and_mobility_stays() -> None:
    easy = run((1, 600, None, True), (1, 1800, None, False), (1, 600, None, True))
    result = relief(easy, sets_factor=0.85, rir_adj=1)
    assert [line["after"] for line in result.minutes] == [45]
    assert [(line["item_id"], line["seconds"], line["metres"]) for line in result.amounts] == [("r2", 1500, None)]
    assert not result.is_loaded
    assert relief(easy._replace(kind="mobility"), sets_factor=0.5) == NO_RELIEF


def test_a_run_without_lines_and_one_of_a_distance_get_shorter_too() -> None:
    assert [line["after"] for line in relief(run(), sets_factor=0.85).minutes] == [45]
    (line,) = relief(run((1, None, 8000.0, False)), sets_factor=0.5).amounts
    assert (line["seconds"], line["metres"]) == (None, 4000)


def test_work_too_short_to_cut_stays() -> None:
    result = relief(run((1, 60, 100.0, False), minutes=10), sets_factor=0.5)
    assert (result.amounts, result.minutes) == ((), ())


def test_intervals_lose_repetitions_and_keep_their_length() -> None:
    hard = run((1, 600, None, True), (6, 180, None, False), (1, 600, None, True), kind="hiit")
    result = relief(hard, sets_factor=0.75)
    assert (after(result), result.amounts, result.volume_adj) == ({"r2": 4}, (), -2)


def test_warm_ups_of_a_removed_exercise_go_with_it() -> None:
    session = strength((SQUAT, 4), (BENCH, 4))
    warm = ExerciseItem("w", 0, SQUAT, "Barbell Back Squat", 2, is_warmup=True)
    spared = relief(session._replace(exercises=(warm, *session.exercises)), injured_regions=frozenset({"knee"}))
    assert {line["item_id"] for line in spared.removed} == {"w", "i1"}
    tired = session._replace(exercises=(*session.exercises, warm._replace(id="v", exercise_id=CURL)))
    assert after(relief(tired, sets_factor=1.0)) == {"v": 0}


def test_nothing_to_change_is_no_document() -> None:
    assert modifications_of(Dose(rir_adj=1), NO_RELIEF, 0, has_meals=True) is None
    assert modifications_of(Dose(), NO_RELIEF, 0, has_meals=True) is None
    assert modifications_of(Dose(simpler_meals=True), NO_RELIEF, 0, has_meals=False) is None


def test_the_document_always_holds_the_three_keys_of_the_design() -> None:
    eased = modifications_of(Dose(load_factor=0.95, rir_adj=1), NO_RELIEF._replace(is_loaded=True), 0, has_meals=True)
    assert eased is not None
    assert (eased["calorie_adj"], eased["volume_adj"], eased["intensity"], eased["rir_adj"]) == (0, 0, 0.95, 1)
    fed = modifications_of(Dose(), NO_RELIEF, 150, has_meals=True)
    assert fed is not None
    assert (fed["calorie_adj"], fed["volume_adj"], fed["intensity"]) == (150, 0, 1.0)


@settings(max_examples=80)
@given(
    lines=st.lists(
        st.tuples(st.sampled_from([SQUAT, BENCH, CURL, EXTENSION]), st.integers(1, 6)), min_size=1, max_size=8
    ),
    factor=st.sampled_from([0.5, 0.75, 0.85, 1.0]),
    sore=st.sets(st.sampled_from(["quads", "chest", "biceps"])),
)
def test_a_lighter_session_is_never_more_and_never_less_than_half(
    lines: list[tuple[str, int]], factor: float, sore: set[str]
) -> None:
    session = strength(*lines)
    result = relief(session, sets_factor=factor, sore_muscles=frozenset(sore))
    planned = session.working_sets()
    left = planned + result.volume_adj
    assert planned / 2 <= left <= planned
    assert all(line["after"] < line["before"] for line in result.sets)
    mains = {item.id for item in session.exercises if LIBRARY[item.exercise_id].mechanic == "compound"}
    assert all(line["after"] >= 1 for line in result.sets if line["item_id"] in mains)
    assert all(line["after"] <= line["before"] for line in result.minutes)


@pytest.mark.parametrize("factor", [0.85, 0.75, 0.5])
def test_the_removed_sets_are_the_rounded_share(factor: float) -> None:
    session = strength((SQUAT, 4), (BENCH, 4), (EXTENSION, 4), (CURL, 4), (EXTENSION, 4))
    assert relief(session, sets_factor=factor).volume_adj == -round(20 * (1 - factor))


def test_warm_ups_are_swapped_with_their_exercise_and_named_so() -> None:
    session = strength((SQUAT, 4))
    warm = ExerciseItem("w", 0, SQUAT, "Warm-up: Barbell Back Squat", 2, is_warmup=True)
    spared = relief(
        session._replace(exercises=(warm, *session.exercises)), leg_curl_instead, injured_regions=frozenset({"knee"})
    )
    assert [(line["to"], line["is_warmup"]) for line in spared.swaps] == [
        ("Warm-up: Lying Leg Curl", True),
        ("Lying Leg Curl", False),
    ]
