"""What people tell beside their training: who showed it, what was planned, how they got there."""

from __future__ import annotations

import re

_CHILDREN = (
    r"(?:kids?|children|grandkids|grandchildren|grandson|granddaughter|toddlers?|son|daughter|baby|nephews?|nieces?|"
    r"little ones?)"
)
_GAMES = r"(?: (?:a bit|around|about|outside|chase|tag|games?|hide-and-seek))*"
_PLACES = r"(?:gym|studio|pool|club|court|pitch|rink|track|box|dojo)"
_WAYS = r"(?:cycled|biked|rode|walked|ran|jogged|drove|cycling|walking|running)"
_TEACHERS = r"(?:physio(?:therapist)?|pt|(?:personal )?trainer|coach|doctor|instructor|surgeon)"
_TAUGHT = r"(?:gave|showed|told|said|has|had|wants|wanted|made|let|got|recommended|prescribed)"
_PLANS = r"(?:wanted|planned|aimed|meant|hoped|supposed|intended|plan was|goal was)"
_STROKES = r"(?:free(?:style)?|fly|im|kick|pull)"
_WHOSE = r"(?:my|the|our|a|yesterday'?s|today'?s|last night'?s)"

# Applied in order to a normalised sentence; each is (pattern, what stands for it).
_PHRASES = (
    (rf"\b(?:after|before|from) {_WHOSE} (?:(?:easy|long|morning|evening|hard|short) )?[a-z]+\b", ""),
    (r"\binstead of (?:my |the |a )?(?:[a-z]+ ?){1,2}(?=$|[,.;])", ""),
    (r"\bschool run\b|\bwalk(?:ed|ing) the course\b", ""),
    (r"\bin (?:1|one|a single) go\b|\bunbroken\b|\bin a row\b", ""),
    (r"\b(?:day|week|session|part|stage|workout) \d{1,2}(?=\s*(?:[-:,.;]|$))", ""),
    (r"\bin (?:the|an?) (?:[248]|pair|quad)\b(?= ?(?:[,.;]|$|row|on|for|with))|\bat the barre\b", ""),
    (r"\bhide and seek\b", "hide-and-seek"),
    (rf"\bplay(?:ed|ing)?{_GAMES} with (?:(?:the|my|our|two|both) )*{_CHILDREN}\b", "playing with children"),
    (r"\bwith (?:the|my|a|our|some) [a-z]+ (?:group|club|team|crew|lot|girls|lads|guys|boys|friends)\b", ""),
    (r"\bwith (?:a|my|the) (?:personal )?(?:trainer|pt|coach)\b", ""),
    (rf"\b(?:my |the |our )?{_TEACHERS} {_TAUGHT}(?: me| us)?(?: to do| do| to| try)?\b", ""),
    (
        rf"\b{_PLANS} (?:to|for) (?:(?:do|run|go|ride|swim|walk) )?\d+(?:\.\d+)? ?(?:k|km|mi|min|metres|m|h)?\b",
        "",
    ),
    (rf"\b({_WAYS} )(?:to|from) (?:the |my )?(?:[a-z]+ )?{_PLACES}\b", r"\1"),
    (r"(?<=\d) holes\b(?! of golf| golf)", " holes golf"),
    (
        rf"\b(\d{{1,2}} ?x ?)(25|50|75|100|150|200|300|400|500|800)(?: (?:sprint|easy|fast|hard|swim))* {_STROKES}\b",
        r"\1\2 metres swim intervals",
    ),
)
_COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in _PHRASES)


def without_small_talk(sentence: str) -> str:
    """Return a normalised sentence without what was not done, and with one name for games and strokes."""
    for pattern, replacement in _COMPILED:
        sentence = pattern.sub(replacement, sentence)
    return sentence
