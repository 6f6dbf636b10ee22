"""The coach's conversations: kept message by message, listed, shown and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.ids import LEAST_PREFIX, list_number, new_id
from sharpened_cli.store import conversations

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.conversations import Conversation, Message
    from sharpened_cli.store.users import User

TITLE_LENGTH = 60
MOST_LISTED = 200


class ConversationService(NamedTuple):
    """Keeps one person's conversations with the coach."""

    store: Store
    clock: Clock
    user: User

    def latest(self) -> list[Conversation]:
        """Return the conversations, the latest first."""
        return conversations.latest(self.store, self.user.id, MOST_LISTED)

    def open(self, *, new: bool, first_words: str) -> str:
        """Return the id of the latest conversation, or of a new one titled by its first words."""
        with self.store.transaction():
            known = self.latest()
            if known and not new:
                return known[0].id
            conversation_id = new_id()
            title = " ".join(first_words.split())[:TITLE_LENGTH]
            conversations.begin(
                self.store,
                conversation_id=conversation_id,
                user_id=self.user.id,
                title=title,
                at=as_text(self.clock.now()),
            )
        return conversation_id

    def add(self, conversation_id: str, role: str, content: str, **more: Any) -> None:
        """Append a message; ``more`` are tool_calls, model, prompt_tokens, answer_tokens, interrupted."""
        with self.store.transaction():
            conversations.add(
                self.store,
                message_id=new_id(),
                conversation_id=conversation_id,
                user_id=self.user.id,
                role=role,
                content=content,
                at=as_text(self.clock.now()),
                **more,
            )

    def messages(self, wanted: str) -> list[Message]:
        """Return the messages of the conversation with a number in the list, or an id."""
        with self.store.snapshot():
            return conversations.messages(self.store, self._find(wanted).id)

    def delete(self, wanted: str) -> Conversation:
        """Delete a conversation and return what it was."""
        with self.store.transaction():
            found = self._find(wanted)
            conversations.delete(self.store, found.id)
        return found

    def _find(self, wanted: str) -> Conversation:
        """Return one conversation; raises NotThereError, InputError when a beginning fits several."""
        known = self.latest()
        number = list_number(wanted)
        if number and number <= len(known):
            return known[number - 1]
        found = [one for one in known if len(wanted) >= LEAST_PREFIX and one.id.startswith(wanted)]
        if len(found) > 1:
            raise InputError(f"{wanted} fits several conversations.", code="ambiguous_id", hint="Type more of the id.")
        if not found:
            raise NotThereError(
                f"There is no conversation {wanted}.",
                code="no_such_id",
                hint="`sharpened coach list` shows them with their numbers.",
            )
        return found[0]
