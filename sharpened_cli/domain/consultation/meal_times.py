"""When the person eats: named meals and unnamed times, portions, how fixed and how flexible."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import clock_times, turns
from sharpened_cli.domain.consultation.extraction import Row, stated
from sharpened_cli.domain.consultation.meal_words import MEAL_NAME, SNACKS, MealEntry, resolved, unnamed_meal

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation.reading import Reading

_SKIPPED = re.compile(
    r"\b(?:skip(?:ping)?|miss|no|nothing (?:for|at)|never (?:eat|have|had)|dont (?:eat|do|have|bother with|"
    r"really (?:eat|do|have))|"
    r"without|not a|do not (?:eat|have)|havent (?:had|got)|cant face|cant stomach|nao tomo|no desayuno)(?: (?:a|"
    r"any|my|real|proper|much|for))*\s*$"
)
_SKIPPED_AFTER = re.compile(
    r"\s*,?\s*(?:i\s+)?(?:(?:is|are|gets?)\s+)?(?:(?:usually|always|normally|often|mostly)\s+)?(?:skipped|"
    r"skip(?: it)?\b|dont (?:eat|have|bother)|never\b|not for me|no\b|none|doesnt happen|non ?existent|i "
    r"(?:usually |always )?(?:skip|miss))"
)
_FIXED = re.compile(
    r"\b(?:non ?negotiable|not negotiable|(?:not |im)possible to (?:move|change|shift)"
    r"|no flexibility|(?:can ?not|cant|wont|must not|mustnt|shouldnt) (?:be "
    r")?(?:move|moved|change|changed|shift|shifted|skip|miss|skipped|budge)|fixed|has to be|have to be|must be|"
    r"must have|needs to be|sacred|set in stone|"
    r"without fail|strict|strictly|always (?:at|exactly)|never (?:moves?|changes?|skip|miss)|same time every "
    r"day|immovable|no exceptions|i need (?:it|that|my)|will not move|wont move|doesnt move|not moving|cannot "
    r"shift|religiously|on the dot|no matter what|doesnt change|inflexible|not flexible|no wiggle room)\b"
)
_FLEXIBLE_BY = re.compile(
    r"(?:\b(?:give or take|plus or minus|plus minus|within|flexible (?:by|within|about)|flex(?:ibility)?(?: of| "
    r"by)?|could (?:be|shift|move)(?: by)?|can (?:shift|move|slide|vary)(?: by| up to)?|(?:can )?var(?:y|"
    r"ies)(?: by)?|shift(?: by)?|wiggle room(?: of)?|leeway(?: of)?|move (?:it )?by|up to|moves by)|\+ ?/ ?-|"
    r"\+-|±)\s*(?:about |around |roughly |up to |maybe |an? |a )*"
    r"(?P<amount>\d{1,3}) ?(?P<unit>min\w*|m|hours?|h|hrs?)\b|(?P<amount2>\d{1,3}) ?(?P<unit2>min\w*|m|hours?|"
    r"hrs?|h) (?:either (?:way|side)|flexibility|leeway|flexible|wiggle room|of (?:leeway|flexibility|wiggle "
    r"room)|more or less|earlier or later|each way|flex|window|late)\b"
)
_PORTIONS = (
    ("large", re.compile(
        r"\b(?:biggest|big|bigger|large|largest|main meal|huge|hearty|massive|heavy|main one|most food|proper meal|"
        r"full plate|generous|feast|main|a lot|biggie|grande|forte)\b")),
    ("small", re.compile(
        r"\b(?:smallest|small|smaller|light|lighter|lightest|tiny|little|quick bite|bite|nibble|not much|small ish|"
        r"just a (?:coffee|bite|banana|shake)|minimal|modest|pequeno|leve)\b")),
    ("medium", re.compile(r"\b(?:medium|normal|moderate|average|regular sized?|mid ?size(?:d)?|standard|medio)\b")),
)  # fmt: skip
_ASIDE = re.compile(
    r"\([^)]*\)|\bor (?:at |about |around )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?(?: on [a-z ]+(?:days?|shifts?))?"
    r"|,? (?:and |but )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)? (?:at|on) (?:the )?weekends?\b"
)
_OFFSET = re.compile(
    r"\b(?:after|before)\s*$|\b(?:up|wake|awake|alarm|bed|asleep|sleep|finish|work|home|train|lights "
    r"out|shift)(?: starts?)?(?: at| by| around| is| about)?\s*$"
)
_NEVER_BEFORE = re.compile(
    r"\b(?:nothing|not|never|dont eat|no food|stop eating|fast(?:ing)?|eating window|kitchen closes?|nothing "
    r"after)\b[^,.;]{0,24}$"
)


class _Meals:
    """The meals by name, later statements correcting earlier ones."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.rows: dict[str, Row] = {}
        self.last: str | None = None
        self.named: dict[tuple[int, int], str] = {}

    def put(self, line: turns.Line, name: str, span: turns.Span, **values: object) -> None:
        fresh = stated(meal_time=name, **values)
        old = self.rows.get(name)
        merged = {**old.values, **fresh} if old else fresh
        self.rows[name] = Row(merged, line.quote(*span), line.turn.index, line.raw_span(*span))
        self.last = name


def rows(reading: Reading) -> list[Row]:
    """Return the meal times of section 4, and named meals with a clock time elsewhere."""
    meals = _Meals(reading)
    for line in reading.lines:
        if line.turn.section == turns.MEAL_TIMES:
            _read_line(meals, line)
        elif line.turn.section in (turns.FOODS, turns.CHALLENGES):
            _read_elsewhere(meals, line)
    return list(meals.rows.values())


def _read_line(meals: _Meals, line: turns.Line) -> None:
    previous = -1
    for sentence in turns.sentences(line.text):
        entries = _entries(line, sentence)
        for entry in entries:
            meals.reading.use(line, *entry.clause)
            minutes = None
            name = entry.name
            if entry.time is not None:
                is_snack = line.text[entry.span.start : entry.span.end] in SNACKS
                minutes = resolved(entry.time, name, previous, is_snack=is_snack)
                previous = minutes if minutes > previous or name is None else previous
            name = name or unnamed_meal(line, entry, minutes)
            if name is None or _is_aside(line.text, entry) or _is_skipped(line.text, entry, sentence):
                meals.rows.pop(name or "", None)
                continue
            name = _by_clock(line, entry, name, minutes, meals)
            meals.named[(id(line), entry.span.start)] = name
            if minutes is not None:
                meals.put(line, name, entry.clause, typical_time=clock_times.as_clock(minutes))
            elif entry.name and (name in meals.rows or _says_something(line.text, entry)):
                meals.put(line, name, entry.clause)
        _qualities(meals, line, sentence)


def _entries(line: turns.Line, sentence: turns.Span) -> list[MealEntry]:
    """Pair names and times: equal numbers in order, else each name with the time nearest in its clause."""
    text = _ASIDE.sub(lambda match: " " * len(match[0]), line.text)
    names = [match for match in MEAL_NAME.finditer(text, *sentence) if not _is_not_meal(text, match)]
    times = [time for time in clock_times.times(text, *sentence, bare=True) if not _is_other_time(text, time, sentence)]
    if names and len(names) == len(times):
        ordered = sorted(
            [("n", name.start()) for name in names] + [("t", time.start) for time in times], key=lambda item: item[1]
        )
        if _alternates(ordered) or _all_names_first(ordered):
            return [
                MealEntry(
                    name.lastgroup,
                    time,
                    turns.Span(name.start(), name.end()),
                    _clause_of(text, sentence, min(name.start(), time.start), max(name.end(), time.end)),
                )
                for name, time in zip(names, times, strict=True)
            ]
    return _nearest(text, sentence, names, times)


def _alternates(ordered: list[tuple[str, int]]) -> bool:
    return all(left[0] != right[0] for left, right in itertools.pairwise(ordered))


def _all_names_first(ordered: list[tuple[str, int]]) -> bool:
    half = len(ordered) // 2
    return {kind for kind, _ in ordered[:half]} == {"n"}


def _nearest(
    text: str, sentence: turns.Span, names: list[re.Match[str]], times: list[clock_times.Time]
) -> list[MealEntry]:
    """Give each time the name of its own comma clause; names and times left over stand alone."""
    entries: list[tuple[int, MealEntry]] = []
    used: set[int] = set()
    pieces = list(turns.split(text, sentence, re.compile(r",(?!\d)|;|\band then\b|\bthen\b|\band\b|\bplus\b|\bbut\b")))
    for piece in pieces:
        own = [name for name in names if piece.start <= name.start() < piece.end]
        clock = [index for index, time in enumerate(times) if piece.start <= time.start < piece.end]
        for order, name in enumerate(own):
            time = times[clock[order]] if order < len(clock) else None
            if time is not None:
                used.add(clock[order])
            entries.append((name.start(), MealEntry(name.lastgroup, time, turns.Span(name.start(), name.end()), piece)))
    for index, time in enumerate(times):
        if index in used:
            continue
        waiting = [
            position
            for position, (_, entry) in enumerate(entries)
            if entry.time is None
            and not _SKIPPED.search(text[sentence.start : entry.span.start])
            and 0 < time.start - entry.span.end <= 25
            and not re.search(r"[.;]", text[entry.span.end : time.start])
        ]
        piece = next((piece for piece in pieces if piece.start <= time.start < piece.end), sentence)
        if waiting:
            start, entry = entries[waiting[-1]]
            entries[waiting[-1]] = (start, entry._replace(time=time, clause=turns.Span(entry.clause.start, piece.end)))
        else:
            entries.append((time.start, MealEntry(None, time, turns.Span(time.start, time.end), piece)))
    return [entry for _, entry in sorted(entries, key=lambda item: item[0])]


def _clause_of(text: str, sentence: turns.Span, start: int, end: int) -> turns.Span:
    left = max(text.rfind(",", sentence.start, start) + 1, sentence.start)
    right = text.find(",", end, sentence.end)
    return turns.Span(left, right if right >= 0 else sentence.end)


def _is_not_meal(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 14) : match.start()]
    if re.search(r"\b(?:after|before|between|until|till)\s(?:my |the )?$", before) and match.lastgroup not in (
        "post_workout",
        "pre_workout",
        "evening",
    ):
        return True
    if match[0] in ("afternoon", "main meal") and (
        match[0] != "main meal" or re.search(r"\b(?:is|as) (?:my |the )?$", before)
    ):
        return True
    if match[0] in ("shake", "protein shake", "snacks") and not re.search(
        r"\d", text[match.start() : match.end() + 20]
    ):
        return True
    return match[0] in ("tea", "teas") and bool(
        re.search(r"\b(?:cup of|green|herbal|mint|black|drink|with)\s$", before)
    )


def _is_other_time(text: str, time: clock_times.Time, sentence: turns.Span) -> bool:
    before = text[max(sentence.start, time.start - 26) : time.start]
    after = text[time.end : time.end + 16]
    if time.is_bare and re.match(r"\s*(?:meals?|times|snacks?|small|big|hours?|courses?)", after):
        return True
    if re.match(r"\s*(?:shift|start at work|class|train)\b", after):
        return True
    if re.search(r"\bbetween \d{1,2}(?:[:.]\d\d)? ?(?:am|pm)? and $", before):
        return True
    return bool(_NEVER_BEFORE.search(before)) or bool(_OFFSET.search(before))


_ORDER = ("early_morning", "breakfast", "mid_morning", "lunch", "afternoon", "dinner", "evening", "late_night")


def _by_clock(line: turns.Line, entry: MealEntry, name: str, minutes: int | None, meals: _Meals) -> str:
    """Return the meal's name in view of its time: a dinner at noon, a late supper, a snack, a second unnamed meal."""
    if minutes is None:
        return name
    word = line.text[entry.span.start : entry.span.end]
    if word == "dinner" and 660 <= minutes <= 870 and "lunch" not in meals.rows:
        return "lunch"
    if "supper" in word and "dinner" in meals.rows and minutes >= 1200:
        return "evening"
    if word in SNACKS:
        return next(
            meal
            for end, meal in ((690, "mid_morning"), (1170, "afternoon"), (1350, "evening"), (1440, "late_night"))
            if minutes < end
        )
    if name == "late_night" and minutes < 240 and "late_night" in meals.rows:
        return "early_morning"
    taken = meals.rows.get(name)
    if (
        entry.name is None
        and taken
        and taken.turn_index == line.turn.index
        and taken.values.get("typical_time")
        and name in _ORDER
    ):
        step = 1 if clock_times.as_clock(minutes) > str(taken.values["typical_time"]) else -1
        return _ORDER[max(0, min(len(_ORDER) - 1, _ORDER.index(name) + step))]
    return name


def _is_skipped(text: str, entry: MealEntry, sentence: turns.Span) -> bool:
    if entry.name is None:
        return False
    return bool(_SKIPPED.search(text[sentence.start : entry.span.start])) or bool(
        _SKIPPED_AFTER.match(text[: sentence.end], entry.span.end)
    )


def _is_aside(text: str, entry: MealEntry) -> bool:
    """Return whether a meal is named only to be set aside ("suhoor aside")."""
    return bool(re.match(r"\s*(?:aside|apart)\b", text[entry.span.end :]))


def _says_something(text: str, entry: MealEntry) -> bool:
    """Return whether a meal without a clock time is still said to be eaten."""
    clause = text[entry.clause.start : entry.clause.end]
    if entry.name in ("post_workout", "pre_workout"):
        return True
    return not re.search(r"\b(?:depends|varies|whenever|skip|no)\b", clause)


def _qualities(meals: _Meals, line: turns.Line, sentence: turns.Span) -> None:
    """Read portions, fixedness and flexibility, each for the meal named nearest."""
    text = line.text
    if not meals.rows:
        return
    for name, pattern in _PORTIONS:
        for match in pattern.finditer(text, *sentence):
            if (
                re.match(r"\s*(?:snack|gap|window|difference|issue|problem|flex)", text[match.end() :])
                and name != "small"
            ):
                continue
            both = re.search(
                r"\b(?:both|all)(?: \w+)? $", text[max(sentence.start, match.start() - 16) : match.start()]
            )
            nearest = _nearest_meal(meals, line, sentence, match.start(), match.end())
            named = [
                meals.named[key]
                for key in meals.named
                if key[0] == id(line) and sentence.start <= key[1] < sentence.end
            ]
            for meal in named if both else [nearest]:
                if meal not in meals.rows:
                    continue
                meals.rows[meal] = meals.rows[meal].merged(typical_portion_size=name)
    for match in _FIXED.finditer(text, *sentence):
        if re.search(
            r"\b(?:not|isnt|nothing|arent|none)(?: \w+)? $",
            text[max(sentence.start, match.start() - 14) : match.start()],
        ):
            continue
        for meal in _meals_meant(meals, line, sentence, match):
            meals.rows[meal] = meals.rows[meal].merged(is_non_negotiable=True)
    for match in _FLEXIBLE_BY.finditer(text, *sentence):
        amount, unit = int(match["amount"] or match["amount2"]), match["unit"] or match["unit2"]
        minutes = amount * 60 if unit.startswith("h") else amount
        for meal in _meals_meant(meals, line, sentence, match):
            meals.rows[meal] = meals.rows[meal].merged(flexibility_minutes=minutes)


def _meals_meant(meals: _Meals, line: turns.Line, sentence: turns.Span, match: re.Match[str]) -> list[str]:
    text = line.text
    window = text[sentence.start : sentence.end]
    names = {found.lastgroup for found in MEAL_NAME.finditer(text, *sentence)} & set(meals.rows)
    if (
        re.search(
            r"\b(?:all|everything|each|all of (?:them|those|these)|the others|any of (?:them|those)|meals|these|"
            r"times)\b",
            window,
        )
        and not names
    ):
        return list(meals.rows)
    meal = _nearest_meal(meals, line, sentence, match.start(), match.end())
    return [meal] if meal else []


def _nearest_meal(meals: _Meals, line: turns.Line, sentence: turns.Span, start: int, end: int) -> str | None:
    """Return the meal a remark is about: named in its clause, else last named before it, else the last told."""
    text = line.text
    named = [
        (match.start(), match.end(), meals.named.get((id(line), match.start()), match.lastgroup or ""))
        for match in MEAL_NAME.finditer(text, *sentence)
    ]
    named = [item for item in named if item[2] in meals.rows]
    for begin, finish in turns.split(text, sentence, re.compile(r",(?!\d)|;|\bbut\b|\band\b")):
        if begin <= start < finish:
            inside = [item for item in named if begin <= item[0] < finish]
            if inside:
                return min(inside, key=lambda item: min(abs(item[0] - end), abs(start - item[1])))[2]
    before = [item for item in named if item[0] < start]
    if before:
        return before[-1][2]
    return named[0][2] if named else meals.last


def _read_elsewhere(meals: _Meals, line: turns.Line) -> None:
    """Take a named meal with a clock time or a fixedness from another section."""
    for sentence in turns.sentences(line.text):
        for entry in _entries(line, sentence):
            if (
                entry.name
                and entry.time
                and not entry.time.is_bare
                and entry.name not in meals.rows
                and not _is_skipped(line.text, entry, sentence)
            ):
                meals.put(
                    line,
                    entry.name,
                    entry.clause,
                    typical_time=clock_times.as_clock(resolved(entry.time, entry.name, -1)),
                )
