"""What the coach has to tell: rows written in the transaction of what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.store import Store


class Notification(NamedTuple):
    """One message; ``number`` is what people type."""

    id: str
    number: int
    notification_type: str
    title: str
    message: str
    ref_type: str | None
    ref_id: str | None
    priority: str
    created_at: str
    read_at: str | None


_COLUMNS = """
    SELECT id, number, notification_type, title, message, ref_type, ref_id, priority, created_at, read_at
      FROM notifications
"""


def unread(store: Store, user_id: str, now: str) -> list[Notification]:
    """Return what was not read yet and has not expired, the newest first."""
    rows = store.all(
        f"""
        {_COLUMNS}
         WHERE user_id = :user_id AND read_at IS NULL AND (expires_at IS NULL OR expires_at > :now)
         ORDER BY number DESC
        """,
        {"user_id": user_id, "now": now},
    )
    return [Notification(*row) for row in rows]


def latest(store: Store, user_id: str, limit: int) -> list[Notification]:
    """Return the latest messages, read or not, the newest first."""
    rows = store.all(
        f"{_COLUMNS} WHERE user_id = :user_id ORDER BY number DESC LIMIT :limit",
        {"user_id": user_id, "limit": limit},
    )
    return [Notification(*row) for row in rows]


def find(store: Store, user_id: str, number: int) -> Notification | None:
    """Return a message by its number, or None."""
    row = store.one(f"{_COLUMNS} WHERE user_id = :user_id AND number = :number", {"user_id": user_id, "number": number})
    return Notification(*row) if row else None


def add(
    store: Store,
    *,
    notification_id: str,
    user_id: str,
    notification_type: str,
    title: str,
    message: str,
    created_at: str,
    ref_type: str | None = None,
    ref_id: str | None = None,
    priority: str = "normal",
    expires_at: str | None = None,
) -> int:
    """Add a message and return its number."""
    row = store.one(
        "SELECT coalesce(max(number), 0) + 1 FROM notifications WHERE user_id = :user_id", {"user_id": user_id}
    )
    number = int(row[0]) if row else 1
    store.execute(
        """
        INSERT INTO main.notifications
            (id, user_id, number, notification_type, title, message, ref_type, ref_id, priority, created_at, expires_at)
        VALUES
            (:id, :user_id, :number, :notification_type, :title, :message, :ref_type, :ref_id, :priority, :created_at,
             :expires_at)
        """,
        {
            "id": notification_id,
            "user_id": user_id,
            "number": number,
            "notification_type": notification_type,
            "title": title,
            "message": message,
            "ref_type": ref_type,
            "ref_id": ref_id,
            "priority": priority,
            "created_at": created_at,
            "expires_at": expires_at,
        },
    )
    return number


def mark_read(store: Store, notification_id: str, read_at: str) -> None:
    """Mark one message as read."""
    store.execute(
        "UPDATE main.notifications SET read_at = :read_at WHERE id = :id", {"id": notification_id, "read_at": read_at}
    )


def mark_read_about(store: Store, user_id: str, ref_id: str, read_at: str) -> None:
    """Mark every unread message about one thing as read: it has been dealt with."""
    store.execute(
        """
        UPDATE main.notifications SET read_at = :read_at
         WHERE id IN (SELECT id FROM notifications WHERE user_id = :user_id AND ref_id = :ref_id AND read_at IS NULL)
        """,
        {"user_id": user_id, "ref_id": ref_id, "read_at": read_at},
    )
