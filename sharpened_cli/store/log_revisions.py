"""What a log was before it was edited or removed: enough to undo that exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sharpened_cli.store import Row, Store


class Revision(NamedTuple):
    """One change of a logged meal, activity or measurement; ``before`` is its state before."""

    id: str
    entity_type: str
    entity_id: str
    action: str
    before: Mapping[str, Any]
    created_at: str
    undone_at: str | None


_COLUMNS = "SELECT id, entity_type, entity_id, action, before, created_at, undone_at FROM log_revisions"


def add(
    store: Store,
    *,
    revision_id: str,
    user_id: str,
    entity_type: str,
    entity_id: str,
    action: str,
    before: Mapping[str, Any],
    created_at: str,
) -> None:
    """Keep the state of a log before it is edited or removed (``action``)."""
    import json

    store.execute(
        """
        INSERT INTO main.log_revisions (id, user_id, entity_type, entity_id, action, before, created_at)
        VALUES (:id, :user_id, :entity_type, :entity_id, :action, :before, :created_at)
        """,
        {
            "id": revision_id,
            "user_id": user_id,
            "entity_type": entity_type,
            "entity_id": entity_id,
            "action": action,
            "before": json.dumps(before, ensure_ascii=False, sort_keys=True),
            "created_at": created_at,
        },
    )


def latest(store: Store, user_id: str, entity_type: str, entity_id: str | None = None) -> Revision | None:
    """Return the last change that was not undone, of one log or of any of its type."""
    row = store.one(
        f"""
        {_COLUMNS}
         WHERE user_id = :user_id AND entity_type = :entity_type AND undone_at IS NULL
           AND (:entity_id IS NULL OR entity_id = :entity_id)
         ORDER BY created_at DESC, id DESC
         LIMIT 1
        """,
        {"user_id": user_id, "entity_type": entity_type, "entity_id": entity_id},
    )
    return _revision(row) if row else None


def mark_undone(store: Store, revision_id: str, undone_at: str) -> None:
    """Mark a change as undone."""
    store.execute(
        "UPDATE main.log_revisions SET undone_at = :undone_at WHERE id = :id",
        {"id": revision_id, "undone_at": undone_at},
    )


def _revision(row: Row) -> Revision:
    import json

    return Revision(
        id=row["id"],
        entity_type=row["entity_type"],
        entity_id=row["entity_id"],
        action=row["action"],
        before=json.loads(row["before"]),
        created_at=row["created_at"],
        undone_at=row["undone_at"],
    )
