"""Diets, allergies and foods that somebody does not eat, with their exceptions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import food_names, negation, turns
from sharpened_cli.domain.consultation.food_words import DIETS, DRINKS
from sharpened_cli.domain.consultation.names import NameIndex, singular
from sharpened_cli.domain.consultation.rule_rows import (
    EXCEPT,
    OTHERS,
    TEMPORARY,
    list_end,
    make_rule,
    with_reason,
)

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.reading import Reading
    from sharpened_cli.domain.consultation.rule_rows import (
        Rule,
    )


_DIET_INDEX = NameIndex((name, name) for name in DIETS)


_NOT_DIET = re.compile(
    r"\b(?:not|isnt|arent|no longer|used to be|was|never|tried|ex|stopped being|gave up(?: being)?|dont do|"
    r"mostly|nearly|almost|wouldnt be|hate|quit)(?: a| being| fully| strictly| going| the)?\s*$"
)


_MOSTLY = re.compile(r"\b(?:mostly|nearly|almost)\s*$")


_FOOD_BAN = re.compile(
    r"\b(?:no|not|never|without|avoid(?:ing)?|(?:dont|do not|cant|cannot|wont|can not|not allowed to|shouldnt|"
    r"mustnt|never) (?:really |ever |actually )?(?:eat|touch|have|tolerate|stomach|digest|do|stand|face|drink|"
    r"handle)|dont (?:really )?(?:like|want)|(?:severely |very |badly |also |mildly |deathly )?allergic to|"
    r"allergy to|allergies?:?|intolerant (?:to|of)|intolerance to|"
    r"hate|cant stand|sensitive to|sem|nao como|sin|no como|alergic[oa] (?:a|ao|al)|alergia (?:a|ao|al)|pas de|"
    r"allergique (?:a|aux)|cut out|given up|gave up|gone off|staying off|off|not a fan of|not keen on|detest|"
    r"loathe|refuse to eat|keep me off|free of|dislike|steer clear of|stay away from|nothing with|anything with|"
    r"reacts? (?:badly )?to|intolerante a|zero)\b(?: (?:any|all|most|the|things like|foods? like|to|eat|"
    r"eating))*"
)


_FOOD_BAN_AFTER = re.compile(
    r"[^.;,]{0,12}?(?:\b(?:wrecks?|upsets?|disagrees? with|doesnt agree with|dont agree with|makes? me (?:ill|"
    r"sick|bloated|feel ill|itch)|make my|gives? me (?:hives|heartburn|reflux|a rash|cramps|migraines)|bloats? "
    r"me|kills? my stomach|are (?:a no|out|off limits|banned)|is (?:a no|out|off limits|banned)|(?:allergy|"
    r"allergies|intolerance|intolerant|allergic)|free\b(?! range| time)|disgusts? me|repulse|off the menu|"
    r"triggers?|i (?:avoid|cant (?:eat|have)|dont (?:eat|touch)))\b)"
)


_STRONG_FOOD_BAN = re.compile(
    r"\b(?:allerg|intoleran|never eat|dont eat|do not eat|cant eat|cannot eat|wont eat|avoid|cant have|cannot "
    r"have|coeliac|celiac|no como|nao como|alerg|dont touch|sensitive to|cant tolerate|not allowed|steer clear|"
    r"stay away|hate|cant stand|dont like|detest|loathe|dislike)"
)


def diet_rules(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[Rule]:
    """Return the diets that a sentence declares ("vegan", "coeliac"), with what they leave out."""
    text = line.text
    rules = []
    for mention in _DIET_INDEX.find(text, *sentence):
        before = text[sentence.start : mention.start]
        following = re.match(r"\s*(\w+)", text[mention.end : sentence.end])
        if following and reading.vocabulary.is_food_word(following[1]) and following[1] != "no":
            continue
        if (
            mention.name in ("veggie", "low carb", "paleo")
            and following
            and following[1] in ("box", "day", "days", "meal", "meals", "stuff", "stew", "mix", "delight")
        ):
            continue
        if OTHERS.search(before) or (_NOT_DIET.search(before) and not _MOSTLY.search(before)):
            continue
        _, excluded = DIETS[mention.name]
        piece = turns.Span(_piece_start(text, sentence, mention.start), sentence.end)
        allowed = _allowed(reading, line, turns.Span(mention.end, sentence.end))
        kept = [name for name in excluded if name not in allowed]
        end = sentence.end if allowed else mention.end
        constraint = "foods_excluded"
        rules.append(
            make_rule(line, turns.Span(piece.start, end), constraint, reading, excluded_foods=kept, allowed=allowed)
        )
    return rules


def _piece_start(text: str, sentence: turns.Span, position: int) -> int:
    cut = max(
        text.rfind(",", sentence.start, position),
        text.rfind(" and ", sentence.start, position) + 4 if " and " in text[sentence.start : position] else -1,
    )
    start = max(cut + 1, sentence.start)
    while start < position and text[start].isspace():
        start += 1
    return start


def _allowed(reading: Reading, line: turns.Line, span: turns.Span) -> list[str]:
    """Return the foods that an exception names ("no eggs except in cakes")."""
    match = EXCEPT.search(line.text, *span)
    if match:
        start = match.start() if match[0].startswith("but ") and not match[0].startswith("but i") else match.end()
        named = food_names.mentioned(reading, line, start, span.end)
        occasion = re.match(
            r"\s*(?:at|on|in|during|for) ((?:the |my )?\w+(?: \w+)?)", line.text[match.end() : span.end]
        )
        return named or ([occasion[1]] if occasion else [])
    return []


def food_ban_rules(reading: Reading, line: turns.Line, sentence: turns.Span, *, is_home: bool) -> list[Rule]:
    """Return the foods that a sentence rules out; ``is_home``: it answers the question for that."""
    text = negation.pseudo_free(line.text)
    rules: list[Rule] = []
    cues = list(_FOOD_BAN.finditer(text, *sentence))
    for index, cue in enumerate(cues):
        end = cues[index + 1].start() if index + 1 < len(cues) else sentence.end
        rule = _food_rule(reading, line, sentence, turns.Span(cue.start(), end), cue, is_home=is_home)
        if rule:
            rules.append(rule)
    rules += _foods_before(reading, line, sentence, rules)
    return rules


def _food_rule(
    reading: Reading, line: turns.Line, sentence: turns.Span, span: turns.Span, cue: re.Match[str], *, is_home: bool
) -> Rule | None:
    text = line.text
    if OTHERS.search(text[sentence.start : cue.start()]) or re.search(
        r"\b(?:used to|not) (?:be )?$", text[max(sentence.start, cue.start() - 10) : cue.start()]
    ):
        return None
    reach = list_end(text, cue.end(), span.end)
    exception = EXCEPT.search(text, cue.end(), sentence.end)
    stop = min(reach, exception.start()) if exception else reach
    names = [name for name in food_names.mentioned(reading, line, cue.end(), stop) if not _is_part_of_activity(name)]
    if not names or not re.match(r"[\s:,]*(?:\w+\s+){0,4}?\w", text[cue.end() : stop]):
        return None
    if not _begins_with_food(reading, text, cue.end(), stop):
        return None
    strong = bool(_STRONG_FOOD_BAN.search(text, span.start, cue.end()))
    if not is_home and not strong and cue[0].split()[0] not in ("no", "sem", "sin"):
        return None
    if (
        not is_home
        and re.search(r"\b(?:drink|have|do)\b", cue[0])
        and all(singular(name.split()[-1]) in DRINKS for name in names)
    ):
        return None
    if not is_home and re.search(r"\b(?:dont|do not) (?:really |ever )?(?:have|do|like)\b", cue[0]):
        return None
    allowed = _allowed(reading, line, turns.Span(cue.end(), sentence.end))
    kept = [name for name in names if name not in allowed]
    end = sentence.end if allowed or TEMPORARY.search(text, stop, sentence.end) else stop
    return make_rule(
        line,
        turns.Span(cue.start(), with_reason(text, end, sentence)),
        "foods_excluded",
        reading,
        excluded_foods=kept,
        allowed=allowed,
    )


def _begins_with_food(reading: Reading, text: str, start: int, stop: int) -> bool:
    """Return whether the words right after the cue lead to a food, not to a verb or another matter."""
    head = re.split(r",|\band\b|\bor\b", text[start:stop], maxsplit=1)[0]
    words = re.findall(r"[a-z]+", head)
    for count, word in enumerate(words):
        if reading.vocabulary.is_food_word(word):
            return not re.search(
                r"\b(?:time|energy|cook|cooking|prep|idea|money|motivation|know|plan|budget|appetite|chance|"
                r"eating|train|training)\b",
                head,
            )
        if count >= 4:
            break
    return False


def _is_part_of_activity(name: str) -> bool:
    return name in ("gym", "time", "energy", "alternative")


def _foods_before(reading: Reading, line: turns.Line, sentence: turns.Span, rules: list[Rule]) -> list[Rule]:
    """Return bans that follow the food ("dairy wrecks my stomach", "nuts are a no")."""
    text = line.text
    result = []
    for piece in turns.split(text, sentence, re.compile(r",(?!\d)|;|\bbut\b")):
        if any(rule.span.start < piece.end and piece.start < rule.span.end for rule in rules):
            continue
        names = food_names.mentioned(reading, line, *piece)
        if not names or OTHERS.search(text[sentence.start : piece.end]):
            continue
        tail_start = max(
            text.rfind(name.split()[-1], piece.start, piece.end) + len(name.split()[-1]) for name in names[:1]
        )
        if _FOOD_BAN_AFTER.match(text[: piece.end], tail_start) and not re.search(
            r"\bno (?:\w+ )?(?:allerg|intoler)", text[piece.start : piece.end]
        ):
            result.append(make_rule(line, piece, "foods_excluded", reading, excluded_foods=names))
    return result
