"""Words of food names and of what people type, brought to one form: folded, canonical, singular."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from sharpened_cli.domain.meal_text.lexicon import word_set
from sharpened_cli.domain.meal_text.spelling import PHRASES, SYNONYMS

_FRACTIONS = {
    "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3", "⅛": " 1/8", "⅜": " 3/8",
    "⅝": " 5/8", "⅞": " 7/8", "⅕": " 1/5",
}  # fmt: skip
_SIGNS = str.maketrans({
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "’": "'", "‘": "'", "`": "'", "“": '"', "”": '"',
    "–": "-", "—": " - ", "×": "x", "&": " and ", "…": ". ", "™": "", "®": "",
})  # fmt: skip

_KEEPS_S = word_set(
    """
    hummus couscous asparagus molasses swiss cous bass brussels octopus citrus haggis chips hash grits is
    glass schweppes watercress albacore christmas us gas less plus yes this swizz las los des les tres dos
    seis lens gyros calories calamaris pancreas lentejas sea oats fries
    """
)
_PLAIN_SIGNS = frozenset("®™©°№")
_OES = re.compile(r"(tomato|potato|mango|echo|hero|avocado|buffalo)es$")
_TOKEN = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,4})?(?:pct)?|[^\W\d_]+(?:'[^\W\d_]+)?")


def fold(text: str) -> str:
    """Return text in lower case without accents, with typographic signs and fractions spelt out."""
    for sign, spelt in _FRACTIONS.items():
        if sign in text:
            text = text.replace(sign, spelt)
    text = unicodedata.normalize("NFKD", text.translate(_SIGNS)).translate(_SIGNS).lower()
    if not text.isascii():
        text = "".join(letter for letter in text if not unicodedata.combining(letter)).translate(_SIGNS)
    return " ".join(text.split())


def canonical(folded: str) -> str:
    """Return folded text with phrases of several spellings brought to one (``whole wheat`` -> ``wholegrain``)."""
    for hints, pattern, spelling in PHRASES:
        if any(hint in folded for hint in hints):
            folded = _whole_words(pattern).sub(spelling, folded)
    return folded


@cache
def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the singular of a folded word, then its one spelling (``yogurts`` -> ``yoghurt``)."""
    word = word.removesuffix("'s").replace("'", "")
    return SYNONYMS.get(singular := _singular(word), singular)


def _singular(word: str) -> str:
    if len(word) <= 3 or word in _KEEPS_S or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return (
            word[:-1]
            if word in {"cookies", "brownies", "smoothies", "pies", "calories", "zombies"}
            else word[:-3] + "y"
        )
    if word.endswith("ves") and word not in {"olives", "chives", "cloves", "endives", "gloves"}:
        return word[:-3] + ("fe" if word == "knives" else "f")
    if _OES.search(word) or word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def tokens(text: str) -> list[str]:
    """Return the words and plain numbers of canonical text, in order; signs are dropped."""
    return _TOKEN.findall(text)


def pictures(text: str) -> list[str]:
    """Return the emoji and other pictures of a text, each run as one; no word stands for them."""
    runs, run = [], ""
    for sign in text:
        if unicodedata.category(sign) == "So" and sign not in _PLAIN_SIGNS:
            run += sign
        elif run and not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf":
            runs.append(run)
            run = ""
    return [*runs, run] if run else runs


def words(text: str) -> tuple[str, ...]:
    """Return the stems of canonical text, in order; signs are dropped."""
    return tuple(stem(token) for token in _TOKEN.findall(text))
