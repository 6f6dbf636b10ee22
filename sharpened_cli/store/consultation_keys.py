"""Consultation keys (only their hashes), who used them, and failed tries. For the service connection."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.store import Row, Store


class StoredKey(NamedTuple):
    """A key's row: limits, state and whom it is for; instants as text."""

    id: str
    max_uses: int
    current_uses: int
    expires_at: str | None
    assigned_user_id: str | None
    assigned_email: str | None
    is_active: bool
    note: str
    created_at: str
    last_used_at: str | None


class KeyUse(NamedTuple):
    """One redemption of a key."""

    key_id: str
    email: str
    session_id: str
    redeemed_at: str
    host: str
    program: str


_SELECT = """
    SELECT k.id, k.max_uses, k.current_uses, k.expires_at, k.assigned_user_id, u.email, k.is_active, k.note,
           k.created_at, k.last_used_at
      FROM consultation_keys AS k
      LEFT JOIN auth_users AS u ON u.id = k.assigned_user_id
"""


def add(
    store: Store,
    *,
    key_id: str,
    key_hash: str,
    max_uses: int,
    expires_at: str | None,
    assigned_user_id: str | None,
    note: str,
    created_at: str,
) -> None:
    """Add a key by its SHA-256 in hexadecimal."""
    store.execute(
        """
        INSERT INTO main.consultation_keys
            (id, key_value, max_uses, expires_at, assigned_user_id, note, created_at)
        VALUES (:id, :key_hash, :max_uses, :expires_at, :assigned_user_id, :note, :created_at)
        """,
        {
            "id": key_id,
            "key_hash": key_hash,
            "max_uses": max_uses,
            "expires_at": expires_at,
            "assigned_user_id": assigned_user_id,
            "note": note,
            "created_at": created_at,
        },
    )


def by_hash(store: Store, key_hash: str) -> StoredKey | None:
    """Return the key with this hash."""
    row = store.one(f"{_SELECT} WHERE k.key_value = :key_hash", {"key_hash": key_hash})
    return None if row is None else _key(row)


def find(store: Store, wanted: str) -> list[StoredKey]:
    """Return the keys whose id is ``wanted`` or begins with it (8 characters or more)."""
    rows = store.all(
        f"""
        {_SELECT}
         WHERE k.id = :wanted OR (length(:wanted) >= 8 AND substr(k.id, 1, length(:wanted)) = lower(:wanted))
         ORDER BY k.id
        """,
        {"wanted": wanted},
    )
    return [_key(row) for row in rows]


def every(store: Store) -> list[StoredKey]:
    """Return all keys, the oldest first."""
    return [_key(row) for row in store.all(f"{_SELECT} ORDER BY k.id")]


def count_use(store: Store, key: StoredKey, *, used_at: str) -> None:
    """Count one use of a key; the table refuses more than its maximum."""
    store.execute(
        """
        UPDATE main.consultation_keys
           SET current_uses = :uses, first_used_at = coalesce(first_used_at, :used_at), last_used_at = :used_at
         WHERE id = :id
        """,
        {"id": key.id, "uses": key.current_uses + 1, "used_at": used_at},
    )


def add_use(
    store: Store, *, use_id: str, key_id: str, user_id: str, session_id: str, redeemed_at: str, host: str, program: str
) -> None:
    """Record who redeemed a key for which session, from which host and program."""
    store.execute(
        """
        INSERT INTO main.consultation_key_usage (id, key_id, user_id, session_id, redeemed_at, ip_address, user_agent)
        VALUES (:id, :key_id, :user_id, :session_id, :redeemed_at, :host, :program)
        """,
        {
            "id": use_id,
            "key_id": key_id,
            "user_id": user_id,
            "session_id": session_id,
            "redeemed_at": redeemed_at,
            "host": host,
            "program": program,
        },
    )


def uses(store: Store, key_id: str | None = None) -> list[KeyUse]:
    """Return the redemptions of one key, or of all, the oldest first."""
    rows = store.all(
        """
        SELECT g.key_id, u.email, g.session_id, g.redeemed_at, g.ip_address, g.user_agent
          FROM consultation_key_usage AS g
          JOIN auth_users AS u ON u.id = g.user_id
         WHERE :key_id IS NULL OR g.key_id = :key_id
         ORDER BY g.redeemed_at, g.id
        """,
        {"key_id": key_id},
    )
    return [KeyUse(*row) for row in rows]


def revoke(store: Store, key_id: str) -> None:
    """Make a key unusable."""
    store.execute("UPDATE main.consultation_keys SET is_active = 0 WHERE id = :id", {"id": key_id})


def of_session(store: Store, session_id: str) -> StoredKey | None:
    """Return the key that a session was opened with."""
    row = store.one(
        f"{_SELECT} JOIN consultation_sessions AS s ON s.consultation_key = k.id WHERE s.session_id = :session_id",
        {"session_id": session_id},
    )
    return None if row is None else _key(row)


def add_failure(store: Store, *, failure_id: str, attempted_at: str) -> None:
    """Count a failed try."""
    store.execute(
        "INSERT INTO main.consultation_key_failures (id, attempted_at) VALUES (:id, :attempted_at)",
        {"id": failure_id, "attempted_at": attempted_at},
    )


def failures_since(store: Store, instant: str) -> int:
    """Return how many tries failed since an instant."""
    row = store.one(
        "SELECT count(*) FROM consultation_key_failures WHERE attempted_at > :instant", {"instant": instant}
    )
    return int(row[0]) if row else 0


def forget_failures_before(store: Store, instant: str) -> None:
    """Remove old failed tries; they only count for a minute."""
    store.execute(
        """
        DELETE FROM main.consultation_key_failures
         WHERE id IN (SELECT id FROM consultation_key_failures WHERE attempted_at <= :instant)
        """,
        {"instant": instant},
    )


def _key(row: Row) -> StoredKey:
    return StoredKey(row[0], row[1], row[2], row[3], row[4], row[5], bool(row[6]), row[7], row[8], row[9])
