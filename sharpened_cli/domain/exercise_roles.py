"""What part an exercise plays in a session, and how it is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpened_cli.domain.exercise import Exercise

# Roles that open a session, in the order in which a coach lists them.
MAIN_ROLES = ("olympic", "squat", "hinge", "chest_press", "overhead_press", "row", "pulldown", "lunge", "hip_thrust")
ISOLATION_ROLES = (
    "triceps_press", "leg_curl", "leg_extension", "chest_fly", "back_isolation", "back_extension",
    "glute_isolation", "lateral_raise", "rear_delt", "curl", "triceps", "calf", "core",
)  # fmt: skip
RESISTANCE_ROLES = frozenset(MAIN_ROLES + ISOLATION_ROLES)
SESSION_ORDER = {role: index for index, role in enumerate(("jump", *MAIN_ROLES, *ISOLATION_ROLES))}

CORE_PATTERNS = frozenset({
    "anti-extension", "anti-rotation", "anti-lateral flexion", "rotation", "trunk flexion", "hip flexion",
})  # fmt: skip
ROLE_OF_PATTERN = {
    "squat": "squat", "lunge": "lunge", "step": "lunge", "lateral squat": "lunge", "hip extension": "hip_thrust",
    "hip abduction": "glute_isolation", "knee extension": "leg_extension", "knee flexion": "leg_curl",
    "ankle plantarflexion": "calf", "chest fly": "chest_fly", "shoulder abduction": "lateral_raise",
    "horizontal abduction": "rear_delt", "shoulder extension": "back_isolation", "elbow flexion": "curl",
    "elbow extension": "triceps", "isometric squat": "leg_extension", "olympic": "olympic", "jump": "jump",
}  # fmt: skip
PUSH_PATTERNS = frozenset({"horizontal push", "incline push", "vertical push"})
BODYWEIGHT_KIT = frozenset({
    "pull-up bar", "dip bars", "rings", "parallettes", "low bar", "bench", "box", "step", "handles", "band",
    "suspension trainer", "partner or anchor", "roman chair", "captain's chair", "stability ball", "sliders",
    "ab wheel", "glute-ham bench", "decline bench", "table", "towel", "incline bench",
})  # fmt: skip


def role_of(exercise: Exercise) -> str:
    """Return the role of an exercise; ``other`` for what no ordinary strength session is built from."""
    if exercise.category not in {"strength", "power"}:
        return "other"
    pattern = exercise.movement_pattern
    if pattern in CORE_PATTERNS:
        return "core"
    if pattern in PUSH_PATTERNS:
        return _push_role(exercise)
    if pattern == "hinge":
        return "hinge" if exercise.mechanic == "compound" else "back_extension"
    if pattern == "hip extension" and exercise.mechanic == "isolation":
        return "glute_isolation"
    if pattern in {"horizontal pull", "vertical pull", "scapular control"}:
        return _pull_role(exercise)
    return ROLE_OF_PATTERN.get(pattern, "other")


def is_bodyweight(exercise: Exercise) -> bool:
    """Return whether the body itself is the load (bars, rings, benches and bands may help)."""
    return set(exercise.equipment) <= BODYWEIGHT_KIT - {"band"}


def is_loadable(exercise: Exercise) -> bool:
    """Return whether kilograms can be noted for a set: bands and plain bodyweight exercises have none."""
    return exercise.measure == "reps" and not is_bodyweight(exercise) and "band" not in exercise.equipment


def is_lower_body(exercise: Exercise) -> bool:
    """Return whether hips or legs do the work, which bears the larger steps of load."""
    return role_of(exercise) in {"squat", "lunge", "hinge", "hip_thrust", "leg_curl", "leg_extension", "calf"}


def _push_role(exercise: Exercise) -> str:
    if exercise.primary_muscle == "triceps":
        return "triceps_press"
    return "chest_press" if exercise.primary_muscle == "chest" else "overhead_press"


def _pull_role(exercise: Exercise) -> str:
    if exercise.primary_muscle == "side delts":
        return "lateral_raise"
    if exercise.primary_muscle in {"rear delts", "rotator cuff"}:
        return "rear_delt"
    if exercise.movement_pattern == "scapular control":
        return "back_isolation" if exercise.primary_muscle == "upper back" else "other"
    return "row" if exercise.movement_pattern == "horizontal pull" else "pulldown"
