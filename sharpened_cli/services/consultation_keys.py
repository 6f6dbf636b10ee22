"""Consultation keys: issued once, kept as hashes, redeemed atomically. For the service role."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli import clock as clocks
from sharpened_cli.errors import InputError, NotThereError, RefusedError
from sharpened_cli.ids import new_id
from sharpened_cli.store import consultation_keys, consultation_sessions, users

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.consultation_keys import KeyUse, StoredKey
    from sharpened_cli.store.consultation_sessions import StoredSession
    from sharpened_cli.store.users import User

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without letters and digits that look alike
GROUPS, GROUP_LENGTH = 7, 4  # 28 characters of 30: 137 bits
PREFIX = "SHARP"
MOST_USES = 100_000
FAILURES_A_MINUTE = 5  # product choice: enough for slips of the pen
_MINUTE = timedelta(minutes=1)

_REFUSALS = {
    "key_unknown": ("This consultation key is not known here.", "Check it letter by letter, or ask for a new one."),
    "key_inactive": ("This consultation key was revoked.", "Ask whoever gave it to you for a new one."),
    "key_expired": ("This consultation key has expired.", "Ask whoever gave it to you for a new one."),
    "key_assigned": ("This consultation key is for somebody else.", "Use the key that was issued for you."),
    "key_used_up": ("This consultation key has been used up.", "Ask whoever gave it to you for a new one."),
    "key_throttled": ("Too many wrong keys within a minute.", "Wait a minute and try again."),
}


class IssuedKey(NamedTuple):
    """A new key, shown this once: its id, the key itself, its limits."""

    id: str
    key: str
    max_uses: int
    expires_at: str | None
    assigned_to: str | None
    note: str


class Visitor(NamedTuple):
    """From where a key is redeemed: host name, program and terminal."""

    host: str = ""
    program: str = ""


@dataclass(frozen=True)
class ConsultationKeyService:
    """Issues, lists, revokes and redeems keys on the service connection."""

    store: Store
    clock: Clock

    def issue(
        self, *, max_uses: int = 1, lasts: timedelta | None = None, for_email: str = "", note: str = ""
    ) -> IssuedKey:
        """Make a key and return it; only its hash is kept.

        Raises InputError for limits that cannot be, NotThereError when nobody has that email.
        """
        if not 1 <= max_uses <= MOST_USES:
            raise InputError(
                f"A key can have 1 to {MOST_USES} uses, not {max_uses}.", code="bad_uses", hint="Use --max-uses."
            )
        with self.store.transaction():
            user_id = self._user_id(for_email) if for_email else None
            return self._made(max_uses, lasts, user_id, for_email or None, note)

    def issue_own(self, user: User) -> IssuedKey:
        """Make a key of one use for the owner of the file."""
        with self.store.transaction():
            return self._made(1, None, user.id, user.email, "own key")

    def listing(self) -> list[StoredKey]:
        """Return all keys, the oldest first."""
        return consultation_keys.every(self.store)

    def revoke(self, wanted: str) -> StoredKey:
        """Make a key unusable and return it; revoking twice changes nothing.

        Raises NotThereError when there is no such key, InputError when the id's beginning fits several.
        """
        with self.store.transaction():
            key = self._one(wanted)
            consultation_keys.revoke(self.store, key.id)
            return key._replace(is_active=False)

    def usage(self, wanted: str = "") -> list[KeyUse]:
        """Return who redeemed a key (or any key), the oldest first."""
        return consultation_keys.uses(self.store, self._one(wanted).id if wanted else None)

    def redeem(self, key: str, user: User, visitor: Visitor, engine: str = "offline") -> StoredSession:
        """Count one use of a key and open an interview with it, in one transaction.

        Checked in this order, each with its own code: unknown, inactive, expired, assigned to somebody else, used
        up. Failed tries are counted; after five within a minute every further one is refused. Raises RefusedError.
        """
        with self.store.transaction():
            refusal = self._refusal(key, user)
            if refusal is None:
                return self._opened(self._found(key), user, visitor, engine)
            self._count_failure()
        raise refused(refusal)

    def check_still_valid(self, session_id: str) -> None:
        """Raise RefusedError when the key that an interview was opened with was revoked or has expired."""
        key = consultation_keys.of_session(self.store, session_id)
        if key is not None and not key.is_active:
            raise refused("key_inactive")
        if key is not None and self._is_expired(key):
            raise refused("key_expired")

    def _refusal(self, text: str, user: User) -> str | None:
        since = clocks.as_text(self.clock.now() - _MINUTE)
        if consultation_keys.failures_since(self.store, since) >= FAILURES_A_MINUTE:
            return "key_throttled"
        key = consultation_keys.by_hash(self.store, key_hash(text))
        if key is None:
            return "key_unknown"
        if not key.is_active:
            return "key_inactive"
        if self._is_expired(key):
            return "key_expired"
        if key.assigned_user_id not in (None, user.id):
            return "key_assigned"
        return "key_used_up" if key.current_uses >= key.max_uses else None

    def _opened(self, key: StoredKey, user: User, visitor: Visitor, engine: str) -> StoredSession:
        now, session_id = clocks.as_text(self.clock.now()), new_id()
        consultation_keys.count_use(self.store, key, used_at=now)
        before = consultation_sessions.open_one(self.store, user.id)
        if before is not None:
            consultation_sessions.save(self.store, before._replace(closed_at=now), updated_at=now)
        consultation_sessions.add(
            self.store, session_id=session_id, user_id=user.id, key_id=key.id, engine=engine, started_at=now
        )
        consultation_keys.add_use(
            self.store,
            use_id=new_id(),
            key_id=key.id,
            user_id=user.id,
            session_id=session_id,
            redeemed_at=now,
            host=visitor.host,
            program=visitor.program,
        )
        opened = consultation_sessions.load(self.store, session_id)
        assert opened is not None
        return opened

    def _found(self, text: str) -> StoredKey:
        key = consultation_keys.by_hash(self.store, key_hash(text))
        assert key is not None
        return key

    def _count_failure(self) -> None:
        now = self.clock.now()
        consultation_keys.forget_failures_before(self.store, clocks.as_text(now - _MINUTE))
        consultation_keys.add_failure(self.store, failure_id=new_id(), attempted_at=clocks.as_text(now))

    def _is_expired(self, key: StoredKey) -> bool:
        return key.expires_at is not None and key.expires_at <= clocks.as_text(self.clock.now())

    def _made(
        self, max_uses: int, lasts: timedelta | None, user_id: str | None, email: str | None, note: str
    ) -> IssuedKey:
        key, key_id, now = _new_key(), new_id(), self.clock.now()
        expires_at = clocks.as_text(now + lasts) if lasts else None
        consultation_keys.add(
            self.store,
            key_id=key_id,
            key_hash=key_hash(key),
            max_uses=max_uses,
            expires_at=expires_at,
            assigned_user_id=user_id,
            note=note,
            created_at=clocks.as_text(now),
        )
        return IssuedKey(key_id, key, max_uses, expires_at, email, note)

    def _user_id(self, email: str) -> str:
        found = users.find(self.store, email)
        if len(found) != 1:
            raise NotThereError(
                f"Nobody in this file is {email!r}.",
                code="no_such_user",
                hint="`sharpened clients list` shows who is there.",
            )
        return found[0].id

    def _one(self, wanted: str) -> StoredKey:
        found = consultation_keys.find(self.store, wanted)
        if not found:
            raise NotThereError(
                f"There is no key {wanted!r}.", code="no_such_id", hint="`sharpened keys list` shows the ids."
            )
        if len(found) > 1:
            raise InputError(
                f"Several keys begin with {wanted!r}.", code="ambiguous_id", hint="Give more letters of the id."
            )
        return found[0]


def refused(code: str) -> RefusedError:
    """Return the refusal of a key, in fixed words."""
    message, hint = _REFUSALS[code]
    return RefusedError(message, code=code, hint=hint)


def key_hash(text: str) -> str:
    """Return the SHA-256 in hexadecimal of a key as typed: case, blanks and hyphens do not matter."""
    plain = re.sub(r"[^A-Z0-9]", "", text.upper()).removeprefix(PREFIX)
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


def _new_key() -> str:
    groups = ["".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS)]
    return "-".join([PREFIX, *groups])
