"""The global options: accepted before the command and after it, each with its environment variable."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

from sharpened_cli.errors import InputError


class Settings(NamedTuple):
    """What holds for one run, whatever the command."""

    db: str | None = None
    user: str | None = None
    json: bool = False
    no_input: bool = False
    quiet: bool = False
    verbose: bool = False
    dry_run: bool = False

    @property
    def is_interactive(self) -> bool:
        """Whether a question may be asked: a terminal on both sides, no --json, no --no-input."""
        return not (self.json or self.no_input) and sys.stdin.isatty() and sys.stdout.isatty()

    def database(self) -> Path:
        """Return the database file: --db, SHARPENED_DB, the config file, else the platform's data folder."""
        named = self.db or os.environ.get("SHARPENED_DB")
        if not named:
            from sharpened_cli import config

            named = config.value(config.load(), "database")
        if named:
            return Path(named).expanduser()
        return config.default_database()

    def named_user(self) -> str:
        """Return whose data is asked for on this line or in the environment, else ''."""
        return self.user or os.environ.get("SHARPENED_USER", "")

    def usual_user(self) -> str:
        """Return whose data the config file names, else ''; asked only where several people share the file."""
        from sharpened_cli import config

        return str(config.value(config.load(), "user"))


_FLAGS = {
    "--json": "json",
    "--no-input": "no_input",
    "--quiet": "quiet",
    "-q": "quiet",
    "--verbose": "verbose",
    "-v": "verbose",
    "--dry-run": "dry_run",
}
_VALUES = {"--db": "db", "--user": "user"}


def hoist(arguments: list[str]) -> tuple[Settings, list[str]]:
    """Return the global options found anywhere before ``--``, and the other arguments in order.

    Raises InputError when --db or --user comes without a value.
    """
    found: dict[str, object] = {"no_input": os.environ.get("SHARPENED_NO_INPUT", "") not in ("", "0")}
    rest: list[str] = []
    queue = iter(arguments)
    for argument in queue:
        name, equals, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *queue]
        elif argument in _FLAGS:
            found[_FLAGS[argument]] = True
        elif name in _VALUES:
            found[_VALUES[name]] = value if equals else next(queue, "")
            if not found[_VALUES[name]]:
                raise InputError(f"{name} needs a value.", code="usage", hint=f"Write {name} VALUE.")
        else:
            rest.append(argument)
    return Settings(**found), rest  # type: ignore[arg-type]  # names and kinds are those of the two tables
