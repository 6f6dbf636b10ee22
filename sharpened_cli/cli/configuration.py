"""`config`: the settings file."""

from __future__ import annotations

import typer

from sharpened_cli import config
from sharpened_cli.cli.output import emit

app = typer.Typer()
config_app = typer.Typer(no_args_is_help=True, help="The settings file.")
app.add_typer(config_app, name="config")


@config_app.command("path")
def config_path(context: typer.Context) -> None:
    """Show where the settings file and the database are."""
    places = {"config": str(config.path()), "database": str(context.obj.database())}
    emit(context, places, lambda found: "\n".join(f"{name}: {place}" for name, place in found.items()))


@config_app.command("get")
def config_get(
    context: typer.Context, name: str = typer.Argument("", help="One setting; without it all are shown.")
) -> None:
    """Show settings, their values and where each came from; secrets are masked."""
    emit(context, config.shown(name), _table)


@config_app.command("set")
def config_set(
    context: typer.Context,
    name: str = typer.Argument(..., help="The setting, like consultation.engine"),
    value: str = typer.Argument(..., help="Its new value"),
) -> None:
    """Change one setting, keeping the comments and the order of the file."""
    emit(context, config.change(name, value, dry_run=context.obj.dry_run), _table)


def _table(rows: list[dict[str, object]]) -> str:
    return "\n".join(f"{row['name']} = {row['value']}  ({row['origin']}: {row['meaning']})" for row in rows)
