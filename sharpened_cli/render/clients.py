"""The people of a coach's file, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.show import show_weight, show_weight_change
from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def everybody(found: Sequence[Mapping[str, Any]]) -> str:
    """Return one line a person: who, what for, the last log, the next reassessment."""
    if not found:
        return "There is nobody in this file yet."
    width = max(len(one["email"]) for one in found)
    lines = [theme.strong(f"{'email':<{width}}  {'goal':<20}  {'last log':<10}  {'reassessment':<12}")]
    for one in found:
        goal = (one["primary_goal"] or "no profile").replace("_", " ")
        due = one["next_reassessment_date"] or "no program"
        lines.append(f"{one['email']:<{width}}  {goal:<20}  {one['last_log_date'] or 'never':<10}  {due:<12}")
    return "\n".join(lines)


def one(found: Mapping[str, Any]) -> str:
    """Return one person's page."""
    lines = [
        theme.strong(f"{found['full_name'] or found['email']} ({found['email']})"),
        f"id        {found['user_id']}",
    ]
    goal = (found["primary_goal"] or "not known").replace("_", " ")
    lines.append(f"goal      {goal}")
    if found["program_start_date"]:
        lines.append(f"program   from {found['program_start_date']}, {found['program_duration_weeks']} weeks")
    if found["weight_kg"] is not None:
        rate = found["rate_kg_per_week"]
        trend = "" if rate is None else f", {show_weight_change(rate)} a week"
        lines.append(f"weight    {show_weight(found['weight_kg'])}{trend}")
    if found["calories_kcal"] is not None:
        lines.append(f"calories  {found['calories_kcal']:.0f}, burns {found['expenditure_kcal']:.0f} as logged")
    lines.append(f"sessions  {found['sessions_done']} of {found['sessions_planned']} in two weeks")
    lines.append(f"last log  {found['last_log_date'] or 'never'}")
    lines.append(f"safety    {found['safety_level']}")
    lines.append(f"next      {found['next_reassessment_date'] or 'no reassessment planned'}")
    return "\n".join([*lines, *(f"  {reason['detail']}" for reason in found["reasons"])])


def triage(found: Sequence[Mapping[str, Any]]) -> str:
    """Return who needs a human, the most pressing first, with the reasons below."""
    if not found:
        return "Nobody needs you right now."
    lines = []
    for one_client in found:
        lines.append(theme.strong(one_client["email"]))
        lines += [f"  {reason['detail']}" for reason in one_client["reasons"]]
    return "\n".join(lines)
