"""What a stretch of text says about training sessions: times, part of the day, minutes, place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sharpened_cli.domain.consultation import clock_times, places, quantities

if TYPE_CHECKING:
    from sharpened_cli.domain.consultation import turns


_BARE_MINUTES = re.compile(
    r"(?:,|\bfor|\babout)\s*(20|25|30|35|40|45|50|60|75|90|120)\b(?!\s?(?:[a-z%/:.]|\d))(?![.:]\d)"
)


_LONGEST_MINUTES, _SHORTEST_MINUTES = 300, 5


@dataclass(frozen=True)
class Attributes:
    """What one stretch of text says about sessions."""

    times: tuple[clock_times.Time, ...] = ()
    part: str | None = None
    minutes: int | None = None
    place: str | None = None

    def is_empty(self) -> bool:
        """Return whether nothing was said."""
        return not self.times and self.part is None and self.minutes is None and self.place is None


def attributes(line: turns.Line, span: turns.Span) -> Attributes:
    """Return what a stretch of a line says about sessions: times, part of the day, minutes, place."""
    text = line.text
    durations = [
        item
        for item in quantities.durations(text, *span)
        if _SHORTEST_MINUTES <= item.value <= _LONGEST_MINUTES and item.unit != "s" and not _is_trip(text, item)
    ]
    times = tuple(
        time
        for time in clock_times.times(text, *span)
        if not any(item.start <= time.start < item.end for item in durations)
    )
    if any(not time.is_bare for time in times):
        times = tuple(
            time
            for time in times
            if not time.is_bare or re.search(r"\band $|, $", text[max(span.start, time.start - 5) : time.start]) is None
        )
    times = _without_alternatives(text, times)
    if not times:
        times = _bare_hour(text, span, durations)
    parts = [part for part in clock_times.parts(text, *span) if not re.match(r"\s*shifts?\b", text[part.end :])]
    found = places.places(text, *span)
    bare = _BARE_MINUTES.search(text, *span) if not durations else None
    if bare is not None and not any(time.start <= bare.start(1) < time.end for time in times):
        minutes: int | None = int(bare[1])
    else:
        minutes = round(durations[0].value) if durations else None
    return Attributes(
        times,
        parts[0].name if parts else ("midday" if re.search(r"\blunch\b", text[span.start : span.end]) else None),
        minutes,
        found[0].name if found else None,
    )


def completed(said: Attributes, pending: Attributes) -> Attributes:
    """Return what was said, completed by what was said before any day."""
    return Attributes(
        said.times or (pending.times if said.part is None else ()),
        said.part or pending.part,
        said.minutes or pending.minutes,
        said.place or pending.place,
    )


def _is_trip(text: str, item: quantities.Quantity) -> bool:
    """Return whether a length of time is a journey or a warm-up, not the session."""
    return bool(
        re.match(
            r"\s*(?:drive|commute|walk away|away|bus|train ride|each way|warm ?up|from (?:home|work))\b",
            text[item.end :],
        )
    )


def _without_alternatives(text: str, times: tuple[clock_times.Time, ...]) -> tuple[clock_times.Time, ...]:
    """Drop the second of "6 or 6:30" and the end of "must be done by 8"."""
    kept: list[clock_times.Time] = []
    for time in times:
        before = text[max(0, time.start - 22) : time.start]
        if kept and re.search(r"\bor\s*$", before):
            continue
        if re.search(
            r"\b(?:done by|finish(?:ed)? (?:by|before)|by|until|till|home by|back by|out by|before|latest|up to)\s*$",
            before,
        ):
            continue
        kept.append(time)
    return tuple(kept)


def _bare_hour(text: str, span: turns.Span, durations: list[quantities.Quantity]) -> tuple[clock_times.Time, ...]:
    """Return plain hours that can only be times ("Monday 7", "Tue Thu 6.30")."""
    found = clock_times.times(text, *span, bare=True)
    return tuple(
        time
        for time in found
        if not any(item.start <= time.start < item.end for item in durations)
        and time.minutes % 720 + (720 if time.minutes % 720 < 300 else 0) >= 300
        and not re.search(r"\b(?:x|about|max|up to|level|zone|week) $", text[max(0, time.start - 8) : time.start])
    )[:1]
