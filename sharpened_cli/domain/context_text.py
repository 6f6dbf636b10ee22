"""What the free text of a day's context says: red flags, injured regions, sore muscles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.adjustment import NO_FINDINGS, Findings, says_injury
from sharpened_cli.domain.gate import stops_training

if TYPE_CHECKING:
    from sharpened_cli.domain.adjustment import DayContext
    from sharpened_cli.domain.health_text import Mention

_ILLNESS = re.compile(
    r"\b(?:fever(?:ish)?|high temperature|(?:the |stomach )?flu|influenza|covid|vomit(?:ing|ed)?|throwing up|threw up"
    r"|diarrh\w+|food poisoning|chest infection|bronchitis|pneumonia|chills)\b"
)  # science: no training with fever or symptoms below the neck

PASSING_FLAGS = frozenset({"recent_injury"})
"""Flags that a day's injury notes deal with and that need not be remembered."""


def findings_of(said: DayContext | None) -> Findings:
    """Return what a day's notes say; urgent red flags in the person's own words."""
    if said is None or not (said.notes or said.injury_notes):
        return NO_FINDINGS
    from sharpened_cli.domain.injuries import injured_regions
    from sharpened_cli.domain.muscle_words import muscles_in

    urgent = tuple(mention.quote for mention in flags_in(said) if stops_training(mention.code))
    regions = injured_regions(said.injury_notes) if says_injury(said.injury_notes) else frozenset()
    return Findings(tuple(dict.fromkeys(urgent)), regions, muscles_in(said.notes), _names_illness(said.notes))


def _names_illness(notes: str) -> bool:
    """Return whether notes name a fever or an illness below the neck that they do not deny."""
    from sharpened_cli.domain.health_text import folded, holds

    plain = folded(notes)
    return any(holds(plain, match.start(), match.end()) for match in _ILLNESS.finditer(plain))


def flags_in(said: DayContext) -> tuple[Mention, ...]:
    """Return the safety flags that a day's notes raise, without those that only concern the day."""
    from sharpened_cli.domain.red_flags import find_red_flags

    text = f"{said.injury_notes}. {said.notes}" if said.injury_notes else said.notes
    found = find_red_flags(text, today=said.date)
    return tuple(mention for mention in found if mention.code not in PASSING_FLAGS)
