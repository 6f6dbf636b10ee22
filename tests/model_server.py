"""A scripted model server on 127.0.0.1 that speaks chat completions, streaming, models and every failure."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Answer(NamedTuple):
    """One scripted HTTP answer: status, body, content type, seconds to wait before it."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    wait: float = 0.0


def said(text: str, *, finish: str = "stop") -> Answer:
    """Return a chat completion with this text."""
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text}}
    usage = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
    document = {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    return Answer(body=json.dumps(document).encode())


def streamed(pieces: list[str], *, ends: bool = True) -> Answer:
    """Return a stream of chunks; without ``ends`` it breaks off in the middle."""
    lines = [_chunk({"content": piece}, None) for piece in pieces]
    if ends:
        lines += [_chunk({}, "stop"), "data: [DONE]\n\n"]
    return Answer(body="".join(lines).encode(), content_type="text/event-stream")


def _chunk(delta: dict[str, str], finish: str | None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    document = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return f"data: {json.dumps(document)}\n\n"


def refused(status: int, code: str = "error", message: str = "no") -> Answer:
    """Return an error in the form of the API."""
    return Answer(status, json.dumps({"error": {"message": message, "type": code, "code": code}}).encode())


class Server(NamedTuple):
    """A running server: where it is, and what it was asked."""

    url: str
    requests: list[dict[str, Any]]


Script = "Callable[[dict[str, Any]], Answer] | list[Answer]"


@contextmanager
def serving(script: Callable[[dict[str, Any]], Answer] | list[Answer]) -> Iterator[Server]:
    """Serve scripted answers, in order (the last one again and again) or by a function of the request."""
    requests: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("content-length", "0"))
            document = json.loads(self.rfile.read(length) or b"{}")
            requests.append({"path": self.path, "headers": dict(self.headers), "body": document})
            self._answer(script(document) if callable(script) else script[min(len(requests), len(script)) - 1])

        def do_GET(self) -> None:
            models = {"object": "list", "data": [{"id": "m", "object": "model", "created": 1, "owned_by": "x"}]}
            self._answer(Answer(body=json.dumps(models).encode()))

        def _answer(self, answer: Answer) -> None:
            time.sleep(answer.wait)
            self.send_response(answer.status)
            self.send_header("content-type", answer.content_type)
            self.send_header("content-length", str(len(answer.body)))
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):  # who was kept waiting may have left
                self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_address[1]}/v1", requests)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
