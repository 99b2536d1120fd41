"""Other people's pages, served from origins of their own: a folder of HTML files, with the headers that each asks for."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

FOLDER = Path(__file__).parent / "pages"


class Handler(BaseHTTPRequestHandler):
    """Serves `pages/<name>.html` with {chat} filled in, and `pages/<name>.headers` as its headers; and pages made by a test."""

    chat = ""
    made: ClassVar[dict[str, str]] = {}

    def do_GET(self) -> None:
        """Answer with a page, a script beside it, or nothing."""
        if self.path == "/favicon.ico":  # browsers ask for it by themselves
            self.send_response(204)
            self.end_headers()
            return
        name = self.path.strip("/").partition("?")[0]
        if name in self.made:
            self._send(self.made[name].encode(), "text/html")
            return
        path = FOLDER / (name if "." in name else f"{name}.html")
        if path.parent != FOLDER or not path.is_file():
            self.send_error(404)
            return
        body = path.read_text(encoding="utf-8").replace("{chat}", self.chat).encode()
        kind = "text/javascript" if path.suffix == ".js" else "text/html"
        headers = path.with_suffix(".headers")
        lines = (
            headers.read_text(encoding="utf-8").replace("{chat}", self.chat).splitlines() if headers.is_file() else []
        )
        self._send(body, kind, lines)

    def _send(self, body: bytes, kind: str, lines: Sequence[str] = ()) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        for line in lines:
            self.send_header(*line.split(": ", 1))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Site:
    """A server of such pages on a port of its own."""

    def __init__(self) -> None:
        self.handler = type("PageHandler", (Handler,), {"made": {}})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler)
        self.origin = f"http://127.0.0.1:{self.server.server_port}"

    def page(self, name: str) -> str:
        """Return the address of a page."""
        return f"{self.origin}/{name}"


@contextmanager
def serving() -> Iterator[Site]:
    """Serve until the end of the block."""
    site = Site()
    thread = threading.Thread(target=site.server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()
        thread.join(5)
