"""What must or must never happen: foods and exercises ruled out, days off, fixed times, faith, doctors' orders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import turns, weekdays
from sharpened_cli.domain.consultation.day_rules import day_off_rules
from sharpened_cli.domain.consultation.exercise_rules import movement_rules
from sharpened_cli.domain.consultation.food_rules import diet_rules, food_ban_rules
from sharpened_cli.domain.consultation.names import singular
from sharpened_cli.domain.consultation.rule_rows import (
    RELIGION,
    SOCIAL,
    make_rule,
)

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.extraction import Row
    from sharpened_cli.domain.consultation.reading import Reading
    from sharpened_cli.domain.consultation.rule_rows import (
        Rule,
    )

_ALLOWED_AFTER = re.compile(r"^[^.;]{0,30}?\b(?:is|are|its|thats)?\s*(?:ok(?:ay)?|fine|allowed|alright|no problem)\b")
_MEDICAL = re.compile(
    r"\b(?:doctors?|gp|cardiologist|physio\w*|consultant|surgeon|midwife|oncologist|specialist|neurologist|"
    r"nurse|osteopath|rheumatologist|medico|medecin)s?\b[^.;]{0,40}\b(?:says?|said|told|orders?|advice|advised|"
    r"limit\w*|wants?|insists?|warned|recommend\w*|cleared me (?:for|only)|forbids?|forbade|banned|wont let|"
    r"rules?|no|not)\b|\b(?:heart rate|hr|pulse) (?:must |should |has to |needs to )?(?:stay |be |kept? "
    r")*(?:under|below)\b|\bkeep (?:my )?(?:heart rate|hr|pulse|blood pressure)\b"
)
_MUST = re.compile(
    r"\b(?:must(?:nt)?|has to|have to|need(?:s)? to|non ?negotiable|not negotiable|sacred|no matter what|always|"
    r"never|cannot|cant|wont|not giving up|refuse|only|no exceptions|deal ?breaker|insist|ever|keep(?:ing)? "
    r"(?:my|the)|stays?|i need my|strictly|will not|not|protected|off limits|no)\b"
)
_TIME_LIMIT = re.compile(
    r"\b(?:nothing|no (?:training|workouts?|exercise|sessions?|gym)|not|never|cant (?:train|do anything|be)|"
    r"done|finished|finish|home|out|back|gone|leave|leaving|stop)\b[^.;,]{0,24}\b(?:after|before|past|by|later "
    r"than|earlier than|between|until|till)\b[^.;,]{0,6}\d{1,2}(?! ?(?:weeks?|days?|months?|min|reps|sets|"
    r"years?|sessions?))|\bbetween \d[^.;,]{0,16}(?:i|im|is|are) (?:cant|"
    r"busy|work|working|blocked|out)|\b(?:school run|nursery run|pick ?up|drop ?off)\b[^.;,]{0,16}\d|"
    r"\bsessions? (?:must|cant|cannot|have to|has to|need to|max)[^.;,]{0,30}\d+ ?min|\b(?:max(?:imum)?|no "
    r"(?:more|longer) than|under|at most|never more than|cap(?:ped)? (?:at)?)\s*\d+ ?min"
)
_MEAL_RULE = re.compile(
    r"\b(?:no (?:food|eating|meals)|dont eat|stop eating|eat(?:ing)? nothing|nothing to eat|not eat(?:ing)?|"
    r"never eat|cant eat|kitchen closes?|fast(?:ing|ed)?|eating window|intermittent fasting|16[:/]8|"
    r"18[:/]6)\b[^.;]{0,30}(?:\b(?:after|before|until|till|past|from|between|within)\b|\d)|\bintermittent "
    r"fasting\b|\b16 ?[:/] ?8\b|\b(?:must|have to|need to|has to) eat\b|\b(?:dinner|lunch|breakfast|supper|"
    r"meals?|tea)\b[^.;,]{0,30}\b(?:non ?negotiable|sacred|must be|has to be|cannot move|cant move|fixed|no "
    r"matter what|no exceptions|stays)\b"
)
_EQUIPMENT = re.compile(
    r"\b(?:only (?:have|got|use|own|train with|want to use|bands?|dumbbells?|kettlebells?|bodyweight)|just "
    r"(?:have|got|use|own)|all i (?:have|own|use|can use)|(?:no|without) (?:barbell|barbells|machines?|gym|"
    r"equipment|rack|bench|weights|kit|treadmill)(?! (?:near|close|in my|at home))|home (?:training|workouts?) "
    r"only|only (?:at )?home|bodyweight only|(?:bands?|dumbbells?|kettlebells?|bodyweight) only|no gyms?(?! near)|must "
    r"be (?:at home|outdoors|indoors|quiet)|wont (?:go to|join|set foot in) a gym|never (?:going to )?(?:a "
    r")?gym)\b"
)


def rows(reading: Reading) -> tuple[list[Row], list[tuple[turns.Line, turns.Span]]]:
    """Return the constraints of all sections, and the stretches of text that state them."""
    rules: list[Rule] = []
    for line in reading.lines:
        for sentence in turns.sentences(line.text):
            found = _in_sentence(reading, line, sentence)
            rules += found
    return _merged(rules), [(rule.line, rule.span) for rule in rules]


def _in_sentence(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[Rule]:
    section = line.turn.section
    rules = diet_rules(reading, line, sentence)
    if section in (turns.FOODS, turns.CHALLENGES, turns.MEAL_TIMES):
        rules += food_ban_rules(reading, line, sentence, is_home=section == turns.CHALLENGES)
    rules += movement_rules(reading, line, sentence)
    rules += [
        rule for rule in day_off_rules(reading, line, sentence) if not any(_covers(other, rule) for other in rules)
    ]
    if section == turns.CHALLENGES and not rules:
        rules += _other(reading, line, sentence)
    elif not rules:
        rules += _faith_and_limits(reading, line, sentence)
    return rules


def _covers(other: Rule, days: Rule) -> bool:
    """Return whether days only say when another rule holds ("no gluten on weekdays")."""
    return (
        other.span.start <= days.span.start
        and "excluded_foods" in other.row.values
        and days.span.end <= other.span.end + 24
        and other.span.start >= days.span.start
    )


def _faith_and_limits(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[Rule]:
    """Return faith, doctor's limits and hard limits of time said outside section 7."""
    text = line.text[sentence.start : sentence.end]
    if RELIGION.search(text) and (
        _MUST.search(text) or re.search(r"\b(?:ramadan|fast|during|observe|keep|halal|for)\b", text)
    ):
        return [make_rule(line, sentence, "religious", reading)]
    if line.turn.section == turns.SCHEDULE and _TIME_LIMIT.search(text):
        return [make_rule(line, sentence, "time_blocks", reading)]
    return []


def _other(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[Rule]:
    """Return the constraints of section 7 that name no food, exercise or day."""
    rules: list[Rule] = []
    text = line.text
    for piece in turns.split(
        text,
        sentence,
        re.compile(
            r";|\band (?=(?:no|never|must|i must|i have to|only|nothing)\b)|,\s*(?=(?:no|never|must|only|nothing)\b)"
        ),
    ):
        words = text[piece.start : piece.end]
        days = [day for group in weekdays.day_sets(text, *piece) for day in group.days]
        if RELIGION.search(words) and not re.search(r"\b(?:hard|difficult|struggle|tough|tricky)\b", words):
            rules.append(make_rule(line, piece, "religious", reading, days=days))
        elif _MEAL_RULE.search(words):
            rules.append(make_rule(line, piece, "meal_timing", reading))
        elif _TIME_LIMIT.search(words):
            rules.append(make_rule(line, piece, "time_blocks", reading))
        elif _MEDICAL.search(words) and not re.search(
            r"\b(?:says im fine|all clear|cleared me\.?$|no (?:\w+ )?(?:problems?|issues?))\b", words
        ):
            rules.append(make_rule(line, piece, "medical", reading))
        elif SOCIAL.search(words) and _MUST.search(text, *sentence):
            rules.append(make_rule(line, piece, "social", reading, days=days))
        elif _EQUIPMENT.search(words):
            rules.append(make_rule(line, piece, "equipment", reading))
        elif re.search(
            r"\b(?:non ?negotiable|must|deal ?breaker|sacred|not giving up|no matter what|have to keep|wont "
            r"give up|i refuse|not willing)\b",
            words,
        ):
            rules.append(make_rule(line, piece, "other", reading))
    return rules


def _merged(rules: list[Rule]) -> list[Row]:
    """Merge constraints said twice: the same days, or foods that an earlier row already rules out."""
    kept: list[Row] = []
    for rule in rules:
        row = rule.row
        twin = next((index for index, other in enumerate(kept) if _says_same(other.values, row.values)), None)
        if twin is None:
            kept.append(row)
            continue
        values = dict(kept[twin].values)
        for key, value in row.values.items():
            if isinstance(value, list):
                values[key] = list(dict.fromkeys([*values.get(key, []), *value]))
            elif key not in values:
                values[key] = value
        kept[twin] = kept[twin]._replace(values=values)
    return kept


def _says_same(old: dict[str, object], new: dict[str, object]) -> bool:
    for key in ("excluded_foods", "excluded_exercises", "days"):
        first, second = old.get(key), new.get(key)
        if isinstance(first, list) and isinstance(second, list) and first and second:
            folded_first, folded_second = {_folded(item) for item in first}, {_folded(item) for item in second}
            if folded_first <= folded_second or folded_second <= folded_first:
                return True
    return False


def _folded(item: object) -> object:
    return singular(item) if isinstance(item, str) else item
