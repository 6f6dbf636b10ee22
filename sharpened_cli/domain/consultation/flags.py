"""Safety flags of a conversation: red flags in the person's own words, never those of relatives or denied ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import dates, quantities, turns
from sharpened_cli.domain.consultation.extraction import Flag

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.domain.consultation.reading import Reading

_RULES = {
    "chest_pain": r"chest (?:pains?|tight\w*|pressure|discomfort|hurts?|aches?|squeez\w*|heaviness)|(?:pains?|tight\w*|pressure|discomfort|ache|squeezing|heaviness|burning)[^.;,]{0,14} (?:in|across|on|around) (?:my |the )?(?:chest|breastbone|sternum)|my chest (?:gets|feels|goes|is|hurts|aches|tightens)|angina|dor no peito|dolor (?:de|en el) pecho|douleurs? (?:a|dans) la poitrine",
    "cardiac_condition": r"stents?|heart (?:attack|disease|failure|condition|murmur|surgery|problem|problems|trouble|valve|bypass|op|operation|transplant|issue|issues|defect|arrhythmia)|cardiac (?:rehab|arrest|condition|event|history|surgery)|bypass|pacemaker|icd implant|atrial fib\w*|afib|a fib|\baf\b|arrh?ythmias?|cardiomyopathy|myocarditis|pericarditis|angina|tachycardia|svt|mitral valve|aortic (?:stenosis|valve)|coronary|ablation|angioplasty|cabg|irregular heart ?beat|heart flutter\w*|palpitations|long qt|marfan|mini ?stroke|\btia\b|problema (?:cardiaco|de coracao|do coracao)|infarto|infarctus|cardiologist|had a stroke|ataque al corazon",
    "hypertension": r"high blood pressure|hypertensi(?:on|ve)|blood pressure (?:is |runs |was |has been |a bit |too |quite |still |slightly )*(?:high|raised|elevated|up|through the roof|1[4-9]\d)|(?:raised|elevated) blood pressure|(?:blood pressure|\bbp\b) (?:tablets?|pills?|meds?|medication|medicine)|high bp|\bbp (?:is |of |was |runs )?(?:high|1[4-9]\d)|1[4-9]\d ?(?:/|over) ?(?:9|10|11)\d|(?:tablets?|pills?|meds?|medication|something) for (?:my |high )?(?:blood pressure|bp)|amlodipine|ramipril|lisinopril|losartan|pressao alta|presion alta|tension alta|hipertens\w+|tension arterial alta",
    "diabetes": r"diabet(?:es|ic|ics|e)|type (?:1|2|one|two|i|ii)(?: diab\w*)?(?! (?:fun|error))(?= diab| on | and (?:i |on )?(?:take|insulin|metformin)|,? (?:insulin|metformin|diagnosed))|t1d|t2d|insulin|metformin|blood sugar (?:is )?(?:high|problems)|hypoglyc\w+|hba1c|prediab\w+|\bgliclazide\b|diabetico|diabetica",
    "pregnancy": r"pregnant|pregnancy|(?:im |am )?expecting (?:a baby|my|our|twins|in|again)|\d+ weeks (?:along|gone|in(?:to)? (?:my|the) pregnancy)|trimester|baby (?:is )?due|due date|baby bump|with child|gravida|embarazada|enceinte|antenatal|prenatal|midwife",
    "postpartum": r"post ?partum|post ?natal|(?:just |recently )?(?:had|given birth to|gave birth|having) (?:a |my |our )?(?:baby|daughter|son|twins|first|second|third|little one)[^.;]{0,30}\b(?:\d+ (?:weeks|months|wks) ago|ago|last month|in (?:june|july|august|september|october|november))|gave birth|given birth|\d+ (?:weeks|months|wks) (?:after (?:birth|having|giving birth|a c section|the baby)|pp\b|since (?:having|giving birth|the birth))|c ?section|caesarean|cesarean|diastasis|breast ?feeding|nursing my|my baby is \d+ (?:weeks|months)|newborn|\d+ (?:week|month) old(?: baby| son| daughter)?|pelvic floor|new baby|since the birth|posparto|amamentando",
    "eating_disorder": r"eating disorders?|anorexi[ac]\w*|bulimi[ac]\w*|binge(?: and |[ /-])?purg\w*|purg(?:e|ing|ed)|make myself (?:sick|throw up|vomit)|making myself (?:sick|throw up|vomit)|made myself (?:sick|throw up|vomit)|throw(?:ing)? up after (?:eating|meals|dinner)|binge eating|bing(?:e|ing)s?(?! ?watch)|laxatives|orthorexi\w*|\bed recovery\b|disordered eating|restrict(?:ing|ed)? (?:my )?(?:food|eating|calories) (?:badly|again|to)|starv(?:e|ing) myself|relationship with food|scared of (?:eating|food|gaining)|transtorno alimentar|anorexie|boulimie",
    "self_harm": r"(?:kill|hurt|harm|cut|cutting|harming|hurting|killing|end) (?:myself|my life|it all)|suicid\w*|self ?harm\w*|(?:dont|do not|didnt) want to (?:live|be here|be alive|wake up|exist|go on)|want to die|wish i (?:was|were) (?:dead|not here)|better off (?:dead|without me)|no (?:point|reason) (?:in |to )?(?:living|live|going on|being here)|ending (?:it all|my life)|not worth living|end things|take my own life|quero morrer|quiero morir|matarme|thoughts of (?:ending|dying)",
    "dizziness": r"dizz\w+|light ?headed\w*|faint(?:ed|ing|s)?\b(?! praise)|pass(?:ed|ing|es)? out|black(?:ed|ing)? ?outs?|vertigo|vestibular|room spins?|head spins?|collaps(?:ed|ing|e)|lost consciousness|wooz\w+|see(?:ing)? stars|syncope|tontur\w+|mareos?|mareada?|vertiges?|desmai\w+",
    "concussion": r"concuss\w+|head (?:injury|knock|trauma)|knocked (?:out|unconscious)|hit my head|banged my head|commotion cerebrale|conmocion",
    "osteoporosis": r"osteopor\w+|osteopen\w+|brittle bones?|bone density (?:is |scan )?(?:low|poor|bad|showed)?|low bone (?:density|mass)|thin(?:ning)? bones|alendronic|fragile bones|stress fractures",
}  # fmt: skip
_PATTERNS = {code: re.compile(rf"(?<![a-z])(?:{words})(?![a-z])") for code, words in _RULES.items()}
_NOT_CONCERNED = {
    "eating_disorder": re.compile(r"bing(?:e|ing) ?(?:on )?(?:watch|netflix|tv|series|box|shows)|binge drink"),
    "concussion": None,
    "dizziness": re.compile(r"faint (?:hope|idea|memory)|collapse (?:on|into|in front|in bed|onto)|collapse on the"),
    "cardiac_condition": re.compile(r"bypass (?:road|the)|\bsvt run"),
    "pregnancy": re.compile(r"not (?:pregnant|expecting)"),
}  # fmt: skip
_CARDIAC_WORDS = re.compile(r"cardiologist")

_RELATIVE = re.compile(
    r"\b(?:my|our|his|her|their|the) (?:\w+ )?(?:mum|mom|mother|dad|father|parents?|brothers?|sisters?|wife|husband|partner|girlfriend|boyfriend|son|daughter|kids?|child|children|grand\w+|gran|granny|nan|nana|grandad|uncle|aunt(?:ie|y)?|cousin|friend|mate|boss|colleague|neighbour|flatmate|roommate|"
    r"family|in laws?|(?:mother|father|sister|brother) in law|dog|cat|client|coach|teammate|twin|missus|fiancee?|bf|gf|ex|best friend|nephew|niece|mae|pai|madre|padre|abuela|abuelo|mere|pere)s?\b"
    r"|\b(?:mum|mom|dad|grandma|grandpa|gran|nan)\b|\bfamily history\b|\bruns in (?:the|my) family\b|\b(?:hereditary|genetic)\b|\bon (?:my|the) (?:mothers?|fathers?|mums?|dads?) side\b|\b(?:wife|husband|partner|girlfriend|sister|brother|daughter)\b(?= is| has| had| was| got)"
)
_BACK_TO_SELF = re.compile(r"\b(?:i|ive|im|id|me|myself)\b|\bmy (?:own|chest|heart|blood|doctor|gp|cardiologist|bp|last)\b")
_DENIAL = re.compile(
    r"\b(?:no|not|never|dont|do not|doesnt|didnt|without|havent|havnt|have not|hasnt|isnt|arent|wasnt|nor|neither|none|denies|deny|free of|clear of|cleared of|negative for|ruled out|rule out|nothing like|no history of|no sign of|no longer|never had|avoid|prevent|to avoid|sem|nao|sin|pas de)\b"
)
_DENIAL_AFTER = re.compile(r"\s*(?:(?:is|are|was|were|has been|have been|came back|all|its)\s+)*(?:fine|normal|ok|okay|good|perfect|clear|negative|ruled out|under control without|no|none|not (?:a|an) (?:issue|problem))\b|\s*[:?-]\s*(?:no|none|never|nope|negative|nao)\b|\s*,?\s*(?:no|nope|none|never)\s*(?:[.;,]|$)")
_SCOPE_BREAK = re.compile(r"\b(?:but|however|although|though|except|just|only|apart from|until|since|because|yet)\b|[;:]|,\s*(?:i|my|im|ive|just|and i|still|it|he|she|they|so)\b|\band (?:i|my|im|ive|now|also|on)\b|\bwhile\b")
_PSEUDO = re.compile(r"\bnot only\b|\bno longer (?:able|allowed)\b|\bnot sure (?:if|whether)\b|\bdont know (?:if|whether|why)\b|\bcant (?:stop|help)\b|\bno energy\b|\bno time\b|\bno idea\b|\bnot (?:great|good|well)\b|\bnot want(?:ing)? to\b|\bdont want to (?:live|be here|be alive|wake up|exist|go on)\b|\bno (?:point|reason) (?:in|to|living|going)\b|\bdo not want to (?:live|be here|be alive|wake up|exist|go on)\b|\bdidnt want to (?:live|be here|be alive|wake up|exist|go on)\b|\bwithout (?:warning|reason)\b|\bnot worth living\b|\bnever (?:told|really told|mentioned)\b|\bnot (?:eaten|eating|slept)\b|\bno (?:alcohol|heavy lifting|running|sparring|jumping|impact|contact)\b|\bnot allowed\b|\bdont (?:let|make|push|tell)\b|\bno \w+(?: \w+){0,6} because of\b|\bdidnt (?:realise|realize)\b|\bif i dont\b|\bwhen i (?:dont|havent)\b|\bdont eat\b")
_OLD_CONCUSSION = re.compile(r"\b(?:(?:[2-9]|1\d|20) years ago|years ago|as a (?:kid|child|teen)|at school|(?:fully |all )?(?:recovered|cleared|healed)(?! yet)|when i was (?:a|\d)|long time ago|in (?:19\d\d|20[01]\d|202[0-4])|back in)\b")
_HYPOTHETICAL = re.compile(r"\b(?:worried about getting|scared of getting|dont want to get|want to avoid|to prevent|in case of|risk of|afraid of|avoid getting|so i dont get|reduce (?:my|the) risk)\b[^.;,]{0,30}$")

_AGE = re.compile(r"\b(?:im|i am|i turned|just turned|aged?|i will be|ill be|tengo|tenho|jai)(?: a| just| only| nearly| almost)* ?(\d{1,2})(?: ?(?:years?|yrs?|anos|ans|yo)(?: old)?\b| ?(?:and|,|\.|;|$|-|so|now|next|in|male|female|m\b|f\b|but|who|with|guy|girl|woman|man|this)|$)|\b(\d{1,2}) ?(?:years? old|yrs? old|yo\b|y/o|year old)(?! (?:son|daughter|kid|boy|twin|niece|nephew|dog|brother|sister|baby|child|grand|car|injury|knee))")
_SCHOOL = re.compile(r"\b(?:year (?:7|8|9|10|11|12)\b|(?:7|8|9|10|11)th grade|in (?:my )?(?:secondary|middle|high) school|gcses?|sophomore in high school|my (?:parents|mum|mom|dad) (?:has to|have to|must) (?:sign|agree|drive)|sixth form|im a teenager|freshman in high school)\b")
_OLD = 65  # years; ACSM 2021: older adult
_ADULT = 18
_FALL = re.compile(r"\b(?:had (?:a |2 |3 |several )?(?:bad )?falls?|fell (?:over|down|in|on|last|twice|at|off the (?:kerb|step))|i fell\b(?! (?:out|in love|for|behind|asleep|off))|fall(?:s|ing)?(?: over| risk)?\b(?! (?:asleep|off the wagon|behind|in love|short|apart))|unsteady|wobbly|balance (?:is(?:nt)?|not|has|problems?|issues?|trouble|worries|getting|going)|poor balance|walking (?:stick|frame|aid)|zimmer|hip replacement after|tripp(?:ed|ing)|not steady|lose my balance|losing my balance|my balance|broke my hip|fractured my hip)\b")
_INJURY_EVENT = r"(?:tore|torn|tear|ruptured?|broke|broken|fractur\w+|sprain\w*|dislocat\w+|snapped|pulled|strained|strain|twisted|rolled|surgery|operation|operated|op\b|arthroscopy|reconstruct\w+|acl|meniscus|hernia|slipped disc|herniated disc|injur\w+|crash\w*|accident|stitches|in a (?:cast|boot|sling)|did (?:my|in my)|popped|hurt my|busted|tweaked|whiplash|fell off (?:my|the) (?:bike|horse)|came off my bike)"
_BODY = re.compile(r"\b(?:ankle|knee|acl|mcl|pcl|meniscus|achilles|hamstring|quad|calf|groin|hip|back|disc|shoulder|rotator cuff|labrum|collarbone|clavicle|elbow|wrist|hand|finger|thumb|toe|foot|leg|arm|rib|ribs|neck|jaw|nose|hernia|shin|pec|bicep|biceps|tricep|metatarsal|tibia|fibula|femur|pelvis|cuff|ligament|tendon|cartilage|spine|muscle|plantar|scaphoid|radius|kneecap|forearm|heel)s?\b")
_INJURY = re.compile(rf"\b{_INJURY_EVENT}")
_RECENT = re.compile(
    r"\b(?P<count>\d+|a|last|few|couple of) ?(?P<unit>days?|weeks?|wks?|months?|fortnight) (?:ago|back|since)\b|\blast (?:week|month|weekend|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\byesterday\b|\bthis (?:week|month|morning|weekend)\b|\brecent(?:ly)?\b|\bjust (?:had|got|tore|broke|sprained|come out|came out|pulled|did)\b"
    r"|\bstill (?:in|healing|recovering|swollen|on crutches|wearing|doing physio|in rehab)\b|\b(?:in|currently in|doing) (?:a (?:cast|boot|sling)|rehab|physio)\b|\bon crutches\b|\brecovering from\b|\b(?P<weeks>\d+) (?:weeks?|wks?|months?) (?:post ?op|post ?surgery|out from|after|into (?:rehab|recovery)|post)\b|\bcoming back from\b|\bnot (?:yet )?(?:healed|cleared)\b|\brehabbing\b|\ba fortnight ago\b|\bthe other (?:day|week)\b"
)
_RECENT_MONTHS = 6  # product choice: within half a year an injury counts as recent
_LOW_BMI = 18.5  # kg/m2; WHO 1995: underweight below
_LOW_ADULT_KG = 45.0  # below this at an unknown height a target weight is asked about; product choice
_TARGET = re.compile(r"\b(?:to|get to|down to|reach|target|goal(?: weight)?(?: is| of)?|hit|at|weigh|be|under|below|until|til|till|want) (?:about |around |be )?$|\b(?:lose|drop)\b")


def flags(reading: Reading) -> list[Flag]:
    """Return the safety flags of all turns, each code once, with the words that raised it."""
    found: dict[str, Flag] = {}
    for line in reading.lines:
        for sentence in turns.sentences(line.text):
            for code, start, end in _in_sentence(line.text, sentence, reading.today):
                found.setdefault(code, Flag(code, line.quote(start, end), line.turn.index, line.raw_span(start, end)))
    _by_age(reading, found)
    _underweight(reading, found)
    return [found[code] for code in sorted(found)]


def _in_sentence(text: str, sentence: turns.Span, today: date) -> list[tuple[str, int, int]]:
    plain = _PSEUDO.sub(lambda match: " " * len(match[0]), text)
    result = []
    for code, pattern in _PATTERNS.items():
        for match in pattern.finditer(text, *sentence):
            if _counts(code, text, plain, sentence, match):
                result.append((code, match.start(), match.end()))
                break
    if _is_recent_injury(text, plain, sentence, today):
        result.append(("recent_injury", *sentence))
    return result


def _counts(code: str, text: str, plain: str, sentence: turns.Span, match: re.Match[str]) -> bool:
    near = text[max(sentence.start, match.start() - 14) : min(sentence.end, match.end() + 22)]
    except_for = _NOT_CONCERNED.get(code)
    if except_for and except_for.search(near):
        return False
    if _is_of_relative(text, sentence, match) or _is_denied(plain, sentence, match):
        return False
    if _HYPOTHETICAL.search(text[sentence.start : match.start()]):
        return False
    return not (code == "concussion" and _OLD_CONCUSSION.search(text, *sentence))


def _is_of_relative(text: str, sentence: turns.Span, match: re.Match[str]) -> bool:
    """Return whether the nearest person before the words (else just after them) is somebody else."""
    before = text[sentence.start : match.start()]
    relative = None
    for relative in _RELATIVE.finditer(before):
        pass
    if relative:
        between = before[relative.end() :]
        return not _BACK_TO_SELF.search(between)
    after = text[match.end() : sentence.end]
    follows = re.match(r"\s*,?\s*(?:runs in (?:the|my) family|(?:in|on|from|with) (?:my|the) (?:family|mum|mom|dad|mothers?|fathers?|mums?|dads?)|is (?:genetic|in the family)|like my \w+|in the family)", after)
    return bool(follows)


def _is_denied(plain: str, sentence: turns.Span, match: re.Match[str]) -> bool:
    cue = None
    for cue in _DENIAL.finditer(plain, sentence.start, match.start()):
        pass
    if cue and not _SCOPE_BREAK.search(plain, cue.end(), match.start()) and match.start() - cue.end() < 70:
        return True
    return bool(_DENIAL_AFTER.match(plain[: sentence.end], match.end()))


def _is_recent_injury(text: str, plain: str, sentence: turns.Span, today: date) -> bool:
    for match in _INJURY.finditer(text, *sentence):
        if not _BODY.search(text, *sentence) and "surgery" not in match[0] and "operat" not in match[0]:
            continue
        if _is_of_relative(text, sentence, match) or _is_denied(plain, sentence, match):
            continue
        for recent in _RECENT.finditer(text, *sentence):
            if _is_within_months(recent):
                return True
        for found in dates.dates(text, today, *sentence):
            if found.precision == "month" and re.search(r"\b(?:in|since|last)\b", text[max(0, found.start - 6) : found.end]):
                age = _months_since(found.value, today)
                if age <= _RECENT_MONTHS and not re.search(r"20\d\d", text[found.start : found.end + 6]):
                    return True
    return False


def _is_within_months(match: re.Match[str]) -> bool:
    count_text, unit = match["count"], match["unit"] or ""
    if match["weeks"]:
        count_text, unit = match["weeks"], match[0]
    if not count_text:
        return True
    count = int(count_text) if count_text.isdigit() else {"few": 3, "couple of": 2}.get(count_text, 1)
    return count <= _RECENT_MONTHS if "month" in unit else count <= 26


def _months_since(upcoming: date, today: date) -> int:
    """Return how long ago the last such month was (``upcoming`` is its next occurrence)."""
    return (today.month - upcoming.month) % 12


def _by_age(reading: Reading, found: dict[str, Flag]) -> None:
    age_place = _own_age(reading)
    for line in reading.lines:
        for match in _SCHOOL.finditer(line.text):
            before = line.text[max(0, match.start() - 40) : match.start()]
            if age_place is None and not _RELATIVE.search(before) and not re.search(r"\b(?:teach|work|since|after|used to|back in|was)\b", before):
                found.setdefault("minor", Flag("minor", line.quote(*match.span()), line.turn.index, line.raw_span(*match.span())))
    if age_place is None:
        return
    age, line, span = age_place
    if age < _ADULT:
        found.setdefault("minor", Flag("minor", line.quote(*span), line.turn.index, line.raw_span(*span)))
    if age >= _OLD:
        for other in reading.lines:
            for sentence in turns.sentences(other.text):
                match = _FALL.search(other.text, *sentence)
                if match and not _is_of_relative(other.text, sentence, match) and not _is_denied(_PSEUDO.sub(lambda m: " " * len(m[0]), other.text), sentence, match):
                    found.setdefault("older_adult_fall_risk", Flag("older_adult_fall_risk", other.quote(*match.span()), other.turn.index, other.raw_span(*match.span())))


def _own_age(reading: Reading) -> tuple[int, turns.Line, turns.Span] | None:
    for line in reading.lines:
        for match in _AGE.finditer(line.text):
            age = int(match[1] or match[2])
            before = line.text[max(0, match.start() - 20) : match.start()]
            if not 8 <= age <= 99 or _RELATIVE.search(before) or re.search(r"\b(?:until|when|since|before|after|feel)\s*$", before):
                continue
            after = line.text[match.end(1) if match[1] else match.end(2) :]
            if re.match(r"\s*(?:kg|kilos?|lbs?|stone|st\b|%|min|km|k\b|miles|weeks|months|days|sessions|reps|percent|cm|pounds|in a|in the|in my (?:class|team)|st )", after):
                continue
            return age, line, turns.Span(*match.span())
    return None


def _underweight(reading: Reading, found: dict[str, Flag]) -> None:
    """Flag a target weight below BMI 18.5 (or very low when no height was said)."""
    height = next((item.value for line in reading.lines for item in quantities.heights(line.text)), None)
    for line in reading.section(turns.GOALS, turns.CHALLENGES, turns.MODALITIES):
        for sentence in turns.sentences(line.text):
            for target in _targets(line.text, sentence):
                limit = _LOW_BMI * (height / 100) ** 2 if height else _LOW_ADULT_KG
                if target.value < limit and target.value >= 25:
                    found.setdefault("underweight_goal", Flag("underweight_goal", line.quote(target.start, target.end), line.turn.index, line.raw_span(target.start, target.end)))
    for line in reading.lines:
        match = re.search(r"\b(?:already|im|am) (?:very |really |clinically )?underweight\b|\bbmi (?:is |of |to |under |below )*1[0-8](?!\d)(?:\.\d)?|\bsize zero\b|\bthigh gap\b", line.text)
        if match and re.search(r"\b(?:lose|thin|slim|skinn|lighter|less|bmi|drop)", line.text):
            found.setdefault("underweight_goal", Flag("underweight_goal", line.quote(*match.span()), line.turn.index, line.raw_span(*match.span())))


def _targets(text: str, sentence: turns.Span) -> list[quantities.Quantity]:
    """Return the weights in a sentence that a person wants to weigh."""
    if re.search(r"\b(?:squat|bench|deadlift|press|snatch|clean|row|curl|lift|swing|dumbbells?|kettlebells?|thrusts?|pull ups?|dips?|carry)\b", text[sentence.start : sentence.end]):
        return []
    found = quantities.weights(text, *sentence)
    bare = re.search(r"\b(\d{2}(?:\.\d)?) ?(?:kg|kilos?)? ?(?:down )?(?:to|-) ?(\d{2}(?:\.\d)?)\b(?! ?(?:min|km|%|reps|lbs?|pounds))", text[sentence.start : sentence.end])
    result = [item for item in found if _TARGET.search(text[max(sentence.start, item.start - 22) : item.start])]
    result = [item for item in result if not re.search(r"\b(?:lose|drop|gain|by|another|off|shed|put on)\s(?:about |around |another |at least )?$", text[max(sentence.start, item.start - 22) : item.start])]
    if bare and re.search(r"\b(?:kg|kilos?|weigh|lose)\b", text[sentence.start : sentence.end]) and not result:
        begin = sentence.start + bare.start(2)
        result.append(quantities.Quantity(begin, begin + len(bare[2]), float(bare[2]), "kg"))
    return result
