"""`import`: history from other tools."""

from __future__ import annotations

from pathlib import Path

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

app = typer.Typer()


@app.command("import")
def import_file(
    context: typer.Context,
    source: str = typer.Argument(
        help="strong, hevy, mfp, cronometer, macrofactor, apple-health, fit, gpx or tcx", metavar="TOOL"
    ),
    file: Path = typer.Argument(help="The file that it exported"),
    weight_unit: str = typer.Option("", "--weight-unit", help="kg or lb, for files that do not say"),
) -> None:
    """Take in history from another tool; importing a file twice adds nothing."""
    from sharpened_cli.render import imports as render
    from sharpened_cli.services.imports import ImportService

    with person(context, writes=True) as session:
        result = ImportService(session.store, session.clock, session.user).run(source.lower(), file, weight_unit)
    emit(context, result, render.imported)
