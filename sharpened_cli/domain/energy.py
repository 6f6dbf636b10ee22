"""What a body spends in a day: resting energy, activity, training, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.reason import Reason

if TYPE_CHECKING:
    from sharpened_cli.domain.body import Body

# Physical activity level apart from training; product choice within FAO/WHO/UNU 2004 and NASEM 2023.
PAL_OF_ACTIVITY = {
    "sedentary": 1.40,
    "lightly_active": 1.50,
    "moderately_active": 1.65,
    "very_active": 1.75,
    "extremely_active": 1.85,
}
DEFAULT_ACTIVITY = "sedentary"
TRAINING_SHARE = 0.72  # 28 % of exercise energy is compensated: Careau 2021 Curr Biol 31:4659
PRIOR_SD_FRACTION = 0.10  # SD of a predicted TDEE (product choice on Frankenfield 2005)
TRAINING_MET = 3.5  # resistance training over the whole clock time: 2024 Compendium (Herrmann 2024)
DAYS_PER_WEEK = 7.0
MINUTES_PER_DAY = 1440.0

MIFFLIN_SOURCE = "Mifflin 1990 Am J Clin Nutr 51:241"
CUNNINGHAM_1980_SOURCE = "Cunningham 1980 Am J Clin Nutr 33:2372"
CUNNINGHAM_1991_SOURCE = "Cunningham 1991 Am J Clin Nutr 54:963"
LEAN_PERCENT = {"male": 15.0, "female": 24.0}  # below it a heavy body is an athletic one (product choice)
ATHLETIC_BMI = 25.0


class Energy(NamedTuple):
    """A day's expenditure in kcal, with its parts, its SD as a fraction, and the reasons."""

    bmr_kcal: float
    pal: float
    training_kcal: float
    tdee_kcal: float
    sd_fraction: float
    reasons: tuple[Reason, ...]

    @property
    def low_kcal(self) -> float:
        """Return the expenditure one SD below the estimate."""
        return self.tdee_kcal * (1.0 - self.sd_fraction)

    @property
    def high_kcal(self) -> float:
        """Return the expenditure one SD above the estimate."""
        return self.tdee_kcal * (1.0 + self.sd_fraction)


def resting_kcal(body: Body, experience: str | None = None) -> tuple[float, Reason]:
    """Return the resting energy in kcal a day and why.

    Mifflin-St Jeor, unless body fat was measured by DXA or caliper: then Cunningham 1980 for lean,
    heavy, advanced lifters and Cunningham 1991 for everybody else.
    """
    if not body.is_fat_measured:
        sex_term = 5.0 if body.sex == "male" else -161.0
        kcal = 9.99 * body.weight_kg + 6.25 * body.height_cm - 4.92 * body.age + sex_term
        because = f"from {body.weight_kg:g} kg, {body.height_cm:g} cm, {body.age} years and sex"
        return kcal, Reason("resting_energy", None, round(kcal), because, MIFFLIN_SOURCE)
    is_athlete = (
        experience == "advanced" and body.bmi >= ATHLETIC_BMI and body.body_fat_percent < LEAN_PERCENT[body.sex]
    )
    kcal = 500.0 + 22.0 * body.fat_free_kg if is_athlete else 370.0 + 21.6 * body.fat_free_kg
    because = f"from {body.fat_free_kg:.1f} kg of fat-free mass, body fat being measured"
    source = CUNNINGHAM_1980_SOURCE if is_athlete else CUNNINGHAM_1991_SOURCE
    return kcal, Reason("resting_energy", None, round(kcal), because, source)


def net_training_kcal(minutes: float, bmr_kcal: float, met: float = TRAINING_MET) -> float:
    """Return the energy of training beyond resting, in kcal: (MET - 1) x resting x time (Byrne 2005)."""
    return max(0.0, met - 1.0) * bmr_kcal * minutes / MINUTES_PER_DAY


def estimate_energy(
    body: Body,
    *,
    activity_level: str | None,
    weekly_training_kcal: float,
    experience: str | None = None,
    sd_fraction: float = PRIOR_SD_FRACTION,
) -> Energy:
    """Return the daily expenditure: BMR x PAL + 0.72 x net weekly training energy / 7.

    ``weekly_training_kcal`` is net of resting. The result is a prior that logs and weigh-ins replace.
    """
    bmr, why = resting_kcal(body, experience)
    level = activity_level or DEFAULT_ACTIVITY
    pal = PAL_OF_ACTIVITY[level]
    training = TRAINING_SHARE * weekly_training_kcal / DAYS_PER_WEEK
    tdee = bmr * pal + training
    reasons = (
        why,
        Reason(
            "activity",
            round(bmr),
            round(bmr * pal),
            f"daily life apart from training is {level.replace('_', ' ')}: x {pal:.2f}",
            "FAO/WHO/UNU 2004 Human energy requirements",
        ),
        Reason(
            "training_energy",
            round(bmr * pal),
            round(tdee),
            f"{weekly_training_kcal:.0f} kcal of training a week, of which the body saves 28 % elsewhere",
            "Careau 2021 Curr Biol 31:4659",
        ),
    )
    return Energy(bmr, pal, training, tdee, sd_fraction, reasons)
