"""The packaged exercise library is whole and consistent."""

from __future__ import annotations

from packaged import read_exercises

from sharpened_cli.domain.exercise import MUSCLES
from sharpened_cli.domain.exercise_names import normalise

LIBRARY = read_exercises()


def test_ids_and_names_are_unique() -> None:
    assert len({one.id for one in LIBRARY}) == len(LIBRARY)
    assert len({normalise(one.name) for one in LIBRARY}) == len(LIBRARY)


def test_no_alias_names_two_exercises() -> None:
    names = [normalise(alias) for one in LIBRARY for alias in {normalise(a) for a in one.aliases}]
    assert sorted(names) == sorted(set(names))


def test_values_come_from_their_lists() -> None:
    for one in LIBRARY:
        assert one.category in {"strength", "power", "conditioning", "cardio", "mobility"}, one.name
        assert one.level in {"beginner", "intermediate", "advanced"}, one.name
        assert one.mechanic in {"compound", "isolation", ""}, one.name
        assert one.measure in {"reps", "seconds", "metres"}, one.name
        assert one.staple in range(4), one.name
        assert "none" not in one.equipment, one.name


def test_every_counted_muscle_has_direct_exercises_without_equipment_or_says_so() -> None:
    direct = {m: [e for e in LIBRARY if not e.equipment and e.fractional_sets().get(m) == 1.0] for m in MUSCLES}
    assert [muscle for muscle, exercises in direct.items() if not exercises] == ["biceps"]
