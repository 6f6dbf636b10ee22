"""What was done of what was planned: one record a planned session or meal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sharpened_cli.store import Row, Store


class Record(NamedTuple):
    """One row of adherence_records; ``date`` is the planned local day as ISO text."""

    id: str
    planned_entity_type: str
    planned_entity_id: str
    date: str
    status: str
    similarity_score: float
    actual_ref_type: str | None
    actual_ref_id: str | None
    source: str
    details: Mapping[str, Any]


_COLUMNS = """
    SELECT id, planned_entity_type, planned_entity_id, date, status, similarity_score, actual_ref_type, actual_ref_id,
           source, details
      FROM adherence_records
"""


def of_planned(store: Store, planned_ids: Iterable[str]) -> dict[str, Record]:
    """Return the records of planned sessions and meals by their ids."""
    import json

    rows = store.all(
        f"{_COLUMNS} WHERE planned_entity_id IN (SELECT value FROM json_each(:ids)) ORDER BY planned_entity_id",
        {"ids": json.dumps(sorted(planned_ids))},
    )
    return {record.planned_entity_id: record for record in map(_record, rows)}


def of_actual(store: Store, actual_id: str) -> Record | None:
    """Return the record that a logged activity or meal fills, or None."""
    row = store.one(f"{_COLUMNS} WHERE actual_ref_id = :id ORDER BY id LIMIT 1", {"id": actual_id})
    return _record(row) if row else None


def between(store: Store, user_id: str, first: date, last: date, entity_type: str) -> list[Record]:
    """Return the records of planned days of a range, by day."""
    rows = store.all(
        f"""
        {_COLUMNS}
         WHERE user_id = :user_id AND date BETWEEN :first AND :last AND planned_entity_type = :entity_type
         ORDER BY date, planned_entity_id
        """,
        {"user_id": user_id, "first": first.isoformat(), "last": last.isoformat(), "entity_type": entity_type},
    )
    return [_record(row) for row in rows]


def put(store: Store, user_id: str, record: Record, now: str) -> None:
    """Write the record of a planned thing: new, or over the one it has."""
    import json

    known = store.one(
        "SELECT id FROM adherence_records WHERE planned_entity_id = :id", {"id": record.planned_entity_id}
    )
    values = {
        **record._asdict(),
        "id": known[0] if known else record.id,
        "details": json.dumps(record.details, ensure_ascii=False, sort_keys=True),
        "now": now,
        "user_id": user_id,
    }
    store.execute(_UPDATE if known else _INSERT, values)


_UPDATE = """
    UPDATE main.adherence_records
       SET date = :date, status = :status, similarity_score = :similarity_score, actual_ref_type = :actual_ref_type,
           actual_ref_id = :actual_ref_id, source = :source, details = :details, updated_at = :now
     WHERE id = :id
"""
_INSERT = """
    INSERT INTO main.adherence_records
        (id, user_id, planned_entity_type, planned_entity_id, date, status, similarity_score, actual_ref_type,
         actual_ref_id, source, details, created_at, updated_at)
    VALUES
        (:id, :user_id, :planned_entity_type, :planned_entity_id, :date, :status, :similarity_score, :actual_ref_type,
         :actual_ref_id, :source, :details, :now, :now)
"""


def remove(store: Store, record_id: str) -> None:
    """Delete a record: the planned thing is open again."""
    store.execute("DELETE FROM main.adherence_records WHERE id = :id", {"id": record_id})


def _record(row: Row) -> Record:
    import json

    record = Record(*row)
    return record._replace(details=json.loads(row["details"]))
