"""The ordered safety levels and the limits that a plan must obey as numbers."""

from __future__ import annotations

from dataclasses import dataclass

LEVELS = ("cleared", "caution", "constrained", "blocked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Machine-checked limits; the defaults bind nobody.

    Rates are fractions of body weight a week, the deficit a fraction of TDEE, ``min_rir``
    repetitions in reserve, patterns and regions names of the exercise library.
    """

    max_deficit_fraction: float = 0.25
    max_loss_rate_per_week: float = 0.01
    min_calories_kcal: float = 0.0
    no_deficit: bool = False
    no_weight_goal: bool = False
    min_protein_g_per_kg: float = 0.0
    max_protein_g_per_kg: float | None = None
    min_carbs_g: float = 0.0
    min_rir: int = 0
    max_reps_floor: int = 1
    no_hiit: bool = False
    no_jumps: bool = False
    no_overhead: bool = False
    no_supine: bool = False
    no_contact: bool = False
    rpe_only: bool = False
    max_deficit_weeks: int | None = None
    excluded_regions: frozenset[str] = frozenset()
    excluded_patterns: frozenset[str] = frozenset()
    tdee_sd_fraction: float = 0.10


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome of the safety gate: the maximum level, what is blocked, words, and limits.

    ``blocked_for`` holds names such as ``deficit``, ``training``, ``numeric_targets``;
    ``constraints`` says in words what ``limits`` holds in numbers.
    """

    level: str = "cleared"
    blocked_for: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    constraints: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    limits: Limits = Limits()
