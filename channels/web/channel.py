"""The input channel that Rasa loads: the web chat and its pages, at the root of the server."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import Any

import yaml
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse

from channels.web import pages
from channels.web.api import WebApi
from channels.web.assets import FOLDER
from channels.web.conversations import Conversations, Handler
from channels.web.headers import secure, share
from channels.web.refusal import Refusal
from channels.web.settings import WebSettings, read_web_settings

logger = logging.getLogger(__name__)

API = "/webhooks/web"
LARGEST_REQUEST = 2**20
"""Bytes that the server reads at all, whatever the door; each door has a lower limit of its own."""
SENTENCES = {
    404: "There is nothing at this address.",
    405: "This address cannot be used in that way.",
    408: "The request took too long. Please try again.",
    413: "That is too large. Please send less.",
}
BAD_REQUEST = "That request cannot be read."
FAILED = "Sorry, something went wrong on this server. Please try again in a moment."

Route = Callable[..., Coroutine[Any, Any, HTTPResponse]]


class WebChannel(InputChannel):
    """`/` demo page, `/widget.js` the widget, `/webhooks/web/…` what the widget talks to; see `openapi.yml`."""

    def __init__(self, settings: WebSettings) -> None:
        self.settings = settings

    @classmethod
    def name(cls) -> str:
        """Return the name of the channel."""
        return "web"

    @classmethod
    def from_credentials(cls, _: dict[str, Any] | None) -> WebChannel:
        """Make the channel; its settings come from the environment. :raises ValueError: when one cannot be"""
        return cls(read_web_settings())

    def url_prefix(self) -> str:
        """Return where the routes begin: at the root, since a browser opens `/` and loads `/widget.js`."""
        return "/"

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes."""
        routes = Rooted("osteochat_web", self.settings.origins)
        api = WebApi(self.settings, Conversations(on_new_message, routes.tracker_store))
        table: list[tuple[str, str, Route]] = [
            ("POST", f"{API}/session", api.open),
            ("POST", f"{API}/message", api.say),
            ("GET", f"{API}/history", api.history),
            ("DELETE", f"{API}/conversation", api.delete),
            ("GET", f"{API}/export", api.export),
            ("POST", f"{API}/report", api.report),
            ("POST", f"{API}/summary", api.summary),
            ("GET", "/summary/<ticket:str>", pages.summary(api)),
            ("GET", "/icons/<name:str>", pages.picture),
            ("GET", "/compare.json", pages.compare),
            ("GET", "/openapi.json", description),
            *(("GET", path, pages.asset) for path in pages.sources() if path != "/"),
        ]
        for method, path, handler in table:
            routes.add(method, path, handler)
        return routes


class Rooted(Blueprint):
    """Routes at the root of the server, and what holds for the whole server: its front page, headers and error sentences."""

    def __init__(self, name: str, origins: frozenset[str]) -> None:
        super().__init__(name)
        self.ctx.origins = origins

    def tracker_store(self) -> Any:
        """Return the tracker store of the running agent."""
        return next(iter(self.apps)).ctx.agent.tracker_store

    def add(self, method: str, path: str, handler: Route) -> None:
        """Add a route, whose refusals become JSON with one sentence."""
        name = f"{method} {path}".replace("/", "_").replace(" ", "_")
        methods = ["GET", "HEAD"] if method == "GET" else [method]
        self.add_route(refusing(handler), path, methods, name=name)

    def register(self, app: Sanic, options: dict[str, Any]) -> None:
        """Register the routes, and what Rasa's own app would answer otherwise."""
        super().register(app, options)
        app.config.REQUEST_MAX_SIZE = min(app.config.REQUEST_MAX_SIZE, LARGEST_REQUEST)
        app.register_middleware(self._first, "request")
        app.register_middleware(self._last, "response")
        app.error_handler.add(SanicException, said)
        app.error_handler.add(Exception, failed)

    async def _first(self, request: Request) -> HTTPResponse | None:
        """Answer `/` with our page, since Rasa has a route of its own there, and the questions of browsers before a request."""
        if request.path == "/" and request.method in ("GET", "HEAD"):
            return await pages.asset(request)
        if request.method == "OPTIONS":
            return response.empty()
        return None

    async def _last(self, request: Request, answer: BaseHTTPResponse) -> None:
        secure(answer)
        share(request, answer, self.ctx.origins)
        if request.path.startswith(API):
            answer.headers["Cache-Control"] = "no-store"


def refusing(handler: Route) -> Route:
    """Return the handler with its refusals made into answers."""

    async def answer(*arguments: Any, **named: Any) -> HTTPResponse:
        try:
            return await handler(*arguments, **named)
        except Refusal as refusal:
            return _sentence(refusal.status, refusal.sentence, **refusal.more)

    return answer


def said(_: Request, error: SanicException) -> HTTPResponse:
    """Return what Sanic refuses (an unknown address, a body that is too large …) as one sentence."""
    status = getattr(error, "status_code", 500)
    answer = _sentence(status, SENTENCES.get(status, BAD_REQUEST if status < 500 else FAILED))
    if allowed := getattr(error, "headers", {}).get("Allow"):
        answer.headers["Allow"] = allowed
    return answer


def failed(_: Request, error: Exception) -> HTTPResponse:
    """Return an error of ours as one sentence; the log gets its kind, and no word of a person."""
    logger.error("a request failed: %s", type(error).__name__)
    return _sentence(500, FAILED)


def _sentence(status: int, sentence: str, **more: Any) -> HTTPResponse:
    headers = {"Retry-After": str(more["retry_after"])} if "retry_after" in more else {}
    return response.json({"error": sentence, **more}, status=status, headers=headers)


async def description(_: Request) -> HTTPResponse:
    """Return the description of the channel in the OpenAPI format."""
    content = yaml.safe_load((FOLDER.parent / "openapi.yml").read_text(encoding="utf-8"))
    return response.json(content, headers={"Cache-Control": "public, max-age=300"})
