"""Sentences made from known sets and runs, in every mix of spellings, are read back as what they were made from."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packaged import read_exercises

from sharpened_cli.domain.activity_text import NameFinder, parse_activity

pytestmark = pytest.mark.slow
FINDER = NameFinder(read_exercises())

LIFTS = {
    "bench press": ("barbell-bench-press", (60.0, 62.5, 100.0)),
    "squat": ("barbell-back-squat", (80.0, 100.0, 142.5)),
    "deadlift": ("conventional-deadlift", (120.0, 140.0)),
    "lat pulldown": ("lat-pulldown", (45.0, 50.0)),
    "lateral raises": ("dumbbell-lateral-raise", (7.5, 8.0, 10.0)),
    "ohp": ("barbell-overhead-press", (40.0, 42.5)),
    "db bench press": ("dumbbell-bench-press", (24.0, 30.0)),
}
SETS = ("{n}x{r}", "{n} x {r}", "{n}×{r}", "{n} sets of {r}", "{n} sets x {r} reps", "{n} by {r}", "{n}*{r}")
LISTS = (",", ", ", "/", "-", " ")
LOADS = ("@{w}", "@ {w}kg", "{w}kg", "{w} kg", "at {w}", "at {w} kg", "with {w} kg", "({w}kg)", "w/ {w}kg")
SINGLES = ("{w}kg x {r}", "{w}kgx{r}", "{r}x{w}kg", "{r} @ {w}kg", "{w}kg for {r}")
EFFORTS = ("", "rpe {e}", "RPE{e}", "@{e}", "@ rpe {e}", "{i} rir", "(rpe {e})", "rir {i}")
BETWEEN = (", ", "; ", "\n", " then ", ". ", " and ", " + ")


class Said(NamedTuple):
    """Words, and what they were made from: (exercise, reps, kg, RPE) of each set."""

    words: str
    sets: list[tuple[str, int, float, float | None]]


@st.composite
def lift(draw: st.DrawFn) -> Said:
    name = draw(st.sampled_from(sorted(LIFTS)))
    exercise, loads = LIFTS[name]
    kg, count, reps = draw(st.sampled_from(loads)), draw(st.integers(2, 5)), draw(st.integers(3, 12))
    rpe = draw(st.sampled_from((6.0, 7.5, 8.0, 9.0, 10.0)))
    effort = draw(st.sampled_from(EFFORTS)).format(e=f"{rpe:g}", i=f"{10 - rpe:g}")
    style = draw(st.sampled_from(("after", "before", "list", "single")))
    figures = {"n": count, "r": reps, "w": f"{kg:g}"}
    if style == "single":
        said = " ".join([draw(st.sampled_from(SINGLES)).format(**figures)] * count)
    elif style == "list":
        count = max(count, 3)
        said = (
            draw(st.sampled_from(LISTS)).join([str(reps)] * count)
            + " "
            + draw(st.sampled_from(LOADS)).format(**figures)
        )
    elif style == "before":
        said = f"{kg:g}kg " + draw(st.sampled_from(SETS)).format(**figures)
    else:
        said = draw(st.sampled_from(SETS)).format(**figures) + " " + draw(st.sampled_from(LOADS)).format(**figures)
    told = rpe if effort and style != "single" else None
    return Said(f"{name} {said} {effort}".strip(), [(exercise, reps, kg, told)] * count)


@settings(max_examples=250, deadline=None)
@given(st.lists(lift(), min_size=1, max_size=3, unique_by=lambda said: said.words.split()[0]), st.sampled_from(BETWEEN))
def test_sets_in_any_mix_of_spellings(said: list[Said], between: str) -> None:
    text = between.join(one.words for one in said)
    wanted = [each for one in said for each in one.sets]
    got = [each for activity in parse_activity(text, FINDER) for each in activity.sets]
    assert [(each.exercise_id, each.reps, each.weight_kg) for each in got] == [each[:3] for each in wanted], text
    for each, (_, _, _, rpe) in zip(got, wanted, strict=True):
        assert rpe is None or each.rpe == rpe, text


STEPS = (
    "{w}x{r}", "{w}kg x {r}", "{r}@{w}", "{r} @ {w}kg", "{r}x{w}kg", "{w}kg for {r}", "{w} x {r}", "{w}kg: {r}",
    "{r} reps at {w}", "1x{r} @ {w}kg",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from((60.0, 100.0, 142.5)), st.sampled_from((2.5, 5.0, -5.0)),
    st.lists(st.integers(3, 12), min_size=2, max_size=5), st.sampled_from(STEPS), st.sampled_from((", ", "; ", "\n")),
)  # fmt: skip
def test_loads_that_rise_or_fall_from_set_to_set(
    first_kg: float, step: float, reps: list[int], form: str, between: str
) -> None:
    loads = [first_kg + step * index for index in range(len(reps))]
    text = "squat " + between.join(form.format(w=f"{kg:g}", r=count) for kg, count in zip(loads, reps, strict=True))
    got = [(each.exercise_id, each.reps, each.weight_kg) for each in parse_activity(text, FINDER)[0].sets]
    assert got == [("barbell-back-squat", count, kg) for kg, count in zip(loads, reps, strict=True)], text


VERBS = {
    "ran": "Running", "run": "Running", "jogged": "Running", "walked": "Walking", "cycled": "Cycling",
    "bike": "Cycling", "hiked": "Hiking", "swam": "Swimming", "rowed": "Rowing machine",
}  # fmt: skip
DISTANCES = {
    "5k": 5000.0, "8 km": 8000.0, "5,5 km": 5500.0, "12.2km": 12_200.0, "3 miles": 4828.03, "2mi": 3218.69,
    "2000m": 2000.0, "1500 metres": 1500.0,
}  # fmt: skip
TIMES = {
    "27:30": 1650.0, "45 min": 2700.0, "45'": 2700.0, "1:05:00": 3900.0, "1h20": 4800.0, "1 h 20 min": 4800.0,
    "an hour": 3600.0, "25min30": 1530.0, "25'30\"": 1530.0, "90 minutes": 5400.0, "half an hour": 1800.0,
}  # fmt: skip
HEART = ("", ", hr 152", " hr 152", " avg hr 152", " 152 bpm", ", heart rate 152", " @ 152 bpm")


@settings(max_examples=250, deadline=None)
@given(
    st.sampled_from(sorted(VERBS)), st.sampled_from(sorted(DISTANCES)), st.sampled_from(sorted(TIMES)),
    st.sampled_from(HEART), st.sampled_from(("{d} {t}", "{d} in {t}", "{d}, {t}", "{t} {d}", "{t}, {d}")),
)  # fmt: skip
def test_distance_time_and_heart_rate_in_any_order(verb: str, far: str, long: str, heart: str, order: str) -> None:
    text = f"{verb} {order.format(d=far, t=long)}{heart}"
    (activity,) = parse_activity(text, FINDER)
    assert activity.name == VERBS[verb], text
    assert activity.measures.distance_m is not None, text
    assert abs(activity.measures.distance_m - DISTANCES[far]) < 1.0, text
    assert activity.measures.duration_sec == TIMES[long], text
    assert activity.measures.average_hr == (152.0 if heart else None), text
    assert activity.unmatched == (), text
