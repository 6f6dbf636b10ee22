"""Was the plan followed? Logged training and meals against planned ones, with partial credit and reasons.

A score of 0..1 is a weighted mean of parts; a part that either side does not say is left out and its weight
shared by the others. The weights and thresholds are product choices, checked against: a perfect session is
0.95 or more, the same under other names 0.9, something unrelated below 0.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.day_plan import COMPLETED, SIMILAR

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

COMPLETED_FROM, SIMILAR_FROM = 0.85, 0.50  # the design's thresholds
MOVED_DAYS = 2  # a session counts when it is done up to two days earlier or later


class Part(NamedTuple):
    """One part of a score: its weight, how far it was met (0..1), and why."""

    part: str
    weight: float
    met: float
    because: str


class Score(NamedTuple):
    """How far a planned thing was done, 0..1, with its parts."""

    value: float
    parts: tuple[Part, ...]

    @property
    def status(self) -> str | None:
        """Return ``completed``, ``similar`` or None for no match."""
        return status_of(self.value)


def status_of(value: float) -> str | None:
    """Return what a score amounts to: ``completed`` from 0.85, ``similar`` from 0.5, else None."""
    if value >= COMPLETED_FROM:
        return COMPLETED
    return SIMILAR if value >= SIMILAR_FROM else None


def weighted(parts: Mapping[str, tuple[float, float, str] | None]) -> Score:
    """Return the score of named parts (weight, met, because); None parts are left out."""
    said = [Part(name, *found) for name, found in parts.items() if found is not None]
    whole = sum(part.weight for part in said)
    value = sum(part.weight * part.met for part in said) / whole if whole else 0.0
    return Score(round(min(1.0, max(0.0, value)), 4), tuple(said))


def is_skipped(planned_on: date, today: date) -> bool:
    """Return whether something planned and never done counts as skipped: as soon as its day is over."""
    return planned_on < today
