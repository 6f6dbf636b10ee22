"""The strength week: exercises and sets solved for the slots at hand, and what more time or kit would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.equipment import at_place
from sharpened_cli.domain.exercise_choice import candidates, cost_of, lead_cost, shortlist
from sharpened_cli.domain.exercise_roles import role_of
from sharpened_cli.domain.prescription import prescribe
from sharpened_cli.domain.session_time import TRANSITION_SEC, warm_up_minutes
from sharpened_cli.domain.splits import are_close, split_for
from sharpened_cli.domain.training_solver import CAREFUL, QUICK, Option, SessionModel, solve_week

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.splits import Template
    from sharpened_cli.domain.trainee import Trainee
    from sharpened_cli.domain.training_mix import Assignment
    from sharpened_cli.domain.training_solver import Effort, Solution
    from sharpened_cli.domain.volume_targets import MuscleTarget

NOVICE_REPEAT_COST, REPEAT_COST = 0.3, 1.0  # the less trained gain from practising few lifts
DENSE_FROM_SHORT_SETS = 1.0  # rests are cut when more than a set a week would be missing
SEC_PER_FRACTIONAL_SET = 100.0  # about: a set takes three minutes and counts for nearly two muscles
PLAINLY_SHORT = 1.15
FULL_SHARE = 0.85  # of the minutes, from which time is what is missing
DENSE_GAIN = 0.75  # and only where that fills at least a quarter of the gap


class StrengthWeek(NamedTuple):
    """A solved week: assignments, templates, models and solution, and whether rests were cut."""

    assignments: tuple[Assignment, ...]
    templates: tuple[Template, ...]
    models: tuple[SessionModel, ...]
    solution: Solution
    is_dense: bool


class StrengthQuestion(NamedTuple):
    """Everything that decides the strength week."""

    assignments: tuple[Assignment, ...]
    library: tuple[Exercise, ...]
    trainee: Trainee
    targets: Mapping[str, MuscleTarget]
    excluded: Container[str]
    own_equipment: tuple[str, ...] | None
    extra_equipment: tuple[str, ...] = ()
    extra_minutes: int = 0


def strength_week(question: StrengthQuestion) -> StrengthWeek | None:
    """Return the solved strength week, or None where no slot is for strength.

    Where sets are missing for want of time, rests are shorter (pairs of isolation exercises): at once where
    the minutes plainly do not do, else after a first try, if it helps.
    """
    if not question.assignments:
        return None
    if _needed_sec(question) > PLAINLY_SHORT * _available_sec(question):
        return _solved(question, is_dense=True)
    usual = _solved(question, is_dense=False)
    missing = sum(usual.solution.short_sets.values())
    if missing <= DENSE_FROM_SHORT_SETS or not is_short_of_time(usual):
        return usual
    dense = _solved(question, is_dense=True)
    return dense if sum(dense.solution.short_sets.values()) <= DENSE_GAIN * missing else usual


def what_if(question: StrengthQuestion, *, is_dense: bool, quick: bool = True) -> StrengthWeek:
    """Return the week of a changed question, solved quickly unless the change is small."""
    return _solved(question, is_dense=is_dense, effort=QUICK if quick else CAREFUL)


def _needed_sec(question: StrengthQuestion) -> float:
    return sum(aim.target for aim in question.targets.values()) * SEC_PER_FRACTIONAL_SET


def _available_sec(question: StrengthQuestion) -> float:
    return sum(
        work_seconds(one.slot.minutes + question.extra_minutes, question.trainee.age) for one in question.assignments
    )


def work_seconds(minutes: int, age: int) -> float:
    """Return the seconds left for exercises in a session of so many minutes."""
    return (minutes - warm_up_minutes(minutes, age)) * 60 - TRANSITION_SEC


def _solved(question: StrengthQuestion, *, is_dense: bool, effort: Effort = CAREFUL) -> StrengthWeek:
    slots = [one.slot for one in question.assignments]
    templates = split_for(slots)
    models = tuple(
        _session_model(question, assignment, template, _turn(templates, index), is_dense=is_dense)
        for index, (assignment, template) in enumerate(zip(question.assignments, templates, strict=True))
    )
    close = [
        (first, second)
        for first in range(len(slots))
        for second in range(first + 1, len(slots))
        if are_close(slots[first], slots[second])
    ]
    is_new = question.trainee.experience in {"beginner", "novice"}
    cost = NOVICE_REPEAT_COST if is_new else REPEAT_COST
    solution = solve_week(models, question.targets, close, repeat_cost=cost, effort=effort)
    return StrengthWeek(question.assignments, templates, models, solution, is_dense)


def _session_model(
    question: StrengthQuestion, assignment: Assignment, template: Template, turn: int, *, is_dense: bool
) -> SessionModel:
    trainee, slot = question.trainee, assignment.slot
    minutes = slot.minutes + question.extra_minutes
    equipment = at_place(slot.place, question.own_equipment) | set(question.extra_equipment)
    fitting = candidates(question.library, trainee, equipment, question.excluded, assignment.modality)
    if "olympic_weightlifting" in trainee.modalities:
        template = template._replace(needs=(("olympic",), *template.needs), most={**template.most, "olympic": 2})
    leads = {role for lead in template.leads for role in lead} | {"olympic"}
    usable = [one for one in fitting if role_of(one) in template.most or one.id in trainee.goal_lifts]
    best = shortlist(usable, trainee, equipment, leads, turn)
    options = tuple(
        Option(
            one,
            prescribe(one, trainee, is_lead=role_of(one) in leads, minutes=minutes, is_dense=is_dense),
            cost_of(one, trainee, equipment) + (lead_cost(one, trainee) if role_of(one) in leads else 0.0),
        )
        for one in best
    )
    return SessionModel(template, work_seconds(minutes, trainee.age), minutes, options)


def _turn(templates: Sequence[Template], index: int) -> int:
    """Return how many sessions before this one train the same muscles."""
    return sum(bool(one.body & templates[index].body) for one in templates[:index])


def is_short_of_time(week: StrengthWeek) -> bool:
    """Return whether the exercises fill the minutes of at least one session."""
    return any(_used_share(model, week, index) > FULL_SHARE for index, model in enumerate(week.models))


def _used_share(model: SessionModel, week: StrengthWeek, index: int) -> float:
    times = [(one.option.prescription.time, one.sets) for one in week.solution.sessions[index]]
    return sum(time.fixed_sec + sets * time.per_set_sec for time, sets in times) / model.work_sec
