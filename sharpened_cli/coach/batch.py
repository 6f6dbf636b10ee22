"""JSON lines in, JSON lines out: ``{"do": "log_activity", "text": "..."}`` a line, each its own transaction."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.coach.bench import run
from sharpened_cli.coach.tools import TOOLS
from sharpened_cli.errors import InputError, SharpenedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sharpened_cli.coach.bench import Bench


class Line(NamedTuple):
    """What became of one line: its number, and its result or its error."""

    line: int
    do: str | None
    result: Any
    error: dict[str, Any] | None


def play(bench: Bench, lines: Iterable[str]) -> Iterator[Line]:
    """Yield what became of each line that is not empty; a bad one does not stop the others."""
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        name: str | None = None
        try:
            asked = _asked(text)
            name = str(asked.pop("do"))
            if name not in TOOLS:
                raise InputError(f"There is no {name!r}.", code="no_such_tool", hint=f"Known: {', '.join(TOOLS)}.")
            yield Line(number, name, run(bench, TOOLS[name], asked), None)
        except SharpenedError as error:
            yield Line(number, name, None, {"code": error.code, "message": error.message, "hint": error.hint})


def _asked(text: str) -> dict[str, Any]:
    try:
        asked = json.loads(text)
    except ValueError as error:
        raise InputError("The line is not JSON.", code="bad_line", hint='Write {"do": "today"}.') from error
    if not isinstance(asked, dict) or "do" not in asked:
        raise InputError('The line has no "do".', code="bad_line", hint='Write {"do": "today"}.')
    return asked
