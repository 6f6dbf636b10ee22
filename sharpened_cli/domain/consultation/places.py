"""Where somebody trains, from the words they use."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLACES = (
    ("home", (
        r"(?:at|from|in) (?:my |our |the )?(?:home|house|flat|living room|garage|bedroom|basement|spare room|lounge|"
        r"apartment|shed|room|hotel room|kitchen|loft|attic|conservatory)|home gym|home ?workouts?|home session|"
        r"garage gym|home|garage|living room|basement|spare room|en casa|em casa|casa|a la maison|chez moi|zoom|"
        r"online"
    )),
    ("office", (
        r"(?:at|in) (?:the |my )?(?:office|workplace)|office(?! hours)(?: gym)?|at work\b|work gym|oficina|"
        r"escritorio|bureau"
    )),
    ("gym", (
        r"gym|gimnasio|gimnasia|academia|(?:church|village|community|school|town) hall|leisure cent(?:er|re)|"
        r"sports? (?:cent(?:er|re)|hall)|health club|fitness "
        r"cent(?:er|re)|pool|baths|crossfit box|the box|box|studio|estudio|ymca|pure ?gym|community cent(?:er|re)|rec "
        r"cent(?:er|re)|piscina|piscine|salle(?: de sport)?|dojo|climbing wall|bouldering wall|climbing cent(?:er|"
        r"re)|boxing club|lido"
    )),
    ("outdoor", (
        r"outdoors?|outside|park|trails?|roads|front door|from (?:my|our|the) (?:house|door|front door|"
        r"doorstep)|track|beach|woods|forest|river|canal|garden|backyard|"
        r"hills?|parque|exterieur|dehors|ao ar livre|al aire libre|on the street|streets|pitch|field|common|towpath|"
        r"seafront|promenade|esplanade|lake"
    )),
    ("flexible", (
        r"anywhere|wherever|either (?:place|home or gym)|home or (?:the )?gym|gym or (?:at )?home|flexible on place|"
        r"both places|any ?place|depends where"
    )),
)  # fmt: skip
_ORDER = ("flexible", "outdoor", "home", "office", "gym")
_PATTERNS = [
    (name, re.compile(rf"\b(?:{words})\b")) for name, words in sorted(_PLACES, key=lambda item: _ORDER.index(item[0]))
]
_NOT_A_PLACE = re.compile(
    r"\b(?:get|got|getting|come|coming|back|arrive|after i get|walk|work from|leave|no|not the|not at|away from|"
    r"before|after|from) $"
)


class Place(NamedTuple):
    """A place found in a text."""

    start: int
    end: int
    name: str


def places(text: str, start: int = 0, end: int | None = None) -> list[Place]:
    """Return the places between two offsets, not overlapping, left to right."""
    end = len(text) if end is None else end
    found: list[Place] = []
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            before = text[max(start, match.start() - 14) : match.start()]
            if match[0] in ("home", "work", "office") and _NOT_A_PLACE.search(before):
                continue
            if not any(item.start < match.end() and match.start() < item.end for item in found):
                found.append(Place(match.start(), match.end(), name))
    return sorted(found)
