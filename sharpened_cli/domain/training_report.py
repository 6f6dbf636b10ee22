"""What the training plan reaches, what it does not and why, and what would help: options that were solved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.equipment import EQUIPMENT, at_place, understand
from sharpened_cli.domain.exercise import MUSCLES
from sharpened_cli.domain.exercise_choice import candidates
from sharpened_cli.domain.plan import Issue
from sharpened_cli.domain.reason import Reason
from sharpened_cli.domain.strength_week import is_short_of_time, what_if
from sharpened_cli.domain.training_slots import DAYS_IN_WEEK, MOST_TRAINING_DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sharpened_cli.domain.mesocycles import Week
    from sharpened_cli.domain.strength_week import StrengthQuestion, StrengthWeek
    from sharpened_cli.domain.trainee import Trainee
    from sharpened_cli.domain.training_mix import Mix
    from sharpened_cli.domain.training_slots import SlotPlan

TOLERANCE = 0.15  # a muscle within 15 % of its target counts as reached
MORE_MINUTES = 15
MOST_WHAT_IFS = 2
FEW_MUSCLES = 4
WORTH_SAYING = 0.05  # of the wished sets
USEFUL_TOOLS = ("band", "dumbbell", "pull-up bar", "kettlebell", "bench", "box", "barbell", "cable", "machine")
VOLUME_SOURCE = "Pelland 2025 Sports Med; Schoenfeld 2017 J Sports Sci 35:1073"


class Report(NamedTuple):
    """Weekly sets, issues with options, reasons, and the share of the wishes that is met."""

    weekly_sets: Mapping[str, float]
    issues: tuple[Issue, ...]
    reasons: tuple[Reason, ...]
    score: float


def report_of(
    question: StrengthQuestion,
    week: StrengthWeek | None,
    slots: SlotPlan,
    mix: Mix,
    weeks: Sequence[Week],
    trainee: Trainee,
    own: tuple[str, ...] | None,
) -> Report:
    """Return what was reached and what would reach more."""
    weekly = dict(week.solution.weekly_sets) if week is not None else dict.fromkeys(MUSCLES, 0.0)
    issues = list(slots.issues)
    if week is not None and (short := _short_muscles(question, weekly)):
        issues.append(_volume_issue(question, week, weekly, short))
    if week is not None and (over := _over_muscles(question, weekly)):
        issues.append(_over_issue(question, weekly, over))
    if own is None and any(one.slot.place in {None, "home", "flexible"} for one in mix.assignments):
        issues.append(_unknown_equipment())
    unknown = understand(own or ()).unknown
    if unknown:
        issues.append(_not_understood(unknown))
    reached = len(reached_muscles(question, weekly)) / len(MUSCLES) if week is not None else 1.0
    wanted = min(slots.wanted, MOST_TRAINING_DAYS)  # a rest day is no shortcoming
    sessions = min(1.0, len(slots.slots) / wanted) if wanted else 1.0
    return Report(weekly, tuple(issues), _reasons(question, week, mix, weeks, trainee), round(reached * sessions, 3))


def reached_muscles(question: StrengthQuestion, weekly: Mapping[str, float]) -> tuple[str, ...]:
    """Return the muscles whose weekly sets are within 15 % of their target, or above it and below the cap."""
    return tuple(
        muscle
        for muscle, aim in question.targets.items()
        if aim.target * (1 - TOLERANCE) <= weekly[muscle] <= aim.target * (1 + TOLERANCE)
    )


def _short_muscles(question: StrengthQuestion, weekly: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(
        muscle
        for muscle, aim in question.targets.items()
        if weekly[muscle] < max(aim.minimum, aim.target * (1 - TOLERANCE))
    )


def _over_muscles(question: StrengthQuestion, weekly: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(muscle for muscle, aim in question.targets.items() if weekly[muscle] > aim.target * (1 + TOLERANCE))


def _over_issue(question: StrengthQuestion, weekly: Mapping[str, float], over: tuple[str, ...]) -> Issue:
    return Issue(
        code="weekly_sets_over",
        wanted=", ".join(f"{muscle} {question.targets[muscle].target:g}" for muscle in over),
        possible=", ".join(f"{muscle} {weekly[muscle]:g}" for muscle in over),
        because=f"lifts for other muscles train {_listed(over)} as well; it stays below what can be recovered from",
    )


def _volume_issue(
    question: StrengthQuestion, week: StrengthWeek, weekly: Mapping[str, float], short: tuple[str, ...]
) -> Issue:
    untrainable = tuple(muscle for muscle in short if not _can_train(question, muscle))
    because = _because(question, week, short, untrainable)
    options = _options(question, weekly, short, untrainable, is_dense=week.is_dense)
    return Issue(
        code="weekly_sets",
        wanted=", ".join(f"{muscle} {question.targets[muscle].target:g}" for muscle in short),
        possible=", ".join(f"{muscle} {weekly[muscle]:g}" for muscle in short),
        because=because,
        options=options,
    )


def _can_train(question: StrengthQuestion, muscle: str) -> bool:
    """Return whether any session has an exercise that trains the muscle directly."""
    return any(
        one.fractional_sets().get(muscle) == 1.0
        for assignment in question.assignments
        for one in candidates(
            question.library,
            question.trainee,
            at_place(assignment.slot.place, question.own_equipment) | set(question.extra_equipment),
            question.excluded,
            assignment.modality,
        )
    )


def _because(
    question: StrengthQuestion, week: StrengthWeek, short: tuple[str, ...], untrainable: tuple[str, ...]
) -> str:
    parts = []
    unrestricted = question._replace(excluded=())
    blocked = [muscle for muscle in untrainable if _can_train(unrestricted, muscle)]
    lacking = [muscle for muscle in untrainable if muscle not in blocked]
    if blocked:
        parts.append(f"what is left out (injury, safety or your own wish) leaves nothing direct for {_listed(blocked)}")
    if lacking:
        parts.append(f"nothing at hand trains {_listed(lacking)} directly")
    others = [muscle for muscle in short if muscle not in untrainable]
    if others:
        sessions = len(question.assignments)
        minutes = sum(one.slot.minutes for one in question.assignments)
        one = "session" if sessions == 1 else "sessions"
        names = _listed(others) if len(others) <= FEW_MUSCLES else "most muscles"
        if is_short_of_time(week):
            parts.append(f"{sessions} strength {one}, {minutes} minutes in all, hold no more for {names}")
        else:
            parts.append(f"the exercises that remain give no more for {names} without too much for other muscles")
    return "; ".join(parts)


def _options(
    question: StrengthQuestion,
    weekly: Mapping[str, float],
    short: tuple[str, ...],
    untrainable: tuple[str, ...],
    *,
    is_dense: bool,
) -> tuple[str, ...]:
    """Return what was tried and helps, with what it reaches: two changes at most, the most telling ones."""
    before, share_before = len(reached_muscles(question, weekly)), _share_of_sets(question, weekly)
    tried: list[tuple[str, StrengthQuestion]] = []
    tool = _helpful_tool(question, untrainable)
    if tool is not None:
        tried.append((f"with {_article(tool)}", question._replace(extra_equipment=(tool,))))
    if set(short) - set(untrainable):
        tried.append((f"+{MORE_MINUTES} minutes a session", question._replace(extra_minutes=MORE_MINUTES)))
        another = _another_day(question)
        if another is not None:
            tried.append(("one more day of strength", another))
    options = []
    for words, changed in tried[:MOST_WHAT_IFS]:
        solved = what_if(changed, is_dense=is_dense, quick=not changed.extra_equipment)
        after = len(reached_muscles(changed, solved.solution.weekly_sets))
        share = _share_of_sets(question, solved.solution.weekly_sets)
        if after > before:
            options.append(f"{words}: {after} of {len(question.targets)} muscles at their target instead of {before}")
        elif share >= share_before + WORTH_SAYING:
            options.append(f"{words}: {share:.0%} of the wished sets instead of {share_before:.0%}")
    return tuple(options)


def _share_of_sets(question: StrengthQuestion, weekly: Mapping[str, float]) -> float:
    """Return how much of the targets' sets a week holds; what is above a target does not make up for another."""
    wished = sum(aim.target for aim in question.targets.values())
    return sum(min(weekly[muscle], aim.target) for muscle, aim in question.targets.items()) / wished


def _another_day(question: StrengthQuestion) -> StrengthQuestion | None:
    used = {one.slot.weekday for one in question.assignments}
    if len(used) >= MOST_TRAINING_DAYS:
        return None
    free = [day for day in range(1, DAYS_IN_WEEK + 1) if day not in used]
    day = max(free, key=lambda one: (min(_days_apart(one, other) for other in used), -one))
    first = question.assignments[0]
    extra = first._replace(slot=first.slot._replace(weekday=day))
    return question._replace(assignments=tuple(sorted((*question.assignments, extra), key=lambda one: one.slot)))


def _days_apart(first: int, second: int) -> int:
    apart = abs(first - second)
    return min(apart, DAYS_IN_WEEK - apart)


def _helpful_tool(question: StrengthQuestion, untrainable: tuple[str, ...]) -> str | None:
    """Return the piece of equipment that opens most of the muscles that nothing at hand trains."""
    if not untrainable:
        return None
    opened = {
        tool: sum(_can_train(question._replace(extra_equipment=(tool,)), muscle) for muscle in untrainable)
        for tool in USEFUL_TOOLS
    }
    best = max(USEFUL_TOOLS, key=lambda tool: (opened[tool], -USEFUL_TOOLS.index(tool)))
    return best if opened[best] else None


def _unknown_equipment() -> Issue:
    return Issue(
        code="equipment_unknown",
        wanted="a list of your equipment",
        possible="bodyweight only",
        because="nobody said what is at hand, so the plan needs nothing",
        options=("say it with --equipment, such as dumbbell,bench or full_gym",),
    )


def _not_understood(unknown: tuple[str, ...]) -> Issue:
    return Issue(
        code="equipment_not_understood",
        wanted=", ".join(unknown),
        possible=None,
        because="this equipment is not known by that name, so it is not used",
        options=(f"names that are known: {', '.join(EQUIPMENT)}",),
    )


def _reasons(
    question: StrengthQuestion, week: StrengthWeek | None, mix: Mix, weeks: Sequence[Week], trainee: Trainee
) -> tuple[Reason, ...]:
    kinds = ", ".join(f"{one.slot.weekday} {one.slot.start_time} {one.kind}" for one in mix.assignments)
    reasons = [Reason("sessions", None, kinds or "none", "days and times as asked, kinds by what you train and want")]
    if week is not None:
        names = ", ".join(template.name for template in week.templates)
        reasons.append(
            Reason("split", None, names, "each muscle is trained with 48 hours between where the days allow")
        )
        reasons += _volume_reasons(question, week, trainee)
        if week.is_dense:
            reasons.append(
                Reason("rests", None, "shorter", "to fit more work into the minutes", "Iversen 2021 Sports Med 51:2079")
            )
    light = [f"week {one.number}: {one.kind}" for one in weeks if one.is_light]
    if light:
        reasons.append(
            Reason(
                "lighter_weeks",
                None,
                ", ".join(light),
                "a lighter week at least every eight, and around events",
                "Rogerson 2024 Sports Med Open 10:26; Bosquet 2007 Med Sci Sports Exerc 39:1358",
            )
        )
    return tuple(reasons)


def _volume_reasons(question: StrengthQuestion, week: StrengthWeek, trainee: Trainee) -> list[Reason]:
    return [
        Reason(
            f"volume_{muscle}",
            aim.target,
            round(week.solution.weekly_sets[muscle], 1),
            f"fractional sets a week for {trainee.experience}, goal {trainee.goal}; at least {aim.minimum:g}, "
            f"at most {aim.cap:g}",
            VOLUME_SOURCE,
        )
        for muscle, aim in question.targets.items()
    ]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _article(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
