"""Which muscles a person means: everyday words for the ten counted muscles."""

from __future__ import annotations

import re

from sharpened_cli.domain.exercise import MUSCLES

_WORDS = {
    "chest": ("chest", "pec", "pecs", "pectoral", "pectorals"),
    "back": ("back", "lat", "lats", "trap", "traps", "rhomboid", "rhomboids"),
    "shoulders": ("shoulder", "shoulders", "delt", "delts", "deltoid", "deltoids"),
    "quads": ("quad", "quads", "quadricep", "quadriceps", "thigh", "thighs"),
    "hamstrings": ("hamstring", "hamstrings", "hams", "hammies"),
    "glutes": ("glute", "glutes", "gluteus", "butt", "bum", "backside", "buttocks"),
    "biceps": ("bicep", "biceps"),
    "triceps": ("tricep", "triceps"),
    "calves": ("calf", "calves"),
    "core": ("core", "ab", "abs", "abdominal", "abdominals", "oblique", "obliques", "stomach"),
}
_GROUPS = {
    "leg": ("quads", "hamstrings", "glutes", "calves"),
    "legs": ("quads", "hamstrings", "glutes", "calves"),
    "lower body": ("quads", "hamstrings", "glutes", "calves"),
    "arm": ("biceps", "triceps"),
    "arms": ("biceps", "triceps"),
    "upper body": ("chest", "back", "shoulders", "biceps", "triceps"),
}
_MUSCLES_OF_WORD = {word: (muscle,) for muscle, words in _WORDS.items() for word in words} | _GROUPS
_PATTERN = re.compile(
    r"\b(" + "|".join(sorted(_MUSCLES_OF_WORD, key=lambda word: (-len(word), word))) + r")\b", re.IGNORECASE
)
_DENIED = re.compile(r"\b(not?|isn't|aren't|without|except)\s+(?:\w+\s+)?$", re.IGNORECASE)


def muscles_in(text: str) -> frozenset[str]:
    """Return the counted muscles that a text names, leaving out those it denies ("not my legs")."""
    found: set[str] = set()
    for match in _PATTERN.finditer(text):
        if not _DENIED.search(text[: match.start()]):
            found.update(_MUSCLES_OF_WORD[match.group(1).lower()])
    return frozenset(found.intersection(MUSCLES))
