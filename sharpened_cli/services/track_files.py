"""Recorded sessions of watches and bicycle computers: GPX and TCX (XML), and FIT."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.imports.records import moment, number
from sharpened_cli.domain.imports.tracks import Point, Summary, session
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from sharpened_cli.domain.imports.records import Record

SEMICIRCLE_DEGREES = 180.0 / 2**31  # how FIT counts positions
VAGUE_SPORTS = frozenset({"generic", "fitness_equipment", "training"})  # of FIT: the sub-sport says what was done


def gpx(file: IO[bytes]) -> Iterator[Record]:
    """Yield the tracks of a GPX file, one session each."""
    yield from _sessions(file, "trk", "trkpt", "gpx")


def tcx(file: IO[bytes]) -> Iterator[Record]:
    """Yield the activities of a TCX file."""
    yield from _sessions(file, "Activity", "Trackpoint", "tcx")


def _sessions(file: IO[bytes], whole: str, part: str, source: str) -> Iterator[Record]:
    from sharpened_cli.services.import_files import parsed

    reader = _TrackReader(whole, part, source)
    for _ in parsed(file, reader.start, reader.end):
        yield from reader.found
        reader.found.clear()


class _TrackReader:
    """Gathers the points of one session from XML elements; GPX and TCX differ in names only."""

    def __init__(self, whole: str, part: str, source: str) -> None:
        self._whole, self._part, self._source = whole, part, source
        self._path: list[str] = []
        self._point: dict[str, Any] = {}
        self._laps: dict[str, float] = {}
        self._points: list[Point] = []
        self._sport = ""
        self._start: datetime | None = None
        self.found: list[Record] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        self._path.append(name)
        if name == self._whole:
            self._points, self._laps, self._start = [], {}, None
            self._sport = attributes.get("Sport", "")
        elif name == self._part:
            self._point = {"latitude": number(attributes.get("lat")), "longitude": number(attributes.get("lon"))}

    def end(self, name: str, text: str) -> None:
        """Take the end of an element with the text inside."""
        self._path.pop()
        if name == self._whole:
            self._finish()
        elif name == self._part:
            if self._point.get("time") is not None:
                self._points.append(Point(**self._point))
            self._point = {}
        elif self._part in self._path:
            self._point_figure(name, text)
        elif self._whole in self._path:
            self._session_figure(name, text)

    def _point_figure(self, name: str, text: str) -> None:
        if name in {"time", "Time"}:
            self._point["time"] = moment(text)
            return
        keys = {
            "ele": "elevation_m", "AltitudeMeters": "elevation_m", "hr": "heart_rate", "LatitudeDegrees": "latitude",
            "LongitudeDegrees": "longitude", "DistanceMeters": "distance_m",
        }  # fmt: skip
        is_rate = name == "Value" and self._path[-1] == "HeartRateBpm"
        key = "heart_rate" if is_rate else keys.get(name)
        if key is not None:
            self._point[key] = number(text)

    def _session_figure(self, name: str, text: str) -> None:
        if name == "Id":
            self._start = moment(text)
        elif name == "type" and not self._sport:
            self._sport = text
        elif name in {"TotalTimeSeconds", "DistanceMeters", "Calories"}:
            self._laps[name] = self._laps.get(name, 0.0) + (number(text) or 0.0)

    def _finish(self) -> None:
        summary = Summary(
            sport=self._sport,
            seconds=self._laps.get("TotalTimeSeconds"),
            distance_m=self._laps.get("DistanceMeters"),
            kcal=self._laps.get("Calories"),
        )
        self.found.append(session(self._source, self._points, summary, self._start))


def fit(file: IO[bytes]) -> Iterator[Record]:
    """Yield the sessions of a FIT file, several for a triathlon.

    Raises InputError where the optional reader is not installed, and for a file that is damaged or no FIT file.
    """
    points, sessions = _fit_content(file)
    for values in sessions or [{}]:
        start, end = _instant(values.get("start_time")), _instant(values.get("timestamp"))
        own = points
        if len(sessions) > 1 and start and end:
            own = [point for point in points if start <= point.time <= end]
        yield session("fit", own, _fit_summary(values), start)


def _fit_content(file: IO[bytes]) -> tuple[list[Point], list[dict[str, Any]]]:
    """Return the points and the session messages of a FIT file whose checksum is right."""
    try:
        import fitdecode  # type: ignore[import-untyped,unused-ignore]  # the library carries no types
    except ImportError as error:
        raise InputError(
            "Reading FIT files needs the optional package fitdecode.",
            code="missing_extra",
            hint="pip install fitdecode, or export the activity as TCX or GPX.",
        ) from error
    points: list[Point] = []
    sessions: list[dict[str, Any]] = []
    strict, lenient = fitdecode.CrcCheck.RAISE, fitdecode.ErrorHandling.IGNORE
    try:
        with fitdecode.FitReader(file, check_crc=strict, error_handling=lenient) as reader:
            for frame in reader:
                if not isinstance(frame, fitdecode.FitDataMessage):
                    continue
                values = {field.name: field.value for field in frame.fields}
                if frame.name == "record" and _instant(values.get("timestamp")):
                    points.append(_fit_point(values))
                elif frame.name == "session":
                    sessions.append(values)
            is_empty = not reader.fit_files_count
    except Exception as error:  # a damaged file makes the library raise whatever its decoding stumbles over
        raise _damaged() from error
    if is_empty:
        raise _damaged()
    return points, sessions


def _damaged() -> InputError:
    return InputError(
        "This is not a FIT file, or it is damaged.",
        code="bad_file",
        hint="Copy it from the device anew, or export the activity as TCX or GPX.",
    )


def _instant(value: object) -> datetime | None:
    """Return a time of day in UTC, or None: devices without a clock count seconds since they were switched on."""
    return value if isinstance(value, datetime) else None


def _fit_point(values: dict[str, Any]) -> Point:
    latitude, longitude = values.get("position_lat"), values.get("position_long")
    return Point(
        values["timestamp"],
        None if latitude is None else latitude * SEMICIRCLE_DEGREES,
        None if longitude is None else longitude * SEMICIRCLE_DEGREES,
        values.get("enhanced_altitude", values.get("altitude")),
        values.get("heart_rate"),
        values.get("distance"),
    )


def _fit_summary(values: dict[str, Any]) -> Summary:
    return Summary(
        sport=_fit_sport(values),
        seconds=values.get("total_timer_time") or values.get("total_elapsed_time"),
        distance_m=values.get("total_distance"),
        kcal=values.get("total_calories"),
        average_hr=values.get("avg_heart_rate"),
        max_hr=values.get("max_heart_rate"),
    )


def _fit_sport(values: dict[str, Any]) -> str:
    """Return the sport, the finer one where it alone says little; empty where the library has no name for it."""
    said = values.get("sport")
    finer = values.get("sub_sport")
    sport = finer if said in VAGUE_SPORTS and isinstance(finer, str) and finer != "generic" else said
    return sport.replace("_", " ") if isinstance(sport, str) and sport != "generic" else ""


READERS: dict[str, Callable[[IO[bytes]], Iterator[Record]]] = {"gpx": gpx, "tcx": tcx, "fit": fit}
"""The reader of each kind of track file."""
