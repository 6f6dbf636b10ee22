"""What several items of a sentence are together, and what an item without a name is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.figure_reader import TRACK_DISTANCES_M, read_figures
from sharpened_cli.domain.activity_text.item import is_exercise
from sharpened_cli.domain.activity_text.lexeme import WEAK_BREAK, Lexeme
from sharpened_cli.domain.activity_text.names import Name
from sharpened_cli.domain.activity_text.vocabulary import by_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharpened_cli.domain.activity_text.item import Item

GUESSED = 0.7  # confidence of a name that only the pace tells
WALKING_M_PER_S, RIDING_M_PER_S = 1.9, 6.5  # slower is a walk, faster a ride (product choice)
LEAST_PARTS_OF_A_RACE = 2


def joined(found: Sequence[Item]) -> list[Item]:
    """Make one of a warm-up, the main part and a cool-down of the same kind that follow each other."""
    joined: list[Item] = []
    for item in found:
        last = joined[-1] if joined else None
        if last is not None and (_are_parts(last, item) or _are_one(last, item) or _adds_to(last, item)):
            last.figures += [Lexeme(WEAK_BREAK, ","), *item.figures]
            last.modifiers += item.modifiers
            last.unknown += item.unknown
        else:
            joined.append(item)
    return joined


def parts_of_a_race(found: list[Item]) -> list[Item]:
    """Leave out the name of a race whose parts are told: "olympic tri: 1.5k swim 28:30, 40k bike 1:08:00"."""
    parts = [item for item in found if item.name and item.name.activity and item.figures]
    if len(parts) < LEAST_PARTS_OF_A_RACE:
        return found
    return [
        item
        for item in found
        if item in parts or not (item.name and item.name.activity and item.name.activity.label == "Triathlon")
    ]


def _adds_to(one: Item, other: Item) -> bool:
    """Return whether the second only says how far or how long the first was: "an hour out, 5 km of walking"."""
    kinds = [{figure.kind for figure in item.figures if not figure.is_break} for item in (one, other)]
    complete = sorted(map(sorted, kinds)) == [["distance"], ["duration"]]
    return complete and other.chunk - one.chunk == 1 and _are_alike(one, other)


def _are_one(one: Item, other: Item) -> bool:
    """Return whether two names in a row share the figures of the second: "hip mobility and foam rolling 20 min"."""
    return not one.figures and other.chunk - one.chunk <= 1 and _are_alike(one, other)


def _are_parts(one: Item, other: Item) -> bool:
    """Return whether one is the warm-up or the cool-down of the other."""
    marked = any(figure.kind in ("warmup", "cooldown") for item in (one, other) for figure in item.figures)
    return marked and not is_exercise(one) and not is_exercise(other) and _are_alike(one, other)


def _are_alike(one: Item, other: Item) -> bool:
    return one.name is not None and other.name is not None and one.name.is_like(other.name)


def told_by_pace(item: Item) -> Item:
    """Name what only a distance and a time tell: "10k in 52 min" is a run, a faster one a ride."""
    figures = read_figures(item.figures, by_words()["run"])
    measures = figures.measures()
    repeats = [repeat for repeat in measures.intervals if repeat.work_m]
    hard = [figure.text for figure in item.figures if figure.kind == "on_off"]
    if hard:
        words = next((word for word in ("sprint", "run", "jog") if word in hard[0]), "hiit")
        item.name = Name("intervals", None, by_words()[words], GUESSED)
        return item
    told = "walk" if measures.steps else "golf" if any(one.kind == "holes" for one in item.figures) else None
    if told:
        item.name = Name(told, None, by_words()[told])
        return item
    is_track = any(repeat.work_m in TRACK_DISTANCES_M for repeat in repeats) and not _says_loads(item)
    if (item.says_sets and not is_track) or not (repeats or measures.distance_m):
        return item
    timed = [repeat.work_m / repeat.work_sec for repeat in repeats if repeat.work_m and repeat.work_sec]
    if measures.distance_m and measures.duration_sec:
        timed.append(measures.distance_m / measures.duration_sec)
    speed = min(timed, default=None)
    if speed is None and not repeats:
        return item
    words = (
        "run"
        if speed is None or WALKING_M_PER_S <= speed < RIDING_M_PER_S
        else "walk"
        if speed < WALKING_M_PER_S
        else "ride"
    )
    item.name = Name(words, None, by_words()[words], GUESSED)
    return item


def _says_loads(item: Item) -> bool:
    return any(figure.kind in ("load", "at", "bodyweight", "rir", "added_load") for figure in item.figures)


def lifts_under_another_name(item: Item) -> bool:
    """Return whether sets with a load are said of what seemed an activity: a word of an exercise that nobody knows."""
    name = item.name
    if name is None or name.activity is None or name.exercise is not None or name.is_generic:
        return False
    loaded = any(figure.kind == "load" for figure in item.figures)
    return loaded and item.says_sets and any(figure.kind == "factors" for figure in item.figures)
