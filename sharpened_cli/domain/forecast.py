"""Weight to come under a constant plan, by a dynamic model of fat, lean tissue and expenditure.

Two compartments after Chow & Hall 2008 PLoS Comput Biol 4:e1000045 and Hall 2011 Lancet 378:826: an imbalance
is split between fat and lean tissue by Forbes' rule, expenditure falls with both, with the thermic effect
of food and with adaptive thermogenesis. It starts from what the estimator knows; energy is in the
person's logged units. No fixed number of kcal per kilogram.
"""

from __future__ import annotations

from datetime import timedelta
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.body_energy import (
    FAT_KCAL_PER_KG,
    FAT_SYNTHESIS_KCAL_PER_KG,
    LEAN_KCAL_PER_KG,
    LEAN_SYNTHESIS_KCAL_PER_KG,
    LOGGED_UNITS_FACTOR,
    lean_share_of_energy,
)
from sharpened_cli.domain.expenditure import (
    ADAPTIVE_DAYS,
    ADAPTIVE_SHARE,
    FAT_KCAL_PER_KG_DAY,
    LEAN_KCAL_PER_KG_DAY,
    OFFSET_DRIFT_KCAL,
    THERMIC_SHARE,
    offset_sd_kcal,
)

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.domain.expenditure import Tracker

HABIT_SD_FRACTION = 0.04  # how well a person keeps to their habit over weeks, of intake (product choice)
BAND_SDS = 1.96  # the band holds 95 %
MIN_FAT_KG = 2.0  # essential fat: the model is not followed below it (product choice)


class Body(NamedTuple):
    """A body on its way: kg of fat and lean tissue, adaptive thermogenesis in kcal a day."""

    fat_kg: float
    lean_kg: float
    adaptation_kcal: float

    @property
    def weight_kg(self) -> float:
        """Return the sum of both tissues."""
        return self.fat_kg + self.lean_kg


class Model(NamedTuple):
    """What stays constant on the way: expenditure at the start, movement per kg, the reference intake."""

    start: Body
    start_kcal: float
    movement_kcal_per_kg: float
    reference_kcal: float


class Point(NamedTuple):
    """One day of a forecast: trend weight with its 95 % band, and the expenditure."""

    date: date
    weight_kg: float
    low_kg: float
    high_kg: float
    expenditure_kcal: float


def model_of(tracker: Tracker, body_fat_percentage: float) -> Model:
    """Return the model that starts where the estimator stands, with the given body fat in percent."""
    person, state = tracker.constants, tracker.filter
    fat_kg = state.weight_kg * body_fat_percentage / 100.0
    movement = max((1.0 - THERMIC_SHARE) * person.tdee_kcal - person.rmr_kcal, 0.0) / person.weight_kg
    burnt = state.offset_kcal + person.slope_kcal_per_kg * (state.weight_kg - person.weight_kg)
    return Model(
        Body(fat_kg, state.weight_kg - fat_kg, state.adaptation_kcal),
        burnt,
        LOGGED_UNITS_FACTOR * movement,
        person.reference_kcal,
    )


def expenditure_kcal(model: Model, body: Body, intake_kcal: float) -> float:
    """Return the expenditure in kcal a day of a body on an intake."""
    fat_kg, lean_kg = body.fat_kg - model.start.fat_kg, body.lean_kg - model.start.lean_kg
    tissue = FAT_KCAL_PER_KG_DAY * fat_kg + LEAN_KCAL_PER_KG_DAY * lean_kg
    return (
        model.start_kcal
        + model.movement_kcal_per_kg * (fat_kg + lean_kg)
        + LOGGED_UNITS_FACTOR * tissue
        + THERMIC_SHARE * (intake_kcal - model.reference_kcal)
        + body.adaptation_kcal
    )


def next_day(model: Model, body: Body, intake_kcal: float) -> Body:
    """Return the body after a day of eating ``intake_kcal``."""
    lean = lean_share_of_energy(body.fat_kg)
    synthesis = (1.0 - lean) * FAT_SYNTHESIS_KCAL_PER_KG / FAT_KCAL_PER_KG
    synthesis += lean * LEAN_SYNTHESIS_KCAL_PER_KG / LEAN_KCAL_PER_KG
    stored = (intake_kcal - expenditure_kcal(model, body, intake_kcal)) / LOGGED_UNITS_FACTOR / (1.0 + synthesis)
    target = ADAPTIVE_SHARE * (intake_kcal - model.reference_kcal)
    return Body(
        max(body.fat_kg + (1.0 - lean) * stored / FAT_KCAL_PER_KG, min(body.fat_kg, MIN_FAT_KG)),
        body.lean_kg + lean * stored / LEAN_KCAL_PER_KG,
        body.adaptation_kcal + (target - body.adaptation_kcal) / ADAPTIVE_DAYS,
    )


def forecast(
    tracker: Tracker, *, body_fat_percentage: float, intake_kcal: float, first: date, days: int
) -> tuple[Point, ...]:
    """Return the weight of each day from ``first`` on, eating ``intake_kcal`` as logged.

    The band holds the uncertainty of today's weight and expenditure, of the person's habit, and of
    expenditure to come; it widens with time.
    """
    model = model_of(tracker, body_fat_percentage)
    offset_sd = offset_sd_kcal(tracker.filter)
    middle = _run(model, intake_kcal, days)
    shifted = _run(model._replace(start_kcal=model.start_kcal + offset_sd), intake_kcal, days)
    eaten = _run(model, intake_kcal * (1.0 + HABIT_SD_FRACTION), days)
    density = tracker.constants.density_kcal_per_kg
    points = []
    for day, (body, other, fuller) in enumerate(zip(middle, shifted, eaten, strict=True)):
        variance = max(tracker.filter.var_weight, 0.0) + (other.weight_kg - body.weight_kg) ** 2
        variance += (fuller.weight_kg - body.weight_kg) ** 2 + (OFFSET_DRIFT_KCAL / density) ** 2 * day**3 / 3.0
        reach = BAND_SDS * sqrt(variance)
        burnt = expenditure_kcal(model, body, intake_kcal)
        points.append(
            Point(first + timedelta(days=day), body.weight_kg, body.weight_kg - reach, body.weight_kg + reach, burnt)
        )
    return tuple(points)


def _run(model: Model, intake_kcal: float, days: int) -> list[Body]:
    bodies = [model.start]
    for _ in range(days):
        bodies.append(next_day(model, bodies[-1], intake_kcal))
    return bodies
