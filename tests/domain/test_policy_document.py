"""A coach's policy: what a document may say, and that every fault is named at once."""

from __future__ import annotations

import pytest

from sharpened_cli.domain.policy import _RANGES, DEFAULT_POLICY, as_document, differences, from_document
from sharpened_cli.errors import InputError


def test_the_default_goes_out_and_comes_back() -> None:
    assert from_document(as_document(DEFAULT_POLICY)) == DEFAULT_POLICY
    assert from_document({}) == DEFAULT_POLICY
    assert differences(DEFAULT_POLICY)["differences"] == []


def test_every_default_lies_in_its_range_and_every_limit_has_one() -> None:
    document = as_document(DEFAULT_POLICY)
    names = {f"{section}.{name}" for section in ("calories", "volume", "triage") for name in document[section]}  # type: ignore[attr-defined]  # tables of a document
    assert names == set(_RANGES)
    for path, (low, high) in _RANGES.items():
        section, name = path.split(".")
        assert low <= getattr(getattr(DEFAULT_POLICY, section), name) <= high


def test_a_stricter_policy_is_taken() -> None:
    policy = from_document({"name": "careful", "calories": {"max_deficit_fraction": 0.15, "interval_days": 21}})
    assert policy.calories.max_deficit_fraction == 0.15
    assert policy.calories.interval_days == 21
    assert policy.name == "careful"


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({"calories": {"floor_female_kcal": 900}}, "floor_female_kcal must lie within"),
        ({"calories": {"step_kcal": "a lot"}}, "step_kcal must be a number"),
        ({"calories": {"interval_days": 10.5}}, "interval_days must be a whole number"),
        ({"calories": {"interval_days": 7}}, "min_interval_days must not exceed"),
        ({"calories": 3}, "calories must be a table"),
        ({"speed": 1}, "unknown key speed"),
        ({"volume": {"speed": 1}}, "unknown key volume.speed"),
        ({"version": 2}, "version must be 1"),
        ({"version": True}, "version must be 1"),
        ({"name": 4}, "name must be text"),
    ],
)
def test_what_cannot_be_used_is_named(document: dict[str, object], fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        from_document(document)


def test_all_faults_are_named_at_once() -> None:
    with pytest.raises(InputError) as caught:
        from_document({"speed": 1, "calories": {"step_kcal": 9000, "dead_band_kcal": True}})
    assert all(word in caught.value.message for word in ("speed", "step_kcal", "dead_band_kcal"))
