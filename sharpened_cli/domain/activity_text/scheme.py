"""What a product means for an exercise: which factor counts sets, reps, kilograms, seconds or metres."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.activity_text.amounts import METRES_OF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.activity_text.lexeme import Part
    from sharpened_cli.domain.exercise import Exercise

# Product choices: how lifters' figures are told apart where no unit is written.
MOST_SETS = 12  # "12x10" may be sets x reps; "13x10" is a load for ten
LIGHTEST_SERIES_KG = 10  # "10x12, 12x10, 14x8" are loads where every first figure is at least this
MOST_SETS_AS_THIRD = 6  # "10x8x3" is load x reps x sets

LEAST_LOAD, MOST_BARBELL_REPS = 2.5, 20
_WEIGHTS = frozenset({"barbell", "dumbbell", "kettlebell", "cable", "plate", "ez bar", "trap bar", "smith machine"})
_SMALL_WEIGHTS = frozenset({"dumbbell", "cable", "band", "kettlebell", "plate", "medicine ball"})
FURNITURE = frozenset({"bench", "pull-up bar", "dip bars"})

_LOAD_UNITS = ("kg", "lb")


class Scheme(NamedTuple):
    """Sets of one kind: how many, the reps of each (or one figure for all), load, time, distance."""

    sets: int
    reps: tuple[int, ...] = ()
    load: float | None = None
    load_unit: str = ""
    seconds: float | None = None
    metres: float | None = None
    percent: float | None = None
    to_failure: bool = False


def scheme_of(parts: Sequence[Part], exercise: Exercise | None, *, load_first: bool = False) -> Scheme | None:
    """Return what a product of two or three factors says, or None where it makes no sense."""
    loads = [part for part in parts if part.unit in _LOAD_UNITS]
    counts = [part for part in parts if part.unit in ("", "reps", "sets", "amrap", "bw")]
    others = [part for part in parts if part not in loads and part not in counts]
    if len(loads) > 1 or len(others) > 1:
        return None
    load, unit = (loads[0].value, loads[0].unit) if loads else (None, "")
    if others:
        return _timed(parts, others[0], counts, load, unit)
    counted = [part for part in counts if part.unit != "bw"]
    if load is None and len(counted) == len(parts):
        load, counted = _bare_load(counted, load_first=load_first)
    ordered = _sets_and_reps(parts, counted)
    if ordered is None:
        return None
    sets, reps = ordered
    return _counted(sets, reps, load, unit, exercise)


def load_comes_first(products: Sequence[Sequence[Part]], *, has_other_load: bool) -> bool:
    """Return whether several bare products such as "10x12, 12x10, 14x8" are loads times reps."""
    bare = [parts for parts in products if len(parts) == 2 and not any(part.unit for part in parts)]
    firsts = [parts[0].value or 0.0 for parts in bare]
    if has_other_load or len(firsts) < 2 or any(parts[0].more or parts[1].more for parts in bare):
        return False
    rising = len(firsts) > 2 and len(set(firsts)) == len(firsts) and sorted(firsts) == firsts and firsts[0] >= 4
    heavy = any(first > MOST_SETS or first != int(first) for first in firsts)
    return rising or (heavy and min(firsts) > 5) or min(firsts) >= LIGHTEST_SERIES_KG


def _bare_load(parts: list[Part], *, load_first: bool) -> tuple[float | None, list[Part]]:
    first = parts[0].value or 0.0
    if len(parts) == 3:
        third = parts[2].value or 0.0
        if first > MOST_SETS or (first > third and third <= MOST_SETS_AS_THIRD and first >= LIGHTEST_SERIES_KG):
            return first, [parts[2], parts[1]]
        return (third, parts[:2]) if not parts[2].unit else (None, parts)
    bare = not parts[0].unit and not parts[0].more
    if bare and (load_first or first > MOST_SETS or first != int(first)):
        return first, parts[1:]
    return None, parts


def _sets_and_reps(parts: Sequence[Part], counted: list[Part]) -> tuple[int, Part] | None:
    if len(counted) == 1:
        return (1, counted[0]) if counted[0].unit != "sets" else None
    if len(counted) != 2:
        return None
    one, two = counted
    if parts[0].unit in _LOAD_UNITS or one.unit == "reps" or two.unit == "sets":
        one, two = two, one  # 100kg x 5 x 3: load, reps, sets
    if one.value is None or one.value != int(one.value) or not 1 <= one.value <= 50:
        return None
    return int(one.value), two


def _counted(sets: int, reps: Part, load: float | None, unit: str, exercise: Exercise | None) -> Scheme | None:
    failure = reps.unit == "amrap"
    if reps.value is None:
        return Scheme(sets, (), load, unit, to_failure=True)
    values = (reps.value, *reps.more)
    if any(value != int(value) or value <= 0 for value in values):
        return None
    if exercise and not reps.unit and exercise.category == "strength" and load_is_time(exercise):
        return Scheme(sets, (), load, unit, seconds=reps.value)
    if exercise and not reps.unit and exercise.measure == "metres":
        return Scheme(sets, (), load, unit, metres=reps.value)
    return Scheme(max(sets, len(values)), tuple(int(value) for value in values), load, unit, to_failure=failure)


def load_is_time(exercise: Exercise) -> bool:
    """Return whether a set of the exercise is a hold, counted in seconds."""
    return exercise.measure == "seconds" and exercise.category in ("strength", "mobility")


def _timed(parts: Sequence[Part], other: Part, counts: list[Part], load: float | None, unit: str) -> Scheme | None:
    if not other.value:
        return None
    sets = 1
    for part in counts:
        if part.value is None or part.value != int(part.value):
            return None
        sets *= int(part.value)
    if not 1 <= sets <= 100:
        return None
    if other.unit == "%":
        reps = [int(part.value) for part in parts if part in counts and part.value]
        if len(reps) != 2:
            return None
        return Scheme(reps[0], (reps[1],), load, unit, percent=other.value)
    if other.unit == "s":
        return Scheme(sets, (), load, unit, seconds=other.value)
    if other.unit in METRES_OF:
        return Scheme(sets, (), load, unit, metres=other.value * METRES_OF[other.unit])
    return None


def is_loaded(exercise: Exercise) -> bool:
    """Return whether the exercise is done with a weight that is lifted, so that its load is never negative."""
    return bool(_WEIGHTS & set(exercise.equipment))


def is_light(exercise: Exercise | None) -> bool:
    """Return whether loads of a few kilograms are usual: isolation, dumbbells, cables, bands."""
    if exercise is None:
        return False
    return exercise.mechanic == "isolation" or bool(_SMALL_WEIGHTS & set(exercise.equipment))


def may_carry(exercise: Exercise | None, value: float) -> bool:
    """Return whether a bare figure before the reps may be a load of the exercise."""
    needs = exercise is None or bool(set(exercise.equipment) - FURNITURE)
    return needs and value >= LEAST_LOAD


def is_plausible_count(exercise: Exercise | None, value: float) -> bool:
    """Return whether a single bare figure may be a set's reps: "bench 100" is no set of a hundred."""
    is_barbell = exercise is not None and exercise.category in ("strength", "power") and "barbell" in exercise.equipment
    return value <= MOST_BARBELL_REPS or not is_barbell
