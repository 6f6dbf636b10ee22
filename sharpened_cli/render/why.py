"""A chain of reasons in words: what each step changed, why, and where the rule is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.render import theme

if TYPE_CHECKING:
    from sharpened_cli.domain.reason import Reason
    from sharpened_cli.services.why_plan import Explanation


def explained(found: Explanation) -> str:
    """Return the screen of `why`."""
    value = _figure(found.value)
    head = f"{found.name[:1].upper()}{found.name[1:]} on {theme.short_date(found.date)}: {value} {found.unit}".rstrip()
    lines = [theme.strong(head), ""]
    for reason in found.reasons:
        lines += theme.wrapped(_step(reason), theme.width(), "- ", "  ")
        if reason.source:
            lines += [theme.faint(line) for line in theme.wrapped(reason.source, theme.width(), "  ")]
    return "\n".join(lines)


def _step(reason: Reason) -> str:
    rule = reason.rule.replace("_", " ")
    if reason.after is None:
        return f"{rule}: {reason.because}" if reason.because else rule
    change = (
        f"{_figure(reason.before)} -> {_figure(reason.after)}" if reason.before is not None else _figure(reason.after)
    )
    return f"{rule}: {change} ({reason.because})" if reason.because else f"{rule}: {change}"


def _figure(value: float | str | None) -> str:
    if value is None:
        return "withheld"
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:g}"
