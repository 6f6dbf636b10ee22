"""Estimate the one-repetition maximum from a set, and the load for a set from the maximum."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# Share of the 1RM that can be lifted n times to failure, n = 1..12: Tuchscherer (RTS); Helms 2016
# Strength Cond J 38:42; Zourdos 2016 J Strength Cond Res 30:267.
ONE_RM_SHARE = (1.0, 0.955, 0.922, 0.892, 0.863, 0.837, 0.811, 0.786, 0.762, 0.739, 0.707, 0.680)
MAX_REPS_TO_FAILURE = 10  # beyond it estimates are not usable: Reynolds 2006 J Strength Cond Res 20:584
MAX_RPE = 10.0


class LoggedSet(NamedTuple):
    """One working set as logged: repetitions, kilograms, and RPE where it was noted."""

    reps: int
    weight_kg: float
    rpe: float | None = None

    @property
    def rir(self) -> float:
        """Return the repetitions in reserve: 10 - RPE; without an RPE the set counts as to failure."""
        return 0.0 if self.rpe is None else max(0.0, MAX_RPE - self.rpe)


def e1rm_kg(weight_kg: float, reps: int, rir: float = 0.0) -> float | None:
    """Return the estimated one-repetition maximum in kg, or None where it cannot be told.

    The mean of Epley (1985) and Brzycki (1993) over repetitions to failure n = reps + RIR, for
    1 <= n <= 10 only (Reynolds 2006). One repetition to failure is the maximum itself.
    """
    to_failure = reps + rir
    if weight_kg <= 0 or reps < 1 or to_failure > MAX_REPS_TO_FAILURE:
        return None
    if to_failure <= 1:
        return weight_kg
    epley = weight_kg * (1 + to_failure / 30)
    brzycki = weight_kg * 36 / (37 - to_failure)
    return (epley + brzycki) / 2


def best_e1rm_kg(sets: Iterable[LoggedSet]) -> float | None:
    """Return the highest estimate of several sets, or None where none allows one."""
    estimates = [value for one in sets if (value := e1rm_kg(one.weight_kg, one.reps, one.rir)) is not None]
    return max(estimates, default=None)


def one_rm_share(to_failure: float) -> float:
    """Return the share of the 1RM that can be lifted ``to_failure`` times (reps + RIR).

    Linear between the rows of the chart; above 12 repetitions it follows Epley's curve, scaled to meet
    the chart at 12, which is for planning a first load only.
    """
    last = len(ONE_RM_SHARE)
    if to_failure <= 1:
        return 1.0
    if to_failure >= last:
        return ONE_RM_SHARE[-1] * (1 + last / 30) / (1 + to_failure / 30)
    low = int(to_failure)
    return ONE_RM_SHARE[low - 1] + (to_failure - low) * (ONE_RM_SHARE[low] - ONE_RM_SHARE[low - 1])


def load_for_kg(e1rm: float, reps: float, rir: float) -> float:
    """Return the unrounded load in kg with which ``reps`` repetitions leave ``rir`` in reserve."""
    return e1rm * one_rm_share(reps + rir)


def reps_to_failure_at(share: float) -> float:
    """Return how many repetitions a share of the 1RM allows: the inverse of ``one_rm_share``."""
    last = len(ONE_RM_SHARE)
    if share >= 1:
        return 1.0
    if share <= ONE_RM_SHARE[-1]:
        return 30 * (ONE_RM_SHARE[-1] * (1 + last / 30) / share - 1)
    upper = next(index for index, value in enumerate(ONE_RM_SHARE) if value <= share)
    span = ONE_RM_SHARE[upper - 1] - ONE_RM_SHARE[upper]
    return upper + (ONE_RM_SHARE[upper - 1] - share) / span
