"""Loads, repetitions and reserve of an exercise from week to week, and the load of the next session."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.exercise_roles import is_loadable, is_lower_body
from sharpened_cli.domain.prescription import LEAD, MOST_RIR, reserve_of
from sharpened_cli.domain.strength import (
    best_e1rm_kg,
    e1rm_kg,
    load_for_kg,
    one_rm_share,
    reps_to_failure_at,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.facts import FamiliarExercise
    from sharpened_cli.domain.mesocycles import Week
    from sharpened_cli.domain.plan import PlannedExercise
    from sharpened_cli.domain.prescription import Prescription
    from sharpened_cli.domain.strength import (
        LoggedSet,
    )
    from sharpened_cli.domain.trainee import Trainee

LB_KG = 0.45359237
UPPER_STEP, LOWER_STEP = 0.025, 0.05  # double progression: +2.5 % upper, +5 % lower body (product choice)
BACK_OFF = 0.075  # after the bottom of the range was missed twice: 5-10 % (product choice)
MISSES_TO_BACK_OFF = 2
DELOAD_LOAD = 0.9
# Expected growth of the 1RM a week by training age: product choice, science sheet 5.1; less in a deficit.
WEEKLY_GROWTH = {"beginner": 0.008, "novice": 0.008, "intermediate": 0.003, "advanced": 0.001}
DEFICIT_GROWTH, DEFICIT_FROM = 0.3, 0.05
USUAL_REPS = 8  # where a person names a weight without repetitions: product choice
OUT_OF_SCHEME_REPS = 3  # repetitions beyond the range from which the log says little about the range
DEEP_RESERVE = MOST_RIR + 1

# smallest steps: kilograms, pounds; the first piece of equipment that an exercise needs decides
LOAD_STEPS = {
    "barbell": (2.5, 5.0), "trap bar": (2.5, 5.0), "safety bar": (2.5, 5.0), "ez bar": (2.5, 5.0),
    "smith machine": (2.5, 5.0), "dumbbell": (2.0, 5.0), "kettlebell": (4.0, 8.8), "machine": (2.5, 5.0),
    "cable": (2.5, 5.0), "plate": (1.25, 2.5), "belt": (1.25, 2.5),
}  # fmt: skip
OTHER_STEP = (2.5, 5.0)
LIGHT_DUMBBELL_KG, LIGHT_STEP_KG = 10.0, 1.0


class Exposure(NamedTuple):
    """The working sets of one exercise on one day; sets of a deload say nothing about the next load."""

    date: date
    sets: tuple[LoggedSet, ...]
    is_deload: bool = False


class NextLoad(NamedTuple):
    """A load in kg (None: find one), where it comes from (plan or log), and why."""

    load_kg: float | None
    source: str
    because: str


class WeekLoad(NamedTuple):
    """What one week asks of one exercise."""

    rep_low: int | None
    rep_high: int | None
    rir: int | None
    load_kg: float | None
    note: str


def step_kg(exercise: Exercise, unit_system: str, load_kg: float = 100.0) -> float:
    """Return the smallest change of load that the equipment allows, in kg; imperial gyms step in pounds."""
    kg, pounds = next((LOAD_STEPS[name] for name in exercise.equipment if name in LOAD_STEPS), OTHER_STEP)
    if unit_system == "imperial":
        return pounds * LB_KG
    is_light = "dumbbell" in exercise.equipment and load_kg < LIGHT_DUMBBELL_KG
    return LIGHT_STEP_KG if is_light else kg


def rounded_kg(load_kg: float, exercise: Exercise, unit_system: str) -> float:
    """Return the heaviest load that the equipment allows and that is not above ``load_kg``; one step at least."""
    step = step_kg(exercise, unit_system, load_kg)
    return round(max(1, int(load_kg / step + 1e-6)) * step, 2)


def increased_kg(load_kg: float, exercise: Exercise, unit_system: str) -> float:
    """Return the next load up: 2.5 % upper, 5 % lower body, one step of the equipment at least."""
    share = LOWER_STEP if is_lower_body(exercise) else UPPER_STEP
    step = step_kg(exercise, unit_system, load_kg)
    return round(max(load_kg + step, rounded_kg(load_kg * (1 + share), exercise, unit_system)), 2)


def stated_e1rm_kg(known: FamiliarExercise | None) -> float | None:
    """Return the 1RM behind a stated working set, taken as if to failure, so that the start is light."""
    if known is None or not known.typical_weight_kg:
        return None
    reps = known.typical_reps or USUAL_REPS
    return e1rm_kg(known.typical_weight_kg, reps) or known.typical_weight_kg / one_rm_share(reps)


def first_reps(rep_low: int, rep_high: int) -> int:
    """Return the repetitions at which a range starts: a third of the way up."""
    return rep_low + (rep_high - rep_low) // 3


def weekly_loads(
    exercise: Exercise, prescription: Prescription, trainee: Trainee, weeks: Sequence[Week]
) -> tuple[WeekLoad, ...]:
    """Return what each week asks: repetitions, reserve and, where a working set was stated, the load.

    Lead lifts of strength programs are anchored to the 1RM and the RPE chart; everything else follows double
    progression on the growth that is expected at the training age.
    """
    e1rm = stated_e1rm_kg(trainee.known.get(exercise.id)) if is_loadable(exercise) else None
    if _is_anchored(exercise, prescription, trainee):
        return _anchored(exercise, trainee, weeks, e1rm)
    return _double(exercise, prescription, trainee, weeks, e1rm)


def _is_anchored(exercise: Exercise, prescription: Prescription, trainee: Trainee) -> bool:
    is_trained = trainee.experience in {"intermediate", "advanced"}
    heavy = prescription.rep_high is not None and prescription.rep_high <= 5
    is_olympic = exercise.movement_pattern == "olympic"
    return trainee.style == "strength" and is_trained and heavy and prescription.part == LEAD and not is_olympic


def _anchored(exercise: Exercise, trainee: Trainee, weeks: Sequence[Week], e1rm: float | None) -> tuple[WeekLoad, ...]:
    growth = _weekly_growth(trainee)
    result, built = [], 0
    for week in weeks:
        reps = max(round(5 - 2 * week.share_of_block), trainee.limits.max_reps_floor)
        rir = _reserve(trainee, week)
        load = None
        if e1rm is not None:
            wanted = load_for_kg(e1rm * (1 + growth) ** built, reps, rir - week.extra_rir) * week.load_factor
            load = rounded_kg(wanted, exercise, trainee.unit_system)
        built += not week.is_light
        result.append(WeekLoad(reps, reps, rir, load, _anchored_note(rir, reps, has_load=load is not None)))
    return tuple(result)


def _double(
    exercise: Exercise, prescription: Prescription, trainee: Trainee, weeks: Sequence[Week], e1rm: float | None
) -> tuple[WeekLoad, ...]:
    low, high = prescription.rep_low, prescription.rep_high
    growth = _weekly_growth(trainee)
    load: float | None = None
    result, built = [], 0
    for week in weeks:
        rir = _reserve(trainee, week)
        shown = None
        if e1rm is not None and low is not None and high is not None:
            able = e1rm * (1 + growth) ** built
            load = _double_load(load, able, (low, high), rir - week.extra_rir, exercise, trainee.unit_system)
            shown = rounded_kg(load * week.load_factor, exercise, trainee.unit_system)
        built += not week.is_light
        note = _double_note(exercise, prescription, trainee, week, rir, has_load=shown is not None)
        result.append(WeekLoad(low, high, rir if low is not None else None, shown, note))
    return tuple(result)


def _double_load(
    load: float | None, able: float, reps: tuple[int, int], rir: int, exercise: Exercise, unit_system: str
) -> float:
    if load is None:
        return rounded_kg(load_for_kg(able, first_reps(*reps), rir), exercise, unit_system)
    expected = reps_to_failure_at(min(1.0, load / able)) - rir
    return increased_kg(load, exercise, unit_system) if expected >= reps[1] else load


def _reserve(trainee: Trainee, week: Week) -> int:
    base = reserve_of(trainee, week.share_of_block if not week.is_light else 0.0)
    return min(base + week.extra_rir, DEEP_RESERVE + week.extra_rir)


def _weekly_growth(trainee: Trainee) -> float:
    growth = WEEKLY_GROWTH[trainee.experience]
    return growth * DEFICIT_GROWTH if trainee.deficit_fraction >= DEFICIT_FROM else growth


def _anchored_note(rir: int, reps: int, *, has_load: bool) -> str:
    if has_load:
        return f"stop with {rir} in reserve (RPE {10 - rir}); take less if the bar is slow"
    return f"find a load: add weight until {reps} leave {rir} in reserve (RPE {10 - rir})"


def _double_note(
    exercise: Exercise, prescription: Prescription, trainee: Trainee, week: Week, rir: int, *, has_load: bool
) -> str:
    high = prescription.rep_high
    if high is None:
        return "longer or steadier each week" if not week.is_light else "easy"
    if week.kind == "deload":
        return "easy on purpose"
    if not is_loadable(exercise):
        return f"all sets at {high}? slower, a harder variant, or more resistance"
    if not has_load and week.number == 1:
        return f"find a load: start light, add weight until {prescription.rep_low} to {high} leave {rir} in reserve"
    step = step_kg(exercise, trainee.unit_system, 0.0 if "dumbbell" in exercise.equipment else 100.0)
    shown = f"{step / LB_KG:.0f} lb" if trainee.unit_system == "imperial" else f"{step:g} kg"
    return f"all sets at {high}? add {shown} next time"


def next_load(
    item: PlannedExercise,
    exercise: Exercise,
    history: Sequence[Exposure],
    *,
    is_deload: bool = False,
    unit_system: str = "metric",
) -> NextLoad:
    """Return the load of a planned exercise from what was logged before that day; never stored.

    Double progression: all sets at the top of the range with the reserve kept -> the next load up; the bottom
    missed in two sessions running -> 7.5 % less; else the same. A single repetition target is anchored to the
    best estimate of the last three sessions. Without a usable log the planned load stands.
    """
    useful = [one for one in sorted(history) if not one.is_deload and any(s.weight_kg > 0 for s in one.sets)]
    if not useful or item.rep_low is None or item.rep_high is None:
        return NextLoad(item.load_kg, "plan", "as planned")
    decided = _from_log(item, exercise, useful, unit_system, extra_rir=2 if is_deload else 0)
    if decided.load_kg is None or not is_deload:
        return decided
    return NextLoad(rounded_kg(decided.load_kg * DELOAD_LOAD, exercise, unit_system), "log", "a lighter week")


def _from_log(
    item: PlannedExercise, exercise: Exercise, useful: Sequence[Exposure], unit_system: str, extra_rir: int
) -> NextLoad:
    low, high, rir = item.rep_low or 1, item.rep_high or 1, max(0, (item.rir or 0) - extra_rir)
    top = max(one.weight_kg for one in useful[-1].sets)
    reps = [one.reps for one in useful[-1].sets if one.weight_kg >= top]
    if low == high or not low - OUT_OF_SCHEME_REPS <= sum(reps) / len(reps) <= high + OUT_OF_SCHEME_REPS:
        return _from_estimate(first_reps(low, high), rir, exercise, useful, unit_system)
    if _topped_out(useful[-1], top, item.sets, high, rir):
        return NextLoad(increased_kg(top, exercise, unit_system), "log", f"all sets reached {high}")
    if _missed_twice(useful, top, low):
        return NextLoad(
            rounded_kg(top * (1 - BACK_OFF), exercise, unit_system), "log", f"fewer than {low} twice: a step back"
        )
    return NextLoad(top, "log", f"the same until all sets reach {high}")


def _from_estimate(reps: int, rir: int, exercise: Exercise, useful: Sequence[Exposure], unit_system: str) -> NextLoad:
    estimate = best_e1rm_kg(one for exposure in useful[-3:] for one in exposure.sets)
    if estimate is None:
        return NextLoad(max(one.weight_kg for one in useful[-1].sets), "log", "what you lifted last")
    wanted = load_for_kg(estimate, reps, rir)
    return NextLoad(rounded_kg(wanted, exercise, unit_system), "log", "from your best recent set")


def _topped_out(last: Exposure, top: float, sets: int, high: int, rir: int) -> bool:
    at_top = [one for one in last.sets if one.weight_kg >= top]
    kept_reserve = all(one.rpe is None or one.rir >= rir for one in at_top)
    return len(at_top) >= min(sets, len(last.sets)) and kept_reserve and all(one.reps >= high for one in at_top)


def _missed_twice(useful: Sequence[Exposure], top: float, low: int) -> bool:
    recent = useful[-MISSES_TO_BACK_OFF:]
    return len(recent) == MISSES_TO_BACK_OFF and all(
        any(one.weight_kg >= top and one.reps < low for one in exposure.sets) for exposure in recent
    )
