"""`swap`, `move`, `cancel`: changes that people make to their plan themselves."""

from __future__ import annotations

import typer

from sharpened_cli.cli.daily import day_of
from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

app = typer.Typer()
DATE_HELP = "The day the number belongs to (default: today)"


@app.command("swap")
def swap(
    context: typer.Context,
    number: str = typer.Argument(..., help="3, or 3.2 for the second exercise of session 3"),
    exercise: str = typer.Argument("", help="The other exercise, as you call it; without it you see what would do"),
    day: str = typer.Option("", "--date", help=DATE_HELP),
) -> None:
    """Another exercise for the same muscles, in that session."""
    from sharpened_cli.render import editing as words
    from sharpened_cli.render import theme
    from sharpened_cli.services.plan_edits import PlanEditService

    with person(context, writes=bool(exercise)) as session:
        service = PlanEditService(session.store, session.clock, session.user)
        on_day = day_of(session, day, prefer="future")
        result = service.swap(number, exercise, on_day) if exercise else service.substitutes(number, on_day)
    emit(context, result, lambda found: words.swapped(found, theme.width()))


@app.command("move")
def move(
    context: typer.Context,
    number: int = typer.Argument(..., help="The number of the session or meal on its day"),
    to: str = typer.Option("", "--to", help="The other day: tomorrow, friday, 2026-11-27"),
    at: str = typer.Option("", "--at", help="The other time: 7:30, 6pm"),
    day: str = typer.Option("", "--date", help=DATE_HELP),
) -> None:
    """A planned session or meal on another day or at another time."""
    from sharpened_cli.domain.times import parse_clock
    from sharpened_cli.render import editing as words
    from sharpened_cli.render import theme
    from sharpened_cli.services.plan_edits import PlanEditService

    with person(context, writes=True) as session:
        result = PlanEditService(session.store, session.clock, session.user).move(
            number,
            day=day_of(session, day, prefer="future"),
            to_day=day_of(session, to, prefer="future"),
            start_time=parse_clock(at) if at else "",
        )
    emit(context, result, lambda found: words.changed(found, theme.width()))


@app.command("cancel")
def cancel(
    context: typer.Context,
    number: int = typer.Argument(..., help="The number of the session or meal on its day"),
    reason: str = typer.Option("", "--reason", help="Why, in your words"),
    day: str = typer.Option("", "--date", help=DATE_HELP),
) -> None:
    """Leave a planned session or meal out of the plan."""
    from sharpened_cli.render import editing as words
    from sharpened_cli.render import theme
    from sharpened_cli.services.plan_edits import PlanEditService

    with person(context, writes=True) as session:
        result = PlanEditService(session.store, session.clock, session.user).cancel(
            number, day=day_of(session, day, prefer="future"), reason=reason
        )
    emit(context, result, lambda found: words.changed(found, theme.width()))
