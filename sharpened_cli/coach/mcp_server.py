"""The same tools for other programs, over the Model Context Protocol on stdin and stdout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mcp import types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from sharpened_cli import __version__
from sharpened_cli.coach.bench import run
from sharpened_cli.coach.tools import TOOLS
from sharpened_cli.errors import SharpenedError
from sharpened_cli.services import wire

if TYPE_CHECKING:
    from sharpened_cli.coach.bench import Bench, Tool

INSTRUCTIONS = (
    "One person's coaching file. Numbers come from these tools alone: never make or change one. "
    "Ask the person before you call a tool that writes."
)


async def serve(bench: Bench, *, allow_writes: bool) -> None:
    """Serve until the other side closes stdin; without ``allow_writes`` only tools that read are offered."""
    server = make_server(bench, allow_writes=allow_writes)
    async with stdio_server() as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())


def make_server(bench: Bench, *, allow_writes: bool) -> Server[Any]:
    """Return a server of one person's tools."""
    offered = {name: tool for name, tool in TOOLS.items() if allow_writes or not tool.writes}

    async def list_tools(_: Any, __: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_described(tool) for tool in offered.values()])

    async def call_tool(_: Any, asked: types.CallToolRequestParams) -> types.CallToolResult:
        tool = offered.get(asked.name)
        if tool is None:
            known = asked.name in TOOLS
            return _failed(f"{asked.name} writes: start the server with --allow-writes." if known else "No such tool.")
        try:
            return _text(wire.as_text(run(bench, tool, asked.arguments or {})))
        except SharpenedError as error:
            return _failed(f"{error.message} {error.hint}".strip())

    return Server(
        "sharpened", version=__version__, instructions=INSTRUCTIONS, on_list_tools=list_tools, on_call_tool=call_tool
    )


def _described(tool: Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        description=tool.purpose,
        input_schema=tool.arguments.model_json_schema(),
        annotations=types.ToolAnnotations(
            read_only_hint=not tool.writes,
            destructive_hint=False,
            idempotent_hint=not tool.writes,
            open_world_hint=False,
        ),
    )


def _text(text: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=text)])


def _failed(text: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=text)], is_error=True)
