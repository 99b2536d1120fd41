"""What is read from the tracker store: what was offered last, and the answer to a message that was answered before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from channels.messengers.collector import Item
from channels.numbered import Offer, last_offer

TrackerStore = Any
"""Rasa's `TrackerStore`, or what stands before it in a running server."""


class Trackers:
    """The conversations of the running server. `store` returns its tracker store, which is there once it has started."""

    def __init__(self, store: Callable[[], TrackerStore]) -> None:
        self._store = store

    async def offer(self, case: str) -> Offer:
        """Return what was offered last in a case."""
        tracker = await self._store().retrieve(case)
        return last_offer(tracker.events if tracker else ())

    async def answer(self, case: str, message: str) -> list[Item]:
        """Return the answer that a message got, as its items; empty when it got none."""
        tracker = await self._store().retrieve_full_tracker(case)
        answer: list[Item] = []
        is_it = False
        for event in tracker.events if tracker else ():
            if event.type_name == "user":
                is_it = event.message_id == message
            elif event.type_name == "bot" and is_it:
                answer.append({"text": event.text, **(event.data or {})})
        return answer

    async def delete(self, case: str) -> None:
        """Remove every row of a case."""
        store = self._store()
        # Rasa puts a store before ours that passes on only what it knows of.
        own: TrackerStore = getattr(store, "_tracker_store", store)
        await own.delete(case)
