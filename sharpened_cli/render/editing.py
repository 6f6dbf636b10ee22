"""What `swap`, `move`, `cancel` and `inbox` say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Mapping


def swapped(result: Mapping[str, Any], columns: int) -> str:
    """Return what was swapped, or what may be."""
    if "substitutes" not in result:
        text = f"{result['to']} instead of {result['from']}: {result['because']}."
        return "\n".join([*theme.wrapped(text, columns), _undo(result)])
    lines: list[str] = []
    for line in result["substitutes"]:
        lines.append(theme.strong(f"{line['number']}.{line['order']}  {line['name']}"))
        for one in line["candidates"]:
            lines += theme.wrapped(f"{one['name']}: {one['because']}", columns, "      ")
        lines += [] if line["candidates"] else ["      nothing else fits here"]
    return "\n".join([*lines, "", "sharpened swap NUMBER.K 'EXERCISE' takes one."])


def changed(result: Mapping[str, Any], columns: int) -> str:
    """Return what a change of the plan did."""
    return "\n".join([*theme.wrapped(f"{result['change']['reason_text']}.", columns), _undo(result)])


def _undo(result: Mapping[str, Any]) -> str:
    return f"Take it back: sharpened undo {result['change']['number']}"


def inbox(result: Mapping[str, Any], columns: int) -> str:
    """Return the messages, newest first."""
    if not result["notifications"]:
        return "Nothing new."
    lines: list[str] = []
    for message in result["notifications"]:
        new = "" if message.read_at else ", new"
        urgent = "" if message.priority in ("low", "normal") else f", {message.priority}"
        title = f"{message.title} ({message.created_at[:10]}{new}{urgent})"
        lines += [theme.strong(line) for line in theme.wrapped(title, columns, f"{message.number:>3}  ")]
        lines += theme.wrapped(message.message, columns, "     ")
    return "\n".join(lines)
