"""A person with a Matrix client, by the client library that the assistant uses as well."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from nio import AsyncClient, AsyncClientConfig, RoomCreateResponse, RoomPreset, RoomSendResponse, SyncResponse

from tools.matrix.homeserver import Homeserver

SECONDS = 20.0
QUIET_SECONDS = 1.0


@dataclass
class MatrixPerson:
    """One person; `events` are all that the assistant wrote in her room."""

    client: AsyncClient
    assistant: str
    room: str = ""
    events: list[dict[str, Any]] = field(default_factory=list)

    async def open(self, *others: str, assistant: bool = True) -> str:
        """Make a room with the assistant, and others, in it; return its name."""
        invited = [*others, *([self.assistant] if assistant else [])]
        made = await self.client.room_create(
            invite=invited, is_direct=not others, preset=RoomPreset.trusted_private_chat
        )
        assert isinstance(made, RoomCreateResponse), made
        self.room = made.room_id
        return self.room

    async def send(self, text: str, thread: str = "", **more: Any) -> str:
        """Write a message, and return the name of its event."""
        related = {"m.relates_to": {"rel_type": "m.thread", "event_id": thread}} if thread else {}
        return await self.put("m.room.message", {"msgtype": "m.text", "body": text, **related, **more})

    async def react(self, event: dict[str, Any], sign: str) -> str:
        """React to a message of the assistant."""
        relation = {"rel_type": "m.annotation", "event_id": event["event_id"], "key": sign}
        return await self.put("m.reaction", {"m.relates_to": relation})

    async def put(self, kind: str, content: dict[str, Any]) -> str:
        """Send any event to the room."""
        answer = await self.client.room_send(self.room, kind, content, tx_id=secrets.token_hex(8))
        assert isinstance(answer, RoomSendResponse), answer
        return str(answer.event_id)

    async def answers(self, number: int) -> list[dict[str, Any]]:
        """Wait for so many new messages of the assistant, and return them."""
        before = len(self.events)

        async def wait() -> None:
            while len(self.events) < before + number:
                await self.look()

        await asyncio.wait_for(wait(), SECONDS)
        return self.events[before:]

    async def ask(self, text: str, **more: Any) -> dict[str, Any]:
        """Write a message, and return the content of its answer."""
        await self.send(text, **more)
        (event,) = await self.answers(1)
        return event

    async def look(self, seconds: float = 5.0) -> None:
        """Take what is new."""
        answer = await self.client.sync(timeout=int(seconds * 1000))
        if not isinstance(answer, SyncResponse):
            await asyncio.sleep(0.2)
            return
        for room_id in answer.rooms.invite:
            await self.client.join(room_id)
        if self.room in answer.rooms.join:
            self.events += [
                event.source
                for event in answer.rooms.join[self.room].timeline.events
                if event.sender == self.assistant and event.source["type"] == "m.room.message"
            ]

    async def hears_nothing(self) -> bool:
        """Say whether the assistant stays silent for a while."""
        before = len(self.events)
        loop = asyncio.get_running_loop()
        end = loop.time() + QUIET_SECONDS
        while loop.time() < end:
            await self.look(0.5)
        return len(self.events) == before


def body(event: dict[str, Any]) -> str:
    """Return the text of a message."""
    return str(event["content"]["body"])


@asynccontextmanager
async def visiting(homeserver: Homeserver, assistant: str) -> AsyncIterator[MatrixPerson]:
    """Bring a new person with an account of her own."""
    user, token = homeserver.register(f"person-{secrets.token_hex(4)}")
    config = AsyncClientConfig(encryption_enabled=False, store_sync_tokens=False, max_timeout_retry_wait_time=1)
    client = AsyncClient(homeserver.address, user, config=config)
    client.access_token, client.user_id = token, user
    try:
        yield MatrixPerson(client, assistant)
    finally:
        await client.close()
