from __future__ import annotations

from datetime import date

import pytest

from sharpened_cli.domain.adjustment import DayContext, Findings, advice_of
from sharpened_cli.domain.context_text import findings_of, flags_in
from sharpened_cli.domain.day_plan import OPEN_GATE
from sharpened_cli.domain.gate import gate_of, stops_training

DAY = date(2026, 11, 24)


def test_a_cleared_verdict_without_flags_leaves_the_gate_open() -> None:
    assert gate_of({}) is OPEN_GATE
    assert gate_of({"blocked_for": ["deficit"], "warnings": ["w"]}) is OPEN_GATE


def test_the_stored_verdict_shuts_what_it_blocks_and_says_why() -> None:
    gate = gate_of({"blocked_for": ["training", "deficit"], "warnings": ["see a doctor"]})
    assert (set(gate.blocked_for), gate.because) == ({"training"}, ("see a doctor",))


@pytest.mark.parametrize(
    ("flag", "blocked"),
    [
        ("chest_pain", {"training"}),
        ("dizziness", {"training"}),
        ("concussion", {"training"}),
        ("eating_disorder", {"numeric_targets"}),
        ("osteoporosis", set()),
        ("no_such_flag", set()),
    ],
)
def test_a_live_flag_shuts_what_its_finding_blocks(flag: str, blocked: set[str]) -> None:
    assert gate_of({}, [flag]).blocked_for == blocked
    assert stops_training(flag) == ("training" in blocked)


def test_flags_only_add() -> None:
    before = gate_of({"blocked_for": ["training"], "warnings": ["w"]})
    after = gate_of({"blocked_for": ["training"], "warnings": ["w"]}, ["eating_disorder"])
    assert after.blocked_for > before.blocked_for
    assert after.because[0] == "w"


def test_the_words_of_a_day_name_flags_regions_and_muscles() -> None:
    said = DayContext(DAY, injury_notes="left knee", notes="quads sore; chest pain on the stairs")
    assert findings_of(said) == Findings(("chest pain",), frozenset({"knee"}), frozenset({"quads", "chest"}))
    assert [mention.code for mention in flags_in(said)] == ["chest_pain"]


def test_what_is_denied_or_says_nothing_finds_nothing() -> None:
    assert findings_of(None) == findings_of(DayContext(DAY)) == Findings()
    assert findings_of(DayContext(DAY, injury_notes="none", notes="no chest pain any more")).red_flags == ()


def test_a_sprain_of_today_is_the_days_own_matter_and_raises_no_lasting_flag() -> None:
    assert flags_in(DayContext(DAY, injury_notes="sprained my ankle")) == ()


@pytest.mark.parametrize(
    ("notes", "is_ill"),
    [
        ("woke up with a fever", True),
        ("stomach flu", True),
        ("threw up twice", True),
        ("no fever, just a blocked nose", False),
        ("a bit of a cold", False),
        ("flush cheeks", False),
    ],
)
def test_an_illness_below_the_neck_is_heard_and_answered_with_rest(notes: str, *, is_ill: bool) -> None:
    said = DayContext(DAY, notes=notes)
    findings = findings_of(said)
    assert findings.is_ill is is_ill
    assert any("rest" in line for line in advice_of((), said, findings)) is is_ill


def test_a_clinicians_agreement_opens_the_gate_for_what_it_names() -> None:
    agreed = {"level": "constrained", "blocked_for": [], "warnings": [], "agreed": ["pregnancy"]}
    assert gate_of(agreed, ("pregnancy",)).blocked_for == frozenset()
    assert "training" in gate_of(agreed, ("pregnancy", "chest_pain")).blocked_for
