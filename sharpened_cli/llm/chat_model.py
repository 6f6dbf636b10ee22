"""What the program asks of a language model, whoever serves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from sharpened_cli.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Message = Mapping[str, str]


class Completion(NamedTuple):
    """A model's answer: its text, whether it was cut short, and the tokens used (0 where the server tells none)."""

    text: str
    is_cut: bool = False
    prompt_tokens: int = 0
    answer_tokens: int = 0


class FormatRefusedError(ModelError):
    """The server cannot give answers in the form asked for."""

    code = "model_format"


class ChatModel(Protocol):
    """A model behind chat completions."""

    @property
    def name(self) -> str:
        """Return the model's name on its server."""

    @property
    def host(self) -> str:
        """Return the host that receives what is sent."""

    def complete(self, messages: Sequence[Message], *, response_format: Mapping[str, Any] | None = None) -> Completion:
        """Return the answer to a conversation.

        Raises ModelError (one sentence, exit code 6), FormatRefusedError when the form is not supported.
        """

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Yield the answer in pieces; raises ModelError with code ``model_cut`` when it ends in the middle."""
