"""What each week of a program is for: building, unloading, tapering for an event, or recovering from it.

Deloads: Rogerson 2024 Sports Med Open 10:26 (practice: every 5.6 +- 2.3 weeks, sets and repetitions cut, frequency
kept). Tapers: Bosquet 2007 Med Sci Sports Exerc 39:1358 (volume -41..-60 % over two weeks, intensity kept).
"""

from __future__ import annotations

from datetime import date as local_date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sharpened_cli.domain.facts import UpcomingEvent

MOST_WEEKS_WITHOUT_DELOAD, MOST_WEEKS_ADVANCED = 8, 6
DELOAD_SETS, DELOAD_LOAD, DELOAD_EXTRA_RIR = 0.55, 0.9, 2
TAPER_SETS = {1: 0.7, 0: 0.5}  # weeks before the event -> share of the volume
TAPER_LOAD = 1.0
TAPERED_CATEGORIES = frozenset({"race", "competition"})
DELOAD_NEEDS_WEEKS_BEFORE_TAPER = 2


class Week(NamedTuple):
    """One program week (from 1): its kind, the point of its block (0..1), and factors on sets and load."""

    number: int
    kind: str
    share_of_block: float = 0.0
    block: int = 1
    sets_factor: float = 1.0
    load_factor: float = 1.0
    extra_rir: int = 0
    because: str = ""

    @property
    def is_light(self) -> bool:
        """Return whether the week unloads, whatever for."""
        return self.kind != "build"


class EventDay(NamedTuple):
    """An event inside the program: its name, its day, its week."""

    name: str
    date: date
    week: int


def event_days(events: Iterable[UpcomingEvent], start: date, weeks: int) -> tuple[EventDay, ...]:
    """Return the races and competitions that fall into the program, in order of date."""
    found = []
    for event in events:
        if event.event_category not in TAPERED_CATEGORIES or not event.event_date:
            continue
        day = local_date.fromisoformat(event.event_date)
        week = 1 + (day - start).days // 7
        if 1 <= week <= weeks:
            found.append(EventDay(event.event_name, day, week))
    return tuple(sorted(found, key=lambda one: (one.date, one.name)))


def program_weeks(weeks: int, experience: str, events: Sequence[EventDay] = ()) -> tuple[Week, ...]:
    """Return the weeks of a program.

    Deloads stand at most eight weeks apart (six for the advanced), evenly; the week of an event and the one before
    it taper, the week after it recovers; a taper takes the place of a deload.
    """
    light = _event_weeks(weeks, events)
    longest = MOST_WEEKS_ADVANCED if experience == "advanced" else MOST_WEEKS_WITHOUT_DELOAD
    for first, last, before_taper in _stretches(weeks, light):
        for index in _deloads(first, last, longest, before_taper=before_taper):
            light[index] = Week(
                index,
                "deload",
                sets_factor=DELOAD_SETS,
                load_factor=DELOAD_LOAD,
                extra_rir=DELOAD_EXTRA_RIR,
                because="a lighter week lets the training of the weeks before take effect",
            )
    return _with_blocks(weeks, light)


def _event_weeks(weeks: int, events: Sequence[EventDay]) -> dict[int, Week]:
    light: dict[int, Week] = {}
    for event in reversed(events):
        after = event.week + 1
        if after <= weeks:
            light[after] = Week(
                after,
                "recovery",
                sets_factor=DELOAD_SETS,
                load_factor=DELOAD_LOAD,
                extra_rir=DELOAD_EXTRA_RIR,
                because=f"recovering from {event.name}",
            )
    for event in reversed(events):
        for before, factor in TAPER_SETS.items():
            index = event.week - before
            if index >= 1:
                light[index] = Week(
                    index, "taper", sets_factor=factor, load_factor=TAPER_LOAD, because=f"fresh for {event.name}"
                )
    return light


def _stretches(weeks: int, light: dict[int, Week]) -> list[tuple[int, int, bool]]:
    """Return the runs of weeks that are not light yet: first, last, and whether a taper follows."""
    runs: list[tuple[int, int, bool]] = []
    first = None
    for index in range(1, weeks + 2):
        is_free = index <= weeks and index not in light
        if is_free and first is None:
            first = index
        elif not is_free and first is not None:
            runs.append((first, index - 1, index <= weeks))
            first = None
    return runs


def _deloads(first: int, last: int, longest: int, *, before_taper: bool) -> list[int]:
    length = last - first + 1
    parts = -(-length // longest)
    places = [first - 1 + round(part * length / parts) for part in range(1, parts)]
    if before_taper:
        return [place for place in places if last - place >= DELOAD_NEEDS_WEEKS_BEFORE_TAPER]
    return places


def _with_blocks(weeks: int, light: dict[int, Week]) -> tuple[Week, ...]:
    blocks: dict[int, tuple[int, float]] = {}
    for number, (first, last, _) in enumerate(_stretches(weeks, light), start=1):
        length = last - first
        for index in range(first, last + 1):
            blocks[index] = (number, (index - first) / length if length else 0.0)
    result, block = [], 1
    for index in range(1, weeks + 1):
        if index in light:
            result.append(light[index]._replace(block=block))
        else:
            block, share = blocks[index]
            result.append(Week(index, "build", share_of_block=round(share, 3), block=block))
    return tuple(result)
