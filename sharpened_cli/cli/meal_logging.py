"""`log-meal`: what was eaten, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from sharpened_cli.cli.output import emit, emit_line, read_text
from sharpened_cli.cli.session import person

if TYPE_CHECKING:
    from sharpened_cli.cli.session import Session
    from sharpened_cli.services.meal_options import MealOptions
    from sharpened_cli.services.nutrition import NutritionService, Question

app = typer.Typer()
MEAL_TYPE = typer.Option("", "--meal-type", help="breakfast, lunch, dinner, snack, pre_workout, post_workout, other")
AT = typer.Option("", "--at", help="When it was eaten: 7:30, 7.30pm")
DATE = typer.Option("", "--date", help="The day: 2026-11-24, yesterday, -3d, monday")


@app.command("log-meal")
def log_meal(
    context: typer.Context,
    text: str = typer.Argument("", help='What was eaten: "2 eggs, 80g oats and a banana"'),
    meal_type: str = MEAL_TYPE,
    at: str = AT,
    date: str = DATE,
    planned: int | None = typer.Option(None, "--planned", min=1, help="Ate the planned meal of this number"),
    quick: str = typer.Option("", "--quick", help="Log the meal saved under this name"),
    save_as: str = typer.Option("", "--save-as", help="Save the meal under this name"),
    copy: str = typer.Option("", "--copy", help='Log an earlier meal again: "yesterday lunch"'),
    kcal: float | None = typer.Option(None, "--kcal", help="Energy, for an entry without foods"),
    protein: float | None = typer.Option(None, "--protein", help="Grams of protein of such an entry"),
    carbs: float | None = typer.Option(None, "--carbs", help="Grams of carbohydrate of such an entry"),
    fat: float | None = typer.Option(None, "--fat", help="Grams of fat of such an entry"),
    allow_unknown: bool = typer.Option(False, "--allow-unknown", help="Log the rest when something is not understood"),
    yes: bool = typer.Option(False, "--yes", "-y", help="Ask nothing: take the likeliest foods"),
    batch: str = typer.Option("", "--batch", help="A file of meals, one a line, text or JSON; - for stdin"),
) -> None:
    """Log a meal in plain words; shows what was understood and what is left of the day."""
    from sharpened_cli.render import nutrition as render
    from sharpened_cli.services.meal_options import MealOptions
    from sharpened_cli.services.nutrition import NutritionService

    options = MealOptions(
        meal_type, at, date, planned, quick, save_as, copy, kcal, protein, carbs, fat, allow_unknown=allow_unknown
    )
    with person(context, writes=True) as session:
        if batch:
            raise typer.Exit(_log_batch(session, batch, options))
        service = NutritionService(session.store, session.clock, session.user)
        if text and context.obj.is_interactive and not yes:
            options = _asked(service, text, options)
        result = service.log_meal(text, options)
    emit(context, result, render.logged)


def _asked(service: NutritionService, text: str, options: MealOptions) -> MealOptions:
    """Ask about what is unsure or not understood; return the options with the answers."""
    chosen: dict[str, str] = {}
    reworded: dict[str, str] = {}
    for question in service.questions(text):
        if question.choices:
            chosen.update(_picked(question))
        else:
            reworded[question.text] = typer.prompt(
                f"What is {question.text!r}? Say it in other words, or press Enter to leave it out",
                default="",
                show_default=False,
            ).strip()
    return options._replace(chosen=chosen, reworded=reworded)


def _picked(question: Question) -> dict[str, str]:
    """Return phrase -> food id as picked; empty where the guess was left to stand."""
    lines = [f"  {number} {name}" for number, (_, name) in enumerate(question.choices, 1)]
    typer.echo("\n".join([f"{question.text!r}: did you mean", *lines]))
    number = 0
    while not 1 <= number <= len(question.choices):
        number = typer.prompt("Number", default=1, type=int)
    return {question.phrase: question.choices[number - 1][0]}


def _log_batch(session: Session, name: str, options: MealOptions) -> int:
    """Log the meals of a file, one JSON line each; return the exit code."""
    from sharpened_cli.services.meal_batch import log_lines

    failed = False
    for document in log_lines(session.store, session.clock, session.user, read_text(name), options):
        failed = failed or "error" in document
        emit_line(document)
    return 1 if failed else 0
