"""What was understood: rows of the nine tables with the person's own words, safety flags and notes."""

from __future__ import annotations

from typing import Any, NamedTuple

TABLES = (
    "user_training_modalities", "user_familiar_exercises", "user_training_availability", "user_preferred_meal_times",
    "user_typical_meal_foods", "user_improvement_goals", "user_difficulties", "user_non_negotiables",
    "user_upcoming_events",
)  # fmt: skip


class Row(NamedTuple):
    """One fact: field values by column name, own words, index of the turn, raw span, confidence 0-1."""

    values: dict[str, Any]
    quote: str
    turn_index: int
    span: tuple[int, int]
    confidence: float = 0.9

    def merged(self, **changes: Any) -> Row:
        """Return the row with some values set."""
        return self._replace(values={**self.values, **changes})


class Flag(NamedTuple):
    """A safety flag: its code, the person's words, index of the turn and raw span."""

    code: str
    quote: str
    turn_index: int
    span: tuple[int, int]


class Note(NamedTuple):
    """A piece of what was said that no rule understood; kept and shown, never guessed."""

    text: str
    section: int
    turn_index: int
    span: tuple[int, int]


class Extraction(NamedTuple):
    """All that a conversation yielded so far."""

    rows: dict[str, list[Row]]
    flags: list[Flag]
    notes: list[Note]

    def document(self) -> dict[str, Any]:
        """Return the nine lists of field values and ``safety_flags``, as JSON shows them."""
        lists: dict[str, Any] = {table: [dict(row.values) for row in self.rows[table]] for table in TABLES}
        lists["safety_flags"] = sorted({flag.code for flag in self.flags})
        return lists


def stated(**values: Any) -> dict[str, Any]:
    """Return the values that were said (None and empty lists left out)."""
    return {key: value for key, value in values.items() if value is not None and value not in ([], ())}
