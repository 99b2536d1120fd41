"""The way of one message: in order, each answered once, whatever is sent twice and whatever breaks in between."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from rasa.core.channels.channel import UserMessage

from channels.web.history import Turn, shown, turns_of
from channels.web.incoming import NOT_OFFERED, Said, user_message
from channels.web.outgoing import Collector, is_deletion, offered_in
from channels.web.refusal import Refusal, no_session

logger = logging.getLogger(__name__)

Handler = Callable[[UserMessage], Awaitable[Any]]
MOST_KEPT = 200
"""Conversations whose state is kept in memory; any other is read from the tracker store when it goes on."""

FAILED = "Sorry, something went wrong on my side. Nothing that you told me is lost. Please send it again in a moment."
OUT_OF_ORDER = "This chat has gone on elsewhere, perhaps in another window. Please look at it and send that again."


@dataclass
class Conversation:
    """What is needed to go on: the turns so far, and the replies that were offered (title by payload)."""

    id: str
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    turns: list[Turn] | None = None
    offered: dict[str, str] = field(default_factory=dict)
    is_closed: bool = False

    def forget(self, closed: bool = False) -> None:
        """Forget what was kept, to read it anew; a closed conversation takes no message any more."""
        self.turns, self.offered = None, {}
        self.is_closed = closed


class Conversations:
    """All conversations of the channel. `store` returns the tracker store of the running agent."""

    def __init__(self, on_new_message: Handler, store: Callable[[], Any]) -> None:
        self._handle = on_new_message
        self._store = store
        self._kept: OrderedDict[str, Conversation] = OrderedDict()

    async def say(self, conversation_id: str, said: Said) -> Turn:
        """Answer a message, or return the turn in which it was answered before.

        A client that hangs up does not end the turn: when it asks again, the answer is there.

        :raises Refusal: 409 when another message has that number or one before it is missing, 400 when a reply was not
            offered, 503 when the answer failed; then nothing of the message was kept
        """
        return await asyncio.shield(self._say(conversation_id, said))

    async def knows(self, conversation_id: str, said: Said) -> bool:
        """Say whether the message was answered before, so that it is a retry."""
        return any(
            turn.number == said.number and turn.text == said.text for turn in await self.history(conversation_id)
        )

    async def _say(self, conversation_id: str, said: Said) -> Turn:
        conversation = self._conversation(conversation_id)
        async with conversation.lock:
            turns = await self._turns(conversation)
            before = next((turn for turn in reversed(turns) if turn.number == said.number), None)
            if before is not None and before.text == said.text:
                return before
            following = turns[-1].number + 1 if turns else 1
            if said.number != following:
                raise Refusal(409, OUT_OF_ORDER, next=following)
            if said.is_reply and said.text not in conversation.offered:
                raise Refusal(400, NOT_OFFERED)
            return await self._answer(conversation, said, turns)

    async def history(self, conversation_id: str) -> list[Turn]:
        """Return the turns so far, oldest first."""
        conversation = self._conversation(conversation_id)
        async with conversation.lock:
            return list(await self._turns(conversation))

    async def tracker(self, conversation_id: str) -> Any:
        """Return the tracker with all sessions of a conversation, or None when nothing was said yet."""
        return await self._store().retrieve_full_tracker(conversation_id)

    async def delete(self, conversation_id: str) -> None:
        """Remove every row of a conversation; a message that is being answered is waited for, none comes after."""
        conversation = self._conversation(conversation_id)
        async with conversation.lock:
            store = self._store()
            await getattr(store, "_tracker_store", store).delete(conversation_id)
            conversation.forget(closed=True)

    async def _answer(self, conversation: Conversation, said: Said, turns: list[Turn]) -> Turn:
        collector = Collector()
        title = conversation.offered.get(said.text) if said.is_reply else None
        at = time.time()
        try:
            await self._handle(user_message(said, title, conversation.id, collector))
        except Exception as error:
            logger.error("a message failed: %s", type(error).__name__)
            conversation.forget()
            raise Refusal(503, FAILED, retry_after=2) from error
        turn = Turn(said.number, said.text, shown(said.text, title, said.number), at, said.is_reply, collector.messages)
        if is_deletion(turn.replies):
            conversation.forget(closed=True)
        else:
            turns.append(turn)
            conversation.offered.update(offered_in(turn.replies))
        return turn

    async def _turns(self, conversation: Conversation) -> list[Turn]:
        if conversation.is_closed:
            raise no_session()
        if conversation.turns is None:
            tracker = await self.tracker(conversation.id)
            conversation.turns = turns_of(tracker.events if tracker else [])
            conversation.offered = offered_in([item for turn in conversation.turns for item in turn.replies])
        return conversation.turns

    def _conversation(self, conversation_id: str) -> Conversation:
        conversation = self._kept.setdefault(conversation_id, Conversation(conversation_id))
        self._kept.move_to_end(conversation_id)
        while len(self._kept) > MOST_KEPT:
            self._forget_one()
        return conversation

    def _forget_one(self) -> None:
        for each in self._kept.values():
            if not each.lock.locked():
                del self._kept[each.id]
                return
