"""Every behaviour of a model server ends as text or as one clear sentence."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from model_server import Answer, refused, said, serving, streamed
from pydantic import BaseModel, ConfigDict

from sharpened_cli.errors import InputError, ModelError
from sharpened_cli.llm.hosts import host_of
from sharpened_cli.llm.json_answers import complete_json
from sharpened_cli.llm.openai_model import OpenAIModel
from sharpened_cli.llm.server_check import check_server

ASK = [{"role": "user", "content": "hello"}]


class Colour(BaseModel):
    model_config = ConfigDict(extra="forbid")

    colour: str


def test_an_answer_comes_back_as_text_with_its_tokens() -> None:
    with serving([said("hi")]) as server:
        answer = OpenAIModel(server.url, "m", "k").complete(ASK)
    assert (answer.text, answer.prompt_tokens, answer.answer_tokens, answer.is_cut) == ("hi", 11, 7, False)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (refused(401), "model_key"),
        (refused(403), "model_key"),
        (refused(404), "model_unknown"),
        (refused(400), "model_refused"),
        (refused(429), "model_busy"),
        (refused(429, "insufficient_quota"), "model_quota"),
        (refused(500), "model_failed"),
        (Answer(body=b"<html>sign in</html>", content_type="text/html"), "model_unusable"),
        (Answer(body=b"{not json"), "model_unusable"),
        (Answer(body=b'{"choices": []}'), "model_unusable"),
        (Answer(body=b"null"), "model_unusable"),
        (Answer(302, b"", "text/plain"), "model_refused"),
    ],
)
def test_each_failure_is_one_sentence_with_a_code_and_exit_6(answer: Answer, code: str) -> None:
    with serving([answer]) as server, pytest.raises(ModelError) as caught:
        OpenAIModel(server.url, "m", "k").complete(ASK)
    assert caught.value.code == code
    assert caught.value.exit_code == 6
    assert caught.value.message.endswith(".")
    assert "k" not in caught.value.message.split()


def test_a_server_that_is_not_there_cannot_be_reached() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(ModelError) as caught:
        OpenAIModel(f"http://127.0.0.1:{port}/v1", "m").complete(ASK)
    assert caught.value.code == "model_unreachable"


def test_a_slow_server_is_given_up() -> None:
    with serving([said("late")._replace(wait=1.0)]) as server, pytest.raises(ModelError) as caught:
        OpenAIModel(server.url, "m", read_seconds=0.2).complete(ASK)
    assert caught.value.code == "model_timeout"


def test_a_stream_comes_in_pieces() -> None:
    with serving([streamed(["a", "b"])]) as server:
        assert list(OpenAIModel(server.url, "m").stream(ASK)) == ["a", "b"]


def test_a_stream_that_breaks_off_is_an_error_after_its_pieces() -> None:
    pieces: list[str] = []
    with serving([streamed(["a"], ends=False)]) as server, pytest.raises(ModelError) as caught:
        pieces.extend(OpenAIModel(server.url, "m").stream(ASK))
    assert caught.value.code == "model_cut"


def test_the_models_of_a_server_are_listed() -> None:
    with serving([]) as server:
        assert OpenAIModel(server.url, "m").models() == ["m"]


def test_settings_of_others_in_the_environment_are_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-x")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-x")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Secret: yes")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with serving([said("hi")]) as server:
        OpenAIModel(server.url, "m", "k").complete(ASK)
    headers = {name.lower() for name in server.requests[0]["headers"]}
    assert not headers & {"openai-organization", "openai-project", "x-secret"}


@pytest.mark.parametrize("url", ["http://example.org/v1", "ftp://x/v1", "https://me:pw@example.org/v1", "x"])
def test_addresses_that_would_leak_words_are_refused(url: str) -> None:
    with pytest.raises(InputError):
        host_of(url)


def test_json_is_asked_for_by_schema_first() -> None:
    with serving([said('{"colour": "red"}')]) as server:
        answer, usage = complete_json(OpenAIModel(server.url, "m"), Colour, ASK)
    assert answer.colour == "red"
    assert usage.calls == 1
    assert server.requests[0]["body"]["response_format"]["type"] == "json_schema"


def test_a_server_without_schemas_is_asked_for_less() -> None:
    script = [refused(400), refused(400), said('```json\n{"colour": "red"}\n```')]
    with serving(script) as server:
        answer, _ = complete_json(OpenAIModel(server.url, "m"), Colour, ASK)
    kinds = [request["body"].get("response_format", {}).get("type") for request in server.requests]
    assert answer.colour == "red"
    assert kinds == ["json_schema", "json_object", None]


def test_a_wrong_answer_is_sent_back_once_with_its_error() -> None:
    with serving([said('{"color": "red"}'), said('{"colour": "red"}')]) as server:
        answer, usage = complete_json(OpenAIModel(server.url, "m"), Colour, ASK)
    assert answer.colour == "red"
    assert usage.calls == 2
    assert "did not fit" in server.requests[1]["body"]["messages"][-1]["content"]


@pytest.mark.parametrize("nonsense", ["", "no", '{"colour": 3}', "[" * 5000, '{"colour": "red", "x": 1}'])
def test_two_wrong_answers_are_given_up(nonsense: str) -> None:
    with serving([said(nonsense)]) as server, pytest.raises(ModelError) as caught:
        complete_json(OpenAIModel(server.url, "m"), Colour, ASK)
    assert caught.value.code == "model_unusable"
    assert len(server.requests) == 2


def test_an_answer_that_was_cut_off_is_not_taken() -> None:
    with serving([said('{"colour": "red"}', finish="length")]) as server, pytest.raises(ModelError):
        complete_json(OpenAIModel(server.url, "m"), Colour, ASK)


def test_a_check_tells_what_a_server_can_do() -> None:
    def answer(document: dict[str, Any]) -> Answer:
        if document.get("stream"):
            return streamed(["hi"])
        if "tools" in document:
            return refused(400)
        return said('{"colour": "red"}')

    with serving(answer) as server:
        found = check_server(OpenAIModel(server.url, "m"))
    assert (found.lists_models, found.offers_model, found.keeps_schema, found.calls_tools) == (True, True, True, False)
    assert found.first_token_seconds is not None


def test_a_check_of_a_broken_server_tells_the_trouble() -> None:
    with serving([refused(500)]) as server:
        found = check_server(OpenAIModel(server.url, "m"))
    assert "failed (status 500)" in found.trouble
    assert found.first_token_seconds is None
