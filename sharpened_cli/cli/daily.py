"""`today` and `week`: the plan in force beside what was done. They never write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.cli.session import Session

app = typer.Typer()
DATE_HELP = "Another day: 2026-11-24, yesterday, +2d, friday"


@app.command("today")
def today(context: typer.Context, day: str = typer.Option("", "--date", help=DATE_HELP)) -> None:
    """What to do today, what is done, what is left."""
    from sharpened_cli.render import day as screens
    from sharpened_cli.render import theme
    from sharpened_cli.services.today import TodayService

    with person(context) as session:
        result = TodayService(session.store, session.clock, session.user).day(day_of(session, day))
    emit(context, result, lambda found: screens.screen(found, session.user.unit_system, theme.width()))


@app.command("week")
def week(context: typer.Context, day: str = typer.Option("", "--date", help=DATE_HELP)) -> None:
    """The calendar week: training, calories and adjustments of its seven days."""
    from sharpened_cli.render import theme
    from sharpened_cli.render import week as screens
    from sharpened_cli.services.today import TodayService

    with person(context) as session:
        result = TodayService(session.store, session.clock, session.user).week(day_of(session, day))
    emit(context, result, lambda found: screens.screen(found, theme.width()))


def day_of(session: Session, text: str, *, prefer: str = "past") -> date | None:
    """Return the day that was typed, counted from the person's own today, or None when none was."""
    if not text:
        return None
    from sharpened_cli.clock import local_day
    from sharpened_cli.domain.times import parse_date

    return parse_date(text, local_day(session.clock.now(), session.user.timezone), prefer=prefer)
