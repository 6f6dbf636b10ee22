"""Events to prepare for: races, competitions, seasons, weddings and the like, with their dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.consultation import dates, negation, turns
from sharpened_cli.domain.consultation.extraction import Row, stated

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.reading import Reading

CATEGORIES = (
    ("sport_season", r"pre ?season|seasons?|league (?:starts|begins)|league|temporada"),
    ("competition", (
        r"competitions?|comps?|mundial|campeonato|competicao|competicion|congreso|congress|festival|workshop|"
        r"meets?(?! (?:up|people|my|the|new))|"
        r"tournaments?|torneio|torneo|fights?|bouts?|"
        r"qualifiers?|championships?|champs|nationals|regionals|worlds|grading|throwdown|bodybuilding show|physique "
        r"show|contest|trials|cup|gala|interclub|match(?:es)?|derby day|showcase|strongman|meet day|fight night|"
        r"masters|invitational|crossfit open|the open"
    )),
    ("race", (
        r"(?:half |full |ultra ?)?marathons?|half(?! an| the| of| past| hour| my|way| a )|5 ?k|10 ?k|21 ?k|42 ?k|50 "
        r"?k|100 ?k|100 miler?|races?|triathlons?|tri|ironman(?: 70.3)?|70\.3|ultra|park ?run|sportive|century(?: "
        r"ride)?|gran ?fondo|duathlon|hyrox|tough mudder|spartan(?: race)?|relay|regatta|time trial|great (?:north|"
        r"south|manchester|scottish) run|fun run|colour run|race for life|open water swim|channel swim|charity "
        r"(?:run|ride|swim|walk|climb)|(?:stair|tower|stairs) (?:climb|run)|ride ?london|etape"
        r"|cyclocross|mud run|maraton|maratona|meia maratona|media maraton|"
        r"semi marathon|trail race|cycle ride|swimathon|aquathlon|olympic distance|sprint distance|mile race|"
        r"moonwalk|corrida de"
    )),
    ("aesthetic_goal", (
        r"weddings?|holidays?|hols|vacation|beach (?:holiday|trip|season)?|photo ?shoot|reunion|carnaval|carnival|"
        r"party|prom|honeymoon|boda|casamento|mariage|ferias|vacaciones|cruise|stag do|hen do|graduation|photoshoot|"
        r"quinceanera|boudoir"
    )),
    ("health_goal", (
        r"birth(?!day)|baby (?:is )?due|medical exam|physical(?! therap| job| work)|surgery|operation|check ?up|"
        r"health check|blood test|medical(?! school)|due date|scan|hip replacement|knee "
        r"replacement|screening|dexa"
    )),
    ("personal_milestone", (
        r"birthday|(?:\d\dth|\d\dst)|trek|trekking|kilimanjaro|camino|everest base camp|expedition|fitness test|"
        r"bleep test|selection|army (?:test|selection)|entry test|police (?:test|fitness test)|fire(?:fighter| "
        r"service)? test|anniversary|ben nevis|(?:three|3) peaks|snowdon|mont blanc|gr20|inca trail|machu picchu|"
        r"hiking (?:holiday|tour)|walking holiday|(?<!business )(?<!work )(?<!school )trip|skiing holiday|ski holiday|"
        r"cycling (?:holiday|tour)|bike tour|pilgrimage|recital|dance show|retirement|summit|trip to|lands end|"
        r"coast to coast|national three peaks|hadrians wall|west highland way|pennine way|academy|aniversario|"
        r"cumpleanos|basic training"
    )),
)  # fmt: skip
_NOUN = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in CATEGORIES))
_NAME_STOP = re.compile(
    r"\b(?:on|in|at|by|for|before|after|until|till|the|a|an|my|our|is|are|have|has|got|theres|its|pass|passing|"
    r"doing|do|run|"
    r"running|ride|finish|complete|entered|signed up|sign up|and|then|to|want|need|from|next|this|coming|i|im|"
    r"ive|with|of|under|sub|booked|also|plus|starts?|begins?|first|get ready|ready|training|look good|tone up|"
    r"lose|weight|shape|race|be|fit|am|we|me|so|but|registered|competing|compete|playing|play)\b"
)
_NEGATED = re.compile(
    r"\b(?:no|not (?:doing|running|entering|going|racing)|dont have|havent got|cancelled|canceled|called off|"
    r"pulled out|withdrew|withdrawn|didnt get in(?:to)?|isnt happening|wont do|without|skip(?:ping)?|"
    r"dropped)\b(?! only)[^.;,]{0,24}$"
)
_CANCELLED_AFTER = re.compile(
    r"[^.;]{0,30}\b(?:cancelled|canceled|called off|is off|not happening|pulled out|postponed indefinitely|fell "
    r"through|not doing (?:it|that)|dropped)\b"
)
_PAST = re.compile(
    r"\b(?:last (?:year|time|month|summer|spring|autumn|winter|season)|did (?:a|my|the)|ran (?:a|my|the)|ago|"
    r"years ago|finished (?:a|my|the)|completed|used to|in (?:19\d\d|20[01]\d|202[0-5]))\b"
)
_PRIORITY = re.compile(
    r"\b(?:a race|main (?:race|event|goal)|most important|big one|top priority|number 1|priority|the one that "
    r"matters|biggest)\b"
)
_LOW_PRIORITY = re.compile(
    r"\b(?:just for fun|b race|c race|tune up|for fun|no pressure|low key|warm ?up race|not fussed|training race)\b"
)
_GOAL_VERB = re.compile(
    r"\b(?:lose|gain|drop|build|get (?:to|my|down|stronger|fitter|in shape)|improve|increase|bench|squat|"
    r"deadlift|tone|sleep|sub|under|touch|be able)\b"
)
_AFTER_DATE_WORDS = re.compile(r"^(?:on|in|at|by|for|from|until|the|this|next|starting|starts|begins)?\s*$")


_HOLIDAY = re.compile(
    r"\b(?:memorial day|labou?r day|thanksgiving|independence day|christmas|new year|easter|bank holiday|"
    r"halloween|valentines)\b"
)


_NO_EVENTS = re.compile(
    r"\b(?:no (?:events?|races?|competitions?|plans)|nothing (?:booked|planned|coming up|in the diary)|none)\b"
)


class FoundEvent(NamedTuple):
    """An event as found: its row, and where its sentence stands."""

    row: Row
    line: turns.Line
    sentence: turns.Span
    start: int
    end: int


def rows(reading: Reading) -> list[Row]:
    """Return the events of section 6, and dated ones said elsewhere."""
    return [found.row for found in found_events(reading)]


def found_events(reading: Reading) -> list[FoundEvent]:
    """Return the events with the places where they were said."""
    kept: dict[str, FoundEvent] = {}
    for line in reading.lines:
        is_home = line.turn.section == turns.GOALS
        if not is_home and line.turn.section not in (turns.MODALITIES, turns.CHALLENGES):
            continue
        for sentence in turns.sentences(line.text):
            for event in _in_sentence(reading, line, sentence, needs_date=not is_home):
                _keep(kept, event)
            if is_home and (
                any(event.line is line and event.sentence == sentence for event in kept.values())
                or _NO_EVENTS.search(line.text, *sentence)
            ):
                reading.use(line, *sentence)
            if is_home:
                _cancel(kept, line, sentence)
    return list(kept.values())


def _keep(kept: dict[str, FoundEvent], event: FoundEvent) -> None:
    name = event.row.values["event_name"]
    for key, other in list(kept.items()):
        same_date = event.row.values.get("event_date") and event.row.values.get("event_date") == other.row.values.get(
            "event_date"
        )
        shares_words = set(key.lower().split()) & set(name.lower().split()) - {"the", "my", "a", "new"}
        if same_date or (
            shares_words and ("event_date" not in other.row.values or event.line.turn.index != other.line.turn.index)
        ):
            values = {**other.row.values, **{k: v for k, v in event.row.values.items() if k != "event_name"}}
            kept[key] = other._replace(row=other.row._replace(values=values))
            return
    kept[name] = event


def _cancel(kept: dict[str, FoundEvent], line: turns.Line, sentence: turns.Span) -> None:
    text = line.text[sentence.start : sentence.end]
    if not re.search(
        r"\b(?:cancelled|canceled|called off|cancel|scrap|forget|not doing|pulled out|no longer doing)\b", text
    ):
        return
    for key in list(kept):
        if any(word in text for word in key.lower().split() if len(word) > 3):
            del kept[key]


def _in_sentence(reading: Reading, line: turns.Line, sentence: turns.Span, *, needs_date: bool) -> list[FoundEvent]:
    text = line.text
    said = dates.dates(text, reading.today, *sentence)
    result: list[FoundEvent] = []
    for piece in turns.split(
        text, sentence, re.compile(r";|\band (?:then|also)\b|,? and (?=(?:a|the|my|then)\b)|\bthen\b")
    ):
        nouns = [match for match in _NOUN.finditer(text, *piece) if not _is_not_event(text, match, piece)]
        own = [found for found in said if piece.start <= found.start < piece.end and not _describes(text, found)]
        own = [found for found in own if found.precision == "day"] or own
        nouns = _one_each(text, nouns)
        for index, noun in enumerate(nouns):
            date = _nearest(own, noun, nouns, index)
            if needs_date and (date is None or date.precision != "day" or noun[0].startswith("match")):
                continue
            event = _event(line, sentence, piece, noun, date)
            if event and (date or not (needs_date or _is_wish(text, noun, piece))):
                result.append(event)
        if not nouns and own and not needs_date and not _HOLIDAY.search(text, *piece):
            event = _named_only(line, sentence, piece, own[0]) or _proper_name(line, sentence, piece, own[0])
            if event:
                result.append(event)
    return result


def _describes(text: str, found: dates.FoundDate) -> bool:
    """Return whether a season only describes what follows ("the spring race")."""
    return found.precision == "season" and bool(
        re.match(r"\s+(?:race|season|marathon|half|series|league|cup|break|holiday|games|meet)", text[found.end :])
    )


_PROPER = re.compile(r"\b[A-Z][\w'&.-]*(?: (?:of|the|de|da|do|du|and|to|[A-Z0-9][\w'&.-]*))* ?[A-Z0-9][\w'&.-]*")


def _proper_name(line: turns.Line, sentence: turns.Span, piece: turns.Span, date: dates.FoundDate) -> FoundEvent | None:
    """Return an event by the proper name that precedes its day ("in the Tour of the Hills on 16 May")."""
    sets_out = re.match(
        r"\s*(?:ride|run|finish|complete|enter|walk|climb|do|cycle|swim)\b", line.text[piece.start : piece.end]
    )
    if (date.precision != "day" and not (sets_out and date.precision == "month")) or date.start <= piece.start:
        return None
    start, end = line.raw_span(piece.start, date.start)
    found = [
        match
        for match in _PROPER.finditer(line.turn.text, start + 1, end)
        if not re.search(r"\b(?:Christmas|Easter|FTP|PB|PR|BMI|HR|VO2)\b", match[0])
    ]
    if not found:
        return None
    match = found[-1]
    span = (line.origin.index(match.start()), line.origin.index(match.end() - 1) + 1)
    category = (
        "race"
        if re.search(r"\b(?:tour|run|ride|swim|trail|challenge|\d+|way|loop|hills)\b", match[0].lower())
        else None
    )
    return _made(line, sentence, span, match[0], category, date)


def _one_each(text: str, nouns: list[re.Match[str]]) -> list[re.Match[str]]:
    """Merge nouns that name one event together ("10k race", "Spartan race", "beach holiday")."""
    kept: list[re.Match[str]] = []
    for noun in nouns:
        if (
            kept
            and re.fullmatch(r"[\s\w']{0,14}", text[kept[-1].end() : noun.start()])
            and not re.search(r"\b(?:and|for|then|to|before)\b", text[kept[-1].end() : noun.start()])
        ):
            continue
        kept.append(noun)
    return kept


def _nearest(
    own: list[dates.FoundDate], noun: re.Match[str], nouns: list[re.Match[str]], index: int
) -> dates.FoundDate | None:
    end = nouns[index + 1].start() if index + 1 < len(nouns) else 10**6
    if noun.lastgroup == "race":
        own = [
            found
            for found in own
            if not re.search(
                r"\b(?:by|before)\s*(?:the )?$|^(?:by|before)\b",
                f"{noun.string[max(0, found.start - 8) : found.start]}",
            )
            and not noun.string[found.start : found.end].startswith(("by", "before"))
        ]
    after = [found for found in own if noun.start() <= found.start < end]
    if after:
        return after[0]
    before = [found for found in own if found.end <= noun.start()]
    return before[-1] if before and index == 0 else None


def _is_not_event(text: str, match: re.Match[str], piece: turns.Span) -> bool:
    before = text[piece.start : match.start()]
    word = match[0]
    if _NEGATED.search(before) or _CANCELLED_AFTER.match(text[: piece.end], match.end()):
        return True
    if re.search(r"\b(?:my|old) $", before) and word in ("meet", "match"):
        return True
    if word in (
        "half",
        "season",
        "match",
        "matches",
        "medical",
        "cup",
        "league",
        "masters",
        "scan",
        "beach",
        "party",
        "tri",
        "comp",
        "trials",
    ) and not re.search(
        r"\b(?:new|next|the|my|a|first|on|in|start|pre|big|for|half|cup|of)\b|\d", text[piece.start : piece.end]
    ):
        return True
    if (
        re.match(r"\d\d(?:th|st)$", word)
        and "birthday" not in text[match.end() : match.end() + 12]
        and not re.match(r"\s*(?:birthday)?$", text[match.end() : piece.end])
    ):
        return True
    return bool(_PAST.search(before[-24:])) or bool(
        re.match(
            r"\s*(?:last (?:year|month|spring|summer|autumn)|(?:\w+ )?ago\b|pb\b|pr\b|personal best|time\b(?! trial))",
            text[match.end() : piece.end],
        )
    )


def _is_wish(text: str, noun: re.Match[str], piece: turns.Span) -> bool:
    """Return whether an undated event is only a wish or a yardstick ("a sub 50 10k")."""
    before = text[piece.start : noun.start()]
    if noun.lastgroup == "race":
        return not re.search(
            r"\b(?:entered|signed up|booked|registered|got a place|have (?:a|my)|doing (?:a|the|my))\b", before
        )
    return bool(
        re.search(r"\b(?:someday|one day|maybe|might|eventually|would like)\b", text[piece.start : piece.end])
    ) or noun.lastgroup in ("aesthetic_goal", "sport_season", "health_goal")


def _event(
    line: turns.Line, sentence: turns.Span, piece: turns.Span, noun: re.Match[str], date: dates.FoundDate | None
) -> FoundEvent | None:
    start, end = _name_span(line.text, piece, noun, date)
    name = line.quote(start, end).strip(" ,.:-")
    if not name:
        return None
    return _made(line, sentence, (start, end), name, noun.lastgroup, date)


def _made(
    line: turns.Line,
    sentence: turns.Span,
    span: tuple[int, int],
    name: str,
    category: str | None,
    date: dates.FoundDate | None,
) -> FoundEvent:
    text = line.text[sentence.start : sentence.end]
    priority = 5 if _PRIORITY.search(text) else (2 if _LOW_PRIORITY.search(text) else None)
    values = stated(
        event_name=name, event_category=category, event_date=date.value.isoformat() if date else None, priority=priority
    )
    row = Row(values, line.quote(*sentence), line.turn.index, line.raw_span(*sentence))
    return FoundEvent(row, line, sentence, *span)


def _name_span(text: str, piece: turns.Span, noun: re.Match[str], date: dates.FoundDate | None) -> tuple[int, int]:
    """Return the span of the event's name: the noun, the words before it up to a small word, one word after."""
    start = noun.start()
    for word in reversed(list(re.finditer(r"[a-z0-9'&.]+", text[piece.start : noun.start()]))):
        position = piece.start + word.start()
        gap = text[piece.start + word.end() : start]
        if (
            gap.strip()
            or _NAME_STOP.fullmatch(word[0])
            or (date and date.start <= position < date.end)
            or word[0].isdigit()
        ):
            break
        start = position
    end = noun.end()
    following = re.match(r" [a-z]+", text[end : piece.end])
    if following and not _NAME_STOP.fullmatch(following[0].strip()) and not (date and date.start <= end + 1 < date.end):
        end += following.end()
    return start, end


def _named_only(line: turns.Line, sentence: turns.Span, piece: turns.Span, date: dates.FoundDate) -> FoundEvent | None:
    """Return an event known by its name and day only ("The Lakeland 50 on 24 July")."""
    text = line.text
    if (
        date.precision not in ("day", "week")
        or date.end - date.start < 4
        or re.match(r"(?:in )?\d+ (?:day|week|month|year)", text[date.start : date.end])
    ):
        return None
    before = text[piece.start : date.start]
    clause = before.rsplit(",", 1)[-1] if before.rstrip().rstrip(",").count(",") == 0 else before
    name = re.sub(
        r"\b(?:on|in|at|by|for|is|the|until|before|from|starting|starts|to|until)\s*$", "", clause.strip(" ,")
    ).strip(" ,")
    name_start = piece.start + before.find(name) if name else 0
    is_goal = (
        _GOAL_VERB.search(name)
        or re.search(r"\b(?:by|until|before)\s*(?:the\s*)?$", before)
        or not 1 <= len(name.split()) <= 6
    )
    if not name or is_goal or negation.denied_spans(text, piece):
        return None
    raw = line.quote(name_start, name_start + len(name))
    if not re.search(r"[A-Z]", raw[1:] if raw[:4].lower() != "the " else raw):
        return None
    category = "race" if re.search(r"\d|\b(?:run|ride|swim|challenge|way|trail)\b", name) else None
    return _made(line, sentence, (name_start, name_start + len(name)), raw, category, date)
