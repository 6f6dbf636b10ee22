"""What came from other tools, by source and their own id: importing twice adds nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sharpened_cli.store import Store


class Imported(NamedTuple):
    """One row of imports without its owner."""

    source: str
    external_id: str
    entity_type: str
    entity_id: str


def known(store: Store, user_id: str, source: str, external_ids: Iterable[str]) -> set[str]:
    """Return those ids of another tool that were imported before."""
    rows = store.all(
        """
        SELECT external_id FROM imports
         WHERE user_id = :user_id AND source = :source AND external_id IN (SELECT value FROM json_each(:ids))
         ORDER BY external_id
        """,
        {"user_id": user_id, "source": source, "ids": json.dumps(sorted(external_ids))},
    )
    return {row[0] for row in rows}


def add(store: Store, user_id: str, rows: Iterable[Imported], now: str) -> None:
    """Remember what was imported."""
    store.execute_many(
        """
        INSERT INTO main.imports (user_id, source, external_id, entity_type, entity_id, imported_at)
        VALUES (:user_id, :source, :external_id, :entity_type, :entity_id, :now)
        """,
        [{**row._asdict(), "user_id": user_id, "now": now} for row in rows],
    )


class Other(NamedTuple):
    """A logged activity that another source may hold too: instants are UTC text."""

    start_time: str
    end_time: str
    category: str
    activity_name: str


def of_other_sources(store: Store, user_id: str, source: str, since: str, until: str) -> list[Other]:
    """Return the live activities that came from elsewhere and began within an interval of instants, by start."""
    rows = store.all(
        """
        SELECT start_time, end_time, category, activity_name FROM activities
         WHERE user_id = :user_id AND deleted_at IS NULL AND start_time BETWEEN :since AND :until AND source <> :source
         ORDER BY start_time, id
        """,
        {"user_id": user_id, "source": source, "since": since, "until": until},
    )
    return [Other(*row) for row in rows]
