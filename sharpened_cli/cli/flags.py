"""`flags`: what stands before every plan, and saying that it has been cleared up."""

from __future__ import annotations

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person
from sharpened_cli.errors import InputError

app = typer.Typer()
flags_app = typer.Typer(invoke_without_command=True, help="Safety flags: what stands before every plan.")
app.add_typer(flags_app, name="flags")


@flags_app.callback()
def flags(context: typer.Context) -> None:
    """Show the safety flags that nobody has cleared."""
    if context.invoked_subcommand is not None:
        return
    from sharpened_cli.render import flags as render
    from sharpened_cli.services.flags import FlagService

    with person(context) as session:
        found = FlagService(session.store, session.clock, session.user).live()
    emit(context, found, render.listed)


@flags_app.command("clear")
def clear(
    context: typer.Context,
    code: str = typer.Argument(..., help="The flag, as `flags` shows it"),
    note: str = typer.Option("", "--note", help="Who cleared it up, and when: it is kept"),
) -> None:
    """Say that a flag has been cleared up with somebody who may judge it."""
    from sharpened_cli.services.flags import FlagService

    if len(note.strip()) < 5:
        raise InputError(
            "Please say who cleared it up.", code="no_note", hint='Add --note "seen by Dr Silva on 3 May, no limits".'
        )
    with person(context, writes=True) as session:
        cleared = FlagService(session.store, session.clock, session.user).clear(code, note.strip())
    emit(context, {"cleared": cleared}, lambda done: f"Cleared: {done['cleared']}. Your plan is looked at anew.")
