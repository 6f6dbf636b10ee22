"""`program`: make one, look at it, shop for it, put it into a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from sharpened_cli.cli.daily import day_of
from sharpened_cli.cli.output import emit, note
from sharpened_cli.cli.session import person
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from sharpened_cli.cli.session import Session
    from sharpened_cli.services.program import ProgramService

app = typer.Typer()
program_app = typer.Typer(help="Your program: the active one, or a new one.", invoke_without_command=True)
app.add_typer(program_app, name="program")


@program_app.callback()
def active(context: typer.Context) -> None:
    """Show the active program; with a further word, see the list below."""
    if context.invoked_subcommand is None:
        _show(context, "", None)


@program_app.command("new")
def new(
    context: typer.Context,
    weeks: int = typer.Option(12, "--weeks", help="2 to 16"),
    start: str = typer.Option("", "--start", help="The first day: a date, today, monday; default: today"),
    seed: int = typer.Option(
        0, "--seed", min=0, max=2**31 - 1, help="Another number, another choice of foods and exercises"
    ),
    split: bool = typer.Option(False, "--split", help="More carbohydrate on training days, less on rest days"),
) -> None:
    """Make a program from the consultation, else from onboarding; it replaces the active one on its first day."""
    from sharpened_cli.clock import local_day
    from sharpened_cli.render import program as render
    from sharpened_cli.services.generation import Wishes

    with person(context, writes=True) as session:
        note(context, "Making your program; this takes a few seconds.")
        today = local_day(session.clock.now(), session.user.timezone)
        first = day_of(session, start, prefer="future") or today
        made = _service(session).new(Wishes(first, weeks, seed, split))
    emit(context, made, lambda found: render.overview(found, session.user.unit_system))


@program_app.command("show")
def show(
    context: typer.Context,
    program: str = typer.Argument("", help="A version, an id or its first 8 characters; default: the active one"),
    week: int = typer.Option(None, "--week", help="One week of it"),
    as_markdown: bool = typer.Option(False, "--markdown", help="All of it as Markdown"),
) -> None:
    """Show a program, or one of its weeks."""
    _show(context, program, week, as_markdown=as_markdown)


@program_app.command("list")
def listing(context: typer.Context) -> None:
    """List all programs, the newest first."""
    from sharpened_cli.render import program as render

    with person(context) as session:
        found = _service(session).listing()
    emit(context, found, render.listing)


@program_app.command("groceries")
def groceries(
    context: typer.Context, week: int = typer.Option(None, "--week", help="Which week; default: the present one")
) -> None:
    """What to buy for a week's meals, by aisle."""
    from sharpened_cli.render import program as render

    with person(context) as session:
        found = _service(session).groceries(week)
    emit(context, found, render.groceries)


@program_app.command("calendar")
def calendar(context: typer.Context, ics: Path = typer.Option(..., "--ics", help="The file to write")) -> None:
    """Write sessions and meals as a calendar file; importing it again updates them."""
    from sharpened_cli.render import program as render
    from sharpened_cli.services.calendar_file import CalendarFile

    with person(context) as session:
        content, found = CalendarFile(session.store, session.clock, session.user).make()
    if not context.obj.dry_run:
        _write(ics, content)
    emit(context, {"file": str(ics), **found}, render.calendar_written)


def _show(context: typer.Context, wanted: str, week: int | None, *, as_markdown: bool = False) -> None:
    with person(context) as session:
        found = _service(session).show(wanted, week)
    units = session.user.unit_system

    def words(document: dict[str, Any]) -> str:
        from sharpened_cli.render import program as render

        if as_markdown:
            from sharpened_cli.render.program_markdown import markdown

            return markdown(document, units)
        return render.overview(document, units) if week is None else render.week(document, week, units)

    emit(context, found, words)


def _service(session: Session) -> ProgramService:
    from sharpened_cli.services.program import ProgramService

    return ProgramService(session.store, session.clock, session.user)


def _write(file: Path, content: bytes) -> None:
    """Write a file whole: first beside it, then in its place."""
    partial = file.with_name(f".{file.name}.partial")
    try:
        partial.write_bytes(content)
        partial.replace(file)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise InputError(f"{file} cannot be written.", code="bad_file", hint="Check the folder.") from error
