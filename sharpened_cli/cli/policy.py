"""`policy`: the limits that a coach sets for reassessments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from sharpened_cli import config
from sharpened_cli.cli.output import emit, read_text

if TYPE_CHECKING:
    from sharpened_cli.domain.policy import Policy

app = typer.Typer()
policy_app = typer.Typer(no_args_is_help=True, help="The limits that a coach sets for reassessments.")
app.add_typer(policy_app, name="policy")


@policy_app.command("show")
def policy_show(context: typer.Context) -> None:
    """Show every limit in force, as a file to start from."""
    from sharpened_cli.render import policy as screens

    emit(context, _document(policy_in_force()), screens.as_toml)


@policy_app.command("check")
def policy_check(
    context: typer.Context, file: str = typer.Argument(..., help="A policy file (TOML), or - for stdin")
) -> None:
    """Check a policy file: every fault at once, or what differs from the defaults."""
    from sharpened_cli.domain.policy import differences
    from sharpened_cli.render import policy as screens

    emit(context, differences(_read(file)), screens.checked)


def policy_in_force() -> Policy:
    """Return the policy that the setting ``policy`` names, else the default one."""
    from sharpened_cli.domain.policy import DEFAULT_POLICY

    name = config.value(config.load(), "policy")
    return _read(str(name)) if name else DEFAULT_POLICY


def _read(name: str) -> Policy:
    import tomllib

    from sharpened_cli.domain.policy import from_document
    from sharpened_cli.errors import InputError

    try:
        return from_document(tomllib.loads(read_text(name)))
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            f"{name} is not valid TOML: {error}.", code="bad_policy", hint="`sharpened policy show` prints one."
        ) from error


def _document(policy: Policy) -> dict[str, object]:
    from sharpened_cli.domain.policy import as_document

    return as_document(policy)
