"""The training of a program: every session of every week, with volume, energy, issues and reasons."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.endurance_plan import EnduranceSlot, endurance_sessions
from sharpened_cli.domain.equipment import at_place, looks_like_a_gym, understand
from sharpened_cli.domain.exercise_exclusions import exclusions
from sharpened_cli.domain.mesocycles import event_days, program_weeks
from sharpened_cli.domain.other_sessions import hiit_session, mobility_session, sport_session
from sharpened_cli.domain.plan import PlannedSession
from sharpened_cli.domain.safety_level import Limits
from sharpened_cli.domain.strength_sessions import written_week
from sharpened_cli.domain.strength_week import StrengthQuestion, strength_week
from sharpened_cli.domain.substitutes import missed_lifts
from sharpened_cli.domain.trainee import trainee_of
from sharpened_cli.domain.training_energy import mean_weekly_kcal, resting_kcal, session_kcal
from sharpened_cli.domain.training_mix import mix_of
from sharpened_cli.domain.training_slots import slots_of
from sharpened_cli.domain.volume_targets import VolumeWish, weekly_targets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.facts import Facts
    from sharpened_cli.domain.mesocycles import EventDay, Week
    from sharpened_cli.domain.plan import Issue, PlannedExercise
    from sharpened_cli.domain.profile import Profile
    from sharpened_cli.domain.reason import Reason
    from sharpened_cli.domain.strength_week import StrengthWeek
    from sharpened_cli.domain.trainee import Trainee
    from sharpened_cli.domain.training_mix import Assignment, Mix
    from sharpened_cli.domain.training_slots import Slot, SlotPlan
    from sharpened_cli.domain.volume_targets import MuscleTarget

OPTIONAL_MINUTES = 20
EASY_FILL = ("stationary-cycling", "brisk-walk", "walk")
DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRequest:
    """What a training plan is made from; ``weeks`` 2..16, ``deficit_fraction`` of expenditure (0.2 = 20 %)."""

    profile: Profile
    facts: Facts
    limits: Limits = field(default_factory=Limits)
    library: tuple[Exercise, ...]
    start: date
    weeks: int
    seed: int = 0
    goal: str
    deficit_fraction: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPlan:
    """All sessions in order of date, weekly fractional sets of an ordinary week with their targets, and why.

    ``net_weekly_kcal`` is the mean energy of training beyond resting; ``score`` 0..1 is the share of what
    was wished for that is in the plan.
    """

    sessions: tuple[PlannedSession, ...]
    weekly_sets_by_muscle: Mapping[str, float]
    targets_by_muscle: Mapping[str, MuscleTarget]
    issues: tuple[Issue, ...] = ()
    reasons: tuple[Reason, ...] = ()
    net_weekly_kcal: float = 0.0
    score: float = 1.0


class _Frame(NamedTuple):
    """What is settled before any session is written."""

    request: TrainingRequest
    slots: SlotPlan
    mix: Mix
    trainee: Trainee
    excluded: Mapping[str, str]
    weeks: tuple[Week, ...]
    events: tuple[EventDay, ...]
    rmr_kcal: float
    own: tuple[str, ...] | None


class _Written(NamedTuple):
    """One session of one slot and week, before it has a date."""

    name: str
    minutes: int
    exercises: tuple[PlannedExercise, ...]
    notes: str


def plan_training(request: TrainingRequest) -> TrainingPlan:
    """Return the training of a program: as many sessions as asked, on the days asked, within their minutes."""
    from sharpened_cli.domain.training_report import report_of

    frame = _frame(request)
    question = _question(frame)
    week = strength_week(question)
    written = _written(frame, week)
    sessions = _dated(frame, written)
    report = report_of(question, week, frame.slots, frame.mix, frame.weeks, frame.trainee, frame.own)
    return TrainingPlan(
        sessions=sessions,
        weekly_sets_by_muscle=report.weekly_sets,
        targets_by_muscle=question.targets if week is not None else {},
        issues=report.issues,
        reasons=report.reasons,
        net_weekly_kcal=mean_weekly_kcal(sessions, request.weeks),
        score=report.score,
    )


def estimate_weekly_net_kcal(
    profile: Profile, facts: Facts, *, start: date, goal: str, limits: Limits | None = None
) -> float:
    """Return the net kcal a week that the planned training will cost, before targets are known.

    From the slots and what each is for, without solving anything.
    """
    slots = slots_of(profile, facts, start).slots
    mix = mix_of(slots, facts=facts, goal=goal, limits=limits or Limits())
    rmr = resting_kcal(profile, profile.age_on(start))
    return sum(session_kcal(one.modality, one.slot.minutes, rmr) / one.slot.every_weeks for one in mix.assignments)


def _frame(request: TrainingRequest) -> _Frame:
    profile, facts, limits = request.profile, request.facts, request.limits
    slots = slots_of(profile, facts, request.start)
    trainee = trainee_of(
        profile,
        facts,
        limits,
        goal=request.goal,
        deficit_fraction=request.deficit_fraction,
        start=request.start,
        seed=request.seed,
    )
    excluded = exclusions(
        request.library,
        facts=facts,
        limits=limits,
        injuries=profile.injuries or (),
        start=request.start,
        cleared=profile.cleared_exercises,
    )
    events = event_days(facts.events, request.start, request.weeks)
    return _Frame(
        request,
        slots,
        mix_of(slots.slots, facts=facts, goal=request.goal, limits=limits),
        trainee,
        excluded,
        program_weeks(request.weeks, trainee.experience, events),
        events,
        resting_kcal(profile, profile.age_on(request.start)),
        profile.equipment,
    )


def _question(frame: _Frame) -> StrengthQuestion:
    trainee = frame.trainee
    wish = VolumeWish(
        trainee.experience,
        trainee.goal,
        trainee.deficit_fraction,
        trainee.age,
        trainee.focus,
        frame.mix.strength_is_supportive,
    )
    return StrengthQuestion(
        tuple(one for one in frame.mix.assignments if one.kind == "resistance"),
        frame.request.library,
        trainee,
        weekly_targets(wish),
        frame.excluded,
        frame.own,
    )


def _written(frame: _Frame, week: StrengthWeek | None) -> dict[Assignment, tuple[_Written, ...]]:
    written: dict[Assignment, tuple[_Written, ...]] = {}
    if week is not None:
        missed = [_missed(frame, one) for one in week.assignments]
        for index, weekly in enumerate(written_week(week, frame.trainee, frame.weeks, _fill(frame, week), missed)):
            name = week.templates[index].name
            written[week.assignments[index]] = tuple(
                _Written(name, one.minutes, one.exercises, frame.weeks[number].because)
                for number, one in enumerate(weekly)
            )
    written |= _endurance(frame)
    for one in frame.mix.assignments:
        if one not in written:
            written[one] = tuple(_other(frame, one, number) for number in range(len(frame.weeks)))
    return written


def _fill(frame: _Frame, week: StrengthWeek) -> list[Exercise]:
    equipment = frozenset.intersection(*(at_place(one.slot.place, frame.own) for one in week.assignments))
    by_id = {one.id: one for one in frame.request.library}
    return [
        by_id[name]
        for name in EASY_FILL
        if name in by_id and name not in frame.excluded and set(by_id[name].equipment) <= equipment
    ]


def _missed(frame: _Frame, assignment: Assignment) -> dict[str, str]:
    return missed_lifts(
        frame.trainee.known,
        frame.request.library,
        equipment=at_place(assignment.slot.place, frame.own),
        excluded=frame.excluded,
    )


def _endurance(frame: _Frame) -> dict[Assignment, tuple[_Written, ...]]:
    assignments = [one for one in frame.mix.assignments if one.kind == "endurance"]
    if not assignments:
        return {}
    slots = [EnduranceSlot(one.slot.minutes, one.modality, at_place(one.slot.place, frame.own)) for one in assignments]
    by_id = {one.id: one for one in frame.request.library}
    planned = endurance_sessions(slots, frame.weeks, frame.trainee, by_id, frame.excluded)
    return {
        one: tuple(_Written(session.name, session.minutes, session.exercises, session.notes) for session in sessions)
        for one, sessions in zip(assignments, planned, strict=True)
    }


def _other(frame: _Frame, assignment: Assignment, number: int) -> _Written:
    slot, week = assignment.slot, frame.weeks[number]
    equipment = at_place(slot.place, frame.own)
    if assignment.kind == "hiit":
        session = hiit_session(slot.minutes, week, frame.trainee, frame.request.library, equipment, frame.excluded)
    elif assignment.kind == "mobility":
        session = mobility_session(
            slot.minutes, assignment.modality, assignment.name, slot.place, frame.trainee, frame.request.library,
            equipment, frame.excluded,
        )  # fmt: skip
    else:
        session = sport_session(slot.minutes, assignment.modality, assignment.name, week, frame.trainee)
    return _Written(session.name, session.minutes, session.exercises, session.notes)


def _dated(frame: _Frame, written: Mapping[Assignment, Sequence[_Written]]) -> tuple[PlannedSession, ...]:
    sessions = []
    for week in frame.weeks:
        for assignment, weekly in written.items():
            if (week.number - 1) % assignment.slot.every_weeks:
                continue
            sessions.append(_session(frame, assignment, week, weekly[week.number - 1]))
        if frame.slots.optional is not None:
            sessions.append(_optional(frame, frame.slots.optional, week))
    planned = (_on_the_day(one, frame.events) for one in sessions)
    return tuple(sorted(planned, key=lambda one: (one.date, one.start_time, one.kind, one.name)))


def _session(frame: _Frame, assignment: Assignment, week: Week, what: _Written) -> PlannedSession:
    slot = assignment.slot
    return PlannedSession(
        date=_date(frame.request.start, week, slot),
        week_index=week.number,
        day_index=slot.weekday,
        start_time=slot.start_time,
        kind=assignment.kind,
        modality=assignment.modality,
        name=what.name,
        duration_minutes=what.minutes,
        location=slot.place or _place(frame.own),
        is_deload=week.kind in {"deload", "recovery"},
        net_kcal=round(session_kcal(assignment.modality, what.minutes, frame.rmr_kcal), 1),
        exercises=what.exercises,
        notes=what.notes,
    )


def _optional(frame: _Frame, slot: Slot, week: Week) -> PlannedSession:
    equipment = at_place(slot.place, frame.own)
    easy = mobility_session(
        min(OPTIONAL_MINUTES, slot.minutes), "mobility", "", slot.place, frame.trainee, frame.request.library,
        equipment, frame.excluded,
    )  # fmt: skip
    return PlannedSession(
        date=_date(frame.request.start, week, slot),
        week_index=week.number,
        day_index=slot.weekday,
        start_time=slot.start_time,
        kind="mobility",
        modality="mobility",
        name="Mobility, if you like",
        duration_minutes=easy.minutes,
        location=slot.place or _place(frame.own),
        is_optional=True,
        net_kcal=round(session_kcal("mobility", easy.minutes, frame.rmr_kcal), 1),
        exercises=easy.exercises,
        notes=easy.notes,
    )


def _date(start: date, week: Week, slot: Slot) -> date:
    offset = (slot.weekday - start.isoweekday()) % DAYS_IN_WEEK
    return start + timedelta(days=(week.number - 1) * DAYS_IN_WEEK + offset)


def _place(own: tuple[str, ...] | None) -> str:
    return "gym" if own is not None and looks_like_a_gym(understand(own).names) else "home"


def _on_the_day(session: PlannedSession, events: Sequence[EventDay]) -> PlannedSession:
    """On the day of a race or a competition that is the session."""
    event = next((one for one in events if one.date == session.date), None)
    if event is None or session.is_optional:
        return session
    kind = "sport" if session.kind == "resistance" else session.kind
    return replace(
        session, name=event.name, kind=kind, exercises=(), notes="the day that you trained for", is_deload=False
    )
