"""Runs commands as a person would, on a file and at an instant of its own, and keeps what they said."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.cli.boundary import EXIT_INTERRUPTED, run
from sharpened_cli.errors import SharpenedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TAKEN_OUT = ("SHARPENED_USER", "SHARPENED_NO_INPUT", "OPENAI_API_KEY", "OPENAI_BASE_URL", "SHARPENED_MODEL")


_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Said(NamedTuple):
    """What one command printed, and its exit code."""

    code: int
    out: str
    err: str


class Stage:
    """A folder with a database, a settings file and a log of its own, and a clock that the caller sets."""

    def __init__(self, folder: Path) -> None:
        """Use an existing folder; the database in it is made by the first command that makes one."""
        self.folder = folder
        self.database = folder / "demo.db"
        self.now = ""

    def run(self, *arguments: str, stdin: str = "") -> Said:
        """Run one command in this process through the same boundary as the console script."""
        out, err = io.StringIO(), io.StringIO()
        with self._environment(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), _typed(stdin):
            code = run(arguments)
        return Said(code, out.getvalue(), err.getvalue())

    def ask(self, *arguments: str, stdin: str = "") -> Any:
        """Run one command with --json and return its document; raises SharpenedError when it fails."""
        return json.loads(self.show(*arguments, "--json", stdin=stdin))

    def show(self, *arguments: str, stdin: str = "") -> str:
        """Run one command and return its screen; raises SharpenedError when it fails."""
        said = self.run(*arguments, stdin=stdin)
        if said.code == EXIT_INTERRUPTED:
            raise KeyboardInterrupt
        if said.code:
            raise SharpenedError(
                f"`sharpened {' '.join(arguments)}` ended with exit code {said.code}: {said.err.strip()}",
                hint=f"The file is {self.database}.",
            )
        return said.out.rstrip()

    @contextlib.contextmanager
    def _environment(self) -> Iterator[None]:
        before = dict(os.environ)
        for name in _TAKEN_OUT:
            os.environ.pop(name, None)
        os.environ |= {
            "SHARPENED_DB": str(self.database),
            "SHARPENED_CONFIG": str(self.folder / "config.toml"),
            "SHARPENED_LOG": str(self.folder / "demo.log"),
            "SHARPENED_NOW": self.now,
        }
        try:
            yield
        finally:
            os.environ.clear()
            os.environ |= before


@contextlib.contextmanager
def _typed(text: str) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.StringIO(text)
    try:
        yield
    finally:
        sys.stdin = before


def without_ids(document: Any) -> Any:
    """Return a JSON document without ids, keys and paths: what two runs on the same inputs share."""
    if isinstance(document, dict):
        if document and all(_UUID.fullmatch(name) for name in document):
            return [without_ids(value) for value in document.values()]
        return {name: without_ids(value) for name, value in document.items() if not _is_id(name)}
    if isinstance(document, list):
        return [without_ids(item) for item in document]
    return document


def _is_id(name: str) -> bool:
    return name in ("id", "key", "path") or (name.endswith("_id") and name not in ("food_id", "exercise_id"))
