"""Many activities from one text: a sentence a line, each its own transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sharpened_cli.errors import SharpenedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sharpened_cli.services.activity import ActivityService
    from sharpened_cli.services.activity_options import ActivityOptions


def log_lines(service: ActivityService, text: str, options: ActivityOptions) -> Iterator[dict[str, Any]]:
    """Yield the document of each line, or ``{"line", "error"}`` where it could not be logged."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield {"line": number, **service.log(line, options)}
        except SharpenedError as error:
            told = {"code": error.code, "message": error.message, "hint": error.hint, **error.details}
            yield {"line": number, "error": told}
