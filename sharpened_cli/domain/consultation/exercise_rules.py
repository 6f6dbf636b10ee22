"""Exercises and kinds of movement that somebody cannot or will not do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import negation, turns, weekdays
from sharpened_cli.domain.consultation.rule_rows import (
    EXCEPT,
    OTHERS,
    TEMPORARY,
    list_end,
    make_rule,
    with_reason,
)

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.names import Mention
    from sharpened_cli.domain.consultation.reading import Reading
    from sharpened_cli.domain.consultation.rule_rows import (
        Rule,
    )


_MOVE_BAN = re.compile(
    r"\b(?:no|not|never|without|avoid(?:ing)?|cant (?:do|manage|jump|run|squat|lift|kneel)|cannot do|cant|"
    r"cannot|wont(?: do| touch)?|refuse to(?: do)?|not allowed(?: to)?(?: do)?|(?:not|isnt) (?:supposed|meant) "
    r"to|shouldnt(?: do)?|must(?:nt| not)(?: do)?|dont (?:want|do|make me do|give me|make me|let me|like doing|"
    r"ask me to do)|told (?:me )?not to|off limits|banned from|"
    r"stay(?:ing)? away from|steer clear of|keep me away from|please no|nothing|forbidden|leave out|skip|sem|"
    r"nada de|pas de|sin|nunca|nao posso|stop doing)\b(?: (?:any|more|doing|heavy(?! lift| squat| dead)|"
    r"anything|do|to|too much|lots of|high))*"
)


_STRONG_MOVE_BAN = re.compile(
    r"\b(?:avoid|cant do|cannot do|cant jump|cant run|cant squat|cant kneel|wont|refuse|not allowed|shouldnt|"
    r"mustnt|must not|told|off limits|banned|stay away|stay(?:ing)? away|steer clear|keep me away|forbidden|"
    r"supposed to|meant to|no more|never again|doctor|physio|gp|consultant|surgeon|cardiologist|midwife|please "
    r"no|leave out|nao posso|dont make me|dont give me|dont want)\b"
)


_NOT_YET = re.compile(
    r"\b(?:yet|one|a single|even one|more than|past|without (?:a band|assistance)|properly|unassisted|very "
    r"(?:well|good)|never (?:tried|done|did))\b"
)


def movement_rules(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[Rule]:
    """Return the exercises and movements that a sentence rules out."""
    text = negation.pseudo_free(line.text)
    if line.turn.section in (turns.FOODS, turns.MEAL_TIMES):
        return []
    rules: list[Rule] = []
    cues = list(_MOVE_BAN.finditer(text, *sentence))
    for index, cue in enumerate(cues):
        end = cues[index + 1].start() if index + 1 < len(cues) else sentence.end
        reach = list_end(text, cue.end(), end)
        overlaps = bool(rules) and cue.start() < rules[-1].span.end
        if overlaps or not _bans_movement(line, text, sentence, cue, reach):
            continue
        names = _moves(reading, text, cue.end(), reach)
        if names and names[0][1] - cue.end() <= NEAREST_NAME:
            rules.append(_movement_rule(reading, line, sentence, cue, names))
    return rules


NEAREST_NAME = 24  # characters between "no" and the exercise; product choice


def _bans_movement(line: turns.Line, text: str, sentence: turns.Span, cue: re.Match[str], reach: int) -> bool:
    """Return whether a cue rules something out: not a day, not a skill still to be learnt, not somebody else's."""
    is_strong = _STRONG_MOVE_BAN.search(text, max(sentence.start, cue.start() - 30), cue.end())
    if line.turn.section != turns.CHALLENGES and not is_strong:
        return False
    if weekdays.day_sets(text, cue.start(), reach) or OTHERS.search(text[sentence.start : cue.start()]):
        return False
    if _NOT_YET.search(text, cue.start(), min(sentence.end, reach + 6)):
        return False
    cannot_yet = re.match(r"(?:cant|cannot) do\b", cue[0]) and re.match(r"\s*(?:an?|one|1)\b", text[cue.end() : reach])
    return not cannot_yet


def _movement_rule(
    reading: Reading, line: turns.Line, sentence: turns.Span, cue: re.Match[str], names: list[tuple[str, int, int]]
) -> Rule:
    text = line.text
    last = with_reason(text, max(end for _, _, end in names), sentence)
    if TEMPORARY.search(text, last, sentence.end):
        last = sentence.end
    allowed = [name for name, _, _ in _exception_moves(reading, text, cue.end(), sentence)]
    return make_rule(
        line,
        turns.Span(cue.start(), last),
        "exercises_excluded",
        reading,
        excluded_exercises=list(dict.fromkeys(name for name, _, _ in names if name not in allowed)),
        allowed=allowed,
    )


def _exception_moves(reading: Reading, text: str, start: int, sentence: turns.Span) -> list[tuple[str, int, int]]:
    match = EXCEPT.search(text, start, sentence.end)
    return _moves(reading, text, match.end(), sentence.end) if match else []


def _moves(reading: Reading, text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the exercises and kinds of movement between two offsets; the particular wins over the general."""
    exception = EXCEPT.search(text, start, end)
    end = exception.start() if exception else end
    moves: list[Mention] = reading.vocabulary.movements.find(text, start, end)
    named = [
        mention
        for mention in reading.vocabulary.exercises.find(text, start, end)
        if not any(mention.start < move.end and move.start < mention.end for move in moves)
    ]
    found = sorted([*moves, *named])
    general = {"cardio", "heavy lifting", "machines", "contact", "barbell"}
    particular = [mention for mention in found if mention.name not in general]
    chosen = (
        particular
        if particular
        and len(found) > len(particular)
        and not re.search(r"\b(?:and|or)\b|,", text[found[0].start : found[-1].end])
        else found
    )
    return [(mention.name, mention.start, mention.end) for mention in chosen]
