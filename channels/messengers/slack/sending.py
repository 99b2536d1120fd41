"""Answers as Slack shows them: plain text that nothing is read into, and buttons."""

from __future__ import annotations

import logging
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from channels.messengers.reply import Limits, Reply, split
from channels.messengers.slack.events import Place

logger = logging.getLogger(__name__)

LIMITS = Limits(text=12_000, buttons=25, label=75)
"""Slack cuts messages off from 40,000 characters on and advises 4,000; ours end long before that."""
SECTION = 3_000
TRIES = 3
SECONDS_TO_SEND = 20.0
TRANSIENT = ("internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited")


class Sender:
    """Sends to the Slack API at an address."""

    def __init__(self, token: str, api: str) -> None:
        self._client = AsyncWebClient(token, base_url=api if api.endswith("/") else f"{api}/")
        self._client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=TRIES))

    async def send(self, place: Place, reply: Reply) -> None:
        """Send an answer. :raises Exception: when Slack cannot be reached; what it refuses for good is noted and dropped"""
        for content in contents(reply):
            if place.response_url:
                await _respond(place.response_url, content)
            else:
                await self._post(place, content)

    async def _post(self, place: Place, content: dict[str, Any]) -> None:
        try:
            await self._client.chat_postMessage(
                channel=place.channel,
                thread_ts=place.thread or None,
                text=content["text"],
                blocks=content["blocks"],
                unfurl_links=False,
                unfurl_media=False,
            )
        except SlackApiError as error:
            kind = error.response.get("error") if error.response else None
            if kind in TRANSIENT or kind is None:
                raise
            logger.error("Slack refused an answer: %s", kind)


def contents(reply: Reply) -> list[dict[str, Any]]:
    """Return the messages to send: the text that is read aloud and shown in a notice, and the blocks that are seen."""
    texts, buttons = reply.texts(LIMITS), reply.buttons(LIMITS)
    messages = [
        {"text": escaped(text), "blocks": [_section(piece) for piece in split(text, SECTION)]} for text in texts
    ]
    if messages and buttons:
        messages[-1]["text"] = escaped(reply.whole() if len(messages) == 1 else texts[-1])
        elements = [
            {
                "type": "button",
                "action_id": button.token,
                "value": button.token,
                "text": {"type": "plain_text", "text": button.label, "emoji": False},
            }
            for button in buttons
        ]
        blocks: list[Any] = [*messages[-1]["blocks"], {"type": "actions", "elements": elements}]
        messages[-1]["blocks"] = blocks
    return messages


def escaped(text: str) -> str:
    """Return a text with the three signs escaped by which Slack would read mentions and links into it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "plain_text", "text": text, "emoji": False}}


async def _respond(address: str, content: dict[str, Any]) -> None:
    """Answer to the person alone. :raises aiohttp.ClientError: when Slack does not take it"""
    body = {"response_type": "ephemeral", "replace_original": False, **content}
    timeout = aiohttp.ClientTimeout(total=SECONDS_TO_SEND)
    async with aiohttp.ClientSession(timeout=timeout) as session, session.post(address, json=body) as answer:
        answer.raise_for_status()
