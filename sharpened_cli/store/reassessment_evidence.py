"""What a reassessment looks at, read set-wise for a range of people: a fixed number of reads, however many they are.

Every read runs over ``user_id BETWEEN :low AND :high`` (one person: both the same), so that a batch never
scans a log table and never asks per person.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.exercise import DIRECT_SET, INDIRECT_SET, MUSCLE_OF

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.store import Row, Store


class Span(NamedTuple):
    """A range of user ids, the first and last day to look back at, the last to look ahead to, and whether lifts count.

    Without ``with_training`` sets, context and past plan items are left out: a program's first weeks change no volume.
    """

    low: str
    high: str
    first: date
    last: date
    ahead: date
    with_training: bool = True


Rows = Mapping[str, list[tuple[Any, ...]]]


class Records(NamedTuple):
    """Rows by user id, in order of day, without the user id.

    totals: date, kcal, meals logged, weight (kg). plan_days: program id, date, kcal. meals: program id, date, count.
    sessions: id, program id, date, week, is deload, is optional, minutes, adherence status (``declined``: skipped by
    the person). items: program id, session id, date, week, is deload, item id, order, exercise id, sets, rir.
    lifts: date, exercise id, sets, mean RPE, then repetitions, kg and RPE of the best set, and its score.
    contexts: date, sleep, stress, soreness, energy.
    """

    totals: Rows
    plan_days: Rows
    meals: Rows
    sessions: Rows
    items: Rows
    lifts: Rows
    contexts: Rows
    events: Mapping[str, list[Row]]


class ExerciseTraits(NamedTuple):
    """Of an exercise: fractional sets by muscle, and whether it is a main (compound) lift."""

    shares: Mapping[str, float]
    is_main: bool


def user_ids(store: Store) -> list[str]:
    """Return the ids of everybody with an active program, in order."""
    return [row[0] for row in store.all("SELECT user_id FROM programs WHERE status = 'active' ORDER BY user_id")]


def clients(store: Store, low: str, high: str, due_by: str | None) -> list[Row]:
    """Return the people of a range who have an active program, with profile, program and last reassessment.

    ``due_by`` leaves out those whose reassessment is due after that day.
    """
    return store.all(
        """
        SELECT u.id AS user_id, u.email, p.timezone, p.unit_system, p.biological_sex, p.birth_date, p.height_cm,
               p.current_weight_kg, p.body_fat_percentage, p.body_fat_method, p.goal_weight_kg, p.experience_level,
               p.session_minutes, p.dietary_preference, p.goal_rate_kg_per_week, p.safety,
               g.id AS program_id, g.primary_goal, g.program_start_date, g.program_duration_weeks,
               g.next_reassessment_date, g.tdee, g.macros,
               r.as_of_date AS last_as_of_date, r.controller_state,
               (SELECT group_concat(f.code, '|') FROM safety_flags AS f
                 WHERE f.user_id = u.id AND f.cleared_at IS NULL) AS flags,
               max((SELECT coalesce(max(o.number), 0) FROM day_overrides AS o WHERE o.user_id = u.id),
                   (SELECT coalesce(max(e.number), 0) FROM plan_change_events AS e WHERE e.user_id = u.id))
                   AS last_number,
               (SELECT coalesce(max(n.number), 0) FROM notifications AS n WHERE n.user_id = u.id) AS last_notification
          FROM auth_users AS u
          JOIN programs AS g ON g.user_id = u.id AND g.status = 'active'
          JOIN profiles AS p ON p.id = u.id
          LEFT JOIN reassessments AS r ON r.user_id = u.id
               AND r.due_date = (SELECT max(l.due_date) FROM reassessments AS l WHERE l.user_id = u.id)
         WHERE u.id BETWEEN :low AND :high
           AND (:due_by IS NULL OR g.next_reassessment_date <= :due_by)
         ORDER BY u.id
        """,
        {"low": low, "high": high, "due_by": due_by},
    )


def without_program(store: Store, user_id: str, today: date) -> Row | None:
    """Return a person without a program in the columns of ``clients``: plan and start come from profile and logs."""
    return store.one(
        """
        SELECT u.id AS user_id, u.email, p.timezone, p.unit_system, p.biological_sex, p.birth_date, p.height_cm,
               p.current_weight_kg, p.body_fat_percentage, p.body_fat_method, p.goal_weight_kg, p.experience_level,
               p.session_minutes, p.dietary_preference, p.goal_rate_kg_per_week, p.safety,
               NULL AS program_id, p.primary_goal,
               coalesce((SELECT min(t.date) FROM day_totals AS t WHERE t.user_id = u.id), :today) AS program_start_date,
               NULL AS next_reassessment_date, p.targets -> '$.tdee' AS tdee,
               json_object('calories_kcal', p.daily_calorie_goal, 'protein_g', p.daily_protein_goal,
                           'carbs_g', p.daily_carbs_goal, 'fat_g', p.daily_fat_goal,
                           'fiber_g', p.daily_fiber_goal) AS macros,
               r.as_of_date AS last_as_of_date, r.controller_state,
               (SELECT group_concat(f.code, '|') FROM safety_flags AS f
                 WHERE f.user_id = u.id AND f.cleared_at IS NULL) AS flags
          FROM auth_users AS u
          JOIN profiles AS p ON p.id = u.id
          LEFT JOIN reassessments AS r ON r.user_id = u.id
               AND r.due_date = (SELECT max(l.due_date) FROM reassessments AS l WHERE l.user_id = u.id)
         WHERE u.id = :user_id AND p.targets -> '$.tdee' IS NOT NULL
        """,
        {"user_id": user_id, "today": today.isoformat()},
    )


def load(store: Store, span: Span) -> Records:
    """Return everything logged and planned in a span, by user id; the one place where evidence is read."""
    scope = {
        "low": span.low,
        "high": span.high,
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "ahead": span.ahead.isoformat(),
        "items_from": (span.first if span.with_training else span.last).isoformat(),
    }
    return Records(
        _by_user(store, _TOTALS, scope),
        _by_user(store, _PLAN_DAYS, scope),
        _by_user(store, _MEALS, scope),
        _by_user(store, _SESSIONS, scope),
        _by_user(store, _ITEMS, scope),
        _by_user(store, _LIFTS, scope) if span.with_training else {},
        _by_user(store, _CONTEXT, scope) if span.with_training else {},
        _events(store, scope),
    )


def totals(store: Store, user_id: str, first: date, last: date) -> list[tuple[Any, ...]]:
    """Return what a person ate and weighed on the days of a range: date, kcal, meals logged, weight."""
    scope = {"low": user_id, "high": user_id, "first": first.isoformat(), "last": last.isoformat()}
    return _by_user(store, _TOTALS, scope).get(user_id, [])


_TOTALS = """
    SELECT user_id, date, kcal, meals_logged, weight_kg
      FROM day_totals
     WHERE user_id BETWEEN :low AND :high AND date BETWEEN :first AND :last
     ORDER BY user_id, date
"""

_PLAN_DAYS = """
    SELECT user_id, program_id, date, calories_kcal
      FROM program_days
     WHERE user_id BETWEEN :low AND :high AND date BETWEEN :first AND :last
     ORDER BY user_id, date
"""

_MEALS = """
    SELECT user_id, program_id, date, count(*)
      FROM meal_instances
     WHERE user_id BETWEEN :low AND :high AND date BETWEEN :first AND :last
     GROUP BY user_id, date, program_id
     ORDER BY user_id, date
"""

_SESSIONS = """
    SELECT s.user_id, s.id, s.program_id, s.date, s.week_index, s.is_deload, s.is_optional, s.duration_minutes,
           CASE WHEN a.status = 'skipped' AND a.source = 'manual' THEN 'declined' ELSE a.status END
      FROM session_instances AS s
      LEFT JOIN adherence_records AS a ON a.planned_entity_id = s.id
     WHERE s.user_id BETWEEN :low AND :high AND s.date BETWEEN :first AND :ahead
     ORDER BY s.user_id, s.date
"""

_ITEMS = """
    SELECT s.user_id, s.program_id, s.id, s.date, s.week_index, s.is_deload, i.id, i.order_index, i.exercise_id, i.sets,
           i.rir
      FROM session_instances AS s
      JOIN exercise_plan_items AS i ON i.session_instance_id = s.id
     WHERE s.user_id BETWEEN :low AND :high AND s.date BETWEEN :items_from AND :ahead AND i.is_warmup = 0
     ORDER BY s.user_id, s.date
"""

# max() brings the other columns of its row: the best set of a day by Epley's formula, as far as ten repetitions count.
_LIFTS = """
    SELECT user_id, local_date, exercise_id, count(*), avg(rpe), reps, weight_kg, rpe,
           max(CASE WHEN reps - coalesce(rpe, 10) <= 0 THEN weight_kg * (40 + reps - coalesce(rpe, 10)) END)
      FROM exercise_sets
     WHERE user_id BETWEEN :low AND :high AND local_date BETWEEN date(:last, '-28 days') AND :last
       AND deleted_at IS NULL AND set_type <> 'warmup' AND exercise_id IS NOT NULL
     GROUP BY user_id, local_date, exercise_id
     ORDER BY user_id, local_date, exercise_id
"""

_CONTEXT = """
    SELECT user_id, date, sleep_hours, stress_level, soreness_level, energy_level
      FROM user_context_log
     WHERE user_id BETWEEN :low AND :high AND date BETWEEN :first AND :last
     ORDER BY user_id, date
"""


def _events(store: Store, scope: Mapping[str, str]) -> dict[str, list[Row]]:
    """Return the changes of everybody's active program, by user id and number."""
    rows = store.all(
        """
        SELECT user_id, id, program_id, number, change_type, planned_entity_type, planned_entity_id, effective_date,
               diff, undoes_event_id
          FROM plan_change_events
         WHERE user_id BETWEEN :low AND :high AND change_type <> 'override'
         ORDER BY user_id, number
        """,
        scope,
    )
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["user_id"], []).append(row)
    return found


def items_ahead(store: Store, ids: list[str], first: date) -> Rows:
    """Return the planned working items from a day on of the named people, by user id, in the columns of ``items``."""
    import json

    return _by_user(store, _ITEMS_AHEAD, {"ids": json.dumps(ids), "first": first.isoformat()})


_ITEMS_AHEAD = """
    SELECT s.user_id, s.program_id, s.id, s.date, s.week_index, s.is_deload, i.id, i.order_index, i.exercise_id, i.sets,
           i.rir
      FROM session_instances AS s
      JOIN exercise_plan_items AS i ON i.session_instance_id = s.id
     WHERE s.user_id IN (SELECT value FROM json_each(:ids)) AND s.date >= :first AND i.is_warmup = 0
     ORDER BY s.user_id, s.date
"""


def exercise_traits(store: Store) -> dict[str, ExerciseTraits]:
    """Return what the controllers need of every exercise, by its id."""
    rows = store.all("SELECT id, primary_muscle, secondary_muscles, mechanic FROM exercises ORDER BY id")
    return {row["id"]: _traits(row) for row in rows}


def _traits(row: Row) -> ExerciseTraits:
    shares: dict[str, float] = {}
    for name in row["secondary_muscles"].split("|"):
        if muscle := MUSCLE_OF.get(name):
            shares[muscle] = INDIRECT_SET
    if muscle := MUSCLE_OF.get(row["primary_muscle"]):
        shares[muscle] = DIRECT_SET
    return ExerciseTraits(shares, row["mechanic"] == "compound")


def _by_user(store: Store, sql: str, scope: Mapping[str, str]) -> dict[str, list[tuple[Any, ...]]]:
    """Return a query's rows as plain tuples by their first column: half the cost of named rows, and there are many."""
    cursor = store.connection.cursor()
    cursor.row_factory = None
    found: dict[str, list[tuple[Any, ...]]] = {}
    for row in cursor.execute(sql, scope):
        rows = found.get(row[0])
        if rows is None:
            found[row[0]] = [row[1:]]
        else:
            rows.append(row[1:])
    return found
