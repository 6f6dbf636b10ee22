"""Working weight, repetitions and minutes beside an exercise: "60kg x 8", "3x8 @ 60", "6 rounds of 3 min"."""

from __future__ import annotations

import re

from sharpened_cli.domain.consultation import quantities
from sharpened_cli.domain.consultation.quantities import KG_PER_LB, NUMBER, number

_SETS_REPS = re.compile(
    r"(?<![\d.,])(?P<sets>\d{1,2}) ?(?:x|sets? (?:of|x))(?: ?(?P<reps>\d{1,3})(?![\d.]| ?(?:kg|kilos?|lbs?|min|"
    r"sec|s\b|m\b))(?: ?- ?\d+)?)"
)


_WEIGHT_X_REPS = re.compile(
    rf"(?<![\d.,])(?P<weight>{NUMBER}) ?(?P<unit>kgs?|kilos?|lbs?|pounds?|s)? ?(?:x|for|by|times) "
    rf"?(?:(?P<sets>\d) ?x ?|(?P<sets2>\d) sets? of )?(?:sets of |about |around )?(?P<reps>\d{{1,3}})(?![\d.:]| "
    rf"?(?:kg|kilos?|lbs?|min|sec|years?|m\b|s\b|sets?))(?: ?x ?(?P<third>\d{{1,2}})(?! ?kg))?"
)


_REPS = re.compile(
    r"(?<![\d.,])(?P<reps>\d{1,3}) ?(?:reps?|repetitions|times|repeticoes|repeticiones|of them|in a row|"
    r"unbroken|each (?:side|leg|arm)|per side|a side)\b|\b(?:reps of|sets of|x) ?(?P<reps2>\d{1,3})(?!\d| "
    r"?(?:kg|lb|min|sec|m\b|s\b))"
)


_SINGLES = re.compile(r"\bfor a (single|double|triple)\b|\b(1 ?rm|one rep max|max)\b")


_PAIR = re.compile(r"(?<![\d.,])(?P<weight>\d{1,3}(?:[.,]5)?)(?:s|'s)\b(?! ?(?:and|to) )")


_ROUNDS = re.compile(
    r"(?<![\d.,])(?P<rounds>\d{1,2}) ?(?:x|rounds?(?: of)?|sets? of|lots of|times) "
    r"?(?P<minutes>\d{1,2}(?:\.5)?) ?(?:min(?:ute)?s?|m)\b"
)


_DISTANCE_OR_MORE = re.compile(
    r"^ ?(?:km|k|miles?|mi|m|metres?|meters?|min|minutes?|mins?|hours?|h|hrs?|sec|seconds?|secs?|years?|yrs?|"
    r"months?|weeks?|times? (?:a|per)|days?|%|x|sets?|rounds?|/|:|\.\d|rpe|stone|ft|cm|st|nd|rd|th|pm|am|"
    r"degrees?)\b|^ ?[x:/%]"
)


_BODYWEIGHT = frozenset(
    {
        "pull-up", "push-up", "chin-up", "dip", "burpee", "sit-up", "crunch", "knee push-up", "wall push-up",
        "sit to stand", "bodyweight squat", "muscle-up", "pistol squat", "toes to bar", "leg raise",
        "handstand push-up", "inverted row", "jumping jack", "box jump", "air squat", "russian twist",
        "mountain climber", "diamond push-up", "pike push-up", "hanging leg raise", "step-up", "hollow hold",
        "calf raise", "assisted pull-up", "bench dip", "incline push-up",
    }
)  # fmt: skip


HEAVIEST_SETS = 6  # "5x5" is sets by reps, "60x5" a weight; product choice


LIGHTEST_BARE_KG = 15  # a bare "NxM" from here on is weight by reps; product choice


def load_of(after: str, before: str, name: str, *, in_pounds: bool) -> tuple[float | None, int | None, float | None]:
    """Return weight (kg), repetitions and minutes from the words after a name, else from those before it."""
    minutes = _minutes(after)
    minutes = _minutes(before) if minutes is None else minutes
    weight, reps = _weight_and_reps(after, name, in_pounds=in_pounds, leading=True)
    if weight is None or reps is None:
        weight_before, reps_before = _weight_and_reps(before, name, in_pounds=in_pounds, leading=False)
        weight = weight_before if weight is None else weight
        reps = reps_before if reps is None else reps
    return weight, reps, minutes


def _minutes(text: str) -> float | None:
    rounds = _ROUNDS.search(text)
    if rounds:
        return float(rounds["rounds"]) * number(rounds["minutes"])
    for found in quantities.durations(text):
        if found.unit in ("h", "min", "s"):
            return round(found.value, 3)
    return None


def _weight_and_reps(text: str, name: str, *, in_pounds: bool, leading: bool) -> tuple[float | None, int | None]:
    sets_reps = _sets_reps(text)
    weights = quantities.weights(text)
    reps = sets_reps
    if weights:
        weight = round(weights[0].value, 1)
        if reps is None:
            tail = text[weights[0].end :]
            by = re.match(
                r"\s*(?:x|for|by|,)?\s*(?:(?:sets of|\d ?x|\d sets? of)\s*)?(\d{1,3})(?!\d| ?(?:kg|lb|min|sec|"
                r"m\b|sets))",
                tail,
            )
            reps = (
                int(by[1])
                if by and (re.match(r"\s*(?:x|for|by)", tail) or re.match(r"\s*,?\s*\d{1,2} ?(?:reps|$)", tail))
                else _plain_reps(text)
            )
        return weight, reps or _single(text)
    by = _WEIGHT_X_REPS.search(text)
    if (
        by
        and _is_weight(by, name)
        and not (sets_reps and by["sets"] is None and float(number(by["weight"])) <= HEAVIEST_SETS)
    ):
        kg = number(by["weight"]) * (KG_PER_LB if in_pounds else 1.0)
        return round(kg, 1), int(by["reps"])
    pair = _PAIR.search(text)
    if pair:
        return round(number(pair["weight"]) * (KG_PER_LB if in_pounds else 1.0), 1), reps or _plain_reps(text)
    if reps is None:
        reps = _plain_reps(text)
    bare = _bare_number(text, reps, leading=leading)
    if bare is None:
        return None, reps or (_single(text) if leading else None)
    if reps is None and (name in _BODYWEIGHT or (bare <= LIGHTEST_BARE_KG and not leading)):
        return None, int(bare)
    return round(bare * (KG_PER_LB if in_pounds else 1.0), 1), reps or _single(text)


def _is_weight(match: re.Match[str], name: str) -> bool:
    value = number(match["weight"])
    if match["unit"] or match["sets"] or match["third"]:
        return True
    return value >= LIGHTEST_BARE_KG or (value > HEAVIEST_SETS and name not in _BODYWEIGHT and "." in match["weight"])


def _sets_reps(text: str) -> int | None:
    for match in _SETS_REPS.finditer(text):
        if int(match["sets"]) <= HEAVIEST_SETS or "set" in match[0]:
            return int(match["reps"])
    return None


def _plain_reps(text: str) -> int | None:
    match = _REPS.search(text)
    return int(match["reps"] or match["reps2"]) if match else None


def _single(text: str) -> int | None:
    match = _SINGLES.search(text)
    if not match:
        return None
    return {"single": 1, "double": 2, "triple": 3}.get(match[1] or "single", 1)


def _bare_number(text: str, reps: int | None, *, leading: bool) -> float | None:
    """Return a plain number beside a name that is no other quantity ("snatch 185", "8 pull ups")."""
    for match in re.finditer(rf"(?<![\d.,:x@])(?:@ ?|at )?({NUMBER})(?![\d:]|[.,]\d)", text):
        rest = text[match.end() :]
        if _DISTANCE_OR_MORE.match(rest) or re.match(r"\s*(?:reps?|repetitions|each|of them|in a row)\b", rest):
            continue
        if re.search(r"(?:x|sets of|for|reps of|in|since|\brpe) ?$", text[: match.start()]) or (
            leading and match.start() > 40
        ):
            continue
        value = number(match[1])
        if reps is not None and value == reps:
            continue
        if 1900 <= value <= 2100:
            continue
        return value
    return None
