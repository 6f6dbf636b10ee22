"""`log-meal` in a terminal: what is unsure is asked about, and the answer is remembered."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
from support import ANA

from sharpened_cli.store import Store, users

if TYPE_CHECKING:
    from support import CommandLine


def terminal(cli: CommandLine, *arguments: str) -> pexpect.spawn[str]:
    return pexpect.spawn(
        str(Path(sys.executable).with_name("sharpened")),
        list(arguments),
        env={**os.environ, **cli.environment, "SHARPENED_NOW": cli.now, "NO_COLOR": "1"},
        encoding="utf-8",
        timeout=20,
    )


def test_unknown_words_are_asked_about_and_a_choice_is_remembered(cli: CommandLine, db_path: Path) -> None:
    with Store.open(db_path) as store, store.transaction():
        users.add(store, user_id=ANA, email="ana@example.org", created_at="2026-11-01T00:00:00Z")
    asked = terminal(cli, "log-meal", "2 eggs and a flurbish")
    asked.expect("What is 'a flurbish'")
    asked.sendline("a banana")
    asked.expect("Banana, 118 g")
    asked.expect(pexpect.EOF)
    unsure = terminal(cli, "log-meal", "a flurbish cookie")
    unsure.expect("did you mean")
    unsure.sendline("1")
    unsure.expect("cookie")
    unsure.expect(pexpect.EOF)
    again = terminal(cli, "log-meal", "a flurbish cookie")
    again.expect("kcal")
    again.expect(pexpect.EOF)
    assert "did you mean" not in str(again.before)
