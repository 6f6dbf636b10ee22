"""`clients`: the people of a coach's file (service role)."""

from __future__ import annotations

from pathlib import Path

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import service

app = typer.Typer()
clients_app = typer.Typer(no_args_is_help=True, help="The people of this file, for their coach.")
app.add_typer(clients_app, name="clients")
WHO = typer.Argument(..., help="Email, id, or the beginning of an id")


@clients_app.command("list")
def clients_list(context: typer.Context) -> None:
    """Everybody in the file: goal, last log, next reassessment."""
    from sharpened_cli.render import clients as screens
    from sharpened_cli.services.clients import ClientsService

    with service(context) as session:
        found = ClientsService(session.store, session.clock).everybody()
    emit(context, found, screens.everybody)


@clients_app.command("show")
def clients_show(context: typer.Context, who: str = WHO) -> None:
    """One person: where they stand, and why a human should look."""
    from sharpened_cli.cli.policy import policy_in_force
    from sharpened_cli.render import clients as screens
    from sharpened_cli.services.clients import ClientsService

    with service(context) as session:
        found = ClientsService(session.store, session.clock, policy_in_force()).one(who)
    emit(context, found, screens.one)


@clients_app.command("triage")
def clients_triage(context: typer.Context) -> None:
    """Who needs a human, the most pressing first: safety, silence, off course, unhappy."""
    from sharpened_cli.cli.policy import policy_in_force
    from sharpened_cli.render import clients as screens
    from sharpened_cli.services.clients import ClientsService

    with service(context) as session:
        found = ClientsService(session.store, session.clock, policy_in_force()).triage()
    emit(context, found, screens.triage)


@clients_app.command("export")
def clients_export(
    context: typer.Context,
    who: str = WHO,
    out: Path = typer.Option(..., "--out", help="The new folder to write"),
    file_format: str = typer.Option("json", "--format", help="json (a line a row) or csv"),
) -> None:
    """Write everything about one person into a folder; `clients import` reads it back."""
    from sharpened_cli.render import archive as screens
    from sharpened_cli.services import archive
    from sharpened_cli.services.clients import ClientsService

    with service(context) as session:
        user = ClientsService(session.store, session.clock).named(who)
        done = archive.export_person(session.store, session.clock, user, out, file_format, dry_run=context.obj.dry_run)
    emit(context, done, screens.exported)


@clients_app.command("import")
def clients_import(
    context: typer.Context, folder: Path = typer.Argument(..., help="A folder that an export wrote")
) -> None:
    """Bring a person in from an export; the file is made where there is none."""
    from sharpened_cli.render import archive as screens
    from sharpened_cli.services import archive

    with service(context, create=True) as session:
        done = archive.import_person(session.store, folder)
    emit(context, done, screens.imported)


@clients_app.command("erase")
def clients_erase(
    context: typer.Context, who: str = WHO, yes: bool = typer.Option(False, "--yes", help="Do not ask")
) -> None:
    """Erase one person for good: every row of theirs, and every byte in the file."""
    from sharpened_cli.errors import InputError
    from sharpened_cli.render import archive as screens
    from sharpened_cli.services import archive
    from sharpened_cli.services.clients import ClientsService

    with service(context) as session:
        user = ClientsService(session.store, session.clock).named(who)
        if not (yes or context.obj.dry_run):
            if not context.obj.is_interactive:
                raise InputError(
                    "Erasing cannot be undone and was not confirmed.", code="not_confirmed", hint="Add --yes."
                )
            typer.confirm(f"Erase everything about {user.email}? This cannot be undone.", abort=True)
        done = archive.erase_person(session.store, user)
    emit(context, done, screens.erased)
