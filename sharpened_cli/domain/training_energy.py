"""What planned sessions cost beyond resting, by the METs of the 2024 Adult Compendium.

Herrmann 2024 J Sport Health Sci 13:6; net = (MET - 1) x resting energy x hours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sharpened_cli.domain.plan import PlannedSession
    from sharpened_cli.domain.profile import Profile

HOURS_PER_DAY, MINUTES_PER_HOUR = 24.0, 60.0
UNKNOWN_RMR_KCAL = 1500.0  # where no body is known: product choice

# modality -> MET over the whole clock time; the Compendium's code beside it
METS = {
    "strength_training": 3.5,  # 02054
    "bodybuilding": 3.5, "general_fitness": 3.5, "functional_fitness": 3.5,  # 02054
    "powerlifting": 3.5, "olympic_weightlifting": 5.0,  # 02054, 02052
    "calisthenics": 3.8, "gymnastics": 3.8,  # 02022
    "crossfit": 5.0, "kettlebell_training": 5.0,  # 02035
    "hiit": 7.0,  # 02210
    "running": 7.5, "triathlon": 7.5,  # 12020
    "cycling": 7.0,  # 01014
    "swimming": 5.8,  # 18240
    "rowing": 5.0,  # 02071
    "walking": 4.8,  # 17200
    "hiking": 6.0,  # 17080
    "climbing": 7.3,  # 15535
    "team_sports": 7.0,  # 15610
    "racket_sports": 6.8,  # 15675
    "martial_arts": 5.3,  # 15425: classes hold much that is slower than sparring
    "dance": 5.5,  # 03030
    "golf": 4.5,  # 15255
    "yoga": 2.3,  # 02175
    "pilates": 2.8,  # 02105
    "mobility": 2.3,  # 02101
    "other": 4.0,  # product choice: moderate
}  # fmt: skip
OTHER_MET = 4.0
# Mifflin 1990 Am J Clin Nutr 51:241
WEIGHT_KCAL, HEIGHT_KCAL, AGE_KCAL = 9.99, 6.25, 4.92
SEX_KCAL = {"male": 5.0, "female": -161.0}


def session_kcal(modality: str, minutes: float, rmr_kcal: float) -> float:
    """Return the net kcal of a session: (MET - 1) x RMR / 24 x hours."""
    return max(0.0, METS.get(modality, OTHER_MET) - 1) * rmr_kcal / HOURS_PER_DAY * minutes / MINUTES_PER_HOUR


def resting_kcal(profile: Profile, age: int | None) -> float:
    """Return the resting energy by Mifflin, in kcal a day; a middling figure where the body is unknown."""
    if profile.weight_kg is None or profile.height_cm is None or age is None or profile.sex is None:
        return UNKNOWN_RMR_KCAL
    body = WEIGHT_KCAL * profile.weight_kg + HEIGHT_KCAL * profile.height_cm - AGE_KCAL * age
    return body + SEX_KCAL.get(profile.sex, 0.0)


def mean_weekly_kcal(sessions: Iterable[PlannedSession], weeks: int) -> float:
    """Return the mean net kcal a week of the sessions of a program, optional ones left out."""
    return sum(one.net_kcal for one in sessions if not one.is_optional) / max(1, weeks)
