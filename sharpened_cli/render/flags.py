"""Safety flags in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.render import theme

if TYPE_CHECKING:
    from sharpened_cli.services.flags import LiveFlag


def listed(found: list[LiveFlag]) -> str:
    """List the live flags and how one is cleared."""
    if not found:
        return "No safety flag is live."
    lines = []
    for one in found:
        lines += [theme.strong(one.code), *theme.wrapped(f'You wrote: "{one.quote}"', theme.width(), "  ")]
        lines += theme.wrapped(one.words, theme.width(), "  ")
    how = 'When a doctor has cleared it: sharpened flags clear CODE --note "who and when"'
    return "\n".join([*lines, *theme.wrapped(how, theme.width())])
