"""`mcp`: the coach's tools for other programs."""

from __future__ import annotations

import typer

from sharpened_cli.cli.session import person
from sharpened_cli.errors import NotThereError

app = typer.Typer()


@app.command("mcp")
def mcp(
    context: typer.Context,
    allow_writes: bool = typer.Option(False, "--allow-writes", help="Offer the tools that write as well"),
) -> None:
    """Serve your tools over the Model Context Protocol on stdin and stdout (needs the extra `mcp`)."""
    try:
        from anyio import run

        from sharpened_cli.coach.mcp_server import serve
    except ImportError as error:
        raise NotThereError(
            "The extra `mcp` is not installed.", code="no_extra", hint="pip install 'sharpened-cli[mcp]'"
        ) from error
    from functools import partial

    from sharpened_cli.coach.bench import Bench

    with person(context, writes=allow_writes) as session:
        run(partial(serve, Bench(session.store, session.clock, session.user), allow_writes=allow_writes))
