"""A whole sentence about training, as activities: lifting together in one session, the rest one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.figure_reader import read_figures
from sharpened_cli.domain.activity_text.joining import (
    GUESSED,
    WALKING_M_PER_S,
    joined,
    lifts_under_another_name,
    parts_of_a_race,
    told_by_pace,
)
from sharpened_cli.domain.activity_text.lexer import lexemes
from sharpened_cli.domain.activity_text.names import Name, NameFinder
from sharpened_cli.domain.activity_text.parsed import Intervals, ParsedActivity, ParsedSet
from sharpened_cli.domain.activity_text.segment import items
from sharpened_cli.domain.activity_text.set_reader import read_sets
from sharpened_cli.domain.activity_text.variation import fitting
from sharpened_cli.domain.activity_text.vocabulary import HARD, INTERVAL_WORDS, LIGHT, TREADMILL, by_words
from sharpened_cli.domain.activity_text.wording import normalise
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sharpened_cli.domain.activity_text.figures import Figures
    from sharpened_cli.domain.activity_text.item import Item
    from sharpened_cli.domain.activity_text.lexeme import Part
    from sharpened_cli.domain.activity_text.set_draft import Draft, Reading
    from sharpened_cli.domain.exercise import Exercise

LONGEST_TEXT = 4000  # characters
HARD_RPE, LIGHT_RPE = 7.5, 4.0  # how hard a session was, by its RPE (product choices)
MACHINES = frozenset({"rower", "ski erg", "air bike"})  # what is done on them is never lifted
LONG_BOUT_SEC = 900.0  # a sport that took longer did not take as long in each of its rounds (product choice)
HINT = 'Write it like "bench press 3x8 @ 60kg, row 3x10 50kg", "ran 5k in 27:30" or "yoga 45 min".'

_MET_BY_KIND = {"conditioning": "hiit", "mobility": "stretching"}
_YESTERDAY = re.compile(r"\b(?:yesterday|ayer|ontem|hier)\b")


def parse_activity(
    text: str, library: Iterable[Exercise] | NameFinder, *, units: str = "metric"
) -> tuple[ParsedActivity, ...]:
    """Return the activities that a sentence tells of, in order, all lifting as one session.

    ``units`` (``metric`` or ``imperial``) is what bare loads and distances are in. Nothing is dropped:
    what finds no meaning is in ``unmatched``. Raises InputError where no activity is recognised.
    """
    if len(text) > LONGEST_TEXT:
        raise InputError(f"That is {len(text):,} characters; an activity takes at most {LONGEST_TEXT:,}.", hint=HINT)
    sentence = normalise(text)
    finder = library if isinstance(library, NameFinder) else NameFinder(library)
    pieces = lexemes(sentence)
    below = next((piece.text.strip() for piece in pieces if piece.kind == "negative"), None)
    if below:
        raise InputError(f"A figure below zero, {below}, cannot be.", hint=HINT)
    found = items(pieces, finder)
    for item in found:
        if item.name is not None and lifts_under_another_name(item):
            item.name = Name(" ".join((*item.unknown, item.name.words)), confidence=GUESSED)
        if item.name is not None:
            rounds = item.rounds is not None
            item.name = fitting(item.name, item.figures, in_rounds=rounds, library=finder.library)
    activities = _Assembly(found, text, "lb" if units == "imperial" else "kg").activities()
    if not activities:
        raise InputError("No exercise or activity was recognised in that.", hint=HINT)
    days_ago = 1 if _YESTERDAY.search(sentence) else 0
    return tuple(activity._replace(days_ago=days_ago) for activity in activities)


class _Assembly:
    def __init__(self, found: Sequence[Item], text: str, load_unit: str) -> None:
        self.items = parts_of_a_race(joined([told_by_pace(item) if item.name is None else item for item in found]))
        self.text = text
        self.load_unit = load_unit

    def activities(self) -> list[ParsedActivity]:
        lifting = [item for item in self.items if _is_sets(item)]
        first = self.items.index(lifting[0]) if lifting else 0
        headings = [item for at, item in enumerate(self.items) if lifting and _is_heading(item, is_later=at > first)]
        stray = [item for item in self.items if item.name is None]
        found: list[tuple[int, ParsedActivity]] = []
        for kind in _kinds(lifting):
            same = [item for item in lifting if _kind(item) == kind]
            is_first = not found
            session = self._session(kind, same, headings if is_first else [], stray if is_first else [])
            found.append((self.items.index(same[0]), session))
        others = [item for item in self.items if item.name and item not in lifting and item not in headings]
        found += [(self.items.index(item), self._activity(item, () if lifting else stray)) for item in others]
        return [activity for _, activity in sorted(found, key=lambda pair: pair[0])]

    def _session(
        self, kind: str, lifting: Sequence[Item], headings: Sequence[Item], stray: Sequence[Item]
    ) -> ParsedActivity:
        sets: list[ParsedSet] = []
        readings: list[Reading] = []
        for item in lifting:
            assert item.name is not None
            reading = read_sets(item.figures, item.name.exercise, self.load_unit)
            readings.append(reading)
            sets += _sets(item, reading)
        heads = [read_figures(item.figures, item.name.activity if item.name else None) for item in headings]
        session = [lexeme for reading in readings for lexeme in reading.session]
        figures = read_figures([*session, *(lexeme for item in stray for lexeme in item.figures)], None)
        times = [reading.duration_sec for reading in readings if reading.duration_sec]
        times += [head.duration_sec for head in heads if head.duration_sec]
        figures.duration_sec = figures.duration_sec or (sum(times) if times else None)
        for head in heads:
            _take_over(figures, head)
        unmatched = [word for reading in readings for word in reading.unmatched] + figures.unmatched
        unmatched += [word for item in (*lifting, *headings, *stray) for word in item.unknown]
        return self._parsed(kind, lifting, headings, figures, tuple(sets), tuple(unmatched))

    def _parsed(
        self,
        kind: str,
        lifting: Sequence[Item],
        headings: Sequence[Item],
        figures: Figures,
        sets: tuple[ParsedSet, ...],
        unmatched: tuple[str, ...],
    ) -> ParsedActivity:
        modifiers = [word for item in (*lifting, *headings) for word in item.modifiers]
        names = tuple(dict.fromkeys(_exercise_name(item) for item in lifting))
        effort = _effort(modifiers, figures.rpe)
        measures = figures.measures()
        label = _activity_label(headings) or (names[0] if len(names) == 1 else "Strength training")
        category = {"mobility": "flexibility", "conditioning": "cardio_interval"}.get(kind, "strength")
        activity = by_words()["strength training"]
        confidence = min([item.name.confidence for item in lifting if item.name], default=1.0)
        return ParsedActivity(
            category=category,
            name=label if category == "strength" or len(names) == 1 else ", ".join(names[:3]),
            text=self.text,
            met_key=_MET_BY_KIND.get(kind) or activity.met_key(effort),
            modality={"mobility": "mobility", "conditioning": "hiit"}.get(kind, "strength_training"),
            effort=effort,
            measures=measures,
            sets=sets,
            exercise_names=names,
            confidence=round(confidence * (0.9 if unmatched else 1.0), 2),
            unmatched=unmatched,
            start_minute=_start(figures),
            end_minute=_end(figures),
        )

    def _activity(self, item: Item, stray: Sequence[Item]) -> ParsedActivity:
        assert item.name is not None
        activity, exercise = item.name.activity, item.name.exercise
        lexical = [*(lexeme for entry in stray for lexeme in entry.figures), *item.figures]
        figures = read_figures(lexical, activity, is_exercise=exercise is not None and activity is None)
        effort = _effort(item.modifiers, figures.rpe)
        if item.rounds and not figures.repeats:
            is_long = (figures.duration_sec or 0.0) > LONG_BOUT_SEC
            is_whole = activity is not None and (activity.category == "flexibility" or "tabata" in item.modifiers)
            is_within = is_whole or (is_long and activity is not None and activity.category == "sports")
            if not is_within:
                _in_rounds(figures, item.rounds)
        measures = figures.measures()
        if item.name.words in TREADMILL and (measures.speed_m_per_s or WALKING_M_PER_S) < WALKING_M_PER_S:
            activity = by_words()["walk"]
        kind = exercise.category if exercise else ""
        category = activity.category if activity else _EXERCISE_CATEGORY.get(kind, "strength")
        if category == "cardio_steady" and (measures.intervals or INTERVAL_WORDS & set(item.modifiers)):
            category = "cardio_interval"
        unmatched = (*figures.unmatched, *item.unknown, *(word for entry in stray for word in entry.unknown))
        return ParsedActivity(
            category=category,
            name=activity.label if activity else exercise.name if exercise else item.name.words,
            text=self.text,
            met_key=activity.met_key(effort) if activity else _MET_BY_KIND.get(kind, "strength_light"),
            modality=activity.modality if activity else _EXERCISE_MODALITY.get(kind, "strength_training"),
            effort=effort,
            measures=measures,
            exercise_names=(exercise.name,) if exercise and not activity else (),
            score=", ".join(figures.scores) or None,
            confidence=round(item.name.confidence * (0.9 if unmatched else 1.0), 2),
            unmatched=tuple(unmatched),
            start_minute=_start(figures),
            end_minute=_end(figures),
        )


_EXERCISE_CATEGORY = {"conditioning": "cardio_interval", "mobility": "flexibility", "cardio": "cardio_steady"}
_EXERCISE_MODALITY = {"conditioning": "hiit", "mobility": "mobility", "cardio": "general_fitness"}


def _is_sets(item: Item) -> bool:
    """Whether the item is an exercise done in sets, not an activity done for a time or a distance."""
    if item.name is None:
        return False
    exercise, activity = item.name.exercise, item.name.activity
    if exercise is None:
        return activity is None
    if activity is not None:
        return item.says_sets
    if exercise.category == "cardio":
        return False
    if MACHINES & set(exercise.equipment) and not any(part.unit in ("kg", "lb") for part in _parts(item)):
        return False
    if exercise.category == "conditioning" and exercise.measure == "metres":
        return False  # sprints and shuttles
    if exercise.category in ("conditioning", "mobility"):
        return item.rounds is not None or any(figure.kind in _SETS_SAID for figure in item.figures)
    return True


def _parts(item: Item) -> list[Part]:
    return [part for figure in item.figures for part in figure.parts]


_SETS_SAID = frozenset({"factors", "list", "reps", "sets", "load", "rounds", "number", "times"})


def _is_heading(item: Item, *, is_later: bool) -> bool:
    """Whether an item only names the session; what follows the lifting and took its own time is done beside it."""
    if item.name is None or item.says_sets:
        return False
    if item.heads and item.name.exercise is None:
        return True
    if not item.name.is_generic:
        return False
    is_cardio = item.name.activity is not None and item.name.activity.category != "strength"
    return not (is_later and is_cardio and any(figure.kind == "duration" for figure in item.figures))


def _kind(item: Item) -> str:
    exercise = item.name.exercise if item.name else None
    if exercise is None:
        return "strength"
    if exercise.category == "mobility":
        return "mobility"
    return "strength"


def _kinds(lifting: Sequence[Item]) -> list[str]:
    """Return the kinds of session, in order; timed conditioning alone is interval work, not lifting."""
    return list(dict.fromkeys(_kind(item) for item in lifting))


def _sets(item: Item, reading: Reading) -> list[ParsedSet]:
    assert item.name is not None
    drafts = reading.drafts
    if item.rounds and len(drafts) == 1:
        drafts = drafts * min(item.rounds, 50)
    return [_set(draft, item) for draft in drafts]


def _set(draft: Draft, item: Item) -> ParsedSet:
    exercise = item.name.exercise if item.name else None
    return ParsedSet(
        exercise_id=exercise.id if exercise else None,
        exercise_name=_exercise_name(item),
        reps=draft.reps,
        weight_kg=draft.kg,
        seconds=draft.seconds,
        metres=draft.metres,
        rpe=draft.rpe,
        set_type="failure" if draft.to_failure and draft.kind == "normal" else draft.kind,
        each_side=draft.each_side,
        is_bodyweight=draft.bodyweight,
        rest_sec=draft.rest_sec,
        superset=item.superset,
    )


def _exercise_name(item: Item) -> str:
    assert item.name is not None
    return item.name.exercise.name if item.name.exercise else item.name.words


def _activity_label(headings: Sequence[Item]) -> str:
    return next((item.name.activity.label for item in headings if item.name and item.name.activity), "")


def _take_over(figures: Figures, head: Figures) -> None:
    """Give the session what was said of it in its heading."""
    figures.average_hr = figures.average_hr or head.average_hr
    figures.max_hr = figures.max_hr or head.max_hr
    figures.calories = figures.calories or head.calories
    figures.rpe = figures.rpe or head.rpe
    figures.clock = figures.clock or head.clock
    figures.unmatched += head.unmatched


def _effort(modifiers: Sequence[str], rpe: float | None) -> str:
    if rpe is not None:
        return "hard" if rpe >= HARD_RPE else "light" if rpe <= LIGHT_RPE else "moderate"
    hard = sum(word in HARD for word in modifiers)
    light = sum(word in LIGHT for word in modifiers)
    return "hard" if hard > light else "light" if light > hard else "moderate"


def _in_rounds(figures: Figures, rounds: int) -> None:
    """Read the time or distance of an activity as that of one round."""
    if figures.duration_sec:
        figures.repeats = [Intervals(rounds, work_sec=figures.duration_sec)]
        figures.duration_sec *= rounds
    elif figures.distance_m:
        figures.repeats = [Intervals(rounds, work_m=figures.distance_m)]
        figures.distance_m = None
    else:
        figures.unmatched.append(f"{rounds} rounds")


def _start(figures: Figures) -> int | None:
    return int(figures.clock[0]) if figures.clock else None


def _end(figures: Figures) -> int | None:
    return int(figures.clock[1]) if len(figures.clock) > 1 else None
