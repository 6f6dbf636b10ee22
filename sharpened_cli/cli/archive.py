"""`export`: everything about one person, to keep or to take elsewhere."""

from __future__ import annotations

from pathlib import Path

import typer

from sharpened_cli import clock
from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

app = typer.Typer()


@app.command("export")
def export(
    context: typer.Context,
    file_format: str = typer.Option("json", "--format", help="json (a line a row) or csv"),
    out: Path | None = typer.Option(
        None, "--out", help="The new folder to write; without it, a folder named by the day"
    ),
) -> None:
    """Write everything about you into a folder, a file a table; `clients import` reads it back."""
    from sharpened_cli.render import archive as render
    from sharpened_cli.services import archive

    with person(context, whole_file=True) as session:
        day = clock.local_day(session.clock.now(), session.user.timezone)
        folder = out or Path(f"sharpened-export-{day}")
        done = archive.export_person(
            session.store, session.clock, session.user, folder, file_format, dry_run=context.obj.dry_run
        )
    emit(context, done, render.exported)
