"""What a model server can do: listing models, keeping to a schema, calling tools, and how soon it begins to answer."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.errors import ModelError
from sharpened_cli.llm.chat_model import FormatRefusedError

if TYPE_CHECKING:
    from sharpened_cli.llm.openai_model import OpenAIModel

_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"colour": {"type": "string", "enum": ["red"]}},
    "required": ["colour"],
    "additionalProperties": False,
}
_FORM = {"type": "json_schema", "json_schema": {"name": "colour", "schema": _SCHEMA, "strict": True}}


class ServerCheck(NamedTuple):
    """What ``doctor --llm`` shows; ``trouble`` is the first error in words, empty when there was none."""

    host: str
    model: str
    lists_models: bool
    offers_model: bool
    keeps_schema: bool
    calls_tools: bool
    first_token_seconds: float | None
    trouble: str


def check_server(model: OpenAIModel) -> ServerCheck:
    """Return what the server of a model can do; no error is raised, it is told in ``trouble``."""
    trouble: list[str] = []
    offered = _tried(model.models, trouble) or []
    return ServerCheck(
        host=model.host,
        model=model.name,
        lists_models=bool(offered),
        offers_model=model.name in offered,
        keeps_schema=_tried(lambda: _keeps_schema(model), trouble) or False,
        calls_tools=_tried(model.calls_tools, trouble) or False,
        first_token_seconds=_tried(lambda: _first_token_seconds(model), trouble),
        trouble=trouble[0] if trouble else "",
    )


def _keeps_schema(model: OpenAIModel) -> bool:
    try:
        answer = model.complete([{"role": "user", "content": "Say a colour."}], response_format=_FORM)
    except FormatRefusedError:
        return False
    return answer.text.replace(" ", "").strip() == '{"colour":"red"}'


def _first_token_seconds(model: OpenAIModel) -> float | None:
    started = perf_counter()
    pieces = model.stream([{"role": "user", "content": "Say hello."}])
    for _ in pieces:
        return perf_counter() - started
    return None


def _tried(call: Any, trouble: list[str]) -> Any:
    try:
        return call()
    except ModelError as error:
        trouble.append(error.message)
        return None
