"""`progress` and `report`: how it has gone, drawn in the terminal or as a page."""

from __future__ import annotations

from pathlib import Path

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


@app.command("report")
def report(
    context: typer.Context,
    html: Path = typer.Option(..., "--html", help="The new page to write"),
    weeks: int = WEEKS,
) -> None:
    """Write one self-contained page about the last weeks, to look at, print or send."""
    from sharpened_cli.cli.output import write_text
    from sharpened_cli.render import report as pages
    from sharpened_cli.services.progress import ProgressService

    with person(context) as session:
        found = ProgressService(session.store, session.clock, session.user).progress(weeks)
        page = pages.page(found, session.user.email, session.user.unit_system)
    written = write_text(context, html, page)
    emit(context, written, lambda done: f"The page is {done['path']} ({done['bytes']} bytes): open it in a browser.")
