"""Another exercise for the same muscles: what may stand in for a planned one, here and for this person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.equipment import at_place
from sharpened_cli.domain.exercise_names import PLAUSIBLE, SURE, match
from sharpened_cli.domain.exercise_roles import role_of
from sharpened_cli.domain.substitutes import LIKE_ENOUGH, likeness, substitutes
from sharpened_cli.errors import InputError, NotThereError, RefusedError
from sharpened_cli.store import exercises

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sharpened_cli.domain.day_plan import ExerciseItem, Session
    from sharpened_cli.domain.exercise import Exercise
    from sharpened_cli.domain.session_relief import Find
    from sharpened_cli.domain.substitutes import Substitute
    from sharpened_cli.store import Store

OFFERED = 5  # product choice: more is no help


class Substitution(NamedTuple):
    """What may be trained instead: the library, what is out of the question and why, the equipment owned."""

    library: Mapping[str, Exercise]
    excluded: Mapping[str, str]
    equipment: tuple[str, ...] | None

    def candidates(
        self, item: ExerciseItem, session: Session, regions: frozenset[str] = frozenset()
    ) -> tuple[Substitute, ...]:
        """Return what may stand in for a planned exercise of a session, the most alike first.

        What the session holds already, what is excluded, what needs equipment that is not there, and what
        loads one of the given regions is left out.
        """
        planned = self.library.get(item.exercise_id)
        if planned is None:
            return ()
        taken = {one.exercise_id for one in session.exercises} | self.excluded.keys()
        fitting = [one for one in self.library.values() if not regions.intersection(one.caution_injury)]
        at_hand = at_place(session.location, self.equipment)
        return substitutes(planned, fitting, equipment=at_hand, excluded=taken, limit=OFFERED)

    def finder(self, sessions: Iterable[Session]) -> Find:
        """Return a function that finds, for a planned exercise, the likeliest one that spares given regions.

        An exercise and its warm-up sets get the same one; no two exercises of a day get the same.
        """
        session_of = {item.id: session for session in sessions for item in session.exercises}
        chosen: dict[tuple[str, str], Exercise | None] = {}

        def find(item: ExerciseItem, regions: frozenset[str]) -> Exercise | None:
            session = session_of[item.id]
            key = (session.id, item.exercise_id)
            if key not in chosen:
                used = {one.id for one in chosen.values() if one is not None}
                found = self.candidates(item, session, regions)
                chosen[key] = next((one.exercise for one in found if one.exercise.id not in used), None)
            return chosen[key]

        return find

    def recognised(self, text: str) -> Exercise:
        """Return the exercise that words mean. Raises NotThereError (with the nearest names), RefusedError."""
        found = match(text, self.library.values())
        if not found or found[0].score < SURE:
            near = [one.exercise.name for one in found if one.score >= PLAUSIBLE]
            raise NotThereError(
                f"There is no exercise {text!r}.",
                code="no_such_exercise",
                hint=f"Did you mean {', '.join(near)}?" if near else "`sharpened exercises search WORDS` finds one.",
                nearest=near,
            )
        exercise = found[0].exercise
        if exercise.id in self.excluded:
            raise RefusedError(
                f"{exercise.name} is left out for you: {self.excluded[exercise.id]}.",
                code="excluded",
                hint="`sharpened swap N.K` without an exercise shows what would do.",
            )
        return exercise

    def replaced(self, session: Session, order: int | None, exercise: Exercise) -> ExerciseItem:
        """Return the planned exercise that another one replaces: of that order, else the only one like it.

        Raises NotThereError when there is no such order, InputError when none or several are alike, or when the
        session holds the exercise already.
        """
        working = [one for one in session.exercises if not one.is_warmup]
        if any(one.exercise_id == exercise.id for one in working):
            raise InputError(f"{exercise.name} is in that session already.", code="already_there", hint="Take another.")
        if order is not None:
            return item_of(session, order)
        wanted = (exercise.movement_pattern, role_of(exercise))
        alike = [one for one in working if self._movement(one) == wanted] or [
            one for one in working if self._movement(one)[1] == wanted[1] != "other"
        ]
        if len(alike) == 1:
            return alike[0]
        choices = alike or working
        listed = ", ".join(f"{session.number}.{one.order} {one.name}" for one in choices)
        raise InputError(
            f"Several exercises could make way for {exercise.name}."
            if alike
            else f"No exercise of that session has the movement of {exercise.name}.",
            code="which_exercise",
            hint=f"Name one: {listed}.",
            exercises=[{"order": one.order, "name": one.name} for one in choices],
        )

    def reason(self, item: ExerciseItem, exercise: Exercise, session: Session) -> str:
        """Return why an exercise may stand in for a planned one. Raises InputError when it may not."""
        planned = self.library.get(item.exercise_id)
        alike = 0.0 if planned is None else likeness(planned, exercise)
        if planned is not None and alike >= LIKE_ENOUGH:
            (one,) = substitutes(planned, [exercise])
            return one.because
        names = [one.exercise.name for one in self.candidates(item, session)]
        raise InputError(
            f"{exercise.name} trains other muscles than {item.name}.",
            code="not_a_substitute",
            hint=f"These would do: {', '.join(names)}." if names else "`sharpened cancel` leaves a session out.",
            candidates=names,
        )

    def _movement(self, item: ExerciseItem) -> tuple[str, str]:
        exercise = self.library.get(item.exercise_id)
        return (exercise.movement_pattern, role_of(exercise)) if exercise else ("", "")


def item_of(session: Session, order: int) -> ExerciseItem:
    """Return the working exercise of an order; the order of its warm-up sets means it too. Raises NotThereError."""
    named = next((one for one in session.exercises if one.order == order), None)
    if named is not None and named.is_warmup:
        working = [one for one in session.exercises if not one.is_warmup]
        named = next((one for one in working if one.exercise_id == named.exercise_id), None)
    if named is None:
        orders = ", ".join(str(one.order) for one in session.exercises if not one.is_warmup)
        raise NotThereError(
            f"Session {session.number} has no exercise {order}.",
            code="no_such_exercise_number",
            hint=f"It has {orders}." if orders else "It lists no exercises.",
        )
    return named


def substitution_for(store: Store, user_id: str, day: date) -> Substitution:
    """Return what may be trained instead by a person on a day: injuries, limits and wishes as at that day."""
    from sharpened_cli.domain.exercise_exclusions import exclusions
    from sharpened_cli.domain.safety import verdict_from
    from sharpened_cli.store import consultations, profiles

    library = exercises.library(store)
    profile, standing = profiles.load(store, user_id), profiles.standing(store, user_id)
    found = exclusions(
        library,
        facts=consultations.load_facts(store, user_id),
        limits=verdict_from(standing.safety_document if standing else {}).limits,
        injuries=(profile.injuries or ()) if profile else (),
        start=day,
        cleared=profile.cleared_exercises if profile else (),
    )
    return Substitution({one.id: one for one in library}, found, profile.equipment if profile is not None else None)
