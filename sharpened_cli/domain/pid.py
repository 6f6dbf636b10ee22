"""The calorie controller: from what a person burns and eats to the target of the next fortnight.

In words of control: the proportional part is a feed-forward on the estimated energy balance (gain
1/0.85 per kcal), the integral part a small trim, and there is no derivative (it added changes, no
accuracy). Practice after Åström & Hägglund 2006, *Advanced PID Control*: conditional integration,
dead-band above the noise, rate limits, bumpless changes, everything frozen on missing data.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, exp
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.expenditure import (
    ADAPTIVE_DAYS,
    ADAPTIVE_SHARE,
    PRIOR_SD_FRACTION,
    THERMIC_SHARE,
    expenditure_kcal,
    offset_sd_kcal,
)
from sharpened_cli.domain.reason import Reason

if TYPE_CHECKING:
    from sharpened_cli.domain.expenditure import Tracker
    from sharpened_cli.domain.policy import CaloriePolicy

MIN_WEIGH_INS, MIN_LOGS = 3, 5  # data in a window for the integral to move and for full steps
GAP_MEMORY, GAP_SHRINK_DAYS = 0.6, 6.0  # how the habitual deviation from the target is remembered
LEARNING_SD_FRACTION = 0.05  # above it the person is told that the coach is still learning
SHOWN_SD_FACTOR = 1.2  # calibrates the shown SD in harder worlds than the model's own
ROUND_KCAL = 10.0
SOURCE = "Calorie controller (Hall 2011 Lancet 378:826; Astrom & Hagglund 2006)"


class Window(NamedTuple):
    """The days of one window in sums: complete logs, weigh-ins, means in kcal a day, days."""

    logs: int
    weigh_ins: int
    mean_logged_kcal: float | None
    mean_target_kcal: float
    days: int


class Trim(NamedTuple):
    """What the controller remembers: integral in kcal, habitual gap as a fraction and its weight in days."""

    integral_kcal: float = 0.0
    gap: float = 0.0
    gap_days: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is wanted and allowed at one reassessment; rates are fractions of body weight a week.

    ``floor_kcal`` holds every floor, ``safety_floor_kcal`` those that do not hang on this window's estimate (they
    alone may raise a target without data); ``adherence`` is None when nothing is known of it;
    ``raise_at_least_kcal`` is what a loss that is too fast asks for; ``hold_lower`` forbids lowering.
    """

    target_kcal: float
    goal_rate: float
    floor_kcal: float
    safety_floor_kcal: float
    max_deficit_fraction: float
    adherence: float | None = None
    raise_at_least_kcal: float = 0.0
    hold_lower: bool = False
    hold_because: str = ""


class CalorieStep(NamedTuple):
    """The outcome: targets in kcal, expenditure with its SD, the trim to keep, and the reasons."""

    target_before: float
    target_after: float
    wanted_kcal: float
    step_raw: float
    expenditure_kcal: float
    expenditure_sd_kcal: float
    trim: Trim
    limits_hit: tuple[str, ...]
    reason_code: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CaloriePIDController:
    """Decides the calorie target of the next window within a coach's limits."""

    policy: CaloriePolicy

    def step(self, tracker: Tracker, window: Window, trim: Trim, setting: Setting) -> CalorieStep:
        """Return the next target, never below the floor and never further than one step away."""
        person, state = tracker.constants, tracker.filter
        trim = remembered_gap(trim, window)
        eaten = window.mean_logged_kcal
        burnt = expenditure_kcal(person, state, setting.target_kcal if eaten is None else eaten)
        sd = offset_sd_kcal(state)
        if not window.weigh_ins:
            return _held(setting, trim, burnt, sd, window)
        feed_forward = self.feed_forward_kcal(tracker, setting.goal_rate)
        grown = self._integrated(tracker, window, trim, setting, burnt, sd)
        step = self._limited(feed_forward, trim._replace(integral_kcal=grown), window, setting, burnt)
        if _winds_up(grown - trim.integral_kcal, step.limits_hit, step.step_raw):
            step = self._limited(feed_forward, trim, window, setting, burnt)
        return step._replace(expenditure_sd_kcal=sd)

    def feed_forward_kcal(self, tracker: Tracker, goal_rate: float) -> float:
        """Return the intake, as logged, that moves weight at the goal rate over the next interval."""
        person, state, days = tracker.constants, tracker.filter, self.policy.interval_days
        daily_kg = goal_rate * state.weight_kg / 7.0
        relaxed = 1.0 - exp(-days / ADAPTIVE_DAYS)
        adaptive = ADAPTIVE_SHARE * (1.0 - relaxed)
        midway = state.weight_kg + 0.5 * days * daily_kg - person.weight_kg
        burnt = state.offset_kcal + person.slope_kcal_per_kg * midway + relaxed * state.adaptation_kcal
        burnt -= (THERMIC_SHARE + adaptive) * person.reference_kcal
        stored = person.density_kcal_per_kg * daily_kg
        return (burnt + stored) / (1.0 - THERMIC_SHARE - adaptive)

    def _integrated(
        self, tracker: Tracker, window: Window, trim: Trim, setting: Setting, burnt: float, sd: float
    ) -> float:
        """Return the integral moved by the balance error of the window, frozen on thin data."""
        if window.weigh_ins < MIN_WEIGH_INS or window.logs < MIN_LOGS or window.mean_logged_kcal is None:
            return trim.integral_kcal
        person = tracker.constants
        wanted = person.density_kcal_per_kg * setting.goal_rate * tracker.filter.weight_kg / 7.0
        error = wanted - (window.mean_logged_kcal - burnt)
        trust = _clamp(1.0 - sd / (PRIOR_SD_FRACTION * person.tdee_kcal), 0.0, 1.0)
        bound = self.policy.integral_limit_kcal
        return _clamp(trim.integral_kcal + self.policy.integral_gain * error * trust, -bound, bound)

    def _limited(self, feed_forward: float, trim: Trim, window: Window, setting: Setting, burnt: float) -> CalorieStep:
        """Return the step after every limit, each one that acted with its reason."""
        policy, before = self.policy, setting.target_kcal
        chain = _Chain(before)
        chain.move("feed_forward", feed_forward, "the intake that gives the goal rate at this expenditure")
        chain.move("integral", chain.value + trim.integral_kcal, "trim from earlier windows")
        chain.unlimited = chain.value
        chain.at_least("limited_floor", burnt * (1.0 - setting.max_deficit_fraction), "largest deficit")
        chain.at_most("limited_surplus", burnt * (1.0 + policy.max_surplus_fraction), "largest surplus")
        self._compensate(chain, trim, setting)
        if setting.raise_at_least_kcal:
            chain.at_least("limited_safety", before + setting.raise_at_least_kcal, setting.hold_because)
        raw = chain.value - before
        if setting.hold_lower:
            chain.at_least("limited_safety", before, setting.hold_because)
        if setting.adherence is not None and setting.adherence < policy.min_adherence:
            chain.at_least("limited_adherence", min(before, burnt), "no larger deficit below 70 % adherence")
        reach = self.reach_kcal(before, window)
        chain.at_most("limited_slew", before + reach, f"at most {reach:.0f} kcal a change")
        chain.at_least("limited_slew", before - reach, f"at most {reach:.0f} kcal a change")
        after = self._settled(chain, setting, reach)
        code = self._reason_code(chain, setting, after, trim)
        return CalorieStep(
            before, after, before + raw, raw, burnt, 0.0, trim, tuple(chain.hit), code, tuple(chain.reasons)
        )

    def reach_kcal(self, target_kcal: float, window: Window) -> float:
        """Return how far one change may go: 200 kcal or 10 %, half of it with fewer than five logs."""
        reach = max(self.policy.step_kcal, self.policy.step_fraction * target_kcal)
        return reach / 2.0 if window.logs < MIN_LOGS else reach

    def _compensate(self, chain: _Chain, trim: Trim, setting: Setting) -> None:
        """Take out the habitual gap between log and target; downwards only for those who follow the plan."""
        bound = self.policy.gap_compensation_limit
        gap = _clamp(trim.gap, -bound, bound)
        if gap > 0.0 and setting.adherence is not None and setting.adherence < self.policy.min_adherence:
            chain.note("gap_not_compensated", f"eating {trim.gap:.0%} above plan; the target stays honest")
            return
        chain.move("gap_compensated", chain.value / (1.0 + gap), f"logs lie {trim.gap:+.0%} from the target")

    def _settled(self, chain: _Chain, setting: Setting, reach: float) -> float:
        """Return the target after dead-band, rounding to 10 kcal, and the floor, which beats all."""
        before = setting.target_kcal
        if abs(chain.value - before) < self.policy.dead_band_kcal:
            chain.move("dead_band", before, f"less than {self.policy.dead_band_kcal:.0f} kcal is noise")
        else:
            rounded = ROUND_KCAL * round(chain.value / ROUND_KCAL)
            if abs(rounded - before) > reach:
                rounded += ROUND_KCAL if rounded < before else -ROUND_KCAL
            chain.move("rounded", rounded, "to 10 kcal")
        floor = ROUND_KCAL * ceil(setting.floor_kcal / ROUND_KCAL - 1e-9)
        chain.at_least("limited_floor", floor, "never below the safety floor")
        return chain.value

    def _reason_code(self, chain: _Chain, setting: Setting, after: float, trim: Trim) -> str:
        """Return the one code that says best why the target is what it is."""
        change = after - setting.target_kcal
        if change == 0.0:
            near = abs(chain.unlimited - setting.target_kcal) < self.policy.dead_band_kcal
            for limit in ("limited_safety", "limited_adherence", "limited_floor"):
                if limit in chain.hit and not near:
                    return limit
            return "hold_in_band"
        binding = [limit for limit in chain.hit if limit in {"limited_safety", "limited_floor", "limited_slew"}]
        if binding:
            return binding[-1]  # the last one that acted is the one that the target stands at
        bare = chain.value * (1.0 + trim.gap) - setting.target_kcal
        if bare * change <= 0.0:
            return "gap_compensated"
        if setting.goal_rate == 0.0:
            return "raise_drift" if change > 0.0 else "lower_drift"
        towards_goal = (change < 0.0) == (setting.goal_rate < 0.0)
        return ("lower_" if change < 0.0 else "raise_") + ("slow" if towards_goal else "fast")


def remembered_gap(trim: Trim, window: Window) -> Trim:
    """Return the trim with the window's deviation of logs from target taken into the habitual gap."""
    if not window.logs or window.mean_logged_kcal is None or window.mean_target_kcal <= 0.0:
        return trim
    seen = window.mean_logged_kcal / window.mean_target_kcal - 1.0
    days = GAP_MEMORY * trim.gap_days + window.logs
    share = window.logs / (days + GAP_SHRINK_DAYS)
    return trim._replace(gap=trim.gap + (seen - trim.gap) * share, gap_days=days)


def is_learning(step: CalorieStep) -> bool:
    """Return whether the expenditure is still known to no better than 5 %."""
    return step.expenditure_sd_kcal > LEARNING_SD_FRACTION * step.expenditure_kcal


class _Chain:
    """A value on its way through the rules, with the limits that acted and a reason for each move."""

    __slots__ = ("hit", "reasons", "unlimited", "value")

    def __init__(self, value: float) -> None:
        self.value = self.unlimited = value
        self.hit: list[str] = []
        self.reasons: list[Reason] = []

    def move(self, rule: str, value: float, because: str) -> None:
        if value != self.value:
            self.reasons.append(Reason(rule, round(self.value), round(value), because, SOURCE))
            self.value = value

    def note(self, rule: str, because: str) -> None:
        self.hit.append(rule)
        self.reasons.append(Reason(rule, round(self.value), round(self.value), because, SOURCE))

    def at_least(self, rule: str, bound: float, because: str) -> None:
        if self.value < bound:
            self.hit.append(rule)
            self.move(rule, bound, because)

    def at_most(self, rule: str, bound: float, because: str) -> None:
        if self.value > bound:
            self.hit.append(rule)
            self.move(rule, bound, because)


def _held(setting: Setting, trim: Trim, burnt: float, sd: float, window: Window) -> CalorieStep:
    """Return a step that keeps the target because nothing was weighed; only a safety floor may raise it."""
    because = "no weigh-in in this window" if window.logs else "nothing was logged in this window"
    chain = _Chain(setting.target_kcal)
    chain.note("hold_no_data", because)
    floor = ROUND_KCAL * ceil(setting.safety_floor_kcal / ROUND_KCAL - 1e-9)
    chain.at_least("limited_floor", floor, "never below the safety floor")
    code = "limited_floor" if "limited_floor" in chain.hit else "hold_no_data"
    before = setting.target_kcal
    return CalorieStep(before, chain.value, before, 0.0, burnt, sd, trim, tuple(chain.hit), code, tuple(chain.reasons))


def _winds_up(growth: float, limits_hit: tuple[str, ...], step_raw: float) -> bool:
    """Return whether the integral would grow in the direction in which a limit already acts."""
    if not limits_hit or growth == 0.0:
        return False
    return growth * step_raw > 0.0


def _clamp(value: float, low: float, high: float) -> float:
    return min(high, max(low, value))
