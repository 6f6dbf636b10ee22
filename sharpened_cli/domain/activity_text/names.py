"""Finding the names of exercises and activities among the words of a sentence."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.activity_text.comments import BODY, FEELINGS, STORY
from sharpened_cli.domain.activity_text.spelling import nearest
from sharpened_cli.domain.activity_text.vocabulary import (
    FILLERS,
    HARD,
    INTERVAL_WORDS,
    LIGHT,
    by_words,
)
from sharpened_cli.domain.exercise_names import SURE, NameIndex, match, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sharpened_cli.domain.activity_text.vocabulary import (
        ActivityName,
    )
    from sharpened_cli.domain.exercise import Exercise

LONGEST_NAME = 6  # words
LIKELY = 0.7  # score from which several words may be a name spelt in an unusual way (product choice)
SPELT_WRONG = 0.9  # confidence of a name with slips of the finger
TYPO_SCORE = 86.0  # rapidfuzz ratio from which a word counts as a misspelt activity (product choice)
_ACTIVITY_CATEGORIES = frozenset({"cardio", "mobility"})  # of the library: done by the minute, not by the set
_WORD = re.compile(r"[a-z']+")
GENERIC_LABELS = frozenset({
    "Strength training", "Cardio", "HIIT", "CrossFit", "Circuit training", "Bodyweight training", "Kettlebell training",
    "Weightlifting",
})  # fmt: skip
_MODIFIERS = LIGHT | HARD | INTERVAL_WORDS


class Name(NamedTuple):
    """A name that was found: the words, the exercise or the activity (or both), and how sure it is."""

    words: str
    exercise: Exercise | None = None
    activity: ActivityName | None = None
    confidence: float = 1.0

    @property
    def is_generic(self) -> bool:
        """Whether it only heads a session ("gym", "workout") in which more is named."""
        return self.exercise is None and self.activity is not None and self.activity.label in GENERIC_LABELS

    @property
    def is_sure_activity(self) -> bool:
        """Whether it is an activity that was named as such: no exercise, no place, no guess."""
        return self.exercise is None and self.confidence == 1.0 and not self.is_generic

    def is_like(self, other: Name) -> bool:
        """Return whether both are activities of one kind: the same modality and category."""
        one, two = self.activity, other.activity
        return one is not None and two is not None and (one.modality, one.category) == (two.modality, two.category)


class Words(NamedTuple):
    """What a run of words holds: names in order, words that colour them, and words not understood."""

    names: tuple[Name, ...]
    modifiers: tuple[str, ...]
    unknown: tuple[str, ...]


class NameFinder:
    """Finds names against one exercise library; build it once for many sentences."""

    def __init__(self, library: Iterable[Exercise]) -> None:
        """Index the names and aliases of the library beside the vocabulary of activities."""
        self.library = tuple(library)
        self.activities = by_words()
        self.exercises: dict[str, tuple[bool, int, Exercise]] = {}
        for exercise in self.library:
            for index, text in enumerate((exercise.name, *exercise.aliases)):
                rank = (index > 0, -exercise.staple, exercise)
                known = self.exercises.setdefault(_key(text), rank)
                if rank[:2] < known[:2]:
                    self.exercises[_key(text)] = rank

    @cached_property
    def index(self) -> NameIndex:
        """The index for inexact names, built when first needed."""
        return NameIndex(self.library)

    def is_exercise(self, words: Sequence[str]) -> bool:
        """Return whether words are exactly the name of an exercise."""
        found = self._exact(words)
        return found is not None and found.exercise is not None

    def read(self, words: Sequence[str]) -> Words:
        """Return the names, modifiers and unknown words of a run of words."""
        words = [_NOUN_OF.get(word, word) for word in words]
        run = self._trimmed(words)
        if any(word in _MANNER for word in run) and all(word in _MANNER or word in FILLERS for word in run):
            run = []
        names, rest = self._names_of(run) if run else ([], [])
        strange = _strange(rest)
        slip = self._slip_of_a_name(words, strange) if strange else None
        if slip:
            names, rest = [slip], []
        if len(names) == 1:
            names = [self._with_implement(names[0], words)]
        modifiers = tuple(word for word in words if word in _MODIFIERS)
        unknown = tuple(word for word in rest if word not in _MODIFIERS and not self._is_filler(word))
        return Words(tuple(names), modifiers, unknown)

    def _names_of(self, run: Sequence[str]) -> tuple[list[Name], list[str]]:
        whole = self._exact(run)
        if whole:
            return [whole], []
        pieces = list(self._pieces(run))
        names = [piece for piece in pieces if isinstance(piece, Name)]
        rest = [piece for piece in pieces if isinstance(piece, str)]
        strange = _strange(rest)
        if any(name.exercise is None for name in names) or (not strange and len(names) == 1):
            return names, rest
        if strange or len(names) > 1:
            close = self._close(run)
            if close and close.confidence >= (SURE if names else LIKELY):
                misspelt = None if names or close.confidence >= SURE else self._misspelt(strange)
                return [misspelt or close], []
        guess = self._misspelt(strange) if not names and strange else None
        if guess:
            return [guess], [word for word in strange if word != guess.words]
        return names, rest

    @cached_property
    def _lexicon(self) -> frozenset[str]:
        """The words of all names, fillers and modifiers; what is none of them may be a slip of one."""
        names = (text for exercise in self.library for text in (exercise.name, *exercise.aliases))
        words = {word for text in (*names, *self.activities) for word in _WORD.findall(text.lower())}
        return frozenset(words) | {f"{word}s" for word in words} | FILLERS | _MODIFIERS | FEELINGS | STORY

    def _with_implement(self, name: Name, words: Sequence[str]) -> Name:
        """Return the variation that "floor press with dumbbells" names, or the name as it is."""
        after = [_IMPLEMENTS[word] for word in words if word in _IMPLEMENTS and word not in name.words.split()]
        if name.exercise is None or not after:
            return name
        found = self._exact([after[-1], *name.words.split()])
        return found._replace(words=name.words) if found and found.exercise else name

    def _is_filler(self, word: str) -> bool:
        """Whether a word carries nothing, a slip of such a word too: "with 10 kg dumbells"."""
        return word in FILLERS or (word not in self._lexicon and nearest(word, self._lexicon) in FILLERS)

    def _slip_of_a_name(self, run: Sequence[str], strange: Sequence[str]) -> Name | None:
        """Return the name that the words are with slips of the finger put right: all of them, or it was no slip."""
        known = self._lexicon
        spelt = [nearest(word, known) or word if word in strange and word not in known else word for word in run]
        found = self._exact(self._trimmed(spelt)) if spelt != list(run) else None
        return found and found._replace(words=" ".join(run), confidence=SPELT_WRONG)

    def _exact(self, words: Sequence[str]) -> Name | None:
        phrase = " ".join(words).replace("-", " ")
        found = self.exercises.get(_key(phrase))
        activity = self.activities.get(phrase)
        exercise = found[2] if found else None
        if exercise and exercise.category in _ACTIVITY_CATEGORIES:
            activity = activity or self._activity_of(exercise)
            exercise = None if activity else exercise
        return Name(" ".join(words), exercise, activity) if exercise or activity else None

    def _activity_of(self, exercise: Exercise) -> ActivityName | None:
        """Return the activity that a cardio exercise of the library is, by the words of its name."""
        words = _WORD.findall(exercise.name.lower().replace("-", " "))
        spans = sorted(
            ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1)),
            key=lambda span: span[0] - span[1],
        )
        phrases = (" ".join(words[start:end]) for start, end in spans)
        return next((self.activities[phrase] for phrase in phrases if phrase in self.activities), None)

    def _pieces(self, run: Sequence[str]) -> Iterator[Name | str]:
        position = 0
        while position < len(run):
            for length in range(min(LONGEST_NAME, len(run) - position), 0, -1):
                words = run[position : position + length]
                name = None if self._is_ragged(words) else self._exact(words)
                if name:
                    yield name
                    position += length
                    break
            else:
                yield run[position]
                position += 1

    def _close(self, run: Sequence[str]) -> Name | None:
        wanted = [word for word in run if word not in FILLERS or word in _NAME_WORDS]
        if all(word in BODY for word in wanted):
            return None
        candidates = match(" ".join(wanted), self.index, limit=1) if wanted else ()
        if not candidates or candidates[0].score < (SURE if len(wanted) == 1 else LIKELY):
            return None
        exercise = candidates[0].exercise
        activity = self._activity_of(exercise) if exercise.category == "cardio" else None
        return Name(" ".join(run), None if activity else exercise, activity, candidates[0].score)

    def _misspelt(self, words: Sequence[str]) -> Name | None:
        from rapidfuzz import fuzz, process

        single = [phrase for phrase in self.activities if " " not in phrase and len(phrase) > 4]
        for word in words:
            if len(word) > 4:
                found = process.extractOne(word, single, scorer=fuzz.ratio, score_cutoff=TYPO_SCORE)
                if found:
                    return Name(word, None, self.activities[found[0]], found[1] / 100.0)
        return None

    def _trimmed(self, words: Sequence[str]) -> list[str]:
        run = list(words)
        while run and run[0] in FILLERS and not self._starts_a_name(run):
            run.pop(0)
        while run and run[-1] in FILLERS and not self._ends_a_name(run):
            run.pop()
        return run

    def _starts_a_name(self, run: Sequence[str]) -> bool:
        lengths = range(1, min(LONGEST_NAME, len(run)) + 1)
        return any(not self._is_ragged(run[:n]) and self._exact(run[:n]) for n in lengths)

    def _ends_a_name(self, run: Sequence[str]) -> bool:
        lengths = range(1, min(LONGEST_NAME, len(run)) + 1)
        return any(not self._is_ragged(run[-n:]) and self._exact(run[-n:]) for n in lengths)

    def _is_ragged(self, words: Sequence[str]) -> bool:
        """Whether a name would begin or end with a word that belongs to the sentence, not to the name."""
        phrase = " ".join(words).replace("-", " ")
        if phrase in self.activities:
            return False
        return any(word in FILLERS and word not in _NAME_WORDS for word in (words[0], words[-1]))


# Verbs of training and the exercise they are done with.
_NOUN_OF = {
    "squatted": "squat", "squatting": "squat", "benched": "bench", "benching": "bench", "deadlifted": "deadlift",
    "deadlifting": "deadlift", "pressed": "press", "curled": "curl", "lunged": "lunge", "planked": "plank",
    "snatched": "snatch", "rolled": "roll", "shrugged": "shrug", "deads": "deadlift", "benchpress": "bench press",
}  # fmt: skip
_MANNER = frozenset({"paused", "pause", "beltless", "belted", "raw", "touch"})  # alone they only say how
_IMPLEMENTS = {
    "dumbbell": "dumbbell", "dumbbells": "dumbbell", "dbs": "dumbbell", "db": "dumbbell", "barbell": "barbell",
    "kettlebell": "kettlebell", "kettlebells": "kettlebell", "kb": "kettlebell", "cable": "cable", "cables": "cable",
    "band": "band", "bands": "band", "machine": "machine",
}  # fmt: skip
# Words of exercise names that are also fillers of sentences.
_NAME_WORDS = frozenset({
    "leg", "heart", "free", "long", "up", "down", "over", "weight", "bar", "barra", "set", "machine", "good",
    "dumbbell", "dumbbells", "barbell", "kettlebell", "band", "cable", "rope", "plate", "db", "kb", "mancuernas",
    "halteres", "barre", "backpack", "vest", "back", "straight", "morning", "mancuerna", "outdoor", "indoor",
})  # fmt: skip


def _strange(words: Sequence[str]) -> list[str]:
    """Return the words that are neither fillers nor say how."""
    return [word for word in words if word not in FILLERS and word not in _MODIFIERS]


def _key(text: str) -> str:
    return normalise(text).replace(" ", "")
