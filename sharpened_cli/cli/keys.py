"""`keys`: consultation keys, for whoever holds the file."""

from __future__ import annotations

import re
from datetime import timedelta

import typer

from sharpened_cli.cli.output import emit
from sharpened_cli.cli.session import service
from sharpened_cli.errors import InputError

app = typer.Typer()
keys_app = typer.Typer(help="Consultation keys: issue, list, revoke, usage.", no_args_is_help=True)
app.add_typer(keys_app, name="keys")

_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@keys_app.command("issue")
def issue(
    context: typer.Context,
    max_uses: int = typer.Option(1, "--max-uses", help="How many interviews it opens"),
    expires: str = typer.Option("", "--expires", help="How long it is good, such as 30d, 8w, 1y; default: no end"),
    for_email: str = typer.Option("", "--for", help="The only person who may use it"),
    note: str = typer.Option("", "--note", help="A remark for yourself"),
) -> None:
    """Make a key and show it once; the file keeps only its hash."""
    from sharpened_cli.render import keys as render
    from sharpened_cli.services.consultation_keys import ConsultationKeyService

    lasts = _length(expires)
    with service(context, create=True) as session:
        issued = ConsultationKeyService(session.store, session.clock).issue(
            max_uses=max_uses, lasts=lasts, for_email=for_email, note=note
        )
    emit(context, issued, render.issued)


@keys_app.command("list")
def listing(context: typer.Context) -> None:
    """List all keys with their uses; never the keys themselves."""
    from sharpened_cli.render import keys as render
    from sharpened_cli.services.consultation_keys import ConsultationKeyService

    with service(context) as session:
        found = ConsultationKeyService(session.store, session.clock).listing()
        now = session.clock.now()
    emit(context, {"keys": found}, lambda _: render.listing(found, now))


@keys_app.command("revoke")
def revoke(context: typer.Context, key_id: str = typer.Argument(help="The key's id or its first 8 characters")) -> None:
    """Make a key unusable; interviews opened with it cannot be resumed."""
    from sharpened_cli.services.consultation_keys import ConsultationKeyService

    with service(context) as session:
        revoked = ConsultationKeyService(session.store, session.clock).revoke(key_id)
    emit(context, revoked, lambda key: f"Key {key.id[:8]} is revoked.")


@keys_app.command("usage")
def usage(context: typer.Context, key_id: str = typer.Argument("", help="One key; default: all")) -> None:
    """Show who used a key, when and from where."""
    from sharpened_cli.render import keys as render
    from sharpened_cli.services.consultation_keys import ConsultationKeyService

    with service(context) as session:
        found = ConsultationKeyService(session.store, session.clock).usage(key_id)
    emit(context, {"usage": found}, lambda _: render.usage(found))


def _length(text: str) -> timedelta | None:
    if not text:
        return None
    match = re.fullmatch(r"(\d{1,4})\s*([dwmy])\w*", text.strip().lower())
    if not match or not int(match[1]):
        raise InputError(f"{text!r} is not a length of time.", code="bad_expiry", hint="Write 30d, 8w, 6m or 1y.")
    return timedelta(days=int(match[1]) * _DAYS[match[2]])
