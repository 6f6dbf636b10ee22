"""`exercises`: look things up in the library."""

from __future__ import annotations

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

app = typer.Typer()
exercises_app = typer.Typer(no_args_is_help=True, help="The exercise library.")
app.add_typer(exercises_app, name="exercises")


@exercises_app.command("search")
def search(
    context: typer.Context,
    text: str = typer.Argument("", help="Words of its name, a muscle, a movement or equipment"),
    limit: int = typer.Option(10, "--limit", min=1, max=500, help="How many"),
) -> None:
    """Find exercises; slips of the pen are forgiven."""
    from sharpened_cli.render import exercises as render
    from sharpened_cli.services.exercise_library import ExerciseLibraryService

    with person(context) as session:
        result = ExerciseLibraryService(session.store).search(text, limit)
    emit(context, result, render.found)


@exercises_app.command("show")
def show(context: typer.Context, exercise: str = typer.Argument(help="Id or name")) -> None:
    """Show what an exercise trains, what it needs, and what is like it."""
    from sharpened_cli.render import exercises as render
    from sharpened_cli.services.exercise_library import ExerciseLibraryService

    with person(context) as session:
        result = ExerciseLibraryService(session.store).show(exercise)
    emit(context, result, render.shown)
