from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpened_cli.domain.body_energy import (
    body_fat_percent,
    body_mass_index,
    energy_density_kcal_per_kg,
    tissue_kg_per_kcal,
)


@pytest.mark.parametrize(("fat_kg", "kcal_per_kg"), [(8, 5330), (15, 6520), (25, 7390), (40, 8060)])
def test_energy_density_matches_the_published_model(fat_kg: float, kcal_per_kg: float) -> None:
    assert energy_density_kcal_per_kg(100.0, float(fat_kg)) == pytest.approx(kcal_per_kg, abs=12)


def test_a_man_of_forty_with_bmi_25_has_about_22_percent_fat() -> None:
    assert body_fat_percent("male", 40, 25.0) == pytest.approx(21.75, abs=0.1)


def test_an_own_figure_counts_half_unless_it_was_measured() -> None:
    estimate = body_fat_percent("female", 30, 24.0)
    assert body_fat_percent("female", 30, 24.0, own=20.0) == pytest.approx((estimate + 20.0) / 2)
    assert body_fat_percent("female", 30, 24.0, own=20.0, own_share=1.0) == 20.0


def test_bmi_is_weight_over_height_squared() -> None:
    assert body_mass_index(81.0, 180.0) == pytest.approx(25.0)


@given(st.sampled_from(["male", "female"]), st.floats(16, 90), st.floats(13, 80))
def test_body_fat_stays_within_what_living_people_have(sex: str, age: float, bmi: float) -> None:
    assert 6.0 <= body_fat_percent(sex, age, bmi) <= 55.0


@given(st.floats(40, 200), st.floats(6, 54))
def test_fatter_bodies_need_more_energy_per_kg_and_logs_show_less(weight: float, fat: float) -> None:
    density = energy_density_kcal_per_kg(weight, fat)
    assert energy_density_kcal_per_kg(weight, fat + 1) > density
    assert energy_density_kcal_per_kg(weight, fat, logged_units=True) < density
    assert all(share > 0 for share in tissue_kg_per_kcal(weight * fat / 100))
