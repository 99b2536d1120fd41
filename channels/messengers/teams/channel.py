"""Rasa's Bot Framework connector with what it lacks: the whole check of the signature, cases by person and thread."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import aiohttp
from rasa.core.channels.botframework import BotFrameworkInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.messengers import sentences
from channels.messengers.answering import Handler
from channels.messengers.incoming import SHAPE_ERRORS
from channels.messengers.teams.activities import Received, received_activity
from channels.messengers.teams.sending import LOGIN, SHARED_TENANT, Sender
from channels.messengers.teams.signing import KEYS, Signatures
from channels.messengers.webhook import Webhook, json_of, not_signed, refused

logger = logging.getLogger(__name__)

SECONDS = 12.0
"""Teams waits for 15."""


class TeamsChannel(BotFrameworkInput):
    """`POST /webhooks/botframework/webhook` takes activities that the Bot Framework signed.

    Upstream lets the token itself say how it is signed, does not look at its issuer nor at the address to which our own
    token then goes, asks the network for keys before the server starts, blocks the whole server while it sends, shares one
    token between bots, and keeps one conversation of a person for all rooms and threads.
    """

    def __init__(
        self, app_id: str, app_password: str, tenant: str = SHARED_TENANT, login: str = LOGIN, keys: str = KEYS
    ) -> None:
        # Upstream's own __init__ fetches the keys at once, and fails without a network.
        self.app_id, self.app_password = app_id, app_password
        self.signatures = Signatures(app_id, keys)
        self._account = (app_id, app_password, tenant, login)

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> TeamsChannel:
        """Make the channel from `app_id`, `app_password`, `tenant` and, for another cloud, `login` and `keys`."""
        return cls(**(credentials or {}))

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes."""
        webhook = Webhook("teams", on_new_message)
        sender = Sender(*self._account)

        async def receive(request: Request) -> HTTPResponse:
            activity = json_of(request)
            if activity is None:
                return refused(400, sentences.BODY_UNREADABLE)
            try:
                is_good = await self.signatures.are_good(request.headers.get("Authorization") or "", activity)
            except (aiohttp.ClientError, OSError, asyncio.TimeoutError, KeyError, ValueError) as error:
                logger.error("the keys of the Bot Framework cannot be had: %s", type(error).__name__)
                return response.empty(status=503)
            if not is_good:
                return not_signed()
            found = _received(activity)
            if found is None:
                return response.empty(status=200)
            return await webhook.in_time(
                lambda: webhook.answering.answer(found.incoming, lambda reply: sender.send(found.place, reply)), SECONDS
            )

        return webhook.takes(receive)


def _received(activity: dict[str, Any]) -> Received | None:
    try:
        return received_activity(activity)
    except SHAPE_ERRORS as error:
        logger.warning("an activity of a shape that is not known: %s", type(error).__name__)
        return None
