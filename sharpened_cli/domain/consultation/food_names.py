"""Find the names of foods in a stretch of text: runs of food words with the words that describe them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import food_amounts, turns
from sharpened_cli.domain.consultation.common_words import COMMON_WORDS
from sharpened_cli.domain.consultation.food_words import ABROAD, DIETS, PREPARATION
from sharpened_cli.domain.consultation.names import singular
from sharpened_cli.domain.consultation.word_lists import words_of

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.reading import Reading


SEPARATOR = re.compile(
    r",(?!\d)|;|/|[()]|:(?!\d)|\+|\b(?:and|with|plus|then|or|but|followed by|o|ou|alongside|topped with|on top|e|y|"
    r"et|com|con|avec|washed down with|maybe|sometimes|usually|also|as well as|otherwise|occasionally)\b|\bon "
    r"(?=toast|rye|sourdough|bread|rice)|\s-\s|\bin (?=\w+ (?:milk|sauce))"
)


_WORD = re.compile(r"[a-z_0-9%&]+")


_FILLER = words_of(
    """
    nao bebo como comer tomo nunca muy mucho mucha me gusta gosto eu yo para pelo pela dos das os uma una unos unas
    i a an the some my our of have has had eat eats eating drink drinks drinking like love usually normally often
    mostly mainly always maybe probably just plain also then is are its it im ive id with for at on in to or and
    from bit lots lot plenty loads bunch big small little huge large nice good proper simple usual typical standard
    same something anything few couple more less other any all every each most day days week time times x go get got
    make made makes making cook cooks cooked cooking buy bought whatever there tend tends one two bowl plate portion
    piece pieces bits kind sort type pretty much really too so as well but not no grab grabbing prep prepped batch
    reheated left over favourite favorite staple staples bar this that these those meal meals food foods main heap
    load quick extra double during around about roughly straight either both again still out ordered order off when
    if we us kids family canteen cafeteria station services hall counter
    """
)


def mentioned(reading: Reading, line: turns.Line, start: int, end: int) -> list[str]:
    """Return the names of foods between two offsets, in the order said."""
    text = with_dishes(reading, line)
    names = []
    for piece in turns.split(text, turns.Span(start, end), SEPARATOR):
        names += [name for name, _, _ in found_names(reading, text, piece)]
    return names


def with_dishes(reading: Reading, line: turns.Line) -> str:
    """Return the line's text with the blanks inside dishes of several words as underscores."""
    text = line.text
    for mention in reading.vocabulary.dishes.find(text):
        text = text[: mention.start] + text[mention.start : mention.end].replace(" ", "_") + text[mention.end :]
    return text


def found_names(
    reading: Reading, text: str, piece: turns.Span, *, allow_unknown: bool = False
) -> list[tuple[str, int, int]]:
    """Return (name, start, end) of the foods in a piece: runs of food words with the words that describe them."""
    blanked = _without_amounts(text, piece)
    words = list(_WORD.finditer(blanked, *piece))
    runs: list[list[re.Match[str]]] = []
    previous_end = -9
    for word in words:
        is_food = _is_food(reading, word[0])
        describes = (
            is_food
            or word[0] in PREPARATION
            or (word[0] not in COMMON_WORDS and word[0] not in _FILLER and not word[0].isdigit())
        )
        connects = word[0] in ("de", "da", "do", "la", "al", "of", "a", "du", "aux")
        if describes or (
            connects and runs and runs[-1] and word.start() - previous_end <= 1 and word[0] != "of" and word[0] != "a"
        ):
            if runs and word.start() - previous_end <= 1:
                runs[-1].append(word)
            else:
                runs.append([word])
            previous_end = word.end()
    result = []
    for run in runs:
        trimmed = _trimmed_run(reading, run)
        if trimmed:
            start, end = trimmed[0].start(), trimmed[-1].end()
            result.append((_named(text[start:end]), start, end))
    if not result and allow_unknown and len(runs) == 1 and _may_be_food(runs[0], words):
        start, end = runs[0][0].start(), runs[0][-1].end()
        result.append((_named(text[start:end]), start, end))
    return result


def _trimmed_run(reading: Reading, run: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the run up to its last food word; nothing when it holds none."""
    last = max((index for index, word in enumerate(run) if _is_food(reading, word[0])), default=-1)
    if last < 0:
        return []
    run = run[: last + 1]
    first_food = next(index for index, word in enumerate(run) if _is_food(reading, word[0]))
    return run[max(0, first_food - 2) :]


def _may_be_food(run: list[re.Match[str]], words: list[re.Match[str]]) -> bool:
    """Return whether an unknown short noun phrase may be a dish ("banh mi"): no everyday words around it."""
    if len(run) > 2 or any(len(word[0]) < 4 for word in run):
        return False
    if any(word[0] in DIETS for word in run) or all(word[0] in PREPARATION for word in run):
        return False
    everyday = any(word[0] in COMMON_WORDS or singular(word[0]) in COMMON_WORDS for word in run)
    return not everyday and all(word in run or word[0] in _FILLER for word in words)


def _is_food(reading: Reading, word: str) -> bool:
    return "_" in word or reading.vocabulary.is_food_word(word)


def is_known_food(reading: Reading, name: str) -> bool:
    """Return whether a name holds a word of the food table, or is a dish of several words."""
    return any(reading.vocabulary.is_food_word(word) for word in name.split()) or " " in name


def _named(words: str) -> str:
    name = words.replace("_", " ").strip()
    return ABROAD.get(name) or ABROAD.get(" ".join(singular(word) for word in name.split())) or name


def _without_amounts(text: str, piece: turns.Span) -> str:
    """Return the text with amounts and frequencies of the piece blanked."""
    spans: list[tuple[int, int]] = [(item.start, item.end) for item in food_amounts.frequencies(text, *piece)]
    found = food_amounts.amount(text, *piece)
    if found:
        spans.append((found.start, found.end))
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
