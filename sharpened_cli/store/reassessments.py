"""Reassessments in storage: written once for each person and due date, with what they changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.meal_rescale import GREATEST_FACTOR, LEAST_FACTOR, MOVING_ROLES, TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.store import Row, Store


class Outcome(NamedTuple):
    """The rows of one reassessment, as named parameters; ``due_before`` is the due date that it settles."""

    reassessment: dict[str, Any]
    events: list[dict[str, Any]]
    notification: dict[str, Any] | None
    program: dict[str, Any]


def write(store: Store, outcomes: Sequence[Outcome]) -> None:
    """Write the rows of many reassessments: four statements in all; the one place where they are written.

    Raises sqlite3.IntegrityError when one was written already (UNIQUE (user_id, due_date)), and
    RuntimeError when a program's due date is no longer what was read.
    """
    store.execute_many(_INSERT_REASSESSMENT, [outcome.reassessment for outcome in outcomes])
    store.execute_many(_INSERT_EVENT, [event for outcome in outcomes for event in outcome.events])
    store.execute_many(_INSERT_NOTIFICATION, [each for outcome in outcomes if (each := outcome.notification)])
    moved = store.execute_many(_MOVE_DUE_DATE, [outcome.program for outcome in outcomes])
    if moved != len(outcomes):
        message = "a reassessment's due date moved while it was decided"
        raise RuntimeError(message)


class NewCalories(NamedTuple):
    """The calories that a program is to have from a day on."""

    program_id: str
    first: date
    calories_kcal: float


def days_in_doubt(store: Store, asked: Sequence[NewCalories]) -> dict[str, list[date]]:
    """Return, by program id, the planned days whose meals other amounts may not bring within 3 % of new calories.

    One read for many programs. A day is left out for certain: its meals keep (its target hardly moves), or
    the steps of its starch, fat and fruit reach the calories, the coarsest of them finely enough.
    """
    import json

    rows = store.all(
        _DAYS_IN_DOUBT,
        {
            "asked": json.dumps([(one.program_id, one.first.isoformat(), one.calories_kcal) for one in asked]),
            "roles": json.dumps(sorted(MOVING_ROLES)),
            "least": LEAST_FACTOR,
            "greatest": GREATEST_FACTOR,
            "tolerance": TOLERANCE,
        },
    )
    found: dict[str, list[date]] = {}
    for program_id, day in rows:
        found.setdefault(program_id, []).append(date.fromisoformat(day))
    return found


def relax(store: Store) -> None:
    """Let commits of a batch wait for no disk: a crash loses whole chunks, which the next run does again.

    A chunk's pages stay in memory (32 MB) until it is committed, and so do the journals of single statements.
    """
    store.execute("PRAGMA synchronous = NORMAL")
    store.execute("PRAGMA temp_store = MEMORY")
    store.execute("PRAGMA cache_size = -32768")


_INSERT_REASSESSMENT = """
    INSERT INTO main.reassessments
        (id, user_id, program_id, due_date, as_of_date, window_start_date, window_end_date, status, evidence, decision,
         controller_state, confidence, inputs_hash, created_at)
    VALUES
        (:id, :user_id, :program_id, :due_date, :as_of_date, :window_start_date, :window_end_date, :status, :evidence,
         :decision, :controller_state, :confidence, :inputs_hash, :created_at)
"""

_INSERT_EVENT = """
    INSERT INTO main.plan_change_events
        (id, user_id, program_id, number, change_type, planned_entity_type, planned_entity_id, effective_date,
         reason_code, reason_text, diff, source, reassessment_id, created_at)
    VALUES
        (:id, :user_id, :program_id, :number, :change_type, :entity_type, :entity_id, :effective_date,
         :reason_code, :reason_text, :diff, 'reassessment', :reassessment_id, :created_at)
"""

_INSERT_NOTIFICATION = """
    INSERT INTO main.notifications
        (id, user_id, number, notification_type, title, message, ref_type, ref_id, priority, created_at)
    VALUES
        (:id, :user_id, :number, 'reassessment_complete', :title, :message, 'reassessment', :ref_id, :priority,
         :created_at)
"""

_MOVE_DUE_DATE = """
    UPDATE main.programs SET next_reassessment_date = :next_date
     WHERE id IN (SELECT id FROM programs WHERE id = :id AND next_reassessment_date IS :due_before)
"""

# The bounds and steps are those of domain/meal_rescale.py; a test holds both against each other. Days repeat in
# fortnights: the items of days whose meals sum to the very same figures are read once.
_DAYS_IN_DOUBT = """
    WITH asked AS (
        SELECT value ->> 0 AS program_id, value ->> 1 AS first, value ->> 2 AS kcal FROM json_each(:asked)
    ),
    days AS (
        SELECT d.program_id, d.date, d.week_index, d.day_index, a.kcal AS wanted,
               sum(m.kcal) AS kcal, sum(m.protein_g) AS protein_g, sum(m.carbs_g) AS carbs_g, sum(m.fat_g) AS fat_g
          FROM asked AS a
          JOIN program_days AS d ON d.program_id = a.program_id AND d.date >= a.first
          JOIN meal_instances AS m
            ON m.program_id = d.program_id AND m.week_index = d.week_index AND m.day_index = d.day_index
         WHERE abs(a.kcal - d.calories_kcal) > :tolerance * d.calories_kcal
         GROUP BY d.program_id, d.week_index, d.day_index
        HAVING abs(sum(m.kcal) - a.kcal) > :tolerance * a.kcal
    ),
    distinct_days AS (
        SELECT *, min(week_index) AS first_week
          FROM days
         GROUP BY program_id, day_index, week_index % 2, kcal, protein_g, carbs_g, fat_g
    ),
    items AS (
        SELECT d.*, i.grams, f.calories_per_100g / 100 AS kcal_per_g,
               i.role IN (SELECT value FROM json_each(:roles)) AND f.is_countable = 0 AS moves,
               CASE WHEN f.plan_step_g > 0 THEN f.plan_step_g ELSE 5.0 END AS step,
               max(:least * i.grams, min(f.plan_min_g, i.grams)) AS least,
               CASE WHEN f.plan_max_g > 0 THEN min(:greatest * i.grams, max(f.plan_max_g, i.grams))
                    ELSE :greatest * i.grams END AS greatest
          FROM distinct_days AS d
          JOIN meal_instances AS m
            ON m.program_id = d.program_id AND m.week_index = d.first_week AND m.day_index = d.day_index
          JOIN meal_item_plan AS i ON i.meal_instance_id = m.id
          JOIN foods AS f ON f.id = i.food_id
    ),
    in_doubt AS (
        SELECT program_id, day_index, week_index % 2 AS turn, kcal, protein_g, carbs_g, fat_g
          FROM items
         GROUP BY program_id, first_week, day_index
        HAVING kcal - sum(moves * CAST((grams - least) / step AS INTEGER) * step * kcal_per_g) > wanted
            OR kcal + sum(moves * CAST((greatest - grams) / step AS INTEGER) * step * kcal_per_g) < wanted
            OR max(moves * step * kcal_per_g) > 2 * :tolerance * wanted
    )
    SELECT d.program_id, d.date
      FROM in_doubt AS x
      JOIN days AS d
        ON d.program_id = x.program_id AND d.day_index = x.day_index AND d.week_index % 2 = x.turn
           AND d.kcal = x.kcal AND d.protein_g = x.protein_g AND d.carbs_g = x.carbs_g AND d.fat_g = x.fat_g
     ORDER BY d.program_id, d.date
"""

_COLUMNS = """
    SELECT id, user_id, program_id, due_date, as_of_date, window_start_date, window_end_date, status, evidence,
           decision, controller_state, confidence, inputs_hash, created_at
      FROM reassessments
"""


def history(store: Store, user_id: str) -> list[Row]:
    """Return all reassessments of a person, the oldest first."""
    return store.all(f"{_COLUMNS} WHERE user_id = :user_id ORDER BY due_date", {"user_id": user_id})


def on(store: Store, user_id: str, due_date: str) -> Row | None:
    """Return the reassessment of a person that was due on a day, or None."""
    return store.one(
        f"{_COLUMNS} WHERE user_id = :user_id AND due_date = :due_date", {"user_id": user_id, "due_date": due_date}
    )
