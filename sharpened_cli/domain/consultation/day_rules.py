"""Weekdays kept free of training: rest, family, faith, other duties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import clock_times, negation, turns, weekdays
from sharpened_cli.domain.consultation.rule_rows import (
    RELIGION,
    SOCIAL,
    make_rule,
)

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.reading import Reading
    from sharpened_cli.domain.consultation.rule_rows import (
        Rule,
    )


_REST = re.compile(
    r"\b(?:rest(?:ing)?|off|recovery|recover|descanso|folga|repos|day off|days off|nothing on|free of "
    r"(?:training|exercise))\b"
)


_REASON = re.compile(
    r"\b(?:because|cos|thats|thats my|its (?:my|the|for)|is (?:for|my|our|choir|church|band|date|family|"
    r"football|swimming|kids|the)|are (?:for|my)|for (?:the|my|our)? ?(?:kids|family|church|choir|work|class|"
    r"night|mum|partner)|with (?:my|the|the kids)|custody|lessons|class|night shift|work(?:ing)? (?:late|all "
    r"day|shift)?|i work|visit|practice|rehearsal|school|lectures?|meeting|market|night|dia d[aeo]|cant (?:do|"
    r"make)|childcare|my (?:mum|mom|dad|kids|son|daughter)\w*|on call|duty|long shift|football with)\b|\(|"
    r",\s*(?:\w+\s)?(?:choir|church|work|kids|family|band|class|school|lessons)\b"
)


_GIVEN_AWAY = re.compile(
    r"\s*(?:nights?|evenings?|mornings?)? ?(?:is|are) (?:my |our |the |for )?(?!when|free|fine|ok|good|best|"
    r"better|possible|leg|chest|back|"
    r"gym|training|run|swim|my (?:gym|best)|only|now|also|at|in|usually|always|easier|open|flexible|great)[a-z]+"
)
MOST_DAYS_OFF = 5  # "no energy every evening" names no days off; product choice
_SLIP = re.compile(r"\b(?:sorry|i meant|i mean|actually)\b[^.;]{0,12}\bnot (?:on )?(?:mon|tue|wed|thu|fri|sat|sun)")


def day_off_rules(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[Rule]:
    """Return the weekdays that a sentence keeps free of training."""
    text = line.text
    if line.turn.section in (turns.FOODS, turns.MEAL_TIMES) and not re.search(
        r"\b(?:train\w*|gym|rest|workouts?|exercise)\b", text[sentence.start : sentence.end]
    ):
        return []
    if _SLIP.search(text, *sentence):
        return []
    off: list[weekdays.DaySet] = []
    for group in weekdays.day_sets(text, *sentence):
        if len(group.days) > MOST_DAYS_OFF:
            continue
        if group.is_excepted and not _REASON.search(text, group.end, sentence.end):
            continue
        if group.is_excepted or _is_off(text, sentence, group, line.turn.section):
            off.append(group)
    rules = []
    for group in off:
        piece = _day_piece(text, sentence, group)
        words = text[piece.start : piece.end]
        constraint = _day_constraint(words)
        if re.search(r"\b(?:scrap|scratch|cancel|forget|drop|swap|move|instead)\b", words) and not re.search(
            r"\b(?:ever|always|rest)\b", words
        ):
            continue
        rules.append(make_rule(line, piece, constraint, reading, days=list(group.days)))
    return rules


def _is_off(text: str, sentence: turns.Span, group: weekdays.DaySet, section: int) -> bool:
    """Return whether days are kept free of training."""
    from sharpened_cli.domain.consultation import availability

    if re.search(r"\bnot (?:before|until|after|later)\b", text[sentence.start : group.start]):
        return False
    if re.search(r"\b(?:sorry|i meant|i mean|actually)\b[^.;]*\bnot (?:on )?$", text[sentence.start : group.start]):
        return False
    if (
        section == turns.CHALLENGES
        and _GIVEN_AWAY.match(text[: sentence.end], group.end)
        and re.match(r"\W*$|\W*(?:and |on )?$", text[sentence.start : group.start])
    ):
        return True
    denied = negation.inside(group.start, negation.denied_spans(text, sentence)) or bool(
        re.match(r"[^.;]{0,34}\bno (?:training|gym|sessions?|workouts?|exercise)\b", text[group.end : sentence.end])
    )
    return denied or availability.is_said_off(text, sentence, group)


def _day_piece(text: str, sentence: turns.Span, group: weekdays.DaySet) -> turns.Span:
    cut = max(text.rfind(",", sentence.start, group.start), text.rfind(";", sentence.start, group.start))
    start = cut + 1 if cut >= 0 and not re.match(r"\s*(?:and )?$", text[cut + 1 : group.start]) else sentence.start
    return turns.Span(start + len(text[start : group.start]) - len(text[start : group.start].lstrip()), sentence.end)


def _day_constraint(words: str) -> str:
    if RELIGION.search(words):
        return "religious"
    if _REST.search(words):
        return "rest_days"
    if SOCIAL.search(words):
        return "social"
    if _REASON.search(words) or clock_times.parts(words) or clock_times.times(words):
        return "time_blocks"
    return "rest_days"
