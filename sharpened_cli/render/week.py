"""The screen of `week`: seven days at a glance, today marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.render import day as day_screen
from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping


def screen(week: Mapping[str, Any], columns: int) -> str:
    """Return the whole screen of a calendar week."""
    span = f"{theme.short_date(week['start_date'])} to {theme.short_date(week['end_date'])}"
    title = f"{span}, week {week['week']} of the program" if week["week"] else span
    days = [line for one in week["days"] for line in _day(one, columns, is_today=one["date"] == week["today"])]
    notices = day_screen.notices(week["days"][-1], columns)
    head = [theme.strong(line) for line in theme.wrapped(title, columns)]
    return "\n\n".join("\n".join(part) for part in (head, notices, days) if part)


def _day(day: Mapping[str, Any], columns: int, *, is_today: bool) -> list[str]:
    mark = ">" if is_today else " "
    first = f"{mark} {theme.short_date(day['date']):<10}  "
    sessions = [_session(one) for one in day["sessions"]]
    rest = "training on hold" if "training" in day["blocked_for"] else "rest" if day["week"] else "no program"
    text = "; ".join(sessions) or rest
    if day["overrides"]:
        text += "; adjustment " + ", ".join(f"{one['number']} {_state(one)}" for one in day["overrides"])
    right = _kcal(day)
    if right and columns < day_screen.NARROW:
        lines = theme.wrapped(f"{text}; {right}", columns, first)
    else:
        lines = theme.wrapped(text, columns - len(right) - 2 if right else columns, first)
        lines[0] = theme.between(lines[0], right, columns) if right else lines[0]
    return [theme.strong(line) for line in lines] if is_today else lines


def _session(session: Mapping[str, Any]) -> str:
    status = "" if session["status"] == "planned" else f" ({session['status']})"
    return f"{session['start_time']} {session['name']}, {session['duration_minutes']} min{status}"


def _state(override: Mapping[str, Any]) -> str:
    return "proposed" if override["status"] == "pending" else "in force"


def _kcal(day: Mapping[str, Any]) -> str:
    target, eaten = day["targets"].calories_kcal, day["eaten"]
    if target is None:
        return ""
    had = eaten["kcal"] if isinstance(eaten, dict) else eaten.kcal
    return f"{theme.whole(target)} kcal" if not had else f"{theme.whole(had)} / {theme.whole(target)} kcal"
