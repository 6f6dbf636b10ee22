"""When a lighter week is due, and what it consists of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sharpened_cli.domain.performance import Slope
    from sharpened_cli.domain.policy import VolumePolicy

TRIGGERS_NEEDED = 2  # any two signs: deload practice in Rogerson 2024 Sports Med Open 10:26 (product choice)
FALLING_PERCENT_PER_WEEK, FALLING_LIFTS = -1.0, 2
RPE_DRIFT = 1.0
SORE_LEVEL, SORE_DAYS = 7, 3
SHORT_NIGHT_HOURS, SHORT_NIGHTS = 6.0, 5
LOW_ENERGY = 3.0
MIN_COMPLETED_FOR_CALENDAR = 0.5  # who hardly trained needs no rest by the calendar (product choice)
ADVANCED = "advanced"

DELOAD_DAYS = 7
DELOAD_SETS_FACTOR = 0.55  # sets x0.5-0.6, load x0.9, RIR +2: Rogerson 2024; Bell 2022 (practice)
DELOAD_LOAD_FACTOR = 0.9
DELOAD_EXTRA_RIR = 2
RESUME_FACTOR = 0.9  # volume after the lighter week


class Recovery(NamedTuple):
    """How a person has been: window means (1-10, hours), and counts over the last seven days.

    ``sore_training_days`` counts training days of the window with soreness of 7 or more,
    ``short_nights`` nights under 6 h of the last seven.
    """

    soreness: float | None = None
    sleep_hours: float | None = None
    stress: float | None = None
    energy: float | None = None
    sore_training_days: int = 0
    short_nights: int = 0


class DeloadDecision(NamedTuple):
    """Whether the next seven days are lighter, the score, and the signs that were seen."""

    deload: bool
    score: int
    signs: tuple[str, ...]
    because: str


def decide_deload(
    *,
    main_lifts: Mapping[str, Slope],
    rpe_drift: float | None,
    recovery: Recovery,
    weeks_since: float,
    completed_share: float | None,
    experience: str,
    policy: VolumePolicy,
) -> DeloadDecision:
    """Return whether a deload is due: two signs of strain, or the calendar; never within three weeks."""
    falling = sum(slope.percent_per_week < FALLING_PERCENT_PER_WEEK for slope in main_lifts.values())
    seen = {
        "strength_falling": falling >= FALLING_LIFTS,
        "effort_rising": rpe_drift is not None and rpe_drift >= RPE_DRIFT,
        "soreness_high": recovery.sore_training_days >= SORE_DAYS,
        "sleep_short": recovery.short_nights >= SHORT_NIGHTS,
        "energy_low": recovery.energy is not None and recovery.energy <= LOW_ENERGY,
    }
    signs = tuple(name for name, is_there in seen.items() if is_there)
    longest = policy.deload_after_weeks_advanced if experience == ADVANCED else policy.deload_after_weeks
    trained = completed_share is not None and completed_share >= MIN_COMPLETED_FOR_CALENDAR
    if weeks_since < policy.min_weeks_between_deloads:
        because = f"the last lighter week was {weeks_since:.0f} weeks ago"
        return DeloadDecision(deload=False, score=len(signs), signs=signs, because=because)
    if len(signs) >= TRIGGERS_NEEDED:
        because = "signs of strain: " + ", ".join(name.replace("_", " ") for name in signs)
        return DeloadDecision(deload=True, score=len(signs), signs=signs, because=because)
    if trained and weeks_since >= longest:
        because = f"{weeks_since:.0f} weeks of training without a lighter one"
        return DeloadDecision(deload=True, score=len(signs), signs=signs, because=because)
    return DeloadDecision(deload=False, score=len(signs), signs=signs, because="recovery keeps up")
