"""Weekly sets by muscle become sets of exercises, week by week."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sharpened_cli.domain.set_plan import PlannedSets, lighter, respread, weekly_sets

BENCH = {"chest": 1.0, "triceps": 0.5}
FLY, CURL, PUSHDOWN = {"chest": 1.0}, {"biceps": 1.0}, {"triceps": 1.0}


def week(index: int = 1) -> list[PlannedSets]:
    day = date(2026, 1, 5 + 7 * (index - 1))
    rows = (("bench", 4, BENCH), ("fly", 3, FLY), ("curl", 3, CURL), ("pushdown", 3, PUSHDOWN))
    return [
        PlannedSets(f"{name}-{index}", f"s{index}", day, index, order, sets, 2, shares)
        for order, (name, sets, shares) in enumerate(rows, 1)
    ]


def after(items: list[PlannedSets], changed: dict[str, int]) -> dict[str, float]:
    return weekly_sets(item._replace(sets=changed.get(item.item_id, item.sets)) for item in items)


def test_two_more_sets_go_to_what_trains_the_muscle_directly() -> None:
    changed = respread(week(), {"biceps": 2.0})
    assert changed == {"curl-1": 5}


def test_every_remaining_week_moves_alike() -> None:
    changed = respread([*week(1), *week(2)], {"chest": -2.0})
    first = {name[:-2]: sets for name, sets in changed.items() if name.endswith("1")}
    second = {name[:-2]: sets for name, sets in changed.items() if name.endswith("2")}
    assert first == second
    assert after(week(), {k: v for k, v in changed.items() if k.endswith("1")})["chest"] == 5.0


def test_an_item_keeps_one_set() -> None:
    changed = respread(week(), {"biceps": -4.0})
    assert changed == {"curl-1": 1}


def test_a_muscle_nobody_trains_directly_is_left_alone() -> None:
    assert respread(week(), {"calves": 3.0}) == {}


def test_a_lighter_week_has_fewer_sets_less_load_and_more_in_reserve() -> None:
    assert lighter(week())["bench-1"] == {"sets": 2, "load_factor": 0.9, "rir": 4}


def test_what_is_timed_has_no_reserve_to_change() -> None:
    plank = week()[0]._replace(rir=None, sets=1)
    assert lighter([plank])[plank.item_id] == {"sets": 1, "load_factor": 0.9}


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["chest", "biceps", "triceps"]), st.integers(-4, 2).map(float), max_size=3))
def test_cuts_never_raise_and_nothing_passes_its_wish(changes: dict[str, float]) -> None:
    items = week()
    changed = respread(items, changes)
    if all(change <= 0 for change in changes.values()):
        assert all(changed[item.item_id] < item.sets for item in items if item.item_id in changed)
    assert all(1 <= sets <= 6 for sets in changed.values())
    moved = after(items, changed)
    for muscle, before in weekly_sets(items).items():
        if muscle in changes and changes[muscle] > 0:
            assert moved[muscle] <= before + changes[muscle] + 1.0
