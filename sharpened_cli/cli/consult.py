"""`consult`: the interview in a terminal or from a script, and its transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from sharpened_cli.cli.output import emit, note, read_text
from sharpened_cli.cli.session import person, service
from sharpened_cli.errors import InputError, NotThereError

if TYPE_CHECKING:
    from sharpened_cli.cli.session import Session
    from sharpened_cli.services.consultation import ConsultationService
    from sharpened_cli.services.consultation_keys import Visitor
    from sharpened_cli.services.consultation_script import Script

app = typer.Typer()
consult_app = typer.Typer(help="The seven-section interview.", invoke_without_command=True)
transcript_app = typer.Typer(help="The stored words of your interviews.", no_args_is_help=True)
consult_app.add_typer(transcript_app, name="transcript")
app.add_typer(consult_app, name="consult")

ENGINES = ("offline", "openai")


@consult_app.callback()
def consult(
    context: typer.Context,
    key: str = typer.Option("", "--key", help="Your consultation key"),
    own_key: bool = typer.Option(False, "--own-key", help="Make a key for yourself: the file is yours"),
    resume: bool = typer.Option(True, "--resume/--new", help="Go on with an open interview, or start over"),
    engine: str = typer.Option("", "--engine", help="offline or openai; default: what the config says"),
    script: str = typer.Option("", "--script", help="A file of your turns (- for stdin): JSON, or a turn a line"),
    no_program: bool = typer.Option(False, "--no-program", help="Do not make the program at the end"),
    yes: bool = typer.Option(False, "--yes", help="Approve the summary"),
) -> None:
    """Tell how you train, eat and live, in your own words; at the end there is a program made for it."""
    if context.invoked_subcommand is not None:
        return
    from sharpened_cli.cli import consult_chat
    from sharpened_cli.render import consultation as render
    from sharpened_cli.services.consultation_script import read_script

    chosen = _engine(engine)
    turns = read_script(read_text(script)) if script else None
    if turns is None and not context.obj.is_interactive:
        raise InputError(
            "The interview needs a terminal, or your turns in a file.", code="missing_script", hint="Use --script FILE."
        )
    session_id = _opened(context, key=key, own_key=own_key, resume=resume, engine=chosen)
    with person(context, writes=True) as session:
        interviewer = _interviewer(session, chosen, turns, asks=turns is None)
        if turns is not None:
            approved = _follow(interviewer, session_id, turns, yes=yes)
        else:
            approved = consult_chat.talk(interviewer, session_id)
        program_id = None
        if approved:
            interviewer.complete(session_id)
            program_id = None if no_program else _program(context, session)
        document = interviewer.document(session_id, program_id)
    if interviewer.reader is not None and interviewer.reader.trouble:
        note(context, f"{interviewer.reader.trouble} The offline interviewer went on alone.")
    emit(context, document, render.ended)


@transcript_app.command("show")
def show(context: typer.Context, interview: str = typer.Argument("", help="An id; default: the latest")) -> None:
    """Show what was said in an interview."""
    from sharpened_cli.render import consultation as render
    from sharpened_cli.services.consultation_transcript import TranscriptService

    with person(context) as session:
        found, messages = TranscriptService(session.store, session.clock, session.user).show(interview)
    emit(context, {"session": found, "messages": messages}, lambda _: render.transcript(found, messages))


@transcript_app.command("export")
def export(
    context: typer.Context,
    file: str = typer.Argument(help="Where to write it (JSON)"),
    interview: str = typer.Option("", "--interview", help="An id; default: the latest"),
) -> None:
    """Write an interview to a JSON file that `consult --script` reads."""
    import json
    from pathlib import Path

    from sharpened_cli.cli.output import write_text
    from sharpened_cli.services.consultation_transcript import TranscriptService

    with person(context) as session:
        document = TranscriptService(session.store, session.clock, session.user).exported(interview)
    written = write_text(context, Path(file), json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    emit(context, written, lambda found: f"Written to {found['path']}.")


@transcript_app.command("delete")
def delete(
    context: typer.Context,
    interview: str = typer.Option("", "--interview", help="One interview; default: all"),
    yes: bool = typer.Option(False, "--yes", help="Do not ask"),
) -> None:
    """Delete the words of your interviews; the facts that were understood stay."""
    from sharpened_cli.services.consultation_transcript import TranscriptService

    if not yes and not (context.obj.is_interactive and typer.confirm("Delete the words of your interviews?")):
        raise InputError("Nothing was deleted.", code="not_confirmed", hint="Say --yes to delete without a question.")
    with person(context, writes=True) as session:
        count = TranscriptService(session.store, session.clock, session.user).delete(interview)
    emit(context, {"deleted_messages": count}, lambda _: f"The words of {count} messages are gone.")


def _engine(named: str) -> str:
    from sharpened_cli import config

    chosen = named or str(config.value(config.load(), "consultation.engine"))
    if chosen not in ENGINES:
        raise InputError(f"There is no engine {chosen!r}.", code="bad_engine", hint="Use offline or openai.")
    return chosen


def _opened(context: typer.Context, *, key: str, own_key: bool, resume: bool, engine: str) -> str:
    """Return the id of the interview to go on with: the open one, or a new one opened with a key."""
    from sharpened_cli.services.consultation_keys import ConsultationKeyService
    from sharpened_cli.store import consultation_sessions

    with person(context) as found:
        user = found.user
    with service(context) as session:
        keys = ConsultationKeyService(session.store, session.clock)
        open_one = consultation_sessions.open_one(session.store, user.id)
        if open_one is not None and resume:
            keys.check_still_valid(open_one.session_id)
            return open_one.session_id
        if not key and not own_key:
            key = _asked_key(context)
            own_key = not key
        if own_key:
            _refuse_own_key_if_off()
            key = keys.issue_own(user).key
        return keys.redeem(key, user, _visitor(), engine).session_id


def _asked_key(context: typer.Context) -> str:
    if not context.obj.is_interactive:
        raise InputError(
            "The interview needs a consultation key.",
            code="missing_key",
            hint="Give --key KEY, or --own-key when the file is yours.",
        )
    return str(typer.prompt("Your consultation key (Enter: make one for yourself)", default="", show_default=False))


def _refuse_own_key_if_off() -> None:
    from sharpened_cli import config
    from sharpened_cli.errors import RefusedError

    if not config.value(config.load(), "consultation.own_keys"):
        raise RefusedError(
            "Own keys are switched off in this practice.", code="own_keys_off", hint="Ask your coach for a key."
        )


def _visitor() -> Visitor:
    import os
    import socket

    from sharpened_cli import __version__
    from sharpened_cli.services.consultation_keys import Visitor

    return Visitor(socket.gethostname(), f"sharpened/{__version__} {os.environ.get('TERM', '')}".strip())


def _interviewer(session: Session, engine: str, turns: Script | None, *, asks: bool) -> ConsultationService:
    from sharpened_cli.services.consultation import ConsultationService

    reader = None
    if engine == "openai":
        from sharpened_cli.cli.model_choice import model_reader

        reader = model_reader(session, asks=asks)
    return ConsultationService(
        session.store,
        session.clock,
        session.user,
        confirms=asks,
        today=turns.today if turns else None,
        reader=reader,
    )


def _follow(interviewer: ConsultationService, session_id: str, script: Script, *, yes: bool) -> bool:
    """Say a script's turns; a section whose turns are used up leaves its open slots as not said."""
    from sharpened_cli.domain.interview import SECTION_COUNT

    interviewer.resume(session_id)
    last = 0
    for turn in script.turns:
        if turn.section is not None and turn.section > last:
            for section in range(max(1, last), turn.section):
                interviewer.leave_open(session_id, section)
            last = turn.section
        interviewer.hear(session_id, turn.text, turn.section)
    for section in range(1, SECTION_COUNT + 1):
        interviewer.leave_open(session_id, section)
    return yes


def _program(context: typer.Context, session: Session) -> str | None:
    """Make the program and return its id; without a profile say what is missing."""
    from sharpened_cli.clock import local_day
    from sharpened_cli.services.generation import Wishes
    from sharpened_cli.services.program import ProgramService

    note(context, "Making your program; this takes a few seconds.")
    today = local_day(session.clock.now(), session.user.timezone)
    try:
        made: dict[str, Any] = ProgramService(session.store, session.clock, session.user).new(Wishes(today))
    except NotThereError as error:
        note(context, f"No program yet: {error.message} {error.hint}")
        return None
    return str(made["id"])
