"""What a browser opens: the demo page, the widget, pictures of numbers, the comparison of options, the printable summary."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import lru_cache
from typing import Any

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from answers.icon_array import as_data, icon_array
from answers.icon_svg import as_svg
from answers.knowledge import store
from answers.register import CLINICIAN, PATIENT, Audience
from channels.web.api import WebApi
from channels.web.assets import Source, serve, static
from channels.web.compare import comparison
from channels.web.headers import PAGE
from channels.web.incoming import argument
from channels.web.refusal import Refusal
from channels.web.summary import summary_page
from channels.web.widget import widget
from knowledge.errors import KnowledgeError

NO_PICTURE = "There is no picture of that number."
NO_OPTIONS = "Name one to four options of the table in “options”, with commas between them."
WRONG_AUDIENCE = "“audience” is patient or clinician."
NO_KNOWLEDGE = "The knowledge base cannot be read just now. Please try again in a moment."
MOST_OPTIONS = 7
HOUR = "public, max-age=3600"

FILES = {
    "/demo.css": ("demo.css", "text/css; charset=utf-8"),
    "/summary.css": ("summary.css", "text/css; charset=utf-8"),
    "/summary.js": ("summary.js", "text/javascript; charset=utf-8"),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
}


@lru_cache(maxsize=1)
def sources() -> dict[str, Source]:
    """Return all assets by their path."""
    found = {path: static(name, kind) for path, (name, kind) in FILES.items()}
    return {**found, "/": static("demo.html", "text/html; charset=utf-8"), "/widget.js": widget()}


async def asset(request: Request) -> HTTPResponse:
    """Return the asset of the request's path."""
    source = sources()[request.path]
    answer = serve(request, source.asset())
    if source.kind.startswith("text/html"):  # also when it only says “not changed”: the browser takes the new headers
        answer.headers["Content-Security-Policy"] = PAGE
    return answer


async def picture(request: Request, name: str) -> HTTPResponse:
    """Return the icon array of a number of the knowledge base: `<id>.svg` as a picture, `<id>.json` as data."""
    number, _, kind = name.rpartition(".")
    audience = _audience(request)
    try:
        array = icon_array(store().number(number), audience) if kind in ("svg", "json") else None
    except KnowledgeError:
        array = None
    if array is None:
        raise Refusal(404, NO_PICTURE)
    if kind == "json":
        return response.json(as_data(array), headers=_public())
    return HTTPResponse(as_svg(array), 200, _public(), "image/svg+xml")


async def compare(request: Request) -> HTTPResponse:
    """Return the options of the table side by side, and “no drug” beside them."""
    names = list(dict.fromkeys(argument(request, "options", "").split(",")))
    if not 0 < len(names) <= MOST_OPTIONS:
        raise Refusal(400, NO_OPTIONS)
    try:
        known = store().options()
    except KnowledgeError as error:
        raise Refusal(503, NO_KNOWLEDGE, retry_after=5) from error
    if not set(names) <= set(known):
        raise Refusal(400, NO_OPTIONS)
    return response.json(comparison(names, _audience(request)), headers=_public())


def summary(api: WebApi) -> Callable[..., Coroutine[Any, Any, HTTPResponse]]:
    """Return the handler of the printable summary."""

    async def page(_: Request, ticket: str) -> HTTPResponse:
        html = summary_page(await api.tracker_of(ticket))
        headers = {"Content-Security-Policy": PAGE, "Cache-Control": "no-store"}
        return response.html(html, headers=headers)

    return page


def _audience(request: Request) -> Audience:
    given = argument(request, "audience", PATIENT)
    if given not in (PATIENT, CLINICIAN):
        raise Refusal(400, WRONG_AUDIENCE)
    return CLINICIAN if given == CLINICIAN else PATIENT


def _public() -> dict[str, str]:
    return {"Cache-Control": HOUR, "Cross-Origin-Resource-Policy": "cross-origin"}
