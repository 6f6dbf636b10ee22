"""The page of `report --html`: one file, readable by everybody, printable, light and dark."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sharpened_cli.domain.show import show_weight, show_weight_change, weight_in
from sharpened_cli.render import svg, theme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sharpened_cli.services.progress import AdherencePoint, Progress

STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --faint: #57606a; --rule: #d0d7de;
  --line: #0b5fad; --dot: #6e5494; --band: #cfe3f7; --goal: #9a4a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --faint: #a3adb8; --rule: #3d444d;
  --line: #79b8ff; --dot: #c8a8ff; --band: #17324d; --goal: #ffb077; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 48rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
svg { width: 100%; height: auto; } svg text { fill: var(--faint); font-size: 12px; }
.grid { stroke: var(--rule); } .line { fill: none; stroke: var(--line); stroke-width: 2.5; }
.goal { fill: none; stroke: var(--goal); stroke-width: 2; stroke-dasharray: 6 4; } .dot { fill: var(--dot); }
.band { fill: var(--band); } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--rule); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
details { margin: .5rem 0; } summary { cursor: pointer; color: var(--line); }
footer { margin-top: 2rem; color: var(--faint); } a { color: var(--line); }
@media print { body { max-width: none; padding: 0; } details { display: none; } section { break-inside: avoid; } }
"""


def page(found: Progress, name: str, units: str) -> str:
    """Return the whole HTML document about some weeks of one person."""
    span = f"{theme.full_date(found.start_date)} to {theme.full_date(found.end_date)}"
    sections = [_weight(found, units), _energy(found), _volume(found), _strength(found, units), _adherence(found)]
    body = "".join(section for section in sections if section) or "<p>Nothing has been logged in this time.</p>"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Progress of {escape(name)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>Progress of {escape(name)}</h1>\n<p>{escape(span)}</p>\n{body}\n</main>\n"
        "<footer>Made by SHARPENED on this computer. The page loads nothing and sends nothing.</footer>\n"
        "</body>\n</html>\n"
    )


def _section(title: str, words: str, *parts: str) -> str:
    return f"<section>\n<h2>{escape(title)}</h2>\n<p>{escape(words)}</p>\n{''.join(parts)}\n</section>\n"


def _table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    heads = "".join(
        f'<th scope="col"{"" if n == 0 else " class=number"}>{escape(cell)}</th>' for n, cell in enumerate(head)
    )
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f'<td class="number">{escape(cell)}</td>' for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _figures(table: str) -> str:
    return f"<details><summary>The figures</summary>{table}</details>"


def _weight(found: Progress, units: str) -> str:
    if not found.weight:
        return ""
    first, last = found.weight[0], found.weight[-1]
    words = (
        f"The trend stands at {show_weight(last.trend_kg, units)}, give or take"
        f" {weight_in(2 * last.trend_sd_kg, units):.1f}: {show_weight_change(last.trend_kg - first.trend_kg, units)}"
        f" since {theme.full_date(first.date)}."
    )
    shown = [
        (p.date, weight_in(p.weight_kg, units), weight_in(p.trend_kg, units), weight_in(p.trend_sd_kg, units))
        for p in found.weight
    ]
    band = svg.Band([(day, trend - 2 * sd, trend + 2 * sd) for day, _, trend, sd in shown])
    series = [
        svg.Series([(day, weight) for day, weight, _, _ in shown], "dots"),
        svg.Series([(day, trend) for day, _, trend, _ in shown], "line"),
    ]
    rows = [(theme.short_date(day), f"{weight:.1f}", f"{trend:.1f}") for day, weight, trend, _ in shown]
    unit = "lb" if units == "imperial" else "kg"
    table = _table(f"Weigh-ins in {unit}", ("Day", "Weight", "Trend"), rows)
    return _section("Weight", words, svg.chart("Weight", words, series, _days(found), band), _figures(table))


def _energy(found: Progress) -> str:
    eaten = [(point.date, point.kcal) for point in found.days if point.kcal is not None]
    if not eaten:
        return ""
    aims = [(point.date, point.target_kcal) for point in found.days if point.target_kcal is not None]
    mean = sum(kcal for _, kcal in eaten) / len(eaten)
    words = f"{theme.whole(mean)} kcal a day on the {len(eaten)} days that were logged"
    words += f"; the target is {theme.whole(aims[-1][1])} kcal." if aims else "."
    rows = [
        (theme.short_date(p.date), theme.whole(p.kcal), theme.whole(p.target_kcal), theme.whole(p.protein_g))
        for p in found.days
        if p.kcal is not None
    ]
    table = _table("Energy and protein", ("Day", "kcal", "target kcal", "protein g"), rows)
    series = [svg.Series(eaten, "dots"), *([svg.Series(aims, "goal")] if aims else [])]
    return _section("Energy", words, svg.chart("Energy", words, series, _days(found)), _figures(table))


def _volume(found: Progress) -> str:
    weeks = sorted({week for by_week in found.sets_by_muscle.values() for week in by_week})
    if not weeks:
        return ""
    rows = [
        (muscle.capitalize(), f"{sum(by_week.values()) / len(weeks):.1f}", f"{by_week.get(weeks[-1], 0.0):g}")
        for muscle, by_week in found.sets_by_muscle.items()
    ]
    table = _table("Sets by muscle", ("Muscle", "a week", "last week"), rows)
    return _section("Training volume", "A set that trains a muscle indirectly counts half.", table)


def _strength(found: Progress, units: str) -> str:
    if not found.strength:
        return ""
    rows = [
        (name, show_weight(points[0].e1rm_kg, units), show_weight(points[-1].e1rm_kg, units), str(len(points)))
        for name, points in found.strength.items()
    ]
    table = _table("Estimated one-repetition maximum", ("Lift", "then", "now", "sessions"), rows)
    return _section("Strength", "Estimated from sets of up to ten repetitions.", table)


def _adherence(found: Progress) -> str:
    past = [point for point in found.adherence if point.date < found.end_date]
    if not past:
        return ""
    planned = sum(point.planned for point in past)
    done = sum(point.planned * point.share for point in past)
    words = f"{theme.whole(100 * done / planned)} % of {planned} planned sessions were done."
    rows = [(theme.short_date(monday), f"{count}", f"{100 * share:.0f} %") for monday, count, share in _by_week(past)]
    return _section("Adherence", words, _table("Sessions by week", ("Week of", "planned", "done"), rows))


def _by_week(points: Sequence[AdherencePoint]) -> list[tuple[date, int, float]]:
    from datetime import timedelta

    weeks: dict[date, tuple[int, float]] = {}
    for point in points:
        monday = point.date - timedelta(days=point.date.weekday())
        count, done = weeks.get(monday, (0, 0.0))
        weeks[monday] = (count + point.planned, done + point.planned * point.share)
    return [(monday, count, done / count) for monday, (count, done) in weeks.items()]


def _days(found: Progress) -> tuple[date, date]:
    return found.start_date, found.end_date
