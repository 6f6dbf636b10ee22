"""Help, the manual page and shell completion speak of every command."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.main import get_command

from sharpened_cli.cli.manual import page
from sharpened_cli.cli.registry import MODULE_OF, application

if TYPE_CHECKING:
    from support import CommandLine

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = getattr(get_command(application(None)), "commands", {})


def test_every_command_has_help_and_its_place_in_the_registry() -> None:
    assert set(COMMANDS) == set(MODULE_OF)
    assert [name for name, command in COMMANDS.items() if not command.help] == []


def test_every_option_and_argument_says_what_it_is() -> None:
    silent = [
        f"{name}: {parameter.name}"
        for name, command in COMMANDS.items()
        for each in [command, *getattr(command, "commands", {}).values()]
        for parameter in each.params
        if not getattr(parameter, "help", None)
    ]
    assert silent == []


def test_the_manual_page_is_current() -> None:
    assert page() in (DOCS / "sharpened.1").read_text("utf-8")


def test_the_command_reference_names_every_command() -> None:
    text = (DOCS / "commands.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"## `sharpened {name}`" not in text] == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_offered_and_is_valid_shell(cli: CommandLine, shell: str) -> None:
    outcome = cli.script(_SHARPENED_COMPLETE=f"source_{shell}")
    assert outcome.code == 0
    assert "sharpened" in outcome.out
    if shutil.which(shell):
        check = subprocess.run([shell, "-n"], input=outcome.out, text=True, capture_output=True, check=False)
        assert check.returncode == 0, check.stderr
