"""What the person wants to reach: kind, numbers, date, and the exercise it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.consultation import dates, events, exercises, goal_values, negation, quantities, turns
from sharpened_cli.domain.consultation.extraction import Row, stated
from sharpened_cli.domain.consultation.goal_kinds import RUNS, kind_of

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.goal_values import Values
    from sharpened_cli.domain.consultation.reading import Reading

_VERB = re.compile(
    r"\b(?:total|raise|hold|pass|send|strengthen|lose|losing|gain|build|drop|get|getting|be|run|do|hit|reach|"
    r"improve|increase|tone|sleep|stay|keep|want|would like|id like|goal|aim|hope|finish|complete|learn|squat|"
    r"bench|deadlift|snatch|press|row|swim|bike|cycle|ride|feel|look|stop|reduce|lower|fix|touch|master|nail|"
    r"break|beat|"
    r"qualify|win|make|put on|add|bulk|cut|recomp|have|walk|climb|play|manage|become|live|maintain|prevent|"
    r"avoid|dont get|not get|move|sort|work on|more|better|less|under|sub|first|lift|perder|ganhar|ganar|correr|"
    r"quero|quiero|jump|lean|shed|shift|carry|return|bigger|fit into|hipertrofia|stronger|fitter|faster|"
    r"healthier|leaner|strong|pb|get back|tighten|balance|weigh|drop|just)\b"
)
_SPLIT = re.compile(r",? ?\b(?:and also|and then|and|plus|also|then|as well as|secondly|e|y|et)\b|;|,(?!\d)")
_ATTRIBUTE = re.compile(
    r"^\s*(?:from\b|by\b|until\b|before\b|in (?:time|\d|the next|about|june|july|january|february|march|april|"
    r"may|august|september|october|november|december|spring|summer|autumn)|within\b|currently|now\b|i have now|"
    r"i now|peso|im (?:at|on|"
    r"currently|about|\d)|i (?:am|weigh|currently|walk around|can|did|ran|do|m)\b|last time|at the moment|my "
    r"(?:pb|pr|best|current)|down from|up from|for (?:my|the|a|our)|around \d|about \d|\d|under|sub\b|below|no "
    r"(?:deadline|rush|date)|ideally|if possible|realistically|hopefully|maybe|preferably|not (?:fussed|"
    r"bothered)|starting|starts|best is|pb|because|so (?:i|that)|which|when|where|who|that|right now|at \d|pr\b|"
    r"as i|since|on \d|target|without)"
)
_NOT_WANTED = re.compile(
    r"\b(?:not interested in|dont (?:want|care|need) (?:to|about|any)?|no interest in|not (?:trying|looking|"
    r"bothered about|about)|rather than|forget (?:the|about)|no longer want|changed my mind about|not a goal|"
    r"isnt a goal|not really about|gave up on|scrap|(?:scratch|forget|cancel|strike) that|never ?mind)\b"
)
_EMPTY = re.compile(
    r"^\s*(?:(?:thats|that is) (?:it|all|everything)|nothing else|no(?:pe|ne)?|yes|ok(?:ay)?|same as (?:above|"
    r"before)|as (?:above|before|i said)|see above|ditto|idk|not sure|dunno|no events?|no dates?|nothing "
    r"(?:booked|planned|coming up).*|no (?:races?|competitions?|events?).*|(?:thanks?|thank you|cheers).*)\s*$"
)
_PRIORITY = re.compile(
    r"\b(?:main(?:ly)?|most important|number 1|top priority|priority|first and foremost|above all|biggest)\b"
)
_BODYWEIGHT_MOVES = frozenset(
    {
        "pull-up", "push-up", "chin-up", "dip", "burpee", "sit-up", "muscle-up", "pistol squat", "toes to bar",
        "handstand push-up", "knee push-up", "jump rope", "handstand", "weighted pull-up", "box jump", "l-sit",
        "bodyweight squat",
    }
)  # fmt: skip
_METABOLIC = re.compile(r"\b(?:cholesterol|hba1c|blood pressure|resting (?:heart rate|hr|pulse))\b")
_METRICS = {"cholesterol": "cholesterol_mmol_l", "hba1c": "hba1c", "blood pressure": "blood_pressure_mmhg"}


_ONLY_NOW = re.compile(
    r"\s*(?:well |right )?(?:i (?:now |currently )?weigh|peso|im|i am|currently|my weight is|im at|now)(?: at| "
    r"about| around| now| currently)* \d+(?:[.,]\d+)? ?(?:kg|kgs|kilos?|lbs?|pounds|stone)?(?: now| currently| "
    r"at the moment)?\s*$"
)


_PRESENT = re.compile(
    r"\s*(?:my (?:pb|pr|best|current|time)|best (?:is|so far)|currently|last time|i weigh|peso|right now|at the "
    r"moment|im (?:at|now|currently|on) )"
)


_STATED_GOAL = re.compile(
    r"\b(?:my (?:main |other |real |big |next )?(?:goal|aim|target) (?:is|would be)|(?:i|id|i would|i also|we) "
    r"(?:really )?(?:want|like|love|hope) to "
    r"(?:lose|gain|reach|hit|get (?:to|down|up)|be able|finish|complete|drop|weigh|bench|squat|deadlift|qualify|"
    r"break))\b"
)


class _Piece(NamedTuple):
    """A goal's stretch of a line: the words that say it and its attributes."""

    line: turns.Line
    start: int
    end: int
    sentence: turns.Span


def rows(reading: Reading) -> list[Row]:
    """Return the goals of section 6 in the order said, later statements about the same thing winning."""
    found_events = events.found_events(reading)
    known = _known_weight(reading)
    lifts = {row.values["exercise"]: row.values for row in exercises.rows(reading)}
    unit = "lb" if _speaks_pounds(reading) or exercises.uses_pounds(reading.section(turns.EXERCISES)) else None
    result: list[Row] = []
    for line in reading.lines:
        own = line if line.turn.section == turns.GOALS else _goals_elsewhere(line)
        for piece in _pieces(reading, own, found_events) if own is not None else ():
            row = _row(reading, piece, found_events, known, lifts, unit)
            if row:
                _put(result, row, reading, piece)
    return [
        row.merged(priority=min(5, index)) if "priority" not in row.values else row
        for index, row in enumerate(result, start=1)
    ]


def _goals_elsewhere(line: turns.Line) -> turns.Line | None:
    """Return a line of another section with all but its plainly stated goals blanked; None when it states none."""
    if line.turn.section not in (turns.MODALITIES, turns.EXERCISES, turns.CHALLENGES):
        return None
    others = [span for span in turns.sentences(line.text) if not _STATED_GOAL.search(line.text, *span)]
    plain = line.blanked(others)
    return plain if plain.text.strip() else None


def _speaks_pounds(reading: Reading) -> bool:
    text = " ".join(line.text for line in reading.lines)
    return len(re.findall(r"\d ?(?:lbs?|pounds)\b|\blbs\b", text)) > len(re.findall(r"\d ?(?:kg|kilos?)\b", text))


def _known_weight(reading: Reading) -> float | None:
    """Return the body weight that the person stated anywhere as their own now, else the one known already."""
    for line in reading.section(turns.GOALS):
        now = goal_values.current_weight(line.text)
        if now is not None:
            return now
    for line in reading.lines:
        for item in quantities.weights(line.text):
            before = line.text[max(0, item.start - 30) : item.start]
            says_now = re.search(
                r"\b(?:i weigh|peso|weighing|im|i am|currently|walk around at|current weight|weight is|sitting "
                r"at)\b(?!.*\b(?:want|to|goal|target|lose|gain|under)\b)",
                before,
            )
            if says_now and item.value >= 30:
                return round(item.value, 1)
    return reading.weight_kg


def _pieces(reading: Reading, line: turns.Line, found_events: list[events.FoundEvent]) -> list[_Piece]:
    """Cut a line into goals: a part with a goal of its own opens one, others belong to the one before."""
    result: list[_Piece] = []
    for sentence in turns.sentences(line.text):
        if _EMPTY.match(line.text[sentence.start : sentence.end]):
            continue
        opened = False
        for part in turns.split(line.text, sentence, _SPLIT):
            text = line.text[part.start : part.end]
            goes_on = bool(result) and result[-1].line is line and bool(_PRESENT.match(text))
            if not goes_on and _opens(reading, line, part, text, found_events, opened=opened):
                result.append(_Piece(line, part.start, part.end, sentence))
                opened = True
            elif opened or (result and result[-1].line is line and _ATTRIBUTE.match(text)):
                result[-1] = result[-1]._replace(end=part.end)
                opened = True
    return result


def _opens(
    reading: Reading,
    line: turns.Line,
    part: turns.Span,
    text: str,
    found_events: list[events.FoundEvent],
    *,
    opened: bool,
) -> bool:
    if opened and re.match(r"\s*(?:stronger|faster|fitter|leaner|healthier|bigger|lighter|quicker)\b", text):
        return False
    inside = [event for event in found_events if event.line is line and part.start <= event.start < part.end]
    if inside:
        text = _without_events(reading, line, part, inside)
        return (
            bool(_VERB.search(text) or re.search(r"\d ?(?:kg|lbs?|kilos|stone)\b", text))
            and kind_of(reading, line.text[part.start : part.end]) is not None
        )
    if re.fullmatch(r"\s*\d+(?:\.\d+)? ?(?:kg|kilos?|lbs?|pounds|cm|m)?\s*", text):
        return False
    has_kind = kind_of(reading, text) is not None or _is_result(text, found_events)
    if _ATTRIBUTE.match(text):
        return not opened and has_kind and bool(re.search(r"\d", text))
    return has_kind and (bool(_VERB.search(text)) or not opened or len(text.split()) <= 3)


def _is_result(text: str, found_events: list[events.FoundEvent]) -> bool:
    """Return whether a text names a time or place to reach in a race told before ("under 11 hours")."""
    is_race = any(event.row.values.get("event_category") in ("race", "competition", None) for event in found_events)
    return is_race and bool(
        re.match(
            r"\s*(?:in |finish |hoping for |aiming for |want |target )*(?:under|sub|below|less than|in)\b[ "
            r"-]?\d|\s*\d{1,2}[:h]\d\d\b|\s*top \d",
            text,
        )
    )


def _without_events(reading: Reading, line: turns.Line, part: turns.Span, inside: list[events.FoundEvent]) -> str:
    """Return a part's text without the names of events and the dates in it."""
    spans = [(event.start, event.end) for event in inside]
    spans += [(found.start, found.end) for found in dates.dates(line.text, reading.today, part.start, part.end)]
    text = line.text
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text[part.start : part.end]


def _row(
    reading: Reading,
    piece: _Piece,
    found_events: list[events.FoundEvent],
    known: float | None,
    lifts: dict[str, dict[str, object]],
    unit: str | None,
) -> Row | None:
    line = piece.line
    text = line.text[piece.start : piece.end]
    if _NOT_WANTED.search(text) or _is_denied(text):
        return None
    kind = kind_of(reading, _without_dates(reading, piece, ("day", "month"))) or (
        "endurance" if _is_result(text, found_events) else None
    )
    if kind is None or _ONLY_NOW.match(text):
        return None
    context = (
        line.text[piece.sentence.start : piece.end]
        + " "
        + " ".join(event.row.values["event_name"].lower() for event in found_events)
    )
    exercise = _exercise(reading, _without_dates(reading, piece, ("day", "month")), kind)
    kind, values = _values(_without_dates(reading, piece), kind, exercise, context, known, unit)
    current = values.current
    if current is None and exercise in lifts and values.target is not None:
        current = _from_lifts(lifts[exercise], values)
    if values.target is not None and kind == "health" and _METABOLIC.search(text):
        values = values._replace(
            metric=next((metric for word, metric in _METRICS.items() if word in text), values.metric)
        )
    reading.use(line, piece.start, piece.end)
    fields = stated(
        goal_type=kind,
        target_description=line.quote(piece.start, piece.end),
        measurement_metric=values.metric,
        current_value=current,
        target_value=values.target,
        target_date=_date(reading, piece, found_events),
        exercise=exercise,
        priority=1 if _PRIORITY.search(text) else None,
    )
    return Row(fields, line.quote(piece.start, piece.end), line.turn.index, line.raw_span(piece.start, piece.end))


def _without_dates(reading: Reading, piece: _Piece, precisions: tuple[str, ...] = ("day",)) -> str:
    """Return a goal's text with its dates blanked, so that "2 October" is no number of repetitions."""
    text = piece.line.text
    for found in dates.dates(text, reading.today, piece.start, piece.end):
        if found.precision in precisions:
            text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text[piece.start : piece.end]


def _is_denied(text: str) -> bool:
    """Return whether the whole goal is denied (a denial of something bad is a goal)."""
    plain = negation.pseudo_free(text)
    return bool(re.match(r"\s*(?:im |i am |we are )?(?:not|no longer|dont|never)\b", plain)) and not re.search(
        r"\b(?:dont|not|no longer|never) (?:get|be|have|feel|want to (?:get|be|hurt|feel|lose|fall))\b|\bhurt\b|"
        r"\binjur|\bpain\b|\bbreathless|\btired\b|\bfall\b",
        plain,
    )


def _exercise(reading: Reading, text: str, kind: str) -> str | None:
    found = [mention for mention in reading.vocabulary.exercises.find(text) if mention.name not in RUNS]
    return found[0].name if found and kind in ("strength", "skill", "performance", "body_composition") else None


def _values(
    text: str, kind: str, exercise: str | None, context: str, known: float | None, unit: str | None
) -> tuple[str, Values]:
    counted = (
        exercise is not None
        and bool(re.match(r"\s*(?:[a-z ]+:? )?\d{1,3} [a-z ]*[a-z]", text))
        and not re.search(r"^[^\d]*\d+(?:[.,]\d)? ?(?:kg|lbs?|kilos?|pounds|stone|min|km)\b", text)
        and bool(re.search(r"\bin \d+ ?min", text))
    )
    if (exercise in _BODYWEIGHT_MOVES and exercise != "weighted pull-up") or counted:
        return kind, goal_values.repetitions(text)
    if exercise and kind in ("strength", "skill", "performance"):
        return kind, goal_values.lift(text, unit)
    if kind in ("body_composition", "aesthetic"):
        if re.search(r"%|percent", text):
            return kind, goal_values.percent(text)
        if re.search(r"\bwaist|\bcm\b|\binch", text) and not re.search(r"\d ?(?:kg|lbs?|kilos|stone)\b", text):
            return kind, goal_values.centimetres(text)
        values = goal_values.body_weight(text, known, unit)
        return ("body_composition" if values.target is not None else kind), values
    if kind in ("endurance", "performance"):
        values = goal_values.race_time(text, context)
        if values.target is not None and not re.search(r"\bminutes? (?:non ?stop|without)|(?:for|of) \d+ min", text):
            return kind, values
        values = goal_values.distance(text) if kind == "endurance" else goal_values.plain(text)
        return kind, values if values.target is not None else goal_values.plain(text)
    if kind == "strength":
        return kind, goal_values.lift(text, unit)
    return kind, goal_values.plain(text)


def _from_lifts(lifted: dict[str, object], values: Values) -> float | None:
    key = "typical_reps" if values.metric == "reps" else "typical_weight_kg"
    value = lifted.get(key)
    return (
        float(value) if isinstance(value, int | float) and values.target is not None and value < values.target else None
    )


def _date(reading: Reading, piece: _Piece, found_events: list[events.FoundEvent]) -> str | None:
    """Return the goal's own date, else that of the event it is for."""
    line = piece.line
    own = [
        found for found in dates.dates(line.text, reading.today, piece.start, piece.end) if found.value > reading.today
    ]
    own.sort(key=lambda found: ("day", "week", "month", "season").index(found.precision))
    if own:
        return own[0].value.isoformat()
    for event in found_events:
        date = event.row.values.get("event_date")
        if not date:
            continue
        if event.line is line and (event.sentence == piece.sentence or _follows(line, event, piece)):
            return str(date)
        words = [word for word in event.row.values["event_name"].lower().split() if len(word) > 3]
        if any(re.search(rf"\b{re.escape(word)}\b", line.text[piece.start : piece.end]) for word in words):
            return str(date)
    return None


def _follows(line: turns.Line, event: events.FoundEvent, piece: _Piece) -> bool:
    """Return whether a goal without a kind of its own continues the event's sentence ("Under 11 hours")."""
    text = line.text[piece.start : piece.end]
    return (
        event.sentence.end <= piece.start
        and bool(
            re.match(r"\s*(?:under|sub|in|below|want to finish|finish|hoping|aiming|target|goal|id like|\d)", text)
        )
        and bool(re.search(r"\d", text))
    )


def _put(result: list[Row], row: Row, reading: Reading, piece: _Piece) -> None:
    """Add a goal; numbers without a goal of their own complete the one before, and a restated goal wins."""
    values = row.values
    if result:
        last = result[-1]
        kinds = {last.values["goal_type"], values["goal_type"]}
        only_numbers = bool(
            re.match(r"\s*(?:from )?\d|\s*(?:im |i weigh |currently )", piece.line.text[piece.start : piece.end])
        )
        if (
            kinds <= {"aesthetic", "body_composition"}
            and only_numbers
            and "target_value" not in last.values
            and last.turn_index == row.turn_index
        ):
            merged = {**last.values, **{key: value for key, value in values.items() if key != "target_description"}}
            merged["target_description"] = f"{last.values['target_description']}; {values['target_description']}"
            result[-1] = last._replace(values=merged)
            return
    same = next((index for index, old in enumerate(result) if _is_same(old.values, values)), None)
    if same is not None and (
        reading.is_correction(piece.line, piece.sentence) or result[same].turn_index != row.turn_index
    ):
        old = result[same]
        merged = {**old.values, **values}
        result[same] = row._replace(values=merged)
        return
    result.append(row)


def _is_same(old: dict[str, object], new: dict[str, object]) -> bool:
    if old["goal_type"] != new["goal_type"] or old.get("exercise") != new.get("exercise"):
        return False
    if old.get("measurement_metric") and old.get("measurement_metric") == new.get("measurement_metric"):
        return True
    return old["target_description"] == new["target_description"]
