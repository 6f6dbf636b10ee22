"""What a number of a list means."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sharpened_cli.ids import list_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_LISTED = 1000

Row = TypeVar("Row")


def listed(wanted: str, latest: Callable[[int], Sequence[Row]]) -> Row | None:
    """Return the row that a number of a list means, or None; ``latest`` gives so many rows, the latest first."""
    number = list_number(wanted)
    if not number or number > MOST_LISTED:
        return None
    rows = latest(number)
    return rows[-1] if len(rows) == number else None
