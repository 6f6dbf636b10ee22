"""The people of the file as their coach sees them, read in one query."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.store import Row, Store


def overview(store: Store, *, user_id: str | None = None, today: date, since: date) -> list[Row]:
    """Return everybody (or one person) with program, last logs, sessions ``since`` a day, and last reassessment."""
    return store.all(
        """
        SELECT u.id AS user_id, u.email, u.created_at, p.full_name, p.primary_goal, p.goal_weight_kg, p.timezone,
               p.safety, g.id AS program_id, g.program_start_date, g.program_duration_weeks, g.next_reassessment_date,
               (SELECT group_concat(f.code, '|') FROM safety_flags AS f
                 WHERE f.user_id = u.id AND f.cleared_at IS NULL) AS flags,
               (SELECT max(t.date) FROM day_totals AS t WHERE t.user_id = u.id AND t.date <= :today) AS last_log_date,
               (SELECT t.weight_kg FROM day_totals AS t WHERE t.user_id = u.id AND t.weight_kg IS NOT NULL
                 ORDER BY t.date DESC LIMIT 1) AS weight_kg,
               (SELECT count(*) FROM session_instances AS s WHERE s.user_id = u.id AND s.program_id = g.id
                   AND s.date >= :since AND s.date < :today AND s.is_optional = 0) AS sessions_planned,
               (SELECT count(*) FROM adherence_records AS a WHERE a.user_id = u.id AND a.date >= :since
                   AND a.date < :today AND a.planned_entity_type = 'session'
                   AND a.status IN ('completed', 'similar')) AS sessions_done,
               (SELECT group_concat(action, '|') FROM (
                    SELECT b.action FROM adjustment_feedback AS b WHERE b.user_id = u.id
                     ORDER BY b.created_at DESC, b.id DESC LIMIT 20)) AS latest_answers,
               r.as_of_date, r.status AS reassessment_status, r.controller_state ->> '$.off_track_windows' AS off_track,
               r.controller_state ->> '$.fast_windows' AS fast, r.decision ->> '$.calories.after' AS calories_kcal,
               r.decision ->> '$.expenditure.kcal' AS expenditure_kcal,
               r.decision ->> '$.weight.rate_kg_per_week' AS rate_kg_per_week
          FROM auth_users AS u
          LEFT JOIN profiles AS p ON p.id = u.id
          LEFT JOIN programs AS g ON g.user_id = u.id AND g.status = 'active'
          LEFT JOIN reassessments AS r ON r.user_id = u.id
               AND r.due_date = (SELECT max(l.due_date) FROM reassessments AS l WHERE l.user_id = u.id)
         WHERE :user_id IS NULL OR u.id = :user_id
         ORDER BY u.email, u.id
        """,
        {"user_id": user_id, "today": today.isoformat(), "since": since.isoformat()},
    )
