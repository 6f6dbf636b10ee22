"""Which exercises may stand in for another: the same movement and muscles, ranked, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.exercise_roles import role_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.facts import FamiliarExercise

# Weights of likeness; they sum to 1. Product choices.
PATTERN_WEIGHT, PRIMARY_WEIGHT, MUSCLES_WEIGHT, LEVEL_WEIGHT, TOOL_WEIGHT = 0.35, 0.30, 0.20, 0.05, 0.10
ROLE_SHARE = 0.8  # of the pattern's weight where only the role in a session is the same (bench press, dip)
STAPLE_BONUS = 0.025  # for the order only: what coaches use more comes first
LIKE_ENOUGH = 0.45  # below it nothing is offered
LEVELS = ("beginner", "intermediate", "advanced")


class Substitute(NamedTuple):
    """An exercise that may stand in, how alike it is (0..1), and in what."""

    exercise: Exercise
    likeness: float
    because: str


def substitutes(
    exercise: Exercise,
    library: Iterable[Exercise],
    *,
    equipment: frozenset[str] | None = None,
    excluded: Container[str] = (),
    limit: int = 5,
) -> tuple[Substitute, ...]:
    """Return the exercises that may stand in for another, the most alike first, ties by id.

    ``equipment``: what is at hand (None: anything); ``excluded``: ids that are out of the question.
    """
    found = []
    for other in library:
        if other.id == exercise.id or other.id in excluded:
            continue
        if equipment is not None and not set(other.equipment) <= equipment:
            continue
        alike = likeness(exercise, other)
        if alike >= LIKE_ENOUGH:
            found.append(Substitute(other, round(alike, 3), _because(exercise, other)))
    found.sort(key=lambda one: (-(one.likeness + STAPLE_BONUS * one.exercise.staple), one.exercise.id))
    return tuple(found[:limit])


def missed_lifts(
    known: Mapping[str, FamiliarExercise],
    library: Iterable[Exercise],
    *,
    equipment: frozenset[str],
    excluded: Mapping[str, str],
) -> dict[str, str]:
    """Return, by role, why a lift that a person trains cannot be planned: left out, or not at hand.

    What they refused or never did is not missed.
    """
    missed: dict[str, str] = {}
    for one in library:
        familiar = known.get(one.id)
        if familiar is None or familiar.willing_to_do is False or familiar.frequency == "never_done":
            continue
        lacking = sorted(set(one.equipment) - equipment)
        reason = excluded.get(one.id) or (f"no {' or '.join(lacking)} at hand" if lacking else "")
        if reason:
            missed.setdefault(role_of(one), f"instead of {one.name}: {reason}")
    return missed


def likeness(first: Exercise, second: Exercise) -> float:
    """Return how alike two exercises are, from 0 to 1: movement, first muscle, all muscles, level and tool.

    The same exercise is 1; another movement for other muscles is near 0. Symmetric.
    """
    if first.id == second.id:
        return 1.0
    score = PATTERN_WEIGHT * _same_movement(first, second)
    score += PRIMARY_WEIGHT * _same_primary(first, second)
    score += MUSCLES_WEIGHT * _shared_muscles(first, second)
    steps = abs(_level(first) - _level(second))
    score += LEVEL_WEIGHT * (1 - steps / (len(LEVELS) - 1))
    tools, others = set(first.equipment), set(second.equipment)
    score += TOOL_WEIGHT * (len(tools & others) / len(tools | others) if tools | others else 1.0)
    return score if first.category == second.category else score / 2


def _same_movement(first: Exercise, second: Exercise) -> float:
    if first.movement_pattern == second.movement_pattern:
        return 1.0
    role = role_of(first)
    return ROLE_SHARE if role == role_of(second) and role != "other" else 0.0


def _same_primary(first: Exercise, second: Exercise) -> float:
    if first.primary_muscle == second.primary_muscle:
        return 1.0
    counted = {muscle for muscle, share in first.fractional_sets().items() if share == 1}
    others = {muscle for muscle, share in second.fractional_sets().items() if share == 1}
    if counted & others:
        return 0.8
    crossed = first.primary_muscle in second.secondary_muscles or second.primary_muscle in first.secondary_muscles
    return 0.4 if crossed else 0.0


def _shared_muscles(first: Exercise, second: Exercise) -> float:
    shares, others = first.fractional_sets(), second.fractional_sets()
    muscles = sorted({*shares, *others})
    if not muscles:
        return 0.0
    common = sum(min(shares.get(one, 0.0), others.get(one, 0.0)) for one in muscles)
    return common / sum(max(shares.get(one, 0.0), others.get(one, 0.0)) for one in muscles)


def _level(exercise: Exercise) -> int:
    return LEVELS.index(exercise.level) if exercise.level in LEVELS else 0


def _because(exercise: Exercise, other: Exercise) -> str:
    parts = []
    if exercise.movement_pattern == other.movement_pattern:
        parts.append(f"the same movement ({other.movement_pattern})")
    elif _same_movement(exercise, other):
        parts.append("the same part of the session")
    if exercise.primary_muscle == other.primary_muscle:
        parts.append(f"the same first muscle ({other.primary_muscle})")
    elif _same_primary(exercise, other):
        parts.append(f"it also trains the {exercise.primary_muscle}")
    needs = f"needs {', '.join(other.equipment)}" if other.equipment else "needs no equipment"
    return "; ".join((*parts, needs))
