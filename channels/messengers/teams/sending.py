"""Answers as Teams shows them: plain text, with a card below it that holds nothing but buttons."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any
from urllib.parse import quote

import aiohttp
from yarl import URL

from channels.messengers.reply import Limits, Reply
from channels.messengers.teams.activities import TOKEN, Place

logger = logging.getLogger(__name__)

LOGIN = "https://login.microsoftonline.com"
SCOPE = "https://api.botframework.com/.default"
SHARED_TENANT = "botframework.com"
LIMITS = Limits(text=5_000, buttons=6, label=40)
"""Teams takes some 28 kB of an activity with all that belongs to it, and shows six buttons of a card."""
TRIES, SECONDS_TO_SEND, MARGIN = 3, 20.0, 120.0
FOR_NOW = (408, 412, 429, 500, 502, 503, 504)


class Sender:
    """Sends to the services that ask. `login`: where the bot gets its tokens; `tenant`: of a bot of one tenant only."""

    def __init__(self, app_id: str, app_password: str, tenant: str, login: str) -> None:
        self._account = {"client_id": app_id, "client_secret": app_password}
        self._login = f"{login.rstrip('/')}/{tenant}/oauth2/v2.0/token"
        self._token, self._until = "", 0.0
        self._lock = asyncio.Lock()

    async def send(self, place: Place, reply: Reply) -> None:
        """Send an answer. :raises aiohttp.ClientError: when Teams cannot be reached; what it refuses for good is dropped"""
        timeout = aiohttp.ClientTimeout(total=SECONDS_TO_SEND)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            headers = {"Authorization": f"Bearer {await self._fresh_token(session)}"}
            for activity in activities(place, reply):
                if not await _post(session, _address(place), activity, headers):
                    return

    async def _fresh_token(self, session: aiohttp.ClientSession) -> str:
        async with self._lock:
            if time.monotonic() > self._until:
                form = {"grant_type": "client_credentials", "scope": SCOPE, **self._account}
                async with session.post(self._login, data=form) as answer:
                    answer.raise_for_status()
                    content = await answer.json()
                self._token = content["access_token"]
                self._until = time.monotonic() + float(content["expires_in"]) - MARGIN
            return self._token


async def _post(
    session: aiohttp.ClientSession, address: URL, activity: dict[str, Any], headers: dict[str, str]
) -> bool:
    """Send one activity, again when Teams asks for patience; say whether it was taken."""
    for attempt in range(TRIES):
        async with session.post(address, json=activity, headers=headers) as answer:
            if answer.ok:
                return True
            if answer.status not in FOR_NOW:
                logger.error("Teams refused an answer: %s", answer.status)
                return False
            if attempt == TRIES - 1:
                answer.raise_for_status()
        await asyncio.sleep(0.5 * 2**attempt)
    return False


def _address(place: Place) -> URL:
    conversation, answers = quote(place.conversation, safe=""), quote(place.answers, safe="")
    return URL(f"{place.service.rstrip('/')}/v3/conversations/{conversation}/activities/{answers}", encoded=True)


def activities(place: Place, reply: Reply) -> list[dict[str, Any]]:
    """Return the activities to send."""
    made: list[dict[str, Any]] = [
        {
            "type": "message",
            "from": dict(place.assistant),
            "conversation": {"id": place.conversation},
            "replyToId": place.answers,
            "textFormat": "plain",
            "text": text,
        }
        for text in reply.texts(LIMITS)
    ]
    buttons = reply.buttons(LIMITS)
    if made and buttons:
        actions = [
            {"type": "Action.Submit", "title": button.label, "data": {TOKEN: button.token}} for button in buttons
        ]
        card = {"type": "AdaptiveCard", "version": "1.4", "body": [], "actions": actions}
        made[-1]["attachments"] = [{"contentType": "application/vnd.microsoft.card.adaptive", "content": card}]
    return made
