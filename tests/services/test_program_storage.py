"""Programs are stored whole, supersede each other, never change, and are the same in any process."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaged import read_exercises, read_foods

from sharpened_cli.domain.facts import NO_FACTS
from sharpened_cli.domain.profile import Profile
from sharpened_cli.errors import RefusedError, StorageError
from sharpened_cli.services.bundle import ProgramBundle, schema_text
from sharpened_cli.services.generation import Material, Wishes, program_from
from sharpened_cli.services.storage import ProgramStorageService
from sharpened_cli.store import programs

if TYPE_CHECKING:
    from sharpened_cli.clock import FixedClock
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

START = date(2026, 11, 26)  # a Thursday
PERSON = Profile(
    user_id="u", sex="female", birth_date=date(1990, 5, 1), height_cm=168.0, weight_kg=74.0, primary_goal="lose_fat",
    activity_level="lightly_active", workout_frequency=3, session_minutes=60, experience_level="novice",
    equipment=("full_gym",), injuries=(), conditions=(), medications=(),
)  # fmt: skip


@pytest.fixture(scope="module")
def material() -> Material:
    return Material(PERSON, NO_FACTS, frozenset(), read_exercises(), read_foods())


@pytest.fixture(scope="module")
def bundle(material: Material) -> ProgramBundle:
    return program_from(material, Wishes(START, 2), source="onboarding")


def _keep(store: Store, clock: FixedClock, user: User, bundle: ProgramBundle) -> str:
    return ProgramStorageService(store, clock, user).store_program_bundle(bundle).program_id


def test_every_row_of_the_bundle_is_stored_and_every_calendar_event_resolves(
    store: Store, clock: FixedClock, ana: User, bundle: ProgramBundle
) -> None:
    stored = ProgramStorageService(store, clock, ana).store_program_bundle(bundle)
    assert programs.counts(store, stored.program_id) == stored.rows
    assert stored.rows["program_days"] == 14
    assert stored.rows["calendar_events"] == stored.rows["session_instances"] + stored.rows["meal_instances"]
    assert programs.unresolved_events(store, stored.program_id) == 0
    assert store.all("PRAGMA foreign_key_check") == []
    read = programs.read(store, stored.program_id)
    assert read is not None
    assert read.bundle == json.loads(bundle.as_text())
    assert read.listed.next_reassessment_date == (START + timedelta(days=14)).isoformat()


def test_day_numbers_follow_the_clock_of_each_day(
    store: Store, clock: FixedClock, ana: User, bundle: ProgramBundle
) -> None:
    program_id = _keep(store, clock, ana, bundle)
    rows = programs.calendar_rows(store, program_id)
    by_day: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        by_day.setdefault(row["date"], []).append((row["day_number"], row["start_time_utc"]))
    assert set(by_day) == {(START + timedelta(days=shift)).isoformat() for shift in range(14)}
    for day in by_day.values():
        assert [number for number, _ in day] == list(range(1, len(day) + 1))
        assert [start for _, start in day] == sorted(start for _, start in day)


def test_a_new_program_ends_the_old_one_and_keeps_its_past(
    store: Store, clock: FixedClock, ana: User, bundle: ProgramBundle
) -> None:
    first = _keep(store, clock, ana, bundle)
    later = bundle.model_copy(update={"program_start_date": START + timedelta(days=5)})
    stored = ProgramStorageService(store, clock, ana).store_program_bundle(later)
    assert (stored.version, stored.supersedes_id) == (2, first)
    old = programs.read(store, first)
    assert old is not None
    assert (old.listed.status, old.listed.valid_until) == ("superseded", (START + timedelta(days=5)).isoformat())
    assert programs.counts(store, first)["meal_instances"] == 42
    assert programs.active_id(store, ana.id) == stored.program_id


def test_a_program_is_refused_any_change_by_the_database(
    store: Store, clock: FixedClock, ana: User, bundle: ProgramBundle
) -> None:
    program_id = _keep(store, clock, ana, bundle)
    for statement in (
        "UPDATE main.programs SET macros = '{}' WHERE id = :id",
        "UPDATE main.meal_instances SET kcal = 1 WHERE program_id = :id",
        "DELETE FROM main.session_instances WHERE program_id = :id",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            store.execute(statement, {"id": program_id})


def test_a_bundle_that_cannot_be_stored_whole_leaves_nothing(
    store: Store, clock: FixedClock, ana: User, bundle: ProgramBundle
) -> None:
    doubled = bundle.model_copy(update={"days": (*bundle.days, bundle.days[0])})
    with pytest.raises((StorageError, sqlite3.Error)):
        _keep(store, clock, ana, doubled)
    assert programs.listing(store, ana.id) == []
    assert store.all("SELECT id FROM meal_instances") == []


def test_storing_works_for_a_connection_that_sees_one_person_only(
    scoped: Store, clock: FixedClock, ana: User, bundle: ProgramBundle
) -> None:
    assert programs.counts(scoped, _keep(scoped, clock, ana, bundle))["program_days"] == 14


def test_a_bundle_reads_back_as_itself_and_its_schema_is_documented(bundle: ProgramBundle) -> None:
    assert ProgramBundle.model_validate_json(bundle.as_text()) == bundle
    documented = Path(__file__).parents[2] / "docs" / "program-bundle.schema.json"
    assert documented.read_text("utf-8") == schema_text(), (
        "write it anew: python tests/services/test_program_storage.py"
    )


def test_days_carry_their_targets_and_what_their_meals_sum_to(bundle: ProgramBundle) -> None:
    for day in bundle.days:
        meals = [meal for meal in bundle.meals if meal.date == day.date]
        assert day.totals.kcal == pytest.approx(sum(meal.totals.kcal for meal in meals), abs=0.01)
        assert day.is_training_day == any(
            one.date == day.date for one in bundle.training.sessions if not one.is_optional
        )


def test_a_blocked_person_gets_no_program_but_what_is_still_offered(material: Material) -> None:
    pregnant = material._replace(profile=replace(PERSON, conditions=("pregnant",)))
    with pytest.raises(RefusedError) as caught:
        program_from(pregnant, Wishes(START, 2), source="onboarding")
    assert caught.value.code == "safety_blocked"
    assert caught.value.details["offered"]


def test_an_allergy_that_is_not_understood_stops_the_plan(material: Material) -> None:
    unclear = material._replace(profile=replace(PERSON, food_allergies=("gribblefruit",)))
    with pytest.raises(RefusedError) as caught:
        program_from(unclear, Wishes(START, 2), source="onboarding")
    assert caught.value.code == "allergy_not_understood"


PRINT_HASH = """
import sys; sys.path[:0] = {folders!r}
import hashlib
import test_program_storage as t
material = t.Material(t.PERSON, t.NO_FACTS, frozenset(), t.read_exercises(), t.read_foods())
made = t.program_from(material, t.Wishes(t.START, 2), source="onboarding")
print(hashlib.sha256(made.as_text().encode()).hexdigest())
"""


def test_the_same_inputs_give_the_same_bundle_in_any_process(bundle: ProgramBundle) -> None:
    import hashlib

    folders = [str(Path(__file__).parents[up]) for up in (0, 1)]
    done = subprocess.run(
        [sys.executable, "-c", PRINT_HASH.format(folders=folders)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "77"},
    )
    assert done.stdout.strip() == hashlib.sha256(bundle.as_text().encode()).hexdigest()


def test_another_seed_gives_other_meals_and_keeps_the_targets(material: Material, bundle: ProgramBundle) -> None:
    other = program_from(material, Wishes(START, 2, seed=7), source="onboarding")
    assert other.macros == bundle.macros
    assert [meal.name for meal in other.meals] != [meal.name for meal in bundle.meals]


if __name__ == "__main__":
    (Path(__file__).parents[2] / "docs" / "program-bundle.schema.json").write_text(schema_text(), "utf-8")
