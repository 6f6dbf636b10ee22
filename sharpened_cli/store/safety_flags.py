"""Red flags that stand before every plan until a person clears them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.store import Store


def live_codes(store: Store, user_id: str) -> frozenset[str]:
    """Return the codes of the flags that nobody has cleared."""
    rows = store.all(
        "SELECT code FROM safety_flags WHERE user_id = :user_id AND cleared_at IS NULL ORDER BY code",
        {"user_id": user_id},
    )
    return frozenset(row[0] for row in rows)


class Flag(NamedTuple):
    """A live flag: its code, where it was heard, the person's words, and when."""

    code: str
    source: str
    quote: str
    created_at: str


def live(store: Store, user_id: str) -> list[Flag]:
    """Return the flags that nobody has cleared, the oldest first."""
    rows = store.all(
        """
        SELECT code, source, quote, created_at
          FROM safety_flags
         WHERE user_id = :user_id AND cleared_at IS NULL
         ORDER BY created_at, code
        """,
        {"user_id": user_id},
    )
    return [Flag(*row) for row in rows]


def add(
    store: Store,
    *,
    flag_id: str,
    user_id: str,
    code: str,
    source: str,
    quote: str,
    created_at: str,
    span: tuple[int, int] | None = None,
    session_id: str | None = None,
    message_id: str | None = None,
) -> None:
    """Raise a flag; the same code must not be live already."""
    start, end = span or (None, None)
    store.execute(
        """
        INSERT INTO main.safety_flags
            (id, user_id, code, source, quote, span_start, span_end, session_id, message_id, created_at)
        VALUES (:id, :user_id, :code, :source, :quote, :span_start, :span_end, :session_id, :message_id, :created_at)
        """,
        {
            "id": flag_id,
            "user_id": user_id,
            "code": code,
            "source": source,
            "quote": quote,
            "span_start": start,
            "span_end": end,
            "session_id": session_id,
            "message_id": message_id,
            "created_at": created_at,
        },
    )


def clear(store: Store, user_id: str, code: str, *, cleared_at: str, note: str) -> int:
    """Clear the live flag of a code; return how many rows that were."""
    return store.execute(
        """
        UPDATE main.safety_flags SET cleared_at = :cleared_at, cleared_note = :note
         WHERE id IN (SELECT id FROM safety_flags WHERE user_id = :user_id AND code = :code AND cleared_at IS NULL)
        """,
        {"user_id": user_id, "code": code, "cleared_at": cleared_at, "note": note},
    ).rowcount
