"""From stored rows to what the volume controller looks at: planned and done sets, slopes, recovery."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.deload import SHORT_NIGHT_HOURS, SORE_LEVEL, Recovery
from sharpened_cli.domain.evidence import NO_TRAINING, Training
from sharpened_cli.domain.exercise import MUSCLES
from sharpened_cli.domain.performance import Exposure, lift_slope, mean_drift, muscle_slopes
from sharpened_cli.domain.set_plan import PlannedSets
from sharpened_cli.domain.strength import e1rm_kg
from sharpened_cli.domain.volume import MuscleSignal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sharpened_cli.domain.controller_state import ControllerState
    from sharpened_cli.domain.day_plan import PlanEvent
    from sharpened_cli.store.reassessment_evidence import ExerciseTraits, Records

DONE = frozenset({"completed", "similar"})
DECLINED = "declined"
MAX_RPE = 10.0
MOST_DONE = 1.1  # more than planned counts this much at most
DEFAULT_SESSION_MINUTES = 60
FIRST_WEEKS = 3  # of a program: neither sets nor a lighter week are decided in them
WEEK = timedelta(days=7)


class Plan(NamedTuple):
    """What of the stored client the training evidence needs."""

    user_id: str
    program_id: str | None
    starts_on: date
    session_minutes: int | None
    planned_deficit: float


class Overlay(NamedTuple):
    """What live plan changes say about items: changed fields by item id, and the items of lighter weeks."""

    fields: Mapping[str, Mapping[str, Any]]
    lighter: frozenset[str]


class TrainingRead(NamedTuple):
    """The training evidence, and the weeks since the program began or training was last lighter."""

    training: Training
    weeks_since_deload: float


NO_OVERLAY = Overlay({}, frozenset())


def looks_at_training(starts_on: date, as_of: date) -> bool:
    """Return whether a program has run long enough for its sets to be judged."""
    return (as_of - starts_on).days >= 7 * FIRST_WEEKS


def overlay_of(live: Iterable[PlanEvent]) -> Overlay:
    """Return the items' changes that are in force, the last event winning."""
    fields: dict[str, dict[str, Any]] = {}
    lighter: set[str] = set()
    for event in live:
        changes: Mapping[str, Mapping[str, Any]] = event.after.get("items") or {}
        for item_id, change in changes.items():
            fields.setdefault(item_id, {}).update(change)
        if event.change_type == "deload":
            lighter.update(changes)
    return Overlay(fields, frozenset(lighter)) if fields else NO_OVERLAY


def planned_sets(
    rows: Iterable[tuple[Any, ...]], overlay: Overlay, traits: Mapping[str, ExerciseTraits]
) -> list[PlannedSets]:
    """Return the working items of rows with the changes in force; what was dropped is left out."""
    found = []
    for _, session_id, day, week_index, _, item_id, order, exercise_id, sets, rir in rows:
        change = overlay.fields.get(item_id, {})
        known = traits.get(change.get("exercise_id", exercise_id))
        now = change.get("sets", sets)
        if now > 0 and known is not None:
            moment = date.fromisoformat(day)
            reserve = change.get("rir", rir)
            found.append(PlannedSets(item_id, session_id, moment, week_index, order, now, reserve, known.shares))
    return found


def sets_by_muscle(
    rows: Iterable[tuple[Any, ...]], overlay: Overlay, traits: Mapping[str, ExerciseTraits]
) -> dict[str, float]:
    """Return the fractional sets by muscle of item rows with the changes in force."""
    by_exercise: dict[str, int] = {}
    changes = overlay.fields
    for row in rows:
        exercise_id, sets = row[7], row[8]
        if change := changes.get(row[5]):
            exercise_id, sets = change.get("exercise_id", exercise_id), change.get("sets", sets)
        by_exercise[exercise_id] = by_exercise.get(exercise_id, 0) + sets
    return _by_muscle(by_exercise, traits)


def _by_muscle(by_exercise: Mapping[str, int], traits: Mapping[str, ExerciseTraits]) -> dict[str, float]:
    found: dict[str, float] = {}
    for exercise_id, sets in by_exercise.items():
        known = traits.get(exercise_id)
        for muscle, share in (known.shares if known else {}).items():
            found[muscle] = found.get(muscle, 0.0) + share * sets
    return found


def training_of(
    plan: Plan,
    records: Records,
    start: date,
    as_of: date,
    traits: Mapping[str, ExerciseTraits],
    live: Sequence[PlanEvent],
    state: ControllerState | None,
) -> TrainingRead:
    """Return the training evidence of the window ``start`` to ``as_of``; empty where no ordinary week is planned.

    In a program's first weeks it holds the planned sets alone: nothing is decided on more.
    """
    overlay = overlay_of(live) if live else NO_OVERLAY
    now, soon = as_of.isoformat(), (as_of + WEEK).isoformat()
    sessions = [row for row in records.sessions.get(plan.user_id, ()) if row[1] == plan.program_id]
    items = [row for row in records.items.get(plan.user_id, ()) if row[0] == plan.program_id]
    easy = {row[2] for row in sessions if row[4]}
    if overlay.lighter:
        easy.update(row[2] for row in items if row[5] in overlay.lighter)
    past_easy = [date.fromisoformat(day) for day in easy if day < now]
    decided = state.last_deload_on if state else None
    rested = max([plan.starts_on, *past_easy, *([decided] if decided else [])])
    weeks = 0.0 if any(now <= day < soon for day in easy) else (as_of - rested).days / 7.0
    week = _ordinary_week(items, easy, as_of)
    if not week:
        return TrainingRead(NO_TRAINING, weeks)
    training = Training(
        signals=_planned_signals(week, overlay, traits),
        free_minutes=_free_minutes(sessions, {row[1] for row in week}, plan.session_minutes),
        planned_deficit=plan.planned_deficit,
        last_deload_on=max(past_easy, default=None),
    )
    if looks_at_training(plan.starts_on, as_of):
        training = _judged(training, plan.user_id, records, sessions, items, easy, (start, as_of), overlay, traits)
    return TrainingRead(training, weeks)


def _planned_signals(
    week: Sequence[tuple[Any, ...]], overlay: Overlay, traits: Mapping[str, ExerciseTraits]
) -> tuple[MuscleSignal, ...]:
    """Return each planned muscle's weekly sets, in force and as the program had them, before anything is judged."""
    base = current = sets_by_muscle(week, NO_OVERLAY, traits)
    if overlay.fields:
        current = sets_by_muscle(week, overlay, traits)
    return tuple(
        MuscleSignal(muscle, current[muscle], base.get(muscle, current[muscle]), None, None, None, 0)
        for muscle in MUSCLES
        if current.get(muscle)
    )


def _ordinary_week(items: Sequence[tuple[Any, ...]], easy: set[str], as_of: date) -> list[tuple[Any, ...]]:
    """Return the items of the seven days ahead, or of those behind where the days ahead are lighter ones.

    Without any item ahead there is nothing left to plan: an empty list.
    """
    now, soon, before = as_of.isoformat(), (as_of + WEEK).isoformat(), (as_of - WEEK).isoformat()
    ahead = [row for row in items if now <= row[2] < soon]
    if not ahead or not easy.intersection(row[2] for row in ahead):
        return ahead
    return [row for row in items if before <= row[2] < now and row[2] not in easy]


def _judged(
    training: Training,
    user_id: str,
    records: Records,
    sessions: Sequence[tuple[Any, ...]],
    items: Sequence[tuple[Any, ...]],
    easy: set[str],
    window: tuple[date, date],
    overlay: Overlay,
    traits: Mapping[str, ExerciseTraits],
) -> Training:
    """Return the training with what was done of it, how strength moved, and how the person recovered."""
    first, now = window[0].isoformat(), window[1].isoformat()
    lifts = [row for row in records.lifts.get(user_id, ()) if row[0] not in easy]
    done = [row for row in lifts if first <= row[0] < now]
    planned = [row for row in items if first <= row[2] < now]
    exposures = _exposures(lifts, planned)
    slopes = {lift: slope for lift, seen in exposures.items() if (slope := lift_slope(seen)) is not None}
    shares = {lift: traits[lift].shares for lift in slopes}
    by_muscle = muscle_slopes(slopes, shares)
    asked = sets_by_muscle(planned, overlay, traits)
    logged_on = {row[0] for row in done}
    ticked = {row[0] for row in sessions if row[7] in DONE and row[2] not in logged_on}
    performed = _performed(done, [row for row in planned if row[1] in ticked], overlay, traits)
    signals = []
    for one in training.signals:
        muscle, wanted = one.muscle, asked.get(one.muscle, 0.0)
        mine = [each for lift, seen in exposures.items() if muscle in traits[lift].shares for each in seen]
        share = min(performed.get(muscle, 0.0) / wanted, MOST_DONE) if wanted and performed else None
        days = {each.day for each in mine if each.rpe_drift is not None and each.day >= window[0].toordinal()}
        seen_well = one._replace(completed_share=share, slope=by_muscle.get(muscle), sessions=len(days))
        signals.append(seen_well._replace(rpe_drift=mean_drift(mine)))
    return training._replace(
        signals=tuple(signals),
        main_lifts={lift: slope for lift, slope in slopes.items() if traits[lift].is_main},
        rpe_drift=mean_drift(exposure for seen in exposures.values() for exposure in seen),
        recovery=_recovery(records.contexts.get(user_id, ()), first, window[1], logged_on),
    )


def _exposures(lifts: Sequence[tuple[Any, ...]], planned: Sequence[tuple[Any, ...]]) -> dict[str, list[Exposure]]:
    """Return each lift's days with best e1RM and RPE beyond the prescribed one, by exercise id."""
    reserves: dict[str, list[int]] = {}
    for row in planned:
        if row[9] is not None:
            reserves.setdefault(row[7], []).append(row[9])
    prescribed = {lift: MAX_RPE - sum(seen) / len(seen) for lift, seen in reserves.items()}
    found: dict[str, list[Exposure]] = {}
    for day, lift, _, felt, reps, weight_kg, rpe, score in lifts:
        best = None if score is None else e1rm_kg(weight_kg, reps, 0.0 if rpe is None else MAX_RPE - rpe)
        drift = felt - prescribed[lift] if felt is not None and lift in prescribed else None
        found.setdefault(lift, []).append(Exposure(date.fromisoformat(day).toordinal(), best, drift))
    return found


def _performed(
    done: Sequence[tuple[Any, ...]],
    ticked: Sequence[tuple[Any, ...]],
    overlay: Overlay,
    traits: Mapping[str, ExerciseTraits],
) -> dict[str, float]:
    """Return the fractional sets done by muscle: logged ones, and the plan's where a session was only ticked off."""
    by_exercise: dict[str, int] = {}
    for row in done:
        by_exercise[row[1]] = by_exercise.get(row[1], 0) + row[2]
    performed = _by_muscle(by_exercise, traits)
    for muscle, sets in sets_by_muscle(ticked, overlay, traits).items():
        performed[muscle] = performed.get(muscle, 0.0) + sets
    return performed


def _recovery(contexts: Sequence[tuple[Any, ...]], first: str, as_of: date, trained_on: set[str]) -> Recovery:
    rows = [row for row in contexts if row[0] >= first]
    week_ago = (as_of - timedelta(days=6)).isoformat()

    def mean(column: int) -> float | None:
        values = [row[column] for row in rows if row[column] is not None]
        return sum(values) / len(values) if values else None

    return Recovery(
        sleep_hours=mean(1),
        stress=mean(2),
        soreness=mean(3),
        energy=mean(4),
        sore_training_days=sum((row[3] or 0) >= SORE_LEVEL and row[0] in trained_on for row in rows),
        short_nights=sum(row[1] is not None and row[1] < SHORT_NIGHT_HOURS for row in rows if row[0] >= week_ago),
    )


def _free_minutes(sessions: Sequence[tuple[Any, ...]], ids: set[str], session_minutes: int | None) -> float:
    """Return the minutes of a week that its sessions leave unused of what the person has for one."""
    each = session_minutes or DEFAULT_SESSION_MINUTES
    return float(sum(max(0, each - row[6]) for row in sessions if row[0] in ids))
