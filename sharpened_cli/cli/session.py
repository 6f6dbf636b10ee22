"""What a command body works with: the store, the clock and the person."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from sharpened_cli import clock as clocks
from sharpened_cli.errors import NotThereError
from sharpened_cli.store import Store, users

if TYPE_CHECKING:
    from collections.abc import Iterator

    import typer

    from sharpened_cli.cli.settings import Settings
    from sharpened_cli.clock import Clock
    from sharpened_cli.store.users import User


class Session(NamedTuple):
    """A person at work: their store (scoped where the file holds others too), the clock, themselves."""

    store: Store
    clock: Clock
    user: User
    settings: Settings


class Service(NamedTuple):
    """The service role: whoever can open the file, seeing everybody in it."""

    store: Store
    clock: Clock
    settings: Settings


@contextmanager
def person(context: typer.Context, *, writes: bool = False, whole_file: bool = False) -> Iterator[Session]:
    """Open the file for the person that --user names, or the only one.

    ``writes``: what fell due by the clock is settled first. ``whole_file``: the service connection, for what reads
    a table by its structure and names the person itself. Raises NotThereError when there is no such
    person, or several and none named; StorageError when the file cannot be used.
    """
    settings: Settings = context.obj
    with Store.open(settings.database(), dry_run=settings.dry_run) as store:
        clock = clocks.from_environment()
        user = _resolve(store, settings)
        if not whole_file and (os.environ.get("SHARPENED_SCOPE") == "always" or users.count(store) > 1):
            store.scope_to(user.id)
        session = Session(store, clock, user, settings)
        if not writes:
            yield session
            return
        with _recorded(context, session):
            _settle(session)
            yield session


@contextmanager
def service(context: typer.Context, *, create: bool = False) -> Iterator[Service]:
    """Open the file for the service role; ``create`` makes it where there is none."""
    settings: Settings = context.obj
    with Store.open(settings.database(), create=create, dry_run=settings.dry_run) as store:
        yield Service(store, clocks.from_environment(), settings)


def _resolve(store: Store, settings: Settings) -> User:
    wanted = settings.named_user()
    found = users.find(store, wanted) if wanted else users.first(store, 21)
    if len(found) > 1 and not wanted and (wanted := settings.usual_user()):
        found = users.find(store, wanted)
    if len(found) == 1:
        return found[0]
    if not found and wanted:
        raise NotThereError(
            f"Nobody in this file is {wanted!r}.",
            code="no_such_user",
            hint="`sharpened clients list` shows who is there.",
        )
    if not found:
        raise NotThereError("There is nobody in this file yet.", code="no_user", hint="Start with `sharpened onboard`.")
    names = ", ".join(user.email for user in found[:20])
    more = " and others" if len(found) > 20 else ""
    raise NotThereError(
        f"Several people share this file: {names}{more}.",
        code="several_users",
        hint="Say whose data with --user EMAIL, or set SHARPENED_USER.",
        users=[user.email for user in found[:20]],
    )


def _settle(session: Session) -> None:
    """Persist what fell due by the clock since the last write (grace periods, expiries, skipped plans)."""
    from sharpened_cli.services.approval import settle_due

    settle_due(session.store, session.clock, session.user)


@contextmanager
def _recorded(context: typer.Context, session: Session) -> Iterator[None]:
    """Log one line about a use case that writes: command, person, duration."""
    started = session.clock.now()
    yield
    if session.settings.dry_run:
        return
    from sharpened_cli.cli.journal import record

    took = (session.clock.now() - started).total_seconds()
    record(
        {
            "at": clocks.as_text(started),
            "command": context.command_path,
            "user_id": session.user.id,
            "seconds": round(took, 3),
        },
        show=session.settings.verbose,
    )
