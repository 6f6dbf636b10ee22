"""Writes workouts of other tools as activities: exercises recognised by name, energy worked out."""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from itertools import islice, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from sharpened_cli.clock import as_text, from_text, local_day
from sharpened_cli.domain.activity_energy import activity_energy
from sharpened_cli.domain.activity_metrics import activity_metrics, check_activity
from sharpened_cli.domain.activity_text.parsed import Measures, ParsedActivity, ParsedSet
from sharpened_cli.domain.imports.records import LeftOut
from sharpened_cli.errors import InputError
from sharpened_cli.ids import new_id
from sharpened_cli.services.activity_options import MET_KEYS
from sharpened_cli.store import activities, imports
from sharpened_cli.store.activities import ActivityRow, SetRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sharpened_cli.clock import Clock
    from sharpened_cli.domain.exercise_names import NameIndex
    from sharpened_cli.domain.imports.records import Workout, WorkoutSet
    from sharpened_cli.store import Store
    from sharpened_cli.store.imports import Other
    from sharpened_cli.store.users import User

LONGEST = timedelta(days=1)  # of an activity; earlier ones share no time
SAME_SHARE = 0.5  # of its time that another activity must share to be taken for the same (product choice)
CATEGORY = {
    "strength": "strength", "hiit": "cardio_interval", "yoga": "flexibility", "stretching": "flexibility", "": "other",
}  # fmt: skip
MET_OF = {
    "running": "running_6mph", "walking": "walking_moderate", "cycling": "cycling_moderate", "hiit": "hiit",
    "swimming": "swimming_moderate", "rowing": "rowing_machine", "yoga": "stretching", "stretching": "stretching",
    "hiking": "walking_brisk", "elliptical": "elliptical", "stairs": "elliptical",
}  # fmt: skip


class WorkoutWriter:
    """Writes workouts of one tool for one person."""

    def __init__(self, store: Store, clock: Clock, user: User, source: str) -> None:
        """Read what every workout needs once."""
        from sharpened_cli.services.activity_body import energy_body
        from sharpened_cli.store import reference_mets

        self.source = source
        self._store, self._user = store, user
        self._now = as_text(clock.now())
        self._mets = reference_mets.met_of(store)
        self._body = energy_body(store, user, local_day(clock.now(), user.timezone))
        self._others: list[Other] = []
        self._index: NameIndex | None = None
        self._names: dict[str, str | None] = {}

    def look_around(self, starts: Sequence[datetime]) -> None:
        """Read what other sources hold around the starts of the workouts that are to be written next."""
        since, until = as_text(min(starts) - LONGEST), as_text(max(starts) + LONGEST)
        self._others = imports.of_other_sources(self._store, self._user.id, self.source, since, until)

    def write(self, workout: Workout, start: datetime) -> str | LeftOut:
        """Store a workout and return its id, or why it was left out: it cannot be, or is logged already."""
        parsed = self._parsed(workout)
        energy = activity_energy(parsed, self._mets, self._body)
        try:
            check_activity(parsed, energy.minutes)
        except InputError as error:
            return LeftOut(workout.row, error.message)
        end = start + timedelta(minutes=energy.minutes)
        twin = self._twin(parsed.category, start, end)
        if twin:
            return LeftOut(workout.row, f"the same as {twin}, which is logged already", is_broken=False)
        kcal = energy.net_kcal if self._body.weight_kg > 0 or energy.method == "said" else None
        row = ActivityRow(
            id=new_id(),
            category=parsed.category,
            activity_name=parsed.name,
            start_time=as_text(start),
            end_time=as_text(end),
            local_date=local_day(start, self._user.timezone).isoformat(),
            duration_minutes=round(energy.minutes, 2),
            calories_burned=None if kcal is None else round(kcal, 1),
            intensity_mets=round(energy.mets, 2),
            metrics=activity_metrics(parsed, energy),
            source=self.source,
            original_text=workout.name,
            notes=workout.notes,
            sets=_set_rows(parsed.sets, workout),
        )
        activities.add(self._store, self._user.id, row, self._now)
        return row.id

    def _parsed(self, workout: Workout) -> ParsedActivity:
        sets = tuple(self._set(one) for one in workout.sets)
        category = "strength" if sets else CATEGORY.get(workout.modality, "cardio_steady")
        return ParsedActivity(
            category=category,
            name=workout.name[:120],
            text=workout.name,
            met_key=MET_OF.get(workout.modality, MET_KEYS[category]),
            modality=workout.modality or ("strength" if sets else ""),
            measures=Measures(
                duration_sec=workout.seconds,
                distance_m=workout.distance_m,
                average_hr=workout.average_hr,
                max_hr=workout.max_hr,
                elevation_m=workout.elevation_m,
                calories_kcal=workout.kcal,
            ),
            sets=sets,
            exercise_names=tuple(dict.fromkeys(one.exercise_name for one in sets)),
        )

    def _set(self, one: WorkoutSet) -> ParsedSet:
        return ParsedSet(
            self._exercise_id(one.exercise),
            one.exercise[:120],
            one.reps,
            one.weight_kg,
            one.seconds,
            one.metres,
            one.rpe,
            one.set_type,
        )

    def _exercise_id(self, name: str) -> str | None:
        """Return the exercise that a name means, kept for the next of its many sets."""
        if name not in self._names:
            from sharpened_cli.domain.exercise_names import NameIndex, recognise
            from sharpened_cli.store import exercises

            if self._index is None:
                self._index = NameIndex(exercises.library(self._store))
            plain, _, kind = name.partition(" (")
            found = recognise(name, self._index)
            if found is None and kind:
                found = recognise(f"{kind.rstrip(')')} {plain}", self._index)
            self._names[name] = found.id if found else None
        return self._names[name]

    def _twin(self, category: str, start: datetime, end: datetime) -> str:
        """Return the name of an activity of the same kind that shares most of this one's time, or an empty one."""
        first = bisect_left(self._others, as_text(start - LONGEST), key=attrgetter("start_time"))
        until = as_text(end)
        for other in takewhile(lambda other: other.start_time < until, islice(self._others, first, None)):
            shared = min(end, from_text(other.end_time)) - max(start, from_text(other.start_time))
            if other.category == category and shared >= SAME_SHARE * (end - start):
                return other.activity_name
        return ""


def _set_rows(sets: tuple[ParsedSet, ...], workout: Workout) -> tuple[SetRow, ...]:
    groups: dict[str, int] = {}
    for one in workout.sets:
        if one.superset:
            groups.setdefault(one.superset, len(groups) + 1)
    return tuple(
        SetRow(
            set_number=place,
            exercise_id=one.exercise_id,
            exercise_name=one.exercise_name,
            reps=one.reps,
            weight_kg=one.weight_kg,
            seconds=one.seconds,
            metres=one.metres,
            rpe=one.rpe,
            set_type=one.set_type,
            superset_group=groups.get(said.superset),
            notes=said.notes[:500],
        )
        for place, (one, said) in enumerate(zip(sets, workout.sets, strict=True), 1)
    )
