"""Repetitions, reserve, rest and number of sets of an exercise, by its part in the session.

Rests: Singer 2024 Front Sports Act Living 6:1429789 (beyond 90 s little for size) and 180 s and more for heavy
sets; repetition ranges: Schoenfeld 2017 J Strength Cond Res 31:3508; the table itself is a product choice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.exercise_roles import is_bodyweight, role_of
from sharpened_cli.domain.session_time import set_time, work_sec

if TYPE_CHECKING:
    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.session_time import SetTime
    from sharpened_cli.domain.trainee import Trainee

LEAD, SECOND, ISOLATION, CORE = "lead", "second", "isolation", "core"

REPS = {
    "muscle": {LEAD: (6, 10), SECOND: (8, 12), ISOLATION: (10, 15), CORE: (8, 15)},
    "strength": {LEAD: (4, 6), SECOND: (6, 8), ISOLATION: (8, 12), CORE: (8, 15)},
    "general": {LEAD: (8, 12), SECOND: (8, 12), ISOLATION: (10, 15), CORE: (8, 15)},
    "older": {LEAD: (8, 12), SECOND: (10, 15), ISOLATION: (10, 15), CORE: (8, 12)},
}
REST_SEC = {
    "muscle": {LEAD: 150, SECOND: 120, ISOLATION: 75, CORE: 60},
    "strength": {LEAD: 210, SECOND: 150, ISOLATION: 75, CORE: 60},
    "general": {LEAD: 120, SECOND: 105, ISOLATION: 60, CORE: 60},
    "older": {LEAD: 120, SECOND: 105, ISOLATION: 75, CORE: 60},
}
DENSE_REST_SEC = {
    "muscle": {LEAD: 120, SECOND: 90, ISOLATION: 45, CORE: 30},
    "strength": {LEAD: 180, SECOND: 120, ISOLATION: 45, CORE: 30},
    "general": {LEAD: 90, SECOND: 75, ISOLATION: 45, CORE: 30},
    "older": {LEAD: 90, SECOND: 90, ISOLATION: 60, CORE: 45},
}
BODYWEIGHT_REPS = {
    "pulldown": (4, 10), "row": (8, 15), "chest_press": (8, 15), "overhead_press": (6, 12), "triceps_press": (8, 15),
    "squat": (12, 20), "lunge": (8, 15), "hinge": (10, 20), "hip_thrust": (12, 20), "leg_curl": (6, 12),
    "calf": (12, 20), "glute_isolation": (12, 20), "back_isolation": (10, 15), "back_extension": (10, 15),
    "rear_delt": (10, 15), "core": (8, 15), "lateral_raise": (12, 20), "triceps": (8, 15),
}  # fmt: skip
LIGHT_REST_SEC = 90
HEAVY_BODYWEIGHT_ROLES = frozenset({"pulldown"})  # pull-ups are heavy for nearly everybody
HARD_BODYWEIGHT_REPS = {"advanced": (4, 8), "intermediate": (6, 12)}  # by the level of the exercise
BAND_REPS = (10, 15)
HEAVY_REPS = (3, 5)  # >= 80 % of the 1RM favours strength: Lopez 2021 Med Sci Sports Exerc 53:1206
NEW_LIFTERS = frozenset({"beginner", "novice"})
# A narrow range makes the load rise nearly every session, which new lifters can follow (linear progression).
LINEAR_REPS = {"muscle": (6, 8), "general": (8, 10), "strength": (4, 6)}
HEAVY_LIFT_ROLES = frozenset({"squat", "hinge", "chest_press", "overhead_press"})
HEAVY_BARS = frozenset({"barbell", "trap bar", "safety bar"})
OLYMPIC_SETS, OLYMPIC_REPS, DEADLIFT_REPS, SWING_REPS = (4, 6), (2, 3), (5, 8), (12, 20)
HOLD_SEC = {"beginner": 20, "novice": 30, "intermediate": 40, "advanced": 45}
CARRY_METRES = 20.0

# Repetitions in reserve at the start of a block and at its end (science: novice 2-4, intermediate 1-3, advanced 0-3)
RESERVE = {"beginner": (4, 3), "novice": (3, 2), "intermediate": (3, 1), "advanced": (3, 1), "older": (4, 3)}
DEFICIT_EXTRA_RIR, DEFICIT_FROM = 1, 0.05
MOST_RIR = 4  # further from failure nobody judges it well: Hackett 2017 J Strength Cond Res 31:2162

LEAST_SETS, MOST_SETS, MOST_LEAD_SETS = 2, 4, 5
FIVE_SET_LEVELS = frozenset({"advanced"})
LEAD_RAMP_SETS = {"strength": 3, "muscle": 2, "general": 2, "older": 2}
SHORT_SESSION_MINUTES = 35  # below it one ramp set has to do: product choice


class Prescription(NamedTuple):
    """How one exercise is done: repetitions or seconds or metres, rest, allowed sets, ramp sets."""

    part: str
    rep_low: int | None
    rep_high: int | None
    seconds: int | None
    metres: float | None
    rest_sec: int
    least_sets: int
    most_sets: int
    ramp_sets: int
    time: SetTime


def prescribe(
    exercise: Exercise, trainee: Trainee, *, is_lead: bool, minutes: int, is_dense: bool = False
) -> Prescription:
    """Return the prescription of an exercise for a person.

    ``is_lead``: it opens the session or its second half; ``is_dense``: rests are cut because time is short.
    """
    part = part_of(exercise, is_lead=is_lead)
    style = trainee.style
    rests = (DENSE_REST_SEC if is_dense else REST_SEC)[style]
    least, most = _set_range(exercise, trainee, part)
    ramp = _ramp_sets(exercise, trainee, part, minutes)
    low, high, seconds, metres = _amount(exercise, trainee, part)
    eases = part == LEAD and style == "strength" and not _is_heavy(exercise)
    rest = _rest_sec(exercise, rests[SECOND if eases else part])
    timing = set_time(_one_set_sec(exercise, low, high, seconds, metres), rest, ramp)
    return Prescription(part, low, high, seconds, metres, rest, least, most, ramp, timing)


def part_of(exercise: Exercise, *, is_lead: bool) -> str:
    """Return the part that an exercise plays: lead, second, isolation or core."""
    if role_of(exercise) == "core":
        return CORE
    if exercise.mechanic != "compound" or role_of(exercise) in {"rear_delt", "lateral_raise"}:
        return ISOLATION
    return LEAD if is_lead else SECOND


def reserve_of(trainee: Trainee, share_of_block: float) -> int:
    """Return the repetitions in reserve at a point of a training block (0 its start, 1 its end)."""
    first, last = RESERVE["older" if trainee.style == "older" else trainee.experience]
    extra = DEFICIT_EXTRA_RIR if trainee.deficit_fraction >= DEFICIT_FROM else 0
    value = round(first + (last - first) * share_of_block) + extra
    return max(trainee.limits.min_rir, min(value, MOST_RIR))


def _rest_sec(exercise: Exercise, usual: int) -> int:
    """Return the rest: light work without weights needs less than a heavy set."""
    is_light = is_bodyweight(exercise) or "band" in exercise.equipment
    return min(usual, LIGHT_REST_SEC) if is_light and role_of(exercise) not in HEAVY_BODYWEIGHT_ROLES else usual


def _amount(exercise: Exercise, trainee: Trainee, part: str) -> tuple[int | None, int | None, int | None, float | None]:
    if exercise.measure == "seconds":
        return None, None, HOLD_SEC[trainee.experience], None
    if exercise.measure == "metres":
        return None, None, None, CARRY_METRES
    low, high = _rep_range(exercise, trainee, part)
    floor = trainee.limits.max_reps_floor
    low = max(low, floor)
    return low, max(high, low + 2 if high <= floor else high), None, None


def _rep_range(exercise: Exercise, trainee: Trainee, part: str) -> tuple[int, int]:
    role = role_of(exercise)
    if role == "olympic":
        return OLYMPIC_REPS
    if "swing" in exercise.id:
        return SWING_REPS
    if is_bodyweight(exercise) and "belt" not in exercise.equipment:
        return HARD_BODYWEIGHT_REPS.get(exercise.level, BODYWEIGHT_REPS.get(role, REPS[trainee.style][part]))
    low, high = REPS[trainee.style][part]
    if "band" in exercise.equipment:
        return BAND_REPS
    if part == LEAD and trainee.experience in NEW_LIFTERS and HEAVY_BARS & set(exercise.equipment):
        return LINEAR_REPS.get(trainee.style, REPS[trainee.style][part])
    if trainee.style == "strength" and part == LEAD:
        return _strength_lead_reps(exercise, trainee)
    if "deadlift" in exercise.id and part == LEAD and trainee.style == "muscle" and "barbell" in exercise.equipment:
        return DEADLIFT_REPS
    return low, high


def _set_range(exercise: Exercise, trainee: Trainee, part: str) -> tuple[int, int]:
    if role_of(exercise) == "olympic":
        return OLYMPIC_SETS
    is_lead = part == LEAD and trainee.experience in FIVE_SET_LEVELS
    return LEAST_SETS, MOST_LEAD_SETS if is_lead else MOST_SETS


def _is_heavy(exercise: Exercise) -> bool:
    """Return whether few repetitions with a heavy bar suit the lift."""
    return role_of(exercise) in HEAVY_LIFT_ROLES and bool(HEAVY_BARS & set(exercise.equipment))


def _strength_lead_reps(exercise: Exercise, trainee: Trainee) -> tuple[int, int]:
    """Return the heavy repetitions of barbell squats, pulls and presses; other lifts do not gain from them."""
    if not _is_heavy(exercise):
        return REPS["strength"][SECOND]
    return HEAVY_REPS if trainee.experience in {"intermediate", "advanced"} else REPS["strength"][LEAD]


def _one_set_sec(
    exercise: Exercise, low: int | None, high: int | None, seconds: int | None, metres: float | None
) -> float:
    if seconds is not None:
        return seconds * (2 if exercise.unilateral else 1)
    if metres is not None:
        return metres
    return work_sec(((low or 0) + (high or 0)) / 2, unilateral=exercise.unilateral)


def _ramp_sets(exercise: Exercise, trainee: Trainee, part: str, minutes: int) -> int:
    if part != LEAD or is_bodyweight(exercise) or "band" in exercise.equipment or exercise.measure != "reps":
        return 0
    if minutes <= SHORT_SESSION_MINUTES:
        return 1
    is_heavy = _is_heavy(exercise) or role_of(exercise) == "olympic"
    return LEAD_RAMP_SETS[trainee.style if is_heavy else "general"]
