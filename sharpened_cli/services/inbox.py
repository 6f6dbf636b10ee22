"""What the coach has to tell a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text
from sharpened_cli.errors import NotThereError
from sharpened_cli.store import notifications

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

SHOWN = 30  # product choice: older messages are history


class InboxService(NamedTuple):
    """The messages of one person."""

    store: Store
    clock: Clock
    user: User

    def messages(self, *, everything: bool = False) -> dict[str, Any]:
        """Return the unread messages, newest first; ``everything`` adds the latest that were read."""
        unread = notifications.unread(self.store, self.user.id, as_text(self.clock.now()))
        shown = notifications.latest(self.store, self.user.id, SHOWN) if everything else unread
        return {"notifications": shown, "unread": len(unread)}

    def read(self, number: int | None) -> dict[str, Any]:
        """Mark one message, or all for None, as read; reading twice changes nothing. Raises NotThereError."""
        at = as_text(self.clock.now())
        with self.store.transaction():
            if number is None:
                marked = notifications.unread(self.store, self.user.id, at)
            else:
                found = notifications.find(self.store, self.user.id, number)
                if found is None:
                    raise NotThereError(
                        f"There is no message {number}.", code="no_such_id", hint="`sharpened inbox` lists them."
                    )
                marked = [found] if found.read_at is None else []
            for message in marked:
                notifications.mark_read(self.store, message.id, at)
            return self.messages()
