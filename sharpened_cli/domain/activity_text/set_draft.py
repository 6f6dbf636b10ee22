"""The sets of one exercise while they are read, and the figures they are read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.lexeme import Lexeme

if TYPE_CHECKING:
    from collections.abc import Sequence


# "225x5, 225x4 lb" are loads times reps where each first figure is at least, each second at most this (product choice)
LEAST_LOAD_OF_A_ROW, MOST_REPS_OF_A_ROW = 13.0, 30.0


@dataclass(slots=True)
class Draft:
    """A set being read; ``kg`` is what was said, ``None`` where nothing was."""

    reps: int | None = None
    kg: float | None = None
    seconds: float | None = None
    metres: float | None = None
    rpe: float | None = None
    kind: str = "normal"
    each_side: bool = False
    to_failure: bool = False
    bodyweight: bool = False
    rest_sec: float | None = None


@dataclass(slots=True)
class Reading:
    """What was read: the sets, the figures of the whole session, and what found no meaning."""

    drafts: list[Draft] = field(default_factory=list)
    session: list[Lexeme] = field(default_factory=list)
    duration_sec: float | None = None
    unmatched: list[str] = field(default_factory=list)


def prepared(figures: Sequence[Lexeme]) -> list[Lexeme]:
    """Join bare figures that follow each other to one list, and read "2x20kg" beside reps as a pair."""
    joined: list[Lexeme] = []
    said = _with_trailing_unit(figures)
    for figure, following in zip_longest(said, said[1:]):
        previous = [entry for entry in joined[-2:] if not entry.is_break or entry.text == "\n"]
        last = previous[-1] if previous and previous[-1] in joined[-2:] else None
        is_load = following is not None and following.unit == "for"  # "65kg for 6, 70 for 4"
        is_count = figure.kind in ("number", "reps") and not figure.unit and not is_load
        if is_count and last is not None and _continues(joined, last):
            while joined and joined[-1] is not last:
                joined.pop()
            joined[-1] = Lexeme("list", f"{last.text},{figure.text}", (*last.numbers, *figure.numbers))
        else:
            joined.append(figure)
    others = [figure for figure in joined if figure.kind == "factors" and not _is_pair_of_loads(figure)]
    if others or any(figure.kind in ("list", "reps") for figure in joined):
        joined = [_as_load(figure) if _is_pair_of_loads(figure) else figure for figure in joined]
    return joined


def _with_trailing_unit(figures: Sequence[Lexeme]) -> list[Lexeme]:
    """Read "225x5, 225x4 lb" as loads in pounds: the unit after the reps is that of every load of the row."""
    products = [figure for figure in figures if figure.kind == "factors" and len(figure.parts) == 2]
    last = products[-1].parts if products else ()
    if not last or last[0].unit or last[1].unit not in ("kg", "lb"):
        return list(figures)
    bare = [figure for figure in products if not figure.parts[0].unit and figure.parts[1].unit in ("", last[1].unit)]
    if any((figure.parts[0].value or 0.0) < LEAST_LOAD_OF_A_ROW for figure in bare) or any(
        (figure.parts[1].value or 0.0) > MOST_REPS_OF_A_ROW for figure in bare
    ):
        return list(figures)
    return [_load_first(figure, last[1].unit) if figure in bare else figure for figure in figures]


def _load_first(figure: Lexeme, unit: str) -> Lexeme:
    load, reps = figure.parts
    return figure._replace(parts=(load._replace(unit=unit), reps._replace(unit="")))


def _continues(joined: list[Lexeme], last: Lexeme) -> bool:
    breaks = [entry for entry in joined[joined.index(last) + 1 :] if entry.is_break]
    return (
        (last.kind in ("number", "list") or last.unit == "for")
        and len(breaks) == 1
        and breaks[0].text.strip() in (",", "/", "and", "+", "|")
    )


def _is_pair_of_loads(figure: Lexeme) -> bool:
    parts = figure.parts
    return (
        figure.kind == "factors"
        and len(parts) == 2
        and parts[0].value == 2
        and parts[1].unit in ("kg", "lb")
        and not parts[0].unit
    )


def _as_load(figure: Lexeme) -> Lexeme:
    return Lexeme("load", figure.text, (figure.parts[1].value or 0.0,), figure.parts[1].unit)
