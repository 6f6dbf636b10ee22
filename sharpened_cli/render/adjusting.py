"""What `context`, `approve`, `reject`, `undo` and `adjustments` say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.domain.adjustment_words import changes_in_words
from sharpened_cli.render import adjustment, theme

if TYPE_CHECKING:
    from collections.abc import Mapping

STATES = {
    "approved": "is in force",
    "auto_applied": "is in force: it applied itself",
    "rejected": "is rejected; the day stays as planned",
    "undone": "is taken back; what was in force before is in force again",
}


def context(result: Mapping[str, Any], columns: int) -> str:
    """Return what a day's context leads to."""
    lines = [f"Noted for {theme.full_date(result['date'])}."]
    if override := result["override"]:
        lines += ["", *adjustment.block(override, columns)]
    elif result["triggers"]:
        seen = "; ".join(str(trigger["detail"]) for trigger in result["triggers"])
        lines += theme.wrapped(f"Seen: {seen}. The plan of the day needs no change.", columns)
    else:
        lines += ["Nothing here asks for a change: the plan stands."]
    for sentence in result["advice"]:
        lines += theme.wrapped(sentence, columns)
    return "\n".join(lines)


def decision(result: Mapping[str, Any], columns: int) -> str:
    """Return what a decision did."""
    if "overrides" in result:
        numbers = ", ".join(str(override["number"]) for override in result["overrides"])
        return f"In force now: {numbers}." if numbers else "No adjustment is pending."
    already = "" if result["changed"] else " already"
    if change := result["change"]:
        what = change["reason_text"] or change["change_type"]
        text = f"Change {change['number']} ({what}) is taken back{already}."
        return "\n".join(theme.wrapped(text, columns))
    override = result["override"]
    state = STATES.get(override["status"], override["status"]).replace("is ", f"is{already} ", 1)
    lines = theme.wrapped(f"Adjustment {override['number']} for {theme.short_date(override['date'])} {state}.", columns)
    if override["status"] in ("approved", "auto_applied"):
        lines += theme.wrapped("; ".join(changes_in_words(override["modifications"])) + ".", columns, "  ")
        lines += theme.wrapped(f"Take it back within its window: sharpened undo {override['number']}", columns, "  ")
    if question := result.get("question"):
        lines += theme.wrapped(question, columns)
    return "\n".join(lines)


def preferences(result: Mapping[str, Any]) -> str:
    """Return the preference of every trigger, one a line."""
    words = {"auto_apply": "applies itself", "ask_me": "asks first", "disable": "never proposed"}
    lines = []
    for one in result["preferences"]:
        grace = f" after {one['grace_minutes']} min" if one["preference"] == "auto_apply" else ""
        undo = f", undo within {one['undo_window_hours']} h"
        lines.append(f"{one['trigger']:<14}  {words[one['preference']]}{grace}{undo}")
    return "\n".join(lines)
