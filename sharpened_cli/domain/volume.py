"""The volume controller: weekly sets of each muscle, moved slowly by progress, fatigue and what gets done.

No model of dose and fatigue predicts individuals, so this is a bounded, conservative proportional and
integral rule per muscle. Lower completion or more fatigue never raises sets. Counts are fractional
sets a week (direct 1, indirect 0.5: Pelland 2025 Sports Med).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.deload import RESUME_FACTOR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.deload import Recovery
    from sharpened_cli.domain.performance import Slope
    from sharpened_cli.domain.policy import VolumePolicy

NOVICES = frozenset({"beginner", "novice"})
CAP_SETS = {
    "beginner": 12.0,
    "novice": 12.0,
    "intermediate": 18.0,
    "advanced": 22.0,
}  # Baz-Valle 2022; choice
EXPECTED_PERCENT = {"beginner": 0.8, "novice": 0.8, "intermediate": 0.3, "advanced": 0.1}  # %/week (choice)
DEFICIT_SLOPE_FACTOR = 0.3  # strength gains expected in a deficit: Murphy & Koehler 2022 (choice of figure)
LARGE_DEFICIT = 0.20
LARGE_DEFICIT_FACTOR = 0.85
MIN_SESSIONS = 3  # sessions with sets and RPE before sets may rise
LOW_COMPLETION = 0.7
CATCH_UP_SHARE = 0.6  # how far the plan comes towards what gets done, in one window
VERY_SORE = 7.0
DEAD_BAND_SETS = 0.75
INTEGRAL_LIMIT = 1.5
MINUTES_PER_SET = 3.0  # work and rest of one more set
FROZEN = frozenset({"low_data", "low_completion", "first_window", "no_sessions"})


class MuscleSignal(NamedTuple):
    """One muscle's window: planned sets a week, share done, strength slope, RPE drift, sessions seen.

    ``base_sets`` is what the program itself planned, before any change.
    """

    muscle: str
    planned_sets: float
    base_sets: float
    completed_share: float | None
    slope: Slope | None
    rpe_drift: float | None
    sessions: int


class MuscleMemory(NamedTuple):
    """What is remembered of a muscle between windows."""

    integral: float = 0.0
    fatigue: float = 0.0


class MuscleStep(NamedTuple):
    """The outcome for one muscle, with the figures that led to it."""

    muscle: str
    sets_before: float
    sets_after: float
    progress: float
    recovery: float
    raw: float
    applied: float
    limits: tuple[str, ...]
    reason_code: str
    memory: MuscleMemory


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeSetting:
    """What bounds the step: training age, deficit as a fraction of expenditure, free minutes a week.

    ``planned_deficit`` is the deficit that the program's sets were already made for.
    """

    experience: str
    deficit_fraction: float
    planned_deficit: float = 0.0
    free_minutes: float = 60.0
    is_first_window: bool = False


@dataclass(frozen=True, slots=True)
class VolumePIDController:
    """Decides the weekly sets of every muscle within a coach's limits."""

    policy: VolumePolicy

    def step(
        self,
        signals: Sequence[MuscleSignal],
        memory: Mapping[str, MuscleMemory],
        recovery: Recovery,
        setting: VolumeSetting,
    ) -> tuple[MuscleStep, ...]:
        """Return each muscle's step, in the order of ``signals``; all raises together stay in bounds."""
        if setting.is_first_window:
            unused = MuscleMemory()
            return tuple(_waiting(one, memory.get(one.muscle, unused), "first_window") for one in signals)
        wanted = [self._muscle(one, memory.get(one.muscle, MuscleMemory()), recovery, setting) for one in signals]
        share = self.policy.max_total_raise_novice if setting.experience in NOVICES else self.policy.max_total_raise
        total = sum(one.planned_sets for one in signals)
        budgets = (("limited_total", share * total), ("limited_time", setting.free_minutes / MINUTES_PER_SET))
        limit, budget = min(budgets, key=lambda item: item[1])
        order = sorted(range(len(wanted)), key=lambda at: (-wanted[at].raw, wanted[at].muscle))
        for at in order:
            if wanted[at].applied > 0.0:
                allowed = float(int(min(wanted[at].applied, budget) + 1e-9))
                if allowed < wanted[at].applied:
                    wanted[at] = _cut_back(wanted[at], allowed, limit)
                budget -= allowed
        return tuple(_remembering(one) for one in wanted)

    def deloaded(self, signals: Sequence[MuscleSignal], memory: Mapping[str, MuscleMemory]) -> tuple[MuscleStep, ...]:
        """Return the steps of a deload: nine tenths of the sets afterwards, integrals at zero."""
        steps = []
        for one in signals:
            after = min(one.planned_sets, max(self.policy.min_sets, round(RESUME_FACTOR * one.planned_sets)))
            kept = MuscleMemory(0.0, memory.get(one.muscle, MuscleMemory()).fatigue)
            change = after - one.planned_sets
            steps.append(
                MuscleStep(one.muscle, one.planned_sets, after, 0.0, 0.0, change, change, (), "deload_trigger", kept)
            )
        return tuple(steps)

    def _muscle(
        self, one: MuscleSignal, memory: MuscleMemory, recovery: Recovery, setting: VolumeSetting
    ) -> MuscleStep:
        """Return the step of one muscle before the bounds over all muscles."""
        if one.completed_share is None:
            return _waiting(one, memory, "no_sessions")
        progress = progress_of(one.slope, setting)
        fatigue = fatigue_of(one.rpe_drift, recovery)
        fresh = 1.0 - 2.0 * fatigue
        error = error_of(progress, fresh, fatigue)
        has_evidence = one.sessions >= MIN_SESSIONS and one.rpe_drift is not None
        low = one.completed_share < LOW_COMPLETION
        integral = memory.integral
        if has_evidence and not low:
            integral = _clamp(integral + 0.5 * error, -INTEGRAL_LIMIT, INTEGRAL_LIMIT)
        raw = 2.0 * error + 0.5 * integral - max(fatigue - memory.fatigue, 0.0)
        change, code, limits = self._bounded(one, raw, recovery, setting, has_evidence=has_evidence)
        return MuscleStep(
            one.muscle,
            one.planned_sets,
            one.planned_sets + change,
            progress,
            fresh,
            raw,
            change,
            limits,
            code,
            MuscleMemory(integral, fatigue),
        )

    def _bounded(
        self,
        one: MuscleSignal,
        raw: float,
        recovery: Recovery,
        setting: VolumeSetting,
        *,
        has_evidence: bool,
    ) -> tuple[float, str, tuple[str, ...]]:
        """Return the whole-set change of one muscle after all its own limits, its code and the limits."""
        sets, done = one.planned_sets, one.completed_share or 0.0
        limits: list[str] = []
        code = "hold_progressing"
        change = raw
        if not has_evidence:
            limits.append("low_data")
            very_sore = recovery.soreness is not None and recovery.soreness >= VERY_SORE
            change, code = (min(raw, 0.0), "cut_fatigue") if very_sore else (0.0, "hold_low_data")
        if done < LOW_COMPLETION:
            limits.append("low_completion")
            change, code = min(0.0, change, CATCH_UP_SHARE * (done - 1.0) * sets), "cut_completion"
        if setting.deficit_fraction > 0.0 and change > 0.0:
            limits.append("deficit")
            change = 0.0
        if setting.deficit_fraction > LARGE_DEFICIT >= setting.planned_deficit:
            reduced = LARGE_DEFICIT_FACTOR * one.base_sets - sets
            change, code = min(change, reduced), "cut_deficit" if reduced < min(change, 0.0) else code
        whole = 0.0 if abs(change) < DEAD_BAND_SETS else float(round(change))
        whole = _clamp(whole, -self.policy.max_cut_sets, self.policy.max_raise_sets)
        cap = CAP_SETS[setting.experience]
        bounded = _clamp(sets + whole, min(sets, self.policy.min_sets), max(sets, cap)) - sets
        if bounded != whole:
            limits.append("cap" if whole > 0.0 else "minimum")
        if bounded > 0.0:
            bounded = float(int(bounded))
        return bounded, _code_of(bounded, code), tuple(limits)


def progress_of(slope: Slope | None, setting: VolumeSetting) -> float:
    """Return progress against what is expected, -1..1; a strength that is not known counts as expected."""
    if slope is None:
        return 0.5
    expected = EXPECTED_PERCENT[setting.experience]
    if setting.deficit_fraction > LARGE_DEFICIT:
        expected = 0.0
    elif setting.deficit_fraction > 0.0:
        expected *= DEFICIT_SLOPE_FACTOR
    return _clamp((slope.percent_per_week - expected) / max(2.0 * slope.standard_error, 0.5), -1.0, 1.0)


def fatigue_of(rpe_drift: float | None, recovery: Recovery) -> float:
    """Return fatigue 0..1.5 from effort beyond the prescription, soreness, sleep and stress.

    What was not logged counts as unremarkable.
    """
    parts = 0.40 * max(rpe_drift or 0.0, 0.0)
    if recovery.soreness is not None:
        parts += 0.25 * max(recovery.soreness - 4.0, 0.0) / 4.0
    if recovery.sleep_hours is not None:
        parts += 0.20 * max(7.0 - recovery.sleep_hours, 0.0) / 2.0
    if recovery.stress is not None:
        parts += 0.15 * max(recovery.stress - 5.0, 0.0) / 4.0
    return _clamp(parts, 0.0, 1.5)


def error_of(progress: float, fresh: float, fatigue: float) -> float:
    """Return the control error, about -2..1: sets are added only where progress lags and recovery holds."""
    need = _clamp(0.5 - progress, 0.0, 1.0)
    error = need * max(fresh, 0.0) - max(-fresh, 0.0)
    return error - 0.5 * max(-progress, 0.0) if fatigue > 0.5 else error


def _code_of(change: float, code: str) -> str:
    """Return the reason code that fits the change that came out."""
    if change > 0.0:
        return "add_stall_recovered"
    if change < 0.0:
        return "cut_fatigue" if code == "hold_progressing" else code
    return code if code == "hold_low_data" else "hold_progressing"


def _waiting(one: MuscleSignal, memory: MuscleMemory, limit: str) -> MuscleStep:
    """Return a step that changes nothing because there is nothing to go by yet."""
    sets = one.planned_sets
    return MuscleStep(one.muscle, sets, sets, 0.0, 0.0, 0.0, 0.0, (limit,), "hold_low_data", memory)


def _cut_back(step: MuscleStep, allowed: float, limit: str) -> MuscleStep:
    """Return the step with a smaller raise, marked with the limit that took the rest."""
    code = step.reason_code if allowed else ("limited_time" if limit == "limited_time" else "hold_progressing")
    return step._replace(
        applied=allowed,
        sets_after=step.sets_before + allowed,
        limits=(*step.limits, limit),
        reason_code=code,
    )


def _remembering(step: MuscleStep) -> MuscleStep:
    """Return the step with its integral pulled back by what the limits took (back-calculation)."""
    if not step.limits or FROZEN.intersection(step.limits):
        return step
    integral = step.memory.integral + 0.5 * (step.applied - step.raw) / 2.0
    integral = _clamp(integral, -INTEGRAL_LIMIT, INTEGRAL_LIMIT)
    return step._replace(memory=step.memory._replace(integral=integral))


def _clamp(value: float, low: float, high: float) -> float:
    return min(high, max(low, value))
