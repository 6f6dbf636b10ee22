"""Is a measured body figure believable beside the one before?"""

from __future__ import annotations

from typing import NamedTuple

DOUBTFUL_CHANGE = 0.08  # of body weight against the nearest weigh-in: confirmed before it counts (product choice)
BODY_FAT_PERCENT = (3.0, 60.0)
GIRTH_CM = (10.0, 250.0)  # a wrist to the widest waist
GIRTHS = ("waist", "hip", "chest", "neck", "arm", "thigh", "calf")


class Doubt(NamedTuple):
    """Why a weight is asked about: the one before, and the change as a share of it."""

    before_kg: float
    change: float


def doubt_of(weight_kg: float, before_kg: float | None) -> Doubt | None:
    """Return why a weight needs confirming, or None: it differs by more than 8 % from the one before."""
    if before_kg is None:
        return None
    change = weight_kg / before_kg - 1.0
    return Doubt(before_kg, change) if abs(change) > DOUBTFUL_CHANGE else None
