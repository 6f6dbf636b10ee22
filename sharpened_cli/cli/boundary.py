"""The one place where errors become sentences and exit codes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from sharpened_cli.cli.settings import Settings, hoist
from sharpened_cli.errors import SharpenedError

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_BUG, EXIT_USAGE, EXIT_INTERRUPTED = 1, 2, 130


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever happens, no traceback reaches the person."""
    settings = Settings(json="--json" in arguments)
    try:
        settings, rest = hoist(list(arguments))
        code = _dispatch(settings, rest)
        sys.stdout.flush()
    except SharpenedError as error:
        return _report(settings, error)
    except BrokenPipeError:
        return _closed_pipe()
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the boundary: a bug is told in one line and logged without values
        return _report(settings, _as_ours(error))
    if code == EXIT_INTERRUPTED:
        sys.stderr.write("\nInterrupted. What was confirmed before is kept.\n")
    return code


def _dispatch(settings: Settings, rest: list[str]) -> int:
    from sharpened_cli.cli.registry import MODULE_OF, application

    first = rest[0] if rest else ""
    if first and not first.startswith("-") and first not in MODULE_OF:
        raise _unknown(first, list(MODULE_OF))
    everything = not first or first.startswith("-") or "_SHARPENED_COMPLETE" in os.environ
    from typer.main import get_command

    command = get_command(application(None if everything else first))
    result = command.main(rest, prog_name="sharpened", standalone_mode=False, obj=settings)
    return result if isinstance(result, int) else 0


def _unknown(name: str, known: list[str]) -> SharpenedError:
    from difflib import get_close_matches

    from sharpened_cli.errors import InputError

    near = get_close_matches(name, known, n=1)
    hint = f"Did you mean `sharpened {near[0]}`?" if near else "`sharpened --help` lists the commands."
    return InputError(f"There is no command {name!r}.", code="usage", hint=hint)


def _as_ours(error: Exception) -> SharpenedError:
    """Return a usage error or a database failure in our words; anything else is a bug, logged."""
    from typer.exceptions import Abort, TyperException

    if isinstance(error, TyperException):
        from sharpened_cli.errors import InputError

        message = str(getattr(error, "format_message", error.__str__)()).strip().rstrip(".")
        context = getattr(error, "ctx", None)
        if type(error).__name__ == "NoArgsIsHelpError":  # a group without a command: its message is the whole help
            return InputError("Which of them?", code="usage", hint=message)
        path = context.command_path if context is not None else "sharpened"
        return InputError(f"{message}.", code="usage", hint=f"`{path} --help` shows what it takes.")
    if isinstance(error, Abort):
        from sharpened_cli.errors import InputError

        return InputError("Stopped before anything was written.", code="stopped", hint="Run it again when you like.")
    if type(error).__module__ == "sqlite3":
        from sharpened_cli.store.failures import as_storage_error

        return as_storage_error(error) or _bug(error)
    return _bug(error)


def _bug(error: Exception) -> SharpenedError:
    from sharpened_cli.cli.journal import record_bug

    where = record_bug(error)
    return SharpenedError(
        f"Something went wrong inside the program ({type(error).__name__}); nothing of this command was written.",
        code="internal",
        hint=f"The details, without any of your data, are in {where}.",
    )


def _report(settings: Settings, error: SharpenedError) -> int:
    if settings.json:
        import json

        body = {"code": error.code, "message": error.message, "hint": error.hint, **error.details}
        sys.stderr.write(json.dumps({"error": body}, ensure_ascii=False) + "\n")
    else:
        sys.stderr.write(f"{error.message}\n{error.hint}\n" if error.hint else f"{error.message}\n")
    return error.exit_code


def _closed_pipe() -> int:
    """Leave quietly when the reader of our output has gone, as other Unix tools do."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
