"""What the coach's tools found, in the words of the commands that show the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sharpened_cli.render import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from sharpened_cli.store.conversations import Conversation, Message
    from sharpened_cli.store.users import User

_CONTROL = re.compile(r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def harmless(text: str) -> str:
    """Return text without control characters and terminal sequences, so that it can only be read."""
    return _CONTROL.sub("", text)


def result(tool: str, found: Any, user: User) -> str:
    """Return the words for what a tool returned."""
    return _WORDS[tool](found, user) if tool in _WORDS else ""


def _today(found: Any, user: User) -> str:
    from sharpened_cli.render import day

    return day.screen(found, user.unit_system, theme.width())


def _week(found: Any, _: User) -> str:
    from sharpened_cli.render import week

    return week.screen(found, theme.width())


def _progress(found: Any, user: User) -> str:
    from sharpened_cli.render import progress

    return progress.screen(found, user.unit_system, theme.width())


def _weighed(found: Any, user: User) -> str:
    from sharpened_cli.render import metrics

    return metrics.weighed(found, user.unit_system)


def _meal(found: Any, _: User) -> str:
    from sharpened_cli.render import nutrition

    return nutrition.logged(found)


def _activity(found: Any, user: User) -> str:
    from sharpened_cli.render import activity

    return activity.logged(found, user.unit_system, user.timezone)


def _by_hand(found: Any, _: User) -> str:
    from sharpened_cli.render import activity

    return activity.by_hand(found)


def _context(found: Any, _: User) -> str:
    from sharpened_cli.render import adjusting

    return adjusting.context(found, theme.width())


def _decision(found: Any, _: User) -> str:
    from sharpened_cli.render import adjusting

    return adjusting.decision(found, theme.width())


def _swapped(found: Any, _: User) -> str:
    from sharpened_cli.render import editing

    return editing.swapped(found, theme.width())


def _inbox(found: Any, _: User) -> str:
    from sharpened_cli.render import editing

    return editing.inbox(found, theme.width())


_WORDS: dict[str, Callable[[Any, User], str]] = {
    "today": _today,
    "week": _week,
    "progress": _progress,
    "inbox": _inbox,
    "weigh": _weighed,
    "log_meal": _meal,
    "log_activity": _activity,
    "context": _context,
    "approve": _decision,
    "reject": _decision,
    "undo": _decision,
    "done": _by_hand,
    "skip": _by_hand,
    "swap": _swapped,
}


def conversations(found: list[Conversation]) -> str:
    """List conversations with the numbers that other commands take."""
    lines = [
        f"{number:>3}  {one.last_message_at}  {harmless(one.title)} ({one.message_count} messages)"
        for number, one in enumerate(found, start=1)
    ]
    return "\n".join(lines) or "No conversation yet: `sharpened coach` begins one."


def messages(found: list[Message]) -> str:
    """Show a conversation."""
    names = {"user": "you", "assistant": "coach"}
    lines = []
    for one in found:
        used = ", ".join(call["tool"] for call in one.tool_calls)
        lines.append(f"{names.get(one.role, one.role)}: {harmless(one.content)}{f' [{used}]' if used else ''}")
    return "\n".join(lines) or "Nothing was said in it."
