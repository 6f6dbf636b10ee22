"""The stored words of interviews: shown, exported, deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.consultation.turns import SECTIONS
from sharpened_cli.errors import NotThereError
from sharpened_cli.store import consultation_sessions as sessions

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.consultation_sessions import StoredMessage, StoredSession
    from sharpened_cli.store.users import User


@dataclass(frozen=True)
class TranscriptService:
    """Reads and deletes what one person said in interviews."""

    store: Store
    clock: Clock
    user: User

    def show(self, wanted: str = "") -> tuple[StoredSession, list[StoredMessage]]:
        """Return an interview (the latest by default) and its messages. Raises NotThereError when there is none."""
        with self.store.snapshot():
            session = self._one(wanted)
            return session, sessions.messages(self.store, session.session_id)

    def exported(self, wanted: str = "") -> dict[str, Any]:
        """Return an interview's turns in the form that a script takes."""
        session, messages = self.show(wanted)
        parts: list[dict[str, Any]] = []
        for message in messages:
            if message.role != "user" or not message.content:
                continue
            name = SECTIONS[message.section - 1]
            if not parts or parts[-1]["section"] != name:
                parts.append({"section": name, "turns": []})
            parts[-1]["turns"].append(message.content)
        return {"id": session.session_id, "today": session.started_at[:10], "sections": parts}

    def delete(self, wanted: str = "") -> int:
        """Delete the words of one interview, or of all; return how many messages that were."""
        with self.store.transaction():
            session_id = self._one(wanted).session_id if wanted else None
            return sessions.delete_messages(self.store, self.user.id, session_id)

    def _one(self, wanted: str) -> StoredSession:
        found = [one for one in sessions.every(self.store, self.user.id) if one.session_id.startswith(wanted)]
        if not found:
            raise NotThereError(
                "There is no such interview.", code="no_such_id", hint="Start one: `sharpened consult`."
            )
        return found[0]
