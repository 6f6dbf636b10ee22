"""From stored rows to what the volume controller looks at: planned and done sets, slopes, recovery."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.domain.deload import SHORT_NIGHT_HOURS, SORE_LEVEL, Recovery
from sharpened_cli.domain.evidence import NO_TRAINING, Training
from sharpened_cli.domain.exercise import MUSCLES
from sharpened_cli.domain.performance import Exposure, lift_slope, mean_drift, muscle_slopes
from sharpened_cli.domain.set_plan import PlannedSets, weekly_sets
from sharpened_cli.domain.volume import MuscleSignal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sharpened_cli.domain.controller_state import ControllerState
    from sharpened_cli.domain.day_plan import PlanEvent
    from sharpened_cli.domain.performance import Slope
    from sharpened_cli.store import Row
    from sharpened_cli.store.reassessment_evidence import ExerciseTraits, Records

DONE = frozenset({"completed", "similar"})
MAX_RPE = 10.0
MOST_DONE = 1.1  # more than planned counts this much at most
DEFAULT_SESSION_MINUTES = 60


class TrainingRead(NamedTuple):
    """The training evidence, and the weeks since the program began or training was last lighter."""

    training: Training
    weeks_since_deload: float


class Overlay(NamedTuple):
    """What live plan changes say about items: changed fields by item id, and the items of lighter weeks."""

    fields: Mapping[str, Mapping[str, Any]]
    lighter: frozenset[str]


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
    return Overlay(fields, frozenset(lighter))


def planned_sets(rows: Iterable[Row], overlay: Overlay, traits: Mapping[str, ExerciseTraits]) -> list[PlannedSets]:
    """Return the working items of rows with the changes in force; what was dropped is left out."""
    found = []
    for row in rows:
        if row["item_id"] is None:
            continue
        change = overlay.fields.get(row["item_id"], {})
        sets = change.get("sets", row["sets"])
        known = traits.get(change.get("exercise_id", row["exercise_id"]))
        if sets > 0 and known is not None:
            found.append(
                PlannedSets(
                    row["item_id"],
                    row["session_id"],
                    date.fromisoformat(row["date"]),
                    row["week_index"],
                    row["order_index"],
                    sets,
                    change.get("rir", row["rir"]),
                    known.shares,
                )
            )
    return found


def training_of(
    client: Row,
    items: Sequence[Row],
    records: Records,
    start: date,
    as_of: date,
    traits: Mapping[str, ExerciseTraits],
    live: Sequence[PlanEvent],
    state: ControllerState | None,
) -> TrainingRead:
    """Return the training evidence of the window ``start`` to ``as_of``; empty where nothing lies ahead."""
    overlay = overlay_of(live)
    first, now = start.isoformat(), as_of.isoformat()
    easy_dates = {row["date"] for row in items if row["is_deload"] or row["item_id"] in overlay.lighter}
    ahead_is_easy = any(now <= day < (as_of + timedelta(days=7)).isoformat() for day in easy_dates)
    past_easy = [date.fromisoformat(day) for day in easy_dates if day < now]
    known = [date.fromisoformat(client["program_start_date"]), *past_easy]
    if state is not None and state.last_deload_on is not None:
        known.append(state.last_deload_on)
    weeks = 0.0 if ahead_is_easy else (as_of - max(known)).days / 7.0
    week = _full_week(client, [row for row in items if row["date"] not in easy_dates], as_of)
    if not week:
        return TrainingRead(NO_TRAINING, weeks)
    lifts = [row for row in records.lifts.get(client["user_id"], ()) if row["local_date"] not in easy_dates]
    window = [row for row in items if first <= row["date"] < now]
    done = [row for row in lifts if first <= row["local_date"] < now]
    exposures = _exposures(lifts, window)
    slopes = {lift: slope for lift, seen in exposures.items() if (slope := lift_slope(seen)) is not None}
    trained_on = {row["local_date"] for row in done}
    training = Training(
        signals=_signals(week, window, done, exposures, slopes, overlay, traits),
        main_lifts={lift: slope for lift, slope in slopes.items() if traits[lift].is_main},
        rpe_drift=mean_drift(one for seen in exposures.values() for one in seen),
        recovery=_recovery(records.contexts.get(client["user_id"], ()), first, as_of, trained_on),
        free_minutes=_free_minutes(week, client["session_minutes"]),
        planned_deficit=_planned_deficit(client),
        last_deload_on=max(past_easy, default=None),
    )
    return TrainingRead(training, weeks)


def _full_week(client: Row, items: Sequence[Row], as_of: date) -> list[Row]:
    """Return the items of the first ordinary week that lies wholly ahead, else of the last one behind.

    Without any item from ``as_of`` on there is nothing left to plan: an empty list.
    """
    now = as_of.isoformat()
    if not any(row["date"] >= now for row in items):
        return []
    start = date.fromisoformat(client["program_start_date"])
    weeks = sorted({row["week_index"] for row in items})
    ahead = [week for week in weeks if start + timedelta(days=7 * (week - 1)) >= as_of]
    week = ahead[0] if ahead else weeks[-1]
    return [row for row in items if row["week_index"] == week]


def _exposures(lifts: Sequence[Row], window: Sequence[Row]) -> dict[str, list[Exposure]]:
    """Return each lift's days with best e1RM and RPE beyond the prescribed one, by exercise id."""
    reserves: dict[str, list[int]] = {}
    for row in window:
        if row["item_id"] is not None and row["rir"] is not None:
            reserves.setdefault(row["exercise_id"], []).append(row["rir"])
    prescribed = {lift: MAX_RPE - sum(seen) / len(seen) for lift, seen in reserves.items()}
    found: dict[str, list[Exposure]] = {}
    for row in lifts:
        lift, felt = row["exercise_id"], row["mean_rpe"]
        drift = felt - prescribed[lift] if felt is not None and lift in prescribed else None
        day = date.fromisoformat(row["local_date"]).toordinal()
        found.setdefault(lift, []).append(Exposure(day, row["e1rm_kg"], drift))
    return found


def _signals(
    week: Sequence[Row],
    window: Sequence[Row],
    done: Sequence[Row],
    exposures: Mapping[str, Sequence[Exposure]],
    slopes: Mapping[str, Slope],
    overlay: Overlay,
    traits: Mapping[str, ExerciseTraits],
) -> tuple[MuscleSignal, ...]:
    shares = {lift: known.shares for lift, known in traits.items() if lift in slopes}
    by_muscle = muscle_slopes(slopes, shares)
    now = weekly_sets(planned_sets(week, overlay, traits))
    base = weekly_sets(planned_sets(week, Overlay({}, frozenset()), traits))
    planned = weekly_sets(planned_sets(window, overlay, traits))
    performed, sessions = _performed(done, traits)
    unlogged = [
        row for row in window if row["status"] in DONE and row["date"] not in {one["local_date"] for one in done}
    ]
    for muscle, sets in weekly_sets(planned_sets(unlogged, overlay, traits)).items():
        performed[muscle] = performed.get(muscle, 0.0) + sets
    signals = []
    for muscle in MUSCLES:
        if not now.get(muscle):
            continue
        asked = planned.get(muscle, 0.0)
        share = min(performed.get(muscle, 0.0) / asked, MOST_DONE) if asked and performed else None
        drift = mean_drift(
            one for lift in sorted(exposures) if muscle in traits[lift].shares for one in exposures[lift]
        )
        seen = len(sessions.get(muscle, ()))
        signals.append(
            MuscleSignal(muscle, now[muscle], base.get(muscle, now[muscle]), share, by_muscle.get(muscle), drift, seen)
        )
    return tuple(signals)


def _performed(
    done: Sequence[Row], traits: Mapping[str, ExerciseTraits]
) -> tuple[dict[str, float], dict[str, set[str]]]:
    """Return the fractional sets done by muscle, and the days with sets and RPE by muscle."""
    performed: dict[str, float] = {}
    sessions: dict[str, set[str]] = {}
    for row in done:
        known = traits.get(row["exercise_id"])
        for muscle, share in (known.shares if known else {}).items():
            performed[muscle] = performed.get(muscle, 0.0) + share * row["sets"]
            if row["mean_rpe"] is not None:
                sessions.setdefault(muscle, set()).add(row["local_date"])
    return performed, sessions


def _recovery(contexts: Sequence[Row], first: str, as_of: date, trained_on: set[str]) -> Recovery:
    rows = [row for row in contexts if row["date"] >= first]
    week_ago = (as_of - timedelta(days=6)).isoformat()
    nights = [row["sleep_hours"] for row in rows if row["date"] >= week_ago and row["sleep_hours"] is not None]

    def mean(column: str) -> float | None:
        values = [row[column] for row in rows if row[column] is not None]
        return sum(values) / len(values) if values else None

    sore = [row["date"] for row in rows if (row["soreness_level"] or 0) >= SORE_LEVEL]
    return Recovery(
        soreness=mean("soreness_level"),
        sleep_hours=mean("sleep_hours"),
        stress=mean("stress_level"),
        energy=mean("energy_level"),
        sore_training_days=sum(day in trained_on for day in sore),
        short_nights=sum(hours < SHORT_NIGHT_HOURS for hours in nights),
    )


def _free_minutes(week: Sequence[Row], session_minutes: int | None) -> float:
    """Return the minutes of a week that sessions leave unused of what the person has for one."""
    each = session_minutes or DEFAULT_SESSION_MINUTES
    sessions = {row["session_id"]: row["duration_minutes"] for row in week}
    return float(sum(max(0, each - minutes) for minutes in sessions.values()))


def _planned_deficit(client: Row) -> float:
    """Return the deficit that the program was made for, as a fraction of its expenditure."""
    import json

    calories = json.loads(client["macros"]).get("calories_kcal")
    burnt = json.loads(client["tdee"]).get("tdee_kcal")
    return 1.0 - calories / burnt if calories and burnt else 0.0
