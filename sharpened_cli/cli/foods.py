"""`foods`: look foods up, add foods of one's own, take in a downloaded product list."""

from __future__ import annotations

from pathlib import Path

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

app = typer.Typer()
foods_app = typer.Typer(no_args_is_help=True, help="The food table and your own foods.")
app.add_typer(foods_app, name="foods")


@foods_app.command("search")
def search(
    context: typer.Context,
    text: str = typer.Argument("", help="Words of its name; without any, what you eat most"),
    limit: int = typer.Option(10, "--limit", min=1, max=100, help="How many"),
) -> None:
    """Find foods by words, parts of words and slips of the pen."""
    from sharpened_cli.render import foods as render
    from sharpened_cli.services.foods import FoodService

    with person(context) as session:
        result = FoodService(session.store, session.clock, session.user).search(text, limit)
    emit(context, result, render.found)


@foods_app.command("show")
def show(context: typer.Context, food: str = typer.Argument(help="Id or name")) -> None:
    """Show what is in a food and what its portions weigh."""
    from sharpened_cli.render import foods as render
    from sharpened_cli.services.foods import FoodService

    with person(context) as session:
        result = FoodService(session.store, session.clock, session.user).show(food)
    emit(context, result, render.shown)


@foods_app.command("add")
def add(
    context: typer.Context,
    name: str = typer.Argument(help="What you call it"),
    kcal: float | None = typer.Option(None, "--kcal", help="Energy; worked out from the grams where it is left out"),
    protein: float = typer.Option(0.0, "--protein", help="Grams of protein"),
    carbs: float = typer.Option(0.0, "--carbs", help="Grams of carbohydrate, fibre included"),
    fat: float = typer.Option(0.0, "--fat", help="Grams of fat"),
    fiber: float = typer.Option(0.0, "--fiber", help="Grams of fibre"),
    per: str = typer.Option("100g", "--per", help="The weight that the figures are for"),
    portion: list[str] = typer.Option([], "--portion", help="A portion such as slice=30g; may be repeated"),
    alias: list[str] = typer.Option([], "--alias", help="Another name; may be repeated"),
    brand: str = typer.Option("", "--brand", help="Who makes it"),
    recipe: str = typer.Option("", "--recipe", help='What it is made of: "80g oats, 250 ml milk, 1 banana"'),
    cooked: str = typer.Option("", "--cooked", help="What the finished recipe weighs"),
) -> None:
    """Add a food of your own, by its figures or by a recipe."""
    from sharpened_cli.domain.units import parse_grams
    from sharpened_cli.render import foods as render
    from sharpened_cli.services.foods import FoodService, NewFood

    weight = parse_grams(cooked) if cooked else None
    new = NewFood(
        name, kcal, protein, carbs, fat, fiber, parse_grams(per), portion, alias, brand, recipe, cooked_g=weight
    )
    with person(context, writes=True) as session:
        result = FoodService(session.store, session.clock, session.user).add(new)
    emit(context, result, render.shown)


@foods_app.command("remove")
def remove(context: typer.Context, food: str = typer.Argument(help="Id or name of a food of yours")) -> None:
    """Take a food of yours out of every search; what was logged with it stays."""
    from sharpened_cli.services.foods import FoodService

    with person(context, writes=True) as session:
        result = FoodService(session.store, session.clock, session.user).remove(food)
    emit(context, result, lambda document: f"Removed {document['removed']['name']}.")


@foods_app.command("import")
def import_foods(
    context: typer.Context,
    file: Path = typer.Argument(help="Open Food Facts export: .csv, .jsonl, or either as .gz"),
) -> None:
    """Take in a product list that you downloaded; importing it twice adds nothing."""
    from sharpened_cli.render import foods as render
    from sharpened_cli.services.foods import FoodService
    from sharpened_cli.services.product_files import products

    skipped: list[dict[str, object]] = []
    with person(context, writes=True) as session:
        service = FoodService(session.store, session.clock, session.user)
        result = service.import_products(products(file, skipped), skipped)
    emit(context, result, render.imported)
