"""A server on loopback that plays a script in the protocol of each provider, streaming.

No model is behind it. What it shows is that our settings, LangChain and a provider's own package
reach a server, read its stream and tell its errors apart.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Part = str | float | threading.Event
"""A piece of the reply, or what to wait for before the next: seconds, or an event."""


@dataclass
class FakeServer:
    """`replies` are played in turn, the last one again and again; a number is an HTTP status.

    `asked` keeps each request's path, headers and body.
    """

    replies: list[list[Part] | int]
    url: str = ""
    error: str = "it failed"
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)

    def next_reply(self) -> list[Part] | int:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def fake_server(*replies: list[Part] | int, error: str = "it failed") -> Iterator[FakeServer]:
    """Serve on a free port until the block ends; `url` is its address without a path."""
    script = FakeServer(list(replies), error=error)

    class Handler(_Handler):
        played = script

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    # A stream that is being played may outlast the test that gave it up.
    server.block_on_close = False
    script.url = f"http://127.0.0.1:{server.server_address[1]}"
    serving = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    serving.start()
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
        serving.join()


class _Handler(BaseHTTPRequestHandler):
    played: FakeServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))) or b"{}")
        self.played.asked.append((self.path, dict(self.headers.items()), body))
        reply = self.played.next_reply()
        try:
            if isinstance(reply, int):
                self._refuse(reply)
            else:
                self._play(reply)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the other side has had enough

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def _refuse(self, status: int) -> None:
        told = {"message": self.played.error, "type": "error", "code": status}
        content = json.dumps({"error": told}).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _play(self, parts: list[Part]) -> None:
        lines = self.path.endswith("/api/chat")
        self.send_response(200)
        self.send_header("content-type", "application/x-ndjson" if lines else "text/event-stream")
        self.end_headers()
        for piece in _pieces(self.path, parts):
            if isinstance(piece, float):
                time.sleep(piece)
            elif isinstance(piece, threading.Event):
                piece.wait(120)
            else:
                self.wfile.write(piece.encode())
                self.wfile.flush()


def _pieces(path: str, parts: list[Part]) -> Iterator[Part]:
    if path.endswith("/api/chat"):
        yield from _ollama(parts)
    elif "/messages" in path:
        yield from _anthropic(parts)
    elif "streamGenerateContent" in path:
        yield from _google(parts)
    else:
        yield from _openai(parts)


def _openai(parts: list[Part]) -> Iterator[Part]:
    """OpenAI's own, that of every server compatible with it, and Mistral's."""
    for part in (*parts, ""):
        if not isinstance(part, str):
            yield part
            continue
        choice = {"index": 0, "delta": {"role": "assistant", "content": part}}
        choice["finish_reason"] = None if part else "stop"  # type: ignore[assignment]
        chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        yield f"data: {json.dumps(chunk | {'choices': [choice]})}\n\n"
    yield "data: [DONE]\n\n"


def _ollama(parts: list[Part]) -> Iterator[Part]:
    for part in (*parts, ""):
        if not isinstance(part, str):
            yield part
            continue
        told = {"model": "m", "created_at": "2020-01-01T00:00:00Z", "done": not part}
        told["message"] = {"role": "assistant", "content": part}
        yield json.dumps(told | ({} if part else {"done_reason": "stop"})) + "\n"


def _anthropic(parts: list[Part]) -> Iterator[Part]:
    def event(kind: str, **told: Any) -> str:
        return f"event: {kind}\ndata: {json.dumps({'type': kind, **told})}\n\n"

    usage = {"input_tokens": 1, "output_tokens": 1}
    message = {"id": "1", "type": "message", "role": "assistant", "model": "m", "content": []}
    yield event("message_start", message=message | {"stop_reason": None, "usage": usage})
    yield event("content_block_start", index=0, content_block={"type": "text", "text": ""})
    for part in parts:
        if not isinstance(part, str):
            yield part
        else:
            delta = {"type": "text_delta", "text": part}
            yield event("content_block_delta", index=0, delta=delta)
    yield event("content_block_stop", index=0)
    yield event("message_delta", delta={"stop_reason": "end_turn"}, usage=usage)
    yield event("message_stop")


def _google(parts: list[Part]) -> Iterator[Part]:
    """One JSON array whose elements come as they are ready."""
    between = "["
    for part in parts:
        if not isinstance(part, str):
            yield part
            continue
        content = {"role": "model", "parts": [{"text": part}]}
        yield between + json.dumps({"candidates": [{"index": 0, "content": content}]})
        between = ",\r\n"
    yield "]" if between != "[" else "[]"
