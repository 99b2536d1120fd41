"""Rasa's Slack connector with what it lacks: cases by thread and person, retries known by the message, options that fit."""

from __future__ import annotations

import json
import logging
from typing import Any

from rasa.core.channels.slack import SlackInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.messengers import sentences
from channels.messengers.answering import Handler
from channels.messengers.incoming import SHAPE_ERRORS
from channels.messengers.slack.events import Received, received_event
from channels.messengers.slack.interactions import received_command, received_press
from channels.messengers.slack.sending import Sender
from channels.messengers.webhook import Webhook, json_of, not_signed, refused

logger = logging.getLogger(__name__)

SECONDS = 2.5
"""Slack sends a message again when it was not taken within three seconds."""
API = "https://slack.com/api/"


class SlackChannel(SlackInput):
    """`POST /webhooks/slack/webhook` takes events, pressed buttons and the slash command, signed by Slack.

    Upstream answers no threads by person, drops all buttons when there are more than five, sets a parameter that Slack refuses
    from today's apps, and knows a retry only by a header that anybody's proxy may drop.
    """

    def __init__(self, token: str, signing_secret: str, api: str = API) -> None:
        super().__init__(slack_token=token, slack_signing_secret=signing_secret)
        self.sender = Sender(token, api)

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> SlackChannel:
        """Make the channel from `token`, `signing_secret` and, for another Slack than the public one, `api`."""
        given = credentials or {}
        if not given.get("token") or not given.get("signing_secret"):
            cls.raise_missing_credentials_exception()
        return cls(given["token"], given["signing_secret"], given.get("api") or API)

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes."""
        webhook = Webhook(self.name(), on_new_message)

        async def receive(request: Request) -> HTTPResponse:
            if not self.is_request_from_slack_authentic(request):
                return not_signed()
            content = _content(request)
            if content is None:
                return refused(400, sentences.BODY_UNREADABLE)
            if content.get("type") == "url_verification":
                return response.json({"challenge": content.get("challenge")})
            received = _received(content, webhook)
            if received is None:
                return response.empty(status=200)
            return await webhook.in_time(
                lambda: webhook.answering.answer(
                    received.incoming, lambda reply: self.sender.send(received.place, reply)
                ),
                SECONDS,
            )

        return webhook.takes(receive)


def _received(content: dict[str, Any], webhook: Webhook) -> Received | None:
    try:
        if "command" in content:
            return received_command(content)
        if "actions" in content:
            return received_press(content)
        return received_event(content, webhook.answering.knows)
    except SHAPE_ERRORS as error:
        logger.warning("a request of a shape that is not known: %s", type(error).__name__)
        return None


def _content(request: Request) -> dict[str, Any] | None:
    """Return what Slack sends: JSON for events, a form with JSON in it for buttons, a form for the slash command."""
    if (request.headers.get("content-type") or "").startswith("application/json"):
        return json_of(request)
    form = {name: values[0] for name, values in (request.form or {}).items()}
    if "payload" not in form:
        return form if "command" in form else None
    try:
        payload = json.loads(form["payload"])
    except ValueError:
        return None
    return payload if isinstance(payload, dict) else None
