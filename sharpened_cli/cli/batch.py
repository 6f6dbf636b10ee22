"""`batch`: many things in one go, one JSON object a line."""

from __future__ import annotations

import typer

from sharpened_cli.cli.output import emit_line, read_text
from sharpened_cli.cli.session import person

app = typer.Typer()


@app.command("batch")
def batch(
    context: typer.Context, file: str = typer.Argument(..., help='Lines like {"do": "today"}; - for stdin')
) -> None:
    """Do what each JSON line says, and answer each with a JSON line; exit 1 when a line failed."""
    from sharpened_cli.coach.batch import play
    from sharpened_cli.coach.bench import Bench

    lines = read_text(file).splitlines()
    failed = False
    with person(context, writes=True) as session:
        for done in play(Bench(session.store, session.clock, session.user), lines):
            emit_line(done)
            failed |= done.error is not None
    if failed:
        raise typer.Exit(1)
