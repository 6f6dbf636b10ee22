"""Looking exercises up: by what people call them, by muscle, by what is at hand, and what may stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.equipment import understand
from sharpened_cli.domain.exercise import MUSCLES
from sharpened_cli.domain.exercise_names import SURE, NameIndex, match
from sharpened_cli.domain.muscle_words import muscles_in
from sharpened_cli.domain.substitutes import substitutes
from sharpened_cli.errors import InputError, NotThereError
from sharpened_cli.store import exercises

if TYPE_CHECKING:
    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.store import Store

WIDE_SEARCH = 60  # matches of the words that filters then choose from
SUGGESTED, OFFERED = 3, 5


@dataclass(frozen=True, slots=True)
class ExerciseService:
    """The exercise library as one person sees it."""

    store: Store

    def search(
        self, text: str = "", *, muscle: str | None = None, equipment: str | None = None, limit: int = 10
    ) -> dict[str, Any]:
        """Return the exercises that fit words, a muscle and equipment, the best fitting and most usual first.

        Raises:
            InputError: the muscle or the equipment is not understood.
        """
        library = self._library()
        if text.strip():
            found = [one.exercise for one in match(text, NameIndex(library), limit=WIDE_SEARCH)]
        else:
            found = sorted(library, key=lambda one: (-one.staple, one.name))
        if muscle is not None:
            wanted = _muscles(muscle)
            found = [one for one in found if any(one.fractional_sets().get(name) == 1.0 for name in wanted)]
        if equipment is not None:
            at_hand = _equipment(equipment)
            found = [one for one in found if set(one.equipment) <= at_hand]
        return {"exercises": [_document(one) for one in found[:limit]]}

    def show(self, name: str) -> dict[str, Any]:
        """Return one exercise by id or name, what it trains, and what may stand in for it.

        Raises:
            NotThereError: nothing is called so; the hint names what is near.
        """
        library = self._library()
        exercise = next((one for one in library if one.id == name), None) or self._named(name, library)
        instead = substitutes(exercise, library, limit=OFFERED)
        return _document(exercise) | {
            "aliases": list(exercise.aliases),
            "substitutes": [
                {"exercise_id": one.exercise.id, "name": one.exercise.name, "because": one.because} for one in instead
            ],
        }

    def _library(self) -> tuple[Exercise, ...]:
        with self.store.snapshot():
            return exercises.library(self.store)

    def _named(self, name: str, library: tuple[Exercise, ...]) -> Exercise:
        near = match(name, library, limit=SUGGESTED)
        if near and near[0].score >= SURE:
            return near[0].exercise
        hint = f"Near it: {', '.join(one.exercise.name for one in near)}." if near else "Look with: exercises search"
        raise NotThereError(f"No exercise is called {name!r}.", code="no_such_exercise", hint=hint)


def _muscles(text: str) -> frozenset[str]:
    found = muscles_in(text)
    if not found:
        raise InputError(f"{text!r} is no muscle that is counted.", hint=f"Muscles: {', '.join(MUSCLES)}.")
    return found


def _equipment(text: str) -> frozenset[str]:
    understood = understand(part.strip() for part in text.split(",") if part.strip())
    if understood.unknown:
        raise InputError(
            f"{', '.join(understood.unknown)!r} is no equipment that is known.",
            hint="Such as dumbbell, band, barbell, cable, machine, full_gym or none.",
        )
    return frozenset(understood.names)


def _document(exercise: Exercise) -> dict[str, Any]:
    return {
        "exercise_id": exercise.id,
        "name": exercise.name,
        "category": exercise.category,
        "movement_pattern": exercise.movement_pattern,
        "primary_muscle": exercise.primary_muscle,
        "secondary_muscles": list(exercise.secondary_muscles),
        "fractional_sets": exercise.fractional_sets(),
        "equipment": list(exercise.equipment),
        "level": exercise.level,
        "unilateral": exercise.unilateral,
        "caution_injury": list(exercise.caution_injury),
        "is_own": exercise.created_by is not None,
    }
