"""Which model server is used, with which key, and whether its host may receive what is typed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import typer

from sharpened_cli import config
from sharpened_cli.errors import ModelError

if TYPE_CHECKING:
    from sharpened_cli.cli.session import Session
    from sharpened_cli.llm.openai_model import OpenAIModel
    from sharpened_cli.services.model_reader import ModelReader


class Choice(NamedTuple):
    """A server, a model's name and the key for that host."""

    base_url: str
    model: str
    api_key: str


def chosen() -> Choice:
    """Return the server, model and key: environment first, then the config file.

    A key of the config file goes only to the server that stands beside it there. Raises ModelError when something is
    missing: a key in the environment alone chooses no server to send anything to.
    """
    from sharpened_cli.llm.hosts import OFFICIAL_URL, is_loopback

    values = config.load()
    saved_url = str(config.value(values, "llm.base_url"))
    base_url = os.environ.get("OPENAI_BASE_URL") or saved_url or OFFICIAL_URL
    model = os.environ.get("SHARPENED_MODEL") or str(config.value(values, "llm.model"))
    saved_key = str(config.value(values, "llm.api_key"))
    key_belongs = base_url == (saved_url or OFFICIAL_URL)
    api_key = os.environ.get("OPENAI_API_KEY") or (saved_key if key_belongs else "")
    if not model:
        raise ModelError(
            "No model is chosen.", code="no_model", hint="Set SHARPENED_MODEL, or `config set llm.model NAME`."
        )
    if not api_key and not is_loopback(base_url):
        raise ModelError(
            "There is no key for the model server.",
            code="no_key",
            hint="Set OPENAI_API_KEY, or `config set llm.api_key`.",
        )
    return Choice(base_url, model, api_key)


def open_model(*, asks: bool, sends: str = "what you type in this interview, and nothing else of yours") -> OpenAIModel:
    """Return the chosen model after its host was allowed to receive what ``sends`` says.

    The first use of a host asks once, in a terminal; without one it must stand in ``llm.consented_hosts``. A server
    on this machine needs no consent. Raises ModelError.
    """
    from sharpened_cli.llm.hosts import is_loopback
    from sharpened_cli.llm.openai_model import OpenAIModel

    choice = chosen()
    model = OpenAIModel(choice.base_url, choice.model, choice.api_key)
    if not is_loopback(choice.base_url):
        _require_consent(model.host, sends, asks=asks)
    return model


def model_reader(session: Session, *, asks: bool) -> ModelReader:
    """Return the second reader of an interview, with what is left of today's budget."""
    from sharpened_cli.clock import as_text
    from sharpened_cli.services.model_reader import TOKENS_A_DAY, ModelReader
    from sharpened_cli.store import consultation_sessions

    today = as_text(session.clock.now())[:10]
    used = consultation_sessions.tokens_since(session.store, session.user.id, today)
    return ModelReader(open_model(asks=asks), tokens_left=TOKENS_A_DAY - used)


def _require_consent(host: str, sends: str, *, asks: bool) -> None:
    hosts = [str(item) for item in config.value(config.load(), "llm.consented_hosts")]
    if host in hosts:
        return
    question = f"Send {sends}, to {host}? It is asked once for this host."
    if not asks or not typer.confirm(question, default=False):
        raise ModelError(
            f"{host} was not allowed to receive your words.",
            code="no_consent",
            hint="Agree in a terminal, add it to llm.consented_hosts, or use --engine offline.",
        )
    config.change("llm.consented_hosts", ",".join([*hosts, host]))
