"""Numbers of a goal: where the person stands and what they want to reach, in SI."""

from __future__ import annotations

import re
from typing import NamedTuple

from sharpened_cli.domain.consultation import quantities
from sharpened_cli.domain.consultation.quantities import KG_PER_LB, NUMBER, number

_CURRENT = re.compile(
    r"\b(?:last time(?: i did)?|currently|current(?: best)?(?: is)?|now(?: at| on)?|right now|at the moment|at "
    r"present|pb(?: is| of)?|pr(?: is| of)?|best (?:is|of|time)|im (?:at|on|around|about)?|i am|weigh(?:ing)?|"
    r"walk around at|from|was|did|done|used to|sitting at|hovering|stuck at|hover around|its|it is|down from|up "
    r"from|than my|my best|started at|usually|can do|manage|i do|only|only do|still at|i can)\s*(?:about |"
    r"around |at |just |of |only |do |a |is )*$"
)
_CURRENT_AFTER = re.compile(
    r"\s*(?:kg|lbs?|kilos?|min|reps?|%)?\s*(?:now|currently|at the moment|today|right now|at present|is my "
    r"(?:pb|pr|best)|pb|pr)\b"
)
_A_TO_B = re.compile(
    rf"(?<![\d.,:])({NUMBER}) ?(kg|kgs|kilos?|lbs?|pounds|st|stone|%|percent|cm|inches|in|reps?|min|"
    rf"minutes)?\s*(?:->|>|\bto\b|down to|up to|\ba\b|-)\s*(?:about |around |under |at least "
    rf")?({NUMBER})(?![\d:.]\d) ?(kg|kgs|kilos?|lbs?|pounds|st|stone|%|percent|cm|inches|in|reps?|min|"
    rf"minutes)?\b(?! (?:times|days|sessions|weeks|months))"
)
_TO_FROM = re.compile(
    rf"\b(?:to|reach|hit)\s+(?:about |around )?({NUMBER}) ?(kg|kgs|kilos?|lbs?|pounds|st|stone)? (?:down |up "
    rf")?from (?:about |around )?({NUMBER}) ?(kg|kgs|kilos?|lbs?|pounds|st|stone)?\b"
)
_NOW = re.compile(
    rf"\b(?:im|i am|currently|now|weigh|peso|estou com|estoy en|tenho)(?: at| about| around| on)? ({NUMBER})(?: "
    rf"(?:now|currently|at the "
    rf"moment))?\b(?! ?(?:%|percent|min|km|reps|cm|years|yrs|weeks|months|days|st\b|kg|lb|kilo|stone|pound))|"
    rf"(?<![\d.])({NUMBER}) (?:now|currently|at the moment)\b"
)
_CHANGE = re.compile(
    rf"\b(?P<verb>lo?ose|drop|shed|shift|cut|gain|put on|add|perder|ganhar|ganar|bajar|subir|perdre|take off|"
    rf"get rid of|bulk up by|losing|gaining)\b(?: (?:about|around|at least|another|up to|maybe|like|roughly|"
    rf"unos|uns))*\s+(?P<amount>{NUMBER})(?:\s?-\s?\d+)? ?(?P<unit>kgs?|kilos?|kilograms|quilos|lbs?|pounds?|"
    rf"stone|st)\b"
)
_TIME = re.compile(
    r"(?<![\d.,:])(\d{1,3})[:.h](\d{2})(?:[:.](\d{2}))?(?! ?(?:am|pm|kg|lb|%|km\b))(?![\d:])|"
    r"(?<![\d.,:])(\d{1,3}(?:\.\d)?) ?(hours?|hrs?|h|minutes?|mins?|min|seconds?|secs?)(?: (?:and "
    r")?(\d{1,2})(?: ?(?:minutes?|mins?|min))?)?\b(?! (?:a|per|each|of) )"
)
_SUB = re.compile(
    r"\b(?:sub|under|below|break(?:ing)?|beat(?:ing)?|less than|faster than|inside)[ -]?(\d{1,3})(?![\d:.]| "
    r"?(?:kg|lbs?|%|k\b|km|stone|reps|hours?|mins?|minutes|seconds|bpm))"
)
SHORT_KM = 3.0  # up to here "2:50" are minutes; product choice
LONGEST_HOURS = 14  # "11:40" of a long race are hours; product choice
_LONG_RACE = re.compile(r"\b(?:marathon|ironman|ultra|half|50 ?k|100|century|olympic|triathlon|maraton|hours?)\b")
_HALF = re.compile(r"\bhalf\b")
_REPS = re.compile(
    r"(?<![\d.,:])(\d{1,3})(?: (?:strict|proper|unbroken|full|real|clean|good|consecutive|unassisted|straight|"
    r"kipping|decent|bodyweight|more|toes))* ?(?:reps?\b|$|(?=(?:pull|push|press|chin|dip|burpee|sit|muscle|"
    r"pistol|double|toes|handstand|air)))"
)
_PERCENT = re.compile(rf"({NUMBER}) ?(?:%|percent)")
_GENERIC = re.compile(
    rf"(?:\bto|\bunder|\bbelow|\bof|\babove|\bover|\bat least|\bhit|\breach|\bat|\bget|\bto get)\s+(?:about |"
    rf"around |under |below |a )*({NUMBER})(?![\d:]|\.\d)"
)


class Values(NamedTuple):
    """What was read: current and target value in SI, and the measure."""

    current: float | None = None
    target: float | None = None
    metric: str | None = None


def _kg(value: str, unit: str | None, default: str | None) -> float:
    unit = unit or default or "kg"
    if unit.startswith(("lb", "pound")):
        return round(number(value) * KG_PER_LB, 1)
    if unit.startswith("st"):
        return round(number(value) * KG_PER_LB * quantities.LB_PER_STONE, 1)
    return number(value)


def is_current(text: str, start: int, end: int) -> bool:
    """Return whether a number is where the person stands now, not what they want."""
    return bool(_CURRENT.search(text[:start])) or bool(_CURRENT_AFTER.match(text, end))


def body_weight(text: str, known_kg: float | None, unit: str | None = None) -> Values:
    """Return current and target body weight of a goal's text; a loss is taken from the weight known."""
    back = _TO_FROM.search(text)
    if back:
        said = back[2] or back[4] or unit
        return Values(_kg(back[3], back[4] or said, unit), _kg(back[1], said, unit), "body_weight_kg")
    pair = _A_TO_B.search(text)
    if pair and not (pair[4] or pair[2] or "").startswith(("%", "perc", "cm", "in", "rep", "min")):
        first, second = _kg(pair[1], pair[2] or pair[4], unit), _kg(pair[3], pair[4] or pair[2], unit)
        if _plausible(first) and _plausible(second):
            return Values(first, second, "body_weight_kg")
    change = _CHANGE.search(text)
    found = [item for item in quantities.weights(text) if not (change and change.start() <= item.start < change.end())]
    current = next((round(item.value, 1) for item in found if is_current(text, item.start, item.end)), None)
    target = next((round(item.value, 1) for item in found if not is_current(text, item.start, item.end)), None)
    if current is None and (now := _NOW.search(text)) and _plausible(_kg(now[1] or now[2], None, unit)):
        current = _kg(now[1] or now[2], None, unit)
    if (
        current is None
        and change
        and (start := re.search(rf"\bfrom (?:about |around )?({NUMBER})\b", text[change.end() :]))
    ):
        current = _kg(start[1], None, unit)
    current = current if current is not None else known_kg
    if target is None and change and current is not None:
        amount = _kg(change["amount"], change["unit"], None)
        grows = change["verb"].startswith(("gain", "put", "add", "gan", "sub", "bulk"))
        target = round(current + amount if grows else current - amount, 1)
    if target is None:
        unit = unit or (found[0].unit if found else None)
        bare = re.search(
            rf"\b(?:to|at|hit|reach|down to|get to|weigh|be|want|wanting|goal|target|goal is|target "
            rf"is)\s+(?:about |around )?({NUMBER})\b(?! ?(?:%|percent|"
            rf"min|km|reps|cm|days|weeks|times|sessions))",
            text,
        )
        if bare and _plausible(_kg(bare[1], None, unit)):
            target = _kg(bare[1], None, unit)
    return Values(current, target, "body_weight_kg" if target is not None else None)


def _plausible(kg: float) -> bool:
    return 30 <= kg <= 250


def current_weight(text: str) -> float | None:
    """Return the body weight now that a text states without a unit ("gain 4 kg, I'm 64 now")."""
    now = _NOW.search(text)
    value = number(now[1] or now[2]) if now else 0.0
    is_about_weight = re.search(r"\b(?:kg|kilos?|weigh|weight|muscle|lose)\b", text)
    return value if is_about_weight and _plausible(value) else None


def percent(text: str) -> Values:
    """Return current and target of a percentage (body fat)."""
    pair = _A_TO_B.search(text)
    if pair and (pair[4] or pair[2] or "").startswith(("%", "perc")):
        return Values(number(pair[1]), number(pair[3]), "body_fat_percent")
    found = [(match.start(), match.end(), number(match[1])) for match in _PERCENT.finditer(text)]
    current = next((value for start, end, value in found if is_current(text, start, end)), None)
    target = next((value for start, end, value in found if not is_current(text, start, end)), None)
    return Values(current, target, "body_fat_percent")


def centimetres(text: str) -> Values:
    """Return current and target of a girth or height, in cm."""
    factor = quantities.CM_PER_INCH if re.search(r"\binch|\d ?in\b|\"", text) else 1.0
    pair = _A_TO_B.search(text)
    if pair:
        return Values(round(number(pair[1]) * factor, 1), round(number(pair[3]) * factor, 1), "cm")
    found = re.search(rf"({NUMBER}) ?(?:cm|inch(?:es)?|in\b)", text)
    return Values(None, round(number(found[1]) * factor, 1), "cm") if found else Values()


def race_time(text: str, context: str) -> Values:
    """Return current and target time in seconds; "3:45" is hours for long races, minutes for short ones."""
    times = [(match.start(), match.end(), _seconds(match, context)) for match in _TIME.finditer(text)]
    for match in _SUB.finditer(text):
        if not any(start <= match.start(1) < end for start, end, _ in times):
            times.append((match.start(1), match.end(1), _bare_seconds(int(match[1]), context)))
    times.sort()
    current = next((value for start, end, value in times if is_current(text, start, end)), None)
    targets = [value for start, end, value in times if not is_current(text, start, end)]
    if current is None and len(targets) >= 2 and re.search(r"\bfrom\b|\bto\b|->", text):
        return Values(targets[0], targets[1], "time_seconds")
    target = targets[0] if targets else None
    return Values(current, target, "time_seconds" if target is not None else None)


def _seconds(match: re.Match[str], context: str) -> float:
    if match[1]:
        first, second, third = int(match[1]), int(match[2]), match[3]
        if third:
            return float(3600 * first + 60 * second + int(third))
        if match[0][: len(match[1]) + 1].endswith("h"):
            return float(3600 * first + 60 * second)
        if _is_short(match.string):
            return float(60 * first + second)
        if (_LONG_RACE.search(f"{match.string} {context}") and first <= LONGEST_HOURS) or (
            first <= 2 and not re.search(r"\b(?:mile|800|400|500|1k|1 km)\b", context)
        ):
            return float(3600 * first + 60 * second)
        return float(60 * first + second)
    value, unit = float(match[4]), match[5]
    if unit[0] == "h":
        return 3600 * value + 60 * float(match[6] or 0)
    return value * (60 if unit[0] == "m" else 1)


def _is_short(text: str) -> bool:
    """Return whether a text speaks of a distance run, swum or rowed in minutes."""
    return any(item.value <= SHORT_KM for item in quantities.distances(text))


def _bare_seconds(value: int, context: str) -> float:
    if _HALF.search(context):
        return 3600.0 * value if value <= 4 else 60.0 * value
    if _LONG_RACE.search(context) and value <= 20:
        return 3600.0 * value
    return 60.0 * value


def lift(text: str, default_unit: str | None) -> Values:
    """Return current and target load of a lift, in kg."""
    pair = _A_TO_B.search(text)
    if pair and not (pair[4] or pair[2] or "").startswith(("%", "perc", "cm", "in", "rep", "min")):
        unit = pair[4] or pair[2]
        return Values(_kg(pair[1], pair[2] or unit, default_unit), _kg(pair[3], unit, default_unit), "lift_1rm_kg")
    found = quantities.weights(text)
    if found:
        current = next((round(item.value, 1) for item in found if is_current(text, item.start, item.end)), None)
        target = next((round(item.value, 1) for item in found if not is_current(text, item.start, item.end)), None)
        return Values(current, target, "lift_1rm_kg" if target is not None else None)
    bare = re.search(
        rf"(?<![\d.,:x])({NUMBER})(?![\d:%]|[.,]\d| ?(?:reps?|x|times|weeks|months|min|km|k\b|years))", text
    )
    if bare and number(bare[1]) >= 20:
        return Values(None, _kg(bare[1], None, default_unit), "lift_1rm_kg")
    return Values()


def repetitions(text: str) -> Values:
    """Return current and target repetitions."""
    pair = _A_TO_B.search(text)
    if pair:
        return Values(number(pair[1]), number(pair[3]), "reps")
    found = [(match.start(1), match.end(1), float(match[1])) for match in _REPS.finditer(text)]
    if not found:
        found = [
            (match.start(), match.end(), float(match[0]))
            for match in re.finditer(r"(?<![\d.,:])\d{1,3}(?![\d:.%]|st|nd|rd|th| ?(?:kg|weeks|months|days))", text)
        ]
    current = next((value for start, end, value in found if is_current(text, start, end)), None)
    target = next((value for start, end, value in found if not is_current(text, start, end)), None)
    if target is None and re.search(r"\b(?:first|1|a|an|one)\b", text):
        target = 1.0
    return Values(current, target, "reps" if target is not None else None)


def distance(text: str) -> Values:
    """Return current and target distance in km."""
    found = [item for item in quantities.distances(text) if item.value >= 0.02]
    current = next((round(item.value, 2) for item in found if is_current(text, item.start, item.end)), None)
    target = next((round(item.value, 2) for item in found if not is_current(text, item.start, item.end)), None)
    return Values(current, target, "distance_km" if target is not None else None)


def plain(text: str) -> Values:
    """Return the plain number that a goal names ("cholesterol to 4")."""
    pair = _A_TO_B.search(text)
    if pair:
        return Values(number(pair[1]), number(pair[3]), None)
    match = re.search(r"\btop (\d+)", text) or _GENERIC.search(text)
    return Values(None, number(match[1]), None) if match else Values()
