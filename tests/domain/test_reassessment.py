"""A reassessment as a whole: what steers, what holds, and what never happens."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from virtual_client import START, VirtualClient, evidence_of, steer

from sharpened_cli.domain.controller_state import as_document, from_document
from sharpened_cli.domain.deload import Recovery
from sharpened_cli.domain.evidence import Adherence, Training, nutrition_adherence
from sharpened_cli.domain.expenditure import Day
from sharpened_cli.domain.performance import Slope
from sharpened_cli.domain.policy import DEFAULT_POLICY
from sharpened_cli.domain.reassessment import decide
from sharpened_cli.domain.reassessment_text import explain
from sharpened_cli.domain.safety_level import Limits, Verdict
from sharpened_cli.domain.steering import safety_floor_kcal
from sharpened_cli.domain.volume import MuscleSignal

if TYPE_CHECKING:
    from sharpened_cli.domain.evidence import Evidence
    from sharpened_cli.domain.reassessment import Decision

LOOSE = replace(
    DEFAULT_POLICY,
    calories=replace(
        DEFAULT_POLICY.calories,
        max_deficit_fraction=0.35,
        energy_availability_female=0.0,
        energy_availability_male=0.0,
        floor_female_kcal=0.0,
    ),
)
LOOSE_LIMITS = Verdict(limits=Limits(max_deficit_fraction=0.35))


def exact(**changes: float) -> VirtualClient:
    """Return a client without any noise."""
    values = {"log_chance": 1.0, "weigh_chance": 1.0, "intake_noise": 0.0, "scale_noise_kg": 0.0, "habit": 0.0}
    return VirtualClient(**{**values, **changes})  # type: ignore[arg-type]  # all of them floats


def calories(decision: Decision) -> float:
    assert decision.calories is not None
    return decision.calories.target_after


def fortnight(seed: int = 2, target: float = 1800.0) -> Evidence:
    client = VirtualClient(seed=seed)
    return evidence_of(client, client.live(target))


def test_a_client_without_noise_comes_to_the_goal_rate() -> None:
    client = exact(rate=-0.006)
    decisions = steer(client, 10, 1900.0)
    for decision in decisions[4:]:
        assert decision.weight.rate_kg_per_week / decision.weight.end_kg == pytest.approx(-0.006, abs=0.0015)


def test_most_noisy_clients_come_near_their_goal() -> None:
    errors = []
    for seed in range(24):
        client = VirtualClient(
            seed=seed, rate=(-0.006, 0.003, 0.0)[seed % 3], habit=0.01 * (seed % 9), weigh_chance=0.5
        )
        steer(client, 2, 1900.0)
        before = client.body.weight_kg
        steer_on(client, 4)
        errors.append(abs((client.body.weight_kg - before) / before / 8.0 - client.rate))
    assert sum(error <= 0.0025 for error in errors) >= 20


def steer_on(client: VirtualClient, windows: int) -> None:
    steer(client, windows, client.days[-1].target_kcal)


def test_scaling_logs_and_targets_scales_the_target() -> None:
    plain = loosely_steered(exact(logged_share=0.95), 1900.0)
    scaled = loosely_steered(exact(logged_share=0.95 * 0.8), 1900.0 * 0.8)
    assert sum(scaled[4:]) / sum(plain[4:]) == pytest.approx(0.8, rel=0.05)


def loosely_steered(client: VirtualClient, target: float) -> list[float]:
    """Return the targets of eight windows without floors, which are no matter of scale."""
    state, targets = None, []
    for _ in range(8):
        evidence = replace(evidence_of(client, client.live(target)), safety=LOOSE_LIMITS)
        decision = decide(evidence, target, state, LOOSE)
        target, state = calories(decision), decision.state
        targets.append(target)
    return targets


def test_a_fortnight_without_anything_holds_and_widens() -> None:
    client = VirtualClient(seed=5)
    known = steer(client, 3, 1800.0)[-1]
    target = calories(known)
    first = client.days[-1].date + timedelta(days=1)
    empty = tuple(Day(first + timedelta(days=k), target) for k in range(15))
    blank = decide(evidence_of(client, empty), target, known.state)
    assert calories(blank) == target
    assert blank.status == "insufficient_data"
    assert blank.calories is not None
    assert blank.calories.reason_code == "hold_no_data"
    assert blank.state.tracker.filter.var_weight > known.state.tracker.filter.var_weight
    assert blank.state.trim.integral_kcal == known.state.trim.integral_kcal
    assert blank.expenditure_kcal == pytest.approx(known.expenditure_kcal, abs=60.0)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 500), st.floats(0.0, 3.0))
def test_heavier_weigh_ins_never_raise_the_target(seed: int, more_kg: float) -> None:
    evidence = fortnight(seed)
    slower = tuple(
        day if day.weight_kg is None else day._replace(weight_kg=day.weight_kg + more_kg * k / 14)
        for k, day in enumerate(evidence.days)
    )
    plain, heavier = decide(evidence, 1800.0), decide(replace(evidence, days=slower), 1800.0)
    assert calories(heavier) <= calories(plain) + DEFAULT_POLICY.calories.dead_band_kcal


kcals = st.one_of(st.none(), st.floats(0.0, 5000.0))
kilograms = st.one_of(st.none(), st.floats(60.0, 110.0))
verdicts = st.builds(
    Verdict,
    blocked_for=st.sampled_from([(), ("deficit",), ("training",)]),
    limits=st.builds(
        Limits,
        max_deficit_fraction=st.sampled_from([0.1, 0.25]),
        no_deficit=st.booleans(),
        no_weight_goal=st.booleans(),
        min_calories_kcal=st.sampled_from([0.0, 1800.0]),
    ),
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(kcals, kilograms), min_size=15, max_size=15),
    st.floats(1300.0, 3500.0),
    st.floats(-0.01, 0.005),
    verdicts,
    st.sampled_from(["male", "female"]),
)
def test_no_evidence_whatever_breaks_floor_or_step(
    entries: list[tuple[float | None, float | None]], target: float, rate: float, verdict: Verdict, sex: str
) -> None:
    client = VirtualClient(sex=sex, rate=rate)
    days = tuple(Day(START + timedelta(days=k), target, kcal, kg) for k, (kcal, kg) in enumerate(entries))
    evidence = replace(evidence_of(client, days), safety=verdict)
    decision = decide(evidence, target)
    after = calories(decision)
    absolute = 1500.0 if sex == "male" else 1200.0
    assert after >= max(absolute, verdict.limits.min_calories_kcal) - 1e-6
    reach = max(200.0, 0.1 * target)
    assert after >= target - reach - 1e-6
    if not any(kg for _, kg in entries[1:]):
        person = evidence.person
        lean_kg = person.start_weight_kg * (1.0 - person.body_fat_percentage / 100.0)
        safe = safety_floor_kcal(person, decision.expenditure_kcal, lean_kg, verdict.limits, DEFAULT_POLICY)
        assert after == target or after - 10.0 <= safe
    assert decide(evidence, target) == decision
    assert explain(decision)


def test_the_state_comes_back_from_json_exactly() -> None:
    state = steer(VirtualClient(seed=9), 4, 1800.0)[-1].state
    assert from_document(json.loads(json.dumps(as_document(state)))) == state
    with pytest.raises(ValueError, match="version"):
        from_document({**as_document(state), "controller_version": 99})


def test_going_on_from_json_is_going_on() -> None:
    client, twin = VirtualClient(seed=12), VirtualClient(seed=12)
    steady = steer(client, 5, 1800.0)[-1]
    target, state = 1800.0, None
    for _ in range(5):
        decision = decide(evidence_of(twin, twin.live(target)), target, state)
        target, state = calories(decision), from_document(json.loads(json.dumps(as_document(decision.state))))
    assert state == steady.state


@pytest.mark.parametrize("length", [7, 28])
def test_other_intervals_work(length: int) -> None:
    policy = replace(DEFAULT_POLICY, calories=replace(DEFAULT_POLICY.calories, interval_days=length))
    client = VirtualClient(seed=3)
    target, state = 1800.0, None
    for _ in range(112 // length):
        decision = decide(evidence_of(client, client.live(target, length)), target, state, policy)
        target, state = calories(decision), decision.state
        assert decision.next_date == client.days[-1].date + timedelta(days=1 + length)
    assert decision.weight.rate_kg_per_week / decision.weight.end_kg == pytest.approx(-0.006, abs=0.004)


def test_where_no_deficit_is_allowed_the_target_goes_to_maintenance() -> None:
    client = VirtualClient(seed=6, log_chance=1.0)
    known = steer(client, 3, 1700.0)[-1]
    verdict = Verdict(blocked_for=("deficit",), limits=Limits(no_deficit=True))
    evidence = replace(evidence_of(client, client.live(calories(known))), safety=verdict)
    decision = decide(evidence, calories(known), known.state)
    assert calories(decision) >= decision.expenditure_kcal - 61.0


def test_withheld_numbers_are_refused_and_said_so() -> None:
    evidence = replace(fortnight(), safety=Verdict(level="blocked", blocked_for=("numeric_targets",)))
    decision = decide(evidence, 1800.0)
    assert (decision.status, decision.calories) == ("refused", None)
    assert "kcal" not in explain(decision)
    assert decide(fortnight(), None).status == "refused"


def test_a_goal_weight_that_is_reached_is_held() -> None:
    client = VirtualClient(seed=7, log_chance=1.0)
    evidence = fortnight(7)
    reached = replace(evidence, person=client.person()._replace(target_weight_kg=84.0))
    decision = decide(reached, 1800.0)
    assert decision.state.reached_kg == 84.0
    assert decision.weight.target_rate_kg_per_week == 0.0
    assert calories(decision) > calories(decide(evidence, 1800.0))


def test_a_loss_too_fast_for_two_windows_raises_the_target() -> None:
    client = exact(true_tdee_kcal=4200.0, predicted_tdee_kcal=2300.0, rate=-0.01)
    first = decide(evidence_of(client, client.live(1600.0)), 1600.0)
    assert first.weight.rate_kg_per_week / first.weight.end_kg < -0.0125
    second = decide(evidence_of(client, client.live(1600.0)), 1600.0, first.state)
    assert second.state.fast_windows == 2
    assert second.calories is not None
    assert second.calories.target_after > 1600.0


def test_a_long_deficit_takes_a_fortnight_off() -> None:
    limits = Verdict(limits=Limits(max_deficit_weeks=4))
    client = VirtualClient(seed=1, log_chance=1.0)
    target, state, rates = 1800.0, None, []
    for _ in range(6):
        evidence = replace(evidence_of(client, client.live(target)), safety=limits)
        decision = decide(evidence, target, state)
        target, state = calories(decision), decision.state
        rates.append(decision.weight.target_rate_kg_per_week)
    assert 0.0 in rates[1:]


def test_a_new_goal_starts_from_what_is_known() -> None:
    client = VirtualClient(seed=8)
    known = steer(client, 3, 1800.0)[-1]
    person = client.person()._replace(goal="build_muscle", goal_rate_kg_per_week=0.2)
    evidence = replace(evidence_of(client, client.live(calories(known))), person=person)
    decision = decide(evidence, calories(known), known.state)
    assert decision.state.goal == "build_muscle"
    assert decision.expenditure_kcal == pytest.approx(known.expenditure_kcal, rel=0.1)
    assert calories(decision) > calories(known)


def tired_training() -> Training:
    signals = tuple(MuscleSignal(name, 10.0, 10.0, 1.0, Slope(-2.0, 0.4), 1.5, 4) for name in ("chest", "quads"))
    slopes = {"squat": Slope(-2.0, 0.4), "bench": Slope(-2.0, 0.4)}
    return Training(signals=signals, main_lifts=slopes, rpe_drift=1.5, recovery=Recovery(soreness=8.0))


def test_when_both_would_be_cut_recovery_goes_first() -> None:
    client = VirtualClient(seed=2, true_tdee_kcal=2000.0, log_chance=1.0, habit=0.0)
    known = steer(client, 2, 1900.0)[-1]
    evidence = evidence_of(client, client.live(1900.0))
    plain = decide(evidence, 1900.0, known.state)
    assert calories(plain) < 1900.0
    worn = decide(replace(evidence, training=tired_training(), weeks_trained=5.0), 1900.0, known.state)
    assert worn.deload is not None
    assert worn.deload.deload
    assert calories(worn) == 1900.0
    assert worn.state.last_deload_on == evidence.as_of
    assert "lighter" in explain(worn)


def test_blocked_training_changes_no_sets() -> None:
    verdict = Verdict(level="blocked", blocked_for=("training",))
    evidence = replace(fortnight(), training=tired_training(), weeks_trained=5.0, safety=verdict)
    assert decide(evidence, 1800.0).volume == ()


def test_evidence_that_contradicts_itself_is_not_decided_on() -> None:
    evidence = fortnight()
    with pytest.raises(ValueError, match="order"):
        decide(replace(evidence, days=tuple(reversed(evidence.days))), 1800.0)
    broken = (evidence.days[0]._replace(intake_kcal=float("nan")), *evidence.days[1:])
    with pytest.raises(ValueError, match="plausible"):
        decide(replace(evidence, days=broken), 1800.0)


def test_adherence_needs_four_planned_sessions() -> None:
    assert Adherence(3, 1).training is None
    assert Adherence(4, 1).training == 0.25
    assert Adherence(6, 0).training is None
    assert Adherence(6, 0, sessions_declined=6).training == 0.0
    days = (Day(date(2026, 1, 5), 2000.0, 2150.0), Day(date(2026, 1, 6), 2000.0, 2300.0), Day(date(2026, 1, 7), 2000.0))
    assert nutrition_adherence(days) == 0.5
    assert nutrition_adherence(days[2:]) is None
