"""Four weeks of progress, made up, for the tests of screens and pages."""

from __future__ import annotations

from datetime import date, timedelta

from sharpened_cli.services.progress import AdherencePoint, DayPoint, Progress, StrengthPoint, WeightPoint

START = date(2026, 10, 26)  # a Monday
DAYS = [START + timedelta(n) for n in range(28)]


def sample() -> Progress:
    return Progress(
        start_date=DAYS[0],
        end_date=DAYS[-1],
        weight=[WeightPoint(day, 82 - 0.05 * n + (n % 3) * 0.3, 82 - 0.05 * n, 0.25) for n, day in enumerate(DAYS)],
        days=[DayPoint(day, 2000.0 + 20 * (n % 5), 2050.0, 150.0, 160.0) for n, day in enumerate(DAYS)],
        sets_by_muscle={"chest": {"2026-10-26": 10.0, "2026-11-02": 12.0}, "calves": {"2026-10-26": 4.0}},
        strength={"Barbell Bench Press": [StrengthPoint(DAYS[0], 80.0), StrengthPoint(DAYS[20], 84.0)]},
        adherence=[AdherencePoint(day, 1, share) for day, share in zip(DAYS[:28:7], (1.0, 0.6, 0.0, 0.2), strict=True)],
    )
