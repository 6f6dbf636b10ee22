"""The interview as a chat: questions, slash commands, section tables to confirm and edit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import typer

from sharpened_cli.domain import interview
from sharpened_cli.domain.consultation import fact_limits
from sharpened_cli.errors import InputError
from sharpened_cli.render import consultation as render
from sharpened_cli.render import theme

if TYPE_CHECKING:
    from sharpened_cli.services.consultation import ConsultationService, Reply

PROMPT = "> "
_YES = re.compile(
    r"^\W*(?:y|yes|yep|yeah|right|correct|ok(?:ay)?|that'?s right|sure|fine|looks good|si|sim|oui)\W*$", re.IGNORECASE
)
_NO = re.compile(r"^\W*(?:n|no|nope|wrong|not quite)\W*$", re.IGNORECASE)
_EDIT = re.compile(r"^\W*edit\s*(\d+)?\W*$", re.IGNORECASE)
_REMOVE = re.compile(r"^\W*(?:remove|delete|drop)\s*(\d+)\W*$", re.IGNORECASE)
_LEAVE = "Saved. `sharpened consult` goes on from here."


class _Left(Exception):  # noqa: N818  # not an error: the person leaves the chat
    """The person leaves; everything said is kept."""


def talk(interviewer: ConsultationService, session_id: str) -> bool:
    """Hold the interview until it is approved (True) or the person leaves (False)."""
    _with_line_editing()
    try:
        reply = interviewer.resume(session_id)
        _show(reply)
        while True:
            reply = _step(interviewer, session_id, reply)
            if reply.kind == "done":
                return True
    except _Left:
        typer.echo(_LEAVE)
        return False


def _step(interviewer: ConsultationService, session_id: str, reply: Reply) -> Reply:
    if reply.kind == "confirm":
        return _confirm(interviewer, session_id, reply)
    if reply.kind == "approve":
        return _approve(interviewer, session_id, reply)
    text = _read()
    if text.startswith("/"):
        return _command(interviewer, session_id, reply, text)
    return _said(interviewer, session_id, text)


def _said(interviewer: ConsultationService, session_id: str, text: str, section: int | None = None) -> Reply:
    reply = interviewer.hear(session_id, text, section)
    if reply.ends_talk:
        _show(reply._replace(text=""))
        raise _Left
    _show(reply)
    return reply


def _show(reply: Reply) -> None:
    columns = theme.width()
    for warning in reply.warnings:
        typer.echo("\n" + "\n".join(theme.wrapped(warning, columns, "! ")))
    if reply.learned:
        typer.echo(render.learned(reply.learned))
    for paragraph in reply.text.split("\n\n"):
        if paragraph:
            typer.echo("\n" + "\n".join(theme.wrapped(paragraph, columns)))


def _read() -> str:
    """Return what is typed next; Ctrl-D leaves, Ctrl-C says how to leave."""
    while True:
        try:
            text = input(PROMPT).strip()
        except EOFError:
            typer.echo("")
            raise _Left from None
        except KeyboardInterrupt:
            typer.echo("\nEverything so far is kept. /quit (or Ctrl-D) leaves, /undo takes your last answer back.")
            continue
        if text:
            return text


def _command(interviewer: ConsultationService, session_id: str, reply: Reply, text: str) -> Reply:
    """Do what a slash command says and return what is asked next."""
    name, _, argument = text[1:].partition(" ")
    try:
        after = _done(interviewer, session_id, name.lower(), argument.strip())
    except InputError as error:
        typer.echo(f"{error.message} {error.hint}")
        return reply
    if after is None:
        _show(reply._replace(learned=[], warnings=[]))
        return reply
    _show(after)
    return after


def _done(interviewer: ConsultationService, session_id: str, name: str, argument: str) -> Reply | None:
    """Return the reply after a command that moves the interview; None after one that only shows something."""
    if name in ("quit", "exit", "q"):
        raise _Left
    if name == "summary":
        typer.echo(render.summary(interviewer.summary(session_id)))
        return None
    if name == "help":
        typer.echo(render.HELP)
        return None
    if name == "back":
        return interviewer.back(session_id)
    if name == "skip":
        return interviewer.skip(session_id)
    if name == "undo":
        return interviewer.undo(session_id)
    if name == "section":
        return interviewer.go_to(session_id, int(argument) if argument.isdecimal() else 0)
    raise InputError(f"There is no command /{name}.", code="bad_command", hint="/help lists them.")


def _confirm(interviewer: ConsultationService, session_id: str, reply: Reply) -> Reply:
    """Show what a section was understood as and ask whether it is right."""
    words, rows = render.section_summary(reply.section, interviewer.summary(session_id))
    typer.echo(f"\n{words}\n\nIs that right? (yes / edit / no)")
    text = _read()
    if text.startswith("/"):
        return _command(interviewer, session_id, reply, text)
    if _YES.match(text):
        after = interviewer.confirm(session_id, reply.section)
        _show(after)
        return after
    if _NO.match(text):
        typer.echo(render.CONFIRM_HELP)
        return reply
    if _EDIT.match(text) or _REMOVE.match(text):
        _edit(interviewer, session_id, rows, text)
        return reply
    return _said(interviewer, session_id, text, reply.section)


def _edit(interviewer: ConsultationService, session_id: str, rows: list[tuple[str, dict[str, Any]]], text: str) -> None:
    """Remove a line, or set one of its fields."""
    remove = _REMOVE.match(text)
    match = remove or _EDIT.match(text)
    number = match[1] if match and match[1] else typer.prompt("Which line")
    if not str(number).isdecimal() or not 1 <= int(number) <= len(rows):
        typer.echo(f"There is no line {number}.")
        return
    table, row = rows[int(number) - 1]
    if remove:
        interviewer.edit(session_id, table, row, None)
        return
    fields = fact_limits.FIELDS[table]
    for name in fields:
        typer.echo(f"  {name}: {row.get(name, '-')}")
    name = typer.prompt("Which field")
    if name not in fields:
        typer.echo(f"There is no field {name}.")
        return
    value = fact_limits.typed(table, name, typer.prompt("New value (- for none)"))
    if value is fact_limits.UNUSABLE:
        typer.echo("That value does not fit this field.")
        return
    interviewer.edit(session_id, table, row, {name: value})


def _approve(interviewer: ConsultationService, session_id: str, reply: Reply) -> Reply:
    """Show the whole summary and ask for approval."""
    typer.echo("\n" + render.summary(interviewer.summary(session_id)))
    typer.echo("\nIs everything right? Yes approves it. Or tell what is different, or /section N.")
    text = _read()
    if _YES.match(text):
        return reply._replace(kind="done")
    if text.startswith("/"):
        return _command(interviewer, session_id, reply, text)
    if _NO.match(text):
        typer.echo("Tell me what is different in your own words, or go to a section with /section N.")
        return reply
    return _said(interviewer, session_id, text, interview.SECTION_COUNT)


def _with_line_editing() -> None:
    """Give the prompt arrow keys and history where the platform has them."""
    try:
        import readline
    except ImportError:
        return
    readline.set_history_length(200)
