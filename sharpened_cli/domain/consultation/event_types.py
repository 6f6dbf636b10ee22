"""Which kind of event of the reference table an event said in free text is."""

from __future__ import annotations

import re

_TYPES = (
    ("triathlon-half", r"half (?:ironman|distance)|70\.3|half iron"),
    ("triathlon-full", r"ironman|full distance"),
    ("triathlon-sprint", r"sprint (?:tri\w*|distance)"),
    ("triathlon-olympic", r"olympic (?:tri\w*|distance)|triathlon"),
    ("half-marathon", r"half(?: |-)?marathon|meia maratona|media maraton|semi(?: |-)?marathon|\bhalf\b|21 ?k\b"),
    ("marathon", r"marathon|maraton|maratona|42 ?k\b"),
    ("10k", r"10 ?k\b"),
    ("5k", r"5 ?k\b|park ?run"),
    ("powerlifting-meet", r"powerlifting|\bmeet\b"),
    ("crossfit-competition", r"crossfit|throwdown"),
    ("bodybuilding-show", r"bodybuilding|physique show|bikini"),
    ("sport-season", r"season|temporada|league"),
    ("wedding", r"wedding|boda|casamento|mariage"),
    ("photo-shoot", r"photo ?shoot"),
    ("beach", r"beach|holiday|hols|vacation|ferias|vacaciones|cruise"),
)
_PATTERNS = [(key, re.compile(words)) for key, words in _TYPES]


def event_type(name: str) -> str | None:
    """Return the reference row's id that fits an event's name, where one does."""
    text = name.lower()
    return next((key for key, pattern in _PATTERNS if pattern.search(text)), None)
