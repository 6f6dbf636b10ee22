"""`exercises`: look exercises up in the library."""

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
    text: str = typer.Argument("", help="Words of its name, as you would say it"),
    muscle: str | None = typer.Option(None, "--muscle", help="Only what trains it directly"),
    equipment: str | None = typer.Option(None, "--equipment", help="Only what this allows: dumbbell,bench or none"),
    limit: int = typer.Option(10, "--limit", min=1, max=100, help="How many"),
) -> None:
    """Find exercises by name, muscle and equipment."""
    from sharpened_cli.render import exercises as render
    from sharpened_cli.services.exercises import ExerciseService

    with person(context) as session:
        result = ExerciseService(session.store).search(text, muscle=muscle, equipment=equipment, limit=limit)
    emit(context, result, render.found)


@exercises_app.command("show")
def show(context: typer.Context, exercise: str = typer.Argument(help="Id or name")) -> None:
    """Show what an exercise trains and needs, and what may stand in for it."""
    from sharpened_cli.render import exercises as render
    from sharpened_cli.services.exercises import ExerciseService

    with person(context) as session:
        result = ExerciseService(session.store).show(exercise)
    emit(context, result, render.shown)
