"""Who is in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.store import Store


class User(NamedTuple):
    """A person of the file with what every command needs: zone, units and whether there is a profile."""

    id: str
    email: str
    timezone: str
    unit_system: str
    has_profile: bool


def find(store: Store, wanted: str) -> list[User]:
    """Return the people whose email or id is ``wanted``, or whose id begins with it (8 characters or more)."""
    return _users(
        store,
        """
        WHERE u.email = :wanted OR u.id = :wanted
           OR (length(:wanted) >= 8 AND substr(u.id, 1, length(:wanted)) = lower(:wanted))
        """,
        {"wanted": wanted},
    )


def first(store: Store, limit: int) -> list[User]:
    """Return the first people of the file, by email."""
    return _users(store, "", {"limit": limit}, "LIMIT :limit")


def count(store: Store) -> int:
    """Return how many people are in the file."""
    row = store.one("SELECT count(*) FROM auth_users")
    return int(row[0]) if row else 0


def add(store: Store, *, user_id: str, email: str, created_at: str) -> None:
    """Add a person; the email must not be there yet."""
    store.execute(
        "INSERT INTO main.auth_users (id, email, created_at) VALUES (:id, :email, :created_at)",
        {"id": user_id, "email": email, "created_at": created_at},
    )


def _users(store: Store, where: str, parameters: dict[str, object], tail: str = "") -> list[User]:
    rows = store.all(
        f"""
        SELECT u.id, u.email, coalesce(p.timezone, 'UTC') AS timezone,
               coalesce(p.unit_system, 'metric') AS unit_system, p.id IS NOT NULL AS has_profile
          FROM auth_users AS u
          LEFT JOIN profiles AS p ON p.id = u.id
        {where}
         ORDER BY u.email, u.id
        {tail}
        """,
        parameters,
    )
    return [User(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows]
