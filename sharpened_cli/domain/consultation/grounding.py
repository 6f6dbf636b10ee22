"""A model's row is kept only where the person's own words carry it.

The deterministic extractor reads first. A model may add rows from words that no rule understood, and only where
quote, name and numbers are in those words; loads, dates and targets are never taken from a model.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.consultation import (
    clock_times,
    fact_limits,
    negation,
    number_words,
    quantities,
    turns,
    weekdays,
)
from sharpened_cli.domain.interview import TABLES_OF_SECTION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sharpened_cli.domain.consultation.vocabulary import Vocabulary

NEVER_FROM_A_MODEL = frozenset(
    {
        "typical_weight_kg", "current_value", "target_value", "target_date", "event_date", "end_date",
        "priority", "severity", "excluded_foods", "excluded_exercises", "allowed", "is_permanent", "exercise",
    }
)  # fmt: skip
_NAME_FIELD = {
    "user_training_modalities": "modality",
    "user_familiar_exercises": "exercise",
    "user_typical_meal_foods": "food",
    "user_preferred_meal_times": "meal_time",
}
_QUOTED = {"user_improvement_goals": "target_description", "user_difficulties": "description",
           "user_non_negotiables": "description", "user_upcoming_events": "event_name"}  # fmt: skip
_NUMBERS = frozenset({"years_experience", "typical_reps", "typical_duration_minutes", "flexibility_minutes",
                      "typical_quantity_grams", "quantity", "interval_weeks"})  # fmt: skip
_TOLERANCE = 0.025
_BLANKS = re.compile(r"\s+")
SHORTEST_QUOTE = 3  # characters


def grounded(
    table: str, quote: str, fields: Mapping[str, str], turn: turns.Turn, vocabulary: Vocabulary
) -> dict[str, Any] | None:
    """Return a model's row as it may be kept, or None.

    ``fields`` are texts by field name. The table must belong to the turn's section, the quote must stand in the
    turn, the name in the quote (and not denied there), and every number must be in the quote, units converted.
    """
    span = _span(quote, turn.text)
    if span is None or table not in TABLES_OF_SECTION.get(turn.section, ()):
        return None
    line = number_words.digits(turns.clean(turns.Turn(turn.section, turn.text[span[0] : span[1]])))
    values = _values(table, fields, line.text)
    if table in _QUOTED:
        values[_QUOTED[table]] = turn.text[span[0] : span[1]].strip()
    if not _is_named(table, values, line.text, vocabulary):
        return None
    checked = fact_limits.checked(table, values)
    return (
        None
        if checked is None
        else {"table": table, "values": checked, "quote": turn.text[span[0] : span[1]], "span": list(span)}
    )


def _span(quote: str, text: str) -> tuple[int, int] | None:
    """Return where a quote stands in a text, blanks and case apart."""
    wanted = _BLANKS.sub(" ", quote).strip()
    if len(wanted) < SHORTEST_QUOTE:
        return None
    match = re.search(r"\s+".join(re.escape(word) for word in wanted.split(" ")), text, re.IGNORECASE)
    return match.span() if match else None


def _values(table: str, fields: Mapping[str, str], quote: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, text in fields.items():
        if name not in fact_limits.FIELDS[table]:
            continue
        if name in NEVER_FROM_A_MODEL and name != _NAME_FIELD.get(table):
            continue
        value = fact_limits.typed(table, name, str(text))
        if value is None or value is fact_limits.UNUSABLE or not _is_in(name, value, quote):
            continue
        values[name] = value
    return values


def _is_in(name: str, value: Any, quote: str) -> bool:
    """Return whether a number, weekday or time is in the quote; other fields are checked elsewhere."""
    if name in ("day_of_week", "days"):
        said = {day for group in weekdays.day_sets(quote) for day in group.days}
        return {value} <= said if name == "day_of_week" else set(value) <= said
    if name in ("start_time", "typical_time"):
        hours, minutes = int(value[:2]), int(value[3:])
        return any(time.minutes % 720 == (60 * hours + minutes) % 720 for time in clock_times.times(quote, bare=True))
    if name in _NUMBERS:
        return any(abs(value - number) <= max(_TOLERANCE * number, 0.01) for number in _numbers(quote))
    return True


def _numbers(quote: str) -> set[float]:
    """Return the numbers of a quote, as said and in SI units."""
    found = {quantities.number(match[0]) for match in re.finditer(quantities.NUMBER, quote)}
    found |= {item.value for item in quantities.durations(quote)}
    found |= {item.value for item in quantities.weights(quote)}
    found |= {item.value for item in quantities.distances(quote)}
    found |= {number / 12 for number in found} | {number * quantities.G_PER_OZ for number in found}
    return found


def _is_named(table: str, values: dict[str, Any], quote: str, vocabulary: Vocabulary) -> bool:
    """Return whether the row's name is said in the quote and not denied or given up there."""
    field = _NAME_FIELD.get(table)
    if field is None:
        return not weekdays_only(table, values)
    name = str(values.get(field, "")).lower()
    start = _where(table, name, quote, vocabulary)
    if start is None:
        return False
    sentence = turns.Span(0, len(quote))
    denied = [*negation.denied_spans(quote, sentence), *negation.given_up_spans(quote, sentence)]
    return not negation.inside(start, denied) and not negation.is_given_up_after(quote, start + len(name), sentence)


def _where(table: str, name: str, quote: str, vocabulary: Vocabulary) -> int | None:
    """Return where a name stands in the quote: known names by their aliases, others word for word."""
    if not name:
        return None
    if table == "user_training_modalities":
        return next((mention.start for mention in vocabulary.modalities.find(quote) if mention.name == name), None)
    plain = turns.clean(turns.Turn(1, name.replace("_", " "))).text
    start = quote.find(plain)
    return start if start >= 0 else None


def weekdays_only(table: str, values: Mapping[str, Any]) -> bool:
    """Return whether a slot names a day without any time (then it is no slot)."""
    return table == "user_training_availability" and not {"day_of_week", "time_of_day"} <= set(values)
