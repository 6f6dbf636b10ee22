"""The manual page, made from the same words as `--help` and `help`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharpened_cli.cli.registry import HELP, application
from sharpened_cli.cli.topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator

GLOBAL_OPTIONS = (
    ("--db FILE", "the database file"),
    ("--user EMAIL-OR-ID", "whose data, where several people share the file"),
    ("--json", "exactly one JSON document on standard output"),
    ("--no-input", "never ask; what is missing is an error that names the option"),
    ("--dry-run", "show what would be written, and write nothing"),
    ("-q, --quiet / -v, --verbose", "less / a structured log on standard error"),
    ("--version, -h, --help", "as their names say"),
)


def page() -> str:
    """Return the manual page in roff (man(7))."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    from typer.main import get_command

    yield '.TH SHARPENED 1 "" "sharpened" "User Commands"'
    yield from (".SH NAME", r"sharpened \- a coach in the terminal", ".SH SYNOPSIS")
    yield from (".B sharpened", r"[\fIOPTIONS\fR] \fICOMMAND\fR [\fIARGUMENTS\fR]", ".SH DESCRIPTION")
    yield _plain(HELP.split("\n\n")[0])
    yield ".SH OPTIONS"
    yield "Accepted before the command and after it."
    for names, meaning in GLOBAL_OPTIONS:
        yield from (".TP", f".B {_plain(names)}", _plain(meaning))
    yield ".SH COMMANDS"
    for name, command in sorted(getattr(get_command(application(None)), "commands", {}).items()):
        yield from (".TP", f".B {_plain(name)}", _plain((command.help or "").split("\n\n")[0]))
    for title, topic in (
        ("EXIT STATUS", "exit-codes"),
        ("ENVIRONMENT", "environment"),
        ("WHAT CAN BE TYPED", "typing"),
    ):
        yield from (f".SH {title}", ".nf", *map(_plain, TOPICS[topic].splitlines()), ".fi")


def _plain(text: str) -> str:
    """Return text in which roff reads nothing but text."""
    plain = " ".join(text.split("\n")).replace("\\", r"\e").replace("-", r"\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
