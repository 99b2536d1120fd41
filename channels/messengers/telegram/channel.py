"""Rasa's Telegram connector with what it lacks: a secret that Telegram must show, cases by person and topic, known retries."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
from typing import Any

from aiogram.utils.exceptions import TelegramAPIError, ValidationError
from rasa.core.channels.telegram import TelegramInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.messengers import sentences
from channels.messengers.answering import Handler
from channels.messengers.incoming import SHAPE_ERRORS
from channels.messengers.telegram.sending import API, Sender
from channels.messengers.telegram.updates import Received, received_update
from channels.messengers.webhook import Webhook, json_of, not_signed, refused

logger = logging.getLogger(__name__)

SECONDS = 20.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
SECONDS_BETWEEN_TRIES = 15.0


class TelegramChannel(TelegramInput):
    """`POST /webhooks/telegram/webhook` takes updates that show the secret which Telegram was given with the address.

    Upstream takes an update from anybody who finds the address, has a route by which anybody sets the webhook, asks Telegram
    who it is before each answer, keeps one conversation for all persons of a group, answers a retry again, and does not
    start without a network.

    :param webhook: the address of the route above as Telegram reaches it, https
    """

    def __init__(self, token: str, webhook: str, api: str = API) -> None:
        super().__init__(access_token=token, verify=None, webhook_url=webhook)
        try:
            self.sender = Sender(token, api)
        except ValidationError:
            raise ValueError(
                "OSTEOCHAT_TELEGRAM_TOKEN is no token of a Telegram bot. Copy it from BotFather."
            ) from None
        self.secret = hmac.new(token.encode(), b"webhook", hashlib.sha256).hexdigest()

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> TelegramChannel:
        """Make the channel from `token`, `webhook` and, for a Bot API server of one's own, `api`."""
        return cls(**(credentials or {}))

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes."""
        webhook = Webhook(self.name(), on_new_message)
        webhook.routes.listener("after_server_start")(self._start)

        async def receive(request: Request) -> HTTPResponse:
            shown = request.headers.get(SECRET_HEADER) or ""
            if not hmac.compare_digest(shown.encode(errors="surrogateescape"), self.secret.encode()):
                return not_signed()
            content = json_of(request)
            if content is None:
                return refused(400, sentences.BODY_UNREADABLE)
            received = await self._received(content, webhook)
            if received is None:
                return response.empty(status=200)
            await self.sender.note_press(received.press)
            return await webhook.in_time(
                lambda: webhook.answering.answer(
                    received.incoming, lambda reply: self.sender.send(received.place, reply)
                ),
                SECONDS,
            )

        return webhook.takes(receive)

    async def _received(self, content: dict[str, Any], webhook: Webhook) -> Received | None:
        try:
            return received_update(content, await self.sender.me(), webhook.answering.knows)
        except SHAPE_ERRORS as error:
            logger.warning("an update of a shape that is not known: %s", type(error).__name__)
            return None

    async def _start(self, app: Any, _: Any) -> None:
        app.add_task(self._tell_telegram())

    async def _tell_telegram(self) -> None:
        """Tell Telegram where to send updates, and with which secret; a network that is away is waited for."""
        while True:
            try:
                await self.sender.listen_at(str(self.webhook_url), self.secret)
                return
            except (TelegramAPIError, OSError, asyncio.TimeoutError) as error:
                logger.error("Telegram did not take the address of the webhook: %s", type(error).__name__)
                await asyncio.sleep(SECONDS_BETWEEN_TRIES)
