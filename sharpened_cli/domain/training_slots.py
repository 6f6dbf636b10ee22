"""When a person trains: the slots of a week, from their availability or from sensible defaults."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.plan import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sharpened_cli.domain.facts import Availability, Facts
    from sharpened_cli.domain.profile import Profile

DEFAULT_FREQUENCY, DEFAULT_MINUTES, BUSY_MINUTES = 3, 60, 45  # product choices
SHORTEST_MINUTES, LONGEST_MINUTES = 15, 180
DAYS_IN_WEEK, MOST_TRAINING_DAYS = 7, 6  # one rest day at least: product choice
DEFAULT_START = "18:00"
START_OF_BUCKET = {
    "early_morning": "06:00", "morning": "08:00", "midday": "12:00", "afternoon": "15:00", "evening": "18:00",
    "night": "21:00",
}  # fmt: skip
DEFAULT_DAYS = {
    1: (3,), 2: (1, 4), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 5, 6), 6: (1, 2, 3, 4, 5, 6),
}  # fmt: skip
REST_CONSTRAINTS = frozenset({"rest_days", "religious"})
BUSY_CONSTRAINTS = REST_CONSTRAINTS | {"time_blocks"}
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Slot(NamedTuple):
    """A weekly time for one session: ISO weekday, HH:MM, minutes, place, and what is done then if said."""

    weekday: int
    start_time: str
    minutes: int
    place: str | None = None
    activity: str | None = None
    every_weeks: int = 1

    @property
    def hour_of_week(self) -> float:
        """Return the hours from Monday 00:00 to the start."""
        hours, minutes = self.start_time.split(":")
        return (self.weekday - 1) * 24 + int(hours) + int(minutes) / 60


class SlotPlan(NamedTuple):
    """The slots to fill, how many were asked for, a day for optional mobility, and what could not be met."""

    slots: tuple[Slot, ...]
    wanted: int
    optional: Slot | None = None
    issues: tuple[Issue, ...] = ()


def slots_of(profile: Profile, facts: Facts, start: date) -> SlotPlan:
    """Return the weekly slots in order of day and time.

    Availability decides days, times and places; a workout frequency below the number of slots picks the
    best spaced of them, those with a fixed activity first. Without availability the days are spread over
    the week. Days kept free are never used, and one day a week stays without training.
    """
    wanted = profile.workout_frequency
    stated = _stated_slots(profile, facts, start)
    if stated:
        wanted = len(stated) if wanted is None else wanted
        slots = _chosen(stated, wanted)
    else:
        wanted = DEFAULT_FREQUENCY if wanted is None else wanted
        slots = _spread(wanted, profile, facts, start)
    kept, optional = _with_rest_day(slots)
    issues = _issues(wanted, len(slots), optional)
    return SlotPlan(kept, wanted, optional, issues)


def gaps_hours(slots: Sequence[Slot]) -> tuple[float, ...]:
    """Return the hours from each slot to the next, round the week."""
    hours = [slot.hour_of_week for slot in slots]
    return tuple(
        (following - hour) if following > hour else following + DAYS_IN_WEEK * 24 - hour
        for hour, following in zip(hours, [*hours[1:], *hours[:1]], strict=True)
    )


def default_minutes(profile: Profile, facts: Facts) -> int:
    """Return the minutes of a session where no slot says them; less for people short of time."""
    if profile.session_minutes:
        return _bounded(profile.session_minutes)
    is_busy = any(one.difficulty_category == "time_management" for one in facts.difficulties)
    return BUSY_MINUTES if is_busy else DEFAULT_MINUTES


def _stated_slots(profile: Profile, facts: Facts, start: date) -> tuple[Slot, ...]:
    blocked = _blocked_days(facts, start, REST_CONSTRAINTS)
    minutes = default_minutes(profile, facts)
    usual_place = _usual_place(facts.availability, profile)
    slots = {
        (row.day_of_week, _start(row)): Slot(
            row.day_of_week,
            _start(row),
            _bounded(row.typical_duration_minutes or minutes),
            row.location_type or usual_place,
            row.activity,
            max(1, row.interval_weeks),
        )
        for row in facts.availability
        if row.day_of_week not in blocked
    }
    return tuple(slots[key] for key in sorted(slots))


def _start(row: Availability) -> str:
    return row.start_time or START_OF_BUCKET.get(row.time_of_day, DEFAULT_START)


def _bounded(minutes: int) -> int:
    return max(SHORTEST_MINUTES, min(minutes, LONGEST_MINUTES))


def _usual_place(rows: Iterable[Availability], profile: Profile) -> str | None:
    if profile.equipment is not None:
        return None
    places = sorted(row.location_type for row in rows if row.location_type)
    return max(places, key=places.count) if places else None


def _blocked_days(facts: Facts, start: date, kinds: frozenset[str]) -> frozenset[int]:
    return frozenset(
        day
        for one in facts.non_negotiables
        if one.constraint_type in kinds and not (one.end_date and one.end_date < start.isoformat())
        for day in one.days
    )


def _chosen(stated: tuple[Slot, ...], wanted: int) -> tuple[Slot, ...]:
    if wanted >= len(stated):
        return stated
    fixed = tuple(slot for slot in stated if slot.activity)[:wanted]
    free = [slot for slot in stated if slot not in fixed]
    options = [tuple(sorted((*fixed, *extra))) for extra in combinations(free, wanted - len(fixed))]
    return max(options, key=lambda slots: (_spacing(slots), -sum(slot.weekday for slot in slots)))


def _spacing(slots: Sequence[Slot]) -> tuple[int, float]:
    days = len({slot.weekday for slot in slots})
    return days, min(gaps_hours(slots), default=0.0)


def _spread(wanted: int, profile: Profile, facts: Facts, start: date) -> tuple[Slot, ...]:
    blocked = _blocked_days(facts, start, BUSY_CONSTRAINTS)
    free = [day for day in range(1, DAYS_IN_WEEK + 1) if day not in blocked]
    count = min(wanted, len(free))
    minutes = default_minutes(profile, facts)
    usual = DEFAULT_DAYS.get(count)
    if usual and set(usual) <= set(free):
        days: tuple[int, ...] = usual
    else:
        days = max(combinations(free, count), key=lambda one: (_day_spacing(one), -sum(one)), default=())
    return tuple(Slot(day, DEFAULT_START, minutes) for day in days)


def _day_spacing(days: tuple[int, ...]) -> int:
    following = (*days[1:], *(day + DAYS_IN_WEEK for day in days[:1]))
    return min((later - day for day, later in zip(days, following, strict=True)), default=0)


def _with_rest_day(slots: tuple[Slot, ...]) -> tuple[tuple[Slot, ...], Slot | None]:
    """Free one day where all seven are used: the last that has no fixed activity."""
    if len({slot.weekday for slot in slots}) <= MOST_TRAINING_DAYS:
        return slots, None
    fixed = {slot.weekday for slot in slots if slot.activity}
    day = max((slot.weekday for slot in slots), key=lambda weekday: (weekday not in fixed, weekday))
    optional = next(slot for slot in slots if slot.weekday == day)
    return tuple(slot for slot in slots if slot.weekday != day), optional


def _issues(wanted: int, possible: int, optional: Slot | None) -> tuple[Issue, ...]:
    issues = []
    if possible < wanted:
        missing = wanted - possible
        days = "one more day" if missing == 1 else f"{missing} more days"
        issues.append(
            Issue(
                code="sessions",
                wanted=wanted,
                possible=possible,
                because=f"{wanted} sessions a week were asked for and {possible} times to train were named",
                options=(f"name {days} to train", f"ask for {possible} sessions a week"),
            )
        )
    if optional is not None:
        issues.append(
            Issue(
                code="rest_day",
                wanted=DAYS_IN_WEEK,
                possible=MOST_TRAINING_DAYS,
                because="one day a week stays free of hard training, so that the others can have their effect",
                options=(f"easy mobility on {DAY_NAMES[optional.weekday - 1]}, if you like",),
            )
        )
    return tuple(issues)
