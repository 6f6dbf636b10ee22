"""Reading health out of free text: who is spoken of, what is denied, what is only feared.

The rules err towards hearing too much: a question too many is cheaper than a heart attack overlooked.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from sharpened_cli.domain.phrases import phrases

_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-"})

LONGEST_SENTENCE = 400  # characters looked back on; keeps long texts quick
LONGEST_SCOPE_WORDS = 9  # a denial reaches no further than this (product choice)
NOT_SLIPS = frozenset({"hypotension", "hypotensive"})  # words of their own, near to others
ONE_EDIT_FROM, TWO_EDITS_FROM = 7, 10  # letters from which one, two typing errors are forgiven

_SENTENCE_END = r"[;!?\n]|\.(?!\d)|\s-+\s"
_NEGATOR = r"""
no|not|never|none|nope|without|neither|nor|nobody|nothing|don'?t|doesn'?t|didn'?t|haven'?t|hasn'?t|hadn'?t
isn'?t|aren'?t|wasn'?t|weren'?t|ain'?t|denies|deny|negative for|ruled out|free of|free from|clear of|nao
nunca|sem|sin|ningun|ninguna|jamas|pas|jamais|aucune?|sans|nem
"""
_PSEUDO = r"""
not (only|just|sure|long|certain|that i|great|well|to mention|yet|gonna lie|helped|helping)
no (idea|doubt|matter|wonder|joke|sorry|thanks to|secret|stranger to)
don'?t (know|think it helps|forget|be fooled|mind)|without doubt|why not|nothing but|not unless
didn'?t (know|realise|realize|stop)|haven'?t told|never mind|not (too )?bad|(dor|dores|lesao|lesoes|problemas?) no
"""
_STRONG_BREAK = r"""
but|however|although|though|except|because|cause|cos|cuz|coz|since|so|due to|thanks to|on account of
owing to|after|when|whenever|if|until|till|unless|as i
and (i|i'm|i've|have|had|take|got|am|my)|apart from|other than|besides|aside from|only
(?<!told )(?<!think )(?<!believe )(?<!that )i (have|had|got|get|take|am|was|did|do|feel|felt)
(?<!think )(?<!that )(i'm|im|i've|ive)|mas|porque|pero|mais|parce que|depois|despues
"""
_WEAK_BREAK = r"""
(for|with|from|on|to|given|follow|following|per) (my|the|a|doctor'?s|doctors)
"""
_HEALTH_NOUN = r"""
pain|ache|problem|issue|trouble|condition|disease|illness|injur|surger|operation|medic|meds|tablets|allerg
asthma|histor|dizz|faint|chest|heart|blood pressure|diabet|pregnan|concuss|symptom|diagnos|hypertens
cardiac|disorder|epilep|stroke|cancer|breath|palpit|arthritis|health|wrong|worr|restriction|flags|dolor
dor\b|problema
"""
_OTHER_PERSON = r"""
((my|our|his|her|their|the|a|ma|mon|mi|minha|meu)( \w+)? )?(mums?|moms?|mothers?|dads?|fathers?
  |parents?|wife|wives|husbands?|partners?|girlfriends?|boyfriends?|fiancee?s?|spouse|sisters?|brothers?
  |sons?|daughters?|kids?|child|children|nans?|grans?|grandma\w*|grandad\w*|granddad\w*|grandpa\w*
  |grandmothers?|grandfathers?|grandparents?|friends?|mates?|buddy|boss|colleagues?|coworkers?|clients?
  |dogs?|cats?|neighbou?rs?|uncles?|aunts?|auntie|cousins?|in-laws?|flatmates?|roommates?|ex|teammates?
  |patients?|missus|mae|pai|madre|padre|mere|pere|esposa|marido|mulher|mari|femme|family)('s|s')?
"""
_FIRST_PERSON = r"""
i|i'm|im|i've|ive|i'd|me|myself|mine|we|we're|eu|yo|je|j'ai|tenho|tengo
"""
_OTHER_CONTINUES = r"^ ?(?:who|whose|he|she|they|he's|she's|and|is|has|had|was|which|with)\b"
_FEARED = r"""
avoid\w*|prevent\w*|(risk|chances?|odds) of
(scared|afraid|worried|anxious|fear|terrified) (of|about) (getting|developing|becoming)|in case i get
(don'?t|do not) want (to (get|be|become|have|end up|develop))?|never want|before i (get|become)
so i don'?t (get|become|end up)|instead of getting|not to get|without getting
"""
_ANSWERED_NO = r"^[\s)\]\"']*(?:\?|:|=|-+)\s*(?:no|none|never|n/a|nope|nah|nao|non)\b"
_CLEARED_LATER = r"^[^.;,]{0,30}\b(?:ruled out|came back (?:negative|clear|fine)|was negative)\b"
_FAMILY_BEFORE = r"\b(?:family (?:history|member)|runs? in (?:the|my) family|hereditary|genetic)\b"
_FAMILY_AFTER = r"^[^.;]{0,20}\b(?:(?:runs? )?in (?:the|my) family|on (?:my|the) (?:mum|mom|dad|mother|father)\w*)"
_ME_TOO = r"\b(?:i (?:have|got|do|am)|i've got|me too|so do i|as do i|myself)\b"


class Mention(NamedTuple):
    """One thing heard: its code, the words, and where they stand in the text (start, end)."""

    code: str
    quote: str
    start: int
    end: int


def folded(text: str) -> str:
    """Return the text in lower case without accents, each character in its place."""
    return "".join(_plain(char) for char in text.translate(_QUOTES))


def holds(plain: str, start: int, end: int) -> bool:
    """Return whether what stands at ``start..end`` of folded text is said of the speaker and not denied."""
    before = _sentence_before(plain, start)
    after = re.split(_SENTENCE_END, plain[end : end + LONGEST_SENTENCE], maxsplit=1)[0]
    if re.match(_ANSWERED_NO, plain[end : end + 20]) or re.match(_CLEARED_LATER, after):
        return False
    if (re.search(_FAMILY_BEFORE, before) or re.match(_FAMILY_AFTER, after)) and not re.search(_ME_TOO, after):
        return False
    if phrases(_STRONG_BREAK + _WEAK_BREAK).match(plain, start):
        before = ""
    return not (_is_denied(before) or _is_of_another(before) or _is_only_feared(before, after))


def close_words(plain: str, vocabulary: dict[str, str]) -> list[tuple[str, int, int]]:
    """Return the codes of words that are a typing error away from the vocabulary, with their place.

    One edit is forgiven from seven letters on, two from ten; the first letter must be right.
    """
    found = []
    for match in re.finditer(r"[a-z]{6,20}", plain):
        word = match[0]
        if word in NOT_SLIPS:
            continue
        for known, code in vocabulary.items():
            allowed = 2 if len(known) >= TWO_EDITS_FROM else 1
            if (
                len(known) >= ONE_EDIT_FROM
                and word[0] == known[0]
                and abs(len(word) - len(known)) <= allowed
                and word not in (known, known + "s")
                and edits(word, known, allowed) <= allowed
            ):
                found.append((code, match.start(), match.end()))
                break
    return found


def edits(left: str, right: str, most: int) -> int:
    """Return how many insertions, deletions, swaps and changes lead from one word to the other.

    Counting stops past ``most``; the result is then ``most + 1`` (Damerau 1964, neighbours swapped once).
    """
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, char in enumerate(left, 1):
        current = [at]
        for to, other in enumerate(right, 1):
            cost = min(row[to] + 1, current[to - 1] + 1, row[to - 1] + (char != other))
            if at > 1 and to > 1 and char == right[to - 2] and left[at - 2] == other:
                cost = min(cost, before[to - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, row = row, current
    return min(row[-1], most + 1)


def _plain(char: str) -> str:
    base = unicodedata.normalize("NFKD", char)[:1].lower()
    return base if len(base) == 1 else char


def _sentence_before(plain: str, start: int) -> str:
    near = plain[max(0, start - LONGEST_SENTENCE) : start]
    ends = [match.end() for match in re.finditer(_SENTENCE_END, near)]
    return near[ends[-1] if ends else 0 :]


def _is_denied(before: str) -> bool:
    scope = phrases(_PSEUDO).sub(" ", before)
    breaks = [match.end() for match in phrases(_STRONG_BREAK).finditer(scope)]
    scope = scope[breaks[-1] :] if breaks else scope
    negators = list(phrases(_NEGATOR).finditer(scope))
    if not negators:
        return False
    between = scope[negators[-1].end() :]
    if (len(between.split()) > LONGEST_SCOPE_WORDS and "," not in between) or "another" in between.split():
        return False
    parts = re.split(r",| and |/", between)
    if len(parts) > 1:
        return _health_noun(parts[0])
    weak = phrases(_WEAK_BREAK).search(between)
    return not weak or _health_noun(between[: weak.start()])


def _health_noun(words: str) -> bool:
    return bool(phrases(_HEALTH_NOUN, whole=False).search(words))


def _is_of_another(before: str) -> bool:
    others = list(phrases(_OTHER_PERSON).finditer(before))
    if not others:
        return False
    between = before[others[-1].end() :]
    if phrases(_FIRST_PERSON).search(between) or re.search(r"\b(?:told|tells|gave|makes?|made|thinks?) me\b", between):
        return False
    first_comma = between.find(",")
    return first_comma < 0 or bool(re.match(_OTHER_CONTINUES, between[first_comma + 1 :]))


def _is_only_feared(before: str, after: str) -> bool:
    feared = list(phrases(_FEARED).finditer(before))
    if not feared or re.match(r"^(?:\W+\w+){0,3}?\W+again\b", after):
        return False
    between = before[feared[-1].end() :]
    return "," not in between and len(between.split()) <= 4 and "another" not in between.split()
