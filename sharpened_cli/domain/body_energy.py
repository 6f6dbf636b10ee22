"""What a kilogram of body weight is made of, and how much energy its change takes."""

from __future__ import annotations

from math import log

MIN_BODY_FAT_PERCENT = 6.0  # the regression is clamped to what living people have (product choice)
MAX_BODY_FAT_PERCENT = 55.0
OWN_FIGURE_SHARE = 0.5  # a figure from bio-impedance or the mirror is worth at most half (product choice)

FAT_KCAL_PER_KG = 9440.0  # 39.5 MJ/kg: Hall 2008 Int J Obes 32:573
LEAN_KCAL_PER_KG = 1807.0  # 7.6 MJ/kg: Hall 2008
FAT_SYNTHESIS_KCAL_PER_KG = 180.0  # cost of deposition: Hall 2011 Lancet 378:826
LEAN_SYNTHESIS_KCAL_PER_KG = 230.0
FORBES_KG = 1.991  # 10.4 x lean / fat energy density: Forbes 1987; Hall 2007 Br J Nutr 97:1059
LOGGED_UNITS_FACTOR = 0.93  # share of true energy that food logs show (product choice, Poslusna 2009)

_BODY_FAT_COEFFICIENTS = {"male": (37.31, 103.94), "female": (39.96, 102.01)}
_PER_YEAR = 0.14


def body_mass_index(weight_kg: float, height_cm: float) -> float:
    """Return the body mass index in kg/m2."""
    return weight_kg / (height_cm / 100.0) ** 2


def body_fat_percent(
    sex: str, age: float, bmi: float, own: float | None = None, own_share: float = OWN_FIGURE_SHARE
) -> float:
    """Return the body fat in percent of weight, estimated from sex, age and body mass index.

    ``own`` is the person's own figure in percent, blended in by ``own_share`` (1.0 for a measured one).
    The result lies within 6..55 %; the estimate's SD is 4-5 points (Jackson 2002 Int J Obes 26:789).
    """
    slope, offset = _BODY_FAT_COEFFICIENTS[sex]
    estimate = _PER_YEAR * age + slope * log(bmi) - offset
    if own is not None:
        estimate += own_share * (own - estimate)
    return min(MAX_BODY_FAT_PERCENT, max(MIN_BODY_FAT_PERCENT, estimate))


def lean_share_of_energy(fat_mass_kg: float) -> float:
    """Return the share of an energy imbalance that falls on lean tissue (Forbes 1987; Hall 2007)."""
    return FORBES_KG / (FORBES_KG + fat_mass_kg)


def tissue_kg_per_kcal(fat_mass_kg: float) -> tuple[float, float]:
    """Return the kilograms of fat and of lean tissue that one kcal of imbalance adds or takes."""
    lean = lean_share_of_energy(fat_mass_kg)
    return (1.0 - lean) / FAT_KCAL_PER_KG, lean / LEAN_KCAL_PER_KG


def energy_density_kcal_per_kg(weight_kg: float, body_fat_percentage: float, *, logged_units: bool = False) -> float:
    """Return the energy that one kilogram of weight change takes at this body composition, in kcal/kg.

    Synthesis costs included: about 5300 at 8 kg of fat, 7400 at 25 kg, 8100 at 40 kg (Hall 2008).
    With ``logged_units`` it is in kcal as food logs show them, the unit of the calorie controller.
    """
    fat_mass_kg = weight_kg * body_fat_percentage / 100.0
    lean = lean_share_of_energy(fat_mass_kg)
    fat_kg, lean_kg = tissue_kg_per_kcal(fat_mass_kg)
    synthesis = (1.0 - lean) * FAT_SYNTHESIS_KCAL_PER_KG / FAT_KCAL_PER_KG
    synthesis += lean * LEAN_SYNTHESIS_KCAL_PER_KG / LEAN_KCAL_PER_KG
    density = (1.0 + synthesis) / (fat_kg + lean_kg)
    return density * LOGGED_UNITS_FACTOR if logged_units else density
