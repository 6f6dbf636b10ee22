"""The facts of consultations: live rows of the nine tables, with where each came from.

A correction retires a row and writes a new one; what was retired stays, so that an undo can revive it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain import facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sharpened_cli.store import Row, Store


class Table(NamedTuple):
    """How a fact lies in its table: value class, columns by field name, and which fields make it unique."""

    make: Callable[..., Any]
    columns: Mapping[str, str]
    key: tuple[str, ...]


TABLES: dict[str, Table] = {
    "user_training_modalities": Table(
        facts.Modality,
        {
            "modality": "modality_id", "is_primary": "is_primary", "proficiency_level": "proficiency_level",
            "years_experience": "years_experience", "enjoys_it": "enjoys_it",
            "willing_to_continue": "willing_to_continue",
        },
        ("modality",),
    ),
    "user_familiar_exercises": Table(
        facts.FamiliarExercise,
        {
            "exercise": "exercise_name", "exercise_id": "exercise_id", "comfort_level": "comfort_level",
            "frequency": "frequency", "typical_weight_kg": "typical_weight_kg", "typical_reps": "typical_reps",
            "typical_duration_minutes": "typical_duration_minutes", "enjoys_it": "enjoys_it",
            "willing_to_do": "willing_to_do",
        },
        ("exercise",),
    ),
    "user_training_availability": Table(
        facts.Availability,
        {
            "day_of_week": "day_of_week", "time_of_day": "time_of_day", "start_time": "start_time",
            "typical_duration_minutes": "typical_duration_minutes", "location_type": "location_type",
            "interval_weeks": "interval_weeks", "activity": "activity",
        },
        ("day_of_week", "time_of_day", "start_time", "interval_weeks"),
    ),
    "user_preferred_meal_times": Table(
        facts.MealTime,
        {
            "meal_time": "meal_time_id", "typical_time": "typical_time", "typical_portion_size": "typical_portion_size",
            "flexibility_minutes": "flexibility_minutes", "is_non_negotiable": "is_non_negotiable",
        },
        ("meal_time",),
    ),
    "user_typical_meal_foods": Table(
        facts.TypicalFood,
        {
            "food": "food_name", "food_id": "food_id", "meal_time": "meal_time_id", "frequency": "frequency",
            "typical_quantity_grams": "typical_quantity_grams", "quantity": "quantity", "unit": "unit",
        },
        ("food", "meal_time"),
    ),
    "user_improvement_goals": Table(
        facts.Goal,
        {
            "target_description": "target_description", "goal_type": "goal_type",
            "measurement_metric": "measurement_metric", "current_value": "current_value",
            "target_value": "target_value", "target_date": "target_date", "priority": "priority",
            "exercise": "exercise_name", "exercise_id": "exercise_id",
        },
        ("goal_type", "target_description"),
    ),
    "user_difficulties": Table(
        facts.Difficulty,
        {
            "description": "description", "difficulty_category": "difficulty_category", "severity": "severity",
            "frequency": "frequency",
        },
        ("difficulty_category", "description"),
    ),
    "user_non_negotiables": Table(
        facts.NonNegotiable,
        {
            "constraint_type": "constraint_type", "description": "description", "excluded_foods": "excluded_foods",
            "excluded_exercises": "excluded_exercises", "days": "days", "allowed": "allowed",
            "is_permanent": "is_permanent", "end_date": "end_date",
        },
        ("constraint_type", "description"),
    ),
    "user_upcoming_events": Table(
        facts.UpcomingEvent,
        {
            "event_name": "event_name", "event_category": "event_category", "event_type_id": "event_type_id",
            "event_date": "event_date", "priority": "priority",
        },
        ("event_name",),
    ),
}  # fmt: skip
_BOOLEANS = frozenset(
    {"is_primary", "enjoys_it", "willing_to_continue", "willing_to_do", "is_non_negotiable", "is_permanent"}
)
_LISTS = frozenset({"excluded_foods", "excluded_exercises", "days", "allowed"})


class StoredFact(NamedTuple):
    """A live row: its id, its field values, the person's words, and where it came from."""

    id: str
    values: dict[str, Any]
    quote: str
    confidence: float
    source: str
    message_id: str | None


def load_facts(store: Store, user_id: str) -> facts.Facts:
    """Return all live facts of a person, and the codes of live safety flags."""
    from sharpened_cli.store import safety_flags

    lists = {
        table: tuple(spec.make(**_known(spec, row)) for row in _rows(store, table, user_id))
        for table, spec in TABLES.items()
    }
    return facts.Facts(
        modalities=lists["user_training_modalities"],
        exercises=lists["user_familiar_exercises"],
        availability=lists["user_training_availability"],
        meal_times=lists["user_preferred_meal_times"],
        foods=lists["user_typical_meal_foods"],
        goals=lists["user_improvement_goals"],
        difficulties=lists["user_difficulties"],
        non_negotiables=lists["user_non_negotiables"],
        events=lists["user_upcoming_events"],
        safety_flags=safety_flags.live_codes(store, user_id),
    )


def live(store: Store, table: str, user_id: str) -> list[StoredFact]:
    """Return the live rows of one of the nine tables, in the order said."""
    spec = TABLES[table]
    return [
        StoredFact(row["id"], _known(spec, row), row["quote"], row["confidence"], row["source"], row["message_id"])
        for row in _rows(store, table, user_id)
    ]


def add(
    store: Store, table: str, *, fact_id: str, user_id: str, values: Mapping[str, Any], origin: Mapping[str, Any]
) -> None:
    """Write a live row.

    ``origin`` holds session_id, message_id, quote, span_start, span_end, confidence, source, created_at.
    """
    spec = TABLES[table]
    columns = {
        spec.columns[name]: _stored(name, value)
        for name, value in values.items()
        if name in spec.columns and value is not None
    }
    row = {"id": fact_id, "user_id": user_id, **columns, **origin}
    names = ", ".join(row)
    store.execute(f"INSERT INTO main.{table} ({names}) VALUES ({', '.join(':' + name for name in row)})", row)


def retire(store: Store, table: str, fact_ids: list[str], *, retired_at: str) -> None:
    """Take rows out of force; they stay in the table."""
    store.execute_many(
        f"UPDATE main.{table} SET retired_at = :retired_at WHERE id = :id",
        [{"id": fact_id, "retired_at": retired_at} for fact_id in fact_ids],
    )


def _rows(store: Store, table: str, user_id: str) -> list[Row]:
    columns = ", ".join(TABLES[table].columns.values())
    return store.all(
        f"""
        SELECT id, {columns}, quote, confidence, source, message_id
          FROM {table}
         WHERE user_id = :user_id AND retired_at IS NULL
         ORDER BY id
        """,
        {"user_id": user_id},
    )


def _known(spec: Table, row: Row) -> dict[str, Any]:
    """Return the field values of a row that are not NULL."""
    return {name: _read(name, row[column]) for name, column in spec.columns.items() if row[column] is not None}


def _read(name: str, value: Any) -> Any:
    if name in _BOOLEANS:
        return bool(value)
    return tuple(json.loads(value)) if name in _LISTS else value


def _stored(name: str, value: Any) -> Any:
    if name in _LISTS:
        return json.dumps(list(value), ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value


def ids_of_session(store: Store, table: str, session_id: str) -> frozenset[str]:
    """Return the ids of the live rows that one interview wrote."""
    rows = store.all(
        f"SELECT id FROM {table} WHERE session_id = :session_id AND retired_at IS NULL ORDER BY id",
        {"session_id": session_id},
    )
    return frozenset(row[0] for row in rows)
