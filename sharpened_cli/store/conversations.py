"""The coach's conversations and their messages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.store import Store


class Conversation(NamedTuple):
    """One conversation, without its messages."""

    id: str
    title: str
    message_count: int
    last_message_at: str


class Message(NamedTuple):
    """One message: role ``user``, ``assistant`` or ``tool``, its text, and the tool calls it made."""

    position: int
    role: str
    content: str
    tool_calls: list[dict[str, Any]]
    created_at: str


def latest(store: Store, user_id: str, limit: int) -> list[Conversation]:
    """Return a person's conversations that are not put away, the latest first."""
    rows = store.all(
        """
        SELECT id, title, message_count, last_message_at
          FROM coach_conversations
         WHERE user_id = :user_id AND archived = 0
         ORDER BY last_message_at DESC, id DESC
         LIMIT :limit
        """,
        {"user_id": user_id, "limit": limit},
    )
    return [Conversation(*row) for row in rows]


def begin(store: Store, *, conversation_id: str, user_id: str, title: str, at: str) -> None:
    """Add an empty conversation."""
    store.execute(
        """
        INSERT INTO main.coach_conversations (id, user_id, title, last_message_at, created_at, updated_at)
        VALUES (:id, :user_id, :title, :at, :at, :at)
        """,
        {"id": conversation_id, "user_id": user_id, "title": title, "at": at},
    )


def add(
    store: Store,
    *,
    message_id: str,
    conversation_id: str,
    user_id: str,
    role: str,
    content: str,
    at: str,
    tool_calls: list[dict[str, Any]] | None = None,
    model: str | None = None,
    prompt_tokens: int | None = None,
    answer_tokens: int | None = None,
    interrupted: bool = False,
) -> None:
    """Append a message and move its conversation to the top."""
    count = store.one("SELECT count(*) FROM coach_messages WHERE conversation_id = :id", {"id": conversation_id})
    position = (count[0] if count else 0) + 1
    store.execute(
        """
        INSERT INTO main.coach_messages (id, conversation_id, user_id, position, role, content, tool_calls, model,
                                         prompt_tokens, answer_tokens, interrupted, created_at)
        VALUES (:id, :conversation_id, :user_id, :position, :role, :content, :tool_calls, :model,
                :prompt_tokens, :answer_tokens, :interrupted, :at)
        """,
        {
            "id": message_id,
            "conversation_id": conversation_id,
            "user_id": user_id,
            "position": position,
            "role": role,
            "content": content,
            "tool_calls": json.dumps(tool_calls or [], ensure_ascii=False),
            "model": model,
            "prompt_tokens": prompt_tokens,
            "answer_tokens": answer_tokens,
            "interrupted": interrupted,
            "at": at,
        },
    )
    store.execute(
        """
        UPDATE main.coach_conversations
           SET message_count = :position, last_message_at = :at, updated_at = :at
         WHERE id = :id
        """,
        {"id": conversation_id, "position": position, "at": at},
    )


def messages(store: Store, conversation_id: str) -> list[Message]:
    """Return the messages of a conversation in order."""
    rows = store.all(
        """
        SELECT position, role, content, tool_calls, created_at
          FROM coach_messages
         WHERE conversation_id = :id
         ORDER BY position
        """,
        {"id": conversation_id},
    )
    return [Message(row[0], row[1], row[2], json.loads(row[3]), row[4]) for row in rows]


def tokens_since(store: Store, user_id: str, at: str) -> int:
    """Return the tokens that a person's chats have used since an instant."""
    row = store.one(
        """
        SELECT total(coalesce(prompt_tokens, 0) + coalesce(answer_tokens, 0))
          FROM coach_messages
         WHERE user_id = :user_id AND created_at >= :at
        """,
        {"user_id": user_id, "at": at},
    )
    return int(row[0]) if row else 0


def delete(store: Store, conversation_id: str) -> None:
    """Delete a conversation with its messages."""
    store.execute("DELETE FROM main.coach_conversations WHERE id = :id", {"id": conversation_id})
