"""What reaches stdout: one JSON document, or words; and the few questions a terminal is asked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import typer

from sharpened_cli.services import wire

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sharpened_cli.cli.settings import Settings


def emit(context: typer.Context, result: Any, render: Callable[[Any], str]) -> None:
    """Print a result: as one JSON document with --json, else as the words that ``render`` finds."""
    settings: Settings = context.obj
    if settings.json:
        typer.echo(wire.as_text(result))
        return
    text = render(result)
    if settings.dry_run:
        text = f"{text}\nNothing was written (--dry-run)."
    typer.echo(text)


def emit_line(result: Any) -> None:
    """Print one JSON line of a batch at once."""
    typer.echo(wire.as_text(result))
    sys.stdout.flush()


def note(context: typer.Context, text: str) -> None:
    """Say something beside the answer, on stderr, unless --quiet or --json."""
    settings: Settings = context.obj
    if not (settings.quiet or settings.json):
        typer.echo(text, err=True)


def read_text(name: str) -> str:
    """Return the text of a file, or of stdin for ``-``; raises InputError when it cannot be read as UTF-8."""
    from pathlib import Path

    from sharpened_cli.errors import InputError

    try:
        if name == "-":
            return sys.stdin.read()
        return Path(name).read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(f"There is no file {name}.", code="no_file", hint="Check the path.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{name} cannot be read as text.", code="bad_file", hint="It must be a UTF-8 text file."
        ) from error


def write_text(context: typer.Context, path: Path, text: str) -> dict[str, object]:
    """Write a new text file, whole or not at all, readable by its owner alone; return its path and size.

    Raises InputError when it cannot be written. With --dry-run nothing is written.
    """
    from sharpened_cli.errors import InputError

    content = text.encode("utf-8")
    if not context.obj.dry_run:
        beside = path.with_name(f".{path.name}.unfinished")
        try:
            beside.write_bytes(content)
            beside.chmod(0o600)
            beside.replace(path)
        except OSError as error:
            raise InputError(
                f"{path} cannot be written.", code="bad_file", hint="Check the folder and its permissions."
            ) from error
    return {"path": str(path), "bytes": len(content)}
