"""How far a logged activity is the planned session: kind, exercises, sets, volume, time, distance, effort."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.adherence import weighted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sharpened_cli.domain.adherence import Score
    from sharpened_cli.domain.day_plan import ExerciseItem, Session
    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.plan import PlannedExercise, PlannedSession

CATEGORY_OF_KIND = {
    "resistance": "strength", "endurance": "cardio_steady", "hiit": "cardio_interval", "sport": "sports",
    "mobility": "flexibility",
}  # fmt: skip

# Weights of the parts (product choices).
LIFTING_WEIGHTS = {"kind": 0.10, "exercises": 0.45, "sets": 0.25, "volume": 0.15, "effort": 0.05}
OTHER_WEIGHTS = {"kind": 0.30, "activity": 0.20, "duration": 0.35, "distance": 0.15, "effort": 0.05}
# Credit for an exercise that is not the planned one (product choices).
SAME_PATTERN_AND_MUSCLE, SAME_MUSCLE, SAME_PATTERN = 0.8, 0.5, 0.4
# A session of the right kind whose exercises were not written down is similar at best.
UNWRITTEN = (0.5, 0.3)
OTHER_KIND_AT_MOST = 0.25
ENOUGH_SHARE, LONG_SHARE, TWICE_IS_WORTH = 0.9, 1.25, 0.7  # of a planned time or distance
RPE_TOLERANCE, RPE_NOTHING_LEFT = 1.0, 4.0
_CARDIO = frozenset({"cardio_steady", "cardio_interval"})


class DoneSet(NamedTuple):
    """A logged set; ``exercise_id`` None where the library does not know the name."""

    exercise_id: str | None
    exercise_name: str
    reps: int | None = None
    weight_kg: float | None = None
    seconds: float | None = None
    metres: float | None = None
    rpe: float | None = None
    is_warmup: bool = False


class DoneActivity(NamedTuple):
    """A logged activity as matching sees it; ``ids`` has several where one session was logged in pieces."""

    ids: tuple[str, ...]
    date: date
    category: str
    name: str
    minutes: float
    modality: str = ""
    distance_m: float | None = None
    rpe: float | None = None
    sets: tuple[DoneSet, ...] = ()


def session_score(planned: Session | PlannedSession, done: DoneActivity, library: Mapping[str, Exercise]) -> Score:
    """Return how far a logged activity is the planned session, 0..1, with the parts."""
    if planned.kind == "resistance":
        return _lifting(planned, done, library)
    return _other(planned, done)


def together(activities: Sequence[DoneActivity]) -> DoneActivity:
    """Return several activities of one day and category as one: a session that was logged in pieces."""
    first = activities[0]
    distances = [one.distance_m for one in activities if one.distance_m]
    efforts = [one.rpe for one in activities if one.rpe is not None]
    return first._replace(
        ids=tuple(name for one in activities for name in one.ids),
        minutes=sum(one.minutes for one in activities),
        distance_m=sum(distances) if distances else None,
        rpe=sum(efforts) / len(efforts) if efforts else None,
        sets=tuple(done for one in activities for done in one.sets),
    )


# Lifting ---------------------------------------------------------------------------------------


class _Pairing(NamedTuple):
    item: ExerciseItem | PlannedExercise
    credit: float
    sets: tuple[DoneSet, ...]


def _lifting(planned: Session | PlannedSession, done: DoneActivity, library: Mapping[str, Exercise]) -> Score:
    weights = LIFTING_WEIGHTS
    working = [item for item in planned.exercises if not item.is_warmup and item.sets and not _is_aside(item, library)]
    if done.category != "strength" and not done.sets:
        return weighted({"kind": (1.0, 0.0, f"{done.category} instead of strength")})
    ratio = _ratio(done.minutes, planned.duration_minutes)
    if not done.sets or not working:
        base, more = UNWRITTEN
        because = f"{done.minutes:g} of {planned.duration_minutes:g} minutes, exercises not written down"
        return weighted({"duration": (1.0, base + more * ratio, because)})
    pairs = _pairings(working, [one for one in done.sets if not one.is_warmup], library)
    wanted = sum(pair.item.sets for pair in pairs)
    covered = sum(pair.credit * pair.item.sets for pair in pairs) / wanted
    sets = sum(pair.credit * min(len(pair.sets), pair.item.sets) for pair in pairs) / wanted
    volume = sum(pair.credit * _volume(pair) * pair.item.sets for pair in pairs) / wanted
    effort = _effort(pairs, done.rpe)
    matched = sum(pair.credit > 0 for pair in pairs)
    return weighted(
        {
            "kind": (weights["kind"], 1.0 if done.category == "strength" else 0.5, done.category),
            "exercises": (weights["exercises"], covered, f"{matched} of {len(pairs)} exercises"),
            "sets": (weights["sets"], sets, f"{sum(min(len(p.sets), p.item.sets) for p in pairs)} of {wanted} sets"),
            "volume": (weights["volume"], volume, "repetitions and load against the plan"),
            "effort": effort if covered > 0 else None,
        }
    )


def _is_aside(item: ExerciseItem | PlannedExercise, library: Mapping[str, Exercise]) -> bool:
    """Whether it only opens or closes the session: five minutes on the bike, a stretch; nobody logs those."""
    exercise = library.get(item.exercise_id)
    return exercise is not None and exercise.category in ("cardio", "mobility")


def _pairings(
    working: Sequence[ExerciseItem | PlannedExercise], sets: Sequence[DoneSet], library: Mapping[str, Exercise]
) -> list[_Pairing]:
    """Give each planned exercise the logged one that fits it best; the surest pairs first."""
    logged: dict[str, list[DoneSet]] = {}
    for one in sets:
        logged.setdefault(one.exercise_id or one.exercise_name.casefold(), []).append(one)
    rated = [
        (-_credit(item, name, done[0], library), index, name)
        for index, item in enumerate(working)
        for name, done in logged.items()
    ]
    taken: dict[int, tuple[float, str]] = {}
    used: set[str] = set()
    for credit, index, name in sorted(rated):
        if credit < 0 and index not in taken and name not in used:
            taken[index] = (-credit, name)
            used.add(name)
    return [
        _Pairing(item, taken[index][0], tuple(logged[taken[index][1]])) if index in taken else _Pairing(item, 0.0, ())
        for index, item in enumerate(working)
    ]


def _credit(item: ExerciseItem | PlannedExercise, name: str, done: DoneSet, library: Mapping[str, Exercise]) -> float:
    if name == item.exercise_id or done.exercise_name.casefold() == item.name.casefold():
        return 1.0
    wanted, got = library.get(item.exercise_id), library.get(done.exercise_id or "")
    if wanted is None or got is None:
        return 0.0
    muscle = wanted.primary_muscle == got.primary_muscle
    pattern = bool(wanted.movement_pattern) and wanted.movement_pattern == got.movement_pattern
    if muscle and pattern:
        return SAME_PATTERN_AND_MUSCLE
    return SAME_MUSCLE if muscle else SAME_PATTERN if pattern else 0.0


def _volume(pair: _Pairing) -> float:
    """Return how far the reps (or seconds, metres) and the load of the planned sets were reached."""
    if not pair.sets:
        return 0.0
    item = pair.item
    amounts = [one.reps or one.seconds or one.metres or 0.0 for one in pair.sets[: item.sets]]
    wanted = float(item.rep_low or item.seconds or item.metres or 0.0)
    reached = sum(min(1.0, amount / wanted) for amount in amounts) / item.sets if wanted else len(amounts) / item.sets
    loads = [one.weight_kg for one in pair.sets if one.weight_kg]
    if not item.load_kg or not loads or pair.credit < 1.0:
        return reached
    return reached * min(1.0, max(loads) / item.load_kg / ENOUGH_SHARE)


def _effort(pairs: Sequence[_Pairing], session_rpe: float | None) -> tuple[float, float, str] | None:
    gaps = [
        abs(one.rpe - (10.0 - pair.item.rir))
        for pair in pairs
        if pair.item.rir is not None
        for one in pair.sets
        if one.rpe is not None
    ]
    if not gaps and session_rpe is not None:
        wanted = [10.0 - pair.item.rir for pair in pairs if pair.item.rir is not None]
        gaps = [abs(session_rpe - sum(wanted) / len(wanted))] if wanted else []
    if not gaps:
        return None
    gap = sum(gaps) / len(gaps)
    met = min(1.0, max(0.0, (RPE_NOTHING_LEFT - gap) / (RPE_NOTHING_LEFT - RPE_TOLERANCE)))
    return LIFTING_WEIGHTS["effort"], met, f"RPE {gap:.1f} away from the plan"


# Everything else -------------------------------------------------------------------------------


def _other(planned: Session | PlannedSession, done: DoneActivity) -> Score:
    weights = OTHER_WEIGHTS
    kind = _kind(planned, done)
    duration = _ratio(done.minutes, planned.duration_minutes)
    metres = sum(item.metres * item.sets for item in planned.exercises if item.metres)
    distance = None
    if metres and done.distance_m:
        distance = (weights["distance"], _ratio(done.distance_m, metres), f"{done.distance_m:g} of {metres:g} m")
    if kind == 0.0:
        because = f"{done.category} instead of {planned.kind}"
        return weighted(
            {"kind": (1.0 - OTHER_KIND_AT_MOST, 0.0, because), "duration": (OTHER_KIND_AT_MOST, duration, "")}
        )
    return weighted(
        {
            "kind": (weights["kind"], kind, done.category),
            "activity": (weights["activity"], _same_activity(planned, done), f"{done.name} for {planned.modality}"),
            "duration": (weights["duration"], duration, f"{done.minutes:g} of {planned.duration_minutes:g} minutes"),
            "distance": distance,
        }
    )


def _kind(planned: Session | PlannedSession, done: DoneActivity) -> float:
    wanted = CATEGORY_OF_KIND.get(planned.kind, "other")
    if done.category == wanted:
        return 1.0
    if wanted in _CARDIO and done.category in _CARDIO:
        return 1.0 if planned.modality == done.modality else 0.6
    if wanted in _CARDIO and done.category == "sports":
        return 0.4
    return 0.0


def _same_activity(planned: Session | PlannedSession, done: DoneActivity) -> float:
    if planned.modality == done.modality:
        return 1.0
    general = {"general_fitness", "other", "mobility", "hiit", "functional_fitness", ""}
    return 0.8 if planned.modality in general or done.modality in general else 0.4


def _ratio(done: float, wanted: float) -> float:
    """Return how far an amount was reached; a little more is as good, twice as much is another thing."""
    if wanted <= 0:
        return 1.0
    share = done / wanted
    if share < ENOUGH_SHARE:
        return share / ENOUGH_SHARE
    if share <= LONG_SHARE:
        return 1.0
    return max(0.0, 1.0 - (1.0 - TWICE_IS_WORTH) * (share - LONG_SHARE) / (2.0 - LONG_SHARE))
