"""Foods by words: the full-text index behind the meal parser and `foods search`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sharpened_cli.domain.meal_text.entry import Entry, decode_bare, decode_forms
from sharpened_cli.store import foods

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.food import Food
    from sharpened_cli.store import Store

CANDIDATES = 60  # shared foods looked at for one item
RECENT_ITEMS = 2000  # of a person's latest logged items, from which habits are read


class FoodSearch:
    """The shared foods of the file and one person's own, as the meal parser looks them up.

    Reads are kept for the life of the object: make one for each transaction.
    """

    def __init__(self, store: Store, user_id: str) -> None:
        """Look foods up for one person."""
        self._store = store
        self._user_id = user_id
        self._frequencies: dict[str, int] = {}
        self._foods: dict[str, Food] = {}
        self._entries: dict[str, Entry] = {}
        self._found: dict[tuple[str, ...], list[Entry]] = {}
        self._own = [_own_entry(food) for food in self._own_foods()]
        self._usage = _usage(store, user_id)
        self._aliases = foods.aliases(store, user_id)
        self._total = 0

    def candidates(self, stems: Sequence[str]) -> Sequence[Entry]:
        """Return the foods that share words with the given stems: own ones, then shared ones, likely ones first."""
        key = tuple(stems)
        if key not in self._found:
            wanted = set(stems)
            mine = [entry for entry in self._own if any(wanted & (form.head | form.qualifiers) for form in entry.forms)]
            self._found[key] = [*mine, *self._shared(stems)]
        return self._found[key]

    def document_frequency(self, stem: str) -> int:
        """Return in how many foods' names a stem occurs; 0 when it is unknown."""
        if stem not in self._frequencies:
            row = self._store.one("SELECT foods FROM food_words WHERE word = :word", {"word": stem})
            self._frequencies[stem] = (row[0] if row else 0) + self._own_frequency(stem)
        return self._frequencies[stem]

    def food_count(self) -> int:
        """Return how many foods there are."""
        if not self._total:
            row = self._store.one("SELECT count(*) FROM foods")
            self._total = row[0] if row else 1
        return self._total

    def similar(self, stem: str) -> str | None:
        """Return the known word that an unknown one most likely is a slip of, if any."""
        from sharpened_cli.domain.meal_text.index import closest

        return closest(stem, [row[0] for row in self._store.all("SELECT word FROM food_words ORDER BY word")])

    def alias(self, phrase: str) -> str | None:
        """Return the id of the food that this person calls by a canonical phrase, if any."""
        found = self._aliases.get(phrase)
        return found[0] if found else None

    def food(self, food_id: str) -> Food:
        """Return a food with its portions."""
        if food_id not in self._foods:
            self._foods.update(foods.by_ids(self._store, [food_id]))
        return self._foods[food_id]

    def _own_foods(self) -> list[Food]:
        mine = foods.own(self._store, self._user_id)
        self._foods.update({food.id: food for food in mine})
        return mine

    def _shared(self, stems: Sequence[str]) -> list[Entry]:
        known = [stem for stem in stems if stem.isalnum()]
        if not known:
            return []
        rows = self._store.all(
            """
            SELECT t.food_id, t.forms, t.bare, f.state, f.category, f.calories_per_100g
              FROM foods_fts AS t
              JOIN foods AS f ON f.id = t.food_id
             WHERE t.foods_fts MATCH :words
             ORDER BY instr('|' || t.bare || '|', :phrase) > 0 OR instr('|' || t.bare || '|', :head) > 0 DESC,
                   bm25(foods_fts), t.rowid
             LIMIT :limit
            """,
            {
                "words": "forms : (" + " OR ".join(f'"{stem}"' for stem in known) + ")",
                "phrase": f"|{' '.join(known)}|",  # the food that is meant by these words alone is always looked at,
                "head": f"|{known[-1]}|",  # and the one that is meant by the last of them
                "limit": CANDIDATES,
            },
        )
        found = [self._entry(*row) for row in rows]
        self._read_frequencies(found)
        return found

    def _read_frequencies(self, entries: Sequence[Entry]) -> None:
        """Read how rare the words of some foods' names are at once: the matcher weighs each of them."""
        words = {word for entry in entries for form in entry.forms for word in form.head | form.qualifiers}
        rows = self._store.all(
            "SELECT word, foods FROM food_words WHERE word IN (SELECT value FROM json_each(:words))",
            {"words": json.dumps(sorted(words - self._frequencies.keys()))},
        )
        for row in rows:
            self._frequencies[row[0]] = row[1] + self._own_frequency(row[0])

    def _own_frequency(self, stem: str) -> int:
        return sum(any(stem in form.head | form.qualifiers for form in entry.forms) for entry in self._own)

    def _entry(self, food_id: str, forms: str, bare: str, state: str, category: str, kcal: float) -> Entry:
        if food_id not in self._entries:
            usage = self._usage.get(food_id, 0)
            self._entries[food_id] = Entry(
                food_id, decode_forms(forms), decode_bare(bare), state, category, kcal, usage
            )
        return self._entries[food_id]


def by_part_of_name(store: Store, text: str, limit: int) -> list[str]:
    """Return the ids of shared foods whose names hold a part of a word (three letters or more), by rank."""
    letters = "".join(letter for letter in text.lower() if letter.isalnum() or letter == " ").strip()
    if len(letters) < 3:
        return []
    rows = store.all(
        """
        SELECT food_id FROM foods_trigram
         WHERE foods_trigram MATCH :text
         ORDER BY bm25(foods_trigram), rowid
         LIMIT :limit
        """,
        {"text": f'"{letters}"', "limit": limit},
    )
    return [row[0] for row in rows]


def _own_entry(food: Food) -> Entry:
    from sharpened_cli.domain.meal_text.index import entry_of

    return entry_of(food)


def _usage(store: Store, user_id: str) -> dict[str, int]:
    rows = store.all(
        """
        SELECT food_id, count(*) FROM (
            SELECT i.food_id FROM meals AS m JOIN meal_items AS i ON i.meal_id = m.id
             WHERE m.user_id = :user_id AND m.deleted_at IS NULL AND i.food_id IS NOT NULL
             ORDER BY m.logged_at DESC LIMIT :limit)
         GROUP BY food_id
        """,
        {"user_id": user_id, "limit": RECENT_ITEMS},
    )
    return {row[0]: row[1] for row in rows}
