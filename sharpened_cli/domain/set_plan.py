"""Turn a change of weekly sets by muscle into sets of the planned exercises, and a lighter week into its items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.deload import DELOAD_EXTRA_RIR, DELOAD_LOAD_FACTOR, DELOAD_SETS_FACTOR
from sharpened_cli.domain.exercise import DIRECT_SET

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

MAX_SETS_PER_ITEM = 6  # of one exercise in one session (product choice)
MIN_SETS_PER_ITEM = 1
SESSION_HARD_CAP = 10.0  # fractional sets of a muscle in one session
TOLERANCE = 0.5  # half a set of difference is as near as whole sets come


class PlannedSets(NamedTuple):
    """One working item of a coming session: its sets in force and what a set trains."""

    item_id: str
    session_id: str
    date: date
    week_index: int
    order: int
    sets: int
    rir: int | None
    shares: Mapping[str, float]


def respread(items: Iterable[PlannedSets], changes: Mapping[str, float]) -> dict[str, int]:
    """Return the new sets of the items that change, by item id, so that each week's sets move by ``changes``.

    ``changes`` are fractional sets a week by muscle. Sets go to or come from exercises that train the
    muscle directly, one at a time: raises to the item with the fewest sets, cuts from the one with the
    most, later exercises of a session first. An item keeps one set and gets six at most.
    """
    weeks: dict[int, list[PlannedSets]] = {}
    for item in items:
        weeks.setdefault(item.week_index, []).append(item)
    changed: dict[str, int] = {}
    for week in sorted(weeks):
        changed.update(_week(sorted(weeks[week], key=lambda item: (item.date, item.order, item.item_id)), changes))
    return changed


def weekly_sets(items: Iterable[PlannedSets]) -> dict[str, float]:
    """Return the fractional sets by muscle of the given items, muscles in order of name."""
    sums: dict[str, float] = {}
    for item in items:
        for muscle, share in item.shares.items():
            sums[muscle] = sums.get(muscle, 0.0) + share * item.sets
    return {muscle: sums[muscle] for muscle in sorted(sums)}


def lighter(items: Iterable[PlannedSets]) -> dict[str, dict[str, Any]]:
    """Return the deload of the given items by id: 0.55 of the sets, 0.9 of the load, two more in reserve."""
    return {
        item.item_id: {
            "sets": max(MIN_SETS_PER_ITEM, round(DELOAD_SETS_FACTOR * item.sets)),
            "load_factor": DELOAD_LOAD_FACTOR,
            **({} if item.rir is None else {"rir": min(item.rir + DELOAD_EXTRA_RIR, 10)}),
        }
        for item in items
    }


def _week(items: Sequence[PlannedSets], changes: Mapping[str, float]) -> dict[str, int]:
    sets = {item.item_id: item.sets for item in items}
    left = dict(changes)
    for muscle in sorted(changes, key=lambda name: (changes[name], name)):
        direction = 1 if changes[muscle] > 0 else -1
        while left[muscle] * direction > TOLERANCE:
            item = _next(items, sets, muscle, direction, left)
            if item is None:
                break
            sets[item.item_id] += direction
            for trained, share in item.shares.items():
                if trained in left:
                    left[trained] -= direction * share
    return {item.item_id: sets[item.item_id] for item in items if sets[item.item_id] != item.sets}


def _next(
    items: Sequence[PlannedSets], sets: Mapping[str, int], muscle: str, direction: int, left: Mapping[str, float]
) -> PlannedSets | None:
    """Return the item whose sets move next for a muscle, or None when no item may."""
    loads = weekly_by_session(items, sets)
    able = [
        item
        for item in items
        if item.shares.get(muscle) == DIRECT_SET
        and (
            sets[item.item_id] > MIN_SETS_PER_ITEM
            if direction < 0
            else sets[item.item_id] < MAX_SETS_PER_ITEM and loads[item.session_id, muscle] < SESSION_HARD_CAP
        )
        and not (direction > 0 and any(left.get(other, 0.0) < 0.0 for other in item.shares if other != muscle))
    ]
    return min(
        able, key=lambda item: (direction * sets[item.item_id], -item.order, item.date, item.item_id), default=None
    )


def weekly_by_session(items: Sequence[PlannedSets], sets: Mapping[str, int]) -> dict[tuple[str, str], float]:
    """Return the fractional sets of each (session id, muscle) at the given sets."""
    sums: dict[tuple[str, str], float] = {}
    for item in items:
        for muscle, share in item.shares.items():
            key = (item.session_id, muscle)
            sums[key] = sums.get(key, 0.0) + share * sets[item.item_id]
    return sums
