"""`backup`, `restore`, `doctor`, `audit`, `sql`: nothing is lost, and all of it can be looked at."""

from __future__ import annotations

from pathlib import Path

import typer

from sharpened_cli import clock
from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person, service

app = typer.Typer()


@app.command("backup")
def backup(context: typer.Context, file: Path = typer.Argument(..., help="The new file to write")) -> None:
    """Write a complete, checked copy of the whole file."""
    from sharpened_cli.render import safekeeping as render
    from sharpened_cli.services import safekeeping

    with service(context) as session:
        made = safekeeping.back_up(session.store, file, dry_run=context.obj.dry_run)
    emit(context, made, render.backed_up)


@app.command("restore")
def restore(context: typer.Context, file: Path = typer.Argument(..., help="The backup to put in place")) -> None:
    """Put a backup in the place of the database; the present file is kept beside it."""
    from sharpened_cli.render import safekeeping as render
    from sharpened_cli.services import safekeeping

    settings = context.obj
    done = safekeeping.restore(file, settings.database(), clock.from_environment(), dry_run=settings.dry_run)
    emit(context, done, render.restored)


@app.command("doctor")
def doctor(
    context: typer.Context,
    repair: bool = typer.Option(False, "--repair", help="Save what can be saved into a new file; the old one is kept"),
    llm: bool = typer.Option(False, "--llm", help="Examine the language model's server instead"),
) -> None:
    """Examine the file: pages, parents, structure, totals, free space. Exit 5 when something is wrong."""
    if llm:
        _examine_model(context)
        return
    from sharpened_cli.render import safekeeping as render
    from sharpened_cli.services import safekeeping

    settings = context.obj
    found = safekeeping.examine(settings.database(), clock.from_environment(), repair=repair and not settings.dry_run)
    emit(context, found, render.examined)
    if not found.healthy:
        raise typer.Exit(5)


def _examine_model(context: typer.Context) -> None:
    """Show what the chosen model server can do; exit 6 when it cannot be used."""
    from sharpened_cli.cli.model_choice import open_model
    from sharpened_cli.llm.server_check import check_server
    from sharpened_cli.render import safekeeping as render

    found = check_server(open_model(asks=context.obj.is_interactive, sends="three short test questions"))
    emit(context, found, render.model_examined)
    if found.trouble:
        raise typer.Exit(6)


@app.command("audit")
def audit(
    context: typer.Context,
    table: str = typer.Option(None, "--table", help="One table only"),
    limit: int = typer.Option(50, "--limit", min=1, max=1000, help="How many entries at the most"),
) -> None:
    """Show what was changed, newest first."""
    from sharpened_cli.render import safekeeping as render
    from sharpened_cli.services import safekeeping

    with person(context) as session:
        entries = safekeeping.audit_trail(session.store, table=table, limit=limit)
    emit(context, entries, render.trail)


@app.command("sql")
def sql(context: typer.Context, query: str = typer.Argument(..., help="One SELECT over your own rows")) -> None:
    """Read your own rows with SQL; nothing else can be seen and nothing can be changed."""
    from sharpened_cli.render import safekeeping as render
    from sharpened_cli.services import safekeeping

    with person(context) as session:
        user = session.user
    emit(context, safekeeping.query(context.obj.database(), user.id, query), render.answer)
