"""Names of foods and exercises for finding them in free text: no figures, so that reading them is fast."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.store import Store


class KnownFood(NamedTuple):
    """A food by all its names."""

    id: str
    name: str
    aliases: tuple[str, ...]
    bare_words: tuple[str, ...]


class KnownExercise(NamedTuple):
    """An exercise by its name."""

    id: str
    name: str


def foods(store: Store) -> list[KnownFood]:
    """Return the foods that a person may see, by id."""
    rows = store.all("SELECT id, name, aliases, bare_words FROM foods ORDER BY id")
    return [KnownFood(row[0], row[1], _split(row[2]), _split(row[3])) for row in rows]


def exercises(store: Store) -> list[KnownExercise]:
    """Return the exercises that a person may see, by id."""
    return [KnownExercise(*row) for row in store.all("SELECT id, name FROM exercises ORDER BY id")]


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(part for part in (text or "").split("|") if part)
