"""A local stand-in of the messengers' APIs: takes what the real services take, and keeps it to be looked at."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

SECONDS = 20.0
Answer = tuple[int, dict[str, Any]]


@dataclass(frozen=True)
class Call:
    """One request to the API: its path, what it said, and its headers (lower case)."""

    path: str
    body: dict[str, Any]
    headers: dict[str, str]


@dataclass
class StandIn:
    """All APIs at one address; `answers` are functions by the part of the path that they answer."""

    address: str = ""
    calls: list[Call] = field(default_factory=list)
    answers: dict[str, Callable[[Call], Answer]] = field(default_factory=dict)
    failures: list[int] = field(default_factory=list)
    """Status codes with which the next calls that send a message are refused."""
    seconds: float = 0.0
    """How long the next call waits for its answer."""
    changed: threading.Condition = field(default_factory=threading.Condition)

    def take(self, call: Call) -> Answer:
        """Keep a call, and answer it."""
        seconds, self.seconds = self.seconds, 0.0
        time.sleep(seconds)
        for part, answer in self.answers.items():
            if part in call.path:
                return answer(call)
        with self.changed:
            if self.failures:
                return self.failures.pop(0), {"ok": False, "error": "internal_error", "description": "try again"}
            self.calls.append(call)
            self.changed.notify_all()
        return 200, {}

    def sent(self, part: str) -> list[Call]:
        """Return the calls to a path so far."""
        return [call for call in self.calls if part in call.path]

    def wait(self, part: str, number: int) -> list[Call]:
        """Return the calls to a path once there are so many."""
        end = time.monotonic() + SECONDS
        with self.changed:
            while len(self.sent(part)) < number:
                assert self.changed.wait(end - time.monotonic()), f"{len(self.sent(part))} of {number} calls to {part}"
        return self.sent(part)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    stand_in: StandIn

    def _take(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        call = Call(self.path, _body(raw, self.headers.get("Content-Type") or ""), _lower(self.headers.items()))
        status, content = self.stand_in.take(call)
        answer = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST = do_PUT = _take

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def _lower(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers}


def _body(raw: bytes, kind: str) -> dict[str, Any]:
    if kind.startswith("application/json"):
        return json.loads(raw or b"{}")
    if kind.startswith("multipart/form-data"):
        boundary = kind.partition("boundary=")[2].strip('"').encode()
        return dict(_parts(raw, boundary))
    return dict(parse_qsl(raw.decode()))


def _parts(raw: bytes, boundary: bytes) -> Iterator[tuple[str, str]]:
    for part in raw.split(b"--" + boundary)[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        name = head.decode().partition('name="')[2].partition('"')[0]
        yield name, value.decode().removesuffix("\r\n")


@contextmanager
def standing_in() -> Iterator[StandIn]:
    """Serve on a free port of the loopback."""
    stand_in = StandIn()
    handler = type("Handler", (_Handler,), {"stand_in": stand_in})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # a client that hangs up is none of a test's business
    stand_in.address = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield stand_in
    server.shutdown()
    server.server_close()
