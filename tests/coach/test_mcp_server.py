"""A real client over stdio: lists, calls, and is refused."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from sharpened_cli.coach.tools import TOOLS

if TYPE_CHECKING:
    from support import CommandLine

    from sharpened_cli.store import Store

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # the client's own pipes, closed at exit


def _talk(cli: CommandLine, options: list[str], calls: list[tuple[str, dict[str, Any]]]) -> tuple[set[str], list[Any]]:
    """Start the server as the console script and return the names it lists and the answers to the calls."""
    script = str(Path(sys.executable).with_name("sharpened"))
    arguments = ["mcp", "--user", "ana@example.org", *options]
    environment = {**cli.environment, "SHARPENED_NOW": cli.now}
    answers: list[Any] = []
    names: set[str] = set()

    async def session() -> None:
        parameters = StdioServerParameters(command=script, args=arguments, env=environment)
        async with stdio_client(parameters) as (reading, writing), ClientSession(reading, writing) as client:
            await client.initialize()
            names.update(tool.name for tool in (await client.list_tools()).tools)
            for name, given in calls:
                answers.append(await client.call_tool(name, given))

    anyio.run(session)
    return names, answers


def test_a_client_reads_and_is_refused_writing(cli: CommandLine, store: Store) -> None:
    calls: list[tuple[str, dict[str, Any]]] = [
        ("today", {}),
        ("log_activity", {"text": "ran 5k in 27:30"}),
        ("today", {"user_id": "ben"}),
        ("fly", {}),
    ]
    names, answers = _talk(cli, [], calls)
    assert names == {name for name, tool in TOOLS.items() if not tool.writes}
    assert json.loads(answers[0].content[0].text)["date"] == "2026-11-24"
    assert [answer.is_error for answer in answers] == [False, True, True, True]
    assert store.one("SELECT 1 FROM activities") is None


def test_a_client_writes_where_it_is_allowed(cli: CommandLine, store: Store) -> None:
    store.execute(
        "INSERT INTO main.profiles (id, current_weight_kg, height_cm, biological_sex, birth_date, created_at,"
        " updated_at) SELECT id, 70, 170, 'female', '1990-01-01', 'now', 'now' FROM auth_users"
        " WHERE email = 'ana@example.org'"
    )
    names, answers = _talk(cli, ["--allow-writes"], [("log_activity", {"text": "ran 5k in 27:30"})])
    assert names == set(TOOLS)
    assert answers[0].is_error is False
    assert store.one("SELECT 1 FROM activities") is not None
