"""How much was eaten, as said: a count, a household unit, a size, grams, millilitres or kilocalories."""

from __future__ import annotations

from typing import NamedTuple

from sharpened_cli.domain.meal_text.lexicon import (
    DESCRIPTORS,
    ENERGY_UNITS,
    GRAMS_PER_MASS_UNIT,
    ML_PER_VOLUME_UNIT,
    MULTIPLIERS,
    NOUN_UNITS,
    NUMBER_WORDS,
    SIZES,
    SMALL_TALK,
    UNITS,
)
from sharpened_cli.domain.meal_text.words import stem

VESSELS = frozenset({
    "can", "bottle", "glass", "mug", "pint", "carton", "pot", "bag", "packet", "bar", "pouch", "jar",
})  # fmt: skip
_LOOK_AHEAD = 4  # words between a number and its unit: "2 large, thick slices"


class Amount(NamedTuple):
    """What was said about how much: None and empty where nothing was said."""

    number: float | None = None
    unit: str = ""
    size: str = ""
    grams: float | None = None
    ml: float | None = None
    ounces: float | None = None  # weight, or volume where the food is a drink
    kcal: float | None = None
    is_article: bool = False  # "a", "an": one, but not counted
    is_whole: bool = False  # "a whole pizza": all of what is mostly eaten in parts

    @property
    def is_stated(self) -> bool:
        """Return whether a number, an article or a unit was said."""
        return self.number is not None or self.unit != "" or self.is_measured

    @property
    def is_measured(self) -> bool:
        """Return whether weight, volume or energy was said outright."""
        return any(value is not None for value in (self.grams, self.ml, self.ounces, self.kcal))


NO_AMOUNT = Amount()


def read_amount(tokens: list[str]) -> tuple[Amount, list[str]]:
    """Return the amount at the head (else the tail) of an item's words, and the words that name the food."""
    start = _skip_small_talk(tokens)
    count, at, is_article = _read_count(tokens, start)
    if at < len(tokens) and tokens[at] == "x" and count is not None:
        at += 1
    measured, at = _read_measure(tokens, at, count)
    if measured is not None:
        inner, rest = read_amount(tokens[at:])
        if inner.unit and not inner.is_measured and (inner.number is None or inner.is_article):
            return measured._replace(unit=inner.unit), rest
        return measured, tokens[at:]
    amount = Amount(number=count, is_article=is_article, is_whole=tokens[at : at + 1] == ["whole"])
    amount, rest = _read_unit(amount, tokens, at)
    if not amount.is_stated:
        return _read_tail(amount, rest)
    return _with_contents(amount, rest)


def lone_unit(tokens: list[str]) -> Amount | None:
    """Return the amount of words that are nothing but a size and a unit ("orange juice, small glass"), else None."""
    units = [UNITS[stem(token)] for token in tokens if stem(token) in UNITS and stem(token) not in NOUN_UNITS]
    sizes = [SIZES[token] for token in tokens if token in SIZES]
    if len(units) != 1 or len(units) + len(sizes) != len(tokens):
        return None
    return Amount(number=1.0, unit=units[0], size=sizes[0] if sizes else "")


def _skip_small_talk(tokens: list[str]) -> int:
    at = 0
    while at < len(tokens) and tokens[at] in SMALL_TALK and tokens[at] not in NUMBER_WORDS and tokens[at] not in SIZES:
        at += 1
    return at


def _read_count(tokens: list[str], at: int) -> tuple[float | None, int, bool]:
    """Return the number said at a place, the place after it, and whether it is only an article."""
    count: float | None = None
    is_article = False
    while at < len(tokens):
        word = tokens[at]
        if word[0].isdigit() and not word.endswith("pct"):
            if count is not None and not is_article:
                break
            count, is_article = float(word) * (1.0 if count is None else count), False
        elif word in NUMBER_WORDS:
            article = word in {"a", "an", "un", "una", "um", "uma", "une", "another", "single"}
            if count is None:
                count, is_article = NUMBER_WORDS[word], article
            elif not article:
                if word not in MULTIPLIERS and word not in {"half", "quarter", "couple", "few", "third", "pair"}:
                    break
                count, is_article = count * NUMBER_WORDS[word], False
        elif not (word == "of" and count is not None and at + 1 < len(tokens) and tokens[at + 1] in NUMBER_WORDS):
            break
        at += 1
    if count is not None and at < len(tokens) and tokens[at] == "of":
        at += 1
    return count, at, is_article


def _read_measure(tokens: list[str], at: int, count: float | None) -> tuple[Amount | None, int]:
    """Return an amount in weight, volume or energy said at a place, and the place after it."""
    if count is None or at >= len(tokens):
        return None, at
    times = 1.0
    value, unit_at = count, at
    if tokens[at][0].isdigit() and at + 1 < len(tokens) and _is_measure(tokens[at + 1]):
        times, value, unit_at = count, float(tokens[at]), at + 1  # "two 12 ounce beers"
    elif not _is_measure(tokens[at]):
        return None, at
    after = unit_at + 1
    while after < len(tokens) and tokens[after] in {"of", "de", "worth"}:
        after += 1
    total, unit = value * times, tokens[unit_at]
    if unit in ENERGY_UNITS:
        return Amount(number=times, kcal=total), after
    if unit in {"oz", "ozs", "ounce", "ounces"}:
        return Amount(number=times, ounces=total), after
    if unit in GRAMS_PER_MASS_UNIT:
        return Amount(number=times, grams=total * GRAMS_PER_MASS_UNIT[unit]), after
    return Amount(number=times, ml=total * ML_PER_VOLUME_UNIT[unit]), after


def _is_measure(word: str) -> bool:
    return word in GRAMS_PER_MASS_UNIT or word in ML_PER_VOLUME_UNIT or word in ENERGY_UNITS


def _read_unit(amount: Amount, tokens: list[str], at: int) -> tuple[Amount, list[str]]:
    """Return the amount with the household unit and size said after the number, and the remaining words."""
    kept: list[str] = []
    size = ""
    for place in range(at, min(at + _LOOK_AHEAD, len(tokens))):
        word = tokens[place]
        unit = UNITS.get(stem(word), "")
        if unit and _is_unit_here(word, tokens, place, amount):
            after = place + 1
            while after < len(tokens) and tokens[after] in {"full", "of", "de", "du", "des", "d", "worth"}:
                after += 1
            if tokens[after : after + 1] == ["a"] and unit == "tbsp":
                after += 1  # cuillère à soupe
            if unit == "tbsp" and tokens[after : after + 1] in (["cha"], ["cafe"], ["te"]):
                unit, after = "tsp", after + 1  # colher de chá, cuillère à café
            elif unit == "tbsp" and tokens[after : after + 1] in (["sopa"], ["soupe"], ["sopera"]):
                after += 1
            if tokens[after : after + 1] == ["of"] or tokens[after : after + 1] == ["de"]:
                after += 1
            more, after = _sizes(tokens, after)
            return amount._replace(unit=unit, size=size or more), kept + tokens[after:]
        if word in SIZES:
            size = size or SIZES[word]
        elif stem(word) in DESCRIPTORS or word in SMALL_TALK:
            kept.append(word)
        else:
            return amount._replace(size=size), kept + tokens[place:]
    return amount._replace(size=size), kept + tokens[at + _LOOK_AHEAD :]


def _sizes(tokens: list[str], at: int) -> tuple[str, int]:
    size = ""
    while at < len(tokens) and tokens[at] in SIZES:
        size = size or SIZES[tokens[at]]
        at += 1
    return size, at


def _is_unit_here(word: str, tokens: list[str], place: int, amount: Amount) -> bool:
    """Return whether a unit word is used as a unit: not "canned tuna", not "protein bar", not "half" alone."""
    following = tokens[place + 1] if place + 1 < len(tokens) else ""
    if word in {"canned", "tinned", "halves", "spread", "doubled"} or (word == "can" and not amount.is_stated):
        return False
    if word in {"half", "halves"}:
        return False
    if following == "":  # "garlic bread, 2 slices": the amount stands alone
        return amount.number is not None and stem(word) not in NOUN_UNITS and stem(tokens[place - 1]) not in UNITS
    if following in {"of", "de", "full", "du", "des", "d", "worth"}:
        return True
    if word in {"little", "bit", "touch", "side", "order"}:
        return False
    if stem(word) in NOUN_UNITS:
        return False
    return amount.number is not None


def _with_contents(amount: Amount, tokens: list[str]) -> tuple[Amount, list[str]]:
    """Return what vessels hold where that is said behind the food: "2 cans of lager 330 ml" is 660 ml.

    Behind pieces it is what they weigh together: "2 chicken breasts 300 g".
    """
    measured, head = _read_tail(NO_AMOUNT, tokens)
    if not head or measured.kcal is not None or not measured.is_measured or amount.is_measured:
        return amount, tokens
    times = (amount.number or 1.0) if amount.unit in VESSELS else 1.0
    grams, millilitres, ounces = (value and times * value for value in (measured.grams, measured.ml, measured.ounces))
    return amount._replace(grams=grams, ml=millilitres, ounces=ounces), head


def _read_tail(amount: Amount, tokens: list[str]) -> tuple[Amount, list[str]]:
    """Return an amount said after the food ("chicken breast 200 g", "eggs x 2"), and the words before it."""
    for place in range(len(tokens) - 1, max(len(tokens) - 4, -1), -1):
        if not tokens[place][0].isdigit() or tokens[place].endswith("pct"):
            continue
        value, tail = float(tokens[place]), tokens[place + 1 :]
        head = tokens[:place]
        if head and head[-1] == "x":
            head = head[:-1]
        if tail and _is_measure(tail[0]) and len(tail) <= 2:
            measured, _ = _read_measure(tail, 0, value)
            return measured or amount, head
        if tail and stem(tail[0]) in UNITS and len(tail) == 1:
            return amount._replace(number=value, unit=UNITS[stem(tail[0])]), head
        if not tail and head:
            return amount._replace(number=value), head
    return amount, tokens
