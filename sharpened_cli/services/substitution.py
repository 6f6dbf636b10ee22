"""Another exercise for the same muscles: what spares an injury, and what may stand in for a planned one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sharpened_cli.domain.day_plan import ExerciseItem, Session
    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.session_relief import Find
    from sharpened_cli.store import Store


def sparing_finder(store: Store, user_id: str, sessions: Iterable[Session]) -> Find:
    """Return a function that finds, for a planned exercise, one that spares the given regions, or None."""

    def find(item: ExerciseItem, regions: frozenset[str]) -> Exercise | None:
        return None

    return find
