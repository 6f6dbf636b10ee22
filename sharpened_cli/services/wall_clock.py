"""Wall-clock times of a person's zone as instants, and back."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import date


def instant_of(day: date, minute: int, zone_name: str) -> datetime:
    """Return the UTC instant of a minute after midnight on a local day.

    A time that the clocks skip moves forward; of a time that comes twice the first is taken. Minutes
    from 1440 on fall on the next day.
    """
    wall = datetime.combine(day + timedelta(days=minute // 1440), time(minute // 60 % 24, minute % 60))
    return wall.replace(tzinfo=ZoneInfo(zone_name), fold=0).astimezone(UTC)


def instant_at(time_: datetime, zone_name: str) -> datetime:
    """Return the instant of a time with its offset, or else of a wall-clock time in a zone."""
    if time_.tzinfo is not None:
        return time_
    wall = instant_of(time_.date(), time_.hour * 60 + time_.minute, zone_name)
    return wall + timedelta(seconds=time_.second)


def minute_of(instant: datetime, zone_name: str) -> int:
    """Return the minutes after local midnight of an instant."""
    local = instant.astimezone(ZoneInfo(zone_name))
    return local.hour * 60 + local.minute
