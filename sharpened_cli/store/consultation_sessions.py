"""Interviews and their messages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.store import Row, Store


class StoredSession(NamedTuple):
    """An interview's row; ``state`` holds which slots were asked, declined or left open, and edits."""

    session_id: str
    user_id: str
    engine: str
    current_section: int
    progress_percentage: int
    state: dict[str, Any]
    started_at: str
    completed_at: str | None
    closed_at: str | None


class StoredMessage(NamedTuple):
    """One message of an interview; ``extracted`` holds the rows a model added for it."""

    id: str
    position: int
    section: int
    role: str
    content: str
    created_at: str
    extracted: list[dict[str, Any]]
    interrupted: bool


_COLUMNS = """
    session_id, user_id, engine, current_section, progress_percentage, state, started_at, completed_at, closed_at
"""


def add(store: Store, *, session_id: str, user_id: str, key_id: str | None, engine: str, started_at: str) -> None:
    """Open an interview."""
    store.execute(
        """
        INSERT INTO main.consultation_sessions (session_id, user_id, consultation_key, engine, started_at, updated_at)
        VALUES (:session_id, :user_id, :key_id, :engine, :started_at, :started_at)
        """,
        {
            "session_id": session_id,
            "user_id": user_id,
            "key_id": key_id,
            "engine": engine,
            "started_at": started_at,
        },
    )


def open_one(store: Store, user_id: str) -> StoredSession | None:
    """Return the person's open interview."""
    row = store.one(
        f"""
        SELECT {_COLUMNS} FROM consultation_sessions
         WHERE user_id = :user_id AND completed_at IS NULL AND closed_at IS NULL
        """,
        {"user_id": user_id},
    )
    return None if row is None else _session(row)


def load(store: Store, session_id: str) -> StoredSession | None:
    """Return an interview by its id."""
    row = store.one(
        f"SELECT {_COLUMNS} FROM consultation_sessions WHERE session_id = :session_id", {"session_id": session_id}
    )
    return None if row is None else _session(row)


def every(store: Store, user_id: str) -> list[StoredSession]:
    """Return all interviews of a person, the latest first."""
    rows = store.all(
        f"SELECT {_COLUMNS} FROM consultation_sessions WHERE user_id = :user_id ORDER BY started_at DESC, "
        f"session_id DESC",
        {"user_id": user_id},
    )
    return [_session(row) for row in rows]


def save(store: Store, session: StoredSession, *, updated_at: str) -> None:
    """Write where an interview stands."""
    store.execute(
        """
        UPDATE main.consultation_sessions
           SET current_section = :current_section, progress_percentage = :progress_percentage, state = :state,
               engine = :engine, completed_at = :completed_at, closed_at = :closed_at, updated_at = :updated_at
         WHERE session_id = :session_id
        """,
        {
            "session_id": session.session_id,
            "current_section": session.current_section,
            "progress_percentage": session.progress_percentage,
            "state": json.dumps(session.state, ensure_ascii=False, sort_keys=True),
            "engine": session.engine,
            "completed_at": session.completed_at,
            "closed_at": session.closed_at,
            "updated_at": updated_at,
        },
    )


def messages(store: Store, session_id: str, *, with_undone: bool = False) -> list[StoredMessage]:
    """Return an interview's messages in order, those taken back left out unless asked for."""
    rows = store.all(
        """
        SELECT id, position, section, role, content, created_at, extracted_data, interrupted
          FROM consultation_messages
         WHERE session_id = :session_id AND (:with_undone OR undone_at IS NULL)
         ORDER BY position
        """,
        {"session_id": session_id, "with_undone": int(with_undone)},
    )
    return [_message(row) for row in rows]


def add_message(
    store: Store,
    *,
    message_id: str,
    session: StoredSession,
    section: int,
    role: str,
    content: str,
    created_at: str,
    model: str | None = None,
    tokens: tuple[int, int] | None = None,
) -> None:
    """Append a message to an interview."""
    row = store.one(
        "SELECT coalesce(max(position), 0) + 1 FROM consultation_messages WHERE session_id = :session_id",
        {"session_id": session.session_id},
    )
    prompt_tokens, answer_tokens = tokens or (None, None)
    store.execute(
        """
        INSERT INTO main.consultation_messages
            (id, session_id, user_id, position, section, role, content, model, prompt_tokens, answer_tokens, created_at)
        VALUES (:id, :session_id, :user_id, :position, :section, :role, :content, :model, :prompt_tokens,
                :answer_tokens, :created_at)
        """,
        {
            "id": message_id,
            "session_id": session.session_id,
            "user_id": session.user_id,
            "position": int(row[0]) if row else 1,
            "section": section,
            "role": role,
            "content": content,
            "model": model,
            "prompt_tokens": prompt_tokens,
            "answer_tokens": answer_tokens,
            "created_at": created_at,
        },
    )


def keep_model_rows(
    store: Store, message_id: str, rows: list[dict[str, Any]], *, model: str, prompt_tokens: int, answer_tokens: int
) -> None:
    """Keep the rows that a model added for a message, and what they cost."""
    store.execute(
        """
        UPDATE main.consultation_messages
           SET extracted_data = :rows, model = :model, prompt_tokens = :prompt_tokens, answer_tokens = :answer_tokens
         WHERE id = :id
        """,
        {
            "id": message_id,
            "rows": json.dumps(rows, ensure_ascii=False),
            "model": model,
            "prompt_tokens": prompt_tokens,
            "answer_tokens": answer_tokens,
        },
    )


def undo_message(store: Store, message_id: str, *, undone_at: str) -> None:
    """Take a message back; it stays in the table."""
    store.execute(
        "UPDATE main.consultation_messages SET undone_at = :undone_at WHERE id = :id",
        {"id": message_id, "undone_at": undone_at},
    )


def delete_messages(store: Store, user_id: str, session_id: str | None = None) -> int:
    """Delete the text of a person's interviews (facts keep their rows); return how many messages that were."""
    wanted = {"user_id": user_id, "session_id": session_id}
    rows = store.all(
        """
        SELECT id FROM consultation_messages
         WHERE user_id = :user_id AND (:session_id IS NULL OR session_id = :session_id)
         ORDER BY id
        """,
        wanted,
    )
    return store.execute_many(
        "UPDATE main.consultation_messages SET content = '', extracted_data = '[]' WHERE id = :id",
        [{"id": row[0]} for row in rows],
    )


def _session(row: Row) -> StoredSession:
    return StoredSession(row[0], row[1], row[2], row[3], row[4], json.loads(row[5]), row[6], row[7], row[8])


def _message(row: Row) -> StoredMessage:
    return StoredMessage(row[0], row[1], row[2], row[3], row[4], row[5], json.loads(row[6]), bool(row[7]))


def tokens_since(store: Store, user_id: str, instant: str) -> int:
    """Return how many tokens a person's interviews have used since an instant."""
    row = store.one(
        """
        SELECT coalesce(sum(coalesce(prompt_tokens, 0) + coalesce(answer_tokens, 0)), 0)
          FROM consultation_messages
         WHERE user_id = :user_id AND created_at >= :instant
        """,
        {"user_id": user_id, "instant": instant},
    )
    return int(row[0]) if row else 0
