"""The figures of one activity as a whole: time, distance, pace, intervals, heart rate, score."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sharpened_cli.domain.activity_text.parsed import Measures

if TYPE_CHECKING:
    from sharpened_cli.domain.activity_text.parsed import Intervals


@dataclass(slots=True)
class Figures:
    """The figures of one activity while they are read."""

    duration_sec: float | None = None
    aside_sec: float | None = None
    distance_m: float | None = None
    speed: float | None = None
    average_hr: float | None = None
    max_hr: float | None = None
    power_w: float | None = None
    cadence_rpm: float | None = None
    elevation_m: float | None = None
    load_kg: float | None = None
    grade_percent: float | None = None
    steps: int | None = None
    calories: float | None = None
    rpe: float | None = None
    repeats: list[Intervals] = field(default_factory=list)
    splits: list[float] = field(default_factory=list)
    scores: list[str] = field(default_factory=list)
    clock: list[float] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    said_miles: bool = False

    def measures(self) -> Measures:
        """Return the figures, with pace, distance and time completed from one another."""
        duration, distance, speed = self.duration_sec, self.distance_m, self.speed
        if speed and distance and not duration:
            duration = distance / speed
        elif speed and duration and not distance:
            distance = speed * duration
        return Measures(
            duration_sec=duration,
            distance_m=distance,
            speed_m_per_s=speed,
            average_hr=self.average_hr,
            max_hr=self.max_hr,
            power_w=self.power_w,
            cadence_rpm=self.cadence_rpm,
            elevation_m=self.elevation_m,
            load_kg=self.load_kg,
            grade_percent=self.grade_percent,
            steps=self.steps,
            calories_kcal=self.calories,
            rpe=self.rpe,
            intervals=tuple(self.repeats),
            aside_sec=self.aside_sec,
            splits_sec=tuple(self.splits),
        )
