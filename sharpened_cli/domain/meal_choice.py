"""Which kinds of meals a day gets: the most wanted ones that together can hold its targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.kitchen import Offer
    from sharpened_cli.domain.nutrients import Targets

SWAPS = 8  # exchanges tried before the solver shows what is possible
SWAP_WORTH = 40.0  # what holding all of a macronutrient is worth in steps of preference (product choice)
MARGIN = 0.08  # of the width of the reaches is left to the solver


def pick_offers(offers: Sequence[Sequence[Offer]], targets: Targets) -> list[Offer]:
    """Return one kind of meal for each slot: the most wanted whose reaches together hold the day's targets."""
    picked: list[Offer] = []
    for options in offers:
        fresh = [offer for offer in options if offer.template.name not in {one.template.name for one in picked}]
        picked.append((fresh or list(options))[0])
    missing = _missing(picked, targets)
    for _ in range(SWAPS):
        if missing <= 0:
            break
        best: tuple[float, int, Offer] | None = None
        for index, options in enumerate(offers):
            for offer in options:
                trial = [*picked[:index], offer, *picked[index + 1 :]]
                gain = missing - _missing(trial, targets)
                if gain <= 1e-6:
                    continue
                value = gain * SWAP_WORTH - (offer.cost - picked[index].cost)
                if best is None or value > best[0] + 1e-9:
                    best = (value, index, offer)
        if best is None:
            break
        picked[best[1]] = best[2]
        missing = _missing(picked, targets)
    return picked


def _missing(picked: Sequence[Offer], targets: Targets) -> float:
    """Return how far the day's macronutrients lie outside what the meals together can hold, as shares."""
    missing = 0.0
    for nutrient, target in enumerate((targets.protein_g, targets.carbs_g, targets.fat_g)):
        if target:
            low = sum(offer.reach.low[nutrient] for offer in picked)
            high = sum(offer.reach.high[nutrient] for offer in picked)
            margin = MARGIN * max(0.0, high - low)
            missing += max(0.0, low + margin - target, target - high + margin) / target
    return missing
