"""Rasa's Twilio connector with what it lacks: signatures, known retries, one message for one answer."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from rasa.core.channels.twilio import TwilioInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from twilio.request_validator import RequestValidator

from channels.messengers import sentences
from channels.messengers.answering import Handler
from channels.messengers.incoming import Incoming
from channels.messengers.twilio.sending import API, Place, Sender
from channels.messengers.webhook import Webhook, not_signed, refused

logger = logging.getLogger(__name__)

SECONDS = 12.0
"""Twilio waits for 15."""
SIGNATURE = "X-Twilio-Signature"


class TwilioChannel(TwilioInput):
    """`POST /webhooks/twilio/webhook` takes messages that Twilio signed.

    Upstream checks no signature, so that anybody speaks for any telephone number; it turns a position that somebody shares
    into a command, keeps telephone numbers as names of conversations, answers a retry again, and blocks the whole server
    while it sends.

    :param webhook: the address of the route above as Twilio has it: the signature is made with it
    """

    def __init__(self, account_sid: str, auth_token: str, webhook: str, api: str = API) -> None:
        super().__init__(account_sid, auth_token, None)
        self.webhook = webhook
        self.sender = Sender(account_sid, auth_token, api)
        self._validator = RequestValidator(auth_token)

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> TwilioChannel:
        """Make the channel from `account_sid`, `auth_token`, `webhook` and, for tests, `api`."""
        return cls(**(credentials or {}))

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes."""
        webhook = Webhook(self.name(), on_new_message)

        async def receive(request: Request) -> HTTPResponse:
            form = form_of(request.body)
            if form is None:
                return refused(400, sentences.BODY_UNREADABLE)
            shown = (request.headers.get(SIGNATURE) or "").encode(errors="replace").decode()
            if not self._validator.validate(self.webhook, form, shown):
                return not_signed()
            found = received(form)
            if found is None:
                return response.empty(status=200)
            incoming, place = found
            return await webhook.in_time(
                lambda: webhook.answering.answer(incoming, lambda reply: self.sender.send(place, reply)), SECONDS
            )

        return webhook.takes(receive)


def form_of(body: bytes) -> dict[str, str] | None:
    """Return the fields of a form, the empty ones too, since they are signed as well; None when it cannot be read."""
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True))
    except ValueError:
        return None


def received(form: Mapping[str, str]) -> tuple[Incoming, Place] | None:
    """Return the message in a form and where its answer goes, or None when nobody spoke.

    Words such as STOP, by which a person ends or begins messages of a number, are answered by Twilio itself.
    """
    message, person, number = (form.get(name) for name in ("MessageSid", "From", "To"))
    if not message or not person or not number or form.get("OptOutType") or "MessageStatus" in form:
        return None
    return Incoming(message, number, "", person, form.get("Body") or ""), Place(number, person)
