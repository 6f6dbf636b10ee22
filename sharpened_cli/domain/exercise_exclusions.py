"""Which exercises a person must not be given: injuries, limits of the safety gate, and their own word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.exercise_names import SURE, NameIndex, match, normalise
from sharpened_cli.domain.exercise_roles import role_of
from sharpened_cli.domain.injuries import injured_regions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.facts import Facts
    from sharpened_cli.domain.safety_level import Limits

# A strained muscle rests: exercises that train it directly are left out as well.
MUSCLES_OF_REGION = {"hamstring": "hamstrings", "ankle": "calves"}

OVERHEAD_WORDS = ("overhead", "handstand", "snatch", "jerk", "thruster", "get-up", "arnold", "wall ball", "push press")
SUPINE_WORDS = (
    "bench press", "floor press", "skull", "crunch", "sit-up", "lying", "dead bug", "glute bridge", "hip thrust",
    "pullover", "supine", "leg raise", "flutter", "hollow", "v-up", "fly", "dumbbell press", "spoto", "jm press",
)  # fmt: skip
UPRIGHT_WORDS = ("cable fly", "band fly", "rear-delt", "side-lying", "hanging", "seated", "pec deck", "machine")
FILLERS = frozenset({"no", "any", "not", "exercise", "movement", "anything", "using", "need", "require", "stuff"})
PRESS_ROLES = frozenset({"chest_press", "overhead_press"})
EVERYTHING_OVERHEAD = frozenset({"overhead", "above head", "over my head", "above shoulder"})


def exclusions(
    library: Sequence[Exercise],
    *,
    facts: Facts,
    limits: Limits,
    injuries: Iterable[str],
    start: date,
    cleared: Iterable[str] = (),
) -> dict[str, str]:
    """Return the ids of the library's exercises that are out of the question, each with the reason in words.

    Injured regions come from the person's own words and from the safety gate; an exercise that names such
    a region under the joints to mind, or trains such a muscle directly, is out. What the person will not do is
    out by name, by movement ("no jumping") or by equipment ("no treadmill"). ``cleared`` are ids of exercises
    that the person said are fine despite an injury.
    """
    regions = limits.excluded_regions.union(*(injured_regions(text) for text in injuries))
    reasons: dict[str, str] = {}
    refused = _refused_by_the_person(library, facts, start)
    fine = frozenset(cleared)
    for exercise in library:
        hurts = None if exercise.id in fine else _hurts(exercise, regions)
        reason = hurts or _limited(exercise, limits) or refused.get(exercise.id)
        if reason:
            reasons[exercise.id] = reason
    return reasons


def _hurts(exercise: Exercise, regions: frozenset[str]) -> str | None:
    strained = {MUSCLES_OF_REGION.get(region, region) for region in regions}
    if strained & {exercise.primary_muscle}:
        return f"it trains the {exercise.primary_muscle}"
    named = regions & set(exercise.caution_injury)
    return f"it loads the {min(named)}" if named else None


def _limited(exercise: Exercise, limits: Limits) -> str | None:
    name = exercise.name.lower()
    if exercise.movement_pattern in limits.excluded_patterns:
        return f"no {exercise.movement_pattern} for now"
    if limits.no_jumps and (exercise.movement_pattern == "jump" or "jump" in name or "plyometric" in name):
        return "no jumps for now"
    presses_overhead = exercise.movement_pattern == "vertical push" and role_of(exercise) == "overhead_press"
    if limits.no_overhead and (presses_overhead or any(word in name for word in OVERHEAD_WORDS)):
        return "no lifting overhead for now"
    is_upright = any(word in name for word in UPRIGHT_WORDS)
    if limits.no_supine and any(word in name for word in SUPINE_WORDS) and not is_upright:
        return "no lying on the back for now"
    if limits.no_hiit and exercise.category == "conditioning" and exercise.level != "beginner":
        return "no hard intervals for now"
    return None


def _refused_by_the_person(library: Sequence[Exercise], facts: Facts, start: date) -> dict[str, str]:
    refused: dict[str, str] = {}
    index = NameIndex(library)
    for known in facts.exercises:
        if known.willing_to_do is False and known.exercise_id:
            refused[known.exercise_id] = "you said that you do not want it"
    for wish in facts.non_negotiables:
        if wish.end_date and wish.end_date < start.isoformat():
            continue
        allowed = {one.id for text in wish.allowed for one in named_exercises(text, library, index)}
        for text in wish.excluded_exercises:
            for exercise in named_exercises(text, library, index):
                if exercise.id not in allowed:
                    refused.setdefault(exercise.id, f"you asked for no {text.strip().lower()}")
    return refused


def named_exercises(text: str, library: Sequence[Exercise], index: NameIndex) -> tuple[Exercise, ...]:
    """Return all exercises that words of exclusion cover.

    Besides the one that is named, every exercise whose name, movement or equipment has all the words:
    "squats" covers every squat, "jumping" the jumps, "treadmill" what needs one.
    """
    words = [word for word in normalise(text).split() if word not in FILLERS]
    if not words:
        return ()
    if any(phrase in text.lower() for phrase in EVERYTHING_OVERHEAD):
        from sharpened_cli.domain.safety_level import Limits

        return tuple(one for one in library if _limited(one, Limits(no_overhead=True)))
    if words == ["press"]:
        return tuple(one for one in library if role_of(one) in PRESS_ROLES)
    stems = {_stem(word) for word in words}
    covered = {one.id for one in library if _is_covered(stems, one)}
    covered |= {one.exercise.id for one in match(text, index, limit=1) if one.score >= SURE}
    return tuple(one for one in library if one.id in covered)


def _is_covered(stems: set[str], exercise: Exercise) -> bool:
    if any({_stem(word) for word in normalise(name).split()} == stems for name in exercise.equipment):
        return True
    words = f"{normalise(exercise.name)} {normalise(exercise.movement_pattern)}".split()
    return stems <= {_stem(word) for word in words}


def _stem(word: str) -> str:
    doubled = re.fullmatch(r"(\w+?)(nn|tt)ing", word)
    if doubled:
        return doubled.group(1) + doubled.group(2)[0]
    return word[:-3] if word.endswith("ing") and len(word) > 5 else word
