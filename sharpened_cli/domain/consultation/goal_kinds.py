"""Which kind of goal a text is: by its exercise and number, else by its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.reading import Reading


KINDS = (
    ("mobility", (
        r"mobility|flexib\w+|touch (?:my|the|your) toes|toe touch|splits|stiff(?:ness)?\b|range of motion|deep "
        r"squat hold|looser|supple|limber|bend down|reach my (?:feet|toes)|squat (?:to depth|below parallel)|sit "
        r"cross legged"
    )),
    ("skill", (
        r"muscle ups?|handstands?|pistol squats?|front lever|back lever|planche|learn|technique|double unders?|"
        r"backflip|cartwheel|human flag|l sit|skill|kick ?flip|swim properly|tumble turns?|freestyle properly|"
        r"roundhouse|(?:blue|purple|brown|black|green|yellow|orange) belt|grade \d?|[5-8][abc]\+?|v\d+|technical|"
        r"crow pose|headstand|form"
    )),
    ("body_composition", (
        r"lo?ose (?:a bit of |some |the |my |about |around |\d|a |weight|fat|belly|half|at least|another|2|up to)|"
        r"losing|weight(?! training| lifting| room| vest)|\d+ ?(?:kg|kilos?|lbs?|pounds|stone|st)\b|body ?fat|fat "
        r"loss|fat|lean(?:er)?|slim\w*|bulk\w*|gain (?:muscle|weight|mass|some|size|about|around|\d)|(?:build|put "
        r"on|add|more|some|gain) (?:\w+ )?(?:muscle|mass|size)|muscle|mass|hipertrofia|hypertrophy|waist|belly|"
        r"tummy|love handles|cut\b|shred\w*|recomp\w*|dress size|inches|drop (?:a|two|2|from|\d)|perder|ganhar|"
        r"ganar|massa|masa|peso|baby weight|poids|maigrir|bigger"
    )),
    ("aesthetic", (
        r"tone(?:d)?\b|toning|look (?:good|better|like|great|decent|fit|strong)|abs\b|six pack|beach body|physique|"
        r"defin\w+|bigger (?:arms|glutes|shoulders|chest|legs)|v taper|glutes|arms\b|shape|fit into|jeans|dress|"
        r"suit|good naked|appearance|bum|booty|bikini|confident in|shirt"
    )),
    ("health", (
        r"physical\b|medical\b|sleep|health\w*|energy|blood pressure|systolic|diastolic|cholesterol"
        r"|pain|back ?ache|keep up with|"
        r"stress|injur\w+|hurt|live "
        r"long\w*|longevity|grand\w+|bone|balance|posture|diabet\w+|hba1c|blood sugar|resting (?:heart|hr|pulse)|"
        r"medication|tablets|meds|kids|fall(?:s|ing)?|independent|stairs|mental|mood|anxiety|anxious|habit|feel "
        r"(?:better|good|less|more)|quit smoking|alcohol|breath|play with|pick up|off the|age well|saude|salud|"
        r"sante|active|menopause|heart|doctor|pelvic|recover\w*|energetic|tired|steps"
    )),
    ("endurance", (
        r"marathons?|run(?:ning)?\b|\d ?k\b|\d ?km|5k|10k|endurance|stamina|cardio|aerobic|vo2|swim|cycl\w+|ride|"
        r"triathlon|ironman|ultra|hike|trek|climb (?:a|the|kili|ben|mont)|race|parkrun|without stopping|row (?:2|5)|"
        r"2k (?:row|erg)|erg|pace|half\b|walk \d|fitter|fitness|distance|minutes? (?:non ?stop)|get round|finish|"
        r"miles?|ftp|watts?|sportive|beep test|bleep test|resistencia|corrida|correr|courir|last the (?:full "
        r")?(?:90|game|match)|full (?:90|match|game)|metcon|metres|length"
    )),
    ("performance", (
        r"court\b|on the pitch|move better|faster|vertical|jump higher|sprint\w*|games?\b|play\b|compet\w+|"
        r"win\b|podium|perform\w*|explosive\w*|"
        r"power\b|rank\w*|speed|handicap|serve|shot|starting (?:spot|team|xi)|first team|make the team|selection|"
        r"qualif\w+|pb\b|personal best|agil\w+|season|quicker|top (?:\d|ten|three|half)|place|score|time from|"
        r"\d:\d\d"
    )),
    ("strength", (
        r"strong(?:er)?|strength|lift (?:more|heavier)|1 ?rm|one rep max|forca|fuerza|force|plates?|bodyweight "
        r"(?:bench|squat|press|deadlift)|heavier|total|grip|upper body|max out"
    )),
)  # fmt: skip


_KIND = [(name, re.compile(rf"\b(?:{words})(?![a-z])")) for name, words in KINDS]


RUNS = frozenset(
    {
        "run",
        "easy run",
        "long run",
        "cycling",
        "swimming",
        "walk",
        "hike",
        "rowing machine",
        "interval run",
        "tempo run",
        "stationary bike",
        "sprint",
        "hill reps",
        "treadmill",
        "incline walk",
    }
)


def kind_of(reading: Reading, text: str) -> str | None:
    """Return the goal type of a text: by its exercise and number, else by its words."""
    found = reading.vocabulary.exercises.find(text)
    lifted = [mention for mention in found if mention.name not in RUNS]
    if (
        lifted
        and not re.search(
            r"\b(?:muscle ups?|handstands?|pistol|lever|planche|double unders?|learn|technique|form|deep squat|"
            r"l sit)\b",
            text,
        )
        and re.search(
            r"\d|\b(?:first|a|one|strict|unassisted|bodyweight|more|heavier|stronger|get|bigger|numbers?|up)\b", text
        )
        and not re.search(r"\b(?:pain|hurt|lose|weight\b|belly)\b", text)
    ):
        return "strength"
    for name, pattern in _KIND:
        match = pattern.search(text)
        if match and not (
            name == "body_composition" and lifted and not re.search(r"\b(?:lose|weigh|fat|muscle|mass)\b", text)
        ):
            return name
    return "strength" if lifted else None
