"""Cutting a normalised sentence about training into pieces: sets, loads, times, distances, words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text import pieces
from sharpened_cli.domain.activity_text.amounts import (
    DISTANCE,
    DURATION,
    NUM,
    RANGE,
    distance_m,
    duration_sec,
    middle,
)
from sharpened_cli.domain.activity_text.factors import FACTORS
from sharpened_cli.domain.activity_text.lexeme import STRONG_BREAK, WEAK_BREAK, WORD, Lexeme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


_CLOCK = r"(?:[01]?\d|2[0-3])(?:[:h.][0-5]\d)?\s*(?:am|pm)|(?:[01]?\d|2[0-3])[:h][0-5]\d|(?:[01]?\d|2[0-3])h"

_RULES: tuple[tuple[str, Callable[[re.Match[str]], Lexeme]], ...] = (
    (r"[\n;]+|\.(?=\s|$)|\bthen\b", pieces.plain(STRONG_BREAK)),
    (rf"(?:(?<=\s)|^)-{NUM}\s*(?:metres|min|km|mi|h|s|m|k|yd|ft|reps|sets|kcal|bpm)\b", pieces.plain("negative")),
    (r"\b\d{1,2}[- ]a[- ]side\b", pieces.five_a_side),
    (
        (rf"\b(?:from|de|das|das as)\s+(?P<a>{_CLOCK}|\d{{1,2}})\s*(?:to|until|till|-|a|as|at)\s*"
        rf"(?P<b>{_CLOCK}){_E}"),
        pieces.clock,
    ),
    (
        (rf"{_B}(?P<a>(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?)\s*-\s*"
        rf"(?P<b>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap]m){_E}"),
        pieces.clock,
    ),
    (rf"{_B}(?P<a>\d{{1,2}})\s*(?:till|until|til)\s*(?P<b>\d{{1,2}}:[0-5]\d){_E}", pieces.clock),
    (rf"{_B}(?P<a>\d{{1,2}}:\d\d)\s*-\s*(?P<b>\d{{1,2}}:\d\d)(?:\s*(?:h\b))?(?!\s*(?:/|min|per))", pieces.clock),
    (
        (rf"(?:(?:at|@|around|about)\s*)?{_B}(?P<a>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap]m)\s*"
        rf"(?:to|until|till|til|-)\s*(?P<b>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap]m){_E}"),
        pieces.clock,
    ),
    (
        (rf"{_B}(?P<a>(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?)\s*(?:to|until|till|til)\s*"
        rf"(?P<b>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap]m){_E}"),
        pieces.clock,
    ),
    (
        rf"{_B}(?P<a>(?:[01]?\d|2[0-3]):[0-5]\d)\s*(?:to|until|till|til)\s*(?P<b>(?:[01]?\d|2[0-3]):[0-5]\d){_E}",
        pieces.clock,
    ),
    (
        (rf"\b(?:started|start|left(?: home)?|sets? off|began|out|"
        rf"got (?:to the [a-z]+|there|in)|arrived)\s*(?:at\s*)?(?P<a>{_CLOCK}),?\s*(?:and\s*|then\s*)?"
        rf"(?:got\s*|was\s*|came\s*)?(?:back|left|finished|finish|ended|end|home|done|until|till|to\s+(?:the\s+)?[a-z]+|to|arrived)\s*(?:home\s*)?(?:at|by)?\s*(?P<b>{_CLOCK}){_E}"),
        pieces.clock,
    ),
    (
        (r"\b(?:at|@|around|a las|as|starting(?: at)?|started(?: at)?)\s*(?P<a>(?:[01]?\d|2[0-3])"
        rf"(?:[:h.][0-5]\d)?\s*(?:am|pm)|(?:[01]?\d|2[0-3])h(?:[0-5]\d)?){_E}"),
        pieces.clock,
    ),
    (rf"{_B}(?P<a>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*(?:am|pm)){_E}", pieces.clock),
    (
        (
            rf"\b{_HR}\s*(?:went\s*|got\s*)?(?:up to|peak(?:ed|ing)?(?: at)?|hit|topp(?:ed|ing) out at|"
            rf"max(?:ed|ing)?(?: out)?(?: at)?)\s*(?P<n>\d{{2,3}})(?:\s*bpm)?{_E}"
        ),
        pieces.figure("heart_rate", "max"),
    ),
    (
        (rf"(?:{_MEAN}\s*)?\b{_HR}\s*(?:{_MEAN}\s*)?(?:of|was|:|=|at|@|de|around)?\s*(?P<n>{RANGE})(?:\s*(?:bpm|"
        rf"ppm))?{_E}"),
        pieces.figure("heart_rate", "average"),
    ),
    (
        (rf"\bmax(?:imum|ima|imo)?\s*(?:{_HR})?\s*(?:of|was|:|=)?\s*(?P<n>\d{{2,3}})\s*(?:bpm|ppm){_E}|\b"
        rf"(?:max\s*{_HR}|{_HR}\s*max)\s*(?:of|was|:|=)?\s*(?P<m>\d{{2,3}})(?:\s*bpm)?{_E}"),
        pieces.numbers("heart_rate", "max"),
    ),
    (rf"{_B}(?P<n>\d{{2,3}})\s*(?:bpm|ppm)\s*max{_E}", pieces.figure("heart_rate", "max")),
    (
        rf"(?:(?:@|at)\s*)?(?:{_MEAN}\s*)?{_B}(?P<n>\d{{2,3}}(?:\s*-\s*\d{{2,3}})?)\s*(?:bpm|ppm)(?:\s*{_MEAN})?{_E}",
        pieces.figure("heart_rate", "average"),
    ),
    (
        (rf"@?\s*\brpe\s*[:=@]?\s*{NUM}(?:\s*[,/]\s*(?:[6-9]|10)(?:\.5)?(?![\d.]|\s*(?:x|kg|lb|reps|sets|min|"
        rf"km)))+{_E}"),
        pieces.numbers("rpe", "list"),
    ),
    (
        rf"@?\s*\brpe\s*[:=@]?\s*(?P<n>{RANGE})(?:\s*/\s*10)?{_E}|@?\s*{_B}(?P<m>(?:10|[1-9])(?:\.5)?)\s*rpe{_E}(?!\s*[:=@]?\s*\d)",
        lambda m: Lexeme("rpe", m[0], (middle(m["n"] or m["m"]),)),
    ),
    (rf"@?\s*\brir\s*[:=@]?\s*(?P<n>{RANGE}){_E}", pieces.figure("rir")),
    (
        (
            r"@?\s*(?<![\w.])(?P<n>\d{1,2}(?:\.\d)?(?:\s*-\s*\d)?)\s*"
            r"(?:rir|(?:reps\s*)?(?:left\s*)?(?:in|en|na|em)\s*(?:the\s*)?(?:reserve|reserva|tank))(?:\s*each)?\b"
            r"(?!\s*[:=@]?\s*\d)"
        ),
        pieces.figure("rir"),
    ),
    (
        (rf"(?:@|at)?\s*(?:pace\s*(?:of\s*)?|a\s)?{_B}(?P<t>\d{{1,2}}[:'][0-5]\d(?:\.\d)?\"?)\s*(?:min\s*)?(?:/|per|a|por|par|"
        rf"au|ao|al)\s*(?P<per>km|k|mi|500\s*(?:m|metres)|100\s*(?:m|metres|yd)){_E}"),
        pieces.pace,
    ),
    (
        (rf"(?:@|at)?\s*(?:pace\s*(?:of\s*)?)?{_B}(?P<t>\d{{1,2}}(?:[:.]\d\d?)?)\s*min\s*(?:/|per|por|par)\s*"
        rf"(?P<per>km|mi){_E}"),
        pieces.pace,
    ),
    (
        (rf"@?\s*{_B}(?P<t>\d{{1,2}}[:'][0-5]\d)\s*(?:min\s*)?pace(?P<per>)|\b(?:pace|split)\s*(?:of|:|was)?\s*"
        rf"(?P<t2>\d{{1,2}}[:'][0-5]\d)(?:\.\d)?"),
        lambda m: Lexeme("pace", m[0], (duration_sec(m["t"] or m["t2"]), 0.0)),
    ),
    (rf"(?:@|at|{_MEAN})?\s*{_B}(?P<n>{RANGE})\s*(?P<u>km/h|kph|kmh|mph|m/s|mps){_E}", pieces.speed),
    (
        (rf"(?:@|at)?\s*{_B}(?P<n>{RANGE})\s*%?\s*(?:incline|grade|gradient|slope|de inclinacion|de inclinacao|"
        r"inclinacion|de pente)\b|(?:@|at)?\s*\b(?:incline|grade|gradient|slope|inclinacion|inclinacao|"
        rf"pente)\s*(?:of|:|at)?\s*(?P<m>{RANGE})\s*%?(?!\s*(?:km|mi|kph|mph|min|x|kg|lb|sets))"),
        lambda m: Lexeme("grade", m[0], (middle(m["n"] or m["m"]),)),
    ),
    (rf"(?:@|at|with)?\s*{_B}(?P<n>{RANGE})\s*%(?:\s*(?:of\s*)?(?:1\s?rm|max|tm|e1rm))?", pieces.figure("percent")),
    (rf"(?:@|at|{_MEAN})?\s*{_B}(?P<n>{RANGE})\s*(?:w|watts?|vatios){_E}", pieces.figure("power")),
    (rf"(?:@|at|{_MEAN}|cadence)?\s*{_B}(?P<n>{RANGE})\s*(?:rpm|spm){_E}", pieces.figure("cadence")),
    (
        (rf"{_B}(?P<n>{NUM})\s*(?:kcals?|cals?|calories|calorias|kilocalories)(?:\s*(?:burned|burnt|quemadas|"
        rf"queimadas))?{_E}"),
        pieces.figure("calories"),
    ),
    (rf"{_B}(?P<n>{NUM})\s*(?P<k>k)?\s*(?:steps?|pasos|passos|pas){_E}", pieces.steps),
    (
        (rf"{_B}{NUM}\s*hm{_E}|"
        rf"(?:d?\+\s*)?{_B}{NUM}\s*(?:metres|m|ft)?\s*(?:of\s*|de\s*)?(?:elevation(?: gain)?|elev|climb(?:ing|"
        rf"ed)?|ascent|gain|vert(?:ical)?|d\+|desnivel(?: positivo)?|denivele|up|positivo){_E}"),
        pieces.elevation,
    ),
    (
        (
            r"\b(?:elevation(?: gain)?|elev|ascent|vert|gain|desnivel|denivele)\s*(?:of|:|=|de)?\s*"
            rf"\+?{NUM}\s*(?:metres|m|ft)?{_E}|\bclimb(?:ing|ed)?\s*(?:of|:)?\s*{NUM}\s*(?:metres|m|ft){_E}|"
            rf"\bd\+\s*{NUM}\s*(?:metres|m)?{_E}|\+\s?{NUM}\s*(?:metres|m){_E}"
        ),
        pieces.elevation,
    ),
    (
        (rf"{_B}(?:(?P<c>\d{{1,2}})\s*x\s*\(?)?(?P<a>{NUM}\s*(?:min|s|'|\")?)\s*(?:on|hard|fast|sprint|work|run|jog)\b"
        rf"\s*(?:/|,|and|-|with)?\s*"
        rf"(?P<b>{NUM}\s*(?:min|s|'|\")?)\s*(?:off|easy|slow|rest|jog|walk|recovery){_E}"),
        pieces.on_off,
    ),
    (rf"{_B}(?P<a>\d{{1,3}})/(?P<b>\d{{1,3}})s{_E}", pieces.seconds_on_off),
    (
        (
            rf"{_B}(?P<t>{DURATION})\s*(?:in\s*)?(?:total|overall|altogether|all in|in all)\b|"
            rf"\b(?:total(?:\s*time)?|overall)\s*(?:of|:|was)?\s*(?P<t2>{DURATION}){_E}"
        ),
        lambda m: Lexeme("duration", m[0], (duration_sec(m["t"] or m["t2"]),), "total"),
    ),
    (r"\bon the min(?:ute)?\b", pieces.plain("note")),
    (rf"\boff\s*(?:of\s*)?(?P<t>{DURATION}){_E}", pieces.rest),
    (
        (r"\b(?:rest|recovery|recup|recuperacion|recuperacao|r)\s*(?:of|:|=|between(?: sets)?|was|de)?\s*"
        rf"(?P<t>{DURATION}){_E}"),
        pieces.rest,
    ),
    (
        (rf"(?:with|/)\s*(?P<t>{DURATION})\s*(?:of\s+)?(?:walk|jog|easy|slow|float|spin)(?:ing)?(?:\s*"
        rf"(?:recovery|rest|back|between))?{_E}"),
        pieces.rest,
    ),
    (
        (rf"(?:with\s*)?(?P<t>{DURATION})\s*(?:of\s*|de\s*)?(?:rest|recovery|recoveries|rests|recup|"
        rf"recuperacion|recuperacao|jog recovery|off|between(?: sets| reps)?){_E}(?!\s*[:=]?\s*\d)"),
        pieces.rest,
    ),
    (r"\b(?:broken |split |done )?(?:in|into) (?:(?P<k>\d{1,2}) )?sets of\s*(?P<n>\d{1,3})\b", pieces.portions),
    (
        (rf"(?:for\s+)?{_B}(?P<sets>{RANGE})\s*sets\s*(?:of|x|de|d')?\s*(?P<reps>{RANGE}|amrap|max)\s*"
        rf"(?P<unit>reps|s|min|metres|m|km|\"|')?(?:\s*reps)?{_E}(?!\s*(?:kg|lb|sets))"),
        pieces.sets_said,
    ),
    (rf"{_B}{NUM}\s*rounds{_E}(?:\s*(?:of|de|x)\b)?", pieces.numbers("rounds")),
    (
        (
            r"\b(?:easy )?(?:walk|jog|float)(?:s|ed|ing)? ?(?:back )?(?:as )?"
            r"(?:recover(?:y|ies)|rest|in between|between(?: (?:reps|sets|each))?)\b|"
            r"\b(?:easy )?(?:walk|jog|float|ski|swim|roll|coast)(?:ing)? ?(?:back(?: down)?|down)\b"
            r"(?! (?:from|to|home|into|in|through|along|the))|"
            r"\b(?:walked|jogged|floated|rolled) back(?: down)?(?=\s*(?:$|[,.;)]|between|each))"
        ),
        pieces.plain("note"),
    ),
    (
        (
            rf"\b(?:pain|soreness)\s*(?:level\s*)?(?:of|was|:|=|at)?\s*{NUM}(?:\s*(?:/|out of)\s*10)?{_E}|"
            rf"{_B}{NUM}\s*(?:/|out of)\s*10\s*(?:pain|soreness)\b"
        ),
        pieces.plain("note"),
    ),
    (
        (
            rf"\b(?:my\s+)?(?:body\s?weight|bw|weight|weighed)\s*(?:is\s*|was\s*|now\s*|in\s*|up\s*|down\s*|to\s*|at\s*)+"
            rf"{NUM}\s*(?:kg|lb){_E}"
        ),
        pieces.plain("note"),
    ),
    (rf"{_B}(?P<n>\d{{1,2}})\s*(?:heavy |easy |fast )?(?P<u>singles|doubles|triples){_E}", pieces.singles),
    (rf"(?<=[\dg] )x\s*(?P<a>\d{{1,2}})\s*x\s*(?P<b>\d{{1,2}}){_E}", pieces.reps_and_sets),
    (rf"{FACTORS}", pieces.factors),
    (rf"{_B}{NUM}\s*sets{_E}(?:\s*(?:of|de)\b)?", pieces.numbers("sets")),
    (rf"{_B}bw\s*(?P<sign>[-+])\s*(?P<n>{NUM})\s*(?P<u>kg|lb)?{_E}", pieces.added),
    (r"(?:@\s*)?\bbw\b", pieces.plain("bodyweight")),
    (
        (r"(?:@|at)?\s*\b(?:(?:empty |just (?:the )?)bar(?:bell)?\b(?! \w*(?:row|curl|press|squat))|"
        r"(?<!under )(?<!over )(?<!on )(?<!off )(?<!from )the bar\b|bar"
        r"(?=\s*(?:x|for)\s*\d))"),
        pieces.plain("empty_bar"),
    ),
    (rf"(?:@|at|with)?\s*{_B}(?P<n>{NUM})\s*plates?(?:\s*eachside)?{_E}", pieces.figure("plates")),
    (rf"(?<![\w.])(?P<n>\d{{2,3}}(?:\.\d+)?(?: \d{{2,3}}(?:\.\d+)?){{2,}})\s*(?P<u>kg|lb){_E}", pieces.load),
    (r"\b(?:singles|doubles|triples)\b(?=\s*(?:at|@|with|:|,)?\s*\d)", pieces.each_reps),
    (rf"(?:@|at|with)?\s*(?<![\w.+-])(?P<n>{_LOADS})\s*(?P<u>kg|lb){_E}", pieces.load),
    (rf"(?:@|at|with)?\s*(?<!\w)(?P<sign>\+|-)(?P<n>{NUM})\s*(?P<u>kg|lb)?{_E}(?!\s*(?:min|km|h|s|m)\b)", pieces.added),
    (rf"(?<!\w)(?P<sign>\+)\s(?P<n>{NUM})\s*(?P<u>kg|lb){_E}", pieces.added),
    (
        (
            rf"(?:@|at|with)\s*(?P<n>{NUM}(?:(?:/|-|,\s*){NUM}(?![\d.]*\s*[@x]))*)(?P<u>){_E}"
            r"(?!\s*(?:(?:metres|min|km|mi|k|m|h|s|reps|sets|rounds|yd|ft)\b|x\s*\d|['\":%]))"
        ),
        pieces.at,
    ),
    (
        r"(?:with|using|w/)\s*(?:the\s*)?(?P<n>\d{1,3})'?s\b(?=\s*(?:$|[,.;)&]|and\b|then\b|dumbbells?\b|db\b|kettlebells?\b))(?P<u>)",
        pieces.at,
    ),
    (
        (
            rf"(?:(?:in|at)\s+)?(?:(?:a|an|the)\s+)?{_B}(?P<n>\d{{2}})\s*-?(?P<u>metres|m|yd)\s+"
            rf"(?:(?:indoor|outdoor|swimming) )*pool{_E}|"
            rf"\b(?:pool|length)\s*(?:of|is|:|=)?\s*(?P<o>\d{{2}})\s*(?P<v>metres|m|yd){_E}"
        ),
        pieces.pool,
    ),
    (rf"(?:in|for|at|on|@)?\s*(?<![\w.:])(?:{DURATION}){_E}", pieces.duration),
    (
        (
            rf"\b(?:so|total(?: of)?|making|totall?ing)\s+(?P<n>{DISTANCE}){_E}|"
            rf"(?<![\w.])(?P<m>{DISTANCE})\s*(?:in\s*)?(?:total|altogether|overall|all in|in all)\b|"
            rf"(?<![\w.])(?P<o>{DISTANCE})"
            rf"(?=\s*(?:and|,|in)\s*(?:{DURATION})\s*(?:in\s*)?(?:total|altogether|overall)\b)"
        ),
        lambda m: Lexeme("distance", m[0], (distance_m(m["n"] or m["m"] or m["o"]),), "total"),
    ),
    (
        rf"\b(?:the\s+)?(?:last|first|final|middle|opening|closing)\s+(?:{DISTANCE}){_E}",
        lambda m: Lexeme("distance", m[0], (distance_m(m[0]),), "part"),
    ),
    (rf"(?<![\w.])(?:{DISTANCE}){_E}", pieces.distance),
    (rf"{_B}\d{{1,2}}\s*(?:holes|hoyos|buracos|trous){_E}", pieces.numbers("holes")),
    (
        (rf"{_B}\d{{1,3}}\s*(?:lengths?|laps?|largos|piscinas|longueurs|vueltas|voltas)(?:\s*(?:of|de|x|in|@|at)\s*"
        rf"(?:(?:a|the)\s*)?\d{{2,3}}\s*-?(?:metres|m|yd)(?:\s*pool)?)?{_E}"),
        pieces.laps,
    ),
    (rf"{_B}(?P<n>{_LIST})(?:\s*reps)?{_E}", pieces.numbers("list")),
    (rf"{_B}(?P<n>\d{{1,3}}\s*-\s*\d{{1,3}})(?:\s*reps)?{_E}", pieces.numbers("pair")),
    (rf"{_B}(?P<n>\d+)\+{_E}", pieces.numbers("reps", "amrap")),
    (rf"(?:for\s*)?{_B}(?P<n>{NUM})\s*reps(?:\s*each)?{_E}", pieces.numbers("reps")),
    (rf"\bx\s*(?P<n>\d{{1,3}})(?:\s*reps)?{_E}", pieces.numbers("times")),
    (rf"(?:for\s+)(?P<n>\d{{1,3}}){_E}(?!\s*(?:[:.x]|sets|rounds))", pieces.numbers("reps", "for")),
    (rf"{_B}(?P<n>{NUM}){_E}", pieces.numbers("number")),
    (r"\beachhand\b", pieces.plain("each_hand")),
    (r"\beachside\b|\beach\b", pieces.plain("each_side")),
    (r"\btofailure\b|\bto the max\b", pieces.plain("failure")),
    (r"\bamrap\b|\bmax reps\b", pieces.plain("amrap")),
    (r"\bdrop ?-?sets?\b|\bdropped to\b|\bdrop to\b|\bdrop\b|\bdescendente\b", pieces.plain("drop")),
    (
        (r"\bwarm ?-?ups?(?: sets?)?\b|\bwarming up\b|\bw/?u\b|\bcalentamiento\b|\baquecimento\b|"
        r"\bechauffement\b"),
        pieces.plain("warmup"),
    ),
    (r"\bcool ?-?downs?\b|\bvuelta a la calma\b", pieces.plain("cooldown")),
    (r"\bwork(?:ing)? ?sets?\b|\btop sets?\b|\bback ?-?offs?(?: sets?)?\b|\bwork sets?\b", pieces.plain("working")),
    (r"\bsuper ?-?sets?(?: of)?\b|\bbiseries?\b|\bgiant sets?\b|\bss\b", pieces.plain("superset")),
    (
        r"(?<!the )\bsingle\b(?![- ]?(?:arm|leg|hand|sided?|dumbbell|db|kettlebell|kb))",
        lambda m: Lexeme("reps", m[0], (1.0,)),
    ),
    (r"\bdoubles?\b(?=\s*(?:at|@|with|$|,)\s*\d)", lambda m: Lexeme("reps", m[0], (2.0,))),
    (r"\btriples?\b(?=\s*(?:at|@|with|$|,))", lambda m: Lexeme("reps", m[0], (3.0,))),
    (r"\b(?:1|one) ?-?(?:rm|rep max) (?:test|testing|day|attempts?)\b", pieces.plain("note")),
    (r"\b(?:1|one) ?-?rm\b|\b1 rep max\b|\bone rep max\b", lambda m: Lexeme("reps", m[0], (1.0,))),
    (
        r"\bhalf[ -]marathon\b|\bmedia maraton\b|\bmeia maratona\b|\bsemi[ -]marathon\b",
        lambda m: Lexeme("distance", m[0], (21097.5,), "half marathon"),
    ),
    (r"\b(?:marathon|maraton|maratona)\b", lambda m: Lexeme("distance", m[0], (42195.0,), "marathon")),
    (r"\b(?:tempo|cadence)\s*:?\s*\d[\d-]{2,6}\b", pieces.plain("note")),
    (r"\bsplits\b(?! squat)|\bparciales\b|\bparciais\b", pieces.plain("splits")),
    (
        (r"\bclean (?:and|&) (?:jerks?|press(?:es)?)\b|\bc&j\b|\b(?:chest|back|legs|shoulders|arms) (?:and|&) (?:back|"
        r"biceps|triceps|shoulders|abs|core|chest)\b"),
        pieces.plain(WORD),
    ),
    (r"(?<=[a-z]):(?=\s|$)", pieces.plain(WEAK_BREAK)),
    (r"\band\b|[,&|+/()\[\]{}>]|->|\bplus\b", pieces.plain(WEAK_BREAK)),
    (r"z[1-5]\b|[a-z][a-z']*(?:-[a-z0-9][a-z']*)*|90/90", pieces.plain(WORD)),
    (r"(?u:\w(?:[.:]?\w)*)", pieces.plain("unknown")),  # other scripts too: what nobody reads is told
    (r"[^\x00-\x7f]+", pieces.plain("unknown")),  # pictures and other signs
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
