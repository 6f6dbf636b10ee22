"""The exercise library as people look things up in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.exercise import MUSCLES
from sharpened_cli.errors import NotThereError
from sharpened_cli.store import exercises

if TYPE_CHECKING:
    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.store import Store


BEGUN_WORDS_SCORE = 0.9  # words that were typed only in part (product choice)


@dataclass(frozen=True)
class ExerciseLibraryService:
    """Searches the shared exercises and the person's own; it only reads."""

    store: Store

    def search(self, text: str, limit: int) -> dict[str, Any]:
        """Return the exercises that words may mean, best first; a muscle or a piece of equipment lists its own.

        Without words the most usual ones come first.
        """
        from sharpened_cli.domain.exercise_names import match

        library = exercises.library(self.store)
        wanted = " ".join(text.lower().split())
        by_trait = [one for one in library if wanted and wanted in _traits(one)]
        if by_trait or not wanted:
            usual = sorted(by_trait or library, key=lambda one: (-one.staple, one.name))
            found = [{**_document(one), "score": 1.0} for one in usual[:limit]]
        else:
            matches = match(text, library, limit=limit)
            found = [{**_document(one.exercise), "score": one.score} for one in matches]
            found = found or [{**_document(one), "score": BEGUN_WORDS_SCORE} for one in _begun(wanted, library)[:limit]]
        return {"query": text, "exercises": found}

    def show(self, name: str) -> dict[str, Any]:
        """Return one exercise by id or name, with what may take its place; raises NotThereError."""
        from sharpened_cli.domain.exercise_names import match, recognise
        from sharpened_cli.domain.substitutes import substitutes

        library = exercises.library(self.store)
        found = next((one for one in library if one.id == name.lower()), None) or recognise(name, library)
        if found is None:
            near = ", ".join(one.exercise.name for one in match(name, library, limit=3))
            raise NotThereError(
                f"There is no exercise {name[:60]!r}.",
                code="no_such_id",
                hint=f"Did you mean {near}?" if near else "`sharpened exercises search` lists them.",
            )
        like_it = [one.exercise.name for one in substitutes(found, library)]
        return {**_document(found), "like_it": like_it}


def _begun(wanted: str, library: tuple[Exercise, ...]) -> list[Exercise]:
    """Return the exercises in whose names every typed word is the beginning of a word, the most usual first."""
    typed = wanted.split()
    found = [
        one
        for one in library
        if all(any(word.startswith(part) for word in one.name.lower().replace("-", " ").split()) for part in typed)
    ]
    return sorted(found, key=lambda one: (-one.staple, len(one.name), one.name))


def _traits(exercise: Exercise) -> set[str]:
    counted = {muscle for muscle, share in exercise.fractional_sets().items() if share == 1.0 and muscle in MUSCLES}
    return {exercise.primary_muscle, exercise.movement_pattern, exercise.category, *exercise.equipment, *counted}


def _document(exercise: Exercise) -> dict[str, Any]:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "aliases": list(exercise.aliases),
        "category": exercise.category,
        "movement_pattern": exercise.movement_pattern,
        "primary_muscle": exercise.primary_muscle,
        "secondary_muscles": list(exercise.secondary_muscles),
        "sets_count_for": dict(sorted(exercise.fractional_sets().items())),
        "equipment": list(exercise.equipment),
        "level": exercise.level,
        "unilateral": exercise.unilateral,
        "measure": exercise.measure,
        "caution_injury": list(exercise.caution_injury),
    }
