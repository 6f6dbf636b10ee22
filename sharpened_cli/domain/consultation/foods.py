"""What the person eats: one row a food, with meal, amount and frequency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.consultation import food_amounts, negation, turns
from sharpened_cli.domain.consultation.common_words import COMMON_WORDS
from sharpened_cli.domain.consultation.extraction import Row, stated
from sharpened_cli.domain.consultation.food_words import ABROAD, DIETS, DRINKS, JOINED_BY_WITH, PREPARATION
from sharpened_cli.domain.consultation.names import singular

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sharpened_cli.domain.consultation.reading import Reading

_LABELS = (
    ("post_workout", (
        r"(?:right |straight |immediately )?(?:after|post) (?:the |my |a |an |every |each )?(?:\w+ )?(?:workouts?|"
        r"training|gym|sessions?|runs?|rides?|swims?|practice|match(?:es)?|games?|lifting|class(?:es)?|treino|"
        r"{modality})|post ?workout|despues de entrenar|pos treino"
    )),
    ("pre_workout", (
        r"(?:before|pre) (?:the |my |a |an |every |each )?(?:\w+ )?(?:workouts?|training|gym|sessions?|runs?|rides?|"
        r"swims?|practice|match(?:es)?|games?|lifting|class(?:es)?|treino|{modality})|pre ?workout|antes de "
        r"entrenar|pre treino"
    )),
    ("mid_morning", r"mid ?mornings?|elevenses|morning snacks?|second breakfast|brunch|media manana|late morning"),
    ("breakfast", (
        r"breakfasts?|brekkies?|brekky|desayuno|para desayunar|cafe da manha|pequeno almoco|petit dejeuner|in the mornings?|every "
        r"morning|each morning|mornings|most mornings|de manha|por la manana|le matin|bfast|first thing|breaky"
    )),
    ("lunch", r"lunch ?times?|lunch(?:es)?|almuerzo|para comer|almoco|dejeuner|at midday|at noon|midday|packed lunch|at work"),
    ("afternoon", (
        r"after school|mid ?afternoons?|(?:in the )?afternoons?(?: snacks?)?|merienda|gouter|lanche(?: da tarde)?|"
        r"afternoon tea"
    )),
    ("late_night", r"late (?:at )?nights?|at night|midnight(?: snack)?|after midnight|on night shifts?"),
    ("evening", (
        r"nightly|every night|most nights|in the evenings?|every evening|evenings?|before bed(?:time)?|bedtime(?: "
        r"snack)?|after dinner|in front of the tv|ceia|most evenings"
    )),
    ("dinner", (
        r"dinners?|suppers?|(?:for|at) tea(?:time)?|tea ?time|teas? (?:is|are|tends|usually)|tea:|cena|para cenar|jantar|diner|"
        r"evening meal|tea(?=,? (?:is|its|will|would|might|usually))"
    )),
    ("snack", r"snacks?|snacking(?: on)?|snack on|in between|between meals|to snack|nibbles?|nibble on|pick at|treats?"),
)  # fmt: skip
_ANY_SPORT = (
    r"futebol|football|soccer|futbol|yoga|pilates|bjj|judo|boxing|tennis|padel|rugby|netball|hockey|basketball|"
    r"climbing|derby|cricket|volleyball|crossfit|karate|dance|zumba|spin|cycling|running|swimming|rowing|badminton|"
    r"squash|muay thai|hiking|handball|lift|ride|run|swim|walk"
)
_LABEL = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words.replace('{modality}', _ANY_SPORT)})\b:?)" for name, words in _LABELS)
)
_SEPARATOR = re.compile(
    r",(?!\d)|;|/|[()]|:(?!\d)|\+|\b(?:and|with|plus|then|or|but|followed by|o|ou|alongside|topped with|on top|e|y|"
    r"et|com|con|avec|washed down with|maybe|sometimes|usually|also|as well as|otherwise|occasionally)\b|\bon "
    r"(?=toast|rye|sourdough|bread|rice)|\s-\s|\bin (?=\w+ (?:milk|sauce))"
)
_COMMA = re.compile(r",(?!\d)|;|\bthen\b|\bbut\b|[()]|\s-\s")
_CHUNK = re.compile(r"\bthen\b|;")
_WORD = re.compile(r"[a-z_0-9%&]+")
_FILLER = frozenset(
    [
        "i",
        "a",
        "an",
        "the",
        "some",
        "my",
        "our",
        "of",
        "have",
        "has",
        "had",
        "eat",
        "eats",
        "eating",
        "drink",
        "drinks",
        "drinking",
        "like",
        "love",
        "usually",
        "normally",
        "often",
        "mostly",
        "mainly",
        "always",
        "maybe",
        "probably",
        "just",
        "plain",
        "also",
        "then",
        "is",
        "are",
        "its",
        "it",
        "im",
        "ive",
        "id",
        "with",
        "for",
        "at",
        "on",
        "in",
        "to",
        "or",
        "and",
        "from",
        "bit",
        "lots",
        "lot",
        "plenty",
        "loads",
        "bunch",
        "big",
        "small",
        "little",
        "huge",
        "large",
        "nice",
        "good",
        "proper",
        "simple",
        "usual",
        "typical",
        "standard",
        "same",
        "something",
        "anything",
        "few",
        "couple",
        "more",
        "less",
        "other",
        "any",
        "all",
        "every",
        "each",
        "most",
        "day",
        "days",
        "week",
        "time",
        "times",
        "x",
        "go",
        "get",
        "got",
        "make",
        "made",
        "makes",
        "making",
        "cook",
        "cooks",
        "cooked",
        "cooking",
        "buy",
        "bought",
        "whatever",
        "there",
        "tend",
        "tends",
        "one",
        "two",
        "bowl",
        "plate",
        "portion",
        "piece",
        "pieces",
        "bits",
        "kind",
        "sort",
        "type",
        "pretty",
        "much",
        "really",
        "too",
        "so",
        "as",
        "well",
        "but",
        "not",
        "no",
        "grab",
        "grabbing",
        "prep",
        "prepped",
        "batch",
        "reheated",
        "left",
        "over",
        "favourite",
        "favorite",
        "staple",
        "staples",
        "bar",
        "this",
        "that",
        "these",
        "those",
        "meal",
        "meals",
        "food",
        "foods",
        "main",
        "heap",
        "load",
        "quick",
        "extra",
        "double",
        "during",
        "around",
        "about",
        "roughly",
        "straight",
        "either",
        "both",
        "again",
        "still",
        "out",
        "ordered",
        "order",
        "off",
        "when",
        "if",
        "we",
        "us",
        "kids",
        "family",
    ]
)


class _Food(NamedTuple):
    """A food being understood, with the comma piece and chunk that it stands in."""

    row: Row
    start: int
    end: int
    piece: int
    chunk: int
    sentence: int


class _Label(NamedTuple):
    """A meal named at a place."""

    start: int
    end: int
    meal: str | None
    follows_preposition: bool


def rows(reading: Reading) -> list[Row]:
    """Return the foods of section 5, the last statement about each winning."""
    kept: dict[tuple[str, str | None], Row] = {}
    for line in reading.section(turns.FOODS):
        foods, gone = _read_line(reading, line)
        for name in gone:
            kept = {key: row for key, row in kept.items() if key[0] != name}
        for food in foods:
            name, meal = food.row.values["food"], food.row.values.get("meal_time")
            same = next(
                (key for key in kept if key[0] == name and (key[1] == meal or meal is None or key[1] is None)), None
            )
            if same:
                merged = {**kept.pop(same).values, **food.row.values}
                kept[(name, merged.get("meal_time"))] = food.row._replace(values=merged)
            else:
                kept[(name, meal)] = food.row
    return list(kept.values())


def mentioned(reading: Reading, line: turns.Line, start: int, end: int) -> list[str]:
    """Return the names of foods between two offsets, in the order said."""
    text = _with_dishes(reading, line)
    names = []
    for piece in turns.split(text, turns.Span(start, end), _SEPARATOR):
        names += [name for name, _, _ in _names(reading, text, piece)]
    return names


def _read_line(reading: Reading, line: turns.Line) -> tuple[list[_Food], list[str]]:
    text = _with_dishes(reading, line)
    result: list[_Food] = []
    gone: list[str] = []
    all_labels: list[_Label] = []
    for number, sentence in enumerate(turns.sentences(text)):
        labels = _labels(text, sentence)
        foods, denied = _foods(reading, line, text, sentence, number, labels)
        gone += denied
        result += _with_meals(foods, labels, text, sentence)
        all_labels += [label for label in labels if label.meal]
    return _with_order(result, all_labels), gone


def _with_dishes(reading: Reading, line: turns.Line) -> str:
    """Return the line's text with the blanks inside dishes of several words as underscores."""
    text = line.text
    for mention in reading.vocabulary.dishes.find(text):
        text = text[: mention.start] + text[mention.start : mention.end].replace(" ", "_") + text[mention.end :]
    return text


def _labels(text: str, sentence: turns.Span) -> list[_Label]:
    found = []
    for match in _LABEL.finditer(text, *sentence):
        before = text[max(sentence.start, match.start() - 12) : match.start()]
        if match.lastgroup == "lunch" and match[0] == "at work" and not re.search(r"\w $", before):
            continue
        if match[0] in ("treat", "treats") or re.search(r"_$|_\w*$", before):
            continue
        prepositional = bool(
            re.search(r"\b(?:for|at|most|every|as|as an?|as my|of an?|in the|my|on)\s*$", before)
        ) or bool(re.match(r"(?:in the|at|for|every|each|most|before|after|post|pre|nightly|right|straight)", match[0]))
        meal = None if match.lastgroup == "snack" else match.lastgroup
        found.append(_Label(match.start(), match.end(), meal, prepositional))
    if any(text[label.start : label.end].startswith(("for tea", "at tea", "tea")) for label in found):
        found = [label._replace(meal="lunch") if text[label.start : label.end] in ("dinner", "dinners") else label for label in found]
    return found


def _foods(
    reading: Reading, line: turns.Line, text: str, sentence: turns.Span, number: int, labels: list[_Label]
) -> tuple[list[_Food], list[str]]:
    denied = [
        *negation.denied_spans(text, sentence),
        *negation.given_up_spans(text, sentence),
        *_disliked(text, sentence),
    ]
    frequencies = food_amounts.frequencies(text, *sentence)
    found: list[_Food] = []
    gone: list[str] = []
    reason = re.search(r"\b(?:because|since|so that|as it|cos)\b", text[sentence.start : sentence.end])
    stop = sentence.start + reason.start() if reason else sentence.end
    for piece in _pieces(text, turns.Span(sentence.start, stop), labels):
        names = _names(reading, text, piece, allow_unknown=True)
        if not names and found:
            found[-1] = _with_late_amount(found[-1], text, piece)
        for name, start, end in names:
            if re.match(r"\s*(?:allerg|intoleran)", text[end : sentence.end]):
                gone.append(name)
                continue
            if negation.inside(start, denied) or negation.is_given_up_after(text, end, sentence):
                gone.append(name)
                continue
            values = {"food": name, **_amount(text, piece, start, end, name)}
            row = Row(
                values,
                line.quote(start, end),
                line.turn.index,
                line.raw_span(start, end),
                0.9 if _is_known(reading, name) else 0.5,
            )
            comma = len(_COMMA.findall(text[sentence.start : start]))
            chunk = len(_CHUNK.findall(text[sentence.start : start]))
            found.append(_Food(row, start, end, comma, chunk, number))
            reading.use(line, *piece)
    found = _joined_by_with(found, text)
    return _with_frequencies(found, frequencies, text, sentence), gone


def _with_late_amount(food: _Food, text: str, piece: turns.Span) -> _Food:
    """Give an amount that stands alone after a comma to the food before it ("chocolate every day, 20 g")."""
    amount = food_amounts.amount(text, *piece)
    if amount and amount.unit != "piece" and not {"quantity", "typical_quantity_grams"} & set(food.row.values):
        return food._replace(
            row=food.row.merged(
                **stated(typical_quantity_grams=amount.grams, quantity=amount.quantity, unit=amount.unit)
            )
        )
    return food


def _disliked(text: str, sentence: turns.Span) -> list[turns.Span]:
    return negation.disliked_spans(text, sentence)


def _pieces(text: str, sentence: turns.Span, labels: list[_Label]) -> Iterator[turns.Span]:
    """Yield the parts of a sentence between separators and meal names."""
    start = sentence.start
    labels = [label for label in labels if label.start < sentence.end]
    for label in labels:
        yield from turns.split(text, turns.Span(start, label.start), _SEPARATOR)
        start = label.end
    yield from turns.split(text, turns.Span(start, sentence.end), _SEPARATOR)


def _names(
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
    if any(word[0] in DIETS for word in run):
        return False
    everyday = any(word[0] in COMMON_WORDS or singular(word[0]) in COMMON_WORDS for word in run)
    return not everyday and all(word in run or word[0] in _FILLER for word in words)


def _is_food(reading: Reading, word: str) -> bool:
    return "_" in word or reading.vocabulary.is_food_word(word)


def _is_known(reading: Reading, name: str) -> bool:
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


def _amount(text: str, piece: turns.Span, start: int, end: int, name: str) -> dict[str, object]:
    found = food_amounts.amount(text, *piece)
    if not found or (found.unit == "piece" and found.end > start + 1):
        daily = food_amounts.times_a_day(text, piece.start, piece.end)
        if daily and not found and singular(name.rsplit(maxsplit=1)[-1]) in DRINKS | {"white", "black"}:
            return {"quantity": daily, "unit": "cup"}
        if not found:
            return {}
    unit = found.unit
    if unit == "piece" and (singular(name.rsplit(maxsplit=1)[-1]) in DRINKS):
        unit = "cup"
    if unit == "piece" and name.rsplit(maxsplit=1)[-1] in ("toast", "bread"):
        unit = "slice"
    return stated(typical_quantity_grams=found.grams, quantity=found.quantity, unit=unit)


def _joined_by_with(foods: list[_Food], text: str) -> list[_Food]:
    """Let a sauce be part of what it is eaten with ("pasta with pesto")."""
    result: list[_Food] = []
    for food in foods:
        words = food.row.values["food"].split()
        if (
            result
            and singular(words[-1]) in JOINED_BY_WITH
            and re.fullmatch(r"\s*(?:with|in|com|con|avec)\s+(?:\w+\s)?", text[result[-1].end : food.start])
        ):
            before = result[-1]
            name = f"{before.row.values['food']} with {food.row.values['food']}"
            result[-1] = before._replace(row=before.row.merged(food=name), end=food.end)
        else:
            result.append(food)
    return result


def _with_frequencies(
    foods: list[_Food], said: list[food_amounts.Frequency], text: str, sentence: turns.Span
) -> list[_Food]:
    """Give each frequency to the foods it is about: those after it when it opens a piece, else those just before it."""
    result = list(foods)
    for frequency in said:
        piece = len(_COMMA.findall(text[sentence.start : frequency.start]))
        before = [index for index, food in enumerate(result) if food.end <= frequency.start and food.piece == piece]
        before = _and_chain(result, before, text)
        if before:
            targets = before
        else:
            later = next((other.start for other in said if other.start > frequency.start), sentence.end)
            targets = [index for index, food in enumerate(result) if frequency.end <= food.start < later]
            if frequency.start - sentence.start > 16 and targets:
                targets = [index for index in targets if result[index].piece == piece] or targets[:1]
        for index in targets:
            food = result[index]
            if "frequency" not in food.row.values:
                result[index] = food._replace(row=food.row.merged(frequency=frequency.name))
    return result


def _and_chain(foods: list[_Food], indices: list[int], text: str) -> list[int]:
    """Return the last of the foods and those joined to it by "and" (not by "with")."""
    chain: list[int] = []
    for index in reversed(indices):
        if chain and re.search(r"\bthen\b", text[foods[index].end : foods[chain[-1]].start]):
            break
        chain.append(index)
    return chain


def _with_meals(foods: list[_Food], labels: list[_Label], text: str, sentence: turns.Span) -> list[_Food]:
    """Bind foods to meals: "breakfast is X, Y" forwards, "X and Y for breakfast" backwards."""
    meals: dict[int, str | None] = {}
    current: str | None = None
    has_current = False
    buffer: list[int] = []
    events = sorted(
        [(food.start, 0, index) for index, food in enumerate(foods)]
        + [(label.start, 1, index) for index, label in enumerate(labels)]
    )
    chunk = 0
    for position, kind, index in events:
        if kind == 0:
            food = foods[index]
            if food.chunk != chunk:
                buffer, chunk = [], food.chunk
            if has_current:
                meals[index] = current
            buffer.append(index)
            continue
        label = labels[index]
        piece = len(_COMMA.findall(text[sentence.start : position]))
        here = [item for item in buffer if foods[item].piece == piece]
        if here and _binds_backwards(label, text, sentence):
            targets = (
                here
                if has_current
                or label.meal not in ("breakfast", "lunch", "dinner")
                or (piece and not label.follows_preposition)
                else buffer
            )
            early = _told_first(foods, targets, label)
            targets = [item for item in targets if item not in early]
            meals.update(dict.fromkeys(early, "breakfast"))
            for item in targets:
                meals[item] = label.meal
            buffer = []
        else:
            current, has_current, buffer = label.meal, True, []
            chunk = len(_CHUNK.findall(text[sentence.start : position]))
    return [
        food._replace(row=food.row.merged(meal_time=meals[index])) if meals.get(index) else food
        for index, food in enumerate(foods)
    ]


_BREAKFAST_FOODS = re.compile(
    r"\b(?:porridge|oats|oatmeal|cereal|weetabix|muesli|granola|cornflakes|toast|croissant|bagel|pancakes?|"
    r"waffles?|coffee|eggs?|yogh?urt|shreddies|wheat|bran flakes|crumpets?|smoothie|latte|overnight oats)\b"
)


_BREAKFAST_OR_FRUIT = re.compile(
    _BREAKFAST_FOODS.pattern + r"|\b(?:banana|orange|apple|berries|blueberries|fruit|juice|tea|milk|honey|jam|butter|avocado|bacon)s?\b"
)


def _told_first(foods: list[_Food], buffer: list[int], label: _Label) -> list[int]:
    """Return the foods of the buffer that belong to the breakfast told before a lunch or dinner."""
    if label.meal not in ("lunch", "dinner"):
        return []
    pieces: dict[int, list[int]] = {}
    for index in buffer:
        pieces.setdefault(foods[index].piece, []).append(index)
    early: list[int] = []
    for piece in sorted(pieces)[:-1]:
        starts = _BREAKFAST_OR_FRUIT if early else _BREAKFAST_FOODS
        names = [foods[index].row.values["food"] for index in pieces[piece]]
        if not any(starts.search(name) for name in names):
            break
        early += pieces[piece]
    return early


def _binds_backwards(label: _Label, text: str, sentence: turns.Span) -> bool:
    after = text[label.end : sentence.end]
    if (
        re.match(
            r"\s*(?:is|are|its|=|-|would be|tends to be|usually|might be|i (?:have|eat|do|like)|will be)\b|\s*:", after
        )
        or text[label.end - 1] == ":"
    ):
        return False
    return (
        label.follows_preposition
        or not re.match(r"\s*(?:\w+\s){0,2}?\w+", after)
        or bool(re.match(r"\s*(?:,|and|but|$|then|;)", after))
    )


def _with_order(foods: list[_Food], labels: list[_Label]) -> list[_Food]:
    """Infer the meals of foods told before the first named meal: a day is told from breakfast on."""
    named = [food.start for food in foods if food.row.values.get("meal_time")]
    if not labels or not named:
        return foods
    first = next(label for label in sorted(labels) if label.meal)
    if first.meal not in ("lunch", "dinner", "mid_morning", "afternoon"):
        return foods
    early = [
        index
        for index, food in enumerate(foods)
        if food.start < first.start and "meal_time" not in food.row.values and food.start < min(named)
    ]
    groups = sorted({(foods[index].sentence, foods[index].chunk) for index in early})
    meals = ["breakfast", "lunch"] if first.meal in ("dinner", "afternoon") and len(groups) > 1 else ["breakfast"]
    result = list(foods)
    for index in early:
        order = groups.index((foods[index].sentence, foods[index].chunk))
        if order < len(meals):
            result[index] = foods[index]._replace(row=foods[index].row.merged(meal_time=meals[order]))
    return result
