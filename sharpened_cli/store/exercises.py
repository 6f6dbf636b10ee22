"""The exercise library as stored: shared rows and the person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.exercise import Exercise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sharpened_cli.store import Row, Store

_COLUMNS = """id, name, aliases, category, primary_muscle, secondary_muscles, equipment, mechanic, movement_pattern,
       level, unilateral, caution_injury, measure, staple, created_by"""


def library(store: Store) -> tuple[Exercise, ...]:
    """Return every exercise that the connection may see, by id."""
    return tuple(_exercise(row) for row in store.all(f"SELECT {_COLUMNS} FROM exercises ORDER BY id"))


def find(store: Store, exercise_id: str) -> Exercise | None:
    """Return one exercise, or None."""
    row = store.one(f"SELECT {_COLUMNS} FROM exercises WHERE id = :id", {"id": exercise_id})
    return _exercise(row) if row else None


def by_ids(store: Store, exercise_ids: Iterable[str]) -> dict[str, Exercise]:
    """Return the exercises with the given ids; unknown ids are missing."""
    import json

    ids = json.dumps(sorted(exercise_ids))
    rows = store.all(
        f"SELECT {_COLUMNS} FROM exercises WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id", {"ids": ids}
    )
    return {row["id"]: _exercise(row) for row in rows}


def _exercise(row: Row) -> Exercise:
    return Exercise(
        id=row["id"],
        name=row["name"],
        aliases=_split(row["aliases"]),
        category=row["category"],
        primary_muscle=row["primary_muscle"],
        secondary_muscles=_split(row["secondary_muscles"]),
        equipment=_split(row["equipment"]),
        mechanic=row["mechanic"],
        movement_pattern=row["movement_pattern"],
        level=row["level"],
        unilateral=bool(row["unilateral"]),
        caution_injury=_split(row["caution_injury"]),
        measure=row["measure"],
        staple=row["staple"],
        created_by=row["created_by"],
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()
