"""A coach's limits: how far and how fast reassessments may move targets, and who needs a human."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

POLICY_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CaloriePolicy:
    """Limits of the calorie controller; kcal a day, fractions of expenditure, %BW as fractions.

    The defaults are those of docs/rules/adaptation.md. ``step_*`` bound one change, ``floor_*`` the
    target, ``too_fast_rate_per_week`` is the loss that raises calories when it lasts two windows.
    """

    dead_band_kcal: float = 60.0
    step_kcal: float = 200.0
    step_fraction: float = 0.10
    max_deficit_fraction: float = 0.25
    max_surplus_fraction: float = 0.25
    floor_female_kcal: float = 1200.0
    floor_male_kcal: float = 1500.0
    energy_availability_female: float = 30.0
    energy_availability_male: float = 25.0
    gap_compensation_limit: float = 0.10
    integral_gain: float = 0.15
    integral_limit_kcal: float = 150.0
    too_fast_rate_per_week: float = 0.0125
    min_adherence: float = 0.70
    interval_days: int = 14
    min_interval_days: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumePolicy:
    """Limits of the volume controller, in weekly fractional sets and weeks."""

    max_raise_sets: float = 2.0
    max_cut_sets: float = 4.0
    max_total_raise_novice: float = 0.10
    max_total_raise: float = 0.15
    min_sets: float = 4.0
    deload_after_weeks: int = 8
    deload_after_weeks_advanced: int = 6
    min_weeks_between_deloads: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TriagePolicy:
    """When a client is put before a human."""

    days_without_log: int = 7
    windows_off_track: int = 2
    off_track_rate_per_week: float = 0.005
    rejections_in_a_row: int = 3
    min_adherence: float = 0.50


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A versioned set of limits under a coach's name for it."""

    name: str = "default"
    version: int = POLICY_VERSION
    calories: CaloriePolicy = CaloriePolicy()
    volume: VolumePolicy = VolumePolicy()
    triage: TriagePolicy = TriagePolicy()


DEFAULT_POLICY = Policy()

# What a coach may choose from; outside these a limit would no longer protect anybody (product choice).
_RANGES: dict[str, tuple[float, float]] = {
    "calories.dead_band_kcal": (0.0, 150.0),
    "calories.step_kcal": (50.0, 300.0),
    "calories.step_fraction": (0.02, 0.15),
    "calories.max_deficit_fraction": (0.05, 0.30),
    "calories.max_surplus_fraction": (0.0, 0.30),
    "calories.floor_female_kcal": (1200.0, 2500.0),
    "calories.floor_male_kcal": (1500.0, 3000.0),
    "calories.energy_availability_female": (30.0, 50.0),
    "calories.energy_availability_male": (25.0, 50.0),
    "calories.gap_compensation_limit": (0.0, 0.20),
    "calories.integral_gain": (0.0, 0.30),
    "calories.integral_limit_kcal": (0.0, 300.0),
    "calories.too_fast_rate_per_week": (0.005, 0.0125),
    "calories.min_adherence": (0.50, 1.0),
    "calories.interval_days": (7, 28),
    "calories.min_interval_days": (5, 28),
    "volume.max_raise_sets": (0.0, 4.0),
    "volume.max_cut_sets": (1.0, 8.0),
    "volume.max_total_raise_novice": (0.0, 0.20),
    "volume.max_total_raise": (0.0, 0.20),
    "volume.min_sets": (2.0, 10.0),
    "volume.deload_after_weeks": (3, 12),
    "volume.deload_after_weeks_advanced": (3, 12),
    "volume.min_weeks_between_deloads": (1, 8),
    "triage.days_without_log": (1, 60),
    "triage.windows_off_track": (1, 12),
    "triage.off_track_rate_per_week": (0.001, 0.02),
    "triage.rejections_in_a_row": (1, 20),
    "triage.min_adherence": (0.0, 1.0),
}


def from_document(document: Mapping[str, object]) -> Policy:
    """Return the policy that a parsed file describes; what it leaves out keeps its default.

    Raises InputError, naming every fault at once, for unknown keys, wrong types, values out of
    range, limits that contradict each other, and files of a newer version.
    """
    faults: list[str] = []
    name = document.get("name", DEFAULT_POLICY.name)
    version = document.get("version", POLICY_VERSION)
    if not isinstance(name, str):
        faults.append("name must be text")
    if version != POLICY_VERSION or isinstance(version, bool):
        faults.append(f"version must be {POLICY_VERSION}")
    known = {"name", "version", "calories", "volume", "triage"}
    faults += [f"unknown key {key}" for key in sorted(set(document) - known)]
    policy = Policy(
        name=str(name),
        calories=CaloriePolicy(**_section(document, "calories", CaloriePolicy, faults)),
        volume=VolumePolicy(**_section(document, "volume", VolumePolicy, faults)),
        triage=TriagePolicy(**_section(document, "triage", TriagePolicy, faults)),
    )
    if policy.calories.min_interval_days > policy.calories.interval_days:
        faults.append("calories.min_interval_days must not exceed calories.interval_days")
    if faults:
        raise InputError(
            "The policy cannot be used: " + "; ".join(faults) + ".",
            code="bad_policy",
            hint="sharpened policy show prints every key with its present value.",
        )
    return policy


def as_document(policy: Policy) -> dict[str, object]:
    """Return the policy as the document that ``from_document`` reads."""
    document: dict[str, object] = {"name": policy.name, "version": policy.version}
    for section in ("calories", "volume", "triage"):
        values = getattr(policy, section)
        document[section] = {field.name: getattr(values, field.name) for field in fields(values)}
    return document


def differences(policy: Policy) -> dict[str, object]:
    """Return the policy's name and each limit that is not the default, by its dotted name."""
    found = []
    for section in ("calories", "volume", "triage"):
        values, usual = getattr(policy, section), getattr(DEFAULT_POLICY, section)
        for field in fields(values):
            value, default = getattr(values, field.name), getattr(usual, field.name)
            if value != default:
                found.append({"name": f"{section}.{field.name}", "value": value, "default": default})
    return {"name": policy.name, "version": policy.version, "valid": True, "differences": found}


def _section(document: Mapping[str, object], section: str, kind: type, faults: list[str]) -> dict[str, Any]:
    """Return the valid values of one section, adding what is wrong with the others to ``faults``."""
    given = document.get(section, {})
    if not hasattr(given, "items"):
        faults.append(f"{section} must be a table")
        return {}
    kept: dict[str, Any] = {}
    types = {field.name: field.type for field in fields(kind)}
    for key, value in sorted(given.items()):
        path = f"{section}.{key}"
        if key not in types:
            faults.append(f"unknown key {path}")
        elif isinstance(value, bool) or not isinstance(value, int | float):
            faults.append(f"{path} must be a number")
        elif types[key] == "int" and not isinstance(value, int):
            faults.append(f"{path} must be a whole number")
        elif not _RANGES[path][0] <= value <= _RANGES[path][1]:
            faults.append(f"{path} must lie within {_RANGES[path][0]:g} and {_RANGES[path][1]:g}")
        else:
            kept[key] = value
    return kept
