"""The packaged tables as tests want them: read once in a process, however many modules ask; nothing in them changes."""

from __future__ import annotations

from functools import cache

from sharpened_cli.domain.meal_text.index import FoodIndex
from sharpened_cli.store import food_forms, reference

read_foods = cache(reference.read_foods)
read_exercises = cache(reference.read_exercises)
read_mets = cache(reference.read_mets)


@cache
def food_index() -> FoodIndex:
    """Return the packaged foods as the matcher wants them."""
    return FoodIndex(read_foods(), forms=food_forms.read())
