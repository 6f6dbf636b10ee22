"""Recognise exercises that people name in their own words."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sharpened_cli.domain.exercise import Exercise

EXACT_NAME, EXACT_ALIAS, BEST_INEXACT = 1.0, 0.98, 0.95
SURE, PLAUSIBLE = 0.85, 0.55  # product choices: take it without asking; offer it
TYPO_RATIO = 80.0  # rapidfuzz ratio (0..100) from which two words count as the same: product choice
QUERY_WEIGHT = 0.72  # what was said and not found weighs more than what was found and not said
STAPLE_BONUS = 0.004  # between equals the more usual exercise wins

ABBREVIATIONS = {
    "db": "dumbbell", "dumbell": "dumbbell", "bb": "barbell", "kb": "kettlebell", "bw": "bodyweight",
    "ohp": "overhead press", "rdl": "romanian deadlift", "bss": "bulgarian split squat", "ext": "extension",
    "tri": "triceps", "tricep": "triceps", "bi": "biceps", "bicep": "biceps", "quad": "quadriceps",
    "one": "single", "1": "single", "sl": "single leg", "ez": "ez bar", "hex": "trap", "hexbar": "trap bar",
    "flye": "fly", "flie": "fly", "tyre": "tire", "swiss": "stability", "trx": "suspension",
    "plyo": "plyometric", "inc": "incline", "dec": "decline", "pd": "pulldown", "fsq": "front squat", "sq": "squat",
    "hlr": "hanging leg raise", "kbs": "kettlebell swing", "tgu": "turkish get up", "dl": "deadlift",
    "cgbp": "close grip bench press", "sldl": "stiff leg deadlift", "ghr": "glute ham raise",
}  # fmt: skip
JOINED = frozenset({
    "pullup", "pushup", "chinup", "pressup", "situp", "stepup", "muscleup", "deadlift", "pulldown",
    "pushdown", "pressdown", "kickback", "skullcrusher", "deadbug",
})  # fmt: skip
FILLERS = frozenset({"a", "an", "the", "my", "some", "with", "on", "and", "of", "in", "at", "arm", "style"})
PLURALS = {"carries": "carry", "flies": "fly"}
SINGULAR_EXCEPTIONS = frozenset({"press", "cross", "biceps", "triceps", "quadriceps", "abs", "bus"})


class Match(NamedTuple):
    """A candidate: the exercise, how well it fits (0..1) and the name or alias that fitted."""

    exercise: Exercise
    score: float
    matched: str


def normalise(text: str) -> str:
    """Return lower-case words without accents, hyphens, plurals and abbreviations, joined by spaces."""
    return " ".join(_words(text))


class NameIndex:
    """The names and aliases of a library, cut into words once; for matching many texts."""

    def __init__(self, library: Iterable[Exercise]) -> None:
        """Read the names and aliases and count how rare each of their words is."""
        self.names = _names(library)
        self.weight = _rarity(self.names)
        self.by_phrase: dict[str, list[_Name]] = {}
        for entry in self.names:
            self.by_phrase.setdefault(_compact(entry.words), []).append(entry)


def match(text: str, library: Iterable[Exercise] | NameIndex, *, limit: int = 5) -> tuple[Match, ...]:
    """Return the exercises that the words may mean, best first; empty where nothing is plausible.

    An exact name scores 1.0, an exact alias 0.98; otherwise words are compared as sets, weighted by
    how rare they are in the library, typing errors allowed. Ties go to the more usual exercise, then to
    the id, so that the order never depends on the order of the library.
    """
    wanted = _words(text)
    if not wanted or limit < 1:
        return ()
    index = library if isinstance(library, NameIndex) else NameIndex(library)
    exact = index.by_phrase.get(_compact(wanted), ())
    found = [(entry, EXACT_ALIAS if entry.is_alias else EXACT_NAME) for entry in exact]
    best: dict[str, Match] = {}
    for entry, score in found or _inexact(wanted, index):
        known = best.get(entry.exercise.id)
        if known is None or score > known.score:
            best[entry.exercise.id] = Match(entry.exercise, round(score, 4), entry.text)
    ranked = sorted(best.values(), key=lambda one: (-one.score, -one.exercise.staple, one.exercise.id))
    return tuple(ranked[:limit])


def recognise(text: str, library: Iterable[Exercise] | NameIndex) -> Exercise | None:
    """Return the exercise that the words surely mean, or None."""
    candidates = match(text, library, limit=1)
    return candidates[0].exercise if candidates and candidates[0].score >= SURE else None


class _Name(NamedTuple):
    exercise: Exercise
    text: str
    words: tuple[str, ...]
    is_alias: bool


def _names(library: Iterable[Exercise]) -> list[_Name]:
    entries = []
    for exercise in library:
        for index, text in enumerate((exercise.name, *exercise.aliases)):
            words = _words(text)
            entries.append(_Name(exercise, text, words, index > 0))
    return entries


def _inexact(wanted: tuple[str, ...], index: NameIndex) -> list[tuple[_Name, float]]:
    from rapidfuzz import fuzz

    alike = _same_words(wanted, index.weight, fuzz.ratio)
    scored = []
    for entry in index.names:
        score = _overlap(wanted, entry.words, index.weight, alike)
        if score >= PLAUSIBLE:
            scored.append((entry, score * BEST_INEXACT + STAPLE_BONUS * entry.exercise.staple))
    return scored


def _overlap(
    wanted: tuple[str, ...],
    words: tuple[str, ...],
    weight: dict[str, float],
    alike: dict[str, dict[str, float]],
) -> float:
    said = found = 0.0
    covered: set[str] = set()
    for word in wanted:
        similar = alike[word]
        partner = max(words, key=lambda other: (similar.get(other, 0.0), other))
        closeness = similar.get(partner, 0.0)
        value = weight.get(partner if closeness else word, weight[""])
        said += value
        if closeness and partner not in covered:
            found += value * closeness
            covered.add(partner)
    named = sum(weight[word] for word in dict.fromkeys(words))
    known = sum(weight[word] for word in covered)
    return QUERY_WEIGHT * found / said + (1 - QUERY_WEIGHT) * known / named


def _same_words(
    wanted: tuple[str, ...], vocabulary: Iterable[str], ratio: Callable[[str, str], float]
) -> dict[str, dict[str, float]]:
    alike: dict[str, dict[str, float]] = {}
    for word in wanted:
        alike[word] = {word: 1.0}
        if len(word) > 3:
            close = ((other, ratio(word, other)) for other in vocabulary if len(other) > 3)
            alike[word] |= {other: value / 100 for other, value in close if value >= TYPO_RATIO}
    return alike


def _rarity(names: list[_Name]) -> dict[str, float]:
    counts: dict[str, int] = {}
    for entry in names:
        for word in set(entry.words):
            counts[word] = counts.get(word, 0) + 1
    rarity = {word: math.log(1 + len(names) / count) for word, count in counts.items()}
    rarity[""] = math.log(1 + len(names))  # a word that no exercise has counts fully against a match
    return rarity


@lru_cache(maxsize=8192)  # the names of a library are cut again for every index that is made of it
def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    spaced = re.sub(r"[^a-z0-9&]+", " ", plain.replace("'", ""))
    tokens = [token if token in ABBREVIATIONS else _singular(token) for token in spaced.split()]
    words: list[str] = []
    for token in tokens:
        if words and words[-1] + token in JOINED:
            words[-1] += token
        else:
            words += ABBREVIATIONS.get(token, token).split()
    kept = [word for word in words if word not in FILLERS]
    return tuple(kept or words)


def _compact(words: tuple[str, ...]) -> str:
    return "".join(words)


def _singular(word: str) -> str:
    if word in SINGULAR_EXCEPTIONS or len(word) < 3 or not word.endswith("s") or word.endswith("ss"):
        return word
    if word in PLURALS:
        return PLURALS[word]
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1]
