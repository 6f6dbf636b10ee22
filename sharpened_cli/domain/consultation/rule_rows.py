"""Rows of constraints, and what all kinds of them share: whose they are, how far they reach, until when they hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.consultation import dates
from sharpened_cli.domain.consultation.extraction import Row, stated

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation import turns
    from sharpened_cli.domain.consultation.reading import Reading


OTHERS = re.compile(
    r"\b(?:my|our|his|her) (?:\w+ )?(?:wife|husband|partner|girlfriend|boyfriend|kids?|son|daughter|mum|mom|dad|"
    r"flatmate|roommate|friends?|sister|brother|family|parents|mate)s?\b[^.;]{0,30}$"
)


EXCEPT = re.compile(
    r"\b(?:except(?: for)?(?: in)?|apart from|other than|unless (?:its|it is|in)|but (?:i (?:do |can |will "
    r")?(?:eat|have|allow|make an exception for)|ill eat|i eat|i still eat|(?:eggs|fish|dairy|cheese|butter|honey|milk|"
    r"cooked|baked|hard|goat|in|only|not)(?= .{0,24}\b(?:ok|fine|allowed|okay|are|is)\b))|though i (?:do )?eat|"
    r"only (?:in|as)|is (?:ok|fine) in|menos|exceto|excepto|sauf|aside from|bar|but can have|but can eat|save "
    r"for)\b"
)


TEMPORARY = re.compile(
    r"\b(?:until|till|before|for the next|for now|for the moment|while (?:im|i am)|during|this (?:month|season)|"
    r"at the moment|temporarily|for (?:another )?\d+ (?:weeks|months)|through to)\b"
)


_END = re.compile(r"\b(?:until|till|before|through to|up to|ending)\b")


RELIGION = re.compile(
    r"\b(?:ramadan|sabbath|shabbat|shabbos|lent|prayers?|pray|church|mosque|jummah?|juma|friday prayer|temple|"
    r"religio\w+|chapel|mass\b|synagogue|diwali|navratri|fasting for (?:god|faith)|orthodox|islam\w*|muslim|jewish|"
    r"hindu|christian|igreja|iglesia|missa|gurdwara|puja|yom kippur|bible study|worship|culto)\b"
)


SOCIAL = re.compile(
    r"\b(?:date night|family (?:dinner|lunch|meal|time|day|night|breakfast)|(?:dinner|lunch|roast|breakfast|"
    r"meal|pizza|film|movie|game) (?:night )?with (?:my |the )?(?:kids|family|parents|wife|husband|partner|"
    r"girlfriend|boyfriend|mates|friends|in laws|grandparents|grandkids|mum|mom|dad|nan|children)|sunday "
    r"(?:roast|lunch)|pub quiz|poker night|choir|book club|custody|kids (?:weekend|football|swimming|"
    r"activities)|time with (?:my |the )?(?:kids|family|wife|husband|partner|daughter|son)|girls night|boys "
    r"night|friday (?:pint|beers|drinks|pizza)|bath ?time|bedtime (?:story|stories|routine)|school (?:run|pick "
    r"?up|drop ?off)|pick up the kids|school plays)\b"
)


class Rule(NamedTuple):
    """A constraint understood, with the stretch of the line that states it."""

    row: Row
    line: turns.Line
    span: turns.Span


def make_rule(line: turns.Line, span: turns.Span, constraint: str, reading: Reading, **values: object) -> Rule:
    """Return a constraint stated by a stretch of a line, with the day it ends where one is said."""
    fields = {"constraint_type": constraint, "description": line.quote(*span), **stated(**values)}
    end = _end_date(reading, line, span)
    temporary = bool(TEMPORARY.search(line.text, *span))
    fields["is_permanent"] = not (temporary or end)
    if end:
        fields["end_date"] = end
    reading.use(line, *span)
    return Rule(Row(fields, line.quote(*span), line.turn.index, line.raw_span(*span)), line, span)


def _end_date(reading: Reading, line: turns.Line, span: turns.Span) -> str | None:
    for found in dates.dates(line.text, reading.today, *span):
        before = line.text[max(span.start, found.start - 12) : found.start]
        if (
            _END.search(before)
            or _END.match(line.text, found.start)
            or _END.search(line.text, max(span.start, found.start - 34), found.start)
        ):
            until_month = found.precision == "month" and "end of" not in line.text[found.start - 8 : found.end]
            return (found.value.replace(day=1) if until_month else found.value).isoformat()
    match = re.search(
        r"\bfor (?:the next |another |at least )?(\d+) (weeks?|months?)\b", line.text[span.start : span.end]
    )
    if match:
        later = dates.dates(f"in {match[1]} {match[2]}", reading.today)
        return later[0].value.isoformat() if later else None
    return None


def with_reason(text: str, end: int, sentence: turns.Span) -> int:
    """Extend a span over the reason that follows it ("they wreck my stomach", "cardiologist's orders")."""
    match = re.match(
        r"\s*,?\s*(?:please|thanks?|ever|at all|lol|they|it|that|because|cos|since|with|as|either|orders?|never|"
        r"always|doctor\w*|cardiologist\w*|physio\w*|on the|in the)\b[^.;,]*",
        text[end : sentence.end],
    )
    return end + match.end() if match else end


def list_end(text: str, start: int, end: int) -> int:
    """Return where the list of things that a cue rules out ends."""
    match = re.compile(
        r"[.;!?]|\bbut\b|\bbecause\b|\bcos\b|\bso\b|\bsince\b|\bas (?:it|they|i)\b|,\s*(?:i|they|it|its|that|"
        r"thats|please|my|im|cardiologist|doctor|also|although|though|coeliac|celiac|vegan|vegetarian|allerg\w+)\b|"
        r"\bthey\b|\bplease\b|\bwith the\b|\band (?:i|my|im|also i|it|they|the|then)\b|\bwhich\b|"
        r"\bwhen\b|\bafter\b|\bbefore\b|\bfor breakfast\b|\bunless\b|\buntil\b|[()]|\bon (?:runs|rides|long)\b|"
        r"\bmakes?\b|\bi\b|-\s"
    ).search(text, start, end)
    return match.start() if match else end
