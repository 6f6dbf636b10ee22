"""The search index of the packaged foods: canonical name forms made ahead, and how rare each word is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sharpened_cli.domain.meal_text.entry import encode_bare, encode_forms
from sharpened_cli.store import reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sharpened_cli.domain.food import Food

FILE = "food_forms.csv"


def read() -> dict[str, tuple[str, str]]:
    """Return forms and bare words by food key, as packaged; made ahead, because canonical spelling takes a second."""
    return {row["food_key"]: (row["forms"], row["bare"]) for row in reference.rows(FILE)}


def make(foods: Iterable[Food]) -> dict[str, tuple[str, str]]:
    """Return what the packaged file must hold for the given foods."""
    return {food.id: (encode_forms((food.name, *food.aliases)), encode_bare(food.bare_words)) for food in foods}


def word_counts(forms: Mapping[str, tuple[str, str]]) -> list[tuple[str, int]]:
    """Return each word of the forms with the number of foods that have it, by word."""
    counts: Counter[str] = Counter()
    for text, _ in forms.values():
        counts.update(set(text.replace("|", " ").replace(";", " ").split()))
    return sorted(counts.items())


def write(foods: Iterable[Food]) -> None:
    """Write the packaged file anew; run after foods.csv was edited: ``python -m sharpened_cli.store.food_forms``."""
    import csv

    with (reference.DATA / FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("food_key", "forms", "bare"))
        writer.writerows((key, *made) for key, made in make(foods).items())


if __name__ == "__main__":
    write(reference.read_foods())
