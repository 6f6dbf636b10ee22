"""`doctor --llm`: what a server can do; exit 6 when it cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from model_server import refused, said, serving, streamed

if TYPE_CHECKING:
    from model_server import Answer
    from support import CommandLine


def _answer(request: dict[str, Any]) -> Answer:
    return streamed(["rea", "dy"]) if request.get("stream") else said('{"colour": "red"}')


def test_a_good_server_is_found_good(cli: CommandLine) -> None:
    with serving(_answer) as server:
        cli.environment |= {"OPENAI_BASE_URL": server.url, "SHARPENED_MODEL": "m"}
        found = cli("doctor", "--llm", "--json")
        assert "keeps to a JSON schema: yes" in cli("doctor", "--llm").out
    assert found.code == 0
    assert (found.json["offers_model"], found.json["keeps_schema"], found.json["calls_tools"]) == (True, True, False)
    assert found.json["first_token_seconds"] >= 0


def test_a_failing_server_is_told_and_exits_with_6(cli: CommandLine) -> None:
    with serving([refused(401)]) as server:
        cli.environment |= {"OPENAI_BASE_URL": server.url, "SHARPENED_MODEL": "m"}
        outcome = cli("doctor", "--llm")
    assert outcome.code == 6
    assert "does not accept the key" in outcome.out


def test_without_a_chosen_model_it_says_how_to_choose_one(cli: CommandLine) -> None:
    outcome = cli("doctor", "--llm", "--json")
    assert (outcome.code, outcome.error["code"]) == (6, "no_model")
