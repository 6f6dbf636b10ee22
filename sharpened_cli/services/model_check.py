"""Examine a language model's server: does it answer, keep to a form, stream, and how soon."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from sharpened_cli.errors import ModelError
from sharpened_cli.llm.chat_model import FormatRefusedError
from sharpened_cli.store.doctor import Finding

if TYPE_CHECKING:
    from collections.abc import Callable

    from sharpened_cli.llm.chat_model import ChatModel, Message

QUESTION: list[Message] = [{"role": "user", "content": 'Answer with this JSON and nothing else: {"word": "ready"}'}]


class Word(BaseModel):
    """The smallest form that an answer can have."""

    word: str


class ModelCheck(NamedTuple):
    """What is asked about a server; ``names`` lists its models."""

    model: ChatModel
    names: Callable[[], list[str]]

    def findings(self) -> list[Finding]:
        """Return a finding for each ability; never raises for a server that fails."""
        found = [Finding("model", ok=True, detail=f"{self.model.name} at {self.model.host}")]
        for check, probe in (
            ("models", self._listed),
            ("JSON schema", self._schema),
            ("repair", self._form),
            ("streaming", self._stream),
        ):
            try:
                found.append(Finding(check, ok=True, detail=probe()))
            except ModelError as error:
                found.append(Finding(check, ok=False, detail=error.message))
        return found

    def _listed(self) -> str:
        names = self.names()
        known = "among them" if self.model.name in names else "not among them, which some servers do"
        return f"{len(names)} listed, {self.model.name} {known}"

    def _schema(self) -> str:
        form = {
            "type": "json_schema",
            "json_schema": {"name": "Word", "schema": Word.model_json_schema(), "strict": True},
        }
        try:
            answer = self.model.complete(QUESTION, response_format=form)
        except FormatRefusedError:
            return "not supported; JSON is asked for in words"
        try:
            Word.model_validate_json(answer.text)
        except ValueError:
            return "accepted, but not kept to; answers are checked and asked for once more"
        return "kept to"

    def _form(self) -> str:
        from sharpened_cli.llm.json_answers import complete_json

        _, usage = complete_json(self.model, Word, QUESTION)
        return f"an answer in the agreed form took {usage.calls} calls"

    def _stream(self) -> str:
        started = perf_counter()
        first = None
        for _ in self.model.stream(QUESTION):
            first = first if first is not None else perf_counter() - started
        return f"first words after {first:.1f} s" if first is not None else "an empty answer"
