"""`coach`: ask and tell in plain words; every write is confirmed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import person
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from sharpened_cli.cli.session import Session
    from sharpened_cli.coach.bench import Bench, Tool
    from sharpened_cli.coach.chat import Chat, Reply
    from sharpened_cli.coach.thinking import Thinker

app = typer.Typer()
SENT = "what you type here and what your own tools answer to it"
LEAVE = ("/quit", "/exit", "quit", "exit", "bye")


@app.command("coach")
def coach(
    context: typer.Context,
    words: list[str] = typer.Argument(None, help="A question in quotes; or: list, show N, export N FILE, delete N"),
    yes: bool = typer.Option(False, "--yes", help="Confirm what would be written"),
    new: bool = typer.Option(False, "--new", help="Begin a new conversation"),
    engine: str = typer.Option("", "--engine", help="offline (plain phrases) or openai; default: what the config says"),
) -> None:
    """Ask the coach, or tell it what you ate and did. Without a question it is a conversation."""
    first, *rest = words or [""]
    if first in ("list", "show", "export", "delete"):
        _kept(context, first, rest)
        return
    question = " ".join(words or [])
    if not question and not context.obj.is_interactive:
        raise InputError(
            "What do you want to ask?", code="no_question", hint='Write sharpened coach "what\'s on today?"'
        )
    with person(context, writes=True) as session:
        chat = _chat(context, session, question, yes=yes, new=new, engine=engine)
        if not question:
            _converse(chat, session)
            return
        reply = chat.turn(question)
    emit(context, _document(chat, reply), lambda _: _said(reply, session))


def _chat(context: typer.Context, session: Session, first_words: str, *, yes: bool, new: bool, engine: str) -> Chat:
    from sharpened_cli.coach.bench import Bench
    from sharpened_cli.coach.chat import Chat
    from sharpened_cli.services.conversations import ConversationService

    bench = Bench(session.store, session.clock, session.user)

    def confirm(tool: Tool, shown: Any) -> bool:
        if yes or not context.obj.is_interactive:
            return yes
        from sharpened_cli.render import coach as render

        typer.echo(render.result(tool.name, shown, session.user))
        return typer.confirm("Keep this?", default=True)

    thinker = _thinker(context, bench, engine)
    conversation_id = ConversationService(*bench).open(new=new, first_words=first_words)
    return Chat(bench, conversation_id, confirm, thinker.think if thinker else None)


def _thinker(context: typer.Context, bench: Bench, engine: str) -> Thinker | None:
    """Return the model behind the chat, or None for plain phrases alone."""
    from sharpened_cli import config

    chosen = engine or str(config.value(config.load(), "coach.engine"))
    if chosen not in ("offline", "openai"):
        raise InputError(f"{chosen!r} is no engine.", code="bad_engine", hint="Write offline or openai.")
    if chosen == "offline":
        return None
    from sharpened_cli.cli.model_choice import open_model
    from sharpened_cli.coach.thinking import Thinker

    return Thinker(bench, open_model(asks=context.obj.is_interactive, sends=SENT))


def _converse(chat: Chat, session: Session) -> None:
    """Read sentences until the person leaves; each turn is kept as soon as it was said."""
    from contextlib import suppress

    with suppress(ImportError):
        import readline  # noqa: F401  # line editing and history at the prompt
    typer.echo("Ask or tell me anything about your plan. Leave with /quit or Ctrl-D.")
    while True:
        try:
            sentence = input("> ").strip()
        except EOFError:
            typer.echo("\nSaved. See you.")
            return
        except KeyboardInterrupt:
            typer.echo("\nLeave with /quit or Ctrl-D; what was said is kept.")
            continue
        if sentence.lower() in LEAVE:
            typer.echo("Saved. See you.")
            return
        if sentence:
            typer.echo(_said(chat.turn(sentence), session))


def _said(reply: Reply, session: Session) -> str:
    from sharpened_cli.render import coach as render

    found = render.result(reply.tool, reply.result, session.user) if reply.tool and reply.done else ""
    return "\n".join(part for part in (render.harmless(reply.text), found) if part)


def _document(chat: Chat, reply: Reply) -> dict[str, Any]:
    return {"conversation_id": chat.conversation_id, **reply._asdict()}


def _kept(context: typer.Context, what: str, rest: list[str]) -> None:
    """List, show, export or delete conversations."""
    from sharpened_cli.render import coach as render
    from sharpened_cli.services.conversations import ConversationService

    if what != "list" and not rest:
        raise InputError("Which conversation?", code="usage", hint=f"`sharpened coach {what} 1` takes the latest.")
    with person(context, writes=what == "delete") as session:
        service = ConversationService(session.store, session.clock, session.user)
        if what == "list":
            emit(context, service.latest(), render.conversations)
        elif what == "delete":
            emit(context, service.delete(rest[0]), lambda gone: f"Deleted: {render.harmless(gone.title)}")
        elif what == "show":
            emit(context, service.messages(rest[0]), render.messages)
        else:
            _export(context, rest, render.messages(service.messages(rest[0])))


def _export(context: typer.Context, rest: list[str], text: str) -> None:
    from sharpened_cli.cli.output import write_text

    if len(rest) < 2:
        raise InputError("Where to?", code="usage", hint="`sharpened coach export 1 chat.txt`.")
    written = write_text(context, Path(rest[1]), text + "\n")
    emit(context, written, lambda done: f"Written to {done['path']}.")
