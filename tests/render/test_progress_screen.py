"""The screen of `progress`, and the charts it is made of."""

from __future__ import annotations

from datetime import date, timedelta

from sharpened_cli.render import charts, progress
from sharpened_cli.services.progress import AdherencePoint, DayPoint, Progress, StrengthPoint, WeightPoint

START = date(2026, 10, 26)  # a Monday
DAYS = [START + timedelta(n) for n in range(28)]


def _progress() -> Progress:
    return Progress(
        start_date=DAYS[0],
        end_date=DAYS[-1],
        weight=[WeightPoint(day, 82 - 0.05 * n + (n % 3) * 0.3, 82 - 0.05 * n, 0.25) for n, day in enumerate(DAYS)],
        days=[DayPoint(day, 2000.0 + 20 * (n % 5), 2050.0, 150.0, 160.0) for n, day in enumerate(DAYS)],
        sets_by_muscle={"chest": {"2026-10-26": 10.0, "2026-11-02": 12.0}, "calves": {"2026-10-26": 4.0}},
        strength={"Barbell Bench Press": [StrengthPoint(DAYS[0], 80.0), StrengthPoint(DAYS[20], 84.0)]},
        adherence=[AdherencePoint(day, 1, share) for day, share in zip(DAYS[:28:7], (1.0, 0.6, 0.0, 0.2), strict=True)],
    )


def test_the_screen_says_in_words_what_its_charts_draw() -> None:
    screen = progress.screen(_progress(), "metric", 80)
    assert "The last 4 weeks" in screen
    assert "Weight: trend 80.7 kg (give or take 0.5)" in screen.replace("\n", " ")
    assert "Energy: 2,038 kcal a day on the 28 days logged, target 2,050" in screen
    assert "Barbell Bench Press: about 84 kg for one repetition" in screen.replace("\n", " ")
    assert "Training done: 45 % of 4 sessions" in screen
    assert max(map(len, screen.splitlines())) <= 80
    assert "\x1b" not in screen.replace("\x1b[1m", "").replace("\x1b[0m", "")


def test_weights_are_shown_in_the_persons_unit() -> None:
    assert "177.8 lb" in progress.screen(_progress(), "imperial", 80)


def test_weeks_without_anything_say_so() -> None:
    nothing = Progress(DAYS[0], DAYS[-1], [], [], {"chest": {}}, {}, [])
    assert "Nothing has been logged" in progress.screen(nothing, "metric", 80)


def test_the_heat_map_has_a_column_a_week_and_a_mark_for_each_share() -> None:
    rows = charts.heat({DAYS[0]: 1.0, DAYS[7]: 0.6, DAYS[14]: 0.1, DAYS[21]: 0.0}, DAYS[0], DAYS[-1])
    assert rows[0] == "Mon  # + - ."
    assert rows[1] == "Tue"


def test_bars_are_in_proportion_and_carry_their_figures() -> None:
    long, short = charts.bars({"chest": 12.0, "calves": 6.0}, "sets")
    assert long.count("#") == 2 * short.count("#") == charts.BAR_WIDTH
    assert long.endswith("12 sets")


def test_a_chart_of_nothing_is_nothing() -> None:
    assert charts.lines([charts.Line([], "o")], DAYS[0], DAYS[-1], 60) == []
