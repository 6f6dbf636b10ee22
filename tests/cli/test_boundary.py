"""Global options, exit codes and errors, whatever the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sharpened_cli.cli.settings import Settings, hoist
from sharpened_cli.clock import from_environment
from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from support import CommandLine


def test_global_options_are_taken_from_anywhere_before_a_double_dash() -> None:
    settings, rest = hoist(["--db", "a.db", "config", "get", "--json", "--user=x@y", "--", "--quiet"])
    assert settings == Settings(db="a.db", user="x@y", json=True)
    assert rest == ["config", "get", "--", "--quiet"]


def test_an_option_without_its_value_is_an_error() -> None:
    with pytest.raises(InputError, match="--db needs a value"):
        hoist(["today", "--db"])


def test_json_errors_stand_on_stderr_and_leave_stdout_empty(cli: CommandLine) -> None:
    outcome = cli("config", "get", "--bogus", "--json")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.error["code"] == "usage"
    assert outcome.error["hint"]


def test_a_mistyped_command_suggests_the_nearest(cli: CommandLine) -> None:
    outcome = cli("confg")
    assert outcome.code == 2
    assert "Did you mean `sharpened config`?" in outcome.err


def test_options_mean_the_same_before_and_after_the_command(cli: CommandLine) -> None:
    assert cli("--json", "config", "path").json == cli("config", "path", "--json").json


def test_a_bad_clock_is_one_sentence() -> None:
    with pytest.raises(InputError, match="not an instant"):
        from_environment({"SHARPENED_NOW": "yesterday"})


def test_the_console_script_does_what_the_boundary_does(cli: CommandLine) -> None:
    assert cli.script("config", "get", "user", "--json").json == cli("config", "get", "user", "--json").json


def test_settings_are_kept_and_masked(cli: CommandLine) -> None:
    assert cli("config", "set", "llm.api_key", "sk-secret").code == 0
    shown = cli("config", "get", "llm.api_key", "--json")
    assert shown.json[0]["value"] == "****"
    assert "sk-secret" not in shown.out
