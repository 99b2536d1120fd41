"""Answers as Matrix carries them: plain text and the same as HTML, in the thread of the message that is answered."""

from __future__ import annotations

import asyncio
import hashlib
import html
import logging
from typing import Any

from nio import AsyncClient, ErrorResponse

from channels.matrix.events import OFFER, Place
from channels.matrix.trouble import is_for_good
from channels.messengers.reply import Limits, Reply

logger = logging.getLogger(__name__)

LIMITS = Limits(text=10_000)
"""Matrix takes 65,536 bytes with all that belongs to an event: a sign has up to four bytes, in the text and in the HTML."""
SECONDS_BETWEEN_TRIES = 2.0


async def send(client: AsyncClient, place: Place, reply: Reply) -> None:
    """Send an answer; what is in the way for now is waited for, what is refused for good is dropped.

    The names of the transactions depend on nothing but the message that is answered, so that the homeserver keeps an answer
    once, however often it is sent.
    """
    for number, content in enumerate(contents(place, reply)):
        name = hashlib.sha256(f"{place.answers}\0{number}".encode()).hexdigest()[:32]
        while True:
            answer = await client.room_send(place.room, "m.room.message", content, tx_id=name)
            if not isinstance(answer, ErrorResponse):
                break
            if is_for_good(answer):
                logger.error("the homeserver refused an answer: %s", answer.status_code)
                return
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)


def contents(place: Place, reply: Reply) -> list[dict[str, Any]]:
    """Return the contents of the events to send."""
    messages = [
        {
            "msgtype": "m.text",
            "body": text,
            "format": "org.matrix.custom.html",
            "formatted_body": formatted(text),
            "m.mentions": {},
            **_related(place),
        }
        for text in reply.texts(LIMITS)
    ]
    if messages and reply.offer.options:
        messages[-1][OFFER] = reply.offer.tag
    return messages


def _related(place: Place) -> dict[str, Any]:
    if not place.thread:
        return {}
    related = {"rel_type": "m.thread", "event_id": place.thread, "is_falling_back": True}
    return {"m.relates_to": {**related, "m.in_reply_to": {"event_id": place.answers}}}


def formatted(text: str) -> str:
    """Return a text as HTML: its paragraphs, and the lines in them."""
    paragraphs = (html.escape(part, quote=False).replace("\n", "<br/>") for part in text.split("\n\n"))
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
