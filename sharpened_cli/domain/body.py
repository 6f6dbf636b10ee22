"""The figures of a body that every energy and macro rule needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.body_energy import body_fat_percent, body_mass_index

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.domain.profile import Profile

MEASURED_METHODS = frozenset({"dxa", "caliper"})  # a scale's or a guessed figure never drives the BMR
NORMAL_BMI = 25.0
OBESE_BMI = 30.0
HIGH_BODY_FAT_PERCENT = {"male": 25.0, "female": 35.0}
EXCESS_WEIGHT_SHARE = 0.25  # share of the weight above BMI 25 that needs protein (product choice)

_NEEDED = (("sex", "--sex"), ("height_cm", "--height"), ("weight_kg", "--weight"), ("birth_date", "--age"))


class Body(NamedTuple):
    """Sex, age in years, height in cm, weight in kg, body fat in percent, and whether that was measured."""

    sex: str
    age: int
    height_cm: float
    weight_kg: float
    body_fat_percent: float
    is_fat_measured: bool = False

    @property
    def bmi(self) -> float:
        """Return the body mass index in kg/m2."""
        return body_mass_index(self.weight_kg, self.height_cm)

    @property
    def fat_free_kg(self) -> float:
        """Return the fat-free mass in kg."""
        return self.weight_kg * (1.0 - self.body_fat_percent / 100.0)

    @property
    def has_high_body_fat(self) -> bool:
        """Return whether body fat is above 25 % (men) or 35 % (women)."""
        return self.body_fat_percent > HIGH_BODY_FAT_PERCENT[self.sex]

    @property
    def reference_weight_kg(self) -> float:
        """Return the weight that protein and fat are scaled by, in kg.

        With high body fat or a BMI above 30: the weight at BMI 25 and a quarter of what is above it.
        """
        normal_kg = NORMAL_BMI * (self.height_cm / 100.0) ** 2
        if not (self.has_high_body_fat or self.bmi > OBESE_BMI) or self.weight_kg <= normal_kg:
            return self.weight_kg
        return normal_kg + EXCESS_WEIGHT_SHARE * (self.weight_kg - normal_kg)


def missing_figures(profile: Profile) -> tuple[str, ...]:
    """Return the options that would give what the profile lacks of a body; none is ever invented."""
    return tuple(option for name, option in _NEEDED if getattr(profile, name) is None)


def body_of(profile: Profile, today: date) -> Body | None:
    """Return the body of a profile on a day, or None when a figure is missing."""
    age = profile.age_on(today)
    if age is None or profile.sex is None or profile.height_cm is None or profile.weight_kg is None:
        return None
    is_measured = profile.body_fat_percentage is not None and profile.body_fat_method in MEASURED_METHODS
    fat = body_fat_percent(
        profile.sex,
        age,
        body_mass_index(profile.weight_kg, profile.height_cm),
        own=profile.body_fat_percentage,
        **({"own_share": 1.0} if is_measured else {}),
    )
    return Body(profile.sex, age, profile.height_cm, profile.weight_kg, fat, is_measured)
