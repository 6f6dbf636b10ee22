"""The shared rows follow the package; what people made or used stays theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support import ANA

from sharpened_cli.store import seed

if TYPE_CHECKING:
    from sharpened_cli.store import Store

TABLES = ("foods", "food_servings", "exercises", "met_activities", "meal_times", "training_modalities", "event_types",
          "food_words", "foods_fts", "foods_trigram", "exercises_fts", "reference_versions")  # fmt: skip


def _all(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {table: [tuple(row) for row in store.all(f"SELECT * FROM {table} ORDER BY 1, 2")] for table in TABLES}


def _fill(store: Store) -> None:
    with store.transaction():
        seed.fill(store.connection)


def test_filling_again_changes_nothing(store: Store) -> None:
    before = _all(store)
    _fill(store)
    assert _all(store) == before


def test_whatever_became_of_the_shared_rows_they_are_the_packages_again(store: Store) -> None:
    before = _all(store)
    with store.transaction():
        for change in (
            "UPDATE main.foods SET calories_per_100g = 1, deleted_at = 'then' WHERE id = 'banana'",
            "UPDATE main.exercises SET staple = 0, level = 'advanced' WHERE id = 'barbell-back-squat'",
            "UPDATE main.met_activities SET met = 1",
            "DELETE FROM main.food_servings WHERE food_id = 'banana'",
            "DELETE FROM main.meal_times WHERE id = 'breakfast'",
            "DELETE FROM main.foods_fts WHERE food_id = 'banana'",
            "DELETE FROM main.food_words",
            "UPDATE main.reference_versions SET version = 'older'",
        ):
            store.execute(change)
    _fill(store)
    assert _all(store) == before


def test_a_persons_own_food_and_exercise_are_never_touched(store: Store) -> None:
    with store.transaction():
        store.execute("UPDATE main.foods SET created_by = :me, name = 'my banana' WHERE id = 'banana'", {"me": ANA})
        store.execute(
            "UPDATE main.exercises SET created_by = :me, name = 'my squat', staple = 3 WHERE id = 'barbell-back-squat'",
            {"me": ANA},
        )
        store.execute("UPDATE main.food_servings SET created_by = :me WHERE food_id = 'banana'", {"me": ANA})
    portions = "SELECT * FROM food_servings WHERE created_by IS NOT NULL ORDER BY portion_key"
    before = [tuple(row) for row in store.all(portions)]
    _fill(store)
    food = store.one("SELECT name, created_by, deleted_at FROM foods WHERE id = 'banana'")
    exercise = store.one("SELECT name, created_by, staple FROM exercises WHERE id = 'barbell-back-squat'")
    assert food is not None
    assert exercise is not None
    assert tuple(food) == ("my banana", ANA, None)
    assert tuple(exercise) == ("my squat", ANA, 3)
    assert [tuple(row) for row in store.all(portions)] == before
