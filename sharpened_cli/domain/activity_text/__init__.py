"""What people type about their training, read into activities, exercises and sets.

A sentence is normalised (``wording``), cut into pieces (``lexer``), names are found (``names``), figures
are given to names (``segment``), and each is read as sets (``set_reader``) or as an activity (``figure_reader``).
"""

from __future__ import annotations

from sharpened_cli.domain.activity_text.names import NameFinder
from sharpened_cli.domain.activity_text.parsed import (
    CATEGORIES,
    SET_TYPES,
    Intervals,
    Measures,
    ParsedActivity,
    ParsedSet,
)
from sharpened_cli.domain.activity_text.reading import parse_activity

__all__ = [
    "CATEGORIES",
    "SET_TYPES",
    "Intervals",
    "Measures",
    "NameFinder",
    "ParsedActivity",
    "ParsedSet",
    "parse_activity",
]
