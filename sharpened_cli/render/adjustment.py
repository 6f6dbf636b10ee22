"""Adjustments in words: what they change, why, and what to type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.adjustment_words import changes_in_words
from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

REASONS = {
    "poor_sleep": "poor sleep",
    "high_stress": "high stress",
    "high_soreness": "high soreness",
    "injury": "injury",
    "low_adherence": "a thin week",
}


def because(override: Mapping[str, Any]) -> str:
    """Return the reasons of an adjustment: every trigger with its figures, the most severe first."""
    details = "; ".join(str(trigger["detail"]) for trigger in override["triggers"])
    return f"{REASONS.get(override['reason_code'], override['reason_code'])} ({details})"


def block(override: Mapping[str, Any], columns: int) -> list[str]:
    """Return an adjustment as a paragraph: state, reason, changes, and the commands that decide about it."""
    number = override["number"]
    is_proposal = override["status"] == "pending"
    title = f"{'Proposed' if is_proposal else 'Adjusted'} ({number}): {because(override)}."
    lines = [theme.strong(line) for line in theme.wrapped(title, columns)]
    lines += theme.wrapped(f"{_sentence(changes_in_words(override['modifications']))}.", columns, "  ")
    if not is_proposal:
        return [*lines, *theme.wrapped(f"Take it back: sharpened undo {number}", columns, "  ")]
    if override.get("applies_itself_at"):
        lines += theme.wrapped(
            f"Applies itself at {override['applies_itself_at']} unless you reject it.", columns, "  "
        )
    return [*lines, *theme.wrapped(f"sharpened approve {number}   or   sharpened reject {number}", columns, "  ")]


def _sentence(phrases: list[str]) -> str:
    text = "; ".join(phrases)
    return text[:1].upper() + text[1:]
