"""Which module holds which command: only the module of the command that runs is imported."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

MODULES = {
    "onboard": ("onboard",),
    "keys": ("keys",),
    "consult": ("consult",),
    "program": ("program",),
    "why": ("why",),
    "progress": ("progress", "report"),
    "flags": ("flags",),
    "coach": ("coach",),
    "batch": ("batch",),
    "mcp": ("mcp",),
    "archive": ("export",),
    "meal_logging": ("log-meal",),
    "meals": ("meals", "quick"),
    "weighing": ("weigh", "metrics"),
    "foods": ("foods",),
    "exercises": ("exercises",),
    "importing": ("import",),
    "daily": ("today", "week"),
    "adjusting": ("context", "approve", "reject", "undo", "adjustments"),
    "plan_editing": ("swap", "move", "cancel"),
    "messages": ("inbox",),
    "reassessment": ("reassess", "forecast", "backtest"),
    "clients": ("clients",),
    "policy": ("policy",),
    "activities": ("log-activity", "activities", "templates", "done", "skip"),
    "safekeeping": ("backup", "restore", "doctor", "audit", "sql"),
    "configuration": ("config",),
    "demo": ("demo",),
    "topics": ("help",),
}
"""Module of sharpened_cli.cli -> the commands it holds, in the order of a person's way."""

MODULE_OF = {command: module for module, commands in MODULES.items() for command in commands}


def application(command: str | None) -> typer.Typer:
    """Return the Typer application with the module of one command, or with all of them."""
    root = typer.Typer(
        name="sharpened",
        add_completion=command is None,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # plain help: a third of the time, and read well by a screen reader
        context_settings={"help_option_names": ["-h", "--help"]},
        help=HELP,
    )
    root.callback(invoke_without_command=True)(_root)
    for module in _modules(command):
        root.add_typer(import_module(f"sharpened_cli.cli.{module}").app)
    return root


HELP = """A coach in your terminal: interview, program, today's plan, logging in plain words, and a reassessment
every fortnight. One local file, offline.

Anywhere on the line: --db FILE, --user EMAIL, --json, --no-input, --dry-run, -q, -v.
"""


def _root(
    context: typer.Context, *, version: bool = typer.Option(False, "--version", help="Show the version and stop.")
) -> None:
    if version:
        from sharpened_cli import __version__

        typer.echo(f"sharpened {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _modules(command: str | None) -> Iterable[str]:
    return [MODULE_OF[command]] if command in MODULE_OF else MODULES
