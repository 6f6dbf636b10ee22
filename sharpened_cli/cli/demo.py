"""`demo`: the whole journey of a made-up person, in a throw-away file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import typer

from sharpened_cli.cli.output import emit

app = typer.Typer()


@app.command("demo")
def demo(context: typer.Context) -> None:
    """Show a sample client's eight weeks, made by the same commands that you would type."""
    from sharpened_cli.cli.demo_story import Story
    from sharpened_cli.cli.stage import Stage

    folder = Path(tempfile.mkdtemp(prefix="sharpened-demo-"))
    stage = Stage(folder)
    steps = Story(stage, None if context.obj.json else _told).play()
    emit(context, {"steps": steps}, lambda _: _ending(stage.database))


def _told(comment: str, command: str, screen: str) -> None:
    typer.echo(f"{comment}\n\n$ sharpened {command}\n{screen}\n\n{'-' * 78}\n")


def _ending(database: Path) -> str:
    return (
        f"That was Maya. Her eight weeks are in {database}; look around in it:\n\n"
        f"  sharpened today --db {database} --date 2026-03-01\n"
        f"  sharpened progress --db {database}\n"
        f"  sharpened sql --db {database} 'SELECT date, kcal, weight_kg FROM day_totals LIMIT 7'\n\n"
        "Your own file starts with `sharpened onboard`."
    )
