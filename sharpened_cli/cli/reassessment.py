"""`reassess`, `forecast` and `backtest`: what the logs say, what changes for it, and what is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from sharpened_cli.cli.output import emit, emit_line
from sharpened_cli.cli.session import person, service

if TYPE_CHECKING:
    from datetime import date

    from sharpened_cli.clock import Clock

app = typer.Typer()


@app.command("reassess")
def reassess(
    context: typer.Context,
    everybody: bool = typer.Option(False, "--all", help="Everybody in the file whose reassessment is due"),
    due: bool = typer.Option(True, "--due", help="Only who is due (the default)"),
    force: bool = typer.Option(False, "--force", help="Before the due date, from the tenth day on"),
    as_of: str = typer.Option("", "--as-of", help="The day to reassess for: 2026-11-24, yesterday"),
    jobs: int = typer.Option(1, "--jobs", min=1, max=64, help="With --all: processes to share the work"),
    replay: bool = typer.Option(False, "--replay", help="Rebuild all past reassessments from the log and compare"),
) -> None:
    """Look at the last fortnight and adjust calories and training to it."""
    if everybody:
        _reassess_all(context, as_of, force=force or not due, jobs=jobs)
        return
    from sharpened_cli.cli.policy import policy_in_force
    from sharpened_cli.render import reassessment as screens
    from sharpened_cli.services.reassessment import ReassessmentService

    with person(context, writes=not replay) as session:
        if replay:
            from sharpened_cli.services.reassessment_replay import replayed

            emit(context, replayed(session.store, session.user), screens.replayed)
            return
        found = ReassessmentService(session.store, session.clock, policy_in_force()).reassess(
            session.user, as_of=_day(session.clock, as_of, session.user.timezone), force=force
        )
    emit(context, found, lambda result: screens.screen(result, session.user.unit_system))


def _reassess_all(context: typer.Context, as_of: str, *, force: bool, jobs: int) -> None:
    """Print one line a person as they are done, then the sums; exit 1 when somebody failed."""
    from sharpened_cli.cli.policy import policy_in_force
    from sharpened_cli.render import reassessment as screens
    from sharpened_cli.services.reassessment import Summary
    from sharpened_cli.services.reassessment_batch import Order, reassess_all

    settings = context.obj
    with service(context) as session:
        order = Order(
            settings.database(),
            session.clock,
            policy_in_force(),
            _day(session.clock, as_of, "UTC"),
            force,
            settings.dry_run,
            jobs,
        )
        summary = Summary()
        for people in reassess_all(session.store, order):
            for done in people:
                summary.add(done.document)
            if people and (settings.json or not settings.quiet):
                lines = (done.line if settings.json else screens.line(done.document) for done in people)
                typer.echo("\n".join(lines))
    if settings.json:
        emit_line({"summary": summary.counts})
    else:
        emit(context, summary.counts, screens.summary)
    if summary.counts["error"]:
        raise typer.Exit(1)


def _day(clock: Clock, text: str, zone: str) -> date | None:
    if not text:
        return None
    from sharpened_cli.clock import local_day
    from sharpened_cli.domain.times import parse_date

    return parse_date(text, local_day(clock.now(), zone), prefer="past")


@app.command("forecast")
def forecast(
    context: typer.Context, weeks: int = typer.Option(8, "--weeks", min=1, max=104, help="How many weeks ahead")
) -> None:
    """The weight to come under the present plan, with its 95 % band."""
    from sharpened_cli.render import forecast as screens
    from sharpened_cli.services.forecast import ForecastService

    with person(context) as session:
        found = ForecastService(session.store, session.clock, session.user).forecast(weeks)
    emit(context, found, lambda result: screens.screen(result, session.user.unit_system))


@app.command("backtest")
def backtest(context: typer.Context) -> None:
    """How well the estimator would have foretold the weights that it had not seen."""
    from sharpened_cli.render import forecast as screens
    from sharpened_cli.services.forecast import ForecastService

    with person(context) as session:
        found = ForecastService(session.store, session.clock, session.user).backtest()
    emit(context, found, lambda result: screens.backtest(result, session.user.unit_system))
