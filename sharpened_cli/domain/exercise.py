"""An exercise of the library, and which of the ten counted muscles it trains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MUSCLES = (
    "chest", "back", "shoulders", "quads", "hamstrings", "glutes", "biceps", "triceps", "calves", "core",
)  # fmt: skip

MUSCLE_OF = {
    "chest": "chest",
    "lats": "back", "upper back": "back", "traps": "back", "lower back": "back",
    "front delts": "shoulders", "side delts": "shoulders", "rear delts": "shoulders",
    "shoulders": "shoulders", "rotator cuff": "shoulders",
    "quadriceps": "quads", "hamstrings": "hamstrings", "glutes": "glutes",
    "biceps": "biceps", "brachialis": "biceps", "triceps": "triceps", "calves": "calves",
    "abdominals": "core", "obliques": "core", "core": "core",
}  # fmt: skip

DIRECT_SET, INDIRECT_SET = 1.0, 0.5  # fractional sets: Pelland 2025 Sports Med


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise: what it trains, what it needs, and which joints to mind.

    ``measure`` is what a set counts (``reps``, ``seconds`` or ``metres``); ``staple`` says how usual a
    choice it is among coaches, from 0 (by request only) to 3 (the first that comes to mind).
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    category: str
    primary_muscle: str
    secondary_muscles: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    mechanic: str = ""
    movement_pattern: str = ""
    level: str = "beginner"
    unilateral: bool = False
    caution_injury: tuple[str, ...] = ()
    measure: str = "reps"
    staple: int = 1
    created_by: str | None = None

    def fractional_sets(self) -> dict[str, float]:
        """Return the share of a set that each counted muscle receives (direct 1, indirect 0.5)."""
        return fractional_sets(self.primary_muscle, self.secondary_muscles)


def fractional_sets(primary_muscle: str, secondary_muscles: Iterable[str]) -> dict[str, float]:
    """Return the share of a set that each counted muscle receives, from the library's muscle names."""
    shares = {muscle: INDIRECT_SET for name in secondary_muscles if (muscle := MUSCLE_OF.get(name))}
    if muscle := MUSCLE_OF.get(primary_muscle):
        shares[muscle] = DIRECT_SET
    return shares
