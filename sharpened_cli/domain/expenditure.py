"""What a person really burns, learnt from food logs and the scale, in the person's own logged units.

A Kalman filter with three states (trend weight, expenditure offset, water that follows intake) is fed
one day at a time. *Operational expenditure* is the intake **as this person logs it** that would hold
the weight, so that a steady habit of under-reporting does no harm. The model of weight change follows
Hall 2011 Lancet 378:826 and Chow & Hall 2008 PLoS Comput Biol 4:e1000045, linearised.
"""

from __future__ import annotations

from math import sqrt
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.body_energy import (
    LOGGED_UNITS_FACTOR,
    energy_density_kcal_per_kg,
    tissue_kg_per_kcal,
)
from sharpened_cli.domain.trend import WEIGH_IN_SD_FRACTION, damped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

FAT_KCAL_PER_KG_DAY = 3.2  # expenditure of tissue: Hall 2011
LEAN_KCAL_PER_KG_DAY = 22.0
THERMIC_SHARE = 0.10  # thermic effect of mixed food: Westerterp 2004 Nutr Metab 1:5
ADAPTIVE_SHARE = 0.14  # adaptive thermogenesis per kcal of changed intake: Hall 2011
ADAPTIVE_DAYS = 14.0
WATER_DAYS = 1.5  # how fast glycogen and sodium water follow intake (tuned, product choice)
REFERENCE_SHARE = 0.92  # a new person's expenditure as logged, against the predicted one (Poslusna 2009)

OFFSET_DRIFT_KCAL = 12.0  # random walk of expenditure, kcal per square root of a day (tuned)
PRIOR_SD_FRACTION = 0.11  # predicted against measured expenditure, SD (science of Mifflin 1990; tuned)
RESTART_SD_FRACTION = 0.08  # the same after a long gap, when expenditure was known before
WATER_KG, WATER_SD_KG, WATER_AT_KG = 3.0, 1.5, 80.0  # water per 100 % change of intake, at 80 kg

LOGGED_SD_FRACTION = 0.07  # a complete log against what was eaten, beyond the steady bias
IMPUTED_SD_FRACTION = 0.22  # a day filled in from habit
LONG_GAP_SD_FRACTION = 0.12  # steady deviation of an unlogged stretch, from its fourth day
SHORT_GAP_DAYS = 3
COMPLETE_FRACTION = 0.6  # less than this of the usual is a log that was not finished
MEMORY_DAYS = 28
SHRINK_DAYS = 2.0  # weekday and weekend means are drawn towards the common mean by so many days
SILENT_DAYS = 28  # after more days without log and scale the filter starts anew
DOUBTFUL_SDS = 4.0  # a weigh-in further off is taken for a slip of the scale or of typing ...
BELIEVED_REPEATS = 2  # ... until so many others before it said the same (product choice)


class Constants(NamedTuple):
    """A person's constants, fixed when a plan starts: kg, kcal a day, kcal per kg (logged units)."""

    weight_kg: float
    tdee_kcal: float
    rmr_kcal: float
    density_kcal_per_kg: float
    slope_kcal_per_kg: float
    reference_kcal: float


class Filter(NamedTuple):
    """The filter's state: means, covariance (upper triangle) and the two known inputs."""

    weight_kg: float
    offset_kcal: float
    water_kg: float
    var_weight: float
    cov_weight_offset: float
    cov_weight_water: float
    var_offset: float
    cov_offset_water: float
    var_water: float
    adaptation_kcal: float = 0.0
    relative_intake: float = 0.0


class Day(NamedTuple):
    """One local date: target in force, kcal logged, and the weight before the first meal, if any."""

    date: date
    target_kcal: float
    intake_kcal: float | None = None
    weight_kg: float | None = None


class Tracker(NamedTuple):
    """Everything the estimator remembers between two days.

    ``recent`` holds the last 28 logs (kcal, is weekend); ``doubted`` counts doubtful weigh-ins in a row,
    negative when they lie below; ``weighed_through`` is the last date whose weigh-in has been asked for,
    so that none is used twice and none is lost.
    """

    constants: Constants
    filter: Filter
    recent: tuple[tuple[float, bool], ...]
    missing_days: int
    silent_days: int
    doubted: int
    weighed_through: date


def constants(*, weight_kg: float, body_fat_percentage: float, rmr_kcal: float, tdee_kcal: float) -> Constants:
    """Return the constants of a person: energy density and the slope of expenditure over weight."""
    fat_kg, lean_kg = tissue_kg_per_kcal(weight_kg * body_fat_percentage / 100.0)
    tissue = (FAT_KCAL_PER_KG_DAY * fat_kg + LEAN_KCAL_PER_KG_DAY * lean_kg) / (fat_kg + lean_kg)
    movement = max((1.0 - THERMIC_SHARE) * tdee_kcal - rmr_kcal, 0.0) / weight_kg
    return Constants(
        weight_kg,
        tdee_kcal,
        rmr_kcal,
        energy_density_kcal_per_kg(weight_kg, body_fat_percentage, logged_units=True),
        LOGGED_UNITS_FACTOR * (movement + tissue),
        REFERENCE_SHARE * tdee_kcal,
    )


def start(person: Constants, day: date) -> Tracker:
    """Return the estimator's first state on the day of the first weigh-in (``person.weight_kg``)."""
    return Tracker(person, _prior(person, person.reference_kcal, PRIOR_SD_FRACTION), (), 0, 0, 0, day)


def expenditure_kcal(person: Constants, state: Filter, intake_kcal: float) -> float:
    """Return the expenditure in kcal a day, as logged, at this state and intake."""
    return (
        state.offset_kcal
        + person.slope_kcal_per_kg * (state.weight_kg - person.weight_kg)
        + THERMIC_SHARE * (intake_kcal - person.reference_kcal)
        + state.adaptation_kcal
    )


def predict(person: Constants, state: Filter, intake_kcal: float, intake_var: float) -> Filter:
    """Return the state after one day of eating ``intake_kcal`` (variance in kcal squared)."""
    density = person.density_kcal_per_kg
    keep, pull = 1.0 - person.slope_kcal_per_kg / density, -1.0 / density
    weight, offset, water, ww, wo, wb, oo, ob, bb, adaptation, relative = state
    balance = intake_kcal - expenditure_kcal(person, state, intake_kcal)
    changed = intake_kcal - person.reference_kcal
    return Filter(
        weight + balance / density,
        offset,
        water,
        keep * keep * ww + 2.0 * keep * pull * wo + pull * pull * oo + intake_var / (density * density),
        keep * wo + pull * oo,
        keep * wb + pull * ob,
        oo + OFFSET_DRIFT_KCAL * OFFSET_DRIFT_KCAL,
        ob,
        bb,
        adaptation + (ADAPTIVE_SHARE * changed - adaptation) / ADAPTIVE_DAYS,
        relative + (changed / person.reference_kcal - relative) / WATER_DAYS,
    )


def measure(person: Constants, state: Filter, weight_kg: float) -> Filter:
    """Return the state after a weigh-in of ``weight_kg``; a deviation beyond three SDs pulls less."""
    weight, offset, water, ww, wo, wb, oo, ob, bb, adaptation, z = state
    pw, po, pb = ww + z * wb, wo + z * ob, wb + z * bb  # P H' with H = (1, 0, z)
    deviation = weight_kg - (weight + water * z)
    variance = damped(deviation, pw + z * pb + (WEIGH_IN_SD_FRACTION * person.weight_kg) ** 2)
    pull = deviation / variance
    return Filter(
        weight + pw * pull,
        offset + po * pull,
        water + pb * pull,
        ww - pw * pw / variance,
        wo - pw * po / variance,
        wb - pw * pb / variance,
        oo - po * po / variance,
        ob - po * pb / variance,
        bb - pb * pb / variance,
        adaptation,
        z,
    )


def follow(tracker: Tracker, days: Sequence[Day], until: date, habit: float = 0.0) -> Tracker:
    """Return the tracker after all ``days`` (ascending): weigh-ins up to ``until``, logs before it.

    ``habit`` is the person's usual deviation from the target, as a fraction; days without log are
    filled in from the person's own days, or from target and habit when the whole stretch is empty.
    """
    eaten = [day.intake_kcal for day in days if day.date < until and day.intake_kcal is not None]
    for day in days:
        tracker = _weighed(tracker, day)
        if day.date < until:
            assumed = day.target_kcal * (1.0 + habit) if not eaten or not tracker.recent else None
            tracker = _eaten(tracker, day, assumed)
    return tracker


def is_complete(intake_kcal: float, target_kcal: float, recent: Sequence[tuple[float, bool]]) -> bool:
    """Return whether a day's log looks finished: at least 60 % of the target or of the usual log."""
    if intake_kcal >= COMPLETE_FRACTION * target_kcal:
        return True
    return bool(recent) and intake_kcal >= COMPLETE_FRACTION * median([kcal for kcal, _ in recent])


def rebased(tracker: Tracker, person: Constants) -> Tracker:
    """Return the tracker with new constants about its present weight; the expenditure stays the same."""
    old, state = tracker.constants, tracker.filter
    moved = old.slope_kcal_per_kg * (state.weight_kg - old.weight_kg)
    moved -= person.slope_kcal_per_kg * (state.weight_kg - person.weight_kg)
    moved += THERMIC_SHARE * (person.reference_kcal - old.reference_kcal)
    return tracker._replace(constants=person, filter=state._replace(offset_kcal=state.offset_kcal + moved))


def offset_sd_kcal(state: Filter) -> float:
    """Return the SD of the expenditure estimate in kcal a day."""
    return sqrt(max(state.var_offset, 0.0))


def _prior(person: Constants, offset_kcal: float, sd_fraction: float) -> Filter:
    share = person.weight_kg / WATER_AT_KG
    return Filter(
        person.weight_kg,
        offset_kcal,
        WATER_KG * share,
        (WEIGH_IN_SD_FRACTION * person.weight_kg) ** 2,
        0.0,
        0.0,
        (sd_fraction * person.tdee_kcal) ** 2,
        0.0,
        (WATER_SD_KG * share) ** 2,
    )


def _weighed(tracker: Tracker, day: Day) -> Tracker:
    """Return the tracker after the morning of a day: its weigh-in used, doubted, or absent."""
    weight_kg = day.weight_kg
    if day.date <= tracker.weighed_through:
        return tracker
    person, state, recent, missing, silent, doubted, _ = tracker
    if weight_kg is None:
        return Tracker(person, state, recent, missing, silent, doubted, day.date)
    if silent > SILENT_DAYS:
        person, state = _restarted(person, state, weight_kg)
        return Tracker(person, state, recent, missing, 0, 0, day.date)
    jump = weight_kg - (state.weight_kg + state.water_kg * state.relative_intake)
    variance = state.var_weight + (WEIGH_IN_SD_FRACTION * person.weight_kg) ** 2
    if jump * jump > DOUBTFUL_SDS * DOUBTFUL_SDS * variance:
        side = 1 if jump > 0.0 else -1
        doubted = doubted + side if doubted * side > 0 else side
        if abs(doubted) <= BELIEVED_REPEATS:
            return Tracker(person, state, recent, missing, silent, doubted, day.date)
        state = _moved(person, state, jump)
    else:
        state = measure(person, state, weight_kg)
    return Tracker(person, state, recent, missing, 0, 0, day.date)


def _moved(person: Constants, state: Filter, jump_kg: float) -> Filter:
    """Return the state with its weight moved by a jump that is no tissue: expenditure stays as it was."""
    return state._replace(
        weight_kg=state.weight_kg + jump_kg,
        offset_kcal=state.offset_kcal - person.slope_kcal_per_kg * jump_kg,
        var_weight=(WEIGH_IN_SD_FRACTION * person.weight_kg) ** 2,
        cov_weight_offset=0.0,
        cov_weight_water=0.0,
    )


def _restarted(person: Constants, state: Filter, weight_kg: float) -> tuple[Constants, Filter]:
    """Return constants and state started anew at a weight, with what is known of expenditure kept as mean."""
    offset = state.offset_kcal + person.slope_kcal_per_kg * (weight_kg - person.weight_kg)
    person = person._replace(weight_kg=weight_kg)
    fresh = _prior(person, offset, RESTART_SD_FRACTION)._replace(
        water_kg=state.water_kg, adaptation_kcal=state.adaptation_kcal, relative_intake=state.relative_intake
    )
    return person, fresh


def _eaten(tracker: Tracker, day: Day, assumed_kcal: float | None) -> Tracker:
    """Return the tracker after a day's meals: logged ones, or filled-in ones with their wider spread."""
    person, state, known, missing, silent, doubted, through = tracker
    is_weekend = day.date.weekday() >= 5
    logged, recent = day.intake_kcal, known
    if logged is not None:
        silent = 0
        recent = (*known[1 - MEMORY_DAYS :], (logged, is_weekend))
        if is_complete(logged, day.target_kcal, known):
            state = predict(person, state, logged, (LOGGED_SD_FRACTION * logged) ** 2)
            return Tracker(person, state, recent, 0, 0, doubted, through)
    else:
        silent += 1
    missing += 1
    intake = assumed_kcal or usual_kcal(known, is_weekend=is_weekend) or day.target_kcal
    variance = (IMPUTED_SD_FRACTION * intake) ** 2
    if missing > SHORT_GAP_DAYS:
        variance += (2 * missing - 1) * (LONG_GAP_SD_FRACTION * intake) ** 2
    state = predict(person, state, intake, variance)
    return Tracker(person, state, recent, missing, silent, doubted, through)


def usual_kcal(recent: Sequence[tuple[float, bool]], *, is_weekend: bool) -> float | None:
    """Return what the person usually logs on such a day, or None before the first log.

    Logs below 60 % of the usual are left out; the mean of like days is drawn towards the common mean.
    """
    if not recent:
        return None
    floor = COMPLETE_FRACTION * median([kcal for kcal, _ in recent])
    whole = [(kcal, weekend) for kcal, weekend in recent if kcal >= floor]
    mean = sum(kcal for kcal, _ in whole) / len(whole)
    like = [kcal for kcal, weekend in whole if weekend is is_weekend]
    return (sum(like) + SHRINK_DAYS * mean) / (len(like) + SHRINK_DAYS)
