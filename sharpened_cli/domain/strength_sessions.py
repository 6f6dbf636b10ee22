"""Write the strength sessions of every week: order, warm-up sets, loads, notes, cool-down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.exercise_roles import ISOLATION_ROLES, SESSION_ORDER, role_of
from sharpened_cli.domain.plan import PlannedExercise
from sharpened_cli.domain.prescription import LEAD, prescribe
from sharpened_cli.domain.progression import weekly_loads
from sharpened_cli.domain.session_time import resistance_minutes, warm_up_minutes
from sharpened_cli.domain.training_solver import Chosen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.mesocycles import Week
    from sharpened_cli.domain.progression import WeekLoad
    from sharpened_cli.domain.splits import Template
    from sharpened_cli.domain.strength_week import StrengthWeek
    from sharpened_cli.domain.trainee import Trainee

# Share of the working load and repetitions of the ramp sets, the last ones first to go: Fradkin 2010
# J Strength Cond Res 24:140 (warming up helps in 79 % of criteria); the steps are practice (product choice).
RAMP = ((0.5, 8), (0.7, 4), (0.85, 2))
PAIR_REST_SEC = 15
SUPERSET = "pair with the next exercise: one set of each in turn"
MOST_FILL_MINUTES = 20  # minutes of easy movement at most that fill up a session
COOL_DOWN_GOALS = frozenset({"build_muscle", "recomposition", "improve_performance"})
FILL_FROM_MINUTES, COOL_DOWN_MINUTES = 6, 8


class WrittenSession(NamedTuple):
    """The exercises of one session of one week, and its minutes by the session-time model."""

    exercises: tuple[PlannedExercise, ...]
    minutes: int


class _Line(NamedTuple):
    exercise: Exercise
    chosen: Chosen
    loads: tuple[WeekLoad, ...]
    rest_sec: int
    note: str
    instead: str = ""


def written_week(
    week: StrengthWeek,
    trainee: Trainee,
    weeks: Sequence[Week],
    fill: Sequence[Exercise],
    missed: Sequence[Mapping[str, str]],
) -> tuple[tuple[WrittenSession, ...], ...]:
    """Return, for each strength session of the week, what it holds in each week of the program.

    ``fill`` lists easy exercises (cardio or stretches) that may use the minutes that are left; ``missed`` has, for
    each session, by role why a lift that the person knows is not in it.
    """
    return tuple(_session(week, index, trainee, weeks, fill, missed[index]) for index in range(len(week.assignments)))


def _session(
    week: StrengthWeek,
    index: int,
    trainee: Trainee,
    weeks: Sequence[Week],
    fill: Sequence[Exercise],
    missed: Mapping[str, str],
) -> tuple[WrittenSession, ...]:
    minutes = week.assignments[index].slot.minutes
    ordered = _with_few_leads(week, index, trainee)
    lines = _paired(ordered, trainee, weeks) if week.is_dense else _plain(ordered, trainee, weeks)
    lines = _explained(lines, missed)
    one_sided = frozenset(line.exercise.id for line in lines if line.exercise.unilateral)
    warm_up = warm_up_minutes(minutes, trainee.age)
    written = []
    for position, one in enumerate(weeks):
        items = _numbered(_items(lines, position, one))
        used = resistance_minutes(items, one_sided, warm_up)
        filler = _filler(fill, minutes - used, len(items), trainee) if not one.is_light else ()
        total = used + sum((item.seconds or 0) * item.sets for item in filler) / 60
        written.append(WrittenSession((*items, *filler), min(minutes, -int(-total // 1))))
    return tuple(written)


def _explained(lines: Sequence[_Line], missed: Mapping[str, str]) -> list[_Line]:
    """Say on the first exercise of a role what it stands in for."""
    left = dict(missed)
    return [line._replace(instead=left.pop(role_of(line.exercise), "")) for line in lines]


def _with_few_leads(week: StrengthWeek, index: int, trainee: Trainee) -> tuple[Chosen, ...]:
    """Return the exercises in order; only the first of each lead movement is trained as a lead."""
    template, minutes = week.templates[index], week.assignments[index].slot.minutes
    ordered = in_order(week.solution.sessions[index], template)
    first_of = {role_of(one.option.exercise): one for one in reversed(ordered)}
    kept, leads = [], 0
    for one in ordered:
        exercise = one.option.exercise
        is_first = first_of[role_of(exercise)] is one and leads < len(template.leads)
        if one.option.prescription.part != LEAD or role_of(exercise) == "olympic":
            kept.append(one)
        elif is_first:
            leads += 1
            kept.append(one)
        else:
            second = prescribe(exercise, trainee, is_lead=False, minutes=minutes, is_dense=week.is_dense)
            kept.append(Chosen(one.option._replace(prescription=second), min(one.sets, second.most_sets)))
    return tuple(kept)


def in_order(chosen: Sequence[Chosen], template: Template) -> tuple[Chosen, ...]:
    """Return the exercises as they are trained: leads first, big lifts before small, the trunk last."""
    rank = {role: index for index, lead in enumerate(template.leads) for role in lead}
    taken: set[str] = set()
    leads = []
    by_merit = sorted(chosen, key=lambda one: (-one.sets, one.option.exercise.id))
    for lead in template.leads:
        first = next((one for one in by_merit if role_of(one.option.exercise) in lead and one not in leads), None)
        if first is not None:
            leads.append(first)
            taken.add(first.option.exercise.id)
    rest = [one for one in chosen if one.option.exercise.id not in taken]
    olympic = [one for one in rest if role_of(one.option.exercise) == "olympic"]
    others = sorted(
        (one for one in rest if one not in olympic),
        key=lambda one: (
            SESSION_ORDER.get(role_of(one.option.exercise), 99),
            rank.get(role_of(one.option.exercise), 9),
            one.option.exercise.id,
        ),
    )
    return (*olympic, *leads, *others)


def _plain(ordered: Sequence[Chosen], trainee: Trainee, weeks: Sequence[Week]) -> list[_Line]:
    return [_line(one, trainee, weeks, one.option.prescription.rest_sec, "") for one in ordered]


def _paired(ordered: Sequence[Chosen], trainee: Trainee, weeks: Sequence[Week]) -> list[_Line]:
    """Pair isolation exercises of different muscles, whose rests then overlap."""
    lines = _plain(ordered, trainee, weeks)
    index = 0
    while index + 1 < len(lines):
        first, second = lines[index], lines[index + 1]
        small = {role_of(first.exercise), role_of(second.exercise)} <= set(ISOLATION_ROLES)
        if small and first.exercise.primary_muscle != second.exercise.primary_muscle:
            rest = first.rest_sec + second.rest_sec - PAIR_REST_SEC
            lines[index] = first._replace(rest_sec=PAIR_REST_SEC, note=SUPERSET)
            lines[index + 1] = second._replace(rest_sec=rest)
            index += 1
        index += 1
    return lines


def _line(chosen: Chosen, trainee: Trainee, weeks: Sequence[Week], rest_sec: int, note: str) -> _Line:
    exercise = chosen.option.exercise
    loads = weekly_loads(exercise, chosen.option.prescription, trainee, weeks)
    return _Line(exercise, chosen, loads, rest_sec, note)


def _items(lines: Sequence[_Line], position: int, week: Week) -> list[PlannedExercise]:
    items = []
    for line in lines:
        load = line.loads[position]
        ramp = _ramp(line, load)
        if ramp is not None:
            items.append(ramp)
        items.append(_item(line, load, week))
    return items


def _item(line: _Line, load: WeekLoad, week: Week) -> PlannedExercise:
    prescription = line.chosen.option.prescription
    sides = "each side" if line.exercise.unilateral else ""
    return PlannedExercise(
        order=0,
        exercise_id=line.exercise.id,
        name=line.exercise.name,
        sets=max(1, round(line.chosen.sets * week.sets_factor)),
        rep_low=load.rep_low,
        rep_high=load.rep_high,
        seconds=prescription.seconds,
        metres=prescription.metres,
        rir=load.rir,
        rest_sec=line.rest_sec,
        load_kg=load.load_kg,
        note="; ".join(part for part in (sides, line.note, load.note) if part),
        substitution_reason=line.instead,
    )


def _ramp(line: _Line, load: WeekLoad) -> PlannedExercise | None:
    count = line.chosen.option.prescription.ramp_sets
    if not count:
        return None
    steps = RAMP[:count]
    if load.load_kg is None:
        words = ", ".join(f"{share:.0%} x {reps}" for share, reps in steps) + " of the load that you expect"
    else:
        words = ", ".join(f"{round(load.load_kg * share / 2.5) * 2.5:g} kg x {reps}" for share, reps in steps)
    return PlannedExercise(
        order=0,
        exercise_id=line.exercise.id,
        name=f"Warm-up: {line.exercise.name}",
        sets=count,
        rep_low=steps[-1][1],
        rep_high=steps[0][1],
        rest_sec=45,
        is_warmup=True,
        note=words,
    )


def _numbered(items: Sequence[PlannedExercise]) -> tuple[PlannedExercise, ...]:
    from dataclasses import replace

    return tuple(replace(item, order=order) for order, item in enumerate(items, start=1))


def _filler(fill: Sequence[Exercise], left: float, done: int, trainee: Trainee) -> tuple[PlannedExercise, ...]:
    """Return easy movement for the minutes that lifting leaves: the person asked for that long a session."""
    if not fill or left < FILL_FROM_MINUTES:
        return ()
    longest = COOL_DOWN_MINUTES if trainee.goal in COOL_DOWN_GOALS else MOST_FILL_MINUTES
    minutes = int(min(left - 1, longest))
    return (
        PlannedExercise(
            order=done + 1,
            exercise_id=fill[0].id,
            name=fill[0].name,
            sets=1,
            seconds=minutes * 60,
            rest_sec=0,
            note="easy (RPE 3-4): you can talk; leave it out when time is short",
        ),
    )
