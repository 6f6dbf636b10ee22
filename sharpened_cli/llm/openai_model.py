"""Any OpenAI-compatible server through the openai library; the only module that imports it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from sharpened_cli.errors import ModelError
from sharpened_cli.llm.chat_model import Completion, FormatRefusedError
from sharpened_cli.llm.hosts import OFFICIAL_HOST, host_of, is_loopback

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import openai

    from sharpened_cli.llm.chat_model import Message

CONNECT_SECONDS, READ_SECONDS, RETRIES = 5.0, 60.0, 1  # product choice: the library's own default waits 10 minutes
MOST_ANSWER_TOKENS = 1_500
NO_KEY = "none"  # servers without keys still want a header


class OpenAIModel:
    """A model on an OpenAI-compatible server; the library is imported at the first call (about 1 s)."""

    def __init__(
        self,
        base_url: str,
        model: str,
        api_key: str = "",
        *,
        read_seconds: float = READ_SECONDS,
        connect_seconds: float = CONNECT_SECONDS,
    ) -> None:
        """Keep the address, the model's name and the key. Raises InputError for an address that must not be used."""
        self._host = host_of(base_url)
        self._base_url = base_url
        self._model = model
        self._api_key = api_key
        self._seconds = (connect_seconds, read_seconds)
        self._client: openai.OpenAI | None = None

    @property
    def name(self) -> str:
        """Return the model's name on its server."""
        return self._model

    @property
    def host(self) -> str:
        """Return the host that receives what is sent."""
        return self._host

    def complete(self, messages: Sequence[Message], *, response_format: Mapping[str, Any] | None = None) -> Completion:
        """Return the answer to a conversation. Raises ModelError, FormatRefusedError."""
        options: dict[str, Any] = {"response_format": response_format} if response_format else {}
        with self._errors(has_format=response_format is not None):
            answer = self._connected().chat.completions.create(
                model=self._model, messages=self._checked(messages), max_tokens=MOST_ANSWER_TOKENS, **options
            )
        return self._completion(answer)

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Yield the answer in pieces. Raises ModelError; code ``model_cut`` when the stream ended in the middle."""
        finished = False
        with self._errors(has_format=False):
            stream = self._connected().chat.completions.create(
                model=self._model, messages=self._checked(messages), max_tokens=MOST_ANSWER_TOKENS, stream=True
            )
            if isinstance(stream, str):
                raise self._unusable("it answered with a web page")
            with stream:
                for chunk in stream:
                    choice = chunk.choices[0] if chunk.choices else None
                    if choice is None:
                        continue
                    finished = finished or choice.finish_reason is not None
                    if choice.delta.content:
                        yield choice.delta.content
        if not finished:  # the library raises nothing when the connection ends without [DONE]
            raise ModelError(
                f"The answer of {self._host} broke off.", code="model_cut", hint="Ask again, or go on offline."
            )

    def models(self) -> list[str]:
        """Return the names of the models that the server offers. Raises ModelError."""
        with self._errors(has_format=False):
            found = self._connected().models.list()
            if isinstance(found, str):
                raise self._unusable("it answered with a web page")
            return sorted(model.id for model in found.data)

    def calls_tools(self) -> bool:
        """Return whether the server answers with a tool call when a tool is offered. Raises ModelError."""
        tool = {"type": "function", "function": {"name": "greet", "description": "Greet the person.", "parameters": {}}}
        try:
            with self._errors(has_format=True):
                answer = self._connected().chat.completions.create(
                    model=self._model,
                    messages=self._checked([{"role": "user", "content": "Greet me with the tool."}]),
                    max_tokens=MOST_ANSWER_TOKENS,
                    tools=cast("Any", [tool]),
                )
        except FormatRefusedError:
            return False
        choices = getattr(answer, "choices", None)
        return bool(choices and choices[0].message.tool_calls)

    def _completion(self, answer: Any) -> Completion:
        if isinstance(answer, str):  # HTML with status 200 comes back as text
            raise self._unusable("it answered with a web page")
        choices = getattr(answer, "choices", None)
        if not choices or choices[0].message is None:
            raise self._unusable("its answer was empty")
        usage = getattr(answer, "usage", None)
        return Completion(
            text=choices[0].message.content or "",
            is_cut=choices[0].finish_reason == "length",
            prompt_tokens=int(getattr(usage, "prompt_tokens", 0) or 0),
            answer_tokens=int(getattr(usage, "completion_tokens", 0) or 0),
        )

    def close(self) -> None:
        """Close the connections that are kept open; the next question opens them anew."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _connected(self) -> openai.OpenAI:
        """Return the client; proxies are left out for this machine, and so is what others put into OPENAI_*."""
        if self._client is None:
            import openai

            connect, read = self._seconds
            timeout = openai.Timeout(read, connect=connect)
            with _own_settings(is_official=self._host == OFFICIAL_HOST):
                self._client = openai.OpenAI(
                    api_key=self._api_key or NO_KEY,
                    base_url=self._base_url,
                    timeout=timeout,
                    max_retries=RETRIES,
                    http_client=openai.DefaultHttpxClient(
                        trust_env=not is_loopback(self._base_url), timeout=timeout, follow_redirects=False
                    ),
                )
        return self._client

    def _checked(self, messages: Sequence[Message]) -> Any:
        return [{"role": message["role"], "content": message["content"]} for message in messages]

    @contextmanager
    def _errors(self, *, has_format: bool) -> Iterator[None]:
        """Turn the library's exceptions into one sentence each."""
        import openai

        try:
            yield
        except openai.APITimeoutError as error:
            raise self._error("model_timeout", "did not answer in time") from error
        except openai.APIConnectionError as error:
            raise self._error("model_unreachable", "cannot be reached") from error
        except openai.APIStatusError as error:
            raise self._refusal(error, has_format=has_format) from error
        except (openai.OpenAIError, ValueError, TypeError, AttributeError) as error:
            raise self._unusable("its answer is not in the agreed form") from error

    def _refusal(self, error: openai.APIStatusError, *, has_format: bool) -> ModelError:
        status, body = error.status_code, str(error.body).lower()
        if has_format and status in (400, 404, 415, 422, 501) and "model" not in _missing(body):
            return FormatRefusedError(f"{self._host} does not support this form of answer.")
        if status in (401, 403):
            return self._error("model_key", "does not accept the key", "Set it with `config set llm.api_key`.")
        if status == 404:
            return self._error("model_unknown", f"has no model {self._model!r}", "Set it with `config set llm.model`.")
        if status == 429 and "insufficient_quota" in body:
            return self._error("model_quota", "says that the quota of this key is used up", "Check the account.")
        if status == 429:
            return self._error("model_busy", "is too busy right now", "Try again in a minute.")
        if status >= 500:
            return self._error("model_failed", f"failed (status {status})", "Try again later.")
        return self._error("model_refused", f"refused the question (status {status})")

    def _unusable(self, why: str) -> ModelError:
        return ModelError(
            f"The answer of {self._host} cannot be used: {why}.",
            code="model_unusable",
            hint="Check `config get llm.base_url`; the offline interviewer needs no model.",
        )

    def _error(self, code: str, what: str, hint: str = "The offline interviewer needs no model.") -> ModelError:
        return ModelError(f"The model server {self._host} {what}.", code=code, hint=hint)


def _missing(body: str) -> str:
    """Return the part of an error body that says that something is not there."""
    return body if "not found" in body or "does not exist" in body else ""


@contextmanager
def _own_settings(*, is_official: bool) -> Iterator[None]:
    """Hide OPENAI_* variables (organisation, project, headers) from the library unless the host is OpenAI's own."""
    hidden = (
        {} if is_official else {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("OPENAI_")}
    )
    try:
        yield
    finally:
        os.environ.update(hidden)
