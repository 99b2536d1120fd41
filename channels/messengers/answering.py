"""The way of one message through any messenger: in order, answered once, whatever is sent twice or breaks in between."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any
from weakref import WeakValueDictionary

from rasa.core.channels.channel import UserMessage

from answers.talk import apology, talk
from channels.limits import LONGEST_MESSAGE
from channels.messengers import sentences
from channels.messengers.case_key import case_key, read_key
from channels.messengers.choosing import Meaning, meaning_of
from channels.messengers.collector import Collector, Item
from channels.messengers.incoming import Incoming, cleaned
from channels.messengers.ledger import FILE, Ledger, State
from channels.messengers.reply import Reply
from channels.messengers.settings import MessengerSettings
from channels.messengers.tracker import Trackers, TrackerStore
from channels.numbered import choice_in
from channels.web.pace import Pace

logger = logging.getLogger(__name__)

Handler = Callable[[UserMessage], Awaitable[Any]]
Send = Callable[[Reply], Awaitable[None]]
QUOTING = ("slack_sdk", "aiogram", "twilio", "nio")
"""Libraries that quote messages and addresses in what they log."""
MOST_A_MINUTE = 60
"""Messages of one case; two machines that answer each other would go on for ever."""
SECONDS_BETWEEN_CLEANINGS = 3600.0


class Answering:
    """Answers the messages of one channel. `store` returns the tracker store of the running server."""

    def __init__(
        self, channel: str, settings: MessengerSettings, on_new_message: Handler, store: Callable[[], TrackerStore]
    ) -> None:
        self.channel = channel
        self.settings = settings
        self.ledger = Ledger(settings.home / FILE)
        self._key = read_key(settings.home)
        self._handle = on_new_message
        self._trackers = Trackers(store)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._pace, self._warnings = Pace(MOST_A_MINUTE), Pace(1)
        self._next_cleaning = 0.0
        for library in QUOTING:
            logging.getLogger(library).setLevel(logging.CRITICAL)

    def case(self, room: str, thread: str, person: str) -> str:
        """Return the name of the case of a person in a thread of a room."""
        return case_key(self._key, self.channel, room, thread, person)

    def knows(self, room: str, thread: str, person: str) -> bool:
        """Say whether the person talks with the assistant in that thread."""
        return self.ledger.knows(self.case(room, thread, person))

    async def answer(self, incoming: Incoming, send: Send) -> None:
        """Answer a message and send the answer, unless that was done before.

        The messages of a case are answered one after the other, in the order of the calls.

        :param send: sends the answer; when it raises, the message counts as not answered, and its answer is sent when the
            service sends the message again
        """
        case = self.case(incoming.room, incoming.thread, incoming.person)
        lock = self._locks.setdefault(case, asyncio.Lock())
        async with lock:
            state = self.ledger.begin(self.channel, incoming.id)
            if state is State.DONE:
                return
            items = await self._trackers.answer(case, incoming.id) if state is State.BEGUN else []
            items = items or await self._items(incoming, case)
            if items:
                await send(Reply(tuple(items)))
            self.ledger.finish(self.channel, incoming.id)
        await self._clean()

    async def _items(self, incoming: Incoming, case: str) -> list[Item]:
        if self._pace.wait(case):
            return [] if self._warnings.wait(case) else sentences.said(sentences.TOO_FAST)
        if incoming.sentence:
            return sentences.said(incoming.sentence)
        text = cleaned(incoming.text)
        if len(text) > LONGEST_MESSAGE:
            return sentences.said(talk("too_long", "patient").text)
        meaning = await self._meaning(incoming, case, text)
        if meaning.text is None:
            return sentences.said(meaning.sentence) if meaning.sentence else []
        return await self._turn(incoming, case, meaning.text)

    async def _meaning(self, incoming: Incoming, case: str, text: str) -> Meaning:
        if incoming.choice is not None:
            return meaning_of(incoming.choice, await self._trackers.offer(case))
        if not text:
            return Meaning(sentence=sentences.NOT_TEXT)
        if len(text) > LONGEST_CHOICE:
            return Meaning(text)
        option = choice_in(text, await self._trackers.offer(case))
        return Meaning(option.payload if option else text)

    async def _turn(self, incoming: Incoming, case: str, text: str) -> list[Item]:
        collector = Collector(self.channel)
        metadata = self.settings.metadata(self.channel)
        message = UserMessage(text, collector, case, None, self.channel, incoming.id, metadata)
        try:
            await self._handle(message)
        except Exception as error:
            logger.error("a message failed: %s", type(error).__name__)
            return [*collector.messages, {"text": apology(type(error).__name__).text}]
        items: list[Item] = collector.messages or [{"text": apology("no reply").text}]
        if _is_deletion(items):
            self.ledger.forget(case)
        else:
            self.ledger.use(case)
        return items

    async def _clean(self) -> None:
        """Delete, now and then, the cases in which nothing was said for long."""
        if time.monotonic() < self._next_cleaning:
            return
        self._next_cleaning = time.monotonic() + SECONDS_BETWEEN_CLEANINGS
        for case in self.ledger.old_cases(self.settings.days):
            await self._trackers.delete(case)
            self.ledger.forget(case)


LONGEST_CHOICE = 12
"""Characters of a message that may be nothing but the number of an option; the tracker is not read for a longer one."""


def _is_deletion(items: list[Item]) -> bool:
    customs = [item.get("custom") or {} for item in items]
    return any(custom.get("type") == "status" and custom.get("what") == "deleted" for custom in customs)
