"""The input channel that Rasa loads: it listens at the homeserver for as long as the server runs."""

from __future__ import annotations

import asyncio
from typing import Any

from nio import AsyncClient, AsyncClientConfig
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint

from channels.matrix.events import Received
from channels.matrix.listening import Listener
from channels.matrix.place import FILE, SyncPlace
from channels.matrix.sending import send
from channels.messengers.answering import Handler
from channels.messengers.reply import Reply
from channels.messengers.webhook import Webhook

MOST_SECONDS_BETWEEN_TRIES = 3.0


class MatrixChannel(InputChannel):
    """Answers on a Matrix homeserver; encrypted rooms are not read.

    :param homeserver: base address of the homeserver
    :param token: an access token of the assistant's account
    :param servers: names of the servers, with commas, whose users may invite it; `*`: all; empty: its own
    """

    def __init__(self, homeserver: str, token: str, servers: str = "") -> None:
        if not homeserver.startswith(("http://", "https://")):
            raise ValueError("OSTEOCHAT_MATRIX_HOMESERVER is no address. Give one such as https://matrix.example.org.")
        self.homeserver = homeserver.rstrip("/")
        self.token = token
        self.servers = frozenset(each.strip() for each in servers.split(",") if each.strip())
        self._task: asyncio.Task[None] | None = None

    @classmethod
    def name(cls) -> str:
        """Return the name of the channel."""
        return "matrix"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> MatrixChannel:
        """Make the channel from `homeserver`, `token` and `servers`. :raises ValueError: when one of them cannot be"""
        return cls(**(credentials or {}))

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return a health check; the listening begins and ends with the server."""
        webhook = Webhook(self.name(), on_new_message)
        answering = webhook.answering

        async def listen() -> None:
            # A client belongs to the loop in which it was made.
            config = AsyncClientConfig(
                encryption_enabled=False,
                store_sync_tokens=False,
                max_timeout_retry_wait_time=MOST_SECONDS_BETWEEN_TRIES,
            )
            client = AsyncClient(self.homeserver, "", config=config)
            client.access_token = self.token

            async def answer(received: Received) -> None:
                async def send_it(reply: Reply) -> None:
                    await send(client, received.place, reply)

                await answering.answer(received.incoming, send_it)

            place = SyncPlace(answering.settings.home / FILE)
            try:
                await Listener(client, place, answering.knows, answer, self.servers).run()
            finally:
                await client.close()

        async def start(_: Any, __: Any) -> None:
            self._task = asyncio.create_task(listen())

        async def end(_: Any, __: Any) -> None:
            if self._task:
                self._task.cancel()
                await asyncio.wait({self._task})

        webhook.routes.listener("after_server_start")(start)
        webhook.routes.listener("before_server_stop")(end)
        return webhook.routes
