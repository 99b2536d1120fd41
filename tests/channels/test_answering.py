"""The way of a message through any messenger: in order, once, and nothing lost when something breaks on the way."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered

from channels.messengers import sentences
from channels.messengers.answering import MOST_A_MINUTE, Answering
from channels.messengers.incoming import Incoming
from channels.messengers.reply import Reply
from channels.messengers.settings import MessengerSettings


class Store(InMemoryTrackerStore):
    """Rasa's own store in memory, which keeps no conversation that was deleted."""

    async def delete(self, sender_id: str) -> None:
        """Remove a conversation."""
        self.store.pop(sender_id, None)


class Assistant:
    """Says back what it was told, with what was kept of the conversation."""

    def __init__(self, home: Path) -> None:
        self.store = Store(Domain.empty())
        self.told: list[str] = []
        self.answering = Answering("test", MessengerSettings(home), self.handle, lambda: self.store)

    async def handle(self, message: UserMessage) -> None:
        """Take a message as Rasa's agent does."""
        assert message.text is not None
        assert message.output_channel is not None
        self.told.append(message.text)
        await asyncio.sleep(0.001)
        if message.text == "break":
            raise OSError
        tracker = await self.store.get_or_create_tracker(message.sender_id)
        tracker.update(UserUttered(message.text, message_id=message.message_id))
        tracker.update(BotUttered(f"said {message.text}"))
        await self.store.save(tracker)
        await message.output_channel.send_response(message.sender_id, {"text": f"said {message.text}"})


class Outbox:
    """What was sent; `refusals`: how many times sending fails first."""

    def __init__(self, refusals: int = 0) -> None:
        self.refusals, self.texts = refusals, list[str]()

    async def send(self, reply: Reply) -> None:
        """Take an answer."""
        if self.refusals:
            self.refusals -= 1
            raise ConnectionError
        self.texts.append(reply.text)


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return Assistant(tmp_path)


def message(text: str, number: int = 1, person: str = "p") -> Incoming:
    return Incoming(f"m{number}", "room", "", person, text)


async def test_messages_of_a_case_are_answered_in_their_order(assistant: Assistant) -> None:
    outbox = Outbox()
    await asyncio.gather(*(assistant.answering.answer(message(f"{n}.", n), outbox.send) for n in range(10)))
    assert outbox.texts == [f"said {n}." for n in range(10)]


async def test_the_same_message_at_the_same_time_is_answered_once(assistant: Assistant) -> None:
    outbox = Outbox()
    await asyncio.gather(*(assistant.answering.answer(message("hello"), outbox.send) for _ in range(5)))
    assert (outbox.texts, assistant.told) == (["said hello"], ["hello"])


async def test_an_answer_that_was_not_sent_is_sent_later_and_not_thought_of_anew(
    assistant: Assistant, tmp_path: Path
) -> None:
    outbox = Outbox(refusals=1)
    with pytest.raises(ConnectionError):
        await assistant.answering.answer(message("hello"), outbox.send)
    after_a_restart = Answering("test", MessengerSettings(tmp_path), assistant.handle, lambda: assistant.store)
    await after_a_restart.answer(message("hello"), outbox.send)
    assert (outbox.texts, assistant.told) == (["said hello"], ["hello"])


async def test_an_error_is_a_sentence_and_the_next_message_is_answered(assistant: Assistant) -> None:
    outbox = Outbox()
    await assistant.answering.answer(message("break", 1), outbox.send)
    await assistant.answering.answer(message("hello", 2), outbox.send)
    assert "went wrong" in outbox.texts[0]
    assert outbox.texts[1] == "said hello"


async def test_too_many_messages_get_one_warning(assistant: Assistant) -> None:
    outbox = Outbox()
    for number in range(MOST_A_MINUTE + 5):
        await assistant.answering.answer(message("hello", number), outbox.send)
    await assistant.answering.answer(message("hello", 1000, person="other"), outbox.send)
    assert outbox.texts[MOST_A_MINUTE:] == [sentences.TOO_FAST, "said hello"]


async def test_a_case_in_which_nothing_was_said_for_long_is_deleted(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox, case = Outbox(), assistant.answering.case("room", "", "p")
    await assistant.answering.answer(message("hello", 1), outbox.send)
    assert assistant.answering.knows("room", "", "p")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 31 * 86_400)
    assistant.answering._next_cleaning = 0.0
    await assistant.answering.answer(message("hello", 2, person="other"), outbox.send)
    assert await assistant.store.retrieve(case) is None
    assert not assistant.answering.knows("room", "", "p")
    assert assistant.answering.knows("room", "", "other")
