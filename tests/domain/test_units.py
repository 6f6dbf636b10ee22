from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpened_cli.domain import units
from sharpened_cli.domain.show import show_length
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "system", "kg"),
    [
        ("82.4", "metric", 82.4),
        ("82,4", "metric", 82.4),
        ("82.4kg", "imperial", 82.4),
        (" 82.4 KG ", "metric", 82.4),
        ("82.4 kilos", "metric", 82.4),
        ("181", "imperial", 82.1),
        ("181 lb", "metric", 82.1),
        ("181lbs.", "metric", 82.1),
        ("181 pounds", "metric", 82.1),
        ("12st 4lb", "metric", 78.02),
        ("12 st 4", "metric", 78.02),
        ("12st4", "metric", 78.02),
        ("12 stone", "imperial", 76.2),
        ("１８１ lb", "metric", 82.1),  # full-width digits
        ("82½ kg", "metric", 82.5),
        ("+82.4", "metric", 82.4),
    ],
)
def test_weights_are_read_as_people_type_them(text: str, system: str, kg: float) -> None:
    assert units.parse_weight_kg(text, system) == pytest.approx(kg, abs=0.01)
    assert units.parse_body_weight_kg(text, system) == pytest.approx(kg, abs=0.01)


@pytest.mark.parametrize(
    ("text", "system", "cm"),
    [
        ("180", "metric", 180),
        ("1.8", "metric", 180),
        ("180cm", "metric", 180),
        ("1.8 m", "metric", 180),
        ("1,80m", "metric", 180),
        ("1m80", "metric", 180),
        ("5'11\"", "metric", 180.34),
        ("5'11", "imperial", 180.34),
        ("5’11”", "imperial", 180.34),
        ("5′ 11″", "imperial", 180.34),
        ("5'11''", "imperial", 180.34),
        ("5ft 11in", "metric", 180.34),
        ("5 ft 11", "imperial", 180.34),
        ("5 feet 11.5 inches", "imperial", 181.61),
        ("6'", "imperial", 182.88),
        ("6 ft", "metric", 182.88),
        ("71 in", "metric", 180.34),
        ('71"', "metric", 180.34),
        ("71", "imperial", 180.34),
    ],
)
def test_heights_are_read_as_people_type_them(text: str, system: str, cm: float) -> None:
    assert units.parse_height_cm(text, system) == pytest.approx(cm, abs=0.01)


@pytest.mark.parametrize(
    ("text", "system", "metres"),
    [
        ("5", "metric", 5000),
        ("5 km", "imperial", 5000),
        ("5k", "imperial", 5000),
        ("5", "imperial", 8046.72),
        ("3 mi", "metric", 4828.03),
        ("400m", "metric", 400),
        ("1,200 m", "metric", 1200),
        ("1 1/2 miles", "metric", 2414.02),
        ("half marathon", "metric", 21097.5),
        ("a marathon", "metric", 42195),
    ],
)
def test_distances_are_read_as_people_type_them(text: str, system: str, metres: float) -> None:
    assert units.parse_distance_m(text, system) == pytest.approx(metres, abs=0.01)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("45m", 2700),
        ("45 min", 2700),
        ("45 minutes", 2700),
        ("45", 2700),
        ("45'", 2700),
        ("1h15", 4500),
        ("1h 15m", 4500),
        ("1 hour and 15 minutes", 4500),
        ("1h", 3600),
        ("1.5 h", 5400),
        ("1,5h", 5400),
        ("1/2 hour", 1800),
        ("27:30", 1650),
        ("1:02:30", 3750),
        ("1:15 h", 4500),
        ("90s", 90),
        ("2 min 30 sec", 150),
    ],
)
def test_durations_are_read_as_people_type_them(text: str, seconds: float) -> None:
    assert units.parse_duration_sec(text) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("text", "hours"), [("7.5", 7.5), ("7,5", 7.5), ("7:30", 7.5), ("7h30", 7.5), ("450 min", 7.5), ("8h", 8)]
)
def test_hours_of_sleep_are_read_as_people_type_them(text: str, hours: float) -> None:
    assert units.parse_hours(text) == pytest.approx(hours)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("7:30", "07:30"),
        ("7.30pm", "19:30"),
        ("7:30 p.m.", "19:30"),
        ("7pm", "19:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("19:30", "19:30"),
        ("1930", "19:30"),
        ("19h30", "19:30"),
        ("19h", "19:00"),
        ("7", "07:00"),
        ("noon", "12:00"),
        ("at 6am", "06:00"),
    ],
)
def test_times_of_day_are_read_as_people_type_them(text: str, clock: str) -> None:
    assert units.parse_clock(text) == clock


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 25)),
        ("-3d", date(2026, 11, 21)),
        ("+2w", date(2026, 12, 8)),
        ("3 days ago", date(2026, 11, 21)),
        ("a week ago", date(2026, 11, 17)),
        ("in 2 weeks", date(2026, 12, 8)),
        ("tuesday", TODAY),
        ("last tuesday", date(2026, 11, 17)),
        ("next tuesday", date(2026, 12, 1)),
        ("mon", date(2026, 11, 23)),
        ("weds", date(2026, 11, 18)),
        ("2026-02-28", date(2026, 2, 28)),
        ("2026/2/8", date(2026, 2, 8)),
        ("20260228", date(2026, 2, 28)),
        ("24.11.1990", date(1990, 11, 24)),
        ("24/11/1990", date(1990, 11, 24)),
        ("11/24/1990", date(1990, 11, 24)),
        ("24 Nov 1990", date(1990, 11, 24)),
        ("November 24th, 1990", date(1990, 11, 24)),
        ("29 feb", date(2024, 2, 29)),
        ("1 dec", date(2025, 12, 1)),
    ],
)
def test_dates_are_read_as_people_type_them(text: str, day: date) -> None:
    assert units.parse_date(text, TODAY) == day


def test_a_start_day_looks_ahead() -> None:
    assert units.parse_date("monday", TODAY, prefer="future") == date(2026, 11, 30)
    assert units.parse_date("tuesday", TODAY, prefer="future") == TODAY
    assert units.parse_date("1 dec", TODAY, prefer="future") == date(2026, 12, 1)


BAD_EVERYWHERE = [
    "", "   ", "abc", "nan", "inf", "-inf", "1e5", "🙂", "82\x00kg", "\x1b[31m82", "82\u200bkg", "--", "1..2",
    "1.2.3", "9" * 400, "5 5 5 5", "NaN kg", "'; DROP TABLE users; --", "1/0",
]  # fmt: skip


def parse_day(text: str) -> date:
    return units.parse_date(text, TODAY)


def parse_digit(text: str) -> int:
    return units.parse_whole_number(text, least=0, most=9)


PARSERS: list[Callable[[str], object]] = [
    units.parse_weight_kg,
    units.parse_body_weight_kg,
    units.parse_height_cm,
    units.parse_distance_m,
    units.parse_duration_sec,
    units.parse_hours,
    units.parse_clock,
    units.parse_energy_kcal,
    units.parse_grams,
    units.parse_percent,
    units.parse_number,
    parse_day,
    parse_digit,
]


@pytest.mark.parametrize("text", BAD_EVERYWHERE)
@pytest.mark.parametrize("parse", PARSERS)
def test_nonsense_is_refused_with_a_hint(parse: Callable[[str], object], text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(text)
    assert caught.value.hint
    assert len(caught.value.message) < 200
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (units.parse_body_weight_kg, "8240"),
        (units.parse_body_weight_kg, "0"),
        (units.parse_body_weight_kg, "-82"),
        (units.parse_body_weight_kg, "12st 20lb"),
        (units.parse_height_cm, "20"),
        (units.parse_height_cm, "5'13\""),
        (units.parse_height_cm, "180 kg"),
        (units.parse_weight_kg, "80 cm"),
        (units.parse_clock, "25:00"),
        (units.parse_clock, "7:75"),
        (units.parse_clock, "13pm"),
        (units.parse_duration_sec, "0"),
        (units.parse_duration_sec, "27:75"),
        (units.parse_hours, "25"),
        (units.parse_percent, "101%"),
        (units.parse_scale, "11"),
        (units.parse_scale, "7.5"),
        (parse_day, "2026-02-30"),
        (parse_day, "03/04/2026"),
        (parse_day, "0001-01-01"),
        (parse_day, "-99999d"),
    ],
)
def test_the_absurd_and_the_ambiguous_are_refused(parse: Callable[[str], object], text: str) -> None:
    with pytest.raises(InputError):
        parse(text)


def test_small_quantities_of_food_and_ratings() -> None:
    assert units.parse_grams("30") == 30
    assert units.parse_grams("4 oz") == pytest.approx(113.4, abs=0.01)
    assert units.parse_energy_kcal("1900 kJ") == pytest.approx(454.1, abs=0.1)
    assert units.parse_percent("18,5 %") == 18.5
    assert units.parse_scale("7/10") == 7
    assert units.choice("Lose-Fat", ("lose_fat", "maintain"), "a goal") == "lose_fat"


def test_figures_are_shown_in_the_units_of_the_profile() -> None:
    assert units.show_weight(82.4) == "82.4 kg"
    assert units.show_weight(82.0, "imperial") == "180.8 lb"
    assert units.show_weight_change(-0.52) == "-0.52 kg"
    assert units.show_weight_change(0.001) == "0 kg"
    assert units.show_height(180.34, "imperial") == "5'11\""
    assert units.show_height(182.7, "imperial") == "6'0\""
    assert units.show_distance(5230) == "5.23 km"
    assert units.show_distance(400) == "400 m"
    assert units.show_distance(5000, "imperial") == "3.11 mi"
    assert units.show_duration(1650) == "27:30"
    assert units.show_duration(3750) == "1:02:30"
    assert units.show_duration(45) == "45 s"
    assert show_length(84.46, "imperial") == "33.3 in"


@given(st.floats(25, 400), st.sampled_from(["metric", "imperial"]))
def test_a_weight_shown_reads_back_as_itself(kg: float, system: str) -> None:
    assert units.parse_weight_kg(units.show_weight(kg, system, 3), system) == pytest.approx(kg, abs=0.001)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_every_iso_date_reads_back_as_itself(today: date, shift: int) -> None:
    day = today + timedelta(days=shift)
    assert units.parse_date(day.isoformat(), today) == day


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused_and_never_crashes(text: str) -> None:
    for parse in PARSERS:
        try:
            parse(text)
        except InputError:
            continue
