"""The grammar of training, rule by rule, and what it never does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_exercises, read_mets

from sharpened_cli.domain.activity_text import Intervals, NameFinder, parse_activity
from sharpened_cli.domain.activity_text.vocabulary import activities
from sharpened_cli.domain.activity_text.wording import normalise
from sharpened_cli.domain.facts import MODALITIES
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from sharpened_cli.domain.activity_text import ParsedActivity, ParsedSet

FINDER = NameFinder(read_exercises())


def one(text: str, units: str = "metric") -> ParsedActivity:
    found = parse_activity(text, FINDER, units=units)
    assert len(found) == 1, found
    return found[0]


def sets(text: str, units: str = "metric") -> list[tuple[int | None, float | None]]:
    return [(each.reps, each.weight_kg) for each in one(text, units).sets]


def first(text: str) -> ParsedSet:
    return one(text).sets[0]


@pytest.mark.parametrize(
    "text",
    [
        "bench 3x8@60", "bench 3 x 8 60kg", "bench 3×8 @ 60 kg", "bench 3 sets of 8 at 60", "bench 60kg 3x8",
        "bench 60kg 8,8,8", "bench 60 kg: 8, 8, 8", "bench 8/8/8 at 60", "bench 60x8, 60x8, 60x8", "3x8 bench 60kg",
        "bench 8x60kg, 8x60kg, 8x60kg", "bench 3x8x60", "bench 60kg x 8 x 3", "bench three sets of eight with 60 kilos",
        "bench 8 reps at 60kg, 3 sets", "Bench press - 3x8 - 60kg", "bench 60kg for 3 sets of 8", "bench 60kgx8x3",
        "press de banca 3 series de 8 con 60 kg", "supino 3 séries de 8 com 60kg", "développé couché 3x8 à 60 kg",
    ],
)  # fmt: skip
def test_the_same_sets_in_many_spellings(text: str) -> None:
    assert sets(text) == [(8, 60.0)] * 3
    assert one(text).sets[0].exercise_id == "barbell-bench-press"


def test_bare_loads_are_in_the_units_of_the_profile() -> None:
    assert sets("bench 3x5 at 225", "imperial") == [(5, 102.06)] * 3
    assert sets("bench 3x5 at 100kg", "imperial") == [(5, 100.0)] * 3
    assert sets("bench 225lb x 5, 100kg x 5") == [(5, 102.06), (5, 100.0)]


def test_effort_as_rpe_or_repetitions_in_reserve() -> None:
    assert first("squat 3x5 100kg rpe 8").rpe == 8.0
    assert first("squat 3x5 100kg @8.5").rpe == 8.5
    assert first("squat 3x5 100kg 2 rir").rpe == 8.0
    assert first("squat 3x5 100kg RIR 1-2").rpe == 8.5
    assert [each.rpe for each in one("squat 3x5 100kg rpe 7, 8, 9").sets] == [7.0, 8.0, 9.0]
    assert [each.rpe for each in one("bench 1x5 100 (RPE 8), 2x5 90").sets] == [8.0, None, None]


def test_an_at_with_a_small_figure_is_effort_for_big_lifts_and_load_for_small_ones() -> None:
    assert sets("lateral raise 3x12 @ 8") == [(12, 8.0)] * 3
    assert first("squat 3x5 @8").rpe == 8.0
    assert first("squat 3x5 @8").weight_kg is None


def test_bodyweight_with_and_without_added_load() -> None:
    weighted, plain, helped = first("pull-ups bw+10 3x5"), first("dips bw 3x12"), first("assisted pull ups 3x8 -20kg")
    assert (weighted.weight_kg, weighted.is_bodyweight) == (10.0, True)
    assert (plain.weight_kg, plain.is_bodyweight) == (None, True)
    assert (helped.weight_kg, helped.is_bodyweight) == (-20.0, True)


def test_warm_up_drop_and_failure_sets_are_marked() -> None:
    kinds = [each.set_type for each in one("bench warm-up 20x10, 40x5, then 2x5@80").sets]
    assert kinds == ["warmup", "warmup", "normal", "normal"]
    assert [each.set_type for each in one("curl 20x10 > 15x8 > 10x8").sets] == ["normal", "drop", "drop"]
    assert first("push-ups 3 sets to failure: 20, 15, 12").set_type == "failure"
    assert [each.set_type for each in one("squat 5/5/8+ 100kg").sets] == ["normal", "normal", "failure"]


def test_supersets_and_rounds() -> None:
    pair = one("superset: bench 3x10 60kg + row 3x10 50kg").sets
    assert {each.superset for each in pair} == {1}
    marked = one("A1 bench 3x8 60kg A2 row 3x8 50kg").sets
    assert {each.superset for each in marked} == {1}
    rounds = one("3 rounds: 10 push-ups, 15 squats, 20 sit-ups").sets
    assert [each.reps for each in rounds] == [10] * 3 + [15] * 3 + [20] * 3


def test_holds_carries_and_sides() -> None:
    assert [each.seconds for each in one("plank 60s, 45s").sets] == [60.0, 45.0]
    assert first("plank 3x1:30").seconds == 90.0
    carry = first("farmer's carry 4x40m 32kg")
    assert (carry.metres, carry.weight_kg) == (40.0, 32.0)
    assert first("split squat 3x10 each leg 20kg").each_side


def test_loads_that_change_from_set_to_set() -> None:
    assert sets("squat 3x5 100/105/110kg") == [(5, 100.0), (5, 105.0), (5, 110.0)]
    assert sets("bench 60kg 8, 65kg 6, 70kg 4") == [(8, 60.0), (6, 65.0), (4, 70.0)]
    assert sets("dumbbell curl 10x12, 12x10, 14x8") == [(12, 10.0), (10, 12.0), (8, 14.0)]
    assert sets("squat bar x 10, 60kg x 5") == [(10, 20.0), (5, 60.0)]


def test_lists_of_exercises_share_their_sets() -> None:
    both = one("squats and lunges 3x10 20kg").sets
    assert [(each.exercise_name, each.reps) for each in both[::3]] == [
        ("Barbell Back Squat", 10),
        ("Forward Lunge", 10),
    ]


def test_intervals_with_work_and_rest() -> None:
    assert one("8x400m @ 1:30 with 60s rest").measures.intervals == (Intervals(8, 90.0, 400.0, 60.0),)
    assert one("10x1min on/1min off run").measures.intervals == (Intervals(10, 60.0, None, 60.0),)
    assert one("6 x 3 min hard / 2 min easy on the bike").measures.intervals == (Intervals(6, 180.0, None, 120.0),)


def test_pace_speed_and_heart_rate_complete_each_other() -> None:
    run = one("ran 8 km at 5:30/km, avg hr 150, max hr 171").measures
    assert run.duration_sec == pytest.approx(44 * 60)
    assert (run.average_hr, run.max_hr) == (150.0, 171.0)
    walk = one("treadmill 30 min 6% incline 5 km/h")
    assert walk.name == "Walking"
    assert walk.measures.distance_m == pytest.approx(2500.0)
    assert walk.measures.grade_percent == 6.0


def test_times_of_day_and_days() -> None:
    morning = one("ran from 7:00 to 7:45")
    assert (morning.start_minute, morning.end_minute, morning.measures.duration_sec) == (420, 465, 2700.0)
    assert one("run 6am 5k 28 min").start_minute == 360
    assert one("gym from 6 to 7:15pm").start_minute == 18 * 60
    assert one("yesterday ran 5k in 30 min").days_ago == 1


def test_scores_of_games() -> None:
    assert one("tennis 6-4 6-3 1h20").score == "6-4, 6-3"
    assert one("football 90 min, won 3-2").score == "3-2"


def test_lifting_of_one_sentence_is_one_session_and_the_rest_stands_alone() -> None:
    found = parse_activity("squat 5x5 100kg then ran 3k in 18 min, then bench 3x5 80kg", FINDER)
    assert [activity.category for activity in found] == ["strength", "cardio_steady"]
    assert [each.exercise_name for each in found[0].sets][::5] == ["Barbell Back Squat", "Barbell Bench Press"]


def test_an_exercise_that_nobody_knows_keeps_its_own_name_and_sets() -> None:
    session = one("bench 3x8 60kg, zorgle 3x10 20kg")
    assert [(each.exercise_id, each.exercise_name) for each in session.sets[3:4]] == [(None, "zorgle")]
    assert "zorgle" in session.unmatched


def test_words_and_figures_without_meaning_are_told() -> None:
    assert one("bench 3x8 60kg, sauna 20 min").unmatched == ("sauna", "20 min")
    assert one("squat 3x5 @ 80%").unmatched == ("@ 80%",)
    assert one("bench 100").unmatched == ("100",)
    assert one("bench 3x8 60kg жим").unmatched == ("жим",)
    assert one("bench 3x8 60kg 😀").unmatched == ("😀",)
    assert one("¡bench 3x8 60kg!").unmatched == ()


@pytest.mark.parametrize(
    "text",
    [
        "", "hello world", "😀😀", "'; DROP TABLE activities; --", "3x8 60kg", "sauna 20 min", "\x00\x07", "x" * 10_000,
        "run -5 km", "bench 3x8 -60kg", "12345",
    ],
)  # fmt: skip
def test_what_is_no_training_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InputError):
        parse_activity(text, FINDER)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = parse_activity(text, FINDER)
    except InputError:
        return
    assert found
    assert found == parse_activity(text, FINDER)


PIECES = st.sampled_from([
    "bench", "squat", "row", "run", "yoga", "plank", "3x8", "60kg", "@8", "8,8,7", "27:30", "5k", "45 min", "rpe 8",
    ",", "and", "then", "each side", "drop set", "warm-up", "10", "400m", "hr 150", "bw+5", "x", "6-4", "pull-ups",
    "rest 90s",
])  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=9))
def test_any_jumble_of_training_words_gives_storable_sets(words: list[str]) -> None:
    try:
        found = parse_activity(" ".join(words), FINDER)
    except InputError:
        return
    for each in (each for activity in found for each in activity.sets):
        assert each.reps is not None or each.seconds is not None or each.metres is not None
        assert each.rpe is None or 0 <= each.rpe <= 10


def test_figures_are_never_dropped_without_a_word() -> None:
    for text in ("bench 3x8 60kg 77", "ran 5k in 27:30 99", "yoga 45 min 3x8", "plank 60s 12kg 99%"):
        activity = parse_activity(text, FINDER)[0]
        last = text.split()[-1]
        told = " ".join(activity.unmatched)
        kept = {f"{each.weight_kg or 0:g}" for each in activity.sets} | {f"{each.reps}" for each in activity.sets}
        assert last.strip("%") in told or last in kept, text


def test_every_activity_of_the_vocabulary_has_its_rows_and_its_own_words() -> None:
    keys = {activity.key for activity in read_mets()}
    words = [word for activity in activities() for word in activity.words]
    assert len(words) == len(set(words))
    for activity in activities():
        assert set(activity.met_keys) <= keys, activity.label
        assert activity.modality in MODALITIES
        assert [word for word in activity.words if normalise(word) != word] == []


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("bike 30/30 x 10", Intervals(10, 30.0, None, 30.0)),
        ("run 1 min on 1 min off x 10", Intervals(10, 60.0, None, 60.0)),
        ("400m x 6 run", Intervals(6, None, 400.0, None)),
        ("HIIT 4x4", Intervals(4, 240.0, None, None)),
        ("4x4m run", Intervals(4, 240.0, None, None)),
        ("rower 5x500m 1:50 rest 2 min", Intervals(5, 110.0, 500.0, 120.0)),
        ("swim 8x50m rest 20s", Intervals(8, None, 50.0, 20.0)),
        ("boxing 6 rounds of 3 min", Intervals(6, 180.0, None, None)),
    ],
)
def test_intervals_in_many_spellings(text: str, repeats: Intervals) -> None:
    assert one(text).measures.intervals == (repeats,)


def test_rounds_reach_the_names_before_or_after_them_up_to_the_next_sentence() -> None:
    assert [each.reps for each in one("10 push-ups, 15 squats, 3 rounds").sets] == [10] * 3 + [15] * 3
    both = one("bench 3x8 60kg. 4 rounds: 10 burpees, 20 situps").sets
    assert [each.reps for each in both] == [8] * 3 + [10] * 4 + [20] * 4
    assert one("boxing, 6 rounds").unmatched == ("6 rounds",)
    assert parse_activity("5 rounds of 400m run and 15 thrusters 40kg", FINDER)[0].measures.intervals == (
        Intervals(5, None, 400.0, None),
    )


def test_figures_of_machines_slopes_and_games() -> None:
    ride = one("bike 85 rpm 40 min 200W").measures
    assert (ride.cadence_rpm, ride.power_w) == (85.0, 200.0)
    assert one("treadmill walk 20 min 12%").measures.grade_percent == 12.0
    assert one("run 5k splits 5:30, 5:28, 5:25").measures.splits_sec == (330.0, 328.0, 325.0)
    assert one("football 2x45 min").measures.duration_sec == 5400.0
    assert one("hike 12 km 3 hours 600m elevation").measures.elevation_m == 600.0
    assert one("hike 12 km 3 hours 2000 ft climb").measures.elevation_m == pytest.approx(609.6)
    assert one("golf 18 holes").measures.duration_sec == pytest.approx(234 * 60)
    assert one("gym 5-6:30pm").start_minute == 17 * 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bench 3x10/8/6 60kg", [(10, 60.0), (8, 60.0), (6, 60.0)]),
        ("squat 3x5 @ 100/105/110", [(5, 100.0), (5, 105.0), (5, 110.0)]),
        ("squat 3x5 2 plates", [(5, 100.0)] * 3),
        ("bench 3 x amrap 60kg: 12, 10, 8", [(12, 60.0), (10, 60.0), (8, 60.0)]),
        ("bench 60kg 12 amrap", [(12, 60.0)]),
        ("bench amrap 12 60kg", [(12, 60.0)]),
        ("bench 10 reps x3 50kg", [(10, 50.0)] * 3),
        ("bench 3x8 60kg felt 8/10", [(8, 60.0)] * 3),
        ("bench 60x8, 60x8, 62.5x6", [(8, 60.0), (8, 60.0), (6, 62.5)]),
        ("squat 3x5 100kg tempo 3010", [(5, 100.0)] * 3),
        ("shrugs 3x15 30kg each hand", [(15, 30.0)] * 3),
        ("10x8x3 dumbbell curl", [(8, 10.0)] * 3),
    ],
)
def test_sets_in_unusual_spellings(text: str, expected: list[tuple[int, float]]) -> None:
    assert sets(text) == expected


def test_figures_of_the_next_exercise_are_told_apart_without_a_comma() -> None:
    both = one("bench 60x8, 60x8, 62.5x6 row 50x10").sets
    assert [(each.exercise_name, each.reps) for each in both[2:]] == [("Barbell Bench Press", 6), ("Barbell Row", 10)]


def test_drop_sets_may_be_named_at_the_end() -> None:
    kinds = [each.set_type for each in one("bench 60kg x 8 / 45kg x 8 / 30kg x 10 drop set").sets]
    assert kinds == ["normal", "drop", "drop"]


def test_sets_that_make_no_sense_are_told_and_not_stored() -> None:
    for text, told in (
        ("squat 0x5", "0x5"), ("squat 3x8.5 60kg", "3x8.5"), ("plank 3 x max", "3 sets without reps"),
        ("squat 5 sets", "5 sets"), ("squat 5x3 rpe 14", "rpe 14"), ("squat 3x5 12 rir", "12 rir"),
        ("bench 3x5kg60kg", "3x5kg"), ("yoga 30 min 3x8", "3x8"), ("run 5k hr 12", "12"),
    ):  # fmt: skip
        activity = one(text)
        assert any(told in word for word in activity.unmatched), (text, activity.unmatched)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("bench 60kg 70kg x 5", "60 kg"), ("squat 3x5 100/105/110/115kg", "115 kg"), ("bench rpe 8", "RPE 8"),
        ("bench 3 sets 4 sets of 5 60kg", "3 sets"), ("run 5k hr 150 hr 160", "hr 160"), ("pull-ups +10kg", "+10 kg"),
        ("squat rest 90s", "rest 90 s"), ("run at 6am 5k at 7am", "at 7am"), ("ran 5k 10kg 12kg", "12kg"),
    ],
)  # fmt: skip
def test_a_second_figure_of_a_kind_is_told_and_not_written_over_the_first(text: str, told: str) -> None:
    assert told in one(text).unmatched


def test_a_pack_or_a_vest_is_kept() -> None:
    assert one("rucked 8 km 20kg pack 1h40").measures.load_kg == 20.0
    assert one("ran 5k with a 22lb vest").measures.load_kg == 9.98


def test_misspelt_activities_are_recognised() -> None:
    assert one("runing 30 min").name == "Running"
    assert one("cyclng 20 km").name == "Cycling"


def test_mobility_work_in_sets_is_flexibility() -> None:
    stretch = one("cat cow 10 reps")
    assert (stretch.category, stretch.sets[0].reps) == ("flexibility", 10)


def test_warm_up_main_part_and_cool_down_are_one_activity() -> None:
    assert one("19 min warm up, 16 min tempo, 5 min cool down run").measures.duration_sec == 40 * 60
    assert one("run: 2 km warm up, 5 km at 4:30/km, 1 km cool down").measures.distance_m == 8000.0
    track = one("10 min warm-up, 6x400m, 10 min cool-down run").measures
    assert (track.intervals, track.aside_sec, track.duration_sec) == ((Intervals(6, None, 400.0, None),), 1200.0, None)


def test_effort_after_a_bare_load_is_not_taken_for_the_load() -> None:
    heavy = one("deadlift 1x5@150 rpe 9, 2x5@130 rpe 7").sets
    assert [(each.weight_kg, each.rpe) for each in heavy] == [(150.0, 9.0), (130.0, 7.0), (130.0, 7.0)]
    assert first("bench 3x5 80kg 8 rpe").rpe == 8.0
