"""`weigh` and `metrics`: body weight, body fat and girths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

if TYPE_CHECKING:
    from typing import Any

    from sharpened_cli.services.metrics import Measured, MetricsService

app = typer.Typer()
metrics_app = typer.Typer(no_args_is_help=True, help="Body measures, correctable and undoable.")
app.add_typer(metrics_app, name="metrics")

FAT = typer.Option("", "--body-fat", help="Body fat: 18 or 18%")
WAIST = typer.Option("", "--waist", help="Girth of the waist: 82cm, 32 in")
HIP = typer.Option("", "--hip", help="Girth of the hips")
CHEST = typer.Option("", "--chest", help="Girth of the chest")
NECK = typer.Option("", "--neck", help="Girth of the neck")
ARM = typer.Option("", "--arm", help="Girth of the upper arm")
THIGH = typer.Option("", "--thigh", help="Girth of the thigh")
DATE = typer.Option("", "--date", help="The day: 2026-11-24, yesterday, -3d, monday")
AT = typer.Option("", "--at", help="The time: 7:30")
NOTES = typer.Option("", "--notes", help="A note")
YES = typer.Option(False, "--yes", "-y", help="It is right, however unlikely")
WHICH = typer.Argument(help="Number of `metrics list`, or the beginning of an id")


@app.command("weigh")
def weigh(
    context: typer.Context,
    weight: str = typer.Argument("", help="82.4kg, 181 lb, 12st 4lb"),
    body_fat: str = FAT,
    waist: str = WAIST,
    hip: str = HIP,
    chest: str = CHEST,
    neck: str = NECK,
    arm: str = ARM,
    thigh: str = THIGH,
    date: str = DATE,
    at: str = AT,
    notes: str = NOTES,
    yes: bool = YES,
) -> None:
    """Store what the scale said; prints the trend."""
    from sharpened_cli.services.metrics import Measured

    girths = {"waist": waist, "hip": hip, "chest": chest, "neck": neck, "arm": arm, "thigh": thigh}
    _keep(context, "", Measured(weight, body_fat, girths, date, at, notes, yes))


@metrics_app.command("list")
def list_metrics(
    context: typer.Context, limit: int = typer.Option(20, "--limit", min=1, max=1000, help="How many")
) -> None:
    """Show the latest measurements and the trend."""
    from sharpened_cli.render import metrics as render
    from sharpened_cli.services.metrics import MetricsService

    with person(context) as session:
        result = MetricsService(session.store, session.clock, session.user).latest(limit)
    emit(context, result, lambda found: render.listed(found, session.user.unit_system))


@metrics_app.command("edit")
def edit_metric(
    context: typer.Context,
    metric: str = WHICH,
    weight: str = typer.Argument("", help="The weight that is right"),
    body_fat: str = FAT,
    waist: str = WAIST,
    hip: str = HIP,
    chest: str = CHEST,
    neck: str = NECK,
    arm: str = ARM,
    thigh: str = THIGH,
    date: str = DATE,
    at: str = AT,
    notes: str = NOTES,
    yes: bool = YES,
) -> None:
    """Correct a measurement."""
    from sharpened_cli.services.metrics import Measured

    girths = {"waist": waist, "hip": hip, "chest": chest, "neck": neck, "arm": arm, "thigh": thigh}
    _keep(context, metric, Measured(weight, body_fat, girths, date, at, notes, yes))


@metrics_app.command("remove")
def remove_metric(context: typer.Context, metric: str = WHICH) -> None:
    """Take a measurement out; `metrics undo` brings it back."""
    from sharpened_cli.render import metrics as render
    from sharpened_cli.services.metrics import MetricsService

    with person(context, writes=True) as session:
        result = MetricsService(session.store, session.clock, session.user).remove(metric)
    emit(context, result, lambda found: render.removed(found, session.user.unit_system))


@metrics_app.command("undo")
def undo_metric(context: typer.Context) -> None:
    """Undo the last edit or removal of a measurement."""
    from sharpened_cli.render import metrics as render
    from sharpened_cli.services.metrics import MetricsService

    with person(context, writes=True) as session:
        result = MetricsService(session.store, session.clock, session.user).undo()
    emit(context, result, lambda found: render.restored(found, session.user.unit_system))


def _keep(context: typer.Context, wanted: str, measured: Measured) -> None:
    """Store a measurement, or correct the one that is wanted; print the trend."""
    from sharpened_cli.render import metrics as render
    from sharpened_cli.services.metrics import MetricsService

    with person(context, writes=True) as session:
        service = MetricsService(session.store, session.clock, session.user)
        result = _confirmed(context, service, wanted, measured)
    emit(context, result, lambda found: render.weighed(found, session.user.unit_system))


def _confirmed(context: typer.Context, service: MetricsService, wanted: str, measured: Measured) -> dict[str, Any]:
    """Store or correct a measurement, asking in a terminal about a weight that is hard to believe."""
    from sharpened_cli.errors import InputError

    def store(what: Measured) -> dict[str, Any]:
        return service.edit(wanted, what) if wanted else service.weigh(what)

    try:
        return store(measured)
    except InputError as doubt:
        if doubt.code != "doubtful" or not context.obj.is_interactive:
            raise
        typer.confirm(f"{doubt.message} Is it right?", abort=True)
    return store(measured._replace(is_confirmed=True))
