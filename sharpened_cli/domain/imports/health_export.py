"""Apple Health: the attributes of Record and Workout elements as measures, nutrients and sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.imports.records import (
    KG_PER_LB,
    METRES_PER_MILE,
    BodyMeasure,
    Intake,
    LeftOut,
    Workout,
    moment,
    number,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sharpened_cli.domain.imports.records import Record
    from sharpened_cli.domain.nutrients import Nutrients

KJ_PER_KCAL = 4.184
KG_PER_STONE = 6.35029318
WEIGHT_KG, FAT_PERCENT = (30.0, 300.0), (3.0, 60.0)
_MASS = {"kg": 1.0, "lb": KG_PER_LB, "g": 0.001, "st": KG_PER_STONE}
_LENGTH = {"km": 1000.0, "mi": METRES_PER_MILE, "m": 1.0, "yd": 0.9144}
_DURATION = {"min": 60.0, "s": 1.0, "hr": 3600.0}
_PREFIX = "HKQuantityTypeIdentifier"
WEIGHT, FAT = f"{_PREFIX}BodyMass", f"{_PREFIX}BodyFatPercentage"
EATEN = {
    f"{_PREFIX}DietaryEnergyConsumed": "kcal",
    f"{_PREFIX}DietaryProtein": "protein_g",
    f"{_PREFIX}DietaryCarbohydrates": "carbs_g",
    f"{_PREFIX}DietaryFatTotal": "fat_g",
    f"{_PREFIX}DietaryFiber": "fiber_g",
}
WANTED = frozenset({WEIGHT, FAT, *EATEN})
# Workout types -> (modality, name); others are kept under their own name.
_TYPES = {
    "Running": "running", "Walking": "walking", "Hiking": "hiking", "Cycling": "cycling", "Swimming": "swimming",
    "Rowing": "rowing", "TraditionalStrengthTraining": "strength", "FunctionalStrengthTraining": "strength",
    "CoreTraining": "strength", "HighIntensityIntervalTraining": "hiit", "Yoga": "yoga", "Pilates": "yoga",
    "Flexibility": "stretching", "Elliptical": "elliptical", "StairClimbing": "stairs",
}  # fmt: skip


class Eaten(NamedTuple):
    """What makes one entry of food: its instant as the file writes it, the program that wrote it, its name if any."""

    start: str
    source: str
    food: str


class Nutrient(NamedTuple):
    """One figure of an entry of food: every nutrient is an element of its own, far from the others."""

    eaten: Eaten
    name: str
    value: float


def record(row: int, attributes: Mapping[str, str]) -> Record | Nutrient:
    """Return the measure of a Record element, one nutrient of what was eaten, or a row left out."""
    kind = attributes.get("type", "")
    start, value = moment(attributes.get("startDate", "")), number(attributes.get("value"))
    if start is None or value is None:
        return LeftOut(row, "no date or no figure")
    if kind in EATEN:
        value /= KJ_PER_KCAL if attributes.get("unit") == "kJ" else 1.0
        eaten = Eaten(attributes["startDate"], attributes.get("sourceName", ""), attributes.get("food", ""))
        return Nutrient(eaten, EATEN[kind], value)
    key = f"apple-health:{kind.removeprefix(_PREFIX)}:{attributes.get('startDate', '')}:{attributes.get('value', '')}"
    if kind == WEIGHT:
        kg = value * _MASS.get(attributes.get("unit", "kg"), 1.0)
        if not WEIGHT_KG[0] <= kg <= WEIGHT_KG[1]:
            return LeftOut(row, f"a weight of {kg:.0f} kg")
        return BodyMeasure(key, start, weight_kg=kg)
    percent = value * 100.0 if value <= 1.0 else value
    if not FAT_PERCENT[0] <= percent <= FAT_PERCENT[1]:
        return LeftOut(row, f"a body fat of {percent:.0f} %")
    return BodyMeasure(key, start, body_fat_percentage=percent)


def workout(row: int, attributes: Mapping[str, str], statistics: Mapping[str, tuple[float, str]]) -> Record:
    """Return the session of a Workout element; ``statistics`` maps quantity types to (sum or average, unit)."""
    start, took = moment(attributes.get("startDate", "")), number(attributes.get("duration"))
    if start is None or took is None:
        return LeftOut(row, "a workout without date or duration")
    kind = attributes.get("workoutActivityType", "").removeprefix("HKWorkoutActivityType")
    distance = number(attributes.get("totalDistance"))
    metres = None if distance is None else distance * _LENGTH.get(attributes.get("totalDistanceUnit", "km"), 1000.0)
    energy = number(attributes.get("totalEnergyBurned"))
    unit = attributes.get("totalEnergyBurnedUnit", "kcal")
    for name, (value, its_unit) in statistics.items():
        if name.startswith(f"{_PREFIX}Distance"):
            metres = value * _LENGTH.get(its_unit, 1000.0)
        elif name == f"{_PREFIX}ActiveEnergyBurned":
            energy, unit = value, its_unit
    heart = statistics.get(f"{_PREFIX}HeartRate")
    return Workout(
        external_id=f"apple-health:{kind}:{attributes['startDate']}",
        name=_spaced(kind) or "Workout",
        start=start,
        seconds=took * _DURATION.get(attributes.get("durationUnit", "min"), 60.0),
        modality=_TYPES.get(kind, ""),
        distance_m=metres or None,
        average_hr=heart[0] if heart else None,
        kcal=None if energy is None else energy / (KJ_PER_KCAL if unit == "kJ" else 1.0),
    )


def intake(eaten: Eaten, nutrients: Nutrients) -> Intake:
    """Return an entry of food whose nutrients are all together."""
    start = moment(eaten.start)
    assert start is not None  # it was read when the first of its nutrients came
    name = eaten.food or eaten.source or "Meal"
    return Intake(f"apple-health:eaten:{eaten.start}:{eaten.source}:{eaten.food}", start, "", name, nutrients)


def _spaced(kind: str) -> str:
    """Return ``TraditionalStrengthTraining`` as ``Traditional strength training``."""
    words = "".join(f" {letter}" if letter.isupper() else letter for letter in kind).split()
    return " ".join(words).capitalize()
