"""`why`: the reasons behind any number on the screen."""

from __future__ import annotations

import typer

from sharpened_cli.cli.daily import DATE_HELP, day_of
from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

app = typer.Typer()


@app.command("why")
def why(
    context: typer.Context,
    name: str = typer.Argument(
        ..., help="calories, protein, fat, carbs, fiber, expenditure, rate, volume, session, exercise, meal, adjustment"
    ),
    argument: str = typer.Argument("", help="A muscle (volume chest) or a number (session 3, exercise 3.2, meal 1)"),
    day: str = typer.Option("", "--date", help=DATE_HELP),
) -> None:
    """Say why a number is what it is, step by step, with the source of each rule."""
    from sharpened_cli.render import why as render
    from sharpened_cli.services.why import WhyService

    with person(context) as session:
        service = WhyService(session.store, session.clock, session.user)
        found = service.explain(name.lower(), argument.lower(), day_of(session, day))
    emit(context, found, render.explained)
