"""Asks the homeserver for messages, without an end: none is lost and none is answered twice, whichever side restarts."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import aiohttp
from nio import AsyncClient, ErrorResponse, SyncResponse, WhoamiResponse

from channels.matrix.events import Knows, Received, Room, offered_by, received_event, target_of
from channels.matrix.gaps import SYNC_FILTER, new_events
from channels.matrix.place import SyncPlace
from channels.matrix.trouble import Trouble, checked
from channels.messengers.incoming import SHAPE_ERRORS

logger = logging.getLogger(__name__)

SECONDS_OF_A_SYNC = 30
LONGEST_STEP = 75.0
"""The library waits for a homeserver that is away without a word; after so many seconds we say so in the log."""
SECONDS_BETWEEN_TRIES = 5.0

Answer = Callable[[Received], Coroutine[Any, Any, None]]


class Listener:
    """Takes the messages of one account. `answer` answers one, and returns once its answer was sent."""

    def __init__(
        self, client: AsyncClient, place: SyncPlace, knows: Knows, answer: Answer, servers: frozenset[str]
    ) -> None:
        self._client, self._place, self._knows, self._answer, self._servers = client, place, knows, answer, servers
        self._mark: str | None = None
        self._is_first = True
        self._name = self._trouble = ""
        self._settled: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Listen until cancelled."""
        try:
            await self._again_until_done(self._introduce)
            while True:
                await self._again_until_done(self._turn)
        finally:
            if self._settled:
                self._settled.cancel()

    async def _again_until_done(self, step: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await asyncio.wait_for(step(), LONGEST_STEP)
                self._trouble = ""
                return
            except (Trouble, aiohttp.ClientError, OSError, asyncio.TimeoutError) as error:
                self._note(str(error) if isinstance(error, Trouble) else type(error).__name__)
                await asyncio.sleep(SECONDS_BETWEEN_TRIES)

    def _note(self, trouble: str) -> None:
        """Log a trouble once for as long as it lasts."""
        if trouble != self._trouble:
            logger.error("the homeserver does not answer as it should: %s", trouble)
        self._trouble = trouble

    async def _introduce(self) -> None:
        """Find out who we are on the homeserver, and where we left off."""
        answer = checked(await self._client.whoami())
        assert isinstance(answer, WhoamiResponse)
        self._client.user_id = answer.user_id
        shown = await self._client.get_displayname(answer.user_id)
        self._name = getattr(shown, "displayname", None) or ""
        self._mark = self._place.read(answer.user_id)

    async def _turn(self) -> None:
        """Take what is new, and begin to answer it."""
        response = await self._sync()
        await self._accept(response)
        received = [] if self._mark is None else await self._received(response)
        tasks = [asyncio.create_task(self._answer(each)) for each in received]
        self._settled = asyncio.create_task(self._settle(self._settled, tasks, response.next_batch))
        self._mark, self._is_first = response.next_batch, False

    async def _sync(self) -> SyncResponse:
        """Ask for what is new since the mark. The first time, the members of all rooms come with it."""
        seconds = 0 if self._is_first else SECONDS_OF_A_SYNC
        answer = await self._client.sync(
            timeout=seconds * 1000, sync_filter=SYNC_FILTER, since=self._mark, full_state=self._is_first
        )
        response = checked(answer)
        assert isinstance(response, SyncResponse)
        return response

    async def _settle(self, before: asyncio.Task[None] | None, tasks: list[asyncio.Task[None]], mark: str) -> None:
        """Keep the mark once all that came before it was answered: a crash has the rest come again."""
        try:
            if before:
                await before
            for outcome in await asyncio.gather(*tasks, return_exceptions=True):
                if isinstance(outcome, BaseException):
                    logger.error("an answer was not sent: %s", type(outcome).__name__)
            self._place.keep(self._client.user_id, mark)
        except asyncio.CancelledError:
            for each in [*tasks, *([before] if before else [])]:
                each.cancel()
            raise

    async def _accept(self, response: SyncResponse) -> None:
        """Join the rooms to which somebody invites us who may."""
        for room_id, invitation in response.rooms.invite.items():
            inviters = [
                each.sender
                for each in invitation.invite_state
                if getattr(each, "state_key", None) == self._client.user_id
            ]
            answer = await (self._client.join if self._may(inviters) else self._client.room_leave)(room_id)
            if isinstance(answer, ErrorResponse):
                logger.warning("an invitation came to nothing: %s", answer.status_code)

    def _may(self, inviters: list[str]) -> bool:
        allowed = self._servers or {self._client.user_id.partition(":")[2]}
        return "*" in allowed or any(each.partition(":")[2] in allowed for each in inviters)

    async def _received(self, response: SyncResponse) -> list[Received]:
        received = []
        for room_id, info in response.rooms.join.items():
            members = self._client.rooms[room_id].member_count
            room = Room(room_id, self._client.user_id, self._name, is_direct=members <= 2)
            for event in await new_events(self._client, room_id, info, self._mark):
                try:
                    target = await self._fetched(room_id, target_of(event))
                    message = received_event(event, room, self._knows, offered_by(target, room))
                except (*SHAPE_ERRORS, ValueError) as error:
                    logger.warning("an event of a shape that is not known: %s", type(error).__name__)
                    continue
                if message:
                    received.append(message)
        return received

    async def _fetched(self, room_id: str, event_id: str | None) -> dict[str, Any] | None:
        """Return the event to which somebody reacted, or None when there is none to be had."""
        if not event_id:
            return None
        answer = await self._client.room_get_event(room_id, event_id)
        if isinstance(answer, ErrorResponse):
            return None
        source: dict[str, Any] = answer.event.source
        return source
