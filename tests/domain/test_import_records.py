"""Dates, figures, durations and tracks as other tools write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.imports.records import LeftOut, Workout, duration_sec, half_steps, moment, number
from sharpened_cli.domain.imports.tracks import Point, Summary, climbed_m, length_m, session


@pytest.mark.parametrize(
    "text",
    ["2026-11-20 18:00:00", "2026-11-20T18:00:00", "20 Nov 2026, 18:00", "Nov 20, 2026, 6:00 PM", "2026-11-20 6:00 PM"],
)
def test_one_moment_in_many_spellings(text: str) -> None:
    assert moment(text) == datetime(2026, 11, 20, 18, 0)  # noqa: DTZ001  # wall-clock time, as exported


def test_an_offset_is_kept() -> None:
    found = moment("2026-11-20 18:00:00 +0100")
    assert found is not None
    assert found.astimezone(UTC).hour == 17


@pytest.mark.parametrize(
    ("text", "value"), [("80", 80), ("82,5", 82.5), ("1,234.5", 1234.5), ("", None), ("oops", None), ("1e99", None)]
)
def test_figures(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1h 43m", 6180),
        ("38min", 2280),
        ("53m", 3180),
        ("3600", 3600),
        ("1:02:30", 3750),
        ("27:30", 1650),
        ("x", None),
        ("", None),
    ],
)
def test_durations(text: str, seconds: float | None) -> None:
    assert duration_sec(text) == seconds


@given(st.text(max_size=30))
@settings(max_examples=100)
def test_no_text_breaks_a_reader(text: str) -> None:
    moment(text)
    number(text)
    duration_sec(text)


def test_exertion_in_halves() -> None:
    assert [half_steps(value) for value in (8.2, 8.3, 11, 0, None)] == [8.0, 8.5, None, None, None]


def points(*heights: float) -> list[Point]:
    start = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
    return [
        Point(start + timedelta(minutes=place), 40 + place / 1000, -3.0, height) for place, height in enumerate(heights)
    ]


def test_a_track_is_summed_up() -> None:
    track = points(600, 601, 610, 605, 612)
    found = session("gpx", track, Summary(sport="running"))
    assert isinstance(found, Workout)
    assert found.distance_m == pytest.approx(4 * 111.2, rel=0.01)
    assert (found.seconds, found.modality) == (240, "running")
    assert climbed_m(track) == pytest.approx(17)
    assert length_m([]) == 0


def test_what_the_device_says_comes_first() -> None:
    found = session("fit", points(600, 600), Summary("cycling", 3600, 25_000, 500, 140, 170))
    assert isinstance(found, Workout)
    assert (found.distance_m, found.kcal, found.average_hr, found.seconds) == (25_000, 500, 140, 3600)


def test_a_track_without_time_is_left_out() -> None:
    assert isinstance(session("gpx", [], Summary()), LeftOut)
    assert isinstance(session("gpx", points(600), Summary()), LeftOut)
