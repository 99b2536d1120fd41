"""The input channel that Rasa loads: `/v1/…` and CDS Hooks, at the root of the server."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from itertools import islice
from typing import Any, Optional

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.api.cds import CdsApi
from channels.api.description import openapi
from channels.api.incoming import LARGEST_BATCH, LARGEST_CASE, check_body, check_caller
from channels.api.settings import ApiSettings, read_api_settings
from channels.web.refusal import Refusal
from interop.cds import discovery
from interop.one_case import InputError, answer_case, answer_lines, as_json, read_json

logger = logging.getLogger(__name__)

JSON, LINES = "application/json", "application/x-ndjson"
AT_ONCE = 100
"""Decisions of a batch before the server turns to its other callers: some milliseconds."""
NOT_IN_URL = "Cases are health data and do not belong into a web address. Send the case as JSON with POST."
ONLY_POST = "Send this with POST."
FAILED = "Sorry, something went wrong on this server. Please try again in a moment."

Route = Callable[..., Coroutine[Any, Any, Optional[HTTPResponse]]]


class ApiChannel(InputChannel):
    """Decisions for other software; described in `openapi/`."""

    def __init__(self, settings: ApiSettings) -> None:
        self.settings = settings

    @classmethod
    def name(cls) -> str:
        """Return the name of the channel."""
        return "api"

    @classmethod
    def from_credentials(cls, _: Optional[dict[str, Any]]) -> ApiChannel:
        """Make the channel; its settings come from the environment. :raises ValueError: when one cannot be"""
        return cls(read_api_settings())

    def url_prefix(self) -> str:
        """Return where the routes begin."""
        return "/"

    def blueprint(self, _: Callable[..., Awaitable[Any]]) -> Blueprint:
        """Return the routes; none of them hands anything to the dialogue."""
        routes = Blueprint("osteochat_api", __name__)
        cds = CdsApi(self.settings)
        self._add(routes, "POST", "/v1/decide", _decide)
        self._add(routes, "POST", "/v1/decide/batch", _decide_batch)
        self._add(routes, "POST", "/cds-services/<service:str>", cds.call)
        self._add(routes, "POST", "/cds-services/<service:str>/feedback", cds.feedback)
        for path in ("/v1/decide", "/v1/decide/batch"):
            routes.add_route(_refuse(NOT_IN_URL), path, OTHERS, name=f"not_in_url{path}".replace("/", "_"))
        for path in ("/cds-services/<service:str>", "/cds-services/<service:str>/feedback"):
            name = f"only_post_{path.count('/')}"
            routes.add_route(_refuse(ONLY_POST), path, OTHERS, name=name)
        routes.add_route(_discover, "/cds-services", ["GET"], name="cds_services")
        routes.add_route(_description, "/v1/openapi.json", ["GET"], name="description")
        return routes

    def _add(self, routes: Blueprint, method: str, path: str, handler: Route) -> None:
        async def answer(request: Request, **named: str) -> Optional[HTTPResponse]:
            try:
                check_caller(request, self.settings)
                return await handler(request, **named)
            except Refusal as refusal:
                return sentence(refusal.status, {"error": refusal.sentence, **refusal.more})
            except InputError as error:
                return sentence(422 if error.is_json else 400, error.as_dict())
            except Exception as error:
                logger.error("a request failed: %s", type(error).__name__)
                return sentence(500, {"error": FAILED})

        routes.add_route(answer, path, [method], name=f"{method}_{path}".translate(PLAIN))


OTHERS = ["GET", "PUT", "DELETE", "PATCH", "HEAD"]
PLAIN = str.maketrans(dict.fromkeys("/<>:-", "_"))


def sentence(status: int, content: dict[str, Any]) -> HTTPResponse:
    """Return a refusal as JSON."""
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    return response.raw(as_json(content), status=status, headers={**headers, **PRIVATE}, content_type=JSON)


PRIVATE = {"Cache-Control": "no-store"}


def _refuse(words: str) -> Route:
    async def answer(_: Request, **__: str) -> HTTPResponse:
        refusal = sentence(405, {"error": words})
        refusal.headers["Allow"] = "POST"
        return refusal

    return answer


async def _discover(_: Request) -> HTTPResponse:
    """List the services of CDS Hooks; there is nothing of a patient in it, so that no token is asked for."""
    return response.raw(as_json(discovery()), content_type=JSON)


async def _decide(request: Request) -> HTTPResponse:
    check_body(request, LARGEST_CASE, JSON)
    return response.raw(as_json(answer_case(read_json(request.body))), content_type=JSON, headers=PRIVATE)


async def _decide_batch(request: Request) -> None:
    """Answer line by line; the server turns to its other callers in between."""
    check_body(request, LARGEST_BATCH, LINES, "application/jsonl", "application/json")
    answer = await request.respond(content_type=LINES, headers=PRIVATE)
    lines = answer_lines(request.body)
    while chunk := _next(lines):
        await answer.send(chunk)
        await asyncio.sleep(0)
    await answer.eof()


def _next(lines: Iterator[bytes]) -> bytes:
    return b"".join(islice(lines, AT_ONCE))


async def _description(_: Request) -> HTTPResponse:
    return response.raw(as_json(openapi()), content_type=JSON, headers={"Cache-Control": "public, max-age=300"})
