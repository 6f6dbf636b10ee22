"""`context`, `approve`, `reject`, `undo`, `adjustments`: how today is, and what follows from it."""

from __future__ import annotations

import typer

from sharpened_cli.cli.daily import day_of
from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

app = typer.Typer()


@app.command("context")
def context_log(
    context: typer.Context,
    sleep: str = typer.Option("", help="Hours slept: 7.5, 7h30"),
    sleep_quality: str = typer.Option("", help="1 (awful) to 10"),
    stress: str = typer.Option("", help="1 (calm) to 10"),
    soreness: str = typer.Option("", help="1 (fresh) to 10; say which muscles in --notes"),
    energy: str = typer.Option("", help="1 (empty) to 10"),
    injury: str | None = typer.Option(None, help="What hurts: 'left knee'; 'none' when it is over"),
    notes: str | None = typer.Option(None, help="Anything else, in your words"),
    day: str = typer.Option("", "--date", help="Another day: yesterday, 2026-11-24"),
    preview: bool = typer.Option(False, "--preview", help="Show what it would propose, and keep nothing"),
) -> None:
    """Say how you are; where the day asks for it, an adjustment is proposed."""
    from sharpened_cli.render import adjusting as words
    from sharpened_cli.render import theme
    from sharpened_cli.services.context import ContextService
    from sharpened_cli.services.context_reading import asked, read_context

    if preview:
        context.obj = context.obj._replace(dry_run=True)
    given = [sleep, sleep_quality, stress, soreness, energy, injury, notes]
    if context.obj.is_interactive and not any(given) and not day:
        given = list(asked(lambda question: typer.prompt(question, default="", show_default=False)))
    said = read_context(*given)
    with person(context, writes=True) as session:
        result = ContextService(session.store, session.clock, session.user).log(day_of(session, day), **said)
    emit(context, result, lambda found: words.context(found, theme.width()))


@app.command("approve")
def approve(
    context: typer.Context,
    number: str = typer.Argument("", help="The number of the adjustment; without it the only pending one"),
    reject_number: str = typer.Option("", "--reject", help="Reject this one instead", metavar="N"),
    undo_number: str = typer.Option("", "--undo", help="Take this one back instead", metavar="N"),
    everything: bool = typer.Option(False, "--all", help="Approve all that are pending"),
) -> None:
    """Approve a proposed adjustment (or reject one, or take one back)."""
    from sharpened_cli.services.approval import AdjustmentApprovalService

    with person(context, writes=True) as session:
        service = AdjustmentApprovalService(session.store, session.clock, session.user)
        result = service.decide(number, reject=reject_number, undo=undo_number, everything=everything)
    _emit_decision(context, result)


@app.command("reject")
def reject(
    context: typer.Context,
    number: str = typer.Argument("", help="The number of the adjustment; without it the only pending one"),
) -> None:
    """Reject a proposed adjustment: the day stays as planned."""
    from sharpened_cli.services.approval import AdjustmentApprovalService

    with person(context, writes=True) as session:
        result = AdjustmentApprovalService(session.store, session.clock, session.user).reject_adjustment(number)
    _emit_decision(context, result)


@app.command("undo")
def undo(
    context: typer.Context,
    number: str = typer.Argument(..., help="The number of an adjustment or of a change of the plan"),
) -> None:
    """Take back an adjustment or a change of the plan: what was in force before is in force again."""
    from sharpened_cli.services.approval import AdjustmentApprovalService

    with person(context, writes=True) as session:
        result = AdjustmentApprovalService(session.store, session.clock, session.user).undo_adjustment(number)
    _emit_decision(context, result)


@app.command("adjustments")
def preferences(
    context: typer.Context,
    trigger: str = typer.Argument("", help="poor_sleep, high_stress, high_soreness, injury or low_adherence"),
    preference: str = typer.Argument("", help="auto_apply, ask_me or disable"),
    grace_minutes: int | None = typer.Option(None, "--grace", help="Minutes to object before it applies itself"),
    undo_hours: int | None = typer.Option(None, "--undo-window", help="Hours in which it can be taken back"),
) -> None:
    """Which adjustments may apply themselves, which ask, and which never come."""
    from sharpened_cli.render import adjusting as words
    from sharpened_cli.services.adjustment_preferences import AdjustmentPreferences

    with person(context, writes=bool(trigger)) as session:
        service = AdjustmentPreferences(session.store, session.clock, session.user)
        result = service.choose(trigger, preference, grace_minutes, undo_hours) if trigger else service.shown()
    emit(context, result, words.preferences)


def _emit_decision(context: typer.Context, result: dict[str, object]) -> None:
    from sharpened_cli.render import adjusting as words
    from sharpened_cli.render import theme

    emit(context, result, lambda found: words.decision(found, theme.width()))
