"""`progress` and `report`: how it has gone, drawn in the terminal or as a page."""

from __future__ import annotations

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

app = typer.Typer()
WEEKS = typer.Option(8, "--weeks", min=1, max=104, help="How many weeks back")


@app.command("progress")
def progress(context: typer.Context, weeks: int = WEEKS) -> None:
    """Weight, energy, protein, volume, strength and adherence of the last weeks."""
    from sharpened_cli.render import progress as screens
    from sharpened_cli.render import theme
    from sharpened_cli.services.progress import ProgressService

    with person(context) as session:
        found = ProgressService(session.store, session.clock, session.user).progress(weeks)
    emit(context, found, lambda result: screens.screen(result, session.user.unit_system, theme.width()))
