"""What a reassessment looks at, read set-wise for a range of people: a fixed number of reads, however many they are.

Every read runs over ``user_id BETWEEN :low AND :high`` (one person: both the same), so that a batch never
scans a log table and never asks per person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.exercise import DIRECT_SET, INDIRECT_SET, MUSCLE_OF

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sharpened_cli.store import Row, Store


class Span(NamedTuple):
    """A range of user ids with the first and the last day to read and the day after which plans lie ahead."""

    low: str
    high: str
    first: date
    last: date
    ahead: date


class Records(NamedTuple):
    """Rows by user id: days of logs, days of the plan, lifts, planned items, context, and plan changes."""

    totals: Mapping[str, list[Row]]
    plan_days: Mapping[str, list[Row]]
    lifts: Mapping[str, list[Row]]
    items: Mapping[str, list[Row]]
    contexts: Mapping[str, list[Row]]
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


def load(store: Store, span: Span) -> Records:
    """Return everything logged and planned in a span, by user id; the one place where evidence is read."""
    scope = {
        "low": span.low,
        "high": span.high,
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "ahead": span.ahead.isoformat(),
    }
    return Records(
        *(_by_user(store.all(sql, scope)) for sql in (_TOTALS, _PLAN_DAYS, _LIFTS, _ITEMS, _CONTEXT, _EVENTS))
    )


def totals(store: Store, span: Span) -> list[Row]:
    """Return what was eaten and weighed on the days of a span."""
    scope = {"low": span.low, "high": span.high, "first": span.first.isoformat(), "last": span.last.isoformat()}
    return store.all(_TOTALS, scope)


_TOTALS = """
    SELECT user_id, date, kcal, meals_logged, weight_kg
      FROM day_totals
     WHERE user_id BETWEEN :low AND :high AND date BETWEEN :first AND :last
     ORDER BY user_id, date
"""

_PLAN_DAYS = """
    SELECT d.user_id, d.date, d.calories_kcal,
           (SELECT count(*) FROM meal_instances AS m WHERE m.user_id = d.user_id AND m.date = d.date
               AND m.program_id = d.program_id) AS meals_planned
      FROM program_days AS d
     WHERE d.user_id BETWEEN :low AND :high AND d.date BETWEEN :first AND :last
     ORDER BY d.user_id, d.date
"""

# The best e1RM of a day as domain/strength.py has it: mean of Epley and Brzycki at reps + RIR <= 10.
_LIFTS = """
    SELECT user_id, local_date, exercise_id, count(*) AS sets, avg(rpe) AS mean_rpe,
           max(CASE WHEN weight_kg <= 0 OR reps < 1 OR reps + 10 - coalesce(rpe, 10) > 10 THEN NULL
                    WHEN reps + 10 - coalesce(rpe, 10) <= 1 THEN weight_kg
                    ELSE weight_kg * ((1 + (reps + 10 - coalesce(rpe, 10)) / 30.0)
                                      + 36.0 / (37.0 - (reps + 10 - coalesce(rpe, 10)))) / 2.0 END) AS e1rm_kg
      FROM exercise_sets
     WHERE user_id BETWEEN :low AND :high AND local_date BETWEEN date(:last, '-28 days') AND :last
       AND deleted_at IS NULL AND set_type <> 'warmup' AND exercise_id IS NOT NULL
     GROUP BY user_id, local_date, exercise_id
     ORDER BY user_id, local_date, exercise_id
"""

_ITEMS = """
    SELECT s.user_id, s.program_id, s.id AS session_id, s.date, s.week_index, s.is_deload, s.is_optional,
           s.duration_minutes, a.status, i.id AS item_id, i.order_index, i.exercise_id, i.sets, i.rir
      FROM session_instances AS s
      LEFT JOIN exercise_plan_items AS i ON i.session_instance_id = s.id AND i.is_warmup = 0
      LEFT JOIN adherence_records AS a ON a.planned_entity_id = s.id
     WHERE s.user_id BETWEEN :low AND :high AND s.date BETWEEN :first AND :ahead
     ORDER BY s.user_id, s.date, s.id, i.order_index
"""

_CONTEXT = """
    SELECT user_id, date, sleep_hours, stress_level, soreness_level, energy_level
      FROM user_context_log
     WHERE user_id BETWEEN :low AND :high AND date BETWEEN :first AND :last
     ORDER BY user_id, date
"""

_EVENTS = """
    SELECT user_id, id, program_id, number, change_type, planned_entity_type, planned_entity_id, effective_date, diff,
           undoes_event_id
      FROM plan_change_events
     WHERE user_id BETWEEN :low AND :high AND change_type <> 'override'
     ORDER BY user_id, number
"""


def items_ahead(store: Store, ids: list[str], first: date) -> dict[str, list[Row]]:
    """Return the planned working items from a day on of the named people, by user id."""
    import json

    rows = store.all(
        """
        SELECT s.user_id, s.program_id, s.id AS session_id, s.date, s.week_index, s.is_deload, i.id AS item_id,
               i.order_index, i.exercise_id, i.sets, i.rir
          FROM session_instances AS s
          JOIN exercise_plan_items AS i ON i.session_instance_id = s.id AND i.is_warmup = 0
         WHERE s.user_id IN (SELECT value FROM json_each(:ids)) AND s.date >= :first
         ORDER BY s.user_id, s.date, s.id, i.order_index
        """,
        {"ids": json.dumps(ids), "first": first.isoformat()},
    )
    return _by_user(rows)


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


def _by_user(rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found
