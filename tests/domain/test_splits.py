"""The week's split keeps 48 hours between hard sessions of a muscle where the days allow."""

from __future__ import annotations

from itertools import combinations

import pytest

from sharpened_cli.domain.splits import are_close, close_pairs, split_for
from sharpened_cli.domain.training_slots import Slot


def week(*days: int) -> list[Slot]:
    return [Slot(day, "18:00", 60) for day in days]


@pytest.mark.parametrize(
    ("days", "first"),
    [
        ((3,), "Full body"), ((1, 4), "Full body A"), ((1, 2), "Upper body"), ((1, 3, 5), "Full body A"),
        ((1, 2, 3), "Push"),
        ((1, 2, 4, 5), "Upper body A"), ((1, 2, 3, 5, 6), "Upper body"), ((1, 2, 3, 4, 5, 6), "Push A"),
    ],
)  # fmt: skip
def test_the_usual_split_of_each_week(days: tuple[int, ...], first: str) -> None:
    assert split_for(week(*days))[0].name == first


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_up_to_four_days_never_train_a_muscle_twice_within_48_hours_unless_days_force_it(count: int) -> None:
    for days in combinations(range(1, 8), count):
        slots = week(*days)
        templates = split_for(slots)
        close = sum(
            bool(first.body & second.body) and are_close(slots[i], slots[j])
            for (i, first), (j, second) in combinations(enumerate(templates), 2)
        )
        assert close <= max(0, count - 2), days


def test_days_round_the_weekend_are_close() -> None:
    assert are_close(Slot(7, "18:00", 60), Slot(1, "18:00", 60))
    assert not are_close(Slot(6, "18:00", 60), Slot(1, "18:00", 60))


def test_close_pairs_count_only_shared_muscles() -> None:
    assert close_pairs(("upper", "lower"), week(1, 2)) == 0
    assert close_pairs(("full", "full"), week(1, 2)) == 1


def test_no_session_has_no_split() -> None:
    assert split_for([]) == ()
