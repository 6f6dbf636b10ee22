"""The truth table of the triggers at and around every threshold, and the doses that follow."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.adjustment import (
    Attendance,
    DayContext,
    Findings,
    advice_of,
    calorie_step,
    combined_dose,
    triggers_of,
)

DAY = date(2026, 11, 24)
NOBODY = Attendance()


def codes(attendance: Attendance = NOBODY, findings: Findings | None = None, **said: Any) -> list[str]:
    found = triggers_of(DayContext(DAY, **said), attendance, findings or Findings())
    return [trigger.reason_code for trigger in found]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"sleep_hours": 5.99}, ["poor_sleep"]),
        ({"sleep_hours": 6.0}, []),
        ({"sleep_hours": 6.01}, []),
        ({"sleep_hours": 0.0}, ["poor_sleep"]),
        ({"sleep_quality": 4}, ["poor_sleep"]),
        ({"sleep_quality": 5}, []),
        ({"sleep_hours": 8.0, "sleep_quality": 4}, ["poor_sleep"]),
        ({"sleep_hours": 5.0, "sleep_quality": 9}, ["poor_sleep"]),
        ({"stress_level": 7}, []),
        ({"stress_level": 8}, ["high_stress"]),
        ({"soreness_level": 7}, []),
        ({"soreness_level": 8}, ["high_soreness"]),
        ({"injury_notes": "left knee"}, ["injury"]),
        ({"injury_notes": ""}, []),
        ({"injury_notes": "none"}, []),
        ({"injury_notes": " No. "}, []),
        ({"energy_level": 1}, []),
        ({}, []),
    ],
)
def test_each_threshold_triggers_on_its_own_side_only(said: dict[str, Any], expected: list[str]) -> None:
    assert codes(**said) == expected


@pytest.mark.parametrize(
    ("attendance", "triggers"),
    [
        (Attendance(3, 2, 6, 5), True),
        (Attendance(3, 3, 6, 5), False),
        (Attendance(10, 7, 20, 0), False),
        (Attendance(10, 6, 20, 20), True),
        (Attendance(2, 0, 3, 0), False),
        (Attendance(2, 0, 4, 2), True),
        (Attendance(2, 2, 4, 3), False),
        (Attendance(), False),
    ],
)
def test_low_adherence_needs_enough_planned_sessions_and_less_than_seventy_percent(
    attendance: Attendance, *, triggers: bool
) -> None:
    assert codes(attendance) == (["low_adherence"] if triggers else [])


def test_a_day_without_context_triggers_only_by_attendance() -> None:
    assert triggers_of(None, NOBODY) == ()
    assert [one.reason_code for one in triggers_of(None, Attendance(4, 1, 8, 2))] == ["low_adherence"]


def test_the_most_severe_trigger_comes_first_and_all_are_listed() -> None:
    everything = codes(
        Attendance(4, 1, 8, 2),
        sleep_hours=5.5,
        stress_level=9,
        soreness_level=9,
        injury_notes="sprained ankle",
    )
    assert everything == ["injury", "poor_sleep", "high_soreness", "high_stress", "low_adherence"]


def test_a_red_flag_stands_above_everything_and_needs_no_injury_notes() -> None:
    findings = Findings(red_flags=("chest pain",))
    found = triggers_of(DayContext(DAY, sleep_hours=3.0), NOBODY, findings)
    assert found[0].reason_code == "injury"
    dose = combined_dose(found, DayContext(DAY, sleep_hours=3.0), findings)
    assert dose.cancel_because == "chest pain"
    assert "doctor" in " ".join(advice_of(found, None, findings))


@pytest.mark.parametrize(
    ("hours", "sets", "load"),
    [(5.9, 0.85, 0.95), (5.0, 0.85, 0.95), (4.99, 0.75, 0.95), (4.0, 0.75, 0.95), (3.99, 0.5, 0.7)],
)
def test_shorter_sleep_takes_more_sets_and_at_last_load(hours: float, sets: float, load: float) -> None:
    context = DayContext(DAY, sleep_hours=hours)
    dose = combined_dose(triggers_of(context, NOBODY), context)
    assert (dose.sets_factor, dose.load_factor, dose.rir_adj) == (sets, load, 1)


def test_soreness_spares_named_muscles_and_otherwise_only_asks_for_a_repetition_more_in_reserve() -> None:
    context = DayContext(DAY, soreness_level=9)
    named = combined_dose(triggers_of(context, NOBODY), context, Findings(sore_muscles=frozenset({"quads"})))
    assert (named.sets_factor, named.rir_adj, named.sore_muscles) == (1.0, 0, frozenset({"quads"}))
    unspecific = combined_dose(triggers_of(context, NOBODY), context)
    assert (unspecific.sets_factor, unspecific.rir_adj) == (1.0, 1)
    assert any("--notes" in line for line in advice_of(triggers_of(context, NOBODY), context, Findings()))


SAID = st.fixed_dictionaries(
    {
        "sleep_hours": st.none() | st.floats(0, 24),
        "sleep_quality": st.none() | st.integers(1, 10),
        "stress_level": st.none() | st.integers(1, 10),
        "soreness_level": st.none() | st.integers(1, 10),
        "injury_notes": st.sampled_from(["", "none", "knee"]),
    }
)


@settings(max_examples=60)
@given(said=SAID, planned=st.integers(0, 7), done=st.integers(0, 7))
def test_the_combination_takes_the_strongest_of_each_dimension_and_never_the_product(
    said: dict[str, Any], planned: int, done: int
) -> None:
    context = DayContext(DAY, **said)
    found = triggers_of(context, Attendance(planned, min(planned, done), 0, 0))
    together = combined_dose(found, context)
    alone = [combined_dose([trigger], context) for trigger in found]
    assert together.sets_factor == min([dose.sets_factor for dose in alone], default=1.0)
    assert together.load_factor == min([dose.load_factor for dose in alone], default=1.0)
    assert together.rir_adj == max([dose.rir_adj for dose in alone], default=0)
    assert together.sets_factor >= 0.5


@settings(max_examples=60)
@given(
    target=st.floats(1000, 5000),
    tdee=st.floats(1000, 5000),
    said=st.sets(
        st.sampled_from(["poor_sleep", "high_stress", "high_soreness", "injury", "low_adherence"]), min_size=1
    ),
)
def test_calories_move_towards_maintenance_and_are_never_lowered_by_tiredness(
    target: float, tdee: float, said: set[str]
) -> None:
    step = calorie_step(target, tdee, said)
    assert abs(step) <= 200
    assert abs(target + step - tdee) <= abs(target - tdee) + 0.5
    if said != {"low_adherence"}:
        assert step >= 0


def test_without_known_energy_no_calories_move() -> None:
    assert calorie_step(None, 2400.0, ["low_adherence"]) == 0
    assert calorie_step(1900.0, None, ["low_adherence"]) == 0
    assert calorie_step(1900.0, 2400.0, ["low_adherence"]) == 200
    assert calorie_step(2350.0, 2400.0, ["low_adherence"]) == 50
    assert calorie_step(2900.0, 2400.0, ["low_adherence"]) == -200
    assert calorie_step(2900.0, 2400.0, ["low_adherence", "poor_sleep"]) == 0
