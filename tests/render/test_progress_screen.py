"""The screen of `progress`, and the charts it is made of."""

from __future__ import annotations

from progress_sample import DAYS, sample

from sharpened_cli.render import charts, progress
from sharpened_cli.services.progress import Progress


def test_the_screen_says_in_words_what_its_charts_draw() -> None:
    screen = progress.screen(sample(), "metric", 80)
    assert "The last 4 weeks" in screen
    assert "Weight: trend 80.7 kg (give or take 0.5)" in screen.replace("\n", " ")
    assert "Energy: 2,038 kcal a day on the 28 days logged, target 2,050" in screen
    assert "Barbell Bench Press: about 84 kg for one repetition" in screen.replace("\n", " ")
    assert "Training done: 45 % of 4 sessions" in screen
    assert max(map(len, screen.splitlines())) <= 80
    assert "\x1b" not in screen.replace("\x1b[1m", "").replace("\x1b[0m", "")


def test_weights_are_shown_in_the_persons_unit() -> None:
    assert "177.8 lb" in progress.screen(sample(), "imperial", 80)


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
