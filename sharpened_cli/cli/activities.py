"""`log-activity`, `activities`, `templates`, `done`, `skip`: training as people say it, and what of the plan it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from sharpened_cli.cli.daily import day_of
from sharpened_cli.cli.output import emit, emit_line, read_text
from sharpened_cli.cli.session import person

if TYPE_CHECKING:
    from sharpened_cli.services.activity import ActivityService
    from sharpened_cli.services.activity_options import ActivityOptions

app = typer.Typer()
activities = typer.Typer(help="What was trained: list it, correct it, take it out, undo.", no_args_is_help=True)
templates = typer.Typer(help="The trainings you save by name with log-activity --save-as.", no_args_is_help=True)
app.add_typer(activities, name="activities")
app.add_typer(templates, name="templates")

TEXT = typer.Argument("", help='What you did, as you would say it: "bench 3x8 @ 60kg rpe 8, row 3x10 50kg"')
CATEGORY = typer.Option(None, help="cardio_steady, cardio_interval, strength, sports, flexibility or other")
DATE = typer.Option(None, "--date", help="The day: 2026-11-24, yesterday, -3d, monday")
START = typer.Option(None, help="When it began: 7:30, 6pm")
END = typer.Option(None, help="When it ended")
DURATION = typer.Option(None, help="How long: 45m, 1h15, 27:30")
DISTANCE = typer.Option(None, help="How far: 5 km, 3 mi")
HEART_RATE = typer.Option(None, "--hr", help="The average heart rate")
METS = typer.Option(None, help="The intensity in METs, where you know better than the table")
CALORIES = typer.Option(None, help="The energy beyond resting, in kcal, where you know better")


@app.command("log-activity")
def log_activity(
    context: typer.Context,
    text: str = TEXT,
    category: str = CATEGORY,
    date: str = DATE,
    start: str = START,
    end: str = END,
    duration: str = DURATION,
    distance: str = DISTANCE,
    hr: str = HEART_RATE,
    mets: str = METS,
    calories: str = CALORIES,
    planned: int = typer.Option(None, help="The number of the planned session that this was"),
    template: str = typer.Option(None, help="The saved training that this was"),
    save_as: str = typer.Option(None, "--save-as", help="Save it as a template of this name"),
    batch: str = typer.Option("", help="A file of sentences, one a line; - for stdin"),
) -> None:
    """Log training in plain words: lifting with sets, runs, rides, sports, yoga; several in one sentence."""
    from sharpened_cli.render import activity as render
    from sharpened_cli.services.activity import ActivityService
    from sharpened_cli.services.activity_options import ActivityOptions

    options = ActivityOptions(
        category, date, start, end, duration, distance, hr, mets, calories, planned, template, save_as
    )
    with person(context, writes=True) as session:
        service = ActivityService(session.store, session.clock, session.user)
        if batch:
            raise typer.Exit(_log_batch(service, batch, options))
        logged = service.log(text, options)
        units, zone = session.user.unit_system, session.user.timezone
    emit(context, logged, lambda document: render.logged(document, units, zone))


def _log_batch(service: ActivityService, name: str, options: ActivityOptions) -> int:
    """Log the sentences of a file, one JSON line each; return the exit code."""
    from sharpened_cli.services.activity_batch import log_lines

    failed = False
    for document in log_lines(service, read_text(name), options):
        failed = failed or "error" in document
        emit_line(document)
    return 1 if failed else 0


@activities.command("list")
def list_activities(
    context: typer.Context,
    date: str = DATE,
    limit: int = typer.Option(20, min=1, max=1000, help="How many at the most"),
) -> None:
    """Show what was trained, the latest first."""
    from sharpened_cli.render import activity as render
    from sharpened_cli.services.activity import ActivityService

    with person(context) as session:
        found = ActivityService(session.store, session.clock, session.user).latest(limit, day_of(session, date or ""))
        units, zone = session.user.unit_system, session.user.timezone
    emit(context, found, lambda document: render.listed(document, units, zone))


@activities.command("edit")
def edit_activity(
    context: typer.Context,
    which: str = typer.Argument(..., help="Its number in the list, or its id"),
    text: str = TEXT,
    category: str = CATEGORY,
    date: str = DATE,
    start: str = START,
    end: str = END,
    duration: str = DURATION,
    distance: str = DISTANCE,
    hr: str = HEART_RATE,
    mets: str = METS,
    calories: str = CALORIES,
) -> None:
    """Correct an activity: say it anew, or change what the options name."""
    from sharpened_cli.render import activity as render
    from sharpened_cli.services.activity import ActivityService
    from sharpened_cli.services.activity_options import ActivityOptions

    options = ActivityOptions(category, date, start, end, duration, distance, hr, mets, calories)
    with person(context, writes=True) as session:
        edited = ActivityService(session.store, session.clock, session.user).edit(which, text, options)
        units, zone = session.user.unit_system, session.user.timezone
    emit(context, edited, lambda document: render.logged(document, units, zone))


@activities.command("remove")
def remove_activity(
    context: typer.Context, which: str = typer.Argument(..., help="Its number in the list, or its id")
) -> None:
    """Take an activity out; `activities undo` brings it back."""
    from sharpened_cli.render import activity as render
    from sharpened_cli.services.activity import ActivityService

    with person(context, writes=True) as session:
        removed = ActivityService(session.store, session.clock, session.user).remove(which)
    emit(context, removed, render.removed)


@activities.command("undo")
def undo_activity(context: typer.Context) -> None:
    """Undo the last edit or removal of an activity, exactly."""
    from sharpened_cli.render import activity as render
    from sharpened_cli.services.activity import ActivityService

    with person(context, writes=True) as session:
        restored = ActivityService(session.store, session.clock, session.user).undo()
    emit(context, restored, render.restored)


@templates.command("list")
def list_templates(context: typer.Context) -> None:
    """Show the saved trainings."""
    from sharpened_cli.render import activity as render
    from sharpened_cli.services.activity_templates import ActivityTemplateService

    with person(context) as session:
        found = ActivityTemplateService(session.store, session.clock, session.user).all()
        units = session.user.unit_system
    emit(context, found, lambda document: render.templates(document, units))


@templates.command("remove")
def remove_template(context: typer.Context, name: str = typer.Argument(..., help="Its name")) -> None:
    """Delete a saved training; what was logged with it stays."""
    from sharpened_cli.render import activity as render
    from sharpened_cli.services.activity_templates import ActivityTemplateService

    with person(context, writes=True) as session:
        removed = ActivityTemplateService(session.store, session.clock, session.user).remove(name)
    emit(context, removed, render.template_removed)


@app.command("done")
def done(
    context: typer.Context,
    number: int = typer.Argument(..., help="The number that `today` shows"),
    date: str = DATE,
) -> None:
    """Say that a planned session or meal was done as planned."""
    from sharpened_cli.render import activity as render
    from sharpened_cli.services.adherence import AdherenceService

    with person(context, writes=True) as session:
        result = AdherenceService(session.store, session.clock, session.user).done(number, day_of(session, date or ""))
    emit(context, result, render.by_hand)


@app.command("skip")
def skip(
    context: typer.Context,
    number: int = typer.Argument(..., help="The number that `today` shows"),
    date: str = DATE,
    reason: str = typer.Option("", help="Why, for your own record"),
) -> None:
    """Say that a planned session or meal is left out."""
    from sharpened_cli.render import activity as render
    from sharpened_cli.services.adherence import AdherenceService

    with person(context, writes=True) as session:
        result = AdherenceService(session.store, session.clock, session.user).skip(
            number, day_of(session, date or "", prefer="future"), reason
        )
    emit(context, result, render.by_hand)
