from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.body import Body, body_of, missing_figures
from sharpened_cli.domain.body_energy import body_fat_percent, body_mass_index
from sharpened_cli.domain.energy import PAL_OF_ACTIVITY, estimate_energy, net_training_kcal, resting_kcal
from sharpened_cli.domain.goal_outlook import GoalSetting, weeks_to
from sharpened_cli.domain.macros import macro_floors, plan_macros, retarget
from sharpened_cli.domain.profile import DIETS, EXPERIENCE_LEVELS, GOALS, Profile
from sharpened_cli.domain.safety_level import Limits, Verdict
from sharpened_cli.domain.targets import calorie_floor, plan_targets, split_by_training

if TYPE_CHECKING:
    from sharpened_cli.domain.nutrients import Targets
    from sharpened_cli.domain.targets import TargetPlan

TODAY = date(2026, 11, 24)


def a_body(sex: str = "male", age: int = 35, height_cm: float = 180.0, weight_kg: float = 85.0) -> Body:
    fat = body_fat_percent(sex, age, body_mass_index(weight_kg, height_cm))
    return Body(sex, age, height_cm, weight_kg, fat)


bodies = st.builds(
    a_body, st.sampled_from(["male", "female"]), st.integers(16, 80), st.floats(145, 205), st.floats(45, 180)
)
goal_settings = st.builds(
    GoalSetting,
    goal=st.sampled_from(GOALS),
    experience=st.sampled_from(EXPERIENCE_LEVELS),
    secondary_goal=st.none() | st.sampled_from(GOALS),
    target_weight_kg=st.none() | st.floats(45, 150),
    target_date=st.none() | st.dates(TODAY, TODAY + timedelta(days=700)),
    diet=st.sampled_from(DIETS),
    training_days=st.integers(0, 7),
)


def plan(body: Body, setting: GoalSetting, limits: Limits | None = None, level: str = "lightly_active") -> TargetPlan:
    energy = estimate_energy(body, activity_level=level, weekly_training_kcal=300.0 * setting.training_days)
    return plan_targets(body, energy, setting, Verdict(limits=limits or Limits()), TODAY)


def kcal_of(targets: Targets) -> float:
    assert targets.protein_g is not None
    assert targets.carbs_g is not None
    assert targets.fat_g is not None
    return 4 * targets.protein_g + 4 * targets.carbs_g + 9 * targets.fat_g


def test_mifflin_is_used_unless_body_fat_was_measured() -> None:
    assert resting_kcal(a_body())[0] == pytest.approx(9.99 * 85 + 6.25 * 180 - 4.92 * 35 + 5)
    measured = Body("female", 30, 170.0, 70.0, 25.0, is_fat_measured=True)
    assert resting_kcal(measured)[0] == pytest.approx(370 + 21.6 * 52.5)


def test_cunningham_1980_is_for_lean_heavy_advanced_lifters_with_a_measurement() -> None:
    athlete = Body("male", 28, 180.0, 90.0, 12.0, is_fat_measured=True)
    assert resting_kcal(athlete, "advanced")[0] == pytest.approx(500 + 22 * 79.2)
    assert resting_kcal(athlete, "novice")[0] == pytest.approx(370 + 21.6 * 79.2)


def test_a_guessed_body_fat_counts_half_and_never_drives_the_resting_energy() -> None:
    profile = Profile(
        user_id="u", sex="male", height_cm=180, weight_kg=85, birth_date=date(1991, 1, 1),
        body_fat_percentage=10.0, body_fat_method="guess",
    )  # fmt: skip
    body = body_of(profile, TODAY)
    assert body is not None
    assert not body.is_fat_measured
    assert body.body_fat_percent == pytest.approx((10.0 + a_body().body_fat_percent) / 2)


def test_a_missing_figure_is_named_and_no_body_is_invented() -> None:
    profile = Profile(user_id="u", sex="male", height_cm=180.0)
    assert body_of(profile, TODAY) is None
    assert missing_figures(profile) == ("--weight", "--age")


def test_expenditure_is_resting_times_activity_plus_part_of_the_training() -> None:
    body = a_body()
    bmr = resting_kcal(body)[0]
    energy = estimate_energy(body, activity_level="moderately_active", weekly_training_kcal=1400.0)
    assert energy.tdee_kcal == pytest.approx(bmr * 1.65 + 0.72 * 200.0)
    assert energy.low_kcal == pytest.approx(0.9 * energy.tdee_kcal)
    assert energy.high_kcal == pytest.approx(1.1 * energy.tdee_kcal)
    assert net_training_kcal(60.0, 1680.0) == pytest.approx(2.5 * 1680 / 24)


def test_a_cut_of_a_man_of_85_kg_reads_as_a_coach_would_plan_it() -> None:
    done = plan(a_body(), GoalSetting("lose_fat", "novice", training_days=3))
    assert done.targets.calories_kcal == 2250.0
    assert done.rate_kg_per_week == pytest.approx(-0.55, abs=0.02)
    assert done.targets.protein_g == 170.0
    assert done.issues == ()


def test_a_beginner_gains_at_the_low_end_of_the_novice_row() -> None:
    lean = a_body(weight_kg=70.0)
    rates = [plan(lean, GoalSetting("build_muscle", level)).rate_kg_per_week / 70 for level in EXPERIENCE_LEVELS]
    assert rates == pytest.approx([0.0025, 0.00375, 0.00275, 0.0015], abs=1e-4)


def test_a_wish_that_asks_too_much_is_answered_with_rate_and_date() -> None:
    setting = GoalSetting("lose_fat", "novice", target_weight_kg=70.0, target_date=TODAY + timedelta(weeks=8))
    done = plan(a_body(), setting)
    assert [issue.code for issue in done.issues] == ["goal_date"]
    assert done.reaches_target_on is not None
    assert done.reaches_target_on.isoformat() in done.issues[0].options[0]


def test_weeks_to_a_target_shrink_with_the_weight() -> None:
    assert weeks_to(100.0, 90.0, -0.01) == 11
    assert weeks_to(100.0, 110.0, -0.01) is None
    assert weeks_to(100.0, 90.0, 0.0) is None


def test_a_target_weight_against_the_goal_is_pointed_out_and_the_weight_held() -> None:
    done = plan(a_body(), GoalSetting("lose_fat", "novice", target_weight_kg=95.0))
    assert [issue.code for issue in done.issues] == ["target_weight"]
    assert abs(done.rate_kg_per_week) < 0.05


def test_kidney_disease_caps_the_protein() -> None:
    done = plan(a_body(), GoalSetting("build_muscle", "novice"), Limits(max_protein_g_per_kg=0.8))
    assert done.targets.protein_g == 68.0


def test_keto_leaves_few_carbohydrates_and_fibre_that_fits_in_them() -> None:
    macros = plan_macros(2000.0, a_body(), "lose_fat", Limits(), diet="keto").targets
    assert macros.carbs_g is not None
    assert 40 <= macros.carbs_g <= 60
    assert macros.fiber_g == 16.0


def test_a_second_goal_moves_the_weight_at_half_its_rate() -> None:
    once = plan(a_body(), GoalSetting("lose_fat", "novice")).rate_kg_per_week
    half = plan(a_body(), GoalSetting("general_health", "novice", secondary_goal="lose_fat")).rate_kg_per_week
    assert half == pytest.approx(once / 2, abs=0.02)


@settings(max_examples=150, deadline=None)
@given(bodies, goal_settings, st.sampled_from(sorted(PAL_OF_ACTIVITY)))
def test_targets_hold_their_sum_their_cap_and_their_floor(body: Body, setting: GoalSetting, level: str) -> None:
    energy = estimate_energy(body, activity_level=level, weekly_training_kcal=300.0 * setting.training_days)
    done = plan_targets(body, energy, setting, Verdict(), TODAY)
    calories = done.targets.calories_kcal
    assert calories is not None
    assert abs(kcal_of(done.targets) - calories) <= 0.01 * calories
    floor, _ = calorie_floor(body, energy, Limits())
    assert calories >= floor - 1e-6
    assert calories >= 0.75 * energy.tdee_kcal - 1e-6
    assert calories <= max(1.2 * energy.tdee_kcal, floor) + 10
    assert min(value for value in done.targets if value is not None) >= 0
    assert all(reason.because for reason in done.reasons)


@settings(max_examples=60, deadline=None)
@given(bodies, goal_settings)
def test_no_deficit_is_planned_where_the_safety_gate_forbids_it(body: Body, setting: GoalSetting) -> None:
    done = plan(body, setting, Limits(no_deficit=True))
    energy = estimate_energy(body, activity_level="lightly_active", weekly_training_kcal=300.0 * setting.training_days)
    assert (done.targets.calories_kcal or 0) >= energy.tdee_kcal - 5.01


@settings(max_examples=100, deadline=None)
@given(bodies, st.sampled_from(GOALS), st.floats(0.75, 1.3), st.sampled_from(DIETS))
def test_changed_calories_keep_protein_and_take_carbohydrate_first(
    body: Body, goal: str, factor: float, diet: str
) -> None:
    before = plan_macros(2400.0, body, goal, Limits(), diet=diet).targets
    weight_kg = body.reference_weight_kg
    after = retarget(before, 2400.0 * factor, weight_kg=weight_kg, diet=diet)
    floors = macro_floors(2400.0 * factor, weight_kg, diet)
    assert after.targets.protein_g == before.protein_g
    assert abs(kcal_of(after.targets) - 2400.0 * factor) <= 24.0 * factor
    assert after.targets.fat_g is not None
    assert before.fat_g is not None
    if factor < 1.0 and diet != "keto":
        assert after.targets.fat_g <= before.fat_g + 0.5
        carbs = after.targets.carbs_g or 0.0
        assert after.targets.fat_g == before.fat_g or carbs <= floors.carbs_g + 3.0


@given(bodies, st.integers(0, 7))
def test_a_training_day_split_keeps_the_weekly_sum(body: Body, training_days: int) -> None:
    base = plan_macros(2200.0, body, "maintain", Limits()).targets
    training, rest = split_by_training(base, training_days)
    for name in ("calories_kcal", "protein_g", "carbs_g", "fat_g"):
        week = training_days * getattr(training, name) + (7 - training_days) * getattr(rest, name)
        assert week == pytest.approx(7 * getattr(base, name))
    assert abs(kcal_of(training) - (training.calories_kcal or 0)) <= 3
    assert (rest.carbs_g or 0) >= 0
