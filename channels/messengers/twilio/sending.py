"""Answers by WhatsApp or SMS: plain text.

WhatsApp takes buttons by Twilio only as templates that are kept at Twilio beforehand; a question of ours, with what a person
told, would be kept there as one. So the options are numbered lines.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cached_property

from twilio.base.exceptions import TwilioRestException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.rest import Client

from channels.messengers.reply import Limits, Reply

logger = logging.getLogger(__name__)

API = "https://api.twilio.com"
LIMITS = Limits(text=1_600)
TRIES = 3
SECONDS_TO_SEND = 10.0


@dataclass(frozen=True)
class Place:
    """Our number, to which a message came, and the person's, to which the answer goes."""

    number: str
    person: str


class Sender:
    """Sends by the API at an address."""

    def __init__(self, account_sid: str, auth_token: str, api: str) -> None:
        self._account_sid, self._auth_token, self._api = account_sid, auth_token, api.rstrip("/")

    @cached_property
    def _client(self) -> Client:
        # Made when it is first needed: it belongs to the loop of the running server.
        http = AsyncTwilioHttpClient(timeout=SECONDS_TO_SEND, max_retries=TRIES)
        client = Client(self._account_sid, self._auth_token, http_client=http)
        client.api.base_url = self._api
        return client

    async def send(self, place: Place, reply: Reply) -> None:
        """Send an answer. :raises Exception: when Twilio cannot be reached; what it refuses for good is noted and dropped"""
        for text in reply.texts(LIMITS):
            try:
                await self._client.messages.create_async(to=place.person, from_=place.number, body=text)
            except TwilioRestException as error:
                if error.status == 429 or error.status >= 500:
                    raise
                logger.error("Twilio refused an answer: %s", error.code)
                return
