"""What a reassessment looks like: one person's page, one line of a batch, and the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.show import show_weight, show_weight_change
from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLES = {
    "changed": "Your plan has been adjusted",
    "unchanged": "Your plan stays as it is",
    "insufficient_data": "Not enough was logged to change anything",
    "not_due": "Not due yet",
}
CONFIDENT, FAIRLY = 0.65, 0.45  # shares of the first uncertainty that are gone (product choice)


def screen(found: Mapping[str, Any], units: str) -> str:
    """Return one person's reassessment in the order in which people ask: what changed, why, what next."""
    columns = theme.width()
    lines = [theme.strong(TITLES[found["status"]]), ""]
    lines += theme.wrapped(found["text"], columns)
    lines += ["", *_figures(found, units)]
    for issue in found["issues"]:
        possible = show_weight_change(issue["possible"], units)
        lines += ["", *theme.wrapped(f"Within safe limits {possible} a week is possible.", columns)]
    for change in found["changes"]:
        lines.append(f"Change {change['number']}: {change['change_type']} (undo {change['number']} takes it back)")
    lines += ["", f"Next reassessment: {found['next_reassessment_date']}"]
    return "\n".join(lines)


def _figures(found: Mapping[str, Any], units: str) -> list[str]:
    window, weight, burnt = found["window"], found["weight"], found["expenditure"]
    adherence, calories, volume = found["adherence"], found["calories"], found["volume"]
    lines = [f"Window      {window['start']} to {window['end']}"]
    if weight["end_kg"] is not None:
        rate = show_weight_change(weight["rate_kg_per_week"], units)
        lines.append(f"Weight      {show_weight(weight['end_kg'], units)}, {rate} a week, {_count(weight)}")
    if burnt["kcal"] is not None:
        lines.append(
            f"Maintenance {burnt['kcal']:.0f} kcal as you log, {burnt['low_kcal']:.0f}-{burnt['high_kcal']:.0f}"
        )
    if calories["after"] is not None:
        lines.append(f"Calories    {calories['before']} -> {calories['after']} kcal")
    if volume["before_sets"] is not None:
        after = "a lighter week, then " if volume["deload"] else ""
        lines.append(f"Volume      {volume['before_sets']:g} -> {after}{volume['after_sets']:g} sets a week, by muscle")
    done, planned = adherence["sessions_completed"], adherence["sessions_planned"]
    lines.append(f"Sessions    {done} of {planned} done; meals logged {adherence['meals_logged']}")
    lines.append(f"Confidence  {_confidence(found['confidence'])}")
    return lines


def _count(weight: Mapping[str, Any]) -> str:
    count = weight["weigh_ins"]
    return f"{count} weigh-in{'' if count == 1 else 's'}"


def _confidence(value: float) -> str:
    return "high" if value >= CONFIDENT else "medium" if value >= FAIRLY else "low, still learning"


def line(found: Mapping[str, Any]) -> str:
    """Return one person of a batch in one line."""
    if found["status"] == "error":
        return f"{found['user_id']}  error: {found['error']['message']}"
    calories = found["calories"]
    if found["status"] == "changed" and calories["change"]:
        return f"{found['user_id']}  {calories['before']} -> {calories['after']} kcal, {calories['reason']}"
    return f"{found['user_id']}  {found['status'].replace('_', ' ')}, {calories['reason']}"


def summary(counts: Mapping[str, int]) -> str:
    """Return the sums of a batch in one sentence."""
    parts = [f"{count} {name.replace('_', ' ')}" for name, count in counts.items() if count and name != "clients"]
    return f"{counts['clients']} people: {', '.join(parts) or 'nobody was due'}."


def replayed(found: Mapping[str, Any]) -> str:
    """Return whether the stored reassessments come out again."""
    count = found["reassessments"]
    if not count:
        return "There is no reassessment to replay yet."
    if found["identical"]:
        return f"All {count} reassessments come out exactly as stored."
    lines = [f"  {line['as_of']}: {line['what']}" for line in found["differences"]]
    return "\n".join([f"{len(lines)} of {count} reassessments come out differently now:", *lines])
