"""Weights, body fat and girths as they were measured."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sharpened_cli.store import Row, Store


class MetricRow(NamedTuple):
    """One row of body_metrics; ``recorded_at`` is UTC text, girths are in cm by key (``waist_cm``)."""

    id: str
    recorded_at: str
    local_date: str
    weight_kg: float | None
    body_fat_percentage: float | None
    girths: Mapping[str, float]
    source: str = "typed"
    notes: str = ""


_COLUMNS = """
    SELECT id, recorded_at, local_date, weight_kg, body_fat_percentage, girths, source, notes
      FROM body_metrics
"""


def add(store: Store, user_id: str, metric: MetricRow, now: str) -> None:
    """Add a measurement."""
    store.execute(
        """
        INSERT INTO main.body_metrics
            (id, user_id, recorded_at, local_date, weight_kg, body_fat_percentage, girths, source, notes, created_at,
             updated_at)
        VALUES
            (:id, :user_id, :recorded_at, :local_date, :weight_kg, :body_fat_percentage, :girths, :source, :notes,
             :now, :now)
        """,
        {**_parameters(metric), "user_id": user_id, "now": now},
    )


def replace(store: Store, metric: MetricRow, now: str) -> None:
    """Write a changed measurement over the stored one."""
    store.execute(
        """
        UPDATE main.body_metrics
           SET recorded_at = :recorded_at, local_date = :local_date, weight_kg = :weight_kg,
               body_fat_percentage = :body_fat_percentage, girths = :girths, source = :source, notes = :notes,
               updated_at = :now
         WHERE id = :id
        """,
        {**_parameters(metric), "now": now},
    )


def set_removed(store: Store, metric_id: str, removed_at: str | None) -> None:
    """Take a measurement out of every sum, or (None) back in."""
    store.execute("UPDATE main.body_metrics SET deleted_at = :at WHERE id = :id", {"id": metric_id, "at": removed_at})


def get(store: Store, metric_id: str) -> MetricRow | None:
    """Return a live measurement, or None."""
    row = store.one(f"{_COLUMNS} WHERE id = :id AND deleted_at IS NULL", {"id": metric_id})
    return _metric(row) if row else None


def find(store: Store, user_id: str, prefix: str) -> list[str]:
    """Return the ids of live measurements that begin so, at most two."""
    rows = store.all(
        """
        SELECT id FROM body_metrics
         WHERE user_id = :user_id AND deleted_at IS NULL AND substr(id, 1, length(:prefix)) = :prefix
         ORDER BY id LIMIT 2
        """,
        {"user_id": user_id, "prefix": prefix},
    )
    return [row[0] for row in rows]


def latest(store: Store, user_id: str, limit: int) -> list[MetricRow]:
    """Return the latest live measurements, the newest first."""
    rows = store.all(
        f"{_COLUMNS} WHERE user_id = :user_id AND deleted_at IS NULL ORDER BY recorded_at DESC, id DESC LIMIT :limit",
        {"user_id": user_id, "limit": limit},
    )
    return [_metric(row) for row in rows]


def nearest_weight(store: Store, user_id: str, day: date, but: str = "") -> tuple[str, float] | None:
    """Return date and kg of the weigh-in nearest to a day, the measurement ``but`` excepted; None without any."""
    row = store.one(
        """
        SELECT local_date, weight_kg FROM body_metrics
         WHERE user_id = :user_id AND weight_kg IS NOT NULL AND deleted_at IS NULL AND id <> :but
         ORDER BY abs(julianday(local_date) - julianday(:day)), recorded_at DESC, id DESC
         LIMIT 1
        """,
        {"user_id": user_id, "day": day.isoformat(), "but": but},
    )
    return (row[0], row[1]) if row else None


def from_document(document: Mapping[str, Any]) -> MetricRow:
    """Return the measurement that a revision keeps."""
    return MetricRow(**document)


def _parameters(metric: MetricRow) -> dict[str, Any]:
    return {**metric._asdict(), "girths": json.dumps(metric.girths, sort_keys=True)}


def _metric(row: Row) -> MetricRow:
    return MetricRow(**{**dict(row), "girths": json.loads(row["girths"])})
