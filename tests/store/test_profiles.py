"""A profile comes back as it was saved; a scoped connection keeps to its own person."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from support import ANA, BEN

from sharpened_cli.domain.nutrients import Targets
from sharpened_cli.domain.profile import Profile
from sharpened_cli.store import profiles
from sharpened_cli.store.profiles import Standing

if TYPE_CHECKING:
    from sharpened_cli.store import Store

NOW = "2026-11-24T06:30:00Z"
STANDING = Standing(Targets(2000.0, 150.0, 205.0, 64.0, 28.0), -0.5, 2450.0, {"reasons": []}, {"level": "cleared"})
FULL = Profile(
    user_id=ANA, full_name="Ana", birth_date=date(1990, 5, 1), birth_date_estimated=True, sex="female", height_cm=168.0,
    weight_kg=74.2, body_fat_percentage=28.0, body_fat_method="bia", primary_goal="lose_fat", target_weight_kg=68.0,
    experience_level="novice", activity_level="lightly_active", workout_frequency=3, session_minutes=45,
    dietary_preference="vegan", food_allergies=("sesame",), foods_to_avoid=(), meals_per_day=4, equipment=("band",),
    injuries=None, conditions=("asthma",), medications=(), screening={"chest_pain": False},
    cleared_exercises=("leg-press",), unit_system="imperial", timezone="Europe/Lisbon",
)  # fmt: skip


@pytest.mark.parametrize("profile", [FULL, Profile(user_id=ANA)], ids=["full", "bare"])
def test_a_profile_comes_back_as_it_was_saved(store: Store, profile: Profile) -> None:
    assert profiles.load(store, ANA) is None
    with store.transaction():
        profiles.save(store, profile, STANDING, now=NOW, reason="onboarding")
    assert profiles.load(store, ANA) == profile
    assert profiles.standing(store, ANA) == STANDING
    assert profiles.standing(store, BEN) is None


def test_a_second_save_changes_the_row_and_keeps_when_it_was_made(store: Store) -> None:
    with store.transaction():
        profiles.save(store, FULL, STANDING, now=NOW, reason="onboarding")
        profiles.save(
            store, replace(FULL, weight_kg=73.0), STANDING, now="2026-12-01T00:00:00Z", reason="profile changed"
        )
    rows = store.all("SELECT current_weight_kg, created_at, updated_at, macros_calculation_reason FROM profiles")
    assert [tuple(row) for row in rows] == [(73.0, NOW, "2026-12-01T00:00:00Z", "profile changed")]


def test_a_connection_for_ana_neither_sees_nor_writes_ben(scoped: Store, store: Store) -> None:
    with store.transaction():
        profiles.save(store, replace(FULL, user_id=BEN), STANDING, now=NOW, reason="onboarding")
    assert profiles.load(scoped, BEN) is None
    with pytest.raises(sqlite3.DatabaseError), scoped.transaction():
        profiles.save(scoped, replace(FULL, user_id=BEN, weight_kg=50.0), STANDING, now=NOW, reason="mischief")
    kept = profiles.load(store, BEN)
    assert kept is not None
    assert kept.weight_kg == 74.2
