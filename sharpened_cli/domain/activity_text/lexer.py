"""Cutting a normalised sentence about training into pieces: sets, loads, times, distances, words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.amounts import (
    DISTANCE,
    DURATION,
    NUM,
    RANGE,
    distance_m,
    duration_sec,
    middle,
    minutes_of_day,
    numbers_in,
)
from sharpened_cli.domain.activity_text.factors import FACTORS, parts_of, sets_of
from sharpened_cli.domain.activity_text.lexeme import STRONG_BREAK, WEAK_BREAK, WORD, Lexeme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

YARD_M = 0.9144
_B = r"(?<![\w.])"  # the piece begins here
_E = r"(?!\w|\.\d)"  # and ends here, not inside a decimal
_HR = r"(?:heart rate|hr|fc|pulse|pulso|frequencia(?: cardiaca)?|frequence(?: cardiaque)?|frecuencia(?: cardiaca)?)"
_MEAN = r"(?:avg|average|mean|media|moyenne?|moy|med)"
# 60/65/70kg, 60-65-70kg, 60,65,70 kg, 60kg/65kg/70kg; "8, 65kg" is no list of loads
_LOADS = (
    rf"{NUM}(?:/{NUM})+|{NUM}(?:\s*(?:kg|lb)\s*/\s*{NUM}(?!\s*(?:kg|lb)\s*[x:@]))+|{NUM}(?:-{NUM}){{2,}}|"
    rf"{NUM}(?:,{NUM})+|{NUM}(?:, ?{NUM}){{2,}}|{NUM}"
)
_LIST = (
    rf"{NUM}\+?(?:\s*/\s*{NUM}\+?)+|\d+\+?(?:-\d+\+?){{2,}}|\d+(?:,\d+)+|"
    r"\d+(?: \d+)+(?=\s*(?:$|[,;@(\n]|(?:at|reps|with|rpe)\b|rir\s*\d|\d+(?:\.\d+)?\s*(?:kg|lb)\b))(?!\s*(?:kg|lb)\b)"
)


def _numbers(kind: str, unit: str = "") -> Callable[[re.Match[str]], Lexeme]:
    return lambda match: Lexeme(kind, match[0], numbers_in(match[0]), unit)


def _middle(kind: str, unit: str = "") -> Callable[[re.Match[str]], Lexeme]:
    return lambda match: Lexeme(kind, match[0], (middle(match["n"]),), unit)


def _load(match: re.Match[str]) -> Lexeme:
    return Lexeme("load", match[0], numbers_in(match["n"]), "lb" if match["u"] == "lb" else "kg")


def _added(match: re.Match[str]) -> Lexeme:
    sign = -1.0 if match["sign"].strip() == "-" else 1.0
    return Lexeme("added_load", match[0], (sign * numbers_in(match["n"])[0],), match["u"] or "")


def _pace(match: re.Match[str]) -> Lexeme:
    per = {"km": 1000.0, "k": 1000.0, "mi": 1609.344, "500m": 500.0, "100m": 100.0, "100yd": 91.44}
    unit = (match["per"] or "").replace(" ", "").replace("metres", "m")
    return Lexeme("pace", match[0], (duration_sec(match["t"]), per.get(unit, 0.0)))


def _speed(match: re.Match[str]) -> Lexeme:
    factor = {"m": 1609.344 / 3600, "k": 1000.0 / 3600}.get(match["u"][0], 1000.0 / 3600)
    factor = 1.0 if match["u"] in ("m/s", "mps") else factor
    return Lexeme("speed", match[0], (middle(match["n"]) * factor,))


def _clock(match: re.Match[str]) -> Lexeme:
    times = [match[name] for name in ("a", "b") if name in match.re.groupindex and match[name]]
    minutes = [minutes_of_day(time) for time in times]
    if len(minutes) == 2 and minutes[1] < minutes[0] and not re.search(r"[ap]m", times[0]):
        minutes[0] -= 720 if minutes[0] >= 720 else 0
        minutes[1] += 720 if minutes[1] < minutes[0] else 0
    elif len(minutes) == 2 and "pm" in times[1] and not re.search(r"[ap]m", times[0]) and minutes[0] < 720:
        minutes[0] += 720 if minutes[0] + 720 < minutes[1] else 0
    return Lexeme("clock", match[0], tuple(float(value) for value in minutes))


def _duration(match: re.Match[str]) -> Lexeme:
    return Lexeme("duration", match[0], (duration_sec(match[0]),), "colon" if ":" in match[0] else "")


def _distance(match: re.Match[str]) -> Lexeme:
    return Lexeme("distance", match[0], (distance_m(match[0]),))


def _rest(match: re.Match[str]) -> Lexeme:
    return Lexeme("rest", match[0], (duration_sec(match["t"]),))


def _on_off(match: re.Match[str]) -> Lexeme:
    return Lexeme("on_off", match[0], (duration_sec(match["a"]), duration_sec(match["b"])))


def _elevation(match: re.Match[str]) -> Lexeme:
    factor = 0.3048 if "ft" in match[0] else 1.0
    return Lexeme("elevation", match[0], (numbers_in(match[0])[0] * factor,))


def _steps(match: re.Match[str]) -> Lexeme:
    return Lexeme("steps", match[0], (numbers_in(match["n"])[0] * (1000.0 if match["k"] else 1.0),))


def _laps(match: re.Match[str]) -> Lexeme:
    numbers = numbers_in(match[0])
    each = (numbers[1] * (YARD_M if "yd" in match[0] else 1.0),) if len(numbers) > 1 else ()
    return Lexeme("laps", match[0], (numbers[0], *each))


def _pool(match: re.Match[str]) -> Lexeme:
    length = numbers_in(match["n"] or match["o"])[0]
    return Lexeme("pool", match[0], (length * (YARD_M if "yd" in (match["u"], match["v"]) else 1.0),))


def _factors(match: re.Match[str]) -> Lexeme:
    return Lexeme("factors", match[0], parts=parts_of(match[0]))


def _sets_of(match: re.Match[str]) -> Lexeme:
    return Lexeme("factors", match[0], unit="sets_of", parts=sets_of(match))


def _at(match: re.Match[str]) -> Lexeme:
    return Lexeme("at", match[0], numbers_in(match["n"]), match["u"] or "")


def _five_a_side(_: re.Match[str]) -> Lexeme:
    return Lexeme(WORD, "five a side")


def _plain(kind: str, unit: str = "") -> Callable[[re.Match[str]], Lexeme]:
    return lambda match: Lexeme(kind, match[0], unit=unit)


_CLOCK = r"(?:[01]?\d|2[0-3])(?:[:h.][0-5]\d)?\s*(?:am|pm)|(?:[01]?\d|2[0-3])[:h][0-5]\d|(?:[01]?\d|2[0-3])h"

_RULES: tuple[tuple[str, Callable[[re.Match[str]], Lexeme]], ...] = (
    (r"[\n;]+|\.(?=\s|$)|\bthen\b", _plain(STRONG_BREAK)),
    (rf"(?:(?<=\s)|^)-{NUM}\s*(?:metres|min|km|mi|h|s|m|k|yd|ft|reps|sets|kcal|bpm)\b", _plain("negative")),
    (r"\b\d{1,2}[- ]a[- ]side\b", _five_a_side),
    (
        (rf"\b(?:from|de|das|das as)\s+(?P<a>{_CLOCK}|\d{{1,2}})\s*(?:to|until|till|-|a|as|at)\s*"
        rf"(?P<b>{_CLOCK}){_E}"),
        _clock,
    ),
    (
        (rf"{_B}(?P<a>(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?)\s*-\s*"
        rf"(?P<b>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap]m){_E}"),
        _clock,
    ),
    (rf"{_B}(?P<a>\d{{1,2}}:\d\d)\s*-\s*(?P<b>\d{{1,2}}:\d\d)(?:\s*(?:h\b))?(?!\s*(?:/|min|per))", _clock),
    (
        (rf"(?:(?:at|@|around|about)\s*)?{_B}(?P<a>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap]m)\s*"
        rf"(?:to|until|till|til|-)\s*(?P<b>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap]m){_E}"),
        _clock,
    ),
    (
        (rf"{_B}(?P<a>(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?)\s*(?:to|until|till|til)\s*"
        rf"(?P<b>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap]m){_E}"),
        _clock,
    ),
    (rf"{_B}(?P<a>(?:[01]?\d|2[0-3]):[0-5]\d)\s*(?:to|until|till|til)\s*(?P<b>(?:[01]?\d|2[0-3]):[0-5]\d){_E}", _clock),
    (
        (r"\b(?:at|@|around|a las|as|starting(?: at)?|started(?: at)?)\s*(?P<a>(?:[01]?\d|2[0-3])"
        rf"(?:[:h.][0-5]\d)?\s*(?:am|pm)|(?:[01]?\d|2[0-3])h(?:[0-5]\d)?){_E}"),
        _clock,
    ),
    (rf"{_B}(?P<a>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*(?:am|pm)){_E}", _clock),
    (
        (rf"(?:{_MEAN}\s*)?\b{_HR}\s*(?:{_MEAN}\s*)?(?:of|was|:|=|at|@|de|around)?\s*(?P<n>{RANGE})(?:\s*(?:bpm|"
        rf"ppm))?{_E}"),
        _middle("heart_rate", "average"),
    ),
    (
        (rf"\bmax(?:imum|ima|imo)?\s*(?:{_HR})?\s*(?:of|was|:|=)?\s*(?P<n>\d{{2,3}})\s*(?:bpm|ppm){_E}|\b"
        rf"(?:max\s*{_HR}|{_HR}\s*max)\s*(?:of|was|:|=)?\s*(?P<m>\d{{2,3}})(?:\s*bpm)?{_E}"),
        _numbers("heart_rate", "max"),
    ),
    (rf"{_B}(?P<n>\d{{2,3}})\s*(?:bpm|ppm)\s*max{_E}", _middle("heart_rate", "max")),
    (
        rf"(?:(?:@|at)\s*)?(?:{_MEAN}\s*)?{_B}(?P<n>\d{{2,3}}(?:\s*-\s*\d{{2,3}})?)\s*(?:bpm|ppm)(?:\s*{_MEAN})?{_E}",
        _middle("heart_rate", "average"),
    ),
    (
        (rf"@?\s*\brpe\s*[:=@]?\s*{NUM}(?:\s*[,/]\s*(?:[6-9]|10)(?:\.5)?(?![\d.]|\s*(?:x|kg|lb|reps|sets|min|"
        rf"km)))+{_E}"),
        _numbers("rpe", "list"),
    ),
    (
        rf"@?\s*\brpe\s*[:=@]?\s*(?P<n>{RANGE})(?:\s*/\s*10)?{_E}|@?\s*{_B}(?P<m>(?:10|[1-9])(?:\.5)?)\s*rpe{_E}(?!\s*[:=@]?\s*\d)",
        lambda m: Lexeme("rpe", m[0], (middle(m["n"] or m["m"]),)),
    ),
    (rf"@?\s*\brir\s*[:=@]?\s*(?P<n>{RANGE}){_E}", _middle("rir")),
    (
        (
            r"@?\s*(?<![\w.])(?P<n>\d{1,2}(?:\.\d)?(?:\s*-\s*\d)?)\s*"
            r"(?:rir|(?:reps\s*)?(?:left\s*)?(?:in|en|na|em)\s*(?:the\s*)?(?:reserve|reserva|tank))(?:\s*each)?\b"
            r"(?!\s*[:=@]?\s*\d)"
        ),
        _middle("rir"),
    ),
    (
        (rf"@?\s*(?:pace\s*(?:of\s*)?|a\s)?{_B}(?P<t>\d{{1,2}}[:'][0-5]\d\"?)\s*(?:min\s*)?(?:/|per|a|por|par|"
        rf"au|ao|al)\s*(?P<per>km|k|mi|500\s*(?:m|metres)|100\s*(?:m|metres|yd)){_E}"),
        _pace,
    ),
    (
        (rf"@?\s*(?:pace\s*(?:of\s*)?)?{_B}(?P<t>\d{{1,2}}(?:[:.]\d\d?)?)\s*min\s*(?:/|per|por|par)\s*"
        rf"(?P<per>km|mi){_E}"),
        _pace,
    ),
    (
        (rf"@?\s*{_B}(?P<t>\d{{1,2}}[:'][0-5]\d)\s*(?:min\s*)?pace(?P<per>)|\bpace\s*(?:of|:|was)?\s*"
        rf"(?P<t2>\d{{1,2}}[:'][0-5]\d)"),
        lambda m: Lexeme("pace", m[0], (duration_sec(m["t"] or m["t2"]), 0.0)),
    ),
    (rf"(?:@|at|{_MEAN})?\s*{_B}(?P<n>{RANGE})\s*(?P<u>km/h|kph|kmh|mph|m/s|mps){_E}", _speed),
    (
        (rf"(?:@|at)?\s*{_B}(?P<n>{RANGE})\s*%?\s*(?:incline|grade|gradient|slope|de inclinacion|de inclinacao|"
        r"inclinacion|de pente)\b|(?:@|at)?\s*\b(?:incline|grade|gradient|slope|inclinacion|inclinacao|"
        rf"pente)\s*(?:of|:|at)?\s*(?P<m>{RANGE})\s*%?(?!\s*(?:km|mi|kph|mph|min|x|kg|lb|sets))"),
        lambda m: Lexeme("grade", m[0], (middle(m["n"] or m["m"]),)),
    ),
    (rf"(?:@|at|with)?\s*{_B}(?P<n>{RANGE})\s*%(?:\s*(?:of\s*)?(?:1\s?rm|max|tm|e1rm))?", _middle("percent")),
    (rf"(?:@|at|{_MEAN})?\s*{_B}(?P<n>{RANGE})\s*(?:w|watts?|vatios){_E}", _middle("power")),
    (rf"(?:@|at|{_MEAN}|cadence)?\s*{_B}(?P<n>{RANGE})\s*(?:rpm|spm){_E}", _middle("cadence")),
    (
        (rf"{_B}(?P<n>{NUM})\s*(?:kcals?|cals?|calories|calorias|kilocalories)(?:\s*(?:burned|burnt|quemadas|"
        rf"queimadas))?{_E}"),
        _middle("calories"),
    ),
    (rf"{_B}(?P<n>{NUM})\s*(?P<k>k)?\s*(?:steps?|pasos|passos|pas){_E}", _steps),
    (
        (rf"(?:d?\+\s*)?{_B}{NUM}\s*(?:metres|m|ft)?\s*(?:of\s*|de\s*)?(?:elevation(?: gain)?|elev|climb(?:ing|"
        rf"ed)?|ascent|gain|vert(?:ical)?|d\+|desnivel(?: positivo)?|denivele|up|positivo){_E}"),
        _elevation,
    ),
    (
        (
            r"\b(?:elevation(?: gain)?|elev|ascent|vert|gain|desnivel|denivele)\s*(?:of|:|=|de)?\s*"
            rf"\+?{NUM}\s*(?:metres|m|ft)?{_E}|\bclimb(?:ing|ed)?\s*(?:of|:)?\s*{NUM}\s*(?:metres|m|ft){_E}|"
            rf"\bd\+\s*{NUM}\s*(?:metres|m)?{_E}|\+\s?{NUM}\s*(?:metres|m){_E}"
        ),
        _elevation,
    ),
    (
        (rf"{_B}(?P<a>{NUM}\s*(?:min|s|'|\")?)\s*(?:on|hard|fast|sprint|work)\b\s*(?:/|,|and|-)?\s*"
        rf"(?P<b>{NUM}\s*(?:min|s|'|\")?)\s*(?:off|easy|slow|rest|jog|walk|recovery){_E}"),
        _on_off,
    ),
    (
        (r"\b(?:rest|recovery|recup|recuperacion|recuperacao|r)\s*(?:of|:|=|between(?: sets)?|was|de)?\s*"
        rf"(?P<t>{DURATION}){_E}"),
        _rest,
    ),
    (
        (rf"(?:with|/)\s*(?P<t>{DURATION})\s*(?:of\s+)?(?:walk|jog|easy|slow|float|spin)(?:ing)?(?:\s*"
        rf"(?:recovery|rest|back|between))?{_E}"),
        _rest,
    ),
    (
        (rf"(?:with\s*)?(?P<t>{DURATION})\s*(?:of\s*|de\s*)?(?:rest|recovery|recoveries|rests|recup|"
        rf"recuperacion|recuperacao|jog recovery|off|between(?: sets| reps)?){_E}(?!\s*[:=]?\s*\d)"),
        _rest,
    ),
    (
        (rf"(?:for\s+)?{_B}(?P<sets>{RANGE})\s*sets\s*(?:of|x|de|d')?\s*(?P<reps>{RANGE}|amrap|max)\s*"
        rf"(?P<unit>reps|s|min|metres|m|km|\"|')?(?:\s*reps)?{_E}(?!\s*(?:kg|lb|sets))"),
        _sets_of,
    ),
    (rf"{_B}{NUM}\s*rounds{_E}(?:\s*(?:of|de|x)\b)?", _numbers("rounds")),
    (
        (
            r"\b(?:easy )?(?:walk|jog|float)(?:s|ed|ing)? ?(?:back )?(?:as )?"
            r"(?:recover(?:y|ies)|rest|in between|between(?: (?:reps|sets|each))?)\b|"
            r"\b(?:walk|jog|float|ski|swim|roll|coast)(?:ed|ing)? ?back(?: down)?\b"
        ),
        _plain("note"),
    ),
    (
        (
            rf"\b(?:pain|soreness)\s*(?:level\s*)?(?:of|was|:|=|at)?\s*{NUM}(?:\s*/\s*10)?{_E}|"
            rf"{_B}{NUM}\s*/\s*10\s*(?:pain|soreness)\b"
        ),
        _plain("note"),
    ),
    (rf"{FACTORS}", _factors),
    (rf"{_B}{NUM}\s*sets{_E}(?:\s*(?:of|de)\b)?", _numbers("sets")),
    (rf"{_B}bw\s*(?P<sign>[-+])\s*(?P<n>{NUM})\s*(?P<u>kg|lb)?{_E}", _added),
    (r"(?:@\s*)?\bbw\b", _plain("bodyweight")),
    (
        (r"(?:@|at)?\s*\b(?:(?:empty |just (?:the )?|the )bar(?:bell)?\b(?! \w*(?:row|curl|press|squat))|bar"
        r"(?=\s*(?:x|for)\s*\d))"),
        _plain("empty_bar"),
    ),
    (rf"(?:@|at|with)?\s*{_B}(?P<n>{NUM})\s*plates?(?:\s*eachside)?{_E}", _middle("plates")),
    (rf"(?:@|at|with)?\s*(?<![\w.+-])(?P<n>{_LOADS})\s*(?P<u>kg|lb){_E}", _load),
    (rf"(?:@|at|with)?\s*(?<!\w)(?P<sign>\+|-)(?P<n>{NUM})\s*(?P<u>kg|lb)?{_E}(?!\s*(?:min|km|h|s|m)\b)", _added),
    (rf"(?<!\w)(?P<sign>\+)\s(?P<n>{NUM})\s*(?P<u>kg|lb){_E}", _added),
    (
        (
            rf"(?:@|at|with)\s*(?P<n>{NUM}(?:(?:/|-|,\s*){NUM}(?![\d.]*\s*[@x]))*)(?P<u>){_E}"
            r"(?!\s*(?:(?:metres|min|km|mi|k|m|h|s|reps|sets|yd|ft)\b|x\s*\d|['\":%]))"
        ),
        _at,
    ),
    (
        (
            rf"(?:(?:in|at)\s+)?(?:(?:a|an|the)\s+)?{_B}(?P<n>\d{{2}})\s*-?(?P<u>metres|m|yd)\s+"
            rf"(?:(?:indoor|outdoor|swimming) )*pool{_E}|"
            rf"\b(?:pool|length)\s*(?:of|is|:|=)?\s*(?P<o>\d{{2}})\s*(?P<v>metres|m|yd){_E}"
        ),
        _pool,
    ),
    (rf"(?:in|for|at|@)?\s*(?<![\w.:])(?:{DURATION}){_E}", _duration),
    (rf"(?<![\w.])(?:{DISTANCE}){_E}", _distance),
    (rf"{_B}\d{{1,2}}\s*(?:holes|hoyos|buracos|trous){_E}", _numbers("holes")),
    (
        (rf"{_B}\d{{1,3}}\s*(?:lengths?|laps?|largos|piscinas|longueurs|vueltas|voltas)(?:\s*(?:of|de|x|in|@|at)\s*"
        rf"(?:(?:a|the)\s*)?\d{{2,3}}\s*-?(?:metres|m|yd)(?:\s*pool)?)?{_E}"),
        _laps,
    ),
    (rf"{_B}(?P<n>{_LIST})(?:\s*reps)?{_E}", _numbers("list")),
    (rf"{_B}(?P<n>\d{{1,3}}\s*-\s*\d{{1,3}})(?:\s*reps)?{_E}", _numbers("pair")),
    (rf"{_B}(?P<n>\d+)\+{_E}", _numbers("reps", "amrap")),
    (rf"(?:for\s*)?{_B}(?P<n>{NUM})\s*reps(?:\s*each)?{_E}", _numbers("reps")),
    (rf"\bx\s*(?P<n>\d{{1,3}})(?:\s*reps)?{_E}", _numbers("times")),
    (rf"(?:for\s+)(?P<n>\d{{1,3}}){_E}(?!\s*(?:[:.x]|sets|rounds))", _numbers("reps", "for")),
    (rf"{_B}(?P<n>{NUM}){_E}", _numbers("number")),
    (r"\beachhand\b", _plain("each_hand")),
    (r"\beachside\b|\beach\b", _plain("each_side")),
    (r"\btofailure\b|\bto the max\b", _plain("failure")),
    (r"\bamrap\b|\bmax reps\b", _plain("amrap")),
    (r"\bdrop ?-?sets?\b|\bdropped to\b|\bdrop to\b|\bdrop\b|\bdescendente\b", _plain("drop")),
    (
        (r"\bwarm ?-?ups?(?: sets?)?\b|\bwarming up\b|\bw/?u\b|\bcalentamiento\b|\baquecimento\b|"
        r"\bechauffement\b"),
        _plain("warmup"),
    ),
    (r"\bcool ?-?downs?\b|\bvuelta a la calma\b", _plain("cooldown")),
    (r"\bwork(?:ing)? ?sets?\b|\btop sets?\b|\bback ?-?offs?(?: sets?)?\b|\bwork sets?\b", _plain("working")),
    (r"\bsuper ?-?sets?(?: of)?\b|\bbiseries?\b|\bgiant sets?\b|\bss\b", _plain("superset")),
    (r"\bsingle\b(?![- ]?(?:arm|leg|hand|sided?|dumbbell|db|kettlebell|kb))", lambda m: Lexeme("reps", m[0], (1.0,))),
    (r"\bdoubles?\b(?=\s*(?:at|@|with|$|,)\s*\d)", lambda m: Lexeme("reps", m[0], (2.0,))),
    (r"\btriples?\b(?=\s*(?:at|@|with|$|,))", lambda m: Lexeme("reps", m[0], (3.0,))),
    (r"\b(?:1|one) ?-?rm\b|\b1 rep max\b|\bone rep max\b", lambda m: Lexeme("reps", m[0], (1.0,))),
    (
        r"\bhalf[ -]marathon\b|\bmedia maraton\b|\bmeia maratona\b|\bsemi[ -]marathon\b",
        lambda m: Lexeme("distance", m[0], (21097.5,), "half marathon"),
    ),
    (r"\b(?:marathon|maraton|maratona)\b", lambda m: Lexeme("distance", m[0], (42195.0,), "marathon")),
    (r"\b(?:tempo|cadence)\s*:?\s*\d[\d-]{2,6}\b", _plain("note")),
    (r"\bsplits\b(?! squat)|\bparciales\b|\bparciais\b", _plain("splits")),
    (
        (r"\bclean (?:and|&) (?:jerk|press)\b|\bc&j\b|\b(?:chest|back|legs|shoulders|arms) (?:and|&) (?:back|"
        r"biceps|triceps|shoulders|abs|core|chest)\b"),
        _plain(WORD),
    ),
    (r"\band\b|[,&|+/()\[\]{}>]|->|\bplus\b", _plain(WEAK_BREAK)),
    (r"[a-z][a-z']*(?:-[a-z0-9][a-z']*)*|90/90", _plain(WORD)),
    (r"(?u:\w(?:[.:]?\w)*)", _plain("unknown")),  # other scripts too: what nobody reads is told
    (r"[^\x00-\x7f]+", _plain("unknown")),  # pictures and other signs
)  # fmt: skip

_COMPILED = tuple((re.compile(pattern, re.ASCII), make) for pattern, make in _RULES)


def lexemes(sentence: str) -> tuple[Lexeme, ...]:
    """Return the pieces of a normalised sentence in order; punctuation that says nothing is left out."""
    return tuple(_scan(sentence))


def _scan(sentence: str) -> Iterator[Lexeme]:
    position = 0
    while position < len(sentence):
        if sentence[position] == " ":
            position += 1
            continue
        for pattern, make in _COMPILED:
            match = pattern.match(sentence, position)
            if match and match.end() > position:
                yield make(match)
                position = match.end()
                break
        else:
            position += 1
