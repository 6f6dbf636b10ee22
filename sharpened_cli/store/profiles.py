"""Profiles: who a person is, what they want, and the targets that follow from it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.nutrients import Targets
from sharpened_cli.domain.profile import Profile

if TYPE_CHECKING:
    from sharpened_cli.store import Row, Store

# Field of Profile -> column; those not named here have the same name.
_COLUMN = {
    "user_id": "id",
    "sex": "biological_sex",
    "weight_kg": "current_weight_kg",
    "target_weight_kg": "goal_weight_kg",
}
_FIELDS = (
    "user_id", "full_name", "birth_date", "birth_date_estimated", "sex", "height_cm", "weight_kg",
    "body_fat_percentage", "body_fat_method", "primary_goal", "secondary_goal", "target_weight_kg",
    "experience_level", "activity_level", "workout_frequency", "session_minutes", "dietary_preference",
    "food_allergies", "foods_to_avoid", "meals_per_day", "equipment", "injuries", "conditions", "medications",
    "screening", "cleared_exercises", "unit_system", "timezone",
)  # fmt: skip
_LISTS = frozenset({"food_allergies", "foods_to_avoid", "equipment", "injuries", "conditions", "medications"})
_COLUMNS = tuple(_COLUMN.get(name, name) for name in _FIELDS)


class Standing(NamedTuple):
    """What was computed for a profile: targets, rate in kg a week, and the documents behind them."""

    targets: Targets
    rate_kg_per_week: float | None
    tdee_kcal: float | None
    targets_document: dict[str, Any]
    safety_document: dict[str, Any]


def load(store: Store, user_id: str) -> Profile | None:
    """Return a person's profile, or None when there is none yet."""
    row = store.one(f"SELECT {', '.join(_COLUMNS)} FROM profiles WHERE id = :user_id", {"user_id": user_id})
    return None if row is None else _profile(row)


def save(store: Store, profile: Profile, standing: Standing, *, now: str, reason: str) -> None:
    """Write a profile with what was computed for it; ``reason`` says what made the targets change."""
    values = {column: _stored(profile, name) for name, column in zip(_FIELDS, _COLUMNS, strict=True)}
    values |= {
        "estimated_tdee": standing.tdee_kcal,
        "daily_calorie_goal": standing.targets.calories_kcal,
        "daily_protein_goal": standing.targets.protein_g,
        "daily_carbs_goal": standing.targets.carbs_g,
        "daily_fat_goal": standing.targets.fat_g,
        "daily_fiber_goal": standing.targets.fiber_g,
        "goal_rate_kg_per_week": standing.rate_kg_per_week,
        "targets": json.dumps(standing.targets_document, ensure_ascii=False),
        "safety": json.dumps(standing.safety_document, ensure_ascii=False),
        "macros_last_calculated_at": now,
        "macros_calculation_reason": reason,
        "onboarding_completed": 1,
        "updated_at": now,
    }
    if store.one("SELECT 1 FROM profiles WHERE id = :id", {"id": profile.user_id}) is None:
        values |= {"onboarding_completed_at": now, "created_at": now}
        names = ", ".join(values)
        store.execute(
            f"INSERT INTO main.profiles ({names}) VALUES ({', '.join(f':{name}' for name in values)})", values
        )
        return
    changes = ", ".join(f"{name} = :{name}" for name in values if name != "id")
    store.execute(f"UPDATE main.profiles SET {changes} WHERE id = :id", values)


def standing(store: Store, user_id: str) -> Standing | None:
    """Return what was computed for a profile, or None when there is none yet."""
    row = store.one(
        """
        SELECT daily_calorie_goal, daily_protein_goal, daily_carbs_goal, daily_fat_goal, daily_fiber_goal,
               goal_rate_kg_per_week, estimated_tdee, targets, safety
          FROM profiles
         WHERE id = :user_id
        """,
        {"user_id": user_id},
    )
    if row is None:
        return None
    return Standing(Targets(*row[:5]), row[5], row[6], json.loads(row[7]), json.loads(row[8]))


def _profile(row: Row) -> Profile:
    values = dict(zip(_FIELDS, row, strict=True))
    for name in _LISTS:
        values[name] = None if values[name] is None else tuple(json.loads(values[name]))
    values["birth_date"] = None if values["birth_date"] is None else date.fromisoformat(values["birth_date"])
    values["birth_date_estimated"] = bool(values["birth_date_estimated"])
    values["screening"] = json.loads(values["screening"])
    values["cleared_exercises"] = tuple(json.loads(values["cleared_exercises"]))
    return Profile(**values)


def _stored(profile: Profile, name: str) -> Any:
    value = getattr(profile, name)
    if isinstance(value, date):
        return value.isoformat()
    if name == "screening":
        return json.dumps(dict(value), ensure_ascii=False, sort_keys=True)
    if name == "cleared_exercises":
        return json.dumps(list(value))
    if name in _LISTS:
        return None if value is None else json.dumps(list(value), ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value
