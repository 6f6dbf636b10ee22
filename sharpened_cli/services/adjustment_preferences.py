"""What may apply itself, what asks first, and what is never proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.clock import as_text
from sharpened_cli.domain.approval import PREFERENCES, TRIGGERS, Preference
from sharpened_cli.errors import InputError
from sharpened_cli.store import adjustments

if TYPE_CHECKING:
    from sharpened_cli.clock import Clock
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User

LONGEST_GRACE_MINUTES, LONGEST_UNDO_HOURS = 1440, 168  # the table allows no more


class AdjustmentPreferences(NamedTuple):
    """The preferences of one person, a row a trigger; what was never chosen asks first."""

    store: Store
    clock: Clock
    user: User

    def shown(self) -> dict[str, Any]:
        """Return the preference of every trigger."""
        chosen = adjustments.preferences(self.store, self.user.id)
        return {"preferences": [chosen.get(trigger, Preference(trigger))._asdict() for trigger in TRIGGERS]}

    def choose(
        self, trigger: str, preference: str, grace_minutes: int | None, undo_window_hours: int | None
    ) -> dict[str, Any]:
        """Store what is wanted for one trigger; what is left out stays as it was. Raises InputError."""
        trigger, preference = trigger.replace("-", "_"), preference.replace("-", "_")
        _must_be_one_of(trigger, TRIGGERS, "a trigger")
        with self.store.transaction():
            before = adjustments.preferences(self.store, self.user.id).get(trigger, Preference(trigger))
            now = Preference(
                trigger,
                preference or before.preference,
                before.grace_minutes if grace_minutes is None else grace_minutes,
                before.undo_window_hours if undo_window_hours is None else undo_window_hours,
            )
            _must_be_one_of(now.preference, PREFERENCES, "a preference")
            _must_be_within(now.grace_minutes, 0, LONGEST_GRACE_MINUTES, "--grace")
            _must_be_within(now.undo_window_hours, 1, LONGEST_UNDO_HOURS, "--undo-window")
            adjustments.prefer(self.store, self.user.id, now, updated_at=as_text(self.clock.now()))
            return self.shown()


def _must_be_one_of(word: str, known: tuple[str, ...], what: str) -> None:
    if word not in known:
        raise InputError(f"{word!r} is not {what}.", code="bad_choice", hint=f"Choose one of {', '.join(known)}.")


def _must_be_within(number: int, least: int, most: int, option: str) -> None:
    if not least <= number <= most:
        raise InputError(
            f"{option} {number} is out of range.", code="out_of_range", hint=f"Give a number from {least} to {most}."
        )
