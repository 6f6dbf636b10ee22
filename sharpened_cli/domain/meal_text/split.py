"""A sentence about a meal, cut into the pieces that may each be a food, with how they were joined."""

from __future__ import annotations

import re
from typing import NamedTuple

from sharpened_cli.domain.meal_text.numbers import normalise_numbers
from sharpened_cli.domain.meal_text.small_talk import without_small_talk
from sharpened_cli.domain.meal_text.words import canonical, fold

_BREAKS = (
    r"followed by|along with|alongside|together with|accompanied by|paired with|as well as|in addition to"
    r"|washed(?: it| them)?(?: all)? down with|washed(?: it)? with|complemented by|on the side of|next to|plus"
    r"|then|besides|while|finished with|ended with|rounded off with|and also|, and|and then"
    r"|(?:and )?(?:munch(?:ed|ing)|snack(?:ed|ing)|nibbl(?:ed|ing)|sipp(?:ed|ing)|drank|drinking|ate|eating"
    r"|enjoy(?:ed|ing)"
    r"|had|having|finish(?:ed|ing)|grabbed|washed)(?: it| them)?(?: on| off| up| down)?(?: with)?"
)
_WITHS = (
    r"topped(?: off)? with|served with|mixed (?:with|in|into)|drizzled with|drizzle of|sprinkled with|seasoned with"
    r"|garnished with|dressed with|dressed in|dipped in(?:to)?|filled with|stuffed with|smothered (?:in|with)"
    r"|covered (?:in|with)|spread with|cooked (?:in|with)|fried (?:in|with)|sauteed (?:in|with)|coated (?:in|with)"
    r"|sweetened with|flavou?red with|loaded with|combined with|blended with|enhanced with|containing|including"
    r"|roasted (?:in|with)|baked with|grilled with|stirred in(?:to)?|that had|which had|featuring|layered with"
    r"|con|com|avec|with|w/"
)
_MADES = (
    r"(?:which was |that was |was )?(?:made|prepared|composed|consisting|comprised|assembled|built|created)"
    r"(?: up)? (?:with|from|of|using|out of)|made up of|using"
)
_ONS = r"on top of|served (?:on|over)|on|over|atop|inside|in|sobre|sur|dans|en"
_JOINS = re.compile(
    rf"\s*(?:(?P<brk>[;\n]|\.(?=\s|$)|[!?]|\s\+\s|\b(?:{_BREAKS})\b|:(?=\s))|(?P<made>\b(?:{_MADES})\b)"
    rf"|(?P<wth>\b(?:{_WITHS})(?!\w))|(?P<on>\b(?:{_ONS})\b)|(?P<cut>,(?!\d)|(?<=\s)-(?=\s)|/(?=\s))"
    rf"|(?P<also>&|\band\b|(?<=\s)(?:y|e|et|n)(?=\s)))\s*"
)


# "two slices weighing 214 g" says the weight as brackets do.
_WEIGHS = ("weigh", "total", "measuring", "amounting")
_WEIGHING = re.compile(
    r",?\s*\b(?:weighing|totall?ing|measuring|amounting to|(?:that|which) weigh(?:s|ed))"
    r"(?: (?:about|around|roughly|approximately|in at|a total of))*\s+(\d[\d.]*\s*[a-z]+)"
)


class Piece(NamedTuple):
    """A stretch of a sentence and how it was joined to the one before.

    ``join`` is ``break``, ``made``, ``with``, ``on``, ``cut`` (a comma) or ``also`` ("and"); ``aside``
    holds what stood in brackets behind it; ``text`` is folded and canonical.
    """

    text: str
    join: str
    asides: tuple[str, ...]
    link: str = ""


def clean(sentence: str) -> str:
    """Return a sentence folded and canonical, without who ate, when and where."""
    text = normalise_numbers(canonical(fold(sentence)))
    return without_small_talk(_WEIGHING.sub(r" (\1)", text) if any(word in text for word in _WEIGHS) else text)


def pieces(sentence: str) -> list[Piece]:
    """Return a sentence's pieces in order."""
    text = clean(sentence)
    text, asides = _take_asides(text)
    result: list[Piece] = []
    join, link, at = "break", "", 0
    for match in _JOINS.finditer(text):
        _keep(result, text[at : match.start()], join, link, asides)
        join, link, at = _stronger(join, match, text[at : match.start()]), match[0].strip(), match.end()
    _keep(result, text[at:], join, link, asides)
    return result


def _stronger(before: str, match: re.Match[str], between: str) -> str:
    """Return the kind of a joint; of two in a row with nothing between, a break or "with" wins."""
    names = {"brk": "break", "made": "made", "wth": "with", "on": "on", "cut": "cut", "also": "also"}
    kind = names[match.lastgroup or "cut"]
    if between.strip():
        return kind
    order = ("cut", "also", "on", "with", "made", "break")
    return max(before, kind, key=order.index) if before in order else kind


def _keep(result: list[Piece], text: str, join: str, link: str, asides: list[str]) -> None:
    """Add a piece unless it is empty, giving it the brackets whose marks it holds."""
    marks = [int(mark) for mark in re.findall(r"\{(\d+)\}", text)]
    text = re.sub(r"\{\d+\}", " ", text).strip(" ,;.-:\"'")
    if text and text != "s":
        result.append(Piece(" ".join(text.split()), join, tuple(asides[mark] for mark in marks), link))
    elif marks and result:
        last = result[-1]
        result[-1] = last._replace(asides=last.asides + tuple(asides[mark] for mark in marks))


def _take_asides(text: str) -> tuple[str, list[str]]:
    """Return text with its brackets replaced by marks, and what stood in them."""
    found: list[str] = []

    def mark(match: re.Match[str]) -> str:
        found.append(match[1])
        return f" {{{len(found) - 1}}} "

    return re.sub(r"[\(\[]([^()\[\]]*)[\)\]]?", mark, text.replace("{", "(").replace("}", ")")), found
