"""What the person eats: one row a food, with meal, amount and frequency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import food_amounts, negation, turns
from sharpened_cli.domain.consultation.extraction import Row, stated
from sharpened_cli.domain.consultation.food_meals import CHUNK, COMMA, Food, meal_labels, with_meals, with_order
from sharpened_cli.domain.consultation.food_names import SEPARATOR, found_names, is_known_food, with_dishes
from sharpened_cli.domain.consultation.food_words import DRINKS, JOINED_BY_WITH
from sharpened_cli.domain.consultation.names import singular

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sharpened_cli.domain.consultation.food_meals import Label
    from sharpened_cli.domain.consultation.reading import Reading


_OTHERS_EAT = re.compile(
    r"\b(?:my|the|our) (?:kids?|children|wife|husband|partner|family|sons?|daughters?|mum|mom|dad|boyfriend|"
    r"girlfriend|flatmates?) "
    r"(?:all |always |only )?(?:eats?|have|has|loves?|drinks?|likes?)\b[^,.;]*$"
)


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


def _read_line(reading: Reading, line: turns.Line) -> tuple[list[Food], list[str]]:
    text = with_dishes(reading, line)
    result: list[Food] = []
    gone: list[str] = []
    all_labels: list[Label] = []
    for number, sentence in enumerate(turns.sentences(text)):
        labels = meal_labels(text, sentence)
        foods, denied = _foods(reading, line, text, sentence, number, labels)
        gone += denied
        result += with_meals(foods, labels, text, sentence)
        all_labels += [label for label in labels if label.meal]
    return with_order(result, all_labels), gone


def _foods(
    reading: Reading, line: turns.Line, text: str, sentence: turns.Span, number: int, labels: list[Label]
) -> tuple[list[Food], list[str]]:
    denied = [
        *negation.denied_spans(text, sentence),
        *negation.given_up_spans(text, sentence),
        *_disliked(text, sentence),
    ]
    frequencies = food_amounts.frequencies(text, *sentence)
    found: list[Food] = []
    gone: list[str] = []
    reason = re.search(r"\b(?:because|since|so that|as it|cos)\b", text[sentence.start : sentence.end])
    stop = sentence.start + reason.start() if reason else sentence.end
    for piece in _pieces(text, turns.Span(sentence.start, stop), labels):
        names = found_names(reading, text, piece, allow_unknown=True)
        if not names and found:
            found[-1] = _with_late_amount(found[-1], text, piece)
        for name, start, end in names:
            if re.match(r"\s*(?:allerg|intoleran)", text[end : sentence.end]):
                gone.append(name)
                continue
            if (
                _OTHERS_EAT.search(text[sentence.start : start])
                or negation.inside(start, denied)
                or negation.is_given_up_after(text, end, sentence)
            ):
                gone.append(name)
                continue
            values = {"food": name, **_amount(text, piece, start, name)}
            row = Row(
                values,
                line.quote(start, end),
                line.turn.index,
                line.raw_span(start, end),
                0.9 if is_known_food(reading, name) else 0.5,
            )
            comma = len(COMMA.findall(text[sentence.start : start]))
            chunk = len(CHUNK.findall(text[sentence.start : start]))
            found.append(Food(row, start, end, comma, chunk, number))
            reading.use(line, *piece)
    found = _joined_by_with(found, text)
    return _with_frequencies(found, frequencies, text, sentence), gone


def _with_late_amount(food: Food, text: str, piece: turns.Span) -> Food:
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


def _pieces(text: str, sentence: turns.Span, labels: list[Label]) -> Iterator[turns.Span]:
    """Yield the parts of a sentence between separators and meal names."""
    start = sentence.start
    labels = [label for label in labels if label.start < sentence.end]
    for label in labels:
        yield from turns.split(text, turns.Span(start, label.start), SEPARATOR)
        start = label.end
    yield from turns.split(text, turns.Span(start, sentence.end), SEPARATOR)


def _amount(text: str, piece: turns.Span, start: int, name: str) -> dict[str, object]:
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


def _joined_by_with(foods: list[Food], text: str) -> list[Food]:
    """Let a sauce be part of what it is eaten with ("pasta with pesto")."""
    result: list[Food] = []
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
    foods: list[Food], said: list[food_amounts.Frequency], text: str, sentence: turns.Span
) -> list[Food]:
    """Give each frequency to the foods it is about: those after it when it opens a piece, else those just before it."""
    result = list(foods)
    for frequency in said:
        piece = len(COMMA.findall(text[sentence.start : frequency.start]))
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


def _and_chain(foods: list[Food], indices: list[int], text: str) -> list[int]:
    """Return the last of the foods and those joined to it by "and" (not by "with")."""
    chain: list[int] = []
    for index in reversed(indices):
        if chain and re.search(r"\bthen\b", text[foods[index].end : foods[chain[-1]].start]):
            break
        chain.append(index)
    return chain
