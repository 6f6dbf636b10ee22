"""One exercise or activity of a sentence with the figures said about it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.scheme import is_loaded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.activity_text.lexeme import Lexeme
    from sharpened_cli.domain.activity_text.names import Name

_SET_KINDS = frozenset(
    {"factors", "list", "reps", "sets", "portions", "load", "bodyweight", "rir", "added_load", "empty_bar", "plates"}
)
COUNTS = frozenset({"number", "reps", "factors", "list", "sets", "portions", "distance", "duration"})
LONGEST_SET_SEC = 180.0  # a longer time is the session's (product choice)
LEAST_WAY_M = 1000.0  # from here a distance with a time needs no name (product choice)


@dataclass(slots=True)
class Item:
    """One exercise or activity with the figures said about it, in order."""

    name: Name | None = None
    figures: list[Lexeme] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    rounds: int | None = None
    superset: int | None = None
    chunk: int = 0
    heads: bool = False  # names the session whose exercises follow a colon: "rehab 20 min: bridges 3x12"

    @property
    def says_sets(self) -> bool:
        """Return whether the figures are those of sets: repetitions, loads, bodyweight."""
        return any(figure.kind in _SET_KINDS and not _is_timed(figure) for figure in self.figures)


def _is_timed(figure: Lexeme) -> bool:
    return any(part.unit in ("s", "m", "metres", "km", "mi", "yd") for part in figure.parts)


def is_on_its_own(figures: Sequence[Lexeme]) -> bool:
    """Return whether figures before any name are those of a run or a ride: "easy 6 miles 54 min, then calf raises"."""
    far = any(figure.kind == "distance" and figure.number >= LEAST_WAY_M for figure in figures)
    return far and any(figure.kind in ("duration", "pace", "speed") for figure in figures)


def is_exercise(item: Item) -> bool:
    """Return whether an item is an exercise of the library."""
    return item.name is not None and item.name.exercise is not None


def wants(item: Item, *, beside_session_time: bool = False) -> bool:
    """Return whether an exercise has no sets of its own; the time of the whole session may be said beside its reps."""
    exercise = item.name.exercise if item.name else None
    if exercise is None:
        return False
    longest = LONGEST_SET_SEC if beside_session_time and exercise.measure == "reps" else math.inf
    counts = [figure for figure in item.figures if figure.kind in COUNTS]
    return all(figure.kind == "duration" and figure.number > longest for figure in counts)


def reps_of(figures: Sequence[Lexeme], name: Name | None) -> list[Lexeme]:
    """Return the figures that another exercise shares; a load only where it is lifted with one."""
    exercise = name.exercise if name else None
    if exercise is None or is_loaded(exercise):
        return list(figures)
    return [figure for figure in figures if figure.kind in COUNTS and figure.kind != "duration"]
