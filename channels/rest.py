"""Rasa's REST channel with limits: JSON in, JSON out, one plain sentence for whatever does not fit."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from answers.talk import apology, talk
from channels.limits import LONGEST_MESSAGE, LONGEST_SENDER

logger = logging.getLogger(__name__)

Handler = Callable[[UserMessage], Awaitable[Any]]

NO_JSON = "Send a JSON object with the texts “sender” and “message”."
NO_SENDER = "“sender” is a text of 1 to 200 characters that names the conversation."
NO_MESSAGE = "“message” is a text."


class RestChannel(RestInput):
    """`POST /webhooks/rest/webhook` with `{"sender": …, "message": …}`; answers with the list of replies."""

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes: a health check and the webhook."""
        routes = Blueprint("osteochat_rest", __name__)

        @routes.route("/", methods=["GET"])
        async def health(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            return await self._receive(request, on_new_message)

        return routes

    async def _receive(self, request: Request, on_new_message: Handler) -> HTTPResponse:
        body = _body_of(request)
        problem = _problem_with(body)
        if problem:
            return response.json({"error": problem}, status=400)
        sender, text = body["sender"], body["message"]
        if len(text) > LONGEST_MESSAGE:
            return response.json(_only(sender, talk("too_long", "patient").text))
        collector = CollectingOutputChannel()
        try:
            await on_new_message(UserMessage(text, collector, sender, input_channel=self.name()))
        except Exception as error:
            logger.error("a message failed: %s", type(error).__name__)
            return response.json([*collector.messages, *_only(sender, apology(type(error).__name__).text)])
        return response.json(collector.messages or _only(sender, apology("no reply").text))


def _body_of(request: Request) -> Any:
    try:
        return request.json
    except Exception:  # Sanic raises for whatever is no JSON; a body without a type gives None
        return None


def _problem_with(body: Any) -> str | None:
    """Return what is wrong with the body, as a sentence, or None."""
    if not isinstance(body, dict):
        return NO_JSON
    sender, text = body.get("sender"), body.get("message")
    if not isinstance(sender, str) or not 0 < len(sender) <= LONGEST_SENDER:
        return NO_SENDER
    return None if isinstance(text, str) else NO_MESSAGE


def _only(sender: str, text: str) -> list[dict[str, Any]]:
    custom = {"type": "fallback", "suggestions": []}
    return [{"recipient_id": sender, "text": text}, {"recipient_id": sender, "custom": custom}]
