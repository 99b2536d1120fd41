"""Answers as Telegram shows them: plain text, and buttons below it, one in a row."""

from __future__ import annotations

import asyncio
import logging

from aiogram import Bot
from aiogram.bot.api import TelegramAPIServer
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from aiogram.utils.exceptions import BadRequest, MigrateToChat, NotFound, TelegramAPIError, Unauthorized

from channels.messengers.reply import Limits, Reply
from channels.messengers.telegram.updates import Me, Place

logger = logging.getLogger(__name__)

API = "https://api.telegram.org"
LIMITS = Limits(text=4_096, buttons=10, label=32)
"""Telegram takes 100 buttons and longer labels, but cuts a label off on a narrow telephone at about 32 characters."""
SECONDS_TO_SEND = 20
UPDATES = ["message", "edited_message", "callback_query"]
REFUSED = (BadRequest, MigrateToChat, NotFound, Unauthorized)
"""What no second try changes: a person who blocked the assistant, a chat that is gone."""


class Sender:
    """Sends to the Bot API at an address.

    :raises aiogram.utils.exceptions.ValidationError: when the token has not the shape of one
    """

    def __init__(self, token: str, api: str) -> None:
        self._bot = Bot(token, server=TelegramAPIServer.from_base(api.rstrip("/")), timeout=SECONDS_TO_SEND)
        self._me: Me | None = None

    async def me(self) -> Me:
        """Return who the assistant is at Telegram, asked for once."""
        if self._me is None:
            user = await self._bot.get_me()
            self._me = Me(user.id, user.username or "")
        return self._me

    async def listen_at(self, webhook: str, secret: str) -> None:
        """Have updates sent to an address. :raises TelegramAPIError: when Telegram refuses it or cannot be reached"""
        await self._bot.set_webhook(webhook, allowed_updates=UPDATES, secret_token=secret)

    async def note_press(self, press: str) -> None:
        """Have a pressed button stop waiting; the answer does not depend on it."""
        if press:
            try:
                await self._bot.answer_callback_query(press)
            except (TelegramAPIError, asyncio.TimeoutError) as error:
                logger.warning("a pressed button was not confirmed: %s", type(error).__name__)

    async def send(self, place: Place, reply: Reply) -> None:
        """Send an answer. :raises TelegramAPIError: when Telegram cannot be reached; what it refuses for good is dropped"""
        texts = reply.texts(LIMITS)
        for number, text in enumerate(texts):
            try:
                await self._bot.send_message(
                    place.chat,
                    text,
                    message_thread_id=place.topic,
                    reply_to_message_id=place.answers if number == 0 else None,
                    allow_sending_without_reply=True,
                    disable_web_page_preview=True,
                    reply_markup=_keyboard(reply) if number == len(texts) - 1 else None,
                )
            except REFUSED as error:
                logger.error("Telegram refused an answer: %s", type(error).__name__)
                return


def _keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    buttons = reply.buttons(LIMITS)
    if not buttons:
        return None
    rows = [[InlineKeyboardButton(button.label, callback_data=button.token)] for button in buttons]
    return InlineKeyboardMarkup(inline_keyboard=rows)
