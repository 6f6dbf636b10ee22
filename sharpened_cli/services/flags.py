"""Red flags in what a person writes: kept until a person clears them, answered with fixed words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.clock import as_text, local_day
from sharpened_cli.errors import NotThereError
from sharpened_cli.ids import new_id
from sharpened_cli.store import notifications, safety_flags

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.health_text import Mention
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User


class Heard(NamedTuple):
    """A flag that was heard: its code, the fixed words, whom to see, and whether it stops the conversation."""

    code: str
    words: str
    see: str
    ends_talk: bool


class LiveFlag(NamedTuple):
    """A flag that stands before every plan: code, where it was heard, the person's words, when, fixed words."""

    code: str
    source: str
    quote: str
    created_at: str
    words: str


class FlagService(NamedTuple):
    """Hears red flags in one person's words."""

    store: Store
    clock: Clock
    user: User

    def hear(self, text: str, source: str) -> list[Heard]:
        """Keep the red flags of a text and return the fixed words for each; [] when there is none.

        ``source`` is where it was written: ``coach``, ``context``, ``consultation``.
        """
        from sharpened_cli.domain.red_flags import find_red_flags

        today = local_day(self.clock.now(), self.user.timezone)
        return self.keep(find_red_flags(text, today=today), source)

    def keep(self, mentions: Iterable[Mention], source: str) -> list[Heard]:
        """Keep the flags that were mentioned, each once, and return the fixed words for each."""
        first: dict[str, str] = {}
        for mention in mentions:
            first.setdefault(mention.code, mention.quote)
        if not first:
            return []
        with self.store.transaction():
            known = safety_flags.live_codes(self.store, self.user.id)
            for code, quote in first.items():
                if code not in known:
                    self._keep(code, quote, source)
        return [words_for(code) for code in first]

    def live(self) -> list[LiveFlag]:
        """Return the flags that nobody has cleared, each with its fixed words."""
        found = safety_flags.live(self.store, self.user.id)
        return [LiveFlag(one.code, one.source, one.quote, one.created_at, words_for(one.code).words) for one in found]

    def clear(self, code: str, note: str) -> str:
        """Clear a live flag, by a person's word, and return its code.

        Raises NotThereError when no such flag is live.
        """
        with self.store.transaction():
            cleared = safety_flags.clear(
                self.store, self.user.id, code, cleared_at=as_text(self.clock.now()), note=note
            )
        if not cleared:
            live = ", ".join(sorted(safety_flags.live_codes(self.store, self.user.id))) or "none"
            raise NotThereError(f"No flag {code!r} is live.", code="no_such_flag", hint=f"Live flags: {live}.")
        return code

    def _keep(self, code: str, quote: str, source: str) -> None:
        at = as_text(self.clock.now())
        safety_flags.add(
            self.store, flag_id=new_id(), user_id=self.user.id, code=code, source=source, quote=quote, created_at=at
        )
        notifications.add(
            self.store,
            notification_id=new_id(),
            user_id=self.user.id,
            notification_type="safety",
            title="Something you wrote needs care",
            message="Please have it looked at. It stands before your plan until it is cleared: see `sharpened flags`.",
            created_at=at,
            priority="urgent",
        )


def words_for(code: str) -> Heard:
    """Return the fixed words for a flag."""
    from sharpened_cli.domain.findings import flag_findings
    from sharpened_cli.domain.safety_rules import RULES

    rule = next((RULES[name] for name in sorted(flag_findings((code,))) if name in RULES), RULES["minded"])
    return Heard(code, rule.warning, rule.see, ends_talk=code == "self_harm")
