"""Personal records: the best a person has lifted, told on the day they fall."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.strength import e1rm_kg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MAX_REPS_FOR_E1RM = 10  # Reynolds 2006 J Strength Cond Res 20:584
FULL_RPE = 10.0
MIN_E1RM_GAIN = 0.001  # a share: rounding is no record (product choice)


class LoggedSet(NamedTuple):
    """A set as logged.

    Warm-ups and assisted sets are no records; with ``is_bodyweight`` the load is added to
    the own weight, so that it tells nothing of the one-repetition maximum.
    """

    exercise_id: str
    exercise_name: str
    reps: int | None = None
    weight_kg: float | None = None
    rpe: float | None = None
    seconds: float | None = None
    metres: float | None = None
    is_warmup: bool = False
    is_bodyweight: bool = False


class Record(NamedTuple):
    """A best that fell: kind, value, what it was before (None: the first), and the set that did it.

    ``value`` is kg for max_weight, e1rm and rep_max (at ``reps``), kg x reps for set_volume, a count
    for max_reps, seconds and metres.
    """

    exercise_id: str
    exercise_name: str
    kind: str
    value: float
    before: float | None
    reps: int | None = None
    weight_kg: float | None = None


Best = dict[tuple[str, str, int], float]


def bests(sets: Iterable[LoggedSet]) -> Best:
    """Return the best of every kind: (exercise id, kind, reps for rep_max else 0) -> value."""
    best: Best = {}
    for one in sets:
        for kind, reps, value in _values(one):
            key = (one.exercise_id, kind, reps)
            if value > best.get(key, 0.0):
                best[key] = value
    return best


def records(sets: Iterable[LoggedSet], before: Mapping[tuple[str, str, int], float]) -> tuple[Record, ...]:
    """Return the records that new sets set over earlier bests, the best of each kind, in exercise order.

    A first time is no record: an exercise needs earlier sets of its own. A rep-max counts only where no
    heavier load was lifted for as many reps or more.
    """
    known = {exercise_id for exercise_id, _, _ in before}
    found: dict[tuple[str, str, int], Record] = {}
    for one in sets:
        if one.exercise_id not in known:
            continue
        for kind, reps, value in _values(one):
            earlier = _earlier(before, one.exercise_id, kind, reps)
            best = found.get((one.exercise_id, kind, reps))
            if _beats(value, earlier) and (best is None or value > best.value):
                record = Record(one.exercise_id, one.exercise_name, kind, value, earlier, one.reps, one.weight_kg)
                found[one.exercise_id, kind, reps] = record
    return tuple(_told(found.values()))


def _values(one: LoggedSet) -> Iterable[tuple[str, int, float]]:
    weight, reps = one.weight_kg or 0.0, one.reps or 0
    if one.is_warmup or weight < 0:
        return
    if weight > 0 and reps > 0:
        yield "max_weight", 0, weight
        yield "set_volume", 0, weight * reps
        if reps <= MAX_REPS_FOR_E1RM:
            yield "rep_max", reps, weight
            estimate = None if one.is_bodyweight else e1rm_kg(weight, reps, _in_reserve(one))
            if estimate is not None:
                yield "e1rm", 0, estimate
    elif reps > 0:
        yield "max_reps", 0, float(reps)
    if one.seconds:
        yield "max_seconds", 0, one.seconds
    if one.metres:
        yield "max_metres", 0, one.metres


def _in_reserve(one: LoggedSet) -> float:
    return 0.0 if one.rpe is None else max(0.0, FULL_RPE - one.rpe)


def _earlier(before: Mapping[tuple[str, str, int], float], exercise_id: str, kind: str, reps: int) -> float | None:
    if kind != "rep_max":
        return before.get((exercise_id, kind, 0))
    as_many = range(reps, MAX_REPS_FOR_E1RM + 1)
    return max((before[exercise_id, kind, n] for n in as_many if (exercise_id, kind, n) in before), default=None)


def _beats(value: float, earlier: float | None) -> bool:
    return earlier is not None and value > earlier * (1.0 + MIN_E1RM_GAIN)


def _told(found: Iterable[Record]) -> Iterable[Record]:
    """Yield what is worth telling: one rep-max an exercise (the heaviest), the other kinds as they are."""
    best_rep_max: dict[str, Record] = {}
    for record in found:
        if record.kind != "rep_max":
            yield record
            continue
        known = best_rep_max.get(record.exercise_id)
        if known is None or record.value > known.value:
            best_rep_max[record.exercise_id] = record
    yield from best_rep_max.values()
