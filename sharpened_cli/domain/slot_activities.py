"""What a training slot is for, where the words that named it say so: "football Thursday 9pm"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation.modality_names import entries
from sharpened_cli.domain.health_text import folded
from sharpened_cli.domain.training_mix import modality_of_activity

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sharpened_cli.domain.facts import Availability

PLACES = frozenset({"gym", "the gym", "pool", "track", "machines"})  # words for where, not for what


def with_activities(
    slots: Sequence[Availability], quotes: Sequence[str], trained: Collection[str]
) -> tuple[Availability, ...]:
    """Return the slots with the activity that the person's words for each name; ``quotes`` stand in the same order.

    A slot that has an activity keeps it; words that name none, several, or one that the person does not
    train leave it open.
    """
    return tuple(
        slot if slot.activity else replace(slot, activity=activity_of(quote, trained))
        for slot, quote in zip(slots, quotes, strict=True)
    )


def activity_of(words: str, trained: Collection[str]) -> str | None:
    """Return the one modality of those trained that the words name, or None."""
    found = {_modality_of()[match[0]] for match in _pattern().finditer(folded(words))}
    named = sorted(name for name in found if name in trained and modality_of_activity(name) == name)
    return named[0] if len(named) == 1 and len(found & set(trained)) == 1 else None


@cache
def _modality_of() -> dict[str, str]:
    return {folded(alias): modality for alias, modality in entries() if alias and alias not in PLACES}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_modality_of(), key=lambda alias: (-len(alias), alias))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
