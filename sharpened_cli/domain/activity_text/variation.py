"""Which variation of an exercise a bare name means, by whether a load was said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.scheme import FURNITURE, MOST_SETS
from sharpened_cli.domain.exercise_names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sharpened_cli.domain.activity_text.lexeme import Lexeme
    from sharpened_cli.domain.activity_text.names import Name
    from sharpened_cli.domain.exercise import Exercise

LEAST_UNLOADED_REPS = 12  # a barbell lift without any load is done with the own weight from here (product choice)
HIGHEST_RPE = 10.0  # "@40" is a load
_WEIGHTS = frozenset({"barbell", "dumbbell", "kettlebell", "cable", "plate", "ez bar", "smith machine", "machine"})
_LOADS = frozenset({"load", "plates", "empty_bar"})
_MANNER = frozenset({"barbell", "dumbbell", "kettlebell", "cable", "machine", "standing", "bodyweight", "weighted"})
_COUNTS = frozenset({"number", "reps", "list"})


def fitting(name: Name, figures: Sequence[Lexeme], *, in_rounds: bool, library: Iterable[Exercise]) -> Name:
    """Return the name with the variation that fits: "calf raises 4x15 50kg" is no bodyweight exercise.

    "20 squats" without any load are squats with the own weight. Names that say the implement stay.
    """
    exercise = name.exercise
    if exercise is None or exercise.category != "strength" or "bodyweight" in name.words:
        return name
    if any(figure.kind == "each_hand" for figure in figures) and "barbell" in exercise.equipment:
        return _variation(name, exercise, (one for one in library if "dumbbell" in one.equipment), weighted=True)
    has_weights = bool(_WEIGHTS & set(exercise.equipment))
    if not has_weights and _says_load(figures):
        return _variation(name, exercise, library, weighted=True)
    if has_weights and any(figure.kind == "bodyweight" for figure in figures):
        return _variation(name, exercise, library, weighted=False)
    if has_weights and " " not in name.words and _is_unloaded(figures, in_rounds=in_rounds):
        return _variation(name, exercise, library, weighted=False)
    return name


def _says_load(figures: Sequence[Lexeme]) -> bool:
    if any(figure.kind in ("bodyweight", "added_load") for figure in figures):
        return False
    in_products = any(part.unit in ("kg", "lb") for figure in figures for part in figure.parts)
    at_a_load = any(figure.kind == "at" and figure.number > HIGHEST_RPE for figure in figures)
    return in_products or at_a_load or any(figure.kind in _LOADS for figure in figures)


def _is_unloaded(figures: Sequence[Lexeme], *, in_rounds: bool) -> bool:
    if any(figure.kind in (*_LOADS, "at", "added_load") for figure in figures):
        return False
    reps = [count for figure in figures if figure.kind in _COUNTS for count in figure.numbers]
    products = [figure.parts for figure in figures if figure.kind == "factors"]
    if any(part.unit for parts in products for part in parts) or any(len(parts) != 2 for parts in products):
        return False
    if any((parts[0].value or 0.0) > MOST_SETS for parts in products):
        return False  # "90x12" is a load
    reps += [parts[1].value or 0.0 for parts in products]
    return bool(reps) and (in_rounds or min(reps) >= LEAST_UNLOADED_REPS)


def _variation(name: Name, exercise: Exercise, library: Iterable[Exercise], *, weighted: bool) -> Name:
    said = set(normalise(name.words).split())
    alike = [
        other
        for other in library
        if other.movement_pattern == exercise.movement_pattern
        and other.primary_muscle == exercise.primary_muscle
        and bool(_WEIGHTS & set(other.equipment)) == weighted
        and (weighted or not set(other.equipment) - FURNITURE)
        and said <= (words := set(normalise(other.name).split()))
        and words - said <= _MANNER
    ]
    best = min(alike, key=lambda other: (-other.staple, other.id), default=None)
    return name if best is None else name._replace(exercise=best)
