"""Answers in an agreed form: asked for as strictly as the server can, checked, and asked for once more when wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sharpened_cli.errors import ModelError
from sharpened_cli.llm.chat_model import FormatRefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import BaseModel

    from sharpened_cli.llm.chat_model import ChatModel, Completion, Message

_FENCE = re.compile(r"^\s*```(?:json)?\s*|\s*```\s*$", re.IGNORECASE)
LONGEST_ANSWER = 200_000  # characters; product choice

Answer = TypeVar("Answer", bound="BaseModel")


class Usage(NamedTuple):
    """What answers cost: calls and tokens."""

    calls: int = 0
    prompt_tokens: int = 0
    answer_tokens: int = 0

    def plus(self, completion: Completion) -> Usage:
        """Return the sum with one more call."""
        return Usage(
            self.calls + 1,
            self.prompt_tokens + completion.prompt_tokens,
            self.answer_tokens + completion.answer_tokens,
        )


def complete_json(model: ChatModel, form: type[Answer], messages: Sequence[Message]) -> tuple[Answer, Usage]:
    """Return a model's answer in the form of a pydantic class, and what it cost.

    Tried in this order where the server refuses a form: JSON schema, JSON object, plain text. An answer that does
    not fit is sent back once with the error. Raises ModelError when the second one does not fit either.
    """
    usage = Usage()
    completion, form_used = _first_answer(model, form, messages)
    usage = usage.plus(completion)
    fitting, problem = _fitting(form, completion)
    if fitting is not None:
        return fitting, usage
    repair = [
        *messages,
        {"role": "assistant", "content": completion.text[:4000]},
        {"role": "user", "content": f"That did not fit the schema: {problem}. Answer again with JSON alone."},
    ]
    completion = model.complete(repair, response_format=form_used)
    usage = usage.plus(completion)
    fitting, problem = _fitting(form, completion)
    if fitting is None:
        raise ModelError(
            f"The answers of {model.host} do not fit the agreed form.",
            code="model_unusable",
            hint="Try another model; the offline interviewer needs none.",
        )
    return fitting, usage


def _first_answer(
    model: ChatModel, form: type[BaseModel], messages: Sequence[Message]
) -> tuple[Completion, Mapping[str, Any] | None]:
    schema = {"name": form.__name__, "schema": form.model_json_schema(), "strict": True}
    forms: tuple[Mapping[str, Any] | None, ...] = (
        {"type": "json_schema", "json_schema": schema},
        {"type": "json_object"},
        None,
    )
    for response_format in forms:
        try:
            return model.complete(messages, response_format=response_format), response_format
        except FormatRefusedError:
            if response_format is None:
                raise
    raise AssertionError  # the last form is None, which returns or raises


def _fitting(form: type[Answer], completion: Completion) -> tuple[Answer | None, str]:
    """Return the answer in its form, or None and what is wrong with it."""
    from pydantic import ValidationError

    text = _FENCE.sub("", completion.text[:LONGEST_ANSWER]).strip()
    if completion.is_cut:
        return None, "it was cut off"
    try:
        return form.model_validate_json(text), ""
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        return None, f"{first['msg']} at {place or 'the top'}"
    except (ValueError, RecursionError) as error:
        return None, type(error).__name__
