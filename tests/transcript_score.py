"""How many rows of a transcript's right answers an extraction found, and how many it made up."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

TRANSCRIPTS = Path(__file__).parent / "data" / "transcripts"
NAMES = {
    "user_training_modalities": "modality", "user_familiar_exercises": "exercise",
    "user_typical_meal_foods": "food", "user_preferred_meal_times": "meal_time",
}  # fmt: skip
TEXTS = {
    "user_improvement_goals": "target_description", "user_difficulties": "description",
    "user_non_negotiables": "description", "user_upcoming_events": "event_name",
}  # fmt: skip
FREE = frozenset({"match_any", "accept", "optional", "date_precision", "measurement_metric", "days"})


class Score(NamedTuple):
    """Rows right, made up and missed; of the right ones, those with every stated field right."""

    right: int
    made_up: int
    missed: int
    strict: int

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.made_up + self.missed)

    @property
    def strict_f1(self) -> float:
        return 2 * self.strict / max(1, 2 * self.right + self.made_up + self.missed)

    def plus(self, other: Score) -> Score:
        return Score(*(a + b for a, b in zip(self, other, strict=True)))


NOTHING = Score(0, 0, 0, 0)


def load(half: str) -> list[dict[str, Any]]:
    """Return the transcripts of one half, by id."""
    return [json.loads(path.read_text("utf-8")) for path in sorted((TRANSCRIPTS / half).glob("*.json"))]


def score_table(table: str, found: list[dict[str, Any]], gold: list[dict[str, Any]]) -> Score:
    """Return the score of one table; each row found answers at most one row of gold."""
    left = list(found)
    right = strict = missed = 0
    for wanted in sorted(gold, key=lambda row: bool(row.get("optional"))):
        match = max(left, key=lambda row: _likeness(table, row, wanted), default=None)
        if match is None or _likeness(table, match, wanted) <= 0:
            missed += not wanted.get("optional")
            continue
        left.remove(match)
        if not wanted.get("optional"):
            right += 1
            strict += all(
                _same(name, match.get(name), value, wanted) for name, value in wanted.items() if name not in FREE
            )
    return Score(right, len(left), missed, strict)


def forbidden_hits(document: dict[str, Any], forbidden: list[dict[str, Any]]) -> int:
    """Return how many retracted or denied facts stand as positive rows."""
    hits = 0
    for item in forbidden:
        rows = document[item["table"]]
        if isinstance(item["key"], int):
            hits += any(row.get("day_of_week") == item["key"] for row in rows)
            continue
        name = NAMES[item["table"]]
        wanted = _words(item["key"])
        hits += any(wanted <= _words(row[name]) and row.get("enjoys_it") is not False for row in rows)
    return hits


def _likeness(table: str, row: dict[str, Any], wanted: dict[str, Any]) -> float:
    if table == "user_training_availability":
        if row["day_of_week"] != wanted["day_of_week"]:
            return 0
        return 1 + (row["time_of_day"] in (wanted["time_of_day"], *wanted.get("accept", ())))
    if table in NAMES:
        name = NAMES[table]
        said = _words(row[name])
        best = max(_overlap(said, _words(text)) for text in (wanted[name], *wanted.get("accept", ())))
        same_meal = table == "user_typical_meal_foods" and row.get("meal_time") == wanted.get("meal_time")
        return 0 if best < 0.5 else best + 0.2 * same_meal
    return _text_likeness(table, row, wanted)


def _text_likeness(table: str, row: dict[str, Any], wanted: dict[str, Any]) -> float:
    text = _plain(row[TEXTS[table]])
    terms = any(_plain(term) in text for term in wanted.get("match_any") or ())
    shared = bool(set(row.get("days") or ()) & set(wanted.get("days") or ()))
    for field in ("excluded_foods", "excluded_exercises"):
        first = {word for item in row.get(field) or () for word in _words(item)}
        shared = shared or bool(first & {word for item in wanted.get(field) or () for word in _words(item)})
    date = row.get("event_date") is not None and row.get("event_date") == wanted.get("event_date")
    target = row.get("target_value") is not None and _near(row["target_value"], wanted.get("target_value"))
    kind = next((row[name] == wanted[name] for name in ("goal_type", "difficulty_category") if name in wanted), False)
    points = terms + shared + date + target
    return points + 0.3 * kind if points else 0


def _same(name: str, value: Any, wanted: Any, row: dict[str, Any]) -> bool:
    if value is None:
        return (name, wanted) in (("interval_weeks", 1), ("is_permanent", True))  # a list has no hash
    if value == wanted or value in row.get("accept", ()):
        return True
    if name in ("target_date", "event_date"):
        return bool(value[:7] == wanted[:7])
    if isinstance(wanted, bool):
        return False
    if isinstance(wanted, int | float):
        return _near(value, wanted)
    if isinstance(wanted, list):
        return {word for item in wanted for word in _words(item)} <= {word for item in value for word in _words(item)}
    return name in ("exercise", "food", "modality", "time_of_day", "meal_time") or _words(str(wanted)) <= _words(
        str(value)
    )


def _near(value: Any, wanted: Any) -> bool:
    return isinstance(wanted, int | float) and bool(abs(value - wanted) <= max(0.1, 0.03 * abs(wanted)))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9%:]+", " ", folded).strip()


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word.rstrip("s") for word in _plain(text).replace("_", " ").split() if word not in ("the", "a", "barbell")
    )


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / max(1, min(len(first), len(second))) if first <= second or second <= first else 0
