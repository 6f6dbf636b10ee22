"""The explainable score of a template: kind 40, distance 25, time of day 20, weekday 10, duration 5."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sharpened_cli.domain.templates import WEIGHTS, Occasion, Template, best_fits, fit

MORNING = Template("t", "Morning run", "cardio_steady", "Running", 5000.0, 30.0, 420, (2, 4))
AS_USUAL = Occasion("cardio_steady", "Running", 5000.0, 30.0, 420, 2)


def points(occasion: Occasion, template: Template = MORNING) -> dict[str, float]:
    return {part.part: part.points for part in fit(template, occasion).parts}


def test_an_activity_as_usual_scores_a_hundred_with_the_weights_of_the_design() -> None:
    assert fit(MORNING, AS_USUAL).score == 100.0
    assert points(AS_USUAL) == WEIGHTS


def test_each_part_costs_what_it_weighs() -> None:
    assert points(AS_USUAL._replace(weekday=3))["weekday"] == 0.0
    assert points(AS_USUAL._replace(start_minute=420 + 240))["time_of_day"] == 0.0
    assert points(AS_USUAL._replace(distance_m=10_000.0))["distance"] == 0.0
    assert points(AS_USUAL._replace(distance_m=5400.0))["distance"] == 25.0
    assert points(AS_USUAL._replace(activity_name="Cycling"))["kind"] == 24.0
    assert points(AS_USUAL._replace(category="sports"))["kind"] == 0.0


def test_what_a_template_does_not_say_is_shared_out() -> None:
    plain = Template("t", "Yoga", "flexibility", "Yoga")
    assert fit(plain, Occasion("flexibility", "Yoga", None, 60.0, 600, 1)).score == 100.0


def test_only_close_templates_of_the_same_category_are_offered_best_first() -> None:
    other = MORNING._replace(name="A long run", distance_m=15_000.0)
    offered = best_fits([other, MORNING, MORNING._replace(name="Bike", category="sports")], AS_USUAL)
    assert [one.template.name for one in offered] == ["Morning run", "A long run"]


@given(
    st.one_of(st.none(), st.floats(100, 50_000)), st.one_of(st.none(), st.floats(1, 300)),
    st.one_of(st.none(), st.integers(0, 1439)), st.integers(1, 7),
)  # fmt: skip
def test_the_score_is_the_sum_of_its_parts_within_a_hundred(
    distance: float | None, minutes: float | None, start: int | None, weekday: int
) -> None:
    found = fit(MORNING, Occasion("cardio_steady", "Running", distance, minutes, start, weekday))
    assert 0.0 <= found.score <= 100.0
    assert abs(sum(part.points for part in found.parts) - found.score) < 0.1
    assert all(part.because for part in found.parts)
