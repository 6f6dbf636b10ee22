"""The nine tables are read by the generator: what is said in the interview changes the program accordingly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from packaged import read_exercises, read_foods

from sharpened_cli.domain.exercise_exclusions import exclusions
from sharpened_cli.domain.facts import (
    NO_FACTS,
    Availability,
    Facts,
    FamiliarExercise,
    Goal,
    MealTime,
    Modality,
    NonNegotiable,
    TypicalFood,
    UpcomingEvent,
)
from sharpened_cli.domain.profile import Profile
from sharpened_cli.domain.safety_level import Limits
from sharpened_cli.errors import RefusedError
from sharpened_cli.services.generation import Material, Wishes, inputs_hash, program_from

if TYPE_CHECKING:
    from sharpened_cli.services.bundle import ProgramBundle

pytestmark = pytest.mark.slow
START = date(2026, 11, 26)  # a Thursday
PERSON = Profile(
    user_id="u", sex="male", birth_date=date(1988, 3, 9), height_cm=181.0, weight_kg=88.0, primary_goal="lose_fat",
    activity_level="lightly_active", session_minutes=60, experience_level="intermediate", equipment=("full_gym",),
    injuries=(), conditions=(), medications=(),
)  # fmt: skip
EARLY = Availability(
    day_of_week=2, time_of_day="morning", start_time="07:15", typical_duration_minutes=50, location_type="gym"
)
SLOTS = tuple(replace(EARLY, day_of_week=day) for day in (2, 4, 6))
SAID = Facts(
    modalities=(Modality(modality="strength_training", is_primary=True, proficiency_level="intermediate"),),
    availability=SLOTS,
    goals=(Goal(goal_type="body_composition", target_description="get to 82", target_value=82.0, priority=1),),
)


@pytest.fixture(scope="module")
def material() -> Material:
    return Material(PERSON, SAID, frozenset(), read_exercises(), read_foods())


def _made(material: Material, weeks: int = 2, **said: Any) -> ProgramBundle:
    return program_from(material._replace(facts=replace(SAID, **said)), Wishes(START, weeks), source="consultation")


@pytest.fixture(scope="module")
def plain(material: Material) -> ProgramBundle:
    """What follows from three mornings and a target weight."""
    return _made(material)


@pytest.fixture(scope="module")
def outspoken(material: Material, plain: ProgramBundle) -> ProgramBundle:
    """What follows when the same person says much more."""
    evenings = tuple(replace(EARLY, day_of_week=day, start_time="19:00") for day in (1, 3, 5, 6))
    unwanted = plain.training.sessions[0].exercises[-1].name
    rules = (
        NonNegotiable(constraint_type="rest_days", description="never on Saturdays", days=(6,)),
        NonNegotiable(constraint_type="foods_excluded", description="no chicken", excluded_foods=("chicken",)),
        NonNegotiable(
            constraint_type="exercises_excluded", description=f"no {unwanted}", excluded_exercises=(unwanted,)
        ),
    )
    bench = FamiliarExercise(
        exercise="bench press",
        exercise_id="barbell-bench-press",
        typical_weight_kg=80.0,
        typical_reps=8,
        comfort_level=5,
        enjoys_it=True,
    )
    times = (
        MealTime(meal_time="breakfast", typical_time="06:30"),
        MealTime(meal_time="lunch", typical_time="13:00"),
        MealTime(meal_time="dinner", typical_time="20:15"),
    )
    oats = TypicalFood(food="porridge", food_id="oats-dry", meal_time="breakfast", frequency="daily")
    said = replace(
        SAID, availability=evenings, non_negotiables=rules, exercises=(bench,), meal_times=times, foods=(oats,)
    )
    ill = replace(PERSON, conditions=("coeliac disease",))
    return program_from(material._replace(profile=ill, facts=said), Wishes(START, 2), source="consultation")


def _foods(made: ProgramBundle) -> set[str]:
    return {item.food_id for meal in made.meals for item in meal.items}


def test_availability_decides_days_times_and_minutes(plain: ProgramBundle, outspoken: ProgramBundle) -> None:
    assert {one.day_index for one in plain.training.sessions} == {2, 4, 6}
    assert {one.start_time for one in plain.training.sessions} == {"07:15"}
    assert all(one.duration_minutes <= 55 for one in plain.training.sessions)
    assert {one.start_time for one in outspoken.training.sessions} == {"19:00"}


def test_a_rest_day_that_is_not_negotiable_stays_free(outspoken: ProgramBundle) -> None:
    assert {one.day_index for one in outspoken.training.sessions} == {1, 3, 5}


def test_a_food_that_is_excluded_is_never_planned(plain: ProgramBundle, outspoken: ProgramBundle) -> None:
    assert any("chicken" in food for food in _foods(plain))
    assert not any("chicken" in food for food in _foods(outspoken))


def test_coeliac_disease_takes_gluten_out_of_the_meals(material: Material, outspoken: ProgramBundle) -> None:
    gluten = {food.id for food in material.foods if "gluten" in food.allergens}
    assert not _foods(outspoken) & gluten


def test_an_excluded_exercise_is_never_planned(plain: ProgramBundle, outspoken: ProgramBundle) -> None:
    unwanted = plain.training.sessions[0].exercises[-1].exercise_id
    assert unwanted not in {line.exercise_id for one in outspoken.training.sessions for line in one.exercises}


def test_stated_working_sets_give_starting_loads(outspoken: ProgramBundle) -> None:
    lines = [line for one in outspoken.training.sessions for line in one.exercises if not line.is_warmup]
    loads = [line.load_kg for line in lines if line.exercise_id == "barbell-bench-press"]
    assert loads
    assert all(load is not None and 40.0 <= load <= 100.0 for load in loads)


def test_meals_stand_at_the_times_said_and_hold_foods_that_are_eaten(outspoken: ProgramBundle) -> None:
    assert {meal.time for meal in outspoken.meals} >= {"06:30", "13:00", "20:15"}


def test_an_event_tapers_training_and_ends_the_deficit_around_it(material: Material) -> None:
    race = UpcomingEvent(
        event_name="City 10 km", event_category="race", event_date=(START + timedelta(weeks=5, days=3)).isoformat()
    )
    made = _made(material, weeks=8, events=(race,))
    by_week = {day.week_index: day.targets.calories_kcal or 0.0 for day in made.days}
    assert by_week[6] > by_week[2]
    assert by_week[8] == by_week[2]
    assert any(reason.rule == "phase" and "City 10 km" in reason.because for reason in made.reasons.days)


def test_the_goals_of_the_interview_win_over_the_profile(material: Material) -> None:
    strong = Goal(goal_type="strength", target_description="squat 140", priority=1)
    made = _made(material, goals=(strong,))
    assert made.primary_goal == "improve_performance"
    assert made.macros.calories_kcal == pytest.approx(made.tdee.tdee_kcal, abs=6)


def test_flags_of_the_interview_stop_the_plan(material: Material) -> None:
    flagged = material._replace(flags=frozenset({"chest_pain"}))
    with pytest.raises(RefusedError) as caught:
        program_from(flagged, Wishes(START, 2), source="consultation")
    assert "training" in caught.value.details["blocked_for"]  # type: ignore[operator]  # a list, as documented


def test_limits_of_the_safety_gate_are_obeyed(material: Material) -> None:
    careful = replace(PERSON, conditions=("high blood pressure", "CKD stage 3"), experience_level="intermediate")
    made = program_from(material._replace(profile=careful), Wishes(START, 2), source="consultation")
    assert made.safety.level == "constrained"
    lines = [line for one in made.training.sessions for line in one.exercises if line.rep_low and not line.is_warmup]
    assert all((line.rir or 0) >= 2 and (line.rep_low or 0) >= 6 for line in lines)
    assert (made.macros.protein_g or 0) <= 0.8 * 88.0 + 1


@pytest.mark.parametrize(
    ("profile", "codes"),
    [
        (
            replace(
                PERSON, dietary_preference="vegan", food_allergies=("soy", "gluten"), weight_kg=60.0, height_cm=172.0,
                target_weight_kg=56.0, meals_per_day=2,
            ),
            set(),
        ),
        (replace(PERSON, workout_frequency=5, session_minutes=30, equipment=()), {"sessions"}),
    ],
)  # fmt: skip
def test_wishes_that_cannot_all_be_met_end_in_a_report_and_never_in_an_exception(
    material: Material, profile: Profile, codes: set[str]
) -> None:
    facts = Facts(availability=SLOTS[:2]) if codes else NO_FACTS
    made = program_from(material._replace(profile=profile, facts=facts), Wishes(START, 2), source="onboarding")
    assert codes <= {issue.code for issue in made.feasibility.issues}
    assert all(issue.because for issue in made.feasibility.issues)
    assert made.feasibility.score <= 1.0


def test_an_exercise_said_to_be_fine_is_not_left_out_for_an_injury(material: Material) -> None:
    found = {
        name: exclusions(
            material.library, facts=NO_FACTS, limits=Limits(), injuries=("left knee",), start=START, cleared=cleared
        )
        for name, cleared in (("asked", ()), ("fine", ("leg-press",)))
    }
    assert "leg-press" in found["asked"]
    no_rounding = Limits(excluded_patterns=frozenset({"trunk flexion"}))
    left_out = exclusions(material.library, facts=NO_FACTS, limits=no_rounding, injuries=(), start=START)
    assert {one.id for one in material.library if one.movement_pattern == "trunk flexion"} <= set(left_out)
    assert "leg-press" not in found["fine"]
    assert set(found["fine"]) == set(found["asked"]) - {"leg-press"}


def test_the_hash_of_the_inputs_changes_with_every_input(material: Material) -> None:
    wishes = Wishes(START, 2)
    first = inputs_hash(material, wishes)
    assert first == inputs_hash(material, wishes)
    assert first != inputs_hash(material._replace(profile=replace(PERSON, weight_kg=87.0)), wishes)
    assert first != inputs_hash(material, Wishes(START, 3))
    assert first != inputs_hash(material._replace(flags=frozenset({"minor"})), wishes)
