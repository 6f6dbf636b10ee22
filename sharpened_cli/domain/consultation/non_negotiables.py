"""What must or must never happen: foods and exercises ruled out, days off, fixed times, faith, doctors' orders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.consultation import clock_times, dates, foods, negation, turns, weekdays
from sharpened_cli.domain.consultation.extraction import Row, stated
from sharpened_cli.domain.consultation.food_words import DIETS, DRINKS
from sharpened_cli.domain.consultation.names import NameIndex, singular

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.names import Mention
    from sharpened_cli.domain.consultation.reading import Reading

_DIET_INDEX = NameIndex((name, name) for name in DIETS)
_OTHERS = re.compile(
    r"\b(?:my|our|his|her) (?:\w+ )?(?:wife|husband|partner|girlfriend|boyfriend|kids?|son|daughter|mum|mom|dad|"
    r"flatmate|roommate|friends?|sister|brother|family|parents|mate)s?\b[^.;]{0,30}$"
)
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
    r"triggers?)\b)"
)
_STRONG_FOOD_BAN = re.compile(
    r"\b(?:allerg|intoleran|never eat|dont eat|do not eat|cant eat|cannot eat|wont eat|avoid|cant have|cannot "
    r"have|coeliac|celiac|no como|nao como|alerg|dont touch|sensitive to|cant tolerate|not allowed|steer clear|"
    r"stay away|hate|cant stand|dont like|detest|loathe|dislike)"
)
_EXCEPT = re.compile(
    r"\b(?:except(?: for)?(?: in)?|apart from|other than|unless (?:its|it is|in)|but (?:i (?:do |can |will "
    r")?(?:eat|have|allow|make an exception for)|ill eat|i eat|i still eat|(?:eggs|fish|dairy|cheese|butter|"
    r"cooked|baked|hard|goat|in|only|not)(?= .{0,24}\b(?:ok|fine|allowed|okay|are|is)\b))|though i (?:do )?eat|"
    r"only (?:in|as)|is (?:ok|fine) in|menos|exceto|excepto|sauf|aside from|bar|but can have|but can eat|save "
    r"for)\b"
)
_ALLOWED_AFTER = re.compile(r"^[^.;]{0,30}?\b(?:is|are|its|thats)?\s*(?:ok(?:ay)?|fine|allowed|alright|no problem)\b")
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
_MEDICAL = re.compile(
    r"\b(?:doctors?|gp|cardiologist|physio\w*|consultant|surgeon|midwife|oncologist|specialist|neurologist|"
    r"nurse|osteopath|rheumatologist|medico|medecin)s?\b[^.;]{0,40}\b(?:says?|said|told|orders?|advice|advised|"
    r"limit\w*|wants?|insists?|warned|recommend\w*|cleared me (?:for|only)|forbids?|forbade|banned|wont let|"
    r"rules?|no|not)\b|\b(?:heart rate|hr|pulse) (?:must |should |has to |needs to )?(?:stay |be |kept? "
    r")*(?:under|below)\b|\bkeep (?:my )?(?:heart rate|hr|pulse|blood pressure)\b"
)
_TEMPORARY = re.compile(
    r"\b(?:until|till|before|for the next|for now|for the moment|while (?:im|i am)|during|this (?:month|season)|"
    r"at the moment|temporarily|for (?:another )?\d+ (?:weeks|months)|through to)\b"
)
_END = re.compile(r"\b(?:until|till|before|through to|up to|ending)\b")
_RELIGION = re.compile(
    r"\b(?:ramadan|sabbath|shabbat|shabbos|lent|prayers?|pray|church|mosque|jummah?|juma|friday prayer|temple|"
    r"religio\w+|chapel|mass\b|synagogue|diwali|navratri|fasting for (?:god|faith)|orthodox|islam\w*|muslim|jewish|"
    r"hindu|christian|igreja|iglesia|missa|gurdwara|puja|yom kippur|bible study|worship|culto)\b"
)
_SOCIAL = re.compile(
    r"\b(?:date night|family (?:dinner|lunch|meal|time|day|night|breakfast)|(?:dinner|lunch|roast|breakfast|"
    r"meal|pizza|film|movie|game) (?:night )?with (?:my |the )?(?:kids|family|parents|wife|husband|partner|"
    r"girlfriend|boyfriend|mates|friends|in laws|grandparents|grandkids|mum|mom|dad|nan|children)|sunday "
    r"(?:roast|lunch)|pub quiz|poker night|choir|book club|custody|kids (?:weekend|football|swimming|"
    r"activities)|time with (?:my |the )?(?:kids|family|wife|husband|partner|daughter|son)|girls night|boys "
    r"night|friday (?:pint|beers|drinks|pizza)|bath ?time|bedtime (?:story|stories|routine)|school (?:run|pick "
    r"?up|drop ?off)|pick up the kids|school plays)\b"
)
_MUST = re.compile(
    r"\b(?:must(?:nt)?|has to|have to|need(?:s)? to|non ?negotiable|not negotiable|sacred|no matter what|always|"
    r"never|cannot|cant|wont|not giving up|refuse|only|no exceptions|deal ?breaker|insist|ever|keep(?:ing)? "
    r"(?:my|the)|stays?|i need my|strictly|will not|not|protected|off limits|no)\b"
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
_TIME_LIMIT = re.compile(
    r"\b(?:nothing|no (?:training|workouts?|exercise|sessions?|gym)|not|never|cant (?:train|do anything|be)|"
    r"done|finished|finish|home|out|back|gone|leave|leaving|stop)\b[^.;,]{0,24}\b(?:after|before|past|by|later "
    r"than|earlier than|between|until|till)\b[^.;,]{0,6}\d{1,2}|\bbetween \d[^.;,]{0,16}(?:i|im|is|are) (?:cant|"
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
    r"only|only (?:at )?home|bodyweight only|(?:bands?|dumbbells?|kettlebells?|bodyweight) only|no gyms?|must "
    r"be (?:at home|outdoors|indoors|quiet)|wont (?:go to|join|set foot in) a gym|never (?:going to )?(?:a "
    r")?gym)\b"
)


class _Rule(NamedTuple):
    """A constraint understood, with the stretch of the line that states it."""

    row: Row
    line: turns.Line
    span: turns.Span


def rows(reading: Reading) -> tuple[list[Row], list[tuple[turns.Line, turns.Span]]]:
    """Return the constraints of all sections, and the stretches of text that state them."""
    rules: list[_Rule] = []
    for line in reading.lines:
        for sentence in turns.sentences(line.text):
            found = _in_sentence(reading, line, sentence)
            rules += found
    return _merged(rules), [(rule.line, rule.span) for rule in rules]


def _in_sentence(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[_Rule]:
    section = line.turn.section
    rules = _diets(reading, line, sentence)
    if section in (turns.FOODS, turns.CHALLENGES, turns.MEAL_TIMES):
        rules += _foods(reading, line, sentence, is_home=section == turns.CHALLENGES)
    rules += _exercises(reading, line, sentence)
    rules += [rule for rule in _days(reading, line, sentence) if not any(_covers(other, rule) for other in rules)]
    if section == turns.CHALLENGES and not rules:
        rules += _other(reading, line, sentence)
    elif not rules:
        rules += _faith_and_limits(reading, line, sentence)
    return rules


def _covers(other: _Rule, days: _Rule) -> bool:
    """Return whether days only say when another rule holds ("no gluten on weekdays")."""
    return (
        other.span.start <= days.span.start
        and "excluded_foods" in other.row.values
        and days.span.end <= other.span.end + 24
        and other.span.start >= days.span.start
    )


def _rule(line: turns.Line, span: turns.Span, constraint: str, reading: Reading, **values: object) -> _Rule:
    fields = {"constraint_type": constraint, "description": line.quote(*span), **stated(**values)}
    end = _end_date(reading, line, span)
    temporary = bool(_TEMPORARY.search(line.text, *span))
    fields["is_permanent"] = not (temporary or end)
    if end:
        fields["end_date"] = end
    reading.use(line, *span)
    return _Rule(Row(fields, line.quote(*span), line.turn.index, line.raw_span(*span)), line, span)


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


def _diets(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[_Rule]:
    text = line.text
    rules = []
    for mention in _DIET_INDEX.find(text, *sentence):
        before = text[sentence.start : mention.start]
        following = re.match(r"\s*(\w+)", text[mention.end : sentence.end])
        if following and reading.vocabulary.is_food_word(following[1]) and following[1] not in ("no",):
            continue
        if (
            mention.name in ("veggie", "low carb", "paleo")
            and following
            and following[1] in ("box", "day", "days", "meal", "meals", "stuff", "stew", "mix", "delight")
        ):
            continue
        if _OTHERS.search(before) or (_NOT_DIET.search(before) and not _MOSTLY.search(before)):
            continue
        _, excluded = DIETS[mention.name]
        piece = turns.Span(_piece_start(text, sentence, mention.start), sentence.end)
        allowed = _allowed(reading, line, turns.Span(mention.end, sentence.end))
        kept = [name for name in excluded if name not in allowed]
        end = sentence.end if allowed else mention.end
        constraint = "foods_excluded"
        rules.append(
            _rule(line, turns.Span(piece.start, end), constraint, reading, excluded_foods=kept, allowed=allowed)
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
    match = _EXCEPT.search(line.text, *span)
    if match:
        start = match.start() if match[0].startswith("but ") and not match[0].startswith("but i") else match.end()
        named = foods.mentioned(reading, line, start, span.end)
        occasion = re.match(r"\s*(?:at|on|in|during|for) ((?:the |my )?\w+(?: \w+)?)", line.text[match.end() : span.end])
        return named or ([occasion[1]] if occasion else [])
    return []


def _foods(reading: Reading, line: turns.Line, sentence: turns.Span, *, is_home: bool) -> list[_Rule]:
    text = negation.pseudo_free(line.text)
    rules: list[_Rule] = []
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
) -> _Rule | None:
    text = line.text
    if _OTHERS.search(text[sentence.start : cue.start()]) or re.search(
        r"\b(?:used to|not) (?:be )?$", text[max(sentence.start, cue.start() - 10) : cue.start()]
    ):
        return None
    reach = _list_end(text, cue.end(), span.end)
    exception = _EXCEPT.search(text, cue.end(), sentence.end)
    stop = min(reach, exception.start()) if exception else reach
    names = [name for name in foods.mentioned(reading, line, cue.end(), stop) if not _is_part_of_activity(name)]
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
    end = sentence.end if allowed or _TEMPORARY.search(text, stop, sentence.end) else stop
    return _rule(
        line,
        turns.Span(cue.start(), _with_reason(text, end, sentence)),
        "foods_excluded",
        reading,
        excluded_foods=kept,
        allowed=allowed,
    )


def _with_reason(text: str, end: int, sentence: turns.Span) -> int:
    """Extend a span over the reason that follows it ("they wreck my stomach", "cardiologist's orders")."""
    match = re.match(
        r"\s*,?\s*(?:please|thanks?|ever|at all|lol|they|it|that|because|cos|since|with|as|either|orders?|never|"
        r"always|doctor\w*|cardiologist\w*|physio\w*|on the|in the)\b[^.;,]*",
        text[end : sentence.end],
    )
    return end + match.end() if match else end


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


def _list_end(text: str, start: int, end: int) -> int:
    """Return where the list of things that a cue rules out ends."""
    match = re.compile(
        r"[.;!?]|\bbut\b|\bbecause\b|\bcos\b|\bso\b|\bsince\b|\bas (?:it|they|i)\b|,\s*(?:i|they|it|its|that|"
        r"thats|please|my|im|cardiologist|doctor|also|although|though|coeliac|celiac|vegan|vegetarian)\b|"
        r"\bthey\b|\bplease\b|\bwith the\b|\band (?:i|my|im|also i|it|they|the|then)\b|\bwhich\b|"
        r"\bwhen\b|\bafter\b|\bbefore\b|\bfor breakfast\b|\bunless\b|\buntil\b|[()]|\bon (?:runs|rides|long)\b|"
        r"\bmakes?\b|\bi\b|-\s"
    ).search(text, start, end)
    return match.start() if match else end


def _is_part_of_activity(name: str) -> bool:
    return name in ("gym", "time", "energy", "alternative")


def _foods_before(reading: Reading, line: turns.Line, sentence: turns.Span, rules: list[_Rule]) -> list[_Rule]:
    """Return bans that follow the food ("dairy wrecks my stomach", "nuts are a no")."""
    text = line.text
    result = []
    for piece in turns.split(text, sentence, re.compile(r",(?!\d)|;|\bbut\b")):
        if any(rule.span.start < piece.end and piece.start < rule.span.end for rule in rules):
            continue
        names = foods.mentioned(reading, line, *piece)
        if not names or _OTHERS.search(text[sentence.start : piece.end]):
            continue
        tail_start = max(
            text.rfind(name.split()[-1], piece.start, piece.end) + len(name.split()[-1]) for name in names[:1]
        )
        if _FOOD_BAN_AFTER.match(text[: piece.end], tail_start) and not re.search(
            r"\bno (?:\w+ )?(?:allerg|intoler)", text[piece.start : piece.end]
        ):
            result.append(_rule(line, piece, "foods_excluded", reading, excluded_foods=names))
    return result


def _exercises(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[_Rule]:
    text = negation.pseudo_free(line.text)
    section = line.turn.section
    if section in (turns.FOODS, turns.MEAL_TIMES):
        return []
    rules: list[_Rule] = []
    cues = list(_MOVE_BAN.finditer(text, *sentence))
    for index, cue in enumerate(cues):
        end = cues[index + 1].start() if index + 1 < len(cues) else sentence.end
        if rules and cue.start() < rules[-1].span.end:
            continue
        if section != turns.CHALLENGES and not _STRONG_MOVE_BAN.search(
            text, max(sentence.start, cue.start() - 30), cue.end()
        ):
            continue
        reach = _list_end(text, cue.end(), end)
        if (
            weekdays.day_sets(text, cue.start(), reach)
            or _NOT_YET.search(text, cue.start(), min(sentence.end, reach + 6))
            or _OTHERS.search(text[sentence.start : cue.start()])
        ):
            continue
        if re.match(r"(?:cant|cannot) do\b", cue[0]) and re.match(r"\s*(?:an?|one|1)\b", text[cue.end() : reach]):
            continue
        names = _moves(reading, text, cue.end(), reach)
        if not names or names[0][1] - cue.end() > 24:
            continue
        last = _with_reason(text, max(end_of for _, _, end_of in names), sentence)
        if _TEMPORARY.search(text, last, sentence.end):
            last = sentence.end
        kept = list(dict.fromkeys(name for name, _, _ in names))
        allowed = [name for name, _, _ in _exception_moves(reading, text, cue.end(), sentence)]
        rules.append(
            _rule(
                line,
                turns.Span(cue.start(), last),
                "exercises_excluded",
                reading,
                excluded_exercises=[name for name in kept if name not in allowed],
                allowed=allowed,
            )
        )
    return rules


def _exception_moves(reading: Reading, text: str, start: int, sentence: turns.Span) -> list[tuple[str, int, int]]:
    match = _EXCEPT.search(text, start, sentence.end)
    return _moves(reading, text, match.end(), sentence.end) if match else []


def _moves(reading: Reading, text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the exercises and kinds of movement between two offsets; the particular wins over the general."""
    exception = _EXCEPT.search(text, start, end)
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


_SLIP = re.compile(r"\b(?:sorry|i meant|i mean|actually)\b[^.;]{0,12}\bnot (?:on )?(?:mon|tue|wed|thu|fri|sat|sun)")


def _days(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[_Rule]:
    text = line.text
    if line.turn.section in (turns.FOODS, turns.MEAL_TIMES) and not re.search(
        r"\b(?:train\w*|gym|rest|workouts?|exercise)\b", text[sentence.start : sentence.end]
    ):
        return []
    if _SLIP.search(text, *sentence):
        return []
    off: list[weekdays.DaySet] = []
    for group in weekdays.day_sets(text, *sentence):
        if group.is_excepted and not _REASON.search(text, group.end, sentence.end):
            continue
        if group.is_excepted or _is_off(text, sentence, group):
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
        rules.append(_rule(line, piece, constraint, reading, days=list(group.days)))
    return rules


def _is_off(text: str, sentence: turns.Span, group: weekdays.DaySet) -> bool:
    """Return whether days are kept free of training."""
    from sharpened_cli.domain.consultation import availability

    if re.search(r"\bnot (?:before|until|after|later)\b", text[sentence.start : group.start]):
        return False
    if re.search(r"\b(?:sorry|i meant|i mean|actually)\b[^.;]*\bnot (?:on )?$", text[sentence.start : group.start]):
        return False
    denied = negation.inside(group.start, negation.denied_spans(text, sentence)) or bool(
        re.match(r"[^.;]{0,34}\bno (?:training|gym|sessions?|workouts?|exercise)\b", text[group.end : sentence.end])
    )
    return denied or availability.is_said_off(text, sentence, group)


def _day_piece(text: str, sentence: turns.Span, group: weekdays.DaySet) -> turns.Span:
    cut = max(text.rfind(",", sentence.start, group.start), text.rfind(";", sentence.start, group.start))
    start = cut + 1 if cut >= 0 and not re.match(r"\s*(?:and )?$", text[cut + 1 : group.start]) else sentence.start
    return turns.Span(start + len(text[start : group.start]) - len(text[start : group.start].lstrip()), sentence.end)


def _day_constraint(words: str) -> str:
    if _RELIGION.search(words):
        return "religious"
    if _REST.search(words):
        return "rest_days"
    if _SOCIAL.search(words):
        return "social"
    if _REASON.search(words) or clock_times.parts(words) or clock_times.times(words):
        return "time_blocks"
    return "rest_days"


def _faith_and_limits(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[_Rule]:
    """Return faith, doctor's limits and hard limits of time said outside section 7."""
    text = line.text[sentence.start : sentence.end]
    if _RELIGION.search(text) and (
        _MUST.search(text) or re.search(r"\b(?:ramadan|fast|during|observe|keep|halal|for)\b", text)
    ):
        return [_rule(line, sentence, "religious", reading)]
    if line.turn.section == turns.SCHEDULE and _TIME_LIMIT.search(text):
        return [_rule(line, sentence, "time_blocks", reading)]
    return []


def _other(reading: Reading, line: turns.Line, sentence: turns.Span) -> list[_Rule]:
    """Return the constraints of section 7 that name no food, exercise or day."""
    rules: list[_Rule] = []
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
        if _RELIGION.search(words) and not re.search(r"\b(?:hard|difficult|struggle|tough|tricky)\b", words):
            rules.append(_rule(line, piece, "religious", reading, days=days))
        elif _MEAL_RULE.search(words):
            rules.append(_rule(line, piece, "meal_timing", reading))
        elif _TIME_LIMIT.search(words):
            rules.append(_rule(line, piece, "time_blocks", reading))
        elif _MEDICAL.search(words) and not re.search(
            r"\b(?:says im fine|all clear|cleared me\.?$|no problem)\b", words
        ):
            rules.append(_rule(line, piece, "medical", reading))
        elif _SOCIAL.search(words) and _MUST.search(text, *sentence):
            rules.append(_rule(line, piece, "social", reading, days=days))
        elif _EQUIPMENT.search(words):
            rules.append(_rule(line, piece, "equipment", reading))
        elif re.search(
            r"\b(?:non ?negotiable|must|deal ?breaker|sacred|not giving up|no matter what|have to keep|wont "
            r"give up|i refuse|not willing)\b",
            words,
        ):
            rules.append(_rule(line, piece, "other", reading))
    return rules


def _merged(rules: list[_Rule]) -> list[Row]:
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
