"""Conversations in one SQLite file: a turn costs the same on the first and on the thousandth message.

Rasa's own SQL store reads, parses and replays every event of a session at each turn. Here the values of the slots are
kept beside the events, and a turn reads them and the last events only; what was said before is kept whole for the
history and the export. A conversation whose dialogue says that it is deleted is not saved: its rows are removed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from typing import Any, Optional

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, Restarted, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from channels.conversation_file import ConversationFile

DIALOGUE = "dialogue"
"""The slot that every answered turn sets last; see `actions.state`."""
RECENT_EVENTS = 24
MOST_EVENTS = 400
"""Events read when the last turn that was answered lies further back (an action server that was down)."""


class SqliteTrackerStore(TrackerStore):
    """A tracker store on one SQLite file.

    :param db: path of the file
    """

    def __init__(
        self,
        domain: Optional[Domain],
        event_broker: Optional[EventBroker] = None,
        host: Optional[str] = None,  # noqa: ARG002 - Rasa passes the address of a database server
        db: str = "conversations.db",
        **kwargs: Any,
    ) -> None:
        self.file = ConversationFile(db)
        super().__init__(domain, event_broker, **kwargs)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the new events of a conversation and the values of its slots, or remove all of it."""
        if (tracker.get_slot(DIALOGUE) or {}).get("deleted"):
            await self.delete(tracker.sender_id)
            return
        await self.stream_events(tracker)
        new = [each.as_dict() for each in list(tracker.events)[_stored(tracker) :]]
        slots = {name: value for name, value in tracker.current_slot_values().items() if value is not None}
        self.file.append(tracker.sender_id, [(each, json.dumps(each)) for each in new], json.dumps(slots), time.time())
        _note_stored(tracker)

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """Return the conversation with its slots and its last events, or None when there is none."""
        known = self.file.slots(sender_id)
        if known is None or self.domain is None:
            return None
        events = self._recent(sender_id)
        before = [SessionStarted(), *(SlotSet(name, value) for name, value in json.loads(known).items())]
        tracker = self._tracker(sender_id, before + _without_slots(events))
        _note_stored(tracker)
        return tracker

    async def retrieve_full_tracker(self, conversation_id: str) -> Optional[DialogueStateTracker]:
        """Return the conversation with every event that is kept, or None when there is none."""
        events = self._parsed(self.file.events(conversation_id))
        return self._tracker(conversation_id, events) if events and self.domain else None

    async def keys(self) -> Iterable[str]:
        """Return the ids of all conversations."""
        return self.file.conversations()

    async def delete(self, sender_id: str) -> None:
        """Remove every row of a conversation, also from the write-ahead log."""
        self.file.delete(sender_id)

    def _recent(self, sender_id: str) -> list[Event]:
        """Return the last events, far enough back to hold the last turn that was answered."""
        events = self._parsed(self.file.events(sender_id, RECENT_EVENTS))
        if len(events) == RECENT_EVENTS and not any(_answers_a_turn(each) for each in events):
            events = self._parsed(self.file.events(sender_id, MOST_EVENTS))
        return events

    @staticmethod
    def _parsed(rows: Iterable[str]) -> list[Event]:
        found = (Event.from_parameters(json.loads(row)) for row in rows)
        return [event for event in found if event is not None]

    def _tracker(self, sender_id: str, events: list[Event]) -> DialogueStateTracker:
        assert self.domain is not None
        return DialogueStateTracker.from_events(
            sender_id, events, self.domain.slots, sender_source=None, domain=self.domain
        )


def _answers_a_turn(event: Event) -> bool:
    return isinstance(event, SlotSet) and event.key == DIALOGUE


def _without_slots(events: list[Event]) -> list[Event]:
    """Drop what would change the slots, whose values are known, but for the marks of turns that were answered."""
    return [
        each for each in events if _answers_a_turn(each) or not isinstance(each, (SlotSet, SessionStarted, Restarted))
    ]


def _note_stored(tracker: DialogueStateTracker) -> None:
    """Remember on the tracker how many of its events are in the file."""
    tracker.osteochat_stored = len(tracker.events)


def _stored(tracker: DialogueStateTracker) -> int:
    return getattr(tracker, "osteochat_stored", 0)
