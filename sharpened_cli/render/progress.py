"""The screen of `progress`: weight, energy, volume, strength and adherence of the last weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.domain.show import show_weight, show_weight_change, weight_in
from sharpened_cli.render import charts, theme

if TYPE_CHECKING:
    from sharpened_cli.services.progress import Progress


def screen(found: Progress, units: str, columns: int) -> str:
    """Return the whole screen."""
    weeks = ((found.end_date - found.start_date).days + 1) // 7
    title = f"The last {weeks} weeks" if weeks > 1 else "The last week"
    parts = [
        [theme.strong(f"{title}, {theme.full_date(found.start_date)} to {theme.full_date(found.end_date)}")],
        _weight(found, units, columns),
        _energy(found, columns),
        _volume(found),
        _strength(found, units, columns),
        _adherence(found),
    ]
    if not any(parts[1:]):
        parts.append(["Nothing has been logged in these weeks yet: `sharpened weigh`, `log-meal` and `log-activity`."])
    return "\n\n".join("\n".join(part) for part in parts if part)


def _weight(found: Progress, units: str, columns: int) -> list[str]:
    if not found.weight:
        return []
    first, last = found.weight[0], found.weight[-1]
    band = weight_in(2 * last.trend_sd_kg, units)
    words = (
        f"Weight: trend {show_weight(last.trend_kg, units)} (give or take {band:.1f}),"
        f" {show_weight_change(last.trend_kg - first.trend_kg, units)} since {theme.full_date(first.date)}"
    )
    series = [
        charts.Line([(point.date, weight_in(point.trend_kg, units)) for point in found.weight], "braille"),
        charts.Line([(point.date, weight_in(point.weight_kg, units)) for point in found.weight], "o"),
    ]
    drawn = charts.lines(series, found.start_date, found.end_date, columns) if len(found.weight) > 1 else []
    return [*theme.wrapped(words, columns), *drawn]


def _energy(found: Progress, columns: int) -> list[str]:
    eaten = [(point.date, point.kcal) for point in found.days if point.kcal is not None]
    if not eaten:
        return []
    mean = sum(kcal for _, kcal in eaten) / len(eaten)
    aims = [(point.date, point.target_kcal) for point in found.days if point.target_kcal is not None]
    proteins = [point.protein_g for point in found.days if point.protein_g is not None]
    words = f"Energy: {theme.whole(mean)} kcal a day on the {len(eaten)} days logged"
    if aims:
        words += f", target {theme.whole(aims[-1][1])}"
    words += f"; protein {theme.whole(sum(proteins) / len(proteins))} g"
    series = [charts.Line(aims, "braille"), charts.Line(eaten, "o")]
    drawn = charts.lines(series, found.start_date, found.end_date, columns) if len(eaten) > 1 else []
    return [*theme.wrapped(words, columns), *drawn]


def _volume(found: Progress) -> list[str]:
    weeks = sorted({week for by_week in found.sets_by_muscle.values() for week in by_week})
    if not weeks:
        return []
    means = {muscle: round(sum(by_week.values()) / len(weeks), 1) for muscle, by_week in found.sets_by_muscle.items()}
    return ["Sets a week, by muscle (a set that trains it indirectly counts half)", *charts.bars(means, "sets")]


def _strength(found: Progress, units: str, columns: int) -> list[str]:
    lines = []
    for name, points in found.strength.items():
        change = points[-1].e1rm_kg - points[0].e1rm_kg
        lines.append(
            f"{name}: about {show_weight(points[-1].e1rm_kg, units)} for one repetition"
            f" ({show_weight_change(change, units)} over {len(points)} sessions)"
        )
    return [row for line in lines for row in theme.wrapped(line, columns)]


def _adherence(found: Progress) -> list[str]:
    if not found.adherence:
        return []
    past = [point for point in found.adherence if point.date < found.end_date]
    done = sum(point.share * point.planned for point in past)
    planned = sum(point.planned for point in past)
    words = f"Training done: {theme.whole(100 * done / planned)} % of {planned} sessions" if planned else "Training"
    shares = {point.date: point.share for point in past}
    key = "# done   + partly   - hardly   . not done   (blank: nothing planned)"
    return [words, *charts.heat(shares, found.start_date, found.end_date), key]
