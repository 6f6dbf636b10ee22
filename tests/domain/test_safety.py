from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.findings import condition_findings, is_screened
from sharpened_cli.domain.profile import Profile
from sharpened_cli.domain.safety import (
    Wish,
    assess,
    limits_from,
    stricter,
    verdict_document,
    verdict_from,
    verdict_of,
)
from sharpened_cli.domain.safety_level import LEVELS, Limits, Verdict
from sharpened_cli.domain.safety_rules import RULES
from sharpened_cli.domain.screening import BY_CODE, answer_of, checked
from sharpened_cli.errors import InputError

TODAY = date(2026, 11, 24)


def person(**changes: Any) -> Profile:
    healthy: dict[str, Any] = {
        "user_id": "u",
        "sex": "female",
        "birth_date": date(1990, 5, 1),
        "height_cm": 168.0,
        "weight_kg": 74.0,
        "primary_goal": "lose_fat",
        "activity_level": "moderately_active",
        "injuries": (),
        "conditions": (),
        "medications": (),
    }
    return Profile(**{**healthy, **changes})


def verdict(flags: tuple[str, ...] = (), **changes: Any) -> Verdict:
    return assess(person(**changes), TODAY, flags=flags)


def test_a_healthy_screened_adult_is_cleared_and_unlimited() -> None:
    assert verdict() == Verdict()


def test_unanswered_screening_is_a_caution_of_its_own_name() -> None:
    unasked = verdict(conditions=None, medications=None, injuries=None)
    assert unasked.level == "caution"
    assert "screening_not_answered" in unasked.warnings
    assert not is_screened(person(conditions=None))
    assert is_screened(person(conditions=None, screening={"chest_pain": False}))


@pytest.mark.parametrize(
    ("changes", "level", "blocked"),
    [
        ({"birth_date": date(2012, 1, 1)}, "blocked", "numeric_targets"),
        ({"birth_date": date(2009, 6, 1)}, "blocked", "deficit"),
        ({"birth_date": date(2009, 6, 1), "primary_goal": "general_health"}, "constrained", None),
        ({"weight_kg": 46.0}, "blocked", "training"),
        ({"weight_kg": 50.0}, "blocked", "deficit"),
        ({"weight_kg": 50.0, "primary_goal": "build_muscle"}, "constrained", None),
        ({"target_weight_kg": 50.0}, "blocked", "deficit"),
        ({"weight_kg": 55.0}, "caution", None),
        ({"weight_kg": 115.0}, "caution", None),
        ({"conditions": ("pregnant, 20 weeks",)}, "blocked", "deficit"),
        ({"screening": {"pregnant": True}, "primary_goal": "maintain"}, "blocked", "training"),
        ({"screening": {"pregnant": True, "clinician_ok": ["pregnancy"]}, "primary_goal": "maintain"},
         "constrained", None),
        ({"screening": {"postpartum_weeks": 5.0}}, "blocked", "deficit"),
        ({"conditions": ("breastfeeding, 5 months",)}, "constrained", None),
        ({"conditions": ("anorexia",)}, "blocked", "numeric_targets"),
        ({"conditions": ("bulimia, recovered 8 years ago",)}, "caution", None),
        ({"screening": {"scoff": 2}}, "blocked", "numeric_targets"),
        ({"medications": ("insulin glargine",)}, "blocked", "deficit"),
        ({"medications": ("gliclazide",), "primary_goal": "build_muscle"}, "blocked", "automatic_changes"),
        ({"medications": ("insulin",), "screening": {"clinician_ok": ["insulin"]}}, "constrained", None),
        ({"medications": ("empagliflozin",)}, "constrained", None),
        ({"medications": ("empagliflozin",), "dietary_preference": "keto"}, "blocked", "low_carb"),
        ({"medications": ("Ozempic",)}, "constrained", None),
        ({"conditions": ("CKD stage 3",)}, "constrained", None),
        ({"conditions": ("angina",)}, "blocked", "training"),
        ({"conditions": ("heart murmur",)}, "constrained", None),
        ({"conditions": ("heart murmur",), "activity_level": "sedentary"}, "blocked", "training"),
        ({"conditions": ("type 2 diabetes",), "activity_level": "sedentary"}, "blocked", "training"),
        ({"conditions": ("type 2 diabetes",)}, "constrained", None),
        ({"conditions": ("prediabetes",)}, "caution", None),
        ({"conditions": ("high blood pressure",)}, "constrained", None),
        ({"conditions": ("blood pressure 165/95",)}, "constrained", None),
        ({"screening": {"blood_pressure": "185/112"}}, "blocked", "training"),
        ({"medications": ("metoprolol 50 mg",)}, "constrained", None),
        ({"medications": ("metropolol",)}, "constrained", None),
        ({"medications": ("warfarin",)}, "caution", None),
        ({"medications": ("warfarine",)}, "caution", None),
        ({"medications": ("lithium",)}, "blocked", "deficit"),
        ({"medications": ("levothyroxine",)}, "caution", None),
        ({"conditions": ("gallstones",)}, "caution", None),
        ({"conditions": ("knee surgery 5 weeks ago",)}, "constrained", None),
        ({"injuries": ("left knee",)}, "constrained", None),
        ({"conditions": ("osteoporosis",)}, "constrained", None),
        ({"conditions": ("concussion last week",)}, "blocked", "training"),
        ({"screening": {"supervised_only": True}}, "blocked", "training"),
        ({"screening": {"chest_pain": True}}, "blocked", "training"),
        ({"screening": {"other_condition": True}}, "caution", None),
        ({"conditions": ("Zwicker-Brandt syndrome",)}, "caution", None),
        ({"injuries": ("something odd",)}, "caution", None),
        ({"conditions": ("none",), "medications": ("no medication",)}, "cleared", None),
        ({"conditions": ("no heart problems",)}, "cleared", None),
    ],
)  # fmt: skip
def test_the_table_of_the_gate(changes: dict[str, Any], level: str, blocked: str | None) -> None:
    found = verdict(**changes)
    assert found.level == level
    assert (blocked in found.blocked_for) if blocked else not found.blocked_for
    if level == "blocked" and changes.get("birth_date") != date(2012, 1, 1):
        assert found.offered
    if level != "cleared":
        assert found.warnings


def test_limits_are_numbers_that_a_generator_can_obey() -> None:
    assert verdict(conditions=("CKD stage 3",)).limits.max_protein_g_per_kg == 0.8
    assert verdict(medications=("metoprolol",)).limits.rpe_only
    assert verdict(medications=("Wegovy",)).limits.min_protein_g_per_kg == 1.6
    assert verdict(medications=("dapagliflozin",)).limits.min_carbs_g == 100.0
    assert verdict(weight_kg=55.0).limits.max_loss_rate_per_week == 0.003
    assert verdict(conditions=("breastfeeding",)).limits.max_loss_rate_per_week == pytest.approx(0.5 / 74.0)
    assert verdict(injuries=("rotator cuff", "left knee")).limits.excluded_regions == {"shoulder", "knee"}
    assert "trunk flexion" in verdict(conditions=("osteoporosis",)).limits.excluded_patterns
    assert verdict(medications=("sertraline",)).limits.tdee_sd_fraction == 0.15


def test_a_later_warning_never_overwrites_a_block() -> None:
    both = verdict(conditions=("chest pain", "type 1 diabetes", "gallstones"), medications=("warfarin",))
    assert both.level == "blocked"
    assert "training" in both.blocked_for
    assert any("999" not in warning and "emergency" in warning for warning in both.warnings)


def test_flags_of_the_consultation_reach_the_gate() -> None:
    assert verdict(("chest_pain",)).blocked_for == ("training",)
    assert verdict(("eating_disorder",)).level == "blocked"
    assert verdict(("minor",)).level == "cleared"  # the birth date says otherwise
    assert verdict(("self_harm",)).level == "blocked"


def test_pregnancy_is_not_read_into_a_man_whose_partner_expects() -> None:
    assert verdict(("pregnancy",), sex="male", height_cm=180.0, weight_kg=90.0).level == "cleared"


def test_a_sedentary_person_who_trains_already_is_active() -> None:
    still = person(conditions=("heart murmur",), activity_level="sedentary")
    assert assess(still, TODAY, is_active=True).level == "constrained"
    assert assess(replace(still, screening={"currently_active": True}), TODAY).level == "constrained"


def test_a_clinicians_agreement_lifts_what_it_names_and_leaves_a_caution() -> None:
    agreed = verdict(conditions=("heart murmur",), activity_level="sedentary", screening={"clinician_ok": ["cardiac"]})
    assert agreed.level == "constrained"
    assert agreed.limits.no_hiit
    assert verdict(conditions=("type 2 diabetes",), screening={"clinician_ok": ["diabetes"]}).level == "caution"
    assert verdict(conditions=("anorexia",), screening={"clinician_ok": ["training", "deficit"]}).level == "blocked"


def test_a_verdict_survives_its_document() -> None:
    found = verdict(conditions=("CKD stage 3", "osteoporosis"), injuries=("hip", "knee"))
    assert verdict_from(verdict_document(found)) == found
    assert verdict_from({}) == Verdict()
    assert limits_from({"unknown": 1, "min_rir": 2}) == Limits(min_rir=2)


WISHES = [Wish(frozenset({"training", "numeric_targets"})), Wish(frozenset({"training", "numeric_targets", "deficit"}))]
codes = st.frozensets(st.sampled_from(sorted(RULES)), max_size=8)


@settings(max_examples=200)
@given(codes, st.sampled_from(sorted(RULES)), st.sampled_from(WISHES))
def test_adding_a_finding_never_lowers_the_level_nor_loosens_a_limit(
    present: frozenset[str], added: str, wish: Wish
) -> None:
    before, after = verdict_of(present, wish), verdict_of(present | {added}, wish)
    assert LEVELS.index(after.level) >= LEVELS.index(before.level)
    assert set(before.blocked_for) <= set(after.blocked_for)
    assert set(before.warnings) <= set(after.warnings)
    assert stricter(before.limits, after.limits) == after.limits


CONDITIONS = [
    "angina",
    "asthma",
    "type 1 diabetes",
    "pregnant",
    "hypertension",
    "warfarin",
    "lithium",
    "gallstones",
    "foo bar",
]


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(CONDITIONS), max_size=4),
    st.sampled_from(CONDITIONS),
    st.sampled_from(["lose_fat", "maintain"]),
)
def test_one_more_condition_never_lowers_the_level(present: list[str], added: str, goal: str) -> None:
    before = verdict(conditions=tuple(present), primary_goal=goal)
    after = verdict(conditions=(*present, added), primary_goal=goal)
    assert LEVELS.index(after.level) >= LEVELS.index(before.level)


NAMES = [
    ("HBP", "hypertension"), ("T2DM", "diabetes"), ("Lantus", "insulin"), ("lisonopril", "hypertension"),
    ("propanolol", "beta_blocker"), ("eloquis", "anticoagulant"), ("lithum", "lithium"), ("sertralin", "energy_drug"),
    ("Seroquel", "energy_drug"), ("plavix", "anticoagulant"), ("one kidney", "kidney_disease"),
    ("eGFR 45", "kidney_disease"),
    ("gall stones", "gallstones"), ("COPD", "lung_disease"), ("TIA", "cardiac_condition"),
    ("arrythmia", "cardiac_condition"),
    ("ozempick", "glp1"), ("dapagliflosin", "sglt2"), ("blood pressure 182/112", "very_high_pressure"),
    ("syncope", "symptoms"), ("heart palpitations", "symptoms"), ("c-section 3 weeks ago", "early_postpartum"),
    ("surgery 3 weeks ago", "recent_injury"), ("hip replacement 2015", "minded"), ("celiac", "minded"),
    ("glaucoma", "straining"), ("asma", "minded"), ("Zwicker-Brandt", "unknown_text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), NAMES)
def test_conditions_and_drugs_are_known_by_many_names(text: str, code: str) -> None:
    assert code in condition_findings(text, TODAY)


@pytest.mark.parametrize("text", ["low blood pressure", "hypotension"])
def test_low_pressure_is_not_high_pressure(text: str) -> None:
    assert condition_findings(text, TODAY) == {"minded"}


@given(st.text(max_size=40))
def test_no_condition_text_is_ignored_or_crashes(text: str) -> None:
    condition_findings(text, TODAY)


def test_screening_answers_are_checked_and_stored_in_one_form() -> None:
    stored = checked({"heart_condition": "no", "blood_pressure": "150 / 95 mmHg", "scoff": [True, False, True],
                      "diabetes": "Type 2", "clinician_ok": "pregnancy, training", "surgery_weeks": 6})  # fmt: skip
    assert stored == {
        "heart_condition": False, "blood_pressure": "150/95", "scoff": 2, "diabetes": "type2",
        "clinician_ok": ["pregnancy", "training"], "surgery_weeks": 6.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "value"),
    [("nonsense", True), ("heart_condition", "perhaps"), ("blood_pressure", "low"), ("scoff", 9),
     ("clinician_ok", "everything"), ("surgery_weeks", "soon"), ("diabetes", "yes?"), ("eating_disorder", "sometimes")],
)  # fmt: skip
def test_an_answer_that_is_none_is_refused(code: str, value: object) -> None:
    with pytest.raises(InputError) as caught:
        answer_of(code, value)
    assert caught.value.code == "bad_screening"


def test_every_rule_says_something_and_every_question_asks() -> None:
    assert all(rule.warning for rule in RULES.values())
    assert all(question.text for question in BY_CODE.values())
