"""Recorded tracks (GPX, TCX, FIT): points in time and space, summed up to one session."""

from __future__ import annotations

import itertools
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli.domain.imports.records import LeftOut, Workout

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sharpened_cli.domain.imports.records import Record

EARTH_RADIUS_M = 6_371_008.8  # mean radius, IUGG
CLIMB_STEP_M = 3.0  # rises smaller than the error of a barometer are not counted (product choice)
MODALITIES = {
    "running": "running", "run": "running", "walking": "walking", "hiking": "hiking", "biking": "cycling",
    "cycling": "cycling", "swimming": "swimming", "rowing": "rowing", "training": "strength", "other": "",
    "indoor cycling": "cycling", "spin": "cycling", "e biking": "cycling", "indoor rowing": "rowing",
    "elliptical": "elliptical", "stair climbing": "stairs", "strength training": "strength", "yoga": "yoga",
    "hiit": "hiit", "flexibility training": "stretching",
}  # fmt: skip


class Point(NamedTuple):
    """One point of a track; what was not recorded is None. Distance is from the start."""

    time: datetime
    latitude: float | None = None
    longitude: float | None = None
    elevation_m: float | None = None
    heart_rate: float | None = None
    distance_m: float | None = None


class Summary(NamedTuple):
    """What a device itself says of a session; None where it does not."""

    sport: str = ""
    seconds: float | None = None
    distance_m: float | None = None
    kcal: float | None = None
    average_hr: float | None = None
    max_hr: float | None = None


def session(source: str, points: Sequence[Point], summary: Summary, start: datetime | None = None) -> Record:
    """Return a track as one session: the device's own figures first, else worked out from the points."""
    begin = start or (points[0].time if points else None)
    if begin is None:
        return LeftOut(1, "no point with a time")
    rates = [point.heart_rate for point in points if point.heart_rate]
    seconds = summary.seconds or ((points[-1].time - points[0].time).total_seconds() if points else None)
    if not seconds or seconds <= 0:
        return LeftOut(1, "no duration")
    sport = summary.sport.strip().lower()
    modality = MODALITIES.get(sport, "")
    return Workout(
        external_id=f"{source}:{begin.isoformat()}",
        name=(modality or sport or "Workout").capitalize(),
        start=begin,
        seconds=seconds,
        modality=modality,
        distance_m=summary.distance_m or length_m(points) or None,
        average_hr=summary.average_hr or (sum(rates) / len(rates) if rates else None),
        max_hr=summary.max_hr or (max(rates) if rates else None),
        elevation_m=climbed_m(points) or None,
        kcal=summary.kcal,
    )


def length_m(points: Sequence[Point]) -> float:
    """Return the length of a track in metres: the recorded distance, else great circles between points (haversine)."""
    recorded = [point.distance_m for point in points if point.distance_m is not None]
    if recorded:
        return max(recorded)
    placed = [point for point in points if point.latitude is not None and point.longitude is not None]
    return sum(_apart_m(one, other) for one, other in itertools.pairwise(placed))


def climbed_m(points: Sequence[Point]) -> float:
    """Return the metres climbed, small ups and downs of the instrument left out."""
    heights = [point.elevation_m for point in points if point.elevation_m is not None]
    total, low = 0.0, heights[0] if heights else 0.0
    for height in heights:
        if height - low >= CLIMB_STEP_M:
            total, low = total + height - low, height
        elif height < low:
            low = height
    return total


def _apart_m(one: Point, other: Point) -> float:
    assert one.latitude is not None
    assert one.longitude is not None
    assert other.latitude is not None
    assert other.longitude is not None
    north, east = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    half = sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(half)))
