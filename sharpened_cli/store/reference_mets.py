"""The activities of the Compendium as stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpened_cli.store import Store


def met_of(store: Store) -> dict[str, float]:
    """Return the METs of every activity by its key."""
    return {row[0]: row[1] for row in store.all("SELECT id, met FROM met_activities ORDER BY id")}
