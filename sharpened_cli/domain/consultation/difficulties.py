"""What stands in the person's way: category, severity and how often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import negation, turns
from sharpened_cli.domain.consultation.extraction import Row, stated

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.reading import Reading

BODY_PARTS = (
    r"knees?|shoulders?|lower backs?|upper backs?|back|hips?|ankles?|wrists?|elbows?|necks?|feet|foot|heels?|"
    r"achilles|hamstrings?|calf|calves|shins?|groin|quads?|rotator cuff|jaw|ribs?|hands?|fingers?|thumbs?|toes?|"
    r"plantar|sciatica|si joint|spine|disc|discs|tendons?|it band|itb|joelhos?|ombros?|costas|lombar|rodillas?|"
    r"hombros?|espalda|genoux?|epaules?|dos|forearms?|glutes?|pelvis|pelvic(?: floor)?|collarbone|arms?|legs?|big "
    r"toe|arch|kneecap|tailbone|joints|muneca|tornozelo|punho"
)  # fmt: skip
PAIN = (
    r"pains?|painful|lesao|lesion|blessure|hurts?|hurting|sore|aches?|aching|achy|achey|niggl\w*|injur\w+|"
    r"tight\w*|stiff\w*|dodgy|bad|"
    r"gammy|click|clicks|clicky|clicking|broke|broken|tore|torn|sprain\w*|strain\w*|tweak\w*|twinges?|flares?|"
    r"flare ups?|flared|surgery|tendon\w*|"
    r"tendinitis|tendinopathy|arthritis|arthritic|bursitis|fasciitis|splints|impingement|herniated|slipped|"
    r"bulging|gives? (?:me )?(?:trouble|jip|grief|way|out)|plays? up|playing up|acts? up|acting up|problem\w*|"
    r"issues?|trouble|weak|wonky|crunch\w*|grinds?|swollen|swells?|dislocat\w+|fractured?|doi|dor|dolor|duele|"
    r"douleur|mal|kills? me|killing|iffy|complains?|grumbles?|grumbly|crocked|knackered|unstable|locks?|seizes?|"
    r"goes|went|numb\w*|bothers?|bothering|bothered|tennis|golfers|frozen|old|pops|op|replacement|knee|pulled|"
    r"popped|twist(?:ed)?|rolled|fragile|delicate|vulnerable|damaged"
)
_INJURY = re.compile(
    rf"\b(?:{BODY_PARTS})\b[^.;]{{0,40}}\b(?:{PAIN})\b|\b(?:{PAIN})\b[^.;,]{{0,24}}\b(?:{BODY_PARTS})\b|"
    rf"^\W*(?:my |the )?(?:left |right |lower |upper )*(?:{BODY_PARTS}) (?:when|if|after|on|during|from)\b|"
    rf"\b(?:plantar fasciitis|sciatica|tennis elbow|golfers elbow|shin splints|runners knee|frozen shoulder|"
    rf"arthritis|tendin\w+|tendonitis|hernia|bursitis|carpal tunnel|scoliosis|fibromyalgia|slipped disc|"
    rf"herniated disc|whiplash|diastasis|hypermobil\w+|rsi|injur(?:y|ies)|pelvic floor)\b"
)
_BARE_BODY = re.compile(
    rf"^\W*(?:(?:my|the|a|left|right|both|dodgy|bad|old|sometimes|and|some|that|an?) )*(?:{BODY_PARTS})\W*$"
)
CATEGORIES = (
    ("motivation", (
        r"motivat\w*|laz(?:y|iness)|cant be bothered|out of bed|getting up|demotivat\w*"
    )),
    ("travel", (
        r"travel\w*|airports?|business trips?|on the road|hotels?|away (?:for|with) work|flights?|flying|long haul|"
        r"work trips?|viajo|viagens|voyage\w*|jet ?lag|away from home|touring|weeks away|offshore|deployed|"
        r"deployment"
    )),
    ("energy", (
        r"dizz\w*|faint\w*|light ?headed\w*|tired\w*|exhaust\w+|fatigue\w*|energy|knackered|shattered|sleep\w*|"
        r"insomnia|burn(?:t|ed)? ?out|wiped(?: "
        r"out)?|drained|no (?:juice|gas)|zonked|low iron|anaemi\w+|anemi\w+|cansad[oa]|cansancio|fatigad[oa]|night "
        r"shifts?|shift work|knackering|up at night|wakes? (?:me )?up|waking up|sluggish|crash(?:es)? (?:at|in|"
        r"after)|afternoon slump|menopaus\w+|hot flushes|long covid|chronic fatigue|run down|dead on my feet|(?:sem|"
        r"sin) energia|energia|brain fog|lethargic|jet lagged|worn out"
    )),
    ("social_support", (
        r"(?:my )?(?:partner|husband|wife|family|friends?|boyfriend|girlfriend|mates?|flatmates?|housemates?|"
        r"roommates?|parents|mum|mom|dad|kids) (?:\w+ )?(?:doesnt|dont|isnt|arent|thinks?|eats?|hates?|brings?|"
        r"keeps?|always|not|wont|cooks?|orders?|bakes?|makes? fun|laugh\w*|moans?|buys?|sabotag\w*|want me|say|says|"
        r"drink\w*)|nobody to|no one to|no ?one (?:to|at home|around)|train(?:ing)? alone|on my own|lonely|alone|no "
        r"support|unsupportive|no (?:gym|training|workout) (?:buddy|partner)|peer pressure|pub with|work drinks|"
        r"social life|friends drink|socialising|sozinh[oa]|support|intimidat\w+|judged|judging"
    )),
    ("equipment_access", (
        r"no (?:gym|equipment|kit|space|weights|pool|rack|bike|room)\b|no (?:gym|pool) near\w*|equipment|gym (?:is "
        r")?(?:too )?(?:far|busy|packed|crowded|closed|closes|shut|expensive)|(?:far|miles) from (?:the|a|any) gym|"
        r"limited (?:kit|equipment|space)|small (?:flat|apartment|room|space)|thin walls|neighbours? (?:below|"
        r"downstairs)|downstairs neighbours?|only (?:have|got) (?:a |one |two |2 |1 )?(?:pair|bands?|dumbbells?|"
        r"kettlebell)|gym membership|cant afford (?:a |the )?(?:gym|membership|trainer|equipment)|packed|racks? (?:are "
        r")?always|waiting for (?:the )?(?:rack|machines?|equipment)|no car|space at home|crowded"
    )),
    ("knowledge", (
        r"dont (?:really )?know (?:what|how|where|which|if)|no (?:idea|clue)(?: what| how| where)?|confus\w+|not "
        r"sure (?:what|how|which|if|where)|unsure|knowledge|clueless|overwhelm\w*|too much (?:conflicting )?(?:info|"
        r"advice|information)|conflicting (?:info|advice)|technique|form (?:is|on|worries)|lost in the gym|never "
        r"been taught|what to do|where to start|how much to (?:eat|lift)|information overload|program ?hop\w*|dont "
        r"understand|macros confuse|which exercises|nao sei"
    )),
    ("consistency", (
        r"consisten\w+|stick(?:ing)? (?:to|with)|fall(?:ing)? off (?:the wagon|track)|(?:start|begin) (?:and|then) "
        r"(?:stop|quit)|on and off|stop(?:ping)? and start(?:ing)?|start stop|all or nothing|give up (?:after|"
        r"quickly|too|when|easily)|skip(?:ping)? (?:sessions?|workouts?|days|gym|leg day)|quit after|drop off|lose "
        r"momentum|routine|discipline|yo ?yo|keep(?:ing)? (?:it )?going|fizzle|constancia|regularity|miss "
        r"(?:sessions|workouts|days)|never last|lasts? (?:\w+ )?(?:2|3|\d|two|three) weeks|always quit|"
        r"procrastinat\w+|habit"
    )),
    ("nutrition", (
        r"fuel\w*|snack\w*|sweet tooth|sugar|binge?\w*|overeat\w*|stress ?eat\w*|emotional eat\w*|restrict\w*|"
        r"eating disorder|anorexi\w+|bulimi\w+|comfort eat\w*|eat(?:s|ing)? (?:too|out|late|when|rubbish|junk|crap|"
        r"badly|like|everything|enough|while|because|my feelings|the kids)|eat(?:s|ing)?\b(?=.*\b(?:stress|bored|"
        r"late|night|forget|enough|junk)\b)|forget to eat|under ?eat\w*|not eating|appetite|cravings?|crave|"
        r"takeaways?|take ?outs?|junk|fast food|diet|calories|protein|weight cuts?|cutting weight|alcohol|"
        r"drink(?:ing)? (?:too|at|on)|beers?|wine|chocolate|biscuits?|portion\w*|hungry|hunger|money|food|cook\w*|"
        r"meal prep\w*|gut|ibs|bloat\w*|stomach|reflux|comida|hydrat\w*|dehydrat\w*|drink enough|crisps|cake|"
        r"grazing|graze|picking|meals"
    )),
    ("time_management", (
        r"homework|coursework|essays?|horarios?|loucura|time|busy|schedule|hours|overtime|deadlines?|work(?! "
        r"?outs?)(?:load|ing)?|shifts?|rota|commut\w*|kids|"
        r"children|baby|toddler|school run|meetings?|study\w*|exams?|revision|examenes|exames|provas|childcare|"
        r"juggl\w*|caring for|carer|"
        r"job|hectic|manic|unpredictable|on call|tempo|tiempo|last minute|harvest|term|season|mad in|crazy in|month "
        r"?end|year ?end|quarter end|tax season|trabalho|trabajo|travail|newborn"
    )),
    ("motivation", (
        r"motivat\w+|lazy|laziness|cant be bothered|bored\w*|boring|boredom|lose interest|interest|mood|depress\w*|"
        r"anxi\w+|confiden\w*|self ?conscious|shy|embarrass\w*|worry|worried|afraid|scared|nervous|fear|hate (?:the "
        r"gym|exercise|exercising|gyms|mornings)|excuses|couch|sofa|netflix|winter|dark (?:mornings|evenings|"
        r"nights)|weather|cold|rain|overdo\w*|drive|will ?power|preguica|pereza|ganas|plateau\w*|stuck|no progress|"
        r"not seeing|discourag\w*|perfectionis\w*|stress\w*|pressure|mental\w*|compare myself|gymtimidation|"
        r"enthusiasm|get bored|demotivat\w*|impatien\w*|frustrat\w*|overtrain\w*|self doubt"
    )),
    ("injury", (
        r"asthma\w*|allerg(?:y|ies) in|breath\w*|eczema|migraines?|headaches?|endometriosis|pcos|crohns|lupus|ms\b|"
        r"hearing|eyesight|cramps?|blisters?|recover\w*(?<!in recovery)|swollen|thyroid|arthrit\w*"
    )),
)  # fmt: skip
_CATEGORY = [(name, re.compile(rf"\b(?:{words})(?![a-z])")) for name, words in CATEGORIES]
_SPLIT = re.compile(r",(?!\d)|;|\band\b|\bplus\b|\+|\balso\b|/|\bthen theres\b|\be\b|\by\b|\bas well as\b|\bmas\b")
_SEVERE = re.compile(
    r"\b(?:really|very|so|badly|terribl[ey]|awful|severe(?:ly)?|huge|massive|biggest|main|kills?|killing|"
    r"constant(?:ly)?|horrible|always|serious(?:ly)?|major|extremely|completely|massively|cant (?:cope|move|"
    r"function)|worst|number 1|unbearable|nightmare|chronic)\b"
)
_MILD = re.compile(
    r"\b(?:a bit|bit of|slight(?:ly)?|minor|mild(?:ly)?|niggles?|niggly|little|small|not (?:too )?bad|"
    r"manageable|occasional(?:ly)?|sometimes|kinda|nothing major|not a big deal|tiny|twinges?)\b"
)
_SCALE = re.compile(r"\b(\d{1,2}) ?(?:/|out of) ?(10|5)\b|\bseverity (?:of )?(\d)\b")
_FREQUENCIES = (
    ("daily", (
        r"every ?day|daily|always|constantly|all the time|every (?:morning|night|evening|afternoon|single day)|each "
        r"(?:day|night)|24/7|nonstop|todos os dias|todos los dias|tous les jours|permanently|most (?:days|nights|"
        r"mornings|evenings)"
    )),
    ("weekly", (
        r"every week|weekly|each week|(?:every|most) weekends?|on weekends|at (?:the )?weekends?|most weeks|once a "
        r"week|weekends|(?:\d|twice|two|three|couple) (?:times |days |nights )?(?:a|per) week|toda semana|cada "
        r"semana|every (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:\d|few) days a week|once or twice a week|"
        r"(?:friday|saturday|sunday)s"
    )),
    ("monthly", (
        r"every month|monthly|once a month|each month|month ?end|(?:twice|2|3|two|few) (?:times )?a month|(?:\d|one|"
        r"1|a) weeks? (?:a|per|every|each|out of) month|(?:every )?(?:few|couple of|3|4|6) (?:weeks|months)"
    )),
    ("occasionally", (
        r"sometimes|occasionally|now and (?:then|again)|from time to time|once in a while|on and off|comes and goes|"
        r"flares? up|every so often|a veces|as vezes|parfois|in (?:march|december|winter|exam season|tax season)|"
        r"rarely|every now and|certain times|occasional|off and on"
    )),
)  # fmt: skip
_FREQUENCY = [(name, re.compile(rf"\b(?:{words})(?![a-z])")) for name, words in _FREQUENCIES]
_MEDICAL_FACT = re.compile(
    r"\b(?:blood pressure|diabet\w+|cholesterol|diagnosed|metformin|insulin|ramipril|statins?|pregnant|"
    r"thyroxine|take \w+ for|tablets for|heart (?:attack|condition|failure)|stent|pacemaker|osteopor\w+|"
    r"prescribed)\b"
)
_NOTHING = re.compile(
    r"^\W*(?:nothing(?: really| much| comes to mind| else)?|none|nope|no(?: difficulties| problems| injuries| "
    r"issues)?|not really|all good|no injuries.*|thats (?:it|all|everything)|that is all|thanks?.*|same as "
    r"(?:above|before)|i (?:think )?thats it|nothing to report)\W*$"
)
_NOT_A_DIFFICULTY = re.compile(
    r"^\W*(?:no|dont|never|not)\b.{0,12}\b(?:injur\w+|pain\w*|problems?|issues?|allerg\w+|medical|health|"
    r"conditions?|medication|meds|complaints)\b|\b(?:doctor|gp|physio) (?:has )?(?:cleared|says im fine|"
    r"says no (?:\w+ )?(?:problems?|issues?)|says "
    r"its fine)|\ball clear\b|\bfully (?:healed|recovered)\b|\bno longer\b(?! able)|\b(?:is|all|are) fine now\b|"
    r"\bused to (?:be|have|get|struggle)\b|\bgot over\b|\bnot a problem\b|\bsorted now\b|\bisnt (?:an|a|the) "
    r"(?:issue|problem)\b|\bhealed\b|"
    r"\bi (?:train|work ?out|exercise) without\b"
)
_RELATIVE_ONLY = re.compile(
    r"\b(?:my|our) (?:mum|mom|mother|dad|father|sister|brother|wife|husband|gran\w*|uncle|aunt\w*|partner|nan|"
    r"son|daughter)s? (?:has|had|is|was|got|died|suffers?|takes?)\b|\bfamily history\b|\bruns in\b"
)
_COMPLAINT = re.compile(
    r"\b(?:hard|struggl\w+|difficult\w*|tough|problem\w*|cant|always|too|lack\w*|hate|never|issue|barrier|"
    r"obstacle|gets? in the way|annoy\w*|stops? me|worst|challenge|trouble|weak|bad|fail\w*|mess\w*|dread|lose|"
    r"losing)\b"
)


def rows(reading: Reading, taken: list[tuple[turns.Line, turns.Span]]) -> list[Row]:
    """Return the difficulties of section 7, and pains told elsewhere; ``taken`` stretches are constraints."""
    result: list[Row] = []
    for line in reading.section(turns.CHALLENGES):
        for sentence in turns.sentences(line.text):
            _from_sentence(reading, line, sentence, taken, result)
    for line in reading.lines:
        if line.turn.section != turns.CHALLENGES:
            for sentence in turns.sentences(line.text):
                _pain_elsewhere(line, sentence, result)
    return _distinct(result)


def _from_sentence(
    reading: Reading,
    line: turns.Line,
    sentence: turns.Span,
    taken: list[tuple[turns.Line, turns.Span]],
    result: list[Row],
) -> None:
    text = line.text
    if _NOTHING.match(text[sentence.start : sentence.end]):
        reading.use(line, *sentence)
        return
    parts = [part for part in turns.split(text, sentence, _SPLIT) if not _is_taken(line, part, taken)]
    opened: list[tuple[turns.Span, str]] = []
    waiting: turns.Span | None = None
    for part in _rejoined(text, parts):
        words = text[part.start : part.end]
        if _is_dislike(reading, line, part) or _explains_rule(line, part, taken):
            continue
        if _NOTHING.match(words) or _NOT_A_DIFFICULTY.search(words) or _RELATIVE_ONLY.search(words):
            continue
        category = None if _MEDICAL_FACT.search(words) else _category(words)
        if (opened and re.match(r"\W*(?:she|he|they|it|which)\b", words) and not _is_far(opened[-1][0], part)) or (
            category is None and opened and not _is_far(opened[-1][0], part)
        ):
            opened[-1] = (turns.Span(opened[-1][0].start, part.end), opened[-1][1])
        elif category is None:
            waiting = part if not _MEDICAL_FACT.search(words) and len(words.split()) <= 4 else None
            if _COMPLAINT.search(words) and len(words.split()) >= 2 and not _is_wish(line, part):
                opened.append((part, "other"))
        elif opened and opened[-1][1] == category and _continues(text, part):
            opened[-1] = (turns.Span(opened[-1][0].start, part.end), category)
        else:
            joins = waiting is not None and re.fullmatch(r"[\s,]*and[\s,]*", text[waiting.end : part.start])
            opened.append((turns.Span(waiting.start if waiting and joins else part.start, part.end), category))
            waiting = None
    for span, category in opened:
        reading.use(line, *span)
        result.append(_row(line, span, category))


def _is_dislike(reading: Reading, line: turns.Line, part: turns.Span) -> bool:
    """Return whether a part only says that an exercise, or what was just named, is disliked."""
    words = line.text[part.start : part.end]
    if re.fullmatch(r"\W*(?:i )?(?:really )?(?:hate|cant stand|loathe|detest) (?:it|them|that|those)\W*", words):
        return True
    return bool(
        re.match(r"\W*(?:i |and |but )*(?:really )?(?:hate|cant stand|dont like|loathe|detest)\b", words)
    ) and bool(
        reading.vocabulary.exercises.find(line.text, *part) or reading.vocabulary.movements.find(line.text, *part)
    )


def _explains_rule(line: turns.Line, part: turns.Span, taken: list[tuple[turns.Line, turns.Span]]) -> bool:
    """Return whether a part goes on about a constraint just stated ("no gels, they wreck my stomach")."""
    follows = any(
        other is line and 0 <= part.start - span.end <= 12 and "." not in line.text[span.end : part.start]
        for other, span in taken
    )
    return follows and bool(
        re.match(
            r"\W*(?:they|it|that|this|thats|its|makes?|gives?|not (?:coeliac|celiac|allergic)|(?:downstairs |"
            r"upstairs )?neighbours?|doctors?|physio)\b",
            line.text[part.start : part.end],
        )
    )


def _rejoined(text: str, parts: list[turns.Span]) -> list[turns.Span]:
    """Join parts that are no statement of their own ("knees and hips hurt", "my left hip, when I run")."""
    joined: list[turns.Span] = []
    for part in parts:
        words = text[part.start : part.end]
        if joined:
            before = text[joined[-1].start : joined[-1].end]
            gap = text[joined[-1].end : part.start]
            is_aside = bool(
                re.match(
                    r"(?:when|if|because|so|especially|mostly|after|before|since|which|that|but|from|on|in|"
                    r"during|due to|right|left|usually|always|mainly|every|at|as|particularly|then|sometimes|"
                    r"with|for|though|while|until|even|not|now|it|they|cos|cause)\b",
                    words,
                )
            )
            both_parts = (
                bool(_BARE_BODY.match(before))
                and bool(re.search(rf"\b(?:{BODY_PARTS})\b", words))
                and "and" in gap
                and not re.search(r"\b(?:no|time)\b", words)
            )
            if (is_aside and len(gap.strip()) <= 3) or both_parts:
                joined[-1] = turns.Span(joined[-1].start, part.end)
                continue
        joined.append(part)
    return joined


def _is_far(left: turns.Span, right: turns.Span) -> bool:
    return right.start - left.end > 12


def _continues(text: str, right: turns.Span) -> bool:
    """Return whether the right part goes on about the same complaint of the same kind."""
    return bool(re.match(r"(?:it|that|this|they|always|really|especially)\b", text[right.start : right.end]))


def _is_taken(line: turns.Line, part: turns.Span, taken: list[tuple[turns.Line, turns.Span]]) -> bool:
    for other, span in taken:
        if other is line:
            overlap = min(part.end, span.end) - max(part.start, span.start)
            if overlap > 0.5 * (part.end - part.start):
                return True
    return False


def _is_wish(line: turns.Line, part: turns.Span) -> bool:
    return bool(re.match(r"\W*(?:id|i would|want|please|must|need)\b", line.text[part.start : part.end]))


def _category(words: str) -> str | None:
    if _INJURY.search(words) or _BARE_BODY.match(words):
        plain = negation.pseudo_free(words)
        if not re.match(r"\W*(?:no|without|never had)\b", plain):
            return "injury"
    for name, pattern in _CATEGORY:
        if pattern.search(words):
            return name
    return None


def _row(line: turns.Line, span: turns.Span, category: str) -> Row:
    words = line.text[span.start : span.end]
    values = stated(
        difficulty_category=category,
        description=line.quote(*span),
        severity=_severity(words),
        frequency=next((name for name, pattern in _FREQUENCY if pattern.search(words)), None),
    )
    return Row(values, line.quote(*span), line.turn.index, line.raw_span(*span), 0.6 if category == "other" else 0.9)


def _severity(words: str) -> int | None:
    scale = _SCALE.search(words)
    if scale:
        value = int(scale[1] or scale[3])
        return max(1, min(5, round(value / 2) if scale[2] == "10" else value))
    if _MILD.search(words):
        return 2
    return 4 if _SEVERE.search(words) else None


def _pain_elsewhere(line: turns.Line, sentence: turns.Span, result: list[Row]) -> None:
    """Keep a pain told in another section."""
    if _RELATIVE_ONLY.search(line.text, *sentence) or _NOT_A_DIFFICULTY.search(line.text, *sentence):
        return
    for part in turns.split(line.text, sentence, re.compile(r",(?!\d)|;|\bbut\b")):
        words = line.text[part.start : part.end]
        match = re.search(
            rf"\b(?:my|the|left|right|lower|bad|dodgy) (?:\w+ )?(?:{BODY_PARTS})\b[^.;,]{{0,30}}\b(?:hurts?|"
            rf"sore|aches?|aching|painful|pain|plays? up|playing up|clicks?|acts? up|acting up|bothers?|dodgy|"
            rf"flares?|gives? (?:me )?(?:trouble|jip|grief|way)|kills?|injur\w+|is bad|gets bad|problems?|"
            rf"tendon\w*|complains?|isnt great|is iffy)\b|\b(?:bad|dodgy|sore|injured|gammy|dicky|bum|wonky) "
            rf"(?:left |right |lower )?(?:{BODY_PARTS})\b|\b(?:pain|tendin\w+|tendon\w*|arthritis|ache) in "
            rf"(?:my |the |both )?(?:left |right |lower )?(?:{BODY_PARTS})\b",
            words,
        )
        if match and not negation.inside(part.start + match.start(), negation.denied_spans(line.text, sentence)):
            result.append(_row(line, part, "injury"))


def _distinct(rows_found: list[Row]) -> list[Row]:
    """Leave out a difficulty told twice (the same body part, or the same words)."""
    kept: list[Row] = []
    for row in rows_found:
        twin = next((index for index, other in enumerate(kept) if _is_twin(other, row)), None)
        if twin is None:
            kept.append(row)
        else:
            new = {key: value for key, value in row.values.items() if key not in kept[twin].values}
            kept[twin] = kept[twin].merged(**new)
    return kept


def _is_twin(first: Row, second: Row) -> bool:
    if first.values["description"] == second.values["description"]:
        return True
    if not first.values["difficulty_category"] == second.values["difficulty_category"] == "injury":
        return False
    part = re.search(rf"\b(?:{BODY_PARTS})\b", _cleaned(second))
    return part is not None and bool(re.search(rf"\b{re.escape(part[0].rstrip('s'))}s?\b", _cleaned(first)))


def _cleaned(row: Row) -> str:
    return turns.clean(turns.Turn(1, row.values["description"])).text
