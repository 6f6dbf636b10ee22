"""The entry of the extractor: a conversation in, rows of the nine tables, safety flags and notes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import (
    availability,
    difficulties,
    events,
    exercises,
    flags,
    foods,
    goals,
    meal_times,
    modalities,
    non_negotiables,
    turns,
)
from sharpened_cli.domain.consultation.extraction import Extraction, Note
from sharpened_cli.domain.consultation.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sharpened_cli.domain.consultation.vocabulary import Vocabulary

_SMALL_TALK = re.compile(
    r"^\W*(?:hi|hello|hey|ok(?:ay)?|yes|yeah|yep|no|nope|none|nothing|thanks?(?: you)?|cheers|please|sure|good|"
    r"great|same as (?:above|before)|that(?: i)?s (?:it|all|everything)|not really|lol|haha)\W*$"
)


def extract(
    said: Iterable[turns.Turn], today: date, vocabulary: Vocabulary, weight_kg: float | None = None
) -> Extraction:
    """Return all that the turns of a conversation yield; later statements correct earlier ones.

    ``today`` anchors relative dates; ``weight_kg`` is the body weight known already, for "lose 4 kg".
    The whole conversation is read again at every call.
    """
    reading = Reading(said, today, vocabulary, weight_kg)
    constraints, taken = non_negotiables.rows(reading)
    rows = {
        "user_training_modalities": modalities.rows(reading),
        "user_familiar_exercises": exercises.rows(reading),
        "user_training_availability": availability.rows(reading),
        "user_preferred_meal_times": meal_times.rows(reading),
        "user_typical_meal_foods": foods.rows(reading),
        "user_improvement_goals": goals.rows(reading),
        "user_difficulties": difficulties.rows(reading, taken),
        "user_non_negotiables": constraints,
        "user_upcoming_events": events.rows(reading),
    }
    return Extraction(rows, flags.flags(reading), _notes(reading))


def _notes(reading: Reading) -> list[Note]:
    """Return the sentences of which no rule understood a part."""
    notes = []
    for line in reading.lines:
        for sentence in turns.sentences(line.text):
            words = line.text[sentence.start : sentence.end]
            if _SMALL_TALK.match(words) or any(
                other.turn is line.turn and span.start < sentence.end and sentence.start < span.end
                for other, span in reading.used
            ):
                continue
            notes.append(Note(line.quote(*sentence), line.turn.section, line.turn.index, line.raw_span(*sentence)))
    return notes


def turns_of(sections: Iterable[dict[str, object]]) -> list[turns.Turn]:
    """Return the turns of a transcript's ``sections`` ([{section, turns: [...]}]), numbered in order."""
    found: list[turns.Turn] = []
    for part in sections:
        section = turns.SECTIONS.index(str(part["section"])) + 1
        texts = part["turns"]
        if isinstance(texts, list):
            found += [turns.Turn(section, str(text), len(found) + index) for index, text in enumerate(texts)]
    return found
