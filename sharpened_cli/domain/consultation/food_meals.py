"""Bind foods to the meals that they are eaten at: "breakfast is X", "X for breakfast", told in the order of a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation import turns
    from sharpened_cli.domain.consultation.extraction import Row


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
        r"breakfasts?|brekkies?|brekky|desayuno|para desayunar|cafe da manha|pequeno almoco|petit dejeuner|in "
        r"the mornings?|every "
        r"morning|each morning|mornings|most mornings|de manha|por la manana|le matin|bfast|first thing|breaky"
    )),
    ("lunch", (
        r"lunch ?times?|lunch(?:es)?|almuerzo|para comer|almoco|dejeuner|at midday|at (?:noon"
        r"|12 ?pm)|midday|packed lunch|at "
        r"work"
    )),
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
        r"dinners?|suppers?|(?:for|at) tea(?:time)?|tea ?time|teas? (?:is|are|tends|usually)|cena|para "
        r"cenar|jantar|diner|"
        r"evening meal|tea(?=:|,? (?:is|its|will|would|might|usually))"
    )),
    ("snack", r"snacks?|snacking(?: on)?|snack on|in between|between meals|to snack|nibbles?(?: on)?|pick at|treats?"),
)  # fmt: skip


_ANY_SPORT = (
    r"futebol|football|soccer|futbol|yoga|pilates|bjj|judo|boxing|tennis|padel|rugby|netball|hockey|basketball|"
    r"climbing|derby|cricket|volleyball|crossfit|karate|dance|zumba|spin|cycling|running|swimming|rowing|badminton|"
    r"squash|muay thai|hiking|handball|lift|ride|run|swim|walk"
)


_LABEL = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words.replace('{modality}', _ANY_SPORT)})\b:?)" for name, words in _LABELS)
)


COMMA = re.compile(r",(?!\d)|;|\bthen\b|\bbut\b|[()]|\s-\s")


CHUNK = re.compile(r"\bthen\b|;")


class Food(NamedTuple):
    """A food being understood, with the comma piece and chunk that it stands in."""

    row: Row
    start: int
    end: int
    piece: int
    chunk: int
    sentence: int


class Label(NamedTuple):
    """A meal named at a place."""

    start: int
    end: int
    meal: str | None
    follows_preposition: bool


def meal_labels(text: str, sentence: turns.Span) -> list[Label]:
    """Return the meals that a sentence of foods names, left to right."""
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
        found.append(Label(match.start(), match.end(), meal, prepositional))
    if any(text[label.start : label.end].startswith(("for tea", "at tea", "tea")) for label in found):
        found = [
            label._replace(meal="lunch") if text[label.start : label.end] in ("dinner", "dinners") else label
            for label in found
        ]
    return found


_MAIN_MEALS = ("breakfast", "lunch", "dinner")


def with_meals(foods: list[Food], labels: list[Label], text: str, sentence: turns.Span) -> list[Food]:
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
        piece = len(COMMA.findall(text[sentence.start : position]))
        here = [item for item in buffer if foods[item].piece == piece]
        if here and _binds_backwards(label, text, sentence):
            reaches_far = label.meal in _MAIN_MEALS and not has_current and (not piece or label.follows_preposition)
            targets = buffer if reaches_far else here
            early = _told_first(foods, targets, label)
            meals |= dict.fromkeys(targets, label.meal) | dict.fromkeys(early, "breakfast")
            buffer = []
        else:
            current, has_current, buffer = label.meal, True, []
            chunk = len(CHUNK.findall(text[sentence.start : position]))
    return [
        food._replace(row=food.row.merged(meal_time=meals[index])) if meals.get(index) else food
        for index, food in enumerate(foods)
    ]


_BREAKFAST_FOODS = re.compile(
    r"\b(?:porridge|oats|oatmeal|cereal|weetabix|muesli|granola|cornflakes|toast|croissant|bagel|pancakes?|"
    r"waffles?|coffee|eggs?|yogh?urt|shreddies|wheat|bran flakes|crumpets?|smoothie|latte|overnight oats)\b"
)


_BREAKFAST_OR_FRUIT = re.compile(
    _BREAKFAST_FOODS.pattern
    + r"|\b(?:banana|orange|apple|berries|blueberries|fruit|juice|tea|milk|honey|jam|butter|avocado|bacon)s?\b"
)


def _told_first(foods: list[Food], buffer: list[int], label: Label) -> list[int]:
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


def _binds_backwards(label: Label, text: str, sentence: turns.Span) -> bool:
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


def with_order(foods: list[Food], labels: list[Label]) -> list[Food]:
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
