"""Which exercises may stand in a session, and how gladly each is taken: the lower the cost, the better."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from sharpened_cli.domain.exercise_roles import (
    BODYWEIGHT_KIT,
    MAIN_ROLES,
    RESISTANCE_ROLES,
    is_bodyweight,
    role_of,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.facts import FamiliarExercise
    from sharpened_cli.domain.trainee import Trainee

LEVEL_RANK = {"beginner": 0, "novice": 1, "intermediate": 2, "advanced": 3}
EXERCISE_RANK = {"beginner": 0, "intermediate": 2, "advanced": 3}
OLDER_AGE = 60

# Costs in the unit of about one missing set; all product choices, read off the weeks that they make.
STAPLE_COST = (6.0, 2.5, 1.0, 0.0)  # by Exercise.staple
MOST_USUAL = 3
TOO_HARD_COST = {1: 0.6, 2: 3.0}
MUCH_TOO_HARD, TOO_HARD_FOR_NEW = 3, 2  # levels above the person from which an exercise is left out
SKILL_STAPLE = 1  # in calisthenics a rare skill is as good as a common exercise
TOO_EASY_COST = {"beginner": 0.0, "novice": 0.0, "intermediate": 1.5, "advanced": 4.0}
UNLOADED_COST = {"beginner": 2.0, "novice": 3.0, "intermediate": 4.0, "advanced": 5.0}
KNOWN_BONUS, LIKED_BONUS, GOAL_BONUS, LIFTED_BONUS = 1.5, 1.5, 8.0, 1.5
DISLIKED_COST, NEVER_DONE_COST = 5.0, 1.5
MODALITY_BONUS = 3.0
JITTER = 0.25
PAIRED_ROLES = frozenset({"calf"})  # of which a session may need two
CHOICES, VARIETY, VARIETY_COST = 2, 3, 1.5  # options of a big lift; how many alternate, and at which extra cost
COMPETITION_LIFTS = {
    "powerlifting": frozenset({"barbell-back-squat", "barbell-bench-press", "conventional-deadlift"}),
    "olympic_weightlifting": frozenset(
        {"snatch", "clean-and-jerk", "barbell-front-squat", "power-clean", "snatch-pull"}
    ),
}
BODYWEIGHT_MODALITIES = frozenset({"calisthenics", "gymnastics"})
STRAPPED_IN = frozenset({"machine", "cable", "smith machine"})
STEADY_BONUS = 0.6
BETTER_THAN_BANDS = frozenset({"dumbbell", "cable", "machine", "kettlebell", "barbell"})
BAND_COST, KETTLEBELL_COST = 2.5, 1.5
HEAVY_ROLES = frozenset({"squat", "hinge", "hip_thrust"})
LIGHT_TOOL_COST = {"beginner": 0.0, "novice": 0.8, "intermediate": 2.0, "advanced": 3.0}
BARBELL_LEAD_BONUS = {"muscle": 0.8, "strength": 2.5, "general": 0.2, "older": 0.0}
PRESSED_OR_SQUATTED = frozenset({"squat", "hinge", "chest_press", "overhead_press"})
MACHINE_LEAD_COST = 1.0
UNSTEADY_COST = 1.0
EASIEST, EASIEST_COST = frozenset({"box-sit-to-stand", "wall-push-up"}), 2.5


def candidates(
    library: Iterable[Exercise], trainee: Trainee, equipment: frozenset[str], excluded: Container[str], modality: str
) -> tuple[Exercise, ...]:
    """Return the exercises for strength work that the place allows and nothing forbids, in id order.

    People of calisthenics get what their body is the load of; Olympic lifts need the sport or a stated goal;
    what lies far above the person's level is left out unless they know it.
    """
    fitting = [
        one
        for one in library
        if one.id not in excluded
        and set(one.equipment) <= equipment
        and (role_of(one) in RESISTANCE_ROLES or one.id in trainee.goal_lifts)
        and _is_within_reach(one, trainee, modality)
        and _suits_modality(one, trainee, modality)
    ]
    return tuple(sorted(fitting, key=lambda one: one.id))


def cost_of(exercise: Exercise, trainee: Trainee, equipment: frozenset[str]) -> float:
    """Return how reluctantly a coach takes an exercise for this person."""
    lives_on_skill = bool(trainee.modalities & BODYWEIGHT_MODALITIES)
    usual = max(exercise.staple, SKILL_STAPLE) if lives_on_skill else exercise.staple
    cost = STAPLE_COST[usual] + _level_cost(exercise, trainee)
    cost += _familiarity(trainee.known.get(exercise.id))
    if exercise.id in trainee.goal_lifts:
        cost -= GOAL_BONUS
    if any(exercise.id in COMPETITION_LIFTS.get(name, ()) for name in trainee.modalities):
        cost -= MODALITY_BONUS
    if "kettlebell_training" in trainee.modalities and "kettlebell" in exercise.equipment:
        cost -= MODALITY_BONUS
    cost += _steadiness(exercise, trainee) + _unloaded(exercise, trainee, equipment)
    cost += _tool_cost(exercise, trainee, equipment)
    return cost + JITTER * _noise(trainee.seed, exercise.id)


def shortlist(
    exercises: Sequence[Exercise], trainee: Trainee, equipment: frozenset[str], leads: Container[str], turn: int
) -> tuple[Exercise, ...]:
    """Return the few exercises of each role that a session chooses from, in id order.

    The best ones, two for the big lifts and one for the small; ``turn`` counts the sessions of the week and moves
    on in the list, so that sessions differ without the solver having to compare what is alike.
    """
    costs = {one.id: cost_of(one, trainee, equipment) for one in exercises}
    by_role: dict[str, list[Exercise]] = {}
    for one in exercises:
        by_role.setdefault(role_of(one), []).append(one)
    kept = {one.id for one in exercises if one.id in trainee.goal_lifts or _is_practised(trainee.known.get(one.id))}
    for role, members in by_role.items():
        best = sorted(members, key=lambda one: (costs[one.id], one.id))
        good = [one for one in best[:VARIETY] if costs[one.id] <= costs[best[0].id] + VARIETY_COST]
        first = turn % len(good)
        wanted = CHOICES if role in leads or role in MAIN_ROLES or role in PAIRED_ROLES else 1
        kept.update(one.id for one in (good[first:] + good[:first] + best[len(good) :])[:wanted])
    return tuple(one for one in exercises if one.id in kept)


def _is_within_reach(exercise: Exercise, trainee: Trainee, modality: str) -> bool:
    if exercise.id in trainee.goal_lifts or _is_practised(trainee.known.get(exercise.id)):
        return True
    if exercise.staple == 0 and modality not in BODYWEIGHT_MODALITIES:
        return False
    is_new = trainee.experience in {"beginner", "novice"}
    cautious = is_new and (exercise.level == "advanced" or trainee.age >= OLDER_AGE)
    above = EXERCISE_RANK[exercise.level] - LEVEL_RANK[trainee.experience]
    return above < (TOO_HARD_FOR_NEW if cautious else MUCH_TOO_HARD)


def _suits_modality(exercise: Exercise, trainee: Trainee, modality: str) -> bool:
    if role_of(exercise) == "olympic":
        return "olympic_weightlifting" in trainee.modalities or exercise.id in trainee.goal_lifts
    if modality in BODYWEIGHT_MODALITIES:
        return set(exercise.equipment) <= BODYWEIGHT_KIT | {"belt"}
    return True


def _level_cost(exercise: Exercise, trainee: Trainee) -> float:
    above = EXERCISE_RANK[exercise.level] - LEVEL_RANK[trainee.experience]
    if above <= 0:
        is_easy = exercise.level == "beginner" and is_bodyweight(exercise) and role_of(exercise) in MAIN_ROLES
        return TOO_EASY_COST[trainee.experience] if is_easy else 0.0
    return TOO_HARD_COST.get(above, TOO_HARD_COST[2])


def _familiarity(known: FamiliarExercise | None) -> float:
    if known is None:
        return 0.0
    if known.enjoys_it is False:
        return DISLIKED_COST
    if known.frequency == "never_done":
        return NEVER_DONE_COST
    bonus = KNOWN_BONUS + (LIKED_BONUS if known.enjoys_it else 0.0)
    return -(bonus + (LIFTED_BONUS if known.typical_weight_kg else 0.0))


def _is_practised(known: FamiliarExercise | None) -> bool:
    return known is not None and known.frequency != "never_done" and known.enjoys_it is not False


def _steadiness(exercise: Exercise, trainee: Trainee) -> float:
    """Older people and beginners do well with what holds them steady; sitting down and up is for the older."""
    if exercise.id in EASIEST and trainee.age < OLDER_AGE:
        return EASIEST_COST
    if trainee.age < OLDER_AGE and trainee.experience != "beginner":
        return 0.0
    cost = -STEADY_BONUS if STRAPPED_IN & set(exercise.equipment) else 0.0
    if exercise.unilateral and role_of(exercise) in MAIN_ROLES:
        cost += UNSTEADY_COST
    if "barbell" in exercise.equipment:
        cost += UNSTEADY_COST
    return cost


def _unloaded(exercise: Exercise, trainee: Trainee, equipment: frozenset[str]) -> float:
    """What cannot be made heavier is second best where weights are at hand, more so with training age."""
    weights = {"dumbbell", "barbell", "machine", "cable", "kettlebell"} & equipment
    role = role_of(exercise)
    if not weights or role in {"core", "pulldown", "back_extension"} or not is_bodyweight(exercise):
        return 0.0
    if exercise.id in {"parallel-bar-dip", "weighted-dip"}:
        return 0.0
    return UNLOADED_COST[trainee.experience]


def _tool_cost(exercise: Exercise, trainee: Trainee, equipment: frozenset[str]) -> float:
    """Return what it costs to use a lighter tool where the place has the proper one."""
    tools = set(exercise.equipment)
    cost = 0.0
    if "band" in tools and BETTER_THAN_BANDS & equipment:
        cost += BAND_COST
    if "kettlebell" in tools and "dumbbell" in equipment and "kettlebell_training" not in trainee.modalities:
        cost += KETTLEBELL_COST
    if "smith machine" in tools:
        cost += KETTLEBELL_COST / 2
    if role_of(exercise) in HEAVY_ROLES and {"barbell", "machine"} & equipment and {"dumbbell", "kettlebell"} & tools:
        cost += LIGHT_TOOL_COST[trainee.experience]
    return cost


def lead_cost(exercise: Exercise, trainee: Trainee) -> float:
    """Return what is added for the first lifts of a session: free bars first, once a person is trained."""
    if trainee.experience == "beginner" or trainee.style == "older":
        return 0.0
    tools = set(exercise.equipment)
    if "barbell" in tools and exercise.staple == MOST_USUAL:
        return -BARBELL_LEAD_BONUS[trainee.style]
    return MACHINE_LEAD_COST if STRAPPED_IN & tools and role_of(exercise) in PRESSED_OR_SQUATTED else 0.0


def _noise(seed: int, exercise_id: str) -> float:
    """Return a number from 0 to 1 that depends on seed and id alone, so that seeds vary the choice."""
    return zlib.crc32(f"{seed}:{exercise_id}".encode()) / 0xFFFFFFFF
