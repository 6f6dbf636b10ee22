"""`inbox`: what the coach has to tell."""

from __future__ import annotations

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person

app = typer.Typer()


@app.command("inbox")
def inbox(
    context: typer.Context,
    read: str = typer.Option("", "--read", help="Mark message N, or `all`, as read", metavar="N"),
    everything: bool = typer.Option(False, "--all", help="Show what was read before as well"),
) -> None:
    """Messages about adjustments, reassessments and your program."""
    from sharpened_cli.domain.units import parse_whole_number
    from sharpened_cli.render import editing as words
    from sharpened_cli.render import theme
    from sharpened_cli.services.inbox import InboxService

    with person(context, writes=bool(read)) as session:
        service = InboxService(session.store, session.clock, session.user)
        if read:
            number = None if read == "all" else parse_whole_number(read, least=1, most=10**9, what="a message")
            result = service.read(number)
        else:
            result = service.messages(everything=everything)
    emit(context, result, lambda found: words.inbox(found, theme.width()))
