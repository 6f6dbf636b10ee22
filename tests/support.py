"""What tests share: the command line as an object, and the people and the instant they use."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)  # a Tuesday
ANA, BEN = "0193aaaa-0000-7000-8000-000000000001", "0193bbbb-0000-7000-8000-000000000002"


class Outcome(NamedTuple):
    """What a command did: exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.err)["error"]
        return found


class CommandLine:
    """Runs commands on one file at one instant: in this process (fast), or as the real console script."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.now = NOW.isoformat()
        self.environment = {
            "SHARPENED_DB": str(path),
            "SHARPENED_CONFIG": str(folder / "config.toml"),
            "SHARPENED_SCOPE": "always",
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_DATA_HOME": str(folder / "data"),
        }

    def __call__(self, *arguments: str, now: str | None = None, stdin: str = "") -> Outcome:
        """Run in this process, as the boundary of the console script does."""
        from sharpened_cli.cli.boundary import run

        out, err = io.StringIO(), io.StringIO()
        with (
            _environment({**self.environment, "SHARPENED_NOW": now or self.now}),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            _stdin(stdin),
        ):
            code = run(list(arguments))
        return Outcome(code, out.getvalue(), err.getvalue())

    def script(self, *arguments: str, now: str | None = None, stdin: str = "", **environment: str) -> Outcome:
        """Run the installed console script in a process of its own."""
        done = subprocess.run(
            [str(Path(sys.executable).with_name("sharpened")), *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **self.environment, "SHARPENED_NOW": now or self.now, **environment},
        )
        return Outcome(done.returncode, done.stdout, done.stderr)


@contextlib.contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextlib.contextmanager
def _stdin(text: str) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.StringIO(text)
    try:
        yield
    finally:
        sys.stdin = before
