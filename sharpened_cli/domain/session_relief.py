"""What a dose does to the sessions of one day: sets, minutes, swaps and what is left out.

The result is resolved: numbers of sets per exercise_plan_item, minutes per session, names of
substitutes. The fold of the effective day only applies it.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.adjustment import SORE_SETS
from sharpened_cli.domain.day_plan import warmup_name
from sharpened_cli.domain.exercise import MUSCLE_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sharpened_cli.domain.adjustment import Dose
    from sharpened_cli.domain.day_plan import ExerciseItem, Session
    from sharpened_cli.domain.exercise import Exercise

    Find = Callable[[ExerciseItem, frozenset[str]], "Exercise | None"]

LEAST_SESSION_SHARE = 0.5  # product choice: a lighter session is at least half a session
FIXED_MINUTES = 8  # science: 5-8 minutes of warm-up stay whatever is cut
MINUTES_STEP = 5  # product choice: people plan in five minutes
LEAST_MINUTES = 10  # product choice
SECONDS_STEP, METRES_STEP = 60, 100  # product choice: how continuous work is rounded


class Relief(NamedTuple):
    """The lists of ``day_overrides.modifications`` that concern training; volume is sets, negative = less."""

    volume_adj: int = 0
    sets: tuple[dict[str, Any], ...] = ()
    minutes: tuple[dict[str, Any], ...] = ()
    swaps: tuple[dict[str, Any], ...] = ()
    removed: tuple[dict[str, Any], ...] = ()
    cancelled: tuple[dict[str, Any], ...] = ()
    amounts: tuple[dict[str, Any], ...] = ()
    is_loaded: bool = False


NO_RELIEF = Relief()


def relieve(sessions: Iterable[Session], dose: Dose, library: Mapping[str, Exercise], find: Find | None) -> Relief:
    """Return what the dose changes in the day's sessions.

    ``library`` holds the exercises by id; ``find`` returns a substitute for an exercise that spares the
    given regions, or None; without ``find`` such exercises are left out. ``is_loaded`` of the result says
    whether any load or reserve of repetitions is left to ease.
    """
    parts = [_relieved(session, dose, library, find) for session in sessions]
    return Relief(
        volume_adj=sum(part.volume_adj for part in parts),
        sets=tuple(line for part in parts for line in part.sets),
        minutes=tuple(line for part in parts for line in part.minutes),
        swaps=tuple(line for part in parts for line in part.swaps),
        removed=tuple(line for part in parts for line in part.removed),
        cancelled=tuple(line for part in parts for line in part.cancelled),
        amounts=tuple(line for part in parts for line in part.amounts),
        is_loaded=any(part.is_loaded for part in parts),
    )


def _relieved(session: Session, dose: Dose, library: Mapping[str, Exercise], find: Find | None) -> Relief:
    if dose.cancel_because:
        return _cancelled(session, dose.cancel_because)
    swaps, removed = _spared(session, dose.injured_regions, library, find)
    gone = {line["item_id"] for line in removed}
    left = [item for item in session.exercises if not item.is_warmup and item.id not in gone]
    if removed and not left:
        return _cancelled(session, removed[0]["because"])
    if session.kind == "mobility":  # gentle enough for any tired day
        return _outcome(session, swaps, removed, {}, session.duration_minutes)
    if session.kind == "resistance":
        cuts = _fewer_sets(session, left, dose, library)
        minutes = _shorter(session, _share_left(session, left, cuts))
        return _outcome(session, swaps, removed, cuts, minutes)._replace(is_loaded=bool(left))
    factor = min([_own_factor(item, dose, library) for item in left], default=dose.sets_factor)
    minutes = _rounded(session.duration_minutes * factor, session)
    intervals, amounts = _less_work(left, factor, (session.duration_minutes - minutes) * 60)
    return _outcome(session, swaps, removed, intervals, minutes)._replace(amounts=tuple(amounts))


def _less_work(left: list[ExerciseItem], factor: float, cut_sec: int) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Return the new sets of intervals; without any, the new seconds and metres of continuous work.

    Warm-up and cool-down stay: what is cut comes from the main part, and some of it is always left.
    """
    intervals = {item.id: max(1, item.sets - _half_up(item.sets * (1 - factor))) for item in left if item.sets > 1}
    if intervals:
        return {item.id: intervals[item.id] for item in left if intervals.get(item.id, item.sets) != item.sets}, []
    total_sec = sum(item.seconds or 0 for item in left)
    share = max(LEAST_SESSION_SHARE, 1 - cut_sec / total_sec) if total_sec else factor
    amounts = []
    for item in left:
        seconds = _stepped(item.seconds, share, SECONDS_STEP)
        metres = _stepped(item.metres, share, METRES_STEP)
        if (seconds, metres) != (item.seconds, item.metres):
            amounts.append({"item_id": item.id, "name": item.name, "seconds": seconds, "metres": metres})
    return {}, amounts


def _stepped(amount: float | None, share: float, step: int) -> int | None:
    """Return an amount times a share in whole steps, never more than it was."""
    if amount is None:
        return None
    return min(int(amount), max(step, _half_up(amount * share / step) * step))


def _cancelled(session: Session, because: str) -> Relief:
    line = {"session_id": session.id, "name": session.name, "because": because}
    return Relief(volume_adj=-session.working_sets(), cancelled=(line,))


def _spared(
    session: Session, regions: frozenset[str], library: Mapping[str, Exercise], find: Find | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the swaps and removals of exercises that load an injured region."""
    swaps: list[dict[str, Any]] = []
    removed: list[dict[str, Any]] = []
    for item in session.exercises:
        exercise = library.get(item.exercise_id)
        hurt = sorted(regions.intersection(exercise.caution_injury)) if exercise else []
        if not hurt:
            continue
        because = f"spares the {' and '.join(hurt)}"
        substitute = find(item, regions) if find else None
        if substitute is None:
            line = {"item_id": item.id, "name": item.name, "because": because, "is_warmup": item.is_warmup}
            removed.append(line)
        else:
            swaps.append(
                {
                    "item_id": item.id,
                    "from": item.name,
                    "exercise_id": substitute.id,
                    "to": warmup_name(substitute.name) if item.is_warmup else substitute.name,
                    "because": because,
                    "is_warmup": item.is_warmup,
                }
            )
    return swaps, removed


def _own_factor(item: ExerciseItem, dose: Dose, library: Mapping[str, Exercise]) -> float:
    exercise = library.get(item.exercise_id)
    is_sore = exercise is not None and MUSCLE_OF.get(exercise.primary_muscle) in dose.sore_muscles
    return min(dose.sets_factor, SORE_SETS) if is_sore else dose.sets_factor


def _fewer_sets(
    session: Session, left: list[ExerciseItem], dose: Dose, library: Mapping[str, Exercise]
) -> dict[str, int]:
    """Return the new sets of the exercises that lose some; at least half a session is left."""
    sets = {item.id: item.sets for item in left}
    budget = sum(sets.values()) - ceil(session.working_sets() * LEAST_SESSION_SHARE)
    sore = [item for item in left if _own_factor(item, dose, library) < dose.sets_factor]
    for item in sore:
        wanted = _half_up(item.sets * (1 - _own_factor(item, dose, library)))
        taken = max(0, min(wanted, item.sets - 1, budget))
        sets[item.id] -= taken
        budget -= taken
    others = [item for item in left if item not in sore]
    planned = sum(item.sets for item in others)
    to_take = min(_half_up(planned * (1 - dose.sets_factor)), budget)
    for item in _last_isolation_first(others, library):
        least = 0 if _is_isolation(item, library) else 1
        taken = max(0, min(item.sets - least, to_take))
        sets[item.id] -= taken
        to_take -= taken
    return {item.id: sets[item.id] for item in left if sets[item.id] != item.sets}


def _last_isolation_first(items: list[ExerciseItem], library: Mapping[str, Exercise]) -> list[ExerciseItem]:
    return sorted(items, key=lambda item: (not _is_isolation(item, library), -item.order))


def _is_isolation(item: ExerciseItem, library: Mapping[str, Exercise]) -> bool:
    exercise = library.get(item.exercise_id)
    return exercise is not None and exercise.mechanic == "isolation"


def _share_left(session: Session, left: list[ExerciseItem], cuts: Mapping[str, int]) -> float:
    planned = session.working_sets()
    return sum(cuts.get(item.id, item.sets) for item in left) / planned if planned else 1.0


def _shorter(session: Session, share: float) -> int:
    return _rounded(FIXED_MINUTES + (session.duration_minutes - FIXED_MINUTES) * share, session)


def _rounded(minutes: float, session: Session) -> int:
    """Return minutes in steps of five, never more than planned."""
    if minutes >= session.duration_minutes:
        return session.duration_minutes
    return min(session.duration_minutes, max(LEAST_MINUTES, _half_up(minutes / MINUTES_STEP) * MINUTES_STEP))


def _outcome(
    session: Session,
    swaps: list[dict[str, Any]],
    removed: list[dict[str, Any]],
    cuts: Mapping[str, int],
    minutes: int,
) -> Relief:
    gone = {line["item_id"] for line in removed} | {item_id for item_id, sets in cuts.items() if sets == 0}
    working = [item for item in session.exercises if not item.is_warmup]
    lost = sum(item.sets - (0 if item.id in gone else cuts.get(item.id, item.sets)) for item in working)
    changed = minutes != session.duration_minutes
    lines = [
        {"item_id": item.id, "name": item.name, "before": item.sets, "after": cuts[item.id], "is_warmup": False}
        for item in working
        if item.id in cuts
    ]
    lines += _idle_warmups(session, gone)
    return Relief(
        volume_adj=-lost,
        sets=tuple(lines),
        minutes=({"session_id": session.id, "before": session.duration_minutes, "after": minutes},) if changed else (),
        swaps=tuple(swaps),
        removed=tuple(removed),
    )


def _idle_warmups(session: Session, gone: set[str]) -> list[dict[str, Any]]:
    """Return the warm-up sets of exercises that are left out altogether."""
    kept = {item.exercise_id for item in session.exercises if not item.is_warmup and item.id not in gone}
    return [
        {"item_id": item.id, "name": item.name, "before": item.sets, "after": 0, "is_warmup": True}
        for item in session.exercises
        if item.is_warmup and item.id not in gone and item.exercise_id not in kept
    ]


def _half_up(value: float) -> int:
    return int(value + 0.5 + 1e-9)  # 10 x (1 - 0.85) is a little more or less than 1.5
