"""One spelling for the many ways a sentence about training is written: case, accents, units, languages.

Structure words of Spanish, Portuguese and French become their English ones (series, con, por lado ...);
names of exercises and activities are left to the vocabulary.
"""

from __future__ import annotations

import re
import unicodedata

from sharpened_cli.domain.activity_text.small_talk import without_small_talk
from sharpened_cli.domain.activity_text.spelling import unit_spelt

_SYMBOLS = str.maketrans({
    "×": "x", "✕": "x", "✖": "x", "*": "x", "’": "'", "‘": "'", "′": "'", "“": '"', "”": '"', "″": '"',
    "–": "-", "—": "-", "−": "-", "‑": "-", "·": ",", "•": "\n", "→": ">", "\t": " ", "º": "", "°": "",
    "½": " .5", "¼": " .25", "¾": " .75", "\r": "\n", "~": " ", "≈": " ", "!": ",", "?": ",", "¡": " ", "¿": " ",
    "«": " ", "»": " ", "…": " ",
})  # fmt: skip

_NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "doce": 12, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60,
    "dois": 2, "duas": 2, "quatro": 4, "sete": 7, "oito": 8, "nove": 9, "dez": 10, "doze": 12, "quinze": 15,
    "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "sessenta": 60, "deux": 2, "trois": 3,
    "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12, "vingt": 20,
    "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
# A number word inside a name stays a word: "one-arm row", "single leg", "sit-up one legged".
_NOT_A_COUNT = r"(?![- ]?(?:arm|leg|hand|handed|armed|legged|point|rep max|pin|a[- ]side)s?\b)"
# A word that stands for a thing counts nothing: "the last one was hard", "one of those days".
_UNIT_WORD = r"(?:mile|km|hour|minute|set|rep|round|lap|length|more)s?"
_A_THING = re.compile(
    r"\b((?:a|an|the|my|this|that|another|every|each|any|no|which|last|first|final|next)(?: [a-z]+)?) one\b"
    rf"(?! {_UNIT_WORD}\b)|"
    rf"\b(quick|short|long|hard|easy|tough|good|big|little|other|heavy) one\b(?! {_UNIT_WORD}\b)|"
    r"\bone(?= of (?:those|these|the|my|them)\b)"
)

_TENTHS = "five|ten|fifteen|twenty(?:[- ]five)?|thirty(?:[- ]five)?|forty(?:[- ]five)?|fifty(?:[- ]five)?"
_HOUR = r"(?:hours?|hrs?|horas?|heures?|h)"
_AN = r"(?:an?|one|1|una?|uma|une)"

# "all of that twice", "did it 3 times": how often the circuit before was done
_ALL_OF_IT = (
    r"(?:(?:all|the whole(?: thing| lot| circuit)?|everything)(?: of)?(?: (?:that|this|it|them|those))?|"
    r"(?:repeat(?:ed)?|did|do) (?:that|this|it|them|all|the circuit))"
)

# Applied in order; each is (pattern, replacement). These hold number words, so that they come before those.
_TIMES = (
    (rf"(?<!\d )(?<!\d)\b(?:{_AN} )?{_HOUR} (?:and|y|e|et) (?:an? )?(?:half|media|meia|demie?)\b", "90 min"),
    (r"\b(?:after |in )?\d{1,3} (?:days?|weeks?|months?|years?)\b(?: (?:old|ago|later|out|to go|left|in))?", ""),
    (rf"(?<!\d )(?<!\d)\b(?:{_AN} )?{_HOUR} (?:and|y|e|et) (?:a )?quarter\b|\b{_AN} {_HOUR} y cuarto\b", "75 min"),
    (rf"\b(\d+) {_HOUR} (?:and|y|e|et) (?:an? )?(?:half|media|meia|demie?)\b", r"\1.5 h"),
    (rf"\b(\d+)(?: and a half| y media| e meia| et demie?) ?{_HOUR}\b", r"\1.5 h"),
    (
        r"\b(?:an? |one )?half(?: an?)?[ -]hour\b|\bmedia hora\b|\bmeia hora\b|\b(?:une )?demi[ -]heure\b",
        "30 min",
    ),
    (r"\b(?:three[ -]quarters|3/4) of an hour\b|\btres cuartos de hora\b|\btrois quarts d'heure\b", "45 min"),
    (r"\b(?:a )?quarter of an hour\b|\bcuarto de hora\b|\bquart d'heure\b", "15 min"),
    (r"\bhalf past (\d{1,2})\b", r"\1:30"),
    (r"\b(?:a )?quarter past (\d{1,2})\b", r"\1:15"),
    (rf"\b(?:a )?couple of {_HOUR}\b", "2 h"),
    (rf"\b{_AN} {_HOUR} (?:and )?({_TENTHS})(?: min(?:ute)?s?)?\b", r"1 h \1 min"),
    (rf"(?<![\d.])\b{_AN} {_HOUR}\b", "1 h"),
    (r"(?:^|(?<=[,;.] )|(?<=then ))hour (?:of|long)\b", "1 h"),
)
_PHRASES = (
    *_TIMES,
    (r"\b(\d+) ?h(?:oras?|eures?|ours?)?\.? (?:and|y|e|et) (\d+) ?m(?:in(?:uto|ute)?s?)?\b", r"\1 h \2 min"),
    (r"\b(?:an?|una?|uma|une) minute?o?\b", "1 min"),
    (r"\b(?:minutes?|minutos?|mins|minuten)\b|(?<=\d)(?:minutes?|minutos?|mins)\b", "min"),
    (r"\b(?:seconds?|segundos?|secondes?|secs?|segs?)\b|(?<=\d)(?:seconds?|segundos?|secs?|segs?)\b", "s"),
    (r"\b(?:hours|hour|horas?|heures?)\b|(?<=\d)(?:hours?|horas?|heures?)\b", "h"),
    (r"\b(?:kilo(?:meters?|metres?|metros?)|quilometros?|kms|kilom)\b|(?<=\d)(?:kms|kilometros?)\b", "km"),
    (r"\b(?:meters?|metres?|metros?|mts)\b|(?<=\d)(?:meters?|metres?|metros?|mts)\b", "metres"),
    (r"\bcouch to 5 ?k\b", "run walk"),
    (r"\b(?:miles?|millas?|milhas?|milles?)\b|(?<=\d)(?:miles?)\b", "mi"),
    (r"(?<=\d )(?:yards?|yds|jardas?|yardas?)\b|(?<=\d)(?:yards?|yds)\b", "yd"),
    (r"(?<=\d )(?:feet|foot|pies)\b|(?<=\d)(?:feet)\b", "ft"),
    (r"\b(?:kilos?|quilos?|kgs|kilogram(?:me)?s?)\b|(?<=\d)(?:kilos?|kgs|quilos?)\b", "kg"),
    (r"\b(?:pounds?|lbs|libras?|livres)\b|(?<=\d)(?:pounds?|lbs|libras?|#)|(?<=\d) ?#", "lb"),
    (r"\b(?:series?|sets?|serie)\b|(?<=\d)(?:sets?|series)\b", "sets"),
    (r"\b(?:repetitions?|repeticiones?|repeticion|repeticoes|repeticao|repes?|reps?)\b|(?<=\d)reps?\b", "reps"),
    (r"(?<=\d )(?:rounds?|rondas?|rodadas?)\b", "rounds"),
    (r"\b(\d{1,2}) times (?=\d)", r"\1 x "),
    (r"\bzone ?([1-5])\b", r"z\1"),
    (r"\b2 (?=\d+(?:\.\d+)? ?(?:kg|lb) (?:dumbbells?|dbs?|kettlebells?|kbs?)\b)", ""),
    (r"\bemom (?:for |of |x ?)?(\d{1,2}) ?(?:min)?\b|\b(\d{1,2}) ?-?(?:min )?emom\b", r"\1\2 min emom "),
    (r"\b(\d{1,2}) min emom (?=[ ,:]*(?:of )?\d{1,3} ?[a-z])", r"\1 rounds \1 min "),
    (r"\bevery min(?:ute)?(?: on the min(?:ute)?)?\b(?! for)", ""),
    (r"(?<=\d)hrs?\b|(?<=\d )hrs?\b(?= \d{1,2}\b(?! ?(?:bpm|$)))", "h"),
    (r"\bhalf a (?:mile|mi)\b", "0.5 mi"),
    (r"(?<!\d )(?<!half )\ba (mi|mile|km)\b(?! (?:long|away|from|repeats?))", r"1 \1"),
    (rf"\b{_ALL_OF_IT} twice\b|\btwice (?:through|over|around)\b|\brepeat(?:ed)? twice\b", ", 2 rounds"),
    (rf"\b{_ALL_OF_IT} (?:x ?)?(\d{{1,2}})(?: ?x| times)\b", r", \1 rounds"),
    (
        r"\b(\d{1,2}) times (?:through|over|around)\b|\brepeat(?:ed)? (?:x ?)?(\d{1,2})(?: ?x| times)\b",
        r", \1\2 rounds",
    ),
    (r"\b(?:descanso|repos|resting|pausa|intervalo de)\b", "rest"),
    (r"\b(?:in )?(?:each|per) hand\b|\bcada mano\b|\bcada mao\b|\bpar main\b", "eachhand"),
    (r"\b(?:run|jog)/walk\b", "run walk"),
    (
        (
            r"(?<!five )\b(?:por|cada|each|per|a|chaque|par|de chaque|every) (?:lado|pierna|brazo|perna|braco|cote|"
            r"jambe|bras|side|leg|arm|foot|way)s?\b|(?<=\d) ?/ ?(?:side|leg|arm|hand)\b"
            r"(?! (?:extension|curl|press|raise|lift|day|abduct|adduct)\w*)|\be/s\b|\bea(?:ch)? "
            r"(?:side|leg|arm)\b|\bboth sides\b"
        ),
        " eachside ",
    ),
    (
        r"\b(?:to|al|ate a|ate|a l'|jusqu'a l'|till|until) ?(?:failure|fallo|falha|echec)\b|\bfailure\b",
        "tofailure",
    ),
    (
        (r"\b(?:body ?weight|peso corporal|peso do corpo|peso del cuerpo|poids du corps|pdc)\b(?= ?"
        r"(?:[-+x@,;)\d]|$|for|reps|sets))"),
        "bw",
    ),
    (
        (r"\b(?:after that|after which|afterwards|followed by|y luego|luego|despues|depois|puis|ensuite|"
        r"finally|next)\b"),
        "then",
    ),
    (r"\bw/ ?(?=\d|(?!u\b)[a-z])|\b(?:con|com|avec)\b(?= ?\d)", "with "),
    (r"\b(?:durante|pendant|por|pour)\b(?= ?\d)", "for"),
    (r"\b(?:en|em)\b(?= ?\d)", "in"),
    (r"\by\b(?! ?(?:raise|-|t\b))|\bet\b|(?<=[a-z0-9]) e (?=[a-z0-9])", " and "),
    (r"\ba (?=\d)|\bpara (?=\d)", "at "),
)  # fmt: skip

_COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in _PHRASES)
_TEENS_AND_TENS = re.compile(rf"\b({_TENS})[- ]({_UNITS})\b")
_NUMBER_WORD = re.compile(rf"\b({'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b{_NOT_A_COUNT}")
_THOUSANDS = re.compile(r"(?<![\d,.])(\d{1,3}),(\d{3})(?![\d,])")
# A decimal comma: one or two digits before a unit, or a half or quarter kilogram before "x".
_DECIMAL_COMMA = re.compile(
    r"(?<![\d,.])(\d+),(\d{1,2})(?= ?(?:kg|lb|km|mi|h|min|metres|m)\b| ?/ ?km)|(?<![\d,.])(\d{2,3}),(5|25|75)(?= ?x)"
)
_LIST_MARKS = re.compile(r"(?:^|(?<=\s))\d{1,2}\)\s+(?=[a-z])|^\s*(?:\d{1,2}\.|[-*])\s+(?=[a-z])", re.MULTILINE)
_SET_LABEL = re.compile(r"\bset \d{1,2}\b[:.)]?(?= ?\d)")  # "set 1 60kg x 10"
_FIRST_OF_PAIR = re.compile(r"\b[a-d]1[.):]?\s+(?=[a-z])")  # A1 bench ... A2 row ...: a superset
_NEXT_OF_PAIR = re.compile(r"\b[a-d][2-4][.):]?\s+(?=[a-z])")
# a game, not a count for each side
_FIVE_A_SIDE = re.compile(r"(^|\n|[,;.] |\bthen |\bplayed (?:some |a game of )?)[5-9][- ]?a[- ]?side\b")
_EVERY = re.compile(r"\bevery (\d{1,3}(?:\.5)?) ?(min|s) (?:for|x|over) (\d{1,2}) ?min\b")
_HYPHEN = re.compile(
    r"(?<=\d)-(?=(?:min(?:ute)?|sec(?:ond)?|hour|km|kilomet(?:er|re)|mile|met(?:er|re)|yard|rep|round)\b)"
)
MOST_DIGITS = 12
_POWER = re.compile(r"\b(\d+(?:\.\d+)?)e\+?(\d+)(?=[^\d.]|$)")  # 1e9
_GLUED_TIMES = re.compile(r"(?<=[a-z\"'%+])(?<=(?:kg|lb|ps|.s|.m|in|bw|.\"|.'|.%|.\+))x(?=\d)|(?<=\d)x(?=bw|amrap|max)")
_FRACTION = re.compile(r"(?<=\d) +\.(25|5|75)\b")


def _rounds_within(match: re.Match[str]) -> str:
    """Return "every 2 min for 10 min" as the rounds that these are."""
    each = float(match[1]) * (1.0 if match[2] == "min" else 1.0 / 60.0)
    return f"{max(1, round(float(match[3]) / each))} rounds {match[3]} min" if each else match[0]


def normalise(text: str) -> str:
    """Return the sentence in lower case without accents, with one spelling of units and structure words."""
    folded = unicodedata.normalize("NFKD", text.translate(_SYMBOLS).lower())
    kept = "".join(char for char in folded if not unicodedata.combining(char))
    kept = "".join(char if char.isprintable() or char == "\n" else " " for char in kept.replace("⁄", "/"))
    kept = _POWER.sub(lambda m: f"{float(m[0]):.0f}" if int(m[2]) < MOST_DIGITS else "9" * MOST_DIGITS, kept)
    kept = _FRACTION.sub(r".\1", kept)
    kept = re.sub(r"(?<!\d) \.(25|5|75)\b", r" 0.\1", kept)
    kept = _FIVE_A_SIDE.sub(r"\1five a side", unit_spelt(kept))
    kept = _LIST_MARKS.sub(lambda m: m[0] if _is_within_brackets(kept, m.start()) else "\n", kept)
    kept = _SET_LABEL.sub(", ", kept)
    kept = _FIRST_OF_PAIR.sub("\nsuperset ", kept)
    kept = _NEXT_OF_PAIR.sub(", ", kept)
    kept = _TEENS_AND_TENS.sub(lambda m: str(_NUMBERS[m[1]] + _NUMBERS[m[2]]), kept)
    for pattern, replacement in _COMPILED[: len(_TIMES)]:
        kept = pattern.sub(replacement, kept)
    kept = _HYPHEN.sub(" ", kept)
    kept = _A_THING.sub(r"\1\2", kept)
    kept = _NUMBER_WORD.sub(lambda m: str(_NUMBERS[m[1]]), kept)
    for pattern, replacement in _COMPILED:
        kept = pattern.sub(replacement, kept)
    kept = without_small_talk(_EVERY.sub(_rounds_within, kept))
    kept = _THOUSANDS.sub(r"\1\2", kept)
    kept = _DECIMAL_COMMA.sub(lambda m: f"{m[1] or m[3]}.{m[2] or m[4]}", kept)
    kept = _GLUED_TIMES.sub(r" \g<0> ", kept)
    return re.sub(r"[^\S\n]+", " ", kept).strip()


def _is_within_brackets(text: str, position: int) -> bool:
    return text.count("(", 0, position) > text.count(")", 0, position)
