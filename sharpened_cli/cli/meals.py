"""`meals` and `quick`: what was eaten, to list, correct and undo; meals saved under a name."""

from __future__ import annotations

import typer

from sharpened_cli.cli.daily import day_of
from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

app = typer.Typer()
meals_app = typer.Typer(no_args_is_help=True, help="What was eaten, correctable and undoable.")
quick_app = typer.Typer(no_args_is_help=True, help="Meals saved under a name.")
app.add_typer(meals_app, name="meals")
app.add_typer(quick_app, name="quick")

MEAL_TYPE = typer.Option("", "--meal-type", help="breakfast, lunch, dinner, snack, pre_workout, post_workout, other")
AT = typer.Option("", "--at", help="When it was eaten: 7:30, 7.30pm")
DATE = typer.Option("", "--date", help="The day: 2026-11-24, yesterday, -3d, monday")


@meals_app.command("list")
def list_meals(
    context: typer.Context,
    date: str = DATE,
    limit: int = typer.Option(20, "--limit", min=1, max=1000, help="How many"),
) -> None:
    """Show the latest meals, or those of a day."""
    from sharpened_cli.render import nutrition as render
    from sharpened_cli.services.nutrition import NutritionService

    with person(context) as session:
        service = NutritionService(session.store, session.clock, session.user)
        result = service.latest(limit, day_of(session, date))
    emit(context, result, render.listed)


@meals_app.command("edit")
def edit_meal(
    context: typer.Context,
    meal: str = typer.Argument(help="Number of `meals list`, or the beginning of an id"),
    text: str = typer.Argument("", help="What was really eaten"),
    meal_type: str = MEAL_TYPE,
    at: str = AT,
    date: str = DATE,
    kcal: float | None = typer.Option(None, "--kcal", help="Energy, for an entry without foods"),
    protein: float | None = typer.Option(None, "--protein", help="Grams of protein of such an entry"),
    carbs: float | None = typer.Option(None, "--carbs", help="Grams of carbohydrate of such an entry"),
    fat: float | None = typer.Option(None, "--fat", help="Grams of fat of such an entry"),
    allow_unknown: bool = typer.Option(False, "--allow-unknown", help="Keep the rest when something is not understood"),
) -> None:
    """Correct a meal."""
    from sharpened_cli.render import nutrition as render
    from sharpened_cli.services.meal_options import MealOptions
    from sharpened_cli.services.nutrition import NutritionService

    options = MealOptions(meal_type, at, date, None, "", "", "", kcal, protein, carbs, fat, allow_unknown=allow_unknown)
    with person(context, writes=True) as session:
        result = NutritionService(session.store, session.clock, session.user).edit(meal, text, options)
    emit(context, result, render.logged)


@meals_app.command("remove")
def remove_meal(
    context: typer.Context, meal: str = typer.Argument(help="Number of `meals list`, or the beginning of an id")
) -> None:
    """Take a meal out; `meals undo` brings it back."""
    from sharpened_cli.render import nutrition as render
    from sharpened_cli.services.nutrition import NutritionService

    with person(context, writes=True) as session:
        result = NutritionService(session.store, session.clock, session.user).remove(meal)
    emit(context, result, render.removed)


@meals_app.command("undo")
def undo_meal(context: typer.Context) -> None:
    """Undo the last edit or removal of a meal."""
    from sharpened_cli.render import nutrition as render
    from sharpened_cli.services.nutrition import NutritionService

    with person(context, writes=True) as session:
        result = NutritionService(session.store, session.clock, session.user).undo()
    emit(context, result, render.restored)


@quick_app.command("list")
def list_quick(context: typer.Context) -> None:
    """Show the saved meals."""
    from sharpened_cli.render import nutrition as render
    from sharpened_cli.services.nutrition import NutritionService

    with person(context) as session:
        result = NutritionService(session.store, session.clock, session.user).quick()
    emit(context, result, render.quick_listed)


@quick_app.command("remove")
def remove_quick(context: typer.Context, name: str = typer.Argument(help="Name of the saved meal")) -> None:
    """Delete a saved meal; what was logged with it stays."""
    from sharpened_cli.services.nutrition import NutritionService

    with person(context, writes=True) as session:
        result = NutritionService(session.store, session.clock, session.user).remove_quick(name)
    emit(context, result, lambda document: f"Removed the saved meal {document['removed']}.")
