"""Every example of the README and the guides is run, in order, and says what the page says it does.

In a ``console`` block a line that begins with ``$`` is run and what follows must be its output; a line ``...`` stands
for any lines. A page is one story on one file; ``<!-- at 2026-11-24T06:30:00+01:00 -->`` sets the clock of what
follows. ``UPDATE_EXAMPLES=1 pytest tests/docs`` writes the outputs anew (blocks with ``...`` are left alone).
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from support import NOW, CommandLine

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("guide-*.md"))]
UPDATE = bool(os.environ.get("UPDATE_EXAMPLES"))
_PIECE = re.compile(r"<!-- at (?P<at>\S+) -->|```console\n(?P<block>.*?)```", re.DOTALL)
_STYLE = re.compile(r"\x1b\[[0-9;]*m")


class Example(NamedTuple):
    """One command of a block as written, the command itself, and the output that the page shows."""

    written: str
    command: str
    shown: list[str]


def _examples(block: str) -> Iterator[Example]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        lines = part.rstrip("\n").split("\n")
        length = next(n for n, line in enumerate(lines, start=1) if not line.endswith("\\"))
        command = " ".join(line.removesuffix("\\").strip() for line in lines[:length])
        yield Example("\n".join(lines[:length]), command, lines[length:])


def _matches(shown: list[str], said: list[str]) -> bool:
    pattern = "\n".join(".*" if line.strip() == "..." else re.escape(line.rstrip()) for line in shown)
    return re.fullmatch(pattern, "\n".join(said), re.DOTALL) is not None


def _run(line: CommandLine, command: str, now: str) -> list[str]:
    program, *arguments = shlex.split(command)
    assert program == "sharpened", f"only our own commands are run: {command}"
    outcome = line(*arguments, now=now)
    text = _STYLE.sub("", outcome.out if outcome.code == 0 else outcome.out + outcome.err)
    return [row.rstrip() for row in text.rstrip("\n").split("\n")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_pages_examples_say_what_it_shows(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    line = CommandLine(tmp_path / "examples.db", tmp_path)
    line.environment |= {"COLUMNS": "80", "SHARPENED_SCOPE": ""}
    text, now = page.read_text("utf-8"), NOW.isoformat()
    differing = []
    for piece in _PIECE.finditer(text):
        if piece["at"]:
            now = piece["at"]
            continue
        told = []
        for example in _examples(piece["block"]):
            said = _run(line, example.command, now)
            if not _matches(example.shown, said):
                differing.append((example.command, said))
            told.append("\n".join([f"$ {example.written}", *(example.shown if "..." in example.shown else said)]))
        if UPDATE:
            text = text.replace(piece["block"], "\n".join(told) + "\n")
    if UPDATE:
        page.write_text(text, "utf-8")
    assert differing == [] or UPDATE


def test_the_first_screen_holds_the_two_commands_and_nothing_else_is_needed() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 2
    assert blocks[0].strip().endswith("sharpened demo")
    assert "pytest" in blocks[1]
    assert (ROOT / "README.md").read_text("utf-8").index(blocks[1]) < 2000
