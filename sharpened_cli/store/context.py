"""How people said they were, a row a day (user_context_log), and what planned sessions came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sharpened_cli.domain.adjustment import DayContext

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.store import Store

_SAID = ("sleep_hours", "sleep_quality", "stress_level", "soreness_level", "energy_level", "injury_notes", "notes")


def on(store: Store, user_id: str, day: date) -> tuple[str, DayContext] | None:
    """Return the id and the context of one day, or None when nothing was logged."""
    row = store.one(
        f"SELECT id, date, {', '.join(_SAID)} FROM user_context_log WHERE user_id = :user_id AND date = :date",
        {"user_id": user_id, "date": day.isoformat()},
    )
    return (row["id"], DayContext(day, *(row[name] for name in _SAID))) if row else None


def latest(store: Store, user_id: str, day: date) -> DayContext | None:
    """Return the context of a day, else that of the day before, else None."""
    found = on(store, user_id, day) or on(store, user_id, day - timedelta(days=1))
    return found[1] if found else None


def write(store: Store, *, context_id: str, user_id: str, context: DayContext, at: str, is_new: bool) -> None:
    """Store the context of a day: a new row, or the same row with what is known now."""
    values = {**context._asdict(), "date": context.date.isoformat(), "id": context_id, "user_id": user_id, "at": at}
    if is_new:
        store.execute(
            f"""
            INSERT INTO main.user_context_log (id, user_id, date, {", ".join(_SAID)}, created_at, updated_at)
            VALUES (:id, :user_id, :date, {", ".join(f":{name}" for name in _SAID)}, :at, :at)
            """,
            values,
        )
        return
    store.execute(
        f"""
        UPDATE main.user_context_log
           SET {", ".join(f"{name} = :{name}" for name in _SAID)}, updated_at = :at
         WHERE id = :id
        """,
        values,
    )
