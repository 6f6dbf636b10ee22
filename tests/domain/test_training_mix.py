"""Runners get runs, fighters keep their sport, and everybody lifts a little."""

from __future__ import annotations

from collections import Counter

import pytest

from sharpened_cli.domain.facts import NO_FACTS, Facts, Modality
from sharpened_cli.domain.safety_level import Limits
from sharpened_cli.domain.training_mix import mix_of, modality_of_activity
from sharpened_cli.domain.training_slots import Slot


def kinds(count: int, facts: Facts, goal: str, **limits: bool) -> Counter[str]:
    slots = [Slot(day, "18:00", 60) for day in range(1, count + 1)]
    return Counter(one.kind for one in mix_of(slots, facts=facts, goal=goal, limits=Limits(**limits)).assignments)  # type: ignore[arg-type] # flags only


def trains(*names: str) -> Facts:
    return Facts(modalities=tuple(Modality(modality=name, is_primary=i == 0) for i, name in enumerate(names)))


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("MMA", "martial_arts"), ("five-a-side football", "team_sports"), ("parkrun", "running"),
        ("spin class", "cycling"),
        ("hot yoga", "yoga"), ("gym", "strength_training"), ("quidditch", "other"), ("bouldering", "climbing"),
    ],
)  # fmt: skip
def test_activities_are_recognised(words: str, modality: str) -> None:
    assert modality_of_activity(words) == modality


def test_without_a_sport_strength_fills_the_week_of_who_builds_muscle() -> None:
    assert kinds(4, NO_FACTS, "build_muscle") == {"resistance": 4}


def test_health_asks_for_both() -> None:
    assert kinds(3, NO_FACTS, "general_health") == {"resistance": 2, "endurance": 1}


def test_a_runner_runs_most_days_and_lifts_some() -> None:
    found = kinds(5, trains("running"), "improve_performance")
    assert found["endurance"] == 3
    assert found["resistance"] == 2


def test_crossfit_is_lifting_and_intervals() -> None:
    assert kinds(4, trains("crossfit"), "improve_performance") == {"resistance": 3, "hiit": 1}
    assert kinds(4, trains("crossfit"), "improve_performance", no_hiit=True) == {"resistance": 4}


def test_a_powerlifter_only_lifts() -> None:
    assert kinds(5, trains("powerlifting"), "improve_performance") == {"resistance": 5}


def test_an_attended_sport_keeps_its_time_and_leaves_the_others_to_strength() -> None:
    slots = [
        Slot(1, "20:00", 120, "gym", "mma"),
        Slot(2, "07:00", 60),
        Slot(5, "20:00", 120, "gym", "mma"),
        Slot(6, "07:00", 60),
    ]
    mix = mix_of(slots, facts=trains("martial_arts", "strength_training"), goal="improve_performance", limits=Limits())
    assert [one.kind for one in mix.assignments] == ["sport", "resistance", "sport", "resistance"]
    assert mix.strength_is_supportive


def test_intervals_give_way_where_they_are_not_allowed() -> None:
    assert "hiit" in kinds(4, trains("hiit"), "lose_fat")
    assert "hiit" not in kinds(4, trains("hiit"), "lose_fat", no_hiit=True)


def test_what_somebody_gave_up_is_not_planned() -> None:
    facts = Facts(modalities=(Modality(modality="running", willing_to_continue=False), Modality(modality="yoga")))
    assert kinds(3, facts, "general_health")["endurance"] == 0


def test_strength_goes_where_the_equipment_is() -> None:
    slots = [Slot(1, "18:00", 60, "outdoor"), Slot(3, "18:00", 60, "gym"), Slot(5, "18:00", 60, "outdoor")]
    mix = mix_of(slots, facts=trains("running", "strength_training"), goal="improve_performance", limits=Limits())
    assert {one.slot.place for one in mix.assignments if one.kind == "resistance"} == {"gym"}
