"""What an activity costs beyond resting: from METs, from heart rate or from power, and for how long it lasted.

Net energy = (MET - 1) x RMR / 24 x hours: the Compendium's METs (Herrmann 2024 J Sport Health Sci 13:6) against
the person's own resting rate, not against 1 kcal/kg/h, which is too much for heavy and older people (Byrne 2005 J
Appl Physiol 99:1112). Planned training is already in the daily target, so this energy is never eaten back.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.activity_text.parsed import Intervals, Measures, ParsedActivity, ParsedSet

HOURS_PER_DAY, MINUTES_PER_HOUR = 24.0, 60.0
KJ_PER_KCAL = 4.184
KM_H_PER_M_S = 3.6

# Speeds in km/h at which rows of the Compendium stand; between them METs are read off a straight line.
RUNNING_ROWS = (
    (6.4, "running_easy_jog"), (8.0, "running_5mph"), (9.0, "running_5_5mph"), (9.7, "running_6mph"),
    (10.8, "running_6_7mph"), (11.3, "running_7mph"), (12.1, "running_7_5mph"), (12.9, "running_8mph"),
    (13.8, "running_8_6mph"), (14.5, "running_9mph"), (16.1, "running_10mph"),
)  # fmt: skip
WALKING_ROWS = (
    (3.2, "walking_slow"), (4.0, "walking_leisure"), (5.0, "walking_moderate"), (6.0, "walking_brisk"),
    (6.8, "walking_very_brisk"), (7.4, "walking_race_pace"),
)  # fmt: skip
CYCLING_ROWS = (
    (14.0, "cycling_leisure"), (17.5, "cycling_slow"), (20.5, "cycling_moderate"), (24.0, "cycling_vigorous"),
    (28.0, "cycling_racing"),
)  # fmt: skip
SWIMMING_ROWS = ((2.0, "swimming_moderate"), (2.7, "swimming_crawl_medium"), (4.1, "swimming_crawl_fast"))
ROWING_WATTS = (
    (75.0, "rowing_machine"), (125.0, "rowing_machine_moderate"), (175.0, "rowing_machine_hard"),
    (225.0, "rowing_machine_very_hard"),
)  # fmt: skip
ROWING_WATT_CONSTANT = 2.8  # watts = 2.8 / (seconds per metre)^3, the maker's formula of rowing machines
# Oxygen for height gained per metre forward, in METs per m/min x grade: ACSM metabolic equations.
CLIMB_METS_RUNNING, CLIMB_METS_WALKING = 0.9 / 3.5, 1.8 / 3.5
CYCLING_EFFICIENCY = 0.23  # gross, 0.20-0.25: Ettema and Loras 2009 Eur J Appl Physiol 106:1

# Lifting over the whole clock time, by working sets a minute (product choice within the Compendium's 3.5-6.0).
LIFTING_METS = (3.5, 6.0)
LIFTING_SETS_PER_MINUTE = (0.30, 0.60)

KEYTEL_HR_SHARE = (0.57, 0.90)  # of HRmax: where Keytel 2005 was built
TANAKA_MAX, TANAKA_PER_YEAR = 208.0, 0.7  # HRmax = 208 - 0.7 age: Tanaka 2001 J Am Coll Cardiol 37:153

# Where no time was said (product choices): usual speeds in m/s, minutes, and seconds a set.
USUAL_M_PER_S = {
    "running": 2.7, "walking": 1.35, "hiking": 1.1, "cycling": 5.6, "swimming": 0.75, "rowing": 4.0,
}  # fmt: skip
INTERVAL_M_PER_S = {"running": 4.2, "cycling": 9.0, "swimming": 1.0, "rowing": 4.6, "walking": 1.8}
REST_METS = 3.5  # walking between repeats: 2024 Compendium 17160
USUAL_MINUTES = {"sports": 60.0, "flexibility": 30.0, "strength": 45.0}
OTHER_MINUTES = 30.0
STEPS_PER_MINUTE = 100.0  # moderate walking: Tudor-Locke 2018 Br J Sports Med 52:776
WARM_UP_SEC, CHANGE_SEC, REST_SEC, REP_SEC, SHORT_REST_SEC = 300.0, 75.0, 120.0, 3.5, 60.0


class Body(NamedTuple):
    """What energy depends on: weight, resting rate, and for heart rate age and sex and medicines."""

    weight_kg: float
    rmr_kcal: float
    age: int | None = None
    sex: str | None = None
    takes_beta_blocker: bool = False


class Energy(NamedTuple):
    """Net kcal of an activity, the METs and minutes behind it, and how they were found.

    ``method`` is ``said``, ``heart_rate``, ``power`` or ``mets``.
    """

    net_kcal: float
    mets: float
    minutes: float
    method: str
    minutes_estimated: bool


def activity_energy(
    activity: ParsedActivity, met_of: Mapping[str, float], body: Body, *, mets: float | None = None
) -> Energy:
    """Return what an activity cost beyond resting; ``mets`` overrides the table's."""
    minutes, estimated = activity_minutes(activity)
    measures = activity.measures
    intensity = mets or mets_of(activity, met_of, minutes)
    if measures.calories_kcal is not None:
        return Energy(measures.calories_kcal, intensity, minutes, "said", estimated)
    if mets is None:
        by_heart = _by_heart_rate(activity, body, minutes)
        if by_heart is not None:
            return Energy(by_heart, intensity, minutes, "heart_rate", estimated)
        if measures.power_w and activity.modality == "cycling":
            gross: float = measures.power_w * minutes * 0.06 / KJ_PER_KCAL / CYCLING_EFFICIENCY
            return Energy(max(0.0, gross - _resting(body, minutes)), intensity, minutes, "power", estimated)
    return Energy(net_kcal(intensity, body.rmr_kcal, minutes), intensity, minutes, "mets", estimated)


def net_kcal(mets: float, rmr_kcal: float, minutes: float) -> float:
    """Return (MET - 1) x RMR / 24 x hours, never below 0."""
    return max(0.0, mets - 1.0) * rmr_kcal / HOURS_PER_DAY * minutes / MINUTES_PER_HOUR


def mets_of(activity: ParsedActivity, met_of: Mapping[str, float], minutes: float) -> float:
    """Return the METs of an activity: by speed, power and climb where known, else by its row and effort."""
    usual = met_of.get(activity.met_key or "", LIFTING_METS[0])
    if activity.category == "strength" and activity.sets:
        return max(_lifting_mets(activity.sets, minutes), LIFTING_METS[0])
    speed = _speed(activity.measures, activity.modality)
    if speed is None and activity.measures.distance_m and not activity.measures.intervals:
        speed = USUAL_M_PER_S.get(activity.modality)  # the same that the time is estimated with
    if activity.measures.intervals and activity.category == "cardio_interval":
        return _interval_mets(activity, met_of, usual)
    if speed is not None:
        usual = _mets_at(speed, activity, met_of, usual)
    return usual + _climb_mets(activity, speed, minutes)


def _mets_at(speed: float, activity: ParsedActivity, met_of: Mapping[str, float], usual: float) -> float:
    rows = _rows(activity)
    if rows is None:
        return usual
    if rows is ROWING_WATTS:
        return _interpolated(activity.measures.power_w or ROWING_WATT_CONSTANT * speed**3, rows, met_of)
    return _interpolated(speed * KM_H_PER_M_S, rows, met_of)


def _interval_mets(activity: ParsedActivity, met_of: Mapping[str, float], usual: float) -> float:
    """Return the mean METs of work at its speed (or the row's) and of rest at a walk."""
    spent = [_work_and_rest_sec(repeat, activity) for repeat in activity.measures.intervals]
    cost = 0.0
    for repeat, (work, rest) in zip(activity.measures.intervals, spent, strict=True):
        speed = (
            repeat.work_m / repeat.work_sec if repeat.work_m and repeat.work_sec else activity.measures.speed_m_per_s
        )
        cost += work * (_mets_at(speed, activity, met_of, usual) if speed else usual) + rest * REST_METS
    seconds = sum(work + rest for work, rest in spent)
    return cost / seconds if seconds else usual


def _work_and_rest_sec(repeat: Intervals, activity: ParsedActivity) -> tuple[float, float]:
    """Return the seconds of work and of rest in all repeats; equal ones where nobody says."""
    pace = activity.measures.speed_m_per_s or INTERVAL_M_PER_S.get(activity.modality, INTERVAL_M_PER_S["running"])
    work = repeat.work_sec or (repeat.work_m or 0.0) / pace
    rest = work if repeat.rest_sec is None else repeat.rest_sec
    return repeat.repeats * work, (repeat.repeats - 1) * rest


def keytel_kcal_per_minute(heart_rate: float, weight_kg: float, age: float, sex: str) -> float:
    """Return the gross kcal a minute at a heart rate (Keytel 2005 J Sports Sci 23:289, without VO2max)."""
    if sex == "male":
        kj = -55.0969 + 0.6309 * heart_rate + 0.1988 * weight_kg + 0.2017 * age
    else:
        kj = -20.4022 + 0.4472 * heart_rate - 0.1263 * weight_kg + 0.074 * age
    return max(0.0, kj / KJ_PER_KCAL)


def activity_minutes(activity: ParsedActivity) -> tuple[float, bool]:
    """Return how many minutes an activity took, and whether that is an estimate."""
    if activity.measures.duration_sec:
        return activity.measures.duration_sec / 60.0, False
    return max(1.0, float(round(_usual_minutes(activity)))), True


def _usual_minutes(activity: ParsedActivity) -> float:
    measures = activity.measures
    if measures.intervals:
        return _interval_minutes(activity)
    if measures.distance_m:
        speed = measures.speed_m_per_s or USUAL_M_PER_S.get(activity.modality, USUAL_M_PER_S["walking"])
        return measures.distance_m / speed / 60.0
    if measures.steps:
        return measures.steps / STEPS_PER_MINUTE
    if activity.sets:
        return _lifting_minutes(activity.sets)
    return USUAL_MINUTES.get(activity.category, OTHER_MINUTES)


def _by_heart_rate(activity: ParsedActivity, body: Body, minutes: float) -> float | None:
    heart_rate = activity.measures.average_hr
    if heart_rate is None or body.age is None or body.sex is None or body.takes_beta_blocker:
        return None
    if not activity.category.startswith("cardio"):
        return None
    low, high = KEYTEL_HR_SHARE
    share = heart_rate / (TANAKA_MAX - TANAKA_PER_YEAR * body.age)
    if not low <= share <= high:
        return None
    gross = keytel_kcal_per_minute(heart_rate, body.weight_kg, body.age, body.sex) * minutes
    return max(0.0, gross - _resting(body, minutes))


def _resting(body: Body, minutes: float) -> float:
    return body.rmr_kcal / HOURS_PER_DAY * minutes / MINUTES_PER_HOUR


def _speed(measures: Measures, modality: str) -> float | None:
    if measures.speed_m_per_s:
        return measures.speed_m_per_s
    if measures.distance_m and measures.duration_sec:
        return measures.distance_m / measures.duration_sec
    if measures.power_w and modality == "rowing":
        return float((measures.power_w / ROWING_WATT_CONSTANT) ** (1.0 / 3.0))
    return None


def _rows(activity: ParsedActivity) -> Sequence[tuple[float, str]] | None:
    key = activity.met_key or ""
    if activity.modality == "running" and key != "walk_run":
        return RUNNING_ROWS
    if key.startswith("walking"):
        return WALKING_ROWS
    if key in ("cycling_leisure", "cycling_general", "cycling_vigorous", "cycling_commute", "cycling_moderate"):
        return CYCLING_ROWS
    if key in ("swimming_moderate", "swimming_crawl_medium", "swimming_laps_hard", "swimming_open_water"):
        return SWIMMING_ROWS
    return ROWING_WATTS if key.startswith("rowing_machine") else None


def _interpolated(value: float, rows: Sequence[tuple[float, str]], met_of: Mapping[str, float]) -> float:
    points = [(position, met_of[key]) for position, key in rows if key in met_of]
    if value <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        if value <= x1:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return points[-1][1]


def _climb_mets(activity: ParsedActivity, speed: float | None, minutes: float) -> float:
    measures = activity.measures
    per_metre = CLIMB_METS_RUNNING if activity.modality == "running" else CLIMB_METS_WALKING
    if activity.modality not in ("running", "walking", "hiking") or not minutes:
        return 0.0
    if measures.grade_percent:
        metres_per_minute = (speed or USUAL_M_PER_S[activity.modality]) * 60.0
        return per_metre * metres_per_minute * measures.grade_percent / 100.0
    return per_metre * measures.elevation_m / minutes if measures.elevation_m else 0.0


def _interval_minutes(activity: ParsedActivity) -> float:
    spent = [sum(_work_and_rest_sec(repeat, activity)) for repeat in activity.measures.intervals]
    return (sum(spent) + (activity.measures.aside_sec or 0.0)) / 60.0


def _lifting_minutes(sets: Sequence[ParsedSet]) -> float:
    """Return warm-up, changes of exercise, work and rests; drop sets and supersets rest only once."""
    seconds = WARM_UP_SEC + CHANGE_SEC * len({one.exercise_name for one in sets})
    for one in sets:
        work = one.seconds or (one.metres or (one.reps or 0) * REP_SEC)
        rest = one.rest_sec if one.rest_sec is not None else REST_SEC if one.weight_kg else SHORT_REST_SEC
        if one.set_type == "drop":
            rest = 0.0
        seconds += work * (2 if one.each_side else 1) + (rest / 2 if one.superset else rest)
    return seconds / 60.0


def _lifting_mets(sets: Sequence[ParsedSet], minutes: float) -> float:
    working = sum(one.set_type != "warmup" for one in sets)
    (low, high), (least, most) = LIFTING_METS, LIFTING_SETS_PER_MINUTE
    share = min(1.0, max(0.0, (working / max(minutes, 1.0) - least) / (most - least)))
    return low + share * (high - low)
