from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharpened_cli.domain.facts import NO_FACTS, Facts, Goal, Modality, NonNegotiable
from sharpened_cli.domain.feasibility import feasibility, is_met, misses, share_of_days_met
from sharpened_cli.domain.mesocycles import EventDay
from sharpened_cli.domain.nutrients import Nutrients, Targets
from sharpened_cli.domain.plan import Issue, PlannedSession
from sharpened_cli.domain.profile import Profile
from sharpened_cli.domain.program_days import maintenance, phases, plan_days
from sharpened_cli.domain.program_goals import goal_of, macro_diet, program_goals, trains_regularly
from sharpened_cli.domain.standing import Ambition, stand

START = date(2026, 11, 25)
PERSON = Profile(
    user_id="u", sex="male", birth_date=date(1990, 1, 1), height_cm=180.0, weight_kg=84.0, primary_goal="lose_fat",
    activity_level="lightly_active", injuries=(), conditions=(), medications=(),
)  # fmt: skip


def a_goal(kind: str = "body_composition", words: str = "lose weight", **values: object) -> Goal:
    return Goal(goal_type=kind, target_description=words, **values)  # type: ignore[arg-type]  # checked by the dataclass


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        (a_goal(target_value=78.0, current_value=84.0), "lose_fat"),
        (a_goal(target_value=90.0), "build_muscle"),
        (a_goal(target_value=78.0), "lose_fat"),
        (a_goal(words="put on muscle"), "build_muscle"),
        (a_goal(words="lose the belly"), "lose_fat"),
        (a_goal("aesthetic"), "recomposition"),
        (a_goal("strength"), "improve_performance"),
        (a_goal("endurance"), "improve_performance"),
        (a_goal("skill"), "improve_performance"),
        (a_goal("mobility"), "general_health"),
        (a_goal("health"), "general_health"),
    ],
)
def test_every_kind_of_goal_has_its_program(goal: Goal, expected: str) -> None:
    assert goal_of(goal, PERSON) == expected


def test_priority_comes_first_then_the_order_said() -> None:
    facts = Facts(goals=(a_goal("health", priority=3), a_goal(target_value=76.0, target_date="2027-06-30", priority=1)))
    goals = program_goals(PERSON, facts, START)
    assert goals.ambition[:3] == ("lose_fat", 76.0, date(2027, 6, 30))
    assert goals.secondary_goal == "general_health"


def test_without_a_consultation_the_profile_decides() -> None:
    assert program_goals(PERSON, NO_FACTS, START).ambition.goal == "lose_fat"


def test_keto_beside_another_diet_decides_the_macros() -> None:
    rule = NonNegotiable(constraint_type="foods_excluded", description="I'm keto and vegan")
    assert macro_diet(replace(PERSON, dietary_preference="vegan"), Facts(non_negotiables=(rule,))) == "keto"
    assert macro_diet(replace(PERSON, dietary_preference="vegan"), NO_FACTS) == "vegan"
    keto = stand(PERSON, START, ambition=Ambition("lose_fat", diet="keto"))
    assert (keto.targets.carbs_g or 0) <= 61


def test_a_habit_of_years_counts_as_regular_training() -> None:
    assert trains_regularly(PERSON, Facts(modalities=(Modality(modality="running", years_experience=3.0),)))
    assert trains_regularly(PERSON, Facts(modalities=(Modality(modality="running"),))) is None


def test_a_long_deficit_has_breaks_and_a_race_is_fuelled() -> None:
    race = EventDay("Lakeside 10 km", START + timedelta(weeks=4, days=3), 5)
    kinds = [phase.kind for phase in phases(16, is_deficit=True, most_weeks=None, events=[])]
    assert kinds == ["deficit"] * 12 + ["maintenance"] * 2 + ["deficit"] * 2
    fuelled = [
        phase.week for phase in phases(8, is_deficit=True, most_weeks=None, events=[race]) if phase.kind != "deficit"
    ]
    assert fuelled == [4, 5]
    limited = phases(8, is_deficit=True, most_weeks=4, events=[])
    assert [phase.kind for phase in limited] == ["deficit"] * 4 + ["maintenance"] * 4
    assert {phase.kind for phase in phases(4, is_deficit=False, most_weeks=4, events=[race])} == {"as_planned"}


def _session(day: date, *, optional: bool = False) -> PlannedSession:
    return PlannedSession(
        date=day, week_index=1 + (day - START).days // 7, day_index=day.isoweekday(), start_time="18:00",
        kind="resistance", modality="strength_training", name="Full body", duration_minutes=60, is_optional=optional,
    )  # fmt: skip


def test_days_know_their_week_their_weekday_and_whether_they_train() -> None:
    standing = stand(PERSON, START)
    sessions = [_session(START), _session(START + timedelta(days=1), optional=True)]
    plan = plan_days(
        standing, sessions, phases(2, is_deficit=True, most_weeks=1, events=[]), START, diet="none", splits=False
    )
    assert len(plan.days) == 14
    assert [day.is_training_day for day in plan.days[:3]] == [True, False, False]
    assert plan.days[0].day_index == 3
    assert {day.week_index for day in plan.days} == {1, 2}
    assert plan.days[0].targets == standing.targets
    held = maintenance(standing, "none")
    assert plan.days[7].targets == held
    assert held.protein_g == standing.targets.protein_g
    assert held.calories_kcal == pytest.approx(standing.energy.tdee_kcal if standing.energy else 0, abs=5)
    assert [reason.rule for reason in plan.reasons] == ["phase"]


def test_a_split_keeps_the_calories_of_the_week() -> None:
    standing = stand(PERSON, START)
    weeks = phases(2, is_deficit=True, most_weeks=None, events=[])
    sessions = [_session(START + timedelta(days=shift)) for shift in (0, 2, 4)]
    plan = plan_days(standing, sessions, weeks, START, diet="none", splits=True)
    first = [day.targets.calories_kcal or 0.0 for day in plan.days[:7]]
    assert len(set(first)) == 2
    assert sum(first) == pytest.approx(7 * (standing.targets.calories_kcal or 0.0))


def test_feasibility_is_measured_slack() -> None:
    targets = Targets(2000.0, 150.0, 200.0, 66.0, 28.0)
    near = Nutrients(2040.0, 155.0, 190.0, 70.0)
    far = Nutrients(2040.0, 120.0, 190.0, 70.0)
    assert is_met(targets, near)
    assert not is_met(targets, far)
    assert misses(targets, far)["protein_g"] == pytest.approx(-0.2)
    assert share_of_days_met((), {}) == 1.0
    assert feasibility(1.0, 1.0, ()).score == 1.0
    slow = Issue(code="rate", wanted=-0.6, possible=-0.3, because="floor")
    assert feasibility(0.8, 0.9, (slow,)).score == pytest.approx(0.45 * 0.8 + 0.45 * 0.9 + 0.05)
