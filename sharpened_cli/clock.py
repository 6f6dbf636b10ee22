"""The one place that asks what time it is."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from datetime import date

INSTANT_FORMAT = "%Y-%m-%dT%H:%M:%SZ"


class Clock(Protocol):
    """Something that knows the present instant."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""


class SystemClock(NamedTuple):
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock(NamedTuple):
    """A clock that stands still at one instant, for tests, demos and replays."""

    instant: datetime

    def now(self) -> datetime:
        """Return the fixed instant, aware, in UTC."""
        return self.instant.astimezone(UTC)


def from_environment(environ: dict[str, str] | None = None) -> Clock:
    """Return the clock that SHARPENED_NOW fixes, else the machine's.

    Raises InputError when SHARPENED_NOW is not an ISO 8601 instant with offset.
    """
    text = (os.environ if environ is None else environ).get("SHARPENED_NOW", "").strip()
    if not text:
        return SystemClock()
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise InputError(
            f"SHARPENED_NOW is {text!r}, which is not an instant with an offset.",
            code="bad_clock",
            hint="Write it like 2026-11-24T06:30:00+00:00, or unset it.",
        )
    return FixedClock(instant.astimezone(UTC))


def as_text(instant: datetime) -> str:
    """Return an aware instant as UTC text ``YYYY-MM-DDTHH:MM:SSZ``, the form of every ``*_at`` column."""
    return instant.astimezone(UTC).strftime(INSTANT_FORMAT)


def from_text(text: str) -> datetime:
    """Return the aware UTC instant that ``as_text`` wrote."""
    return datetime.fromisoformat(text).astimezone(UTC)  # strptime takes thirty times as long, and loads locales


def local_day(instant: datetime, zone_name: str) -> date:
    """Return the local date of an instant in an IANA zone."""
    from zoneinfo import ZoneInfo

    return instant.astimezone(ZoneInfo(zone_name)).date()
