"""What the messengers that call us share: routes, one sentence for a request that is refused, and answers in time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.messengers import sentences
from channels.messengers.answering import Answering, Handler
from channels.messengers.settings import read_messenger_settings

logger = logging.getLogger(__name__)


Work = Callable[[], Coroutine[Any, Any, None]]
SECONDS_BETWEEN_TRIES = (2.0, 15.0, 60.0)


class Webhook:
    """The routes of one messenger: `GET /` says that it is there, `POST /webhook` takes what the service sends."""

    def __init__(self, channel: str, on_new_message: Handler) -> None:
        self.routes = Blueprint(f"osteochat_{channel}", __name__)
        self.answering = Answering(channel, read_messenger_settings(), on_new_message, self._tracker_store)
        self._channel = channel
        self._tasks: set[asyncio.Task[None]] = set()
        self.routes.add_route(_health, "/", ["GET"], name="health")

    def takes(self, receive: Callable[[Request], Coroutine[Any, Any, HTTPResponse]]) -> Blueprint:
        """Let `receive` take what is posted to the webhook, and return the routes."""
        self.routes.add_route(receive, "/webhook", ["POST"], name="webhook")
        return self.routes

    async def in_time(self, work: Work, seconds: float) -> HTTPResponse:
        """Wait for an answer to be sent, for so long as the service waits for us; what takes longer goes on.

        A service that hangs up does not end it. Status 503 asks the service to send the message again; once it was told that
        all is well, we try again ourselves.

        :param work: answers the message and sends the answer; calling it again does nothing that was done before
        """
        task = self._begin(work())
        done, _ = await asyncio.wait({task}, timeout=seconds)
        if not done:
            self._begin(self._see_to_it(task, work))
            return response.empty(status=200)
        return response.empty(status=503 if task.exception() else 200)

    async def _see_to_it(self, task: asyncio.Task[None], work: Work) -> None:
        for pause in SECONDS_BETWEEN_TRIES:
            await asyncio.wait({task})
            if not task.exception():
                return
            await asyncio.sleep(pause)
            task = self._begin(work())

    def _begin(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._end)
        return task

    def _end(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception():
            logger.error("an answer on %s was not sent: %s", self._channel, type(task.exception()).__name__)

    def _tracker_store(self) -> Any:
        return next(iter(self.routes.apps)).ctx.agent.tracker_store


async def _health(_: Request) -> HTTPResponse:
    return response.json({"status": "ok"})


def refused(status: int, sentence: str) -> HTTPResponse:
    """Return a refusal with one sentence."""
    return response.json({"error": sentence}, status=status)


def not_signed() -> HTTPResponse:
    """Return the refusal of a request that does not come from the service."""
    return refused(401, sentences.NOT_SIGNED)


def json_of(request: Request) -> dict[str, Any] | None:
    """Return the JSON object that a request holds, or None."""
    try:
        content = request.json
    except Exception:  # Sanic raises for whatever is no JSON
        return None
    return content if isinstance(content, dict) else None
