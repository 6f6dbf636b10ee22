"""What a tool works with, and the one way in which every front end runs one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sharpened_cli.clock import Clock
    from sharpened_cli.coach.arguments import Arguments
    from sharpened_cli.store import Store
    from sharpened_cli.store.users import User


class Bench(NamedTuple):
    """One person's store, the clock, and themselves."""

    store: Store
    clock: Clock
    user: User


class Tool(NamedTuple):
    """Something that can be asked in JSON: its name, what it is for, its arguments, whether it writes, the call."""

    name: str
    purpose: str
    arguments: type[Arguments]
    writes: bool
    call: Callable[[Bench, Any], Any]


def run(bench: Bench, tool: Tool, arguments: Mapping[str, Any]) -> Any:
    """Check arguments and make the tool's one service call; return its result.

    Raises InputError when the arguments do not fit, and whatever the service raises.
    """
    return tool.call(bench, checked(tool, arguments))


def preview(bench: Bench, tool: Tool, arguments: Mapping[str, Any]) -> Any:
    """Return what ``run`` would, and write nothing."""
    before = bench.store.dry_run
    bench.store.dry_run = True
    try:
        return run(bench, tool, arguments)
    finally:
        bench.store.dry_run = before


def checked(tool: Tool, arguments: Mapping[str, Any]) -> Arguments:
    """Return validated arguments; raises InputError that names the first field that does not fit."""
    from pydantic import ValidationError

    try:
        return tool.arguments.model_validate(dict(arguments))
    except (ValidationError, TypeError, ValueError) as error:
        detail = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": str(error)}
        field = ".".join(map(str, detail["loc"])) or "the arguments"
        raise InputError(
            f"{tool.name}: {field}: {detail['msg']}.",
            code="bad_arguments",
            hint=f"It takes {', '.join(tool.arguments.model_fields) or 'nothing'}.",
        ) from error
