"""What a program planned: which one is in force on a day, its targets, sessions and meals as stored.

Everything here reads; programs are written when they are generated, and never change.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.day_plan import ExerciseItem, Meal, MealItem, Session, StoredDay
from sharpened_cli.domain.nutrients import Nutrients, Targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sharpened_cli.store import Row, Store


class ProgramInForce(NamedTuple):
    """The columns of a program that daily screens need; ``tdee`` is the stored document."""

    id: str
    version: int
    primary_goal: str
    start_date: date
    duration_weeks: int
    next_reassessment_date: date | None
    tdee: Mapping[str, Any]
    macros: Mapping[str, Any]

    @property
    def end_date(self) -> date:
        """The first day after the last planned week."""
        return self.start_date + timedelta(weeks=self.duration_weeks)

    def week_on(self, day: date) -> int | None:
        """Return the week of the program, from 1, or None outside its weeks."""
        return (day - self.start_date).days // 7 + 1 if self.start_date <= day < self.end_date else None


_PROGRAM_COLUMNS = """
    SELECT id, version, primary_goal, program_start_date, program_duration_weeks, next_reassessment_date, tdee, macros
      FROM programs
"""


def program_in_force(store: Store, user_id: str, day: date) -> ProgramInForce | None:
    """Return the program in force on a day: the highest version that has begun and is not superseded then."""
    row = store.one(
        f"""
        {_PROGRAM_COLUMNS}
         WHERE user_id = :user_id AND program_start_date <= :day AND (valid_until IS NULL OR :day < valid_until)
           AND (status <> 'cancelled' OR valid_until IS NOT NULL)
         ORDER BY version DESC
         LIMIT 1
        """,
        {"user_id": user_id, "day": day.isoformat()},
    )
    return _program(row) if row else None


def next_program(store: Store, user_id: str, day: date) -> ProgramInForce | None:
    """Return the active program that begins after a day, or None."""
    row = store.one(
        f"{_PROGRAM_COLUMNS} WHERE user_id = :user_id AND status = 'active' AND program_start_date > :day LIMIT 1",
        {"user_id": user_id, "day": day.isoformat()},
    )
    return _program(row) if row else None


def stored_days(
    store: Store,
    user_id: str,
    program: ProgramInForce,
    first: date,
    last: date,
    *,
    moved_ids: Iterable[str] = (),
    base_numbers: Mapping[str, int] | None = None,
) -> list[StoredDay]:
    """Return what the program stored for each day of a range, in order.

    ``moved_ids`` are sessions and meals that change events placed elsewhere: they are handed to every
    day, whatever their own date, and the fold decides. ``base_numbers`` gives such things their original
    day number, which calendar_events no longer holds.
    """
    import json

    moved = sorted(moved_ids)
    scope = {
        "user_id": user_id,
        "program_id": program.id,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "moved": json.dumps(moved),
    }
    within = _WITHIN_OR_MOVED if moved else _WITHIN
    sessions = _sessions(store, scope, within, base_numbers or {})
    meals = _meals(store, scope, within, base_numbers or {})
    targets = _targets(store, scope)
    fallback = targets_of(program.macros)
    return [
        StoredDay(
            date=day,
            targets=targets.get(day, fallback),
            sessions=tuple(one for one in sessions if one.date == day or one.id in moved),
            meals=tuple(one for one in meals if one.date == day or one.id in moved),
            week_index=program.week_on(day),
        )
        for day in _days(first, last)
    ]


def targets_of(document: Mapping[str, Any]) -> Targets:
    """Return the targets that a stored document holds under the names of decisions on nutrient keys."""
    return Targets(*(document.get(name) for name in Targets._fields))


class Basis(NamedTuple):
    """What the profile alone says about every day: targets, expenditure and the stored safety verdict."""

    targets: Targets
    tdee_kcal: float | None
    safety: Mapping[str, Any]
    flags: tuple[str, ...]


NO_BASIS = Basis(Targets(None, None, None, None, None), None, {}, ())


def basis(store: Store, user_id: str) -> Basis:
    """Return the profile's targets, expenditure and safety, and the codes of live safety flags."""
    import json

    row = store.one(
        """
        SELECT daily_calorie_goal, daily_protein_goal, daily_carbs_goal, daily_fat_goal, daily_fiber_goal,
               estimated_tdee, safety
          FROM profiles
         WHERE id = :user_id
        """,
        {"user_id": user_id},
    )
    flags = store.all(
        "SELECT code FROM safety_flags WHERE user_id = :user_id AND cleared_at IS NULL ORDER BY code",
        {"user_id": user_id},
    )
    codes = tuple(flag[0] for flag in flags)
    if row is None:
        return NO_BASIS._replace(flags=codes)
    *targets, tdee_kcal, safety = row
    return Basis(Targets(*targets), tdee_kcal, json.loads(safety), codes)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=shift) for shift in range((last - first).days + 1)]


def _program(row: Row) -> ProgramInForce:
    import json

    return ProgramInForce(
        id=row["id"],
        version=row["version"],
        primary_goal=row["primary_goal"],
        start_date=date.fromisoformat(row["program_start_date"]),
        duration_weeks=row["program_duration_weeks"],
        next_reassessment_date=date.fromisoformat(due) if (due := row["next_reassessment_date"]) else None,
        tdee=json.loads(row["tdee"]),
        macros=json.loads(row["macros"]),
    )


def _targets(store: Store, scope: Mapping[str, str]) -> dict[date, Targets]:
    rows = store.all(
        """
        SELECT date, calories_kcal, protein_g, carbs_g, fat_g, fiber_g
          FROM program_days
         WHERE program_id = :program_id AND date BETWEEN :first AND :last
         ORDER BY date
        """,
        scope,
    )
    return {date.fromisoformat(row["date"]): Targets(*tuple(row)[1:]) for row in rows}


_WITHIN = "p.user_id = :user_id AND p.date BETWEEN :first AND :last AND p.program_id = :program_id"
_WITHIN_OR_MOVED = f"({_WITHIN}) OR (p.program_id = :program_id AND p.id IN (SELECT value FROM json_each(:moved)))"


def _sessions(store: Store, scope: Mapping[str, str], within: str, numbers: Mapping[str, int]) -> list[Session]:
    rows = store.all(
        f"""
        SELECT p.id, p.date, p.week_index, p.day_index, p.start_time, p.session_kind, p.modality, p.session_name,
               p.duration_minutes, p.location, p.is_deload, p.is_optional, p.notes, c.day_number
          FROM session_instances AS p
          LEFT JOIN calendar_events AS c ON c.ref_table = 'session_instances' AND c.ref_id = p.id
         WHERE {within}
         ORDER BY p.date, p.start_time, p.id
        """,
        scope,
    )
    items = _exercises(store, [row["id"] for row in rows])
    return [
        Session(
            id=row["id"],
            date=date.fromisoformat(row["date"]),
            week_index=row["week_index"],
            day_index=row["day_index"],
            start_time=row["start_time"],
            kind=row["session_kind"],
            modality=row["modality"],
            name=row["session_name"],
            duration_minutes=row["duration_minutes"],
            number=numbers.get(row["id"], row["day_number"] or 0),
            location=row["location"],
            is_deload=bool(row["is_deload"]),
            is_optional=bool(row["is_optional"]),
            notes=row["notes"],
            exercises=tuple(items.get(row["id"], ())),
        )
        for row in rows
    ]


def _exercises(store: Store, session_ids: list[str]) -> dict[str, list[ExerciseItem]]:
    import json

    rows = store.all(
        """
        SELECT session_instance_id, id, order_index, exercise_id, name, sets, rep_low, rep_high, seconds, metres, rir,
               rest_sec, load_kg, is_warmup, note, substitution_reason
          FROM exercise_plan_items
         WHERE session_instance_id IN (SELECT value FROM json_each(:ids))
         ORDER BY session_instance_id, order_index
        """,
        {"ids": json.dumps(session_ids)},
    )
    items: dict[str, list[ExerciseItem]] = {}
    for row in rows:
        session_id, *columns = row
        item = ExerciseItem(*columns)
        items.setdefault(session_id, []).append(item._replace(is_warmup=bool(item.is_warmup)))
    return items


def _meals(store: Store, scope: Mapping[str, str], within: str, numbers: Mapping[str, int]) -> list[Meal]:
    rows = store.all(
        f"""
        SELECT p.id, p.date, p.week_index, p.day_index, p.order_index, p.meal_type, p.meal_time_id, p.time, p.meal_name,
               p.prep_minutes, c.day_number
          FROM meal_instances AS p
          LEFT JOIN calendar_events AS c ON c.ref_table = 'meal_instances' AND c.ref_id = p.id
         WHERE {within}
         ORDER BY p.date, p.order_index, p.id
        """,
        scope,
    )
    items = _meal_items(store, [row["id"] for row in rows])
    return [
        Meal(
            id=row["id"],
            date=date.fromisoformat(row["date"]),
            week_index=row["week_index"],
            day_index=row["day_index"],
            order=row["order_index"],
            meal_type=row["meal_type"],
            meal_time=row["meal_time_id"] or "",
            time=row["time"],
            name=row["meal_name"],
            number=numbers.get(row["id"], row["day_number"] or 0),
            prep_minutes=row["prep_minutes"],
            items=tuple(items.get(row["id"], ())),
        )
        for row in rows
    ]


def _meal_items(store: Store, meal_ids: list[str]) -> dict[str, list[MealItem]]:
    import json

    rows = store.all(
        """
        SELECT meal_instance_id, food_id, food_name, grams, serving, role, kcal, protein_g, carbs_g, fat_g, fiber_g
          FROM meal_item_plan
         WHERE meal_instance_id IN (SELECT value FROM json_each(:ids))
         ORDER BY meal_instance_id, order_index
        """,
        {"ids": json.dumps(meal_ids)},
    )
    items: dict[str, list[MealItem]] = {}
    for row in rows:
        meal_id, food_id, food_name, grams, serving, role, *nutrients = row
        items.setdefault(meal_id, []).append(MealItem(food_id, food_name, grams, serving, role, Nutrients(*nutrients)))
    return items
