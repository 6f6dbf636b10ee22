"""Who ate, when, where and in which mood: taken out of a sentence before its foods are looked for."""

from __future__ import annotations

import re
from functools import cache

_MEALS = (
    r"breakfast|lunch|dinner|supper|brunch|dessert|snack|snacks|tea time|teatime|meal|starters?|main|appetizer"
    r"|desayuno|almuerzo|cena|merienda|cafe da manha|almoco|jantar|lanche|petit dejeuner|dejeuner|diner"
)
_WHEN = (
    rf"\b(?:for|at|as|during|over|after|before|with|de|en|no|ao|au|pour(?: le)?)(?: my| our| a| an| the| el| la| le)?"
    rf"(?: (?:late|early|quick|light|mid|midday|morning|afternoon|evening|nice|healthy|small|big|hearty|simple"
    rf"|post|pre|workout|night|midnight|midmorning|after|school|little|tasty|first|second|today's|tonight's))*"
    rf" (?:{_MEALS})(?: (?:today|yesterday|tonight|this morning))?\b(?! (?:burrito|sandwich|sausage|meat|roll|bar"
    rf"|cereal|tea|potato|biscuit|wrap|taco|muffin|bowl|replacement|shake))"
)
_MEAL_SUBJECT = (
    rf"\b(?:my|our|the|today's|yesterday's|tonight's|this)?(?: \w+)? ?(?:{_MEALS})"
    r"(?: (?:today|yesterday|tonight|this morning))?"
    rf" (?:was|is|were|included|includes|consisted of|consists of|featured|came to|comprised|had|contained)\b"
)
_MEAL_OF = rf"\b(?:a|an|my|the)(?: fast food| \w+)? (?:{_MEALS}) (?:of|with)\b"
_ANNOUNCED = r"^[^:;,]*\b(?:here(?:'s| is| are)|menu|log|what i (?:had|ate))\b[^:;,]*:\s*"
_LABEL = rf"^(?:{_MEALS})\s*[:\-]\s*"
_CLOCK = (
    r"\b(?:at|around|about)\s+\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm|a\.m\.?|p\.m\.?|o'clock)\b"
    r"|\b\d{1,2}(?::\d{2})\s*(?:am|pm)?\b|\b\d{1,2}\s*(?:am|pm)\b"
)
_VERBS = (
    r"had|have|having|ate|eat|eating|enjoyed|enjoying|drank|drink|drinking|grabbed|got|snacked on|munched on|munched"
    r"|savou?red|sipped(?: on)?|sipping(?: on)?|indulged in|treated myself to|devoured|consumed|started(?: off)? with"
    r"|went (?:for|with)|opted for|chose|picked(?: up)?|ordered|made(?: myself)?|cooked(?: myself)?|prepared|bought"
    r"|fixed(?: myself)?|whipped up|decided on|dined on|feasted on|gulped(?: down)?|wolfed down|finished(?: off| up)?"
    r"(?: with)?|added|threw in|helped myself to|nibbled(?: on)?|relished|tucked into|used|took|soaked|mixed|combined"
    r"|paired|blended|poured|brewed|packed|brought|reheated|shared"
)
_SPEAKER = (
    rf"\b(?:i|we|i've|i'm|i'd|he|she|they)(?: (?:just|also|then|only|really|have|had|was|am|did|first|later|recently"
    rf"|already|simply|finally|quickly))* (?:{_VERBS})\b"
)
_BARE_VERB = (
    r"^(?:(?:just|also|then|today|yesterday|so|and|this morning|tonight|this afternoon|this evening|last night)\s+)*"
    r"(?:had|ate|drank|having|eating|comi|cene|desayune|almorce|tome|bebi|mange|j'ai mange|jantei|almocei)\b"
)
# "my plate held 92 g of eggs": a vessel that an amount follows is no food
_VESSEL_SUBJECT = (
    r"^(?:[a-z']+ ){0,4}?(?:plate|bowl|tray|lunch ?box|box|basket|table|thermos|bento|platter|mug|glass|cup)"
    r"(?: (?:today|tonight))? (?:was |were )?(?:held|contained|had|carried|offered|included|featured|combined|came with"
    r"|filled with|full of|loaded with|piled with|consisted of|made up of|with)\b(?= \d)"
)
# what the meal did: "... kept me full"
_CLOSING = (
    r"[ ,]*\b(?:(?:and|which|that|all of which) )?(?:really |just )?(?:kept me (?:full|going|satisfied|warm)"
    r"|filled me up|satisfied (?:me|my hunger|my craving)|hit the spot|did the (?:job|trick)"
    r"|was (?:filling|delicious|tasty|enough|plenty)"
    r"|made (?:a|for a) [a-z]+ (?:meal|lunch|dinner|breakfast|snack|supper))\b.*$"
)
_PLACE = (
    r"\b(?:from|at) (?:the |my |a )?(?:mcdonalds?'?s?|burger king|subway|starbucks|wendys?'?s?|kfc|taco bell|chipotle"
    r"|chick fil a|dunkin(?: donuts)?|costco|store|cafeteria|restaurant|deli|bakery|gym|office|work|home|school"
    r"|drive through|fast food(?: restaurant| place)?|(?:local )?cafe|canteen|food truck|diner|panera|pizza hut"
    r"|vending machine|market|supermarket|bar|pub|friend's house|mom's|party)\b"
)
_WHEN_ELSE = (
    r"\b(?:this|yesterday|today|late|early|last|in the|on|every)\s+(?:morning|afternoon|evening|night|weekend"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(?:today|yesterday|tonight)\b"
    r"|\b(?:after|before|during) (?:my |the |a |an )?(?:workout|gym|run|training|bed|bedtime|work|school|class|walk"
    r"|exercise|practice|game|movie)\b|\b(?:as well|of course|to (?:start|end|finish|begin)(?: my| the)? day"
    r"|to (?:round|finish|top) (?:it|things) off|to go|on the side|on the go|for the road|to wash it down"
    r"|to drink|to eat|in total|each day)\b"
)

_MEAL_HINTS = (
    "breakfast", "lunch", "dinner", "supper", "brunch", "dessert", "snack", "tea", "meal", "starter", "main",
    "appetizer", "desayuno", "almuerzo", "cena", "merienda", "cafe da", "almoco", "jantar", "lanche",
    "dejeuner", "diner",
)  # fmt: skip
_DAY_HINTS = (
    "today", "yesterday", "tonight", "morning", "afternoon", "evening", "night", "weekend", "day", "after ", "before ",
    "during ", "well", "course", "to ", "on the", "for the", "total",
)  # fmt: skip
# (hints, pattern, what stands there instead), in order: a pattern is built only for text that holds one of its hints.
_STEPS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    ((":",), _ANNOUNCED, ""),
    (_MEAL_HINTS, _LABEL, ""),
    (
        ("held", "contain", "had", "with", "full", "offer", "inclu", "featur", "carr", "combin", "made"),
        _VESSEL_SUBJECT,
        "",
    ),
    ((" me", "spot", "job", "trick", "was ", "made ", "satisf"), _CLOSING, ""),
    (("am", "pm", "a.m", "p.m", ":", "clock"), _CLOCK, " "),
    (("from ", "at "), _PLACE, " "),
    (_MEAL_HINTS, _MEAL_SUBJECT, " ; "),
    (_MEAL_HINTS, _MEAL_OF, " ; "),
    (_MEAL_HINTS, _WHEN, " ; "),
    (_DAY_HINTS, _WHEN_ELSE, " ; "),
    (("i ", "we ", "i'", "he ", "she ", "they "), _SPEAKER, " ; "),
)
_OPENING_VERBS = (
    "had", "ate", "drank", "having", "eating", "comi", "cene", "desayun", "almorce", "tome", "bebi", "mange", "jantei",
    "almocei",
)  # fmt: skip


def without_small_talk(text: str) -> str:
    """Return a folded sentence with who ate, when and where replaced by breaks (``;``) or nothing."""
    for hints, pattern, instead in _STEPS:
        if any(hint in text for hint in hints):
            text = _compiled(pattern).sub(instead, text)
    text = text.strip(" ;,.")
    return _compiled(_BARE_VERB).sub("", text) if any(verb in text for verb in _OPENING_VERBS) else text


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
